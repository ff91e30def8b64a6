"""Menyusun SKP lewat halamannya: isi, simpan sendiri, dua sesi yang bentrok, siapa boleh, salinan."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from eperformance import siklus
from eperformance.models import HasilKerja, Indikator, PeriodeKinerja, Pohon, Simpul, Skp
from eperformance.skp.forms import baca_angka
from tests.dunia_bersama import bersama
from tests.eperformance.conftest import TAHUN, isi_skp, skp_ditetapkan
from tests.pabrik import unit_kode

BATAS_KUERI = 12


def url(nama, *argumen):
    return reverse(f"eperformance:{nama}", args=argumen)


@pytest.fixture
@bersama
def atasan(orang, periode):
    """The draft of ``kasub`` with one hasil kerja."""
    return isi_skp(siklus.buka(orang.kasub.pk, periode.pk, oleh=orang.oleh("kasub")), rencana="Kepangkatan tertib")


@pytest.fixture
@bersama
def draf(orang, periode):
    return siklus.buka(orang.pela.pk, periode.pk, oleh=orang.oleh("pela"))


def lembar(hasil, **ubah):
    """What the page of a hasil kerja sends without JavaScript."""
    isi = {"h-id": hasil.pk, "h-versi": hasil.versi, "h-rencana": hasil.rencana, "h-jenis": hasil.jenis,
           "h-induk_id": hasil.induk_id or "", "h-penugasan": hasil.penugasan, "baru": 0}  # fmt: skip
    for i in hasil.indikator.all():
        p = f"i{i.pk}"
        isi |= {
            f"{p}-id": i.pk, f"{p}-versi": i.versi, f"{p}-aspek": i.aspek, f"{p}-uraian": i.uraian,
            f"{p}-target": i.target or i.target_angka, f"{p}-satuan": i.satuan, f"{p}-arah": i.arah,
        }  # fmt: skip
    return isi | ubah


@pytest.mark.parametrize(
    ("teks", "angka"),
    [
        ("120", "120"),
        ("1.200", "1200"),
        ("1.200,5", "1200.5"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("tanpa cacat", None),
        ("", None),
        ("5 hari", None),
    ],
)
def test_target_berupa_angka_dikenali(teks, angka):
    assert (str(baca_angka(teks)) if angka else baca_angka(teks)) == angka


def test_kinerja_saya_sebelum_dan_sesudah_draf(orang, periode):
    k = orang.masuk("pela")
    assert "belum membuat SKP" in k.get(url("skp_saya")).content.decode()
    k.post(url("skp_buka"), {"tahun": TAHUN})
    skp = Skp.objects.get(pegawai=orang.pela)
    halaman = k.get(url("skp_saya")).content.decode()
    assert "Bagian SKP Anda" in halaman
    assert url("skp_detail", skp.pk) in halaman


def test_hasil_kerja_baru_dari_atasan_beserta_indikatornya(orang, atasan, draf):
    k = orang.masuk("pela")
    halaman = k.get(url("hasil_create", draf.pk)).content.decode()
    assert "Kepangkatan tertib" in halaman
    isi = {
        "h-rencana": "Usul KP selesai", "h-jenis": "utama", "h-induk_id": atasan.pk, "baru": 4,
        "b0-aspek": "kuantitas", "b0-uraian": "Usul selesai", "b0-target": "1.200", "b0-satuan": "usul", "b0-arah": "naik",
        "b1-aspek": "kualitas", "b1-uraian": "Tanpa pengembalian", "b1-target": "bersih", "b1-arah": "naik",
        "b2-aspek": "waktu", "b2-uraian": "Lama", "b2-target": "5", "b2-satuan": "hari", "b2-arah": "turun",
        "b3-aspek": "biaya", "b3-uraian": "", "b3-target": "", "b3-arah": "naik",
    }  # fmt: skip
    assert k.post(url("hasil_create", draf.pk), isi).status_code == 302
    hasil = HasilKerja.objects.get(skp=draf)
    assert hasil.induk == atasan
    assert [(i.aspek, i.target, i.target_angka, i.arah) for i in hasil.indikator.order_by("pk")] == [
        ("kuantitas", "", 1200, "naik"), ("kualitas", "bersih", None, "naik"), ("waktu", "", 5, "turun"),
    ]  # fmt: skip
    assert "Usul KP selesai" in k.get(url("skp_detail", draf.pk)).content.decode()


def test_galat_formulir_menyimpan_yang_diketik(orang, draf):
    jawab = orang.masuk("pela").post(
        url("hasil_create", draf.pk), {"h-rencana": "Panitia upacara", "h-jenis": "tambahan", "baru": 0}
    )
    assert jawab.status_code == 422
    assert "Panitia upacara" in jawab.content.decode()
    assert "dasar penugasan" in jawab.content.decode()
    assert not HasilKerja.objects.filter(skp=draf).exists()


def test_induk_orang_lain_ditolak(orang, periode, draf):
    lain = isi_skp(siklus.buka(orang.eko.pk, periode.pk, oleh=orang.oleh("eko")))
    isi = {"h-rencana": "X", "h-jenis": "utama", "h-induk_id": lain.pk, "baru": 0}
    assert orang.masuk("pela").post(url("hasil_create", draf.pk), isi).status_code == 422


def test_dua_sesi_tidak_saling_menimpa_tanpa_javascript(orang, atasan, draf):
    hasil = isi_skp(draf, induk=atasan, rencana="Semula")
    satu, dua = orang.masuk("pela"), orang.masuk("pela")
    kirim_satu, kirim_dua = lembar(hasil) | {"h-rencana": "Dari telepon"}, lembar(hasil) | {"h-rencana": "Dari kantor"}
    assert satu.post(url("hasil_update", hasil.pk), kirim_satu).status_code == 302
    jawab = dua.post(url("hasil_update", hasil.pk), kirim_dua)
    assert jawab.status_code == 409
    halaman = jawab.content.decode()
    assert "Dari kantor" in halaman
    assert "Dari telepon" in halaman
    hasil.refresh_from_db()
    assert (hasil.rencana, hasil.versi) == ("Dari telepon", 2)
    # Having seen both he saves his own, on the version the page now holds.
    assert 'name="h-versi" value="2"' in halaman
    assert dua.post(url("hasil_update", hasil.pk), kirim_dua | {"h-versi": 2}).status_code == 302
    hasil.refresh_from_db()
    assert (hasil.rencana, hasil.versi) == ("Dari kantor", 3)


def test_bentrok_satu_baris_tidak_menyimpan_baris_lain(orang, atasan, draf):
    hasil = isi_skp(draf, induk=atasan)
    satu, dua = hasil.indikator.order_by("pk")[:2]
    isi = lembar(hasil)
    siklus.naikkan(Indikator, satu.pk, 1, uraian="Diubah di tempat lain")
    jawab = orang.masuk("pela").post(
        url("hasil_update", hasil.pk), isi | {f"i{satu.pk}-uraian": "Milik saya", f"i{dua.pk}-uraian": "Baris kedua"}
    )
    assert jawab.status_code == 409
    satu.refresh_from_db(), dua.refresh_from_db()
    assert (satu.uraian, dua.uraian) == ("Diubah di tempat lain", "Indikator kualitas")
    assert "Milik saya" in jawab.content.decode()
    assert "Baris kedua" in jawab.content.decode()


def test_baris_yang_dihapus_di_tempat_lain_tidak_hilang_diam_diam(orang, atasan, draf):
    hasil = isi_skp(draf, induk=atasan)
    isi, satu = lembar(hasil), hasil.indikator.first()
    hasil.indikator.filter(pk=satu.pk).delete()
    jawab = orang.masuk("pela").post(url("hasil_update", hasil.pk), isi | {f"i{satu.pk}-uraian": "Kata saya"})
    assert jawab.status_code == 409
    assert "Kata saya" in jawab.content.decode()
    assert "sudah dihapus" in jawab.content.decode()


def test_simpan_sendiri_satu_baris_dan_409_membawa_keduanya(orang, atasan, draf):
    hasil = isi_skp(draf, induk=atasan)
    satu, dua = orang.masuk("pela"), orang.masuk("pela")
    isi = lembar(hasil)
    kirim = {k: v for k, v in isi.items() if k.startswith("h-")} | {"baris": "h"}
    jawab = satu.post(url("hasil_simpan", hasil.pk), kirim | {"h-rencana": "Pertama"})
    assert jawab.json() == {"id": hasil.pk, "versi": 2}
    jawab = dua.post(url("hasil_simpan", hasil.pk), kirim | {"h-rencana": "Kedua"})
    assert jawab.status_code == 409
    assert jawab.json()["versi"] == 2
    assert jawab.json()["kini"]["rencana"]["nilai"] == "Pertama"
    hasil.refresh_from_db()
    assert hasil.rencana == "Pertama"
    assert (
        dua.post(url("hasil_simpan", hasil.pk), kirim | {"h-rencana": "Pertama"}).json()["versi"] == 2
    )  # the same words


def test_indikator_baru_tersimpan_sendiri_mendapat_versi(orang, atasan, draf):
    hasil = isi_skp(draf, induk=atasan)
    k = orang.masuk("pela")
    baru = {
        "baris": "b0",
        "b0-aspek": "biaya",
        "b0-uraian": "Hemat",
        "b0-target": "10",
        "b0-satuan": "juta",
        "b0-arah": "turun",
    }
    jawab = k.post(url("hasil_simpan", hasil.pk), baru).json()
    assert jawab["versi"] == 1
    assert Indikator.objects.get(pk=jawab["id"]).aspek == "biaya"
    kosong = {"baris": "b1", "b1-aspek": "kuantitas", "b1-uraian": "", "b1-target": "", "b1-arah": "naik"}
    assert k.post(url("hasil_simpan", hasil.pk), kosong).json() == {"id": None, "versi": 0}


@pytest.mark.parametrize("nama", ["rekan", "kasub", "staf41", "irma"])
def test_orang_lain_tidak_mengisi_skp_saya(orang, atasan, draf, nama):
    hasil = isi_skp(draf, induk=atasan, rencana="Semula")
    k = orang.masuk(nama)
    isi = lembar(hasil)
    k.post(url("hasil_update", hasil.pk), isi | {"h-rencana": "Jahil"})
    k.post(url("hasil_simpan", hasil.pk), isi | {"baris": "h", "h-rencana": "Jahil"})
    k.post(url("hasil_delete", hasil.pk), {"versi": 1})
    hasil.refresh_from_db()
    assert hasil.rencana == "Semula"


def test_yang_diajukan_tidak_dapat_diubah(orang, atasan, draf):
    hasil = isi_skp(draf, induk=atasan)
    siklus.ajukan(draf.pk, oleh=orang.oleh("pela"), versi=1)
    k = orang.masuk("pela")
    assert k.get(url("hasil_update", hasil.pk)).status_code == 302
    jawab = k.post(url("hasil_update", hasil.pk), lembar(hasil) | {"h-rencana": "Terlambat mengubah"})
    assert jawab.status_code == 422
    assert "Terlambat mengubah" in jawab.content.decode()  # not lost
    hasil.refresh_from_db()
    assert hasil.versi == 1


def test_hapus_bertanya_dan_menolak_bila_menjadi_induk(orang, atasan, draf):
    isi_skp(draf, induk=atasan)
    k = orang.masuk("kasub")
    assert "menjadi induk" in k.get(url("hasil_delete", atasan.pk)).content.decode()
    k.post(url("hasil_delete", atasan.pk), {"versi": 1})
    assert HasilKerja.objects.filter(pk=atasan.pk).exists()
    milik = draf.hasil.get()
    orang.masuk("pela").post(url("hasil_delete", milik.pk), {"versi": 1})
    assert not draf.hasil.exists()


def test_urutan_dapat_dipindah(orang, atasan, draf):
    a, b = isi_skp(draf, induk=atasan, rencana="A"), isi_skp(draf, induk=atasan, rencana="B")
    orang.masuk("pela").post(url("hasil_urut", b.pk), {"arah": "naik"})
    assert [h.rencana for h in draf.hasil.all()] == ["B", "A"]
    orang.masuk("pela").post(url("hasil_urut", a.pk), {"arah": "turun"})
    assert [h.rencana for h in draf.hasil.all()] == ["B", "A"]


def test_perilaku_diubah_penilai_juga_sesudah_diajukan(orang, atasan, draf):
    isi_skp(draf, induk=atasan)
    siklus.ajukan(draf.pk, oleh=orang.oleh("pela"), versi=1)
    p = draf.perilaku.first()
    isi = {f"p{p.pk}-id": p.pk, f"p{p.pk}-versi": p.versi, f"p{p.pk}-ekspektasi": "Jawab pesan dalam sehari"}
    orang.masuk("pela").post(url("perilaku_update", draf.pk), isi | {f"p{p.pk}-ekspektasi": "Bukan giliran saya"})
    assert orang.masuk("kasub").post(url("perilaku_update", draf.pk), isi).status_code == 302
    p.refresh_from_db()
    assert p.ekspektasi == "Jawab pesan dalam sehari"
    lama = orang.masuk("kasub").post(
        url("perilaku_simpan", draf.pk), isi | {"baris": f"p{p.pk}", f"p{p.pk}-ekspektasi": "Versi lama"}
    )
    assert lama.status_code == 409


def test_lampiran_diisi_dan_dikosongkan(orang, draf):
    k = orang.masuk("pela")
    k.post(url("lampiran_update", draf.pk), {"ndukungan0-jenis": "dukungan", "ndukungan0-isi_": "Dua komputer"})
    x = draf.lampiran.get()
    assert (x.jenis, x.isi) == ("dukungan", "Dua komputer")
    k.post(
        url("lampiran_update", draf.pk),
        {f"l{x.pk}-id": x.pk, f"l{x.pk}-versi": 1, f"l{x.pk}-jenis": "dukungan", f"l{x.pk}-isi_": ""},
    )
    assert not draf.lampiran.exists()


def test_kepala_opd_memilih_pohon_dan_perspektif(orang, periode):
    skp = siklus.buka(orang.kaban.pk, periode.pk, oleh=orang.oleh("kaban"))
    pohon = Pohon.objects.create(tahun=TAHUN, status="berlaku")
    tujuan = Simpul.objects.create(pohon=pohon, jenis="tujuan", uraian="ASN profesional", unit=unit_kode("BKPSDM"))
    k = orang.masuk("kaban")
    assert "ASN profesional" in k.get(url("hasil_create", skp.pk)).content.decode()
    isi = {
        "h-rencana": "IP ASN naik",
        "h-jenis": "utama",
        "h-simpul_id": tujuan.pk,
        "h-perspektif": "penerima_layanan",
        "baru": 0,
    }
    assert k.post(url("hasil_create", skp.pk), isi).status_code == 302
    hasil = skp.hasil.get()
    assert (hasil.simpul, hasil.perspektif) == (tujuan, "penerima_layanan")


def test_ajukan_tetapkan_dan_kembalikan_lewat_halaman(orang, atasan, draf):
    isi_skp(draf, induk=atasan)
    pela, kasub = orang.masuk("pela"), orang.masuk("kasub")
    halaman = pela.get(url("skp_detail", draf.pk)).content.decode()
    assert "Ajukan kepada penilai" in halaman
    assert "SKP atasan belum ditetapkan" in halaman  # SKP-5: a warning only
    pela.post(url("skp_tindakan", draf.pk), {"aksi": "ajukan", "versi": 1})
    assert "Tetapkan SKP" in kasub.get(url("skp_detail", draf.pk)).content.decode()
    kasub.post(url("skp_tindakan", draf.pk), {"aksi": "kembalikan", "versi": 2, "alasan": ""})
    assert Skp.objects.get(pk=draf.pk).status == "diajukan"
    kasub.post(url("skp_tindakan", draf.pk), {"aksi": "tetapkan", "versi": 1})  # a stale page
    assert Skp.objects.get(pk=draf.pk).status == "diajukan"
    kasub.post(url("skp_tindakan", draf.pk), {"aksi": "tetapkan", "versi": 2})
    assert Skp.objects.get(pk=draf.pk).status == "ditetapkan"
    assert "Buka lagi untuk disesuaikan" in kasub.get(url("skp_detail", draf.pk)).content.decode()
    kasub.post(url("skp_tindakan", draf.pk), {"aksi": "kembalikan", "versi": 3, "alasan": "Target berubah."})
    assert "Target berubah." in pela.get(url("skp_saya")).content.decode()


def test_skp_kosong_tidak_dapat_diajukan_dan_disebut_sebabnya(orang, draf):
    k = orang.masuk("pela")
    assert "Ajukan kepada penilai" not in k.get(url("skp_detail", draf.pk)).content.decode()
    jawab = k.post(url("skp_tindakan", draf.pk), {"aksi": "ajukan", "versi": 1}, follow=True)
    assert "SKP-1: SKP belum memuat hasil kerja utama" in jawab.content.decode()


@pytest.mark.parametrize(
    ("nama", "kode"), [("pela", 200), ("kasub", 200), ("kabid", 200), ("rekan", 200), ("eko", 404), ("irma", 200)]
)
def test_skp_terbaca_menurut_cakupan(orang, draf, nama, kode):
    """``rekan`` works in the BKD, whose staff sees all."""
    assert orang.masuk(nama).get(url("skp_detail", draf.pk)).status_code == kode


def test_salin_membawa_isi_dan_induk_yang_masih_sama(orang, periode):
    lama = skp_ditetapkan(orang, periode)
    depan = PeriodeKinerja.objects.create(
        tahun=TAHUN + 1, susun_mulai=periode.susun_mulai, tetap_sampai=periode.nilai_sampai,
        nilai_mulai=periode.nilai_mulai.replace(year=TAHUN + 1), nilai_sampai=periode.nilai_sampai.replace(year=TAHUN + 2),
    )  # fmt: skip
    isi_skp(
        lama,
        rencana="Rencana yang atasannya sudah tiada",
        induk=isi_skp(Skp.objects.get(pegawai=orang.kasub), rencana="Hilang"),
    )
    baru_atasan = siklus.buka(orang.kasub.pk, depan.pk, oleh=orang.oleh("kasub"))
    tertib = isi_skp(baru_atasan, rencana="administrasi  kepangkatan TERTIB")
    lama.lampiran.create(jenis="dukungan", isi="Dua komputer")
    orang.masuk("pela").post(url("skp_buka"), {"tahun": TAHUN + 1, "salin": "1"})
    baru = Skp.objects.get(pegawai=orang.pela, periode=depan)
    assert [(h.rencana, h.induk_id) for h in baru.hasil.all()] == [
        ("Layanan kenaikan pangkat selesai tepat waktu", tertib.pk), ("Rencana yang atasannya sudah tiada", None),
    ]  # fmt: skip
    assert baru.hasil.first().indikator.count() == 3
    assert baru.lampiran.get().isi == "Dua komputer"


def test_kueri_halaman_skp_tetap(orang, atasan, draf):
    """The number of hasil kerja changes nothing; the bound keeps the page honest."""
    isi_skp(draf, induk=atasan)
    k, banyak = orang.masuk("pela"), []
    k.get(url("skp_detail", draf.pk))
    for _ in range(2):
        with CaptureQueriesContext(connection) as tangkap:
            k.get(url("skp_detail", draf.pk))
        banyak.append(len(tangkap))
        for n in range(4):
            isi_skp(draf, induk=atasan, rencana=f"Lagi {n}")
    assert banyak[0] == banyak[1] <= BATAS_KUERI, [q["sql"][:110] for q in tangkap]
