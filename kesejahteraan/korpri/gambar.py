"""Gambar dan berkas Korpri: diterima menurut isinya oleh gudang dosir, foto dikecilkan bagi layar telepon."""

import io

from PIL import Image

from kepegawaian import dosir as gudang
from kesejahteraan.korpri.galat import DitolakKorpri

SISI_MAKS = 1600  # pixels; a photograph of a phone is three times that


def terima(file, *, hanya_gambar=False):
    """The accepted file (PDF, JPG or PNG by its content), pictures made small; DitolakKorpri with the reason."""
    try:
        isi = gudang.terima(file)
    except gudang.BerkasDitolak as galat:
        raise DitolakKorpri(str(galat)) from galat
    if isi.mime.startswith("image/"):
        return _kecilkan(isi)
    if hanya_gambar:
        raise DitolakKorpri("Gambar harus JPG atau PNG menurut isinya.")
    return isi


def _kecilkan(isi):
    """The picture with its longer side at most SISI_MAKS; as it is when it is small enough."""
    with Image.open(io.BytesIO(isi.data)) as gambar:
        if max(gambar.size) <= SISI_MAKS:
            return isi
        bentuk = gambar.format
        gambar.thumbnail((SISI_MAKS, SISI_MAKS))
        keluar = io.BytesIO()
        gambar.save(keluar, bentuk, **({"quality": 85} if bentuk == "JPEG" else {}))
    return gudang.Isi(keluar.getvalue(), isi.mime, isi.akhiran, isi.nama)


def simpan(medan, isi):
    """Writes the bytes below their hash and names them on ``medan``."""
    medan.name = gudang.simpan_bytes(medan, isi)
