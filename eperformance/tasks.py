"""Pekerjaan latar e-performance, tiap bagian memegang miliknya; Celery finds them through this file."""

from eperformance.pantau.tasks import baca_kinerja, cetak_laporan, sapu_pantau
from eperformance.penilaian.tasks import finalkan_penilaian
from eperformance.pohon.tasks import buka_draf, isi_realisasi_pohon, sapu_draf
from eperformance.realisasi.tasks import ingatkan_realisasi
from eperformance.skp.tasks import cari_skp_pindah, cetak_skp, rawat_skp

__all__ = [
    "baca_kinerja",
    "buka_draf",
    "cari_skp_pindah",
    "cetak_laporan",
    "cetak_skp",
    "finalkan_penilaian",
    "ingatkan_realisasi",
    "isi_realisasi_pohon",
    "rawat_skp",
    "sapu_draf",
    "sapu_pantau",
]
