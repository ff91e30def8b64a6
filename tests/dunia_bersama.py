"""Dunia bersama: the people a module's tests begin with, written once and as good as new for each of them.

``bersama`` below ``pytest.fixture`` marks a fixture that only writes rows (it may ask for ``db`` and other worlds). Before
a test its worlds are made in a transaction around it, the test itself runs in a savepoint and is rolled back to it, and
what it holds in its hands is a copy. The next test finds the same rows as long as it asks for the same worlds; other
ones, another module, a test that really commits, or an age of ``UMUR`` seconds put them away. The age is bounded since
``now()`` of PostgreSQL is the moment the transaction began, as in any test, only earlier.
"""

import copy
import inspect
import time

from django.core.cache import cache
from django.db import connection, transaction

UMUR = 15


def bersama(fungsi):
    """Marks the function of a fixture as a world."""

    def fixture(panggung_bersama, **isi):
        if fixture in panggung_bersama.isi:
            return panggung_bersama.salinan(fixture)
        return fungsi(**isi)  # asked for by ``getfixturevalue``: made inside the test

    asal = inspect.signature(fungsi)
    tambahan = inspect.Parameter("panggung_bersama", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    fixture.__signature__ = asal.replace(parameters=[tambahan, *asal.parameters.values()])
    fixture.__name__, fixture.__doc__, fixture.__module__ = fungsi.__name__, fungsi.__doc__, fungsi.__module__
    fixture.susun, fixture.dari = fungsi, tuple(asal.parameters)
    return fixture


class Panggung:
    """The worlds that stand around the running test, in the order in which they were made."""

    def __init__(self):
        self.isi, self.atomik, self.sejak, self.memo, self.penjaga = {}, None, 0, {}, None

    def siapkan(self, item, penjaga, *, sungguhan):
        """Makes what ``item`` asks for stand, and nothing else; ``sungguhan``: it commits, and stands alone.

        ``penjaga``: the ``django_db_blocker``, which keeps the database from whoever has not asked for it.
        """
        mau = {} if sungguhan else dunia_dari(item)
        self.memo, self.penjaga = {}, penjaga
        if not (mau and list(self.isi) == list(mau) and self._utuh()):
            self.bubar()
            with penjaga.unblock():
                self._susun(mau)
        if mau:  # ids come back with another test's facts behind them
            cache.clear()

    def _utuh(self):
        return (
            connection.connection is not None
            and connection.in_atomic_block
            and not connection.closed_in_transaction
            and not connection.needs_rollback
            and time.monotonic() - self.sejak < UMUR
        )

    def _susun(self, mau):
        if not mau:
            return
        atomik = transaction.atomic()
        atomik._from_testcase = True
        atomik.__enter__()
        self.atomik, self.sejak = atomik, time.monotonic()
        try:
            for satu, dari in mau.items():
                self.isi[satu] = satu.susun(**{nama: self.isi.get(asal) for nama, asal in dari.items()})
            connection.check_constraints()
        except BaseException:
            self.bubar()
            raise

    def salinan(self, satu):
        """A world as the test may have it: what is one object in two worlds is one object in their copies."""
        return copy.deepcopy(self.isi[satu], self.memo)

    def bubar(self):
        """Nothing of the worlds is left."""
        if self.atomik is None:
            return
        atomik, self.atomik, self.isi = self.atomik, None, {}
        with self.penjaga.unblock():
            transaction.set_rollback(True)
            atomik.__exit__(None, None, None)


def dunia_dari(item):
    """{world: {argument: world it rests on, None for ``db``}} of an item, those that others rest on first."""
    hasil, tabel = {}, item._fixtureinfo.name2fixturedefs

    def masukkan(nama):
        fungsi = tabel[nama][-1].func if nama in tabel else None
        if not hasattr(fungsi, "susun"):
            return None
        if fungsi not in hasil:
            dari = {n: masukkan(n) for n in fungsi.dari}
            if tidak := [n for n, asal in dari.items() if asal is None and n != "db"]:
                raise TypeError(f"{nama}: dunia bersama tidak boleh bertumpu pada {', '.join(tidak)}")
            hasil[fungsi] = dari
        return fungsi

    for nama in item._fixtureinfo.names_closure:
        masukkan(nama)
    return hasil
