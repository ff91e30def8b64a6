"""Pelindungan data pribadi (UU 27/2022): tujuan dan dasar (``tujuan``), salinan bagi pemiliknya (``salinan``), masa simpan (``retensi``)."""
