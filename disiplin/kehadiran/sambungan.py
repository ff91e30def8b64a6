"""Sambungan ke kasus disiplin: satu-satunya tempat kehadiran memanggil bagian yang memeriksa pelanggarannya.

``disiplin.kasus`` opens a case; until it is there, ``tersedia()`` is False and the page says who opens it by hand.
Agreed shape: ``buka(pegawai, *, oleh, jenis, uraian, hari, kode) -> case with get_absolute_url()`` and
``berjalan(pegawai_ids) -> {pegawai_id: case}``, both inside the caller's transaction.
"""

from importlib import import_module
from importlib.util import find_spec

MODUL = "disiplin.kasus"


def _pintu(nama):
    return getattr(import_module(MODUL), nama, None) if find_spec(MODUL) else None


def tersedia():
    """Can a case be opened from here?"""
    return _pintu("buka") is not None


def buka(pegawai, *, oleh, absen, dari, sampai):
    """Opens a case of absence and returns it; None while ``disiplin.kasus`` has no door.

    ``oleh``: layanan.alur.Pelaku; ``absen``: Absen of the year; ``dari``, ``sampai``: the days it is about.
    """
    pintu = _pintu("buka")
    if pintu is None:
        return None
    uraian = f"Tidak masuk kerja tanpa alasan yang sah {absen.jumlah} hari tahun {absen.tahun}."
    hari = [h for h in absen.hari if dari <= h <= sampai]
    return pintu(pegawai, oleh=oleh, jenis="ketidakhadiran", uraian=uraian, hari=hari, kode=absen.kode)


def berjalan(pegawai_ids):
    """{pegawai_id: running case} of these people; empty while there is no door."""
    pintu = _pintu("berjalan")
    return pintu(pegawai_ids) if pintu else {}
