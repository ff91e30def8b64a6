"""Perpanjangan dan akhir perjanjian kerja PPPK: the periods stand in ``kepegawaian.RiwayatKontrak``, no model here."""

__all__ = []
