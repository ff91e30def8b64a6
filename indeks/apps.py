"""Registers the app indeks."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "indeks"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Offers the due dates of the night to the nominatif of the engine and to the page of a pegawai."""
        from indeks import kartu, nominatif  # noqa: F401, PLC0415 - models must be loaded before
