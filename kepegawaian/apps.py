"""Registers the app kepegawaian."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "kepegawaian"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Fills menu, task list, rights and duties, measures: own ones, then the file of that name of every app."""
        from kepegawaian import (  # noqa: PLC0415 - apps must be loaded first
            hak_kewajiban,
            menu,
            menu_kepegawaian,  # noqa: F401 - fills the menu
            saringan,  # noqa: F401 - its badge
            tugas,
            ukuran,
        )

        menu.temukan()
        tugas.temukan()
        hak_kewajiban.temukan()
        ukuran.temukan()
