"""Pembagian: which worker of ``make test`` runs which tests; the root ``conftest.py`` hands it to pytest-xdist.

A file stays whole on one worker, since the tests of a module may share a world. The files of ``TERBAGI`` are dealt out
by parameter: their world is made once per worker. The longest go first, so that no long file starts when the others
are done. ``BERAT`` need not be exact: a file that is not in it counts a second per test.
"""

from collections import Counter

from xdist.scheduler import LoadFileScheduling

# Each test of these stands alone on the world of its module: all tests of one parameter are one piece of work.
TERBAGI = ("tests/test_akses.py",)
# Rough seconds of a worker, three of them on two busy cores, of what is slow (30 November 2026).
BERAT = {
    "tests/e2e/test_layar_aspek.py": 615,
    "tests/e2e/test_pekerjaan_utama.py": 215,
    "tests/e2e/test_layar_mesin.py": 270,
    "tests/tahan/test_indeks.py": 25,
    "tests/tahan/test_tahan.py": 130,
    "tests/tahan/test_sehari.py": 60,
    "tests/tahan/test_dua_mesin.py": 50,
    "tests/tata_kelola/test_cadangan.py": 45,
    "tests/tata_kelola/test_telemetri.py": 7,
    "tests/layanan/test_tte_bsre.py": 60,
    "tests/layanan/test_pencabutan.py": 40,
    "tests/pensiun/berhenti/test_pensiun.py": 35,
    "tests/pengadaan/test_seleksi_demo.py": 65,
    "tests/e2e/test_layar_disiplin.py": 65,
    "tests/test_sensus.py": 55,
    "tests/kepegawaian/test_keluhan.py": 25,
    "tests/kepangkatan/test_daftar.py": 25,
    "tests/layanan/test_serentak.py": 65,
    "tests/kesejahteraan/test_rahasia.py": 18,
    "tests/mutasi/test_penempatan.py": 27,
    "tests/layanan/test_tte.py": 55,
    "tests/pengadaan/test_kontrak.py": 40,
    "tests/indeks/test_halaman.py": 25,
    "tests/disiplin/test_kasus.py": 50,
    "tests/kepegawaian/impor/test_riwayat.py": 40,
    "tests/pensiun/berhenti/test_pencabutan_pensiun.py": 20,
    "tests/kesejahteraan/test_perkawinan.py": 30,
    "tests/kepegawaian/test_bangkitkan_basis.py": 33,
    "tests/diklat/test_pelatihan_demo.py": 35,
    "tests/test_perkakas.py": 25,
    "tests/layanan/test_kolektif.py": 32,
    "tests/e2e/test_proses.py": 38,
    "tests/diklat/test_tugas_belajar.py": 36,
    "tests/layanan/test_penandatangan.py": 35,
    "tests/kesejahteraan/penghargaan/test_rahasia_klaim.py": 27,
    "tests/kepegawaian/test_profil.py": 35,
    "tests/pengadaan/test_seleksi_halaman.py": 14,
    "tests/tata_kelola/test_tugas.py": 25,
    "tests/kesejahteraan/cuti/test_cuti_lain.py": 24,
    "tests/eperformance/test_penilaian_demo.py": 24,
}
BERAT_TERBAGI = 1000  # before all: many small pieces would otherwise come last, and each worker make their world again


def potong(nodeid):
    """The piece of work a test belongs to: its file, or file[parameter] for those of ``TERBAGI``."""
    berkas, _, nama = nodeid.partition("::")
    if berkas not in TERBAGI:
        return berkas
    _, kurung, parameter = nama.partition("[")
    return f"{berkas}[{parameter}" if kurung else berkas


def berat(potongan, jumlah):
    """How long a piece of ``jumlah`` tests may take, in seconds; only the order counts."""
    if potongan.partition("[")[0] in TERBAGI:
        return BERAT_TERBAGI + jumlah
    return BERAT.get(potongan, jumlah)


class Pembagi(LoadFileScheduling):
    """``--dist loadfile`` by the pieces of ``potong``, in the order of collection (``urutkan``)."""

    def _split_scope(self, nodeid):
        return potong(nodeid)


def urutkan(items):
    """Sorts collected tests in place, the heaviest piece first; within a piece they keep their order."""
    potongan = [potong(item.nodeid) for item in items]
    jumlah = Counter(potongan)
    urutan = sorted(range(len(items)), key=lambda i: -berat(potongan[i], jumlah[potongan[i]]))
    items[:] = [items[i] for i in urutan]
