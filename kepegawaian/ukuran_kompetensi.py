"""Ukuran kompetensi menurut indeks, bagi aspek yang tidak boleh mengenal app indeks: satu registri, satu fungsi.

``indeks`` puts its pure function here when the apps are ready; ``diklat`` asks what a training would add. Nothing is
registered: nobody knows, ``None``.
"""

from typing import NamedTuple

# Sections of the profile the registered function reads.
BAGIAN = ("pangkat", "jabatan", "kinerja", "diklat", "kontrak")
_pengukur = []


class ButirUkuran(NamedTuple):
    """One indicator of the competence dimension: score and most that may be had (hundredths), fulfilled or not."""

    kode: str
    nama: str
    skor: int
    maks: int
    terpenuhi: bool
    keyakinan: str


class Kompetensi(NamedTuple):
    """The dimension of one person in hundredths; ``naik``: what fulfilling everything open would add."""

    skor: int
    maks: int
    butir: tuple[ButirUkuran, ...]

    def naik_bila(self, kode):
        """Hundredths gained when the indicator ``kode`` alone were fulfilled; capped by the dimension."""
        lain = sum(b.skor for b in self.butir)
        tambah = sum(b.maks - b.skor for b in self.butir if b.kode == kode and not b.terpenuhi)
        return min(self.maks, lain + tambah) - self.skor

    @property
    def naik(self):
        """Hundredths gained when every open indicator were fulfilled."""
        return min(self.maks, sum(b.skor if b.terpenuhi else max(b.skor, b.maks) for b in self.butir)) - self.skor


def daftarkan(fungsi):
    """Registers ``fungsi(profil, acuan, tahun, berjalan) -> Kompetensi | None``; the last one holds."""
    _pengukur[:] = [fungsi]
    return fungsi


def kompetensi(profil, acuan, tahun, *, berjalan):
    """The competence dimension of a Profil in the measurement year ``tahun``; None when it cannot be measured."""
    return _pengukur[0](profil, acuan, tahun, berjalan) if _pengukur else None
