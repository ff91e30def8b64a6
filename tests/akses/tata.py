"""Register tata kelola bagi dunia akses: satu risiko SUB12 dengan mitigasinya, pagu, laporan bulanan, satu barang dan satu usulnya."""

from datetime import timedelta
from decimal import Decimal

from tata_kelola import anggaran, laporan
from tata_kelola.models import LaporanBulanan
from tata_kelola.risiko import perbuatan as risiko
from tata_kelola.sarana import perbuatan as sarana
from tests.pabrik import unit_kode

BARANG = {"nama": "Komputer uji", "kategori": "komputer", "merek": "", "tahun": 2025}
KEBUTUHAN = {"nama": "Printer", "kategori": "komputer", "satuan": "unit", "alasan": "Yang lama rusak berat"}
RISIKO = {"sasaran": "Sasaran", "uraian": "Risiko uji akses", "sebab": "Sebab", "akibat": "Akibat"}


def isi_tata(d, hari_ini):
    """All of it, written by the Kepala BKD."""
    oleh, unit = d.oleh("kaban"), unit_kode("SUB12")
    d.risiko = risiko.buat(RISIKO | {"unit": unit}, kemungkinan=3, dampak=3, oleh=oleh)
    d.mitigasi = risiko.tambah_mitigasi(
        d.risiko.pk, uraian="Kerjakan", unit=unit, tenggat=hari_ini + timedelta(days=9), versi=None, oleh=oleh
    )
    tw = dict.fromkeys(anggaran.TRIWULAN, Decimal(100))
    d.pagu = anggaran.catat_pagu(d.simpul.pk, nilai=Decimal(400), tw=tw, dasar="DPA", oleh=oleh)
    d.laporan_bulanan = laporan.minta(laporan.pilihan(hari_ini)[1], oleh=oleh)
    LaporanBulanan.objects.filter(pk=d.laporan_bulanan.pk).update(status="gagal")
    d.risiko.refresh_from_db()
    d.ruang = sarana.buat_ruang({"kode": "R-1", "nama": "Ruang uji", "unit": unit}, oleh=oleh)
    d.barang = sarana.buat_barang(
        BARANG | {"kode": "B-1", "nilai": Decimal(1000), "ruang": d.ruang, "kondisi": "baik"}, oleh=oleh
    )
    d.kebutuhan_barang = sarana.usulkan(
        KEBUTUHAN | {"tahun": hari_ini.year + 1, "unit": unit, "simpul": None, "jumlah": 1, "harga": Decimal(1000)},
        oleh=d.oleh("staf12"),
    )


def halaman(h):
    """The rows of HALAMAN."""
    risiko_, baca, barang = (lambda d: (d.risiko.pk,)), "angka_semua", lambda d: (d.barang.pk,)
    baca_saja = (
        "dasbor", "dasbor_ekspor", "laporan_list", "kepatuhan_list", "kepatuhan_ekspor", "kepatuhan_langkah", "tinjauan_list",
        "tinjauan_ekspor", "risiko_list", "risiko_ekspor", "anggaran_list", "anggaran_ekspor", "proses_bisnis", "proses_ekspor", "bagan",
        "sarana_list", "sarana_ekspor", "sarana_label", "ruang_list", "barang_kebutuhan", "barang_kebutuhan_ekspor",
    )  # fmt: skip
    return (
        h("tata_kelola:aspek_list", "semua"),
        h("tata_kelola:aspek_ekspor", "semua"),
        *(h(f"tata_kelola:{n}", baca) for n in baca_saja),
        h("tata_kelola:kepatuhan_langkah", baca, kueri="hasil=tepat&masa=12"),
        h("tata_kelola:angka_detail", baca, lambda d: ("pegawai",)),
        h("tata_kelola:angka_detail", baca, lambda d: ("hukuman",)),
        h("tata_kelola:laporan_create", "kaban"),
        h("tata_kelola:laporan_download", baca, lambda d: (d.laporan_bulanan.pk,), (302,)),
        h("tata_kelola:kepatuhan_detail", baca, lambda d: ("kgb",)),
        h("tata_kelola:tinjauan_detail", baca, lambda d: ("pp-99-2000",)),
        h("tata_kelola:tinjauan_create", "kaban", lambda d: ("pp-99-2000",)),
        h("tata_kelola:risiko_create", "bkd"),
        h("tata_kelola:risiko_detail", baca, risiko_),
        *(
            h(f"tata_kelola:{n}", "risiko", risiko_)
            for n in ("risiko_update", "risiko_nilai", "mitigasi_create", "risiko_tutup")
        ),
        h("tata_kelola:tindak_lanjut_create", "risiko", lambda d: (d.mitigasi.pk,)),
        h("tata_kelola:pagu_create", "kaban", lambda d: (d.simpul.pk,)),
        h("tata_kelola:realisasi_create", "kaban", lambda d: (d.simpul.pk, 1)),
        h("tata_kelola:sarana_create", "kaban"),
        h("tata_kelola:ruang_create", "kaban"),
        h("tata_kelola:ruang_kartu", baca, lambda d: (d.ruang.pk,)),
        h("tata_kelola:sarana_detail", baca, barang),
        *(h(f"tata_kelola:sarana_{n}", "kaban", barang) for n in ("update", "keadaan", "pelihara", "lepas")),
        h("tata_kelola:barang_kebutuhan_create", "bkd"),
        h("tata_kelola:barang_kebutuhan_putus", "kaban", lambda d: (d.kebutuhan_barang.pk,)),
        h("tata_kelola:terbuka_list", "terbuka"),
        h("tata_kelola:terbuka_detail", "terbuka", lambda d: ("opd",)),
        h("tata_kelola:terbuka_download", "terbuka", lambda d: ("opd",)),
    )


def perbuatan(p, kelompok, hari_ini):
    """The rows of PERBUATAN."""
    risiko_, nanti = (lambda d: (d.risiko.pk,)), hari_ini + timedelta(days=30)
    bulan = hari_ini.replace(day=1).isoformat()
    kaban, milik = kelompok["kaban"], kelompok["risiko"]

    def isian(d):
        return RISIKO | {"unit": unit_kode("SUB12").pk, "versi": d.risiko.versi}

    barang = lambda d: (d.barang.pk,)  # noqa: E731 - as the other arguments of this table

    return (
        p("tata_kelola:ruang_create", kaban, isi=lambda d: {"kode": "R-2", "nama": "Ruang lain", "unit": unit_kode("SUB12").pk}),
        p("tata_kelola:sarana_create", kaban,
          isi=lambda d: BARANG | {"kode": "B-2", "nilai": "1000", "ruang": d.ruang.pk, "kondisi": "baik"}),
        p("tata_kelola:sarana_update", kaban, barang, lambda d: BARANG | {"kode": "B-1", "nilai": "2000", "versi": d.barang.versi}),
        p("tata_kelola:sarana_keadaan", kaban, barang,
          lambda d: {"ruang": d.ruang.pk, "kondisi": "rusak_ringan", "versi": d.barang.versi}),
        p("tata_kelola:sarana_pelihara", kaban, barang,
          lambda d: {"tanggal": hari_ini, "uraian": "Servis", "biaya": "0", "berikutnya": nanti, "versi": d.barang.versi}),
        p("tata_kelola:sarana_lepas", kaban, barang, lambda d: {"alasan": "Dihapus", "versi": d.barang.versi}),
        p("tata_kelola:barang_kebutuhan_create", milik,
          isi=lambda d: KEBUTUHAN | {"tahun": hari_ini.year + 1, "unit": unit_kode("SUB12").pk, "jumlah": 1, "harga": "1000"}),
        p("tata_kelola:barang_kebutuhan_putus", kaban, lambda d: (d.kebutuhan_barang.pk,),
          lambda d: {"status": "disetujui", "catatan": "", "versi": d.kebutuhan_barang.versi}),
        p("tata_kelola:tinjauan_create", kaban, lambda d: ("pp-99-2000",),
          lambda d: {"hasil": "berlaku", "pengganti": "", "tanggal": hari_ini, "tinjau_lagi": nanti, "catatan": ""}),
        p("tata_kelola:laporan_create", kaban, isi=lambda d: {"bulan": bulan, "alasan": ""}),
        p("tata_kelola:risiko_create", milik, isi=lambda d: isian(d) | {"kemungkinan": 2, "dampak": 2}),
        p("tata_kelola:risiko_update", milik, risiko_, isian),
        p("tata_kelola:risiko_nilai", milik, risiko_,
          lambda d: {"kemungkinan": 1, "dampak": 1, "catatan": "Turun", "versi": d.risiko.versi}),
        p("tata_kelola:mitigasi_create", milik, risiko_,
          lambda d: {"uraian": "Lagi", "unit": unit_kode("SUB12").pk, "tenggat": nanti, "versi": d.risiko.versi}),
        p("tata_kelola:tindak_lanjut_create", milik, lambda d: (d.mitigasi.pk,), lambda d: {"keadaan": "selesai", "uraian": "Sudah"}),
        p("tata_kelola:risiko_tutup", milik, risiko_, lambda d: {"alasan": "Selesai", "versi": d.risiko.versi}),
        p("tata_kelola:pagu_create", kaban, lambda d: (d.simpul.pk,),
          lambda d: {"nilai": "800", "tw1": "200", "tw2": "200", "tw3": "200", "tw4": "200", "dasar": "DPPA"}),
        p("tata_kelola:realisasi_create", kaban, lambda d: (d.simpul.pk, 1), lambda d: {"nilai": "50", "keterangan": ""}),
    )  # fmt: skip
