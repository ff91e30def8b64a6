"""URL mutasi: saran isian dan ruang rancangan pelantikan."""

from django.urls import path

from mutasi import views

app_name = "mutasi"

urlpatterns = [
    path("mutasi/saran/<slug:jenis>/", views.saran, name="saran"),
    path("mutasi/rancangan/", views.rancangan_list, name="rancangan_list"),
    path("mutasi/rancangan/baru/", views.rancangan_create, name="rancangan_create"),
    path("mutasi/rancangan/<int:pk>/", views.rancangan_detail, name="rancangan_detail"),
    path("mutasi/rancangan/<int:pk>/pohon/", views.rancangan_pohon, name="rancangan_pohon"),
    path("mutasi/rancangan/<int:pk>/ekspor/", views.rancangan_ekspor, name="rancangan_ekspor"),
    path("mutasi/rancangan/<int:pk>/final/", views.rancangan_final, name="rancangan_final"),
    path("mutasi/rancangan/<int:pk>/pelantikan/", views.rancangan_lantik, name="rancangan_lantik"),
    path("mutasi/rancangan/<int:pk>/baris/", views.baris_create, name="baris_create"),
    path("mutasi/rancangan/<int:pk>/baris/<int:baris>/hapus/", views.baris_hapus, name="baris_hapus"),
    path("mutasi/rancangan/<int:pk>/anggota/", views.anggota_create, name="anggota_create"),
    path("mutasi/rancangan/<int:pk>/anggota/<int:akun>/hapus/", views.anggota_hapus, name="anggota_hapus"),
]
