"""Registers the app tata_kelola."""

from django.apps import AppConfig

from tata_kelola.telemetri import tugas


class Config(AppConfig):
    name = "tata_kelola"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Every process that queues or runs tasks carries ids and counts."""
        tugas.sambungkan()
