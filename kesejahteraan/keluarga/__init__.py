"""Keluarga: anggota keluarga seorang pegawai, perubahannya dengan bukti, dan batas usia anak.

Law: PP 7/1977 Pasal 16 with its amendments (tunjangan keluarga); PP 10/1983 jo. PP 45/1990 (marriage and divorce).

Reading order: ``aturan.py`` (pure), ``tulis.py`` (the rows of RiwayatKeluarga), ``forms.py``, the service
``kesejahteraan/layanan/perubahan_keluarga.py``, ``views.py``, ``tugas.py``.
"""
