"""Sambungan ke kasus disiplin: satu-satunya tempat kehadiran memanggil bagian yang memeriksa pelanggarannya.

``disiplin.kasus`` opens a case; until it is there, ``tersedia()`` is False and the page says who opens it by hand.
Agreed shape: ``buka(pegawai, *, oleh, hari, uraian, isian) -> case with get_absolute_url()``, raising DitolakAlur, and
``berjalan(pegawai_ids) -> {pegawai_id: case}``, both inside the caller's transaction.
"""

from importlib import import_module
from importlib.util import find_spec

MODUL = "disiplin.kasus"
TINGKAT = {"R": "ringan", "S": "sedang", "B": "berat"}


def _pintu(nama):
    return getattr(import_module(MODUL), nama, None) if find_spec(MODUL) else None


def tersedia():
    """Can a case be opened from here?"""
    return _pintu("buka") is not None


def buka(pegawai, *, oleh, absen):
    """Opens a case of absence and returns it; None while ``disiplin.kasus`` has no door. Raises DitolakAlur.

    ``oleh``: layanan.alur.Pelaku; ``absen``: Absen of the year, whose days and type the case takes over.
    """
    pintu = _pintu("buka")
    if pintu is None:
        return None
    hari = sorted({*absen.hari, *absen.hari_menit})
    uraian = (
        f"Tidak masuk kerja tanpa alasan yang sah {absen.jumlah} hari tahun {absen.tahun}, menurut rekap presensi."
    )
    return pintu(pegawai, oleh=oleh, hari=hari, uraian=uraian, isian={"perkiraan": TINGKAT[absen.kode[0]]})


def berjalan(pegawai_ids):
    """{pegawai_id: running case} of these people; empty while there is no door."""
    pintu = _pintu("berjalan")
    return pintu(pegawai_ids) if pintu else {}
