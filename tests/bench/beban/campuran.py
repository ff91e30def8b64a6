"""Campuran: a working morning near the end of a period; four kinds of users, each with his own pages and acts.

Each ``pemakai``: {nama, sandi, peran: asn | operator | staf | pejabat, jalan: {name: path}, usulan: [numbers to act on],
dokumen: code of the document an operator uploads, pdf: base64}. What a user did stands in ``catatan`` {act: [numbers]}, so that
the database can be asked afterwards whether it happened.
"""

import base64
import re

from tests.bench.beban.mesin import Galat, Pemakai as Dasar

VERSI = re.compile(r'name="versi" value="(\d+)"')
PERIKSA = re.compile(r'name="(periksa_[^"]+)"')
HALAMAN_ASN = {"beranda": 5, "data saya": 3, "indeks saya": 2, "cuti": 2, "katalog": 1, "dosir": 2}  # how often
UNDUH = re.compile(r'href="(/dosir/\d+/)"')


class Pemakai(Dasar):
    """One person of the regency."""

    def bekerja(self):
        """A page or two, then (who has something to decide or to hand in) one act."""
        getattr(self, f"_{self.isi['peran']}")()

    def buka(self, nama, jalan=None):
        """A page after a pause."""
        self.pikir()
        return self.minta(f"{self.isi['peran']}: {nama}", "GET", jalan or self.isi["jalan"][nama])

    def _asn(self):
        nama = self.acak.choices(tuple(HALAMAN_ASN), HALAMAN_ASN.values())[0]
        halaman = self.buka(nama)
        if nama == "dosir" and (ada := UNDUH.findall(halaman.isi)):
            self.buka("unduh dokumen", self.acak.choice(ada))

    def _operator(self):
        self.buka(self.acak.choice(("beranda", "usulan", "pegawai", "cari")))
        if not self.isi["usulan"]:
            return
        nomor = self.isi["usulan"].pop()
        halaman = self.buka("usulan (halaman)", f"/usulan/{nomor}/")
        self.pikir()
        isi = {"versi": self._versi(halaman), "csrfmiddlewaretoken": halaman.token}
        berkas = {"berkas": ("pindaian.pdf", base64.b64decode(self.isi["pdf"]))}
        jalan = f"/usulan/{nomor}/berkas/{self.isi['dokumen']}/unggah/"
        self.minta("operator: unggah berkas", "POST", jalan, isi, boleh=(302,), berkas=berkas)
        halaman = self.buka("usulan (halaman)", f"/usulan/{nomor}/")
        self._perbuatan("ajukan", nomor, halaman)

    def _staf(self):
        self.buka(self.acak.choice(("beranda", "kotak", "pegawai", "cari", "nominatif")))
        self._putuskan()

    def _pejabat(self):
        self.buka(self.acak.choice([n for n in ("beranda", "kotak", "dasbor") if n in self.isi["jalan"]]))
        self._putuskan()

    def _putuskan(self):
        if self.isi["usulan"]:
            nomor = self.isi["usulan"].pop()
            apa = "tetapkan" if self.isi["peran"] == "pejabat" else "setujui"
            self._perbuatan(apa, nomor, self.buka("usulan (halaman)", f"/usulan/{nomor}/"))

    def _perbuatan(self, apa, nomor, halaman):
        self.pikir()
        isi = {"versi": self._versi(halaman), "catatan": "", "csrfmiddlewaretoken": halaman.token}
        # What no data can answer the clerk answers for, as the page asks.
        isi |= dict.fromkeys(PERIKSA.findall(halaman.isi), "Sudah dilihat pada arsip asli.")
        self.minta(f"{self.isi['peran']}: {apa}", "POST", f"/usulan/{nomor}/{apa}/", isi, boleh=(302,))
        self.catatan.setdefault(apa, []).append(nomor)

    @staticmethod
    def _versi(halaman):
        satu = VERSI.search(halaman.isi)
        if not satu:
            raise Galat("halaman usulan tanpa perbuatan")
        return satu[1]
