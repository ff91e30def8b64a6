"""KARPEG, KARIS, KARSU: who owns the usulan, and the rows a recorded card leaves; the rules stand in tests/kasus."""

from datetime import date

import pytest
from django.utils import timezone

from kepangkatan.layanan.kartu import KartuForm
from kepegawaian.models import Naskah, NaskahPegawai, RiwayatKartu
from kepegawaian.profil import profil_satu
from layanan import katalog
from tests.pabrik import buat_pegawai, tambah

pytestmark = pytest.mark.django_db
KARTU = katalog.ambil("kartu")


def rekam(pegawai, nomor, isian, tmt):
    naskah = Naskah.objects.create(
        jenis="surat", perihal="Kartu", asal="luar", nomor=nomor, tanggal=tmt, penetap="Badan Kepegawaian Negara", data={},
        dibuat_pada=timezone.now(),
    )  # fmt: skip
    isi = {"layanan": "kartu", "isian": isian, "usulan": None}
    np = NaskahPegawai.objects.create(naskah=naskah, pegawai=pegawai, tmt=tmt, data=isi)
    KARTU.terapkan(np)
    return np


def test_pemilik_mengikuti_kartunya():
    assert KARTU.unit_pemilik({"jenis": "KARPEG"}) == "SUB13"
    assert KARTU.unit_pemilik({"jenis": "KARIS"}) == "SUB42"
    assert KARTU.unit_pemilik({"jenis": "KARSU"}) == "SUB42"


def test_kartu_tercatat_sekali_dan_yang_hilang_berakhir():
    ani = buat_pegawai()
    np = rekam(ani, "P 000001", {"jenis": "KARPEG", "alasan": "baru"}, date(2016, 5, 1))
    KARTU.terapkan(np)
    rekam(ani, "P 000002", {"jenis": "KARPEG", "alasan": "hilang"}, date(2026, 3, 1))
    baris = RiwayatKartu.objects.filter(pegawai=ani, dibatalkan_pada__isnull=True).order_by("tmt")
    assert [(k.nomor, k.tmt, k.sampai) for k in baris] == [
        ("P 000001", date(2016, 5, 1), date(2026, 2, 28)),
        ("P 000002", date(2026, 3, 1), None),
    ]
    assert RiwayatKartu.objects.count() == 3  # the old row is marked batal, never deleted


def test_formulir_kartu_suami_istri_menanyakan_perkawinan():
    ani = buat_pegawai()
    tambah(ani, "keluarga", tmt=date(2025, 9, 1), anggota="1", hubungan="pasangan", nama="BAMBANG")
    konteks = katalog.Konteks(profil_satu(ani.pk, per=date(2026, 1, 1)), {}, date(2026, 1, 1), None)
    kurang = KartuForm({"jenis": "KARSU", "alasan": "baru"}, konteks=konteks)
    assert set(kurang.errors) == {"anggota", "tanggal_kawin", "tanggal_laporan", "perkawinan_ke"}
    isi = {
        "jenis": "KARSU",
        "alasan": "baru",
        "anggota": "1",
        "tanggal_kawin": "2025-08-20",
        "tanggal_laporan": "2025-09-20",
    }
    assert KartuForm(isi | {"perkawinan_ke": "1"}, konteks=konteks).is_valid()
    assert KartuForm({"jenis": "KARPEG", "alasan": "hilang"}, konteks=konteks).is_valid()


def test_dokumen_menurut_kartu_dan_alasannya():
    def kode(**isian):
        k = katalog.Konteks(None, isian, date(2026, 1, 1), None)
        return {d.kode for d in KARTU.dokumen if d.bila is None or d.bila(k)}

    assert kode(jenis="KARPEG", alasan="baru") == {"surat_pengantar", "sk_cpns", "sk_pns", "sttpl", "foto"}
    assert "kehilangan" in kode(jenis="KARPEG", alasan="hilang")
    assert {"laporan_kawin", "akta_nikah", "karpeg", "foto_pasangan"} <= kode(jenis="KARIS", alasan="baru")
