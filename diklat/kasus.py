"""Fungsi kasus dan kumpulan aturan diklat; each part has a file of its own, this one only gathers them."""

import diklat.kasus_pelatihan  # noqa: F401 - registers the functions of this part
from diklat.pengembangan import kasus as pengembangan, kumpulan  # noqa: F401 - registers its functions
from diklat.tugas_belajar import kasus as tugas_belajar  # noqa: F401 - as above
