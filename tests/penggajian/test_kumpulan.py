"""Aturan penggajian di luar layanan: id-nya sama dengan berkas regulasi, tampil pada peraturannya, tahu tiga jawaban."""

from datetime import date

import pytest
from django.test import Client

from kepegawaian.acuan import acuan_kini
from layanan import katalog
from layanan.katalog import PERIKSA, TIDAK, YA, Konteks
from layanan.profil_kasus import susun_profil
from penggajian.kumpulan import GAJI
from tests.pabrik import buat_akun, buat_pegawai, masuk

pytestmark = pytest.mark.django_db
IDS = {
    "gaji": {"GAJI-01", "GAJI-02", "GAJI-03", "GAJI-04", "KGB-P05"},
    "tunjangan": {f"TUNJ-0{i}" for i in range(1, 10)},
    "iuran": {f"IUR-0{i}" for i in range(1, 6)},
    "tpp": {f"TPP-0{i}" for i in range(1, 6)},
}
PNS = {"status": "PNS", "aktif": True, "kedudukan": "01", "golongan": "III/a", "tmt_pangkat": "2020-01-01"}


def test_tiap_id_berkas_regulasi_terdaftar():
    assert {k.slug: {s.kode for s in k.syarat} for k in katalog.kumpulan_aturan() if k.slug in IDS} == IDS


@pytest.mark.parametrize(
    ("kode", "profil", "tanggal", "jawaban"),
    [
        ("GAJI-01", {"mkg_pangkat": 0}, "2026-11-01", YA),
        ("GAJI-01", {"mkg_pangkat": 0}, "2023-12-31", TIDAK),
        ("GAJI-01", {}, "2026-11-01", PERIKSA),
        ("GAJI-02", {"mkg_pangkat": 0}, "2026-11-01", YA),
        ("GAJI-02", {"mkg_pangkat": 32 * 12}, "2026-11-01", TIDAK),
        ("GAJI-02", {}, "2026-11-01", PERIKSA),
        ("GAJI-03", {"mkg_pangkat": 0}, "2026-11-01", YA),
        ("GAJI-03", {"golongan": "II/b", "tmt_pangkat": "2026-01-01", "mkg_pangkat": 0}, "2026-11-01", PERIKSA),
        ("GAJI-04", {"mkg_pangkat": 0}, "2026-11-01", YA),
        ("GAJI-04", {"mkg_pangkat": 0, "kedudukan": "02"}, "2026-11-01", TIDAK),
        ("GAJI-04", {}, "2026-11-01", PERIKSA),
    ],
)
def test_aturan_gaji_menjawab(kode, profil, tanggal, jawaban):
    acuan, hari = acuan_kini(), date.fromisoformat(tanggal)
    syarat = next(s for s in GAJI if s.kode == kode)
    k = Konteks(susun_profil(PNS | profil, hari, acuan), {}, hari, acuan)
    assert syarat.periksa(k).jawaban == jawaban


def test_halaman_peraturan_menyebut_aturan_gaji():
    klien = masuk(Client(), buat_akun(buat_pegawai(unit="SUB12")))
    isi = klien.get("/regulasi/perpres-26-2007/").content.decode()
    assert "TUNJ-04" in isi
    assert "TPP-03" in klien.get("/regulasi/pp-94-2021/").content.decode()
    semua = klien.get("/aturan/").content.decode()
    assert "Tunjangan yang melekat pada gaji" in semua
    assert "GAJI-02" in semua
