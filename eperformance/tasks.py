"""Pekerjaan latar e-performance, tiap bagian memegang miliknya; Celery finds them through this file."""

from eperformance.pantau.tasks import baca_kinerja, cetak_laporan, sapu_pantau
from eperformance.realisasi.tasks import ingatkan_realisasi

__all__ = ["baca_kinerja", "cetak_laporan", "ingatkan_realisasi", "sapu_pantau"]
