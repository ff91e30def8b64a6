"""Standar kompetensi jabatan sebagai baris bertanggal: how the office changes it; read by ``kepegawaian/standar.py``.

Law: PermenPANRB 38/2017.
"""

from datetime import timedelta

from karier.galat import DitolakKarier
from kepegawaian import jejak
from kepegawaian.models import StandarKompetensi

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
