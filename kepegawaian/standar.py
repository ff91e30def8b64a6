"""Standar kompetensi jabatan dibaca: what a post asks for on a date. Changed by ``karier.standar.ubah`` only.

Law: PermenPANRB 38/2017. A post takes the default of its kelompok (kelompok of the eselon, jenjang of a JF, or
pelaksana); rows of the post itself stand above it, competence by competence.
"""

from collections import defaultdict

from django.db.models import Q

from kepegawaian.aturan_jabatan import kunci_tingkat
from kepegawaian.models import Kompetensi, StandarKompetensi

URUTAN = ("manajerial", "sosial_kultural", "teknis")


def kompetensi():
    """All Kompetensi in the order of the pages: manajerial, sosial kultural, teknis."""
    return urutkan(Kompetensi.objects.all())


def urutkan(daftar):
    """Kompetensi in the order of the pages."""
    return sorted(daftar, key=lambda k: (URUTAN.index(k.jenis), k.kode))


def berlaku(tanggal):
    """The rows that hold on ``tanggal``."""
    return StandarKompetensi.objects.filter(berlaku_sejak__lte=tanggal).filter(
        Q(berlaku_sampai__isnull=True) | Q(berlaku_sampai__gte=tanggal)
    )


class Standar:
    """All standards on a date (of the posts ``jabatan_ids``, or of all); ``bagi`` merges default and own rows. One query."""

    def __init__(self, tanggal, jabatan_ids=None):
        baris = berlaku(tanggal).select_related("kompetensi").order_by("berlaku_sejak")
        if jabatan_ids is not None:
            baris = baris.filter(Q(jabatan__isnull=True) | Q(jabatan_id__in=list(jabatan_ids)))
        self.kelompok, self.sendiri, dikenal = defaultdict(dict), defaultdict(dict), {}
        for b in baris:
            dikenal[b.kompetensi_id] = b.kompetensi
            (self.sendiri[b.jabatan_id] if b.jabatan_id else self.kelompok[b.kelompok])[b.kompetensi_id] = b.level
        self.kompetensi = urutkan(dikenal.values())
        self.nama = {k.kode: k.nama for k in self.kompetensi}
        self.jenis = {k.kode: k.jenis for k in self.kompetensi}

    def menurut(self, jabatan_id, jenis, kelompok, jenjang):
        """{kode: level} of a post told by its parts; empty when there is none."""
        campur = self.kelompok.get(kunci_tingkat(jenis, kelompok, jenjang), {}) | self.sendiri.get(jabatan_id, {})
        return {k.kode: campur[k.kode] for k in self.kompetensi if k.kode in campur}

    def bagi(self, jabatan):
        """{kode: level} of a Jabatan (with its eselon)."""
        kelompok = jabatan.eselon.kelompok if jabatan.eselon_id else ""
        return self.menurut(jabatan.pk, jabatan.jenis, kelompok, jabatan.jenjang)
