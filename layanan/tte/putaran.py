"""Putaran: pyHanko's plain functions start an event loop of their own, which a thread that runs one already refuses."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def di_luar_putaran(fungsi, *args, **kwargs):
    """Calls ``fungsi`` here, or on a thread of its own when this one is inside an event loop."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return fungsi(*args, **kwargs)
    with ThreadPoolExecutor(1) as utas:
        return utas.submit(fungsi, *args, **kwargs).result()
