"""URL kontrak: satu baris satu halaman; names are in the namespace ``pengadaan``."""

from django.urls import path

from pengadaan.kontrak import views

urlpatterns = [
    path("pengadaan/kontrak/", views.kontrak_list, name="kontrak_list"),
    path("pengadaan/kontrak/ekspor/", views.kontrak_ekspor, name="kontrak_ekspor"),
    path("pengadaan/kontrak/tembusan/ekspor/", views.tembusan_ekspor, name="tembusan_ekspor"),
    path("pengadaan/kontrak/usulkan/", views.kontrak_usulkan, name="kontrak_usulkan"),
]
