"""Registers the app disiplin."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "disiplin"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "disiplin"

    def ready(self):
        """Members of a tim pemeriksa open its case."""
        from disiplin import hak  # noqa: F401, PLC0415 - models must be loaded before
