"""URL kesejahteraan: satu baris satu pokok."""

from django.urls import include, path

app_name = "kesejahteraan"

urlpatterns = [
    path("", include("kesejahteraan.korpri.urls")),
]
