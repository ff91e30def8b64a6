"""Gambar panduan: siapa membuka apa di panggung layar mesin, dan cara memotretnya (``make gambar``)."""

import io

from django.urls import reverse
from PIL import Image

from tata_kelola.gambar_panduan import GAMBAR, LEBAR, berkas
from tests.e2e.halaman_mesin import _milik_dikembalikan
from tests.e2e.panggung_mesin import ADMIN, ASN, DIKEMBALIKAN, KABAN, KABID, OPERATOR, STAF
from tests.e2e.ukuran import lebar_isi, ubah_lebar

# Code of the picture -> role, arguments of its page, query.
POTRET = {
    "dasar-cari": (STAF, lambda p: (), "q=kesehatan"),
    "asn-beranda": (ASN, lambda p: (), ""),
    "asn-layanan": (ASN, lambda p: ("kgb",), ""),
    "asn-usulan": (DIKEMBALIKAN, _milik_dikembalikan, ""),
    "operator-daftar": (OPERATOR, lambda p: (), ""),
    "staf-kotak": (STAF, lambda p: (), ""),
    "staf-naskah": (STAF, lambda p: (), ""),
    "pejabat-beranda": (KABAN, lambda p: (), ""),
    "pejabat-kotak": (KABID, lambda p: (), ""),
    "kabar-tugas": (KABID, lambda p: (), ""),
    "tata-dasbor": (KABAN, lambda p: (), ""),
    "templat-daftar": (STAF, lambda p: ("kp-reguler",), ""),
    "admin-mulai": (ADMIN, lambda p: (), ""),
}
MUTU = 55


def potret(page, panggung, kode, folder):
    """Opens the page of a picture and writes it at both widths; the page must answer and fit."""
    _, argumen, kueri = POTRET[kode]
    jawaban = page.goto(f"{reverse(GAMBAR[kode].halaman, args=argumen(panggung))}?{kueri}")
    assert jawaban.status == 200, kode
    for lebar, tinggi in LEBAR:
        ubah_lebar(page, lebar, tinggi)
        assert lebar_isi(page, lebar) <= lebar, kode
        tujuan = folder.parent / berkas(kode, lebar)
        tujuan.parent.mkdir(parents=True, exist_ok=True)
        with Image.open(io.BytesIO(page.screenshot())) as gambar:
            gambar.convert("RGB").save(tujuan, "WEBP", quality=MUTU, method=6)
