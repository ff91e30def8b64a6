"""Penanda BSrE: the agency's own e-sign client server, JSON (v2) or multipart form (v1), basic auth.

One request a document. A connection that cannot be made says "nothing was sent"; from the moment the request has
gone out, silence, nonsense and every error of a server or a gateway before it is ``TidakPasti`` and never answered
by a second try: only a refusal we know says that nothing was signed. Passphrase, NIK and file are in no message and
no log. Names of paths and fields differ between installations: ``TTE_BSRE["medan"]``.
"""

import base64
import http.client
import io
import json
import re
import secrets
import ssl
from urllib.parse import urlsplit

import segno
from django.conf import settings
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader

from layanan.tautan import tautan_verifikasi
from layanan.tte import blok, periksa
from layanan.tte.galat import DitolakPenanda, PeladenMati, SandiSalah, SertifikatTidakSah, TidakPasti

MEDAN = {
    "v1": {
        "jalur": "/api/sign/pdf", "nik": "nik", "sandi": "passphrase",
        "berkas": "file", "tampilan": "tampilan", "gambar": "imageTTD", "halaman": "page", "x": "xAxis", "y": "yAxis",
        "lebar": "width", "tinggi": "height",
    },
    "v2": {
        "jalur": "/api/v2/sign/pdf", "nik": "nik", "sandi": "passphrase",
        "berkas": "file", "sifat": "signatureProperties", "tampilan": "tampilan", "gambar": "imageBase64",
        "halaman": "page", "x": "originX", "y": "originY", "lebar": "width", "tinggi": "height",
    },
}  # fmt: skip
# Refusals whose words say what is wrong with the person: nothing was signed, whatever the HTTP status.
_LEWAT = r"expired|k[ae]d[ae]lu?w?arsa|habis masa"
SANDI_DITOLAK = re.compile(
    r"passphrase.{0,40}\b(?:salah|wrong|invalid|incorrect|tidak (?:sesuai|cocok|valid|benar))"
    r"|\b(?:salah|wrong|invalid|incorrect)\b.{0,20}passphrase"
)
SERTIFIKAT_LEWAT = re.compile(
    rf"(?:sertifikat|certificate).{{0,40}}(?:{_LEWAT})|(?:{_LEWAT}).{{0,20}}(?:sertifikat|certificate)"
)
TIDAK_DIKENAL = re.compile(
    r"(?:\bnik\b|\buser\b|pengguna|sertifikat|certificate).{0,40}"
    r"(?:(?:tidak|belum) (?:terdaftar|ditemukan|ada|aktif|memiliki)|not (?:registered|found|active))"
)
SAMBUNG = 10  # seconds to connect
MAKS = 30 * 1024 * 1024


class PenandaBsre:
    """Opened for one official (``nik``) and one batch; nothing is sent before the first document."""

    nama = ""

    def __init__(self, nik, sandi):
        self.atur = settings.TTE_BSRE
        if not self.atur["url"]:
            raise PeladenMati("Alamat peladen BSrE belum diisi. Hubungi admin sistem.")
        if self.atur["versi"] not in MEDAN:
            raise PeladenMati("Versi antarmuka BSrE harus v1 atau v2. Hubungi admin sistem.")
        if not nik:
            raise SertifikatTidakSah("NIK Anda belum tercatat pada portal, sedangkan BSrE mengenali Anda dengan NIK.")
        self.medan = MEDAN[self.atur["versi"]] | self.atur["medan"]
        self._nik, self._sandi = nik, sandi

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._nik = self._sandi = ""

    def tanda_tangani(self, pdf, naskah):
        """The signed bytes; raises GalatTte."""
        tampil = self._tampilan(pdf, naskah)
        status, kepala, isi = self._kirim(self.medan["jalur"], *self._badan(pdf, tampil))
        if status != 200:
            raise self._galat(status, isi)
        hasil = self._baca(kepala, isi)
        if not hasil.startswith(pdf):
            raise TidakPasti("Jawaban BSrE bukan naskah yang dikirim. Cocokkan dengan riwayat di BSrE.")
        tanda = periksa.periksa(hasil)
        if not tanda or not tanda[-1].utuh:
            raise TidakPasti("Jawaban BSrE bukan PDF bertanda tangan yang utuh. Cocokkan dengan riwayat di BSrE.")
        return hasil

    def _tampilan(self, pdf, naskah):
        """Where the QR goes, as values of the fields; {} asks for an invisible signature."""
        try:
            letak = blok.tempat(PdfFileReader(io.BytesIO(pdf), strict=False))
        except (PdfError, ValueError):
            letak = None
        if letak is None:
            return {}
        halaman, (x1, y1, _, y2) = letak
        gambar = io.BytesIO()
        segno.make(tautan_verifikasi(naskah), error="m", micro=False).save(gambar, kind="png", scale=8, border=1)
        sisi = round(y2 - y1)
        return {"gambar": gambar.getvalue(), "halaman": halaman + 1, "x": round(x1), "y": round(y1),
                "lebar": sisi, "tinggi": sisi}  # fmt: skip

    def _badan(self, pdf, tampil):
        """(body, content type) in the form of the configured version."""
        m, isi = self.medan, dict(tampil)
        gambar = isi.pop("gambar", None)
        sifat = {m["tampilan"]: "VISIBLE" if tampil else "INVISIBLE"} | {m[k]: v for k, v in isi.items()}
        if self.atur["versi"] == "v2":
            if gambar:
                sifat[m["gambar"]] = base64.b64encode(gambar).decode()
            badan = {m["nik"]: self._nik, m["sandi"]: self._sandi, m["sifat"]: [sifat],
                     m["berkas"]: [base64.b64encode(pdf).decode()]}  # fmt: skip
            return json.dumps(badan).encode(), "application/json"
        sifat[m["tampilan"]] = sifat[m["tampilan"]].lower()
        berkas = {m["berkas"]: ("naskah.pdf", "application/pdf", pdf)}
        if gambar:
            berkas[m["gambar"]] = ("qr.png", "image/png", gambar)
        return multipart({m["nik"]: self._nik, m["sandi"]: self._sandi, **sifat}, berkas)

    def _kirim(self, jalur, badan, jenis):
        """(status, headers, body). PeladenMati: not sent; TidakPasti: sent, no answer."""
        alamat = urlsplit(self.atur["url"])
        kelas = http.client.HTTPSConnection if alamat.scheme == "https" else http.client.HTTPConnection
        lain = {"context": ssl.create_default_context()} if alamat.scheme == "https" else {}
        sambungan = kelas(alamat.hostname, alamat.port, timeout=SAMBUNG, **lain)
        kunci = base64.b64encode(f"{self.atur['pengguna']}:{self.atur['sandi']}".encode()).decode()
        try:
            try:
                sambungan.connect()
            except (OSError, http.client.HTTPException) as galat:
                raise PeladenMati("Peladen BSrE tidak terjangkau; belum ada yang dikirim. Coba lagi nanti.") from galat
            sambungan.sock.settimeout(self.atur["tunggu"])
            try:
                sambungan.request("POST", alamat.path.rstrip("/") + jalur, badan,
                                  {"Content-Type": jenis, "Authorization": f"Basic {kunci}"})  # fmt: skip
                jawab = sambungan.getresponse()
                return jawab.status, jawab.headers, jawab.read(MAKS)
            except (TimeoutError, OSError, http.client.HTTPException) as galat:
                raise TidakPasti(
                    "BSrE tidak menjawab sesudah naskah dikirim, jadi belum diketahui apakah sudah ditandatangani."
                ) from galat
        finally:
            sambungan.close()

    def _baca(self, kepala, isi):
        """The PDF in an answer of 200: the body itself (v1), or base64 in JSON (v2)."""
        if isi.startswith(b"%PDF-"):
            return isi
        try:
            berkas = json.loads(isi)[self.medan["berkas"]]
            return base64.b64decode(berkas[0] if isinstance(berkas, list) else berkas)
        except (ValueError, KeyError, IndexError, TypeError) as galat:
            raise TidakPasti("Jawaban BSrE tidak terbaca. Cocokkan dengan riwayat di BSrE.") from galat

    def _galat(self, status, isi):
        """The refusal of the server as GalatTte, in words an official understands.

        Certain are a refusal we know by its words and any other 4xx but 408; the rest leaves doubt.
        """
        try:
            pesan = json.loads(isi)
            teks = str(pesan.get("error") or pesan.get("message") or "") if isinstance(pesan, dict) else ""
        except ValueError:
            teks = ""
        if status in (401, 403):
            return PeladenMati("Peladen BSrE menolak akun portal. Hubungi admin sistem.")
        kecil, pasti = teks.lower(), 400 <= status < 500 and status != http.HTTPStatus.REQUEST_TIMEOUT
        if SANDI_DITOLAK.search(kecil) or (pasti and "passphrase" in kecil):
            return SandiSalah("Passphrase BSrE salah. Tidak ada naskah lain yang dikirim agar akun tidak terkunci.")
        if SERTIFIKAT_LEWAT.search(kecil):
            return SertifikatTidakSah("Sertifikat BSrE Anda sudah kedaluwarsa. Perbarui melalui BSrE.")
        if TIDAK_DIKENAL.search(kecil):
            return SertifikatTidakSah("BSrE menyatakan Anda belum terdaftar atau belum punya sertifikat aktif.")
        if not pasti:
            return TidakPasti(
                f"Peladen BSrE galat (HTTP {status}); belum diketahui apakah naskah sudah ditandatangani."
            )
        bersih = teks.replace(self._sandi, "…").replace(self._nik, "…") if self._sandi else teks
        return DitolakPenanda(f"BSrE menolak naskah ini: {bersih[:160] or f'HTTP {status}'}")


def multipart(medan, berkas):
    """(body, content type) of a multipart form: {name: text}, {name: (file name, type, bytes)}."""
    batas = secrets.token_hex(16)
    badan = io.BytesIO()
    for nama, nilai in medan.items():
        badan.write(f'--{batas}\r\nContent-Disposition: form-data; name="{nama}"\r\n\r\n{nilai}\r\n'.encode())
    for nama, (nama_berkas, jenis, isi) in berkas.items():
        kepala = f'Content-Disposition: form-data; name="{nama}"; filename="{nama_berkas}"\r\nContent-Type: {jenis}'
        badan.write(f"--{batas}\r\n{kepala}\r\n\r\n".encode() + isi + b"\r\n")
    badan.write(f"--{batas}--\r\n".encode())
    return badan.getvalue(), f"multipart/form-data; boundary={batas}"
