"""URL kehadiran: satu baris satu halaman; the app adds them to its own."""

from django.urls import path, register_converter

from disiplin.kehadiran.views import pelanggaran, presensi


class KonverterPutusan:
    """A decision on the salary."""

    regex = "henti|bayar|setor"

    def to_python(self, value):
        """The word itself."""
        return value

    def to_url(self, value):
        """The word itself."""
        return value


register_converter(KonverterPutusan, "putusan_gaji")

urlpatterns = [
    path("presensi/saya/", presensi.presensi_detail, name="presensi_saya"),
    path("presensi/rekap/", presensi.presensi_rekap, name="presensi_rekap"),
    path("presensi/rekap/ekspor/", presensi.presensi_ekspor, name="presensi_ekspor"),
    path("presensi/selisih/", presensi.presensi_selisih, name="presensi_selisih"),
    path("presensi/<slug:nip>/", presensi.presensi_detail, name="presensi_orang"),
    path("presensi/<slug:nip>/koreksi/", presensi.presensi_koreksi, name="presensi_koreksi"),
    path("disiplin/kehadiran/", pelanggaran.pelanggaran_list, name="pelanggaran_list"),
    path("disiplin/kehadiran/ekspor/", pelanggaran.pelanggaran_ekspor, name="pelanggaran_ekspor"),
    path("disiplin/kehadiran/<slug:nip>/<int:tahun>/", pelanggaran.pelanggaran_detail, name="pelanggaran_detail"),
    path("disiplin/kehadiran/<slug:nip>/<int:tahun>/kasus/", pelanggaran.pelanggaran_kasus, name="pelanggaran_kasus"),
    path(
        "disiplin/kehadiran/<slug:nip>/<int:tahun>/gaji/<putusan_gaji:apa>/", pelanggaran.pelanggaran_gaji,
        name="pelanggaran_gaji",
    ),
]  # fmt: skip
