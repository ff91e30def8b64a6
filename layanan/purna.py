"""Purna: usulan yang masih berjalan dari orang yang sudah berhenti ditutup pada hari TMT-nya, dengan sebabnya.

What was due before the TMT goes on (a KGB of the month before is still his), as does a usulan that may be asked for one who is
not active (KP anumerta, pension) and one whose decree is signed and only has to be handed over. Each in a transaction of its
own under its row lock; run again it finds nothing.
"""

from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone

from kepegawaian import jejak
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.hak import Hak
from kepegawaian.models import RiwayatKedudukan
from layanan import gerak, katalog, pemberitahuan
from layanan.models import NaskahUsulan, Usulan
from layanan.pelaku import Pelaku


def bereskan(pada):
    """Closes what is left of those whose service has ended; returns how many usulan."""
    hari = timezone.localdate(pada)
    return sum(_tutup(pk, tmt, hari, pada) for pk, tmt in _tertinggal(hari))


def _tertinggal(hari):
    """[(usulan id, TMT of the end)] of running usulan of people whose service has ended on ``hari``."""
    kini = RiwayatKedudukan.objects.filter(
        pegawai_id=OuterRef("pegawai_id"), dibatalkan_pada__isnull=True, tmt__lte=hari
    ).order_by("-tmt")  # fmt: skip
    berjalan = Usulan.objects.filter(status__in=Usulan.BERJALAN).annotate(
        henti=Subquery(kini.values("tmt")[:1]), akhir=Subquery(kini.values("kedudukan__akhir")[:1]),
        bernaskah=Exists(
            NaskahUsulan.objects.filter(usulan=OuterRef("pk"), surat=False, naskah__tahap="ditandatangani")
        ),
    )  # fmt: skip
    tetap = [layanan.slug for layanan in katalog.semua() if layanan.untuk_tidak_aktif or layanan.dari_naskah]
    berjalan = berjalan.filter(akhir=True, bernaskah=False).exclude(layanan__in=tetap).order_by("pk")
    return [
        (pk, henti)
        for pk, henti, tmt in berjalan.values_list("pk", "henti", "tmt")
        if tmt is None or henti is None or tmt >= henti
    ]


def _tutup(pk, tmt, hari, pada):
    with jejak.sebagai(None):
        usulan = gerak.kunci(pk, None)
        if usulan.status not in Usulan.BERJALAN or gerak.tertahan(usulan):
            return 0
        oleh = Pelaku(None, Hak(0, hari, sebutan="Portal"), pada=pada)
        sebab = f"Pegawainya berhenti terhitung mulai {tulis_tanggal(tmt)}; usulan ini ditutup portal."
        gerak.batalkan(usulan, oleh, sebab)
        pemberitahuan.ditutup(usulan, sebab, pada=pada)
    return 1
