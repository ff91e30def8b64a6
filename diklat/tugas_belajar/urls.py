"""URL tugas_belajar: satu baris satu halaman; names are in the namespace ``diklat``."""

from django.urls import path

from diklat.tugas_belajar.views import ikatan, laporan, pantau, perjanjian, rencana

urlpatterns = [
    path("diklat/tugas-belajar/", pantau.tugas_belajar_list, name="tugas_belajar_list"),
    path("diklat/tugas-belajar/ekspor/", pantau.tugas_belajar_ekspor, name="tugas_belajar_ekspor"),
    path("diklat/tugas-belajar/catat/<slug:nip>/", pantau.tugas_belajar_create, name="tugas_belajar_create"),
    path("diklat/tugas-belajar/rencana/", rencana.rencana_tb_list, name="rencana_tb_list"),
    path("diklat/tugas-belajar/rencana/baru/", rencana.rencana_tb_create, name="rencana_tb_create"),
    path("diklat/tugas-belajar/rencana/<int:pk>/coret/", rencana.rencana_tb_delete, name="rencana_tb_delete"),
    path("diklat/tugas-belajar/perjanjian/<slug:nomor>/", perjanjian.perjanjian_download, name="perjanjian_download"),
    path("diklat/tugas-belajar/<int:pk>/", pantau.tugas_belajar_detail, name="tugas_belajar_detail"),
    path("diklat/tugas-belajar/<int:pk>/laporan/<int:semester>/", laporan.laporan_tb_create, name="laporan_tb_create"),
    path("diklat/tugas-belajar/laporan/<int:pk>/berkas/", laporan.laporan_tb_download, name="laporan_tb_download"),
    path("diklat/tugas-belajar/laporan/<int:pk>/periksa/", laporan.laporan_tb_periksa, name="laporan_tb_periksa"),
    path("diklat/tugas-belajar/<int:pk>/putus/", ikatan.ikatan_putus, name="ikatan_putus"),
    path("diklat/tugas-belajar/<int:pk>/lunas/", ikatan.ikatan_lunas, name="ikatan_lunas"),
]
