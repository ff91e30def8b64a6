"""Model diklat. Reading order: ``pelatihan``, ``pengembangan``, ``tugas_belajar``."""

from diklat.models.pelatihan import *  # noqa: F403 - every model of the part
from diklat.models.pengembangan import *  # noqa: F403 - as above
from diklat.models.tugas_belajar import *  # noqa: F403 - as above
