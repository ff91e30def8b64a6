"""Bawahan seorang penilai: everybody whose pejabat penilai is an office he holds, with or without an SKP. Set-based."""

from typing import NamedTuple

from django.db.models import Q

from eperformance.models import Skp
from eperformance.penilai import Penilai, dinilai, kepala_unit, penilai
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import ProfilKini

TANPA = "tanpa"
KEADAAN = {TANPA: "Belum membuat SKP", **dict(Skp.STATUS)}
TANDA = {
    TANPA: "gagal", "draf": "netral", "diajukan": "perhatian", "dikembalikan": "gagal", "ditetapkan": "terpenuhi",
    "dinilai": "info", "keberatan": "perhatian", "final": "terpenuhi", "batal": "netral",
}  # fmt: skip
URUT_KEADAAN = {
    k: n
    for n, k in enumerate(
        ("diajukan", TANPA, "dikembalikan", "draf", "keberatan", "ditetapkan", "dinilai", "final", "batal")
    )
}


class Bawahan(NamedTuple):
    """One row: ProfilKini and his Skp of the year (None: not made)."""

    kini: object
    skp: Skp | None

    @property
    def keadaan(self):
        """Key of ``KEADAAN``."""
        return self.skp.status if self.skp else TANPA

    @property
    def sebutan(self):
        """State in words."""
        return KEADAAN[self.keadaan]

    @property
    def tanda(self):
        """Kind of the tag."""
        return TANDA[self.keadaan]


def wilayah(siapa, hari_ini):
    """Q over ProfilKini of those whose penilai is one of ``siapa`` on the day. One query.

    Staff by the unit they work in; heads of units by their office, not by the unit they work in. Nobody is staff of the
    Bupati but the heads.
    """
    acuan, kepala = acuan_kini(), kepala_unit(hari_ini)
    kantor = {s for s in siapa if s.jabatan}
    langsung = {u.id for u in acuan.unit.values() if penilai(None, u.id, acuan, kepala) in kantor}
    jabatan = {j for unit, (j, _) in kepala.items() if penilai(j, unit, acuan, kepala) in siapa}
    semua_kepala = {j for j, _ in kepala.values()}
    return Q(unit_id__salah_satu=langsung) & ~Q(jabatan_id__salah_satu=semua_kepala) | Q(
        jabatan_id__salah_satu=jabatan
    )


def bawahan_jabatan(jabatan_ids, hari_ini, *, kecuali=None):
    """ProfilKini of the active staff the holders of these offices assess, by name."""
    return _orang({Penilai(j) for j in jabatan_ids}, hari_ini, kecuali)


def _orang(siapa, hari_ini, kecuali):
    semua = ProfilKini.objects.filter(wilayah(siapa, hari_ini), aktif=True)
    return semua.exclude(pegawai_id=kecuali or 0).select_related("unit", "jabatan").order_by("nama", "nip")


def siapa(hak):
    """The Penilai he is today."""
    return {Penilai(j) for j in hak.jabatan_ids} | {Penilai(None, k) for k in hak.kantor_luar}


def daftar(hak, periode, hari_ini):
    """[Bawahan] of a year, what waits first: their SKP, and those who have none."""
    skp = (
        Skp.objects.filter(dinilai(hak), periode=periode)
        .exclude(status="batal")
        .select_related("pegawai__kini__unit", "pegawai__kini__jabatan", "periode")
    )
    baris = [Bawahan(s.pegawai.kini, s) for s in skp]
    ada = {b.kini.pk for b in baris}
    diampu = siapa(hak)
    if diampu:
        lain = set(
            Skp.objects.filter(periode=periode, mulai__lte=hari_ini, sampai__gte=hari_ini)
            .exclude(status="batal").values_list("pegawai_id", flat=True)
        )  # fmt: skip
        baris += [
            Bawahan(o, None) for o in _orang(diampu, hari_ini, hak.pegawai_id) if o.pk not in ada and o.pk not in lain
        ]
    return sorted(baris, key=lambda b: (URUT_KEADAAN[b.keadaan], b.kini.nama, b.kini.nip))
