"""URL kesejahteraan; each part has its own file, this one only includes them."""

from django.urls import include, path

urlpatterns = [
    path("", include("kesejahteraan.keluarga.urls")),
    path("perkawinan/", include("kesejahteraan.perkawinan.urls")),
]
