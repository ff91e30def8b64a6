"""pyHanko di dalam putaran peristiwa: a server or a test that runs an event loop in this thread may sign and verify too."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

from layanan.tte.putaran import di_luar_putaran


def _dalam_putaran(isi):
    """Runs a coroutine function in a loop of a thread of its own: this one may have a loop already (Playwright's)."""
    with ThreadPoolExecutor(1) as utas:
        return utas.submit(lambda: asyncio.run(isi())).result()


def _bersarang():
    async def isi():
        return 7

    return asyncio.run(isi())


def test_di_dalam_putaran_tetap_jalan_dan_galatnya_sampai():
    async def luar():
        return di_luar_putaran(_bersarang)

    assert di_luar_putaran(_bersarang) == 7
    assert _dalam_putaran(luar) == 7


def test_galat_di_utas_lain_sampai_kepada_pemanggil():
    async def luar():
        try:
            di_luar_putaran(int, "bukan angka")
        except ValueError as galat:
            return str(galat)

    assert "bukan angka" in _dalam_putaran(luar)
