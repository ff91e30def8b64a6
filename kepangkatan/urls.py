"""URLs of the app kepangkatan."""

from django.urls import path

from kepangkatan import views
from kepangkatan.periode import views as periode

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
    path("angka-kredit/", views.angka_kredit_list, name="angka_kredit_list"),
    path("angka-kredit/ekspor/", views.angka_kredit_ekspor, name="angka_kredit_ekspor"),
]
