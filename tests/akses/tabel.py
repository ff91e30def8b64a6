"""Tabel akses: siapa boleh membuka dan mengubah apa, ditulis dari desain.md §7 dengan tangan, bukan dari kode.

A new URL: add one ``H`` line to HALAMAN in ``halaman_*.py`` (its name, the group it opens for, its arguments for the object
of ani); a new act: one ``P`` line to PERBUATAN in ``perbuatan_*.py``. The groups stand in ``kelompok.py``. A URL without its
line fails ``test_setiap_url_ada_pada_tabel``.
"""

from tests.akses import halaman_dasar, halaman_kinerja, halaman_talenta, perbuatan_aspek, perbuatan_dasar

HALAMAN = (*halaman_dasar.HALAMAN, *halaman_talenta.HALAMAN, *halaman_kinerja.HALAMAN)
PERBUATAN = (*perbuatan_dasar.PERBUATAN, *perbuatan_aspek.PERBUATAN)
# Acts on one's own notices: everybody with unread ones changes his own rows, and only those.
MILIK_SENDIRI = {"tata_kelola:pemberitahuan_baca_semua"}
