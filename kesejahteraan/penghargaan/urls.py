"""URLs of penghargaan, inside the namespace ``kesejahteraan``."""

from django.urls import path

from kesejahteraan.views import pemilihan, satyalancana as slks

urlpatterns = [
    path("satyalancana/", slks.satyalancana_kini, name="satyalancana_kini"),
    path("satyalancana/surat/<int:pk>/sah/", slks.satyalancana_surat_sah, name="satyalancana_surat_sah"),
    path("satyalancana/<str:tahun>/", slks.satyalancana_detail, name="satyalancana_detail"),
    path("satyalancana/<str:tahun>/ekspor/", slks.satyalancana_ekspor, name="satyalancana_ekspor"),
    path("satyalancana/<str:tahun>/hitung/", slks.satyalancana_hitung, name="satyalancana_hitung"),
    path("satyalancana/<str:tahun>/usul/", slks.satyalancana_usul, name="satyalancana_usul"),
    path("satyalancana/<str:tahun>/usulan/", slks.satyalancana_usulan, name="satyalancana_usulan"),
    path("satyalancana/<str:tahun>/rekap/", slks.satyalancana_rekap, name="satyalancana_rekap"),
    path("satyalancana/<str:tahun>/surat/", slks.satyalancana_surat, name="satyalancana_surat"),
    path("satyalancana/<str:tahun>/keppres/", slks.satyalancana_keppres, name="satyalancana_keppres"),
    path("pns-berprestasi/", pemilihan.pemilihan_list, name="pemilihan_list"),
    path("pns-berprestasi/baru/", pemilihan.pemilihan_form, name="pemilihan_create"),
    path("pns-berprestasi/<int:pk>/", pemilihan.pemilihan_detail, name="pemilihan_detail"),
    path("pns-berprestasi/<int:pk>/ubah/", pemilihan.pemilihan_form, name="pemilihan_update"),
    path("pns-berprestasi/<int:pk>/buka/", pemilihan.pemilihan_buka, name="pemilihan_buka"),
    path("pns-berprestasi/<int:pk>/tutup/", pemilihan.pemilihan_tutup, name="pemilihan_tutup"),
    path("pns-berprestasi/<int:pk>/hasil/", pemilihan.pemilihan_hasil, name="pemilihan_hasil"),
    path("pns-berprestasi/<int:pk>/ekspor/", pemilihan.pemilihan_ekspor, name="pemilihan_ekspor"),
    path("pns-berprestasi/<int:pk>/juri/baru/", pemilihan.juri_create, name="juri_create"),
    path("pns-berprestasi/juri/<int:pk>/", pemilihan.juri_nilai, name="juri_nilai"),
    path("pns-berprestasi/juri/<int:pk>/hapus/", pemilihan.juri_delete, name="juri_delete"),
]
