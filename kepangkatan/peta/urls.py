"""URL peta jabatan: satu baris satu halaman."""

from django.urls import path

from kepangkatan.peta import views

app_name = "jabatan"

urlpatterns = [
    path("jabatan/peta/", views.peta_list, name="peta_list"),
    path("jabatan/peta/<int:pk>/", views.peta_detail, name="peta_detail"),
    path("jabatan/bezetting/", views.bezetting_list, name="bezetting_list"),
    path("jabatan/bezetting/ekspor/", views.bezetting_ekspor, name="bezetting_ekspor"),
    path("jabatan/kosong/", views.kosong_list, name="kosong_list"),
    path("jabatan/kosong/ekspor/", views.kosong_ekspor, name="kosong_ekspor"),
    path("jabatan/penertiban/", views.penertiban_list, name="penertiban_list"),
    path("jabatan/penertiban/ekspor/", views.penertiban_ekspor, name="penertiban_ekspor"),
]
