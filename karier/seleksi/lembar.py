"""Lembar nilai seleksi: scores of all candidates as xlsx, out and in again. One row a candidate of a post."""

from decimal import Decimal, InvalidOperation

from karier.aturan.seleksi import PENILAIAN
from karier.lembar_nilai import LembarSalah, isi_lembar, teks

JUDUL = "Nilai seleksi JPT"
KOLOM = ("NIP", "NAMA", "KODE JABATAN", *(t.replace("_", " ").upper() for t in PENILAIAN), "NILAI AKHIR")
WAJIB = [k for k in KOLOM if k not in ("NAMA", "NILAI AKHIR")]


def baris(calon):
    """Rows with what is known so far."""
    for p in calon:
        nilai = [p.nilai.get(t, "") for t in PENILAIAN]
        yield (p.pegawai.nip, p.pegawai.kini.nama_lengkap, p.lowongan.jabatan.kode, *nilai, p.total)


def baca(file, calon):
    """[(pelamar id, {tahap: Decimal or None})] of an uploaded sheet; LembarSalah with every fault in it."""
    isi = isi_lembar(file)
    judul = [str(s).strip().upper() for s in isi[0]]
    if kurang := [k for k in WAJIB if k not in judul]:
        raise LembarSalah([f"Kolom tidak ada: {', '.join(kurang)}."])
    letak = {k: judul.index(k) for k in WAJIB}
    menurut = {(p.pegawai.nip, p.lowongan.jabatan.kode): p for p in calon}
    salah, hasil = [], []
    for nomor, sel in enumerate(isi[1:], 2):
        nip, kode = teks(sel[letak["NIP"]]), teks(sel[letak["KODE JABATAN"]])
        if not nip:
            continue
        p = menurut.pop((nip, kode), None)
        if p is None:
            salah.append(f"Baris {nomor}: NIP {nip} bukan calon bagi {kode[:40]} atau tertulis dua kali.")
            continue
        nilai = {t: _angka(teks(sel[letak[k]]), nomor, k, salah) for t, k in zip(PENILAIAN, WAJIB[2:], strict=True)}
        hasil.append((p.pk, nilai))
    if not hasil and not salah:
        salah.append("Tidak ada satu baris pun yang dapat diisi.")
    if salah:
        raise LembarSalah(salah)
    return hasil


def _angka(tulisan, nomor, kolom, salah):
    if not tulisan:
        return None
    try:
        angka = Decimal(tulisan.replace(",", "."))
    except InvalidOperation:
        angka = None
    if angka is None or not angka.is_finite() or not 0 <= angka <= 100:
        salah.append(f"Baris {nomor}, kolom {kolom}: nilai 0 sampai 100, tertulis “{tulisan[:20]}”.")
        return None
    return angka.quantize(Decimal("0.01"))
