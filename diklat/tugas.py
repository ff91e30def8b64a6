"""Sumber tugas diklat: each part declares its own."""

import diklat.pelatihan.tugas  # noqa: F401 - registers the sources of this part
from diklat.tugas_belajar import tugas as tugas_belajar  # noqa: F401 - as above
