"""Keadaan: tahap SKP seorang pegawai pada satu tahun kinerja, dan siapa terlambat pada tahap mana.

The SKP of a person is the one whose dates cover the day looked at, at most one (SKP-6); ``hari_acuan`` is today inside the year,
else its last or first day. Table and list ask the same sentences, here in Python and there as Q, from one ``Tinjauan``.
"""

from dataclasses import dataclass
from datetime import date

from eperformance.models import PeriodeKinerja, Skp
from eperformance.realisasi import masa

HIDUP = tuple(s for s, _ in Skp.STATUS if s != "batal")
TANPA = "tanpa"
# Funnel: code, words, statuses that have come so far (evaluation is asked besides).
CORONG = (
    ("pegawai", "Pegawai", (TANPA, *HIDUP)),
    ("draf", "Menyusun SKP", HIDUP),
    ("diajukan", "Diajukan", ("diajukan", *Skp.SAH)),
    ("ditetapkan", "Ditetapkan", Skp.SAH),
    ("dievaluasi", "Dievaluasi masa ini", Skp.SAH),
    ("dinilai", "Dinilai setahun", ("dinilai", "keberatan", "final")),
    ("final", "Final", ("final",)),
)
TAHAP = {kode: (nama, status) for kode, nama, status in CORONG}
TERLAMBAT = {
    "susun": "Belum diajukan pegawai",
    "tetap": "Belum ditetapkan penilai",
    "evaluasi": "Evaluasi masa ini terlambat",
    "nilai": "Penilaian tahunan terlambat",
}
STATUS = [(TANPA, "Belum ada SKP"), *((k, n) for k, n in Skp.STATUS if k != "batal")]
BELUM = (TANPA, *Skp.TERBUKA)


@dataclass(frozen=True, slots=True)
class Tinjauan:
    """A year and a masa looked at on a day. ``m`` None: the yearly evaluation."""

    periode: PeriodeKinerja
    m: masa.Masa | None
    hari_ini: date

    @property
    def hari_acuan(self):
        """The day whose SKP counts."""
        tahun = self.periode.tahun
        return min(max(self.hari_ini, date(tahun, 1, 1)), date(tahun, 12, 31))

    @property
    def nomor(self):
        """Number of the masa, 0 for the year."""
        return self.m.nomor if self.m else 0

    @property
    def jenis(self):
        """Kinds of Evaluasi that answer for it."""
        return ("periodik",) if self.m else ("tahunan", "akhir")

    @property
    def nama(self):
        """Name of what is evaluated."""
        return self.m.nama if self.m else f"Tahun {self.periode.tahun}"

    @property
    def lewat_tetap(self):
        """Has the last day of setting the SKP passed?"""
        return self.hari_ini > self.periode.tetap_sampai

    @property
    def lewat_evaluasi(self):
        """Has the last day of evaluating the masa passed?"""
        if self.m is None:
            return False
        return self.hari_ini > self.m.batas(self.periode.hari_periodik)

    @property
    def lewat_nilai(self):
        """Has the last day of the yearly evaluation passed?"""
        return self.hari_ini > self.periode.nilai_sampai


def pilihan_masa(periode, hari_ini):
    """[(number, name)] of the masa that have begun, and 0 for the year once its evaluation may."""
    mulai = [(m.nomor, m.pendek) for m in masa.semua(periode) if m.mulai_sudah(hari_ini)]
    return mulai + ([(0, "Setahun")] if hari_ini >= periode.nilai_mulai else [])


def tinjau(data, hari_ini, semua=None):
    """The Tinjauan the URL asks for (``tahun``, ``masa``), or None while no year was opened.

    By default the year that runs and its last masa that has ended. ``semua``: [PeriodeKinerja], newest first.
    """
    semua = list(PeriodeKinerja.objects.all()) if semua is None else semua
    if not semua:
        return None
    menurut = {str(p.tahun): p for p in semua}
    mulai = [p for p in semua if p.tahun <= hari_ini.year]
    periode = menurut.get(data.get("tahun", "")) or (mulai or semua)[0]
    if data.get("masa") == "0" and hari_ini >= periode.nilai_mulai:
        return Tinjauan(periode, None, hari_ini)
    daftar = masa.semua(periode)
    m = next((m for m in daftar if str(m.nomor) == data.get("masa") and m.mulai_sudah(hari_ini)), None)
    lewat = [x for x in daftar if x.lewat(hari_ini)]
    return Tinjauan(periode, m or (lewat or daftar[:1])[-1], hari_ini)


def terlambat(t, status, dievaluasi, bermasa, menyusul=False):
    """Stage at which somebody is late, or "": of his status (TANPA when there is no SKP), whether the masa is evaluated, and
    whether his SKP has that masa at all. ``menyusul``: it began after the last day of setting (who joined or moved), which is
    not his day."""
    if t.lewat_tetap and status in BELUM and not menyusul:
        return "susun"
    if t.lewat_tetap and status == "diajukan" and not menyusul:
        return "tetap"
    if status == "ditetapkan":
        if t.lewat_nilai:
            return "nilai"
        if t.lewat_evaluasi and bermasa and not dievaluasi:
            return "evaluasi"
    return ""
