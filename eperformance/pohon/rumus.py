"""Rumus pohon kinerja, murni: urutan tingkat, capaian, dan lampunya. No ORM, no clock.

The thresholds of the lights are a dated setting (``pohon_ambang``, asumsi) and come in as an argument.
"""

from typing import NamedTuple

from eperformance.aturan import persen_capaian

TINGKAT = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan")
SETAHUN = 0


class Lampu(NamedTuple):
    """A state of an indicator: the word first, then the shape, then the colour."""

    kode: str
    kata: str
    jenis: str
    ikon: str


LAMPU = {
    k.kode: k
    for k in (
        Lampu("hijau", "Tercapai", "terpenuhi", "check-circle"),
        Lampu("kuning", "Perlu perhatian", "perhatian", "exclamation-triangle"),
        Lampu("merah", "Di bawah target", "gagal", "x-octagon"),
        Lampu("kosong", "Belum ada realisasi", "netral", "circle"),
        Lampu("tanpa_target", "Tanpa target", "netral", "dash-circle"),
    )
}
# The worst first: what a folded branch shows.
TERBURUK = ("merah", "kuning", "kosong", "tanpa_target", "hijau")


def boleh_di_bawah(jenis, induk):
    """May a simpul of ``jenis`` hang on one of ``induk`` (None: on top)? Any higher level; only a tujuan stands on top."""
    if induk is None:
        return jenis == TINGKAT[0]
    return TINGKAT.index(induk) < TINGKAT.index(jenis)


def melingkar(simpul, induk, induk_dari):
    """Would ``simpul`` under ``induk`` make a circle? ``induk_dari``: {id: id of its induk or None}."""
    dilihat = set()
    while induk is not None and induk not in dilihat:
        if induk == simpul:
            return True
        dilihat.add(induk)
        induk = induk_dari.get(induk)
    return induk is not None


def lampu(persen, ambang):
    """The Lampu of an achievement in percent; ``ambang``: {"hijau": ≥ this, "kuning": ≥ this}."""
    if persen is None:
        return LAMPU["tanpa_target"]
    if persen >= ambang["hijau"]:
        return LAMPU["hijau"]
    return LAMPU["kuning" if persen >= ambang["kuning"] else "merah"]


def target_pada(target, triwulan):
    """The target that counts for ``triwulan``: its own, for the fourth and the year either of the two; None without one."""
    if triwulan in target:
        return target[triwulan]
    return target.get({4: SETAHUN, SETAHUN: 4}.get(triwulan))


def terakhir(realisasi):
    """The triwulan whose value is shown first: the whole year when there is one, else the latest; None without any."""
    if SETAHUN in realisasi:
        return SETAHUN
    return max(realisasi, default=None)


def capaian(target, realisasi, arah, triwulan):
    """Percent of the target of one triwulan (``realisasi``: {triwulan: value}); None when it cannot be told."""
    return persen_capaian(target_pada(target, triwulan), realisasi.get(triwulan), arah)


def nama_masa(triwulan):
    """``Triwulan II``, ``Setahun``."""
    return f"Triwulan {('I', 'II', 'III', 'IV')[triwulan - 1]}" if triwulan else "Setahun"
