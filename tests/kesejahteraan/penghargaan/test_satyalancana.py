"""Satyalancana: daftar periode sama dengan syarat usulannya, draf banyak, surat usul, Keppres dari daftar, pencabutan."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from kepegawaian import impor
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Naskah, RiwayatPenghargaan
from kepegawaian.profil import profil_satu
from kesejahteraan.penghargaan import periode
from kesejahteraan.penghargaan.forms import hari_anugerah
from kesejahteraan.penghargaan.models import KelayakanSlks, PeriodeSlks
from layanan import katalog, tanda_kehormatan
from layanan.konteks import susun_konteks
from layanan.models import Usulan
from tests.dunia_bersama import bersama
from tests.kesejahteraan.penghargaan.conftest import mainkan
from tests.layanan.conftest import pdf
from tests.pabrik import buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db


@pytest.fixture
@bersama
def anugerah(hari_ini):
    """The next day of the award."""
    return hari_anugerah(acuan_kini(), periode.tahun_kini(acuan_kini(), hari_ini))


def pns(nama, anugerah, *, tahun=11, predikat="Baik", unit="DISDIK", **lain):
    """A PNS with so many years of service on the day of the award and results of the years before it."""
    p = buat_pegawai(nama=nama, unit=unit, tmt=tambah_bulan(anugerah, -12 * tahun), **lain)
    for t in (anugerah.year - 3, anugerah.year - 2, anugerah.year - 1):
        if date(t, 12, 31) < date.today():
            tambah(p, "kinerja", tmt=date(t, 12, 31), tahun=t, predikat=predikat)
    return p


@pytest.fixture
@bersama
def calon(orang, anugerah):
    """Fit; with a penalty; seven months short; too young; in another OPD; with the class already."""
    hasil = {
        "layak": pns("Layak Utama", anugerah),
        "dihukum": pns("Pernah Hukum", anugerah),
        "segera": pns("Segera Tiba", anugerah + timedelta(days=210), tahun=10),
        "muda": pns("Masih Muda", anugerah, tahun=4),
        "lain": pns("Lain Kantor", anugerah, unit="DINKES"),
        "punya": pns("Sudah Punya", anugerah),
    }
    tambah(
        hasil["dihukum"],
        "hukuman",
        tmt=tambah_bulan(anugerah, -60),
        sampai=tambah_bulan(anugerah, -48),
        jenis_id="S1T",
    )
    tambah(hasil["punya"], "penghargaan", tmt=tambah_bulan(anugerah, -12), jenis_id="201", nomor_sk="71/TK/Tahun 2026")
    return hasil


def buka(akun, nama, *args, data=None, **kueri):
    """GET, or POST of ``data``, by the account."""
    klien, url = masuk(Client(), akun), reverse(f"kesejahteraan:{nama}", args=args)
    return klien.post(url, data) if data is not None else klien.get(url, kueri)


def daftar_hasil(baris):
    """An uploaded xlsx of results."""
    file = io.BytesIO()
    impor.tulis_daftar("Hasil", ("NIP", "HASIL", "NO PIAGAM", "CATATAN", "DASAR"), baris, file)
    return SimpleUploadedFile("hasil.xlsx", file.getvalue())


def test_daftar_berkata_sama_dengan_syarat_usulannya(calon, anugerah, hari_ini):
    periode.hitung(anugerah.year)
    hasil = {b.pegawai_id: b for b in KelayakanSlks.objects.all()}
    assert (hasil[calon["layak"].pk].kelas, hasil[calon["layak"].pk].masa_bulan) == ("X", 132)
    assert hasil[calon["layak"].pk].hasil in ("ya", "periksa")  # results of this year may not be assessed yet
    assert (hasil[calon["dihukum"].pk].hasil, {k for k, j, _ in hasil[calon["dihukum"].pk].kurang if j == "tidak"}) == (
        "hampir", {"SLKS-02", "SLKS-03"},
    )  # fmt: skip
    assert (hasil[calon["segera"].pk].hasil, hasil[calon["segera"].pk].kurang[0][0]) == ("hampir", "SLKS-01")
    assert calon["muda"].pk not in hasil
    assert calon["punya"].pk not in hasil
    layanan = katalog.ambil("satyalancana")
    for b in hasil.values():
        isian = {"tmt": anugerah.isoformat(), "kelas": b.kelas}
        satu = layanan.periksa(susun_konteks(layanan, b.pegawai_id, isian, hari_ini))
        kurang = [[s.kode, h.jawaban, h.kalimat] for s, h in satu if h.jawaban != katalog.YA and s.kode != "SLKS-06"]
        assert b.kurang == kurang
    KelayakanSlks.objects.update(hasil="belum")
    call_command("hitung_satyalancana")  # once more: replaced, not doubled
    assert KelayakanSlks.objects.count() == len(hasil)
    assert KelayakanSlks.objects.get(pegawai=calon["layak"]).hasil != "belum"


def test_operator_melihat_opdnya_dan_hukuman_tidak_terbaca(orang, calon, anugerah):
    periode.hitung(anugerah.year)
    isi = buka(orang.akun_budi, "satyalancana_detail", anugerah.year).content.decode()
    assert "Layak Utama" in isi
    assert "Lain Kantor" not in isi
    hampir = buka(orang.akun_budi, "satyalancana_detail", anugerah.year, lihat="hampir").content.decode()
    assert "Pernah Hukum" in hampir
    assert "Diperiksa BKD." in hampir
    assert "dijatuhi hukuman" not in hampir
    assert (
        "dijatuhi hukuman"
        in buka(orang.akun_wulan, "satyalancana_detail", anugerah.year, lihat="hampir").content.decode()
    )
    segera = buka(
        orang.akun_wulan, "satyalancana_detail", anugerah.year, lihat="hampir", kurang="SLKS-01"
    ).content.decode()
    assert "Segera Tiba" in segera
    assert "Pernah Hukum" not in segera
    assert buka(orang.akun_ani, "satyalancana_detail", anugerah.year).status_code == 403
    assert buka(orang.akun_wulan, "satyalancana_detail", "kapan").status_code == 404
    kosong = buka(orang.akun_wulan, "satyalancana_detail", anugerah.year + 3).content.decode()
    assert "belum dihitung" in kosong.lower()
    tabel = buka(orang.akun_budi, "satyalancana_ekspor", anugerah.year)
    lembar = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(tabel))).get_sheet_by_index(0).to_python()
    assert ("Layak Utama", "X", "11 tahun 0 bulan") in [(b[1], b[5], b[6]) for b in lembar[1:]]
    assert {b[4] for b in lembar[1:]} == {"Dinas Pendidikan"}


def test_draf_yang_dipilih_dilampiri_drh(orang, calon, anugerah, tugas_langsung, django_capture_on_commit_callbacks):
    periode.hitung(anugerah.year)
    pilih = [calon[n].nip for n in ("layak", "segera", "lain")]
    with django_capture_on_commit_callbacks(execute=True):
        jawab = buka(orang.akun_budi, "satyalancana_usul", anugerah.year, data={"pilih": pilih})
    assert jawab.url == reverse("kesejahteraan:satyalancana_usulan", args=[anugerah.year])
    assert set(Usulan.objects.values_list("pegawai_id", "status", "tmt")) == {
        (calon["layak"].pk, "draf", anugerah), (calon["segera"].pk, "draf", anugerah)
    }  # fmt: skip
    satu = Usulan.objects.get(pegawai=calon["layak"])
    assert satu.isian["kelas"] == "X"
    assert satu.berkas.get(kode="drh").dosir.mime == "application/pdf"
    assert "sudah diusulkan" in buka(orang.akun_budi, "satyalancana_detail", anugerah.year).content.decode()
    ulang = buka(orang.akun_budi, "satyalancana_usul", anugerah.year, data={"pilih": [calon["layak"].nip]})
    assert Usulan.objects.filter(pegawai=calon["layak"]).count() == 1, ulang.content


def sampai(calon, anugerah, langkah, *nama):
    """Usulan of these people at a step."""
    isian = {"tmt": anugerah, "kelas": "X", "pidana": "tidak"}
    return {n: mainkan("satyalancana", calon[n], isian, langkah) for n in nama}


def test_satu_surat_bagi_semua_yang_menunggu_dikirim(
    orang, calon, anugerah, tugas_langsung, django_capture_on_commit_callbacks
):
    lama = pns("Lama Abdi", anugerah, tahun=12)
    sampai(calon | {"lama": lama}, anugerah, "kirim", "layak", "lama")
    assert buka(orang.akun_citra, "satyalancana_surat", anugerah.year, data={}).status_code == 404  # another subbid
    assert "bagi 2 orang" in buka(orang.akun_wulan, "satyalancana_usulan", anugerah.year).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        buka(orang.akun_wulan, "satyalancana_surat", anugerah.year, data={})
    surat = Naskah.objects.get(perihal__startswith="Usul Penganugerahan")
    assert {o["nama"] for o in surat.data["orang"]} == {"Layak Utama", "Lama Abdi"}
    assert {o["masa"] for o in surat.data["orang"]} == {"11 tahun 0 bulan", "12 tahun 0 bulan"}
    assert surat.tahap == "tercetak"
    assert set(Usulan.objects.values_list("langkah_kini__kode", flat=True)) == {"jawaban"}
    lagi = buka(orang.akun_wulan, "satyalancana_surat", anugerah.year, data={})
    assert Naskah.objects.filter(perihal__startswith="Usul Penganugerahan").count() == 1, lagi.status_code
    satu = PeriodeSlks.objects.get(tahun=anugerah.year).surat.get()
    buka(orang.akun_wulan, "satyalancana_surat_sah", satu.pk, data={"berkas": pdf()})
    surat.refresh_from_db()
    assert (surat.tahap, surat.status) == ("ditandatangani", "berlaku")
    rekap = buka(orang.akun_wulan, "satyalancana_rekap", anugerah.year)
    lembar = CalamineWorkbook.from_filelike(io.BytesIO(b"".join(rekap))).get_sheet_by_index(0).to_python()
    assert {b[2]: b[9] for b in lembar[1:]} == {"Layak Utama": "X", "Lama Abdi": "X"}


def test_keppres_dari_daftar_menjadi_riwayat(orang, calon, anugerah, hari_ini):
    lama, ketiga = (pns(n, anugerah, tahun=12) for n in ("Lama Abdi", "Ketiga Orang"))
    semua = calon | {"lama": lama, "ketiga": ketiga}
    sampai(semua, anugerah, "jawaban", "layak", "ketiga")
    sampai(semua, anugerah, "keppres", "lama")
    tahun = anugerah.year
    salah = daftar_hasil([
        (calon["layak"].nip, "DITETAPKAN", "", "", ""), (lama.nip, "DITOLAK", "", "x", "y"),
        (calon["muda"].nip, "DITETAPKAN", "1", "", ""), (ketiga.nip, "MENANG", "1", "", ""),
    ])  # fmt: skip
    isi = buka(orang.akun_wulan, "satyalancana_keppres", tahun, data={"daftar": salah}).content.decode()
    for kalimat in ("DITETAPKAN memerlukan NOMOR PIAGAM", "tinggal menunggu Keputusan Presiden", "tidak mempunyai usulan",
                    "HASIL ditulis DITETAPKAN"):  # fmt: skip
        assert kalimat in isi
    benar = [
        (calon["layak"].nip, "Ditetapkan", "SLKS-1", "", ""), (lama.nip, "Ditetapkan", "SLKS-2", "", ""),
        (ketiga.nip, "Dikembalikan", "", "DRH tidak terbaca", ""),
    ]  # fmt: skip
    lihat = buka(orang.akun_wulan, "satyalancana_keppres", tahun, data={"daftar": daftar_hasil(benar)})
    bawaan = lihat.context["rekam"].initial["bawaan"]
    assert not RiwayatPenghargaan.objects.filter(jenis_id="201").exclude(pegawai=calon["punya"]).exists()
    tanpa = buka(orang.akun_wulan, "satyalancana_keppres", tahun, data={"bawaan": bawaan})
    assert tanpa.status_code == 422, "Keppres tanpa nomor dan pindaian"
    keppres = {"bawaan": bawaan, "nomor_sk": "78/TK/Tahun 2027", "tanggal_sk": hari_ini.isoformat(), "berkas": pdf()}
    jawab = buka(orang.akun_wulan, "satyalancana_keppres", tahun, data=keppres)
    assert jawab.context["berhasil"] == 3, [h.sebab for h in jawab.context["hasil"]]
    baris = {b.pegawai_id: b for b in RiwayatPenghargaan.objects.filter(nomor_sk="78/TK/Tahun 2027")}
    assert {k: (b.nomor_piagam, b.tmt, b.jenis_id, b.pejabat) for k, b in baris.items()} == {
        calon["layak"].pk: ("SLKS-1", anugerah, "201", "Presiden Republik Indonesia"),
        lama.pk: ("SLKS-2", anugerah, "201", "Presiden Republik Indonesia"),
    }
    assert profil_satu(lama.pk, per=anugerah).penghargaan[0].nomor_sk == "78/TK/Tahun 2027"
    kini = {u.pegawai_id: u.langkah_kini.kode for u in Usulan.objects.select_related("langkah_kini")}
    assert kini == {calon["layak"].pk: "serahkan", lama.pk: "serahkan", ketiga.pk: "verifikasi_bkd"}
    ulang = buka(orang.akun_wulan, "satyalancana_keppres", tahun, data={"daftar": daftar_hasil(benar[:2])})
    assert len(ulang.context["lama"]) == 2
    assert "rekam" not in ulang.context
    kedua = buka(orang.akun_wulan, "satyalancana_keppres", tahun, data=keppres | {"berkas": pdf()})
    assert kedua.context["berhasil"] == 0, "sudah berubah sejak ditampilkan"


def test_dari_usul_sampai_piagam(orang, calon, anugerah):
    usulan = sampai(calon, anugerah, "selesai", "layak")["layak"]
    assert usulan.status == "selesai"
    assert [s.kode for s in usulan.langkah.order_by("id")] == [s.kode for s in katalog.ambil("satyalancana").alur]
    punya = RiwayatPenghargaan.objects.get(pegawai=calon["layak"])
    assert (punya.nama, punya.nomor_piagam != "") == ("Satyalancana Karya Satya 10 Tahun", True)
    isi = masuk(Client(), orang.akun_budi).get(
        reverse("kepegawaian:riwayat_list", args=[calon["layak"].nip, "penghargaan"])
    ).content.decode()  # fmt: skip
    assert "78/TK" in isi
    assert punya.nomor_piagam in isi


def test_diberhentikan_tidak_dengan_hormat_mencabutnya(orang, calon, hari_ini):
    p = calon["punya"]
    tambah(p, "kedudukan", tmt=hari_ini, kedudukan_id="77", nomor_sk="888/9/2026")
    assert tanda_kehormatan.cabut(hari_ini - timedelta(days=1)) == 0
    assert tanda_kehormatan.cabut(hari_ini) == 1
    assert tanda_kehormatan.cabut(hari_ini) == 0
    baris = RiwayatPenghargaan.objects.get(pegawai=p)
    assert baris.dibatalkan_pada is not None
    assert baris.dibatalkan_sebab == "Dicabut: diberhentikan tidak dengan hormat, SK 888/9/2026"
    assert profil_satu(p.pk, per=hari_ini).penghargaan == ()


def test_yang_diaktifkan_kembali_tidak_dicabut(orang, calon, hari_ini):
    p = calon["punya"]
    tambah(p, "kedudukan", tmt=hari_ini - timedelta(days=9), kedudukan_id="77", nomor_sk="888/9/2026")
    tambah(p, "kedudukan", tmt=hari_ini, kedudukan_id="01", nomor_sk="888/10/2026")
    assert tanda_kehormatan.cabut(hari_ini) == 0


def test_kedudukan_tanpa_hak_pensiun_tetapi_dengan_hormat_tidak_mencabutnya(orang, calon, hari_ini):
    p = calon["punya"]
    tambah(p, "kedudukan", tmt=hari_ini, kedudukan_id="77", nomor_sk="882/1/2026")
    tambah(p, "pemberhentian", tmt=hari_ini, jenis="TIDAK_CAKAP", nama="Tidak cakap", nomor_sk="882/1/2026")
    assert tanda_kehormatan.cabut(hari_ini) == 0


def test_kueri_tetap_berapa_pun_barisnya(orang, calon, anugerah):
    periode.hitung(anugerah.year)
    klien = masuk(Client(), orang.akun_wulan)
    url = {
        n: reverse(f"kesejahteraan:{n}", args=[anugerah.year]) for n in ("satyalancana_detail", "satyalancana_usulan")
    }

    def kueri(nama):
        with CaptureQueriesContext(connection) as c:
            assert klien.get(url[nama]).status_code == 200
        return len(c)

    for nama in url:
        kueri(nama)
    awal = {nama: kueri(nama) for nama in url}
    for i in range(4):
        satu = pns(f"Tambahan {i}", anugerah)
        mainkan("satyalancana", satu, {"tmt": anugerah, "kelas": "X", "pidana": "tidak"}, "draf")
    periode.hitung(anugerah.year)
    assert {nama: kueri(nama) for nama in url} == awal
    assert max(awal.values()) <= 12


def test_minta_hitung_ulang_dan_sapuannya(orang, anugerah, tugas_langsung):
    buka(orang.akun_wulan, "satyalancana_hitung", anugerah.year, data={})
    assert PeriodeSlks.objects.get(tahun=anugerah.year).dihitung_pada is not None
    periode.minta(anugerah.year)
    satu = PeriodeSlks.objects.get()
    PeriodeSlks.objects.update(diminta_pada=satu.dihitung_pada.replace(year=2020))
    assert periode.tertinggal() == [anugerah.year]
    assert periode.malam(date.today()) == 1
    assert periode.tertinggal() == []
