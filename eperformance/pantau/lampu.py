"""Lampu: the indicators of tujuan, sasaran and program of a year's pohon kinerja, as the pohon itself judges them."""

from eperformance.models import IndikatorPohon
from eperformance.pohon import susunan

TINGKAT = ("tujuan", "sasaran", "program")


def baris(tahun, ambang):
    """[AngkaIndikator] of the year's tree (a draft is nobody's yet), the highest level first. Three queries."""
    daftar = IndikatorPohon.objects.filter(
        simpul__pohon__tahun=tahun, simpul__pohon__status__in=("berlaku", "arsip"), simpul__jenis__in=TINGKAT
    ).select_related("simpul__unit")
    urut = sorted(daftar, key=lambda i: (TINGKAT.index(i.simpul.jenis), i.simpul.urutan, i.simpul_id, i.urutan, i.pk))
    angka = susunan.angka_indikator(urut, ambang)
    return [angka[i.pk] for i in urut]
