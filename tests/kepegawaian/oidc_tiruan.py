"""Penyedia identitas kecil bagi uji: discovery, authorize, token, jwks over real HTTP; it checks PKCE and the client as a real one does.

``p.klaim`` changes what the token says, ``p.tanda`` how it is signed, ``p.mati`` closes the door.
"""

import base64
import hashlib
import json
import secrets
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt

from tests.kunci_uji import kunci

KLIEN, RAHASIA = "portal-bkd", "rahasia-klien-uji-yang-cukup-panjang"


class Penyedia:
    """One running provider; ``with Penyedia() as p``."""

    def __init__(self):
        self.kunci = kunci()
        self.asing = kunci()
        self.kode, self.klaim, self.tanda, self.mati, self.nip, self.minta = {}, {}, "RS256", False, "", []

    def __enter__(self):
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._penangan())
        self.alamat = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def jawab(self, metode, jalan, isi, kepala):
        """(status, headers, body) of one request."""
        self.minta.append(jalan)
        if self.mati:
            return 503, {}, b"{}"
        match jalan:
            case "/.well-known/openid-configuration":
                return self._json({
                    "issuer": self.alamat, "authorization_endpoint": f"{self.alamat}/otorisasi",
                    "token_endpoint": f"{self.alamat}/token", "jwks_uri": f"{self.alamat}/kunci",
                })  # fmt: skip
            case "/kunci":
                publik = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.kunci.public_key()))
                return self._json({"keys": [publik | {"kid": "satu", "use": "sig", "alg": "RS256"}]})
            case "/otorisasi":
                kode = secrets.token_urlsafe(16)
                self.kode[kode] = isi
                return (
                    302,
                    {"Location": f"{isi['redirect_uri']}?{urlencode({'code': kode, 'state': isi['state']})}"},
                    b"",
                )
            case "/token" if metode == "POST":
                return self._token(isi, kepala)
        return 404, {}, b"{}"

    def _token(self, isi, kepala):
        asal = self.kode.pop(isi.get("code"), None)  # once only
        dasar = "Basic " + base64.b64encode(f"{KLIEN}:{RAHASIA}".encode()).decode()
        bukti = (
            base64.urlsafe_b64encode(hashlib.sha256(isi.get("code_verifier", "").encode()).digest())
            .rstrip(b"=")
            .decode()
        )
        if (
            asal is None
            or kepala.get("Authorization") != dasar
            or bukti != asal["code_challenge"]
            or isi.get("redirect_uri") != asal["redirect_uri"]
        ):
            return 400, {}, b'{"error": "invalid_grant"}'
        kini = int(time.time())
        klaim = {
            "iss": self.alamat,
            "aud": KLIEN,
            "sub": "1",
            "iat": kini,
            "exp": kini + 300,
            "nonce": asal["nonce"],
            "nip": self.nip,
        }
        klaim = {k: v for k, v in (klaim | self.klaim).items() if v is not None}
        return self._json({"access_token": "x", "token_type": "Bearer", "id_token": self._tandai(klaim)})

    def _tandai(self, klaim):
        match self.tanda:
            case "none":
                return jwt.encode(klaim, None, algorithm="none", headers={"kid": "satu"})
            case "HS256":
                return jwt.encode(klaim, RAHASIA, algorithm="HS256", headers={"kid": "satu"})
            case "asing":
                return jwt.encode(klaim, self.asing, algorithm="RS256", headers={"kid": "satu"})
            case "kid":
                return jwt.encode(klaim, self.kunci, algorithm="RS256", headers={"kid": "lain"})
        return jwt.encode(klaim, self.kunci, algorithm="RS256", headers={"kid": "satu"})

    def _json(self, isi):
        return 200, {"Content-Type": "application/json"}, json.dumps(isi).encode()

    def _penangan(penyedia):
        class Penangan(BaseHTTPRequestHandler):
            def _layani(self):
                alamat = urlsplit(self.path)
                badan = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
                isi = {k: v[0] for k, v in parse_qs(badan or alamat.query).items()}
                status, kepala, tubuh = penyedia.jawab(self.command, alamat.path, isi, self.headers)
                self.send_response(status)
                for nama, nilai in kepala.items():
                    self.send_header(nama, nilai)
                self.send_header("Content-Length", str(len(tubuh)))
                self.end_headers()
                self.wfile.write(tubuh)

            do_GET = do_POST = _layani

            def log_message(self, *_):
                """Silent."""

        return Penangan
