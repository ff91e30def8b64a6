"""Kalender: hari-hari sebulan sebagai kotak, baris, dan hitungan. Shapes only; what a day is says ``kepegawaian.kehadiran``."""

from datetime import date, timedelta
from typing import NamedTuple

from kepegawaian.aturan import NAMA_BULAN, tambah_bulan
from kepegawaian.kehadiran import TK
from kepegawaian.models import Presensi

MUNDUR_BULAN = 24
NAMA = dict(Presensi.KEADAAN)
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
# state -> (letter in the table of a unit, class of its colour)
HURUF = {
    "hadir": ("H", "hadir"), "terlambat": ("T", "telat"), TK: ("TK", "absen"), "izin": ("I", "izin"), "sakit": ("S", "izin"),
    "cuti": ("C", "izin"), "dinas_luar": ("DL", "hadir"), "tutup": ("C", "izin"), "kosong": ("?", "kosong"),
    "libur": ("", "libur"), "nanti": ("", "nanti"),
}  # fmt: skip
# What a recap counts, in the order of its columns.
HITUNGAN = (
    ("hari_kerja", "Hari kerja"), ("hadir", "Hadir"), ("dinas_luar", "Dinas luar"), ("izin", "Izin"), ("sakit", "Sakit"),
    ("cuti", "Cuti"), (TK, "Tanpa keterangan"), ("kosong", "Tanpa catatan"), ("menit_terlambat", "Menit terlambat"),
    ("menit_cepat", "Menit pulang cepat"),
)  # fmt: skip
LEGENDA = (("H", "Hadir"), ("T", "Hadir, terlambat atau pulang cepat"), ("DL", "Dinas luar"), ("I", "Izin"), ("S", "Sakit"),
           ("C", "Cuti"), ("TK", "Tanpa keterangan"), ("?", "Hari kerja tanpa catatan"))  # fmt: skip


class Kotak(NamedTuple):
    """One day as a page shows it: ``kode`` of HURUF, ``kata`` in words, ``hari`` the facts."""

    hari: object
    kode: str
    huruf: str
    kelas: str
    kata: str

    @property
    def perhatian(self):
        """Worth a line in the list below the calendar."""
        return self.kode not in ("hadir", "libur", "nanti")


def kode_hari(h, hari_ini):
    """The state of a day as HURUF knows it; a record on a holiday (a picket) shows as it is."""
    if not h.keadaan:
        if h.tanggal > hari_ini:
            return "nanti" if h.kerja is not False else "libur"
        if h.penutup and h.kerja:
            return "tutup"
        return "kosong" if h.kosong and h.tanggal < hari_ini else "libur" if not h.kerja else "nanti"
    if h.keadaan == TK:
        return "tutup" if h.penutup else TK if h.absen else "libur"
    return "terlambat" if h.keadaan == "hadir" and h.terlambat + h.cepat else h.keadaan


def kotak(h, hari_ini):
    """The Kotak of a Hari."""
    kode = kode_hari(h, hari_ini)
    kata = {
        "terlambat": "Terlambat" if h.terlambat else "Pulang cepat", "tutup": h.penutup, "kosong": "Tanpa catatan", "libur": h.libur or "Libur", "nanti": "",
    }.get(kode) or NAMA.get(h.keadaan, "")  # fmt: skip
    if kode == "nanti" or (kode == "libur" and h.kerja is None):  # of a roster nobody knows the days off
        kata = ""
    return Kotak(h, kode, *HURUF[kode], kata)


def minggu(kotak_):
    """The month in weeks of seven, None outside of it."""
    awal = [None] * kotak_[0].hari.tanggal.weekday()
    semua = [*awal, *kotak_]
    semua += [None] * (-len(semua) % 7)
    return [semua[i : i + 7] for i in range(0, len(semua), 7)]


def hitung(hari, hari_ini):
    """{key of HITUNGAN: number} of a month up to today."""
    hasil = dict.fromkeys((k for k, _ in HITUNGAN), 0)
    for h in hari:
        if h.tanggal > hari_ini:
            continue
        kode = kode_hari(h, hari_ini)
        hasil["hari_kerja"] += bool(h.kerja)
        hasil["menit_terlambat"] += h.terlambat
        hasil["menit_cepat"] += h.cepat
        kunci = {"terlambat": "hadir", "tutup": "cuti"}.get(kode, kode)
        if kunci in hasil:
            hasil[kunci] += 1
    return hasil


def akhir_bulan(bulan):
    """The last day of the month that begins on ``bulan``."""
    return tambah_bulan(bulan, 1) - timedelta(days=1)


def bulan_diminta(request):
    """The month of ``?bulan=2026-11`` among those offered; the present one by default."""
    kini = request.hari_ini.replace(day=1)
    try:
        bulan = date.fromisoformat(f"{request.GET.get('bulan', '')}-01")
    except ValueError:
        return kini
    return min(max(bulan, tambah_bulan(kini, -MUNDUR_BULAN)), kini)


def nama_bulan(bulan):
    """``November 2026``."""
    return f"{NAMA_BULAN[bulan.month]} {bulan.year}"


def pilihan_bulan(request, bulan):
    """[(key, name, chosen)] of the months one may look at, newest first."""
    kini = request.hari_ini.replace(day=1)
    semua = (tambah_bulan(kini, -i) for i in range(MUNDUR_BULAN + 1))
    return [(f"{b:%Y-%m}", nama_bulan(b), b == bulan) for b in semua]


def tetangga(request, bulan):
    """(month before or None, month after or None) among those offered, as keys of the URL."""
    kini = request.hari_ini.replace(day=1)
    lalu, nanti = tambah_bulan(bulan, -1), tambah_bulan(bulan, 1)
    return (
        f"{lalu:%Y-%m}" if lalu >= tambah_bulan(kini, -MUNDUR_BULAN) else None,
        f"{nanti:%Y-%m}" if nanti <= kini else None,
    )
