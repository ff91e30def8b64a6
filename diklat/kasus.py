"""Fungsi kasus diklat: tiap bagian mendaftarkan miliknya sendiri."""

import diklat.kasus_pelatihan  # noqa: F401 - registers the functions of this part
