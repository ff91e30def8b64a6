"""Pekan terakhir Januari: pegawai menyimpan realisasi, penilai memberi rating; tiap simpanan berversi.

Each ``pemakai``: {nama, sandi, peran, jalan}. A user remembers the last value he was told is saved for each field and how
often each was saved (``catatan`` {key: [value, times]}), so that the database can be asked afterwards whether one write got
lost. Two tabs of one person send the same version now and then: exactly one may win, the other must be answered 409.
"""

import json
import re
from urllib.parse import parse_qsl

from tests.bench.beban.mesin import Galat, Pemakai as Dasar

MEDAN = re.compile(r'<(?:input|textarea)[^>]*\bid="([ir]-\d+)"[^>]*\bname="\1"')
VERSI = re.compile(r'name="versi-([^"]+)" value="(\d+)"')
FORMULIR = re.compile(r'<form[^>]*action="(/kinerja/skp/\d+/realisasi/\d+/\d+/)"(.*?)</form>', re.S)
OTOMATIS = {"X-Simpan": "otomatis"}


class Pemakai(Dasar):
    """A pegawai or a penilai."""

    def bekerja(self):
        """One page, then a few autosaves with a pause before each."""
        self.pikir()
        if self.isi["peran"] == "penilai":
            self._nilai()
        else:
            self._realisasi()

    def _realisasi(self):
        halaman = self.minta("realisasi (halaman)", "GET", self.isi["jalan"])
        formulir = FORMULIR.findall(halaman.isi)
        if not formulir:
            raise Galat(f"{self.isi['jalan']}: tidak ada formulir")
        for _ in range(4):
            aksi, isi = self.acak.choice(formulir)
            versi = dict(VERSI.findall(isi))
            kunci = self.acak.choice([k for k in versi if k.startswith("i")] or list(versi))
            self.pikir()
            nilai = str(self.acak.randint(1, 9999))
            data = {
                kunci: nilai,
                f"versi-{kunci}": self.catatan_versi(kunci, versi),
                "csrfmiddlewaretoken": halaman.token,
            }
            self._simpan(aksi, kunci, data)
            if self.acak.random() < 0.1:  # the other tab, with the version it was opened with
                self._basi(aksi, kunci, data | {kunci: "123456"})

    def catatan_versi(self, kunci, versi):
        """The version this user was told last, else that of the page."""
        return self.isi.setdefault("versi", {}).get(kunci, versi[kunci])

    def _simpan(self, aksi, kunci, data):
        jawab = self.minta("realisasi (simpan otomatis)", "POST", aksi, data, kepala=OTOMATIS)
        satu = json.loads(jawab.isi)["medan"].get(kunci)
        if not satu or "versi" not in satu:
            raise Galat(f"{aksi}: jawaban tanpa versi")
        self.isi["versi"][kunci] = str(satu["versi"])
        self.catatan[f"r:{kunci}"] = [data[kunci], self.catatan.get(f"r:{kunci}", [None, 0])[1] + 1]

    def _basi(self, aksi, kunci, data):
        self.minta("realisasi (tab basi)", "POST", aksi, data, boleh=(409,), kepala=OTOMATIS)
        self.catatan["basi"] = self.catatan.get("basi", 0) + 1

    def _nilai(self):
        raise NotImplementedError(str(parse_qsl("")))
