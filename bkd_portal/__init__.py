"""Configuration only: settings, URLs, Celery and the embedded servers for a fresh machine.

Reading order: ``settings.py``, ``urls.py``, ``celery.py``, ``lokal.py``.
"""

from bkd_portal.celery import app as celery_app

__all__ = ["celery_app"]
