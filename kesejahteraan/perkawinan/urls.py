"""URL perkawinan dan perceraian."""

from django.urls import path

from kesejahteraan.perkawinan import views

urlpatterns = [
    path("",                views.perkawinan_list, name="perkawinan_list"),
    path("pembagian-gaji/", views.pembagian_gaji,  name="pembagian_gaji"),
]  # fmt: skip
