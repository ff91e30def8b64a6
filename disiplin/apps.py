"""Registers the app disiplin."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "disiplin"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "disiplin"

    def ready(self):
        """Members of a tim pemeriksa open its case; the rules of absence are made known; an import counts its years anew."""
        import disiplin.kehadiran.kumpulan  # noqa: F401, PLC0415 - models are ready only now
        from disiplin import hak  # noqa: F401, PLC0415 - as above
        from disiplin.kehadiran.sesudah import hitung_sesudah  # noqa: PLC0415 - as above
        from kepegawaian.impor import presensi  # noqa: PLC0415 - as above

        presensi.IMPOR.sesudah.append(hitung_sesudah)
