"""Susunan pohon sebagaimana ditampilkan: simpul dengan anak, indikator, capaian, lampu, dan banyaknya hasil kerja SKP.

Six queries for a tree, however large. ``AngkaIndikator`` and ``Cabang`` are what templates and the export read.
"""

from collections import Counter
from dataclasses import dataclass, field

from django.db.models import Count, F

from eperformance.models import HasilKerja, IndikatorPohon, RealisasiPohon, TargetPohon
from eperformance.penilai import terlihat
from eperformance.pohon import rumus

AMBANG = "pohon_ambang"


@dataclass(slots=True)
class AngkaIndikator:
    """One indicator with {triwulan: target}, {triwulan: RealisasiPohon}, and its light."""

    indikator: IndikatorPohon
    target: dict
    realisasi: dict
    ambang: dict

    @property
    def nilai(self):
        """{triwulan: value}."""
        return {tw: r.nilai for tw, r in self.realisasi.items()}

    @property
    def triwulan(self):
        """Of the value shown first."""
        return rumus.terakhir(self.realisasi)

    @property
    def masa(self):
        """Its name."""
        return "" if self.triwulan is None else rumus.nama_masa(self.triwulan)

    @property
    def kini(self):
        """The RealisasiPohon shown first, None without one."""
        return self.realisasi.get(self.triwulan)

    @property
    def target_kini(self):
        """The target it is measured against."""
        return None if self.triwulan is None else rumus.target_pada(self.target, self.triwulan)

    @property
    def target_setahun(self):
        """Target of the whole year."""
        return rumus.target_pada(self.target, rumus.SETAHUN)

    @property
    def persen(self):
        """Percent of the target of that triwulan."""
        return self.persen_pada(self.triwulan)

    def persen_pada(self, triwulan):
        """Percent of the target of ``triwulan``, None when it cannot be told."""
        if triwulan not in self.realisasi:
            return None
        return rumus.capaian(self.target, self.nilai, self.indikator.arah, triwulan)

    @property
    def lampu(self):
        """Its Lampu."""
        if not self.realisasi:
            return rumus.LAMPU["kosong" if self.target else "tanpa_target"]
        return rumus.lampu(self.persen, self.ambang)

    @property
    def baris(self):
        """[(triwulan, name, target, RealisasiPohon, percent, Lampu)] of the four quarters and the year."""
        for tw in (1, 2, 3, 4, rumus.SETAHUN):
            ada = self.realisasi.get(tw)
            persen = self.persen_pada(tw)
            lampu = rumus.lampu(persen, self.ambang) if ada else rumus.LAMPU["kosong"] if tw else None
            if tw or ada or tw in self.target:
                yield tw, rumus.nama_masa(tw), self.target.get(tw), ada, persen, lampu


@dataclass(slots=True)
class Cabang:
    """One simpul with its branches. ``hitung``: Counter of lights of itself and everything below."""

    simpul: object
    anak: list = field(default_factory=list)
    indikator: list = field(default_factory=list)
    hasil: int = 0
    hitung: Counter = field(default_factory=Counter)
    tampak: bool = True
    kedalaman: int = 0

    @property
    def lampu(self):
        """The worst light of the branch, None without an indicator."""
        return next((rumus.LAMPU[k] for k in rumus.TERBURUK if self.hitung[k]), None)

    @property
    def ringkas(self):
        """What its tag says: the word of its light, in a branch with how many indicators stand so."""
        if self.lampu is None:
            return ""
        n = self.hitung[self.lampu.kode]
        return f"{n} {self.lampu.kata.lower()}" if self.anak and self.hitung.total() > 1 else self.lampu.kata

    @property
    def anak_tampak(self):
        """Branches the filter leaves."""
        return [a for a in self.anak if a.tampak]

    def semua(self):
        """Itself and everything below, in order."""
        yield self
        for a in self.anak:
            yield from a.semua()


def angka_indikator(daftar, ambang):
    """{indikator id: AngkaIndikator} of IndikatorPohon rows; two queries."""
    ids = [i.pk for i in daftar]
    target, nyata = {i: {} for i in ids}, {i: {} for i in ids}
    for t in TargetPohon.objects.filter(indikator__in=ids):
        target[t.indikator_id][t.triwulan] = t.nilai
    terbaru = RealisasiPohon.objects.filter(indikator__in=ids).order_by("indikator_id", "triwulan", "-id")
    for r in terbaru.distinct("indikator_id", "triwulan").select_related("oleh__pegawai__kini"):
        nyata[r.indikator_id][r.triwulan] = r
    return {i.pk: AngkaIndikator(i, target[i.pk], nyata[i.pk], ambang) for i in daftar}


def susun(pohon, hak, ambang, *, lampu="", unit_ids=None):
    """([Cabang] on top, Counter of all lights). ``lampu``: show only branches that hold it; ``unit_ids``: only theirs."""
    cabang = {s.pk: Cabang(s) for s in pohon.simpul.select_related("unit", "jabatan").order_by("urutan", "pk")}
    indikator = list(IndikatorPohon.objects.filter(simpul__pohon=pohon).order_by("urutan", "pk"))
    angka = angka_indikator(indikator, ambang)
    for i in indikator:
        cabang[i.simpul_id].indikator.append(angka[i.pk])
    for simpul, banyak in (
        hasil_kerja(hak).filter(simpul__pohon=pohon).values_list("simpul_id").annotate(n=Count("pk"))
    ):
        cabang[simpul].hasil = banyak
    puncak = []
    for c in cabang.values():
        if c.simpul.induk_id:
            c.simpul.induk = cabang[c.simpul.induk_id].simpul
        (cabang[c.simpul.induk_id].anak if c.simpul.induk_id else puncak).append(c)
    for c in puncak:
        _hitung(c, lampu, unit_ids, 0)
    return puncak, sum((c.hitung for c in puncak), Counter())


def hasil_kerja(hak):
    """Hasil kerja of SKP the reader may see that hang on a simpul."""
    return (
        HasilKerja.objects.filter(terlihat(hak, "skp__"), simpul__isnull=False).exclude(skp__status="batal").order_by()
    )


def _hitung(c, lampu, unit_ids, kedalaman):
    c.kedalaman = kedalaman
    c.hitung = Counter() if c.simpul.berakhir else Counter(a.lampu.kode for a in c.indikator)
    cocok = (not lampu or c.hitung[lampu] > 0) and (unit_ids is None or c.simpul.unit_id in unit_ids)
    for a in c.anak:
        _hitung(a, lampu, unit_ids, kedalaman + 1)
        c.hitung += a.hitung
    c.tampak = cocok or any(a.tampak for a in c.anak)


def hasil_simpul(simpul, hak):
    """The hasil kerja on one simpul in the scope of the reader, by unit and name."""
    baris = hasil_kerja(hak).filter(simpul=simpul).select_related("skp__pegawai__kini", "skp__unit", "skp__periode")
    return baris.order_by(F("skp__unit__nama"), "skp__pegawai__kini__nama", "pk")


def ambang_pada(acuan, tanggal):
    """Thresholds of the lights on a date: Bertanggal with value, source and confidence."""
    return acuan.entri_setelan(AMBANG, tanggal)
