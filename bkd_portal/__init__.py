"""Configuration only: settings, URLs, Celery and the embedded servers for a fresh machine.

Reading order: ``settings.py``, ``urls.py``, ``celery.py``, ``lokal.py``.
"""

from bkd_portal.celery import app as celery_app

VERSI = "0.9.0"  # raised with each release, as CHANGELOG.md names it

__all__ = ["VERSI", "celery_app"]
