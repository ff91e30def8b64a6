"""Registers the app kesejahteraan."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "kesejahteraan"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "penghargaan; perlindungan"

    def ready(self):
        """Offers its cards to the page of a pegawai; says who opens claims."""
        from kesejahteraan.penghargaan import kartu  # noqa: F401, PLC0415 - models must be loaded before
        from kesejahteraan.perlindungan import hak  # noqa: F401, PLC0415 - as above
