"""Registers the app penggajian."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "penggajian"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "penggajian dan tunjangan"
