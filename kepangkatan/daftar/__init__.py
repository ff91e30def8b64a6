"""Daftar yang dicetak BKD: DUK, nominatif, rekap, bezetting, jabatan kosong; pada tanggal mana pun, dan dicetak ulang sama persis.

Law: PP 15/1979; SE BAKN 03/SE/1980; columns after the lists customary at a BKD. The order of the DUK stands in
``kepangkatan/aturan/duk.py``, the frozen lists in ``kepegawaian.models.daftar``.

Reading order: ``bentuk.py`` (what a part and a row are), ``orang.py`` (people on a date), ``duk.py``, ``nominatif.py``,
``rekap.py``, ``susun.py`` (the acts), ``berkas.py`` (xlsx and PDF), ``views.py``.
"""
