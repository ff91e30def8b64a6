"""Lembar kolektif: keputusan kolektif sebuah layanan sebagai naskah tersendiri, dengan kata-kata kantornya sendiri.

The versions of its wording (``layanan.templat_kantor``) and the pages that edit and preview it see it as they see a
layanan: a key, a name, a naskah, an owner. Its persons stay with the layanan.
"""

from dataclasses import dataclass

from django.utils import timezone

from layanan import katalog, templat as bahasa, templat_kantor
from layanan.kata_surat import KataSurat, berkata  # noqa: F401 - the third kind of sheet
from layanan.templat_kantor import AKHIRAN_KOLEKTIF


@dataclass(frozen=True, slots=True)
class LembarKolektif:
    """The collective decree of ``layanan``; its key cannot be the slug of a layanan (those have no underscore)."""

    layanan: katalog.Layanan

    @property
    def slug(self):
        """Key of its versions: ``kp-reguler_kolektif``."""
        return f"{self.layanan.slug}{AKHIRAN_KOLEKTIF}"

    @property
    def nama(self):
        """Name on the pages."""
        return f"{self.layanan.nama}, SK kolektif"

    @property
    def naskah(self):
        """Its TemplatNaskah."""
        return self.layanan.kolektif.naskah

    def unit_pemilik(self, isian):
        """The unit that owns the layanan writes this wording too."""
        return self.layanan.unit_pemilik(isian)

    def dicetak(self, konteks):
        """As the layanan says."""
        return self.layanan.dicetak(konteks)

    def data_konsep(self, konteks):
        """The decree for this one person, to see a wording on a real usulan; his own part in today's wording."""
        hari_ini, satu = timezone.localdate(), self.layanan.data_konsep(konteks)
        satu |= templat_kantor.bagian_naskah(self.layanan, satu, hari_ini, konteks.acuan)
        return self._bawaan([satu], hari_ini, konteks.acuan)

    def data(self, daftar, tanggal, acuan):
        """Frozen data of the decree for the frozen data of its persons: what all share, the lampiran, paraf, wording."""
        data = self._bawaan(daftar, tanggal, acuan) | {"paraf": paraf_bersama(daftar)}
        return data | templat_kantor.bagian_naskah(self, data, tanggal, acuan)

    def _bawaan(self, daftar, tanggal, acuan):
        return bahasa.lengkapi(self.naskah, self.layanan.kolektif.data(daftar), acuan, tanggal)


def paraf_bersama(daftar):
    """Who initialled, each office once with the last moment: [{jabatan, pada}] from the ``paraf`` of the persons."""
    akhir = {}
    for p in (p for data in daftar for p in data.get("paraf", ())):
        akhir[p["jabatan"]] = max(akhir.get(p["jabatan"], ""), p["pada"])
    return [{"jabatan": jabatan, "pada": pada} for jabatan, pada in akhir.items()]


def semua():
    """Everything whose wording the office may change: the naskah of each layanan, its collective decree, its letters."""
    hasil = []
    for layanan in katalog.semua():
        kolektif = [LembarKolektif(layanan)] if layanan.kolektif else []
        hasil += [satu for satu in (layanan, *kolektif) if satu.naskah is not None and satu.naskah.bagian]
        hasil += berkata(layanan)
    return hasil


def ambil(slug):
    """The layanan, LembarKolektif or KataSurat with this key; KeyError when its wording cannot be changed."""
    return {satu.slug: satu for satu in semua()}[slug]
