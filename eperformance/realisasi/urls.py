"""URL realisasi: satu baris satu halaman; names are in the namespace ``eperformance``."""

urlpatterns = []
