"""Pekerjaan latar e-performance, tiap bagian memegang miliknya; Celery finds them through this file."""

from eperformance.pohon.tasks import buka_draf, isi_realisasi_pohon, sapu_draf

__all__ = ["buka_draf", "isi_realisasi_pohon", "sapu_draf"]
