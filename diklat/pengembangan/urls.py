"""URL pengembangan: satu baris satu halaman; names are in the namespace ``diklat``."""

from django.urls import path

from diklat.pengembangan.views import evaluasi, kebutuhan, mandiri, saya

urlpatterns = [
    path("diklat/pengembangan/saya/", saya.pengembangan_detail, name="pengembangan_saya"),
    path("diklat/pengembangan/<slug:nip>/", saya.pengembangan_detail, name="pengembangan_detail"),
    path("diklat/mandiri/", mandiri.mandiri_list, name="mandiri_list"),
    path("diklat/mandiri/ekspor/", mandiri.mandiri_ekspor, name="mandiri_ekspor"),
    path("diklat/mandiri/unggah/", mandiri.mandiri_impor, name="mandiri_impor"),
    path("diklat/mandiri/unggah/contoh/", mandiri.mandiri_contoh, name="mandiri_contoh"),
    path("diklat/kebutuhan/", kebutuhan.kebutuhan_list, name="kebutuhan_list"),
    path("diklat/kebutuhan/ekspor/", kebutuhan.kebutuhan_ekspor, name="kebutuhan_ekspor"),
    path("diklat/evaluasi/", evaluasi.evaluasi_program, name="evaluasi_program"),
    path("diklat/evaluasi/ekspor/", evaluasi.evaluasi_ekspor, name="evaluasi_ekspor"),
]
