"""Sumber tugas pengadaan: each part declares its own."""

from pengadaan.kebutuhan import tugas as kebutuhan  # noqa: F401 - declares its sources
from pengadaan.seleksi import tugas as seleksi  # noqa: F401 - as above
