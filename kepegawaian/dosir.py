"""Dosir: menerima berkas menurut isinya, menyimpannya di luar akar web, melayaninya lewat pemeriksaan akses."""

import hashlib
import io
import re

from django.conf import settings
from django.core.files.base import ContentFile
from django.http import FileResponse
from PIL import Image, UnidentifiedImageError
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import IndirectObject

from kepegawaian.models import Dosir

Image.MAX_IMAGE_PIXELS = 60_000_000
# Names in a PDF that make a reader act by itself. /JS is too short to be looked for in compressed bytes: a scan of 5 MB
# holds it by chance one time in four. A script has /JavaScript beside it anyway.
PDF_BERBAHAYA = re.compile(
    rb"/(?:JavaScript|Launch|EmbeddedFile|OpenAction|RichMedia|XFA|JS\s*[(<]|JS\s+\d+\s+\d+\s+R)"
)
PDF_SANDI_NAMA = re.compile(rb"#([0-9A-Fa-f]{2})")  # /J#61vaScript is /JavaScript to a reader


class BerkasDitolak(Exception):
    """The file is not accepted; ``str()`` says why and what to do."""


class Isi:
    """An accepted file: bytes, mime and extension by content, sha256, cleaned name."""

    def __init__(self, data, mime, akhiran, nama):
        self.data, self.mime, self.akhiran = data, mime, akhiran
        self.nama = re.sub(r"[^\w .()-]+", "_", nama or "berkas")[-120:]
        self.sha256 = hashlib.sha256(data).hexdigest()


def terima(file, *, hanya_pdf=False, bersih_pdf=True):
    """Reads an uploaded file and accepts PDF, JPG or PNG by its content; raises BerkasDitolak.

    ``bersih_pdf``: refuse a PDF with scripts, launch actions or attachments. Images are drawn anew, which
    drops what else they carry (EXIF, trailing bytes).
    """
    if file is None:
        raise BerkasDitolak("Pilih berkas lebih dulu.")
    maks = settings.BERKAS_MAKS_BYTE
    if file.size > maks:
        raise BerkasDitolak(
            f"Berkas {file.size / 1048576:.1f} MB; paling besar {maks // 1048576} MB. Kecilkan pindaian."
        )
    data = file.read()
    if not data:
        raise BerkasDitolak("Berkas kosong.")
    if data.startswith(b"%PDF-"):
        return Isi(_periksa_pdf(data, bersih_pdf), "application/pdf", ".pdf", file.name)
    if hanya_pdf:
        raise BerkasDitolak("Berkas harus PDF menurut isinya, bukan hanya menurut namanya.")
    if data.startswith((b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")):
        return _gambar_ulang(data, file.name)
    raise BerkasDitolak("Berkas harus PDF, JPG, atau PNG menurut isinya, bukan hanya menurut namanya.")


def _periksa_pdf(data, bersih):
    try:
        pembaca = PdfReader(io.BytesIO(data), strict=False)
        if pembaca.is_encrypted:
            raise BerkasDitolak("PDF terkunci kata sandi. Simpan ulang tanpa kata sandi.")
        if len(pembaca.pages) == 0:
            raise BerkasDitolak("PDF tidak berisi halaman.")
        tersembunyi = _isi_terkompresi(pembaca) if bersih else b""
    except (PyPdfError, ValueError, KeyError, RecursionError, AttributeError, TypeError) as galat:
        raise BerkasDitolak("PDF rusak dan tidak dapat dibuka. Pindai atau simpan ulang.") from galat
    if bersih and _berbahaya(data, tersembunyi):
        raise BerkasDitolak("PDF memuat skrip atau lampiran. Cetak ulang menjadi PDF biasa, lalu unggah lagi.")
    return data


def _isi_terkompresi(pembaca):
    """Dictionaries that stand in compressed object streams, where a search of the file does not see them."""
    wadah = {satu[0] for satu in pembaca.xref_objStm.values()}
    return b"\n".join(pembaca.get_object(IndirectObject(n, 0, pembaca)).get_data() for n in sorted(wadah))


def _berbahaya(*bagian):
    """Does any part name what makes a reader act, in whatever spelling?"""
    return any(
        PDF_BERBAHAYA.search(b) or PDF_BERBAHAYA.search(PDF_SANDI_NAMA.sub(lambda m: bytes([int(m[1], 16)]), b))
        for b in bagian
    )


def _gambar_ulang(data, nama):
    try:
        with Image.open(io.BytesIO(data)) as gambar:
            gambar.load()
            png = gambar.format == "PNG"
            keluar = io.BytesIO()
            if png:
                gambar.convert("RGBA" if gambar.mode in ("RGBA", "LA", "P") else "RGB").save(keluar, "PNG")
            else:
                gambar.convert("RGB").save(keluar, "JPEG", quality=88)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError, SyntaxError) as galat:
        raise BerkasDitolak("Gambar rusak dan tidak dapat dibuka. Foto atau pindai ulang.") from galat
    return Isi(keluar.getvalue(), "image/png" if png else "image/jpeg", ".png" if png else ".jpg", nama)


def simpan(pegawai_id, jenis, isi, *, riwayat_jenis="", riwayat_id=None, pada=None):
    """Stores an accepted file as Dosir; the same bytes are written to disk once."""
    dosir = Dosir(
        pegawai_id=pegawai_id, jenis=jenis, nama_asli=isi.nama, akhiran=isi.akhiran, mime=isi.mime,
        ukuran=len(isi.data), sha256=isi.sha256, riwayat_jenis=riwayat_jenis, riwayat_id=riwayat_id,
    )  # fmt: skip
    if pada is not None:
        dosir.diunggah_pada = pada
    dosir.file.name = simpan_bytes(dosir.file, isi)
    dosir.save()
    return dosir


def simpan_bytes(medan, isi):
    """Writes the bytes below their hash unless they are there already; returns the storage name."""
    nama = f"dosir/{isi.sha256[:2]}/{isi.sha256}{isi.akhiran}"
    gudang = medan.storage
    return nama if gudang.exists(nama) else gudang.save(nama, ContentFile(isi.data))


def respons(medan, nama, mime, *, unduh=False):
    """FileResponse of a stored file; never a type a browser would run."""
    jawab = FileResponse(medan.open("rb"), as_attachment=unduh or mime not in ("application/pdf", "image/jpeg", "image/png"),
                         filename=nama, content_type=mime)  # fmt: skip
    jawab["X-Content-Type-Options"] = "nosniff"
    jawab["Cache-Control"] = "private, no-store"
    jawab["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    return jawab
