"""URL skp: satu baris satu halaman; names are in the namespace ``eperformance``."""

from django.urls import path

from eperformance.skp import views

urlpatterns = [
    path("kinerja/skp/<int:pk>/", views.skp_detail, name="skp_detail"),
]
