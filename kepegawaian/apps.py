"""Registers the app kepegawaian."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "kepegawaian"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Fills menu and task list: this app's own items, then ``menu.py`` and ``tugas.py`` of every app."""
        from kepegawaian import menu, menu_kepegawaian, tugas  # noqa: F401, PLC0415 - apps must be loaded first

        menu.temukan()
        tugas.temukan()
