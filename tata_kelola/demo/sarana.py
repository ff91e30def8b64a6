"""Sarana demo: ruang BKPSDM dengan barangnya pada tiap kondisi, pemeliharaan yang lewat dan yang akan datang, kebutuhan tahun depan.

All through the acts; names and amounts are invented.
"""

import datetime as dt
from decimal import Decimal

from eperformance.models import Simpul
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import ProfilKini, UnitKerja
from tata_kelola.models import Ruang
from tata_kelola.sarana import perbuatan

RUANG = (
    ("R-101", "Loket pelayanan", "SEKRET"), ("R-102", "Sekretariat", "SEKRET"), ("R-201", "Bidang Mutasi, Dokumentasi dan Informasi", "BID1"),
    ("R-203", "Arsip kepegawaian", "SUB13"), ("R-301", "Ruang peladen", "SUB13"),
)  # fmt: skip
# kode, nama, kategori, merek, years ago, thousands of rupiah, room, kondisi, months to the next maintenance (None: none)
BARANG = (
    ("PC-001", "Komputer loket 1", "komputer", "Desktop i5", 2, 11_500, "R-101", "baik", 3),
    ("PC-002", "Komputer loket 2", "komputer", "Desktop i3", 7, 8_200, "R-101", "rusak_ringan", 0),
    ("PC-003", "Laptop verifikasi berkas", "komputer", "Laptop 14 inci", 1, 13_900, "R-201", "baik", None),
    ("PRN-001", "Pencetak SK", "komputer", "Laser A4", 4, 6_400, "R-201", "baik", 1),
    ("SCN-001", "Pemindai dosir", "komputer", "Duplex A4", 5, 9_800, "R-203", "rusak_berat", None),
    ("SRV-001", "Peladen portal", "komputer", "Rak 1U", 3, 68_000, "R-301", "baik", -1),
    ("AC-001", "Pendingin ruang peladen", "elektronik", "2 PK", 6, 7_600, "R-301", "rusak_ringan", -2),
    ("GEN-001", "Genset", "elektronik", "5 kVA", 8, 24_000, "R-301", "baik", 2),
    ("MBL-001", "Mobil operasional", "kendaraan", "Minibus", 6, 235_000, "R-102", "baik", 0),
    ("MTR-001", "Sepeda motor pengantar surat", "kendaraan", "110 cc", 9, 17_500, "R-102", "rusak_ringan", 4),
    ("MEB-001", "Kursi tunggu empat dudukan", "mebel", "Besi", 5, 2_100, "R-101", "baik", None),
    ("RAK-001", "Rak dosir geser", "arsip", "Mobile file", 4, 46_000, "R-203", "baik", 5),
)  # fmt: skip
BUTUH = (
    ("SUB13", "Pemindai dokumen dua sisi", "komputer", 2, "unit", 11_000, "Pemindai lama rusak berat; antrean pindaian dosir terhenti.", "disetujui", ""),
    ("SUB12", "Komputer kerja", "komputer", 3, "unit", 12_500, "Komputer loket berumur tujuh tahun.", "diusulkan", ""),
    ("SUB43", "Lemari arsip besi", "arsip", 4, "unit", 3_600, "Berkas pensiun belum berlemari.", "diusulkan", ""),
    ("SUB33", "Proyektor kelas", "elektronik", 1, "unit", 9_500, "Pelatihan teknis di aula.", "ditolak", "Masih dapat memakai proyektor Sekretariat."),
)  # fmt: skip


def isi_sarana(hari_ini, oleh, pengusul):
    """Plays all of it; nothing twice. ``oleh(day)``: a Pelaku of the Sekretariat; ``pengusul(kode)``: one of a unit or None."""
    unit = {
        u.kode: u
        for u in UnitKerja.objects.filter(berlaku_sampai=None, kode__in={r[2] for r in RUANG} | {b[0] for b in BUTUH})
    }
    if Ruang.objects.exists() or "SEKRET" not in unit:
        return
    awal = tambah_bulan(hari_ini, -8)
    ruang = {
        kode: perbuatan.buat_ruang({"kode": kode, "nama": nama, "unit": unit.get(u, unit["SEKRET"])}, oleh=oleh(awal))
        for kode, nama, u in RUANG
    }
    _barang(hari_ini, awal, ruang, oleh)
    kegiatan = (
        Simpul.objects.filter(pohon__status="berlaku", jenis="kegiatan", berakhir=None)
        .order_by("-pohon__tahun", "urutan", "pk")
        .first()
    )
    for kode, nama, kategori, jumlah, satuan, ribu, alasan, status, catatan in BUTUH:
        siapa = pengusul(kode)
        if siapa is None or kode not in unit:
            continue
        satu = perbuatan.usulkan(
            {"tahun": hari_ini.year + 1, "unit": unit[kode], "simpul": kegiatan if status == "disetujui" else None, "nama": nama,
             "kategori": kategori, "jumlah": jumlah, "satuan": satuan, "harga": Decimal(ribu * 1000), "alasan": alasan},
            oleh=siapa,
        )  # fmt: skip
        if status != "diusulkan":
            perbuatan.putuskan(satu.pk, status=status, catatan=catatan, versi=None, oleh=oleh(hari_ini))


def _barang(hari_ini, awal, ruang, oleh):
    pemegang = list(
        ProfilKini.objects.filter(unit__kode="SUB12", aktif=True).select_related("pegawai").order_by("pk")[:1]
    )
    for kode, nama, kategori, merek, tahun, ribu, di, kondisi, bulan in BARANG:
        orang = pemegang[0].pegawai if pemegang and kode == "PC-003" else None
        isi = {"kode": kode, "nama": nama, "kategori": kategori, "merek": merek, "tahun": hari_ini.year - tahun,
               "nilai": Decimal(ribu * 1000), "ruang": ruang[di], "kondisi": "baik", "pemegang": orang}  # fmt: skip
        barang = perbuatan.buat_barang(isi, oleh=oleh(awal))
        if kondisi != "baik":
            perbuatan.catat_keadaan(
                barang.pk, isi | {"kondisi": kondisi, "catatan": "Hasil pemeriksaan semester."}, versi=None, oleh=oleh(tambah_bulan(awal, 5))
            )  # fmt: skip
        if bulan is not None:
            lalu = tambah_bulan(hari_ini, bulan - 6)
            perbuatan.pelihara(
                barang.pk, tanggal=lalu, uraian="Servis berkala.", biaya=Decimal(350_000), versi=None, oleh=oleh(lalu),
                berikutnya=tambah_bulan(hari_ini, bulan) + dt.timedelta(days=9),
            )  # fmt: skip
    lama = perbuatan.buat_barang(
        {"kode": "PC-000", "nama": "Komputer loket lama", "kategori": "komputer", "merek": "", "tahun": hari_ini.year - 12,
         "nilai": Decimal(6_000_000), "ruang": ruang["R-102"], "kondisi": "rusak_berat"}, oleh=oleh(awal),
    )  # fmt: skip
    perbuatan.lepas(
        lama.pk, alasan="Dihapus menurut berita acara contoh 030/12.", versi=None, oleh=oleh(tambah_bulan(awal, 2))
    )
