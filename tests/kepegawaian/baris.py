"""Satu baris yang sah tiap jenis riwayat, bagi uji yang harus menyentuh semuanya."""

from datetime import date
from decimal import Decimal

from kepegawaian.models import JENIS_RIWAYAT
from tests.pabrik import jabatan_kode, unit_kode

TMT = date(2020, 4, 1)


def kolom(jenis):
    """The columns of one valid row besides pegawai, tmt and source."""
    return {
        "identitas": lambda: {"nama": "ANI LESTARI"},
        "status": lambda: {"status": "PNS"},
        "kedudukan": lambda: {"kedudukan_id": "01"},
        "pangkat": lambda: {"golongan_id": "III/b", "mkg_tahun": 4, "mkg_bulan": 1},
        "jabatan": lambda: {"jabatan": jabatan_kode("JF-GURU-MUDA"), "unit": unit_kode("SDN-BABAT-14")},
        "unit": lambda: {"unit": unit_kode("SDN-BABAT-14")},
        "gaji": lambda: {"jenis": "KGB", "golongan_id": "III/b", "gaji_pokok": 3_000_000, "mkg_tahun": 4},
        "masa_kerja": lambda: {"pengalaman": "Guru honorer", "bulan": 18},
        "tunda_kgb": lambda: {"sampai": date(2021, 3, 31)},
        "pendidikan": lambda: {"tingkat_id": "40", "nama": "S-1 PGSD"},
        "kinerja": lambda: {"tahun": 2019, "predikat": "Baik"},
        "hukuman": lambda: {"jenis_id": "R2"},
        "pemeriksaan": dict,
        "diklat": lambda: {"jenis_id": "3", "nama": "Asesmen kelas", "jp": 24},
        "ujian": lambda: {"jenis": "UD1"},
        "penghargaan": lambda: {"jenis_id": "100"},
        "angka_kredit": lambda: {"jenis": "konversi", "jenjang": "ahli_muda", "jumlah": Decimal("25.00")},
        "keluarga": lambda: {"anggota": "1", "hubungan": "anak", "nama": "ZAHRA"},
        "tinggal": lambda: {"jenis": "CLTN", "sampai": date(2021, 3, 31)},
        "cuti": lambda: {"jenis": "CT", "sampai": date(2020, 4, 3), "hari_kerja": 3},
        "kontrak": lambda: {"golongan_id": "IX", "sampai": date(2025, 3, 31)},
        "uji_kompetensi": lambda: {"tujuan": "promosi", "hasil": "MS", "nilai": {"INT": 3}},
        "ikatan": lambda: {"jenis": "TUBEL", "sampai": date(2024, 3, 31)},
        "pemberhentian": lambda: {"jenis": "BUP", "nama": "Mencapai batas usia pensiun", "hak_pensiun": True},
        "kartu": lambda: {"jenis": "KARPEG", "nomor": "B 123456"},
        "klaim": lambda: {
            "program": "JKM",
            "peristiwa": "Wafat",
            "nilai": 30_000_000,
            "tanggal_bayar": date(2020, 6, 1),
            "penerima": "ZAHRA",
        },
    }[jenis]()


def buat(jenis, pegawai, /, **isi):
    """Writes that row, with changes; its source is ``batch`` unless ``naskah_pegawai`` is given."""
    return JENIS_RIWAYAT[jenis].objects.create(**{"pegawai": pegawai, "tmt": TMT} | kolom(jenis) | isi)
