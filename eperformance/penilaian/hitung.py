"""Hitungan distribusi: berapa orang pada tiap predikat di tiap perangkat daerah. Set-based, reads only.

Law: SE Menteri PANRB: shares are of all assessed pegawai of the unit.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, Exists, OuterRef, Q

from eperformance.aturan import POLA, PREDIKAT, distribusi
from eperformance.models import Evaluasi, Skp
from kepegawaian.acuan import acuan_kini


@dataclass
class Hitungan:
    """People of one perangkat daerah in one time: ``jumlah`` {predikat: sah}, ``draf``, ``skp`` (ditetapkan or later), ``final``."""

    skp: int = 0
    final: int = 0
    draf: int = 0
    jumlah: dict = field(default_factory=lambda: dict.fromkeys(PREDIKAT, 0))

    @property
    def dinilai(self):
        """People whose predikat is set."""
        return sum(self.jumlah.values())

    @property
    def belum(self):
        """People still without one."""
        return max(self.skp - self.dinilai, 0)

    @property
    def persen(self):
        """Share of those assessed in whole percent."""
        return self.dinilai * 100 // self.skp if self.skp else 0

    @property
    def baris(self):
        """[(predikat, people, percent with one decimal)]."""
        semua = self.dinilai
        return [(p, n, round(n * 100 / semua, 1) if semua else 0) for p, n in self.jumlah.items()]


def yang_dihitung(m):
    """Skp counted in a time: each pegawai once in the year, by the last of his SKP."""
    skp = Skp.objects.filter(periode=m.periode, mulai__lte=m.sampai, sampai__gte=m.mulai, status__in=Skp.SAH)
    if m.tahunan:
        lain = Skp.objects.filter(periode=m.periode, pegawai=OuterRef("pegawai"), mulai__gt=OuterRef("mulai"))
        skp = skp.exclude(Exists(lain.filter(status__in=Skp.SAH)))
    return skp


def hitung(m, opd_ids=None):
    """{opd id: Hitungan} of a time; two queries however many perangkat daerah."""
    hasil = defaultdict(Hitungan)
    skp = yang_dihitung(m)
    saring = Q() if opd_ids is None else Q(opd__in=list(opd_ids))
    jumlah = skp.filter(saring).order_by().values_list("opd")
    for opd, n, final in jumlah.annotate(n=Count("pk"), final=Count("pk", filter=Q(status="final"))):
        hasil[opd].skp, hasil[opd].final = n, final
    jenis = ("tahunan", "akhir") if m.tahunan else ("periodik",)
    nilai = Evaluasi.objects.filter(skp__in=skp.filter(saring), jenis__in=jenis, nomor=m.nomor).exclude(
        status="diganti"
    )
    for opd, predikat, status, n in (
        nilai.order_by().values_list("skp__opd", "predikat", "status").annotate(n=Count("pk"))
    ):
        if status == "sah":
            hasil[opd].jumlah[predikat] += n
        else:
            hasil[opd].draf += n
    return hasil


def minimal(tanggal):
    """Setting kinerja_distribusi_minimal (asumsi): a smaller unit is not judged by shares."""
    return acuan_kini().setelan("kinerja_distribusi_minimal", tanggal)


def nilai_pola(capaian, jumlah, tanggal):
    """Distribusi (judgement) of {predikat: people}, or None while the capaian is not set."""
    return distribusi(capaian, jumlah, minimal(tanggal)) if capaian else None


def pola(capaian):
    """[Batas] of an achievement, () while it is not set."""
    return POLA.get(capaian, ())
