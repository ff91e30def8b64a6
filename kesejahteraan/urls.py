"""URLs of the app kesejahteraan; each part one include."""

from django.urls import include, path

app_name = "kesejahteraan"
urlpatterns = [
    path("", include("kesejahteraan.penghargaan.urls")),
]
