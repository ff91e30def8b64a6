"""URL penilaian: satu baris satu halaman; names are in the namespace ``eperformance``."""

from django.urls import path

from eperformance.penilaian.views import distribusi, layar, perbaikan, skp

urlpatterns = [
    path("kinerja/penilaian/", layar.penilaian_list, name="penilaian_list"),
    path("kinerja/penilaian/simpan/", layar.penilaian_simpan, name="penilaian_simpan"),
    path("kinerja/penilaian/ekspor/", layar.penilaian_ekspor, name="penilaian_ekspor"),
    path("kinerja/penilaian/<int:pk>/simpan/", layar.penilaian_baris, name="penilaian_baris"),
    path("kinerja/skp/<int:pk>/penilaian/", skp.skp_penilaian, name="skp_penilaian"),
    path("kinerja/skp/<int:pk>/penilaian/terima/", skp.skp_terima, name="skp_terima"),
    path("kinerja/skp/<int:pk>/penilaian/keberatan/", skp.skp_keberatan, name="skp_keberatan"),
    path("kinerja/skp/<int:pk>/penilaian/final/", skp.skp_final, name="skp_final"),
    path("kinerja/evaluasi/<int:pk>/betulkan/", skp.evaluasi_ganti, name="evaluasi_ganti"),
    path("kinerja/evaluasi/<int:pk>/cetak/", skp.evaluasi_cetak, name="evaluasi_cetak"),
    path("kinerja/evaluasi/<int:pk>/cetak/<str:kode>/", skp.evaluasi_unduh, name="evaluasi_unduh"),
    path("kinerja/distribusi/", distribusi.distribusi_list, name="distribusi_list"),
    path("kinerja/distribusi/ekspor/", distribusi.distribusi_ekspor, name="distribusi_ekspor"),
    path("kinerja/distribusi/<int:pk>/", distribusi.distribusi_detail, name="distribusi_detail"),
    path("kinerja/distribusi/<int:pk>/capaian/", distribusi.distribusi_capaian, name="distribusi_capaian"),
    path("kinerja/distribusi/<int:pk>/tetapkan/", distribusi.distribusi_tetapkan, name="distribusi_tetapkan"),
    path("kinerja/distribusi/<int:pk>/unduh/", distribusi.distribusi_unduh, name="distribusi_unduh"),
    path("kinerja/tindak-lanjut/", perbaikan.perbaikan_list, name="perbaikan_list"),
    path("kinerja/tindak-lanjut/ekspor/", perbaikan.perbaikan_ekspor, name="perbaikan_ekspor"),
    path("kinerja/tindak-lanjut/<int:pk>/", perbaikan.perbaikan_update, name="perbaikan_update"),
]
