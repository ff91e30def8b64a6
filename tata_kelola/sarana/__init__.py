"""Sarana dan prasarana BKPSDM: barang menurut ruang, kondisi, dan pemegangnya, pemeliharaan, dan kebutuhan tahun yang akan datang.

The supporting process "sarana, prasarana, TI". The law is Permendagri 19/2016 on barang milik daerah, as amended by Permendagri
7/2024; it is not in ``regulasi/``, so no article is quoted: codes, kinds and cards here are the portal's own (asumsi) and do
not replace the inventory of the barang milik daerah. Reading order: ``register.py``, ``perbuatan.py``, ``tata_kelola/views/sarana.py``.
"""
