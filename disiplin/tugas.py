"""Sumber tugas disiplin: tiap bagian mendaftarkan miliknya sendiri."""

import disiplin.kehadiran.tugas  # noqa: F401 - registers the sources of this part
