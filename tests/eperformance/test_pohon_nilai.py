"""Realisasi pohon: yang diketik unit pemilik, yang dihitung portal, dan "kenapa angka ini?"."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from python_calamine import CalamineWorkbook

from eperformance.models import IndikatorPohon, Pohon, RealisasiPohon
from eperformance.pohon import muat, portal
from kepegawaian import ukuran
from kepegawaian.models import Jejak
from layanan.galat import DitolakAlur
from tests.dunia_bersama import bersama
from tests.eperformance.conftest import HARI_INI, TAHUN, skp_ditetapkan
from tests.pabrik import tambah, tugaskan

TRIWULAN = (HARI_INI.month - 1) // 3 + 1
BERKAS = "Berkas kepegawaian yang dipindai dan diverifikasi"
PANGKAT = "Hari kerja rata-rata sampai usulan diteruskan ke BKN"


@pytest.fixture
@bersama
def pohon(orang):
    satu, _ = muat.muat(TAHUN)
    Pohon.objects.update(status="berlaku")
    satu.refresh_from_db()
    return satu


def u(nama, *args):
    return reverse(f"eperformance:{nama}", args=args)


def isi(orang, nama, indikator, nilai, triwulan=1, terakhir=0, keterangan="Laporan bulanan"):
    data = {"triwulan": triwulan, "terakhir": terakhir, "nilai": nilai, "keterangan": keterangan}
    return orang.masuk(nama).post(u("realisasi_create", indikator.pk, triwulan), data)


# ── typed ────────────────────────────────────────────────────────────────────────────────────────────


def test_kepala_unit_pemilik_mengetik_dan_halaman_menyebut_asalnya(orang, pohon):
    satu = IndikatorPohon.objects.get(uraian=PANGKAT)
    assert isi(orang, "kasub", satu, "10,5").status_code == 302
    nyata = RealisasiPohon.objects.get()
    assert (nyata.nilai, nyata.asal, nyata.oleh) == (Decimal("10.5"), "ketik", orang.akun["kasub"])
    teks = orang.masuk("kaban").get(u("indikator_detail", satu.pk)).content.decode()
    assert "KASUB UJI" in teks
    assert "Laporan bulanan" in teks
    assert "68,75 persen" in teks  # arah turun: 2 − 10,5/8 = 0,6875
    assert "Di bawah target" in teks
    assert Jejak.objects.filter(aksi="pohon_realisasi").count() == 1


@pytest.mark.parametrize(("nama", "boleh"), [("kasub", True), ("kabid", True), ("staf41", True), ("pela", False), ("irma", False), ("kasub41", True)])  # fmt: skip
def test_siapa_mengisi_realisasi_simpul_sub12(orang, pohon, nama, boleh):
    satu = IndikatorPohon.objects.get(uraian=PANGKAT)
    jawab = isi(orang, nama, satu, "8")
    assert jawab.status_code == (302 if boleh else 403 if nama == "irma" else 404)
    assert RealisasiPohon.objects.exists() is boleh


def test_operator_hanya_bagi_unit_yang_dilayaninya(orang, pohon):
    satu = IndikatorPohon.objects.get(uraian=PANGKAT)
    tugas = tugaskan(orang.akun["rekan"], "operator_opd", "BKPSDM")
    assert isi(orang, "rekan", satu, "8").status_code == 302
    tugas.delete()
    tugaskan(orang.akun["eko"], "operator_opd", "DINKES")
    assert isi(orang, "eko", satu, "9").status_code == 404
    assert RealisasiPohon.objects.count() == 1


def test_nilai_baru_tidak_menghapus_yang_lama_dan_yang_basi_ditolak(orang, pohon):
    satu = IndikatorPohon.objects.get(uraian=PANGKAT)
    isi(orang, "kasub", satu, "10")
    jawab = isi(orang, "kabid", satu, "9")  # opened before
    assert jawab.status_code == 409
    assert "diisi orang lain" in jawab.content.decode()
    assert RealisasiPohon.objects.count() == 1
    assert isi(orang, "kabid", satu, "9", terakhir=jawab.context["form"].data["terakhir"]).status_code == 302
    assert list(satu.realisasi.order_by("pk").values_list("nilai", flat=True)) == [10, 9]
    teks = orang.masuk("kasub").get(u("indikator_detail", satu.pk)).content.decode()
    assert "KABID UJI" in teks and "KASUB UJI" in teks  # noqa: PT018 - both rows on one page


def test_yang_dihitung_portal_draf_dan_masa_depan_tidak_diketik(orang, pohon):
    hitung = IndikatorPohon.objects.filter(sumber="kp_sebelum_tmt").first()
    jawab = orang.masuk("kasub").post(u("realisasi_create", hitung.pk, 1), {"nilai": "1"}, follow=True)
    assert "dihitung portal sendiri" in jawab.content.decode()
    depan, _ = muat.muat(TAHUN + 1)
    satu = IndikatorPohon.objects.get(simpul__pohon=depan, uraian=PANGKAT)
    jawab = orang.masuk("kasub").post(u("realisasi_create", satu.pk, 1), {"nilai": "1"}, follow=True)
    assert "realisasi diisi selama berlaku" in jawab.content.decode()
    Pohon.objects.filter(pk=depan.pk).update(status="berlaku")
    jawab = orang.masuk("kasub").post(u("realisasi_create", satu.pk, 1), {"nilai": "1"}, follow=True)
    assert "belum mulai" in jawab.content.decode()
    assert not RealisasiPohon.objects.exists()


# ── counted by the portal ────────────────────────────────────────────────────────────────────────────


def test_jp_dihitung_portal_sekali_semalam_dan_hanya_bila_berubah(orang, pohon):
    lewat = date(TAHUN, 1, 1)
    tambah(
        orang.pela, "diklat", tmt=lewat, jenis_id=_jenis_diklat(), nama="Diklat kepangkatan", jp=40, batch=orang.batch
    )
    tambah(orang.eko, "diklat", tmt=lewat, jenis_id=_jenis_diklat(), nama="Diklat gizi", jp=24, batch=orang.batch)
    esok = HARI_INI + timedelta(days=1)
    assert portal.malam(esok) > 0
    jp = RealisasiPohon.objects.get(indikator__sumber="jp_per_asn")
    assert (jp.nilai, jp.asal, jp.triwulan) == (8, "portal", TRIWULAN)  # 64 hours, 8 people
    assert (jp.rincian["pembilang"], jp.rincian["penyebut"]) == ("64", "8")
    dua = RealisasiPohon.objects.get(indikator__sumber="asn_20_jp")
    assert dua.nilai == 25  # 2 of 8
    banyak = RealisasiPohon.objects.count()
    assert portal.malam(esok) == 0
    tambah(orang.rekan, "diklat", tmt=lewat, jenis_id=_jenis_diklat(), nama="Diklat arsip", jp=16, batch=orang.batch)
    assert portal.malam(esok) == 0  # once a day
    assert RealisasiPohon.objects.count() == banyak
    assert portal.hitung_sekarang(pohon.pk, oleh=orang.oleh("staf41")) == 1  # 80 hours; nobody else has twenty
    assert portal.hitung_sekarang(pohon.pk, oleh=orang.oleh("staf41")) == 0
    assert RealisasiPohon.objects.filter(indikator__sumber="jp_per_asn").latest("pk").nilai == 10


def _jenis_diklat():
    from kepegawaian.models import JenisDiklat  # noqa: PLC0415 - asked for inside a test

    return JenisDiklat.objects.earliest("pk").pk


def test_malam_pertama_tahun_baru_menutup_triwulan_empat(orang, pohon):
    assert portal.malam(date(TAHUN + 1, 1, 1)) > 0
    assert set(RealisasiPohon.objects.values_list("triwulan", flat=True)) == {4}
    assert portal.malam(date(TAHUN + 1, 1, 2)) == 0  # no tree of the new year


def test_pohon_draf_tidak_dihitung(orang, pohon):
    Pohon.objects.update(status="draf")
    assert portal.malam(HARI_INI) == 0
    with pytest.raises(DitolakAlur, match="Hanya pohon berlaku"):
        portal.hitung_sekarang(pohon.pk, oleh=orang.oleh("staf41"))


def test_tombol_hitung_sekarang_dan_daftar_di_balik_angka(orang, periode, pohon):
    skp_ditetapkan(orang, periode)
    jawab = orang.masuk("staf41").post(u("pohon_hitung", TAHUN), follow=True)
    assert "nilai berubah" in jawab.content.decode()
    satu = IndikatorPohon.objects.filter(sumber="skp_ditetapkan").first()
    assert satu.realisasi.get().nilai == Decimal("12.5")  # 1 of 8
    teks = orang.masuk("kaban").get(u("indikator_detail", satu.pk)).content.decode()
    assert "SKP ditetapkan" in teks
    assert "ASN aktif" in teks
    assert u("indikator_daftar", satu.pk) in teks
    semua = orang.masuk("kaban").get(u("indikator_daftar", satu.pk)).content.decode()
    assert "EKO PUSKESMAS" in semua
    milik = orang.masuk("kasub").get(u("indikator_daftar", satu.pk))
    assert milik.status_code == 200
    unduh = orang.masuk("kaban").get(u("indikator_daftar", satu.pk), {"ekspor": "1"})
    baris = (
        CalamineWorkbook.from_filelike(BytesIO(b"".join(unduh.streaming_content))).get_sheet_by_index(0).to_python()
    )
    assert sum(orang.eko.nip in map(str, b) for b in baris) == 1


def test_daftar_di_balik_angka_dalam_cakupan_pembaca(orang, pohon):
    portal.malam(HARI_INI + timedelta(days=1))
    satu = IndikatorPohon.objects.get(sumber="jp_per_asn")
    tugaskan(orang.akun["eko"], "operator_opd", "DINKES")
    teks = orang.masuk("eko").get(u("indikator_daftar", satu.pk)).content.decode()
    assert "EKO PUSKESMAS" in teks
    assert "PELA RAJIN" not in teks


def test_sumber_yang_tidak_dikenal_tidak_menghentikan_malam(orang, pohon):
    IndikatorPohon.objects.filter(sumber="jp_per_asn").update(sumber="sudah_tiada")
    assert portal.malam(HARI_INI + timedelta(days=1)) > 0
    satu = IndikatorPohon.objects.get(sumber="sudah_tiada")
    assert "tidak dikenal lagi" in orang.masuk("kaban").get(u("indikator_detail", satu.pk)).content.decode()


def test_perintah_muat_dan_isi(orang, capsys):
    call_command("muat_pohon", str(TAHUN))
    call_command("muat_pohon", str(TAHUN))
    call_command("isi_pohon")
    keluar = capsys.readouterr().out
    assert "simpul dimuat" in keluar
    assert "sudah berisi" in keluar
    assert "0 realisasi baru" in keluar  # a draft


def test_semua_ukuran_terdaftar_bersumber_dan_dapat_dihitung(orang):
    semua = {s.kode: s for s in ukuran.semua()}
    assert set(semua) >= {
        "indeks_asn", "jp_per_asn", "asn_20_jp", "langkah_tepat", "skp_ditetapkan", "predikat_baik", "kp_sebelum_tmt",
        "kgb_sebelum_tmt", "pensiun_sebelum_tmt",
    }  # fmt: skip
    for satu in semua.values():
        assert satu.dasar
        for unit in (None, portal.unit_ids(orang.pela.kini.unit_id)):
            nilai = satu.hitung(unit, date(TAHUN, 1, 1), HARI_INI)
            assert nilai.nilai is None or nilai.nilai >= 0
        if satu.daftar:
            kolom, baris = satu.daftar(orang.oleh("kaban").hak, None, date(TAHUN, 1, 1), HARI_INI)
            assert all(len(b) == len(kolom) for b in baris[:5])


def test_predikat_tahunan_mendahului_periodik(orang):
    satu = ukuran.ambil("predikat_baik")
    awal, akhir = date(TAHUN, 1, 1), date(TAHUN, 12, 31)
    assert satu.hitung(None, awal, akhir).nilai is None
    tambah(orang.pela, "kinerja", tmt=date(TAHUN, 12, 30), tahun=TAHUN, predikat="Baik", batch=orang.batch)
    tambah(orang.rekan, "kinerja", tmt=date(TAHUN, 12, 30), tahun=TAHUN, predikat="Butuh Perbaikan", batch=orang.batch)
    assert satu.hitung(None, awal, akhir).nilai == 50


def test_waktu_baris_malam_ialah_saat_dihitung(orang, pohon):
    portal.malam(HARI_INI + timedelta(days=1))
    saat = RealisasiPohon.objects.latest("pk").pada
    assert abs(timezone.now() - saat) < timedelta(minutes=5)
    assert timezone.make_aware(datetime.combine(HARI_INI, time.min)) <= saat
