"""Perpanjangan dan akhir perjanjian kerja PPPK."""

__all__ = []
