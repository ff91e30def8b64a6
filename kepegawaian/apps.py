"""Registers the app kepegawaian."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "kepegawaian"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Fills the menu: this app's own items, then ``menu.py`` of every app."""
        from kepegawaian import menu, menu_kepegawaian  # noqa: F401, PLC0415 - apps must be loaded first

        menu.temukan()
