"""Registers the app indeks."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "indeks"
    default_auto_field = "django.db.models.BigAutoField"
