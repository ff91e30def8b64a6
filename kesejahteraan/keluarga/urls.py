"""URL keluarga."""

from django.urls import path

from kesejahteraan.keluarga import views

app_name = "keluarga"
urlpatterns = [
    path("keluarga/",                                 views.keluarga_detail, name="saya"),
    path("keluarga/ubah/<slug:jenis>/",               views.keluarga_ubah,   name="saya_ubah"),
    path("pegawai/<str:nip>/keluarga/",               views.keluarga_detail, name="detail"),
    path("pegawai/<str:nip>/keluarga/ubah/<slug:jenis>/", views.keluarga_ubah, name="ubah"),
]  # fmt: skip
