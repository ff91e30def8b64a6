"""Perjanjian kerja PPPK: perpanjangan, akhir masa, paruh waktu."""
