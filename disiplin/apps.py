"""Registers the app disiplin."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "disiplin"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "disiplin"

    def ready(self):
        """The rules of absence are made known; after an import of presensi its years are counted anew."""
        import disiplin.kehadiran.kumpulan  # noqa: F401, PLC0415 - models are ready only now
        from disiplin.kehadiran.sesudah import hitung_sesudah  # noqa: PLC0415 - as above
        from kepegawaian.impor import presensi  # noqa: PLC0415 - as above

        presensi.SESUDAH.append(hitung_sesudah)
