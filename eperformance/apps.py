"""Registers the app eperformance."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "eperformance"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "penilaian kinerja"

    def ready(self):
        """The rules of penilaian are made known."""
        import eperformance.penilaian.kumpulan  # noqa: F401, PLC0415 - models are ready only now
