"""Gaji dan tunjangan yang berhenti atau dibayarkan lagi pada daftar bulanan: putusan T-02 (rahasia), cuti besar, CLTN."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kepegawaian.aturan import awal_bulan_berikut, tambah_bulan, tulis_tanggal
from kepegawaian.models import PutusanGaji, RiwayatCuti
from tests.disiplin.test_kehadiran import catat, hari_kerja
from tests.pabrik import buat_akun, buat_pegawai, masuk, tambah, tugaskan
from tests.penggajian.test_halaman_gaji import lembar, tulis

pytestmark = pytest.mark.django_db
URL = "/penggajian/perubahan/"
KINI = timezone.localdate().replace(day=1)
LAMA = timezone.now() - timedelta(days=75)
HENTI = "Gaji dihentikan"


def bulan(hari):
    return {"bulan": f"{hari:%Y-%m}"}


def apa(jawab):
    return [(b.pegawai.kini.nama, b.apa) for b, _ in jawab.context["baris"]]


@pytest.fixture
def kantor():
    """Clients: handler of discipline, pay (SUB12), another subbid, operator and head of the OPD, inspektorat; and Ani."""
    orang = {"penangan": ("SUB11", {}), "gaji": ("SUB12", {}), "lain": ("SUB42", {}), "operator": ("DISDIK", {}),
             "kepala": ("DISDIK", {"jabatan": "KEPALA-DISDIK", "golongan": "IV/c"})}  # fmt: skip
    hasil = {}
    for nama, (unit, isi) in orang.items():
        akun = buat_akun(buat_pegawai(nama=nama.upper(), unit=unit, **isi))
        if nama == "operator":
            tugaskan(akun, "operator_opd", "DISDIK")
        hasil[nama] = masuk(Client(), akun)
    pengawas = buat_akun(nama_pengguna="pengawas", nama="Inspektorat")
    tugaskan(pengawas, "inspektorat")
    return hasil | {"inspektorat": masuk(Client(), pengawas), "ani": buat_pegawai(nama="ANI", unit="DISDIK-SUBBAG1")}


@pytest.fixture
def henti(kantor):
    """The handler stops the salary of Ani for her last ten working days, by his page; (decision, first day of its month)."""
    hari = hari_kerja(10)
    catat(kantor["ani"], hari)
    url = f"/disiplin/kehadiran/{kantor['ani'].nip}/{hari[-1].year}/gaji/henti/"
    assert kantor["penangan"].post(url, {"alasan": "Sepuluh hari tanpa kabar XYZ."}).status_code == 302
    satu = PutusanGaji.objects.get()
    assert satu.tmt == awal_bulan_berikut(hari[-1])
    return satu, max(satu.tmt, KINI)


# ── T-02 ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("siapa", ["penangan", "gaji", "inspektorat"])
def test_gaji_yang_dihentikan_tampil_dengan_dasarnya(kantor, henti, siapa):
    putusan, pada = henti
    jawab = kantor[siapa].get(URL, bulan(pada))
    assert apa(jawab) == [("ANI", HENTI)]
    isi = tulis(jawab)
    assert "PP 94/2021 Pasal 15 ayat (2)" in isi
    assert f"10 hari kerja terus-menerus, {tulis_tanggal(putusan.absen_dari)}" in isi
    assert "XYZ" not in isi  # the words of the handler stay in the case
    kepala, satu = lembar(kantor[siapa].get(f"{URL}ekspor/", bulan(pada)))
    baris = dict(zip(kepala, satu, strict=True))
    assert (baris["NAMA"], baris["SEBAB"], baris["DASAR"]) == ("ANI", HENTI, "PP 94/2021 Pasal 15 ayat (2)")
    assert baris["TMT"] == putusan.tmt
    assert baris["KETERANGAN"].endswith("; sampai diputus dibayarkan.")


@pytest.mark.parametrize("siapa", ["lain", "operator", "kepala"])
def test_putusan_gaji_tidak_tampak_bagi_yang_lain(kantor, henti, siapa):
    _, pada = henti
    for saring in ({}, {"jenis": "HENTI"}):
        jawab = kantor[siapa].get(URL, bulan(pada) | saring)
        assert apa(jawab) == []
        assert not any(x in tulis(jawab) for x in (HENTI, "ketidakhadiran)", "sepuluh hari"))
        assert len(lembar(kantor[siapa].get(f"{URL}ekspor/", bulan(pada) | saring))) == 1  # only the headings


def test_gaji_yang_dibayarkan_kembali_menyebut_putusannya(kantor, henti):
    putusan, pada = henti
    tahun = (putusan.tmt - timedelta(days=1)).year
    url = f"/disiplin/kehadiran/{kantor['ani'].nip}/{tahun}/gaji/bayar/"
    assert kantor["penangan"].post(url, {"alasan": "Diperiksa.", "dasar": "BAP 800/7/2026"}).status_code == 302
    jawab = kantor["gaji"].get(URL, bulan(pada) | {"jenis": "HENTI"})
    assert sorted(apa(jawab)) == [("ANI", HENTI), ("ANI", "Gaji yang dihentikan dibayarkan")]
    assert "BAP 800/7/2026" in tulis(jawab)
    assert apa(kantor["gaji"].get(URL, bulan(pada) | {"jenis": "KGB"})) == []


def test_putusan_atas_bulan_lalu_tampil_pada_bulan_diputus_dengan_rapelnya(kantor):
    """Stopped from three months ago, decided then; paid today: three months to be paid afterwards."""
    lalu = tambah_bulan(KINI, -3)
    isi = {"pegawai": kantor["ani"], "tmt": lalu, "absen_dari": lalu - timedelta(days=20),
           "absen_sampai": lalu - timedelta(days=7), "hari": 10, "alasan": "-"}  # fmt: skip
    awal = PutusanGaji.objects.create(jenis="henti", dasar="PP 94/2021 Pasal 15 ayat (2)", dicatat_pada=LAMA, **isi)
    PutusanGaji.objects.create(jenis="bayar", dasar="BAP 1", atas=awal, **isi)
    jawab = kantor["gaji"].get(URL)
    assert [(b.apa, b.rapel, b.henti) for b, _ in jawab.context["baris"]] == [
        ("Gaji yang dihentikan dibayarkan", 3, False)
    ]


# ── cuti besar, CLTN ─────────────────────────────────────────────────────────────────────────────────


def cuti(pegawai, mulai, sampai, jenis="CB", **lain):
    return tambah(
        pegawai, "cuti", tmt=mulai, sampai=sampai, jenis=jenis, nomor_sk="852/3/2026", tanggal_sk=mulai, **lain
    )


MULAI_CB, USAI_CB = (
    "Tunjangan jabatan dihentikan: cuti besar",
    "Tunjangan jabatan dibayarkan kembali: cuti besar selesai",
)


def test_cuti_besar_pada_bulan_mulai_dan_bulan_sesudah_selesai(kantor):
    mulai, sampai = KINI + timedelta(days=4), tambah_bulan(KINI, 1) + timedelta(days=9)
    cuti(kantor["ani"], mulai, sampai, dicatat_pada=LAMA)
    for siapa in ("gaji", "lain", "operator", "kepala"):  # no secret
        jawab = kantor[siapa].get(URL)
        assert [(b.pegawai.kini.nama, b.apa, b.tmt, b.sampai) for b, _ in jawab.context["baris"]] == [
            ("ANI", MULAI_CB, mulai, sampai)
        ]
    assert "PP 11/2017 Pasal 316-318; PerBKN 24/2017" in tulis(jawab)
    jawab = kantor["gaji"].get(URL, bulan(tambah_bulan(KINI, 1)))
    assert [(b.apa, b.tmt) for b, _ in jawab.context["baris"]] == [(USAI_CB, sampai + timedelta(days=1))]
    assert apa(kantor["gaji"].get(URL, bulan(tambah_bulan(KINI, 2)))) == []
    kepala, satu = lembar(kantor["operator"].get(f"{URL}ekspor/", {"jenis": "CUTI"}))
    baris = dict(zip(kepala, satu, strict=True))
    assert (baris["SEBAB"], baris["NOMOR KEPUTUSAN"], baris["TMT"], baris["SAMPAI"]) == (
        MULAI_CB,
        "852/3/2026",
        mulai,
        sampai,
    )
    assert baris["DASAR"] == "PP 11/2017 Pasal 316-318; PerBKN 24/2017"


def test_hari_terakhir_pada_akhir_bulan_hidup_lagi_pada_tanggal_satu(kantor):
    cuti(kantor["ani"], tambah_bulan(KINI, -2), KINI - timedelta(days=1), dicatat_pada=LAMA - timedelta(days=90))
    (satu,) = [b for b, _ in kantor["gaji"].get(URL).context["baris"]]
    assert (satu.apa, satu.tmt, satu.rapel) == (USAI_CB, KINI, 0)


def test_dipanggil_kembali_tidak_mengulang_penghentiannya(kantor):
    mulai = tambah_bulan(KINI, -1)
    lama = cuti(kantor["ani"], mulai, tambah_bulan(KINI, 2), dicatat_pada=LAMA)
    RiwayatCuti.objects.filter(pk=lama.pk).update(dibatalkan_pada=timezone.now(), dibatalkan_sebab="Dipanggil")
    cuti(kantor["ani"], mulai, KINI + timedelta(days=1))
    assert [(b.apa, b.tmt) for b, _ in kantor["gaji"].get(URL).context["baris"]] == [
        (USAI_CB, KINI + timedelta(days=2))
    ]


def test_cltn_menghentikan_gaji_sampai_pengaktifan_dan_perpanjangan_bukan_perubahan(kantor):
    ani, usai = kantor["ani"], tambah_bulan(KINI, -1) - timedelta(days=1)
    tambah(ani, "kedudukan", tmt=tambah_bulan(KINI, -37), kedudukan_id="02", dicatat_pada=LAMA)
    cuti(ani, tambah_bulan(KINI, -37), usai, "CLTN", dicatat_pada=LAMA)
    cuti(ani, usai + timedelta(days=1), KINI + timedelta(days=9), "CLTN")  # the extension
    tambah(ani, "kedudukan", tmt=KINI + timedelta(days=10), kedudukan_id="01")
    eka = buat_pegawai(nama="EKA", unit="DISDIK-SUBBAG1")
    cuti(eka, KINI, tambah_bulan(KINI, 12), "CLTN")
    assert apa(kantor["gaji"].get(URL)) == [
        ("ANI", "Gaji dibayarkan kembali: aktif sesudah CLTN"), ("EKA", "Gaji dihentikan: cuti di luar tanggungan negara")]  # fmt: skip
    assert "PP 11/2017 Pasal 334-337" in tulis(kantor["gaji"].get(URL))


def test_urutan_saringan_dan_banyaknya_kueri(kantor):
    def isi(nama, hari):
        orang = buat_pegawai(nama=nama, unit="DINKES")
        cuti(orang, KINI + timedelta(days=hari), KINI + timedelta(days=hari + 5))
        return orang

    isi("BUDI", 9)

    def kueri():
        with CaptureQueriesContext(connection) as c:
            assert kantor["gaji"].get(URL).status_code == 200
        return len(c)

    kueri()
    satu = kueri()
    for i in range(3):
        isi(f"CICI {i}", i)
    assert kueri() == satu <= 12
    tertua = [b.tmt for b, _ in kantor["gaji"].get(URL, {"urut": "tmt"}).context["baris"]]
    assert tertua == sorted(tertua)
    assert {n for n, _ in apa(kantor["gaji"].get(URL, {"q": "budi"}))} == {"BUDI"}
    assert apa(kantor["operator"].get(URL)) == []  # another OPD


def test_bulan_cuti_yang_lampau_tidak_kembali_muncul(kantor):
    cuti(kantor["ani"], date(KINI.year - 2, 3, 1), date(KINI.year - 2, 5, 30), dicatat_pada=LAMA)
    assert apa(kantor["gaji"].get(URL)) == []
