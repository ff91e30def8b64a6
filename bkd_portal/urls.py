"""URLs of the portal, one line per app."""

from django.urls import include, path

handler500 = "tata_kelola.views.galat.galat_500"
urlpatterns = [
    path("", include("kepegawaian.urls")),
    path("", include("kepegawaian.siasn.urls")),
    path("", include("tata_kelola.urls")),
    path("", include("layanan.urls")),
    path("", include("indeks.urls")),
    path("", include("karier.urls")),
    path("", include("eperformance.urls")),
    path("", include("pengadaan.urls")),
    path("", include("diklat.urls")),
    path("kepangkatan/", include("kepangkatan.urls")),
    path("", include("penggajian.urls")),
    path("", include("mutasi.urls")),
    path("", include("disiplin.urls")),
    path("", include("kesejahteraan.urls")),
    path("", include("pensiun.urls")),
    path("", include("kepangkatan.daftar.urls")),
    path("", include("kepangkatan.peta.urls")),
]
