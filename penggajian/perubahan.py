"""Perubahan gaji pokok sebulan, bagi bendahara gaji dan BPKAD: siapa, keputusan apa, dari berapa menjadi berapa, rapelnya.

A RiwayatGaji that rests on a naskah is paid for the first time in the month of its TMT, or in the month it became
known when that is later; the months between are its rapel (PP 7/1977 Pasal 12: a late letter is paid back). Imports
bring no news to the pay clerk and are left out, and so are KP anumerta and the pengabdian of one who has died: he is
paid no more, and what rests on the new pay is the pension of his heirs.
"""

from datetime import datetime, time
from typing import NamedTuple

from django.db.models import BooleanField, Case, OuterRef, Q, Subquery, Value, When
from django.utils import timezone

from kepegawaian.aturan import bulan_antara, tambah_bulan
from kepegawaian.models import RiwayatGaji
from layanan import akibat


class Perubahan(NamedTuple):
    """A row of the list; ``lama`` None when no pay was recorded before, ``rapel`` in months of gaji pokok."""

    gaji: RiwayatGaji
    lama: int | None
    selisih: int | None
    rapel: int
    jumlah_rapel: int | None


def sejak_bulan(hari):
    """The first moment of the month of a date, in Lamongan."""
    return timezone.make_aware(datetime.combine(hari.replace(day=1), time.min))


ALMARHUM = Q(naskah_pegawai__data__layanan="kp-anumerta") | Q(
    naskah_pegawai__data__layanan="kp-pengabdian", naskah_pegawai__data__isian__sebab="meninggal"
)


def daftar(bulan, lingkup):
    """RiwayatGaji first paid in the month that starts on ``bulan``; ``lingkup``: the reader's scope as a Q."""
    berikut = tambah_bulan(bulan, 1)
    waktu = Q(tmt__gte=bulan, tmt__lt=berikut, dicatat_pada__lt=sejak_bulan(berikut)) | Q(
        tmt__lt=bulan, dicatat_pada__gte=sejak_bulan(bulan), dicatat_pada__lt=sejak_bulan(berikut)
    )
    sebelum = RiwayatGaji.objects.filter(
        pegawai_id=OuterRef("pegawai_id"), tmt__lt=OuterRef("tmt"), dibatalkan_pada=None
    ).order_by("-tmt")
    return (
        RiwayatGaji.objects.filter(
            waktu, lingkup, naskah_pegawai__isnull=False, dibatalkan_pada=None, pegawai__kini__isnull=False
        )
        # Not exclude(): a naskah without these keys would vanish with them.
        .annotate(almarhum=Case(When(ALMARHUM, then=Value(True)), default=Value(False), output_field=BooleanField()))
        .filter(almarhum=False)
        .annotate(tercatat=Subquery(sebelum.values("gaji_pokok")[:1]))
        .select_related("pegawai__kini", "naskah_pegawai__naskah")
    )


def baris(gaji, bulan):
    """The Perubahan of one row: the old pay is what the decree printed, else the row before."""
    lama = akibat.beku(gaji.naskah_pegawai, "lama", "gaji", "rupiah") or gaji.tercatat
    rapel = max(0, bulan_antara(gaji.tmt.replace(day=1), bulan))
    selisih = None if lama is None else gaji.gaji_pokok - lama
    return Perubahan(gaji, lama, selisih, rapel, None if selisih is None else rapel * selisih)
