"""Cuti ASN: hak, saldo, permintaan, kalender unit, CLTN dan pengaktifan kembalinya.

Law: PP 11/2017 Pasal 309-341; PerBKN 24/2017 diubah PerBKN 7/2021. CUT-1 … CUT-9 are the ids of the regulation file.

Reading order: ``aturan/hari.py`` (counting days), ``aturan/saldo.py`` (the ledger), ``aturan/syarat.py`` (conditions),
``fakta.py`` (what the rules must know), ``dasar.py`` (what all permits share), ``kesejahteraan/layanan/cuti.py`` and
``cltn.py``, ``akibat.py`` (riwayat, Halangan), ``views/``.
"""
