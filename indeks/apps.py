"""Registers the app indeks."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "indeks"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Offers its due dates to the nominatif and the page of a pegawai, and its measure of competence to training."""
        from indeks import kartu, nominatif, pengukur  # noqa: F401, PLC0415 - models must be loaded before
