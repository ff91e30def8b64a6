"""Bangkit: an invented but believable regency, for demo, tests and benches.

No person here exists; units and posts are the reference tables of the portal, the law is that of
``regulasi/``, the proportions are those of ``lamongan/ringkasan.md``. The same seed gives the same people.

    from kepegawaian.bangkit import bangkitkan, peran_demo, tulis_xlsx
    orang = list(bangkitkan(2000, seed=1, per_tanggal=date(2026, 11, 24)))
    tulis_xlsx(orang, folder)            # the file SIASN would export, with riwayat sheets
    peran_demo(orang)["kepala_bkd"]      # NIP of a handy person

Reading order: ``dunia.py`` (references), ``rencana.py`` and ``susunan.py`` (the plan: ``kantor``, ``kursi``,
``skenario``, ``massa``), ``orang.py`` (one life: ``pangkat``, ``jabatan``, ``hidup``, ``kerja``, ``sk``),
``lembar.py``, ``salah.py`` and ``tulis.py`` (files), ``langsung.py`` and ``gandakan.py`` (COPY for benches).
"""

from kepegawaian.bangkit.dunia import Dunia
from kepegawaian.bangkit.orang import Orang, jadikan
from kepegawaian.bangkit.peran import peran_demo
from kepegawaian.bangkit.susunan import rencanakan
from kepegawaian.bangkit.tulis import tulis_xlsx

__all__ = ["Dunia", "Orang", "bangkitkan", "peran_demo", "tulis_xlsx"]


def bangkitkan(jumlah, seed, per_tanggal, salah=0.0, *, dunia=None):
    """Yields ``jumlah`` Orang as of ``per_tanggal``, streamed.

    ``salah``: percent of the persons whose row in the file carries a mistake (5.0 = 5 %). ``dunia``: the
    references; by default those of the database.
    """
    dunia = dunia or Dunia.dari_db()
    for rencana in rencanakan(jumlah, seed, per_tanggal, dunia, salah):
        yield jadikan(rencana, dunia, per_tanggal, seed)
