"""URL mutasi: saran isian dan ruang rancangan pelantikan."""

from django.urls import path

from mutasi import views

app_name = "mutasi"

urlpatterns = [
    path("mutasi/saran/<slug:jenis>/", views.saran, name="saran"),
]
