"""Kepatuhan SOP dan SLA dari langkah usulan yang sungguh terjadi, tiap layanan dan tiap bulan; one SQL, no names.

The SOP of a layanan is its route: the engine lets no step be skipped, so what can be measured is time, returns for repair,
limits of the law, and steps that went up because nobody acted.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.models import Count, DateField, F, Q
from django.db.models.functions import TruncDate

from kepegawaian.aturan import tambah_bulan
from kepegawaian.hitung import Larik, awal_hari
from kepegawaian.ukuran import bagi
from layanan import katalog
from layanan.models import LangkahUsulan, Usulan

SQL = (Path(__file__).parent / "sql" / "kepatuhan.sql").read_text(encoding="utf-8")
TARGET = "tata_sla_target_persen"
HASIL = {"tepat": "Tepat waktu", "lewat": "Lewat batas SLA", "hukum": "Lewat batas peraturan", "kembali": "Dikembalikan",
         "alih": "Dialihkan ke atas"}  # fmt: skip
MASA = (3, 6, 12)


@dataclass(slots=True)
class Patuh:
    """Steps that ended: how many, in time, after the limit of the law, returned, and passed on to a higher office."""

    langkah: int = 0
    tepat: int = 0
    hukum: int = 0
    kembali: int = 0
    alih: int = 0

    @property
    def lewat(self):
        """Steps that ended after their deadline."""
        return self.langkah - self.tepat

    @property
    def persen(self):
        """Percent in time, two decimals; None without a step."""
        return bagi(self.tepat, self.langkah, 100)

    def tambah(self, lain):
        """Adds another count to this one."""
        for nama in ("langkah", "tepat", "hukum", "kembali", "alih"):
            setattr(self, nama, getattr(self, nama) + getattr(lain, nama))


@dataclass(slots=True)
class BarisPatuh:
    """One layanan (or one of its steps): its sum and {first of month: Patuh}."""

    kode: str
    nama: str
    jumlah: Patuh
    bulan: dict
    menunggu_lewat: int = 0


def hitung(dari, sampai, layanan=None):
    """{(slug, code of the step or ""): {bulan: Patuh}} of steps that ended from ``dari`` up to and including ``sampai``."""
    nilai = {
        "dari": awal_hari(dari),
        "sampai": awal_hari(sampai + timedelta(days=1)),
        "zona": settings.TIME_ZONE,
        "layanan": layanan,
    }
    hasil = defaultdict(dict)
    with connection.cursor() as kursor:
        kursor.execute(SQL, nilai)
        for slug, kode, bulan, *angka in kursor.fetchall():
            hasil[slug, kode][bulan] = Patuh(*angka)
    return hasil


def rentang(hari_ini, banyak):
    """(first day, [first of month …]) of the last ``banyak`` months, the running one included."""
    awal = tambah_bulan(hari_ini.replace(day=1), 1 - banyak)
    return awal, [tambah_bulan(awal, i) for i in range(banyak)]


def _lewat(hari_ini):
    """Usulan whose present step is past its deadline, by layanan."""
    usulan = Usulan.objects.filter(status="diproses", langkah_kini__batas__lt=hari_ini).order_by()
    return usulan.values(slug=F("layanan")).annotate(n=Count("pk"))


def ekspresi_lewat(hari_ini):
    """Expression for ``tanya``, to be handed to ``menurut_layanan``."""
    return Larik(_lewat(hari_ini))


def menurut_layanan(hari_ini, banyak, tertutup=(), lewat=None):
    """(BarisPatuh of all, [BarisPatuh of every layanan with a step]), the least adherent first; two queries.

    ``tertutup``: slugs of confidential layanan, which are left out of both. ``lewat``: answer to ``ekspresi_lewat``.
    """
    dari, _ = rentang(hari_ini, banyak)
    lewat = {b["slug"]: b["n"] for b in (_lewat(hari_ini) if lewat is None else lewat)}
    semua, baris = BarisPatuh("", "Semua layanan", Patuh(), defaultdict(Patuh)), []
    nama = {la.slug: la.nama for la in katalog.semua() if la.slug not in tertutup}
    isi = {slug: bulan for (slug, _kode), bulan in hitung(dari, hari_ini).items() if slug in nama}
    for slug in nama:
        if slug not in isi and slug not in lewat:
            continue
        satu = _baris(slug, nama[slug], isi.get(slug, {}), lewat.get(slug, 0))
        baris.append(satu)
        semua.menunggu_lewat += satu.menunggu_lewat
        semua.jumlah.tambah(satu.jumlah)
        for bulan, p in satu.bulan.items():
            semua.bulan[bulan].tambah(p)
    return semua, sorted(
        baris, key=lambda b: (b.jumlah.persen is None, b.jumlah.persen or 0, -b.jumlah.langkah, b.nama)
    )


def _baris(kode, nama, bulan, lewat=0):
    jumlah = Patuh()
    for p in bulan.values():
        jumlah.tambah(p)
    return BarisPatuh(kode, nama, jumlah, bulan, lewat)


def menurut_langkah(layanan, hari_ini, banyak):
    """(BarisPatuh of the layanan, [BarisPatuh of its steps in their order]); one query."""
    dari, _ = rentang(hari_ini, banyak)
    isi = {kode: bulan for (_, kode), bulan in hitung(dari, hari_ini, layanan.slug).items()}
    nama = {s.kode: s.nama for s in layanan.alur}
    langkah = [_baris(k, nama.get(k, k), isi[k]) for k in (*nama, *sorted(set(isi) - set(nama))) if k in isi]
    semua = _baris(layanan.slug, layanan.nama, {})
    semua.bulan = defaultdict(Patuh)
    for satu in langkah:
        semua.jumlah.tambah(satu.jumlah)
        for bulan, p in satu.bulan.items():
            semua.bulan[bulan].tambah(p)
    return semua, langkah


def baca_bulan(teks):
    """The first day of ``2026-11``, None when it is no month."""
    try:
        return date.fromisoformat(f"{teks}-01")
    except ValueError:
        return None


def daftar(hak, *, dari, sampai, layanan="", langkah="", hasil=""):
    """(LangkahUsulan behind a figure that the reader may open, how many there are in all), the latest ended first."""
    semua = LangkahUsulan.objects.filter(
        keadaan__in=("selesai", "dikembalikan", "ditolak"), batas__isnull=False, penerima__isnull=True,
        selesai_pada__gte=awal_hari(dari), selesai_pada__lt=awal_hari(sampai + timedelta(days=1)),
    ).annotate(hari=TruncDate("selesai_pada", output_field=DateField()))  # fmt: skip
    saring = {
        "tepat": Q(hari__lte=F("batas")), "lewat": Q(hari__gt=F("batas")), "hukum": Q(hari__gt=F("batas_hukum")),
        "kembali": Q(keadaan="dikembalikan"), "alih": ~Q(sebab_alih=""),
    }  # fmt: skip
    if hasil in saring:
        semua = semua.filter(saring[hasil])
    if layanan:
        semua = semua.filter(usulan__layanan=layanan)
    if langkah:
        semua = semua.filter(kode=langkah)
    semua = semua.exclude(usulan__layanan__in=hak.rahasia_tertutup)
    boleh = semua.filter(usulan__in=hak.saring_usulan(Usulan.objects.all()))
    return boleh.select_related("usulan__pegawai__kini", "jabatan", "unit").order_by("-selesai_pada", "-pk"), semua
