"""Pelepasan purna tugas: acara, peserta dari nominatif, kehadiran, surat ucapan terima kasih Bupati, piagam.

Law: none; the BKD lists "pelepasan PNS purna tugas" among its kegiatan (regulasi penghargaan.md §3). Data only: nothing
here changes a riwayat. Reading order: ``models.py``, ``forms.py``, ``perbuatan.py``; pages in ``pensiun/views``.
"""
