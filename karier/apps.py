"""Registers the app karier."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "karier"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "pola karier; promosi"
