"""Sumber tugas diklat: tiap bagian mendaftarkan miliknya sendiri."""

import diklat.pelatihan.tugas  # noqa: F401 - registers the sources of this part
