"""Registers the app kesejahteraan."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "kesejahteraan"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "penghargaan; perlindungan"
