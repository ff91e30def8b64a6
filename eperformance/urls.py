"""URL e-performance: tiap bagian memegang miliknya."""

from eperformance.pantau.urls import urlpatterns as pantau
from eperformance.penilaian.urls import urlpatterns as penilaian
from eperformance.pohon.urls import urlpatterns as pohon
from eperformance.realisasi.urls import urlpatterns as realisasi
from eperformance.skp.urls import urlpatterns as skp

app_name = "eperformance"

urlpatterns = [*pohon, *skp, *realisasi, *penilaian, *pantau]
