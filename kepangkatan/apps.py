"""Registers the app kepangkatan."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "kepangkatan"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "pangkat dan jabatan"

    def ready(self):
        """Offers the card of the period in work to the page of a pegawai."""
        from kepangkatan.periode import kartu  # noqa: F401, PLC0415 - models must be loaded before
