"""Tiruan SIASN: a real HTTP server on the loopback address that behaves, and misbehaves, as told.

``t.isi[(path, nip)] = [rows]`` is what it knows, ``t.ulah`` a list of misbehaviours for the next data calls: an int is an
HTTP status with JSON, a function gets the handler and answers by itself. Token end points count what they give out.
"""

import json
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

SIASN_BAKU = {
    "apim_url": "", "kunci": "kunci-contoh", "rahasia": "rahasia-contoh", "sso_url": "", "sso_klien": "klien",
    "pengguna": "petugas.siasn", "sandi": "sandi-contoh", "instansi_id": "INSTANSI-1", "satker_id": "SATKER-1", "kirim": True,
    "tunggu": 2, "laju": 1000, "tanpa_tls": True, "jeda": 0.001,
}  # fmt: skip


class Tiruan:
    """The server and what it knows."""

    def __init__(self):
        self.isi, self.ulah, self.tersimpan = {}, [], []
        self.panggilan, self.token = Counter(), Counter()
        self.apim, self.sso = "apim-1", "sso-1"
        self.umur = 3600
        self.simpan = None  # what a write does to ``isi``
        tiruan = self

        class Penjawab(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_args):
                pass

            def do_GET(self):
                tiruan.jawab(self)

            def do_POST(self):
                tiruan.jawab(self)

        self.peladen = ThreadingHTTPServer(("127.0.0.1", 0), Penjawab)
        self.peladen.daemon_threads = True
        self.alamat = f"http://127.0.0.1:{self.peladen.server_port}"
        self.utas = threading.Thread(target=self.peladen.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.utas.start()

    def tutup(self):
        """Stops the server."""
        self.peladen.shutdown()
        self.peladen.server_close()
        self.utas.join()

    def atur(self, **lain):
        """settings.SIASN that points here."""
        return SIASN_BAKU | {
            "url": f"{self.alamat}/apisiasn/1.0", "apim_url": f"{self.alamat}/oauth2/token",
            "sso_url": f"{self.alamat}/auth/token",
        } | lain  # fmt: skip

    def jawab(self, h):
        """One request."""
        badan = h.rfile.read(int(h.headers.get("Content-Length") or 0))
        jalan = urlsplit(h.path).path
        if jalan in ("/oauth2/token", "/auth/token"):
            self._token(h, "apim" if "oauth2" in jalan else "sso", parse_qs(badan.decode()))
            return
        jalan = jalan.removeprefix("/apisiasn/1.0")
        self.panggilan[h.command, jalan.rsplit("/", 1)[0] if h.command == "GET" else jalan] += 1
        if self.ulah and (ulah := self.ulah.pop(0)) is not None:
            if callable(ulah):
                ulah(h)
            else:
                kirim(h, ulah, {"message": f"galat {ulah}"})
            return
        if h.headers.get("Authorization") != f"Bearer {self.apim}" or h.headers.get("Auth") != f"bearer {self.sso}":
            kirim(h, 401, {"message": "token"})
            return
        if h.command == "POST":
            self._simpan(h, jalan, json.loads(badan))
            return
        pokok, nip = jalan.rsplit("/", 1)
        baris = self.isi.get((pokok, nip))
        if baris is None:
            kirim(h, 404, {"code": 0, "data": "Data tidak ditemukan"})
        else:
            kirim(h, 200, {"code": "1", "data": baris[0] if pokok.endswith("data-utama") else baris})

    def _token(self, h, nama, isi):
        self.token[nama] += 1
        if nama == "sso" and isi.get("grant_type") != ["password"]:
            kirim(h, 400, {"error": "unsupported_grant_type"})
            return
        kirim(h, 200, {"access_token": getattr(self, nama), "expires_in": self.umur})

    def _simpan(self, h, jalan, isi):
        self.tersimpan.append((jalan, isi))
        if self.simpan:
            self.simpan(jalan, isi)
        kirim(h, 200, {"success": True, "message": "ok", "mapData": {"rwKursusId": f"ID-{len(self.tersimpan)}"}})


def kirim(h, status, isi, **kepala):
    """Answers with JSON."""
    badan = json.dumps(isi).encode()
    h.send_response(status)
    for k, v in {"Content-Type": "application/json", "Content-Length": str(len(badan)), **kepala}.items():
        h.send_header(k, v)
    h.end_headers()
    h.wfile.write(badan)


def html(h):
    """A page of the gateway, status 200."""
    badan = b"<html>Sedang pemeliharaan</html>"
    h.send_response(200)
    h.send_header("Content-Length", str(len(badan)))
    h.end_headers()
    h.wfile.write(badan)


def hampa(h):
    """Status 200 without a body."""
    h.send_response(200)
    h.send_header("Content-Length", "0")
    h.end_headers()


def terpotong(h):
    """Promises more than it sends."""
    h.send_response(200)
    h.send_header("Content-Length", "5000")
    h.end_headers()
    h.wfile.write(b'{"code": 1, "data": [{"id"')
    h.close_connection = True


def lambat(h):
    """Says nothing until the other side has given up."""
    time.sleep(3)
    h.close_connection = True


def minta_pelan(h):
    """429 with its wait."""
    kirim(h, 429, {"message": "too many"}, **{"Retry-After": "90"})
