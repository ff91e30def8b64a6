"""Ikat: ikatan dinas, kartu, SPMT, dan keadaan anak — facts of their own random source, so that adding one moves no other."""

import random
from datetime import date, timedelta

from kepegawaian.bangkit.waktu import hari_kerja, tambah_tahun

# Recruitments that bind to the formation for ten years (statement of the applicant).
PERNYATAAN_SEJAK = date(2018, 1, 1)
TAHUN_PERNYATAAN = 10


def ikat(r, riwayat, per, seed):
    """Adds ikatan and kartu, and completes the rows of jabatan and keluarga; ``riwayat`` has its decrees already."""
    acak = random.Random(f"{seed}:{r.nomor}:ikat")
    riwayat["ikatan"] = _ikatan(r, riwayat)
    riwayat["kartu"] = _kartu(acak, r, riwayat)
    for baris in riwayat["jabatan"]:
        if baris["penugasan"] == "D":
            mulai = baris.get("tmt_pelantikan") or baris["tmt"]
            baris["tanggal_spmt"] = hari_kerja(mulai + timedelta(days=acak.randrange(0, 4)))
    for baris in riwayat["keluarga"]:
        if baris["hubungan"] == "anak":
            _anak(acak, baris, per)


def _ikatan(r, riwayat):
    hasil = []
    if r.status in ("PNS", "CPNS") and r.masuk >= PERNYATAAN_SEJAK:
        hasil.append(
            {
                "jenis": "FORMASI",
                "tmt": r.masuk,
                "sampai": tambah_tahun(r.masuk, TAHUN_PERNYATAAN) - timedelta(days=1),
                "keterangan": "Pernyataan tidak pindah selama 10 tahun sejak TMT CPNS",
            }
        )
    for baris in riwayat.get("tinggal", ()):
        if baris["jenis"] == "TUBEL" and baris["sampai"]:
            lama = baris["sampai"] - baris["tmt"]
            hasil.append(
                {
                    "jenis": "TUBEL",
                    "tmt": baris["sampai"] + timedelta(days=1),
                    "sampai": baris["sampai"] + 2 * lama,
                    "keterangan": "Dua kali masa tugas belajar",
                }
            )
    return hasil


def _kartu(acak, r, riwayat):
    hasil = []
    pns = [b["tmt"] for b in riwayat["status"] if b["status"] == "PNS"]
    if pns and acak.random() < 0.93:
        terbit = pns[0] + timedelta(days=acak.randrange(40, 300))
        hasil.append(
            {"jenis": "KARPEG", "nomor": f"{acak.choice('ABNPQ')} {acak.randrange(10**6):06d}", "tmt": terbit}
        )
    nikah = [b for b in riwayat["keluarga"] if b["hubungan"] == "pasangan" and b["keadaan"] == "hidup"]
    if pns and nikah and acak.random() < 0.8:
        putus = [b["tmt"] for b in riwayat["keluarga"] if b["hubungan"] == "pasangan" and b["keadaan"] != "hidup"]
        terbit = max(nikah[0]["tmt"], pns[0]) + timedelta(days=acak.randrange(60, 500))
        jenis = "KARIS" if r.kelamin == "L" else "KARSU"
        if not putus or terbit < putus[0]:
            nomor = f"{acak.randrange(10**7):07d} {'A' if jenis == 'KARIS' else 'B'}"
            baris = {"jenis": jenis, "nomor": nomor, "anggota": nikah[0]["anggota"], "tmt": terbit}
            hasil.append(baris | ({"sampai": putus[0]} if putus else {}))
    return hasil


def _anak(acak, baris, per):
    usia = (per - baris["tanggal_lahir"]).days / 365.25
    kuliah = 18 <= usia < 25 and acak.random() < 0.55
    baris["kawin"] = usia >= 20 and acak.random() < (usia - 19) / 12
    baris["berpenghasilan"] = usia >= 19 and not kuliah and acak.random() < 0.6
    if kuliah and acak.random() < 0.85:
        baris["sekolah_sampai"] = date(per.year + acak.randrange(0, 3), 8, 31)
