"""URL kesejahteraan: each part has its own file, this one only includes them.

The family and marriage are name spaces of their own (``bkd_portal.urls``).
"""

from django.urls import include, path

app_name = "kesejahteraan"

urlpatterns = [
    path("cuti/", include("kesejahteraan.cuti.urls")),
    path("", include("kesejahteraan.korpri.urls")),
    path("kesejahteraan/", include("kesejahteraan.penghargaan.urls")),
]
