"""Kartu: what the page of a masa shows, one card for each hasil kerja. Six queries however many there are."""

import hashlib
from dataclasses import dataclass, field

from eperformance import aturan
from eperformance.models import Bukti, Evaluasi, Realisasi, UmpanBalik
from kepegawaian.templatetags.portal import desimal


@dataclass(slots=True)
class Medan:
    """One field of a card: an indicator, or (``indikator`` None) the realisasi of the hasil kerja in words.

    ``teks``: as it stands in the input; ``bentrok``: what is stored while ``teks`` is what was typed over an older version.
    """

    hasil_id: int
    indikator: object
    r: object
    lalu: object = None
    teks: str = ""
    galat: str = ""
    bentrok: object = None

    @property
    def kunci(self):
        """Name of the input: i<indikator> or h<hasil>."""
        return f"i{self.indikator.pk}" if self.indikator else f"h{self.hasil_id}"

    @property
    def berangka(self):
        """Is a number asked?"""
        return self.indikator is not None and self.indikator.target_angka is not None

    @property
    def versi(self):
        """Version of the row the input shows; 0 when there is none."""
        return self.r.versi if self.r else 0

    @property
    def target(self):
        """The target in words."""
        i = self.indikator
        if i is None:
            return ""
        angka = f"{tulis_angka(i.target_angka)} {i.satuan}".strip() if i.target_angka is not None else ""
        return " ".join(x for x in (angka, i.target) if x)

    @property
    def persen(self):
        """Percent of the target, None when it cannot be told."""
        return persen(self.indikator, self.r) if self.berangka else None

    @property
    def rumus(self):
        """How the percent comes about, in figures."""
        return rumus(self.indikator, self.r) if self.persen is not None else ""


@dataclass(slots=True)
class Kartu:
    """One hasil kerja with its fields, evidence and feedback."""

    hasil: object
    medan: list
    bukti: list = field(default_factory=list)
    umpan: list = field(default_factory=list)

    @property
    def terisi(self):
        """Has anything been typed?"""
        return any(m.r and (m.r.uraian or m.r.angka is not None) for m in self.medan)


def tulis_angka(nilai):
    """A number without needless decimals: 120, 2,5."""
    if nilai is None:
        return ""
    return desimal(nilai, 0 if nilai == nilai.to_integral_value() else 2)


def isi_angka(nilai):
    """A number as it stands in an input: without thousands, comma as decimal sign."""
    return "" if nilai is None else f"{nilai.normalize():f}".replace(".", ",")


def persen(indikator, r):
    """PP 30/2019: percent of the target, at most 120."""
    if r is None or r.angka is None:
        return None
    return aturan.persen_capaian(indikator.target_angka, r.angka, indikator.arah)


def rumus(indikator, r):
    """The percent written out: "30 ÷ 120 × 100"."""
    target, nilai = tulis_angka(indikator.target_angka), tulis_angka(r.angka)
    pokok = f"{nilai} ÷ {target} × 100" if indikator.arah == "naik" else f"(2 − {nilai} ÷ {target}) × 100"
    tepat = r.angka / indikator.target_angka
    lebih = tepat if indikator.arah == "naik" else 2 - tepat
    return f"{pokok}, dibatasi 120" if lebih * 100 > 120 else f"{pokok}, tidak kurang dari 0" if lebih < 0 else pokok


def susun(skp, nomor, *, umpan):
    """([Kartu], [Evaluasi] of the masa, [UmpanBalik] on the whole SKP) of one masa; ``umpan``: may the reader see feedback?"""
    isi = list(skp.hasil.select_related("induk").prefetch_related("indikator"))
    lalu, kini = {}, {}
    for r in Realisasi.objects.filter(hasil__skp=skp, nomor__lte=nomor).order_by("nomor"):
        (kini if r.nomor == nomor else lalu)[r.hasil_id, r.indikator_id] = r
    bukti, kata = {}, {}
    for b in Bukti.objects.filter(hasil__skp=skp, nomor=nomor, ditarik_pada=None):
        bukti.setdefault(b.hasil_id, []).append(b)
    if umpan:
        for u in _umpan(skp, nomor):
            kata.setdefault(u.hasil_id, []).append(u)
    kartu = []
    for h in isi:
        medan = [
            Medan(h.pk, i, kini.get((h.pk, i.pk)), lalu.get((h.pk, i.pk))) for i in h.indikator.all()
        ] + [Medan(h.pk, None, kini.get((h.pk, None)), lalu.get((h.pk, None)))]  # fmt: skip
        for m in medan:
            if m.r:
                m.teks = isi_angka(m.r.angka) if m.berangka else m.r.uraian
        kartu.append(Kartu(h, medan, bukti.get(h.pk, []), kata.pop(h.pk, [])))
    sisa = [u for daftar in kata.values() for u in daftar]
    return kartu, list(Evaluasi.objects.filter(skp=skp, jenis="periodik", nomor=nomor)), sisa


def _umpan(skp, nomor):
    """Feedback of a masa: the atasan's as it came, that of others in an order that tells nothing of who or when."""
    semua = UmpanBalik.objects.filter(skp=skp, nomor=nomor).select_related("oleh__pegawai__kini")
    atasan = [u for u in semua if u.sebagai == "atasan"]
    lain = [u for u in semua if u.sebagai != "atasan"]
    return atasan + sorted(lain, key=lambda u: hashlib.sha256(u.isi.encode()).digest())
