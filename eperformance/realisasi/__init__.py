"""Realisasi: capaian tiap masa, bukti dukung, umpan balik atasan dan rekan."""
