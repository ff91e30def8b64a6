"""URL skp: satu baris satu halaman; names are in the namespace ``eperformance``."""

from django.urls import path

from eperformance.skp.views import akhir, bawahan, dialog, hasil, matriks, peran, rencana, saya, tengah, unduh

urlpatterns = [
    path("kinerja/skp/", saya.skp_saya, name="skp_saya"),
    path("kinerja/skp/buka/", saya.skp_buka, name="skp_buka"),
    path("kinerja/skp/<int:pk>/", rencana.skp_detail, name="skp_detail"),
    path("kinerja/skp/<int:pk>/tindakan/", rencana.skp_tindakan, name="skp_tindakan"),
    path("kinerja/skp/<int:pk>/penilai/", rencana.skp_penilai, name="skp_penilai"),
    path("kinerja/skp/<int:pk>/pendekatan/", rencana.skp_pendekatan, name="skp_pendekatan"),
    path("kinerja/skp/<int:pk>/salin/", saya.skp_salin, name="skp_salin"),
    path("kinerja/skp/<int:pk>/plt/", rencana.skp_plt, name="skp_plt"),
    path("kinerja/skp/<int:pk>/peran/<int:sel>/ambil/", rencana.peran_ambil, name="peran_ambil"),
    path("kinerja/skp/<int:pk>/sesuaikan/", tengah.skp_sesuaikan, name="skp_sesuaikan"),
    path("kinerja/skp/<int:pk>/akhiri/", akhir.skp_akhiri, name="skp_akhiri"),
    path("kinerja/skp/<int:pk>/hasil/baru/", hasil.hasil_create, name="hasil_create"),
    path("kinerja/skp/<int:pk>/perilaku/", hasil.perilaku_update, name="perilaku_update"),
    path("kinerja/skp/<int:pk>/perilaku/simpan/", hasil.perilaku_simpan, name="perilaku_simpan"),
    path("kinerja/skp/<int:pk>/lampiran/", hasil.lampiran_update, name="lampiran_update"),
    path("kinerja/skp/<int:pk>/lampiran/simpan/", hasil.lampiran_simpan, name="lampiran_simpan"),
    path("kinerja/skp/<int:pk>/dialog/", dialog.skp_dialog, name="skp_dialog"),
    path("kinerja/skp/<int:pk>/pdf/", unduh.skp_download, name="skp_download"),
    path("kinerja/hasil/<int:pk>/", hasil.hasil_update, name="hasil_update"),
    path("kinerja/hasil/<int:pk>/simpan/", hasil.hasil_simpan, name="hasil_simpan"),
    path("kinerja/hasil/<int:pk>/hapus/", hasil.hasil_delete, name="hasil_delete"),
    path("kinerja/hasil/<int:pk>/urut/", hasil.hasil_urut, name="hasil_urut"),
    path("kinerja/bawahan/", bawahan.skp_bawahan, name="skp_bawahan"),
    path("kinerja/bawahan/tetapkan/", bawahan.bawahan_tetapkan, name="bawahan_tetapkan"),
    path("kinerja/bawahan/ekspor/", bawahan.bawahan_ekspor, name="bawahan_ekspor"),
    path("kinerja/matriks/", matriks.matriks, name="matriks"),
    path("kinerja/matriks/<int:pk>/simpan/", matriks.matriks_simpan, name="matriks_simpan"),
    path("kinerja/matriks/sendiri/<int:pk>/", matriks.matriks_sendiri, name="matriks_sendiri"),
    path("kinerja/peran/", peran.pohon_peran, name="pohon_peran"),
    path("kinerja/peran/ekspor/", peran.pohon_peran_ekspor, name="pohon_peran_ekspor"),
    path("kinerja/penyesuaian/", tengah.penyesuaian_list, name="penyesuaian_list"),
    path("kinerja/penyesuaian/ekspor/", tengah.penyesuaian_ekspor, name="penyesuaian_ekspor"),
]
