"""URL SIASN: satu baris satu halaman atau perbuatan."""

from django.urls import path

from kepegawaian.siasn.views import diterima, orang, sambungan

app_name = "siasn"

urlpatterns = [
    path("siasn/", sambungan.sambungan, name="sambungan"),
    path("siasn/selisih/", sambungan.selisih_list, name="selisih_list"),
    path("siasn/diterima/", diterima.terima_list, name="terima_list"),
    path("siasn/diterima/<int:pk>/batal/", diterima.terima_batal, name="terima_batal"),
    path("siasn/peta/", sambungan.peta_list, name="peta_list"),
    path("siasn/token/", sambungan.token_tempel, name="token_tempel"),
    path("siasn/token/buang/", sambungan.token_buang, name="token_buang"),
    path("siasn/ambil/", sambungan.ambil_create, name="ambil_create"),
    path("siasn/ambil/<int:pk>/henti/", sambungan.ambil_henti, name="ambil_henti"),
    path("siasn/ambil/<int:pk>/lanjut/", sambungan.ambil_lanjut, name="ambil_lanjut"),
    path("siasn/kirim/<int:pk>/ulang/", sambungan.kirim_ulang, name="kirim_ulang"),
    path("siasn/kirim/<int:pk>/batal/", sambungan.kirim_batal, name="kirim_batal"),
    path("saya/siasn/", orang.banding_detail, name="saya"),
    path("saya/siasn/<slug:jenis>/", orang.banding_detail, name="saya"),
    path("pegawai/<slug:nip>/siasn/", orang.banding_detail, name="banding"),
    path("pegawai/<slug:nip>/siasn/<slug:jenis>/", orang.banding_detail, name="banding"),
    path("pegawai/<slug:nip>/siasn/<slug:jenis>/ambil/", orang.ambil, name="ambil"),
    path("pegawai/<slug:nip>/siasn/<slug:jenis>/terima/", orang.ambil_alih, name="terima"),
    path("pegawai/<slug:nip>/siasn/<slug:jenis>/kirim/", orang.kirim_baris, name="kirim"),
]
