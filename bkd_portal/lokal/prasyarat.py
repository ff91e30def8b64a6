"""What pip cannot bring: Pango for WeasyPrint, Chromium for the browser tests. Installed where that can be done."""

import ctypes
import os
import shutil
import subprocess
import sys
from pathlib import Path

PAKET_PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
PUSTAKA_PANGO = {
    "linux": ("libpango-1.0.so.0", "libpangoft2-1.0.so.0", "libharfbuzz-subset.so.0"),
    "darwin": ("libpango-1.0.0.dylib", "libpangoft2-1.0.0.dylib", "libharfbuzz-subset.0.dylib"),
}
# The shell draws no window of its own: the same pages for two thirds of the processor time.
PERAMBAN_UJI = ("chromium-headless-shell", "chromium")
CHROMIUM = (*PERAMBAN_UJI, "chromium-browser", "google-chrome", "google-chrome-stable")
TANPA_PANGO = (
    "Peringatan: Pango tidak terpasang, maka SK dan surat tidak dapat dicetak; bagian lain tetap berjalan. Pasang "
    f"{', '.join(PAKET_PANGO)} (Debian/Ubuntu, sebagai root: apt-get install {' '.join(PAKET_PANGO)}; "
    "macOS: brew install pango)."
)
TANPA_CHROMIUM = (
    "Chromium tidak ada dan tidak dapat dipasang sendiri, maka uji peramban dilewati. Pasang (Debian/Ubuntu, sebagai "
    "root): apt-get install chromium-headless-shell libatomic1; di tempat lain: .venv/bin/playwright install chromium"
)


def bisa_apt():
    """True for root on a Debian-like machine."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def pasang_apt(*paket):
    """Installs Debian packages without asking; returns whether all went well."""
    print(f"Memasang {', '.join(paket)} dengan apt-get …", flush=True)
    lingkungan = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for perintah in (["update", "-q"], ["install", "-y", "-q", "--no-install-recommends", *paket]):
        hasil = subprocess.run(
            ["apt-get", *perintah],
            env=lingkungan,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if hasil.returncode:
            print(hasil.stderr.strip()[-800:])
            return False
    return True


def ada_pustaka(*nama):
    """Tells whether the system's loader finds all these libraries."""
    try:
        for satu in nama:
            ctypes.CDLL(satu)
    except OSError:
        return False
    return True


def ada_pango():
    """Tells whether WeasyPrint will find its libraries, without the second that importing it costs."""
    return ada_pustaka(*PUSTAKA_PANGO.get(sys.platform, ()))


def ada_driver():
    """Playwright's driver is a Node.js that needs libatomic, which a minimal Debian lacks."""
    return sys.platform != "linux" or ada_pustaka("libatomic.so.1")


def pango():
    """Installs Pango or says what is missing; never stops the portal, whose web part does without it."""
    if ada_pango() or (bisa_apt() and pasang_apt(*PAKET_PANGO) and ada_pango()):
        return True
    print(TANPA_PANGO, flush=True)
    return False


def cari_chromium():
    """The path of an installed Chromium, or else of Playwright's own; None where there is neither."""
    for nama in CHROMIUM:
        jalur = shutil.which(nama)
        if jalur:
            return jalur
    dasar = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    rumah = [Path.home() / ".cache/ms-playwright", Path.home() / "Library/Caches/ms-playwright"]
    pola = ("chromium-*/chrome-linux*/chrome", "chromium-*/chrome-mac*/*.app/Contents/MacOS/*")
    ada = [jalur for akar in ([Path(dasar)] if dasar else rumah) for p in pola for jalur in sorted(akar.glob(p))]
    return str(ada[-1]) if ada else None


def peramban_siap():
    """The browser that Playwright can drive here, or None."""
    return cari_chromium() if ada_driver() else None


def peramban():
    """Installs what the browser tests need or says what is missing; returns the browser's path or None."""
    if bisa_apt():
        if not ada_driver():
            pasang_apt("libatomic1")
        for paket in PERAMBAN_UJI:  # the shell is a package of its own only in newer Debian
            if not cari_chromium():
                pasang_apt(paket)
    elif not cari_chromium():
        print("Mengunduh Chromium dengan playwright …", flush=True)
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    siap = peramban_siap()
    if not siap:
        print(f"Peringatan: {TANPA_CHROMIUM}", flush=True)
    return siap
