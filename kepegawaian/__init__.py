"""Pegawai: siapa dia, riwayatnya, dan profilnya pada suatu tanggal.

Law: PP 11/2017 jo. PP 17/2020 (manajemen PNS), PP 49/2018 (PPPK), UU 20/2023 (ASN), and for the
numbers of the pegawai Perka BKN 22/2007.

Three ideas carry this app (``desain.md`` §1): riwayat is the truth, ``profil(per=…)`` is the question,
``aturan`` is the law. Everything another app must know of a pegawai is stored here.

Reading order: ``profil.py`` (the question), ``acuan.py`` (the snapshot of reference tables),
``aturan.py`` (pure rules), ``models/`` (pegawai, riwayat, naskah), ``akses.py`` (who may see and do
what), ``impor/`` (the SIASN door). This app imports no other app of the project.
"""
