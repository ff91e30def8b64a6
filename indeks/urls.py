"""URL indeks: satu baris satu halaman."""

from django.urls import path

from indeks import views
from indeks.andai import views as andai
from indeks.bkn import views as bkn
from indeks.generasi_a import views as a
from indeks.kualitas import views as kualitas

app_name = "indeks"

urlpatterns = [
    path("indeks/", views.ringkasan, name="ringkasan"),
    path("indeks/ekspor/", views.rekap_ekspor, name="rekap_ekspor"),
    path("indeks/saya/", views.pegawai_detail, name="saya"),
    path("indeks/pegawai/", views.hasil_list, name="hasil_list"),
    path("indeks/pegawai/ekspor/", views.hasil_ekspor, name="hasil_ekspor"),
    path("indeks/pegawai/<slug:nip>/", views.pegawai_detail, name="pegawai_detail"),
    path("indeks/unit/<int:pk>/", views.unit_detail, name="unit_detail"),
    path("indeks/unit/<int:pk>/ekspor/", views.hasil_ekspor, name="unit_ekspor"),
    path("indeks/unit/<int:pk>/rekap/", views.rekap_ekspor, name="unit_rekap_ekspor"),
    path("indeks/andai/", andai.andai, name="andai"),
    path("indeks/saya/andai/", andai.pegawai_andai, name="saya_andai"),
    path("indeks/pegawai/<slug:nip>/andai/", andai.pegawai_andai, name="pegawai_andai"),
    path("indeks/bkn/", bkn.bkn, name="bkn"),
    path("indeks/bkn/pegawai/", bkn.bkn_pegawai, name="bkn_pegawai"),
    path("indeks/bkn/pegawai/ekspor/", bkn.bkn_ekspor, name="bkn_ekspor"),
    path("indeks/bkn/impor/", bkn.bkn_impor, name="bkn_impor"),
    path("indeks/bkn/impor/<int:pk>/", bkn.bkn_batch, name="bkn_batch"),
    path("indeks/bkn/impor/<int:pk>/baca/", bkn.bkn_baca, name="bkn_baca"),
    path("indeks/bkn/impor/<int:pk>/terapkan/", bkn.bkn_terapkan, name="bkn_terapkan"),
    path("indeks/bkn/impor/<int:pk>/batalkan/", bkn.bkn_batalkan, name="bkn_batalkan"),
    path("indeks/bkn/impor/<int:pk>/galat/", bkn.bkn_galat, name="bkn_galat"),
    path("indeks/generasi-a/", a.generasi_a, name="generasi_a"),
    path("indeks/generasi-a/ekspor/", a.generasi_a_ekspor, name="generasi_a_ekspor"),
    path("indeks/generasi-a/pegawai/", a.generasi_a_pegawai, name="generasi_a_pegawai"),
    path("indeks/generasi-a/unit/<int:pk>/", a.generasi_a_unit, name="generasi_a_unit"),
    path("indeks/generasi-a/unit/<int:pk>/ekspor/", a.generasi_a_ekspor, name="generasi_a_unit_ekspor"),
    path("jatuh-tempo/", views.jatuh_tempo_list, name="jatuh_tempo_list"),
    path("jatuh-tempo/ekspor/", views.jatuh_tempo_ekspor, name="jatuh_tempo_ekspor"),
    path("kualitas-data/", kualitas.kualitas, name="kualitas"),
    path("kualitas-data/temuan/", kualitas.temuan_list, name="temuan_list"),
    path("kualitas-data/temuan/ekspor/", kualitas.temuan_ekspor, name="temuan_ekspor"),
]
