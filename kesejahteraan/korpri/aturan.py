"""Aturan Korpri: siapa dapat mendaftar, siapa mendapat tempat, kapan kehadiran dapat diisi. Pure: no Django, no clock.

These are the office's own order of things (Perbup Lamongan 86/2016 only names the kegiatan), so each answers with a
sentence a person understands, never with an article.
"""

from kepegawaian.aturan import tulis_tanggal

DIBUKA, SELESAI = "dibuka", "selesai"
TERDAFTAR, CADANGAN, MUNDUR = "terdaftar", "cadangan", "mundur"


def alasan_tidak_daftar(*, status, tutup, hari_ini, khusus_pengurus=False, pengurus=False):
    """Why this member cannot register today, or "" when he can. ``tutup``: last day of registration."""
    if status != DIBUKA:
        return "Pendaftaran kegiatan ini tidak dibuka."
    if hari_ini > tutup:
        return f"Pendaftaran sudah ditutup {tulis_tanggal(tutup)}."
    if khusus_pengurus and not pengurus:
        return "Kegiatan ini bagi pengurus Korpri yang masih menjabat."
    return ""


def tempat(kapasitas, terisi):
    """``terdaftar`` while there is room, else ``cadangan``; ``kapasitas`` None: no limit."""
    return TERDAFTAR if kapasitas is None or terisi < kapasitas else CADANGAN


def sisa(kapasitas, terisi):
    """Places left, never below zero; None without a limit."""
    return None if kapasitas is None else max(0, kapasitas - terisi)


def alasan_tidak_mundur(*, status, mulai, hari_ini):
    """Why one cannot withdraw any more, or "". ``mulai``: the day the activity begins."""
    if status != DIBUKA:
        return "Kegiatan ini sudah ditutup."
    if hari_ini >= mulai:
        return "Kegiatannya sudah dimulai; kehadiran dicatat apa adanya."
    return ""


def alasan_tidak_hadir(*, status, mulai, selesai, hari_ini):
    """Why nobody can confirm his own presence today, or "": only on the days of the activity itself."""
    if status != DIBUKA:
        return "Daftar hadir kegiatan ini sudah ditutup."
    if not mulai <= hari_ini <= selesai:
        kapan = tulis_tanggal(mulai) if mulai == selesai else f"{tulis_tanggal(mulai)} sampai {tulis_tanggal(selesai)}"
        return f"Kehadiran diisi pada hari kegiatan, {kapan}."
    return ""


def iuran(tabel, golongan):
    """Rupiah a month for ``golongan`` ("III/a") by the office's table {"III": 5000}; None where none is set."""
    return tabel.get((golongan or "").partition("/")[0])
