"""URL kesejahteraan: satu baris satu bagian."""

from django.urls import include, path

app_name = "kesejahteraan"
urlpatterns = [
    path("", include("kesejahteraan.keluarga.urls")),
    path("perkawinan/", include("kesejahteraan.perkawinan.urls")),
]
