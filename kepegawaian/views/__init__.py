"""Halaman kepegawaian: akun, pegawai dan riwayatnya, dosir, unit kerja, impor.

Each view states its policy above (``kepegawaian.akses``), parses, calls one act and redirects. Pages of one
pegawai share ``kerangka.py`` (who, tabs, what the reader may see).
"""
