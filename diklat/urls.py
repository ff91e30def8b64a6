"""URL diklat: tiap bagian memegang miliknya."""

from diklat.pelatihan.urls import urlpatterns as pelatihan
from diklat.pengembangan.urls import urlpatterns as pengembangan
from diklat.tugas_belajar.urls import urlpatterns as tugas_belajar

app_name = "diklat"

urlpatterns = [*pelatihan, *pengembangan, *tugas_belajar]
