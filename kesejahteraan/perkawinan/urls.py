"""URL perkawinan dan perceraian."""

from django.urls import path

from kesejahteraan.perkawinan import views

app_name = "perkawinan"
urlpatterns = [
    path("",                views.perkawinan_list, name="daftar"),
    path("pembagian-gaji/", views.pembagian_gaji,  name="pembagian_gaji"),
]  # fmt: skip
