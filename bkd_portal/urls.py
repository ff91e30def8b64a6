"""URLs of the portal, one line per app."""

from django.urls import include, path

urlpatterns = [
    path("", include("layanan.urls")),
]
