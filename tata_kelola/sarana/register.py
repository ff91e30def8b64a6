"""Register sarana dibaca: barang dengan keadaan terbarunya, jadwal pemeliharaan, dan kebutuhan menurut tahun."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from django.db.models import Count, F, OuterRef, Q, Subquery, Sum

from kepegawaian.models import ProfilKini
from tata_kelola.models import Barang, KeadaanBarang, KebutuhanBarang, Pemeliharaan

INGAT = "tata_pelihara_ingat_hari"
KONDISI = dict(KeadaanBarang.KONDISI)
TANDA = {"baik": "terpenuhi", "rusak_ringan": "perhatian", "rusak_berat": "gagal"}
DI_LUAR = "pegawai di luar cakupan Anda"


def daftar():
    """Things still on the register with ``kondisi``, ``ruang_id``, ``ruang_kode``, ``ruang_nama``, ``pemegang_id``, ``berikutnya``."""
    kini = KeadaanBarang.objects.filter(barang=OuterRef("pk")).order_by("-id")
    jaga = Pemeliharaan.objects.filter(barang=OuterRef("pk")).order_by("-tanggal", "-id")
    isi = {"kondisi": "kondisi", "ruang_id": "ruang_id", "ruang_kode": "ruang__kode", "ruang_nama": "ruang__nama",
           "pemegang_id": "pemegang_id"}  # fmt: skip
    return Barang.objects.filter(dilepas_pada=None).annotate(
        **{k: Subquery(kini.values(v)[:1]) for k, v in isi.items()}, berikutnya=Subquery(jaga.values("berikutnya")[:1])
    )


def jatuh(hari_ini, acuan, semua=None):
    """Things whose next maintenance is past or within the days of the setting, the most urgent first."""
    batas = hari_ini + timedelta(days=int(acuan.setelan(INGAT, hari_ini)))
    return (daftar() if semua is None else semua).filter(berikutnya__lte=batas).order_by("berikutnya", "kode")


def ringkas(hari_ini, acuan):
    """{"baik", "rusak_ringan", "rusak_berat", "jatuh": how many; "nilai": what all cost}; one query."""
    batas = hari_ini + timedelta(days=int(acuan.setelan(INGAT, hari_ini)))
    return daftar().aggregate(
        **{k: Count("pk", filter=Q(kondisi=k)) for k in KONDISI},
        jatuh=Count("pk", filter=Q(berikutnya__lte=batas)), jumlah=Count("pk"), rupiah=Sum("nilai"),
    )  # fmt: skip


def hias(daftar_, hak):
    """The things (or states) of a page with ``tanda``, ``pemegang_kini`` and ``pemegang_nama``: people the reader may see by name, others not; one query."""
    daftar_ = list(daftar_)
    ids = {b.pemegang_id for b in daftar_ if b.pemegang_id}
    nama = {}
    if ids:
        orang = ProfilKini.objects.filter(hak.lingkup(), pegawai_id__in=ids)
        nama = {k.pegawai_id: k for k in orang}
    for b in daftar_:
        b.tanda = (KONDISI.get(b.kondisi, "belum dicatat"), TANDA.get(b.kondisi, "netral"))
        b.pemegang_kini = nama.get(b.pemegang_id)
        b.pemegang_nama = b.pemegang_kini.nama_lengkap if b.pemegang_kini else DI_LUAR if b.pemegang_id else ""
    return daftar_


@dataclass(frozen=True, slots=True)
class Kebutuhan:
    """The needs of one year: rows, what is proposed, what was agreed to."""

    tahun: int
    baris: list
    diusulkan: Decimal
    disetujui: Decimal


def kebutuhan(tahun):
    """The Kebutuhan of a year; one query."""
    baris = list(
        KebutuhanBarang.objects.filter(tahun=tahun).select_related("unit", "simpul", "oleh__pegawai__kini")
        .order_by(F("status").desc(), "unit__nama", "pk")
    )  # fmt: skip
    jumlah = {s: sum((b.biaya for b in baris if b.status == s), Decimal(0)) for s, _ in KebutuhanBarang.STATUS}
    return Kebutuhan(tahun, baris, jumlah["diusulkan"], jumlah["disetujui"])
