"""Baris dan angka satu batch sebagaimana tampil: nilai lama dan baru, galat, laporan; yang rahasia disamarkan."""

from django.urls import reverse

from kepegawaian import impor
from kepegawaian.impor.ekspor import SENSITIF
from kepegawaian.impor.rujukan import Rujukan
from kepegawaian.uraian import URAIAN

NAMA = {"baru": "baru", "berubah": "berubah", "sama": "sama", "galat": "galat"}
SAMAR = "disamarkan"


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
            b.ubah = [(p["kolom"], _samar(p["kolom"], p["lama"]), _samar(p["kolom"], p["baru"])) for p in b.perubahan]
        elif b.hasil == "baru" and b.nilai:
            b.isi = [(k, _samar(k, v)) for k, v in impor.rincian(batch, b, rujukan)]


def _samar(kolom, nilai):
    return SAMAR if kolom in SENSITIF and nilai else nilai


def laporan(batch):
    """What applying wrote, per kind: [(name, rows)]; empty before."""
    tertulis = dict(batch.ringkasan.get("tertulis", {}))
    akun = tertulis.pop("akun", 0)
    hasil = [(URAIAN[k].nama if k in URAIAN else k.capitalize(), n) for k, n in tertulis.items() if n]
    return sorted(hasil) + ([("Akun baru", akun)] if akun else [])
