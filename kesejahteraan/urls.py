"""URL kesejahteraan: satu baris satu bagian."""

from django.urls import include, path

app_name = "kesejahteraan"

urlpatterns = [
    path("cuti/", include("kesejahteraan.cuti.urls")),
    path("", include("kesejahteraan.keluarga.urls")),
    path("", include("kesejahteraan.korpri.urls")),
    path("kesejahteraan/", include("kesejahteraan.penghargaan.urls")),
    path("perkawinan/", include("kesejahteraan.perkawinan.urls")),
]
