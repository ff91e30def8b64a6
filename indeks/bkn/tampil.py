"""Selisih nilai BKN dengan hitungan portal: seorang pegawai, dan tiap unit (yang punya kedua nilai saja)."""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection
from django.db.models import F, OuterRef, Subquery

from indeks import partisi
from indeks.bkn.models import NilaiResmi
from indeks.tabel import DIMENSI

KOLOM = ("NIP", "NAMA", "JABATAN", "UNIT KERJA", "OPD", "NILAI BKN", "NILAI PORTAL", "SELISIH", "NILAI UNTUK LAPORAN")
BAGIAN = (*DIMENSI, "total")
# People with an official value of the year, apart by unit (of the night, else of today); sums of those who have both values.
SQL = """
SELECT coalesce(h.unit_id, k.unit_id, 0), count(*), count(h.total), {jumlah}
FROM indeks_nilairesmi n JOIN kepegawaian_profilkini k ON k.pegawai_id = n.pegawai_id
LEFT JOIN {tabel} h ON h.pegawai_id = n.pegawai_id
WHERE n.tahun = %s AND n.dibatalkan_pada IS NULL
GROUP BY 1
"""
JUMLAH = ", ".join(
    f"coalesce(sum({t}.{d}) FILTER (WHERE h.total IS NOT NULL), 0)" for d in BAGIAN for t in ("n", "h")
)  # fmt: skip


@dataclass(slots=True)
class Banding:
    """One unit: people with an official value, those compared, sums of both values by dimension and total."""

    nama: str = ""
    unit_id: int | None = None
    resmi: int = 0
    dua: int = 0
    bkn: dict = None
    portal: dict = None

    def tambah(self, resmi, dua, jumlah):
        """Adds the sums of a unit below."""
        self.resmi += resmi
        self.dua += dua
        self.bkn, self.portal = self.bkn or defaultdict(Decimal), self.portal or defaultdict(Decimal)
        for i, d in enumerate(BAGIAN):
            self.bkn[d] += jumlah[2 * i]
            self.portal[d] += jumlah[2 * i + 1]

    def _rata(self, n):
        return (n / self.dua).quantize(Decimal("0.01"), "ROUND_HALF_UP") if self.dua else None

    @property
    def rata_bkn(self):
        """Mean of BKN's values."""
        return self._rata(self.bkn["total"]) if self.dua else None

    @property
    def rata_portal(self):
        """Mean of ours over the same people."""
        return self._rata(self.portal["total"]) if self.dua else None

    @property
    def selisih(self):
        """Ours less BKN's, of the exact means; None with nobody to compare."""
        return self._rata(self.portal["total"] - self.bkn["total"]) if self.dua else None

    @property
    def dimensi(self):
        """[(name, difference)] of the four dimensions."""
        return [(n, self._rata(self.portal[d] - self.bkn[d])) for d, (n, _) in DIMENSI.items()] if self.dua else []


def tahun_ada():
    """Years with official values, the latest first."""
    return list(
        NilaiResmi.objects.filter(dibatalkan_pada=None).order_by("-tahun").values_list("tahun", flat=True).distinct()
    )  # fmt: skip


def per_unit(putaran, acuan, unit_ids):
    """{unit_id: Banding} of each unit with all below it, 0 for the whole; only of people in ``unit_ids`` (None: all). One query."""
    hasil = defaultdict(Banding)
    with connection.cursor() as kursor:
        kursor.execute(SQL.format(tabel=partisi.nama(partisi.HASIL, putaran.pk), jumlah=JUMLAH), [putaran.tahun])
        for unit_id, resmi_, dua, *jumlah in kursor.fetchall():
            if unit_ids is not None and unit_id not in unit_ids:
                continue
            for atas in (0, *(acuan.unit[unit_id].jalur if unit_id in acuan.unit else ())):
                hasil[atas].tambah(resmi_, dua, jumlah)
    for i, b in hasil.items():
        b.unit_id, b.nama = i or None, acuan.unit[i].nama if i in acuan.unit else "Seluruhnya"
    return dict(hasil)


def bersanding(daftar, putaran):
    """HasilIndeks with ``resmi`` (BKN's value of the year, or None) and ``selisih`` (ours less BKN's)."""
    resmi_ = NilaiResmi.objects.filter(pegawai=OuterRef("pegawai"), tahun=putaran.tahun, dibatalkan_pada=None)
    return daftar.annotate(resmi=Subquery(resmi_.values("total")[:1])).annotate(selisih=F("total") - F("resmi"))


def resmi(pegawai_id, tahun):
    """The official value of a person in a year, or None."""
    return (
        NilaiResmi.objects.filter(pegawai_id=pegawai_id, tahun=tahun, dibatalkan_pada=None)
        .select_related("batch")
        .first()
    )


def sanding(n, kartu, boleh_hukuman):
    """What the page of a person shows of the NilaiResmi ``n`` beside the Kartu of the night; None without it."""
    if n is None:
        return None
    portal = {d.kode: d.nilai for d in kartu.dimensi} if kartu else {}
    baris = [
        {"nama": nama, "bkn": getattr(n, d), "portal": portal.get(d), "keterangan": n.keterangan.get(d, ""),
         "selisih": portal[d] - getattr(n, d) if d in portal else None}
        for d, (nama, _) in DIMENSI.items() if d != "disiplin" or boleh_hukuman
    ]  # fmt: skip
    total = kartu.total if kartu else None
    return {"nilai": n, "baris": baris, "total": total, "selisih": None if total is None else total - n.total}
