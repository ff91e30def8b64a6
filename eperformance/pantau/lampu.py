"""Lampu: indicators of the pohon kinerja with their latest realisasi beside the target. One query."""

from typing import NamedTuple

from django.db.models import OuterRef, Subquery

from eperformance.aturan import persen_capaian
from eperformance.models import IndikatorPohon, RealisasiPohon, TargetPohon

AMBANG = {"hijau": 100, "kuning": 80}  # percent; where the setting pohon_ambang is not there
TINGKAT = ("tujuan", "sasaran", "program")
LAMPU = {
    "hijau": ("Tercapai", "terpenuhi", "check-circle"),
    "kuning": ("Perlu perhatian", "perhatian", "exclamation-triangle"),
    "merah": ("Di bawah target", "gagal", "x-octagon"),
    "kosong": ("Belum ada realisasi", "netral", "circle"),
    "tanpa_target": ("Tanpa target", "netral", "dash-circle"),
}


class Baris(NamedTuple):
    """One indicator; ``persen`` None when it cannot be told, ``masa`` the triwulan of the value (0: the year)."""

    indikator: object
    nilai: object
    masa: int | None
    target: object
    persen: object
    kode: str

    @property
    def tanda(self):
        """(words, kind, icon)."""
        return LAMPU[self.kode]

    @property
    def nama_masa(self):
        """Words for ``masa``."""
        return "" if self.masa is None else f"TW {self.masa}" if self.masa else "setahun"


def ambang(acuan, tanggal):
    """Thresholds in percent that hold on a day."""
    try:
        return acuan.setelan("pohon_ambang", tanggal)
    except KeyError:
        return AMBANG


def baris(tahun, batas):
    """[Baris] of tujuan, sasaran and program of the year's tree (a draft is nobody's yet), in the order of the tree."""
    terakhir = RealisasiPohon.objects.filter(indikator=OuterRef("pk")).order_by("-triwulan", "-id")
    setahun = RealisasiPohon.objects.filter(indikator=OuterRef("pk"), triwulan=0).order_by("-id")
    target = TargetPohon.objects.filter(indikator=OuterRef("pk"))
    daftar = (
        IndikatorPohon.objects.filter(
            simpul__pohon__tahun=tahun, simpul__pohon__status__in=("berlaku", "arsip"), simpul__jenis__in=TINGKAT
        )
        .select_related("simpul__unit")
        .annotate(
            akhir=Subquery(terakhir.values("nilai")[:1]), akhir_tw=Subquery(terakhir.values("triwulan")[:1]),
            tahunan=Subquery(setahun.values("nilai")[:1]), target_tahun=Subquery(target.filter(triwulan=0).values("nilai")[:1]),
            target_tw=Subquery(target.filter(triwulan=Subquery(
                RealisasiPohon.objects.filter(indikator=OuterRef("indikator")).order_by("-triwulan").values("triwulan")[:1]
            )).values("nilai")[:1]),
        )
    )  # fmt: skip
    daftar = sorted(
        daftar, key=lambda i: (TINGKAT.index(i.simpul.jenis), i.simpul.urutan, i.simpul_id, i.urutan, i.pk)
    )
    return [_baris(i, batas) for i in daftar]


def _baris(i, batas):
    if i.tahunan is not None:
        nilai, masa, target = i.tahunan, 0, i.target_tahun
    else:
        nilai, masa = i.akhir, i.akhir_tw
        target = i.target_tw if i.target_tw is not None or masa != 4 else i.target_tahun
    persen = persen_capaian(target, nilai, i.arah)
    if nilai is None:
        return Baris(i, None, None, i.target_tahun, None, "kosong")
    if persen is None:
        return Baris(i, nilai, masa, target, None, "tanpa_target")
    kode = "hijau" if persen >= batas["hijau"] else "kuning" if persen >= batas["kuning"] else "merah"
    return Baris(i, nilai, masa, target, persen, kode)
