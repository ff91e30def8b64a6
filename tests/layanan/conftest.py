"""Orang-orang kantor dan satu layanan uji yang lahir saat uji berjalan (tanpa migrasi)."""

import importlib
import io
import sys
from datetime import date, datetime
from types import SimpleNamespace

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pypdf import PdfWriter

from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import RiwayatPendidikan
from layanan import alur, katalog
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat, TemplatNaskah, perlu_diperiksa, tidak, ya
from tests.dunia_bersama import bersama
from tests.pabrik import buat_akun, buat_banyak, tugaskan


def pdf(nama="pindaian.pdf", lebar=200):
    """A real one-page PDF as an upload."""
    penulis, keluar = PdfWriter(), io.BytesIO()
    penulis.add_blank_page(width=lebar, height=280)
    penulis.write(keluar)
    return SimpleUploadedFile(nama, keluar.getvalue(), content_type="application/pdf")


class FormUji(forms.Form):
    """Asks a TMT."""

    tmt = forms.DateField()

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)


class FormPertekUji(forms.Form):
    """The answer of an outside party."""

    nomor_pertek = forms.CharField()
    hasil = forms.ChoiceField(choices=[("ms", "MS"), ("bts", "BTS"), ("tms", "TMS")])


def _usia(k):
    return ya("Usia cukup.") if k.isian.get("tmt") else perlu_diperiksa("TMT belum diisi.")


def _golongan(k):
    return tidak("Golongan I tidak dapat.") if (k.profil.golongan or "").startswith("I/") else ya("Golongan cukup.")


def _tinjau(k):
    return perlu_diperiksa("Surat aslinya perlu dilihat.") if k.profil.kedudukan == "03" else ya("Jelas.")


class LayananUji(Layanan):
    """A whole route in one declaration: approve, outside party with outcomes, number, sign, hand over."""

    slug = "uji-mesin"
    nama = "Layanan uji mesin"
    aspek = "c"
    dasar = (Dasar("PP 11/2017", "Pasal 2"),)
    syarat = (
        Syarat("UJI-1", "Usia", Dasar("PP 11/2017", "Pasal 2"), _usia),
        Syarat("UJI-2", "Golongan", Dasar("PP 11/2017", "Pasal 2"), _golongan, rahasia=True),
        Syarat("UJI-3", "Surat asli", Dasar("PP 11/2017", "Pasal 2"), _tinjau),
    )
    dokumen = (
        DokumenSyarat("surat_pengantar", "Surat pengantar OPD"),
        DokumenSyarat("ijazah", "Ijazah", wajib=False, dosir="pendidikan"),
    )
    alur = (
        Langkah("verifikasi_opd", "Verifikasi OPD", katalog.kepala_opd, sla_hari_kerja=3, boleh_tolak=False),
        Langkah("verifikasi_bkd", "Verifikasi BKD", katalog.staf("SUB12"), sla_hari_kerja=2),
        Langkah("periksa_kabid", "Kepala Bidang", katalog.jabatan("KEPALA-BID1"), sla_hari_kerja=2),
        Langkah("kaban", "Kepala BKD", katalog.jabatan("KEPALA-BKPSDM"), boleh_tolak=True),
        Langkah("pertek", "Pertek BKN", katalog.staf("SUB12"), katalog.REKAM, form=FormPertekUji,
                hasil={"bts": "verifikasi_bkd", "tms": "TOLAK"}, jalur="BKN"),
        Langkah("penetapan", "Penetapan", katalog.staf("SUB12"), katalog.TETAPKAN),
        Langkah("tanda_tangan", "Tanda tangan", katalog.penandatangan("kgb_penanda_tangan"), katalog.TANDA_TANGAN),
        Langkah("serahkan", "Penyerahan", katalog.staf("SUB12"), katalog.SERAHKAN),
    )  # fmt: skip
    form = FormUji
    naskah = TemplatNaskah("sk", "naskah/kp_reguler.html", "UJI", "Keputusan uji", "UJI/{urut}/{tahun}")
    pengusul = ("asn", "operator_opd", "staf_bkd")
    pemilik = "SUB12"

    def isian_awal(self, profil, tanggal, acuan):
        return {"tmt": date(2027, 1, 1)}

    def kantor_penandatangan(self, konteks):
        return "BUPATI"

    def ringkas(self, profil, isian):
        return "Ringkas uji"

    def data_naskah(self, konteks):
        return {"nama": konteks.profil.nama, "penetap": "Bupati Lamongan"}

    def terapkan(self, naskah_pegawai):
        RiwayatPendidikan.objects.create(
            pegawai=naskah_pegawai.pegawai, tmt=naskah_pegawai.tmt, naskah_pegawai=naskah_pegawai,
            tingkat_id="45", nama="S-2 ILMU PEMERINTAHAN",
        )  # fmt: skip


@pytest.fixture
def layanan_uji():
    """Registers the layanan for one test and takes it out again."""
    katalog.daftarkan(LayananUji)
    yield katalog.ambil("uji-mesin")
    katalog._daftar.pop("uji-mesin")


MODUL = "tests.layanan.layanan_panggilan"


@pytest.fixture
def panggilan():
    """The layanan of ``layanan_panggilan.py``, registered by importing it and taken out again."""
    sys.modules.pop(MODUL, None)
    importlib.import_module(MODUL)
    yield katalog.ambil("uji-panggilan")
    katalog._daftar.pop("uji-panggilan")
    sys.modules.pop(MODUL, None)


SAAT = timezone.make_aware(datetime(2026, 11, 2, 9, 0))


class Orang(SimpleNamespace):
    """People by name; ``orang.oleh("citra")`` is the Pelaku with the Hak of that day."""

    def oleh(self, nama, pada=SAAT):
        akun = getattr(self, f"akun_{nama}")
        hak = hitung_hak(akun, per=timezone.localdate(pada), acuan=acuan_kini())
        return alur.Pelaku(akun, hak, "127.0.0.1", pada)


@pytest.fixture
@bersama
def orang(db):
    """The people of ``susun_orang`` in the database of one test."""
    return susun_orang()


def susun_orang():
    """ani (pegawai DISDIK), budi (operator DISDIK), kadis, citra & cici (staf SUB12), kabid, dewi (Kepala BKD), …"""
    o = Orang()
    mau = {
        "ani": {"nama": "Ani Lestari", "unit": "DISDIK", "golongan": "II/d"},
        "budi": {"nama": "Budi Santosa", "unit": "DISDIK", "kelamin": "L"},
        "kadis": {"nama": "Kadar Usman", "unit": "DISDIK", "jabatan": "KEPALA-DISDIK", "golongan": "IV/c"},
        "citra": {"nama": "Citra Ayu", "unit": "SUB12"},
        "cici": {"nama": "Cici Paramida", "unit": "SUB12"},
        "kasub": {"nama": "Kasub Rahma", "unit": "SUB12", "jabatan": "KEPALA-SUB12", "golongan": "III/d"},
        "kabid": {"nama": "Kabid Wira", "unit": "BID1", "jabatan": "KEPALA-BID1", "golongan": "IV/a"},
        "dewi": {"nama": "Dewi Kartika", "unit": "BKPSDM", "jabatan": "KEPALA-BKPSDM", "golongan": "IV/c"},
        "eko": {"nama": "Eko Prasetyo", "unit": "DINKES", "kelamin": "L"},
    }
    for nama, (pegawai, akun) in buat_banyak(mau).items():
        setattr(o, nama, pegawai)
        setattr(o, f"akun_{nama}", akun)
    tugaskan(o.akun_budi, "operator_opd", "DISDIK")
    o.akun_perekam = buat_akun(nama_pengguna="perekam.bupati", nama="Perekam Bupati")
    tugaskan(o.akun_perekam, "perekam_pimpinan")
    o.akun_itwas = buat_akun(nama_pengguna="inspektorat", nama="Inspektorat")
    tugaskan(o.akun_itwas, "inspektorat")
    return o


@pytest.fixture
def kantor(orang, settings, tmp_path):
    """Kepala BKD (dewi) signs with her certificate; services of the test are registered."""
    from tests.layanan import ttd  # noqa: PLC0415 - ttd takes LayananUji from here

    settings.TTE_DIR = str(tmp_path / "tte")
    for kelas in (ttd.LayananTte, ttd.LayananStrategis):
        katalog.daftarkan(kelas)
    ttd.setel("lokal")
    orang.ca = ttd.pasang_sertifikat(settings.TTE_DIR, orang.dewi)
    yield orang
    for kelas in (ttd.LayananTte, ttd.LayananStrategis):
        katalog._daftar.pop(kelas.slug)
