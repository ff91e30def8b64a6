"""Model kesejahteraan; tiap bagian mempunyai berkasnya sendiri."""

from kesejahteraan.cuti.models import CatatanCuti  # noqa: F401 - Django finds models here
