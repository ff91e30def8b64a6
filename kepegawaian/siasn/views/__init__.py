"""Halaman SIASN: perbandingan seorang pegawai (``orang``), sambungan dan antreannya (``sambungan``)."""
