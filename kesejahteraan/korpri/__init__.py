"""Korpri: kepengurusan, kegiatan dengan pendaftaran dan kehadiran, minat dan bakat, dan media Abdi Negara.

Law: Perbup Lamongan 86/2016 (kegiatan Subbidang Pembinaan Korps Profesi ASN). No rule of it decides a right, so there
is no Syarat here; what an act refuses stands in ``aturan.py``.

Every ASN is a member, so membership is read from ProfilKini and never stored. Reading order: ``aturan.py``,
``models.py``, then the acts ``pengurus.py``, ``kegiatan.py``, ``redaksi.py``, then ``views/``.
"""
