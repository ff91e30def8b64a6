"""URL kontrak: satu baris satu halaman; names are in the namespace ``pengadaan``."""

urlpatterns = []
