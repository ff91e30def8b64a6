"""Registers the app kepegawaian."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "kepegawaian"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Fills menu, task list, rights and duties: own items, then ``menu``, ``tugas``, ``hak_kewajiban`` of every app."""
        from kepegawaian import hak_kewajiban, menu, menu_kepegawaian, tugas  # noqa: F401, PLC0415 - apps must be loaded first

        menu.temukan()
        tugas.temukan()
        hak_kewajiban.temukan()
