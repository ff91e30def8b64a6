"""URL cuti."""

from django.urls import path

from kesejahteraan.cuti.views import cltn, kalender, permintaan, saldo

urlpatterns = [
    path("", permintaan.cuti_saya, name="cuti_saya"),
    path("ajukan/<slug:slug>/", permintaan.cuti_create, name="cuti_create"),
    path("ajukan/<slug:slug>/hitung/", permintaan.cuti_hitung, name="cuti_hitung"),
    path("ajukan/<slug:slug>/<str:nip>/", permintaan.cuti_create, name="cuti_create_bagi"),
    path("ajukan/<slug:slug>/<str:nip>/hitung/", permintaan.cuti_hitung, name="cuti_hitung_bagi"),
    path("kalender/", kalender.kalender_list, name="cuti_kalender"),
    path("saldo/", saldo.saldo_list, name="cuti_saldo_list"),
    path("saldo/<str:nip>/", saldo.saldo_detail, name="cuti_saldo_detail"),
    path("saldo/<str:nip>/catat/", saldo.catatan_create, name="cuti_catatan_create"),
    path("saldo/<str:nip>/catatan/<int:pk>/batalkan/", saldo.catatan_batalkan, name="cuti_catatan_batalkan"),
    path("cltn/", cltn.cltn_list, name="cltn_list"),
]
