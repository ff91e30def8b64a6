"""Registers the app layanan."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "layanan"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Discovers every layanan, then registers the checks that prove each graph, and who holds an import back."""
        from kepegawaian.hak import RAHASIA  # noqa: PLC0415 - apps must be loaded before discovery
        from layanan import checks, katalog, penahan  # noqa: F401, PLC0415 - apps must be loaded before discovery

        katalog.temukan()
        RAHASIA.update({layanan.slug: layanan.pemilik for layanan in katalog.semua() if layanan.rahasia})
        penahan.daftarkan()
