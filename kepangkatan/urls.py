"""URLs of the app kepangkatan."""

from django.urls import path

from kepangkatan import views

app_name = "kepangkatan"
urlpatterns = [
    path("angka-kredit/", views.angka_kredit_list, name="angka_kredit_list"),
    path("angka-kredit/ekspor/", views.angka_kredit_ekspor, name="angka_kredit_ekspor"),
]
