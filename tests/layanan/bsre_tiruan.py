"""BSrE tiruan: a server on 127.0.0.1 that speaks the e-sign client's HTTP, v1 and v2, and errs on demand."""

import base64
import io
import json
import threading
from email.parser import BytesParser
from email.policy import HTTP
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner
from pyhanko.sign.fields import SigSeedSubFilter

from layanan.tte.lokal import KunciTerpegang
from tests.kunci_uji import CaUji

# What a gateway or the server itself says when it has signed but the answer got lost on the way: nobody knows.
RAGU = {
    "500": (500, b"<html>Internal Server Error</html>"),
    "500-json": (500, {"status": 500, "error": "Internal Server Error"}),
    "500-kata": (500, {"error": "Terjadi kesalahan pada layanan tanda tangan elektronik"}),
    "502": (502, {"message": "Bad gateway"}),
    "503": (503, {"error": "upstream timeout"}),
    "504": (504, {"message": "Endpoint request timed out"}),
    "408": (408, {"error": "Request expired"}),
    "202": (202, {"message": "Accepted"}),
}
NIK, SANDI, AKUN = "3524014505800001", "#Lamongan-Megilan-1", ("portal", "sandi-aplikasi")


class Tiruan:
    """``ragam``: baik | diam | putus | kedaluwarsa | tolak | teknik | sampah | lain | one of
    RAGU; ``permintaan``: what came in;
    ``ditandatangani``: what it signed."""

    def __init__(self):
        self.ragam, self.permintaan, self.ditandatangani = "baik", [], []
        self.lain = b""  # the document it signs instead of the one sent (ragam "lain")
        self.lepas = threading.Event()
        self.ca = CaUji.baru()
        self.penanda = KunciTerpegang(*self.ca.terbitkan("Dewi Kartika", nip=""), [self.ca.sertifikat])
        tiruan = self

        class Penjawab(BaseHTTPRequestHandler):
            def do_POST(self):
                tiruan.jawab(self)

            def log_message(self, *_):
                pass

        self.peladen = ThreadingHTTPServer(("127.0.0.1", 0), Penjawab)
        self.peladen.daemon_threads = True
        self.utas = threading.Thread(target=self.peladen.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    @property
    def url(self):
        return f"http://127.0.0.1:{self.peladen.server_address[1]}"

    def __enter__(self):
        self.utas.start()
        return self

    def __exit__(self, *_):
        self.lepas.set()
        self.peladen.shutdown()
        self.peladen.server_close()
        self.utas.join(10)

    # ── one request ──

    def jawab(self, h):
        badan = h.rfile.read(int(h.headers["Content-Length"]))
        v2 = h.path.startswith("/api/v2/")
        isi = json.loads(badan) if v2 else formulir(h.headers["Content-Type"], badan)
        self.permintaan.append((h.path, isi))
        kunci = base64.b64encode(":".join(AKUN).encode()).decode()
        if h.headers["Authorization"] != f"Basic {kunci}":
            return self.kirim(h, 401, {"error": "Unauthorized"})
        if isi["nik"] != NIK:
            return self.kirim(h, 400, {"status_code": 2011, "error": "NIK tidak terdaftar"})
        if isi["passphrase"] != SANDI:
            return self.kirim(h, 400, {"status_code": 2031, "error": "Proses signing gagal : Passphrase anda salah"})
        if self.ragam == "kedaluwarsa":
            return self.kirim(h, 400, {"status_code": 2021, "error": "Sertifikat pengguna sudah expired"})
        if self.ragam == "tolak":
            return self.kirim(h, 400, {"error": f"Dokumen ditolak untuk {NIK} {SANDI}"})
        if self.ragam == "teknik":
            return self.kirim(h, 400, {"error": "Berkas elektronik tidak terbaca; hubungi tim teknik"})
        pdf = base64.b64decode(isi["file"][0]) if v2 else isi["file"]
        hasil = self.tanda_tangani(self.lain if self.ragam == "lain" else pdf)
        self.ditandatangani.append(hasil)
        if self.ragam in RAGU:
            return self.kirim(h, *RAGU[self.ragam])
        if self.ragam == "diam":
            self.lepas.wait(20)  # it has signed, but the answer never comes
            return None
        if self.ragam == "putus":
            h.close_connection = True
            return h.connection.close()
        if self.ragam == "sampah":
            return self.kirim(h, 200, {"ok": True})
        return self.kirim(h, 200, {"time": 12, "file": [base64.b64encode(hasil).decode()]} if v2 else hasil)

    def tanda_tangani(self, pdf):
        meta = PdfSignatureMetadata(field_name="sig_bsre", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
        return PdfSigner(meta, self.penanda).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf))).getvalue()

    def kirim(self, h, status, isi):
        data = isi if isinstance(isi, bytes) else json.dumps(isi).encode()
        h.send_response(status)
        h.send_header("Content-Type", "application/json" if not data.startswith(b"%PDF") else "application/pdf")
        h.send_header("Content-Length", str(len(data)))
        h.end_headers()
        h.wfile.write(data)


def formulir(jenis, badan):
    """{name: text or bytes} of a multipart form."""
    pesan = BytesParser(policy=HTTP).parsebytes(b"Content-Type: " + jenis.encode() + b"\r\n\r\n" + badan)
    hasil = {}
    for bagian in pesan.iter_parts():
        nama, isi = bagian.get_param("name", header="content-disposition"), bagian.get_payload(decode=True)
        hasil[nama] = isi if bagian.get_filename() else isi.decode().strip()
    return hasil
