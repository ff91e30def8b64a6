"""Pohon BKD sendiri dari ``eperformance/data/pohon_bkd.csv``: tujuan, tiga sasaran, empat program, dan semua kegiatannya.

The names are those of the BKD's presentation of its proses bisnis; indicators and targets are examples (asumsi), each target says
so. Targets of the CSV are those reached by the end of each triwulan; that of the fourth is the target of the year. A year whose
tree has a simpul is left alone.
"""

import csv
from decimal import Decimal
from pathlib import Path

from eperformance.models import IndikatorPohon, Pohon, Simpul, TargetPohon
from eperformance.pohon.perbuatan import kepala
from eperformance.pohon.rumus import SETAHUN
from kepegawaian import jejak
from kepegawaian.models import UnitKerja

BERKAS = Path(__file__).parent.parent / "data" / "pohon_bkd.csv"
DASAR = "Paparan Proses Bisnis BKD Lamongan (Perbup 86/2016); indikator dan target contoh"
CONTOH = "Indikator dan target contoh (asumsi), diganti menurut Renstra dan Perjanjian Kinerja"


def baca():
    """Rows of the CSV as dicts, in order."""
    with BERKAS.open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas, strict=True))


def muat(tahun, *, oleh=None, pada=None):
    """The tree of ``tahun``, filled when it is empty: (Pohon, simpul added). ``oleh``: the account that is recorded."""
    with jejak.sebagai(oleh):
        pohon, _ = Pohon.objects.get_or_create(tahun=tahun, defaults={"dasar": DASAR})
        pohon = Pohon.objects.select_for_update().get(pk=pohon.pk)
        if pohon.simpul.exists():
            return pohon, 0
        simpul = {}
        baris = baca()
        unit = {u.kode: u for u in UnitKerja.objects.filter(kode__in={b["unit"] for b in baris})}
        for b in baris:
            if b["kunci"] not in simpul:
                simpul[b["kunci"]] = _simpul(pohon, simpul.get(b["induk"]), b, unit[b["unit"]], len(simpul))
            _indikator(simpul[b["kunci"]], b)
        pohon.versi += 1
        pohon.save(update_fields=["versi"])
        waktu = {} if pada is None else {"pada": pada}
        jejak.catat("pohon_simpan", pohon, tahun=tahun, apa=f"memuat {len(simpul)} simpul pohon BKD", **waktu)
    return pohon, len(simpul)


def _simpul(pohon, induk, b, unit, urutan):
    return Simpul.objects.create(
        pohon=pohon,
        induk=induk,
        jenis=b["jenis"],
        uraian=b["uraian"],
        unit=unit,
        jabatan_id=kepala(unit.pk),
        urutan=urutan,
    )


def _indikator(simpul, b):
    satu = IndikatorPohon.objects.create(
        simpul=simpul, uraian=b["indikator"], rumus=b["rumus"], satuan=b["satuan"], arah=b["arah"], sumber=b["ukuran"],
        cakupan=b["cakupan"], catatan=CONTOH, urutan=simpul.indikator.count() + 1,
    )  # fmt: skip
    target = {tw: Decimal(b[f"tw{tw}"]) for tw in (1, 2, 3, 4)}
    target[SETAHUN] = target[4]
    TargetPohon.objects.bulk_create(
        TargetPohon(indikator=satu, triwulan=tw, nilai=nilai) for tw, nilai in target.items() if nilai
    )
