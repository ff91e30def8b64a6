"""Registers the app pensiun."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "pensiun"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "pemberhentian; jaminan pensiun dan jaminan hari tua"
