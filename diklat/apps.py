"""Registers the app diklat."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "diklat"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "pengembangan karier (pendidikan dan pelatihan)"
