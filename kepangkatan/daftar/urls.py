"""URL daftar resmi: satu baris satu halaman atau perbuatan."""

from django.urls import path

from kepangkatan.daftar import views, views_keberatan, views_kini

app_name = "daftar"

urlpatterns = [
    path("daftar/", views.daftar_list, name="daftar_list"),
    path("daftar/duk/", views.duk_kini, name="duk_kini"),
    path("daftar/susun/", views.daftar_create, name="daftar_create"),
    path("daftar/nominatif/", views_kini.nominatif_list, name="nominatif_list"),
    path("daftar/nominatif/ekspor/", views_kini.nominatif_ekspor, name="nominatif_ekspor"),
    path("daftar/rekap/", views_kini.rekap_list, name="rekap_list"),
    path("daftar/rekap/ekspor/", views_kini.rekap_ekspor, name="rekap_ekspor"),
    path("daftar/<int:pk>/", views.daftar_detail, name="daftar_detail"),
    path("daftar/<int:pk>/kemajuan/", views.daftar_kemajuan, name="daftar_kemajuan"),
    path("daftar/<int:pk>/cetak/", views.daftar_cetak, name="daftar_cetak"),
    path("daftar/<int:pk>/tetapkan/", views.daftar_tetapkan, name="daftar_tetapkan"),
    path("daftar/<int:pk>/koreksi/", views.daftar_koreksi, name="daftar_koreksi"),
    path("daftar/<int:pk>/buang/", views.daftar_buang, name="daftar_buang"),
    path("daftar/<int:pk>/unduh/<slug:macam>/", views.daftar_download, name="daftar_download"),
    path("daftar/<int:pk>/keberatan/", views_keberatan.keberatan_create, name="keberatan_create"),
    path("daftar/keberatan/<int:pk>/putus/", views_keberatan.keberatan_putus, name="keberatan_putus"),
]
