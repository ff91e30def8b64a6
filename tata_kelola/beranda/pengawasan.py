"""Pengawasan: angka bagi Inspektorat; tiap angka menuju jejak atau daftar di baliknya."""

from dataclasses import dataclass
from datetime import timedelta

from kepegawaian.models import AksesSensitif, Jejak, Naskah
from layanan.models import Usulan
from tata_kelola.beranda.hitung import Hitung, awal_hari

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


def _terbaru(model):
    """The last BATAS + 1 rows of a trail: counting today's costs the same at any age of the portal."""
    return model.objects.filter(pk__in=model.objects.order_by("-id").values("pk")[: BATAS + 1])


def angka(request):
    """Expressions of this section."""
    hari_ini = request.hari_ini
    diproses = Usulan.objects.filter(status="diproses").exclude(layanan__in=request.hak.rahasia_tertutup)
    return {
        "awas_jejak": Hitung(_terbaru(Jejak).filter(pada__gte=awal_hari(hari_ini))),
        "awas_sensitif": Hitung(_terbaru(AksesSensitif).filter(pada__gte=awal_hari(hari_ini - timedelta(days=6)))),
        "awas_diproses": Hitung(diproses),
        "awas_lewat": Hitung(diproses.filter(langkah_kini__batas__lt=hari_ini)),
        "awas_naskah": Hitung(Naskah.objects.filter(tahap="tercetak")),
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
