"""URL disiplin: satu baris satu halaman; presensi menulis miliknya sendiri."""

from django.urls import path

from disiplin.kehadiran.urls import urlpatterns as kehadiran
from disiplin.views import kasus, laporan, pemeriksaan, saya

app_name = "disiplin"

urlpatterns = [
    path("disiplin/kasus/", kasus.kasus_list, name="kasus_list"),
    path("disiplin/kasus/baru/", kasus.kasus_create, name="kasus_create"),
    path("disiplin/kasus/<slug:nomor>/pemeriksaan/", pemeriksaan.pemeriksaan, name="pemeriksaan"),
    path("disiplin/kasus/<slug:nomor>/bap/", pemeriksaan.bap_create, name="bap_create"),
    path("disiplin/kasus/<slug:nomor>/bap/<int:pk>/", pemeriksaan.bap_update, name="bap_update"),
    path("disiplin/kasus/<slug:nomor>/bap/<int:pk>/tutup/", pemeriksaan.bap_tutup, name="bap_tutup"),
    path("disiplin/laporan/", laporan.laporan_list, name="laporan_list"),
    path("disiplin/laporan/<int:pk>/", laporan.laporan_detail, name="laporan_detail"),
    path("disiplin/laporan/<int:pk>/tutup/", laporan.laporan_tutup, name="laporan_tutup"),
    path("disiplin/saya/", saya.saya, name="saya"),
    path("disiplin/saya/<int:pk>/", saya.saya_download, name="saya_download"),
    path("lapor-pelanggaran/", laporan.lapor, name="lapor"),
    path("lapor-pelanggaran/diterima/", laporan.lapor_terima, name="lapor_terima"),
    *kehadiran,
]
