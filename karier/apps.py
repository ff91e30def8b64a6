"""Registers the app karier."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "karier"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "pola karier; promosi"

    def ready(self):
        """Puts the card of this app on the page of a pegawai."""
        from karier import kartu  # noqa: F401, PLC0415 - models must be loaded before
