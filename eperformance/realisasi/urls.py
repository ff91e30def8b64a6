"""URL realisasi: satu baris satu halaman; names are in the namespace ``eperformance``."""

from django.urls import path

from eperformance.realisasi import views, views_umpan

urlpatterns = [
    path("kinerja/skp/<int:pk>/realisasi/", views.skp_realisasi, name="skp_realisasi"),
    path("kinerja/skp/<int:pk>/realisasi/<int:nomor>/<int:hasil>/", views.realisasi_simpan, name="realisasi_simpan"),
    path("kinerja/skp/<int:pk>/realisasi/<int:nomor>/<int:hasil>/bukti/", views.bukti_create, name="bukti_create"),
    path("kinerja/realisasi/", views.realisasi_saya, name="realisasi_saya"),
    path("kinerja/bukti/<int:pk>/", views.bukti_download, name="bukti_download"),
    path("kinerja/bukti/<int:pk>/tarik/", views.bukti_tarik, name="bukti_tarik"),
    path("kinerja/skp/<int:pk>/umpan-balik/<int:nomor>/", views_umpan.umpan_balik_create, name="umpan_balik_create"),
    path(
        "kinerja/skp/<int:pk>/umpan-balik/<int:nomor>/minta/", views_umpan.umpan_balik_minta, name="umpan_balik_minta"
    ),
    path("kinerja/umpan-balik/", views_umpan.umpan_balik_list, name="umpan_balik_list"),
    path("kinerja/umpan-balik/<int:pk>/", views_umpan.umpan_balik_jawab, name="umpan_balik_jawab"),
]
