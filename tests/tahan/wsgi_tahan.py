"""What gunicorn serves in ``test_dua_mesin.py``: the portal with the services of the tests, as the workers know them."""

from bkd_portal.wsgi import application
from tests.tahan import layanan_tahan

__all__ = ["application", "layanan_tahan"]
