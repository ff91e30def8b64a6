"""Fungsi kasus dan kumpulan aturan diklat; each part has a file of its own, this one only gathers them."""

from diklat.pengembangan import kasus as pengembangan, kumpulan  # noqa: F401 - registers its functions
from diklat.tugas_belajar import kasus as tugas_belajar  # noqa: F401 - as above
