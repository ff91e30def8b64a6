"""``sesudah.py PORT PROGRAM …``: becomes PROGRAM once the page on PORT has answered, or after half a minute.

Run by its path, not as a module, so that waiting costs nothing.
"""

import contextlib
import http.client
import os
import sys
import time


def tunggu_halaman(porta, batas=30):
    """Waits for any HTTP answer."""
    akhir = time.monotonic() + batas
    while time.monotonic() < akhir:
        with contextlib.suppress(OSError, http.client.HTTPException):
            sambungan = http.client.HTTPConnection("127.0.0.1", porta, timeout=batas)
            sambungan.request("GET", "/")
            sambungan.getresponse()
            return
        time.sleep(0.1)


if __name__ == "__main__":
    tunggu_halaman(int(sys.argv[1]))
    os.execvp(sys.argv[2], sys.argv[2:])  # noqa: S606 - the line of our own Procfile
