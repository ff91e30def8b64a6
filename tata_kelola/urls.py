"""URL tata kelola: beranda, cari, regulasi, setelan, referensi, jejak, pemberitahuan, panduan, sehat, ikon tab."""

from datetime import date

from django.urls import path, register_converter

from tata_kelola import galeri, pemberitahuan as _lencana  # noqa: F401 - registers the counter of the bell
from tata_kelola.regulasi import KonverterRegulasi
from tata_kelola.views import (
    anggaran,
    aspek,
    beranda,
    cari,
    hak_kewajiban,
    hari_pertama,
    ikon,
    jejak,
    kebutuhan,
    kepatuhan,
    organisasi,
    panduan,
    pemberitahuan,
    pimpinan,
    pribadi,
    referensi,
    regulasi,
    risiko,
    sarana,
    sehat,
    setelan,
    templat,
    terbuka,
    tugas,
)


class KonverterTanggal:
    """A calendar date in a path, ``2026-12-31``."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value):
        """A date; ValueError is a 404."""
        return date.fromisoformat(value)

    def to_url(self, value):
        """ISO text."""
        return value if isinstance(value, str) else value.isoformat()


class KonverterTemplat:
    """Key of a wording: ``kgb``, or ``layanan/langkah`` for the own letter of a step."""

    regex = r"[-\w]+(?:/[-\w]+)?"

    def to_python(self, value):
        """As it stands."""
        return value

    def to_url(self, value):
        """As it stands."""
        return value


register_converter(KonverterRegulasi, "regulasi")
register_converter(KonverterTemplat, "templat")
register_converter(KonverterTanggal, "tanggal")

app_name = "tata_kelola"
urlpatterns = [
    path("", beranda.beranda, name="beranda"),
    path("cari/", cari.cari, name="cari"),
    path("hari-pertama/", hari_pertama.hari_pertama, name="hari_pertama"),
    path("tugas/", tugas.tugas_list, name="tugas_list"),
    path("saya/data-pribadi/", pribadi.data_pribadi, name="data_pribadi"),
    path("saya/data-pribadi/salinan/", pribadi.salinan_create, name="salinan_create"),
    path("saya/data-pribadi/salinan/<int:pk>/", pribadi.salinan_download, name="salinan_download"),
    path("saya/hak-kewajiban/", hak_kewajiban.hak_kewajiban, name="hak_kewajiban_saya"),
    path("pegawai/<slug:nip>/hak-kewajiban/", hak_kewajiban.hak_kewajiban, name="hak_kewajiban"),
    path("pemberitahuan/", pemberitahuan.pemberitahuan, name="pemberitahuan"),
    path("pemberitahuan/baca-semua/", pemberitahuan.pemberitahuan_baca_semua, name="pemberitahuan_baca_semua"),
    path("pemberitahuan/<int:pk>/buka/", pemberitahuan.pemberitahuan_buka, name="pemberitahuan_buka"),
    path("regulasi/", regulasi.regulasi_list, name="regulasi_list"),
    path("regulasi/<regulasi:kode>/", regulasi.regulasi_detail, name="regulasi_detail"),
    path("aturan/", regulasi.aturan_list, name="aturan_list"),
    path("referensi/", referensi.referensi_list, name="referensi_list"),
    path("referensi/gaji/", referensi.gaji_detail, name="gaji_detail"),
    path("referensi/<slug:kunci>/", referensi.referensi_detail, name="referensi_detail"),
    path("setelan/", setelan.setelan_list, name="setelan_list"),
    path("setelan/langkah/", setelan.langkah_list, name="langkah_list"),
    path("setelan/langkah/<slug:layanan>/<slug:langkah>/", setelan.langkah_update, name="langkah_update"),
    path("setelan/hari-libur/", setelan.libur_list, name="libur_list"),
    path("setelan/hari-libur/tambah/", setelan.libur_create, name="libur_create"),
    path("setelan/hari-libur/<tanggal:tanggal>/hapus/", setelan.libur_delete, name="libur_delete"),
    path("setelan/templat/", templat.templat_list, name="templat_list"),
    path("setelan/templat/<templat:layanan>/konsep/", templat.templat_update, name="templat_update"),
    path("setelan/templat/<templat:layanan>/<int:versi>/", templat.templat_versi, name="templat_versi"),
    path(
        "setelan/templat/<templat:layanan>/<int:versi>/berlakukan/",
        templat.templat_berlakukan,
        name="templat_berlakukan",
    ),
    path("setelan/templat/<templat:layanan>/<int:versi>/cabut/", templat.templat_cabut, name="templat_cabut"),
    # Last: "kgb/konsep" and "kgb/2" are pages of kgb, not letters (layanan.checks refuses such a step).
    path("setelan/templat/<templat:layanan>/", templat.templat_detail, name="templat_detail"),
    path("setelan/<slug:kunci>/ubah/", setelan.setelan_update, name="setelan_update"),
    path("tata-kelola/aspek/", aspek.aspek_list, name="aspek_list"),
    path("tata-kelola/aspek/ekspor/", aspek.aspek_ekspor, name="aspek_ekspor"),
    path("tata-kelola/dasbor/", pimpinan.dasbor, name="dasbor"),
    path("tata-kelola/dasbor/ekspor/", pimpinan.dasbor_ekspor, name="dasbor_ekspor"),
    path("tata-kelola/dasbor/<slug:kode>/", pimpinan.angka_detail, name="angka_detail"),
    path("tata-kelola/laporan/", pimpinan.laporan_list, name="laporan_list"),
    path("tata-kelola/laporan/baru/", pimpinan.laporan_create, name="laporan_create"),
    path("tata-kelola/laporan/<int:pk>/", pimpinan.laporan_download, name="laporan_download"),
    path("tata-kelola/kepatuhan/", kepatuhan.kepatuhan_list, name="kepatuhan_list"),
    path("tata-kelola/kepatuhan/ekspor/", kepatuhan.kepatuhan_ekspor, name="kepatuhan_ekspor"),
    path("tata-kelola/kepatuhan/langkah/", kepatuhan.kepatuhan_langkah, name="kepatuhan_langkah"),
    path("tata-kelola/kepatuhan/layanan/<slug:slug>/", kepatuhan.kepatuhan_detail, name="kepatuhan_detail"),
    path("tata-kelola/regulasi/", kepatuhan.tinjauan_list, name="tinjauan_list"),
    path("tata-kelola/regulasi/ekspor/", kepatuhan.tinjauan_ekspor, name="tinjauan_ekspor"),
    path("tata-kelola/regulasi/<regulasi:kode>/", kepatuhan.tinjauan_detail, name="tinjauan_detail"),
    path("tata-kelola/regulasi/<regulasi:kode>/tinjau/", kepatuhan.tinjauan_create, name="tinjauan_create"),
    path("tata-kelola/risiko/", risiko.risiko_list, name="risiko_list"),
    path("tata-kelola/risiko/ekspor/", risiko.risiko_ekspor, name="risiko_ekspor"),
    path("tata-kelola/risiko/baru/", risiko.risiko_create, name="risiko_create"),
    path("tata-kelola/risiko/<int:pk>/", risiko.risiko_detail, name="risiko_detail"),
    path("tata-kelola/risiko/<int:pk>/ubah/", risiko.risiko_update, name="risiko_update"),
    path("tata-kelola/risiko/<int:pk>/nilai/", risiko.risiko_nilai, name="risiko_nilai"),
    path("tata-kelola/risiko/<int:pk>/mitigasi/", risiko.mitigasi_create, name="mitigasi_create"),
    path("tata-kelola/risiko/<int:pk>/tutup/", risiko.risiko_tutup, name="risiko_tutup"),
    path("tata-kelola/mitigasi/<int:pk>/", risiko.tindak_lanjut_create, name="tindak_lanjut_create"),
    path("tata-kelola/anggaran/", anggaran.anggaran_list, name="anggaran_list"),
    path("tata-kelola/anggaran/ekspor/", anggaran.anggaran_ekspor, name="anggaran_ekspor"),
    path("tata-kelola/anggaran/<int:pk>/pagu/", anggaran.pagu_create, name="pagu_create"),
    path(
        "tata-kelola/anggaran/<int:pk>/realisasi/<int:triwulan>/", anggaran.realisasi_create, name="realisasi_create"
    ),
    path("tata-kelola/sarana/", sarana.sarana_list, name="sarana_list"),
    path("tata-kelola/sarana/ekspor/", sarana.sarana_ekspor, name="sarana_ekspor"),
    path("tata-kelola/sarana/label/", sarana.sarana_label, name="sarana_label"),
    path("tata-kelola/sarana/baru/", sarana.sarana_create, name="sarana_create"),
    path("tata-kelola/sarana/ruang/", sarana.ruang_list, name="ruang_list"),
    path("tata-kelola/sarana/ruang/baru/", sarana.ruang_create, name="ruang_create"),
    path("tata-kelola/sarana/ruang/<int:pk>/kartu/", sarana.ruang_kartu, name="ruang_kartu"),
    path("tata-kelola/sarana/kebutuhan/", kebutuhan.barang_kebutuhan, name="barang_kebutuhan"),
    path("tata-kelola/sarana/kebutuhan/ekspor/", kebutuhan.barang_kebutuhan_ekspor, name="barang_kebutuhan_ekspor"),
    path("tata-kelola/sarana/kebutuhan/baru/", kebutuhan.barang_kebutuhan_create, name="barang_kebutuhan_create"),
    path(
        "tata-kelola/sarana/kebutuhan/<int:pk>/putus/", kebutuhan.barang_kebutuhan_putus, name="barang_kebutuhan_putus"
    ),
    path("tata-kelola/sarana/<int:pk>/", sarana.sarana_detail, name="sarana_detail"),
    path("tata-kelola/sarana/<int:pk>/ubah/", sarana.sarana_update, name="sarana_update"),
    path("tata-kelola/sarana/<int:pk>/keadaan/", sarana.sarana_keadaan, name="sarana_keadaan"),
    path("tata-kelola/sarana/<int:pk>/pelihara/", sarana.sarana_pelihara, name="sarana_pelihara"),
    path("tata-kelola/sarana/<int:pk>/lepas/", sarana.sarana_lepas, name="sarana_lepas"),
    path("tata-kelola/proses-bisnis/", organisasi.proses_bisnis, name="proses_bisnis"),
    path("tata-kelola/proses-bisnis/ekspor/", organisasi.proses_ekspor, name="proses_ekspor"),
    path("tata-kelola/bagan/", organisasi.bagan, name="bagan"),
    path("data-terbuka/", terbuka.terbuka_list, name="terbuka_list"),
    path("data-terbuka/<slug:kode>/", terbuka.terbuka_detail, name="terbuka_detail"),
    path("data-terbuka/<slug:kode>/unduh/", terbuka.terbuka_download, name="terbuka_download"),
    path("jejak/", jejak.jejak_list, name="jejak_list"),
    path("jejak/unduh/", jejak.jejak_download, name="jejak_download"),
    path("jejak/masa-simpan/", pribadi.retensi_list, name="retensi_list"),
    path("jejak/akses-sensitif/", jejak.sensitif_list, name="sensitif_list"),
    path("panduan/", panduan.panduan_list, name="panduan_list"),
    path("panduan/<slug:bagian>/", panduan.panduan_detail, name="panduan_detail"),
    path("sehat/", sehat.sehat_detail, name="sehat"),
    path("sehat/hidup/", sehat.sehat_hidup, name="sehat_hidup"),
    path("sehat/siap/", sehat.sehat_siap, name="sehat_siap"),
    path("metrik/", sehat.metrik, name="metrik"),
    path("favicon.ico", ikon.favicon, name="favicon"),
    path("galeri/", galeri.galeri, name="galeri"),
]
