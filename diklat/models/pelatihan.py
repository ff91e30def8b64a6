"""Katalog, rencana, kegiatan, peserta, presensi, sertifikat."""

__all__ = []
