"""URL karier: satu baris satu halaman."""

from django.urls import path

from karier.views import jenjang, kesenjangan, peserta, standar, suksesi, talenta, uji

app_name = "karier"

urlpatterns = [
    path("karier/standar/", standar.standar_list, name="standar_list"),
    path("karier/standar/ekspor/", standar.standar_ekspor, name="standar_ekspor"),
    path("karier/standar/kompetensi-baru/", standar.kompetensi_create, name="kompetensi_create"),
    path("karier/standar/kelompok/<slug:kelompok>/", standar.standar_kelompok, name="standar_kelompok"),
    path(
        "karier/standar/kelompok/<slug:kelompok>/ubah/",
        standar.standar_kelompok_update,
        name="standar_kelompok_update",
    ),
    path("karier/standar/jabatan/<int:pk>/", standar.standar_jabatan, name="standar_jabatan"),
    path("karier/standar/jabatan/<int:pk>/ubah/", standar.standar_jabatan_update, name="standar_jabatan_update"),
    path("karier/uji/", uji.uji_list, name="uji_list"),
    path("karier/uji/baru/", uji.uji_create, name="uji_create"),
    path("karier/uji/<int:pk>/", uji.uji_detail, name="uji_detail"),
    path("karier/uji/<int:pk>/ubah/", uji.uji_update, name="uji_update"),
    path("karier/uji/<int:pk>/nilai/", uji.uji_mulai, name="uji_mulai"),
    path("karier/uji/<int:pk>/ajukan/", uji.uji_ajukan, name="uji_ajukan"),
    path("karier/uji/<int:pk>/batalkan/", uji.uji_batalkan, name="uji_batalkan"),
    path("karier/uji/<int:pk>/ekspor/", uji.uji_ekspor, name="uji_ekspor"),
    path("karier/uji/<int:pk>/impor/", uji.uji_impor, name="uji_impor"),
    path("karier/uji/<int:pk>/peserta/", peserta.peserta_create, name="peserta_create"),
    path("karier/uji/peserta/<int:pk>/", peserta.peserta_update, name="peserta_update"),
    path("karier/uji/peserta/<int:pk>/keluarkan/", peserta.peserta_delete, name="peserta_delete"),
    path("karier/kesenjangan/", kesenjangan.kesenjangan_list, name="kesenjangan_list"),
    path("karier/kesenjangan/ekspor/", kesenjangan.kesenjangan_ekspor, name="kesenjangan_ekspor"),
    path("karier/kesenjangan/saya/", kesenjangan.kesenjangan_detail, name="kesenjangan_saya"),
    path("karier/kesenjangan/<slug:nip>/", kesenjangan.kesenjangan_detail, name="kesenjangan_detail"),
    path("karier/jenjang/saya/", jenjang.jenjang_list, name="jenjang_saya"),
    path("karier/jenjang/saya/<int:pk>/", jenjang.jenjang_detail, name="jenjang_saya_detail"),
    path("karier/jenjang/<slug:nip>/", jenjang.jenjang_list, name="jenjang_list"),
    path("karier/jenjang/<slug:nip>/<int:pk>/", jenjang.jenjang_detail, name="jenjang_detail"),
    path("karier/talenta/", talenta.talenta_list, name="talenta_list"),
    path("karier/talenta/ekspor/", talenta.talenta_ekspor, name="talenta_ekspor"),
    path("karier/talenta/hitung/", talenta.talenta_hitung, name="talenta_hitung"),
    path("karier/talenta/bekukan/", talenta.talenta_bekukan, name="talenta_bekukan"),
    path("karier/suksesi/", suksesi.suksesi_list, name="suksesi_list"),
    path("karier/suksesi/<int:pk>/", suksesi.suksesi_detail, name="suksesi_detail"),
    path("karier/suksesi/<int:pk>/ekspor/", suksesi.suksesi_ekspor, name="suksesi_ekspor"),
]
