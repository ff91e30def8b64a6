"""Fungsi kasus pengadaan, satu berkas satu bagian."""

from pengadaan import kasus_kebutuhan  # noqa: F401 - registers its functions
