"""Di tengah tahun: pindah unit atau jabatan, Plt.; tugas; PDF SKP."""

from datetime import date, timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from eperformance import siklus, tugas
from eperformance.models import Skp
from eperformance.skp import cetak, tengah
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Pemberitahuan
from kepegawaian.tugas import susun as susun_tugas
from tests.eperformance.conftest import HARI_INI, TAHUN, isi_skp, skp_ditetapkan
from tests.pabrik import jabatan_kode, tambah, unit_kode

AWAL = date(TAHUN, 1, 1)
bukan_awal_tahun = pytest.mark.skipif(
    HARI_INI == AWAL, reason="pindah pada hari pertama mengganti SKP, tidak mengakhirinya"
)


def url(nama, *argumen):
    return reverse(f"eperformance:{nama}", args=argumen)


def pindahkan(pegawai, unit, tmt=HARI_INI):
    tambah(pegawai, "unit", unit=unit_kode(unit), tmt=tmt)


@bukan_awal_tahun
def test_pindah_unit_mengakhiri_skp_lama_dan_membuka_yang_baru(orang, periode):
    lama = skp_ditetapkan(orang, periode)
    pindahkan(orang.pela, "SUB41")
    k = orang.masuk("pela")
    assert "SKP perlu disesuaikan" in k.get(url("skp_saya")).content.decode()
    k.post(url("skp_sesuaikan", lama.pk))
    lama, baru = Skp.objects.filter(pegawai=orang.pela).order_by("mulai")
    assert (lama.mulai, lama.sampai, lama.status) == (AWAL, HARI_INI - timedelta(days=1), "ditetapkan")
    assert (baru.mulai, baru.sampai, baru.status) == (HARI_INI, date(TAHUN, 12, 31), "draf")
    assert (baru.penilai.kode, baru.pendahulu) == ("KEPALA-SUB41", lama)
    assert not tengah.berbeda(HARI_INI).exists()


def test_pindah_sebelum_skp_dimulai_mengganti_drafnya(orang, periode):
    lama = siklus.buka(orang.pela.pk, periode.pk, oleh=orang.oleh("pela"))
    isi_skp(lama, rencana="Tetap ada")
    pindahkan(orang.pela, "SUB41", AWAL - timedelta(days=40))
    baru = tengah.sesuaikan(lama.pk, oleh=orang.oleh("pela"))
    lama.refresh_from_db()
    assert (lama.status, baru.unit.kode, baru.mulai) == ("batal", "SUB41", AWAL)
    assert baru.hasil.get().rencana == "Tetap ada"


@bukan_awal_tahun
def test_pindah_jabatan_dan_daftar_bagi_sub41(orang, periode):
    skp_ditetapkan(orang, periode)
    tambah(orang.pela, "jabatan", jabatan=jabatan_kode("KEPALA-SUB41"), unit=unit_kode("SUB41"), tmt=HARI_INI)
    pindahkan(orang.pela, "SUB41")
    k = orang.masuk("staf41")
    assert "PELA RAJIN" in k.get(url("penyesuaian_list")).content.decode()
    assert k.get(url("penyesuaian_ekspor")).status_code == 200
    skp = Skp.objects.get(pegawai=orang.pela)
    assert orang.masuk("rekan").get(url("penyesuaian_list")).status_code == 403
    orang.masuk("rekan").post(url("skp_sesuaikan", skp.pk))
    assert Skp.objects.filter(pegawai=orang.pela).count() == 1
    k.post(url("skp_sesuaikan", skp.pk), {"dari": "daftar"})
    baru = Skp.objects.get(pegawai=orang.pela, status="draf")
    assert (baru.jenjang, baru.penilai.kode) == ("pengawas", "KEPALA-BID4")


def test_malam_memberi_kabar_sekali(orang, periode):
    siklus.buka(orang.pela.pk, periode.pk, oleh=orang.oleh("pela"))
    assert tengah.kabarkan(HARI_INI, sekarang=timezone.now()) == 0
    pindahkan(orang.pela, "SUB13")
    for _ in range(2):
        assert tengah.kabarkan(HARI_INI, sekarang=timezone.now()) == 1
    assert Pemberitahuan.objects.filter(pengguna=orang.akun["pela"], kunci__startswith="skp-pindah:").count() == 1
    assert Pemberitahuan.objects.filter(pengguna=orang.akun["staf41"], kunci__startswith="skp-pindah:").count() == 1


def test_plt_menjadi_hasil_kerja_tambahan_bukan_skp_kedua(orang, periode):
    skp = siklus.buka(orang.kasub.pk, periode.pk, oleh=orang.oleh("kasub"))
    tambah(orang.kasub, "jabatan", jabatan=jabatan_kode("KEPALA-SUB13"), unit=unit_kode("SUB13"), penugasan="PLT",
           tmt=HARI_INI - timedelta(days=3), sampai=HARI_INI + timedelta(days=60))  # fmt: skip
    k = orang.masuk("kasub")
    assert "bukan SKP kedua" in k.get(url("skp_detail", skp.pk)).content.decode()
    k.post(url("skp_plt", skp.pk), {"jabatan": jabatan_kode("KEPALA-SUB13").pk})
    hasil = skp.hasil.get()
    assert hasil.jenis == "tambahan"
    assert hasil.rencana.startswith("Melaksanakan tugas sebagai Plt. ")
    assert "bukan SKP kedua" not in k.get(url("skp_detail", skp.pk)).content.decode()
    assert not tengah.berbeda(HARI_INI).exists()


def test_tugas_menyebut_yang_belum_dibuat_dikembalikan_dan_menunggu(orang, periode):
    assert tugas  # registered

    def judul(nama):
        return [b.judul for b in susun_tugas(orang.oleh(nama).hak, HARI_INI, acuan_kini()) if "SKP" in b.judul]

    assert judul("pela") == [f"Susun SKP {TAHUN}"]
    skp = siklus.buka(orang.pela.pk, periode.pk, oleh=orang.oleh("pela"))
    assert judul("pela") == [f"Ajukan SKP {TAHUN}"]
    isi_skp(skp, induk=isi_skp(siklus.buka(orang.kasub.pk, periode.pk, oleh=orang.oleh("kasub"))))
    siklus.ajukan(skp.pk, oleh=orang.oleh("pela"), versi=1)
    assert "1 SKP bawahan menunggu penetapan Anda" in judul("kasub")
    siklus.kembalikan(skp.pk, "Perbaiki target.", oleh=orang.oleh("kasub"), versi=2)
    assert judul("pela") == [f"Perbaiki SKP {TAHUN}"]


def test_pdf_dibuat_sekali_bagi_tiap_keadaan(orang, periode):
    cache.clear()
    skp = siklus.buka(orang.pela.pk, periode.pk, oleh=orang.oleh("pela"))
    skp = Skp.objects.select_related("periode", "pegawai__kini", "jabatan", "unit", "penilai__unit").get(pk=skp.pk)
    berkas, kunci = cetak.ambil(skp, HARI_INI)
    assert (berkas, kunci[:8]) == (None, "skp-pdf:")
    cetak.cetak(skp.pk, HARI_INI)
    assert cetak.ambil(skp, HARI_INI)[0].startswith(b"%PDF")
    jawab = orang.masuk("pela").get(url("skp_download", skp.pk))
    assert jawab["Content-Type"] == "application/pdf"
    isi_skp(skp)
    assert cetak.ambil(skp, HARI_INI)[0] is None  # other contents, another file
    assert orang.masuk("eko").get(url("skp_download", skp.pk)).status_code == 404
