"""Registers the app tata_kelola."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "tata_kelola"
    default_auto_field = "django.db.models.BigAutoField"
