"""Read by the worker at its start (``celery worker -I``): the services of ``tests/layanan/ttd.py`` exist there, too."""

from layanan import katalog
from tests.layanan.ttd import LayananTte

katalog.daftarkan(LayananTte)
