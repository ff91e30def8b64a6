"""URL penggajian: satu baris satu halaman."""

from django.urls import path

from penggajian.views import gaji, kgb, penghasilan

app_name = "penggajian"

urlpatterns = [
    path("penggajian/gaji/", gaji.gaji_list, name="gaji_list"),
    path("penggajian/kgb/", kgb.kgb_list, name="kgb_list"),
    path("penggajian/kgb/ekspor/", kgb.kgb_ekspor, name="kgb_ekspor"),
    path("penggajian/penghasilan/", penghasilan.penghasilan_detail, name="penghasilan_saya"),
    path("penggajian/penghasilan/<slug:nip>/", penghasilan.penghasilan_detail, name="penghasilan_detail"),
    path("penggajian/tanggungan/", penghasilan.tanggungan_list, name="tanggungan_list"),
    path("penggajian/tanggungan/ekspor/", penghasilan.tanggungan_ekspor, name="tanggungan_ekspor"),
]
