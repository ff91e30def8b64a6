"""URL pengembangan: satu baris satu halaman; names are in the namespace ``diklat``."""

urlpatterns = []
