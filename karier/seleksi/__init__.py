"""Seleksi terbuka JPT Pratama (PermenPANRB 15/2019; PP 17/2020 Pasal 107).

Read: ``karier/aturan/seleksi.py`` (pure rules) → ``models`` → ``perbuatan`` (secretariat and panitia) → ``lamaran`` (the
ASN and the administrative check) → ``penilaian`` (scores, ranking, choice) → ``karier/layanan/pengangkatan_jpt.py``.
"""
