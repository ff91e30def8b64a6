"""Tautan publik sebuah naskah, juga bagi yang tidak mencetak (tanpa WeasyPrint)."""

from django.conf import settings
from django.urls import reverse


def tautan_verifikasi(naskah):
    """Absolute address of the public verification page."""
    return settings.ALAMAT_PORTAL.rstrip("/") + reverse("layanan:verifikasi", args=[naskah.token])
