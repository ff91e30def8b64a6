"""URL pohon: satu baris satu halaman; names are in the namespace ``eperformance``."""

from django.urls import path

from eperformance.pohon.views import indikator, periode, pohon, simpul

urlpatterns = [
    path("kinerja/tahun/", periode.periode_list, name="periode_list"),
    path("kinerja/tahun/baru/", periode.periode_create, name="periode_create"),
    path("kinerja/tahun/<int:tahun>/ubah/", periode.periode_update, name="periode_update"),
    path("kinerja/tahun/<int:tahun>/draf/", periode.periode_draf, name="periode_draf"),
    path("kinerja/pohon/", pohon.pohon_list, name="pohon_list"),
    path("kinerja/pohon/baru/", pohon.pohon_create, name="pohon_create"),
    path("kinerja/pohon/<int:tahun>/", pohon.pohon_detail, name="pohon_detail"),
    path("kinerja/pohon/<int:tahun>/ubah/", pohon.pohon_update, name="pohon_update"),
    path("kinerja/pohon/<int:tahun>/salin/", pohon.pohon_salin, name="pohon_salin"),
    path("kinerja/pohon/<int:tahun>/alihkan/", pohon.pohon_alihkan, name="pohon_alihkan"),
    path("kinerja/pohon/<int:tahun>/hitung/", pohon.pohon_hitung, name="pohon_hitung"),
    path("kinerja/pohon/<int:tahun>/ekspor/", pohon.pohon_ekspor, name="pohon_ekspor"),
    path("kinerja/pohon/<int:tahun>/perubahan/", pohon.pohon_perubahan, name="pohon_perubahan"),
    path("kinerja/pohon/<int:tahun>/simpul/", simpul.simpul_create, name="simpul_create"),
    path("kinerja/simpul/<int:pk>/", simpul.simpul_detail, name="simpul_detail"),
    path("kinerja/simpul/<int:pk>/ubah/", simpul.simpul_update, name="simpul_update"),
    path("kinerja/simpul/<int:pk>/pindah/", simpul.simpul_pindah, name="simpul_pindah"),
    path("kinerja/simpul/<int:pk>/urut/", simpul.simpul_urut, name="simpul_urut"),
    path("kinerja/simpul/<int:pk>/akhiri/", simpul.simpul_akhiri, name="simpul_akhiri"),
    path("kinerja/simpul/<int:pk>/hapus/", simpul.simpul_hapus, name="simpul_hapus"),
    path("kinerja/simpul/<int:pk>/indikator/", indikator.indikator_create, name="indikator_create"),
    path("kinerja/indikator/<int:pk>/", indikator.indikator_detail, name="indikator_detail"),
    path("kinerja/indikator/<int:pk>/daftar/", indikator.indikator_daftar, name="indikator_daftar"),
    path("kinerja/indikator/<int:pk>/ubah/", indikator.indikator_update, name="indikator_update"),
    path("kinerja/indikator/<int:pk>/hapus/", indikator.indikator_hapus, name="indikator_hapus"),
    path("kinerja/indikator/<int:pk>/realisasi/<int:triwulan>/", indikator.realisasi_create, name="realisasi_create"),
]
