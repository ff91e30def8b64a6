"""Sambungan ke kasus disiplin: absence found here becomes a case there.

Imported late: ``disiplin.kasus`` reads the layanan, which are registered after the models.
"""


def buka(pegawai, *, oleh, absen):
    """Opens a case of absence; returns its KasusDisiplin. Raises DitolakAlur.

    ``oleh``: layanan.alur.Pelaku; ``absen``: Absen of the year, whose days and level the case takes over.
    """
    from disiplin import kasus  # noqa: PLC0415 - as above

    hari = sorted({*absen.hari, *absen.hari_menit})
    uraian = (
        f"Tidak masuk kerja tanpa alasan yang sah {absen.jumlah} hari tahun {absen.tahun}, menurut rekap presensi."
    )
    return kasus.buka(pegawai, oleh=oleh, hari=hari, uraian=uraian, kode=absen.kode)


def berjalan(pegawai_ids):
    """{pegawai_id: KasusDisiplin} that runs about these people."""
    from disiplin import kasus  # noqa: PLC0415 - as above

    return kasus.berjalan(pegawai_ids)
