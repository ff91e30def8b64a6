"""Registers the app diklat."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "diklat"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "pengembangan karier (pendidikan dan pelatihan)"

    def ready(self):
        """Offers the catalogue to the advice of the index."""
        import diklat.tawaran  # noqa: F401, PLC0415 - models are ready only now
