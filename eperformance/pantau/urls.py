"""URL pantau: satu baris satu halaman; names are in the namespace ``eperformance``."""

from django.urls import path

from eperformance.pantau.views import daftar, ekinerja, laporan, papan

urlpatterns = [
    path("kinerja/papan/", papan.papan, name="papan"),
    path("kinerja/papan/ekspor/", papan.papan_ekspor, name="papan_ekspor"),
    path("kinerja/papan/pegawai/", daftar.pantau_list, name="pantau_list"),
    path("kinerja/papan/pegawai/ekspor/", daftar.pantau_ekspor, name="pantau_ekspor"),
    path("kinerja/laporan/", laporan.laporan_detail, name="laporan_detail"),
    path("kinerja/laporan/ekspor/", laporan.laporan_ekspor, name="laporan_ekspor"),
    path("kinerja/laporan/cetak/", laporan.laporan_cetak, name="laporan_cetak"),
    path("kinerja/laporan/<int:pk>/", laporan.laporan_download, name="laporan_download"),
    path("kinerja/ekinerja/", ekinerja.ekinerja, name="ekinerja"),
    path("kinerja/ekinerja/ekspor/<slug:apa>/", ekinerja.ekinerja_ekspor, name="ekinerja_ekspor"),
    path("kinerja/ekinerja/<int:pk>/", ekinerja.ekinerja_batch, name="ekinerja_batch"),
    path("kinerja/ekinerja/<int:pk>/baca/", ekinerja.ekinerja_baca, name="ekinerja_baca"),
    path("kinerja/ekinerja/<int:pk>/terapkan/", ekinerja.ekinerja_terapkan, name="ekinerja_terapkan"),
    path("kinerja/ekinerja/<int:pk>/batalkan/", ekinerja.ekinerja_batalkan, name="ekinerja_batalkan"),
    path("kinerja/ekinerja/<int:pk>/galat/", ekinerja.ekinerja_galat, name="ekinerja_galat"),
]
