"""Baris dan angka satu batch sebagaimana tampil: nilai lama dan baru, galat, laporan; yang rahasia disamarkan."""

import re

from django.urls import reverse

from kepegawaian import impor
from kepegawaian.impor.ekspor import SENSITIF
from kepegawaian.impor.rujukan import Rujukan
from kepegawaian.uraian import URAIAN

NAMA = {"baru": "baru", "berubah": "berubah", "sama": "sama", "galat": "galat"}
SAMAR = "disamarkan"
ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def angka_batch(batch):
    """Figures on top: rows by outcome, each leading to its rows."""
    r, detail = batch.ringkasan, reverse("kepegawaian:impor_detail", args=[batch.pk])
    angka = [
        {"kunci": h, "nama": NAMA[h], "jumlah": r.get(h, 0), "url": f"{detail}?hasil={h}"}
        for h in ("baru", "berubah", "sama", "galat")
    ]
    return {"angka": angka, "lembar_hasil": sorted(r.get("lembar", {}).items())}


def baris_tampil(batch, daftar):
    """Gives each row ``isi``: [(column, old, new)] of a changed row, [(column, value)] of a new one."""
    rujukan = Rujukan() if any(b.hasil == "baru" for b in daftar) else None
    for b in daftar:
        if b.hasil == "berubah":
            ubah = [(p["kolom"], _tulis(p["kolom"], p["lama"]), _tulis(p["kolom"], p["baru"])) for p in b.perubahan]
            b.ubah = list(dict.fromkeys(ubah))
        elif b.hasil == "baru" and b.nilai:
            b.isi = [(k, _tulis(k, v)) for k, v in impor.rincian(batch, b, rujukan) if k != "NIP"]


def _tulis(kolom, nilai):
    """A value for the screen: masked when it is nobody's business here, dates as in the file."""
    if nilai is None or nilai == "":
        return ""
    if kolom in SENSITIF:
        return SAMAR
    teks = str(nilai)
    return f"{teks[8:]}-{teks[5:7]}-{teks[:4]}" if ISO.fullmatch(teks) else teks


def laporan(batch):
    """What applying wrote, per kind: [(name, rows)]; empty before."""
    tertulis = dict(batch.ringkasan.get("tertulis", {}))
    akun = tertulis.pop("akun", 0)
    hasil = [(URAIAN[k].nama if k in URAIAN else k.capitalize(), n) for k, n in tertulis.items() if n]
    return sorted(hasil) + ([("Akun baru", akun)] if akun else [])
