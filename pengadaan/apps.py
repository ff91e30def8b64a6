"""Registers the app pengadaan."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "pengadaan"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "penyusunan dan penetapan kebutuhan; pengadaan"
