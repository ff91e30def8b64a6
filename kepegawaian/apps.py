"""Registers the app kepegawaian."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "kepegawaian"
    default_auto_field = "django.db.models.BigAutoField"
