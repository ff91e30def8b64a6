"""Perbuatan pada buku cuti tahunan: mencatat angka dari kertas, dan membatalkan catatan yang keliru."""

from django.db import IntegrityError, transaction

from kepegawaian import jejak
from kesejahteraan.cuti.models import CatatanCuti
from layanan.galat import BukanWewenang, DitolakAlur


def boleh_mencatat(hak, kini):
    """The operator of his unit, and staf of the BKD; nobody for himself."""
    if hak.hanya_baca or kini.pegawai_id == hak.pegawai_id:
        return False
    return hak.punya("staf_bkd") or kini.unit_id in hak.unit_operator


def catat(pegawai, *, tahun, jenis, hari, sumber, oleh):
    """One row of the ledger; DitolakAlur when the use of that year is recorded already."""
    if not boleh_mencatat(oleh.hak, pegawai.kini):
        raise BukanWewenang("Anda tidak dapat mencatat cuti pegawai ini.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        try:
            with transaction.atomic():
                baris = CatatanCuti.objects.create(
                    pegawai=pegawai, tahun=tahun, jenis=jenis, hari=hari, sumber=sumber, dicatat_oleh=oleh.pengguna,
                    dicatat_pada=oleh.kini,
                )  # fmt: skip
        except IntegrityError as galat:
            raise DitolakAlur(
                f"Pemakaian cuti tahunan {tahun} sudah dicatat. Batalkan catatan lamanya lebih dulu."
            ) from galat
        jejak.catat("cuti_catat", baris, pegawai=pegawai.pk, pada=oleh.kini, tahun=tahun, hari=hari,
                    apa=baris.get_jenis_display().lower())  # fmt: skip
    return baris


def batalkan(pegawai, pk, *, oleh):
    """Marks a row batal; one that a letter wrote stays, its letter must be revoked."""
    if not boleh_mencatat(oleh.hak, pegawai.kini):
        raise BukanWewenang("Anda tidak dapat mengubah catatan cuti pegawai ini.")
    with jejak.sebagai(oleh.pengguna, oleh.alamat):
        baris = CatatanCuti.objects.select_for_update().filter(pk=pk, pegawai=pegawai, dibatalkan_pada=None).first()
        if baris is None:
            raise DitolakAlur("Catatan itu sudah dibatalkan.")
        if baris.naskah_pegawai_id:
            raise DitolakAlur("Catatan ini lahir dari surat; cabut suratnya.")
        baris.dibatalkan_pada, baris.dibatalkan_oleh = oleh.kini, oleh.pengguna
        baris.save(update_fields=["dibatalkan_pada", "dibatalkan_oleh"])
        jejak.catat("cuti_catat_batal", baris, pegawai=pegawai.pk, pada=oleh.kini, tahun=baris.tahun)
    return baris
