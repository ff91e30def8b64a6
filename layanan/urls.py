"""URL mesin layanan: satu baris satu halaman atau perbuatan."""

from django.urls import path

from layanan.views import ekspor, halangan, katalog, kotak, naskah, nominatif, pengantar, peta, pratinjau, usulan

app_name = "layanan"

urlpatterns = [
    path("layanan/", katalog.katalog_list, name="katalog_list"),
    path("layanan/<slug:slug>/", katalog.katalog_detail, name="katalog_detail"),
    path("layanan/<slug:slug>/peta/", peta.peta_detail, name="peta_detail"),
    path("peta-proses/", peta.peta_list, name="peta_list"),
    path("layanan/<slug:slug>/ajukan/", usulan.usulan_create, name="usulan_create"),
    path("layanan/<slug:slug>/nominatif/", nominatif.nominatif_list, name="nominatif_list"),
    path("layanan/<slug:slug>/nominatif/ekspor/", ekspor.nominatif_ekspor, name="nominatif_ekspor"),
    path("layanan/<slug:slug>/nominatif/ajukan/", nominatif.nominatif_ajukan, name="nominatif_ajukan"),
    path("usulan/", usulan.usulan_list, name="usulan_list"),
    path("usulan/ekspor/", ekspor.usulan_ekspor, name="usulan_ekspor"),
    path("usulan/<str:nomor>/", usulan.usulan_detail, name="usulan_detail"),
    path("usulan/<str:nomor>/isian/", usulan.usulan_update, name="usulan_update"),
    path("usulan/<str:nomor>/ajukan/", usulan.usulan_ajukan, name="usulan_ajukan"),
    path("usulan/<str:nomor>/setujui/", usulan.usulan_setujui, name="usulan_setujui"),
    path("usulan/<str:nomor>/rekam/", usulan.usulan_rekam, name="usulan_rekam"),
    path("usulan/<str:nomor>/tetapkan/", usulan.usulan_tetapkan, name="usulan_tetapkan"),
    path("usulan/<str:nomor>/sahkan/", usulan.usulan_sahkan, name="usulan_sahkan"),
    path("usulan/<str:nomor>/kembalikan/", usulan.usulan_kembalikan, name="usulan_kembalikan"),
    path("usulan/<str:nomor>/tolak/", usulan.usulan_tolak, name="usulan_tolak"),
    path("usulan/<str:nomor>/batalkan/", usulan.usulan_batalkan, name="usulan_batalkan"),
    path("usulan/<str:nomor>/pratinjau/", pratinjau.pratinjau_detail, name="pratinjau_detail"),
    path("usulan/<str:nomor>/pratinjau/lembar/", pratinjau.pratinjau_lembar, name="pratinjau_lembar"),
    path("usulan/<str:nomor>/pratinjau/pdf/", pratinjau.pratinjau_create, name="pratinjau_create"),
    path("usulan/<str:nomor>/pratinjau/pdf/<str:kode>/", pratinjau.pratinjau_download, name="pratinjau_download"),
    path("usulan/<str:nomor>/berkas/<slug:kode>/unggah/", usulan.berkas_create, name="berkas_create"),
    path("usulan/<str:nomor>/berkas/<int:pk>/", usulan.berkas_download, name="berkas_download"),
    path("usulan/<str:nomor>/berkas/<int:pk>/periksa/", usulan.berkas_periksa, name="berkas_periksa"),
    path("surat-pengantar/", pengantar.pengantar_list, name="pengantar_list"),
    path("surat-pengantar/ajukan/", pengantar.pengantar_create, name="pengantar_create"),
    path("surat-pengantar/<int:pk>/", pengantar.pengantar_detail, name="pengantar_detail"),
    path("kotak/", kotak.kotak_list, name="kotak_list"),
    path("kotak/ekspor/", ekspor.kotak_ekspor, name="kotak_ekspor"),
    path("kotak/setujui/", kotak.kotak_setujui, name="kotak_setujui"),
    path("ketidakhadiran/", halangan.halangan_list, name="halangan_list"),
    path("ketidakhadiran/catat/", halangan.halangan_pilih, name="halangan_pilih"),
    path("ketidakhadiran/catat/<str:nip>/", halangan.halangan_create, name="halangan_create"),
    path("ketidakhadiran/<int:pk>/batalkan/", halangan.halangan_batalkan, name="halangan_batalkan"),
    path("naskah/", naskah.naskah_list, name="naskah_list"),
    path("naskah/ekspor/", ekspor.naskah_ekspor, name="naskah_ekspor"),
    path("naskah/<int:pk>/", naskah.naskah_download, name="naskah_download"),
    path("verifikasi/<str:token>/", naskah.verifikasi, name="verifikasi"),
]
