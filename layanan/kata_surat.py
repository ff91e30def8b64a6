"""Kata surat: surat milik sebuah langkah sebagai naskah yang kata-katanya dapat diubah kantor.

``KataSurat`` answers what ``templat_kantor``, previews and the editor ask of a layanan, so that both are worded alike.
Its key is ``<slug layanan>/<kode langkah>``, kept in ``VersiTemplat.layanan``.
"""

from dataclasses import dataclass

from django.utils import timezone

from layanan import katalog, templat as bahasa
from layanan.galat import DitolakAlur


@dataclass(frozen=True, slots=True)
class KataSurat:
    """The own letter of one step: its key, name and TemplatNaskah; ``asal`` the layanan, ``langkah`` the step."""

    asal: katalog.Layanan
    langkah: katalog.Langkah

    @property
    def slug(self):
        """Its key among the versions."""
        return f"{self.asal.slug}/{self.langkah.kode}"

    @property
    def nama(self):
        """``Layanan, langkah``."""
        return f"{self.asal.nama}, {self.langkah.nama}"

    @property
    def naskah(self):
        """The TemplatNaskah of the letter."""
        return self.langkah.naskah

    def unit_pemilik(self, isian):
        """Code of the unit whose staff word it: that of the layanan."""
        return self.asal.unit_pemilik(isian)

    def dicetak(self, konteks):
        """A letter of a step is always printed here."""
        return True

    def data(self, konteks, tanggal):
        """What the letter prints, in the default wording of ``tanggal``; JSON-able."""
        data = self.asal.data_surat(self.langkah.kode, konteks)
        return bahasa.lengkapi(self.naskah, data, konteks.acuan, tanggal) if self.naskah.bagian else data

    def data_konsep(self, konteks):
        """The same for a preview; DitolakAlur while the step of this usulan has not been answered."""
        if self.langkah.kode not in konteks.langkah:
            raise DitolakAlur(f"Langkah {self.langkah.nama} pada usulan ini belum selesai, jadi suratnya belum ada.")
        return self.data(konteks, timezone.localdate())


def berkata(layanan):
    """Steps of a layanan whose own letter has parts the office may word, as KataSurat."""
    return [KataSurat(layanan, s) for s in layanan.alur if s.aksi == katalog.SETUJU and s.naskah and s.naskah.bagian]
