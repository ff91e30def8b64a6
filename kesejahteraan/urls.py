"""URL kesejahteraan: satu baris satu bagian."""

from django.urls import include, path

app_name = "kesejahteraan"

urlpatterns = [
    path("cuti/", include("kesejahteraan.cuti.urls")),
]
