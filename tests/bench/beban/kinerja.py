"""Pekan terakhir Januari: pegawai menyimpan realisasi, penilai memberi rating; tiap simpanan berversi.

Each ``pemakai``: {nama, sandi, peran, jalan, masa}. A user remembers the last value he was told is saved for each field and how
often each was saved (``catatan`` {key: [value, times]}), so that the database can be asked afterwards whether one write got
lost. Two tabs of one person send the same version now and then: exactly one may win, the other must be answered 409.
"""

import json
import re

from tests.bench.beban.mesin import Galat, Pemakai as Dasar

BARIS, BARIS_URL = re.compile(r'data-url="/kinerja/penilaian/(\d+)/simpan/"'), "/kinerja/penilaian/{}/simpan/"
MEDAN_NILAI = re.compile(r'name="(s\d+-(?:versi|awal))" value="([^"]*)"')
RATING = ("di_atas", "sesuai", "di_bawah")
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
        ingat = f"r:{aksi.split('/')[-3]}:{kunci}"  # the number of the masa, and the field
        self.catatan[ingat] = [data[kunci], self.catatan.get(ingat, [None, 0])[1] + 1]

    def _basi(self, aksi, kunci, data):
        self.minta("realisasi (tab basi)", "POST", aksi, data, boleh=(409,), kepala=OTOMATIS)
        self.catatan["basi"] = self.catatan.get("basi", 0) + 1

    def _nilai(self):
        halaman = self.minta("penilaian (halaman)", "GET", self.isi["jalan"])
        orang = BARIS.findall(halaman.isi)
        if not orang:
            raise Galat(f"{self.isi['jalan']}: tidak ada bawahan yang dinilai")
        medan = dict(MEDAN_NILAI.findall(halaman.isi))
        for _ in range(4):
            pk = self.acak.choice(orang)
            self.pikir()
            awal = self.isi.setdefault("nilai", {}).get(pk) or {
                "versi": medan[f"s{pk}-versi"],
                "awal": medan[f"s{pk}-awal"],
            }
            hasil, perilaku = self.acak.choice(RATING), self.acak.choice(RATING)
            data = {
                "masa": self.isi["masa"], f"s{pk}-hasil": hasil, f"s{pk}-perilaku": perilaku, f"s{pk}-catatan": "",
                f"s{pk}-versi": awal["versi"], f"s{pk}-awal": awal["awal"],
            }  # fmt: skip
            kepala = {"X-CSRFToken": halaman.token}
            jawab = json.loads(
                self.minta("penilaian (simpan otomatis)", "POST", BARIS_URL.format(pk), data, kepala=kepala).isi
            )
            self.isi["nilai"][pk] = {"versi": str(jawab["versi"]), "awal": jawab["awal"]}
            kunci, sama = f"e:{pk}", awal["awal"] == jawab["awal"]
            self.catatan[kunci] = [f"{hasil}/{perilaku}", self.catatan.get(kunci, [None, 0])[1] + (not sama)]
