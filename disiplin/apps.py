"""Registers the app disiplin."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "disiplin"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "disiplin"
