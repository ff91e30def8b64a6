"""Nilai resmi IP ASN dari BKN: diimpor, disandingkan dengan hitungan portal, tidak pernah menimpanya.

Law: Peraturan BKN 8/2019; ``regulasi/ip-asn.md`` section 3.1. For external reports the official value stands where it exists.
Reading order: ``models``, ``impor`` (a file of SIASN: preview, apply, undo), ``tampil`` (the difference), ``views``.
"""
