"""URL keluarga."""

from django.urls import path

from kesejahteraan.keluarga import views

urlpatterns = [
    path("keluarga/",                                 views.keluarga_detail, name="keluarga_saya"),
    path("keluarga/ubah/<slug:jenis>/",               views.keluarga_ubah,   name="keluarga_saya_ubah"),
    path("pegawai/<str:nip>/keluarga/",               views.keluarga_detail, name="keluarga_detail"),
    path("pegawai/<str:nip>/keluarga/ubah/<slug:jenis>/", views.keluarga_ubah, name="keluarga_ubah"),
]  # fmt: skip
