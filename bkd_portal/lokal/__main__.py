"""The commands behind the Makefile: ``python -m bkd_portal.lokal run|demo|test|bench|lint|audit|shell|manage``."""

import signal
import subprocess
import sys

from . import jalan, uji
from .audit import audit
from .galat import Berhenti
from .lint import lint
from .tempat import Tempat

PEMAKAIAN = """Pemakaian: python -m bkd_portal.lokal PERINTAH
  run              menjalankan portal (PORT=8000)
  demo             membuang data dan membuat data contoh baru
  test [PYTEST…]   menjalankan uji; tanpa argumen semuanya
  bench [ARGUMEN…] mengukur kinerja (JUMLAH=10000)
  lint             memeriksa gaya, migrasi dan pengaturan
  audit            memeriksa kerentanan paket terkunci (perlu jaringan)
  manage ARGUMEN…  manage.py terhadap basis data make run, selagi make run tidak berjalan
  shell            sama dengan manage shell"""


def manage(argumen):
    """One management command on the run database, with servers started for the time it takes."""
    tempat = Tempat(jalan.TEMPAT)
    with tempat.kunci(jalan.SEDANG_JALAN), tempat.peladen(tempat.lingkungan()) as lingkungan:
        perintah = [sys.executable, "manage.py", *argumen]
        return subprocess.run(perintah, env=lingkungan, cwd=tempat.akar, check=False).returncode


def main(argumen):
    """Runs one command; a ``Berhenti`` is its sentence and exit code 1."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    perintah, sisa = (argumen[0] if argumen else ""), argumen[1:]
    try:
        match perintah:
            case "run":
                return jalan.run()
            case "demo":
                return jalan.demo()
            case "test":
                return uji.test(sisa)
            case "bench":
                return uji.bench(sisa)
            case "lint":
                return lint()
            case "audit":
                return audit()
            case "shell":
                return manage(["shell", *sisa])
            case "manage":
                return manage(sisa)
        print(PEMAKAIAN)
        return 2
    except Berhenti as galat:
        sys.stdout.flush()
        print(galat, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nDihentikan.")
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
