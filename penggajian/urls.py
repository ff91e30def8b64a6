"""URL penggajian: satu baris satu halaman."""

from django.urls import path, register_converter

from penggajian.views import gaji, kgb, penghasilan, perubahan, presensi, tpp, tpp_atur


class KonverterAturan:
    """A part of the configuration of TPP."""

    regex = "|".join(tpp_atur.FORM)

    def to_python(self, value):
        """The word itself."""
        return value

    def to_url(self, value):
        """The word itself."""
        return value


register_converter(KonverterAturan, "aturan_tpp")
app_name = "penggajian"

urlpatterns = [
    path("penggajian/gaji/", gaji.gaji_list, name="gaji_list"),
    path("penggajian/kgb/", kgb.kgb_list, name="kgb_list"),
    path("penggajian/kgb/ekspor/", kgb.kgb_ekspor, name="kgb_ekspor"),
    path("penggajian/perubahan/", perubahan.perubahan_list, name="perubahan_list"),
    path("penggajian/perubahan/ekspor/", perubahan.perubahan_ekspor, name="perubahan_ekspor"),
    path("penggajian/penghasilan/saya/", penghasilan.penghasilan_detail, name="penghasilan_saya"),
    path("penggajian/penghasilan/<slug:nip>/", penghasilan.penghasilan_detail, name="penghasilan_detail"),
    path("penggajian/tanggungan/", penghasilan.tanggungan_list, name="tanggungan_list"),
    path("penggajian/tanggungan/ekspor/", penghasilan.tanggungan_ekspor, name="tanggungan_ekspor"),
    path("penggajian/tpp/", tpp.tpp_list, name="tpp_list"),
    path("penggajian/tpp/hitung/", tpp.tpp_hitung, name="tpp_hitung"),
    path("penggajian/tpp/saya/", tpp.tpp_saya, name="tpp_saya"),
    path("penggajian/tpp/atur/", tpp_atur.tpp_atur, name="tpp_atur"),
    path("penggajian/tpp/atur/<aturan_tpp:apa>/", tpp_atur.tpp_atur_create, name="tpp_atur_create"),
    path("penggajian/tpp/<int:pk>/", tpp.tpp_detail, name="tpp_detail"),
    path("penggajian/tpp/<int:pk>/ekspor/", tpp.tpp_ekspor, name="tpp_ekspor"),
    path("penggajian/tpp/<int:pk>/tetapkan/", tpp.tpp_tetapkan, name="tpp_tetapkan"),
    path("penggajian/tpp/hasil/<int:pk>/", tpp.hasil_detail, name="tpp_hasil"),
    path("penggajian/presensi/", presensi.presensi_list, name="presensi_list"),
    path("penggajian/presensi/unggah/", presensi.presensi_create, name="presensi_create"),
    path("penggajian/presensi/<int:pk>/", presensi.presensi_detail, name="presensi_detail"),
    path("penggajian/presensi/<int:pk>/baca/", presensi.presensi_baca, name="presensi_baca"),
    path("penggajian/presensi/<int:pk>/terapkan/", presensi.presensi_terapkan, name="presensi_terapkan"),
    path("penggajian/presensi/<int:pk>/batalkan/", presensi.presensi_batalkan, name="presensi_batalkan"),
    path("penggajian/presensi/<int:pk>/galat/", presensi.presensi_galat, name="presensi_galat"),
]
