"""URL pensiun: satu baris satu halaman."""

from django.urls import path, register_converter

from pensiun.views import nominatif, pelepasan, perkiraan, proyeksi


class KonverterCetakan:
    """What of a ceremony is printed."""

    regex = "|".join(pelepasan.CETAKAN)

    def to_python(self, value):
        """The word itself."""
        return value

    def to_url(self, value):
        """The word itself."""
        return value


register_converter(KonverterCetakan, "cetakan_pelepasan")
app_name = "pensiun"

urlpatterns = [
    path("pensiun/perkiraan/saya/", perkiraan.perkiraan_detail, name="perkiraan_saya"),
    path("pensiun/perkiraan/<slug:nip>/", perkiraan.perkiraan_detail, name="perkiraan_detail"),
    path("pensiun/nominatif/", nominatif.nominatif_list, name="nominatif_list"),
    path("pensiun/nominatif/ekspor/", nominatif.nominatif_ekspor, name="nominatif_ekspor"),
    path("pensiun/proyeksi/", proyeksi.proyeksi_list, name="proyeksi_list"),
    path("pensiun/proyeksi/orang/", proyeksi.proyeksi_orang, name="proyeksi_orang"),
    path("pensiun/proyeksi/ekspor/", proyeksi.proyeksi_ekspor, name="proyeksi_ekspor"),
    path("pensiun/proyeksi/unduh/", proyeksi.proyeksi_download, name="proyeksi_download"),
    path("pensiun/pelepasan/", pelepasan.pelepasan_list, name="pelepasan_list"),
    path("pensiun/pelepasan/baru/", pelepasan.pelepasan_form, name="pelepasan_create"),
    path("pensiun/pelepasan/<int:pk>/", pelepasan.pelepasan_detail, name="pelepasan_detail"),
    path("pensiun/pelepasan/<int:pk>/ubah/", pelepasan.pelepasan_form, name="pelepasan_update"),
    path("pensiun/pelepasan/<int:pk>/tetapkan/", pelepasan.pelepasan_tetapkan, name="pelepasan_tetapkan"),
    path("pensiun/pelepasan/<int:pk>/hadir/", pelepasan.pelepasan_hadir, name="pelepasan_hadir"),
    path("pensiun/pelepasan/<int:pk>/selesai/", pelepasan.pelepasan_selesai, name="pelepasan_selesai"),
    path("pensiun/pelepasan/<int:pk>/ekspor/", pelepasan.pelepasan_ekspor, name="pelepasan_ekspor"),
    path(
        "pensiun/pelepasan/<int:pk>/cetak/<cetakan_pelepasan:jenis>/",
        pelepasan.pelepasan_download,
        name="pelepasan_download",
    ),
    path(
        "pensiun/pelepasan/peserta/<int:pk>/<cetakan_pelepasan:jenis>/",
        pelepasan.peserta_download,
        name="peserta_download",
    ),
]
