"""Berkas SIASN untuk uji: dibuat di memori dari kamus kolom, lalu lewat pintu yang sesungguhnya."""

import csv
import io
from datetime import date, datetime

import pytest
import xlsxwriter

from kepegawaian import impor
from kepegawaian.impor.format import KOLOM_UTAMA, LEMBAR_RIWAYAT
from kepegawaian.models import JENIS_RIWAYAT, BarisImpor, Naskah, NaskahPegawai

PER = date(2026, 6, 1)
NIP = "198605172015032001"
JUDUL = {r.nama: [k.judul for k in r.kolom] for r in LEMBAR_RIWAYAT}
ANI = {
    "PNS ID": "A5EB03E23CCCF6A0E040640A04025201",
    "NIP BARU": NIP,
    "NAMA": "ANI LESTARI",
    "GELAR BELAKANG": "S.E.",
    "TEMPAT LAHIR NAMA": "LAMONGAN",
    "TANGGAL LAHIR": "17-05-1986",
    "JENIS KELAMIN": "F",
    "AGAMA ID": "1",
    "AGAMA NAMA": "Islam",
    "JENIS KAWIN ID": "1",
    "NIK": "3524015705860001",
    "NOMOR HP": "081234567890",
    "EMAIL": "ani@example.test",
    "ALAMAT": "Jl. Veteran 1",
    "JENIS PEGAWAI ID": "15",
    "KEDUDUKAN HUKUM ID": "01",
    "KEDUDUKAN HUKUM NAMA": "Aktif",
    "STATUS CPNS PNS": "P",
    "NOMOR SK CPNS": "813/1/2015",
    "TANGGAL SK CPNS": "20-02-2015",
    "TMT CPNS": "01-03-2015",
    "NOMOR SK PNS": "821/1/2016",
    "TANGGAL SK PNS": "20-03-2016",
    "TMT PNS": "01-04-2016",
    "GOL AWAL ID": "31",
    "GOL AWAL NAMA": "III/a",
    "GOL AKHIR ID": "32",
    "GOL AKHIR NAMA": "III/b",
    "TMT GOLONGAN": "01-04-2019",
    "MK TAHUN": "4",
    "MK BULAN": "1",
    "JENIS JABATAN ID": "4",
    "JABATAN NAMA": "Analis Kepegawaian",
    "TMT JABATAN": "02-01-2020",
    "TINGKAT PENDIDIKAN ID": "40",
    "PENDIDIKAN NAMA": "S-1 EKONOMI",
    "TAHUN LULUS": "2009",
    "UNOR NAMA": "Bagian Hukum",
    "NAMA SEKOLAH": "Universitas Airlangga",
}


def orang(nomor=1, **ubah):
    """A further valid row of the main sheet: ANI under another NIP and PNS ID."""
    isi = {"PNS ID": f"{nomor:032X}", "NIP BARU": f"198605172015032{nomor:03d}", "NAMA": f"PEGAWAI {nomor}"}
    return ANI | isi | {"NIK": f"352401570586{nomor:04d}"} | ubah


def pppk(nomor=1, **ubah):
    """A PPPK: number with 21 in digits 13-14, golongan IX, contract instead of CPNS and PNS."""
    isi = dict.fromkeys(
        ("NOMOR SK PNS", "TANGGAL SK PNS", "TMT PNS", "GOL AWAL ID", "GOL AKHIR ID", "JENIS PEGAWAI ID"), ""
    )
    isi |= {"NIP BARU": f"199001012023211{nomor:03d}", "TANGGAL LAHIR": "01-01-1990", "JENIS KELAMIN": "M"}
    isi |= {"STATUS CPNS PNS": "PPPK", "KEDUDUKAN HUKUM ID": "", "KEDUDUKAN HUKUM NAMA": "PPPK Aktif"}
    isi |= {"GOL AWAL NAMA": "IX", "GOL AKHIR NAMA": "IX", "TMT CPNS": "01-03-2023", "TMT GOLONGAN": "01-03-2023"}
    isi |= {"NOMOR SK CPNS": "813/9/2023", "TANGGAL SK CPNS": "20-02-2023", "TMT JABATAN": "01-03-2023"}
    return orang(nomor) | {"PNS ID": f"F{nomor:031X}", "MK TAHUN": "0", "MK BULAN": "0"} | isi | ubah


def tulis(lembar, nilai, tanggal):
    """Writes one cell by its Python type."""
    for nomor, sel in enumerate(nilai):
        if isinstance(sel, str):
            lembar[0].write_string(lembar[1], nomor, sel)
        elif isinstance(sel, datetime | date):
            lembar[0].write_datetime(lembar[1], nomor, datetime(sel.year, sel.month, sel.day), tanggal)
        elif sel is not None:
            lembar[0].write(lembar[1], nomor, sel)


def xlsx(lembar):
    """An xlsx of {sheet name: [rows]}; cells by their Python type."""
    berkas = io.BytesIO()
    with xlsxwriter.Workbook(berkas, {"strings_to_numbers": False, "strings_to_formulas": False}) as buku:
        tanggal = buku.add_format({"num_format": "dd-mm-yyyy"})
        for nama, baris in lembar.items():
            satu = buku.add_worksheet(nama)
            for nomor, nilai in enumerate(baris):
                tulis((satu, nomor), nilai, tanggal)
    berkas.seek(0)
    return berkas


def siasn(utama=(), kolom=KOLOM_UTAMA, lembar="Data ASN", **riwayat):
    """The xlsx of main rows (dicts) and riwayat sheets (``RW_PANGKAT=[{…}]``)."""
    isi = {}
    if utama:
        isi[lembar] = [list(kolom), *([b.get(k, "") for k in kolom] for b in utama)]
    for nama, baris in riwayat.items():
        nama = nama.replace("_", " ")
        isi[nama] = [JUDUL[nama], *([b.get(k, "") for k in JUDUL[nama]] for b in baris)]
    return xlsx(isi)


def csv_siasn(utama, kolom=KOLOM_UTAMA, pemisah=";", sandi="utf-8-sig"):
    """The same main rows as csv."""
    arus = io.StringIO()
    penulis = csv.writer(arus, delimiter=pemisah)
    penulis.writerow(kolom)
    penulis.writerows([b.get(k, "") for k in kolom] for b in utama)
    return io.BytesIO(arus.getvalue().encode(sandi))


def baca(berkas, nama="data-asn.xlsx", per=PER, oleh=None):
    """Uploads and previews."""
    return impor.baca(impor.unggah(berkas, nama, per, oleh).pk)


def terapkan(berkas, nama="data-asn.xlsx", per=PER, oleh=None):
    """Uploads, previews and applies."""
    return impor.terapkan(baca(berkas, nama, per, oleh).pk)


def hasil(batch):
    """{(sheet, row number): result}."""
    return {(b.lembar, b.nomor): b.hasil for b in BarisImpor.objects.filter(batch=batch)}


def galat(batch):
    """[(row number, column, reason)] of all rows in error."""
    baris = BarisImpor.objects.filter(batch=batch, hasil="galat")
    return [(b.nomor, g["kolom"], g["sebab"]) for b in baris for g in b.galat]


def perubahan(batch):
    """{column: (old, new)} of the only changed row."""
    (baris,) = BarisImpor.objects.filter(batch=batch, hasil="berubah")
    return {p["kolom"]: (p["lama"], p["baru"]) for p in baris.perubahan}


def riwayat(jenis, nip=NIP, *kolom):
    """Rows in force of a kind, by TMT: [(tmt, …columns)]."""
    baris = JENIS_RIWAYAT[jenis].objects.filter(pegawai__nip=nip, dibatalkan_pada__isnull=True).order_by("tmt")
    return [(f"{b[0]:%Y-%m-%d}", *b[1:]) for b in baris.values_list("tmt", *kolom)]


def jumlah_riwayat():
    """Rows of every kind, those batal too, and the latest id of each: unchanged means nothing was written."""
    return {
        k: (m.objects.count(), m.objects.order_by("-id").values_list("id", flat=True).first())
        for k, m in JENIS_RIWAYAT.items()
    }


@pytest.fixture
def bernaskah():
    """Adds a riwayat row that rests on a signed naskah: bernaskah(pegawai, jenis, tmt, **kolom)."""

    def tambah(pegawai, jenis, tmt, nomor="821.2/7/2026", **kolom):
        naskah = Naskah.objects.create(
            jenis="sk",
            perihal="Kenaikan pangkat",
            asal="luar",
            nomor=nomor,
            tanggal=date(2026, 3, 1),
            penetap="Bupati Lamongan",
            tahap="ditandatangani",
            status="berlaku",
            berkas_sah="naskah-sah/uji.pdf",
            ditandatangani_pada=datetime.fromisoformat("2026-03-01T08:00:00+07:00"),
            dibuat_pada=datetime.fromisoformat("2026-03-01T08:00:00+07:00"),
        )
        isi = NaskahPegawai.objects.create(naskah=naskah, pegawai=pegawai, tmt=tmt)
        return JENIS_RIWAYAT[jenis].objects.create(pegawai=pegawai, tmt=tmt, naskah_pegawai=isi, **kolom)

    return tambah
