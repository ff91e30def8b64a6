"""Halaman penggajian: tabel gaji, pantauan KGB, penghasilan dan tanggungan."""
