"""Registers the app penggajian."""

from django.apps import AppConfig


class Config(AppConfig):
    name = "penggajian"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "penggajian dan tunjangan"

    def ready(self):
        """The rules of pay are made known; days a TPP rests on that is ditetapkan cannot be withdrawn."""
        import penggajian.kumpulan  # noqa: PLC0415 - models are ready only now
        import penggajian.tunjangan_kinerja  # noqa: F401, PLC0415 - as above
        from kepegawaian.impor import presensi  # noqa: PLC0415 - as above
        from penggajian.tpp import halangan_presensi  # noqa: PLC0415 - as above

        presensi.IMPOR.penghalang.append(halangan_presensi)
