"""Sambungan ke layanan web SIASN: membandingkan, mengambil alih, dan mengirim, tidak pernah menimpa diam-diam.

Lives in ``kepegawaian`` because it writes riwayat, as its sister ``impor`` does, and shares that door: an answer is read
with the same columns, references and checks as a sheet of an import file. Off without ``SIASN_URL``.

Reading order: ``peta`` (which field of SIASN is which of ours), ``klien`` with ``token`` and ``sakelar`` (one call, its two
tokens, the limits), ``baca`` (answer → rows we understand), ``banding`` (row beside row), ``terima`` (theirs becomes a
riwayat row) and ``pembatalan`` (and back), ``muatan`` and ``kirim`` (ours goes to them), ``ambil`` (many people,
with a pointer). ``peraga``: the demo's stand-in while the connection is off.
"""
