"""Perkawinan dan perceraian: laporan, izin beristri lebih dari seorang, izin dan keterangan cerai, pembagian gaji.

Law: UU 1/1974 jo. UU 16/2019; PP 9/1975; PP 10/1983 jo. PP 45/1990; SE BAKN 08/SE/1983 and 48/SE/1990.

Reading order: ``aturan.py``, ``pembagian.py`` (pure), ``fakta.py``, ``forms.py``, ``bahan.py`` (what is printed), ``rute.py``
(the shared route), the services in ``kesejahteraan/layanan/``, ``views.py``.
"""
