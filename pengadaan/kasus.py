"""Fungsi kasus pengadaan; tiap bagian menulis miliknya sendiri (``kasus_<bagian>.py``)."""

from pengadaan import kasus_kebutuhan, kasus_seleksi  # noqa: F401 - registers their functions
