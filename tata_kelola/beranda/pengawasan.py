"""Pengawasan: angka bagi Inspektorat; tiap angka menuju jejak atau daftar di baliknya."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils import timezone

from kepegawaian.models import AksesSensitif, Jejak, Naskah
from layanan.models import Usulan
from tata_kelola.beranda.hitung import Hitung

UNTUK = ("inspektorat",)
BATAS = 1000


@dataclass(slots=True)
class Pengawasan:
    """What an auditor looks at first; ``sejak`` begins the week of ``sensitif``."""

    jejak: int
    sensitif: int
    diproses: int
    lewat: int
    naskah: int
    sejak: object


def awal_hari(tanggal):
    """Midnight of a day in Jakarta."""
    return timezone.make_aware(datetime.combine(tanggal, time.min))


def angka(request):
    """Expressions of this section."""
    hari_ini = request.hari_ini
    diproses = Usulan.objects.filter(status="diproses")
    return {
        "awas_jejak": Hitung(Jejak.objects.filter(pada__gte=awal_hari(hari_ini)), BATAS),
        "awas_sensitif": Hitung(
            AksesSensitif.objects.filter(pada__gte=awal_hari(hari_ini - timedelta(days=6))), BATAS
        ),
        "awas_diproses": Hitung(diproses),
        "awas_lewat": Hitung(diproses.filter(langkah_kini__batas__lt=hari_ini)),
        "awas_naskah": Hitung(Naskah.objects.filter(tahap="ditandatangani", tanggal__gte=hari_ini.replace(day=1))),
    }


def susun(request, nilai):
    """The Pengawasan of the values asked."""
    return Pengawasan(
        jejak=nilai["awas_jejak"],
        sensitif=nilai["awas_sensitif"],
        diproses=nilai["awas_diproses"],
        lewat=nilai["awas_lewat"],
        naskah=nilai["awas_naskah"],
        sejak=request.hari_ini - timedelta(days=6),
    )
