"""Registers the app eperformance."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "eperformance"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "penilaian kinerja"
