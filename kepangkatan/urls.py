"""URLs of the app kepangkatan."""

from django.urls import path

from kepangkatan import views
from kepangkatan.periode import views as periode
from kepangkatan.ujian import views as ujian

app_name = "kepangkatan"
urlpatterns = [
    path("periode/", periode.periode_kini, name="periode_kini"),
    path("periode/<str:tmt>/", periode.periode_detail, name="periode_detail"),
    path("periode/<str:tmt>/ekspor/", periode.periode_ekspor, name="periode_ekspor"),
    path("periode/<str:tmt>/hitung/", periode.periode_hitung, name="periode_hitung"),
    path("periode/<str:tmt>/usul/", periode.periode_usul, name="periode_usul"),
    path("periode/<str:tmt>/usulan/", periode.periode_usulan, name="periode_usulan"),
    path("periode/<str:tmt>/usulan/ekspor/", periode.periode_usulan_ekspor, name="periode_usulan_ekspor"),
    path("periode/<str:tmt>/siasn/", periode.periode_siasn, name="periode_siasn"),
    path("periode/<str:tmt>/jawaban/", periode.periode_jawaban, name="periode_jawaban"),
    path("ujian/", ujian.ujian_list, name="ujian_list"),
    path("ujian/baru/", ujian.ujian_form, name="ujian_create"),
    path("ujian/<int:pk>/", ujian.ujian_detail, name="ujian_detail"),
    path("ujian/<int:pk>/ubah/", ujian.ujian_form, name="ujian_update"),
    path("ujian/<int:pk>/umumkan/", ujian.ujian_umumkan, name="ujian_umumkan"),
    path("ujian/<int:pk>/tutup/", ujian.ujian_tutup, name="ujian_tutup"),
    path("ujian/<int:pk>/nilai/", ujian.ujian_nilai, name="ujian_nilai"),
    path("ujian/<int:pk>/hasil/", ujian.ujian_hasil, name="ujian_hasil"),
    path("ujian/<int:pk>/ekspor/", ujian.ujian_ekspor, name="ujian_ekspor"),
    path("ujian/<int:pk>/hadir/", ujian.ujian_hadir, name="ujian_hadir"),
    path("ujian/<int:pk>/calon/", ujian.ujian_calon, name="ujian_calon"),
    path("ujian/<int:pk>/hadir/unduh/", ujian.hadir_download, name="hadir_download"),
    path("ujian/<int:pk>/kartu/", ujian.ujian_kartu, name="ujian_kartu"),
    path("ujian/<int:pk>/kartu/unduh/", ujian.kartu_download, name="kartu_download"),
    path("angka-kredit/", views.angka_kredit_list, name="angka_kredit_list"),
    path("angka-kredit/ekspor/", views.angka_kredit_ekspor, name="angka_kredit_ekspor"),
]
