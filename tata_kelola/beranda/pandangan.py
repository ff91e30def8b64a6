"""Pandangan pimpinan: arus usulan tiap layanan dan berapa lama rata-rata sampai selesai."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Avg, Count, F, FloatField, Q
from django.db.models.functions import Extract

from layanan import katalog
from layanan.models import Usulan
from tata_kelola.beranda.hitung import Larik, awal_hari, baca

UNTUK = ("pejabat_bkd", "kepala_opd", "pimpinan")
HARI = 90


@dataclass(slots=True)
class Arus:
    """One layanan: how many stand where, and mean calendar days from submission to the end."""

    slug: str
    nama: str
    status: dict = field(default_factory=dict)
    lewat: int = 0
    selesai: int = 0
    rata_hari: float | None = None

    @property
    def angka_status(self):
        """[(status, how many)] of those that have not ended."""
        return [(s, self.status.get(s, 0)) for s in Usulan.BERJALAN]

    @property
    def berjalan(self):
        """All that have not ended."""
        return sum(self.status.values())


def angka(request):
    """Expressions of this section."""
    usulan = Usulan.objects.terlihat_oleh(request.hak).order_by()
    lewat = Q(status="diproses", langkah_kini__batas__lt=request.hari_ini)
    sejak = awal_hari(request.hari_ini - timedelta(days=HARI))
    lama = Extract(F("selesai_pada") - F("diajukan_pada"), "epoch")
    return {
        "arus_berjalan": Larik(
            usulan.filter(status__in=Usulan.BERJALAN).values(slug=F("layanan"), keadaan=F("status"))
            .annotate(banyak=Count("pk"), lewat=Count("pk", filter=lewat))
        ),
        "arus_selesai": Larik(
            usulan.filter(status="selesai", dibuat_pada__gte=sejak).values(slug=F("layanan"))
            .annotate(banyak=Count("pk"), rata=Avg(lama, output_field=FloatField()))
        ),
    }  # fmt: skip


def susun(_request, nilai):
    """[Arus] of every layanan, the busiest first."""
    arus = {la.slug: Arus(la.slug, la.nama) for la in katalog.semua()}
    for b in (baca(x) for x in nilai["arus_berjalan"]):
        if satu := arus.get(b.slug):
            satu.status[b.keadaan] = b.banyak
            satu.lewat += b.lewat
    for b in (baca(x) for x in nilai["arus_selesai"]):
        if satu := arus.get(b.slug):
            satu.selesai, satu.rata_hari = b.banyak, None if b.rata is None else b.rata / 86400
    return sorted(arus.values(), key=lambda a: (-a.berjalan, a.nama))
