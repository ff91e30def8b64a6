"""Pintu SIASN: baca → periksa → pratinjau → terapkan, dan ekspor dalam bentuk yang sama.

Sources: the 67 columns of "Ekspor Data ASN" of SIASN and its web-service field names. Columns are matched
by name, never by number. Reading order: ``format.py`` (sheets and columns), ``baca.py`` (a file that is not
what it claims stops here), ``sel.py`` (the eleven cell rules), ``periksa.py`` (validate and compare),
``terapkan.py`` (apply and undo), ``ekspor.py``.
"""
