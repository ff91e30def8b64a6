"""Registers the app kepangkatan."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "kepangkatan"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "pangkat dan jabatan"
