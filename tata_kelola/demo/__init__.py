"""Data contoh: satu kabupaten rekaan lewat pintu yang sama dengan kantor sungguhan.

People come from ``kepegawaian.bangkit`` through the real importer, usulan through ``layanan.alur``, naskah
through the printer. Nothing is written as rows. Reading order: ``isi.py`` (the whole play), ``orang.py``
(accounts and duties), ``pejabat.py`` (Plt., Plh., absences), ``babak.py`` and ``naskah.py`` (who plays what),
``panggung.py`` (how one usulan is played), ``tanda_tangan.py`` (a signed batch), ``pindaian.py`` (drawn scans).
"""

from tata_kelola.demo.isi import isi_demo

__all__ = ["isi_demo"]
