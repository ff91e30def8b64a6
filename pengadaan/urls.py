"""URL pengadaan: tiap bagian memegang miliknya."""

from pengadaan.kebutuhan.urls import urlpatterns as kebutuhan
from pengadaan.kontrak.urls import urlpatterns as kontrak
from pengadaan.seleksi.urls import urlpatterns as seleksi

app_name = "pengadaan"

urlpatterns = [*kebutuhan, *seleksi, *kontrak]
