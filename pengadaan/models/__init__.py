"""Model kebutuhan dan pengadaan. Reading order: ``formasi`` (shared), ``kebutuhan``, ``seleksi``, ``calon``, ``kontrak``."""

from pengadaan.models.calon import *  # noqa: F403 - as above
from pengadaan.models.formasi import *  # noqa: F403 - every model of the part
from pengadaan.models.kebutuhan import *  # noqa: F403 - as above
from pengadaan.models.kontrak import *  # noqa: F403 - as above
from pengadaan.models.seleksi import *  # noqa: F403 - as above
