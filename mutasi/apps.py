"""Registers the app mutasi."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "mutasi"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "mutasi"
