"""Catat: the web server of production, which also tells the browser what it filled a page from.

Every answer names its page templates (not the parts, whose names begin with ``_``) in the header ``Server-Timing``. A page
can read that of itself, so the ``axe`` fixture knows which templates it has looked at without another question to the
browser; ``templat_layar`` keeps them.
"""

import threading

from django.template.base import Template

from bkd_portal.wsgi import application as portal

_kini = threading.local()
_isi = Template._render


def _isi_dan_catat(templat, konteks):
    nama = templat.name or ""
    if hasattr(_kini, "nama") and not nama.rpartition("/")[2].startswith("_"):
        _kini.nama.add(nama)
    return _isi(templat, konteks)


Template._render = _isi_dan_catat


def application(lingkungan, mulai):
    """The portal's answer, with the names."""
    _kini.nama = set()

    def mulai_dan_sebut(status, kepala, galat=None):
        nama = " ".join(sorted(_kini.nama))
        return mulai(status, [*kepala, ("Server-Timing", f'templat;desc="{nama}"')] if nama else kepala, galat)

    return portal(lingkungan, mulai_dan_sebut)
