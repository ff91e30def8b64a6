"""Standar kompetensi jabatan sebagai baris bertanggal: what a post asks for on a date, and how the office changes it.

Law: PermenPANRB 38/2017. A post takes the default of its kelompok (kelompok of the eselon, jenjang of a JF, or
pelaksana); rows of the post itself stand above it, competence by competence.
"""

from collections import defaultdict
from datetime import timedelta

from django.db.models import Q

from karier.galat import DitolakKarier
from kepegawaian import jejak
from kepegawaian.aturan_jabatan import kunci_tingkat
from kepegawaian.models import Kompetensi, StandarKompetensi

KELOMPOK = {
    "jpt_pratama": "JPT Pratama",
    "administrator": "Administrator",
    "pengawas": "Pengawas",
    "pelaksana": "Pelaksana",
    "pemula": "JF Pemula",
    "terampil": "JF Terampil",
    "mahir": "JF Mahir",
    "penyelia": "JF Penyelia",
    "ahli_pertama": "JF Ahli Pertama",
    "ahli_muda": "JF Ahli Muda",
    "ahli_madya": "JF Ahli Madya",
    "ahli_utama": "JF Ahli Utama",
}


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


def ubah(*, jabatan=None, kelompok="", kompetensi, level, berlaku_sejak, dasar, keyakinan, oleh):
    """A new dated level of one competence for a post or a kelompok; the row before it ends the day before.

    Refused when a row of the same or a later day stands already. Returns the new StandarKompetensi.
    """
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        lama = list(
            StandarKompetensi.objects.select_for_update()
            .filter(jabatan=jabatan, kelompok=kelompok, kompetensi=kompetensi)
            .order_by("-berlaku_sejak")
        )
        if lama and lama[0].berlaku_sejak >= berlaku_sejak:
            raise DitolakKarier("Sudah ada standar yang mulai berlaku pada tanggal itu atau sesudahnya.")
        if lama and (lama[0].berlaku_sampai is None or lama[0].berlaku_sampai >= berlaku_sejak):
            lama[0].berlaku_sampai = berlaku_sejak - timedelta(days=1)
            lama[0].save(update_fields=["berlaku_sampai"])
        baris = StandarKompetensi.objects.create(
            jabatan=jabatan, kelompok=kelompok, kompetensi=kompetensi, level=level, berlaku_sejak=berlaku_sejak,
            dasar=dasar, keyakinan=keyakinan,
        )  # fmt: skip
        sasaran = jabatan.nama if jabatan else KELOMPOK.get(kelompok, kelompok)
        jejak.catat("standar_ubah", baris, pada=oleh.kini, kompetensi=kompetensi.nama, sasaran=sasaran, level=level)
    return baris
