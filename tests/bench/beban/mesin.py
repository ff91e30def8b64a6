"""Pembangkit beban: each user is a thread that logs in, works, and thinks between two requests (closed model).

Run as ``python -m tests.bench.beban.mesin rencana.json hasil.json`` so that its own CPU is counted apart from the
servers'. ``rencana``: {alamat, naik (seconds over which the logins are spread), lama (seconds of work after that), pikir
[least, most seconds], babak: "module:Class", pemakai: [{nama, sandi, …}]}. ``hasil``: {permintaan: {name: [ms]},
galat: [sentence], cpu (seconds of this process), dinding (seconds), catatan: [what each user's ``catatan`` holds]}.
"""

import contextlib
import http.client
import importlib
import json
import random
import re
import resource
import sys
import threading
import time
from html import unescape
from pathlib import Path
from urllib.parse import urlencode, urlsplit

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
TENGGAT = 30  # seconds until a request counts as failed


class Galat(Exception):
    """An answer that must not be; the sentence says which."""


class Usai(Exception):
    """Time is up while a user thinks."""


class Jawab:
    """Status, body and headers of one answer."""

    __slots__ = ("isi", "kepala", "status")

    def __init__(self, status, isi, kepala):
        self.status, self.isi, self.kepala = status, isi, kepala

    @property
    def token(self):
        """CSRF token of the first form of the page."""
        satu = TOKEN.search(self.isi)
        return unescape(satu[1]) if satu else ""


class Pemakai(threading.Thread):
    """One user. A scenario is a subclass with ``bekerja()``, called again and again until time is up."""

    def __init__(self, rencana, isi, papan, mulai):
        super().__init__(daemon=True)
        self.rencana, self.isi, self.papan, self.mulai_pada = rencana, isi, papan, mulai
        satu = urlsplit(rencana["alamat"])
        self.induk, self.kue, self.catatan = (satu.hostname, satu.port), {}, {}
        self.acak = random.Random(isi["nama"])

    def run(self):
        """Log in at his moment of the ramp, work until the end; an error is noted and the work goes on."""
        self.tidur(self.acak.uniform(0, self.rencana["naik"]))
        try:
            self.masuk()
        except (Galat, OSError, http.client.HTTPException) as galat:
            self.papan.salah(f"masuk {self.isi['nama']}: {galat!r}")
            return
        with contextlib.suppress(Usai):
            while True:
                try:
                    self.bekerja()
                except (Galat, OSError, http.client.HTTPException) as galat:
                    self.papan.salah(f"{self.isi['nama']}: {galat!r}")
                    self.pikir()
        self.papan.selesai(self.catatan)

    def bekerja(self):
        """One round of work of this user."""
        raise NotImplementedError

    def pikir(self):
        """The pause of a human, 20 to 30 seconds unless the plan says otherwise; raises Usai when time is up."""
        sisa = self.mulai_pada + self.rencana["naik"] + self.rencana["lama"] - time.monotonic()
        lama = self.acak.uniform(*self.rencana["pikir"])
        self.tidur(max(0.0, min(lama, sisa)))
        if lama >= sisa:
            raise Usai

    @staticmethod
    def tidur(detik):
        """Sleeps."""
        time.sleep(detik)

    def masuk(self):
        """The real door: the page of the login, then name and password."""
        halaman = self.minta("masuk (halaman)", "GET", "/masuk/")
        data = {"username": self.isi["nama"], "password": self.isi["sandi"], "csrfmiddlewaretoken": halaman.token}
        self.minta("masuk", "POST", "/masuk/", data, boleh=(302,))
        if "sessionid" not in self.kue:
            raise Galat("tidak ada sesi sesudah masuk")

    def minta(self, nama, cara, jalan, data=None, *, boleh=(200,), kepala=None, berkas=None):
        """One request, timed under ``nama``; a status not in ``boleh`` raises Galat. ``berkas``: {field: (name, bytes)}."""
        badan = urlencode(data or {}, doseq=True) if cara == "POST" else None
        jenis = "application/x-www-form-urlencoded"
        if berkas:
            badan, jenis = bungkus(data, berkas)
        kepala = {"Cookie": "; ".join(f"{k}={v}" for k, v in self.kue.items()), **(kepala or {})}
        if badan is not None:
            kepala |= {"Content-Type": jenis}
        mulai = time.perf_counter()
        sambungan = http.client.HTTPConnection(*self.induk, timeout=TENGGAT)
        try:
            sambungan.request(cara, jalan, badan, kepala)
            jawab = sambungan.getresponse()
            isi = jawab.read().decode("utf-8", "replace")
        finally:
            sambungan.close()
        self.papan.catat(nama, (time.perf_counter() - mulai) * 1000)
        for satu in jawab.headers.get_all("Set-Cookie") or ():
            kunci, _, nilai = satu.split(";")[0].partition("=")
            self.kue[kunci] = nilai
        if jawab.status not in boleh:
            raise Galat(f"{cara} {jalan}: {jawab.status}")
        return Jawab(jawab.status, isi, jawab.headers)


def bungkus(data, berkas):
    """(body, content type) of a form with files."""
    batas, bagian = "beban0f1e2d3c", []
    for kunci, nilai in (data or {}).items():
        bagian.append(f'--{batas}\r\nContent-Disposition: form-data; name="{kunci}"\r\n\r\n{nilai}\r\n'.encode())
    for kunci, (nama, isi) in berkas.items():
        kepala = f'--{batas}\r\nContent-Disposition: form-data; name="{kunci}"; filename="{nama}"\r\n'
        bagian += [f"{kepala}Content-Type: application/pdf\r\n\r\n".encode(), isi, b"\r\n"]
    return b"".join([*bagian, f"--{batas}--\r\n".encode()]), f"multipart/form-data; boundary={batas}"


class Papan:
    """What all users measured."""

    def __init__(self):
        self._kunci = threading.Lock()
        self.permintaan, self.galat, self.catatan = {}, [], []

    def catat(self, nama, ms):
        """One time."""
        with self._kunci:
            self.permintaan.setdefault(nama, []).append(round(ms, 1))

    def salah(self, kalimat):
        """One error."""
        with self._kunci:
            self.galat.append(kalimat[:300])

    def selesai(self, catatan):
        """What a user remembers, e.g. what he was told is saved."""
        with self._kunci:
            self.catatan.append(catatan)


def jalankan(rencana):
    """Runs the plan to its end; returns the result."""
    modul, _, nama = rencana["babak"].partition(":")
    kelas, papan, mulai = getattr(importlib.import_module(modul), nama), Papan(), time.monotonic()
    orang = [kelas(rencana, satu, papan, mulai) for satu in rencana["pemakai"]]
    for satu in orang:
        satu.start()
    batas = mulai + rencana["naik"] + rencana["lama"] + rencana["pikir"][1] + 2 * TENGGAT
    for satu in orang:
        satu.join(max(0.0, batas - time.monotonic()))
    if macet := sum(satu.is_alive() for satu in orang):
        papan.salah(f"{macet} pemakai tidak selesai")
    pakai = resource.getrusage(resource.RUSAGE_SELF)
    return {
        "permintaan": papan.permintaan, "galat": papan.galat, "catatan": papan.catatan,
        "cpu": pakai.ru_utime + pakai.ru_stime, "dinding": time.monotonic() - mulai,
    }  # fmt: skip


if __name__ == "__main__":
    masukan, keluaran = map(Path, sys.argv[1:3])
    hasil = jalankan(json.loads(masukan.read_text(encoding="utf-8")))
    keluaran.write_text(json.dumps(hasil), encoding="utf-8")
