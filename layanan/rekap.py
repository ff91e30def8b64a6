"""Rekap pagi: kepada tiap pejabat dan petugas, yang menunggu, yang terlambat, dan yang jatuh tempo hari ini.

Once a day a person (``kunci`` of the day), on a working day of his own unit, and only when something waits. Steps are
counted by address, people looked up for all addresses at once: the same few queries for ten officials and a thousand.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone

from kepegawaian import jejak, kabar, peristiwa
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Pengguna
from layanan import katalog
from layanan.models import LangkahUsulan
from layanan.penerima import Alamat, penerima_banyak


@dataclass(slots=True)
class Rekap:
    """What waits for one account: totals, and how many of each layanan."""

    menunggu: int = 0
    lewat: int = 0
    hari_ini: int = 0
    layanan: dict = field(default_factory=lambda: defaultdict(int))

    def tambah(self, baris):
        """Adds one row of ``_baris``."""
        self.menunggu += baris["menunggu"]
        self.lewat += baris["lewat"]
        self.hari_ini += baris["jatuh"]
        self.layanan[baris["usulan__layanan"]] += baris["menunggu"]

    @property
    def judul(self):
        """``12 usulan menunggu Anda, 3 terlambat, 1 jatuh tempo hari ini``."""
        bagian = [f"{self.menunggu} usulan menunggu Anda"]
        bagian += [f"{self.lewat} terlambat"] if self.lewat else []
        bagian += [f"{self.hari_ini} jatuh tempo hari ini"] if self.hari_ini else []
        return ", ".join(bagian)

    @property
    def isi(self):
        """How many of each layanan, the most first."""
        urut = sorted(self.layanan.items(), key=lambda x: (-x[1], x[0]))
        return "; ".join(f"{_nama(slug)}: {n}" for slug, n in urut)


def _nama(slug):
    """Name of a layanan; a confidential one is not named, its slug when the code no longer knows it."""
    try:
        layanan = katalog.ambil(slug)
    except KeyError:
        return slug
    return "Perkara" if layanan.rahasia else layanan.nama


def _baris(hari_ini):
    """Waiting steps counted by address and layanan; the applicant's own steps are no work of an official."""
    kolom = ("jabatan_id", "peran", "unit_id", "kantor_luar", "usulan__layanan")
    menunggu = LangkahUsulan.objects.filter(
        keadaan="menunggu", usulan__status="diproses", penerima__isnull=True
    ).order_by()
    return menunggu.values(*kolom).annotate(
        menunggu=Count("pk"), lewat=Count("pk", filter=Q(batas__lt=hari_ini)), jatuh=Count("pk", filter=Q(batas=hari_ini))
    )  # fmt: skip


def susun(hari_ini):
    """{pengguna_id: Rekap} of everybody for whom something waits on ``hari_ini``."""
    baris = list(_baris(hari_ini))
    alamat = [Alamat(b["jabatan_id"], b["peran"], b["unit_id"], None, b["kantor_luar"]) for b in baris]
    penerima, hasil = penerima_banyak(alamat, hari_ini), defaultdict(Rekap)
    for satu, tujuan in zip(baris, alamat, strict=True):
        for pengguna in penerima[tujuan]:
            hasil[pengguna].tambah(satu)
    return dict(hasil)


def kirim(hari_ini):
    """Tells everybody of ``susun`` whose unit works on ``hari_ini``; run again it tells nobody twice. How many."""
    acuan, rekap = acuan_kini(), susun(hari_ini)
    unit = dict(Pengguna.objects.filter(pk__in=rekap).values_list("pk", "pegawai__kini__unit_id"))
    bekerja = [p for p in rekap if acuan.hari_kerja(hari_ini, _pola(acuan, unit.get(p)))]
    with jejak.sebagai(None):
        orang = kabar.orang(bekerja)
        kabar.tulis(
            orang,
            peristiwa.ambil("rekap_pagi"),
            {o.pk: (rekap[o.pk].judul, rekap[o.pk].isi) for o in orang},
            kunci=f"rekap:{hari_ini.isoformat()}",
            url=reverse("tata_kelola:tugas_list"),
            pada=timezone.now(),
        )
    return len(orang)


def _pola(acuan, unit_id):
    """Working pattern of a unit; an account without a unit works five days."""
    unit = acuan.unit.get(unit_id)
    return unit.pola_kerja if unit else "5"
