"""Halaman karier: standar, kesenjangan, jenjang karier, peta talenta, rencana suksesi; isinya, haknya, biayanya."""

from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from bkd_portal.celery import app
from karier import potret
from karier.models import BarisTalenta, PotretTalenta
from karier.tasks import hitung_talenta_malam
from kepegawaian.models import Jabatan, Setelan, StandarKompetensi
from kepegawaian.standar import Standar
from tests.dunia_bersama import bersama
from tests.karier.conftest import ENAM, HARI_INI, LALU, hasil, lengkapi
from tests.pabrik import buat_akun, buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db
BESOK = HARI_INI + timedelta(days=1)


def alamat(nama, *lain):
    return reverse(f"karier:{nama}", args=lain)


def kueri(klien, url):
    with CaptureQueriesContext(
        connection,
    ) as tangkap:
        jawab = klien.get(url)
    assert jawab.status_code == 200, url
    assert len(jawab.content) <= 60_000, url
    return len(tangkap)


# ── standar ──────────────────────────────────────────────────────────────────────────────────────────


def tetapkan(klien, url, level, sejak, kode="INT"):
    return klien.post(url, {"kompetensi": kode, "level": level, "berlaku_sejak": sejak.isoformat(),
                            "dasar": "Keputusan Bupati 188/1/2026", "keyakinan": "pasti"})  # fmt: skip


def test_standar_jabatan_berdiri_di_atas_bawaan_sejak_tanggalnya(orang):
    j = Jabatan.objects.get(kode="KEPALA-SUB12")
    klien, url = orang.masuk("staf"), alamat("standar_jabatan_update", j.pk)
    bawaan = Standar(HARI_INI, [j.pk]).bagi(j)
    assert tetapkan(klien, url, 5, BESOK).status_code == 302
    assert Standar(HARI_INI, [j.pk]).bagi(j) == bawaan
    assert Standar(BESOK, [j.pk]).bagi(j) == bawaan | {"INT": 5}
    assert tetapkan(klien, url, 4, BESOK).status_code == 400  # that day is taken
    assert tetapkan(klien, url, 4, BESOK + timedelta(days=5)).status_code == 302
    lama = StandarKompetensi.objects.get(jabatan=j, level=5)
    assert lama.berlaku_sampai == BESOK + timedelta(days=4)
    isi = klien.get(alamat("standar_jabatan", j.pk)).content.decode()
    assert "Keputusan Bupati 188/1/2026" in isi
    assert "bawaan kelompoknya" in isi


def test_standar_hanya_diubah_formasi_dan_pembinaan_karier(orang):
    url = alamat("standar_kelompok_update", "pengawas")
    for nama, kode in (("staf12", 403), ("irma", 403), ("eko", 403), ("kasub", 302), ("kaban", 302)):
        sejak = BESOK + timedelta(days=1 if nama == "kaban" else 0)
        assert tetapkan(orang.masuk(nama), url, 3, sejak).status_code == kode, nama
    assert orang.masuk("staf12").get(alamat("standar_list")).status_code == 200
    assert orang.masuk("staf12").get(alamat("standar_kelompok", "tidak-ada")).status_code == 404


def test_kompetensi_teknis_ditambah_dan_dituntut(orang):
    klien = orang.masuk("staf")
    isi = {"kode": "t-asn", "nama": "Manajemen ASN", "uraian": "", "dasar": "Keputusan Kepala BKPSDM 1/2026"}
    assert klien.post(alamat("kompetensi_create"), isi).status_code == 302
    j = Jabatan.objects.get(kode="KEPALA-SUB12")
    tetapkan(klien, alamat("standar_jabatan_update", j.pk), 2, HARI_INI, "T-ASN")
    assert Standar(HARI_INI, [j.pk]).bagi(j)["T-ASN"] == 2


# ── kesenjangan ──────────────────────────────────────────────────────────────────────────────────────


def test_celah_terhadap_standar_dan_tidak_diketahui_tanpa_hasil(orang):
    klien = orang.masuk("pengawas")
    isi = klien.get(alamat("kesenjangan_saya")).content.decode()
    assert "kesenjangannya tidak diketahui" in isi
    butuh = Standar(HARI_INI, ()).kelompok["pengawas"]
    hasil(orang.pengawas, orang.batch, butuh | {"INT": butuh["INT"] - 1})
    jawab = klien.get(alamat("kesenjangan_saya"))
    assert "1 level" in jawab.content.decode()
    # 1 level over nine competences
    assert jawab.context["rata"] == Decimal("0.11")


def test_daftar_kesenjangan_menurut_cakupan(orang):
    hasil(orang.pengawas, orang.batch, dict.fromkeys(ENAM, 1))
    hasil(orang.eko, orang.batch, dict.fromkeys(ENAM, 5))
    jawab = orang.masuk("staf").get(alamat("kesenjangan_list"), {"tampil": "pegawai"})
    assert [b.nip for b in jawab.context["potongan"]] == [orang.pengawas.nip, orang.eko.nip]
    jawab = orang.masuk("staf").get(alamat("kesenjangan_list"), {"tampil": "pegawai", "celah": "tanpa"})
    assert [b.nip for b in jawab.context["potongan"]] == [orang.eko.nip]
    opd = {o.nama: o for o in orang.masuk("staf").get(alamat("kesenjangan_list")).context["potongan"]}
    bkd = next(o for n, o in opd.items() if "Kepegawaian" in n)
    assert bkd.terukur == 1
    assert bkd.rata > 0
    assert orang.masuk("pelaksana").get(alamat("kesenjangan_detail", orang.eko.nip)).status_code in (200, 404)
    assert orang.masuk("eko").get(alamat("kesenjangan_detail", orang.pengawas.nip)).status_code == 404
    assert orang.masuk("eko").get(alamat("kesenjangan_list")).status_code == 403
    assert orang.masuk("staf").get(alamat("kesenjangan_ekspor")).status_code == 200


# ── jenjang karier ───────────────────────────────────────────────────────────────────────────────────


def test_jabatan_berikut_dengan_syarat_dan_kekosongan(orang):
    jawab = orang.masuk("pengawas").get(alamat("jenjang_saya"))
    arah = {t.arah for t in jawab.context["potongan"]}
    assert "vertikal" in arah
    kabid = Jabatan.objects.get(kode="KEPALA-BID1")
    t = next(t for t in jawab.context["potongan"] if t.sasaran.id == kabid.pk)
    assert (t.arah, t.sasaran.lowong) == ("vertikal", 1)
    isi = orang.masuk("pengawas").get(alamat("jenjang_saya_detail", kabid.pk)).content.decode()
    assert "Paling singkat 3 tahun sebagai pengawas" in isi
    assert "Hasil uji kompetensi yang masih berlaku belum tercatat." in isi
    jawab = orang.masuk("pelaksana").get(alamat("jenjang_saya"), {"arah": "vertikal"})
    assert {t.sasaran.kelompok for t in jawab.context["potongan"]} <= {"", "pengawas"}


def test_jabatan_berikut_pada_perangkat_daerah_lain(orang):
    opd = Jabatan.objects.get(kode="KEPALA-DINKES").unit_id
    jawab = orang.masuk("pengawas").get(alamat("jenjang_saya"), {"opd": opd})
    kode = set(
        Jabatan.objects.filter(pk__in=[t.sasaran.id for t in jawab.context["potongan"]]).values_list("kode", flat=True)
    )
    assert "KEPALA-DINKES-BID1" in kode
    assert "KEPALA-BID1" not in kode
    assert "sah di Dinas Kesehatan" in jawab.content.decode()


def test_jenjang_orang_lain_hanya_bagi_bkd(orang):
    url = alamat("jenjang_list", orang.pengawas.nip)
    for nama, kode in (("staf12", 200), ("kaban", 200), ("irma", 200), ("eko", 404), ("perekam", 404)):
        assert orang.masuk(nama).get(url).status_code == kode, nama


# ── peta talenta dan suksesi ─────────────────────────────────────────────────────────────────────────


@pytest.fixture
@bersama
def peta(orang):
    """pengawas: Baik and 85/90 of assessment; eko: Sangat Baik and a weak one; everybody else outside the boxes."""
    hasil(orang.pengawas, orang.batch, kesesuaian=95, potensi=90)
    tambah(orang.eko, "hukuman", tmt=date(LALU, 3, 1), jenis_id="R2", batch=orang.batch)
    hasil(orang.eko, orang.batch, kesesuaian=50, potensi=50)
    return potret.hitung(HARI_INI)


def test_kotak_menurut_peraturan_dan_yang_di_luar_dengan_sebab(orang, peta):
    # 90 x 40 + 95 x 40 + 60 x 20 = 86 of 100: tinggi; Baik: sesuai -> box 8
    satu = BarisTalenta.objects.get(pegawai=orang.pengawas)
    assert (satu.kotak, satu.skor, satu.tingkat) == (8, 86, 3)
    # 50 x 40 + 50 x 40 + (60 - 40) x 20 = 44: rendah -> box 2
    assert BarisTalenta.objects.get(pegawai=orang.eko).kotak == 2
    luar = BarisTalenta.objects.get(pegawai=orang.pelaksana)
    assert (luar.kotak, luar.sebab) == (None, "Data potensial tidak tersedia atau kedaluwarsa.")
    klien = orang.masuk("staf")
    jawab = klien.get(alamat("talenta_list"), {"kotak": "8"})
    assert [b.pegawai_id for b in jawab.context["potongan"]] == [orang.pengawas.pk]
    assert "masuk rencana suksesi" in jawab.content.decode()
    jawab = klien.get(alamat("talenta_list"), {"kotak": "luar", "kelompok": "pelaksana"})
    assert orang.pelaksana.pk in [b.pegawai_id for b in jawab.context["potongan"]]
    assert klien.get(alamat("talenta_ekspor"), {"kotak": "8"}).status_code == 200


def test_gerak_dari_kotak_ke_kotak_antara_dua_tahun(orang, peta):
    lama = PotretTalenta.objects.create(
        tahun=LALU, per_tanggal=date(LALU, 12, 1), dihitung_pada=orang.kini, dibekukan_pada=orang.kini
    )
    for siapa, kotak in ((orang.pengawas, 5), (orang.eko, 2), (orang.pelaksana, None)):
        BarisTalenta.objects.create(potret=lama, pegawai=siapa, kotak=kotak)
    jawab = orang.masuk("staf").get(alamat("talenta_gerak"))
    pindah = {(d, k): n for d, baris in jawab.context["matriks"] for k, n, _ in baris if n}
    # pengawas 5 -> 8, eko stays in 2, pelaksana stays outside; who was on no map last year is not counted
    assert pindah == {(5, 8): 1, (2, 2): 1, (None, None): 1}
    assert (jawab.context["tetap"], jawab.context["pindah"]) == (2, 1)
    assert [(p.tahun, suksesi) for p, _, suksesi, _ in jawab.context["tahun"]] == [(LALU, 0), (HARI_INI.year, 1)]
    opd = orang.eko.kini.opd_id
    jawab = orang.masuk("staf").get(alamat("talenta_gerak"), {"opd": opd})
    assert {(d, k): n for d, baris in jawab.context["matriks"] for k, n, _ in baris if n} == {(2, 2): 1}
    assert orang.masuk("staf12").get(alamat("talenta_gerak")).status_code == 403


def test_peta_rahasia(orang, peta):
    jabatan = Jabatan.objects.get(kode="KEPALA-BID1").pk
    for nama in ("staf", "kasub", "kaban", "sekda", "perekam"):
        assert orang.masuk(nama).get(alamat("talenta_list")).status_code == 200, nama
        assert orang.masuk(nama).get(alamat("suksesi_detail", jabatan)).status_code == 200, nama
    for nama in ("staf12", "irma", "eko", "pengawas"):
        # pengawas heads a subbid of the BKD and so is one of its officials
        kode = 200 if nama == "pengawas" else 403
        assert orang.masuk(nama).get(alamat("talenta_list")).status_code == kode, nama
        assert orang.masuk(nama).get(alamat("suksesi_list")).status_code == kode, nama
    for nama in ("staf12", "sekda", "eko"):
        assert orang.masuk(nama).post(alamat("talenta_hitung")).status_code == 403, nama
        assert orang.masuk(nama).post(alamat("talenta_bekukan"), {"tahun": HARI_INI.year}).status_code == 403, nama


def test_kotak_sendiri_hanya_bila_kantor_membukanya(orang, peta):
    assert "Peta talenta" not in orang.masuk("eko").get(alamat("jenjang_saya")).content.decode()
    lama = Setelan.objects.get(kunci="talenta_terbuka_bagi_diri")
    Setelan.objects.create(
        kunci=lama.kunci, nilai=True, uraian=lama.uraian, berlaku_sejak=HARI_INI, dasar="SK", keyakinan="asumsi"
    )
    isi = orang.masuk("eko").get(alamat("jenjang_saya")).content.decode()
    assert "kotak 2" in isi


def test_peta_dibekukan_lalu_gerak_antartahun_tampak(orang, peta):
    klien = orang.masuk("staf")
    klien.post(alamat("talenta_bekukan"), {"tahun": HARI_INI.year})
    assert PotretTalenta.objects.get().dibekukan_pada
    assert "sudah dibekukan" in klien.post(alamat("talenta_hitung"), follow=True).content.decode()
    tambah(orang.pengawas, "kinerja", tmt=date(HARI_INI.year + 1, 1, 20), tahun=HARI_INI.year, predikat="Sangat Baik",
           batch=orang.batch)  # fmt: skip
    potret.hitung(date(HARI_INI.year + 1, 2, 1))
    jawab = klien.get(alamat("talenta_list"), {"kotak": "9"})
    (b,) = jawab.context["potongan"]
    assert (b.pegawai_id, b.kotak, b.lama, jawab.context["tahun_lama"]) == (orang.pengawas.pk, 9, 8, HARI_INI.year)
    lalu = klien.get(alamat("talenta_list"), {"tahun": str(HARI_INI.year), "kotak": "8"})
    assert len(lalu.context["potongan"]) == 1


def test_calon_pengganti_dari_kotak_suksesi_setingkat_di_bawah(orang, peta):
    kabid = Jabatan.objects.get(kode="KEPALA-BID1")
    jawab = orang.masuk("kaban").get(alamat("suksesi_detail", kabid.pk))
    (b,) = jawab.context["potongan"]
    assert b.pegawai_id == orang.pengawas.pk
    assert {"TAL-02", "TAL-03", "JAB-02", "JAB-03"} <= set(b.terpenuhi)
    assert orang.masuk("kaban").get(alamat("suksesi_ekspor", kabid.pk)).status_code == 200
    kasub = Jabatan.objects.get(kode="KEPALA-SUB13")
    assert not orang.masuk("kaban").get(alamat("suksesi_detail", kasub.pk)).context["potongan"].butir


def test_banyak_pertanyaan_tetap_berapa_pun_orangnya(orang, peta):
    klien, kabid = orang.masuk("staf"), Jabatan.objects.get(kode="KEPALA-BID1").pk
    url = [
        alamat("standar_list"), alamat("standar_list") + "?tampil=jabatan", alamat("kesenjangan_list"),
        alamat("kesenjangan_list") + "?tampil=pegawai", alamat("talenta_list"), alamat("talenta_list") + "?kotak=luar",
        alamat("suksesi_list"), alamat("suksesi_detail", kabid), alamat("uji_list"),
        alamat("jenjang_list", orang.pengawas.nip), alamat("kesenjangan_detail", orang.pengawas.nip),
    ]  # fmt: skip
    for satu in url:
        klien.get(satu)
    dulu = {u: kueri(klien, u) for u in url}
    for i in range(3):
        p = buat_pegawai(nama=f"TAMBAH {i}", unit="SUB12", jabatan=f"KEPALA-SUB{31 + i}", golongan="III/d",
                         batch=orang.batch, tmt=date(2010, 3, 1))  # fmt: skip
        lengkapi(p, orang.batch)
        hasil(p, orang.batch)
    potret.hitung(HARI_INI)
    kini = {u: kueri(klien, u) for u in url}
    assert kini == dulu
    assert max(dulu.values()) <= 12, dulu


def test_menu_menurut_hak(orang):
    def menu(nama):
        return orang.masuk(nama).get(alamat("standar_list")).content.decode()

    assert alamat("talenta_list") in menu("staf")
    assert alamat("uji_list") in menu("kaban")
    assert alamat("talenta_list") not in menu("staf12")
    assert alamat("uji_list") not in menu("staf12")
    akun = buat_akun(buat_pegawai(nama="ASN BIASA", unit="PKM-PUCUK", batch=orang.batch))
    from django.test import Client  # noqa: PLC0415 - one use

    assert alamat("jenjang_saya") in masuk(Client(), akun).get(alamat("jenjang_saya")).content.decode()


def test_syarat_tampak_pada_halaman_aturan_dan_regulasinya(orang):
    klien = orang.masuk("eko")
    isi = klien.get(reverse("tata_kelola:aturan_list")).content.decode()
    for kode in ("JAB-01", "JAB-10", "JPT-01", "JPT-07", "TAL-01", "TAL-03"):
        assert kode in isi, kode
    assert "JPT-04" in klien.get(reverse("tata_kelola:regulasi_detail", args=["pp-17-2020"])).content.decode()


def test_kartu_karier_pada_halaman_pegawai_hanya_bagi_yang_boleh(orang):
    url = reverse("kepegawaian:pegawai_detail", args=[orang.pengawas.nip])
    assert alamat("jenjang_list", orang.pengawas.nip) in orang.masuk("staf12").get(url).content.decode()
    assert alamat("jenjang_saya") in orang.masuk("eko").get(reverse("kepegawaian:saya")).content.decode()


def test_peta_dihitung_tiap_malam_sampai_dibekukan(orang, peta):
    """The night takes what was recorded since; twice the same night is the same map; a frozen one is left alone."""

    def isi():
        return list(BarisTalenta.objects.order_by("pegawai_id").values_list("pegawai_id", "kotak", "skor", "sebab"))

    lama = isi()
    hitung_talenta_malam()
    assert isi() == lama
    hasil(orang.pelaksana, orang.batch, kesesuaian=95, potensi=90)
    hitung_talenta_malam()
    assert BarisTalenta.objects.get(pegawai=orang.pelaksana).sebab != "Data potensial tidak tersedia atau kedaluwarsa."
    beku = isi()
    PotretTalenta.objects.update(dibekukan_pada=timezone.now())
    tambah(orang.pengawas, "hukuman", tmt=date(LALU, 3, 1), jenis_id="R2", batch=orang.batch)
    hitung_talenta_malam()
    assert isi() == beku
    keluar = StringIO()
    call_command("hitung_talenta", stdout=keluar)
    assert "sudah dibekukan; tidak dihitung." in keluar.getvalue()
    assert app.conf.beat_schedule["hitung-talenta"]["task"] == hitung_talenta_malam.name
