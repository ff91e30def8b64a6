"""Templat layar: which page templates axe has looked at in a browser, and which it never does.

The ``axe`` fixture adds what each page was filled from (``catat``); the root ``conftest.py`` asks at the end of a run
that saw all browser tests whether every page template was among them. ``BUKAN_LAYAR`` are the exceptions.
"""

import functools
import os
import re
from pathlib import Path

AKAR = Path(__file__).parent.parent.parent
TEMPLAT = AKAR / "templates"
KERANGKA = {"base.html", "base_luar.html"}
INDUK = re.compile(r'{%\s*extends "([^"]+)"')
# Runs in the page: what the answers of this document say of themselves.
SEBUTAN = """performance.getEntries().flatMap((satu) => satu.serverTiming ?? [])
  .filter((satu) => satu.name === "templat").map((satu) => satu.description).join(" ")"""
BUKAN_LAYAR = {
    "komponen/galeri.html": "hanya ada pada DEBUG; tiap potongannya terlihat pada halaman yang memakainya",
    "kepegawaian/drh_tanpa_pdf.html": "hanya pada server tanpa Pango: satu catatan di kerangka halaman pegawai",
}


def _catatan():
    return Path(os.environ.get("TEMPAT_UJI", AKAR / ".data" / "test")) / "templat-layar.txt"


def mulai():
    """Forgets an earlier run."""
    _catatan().unlink(missing_ok=True)


@functools.cache
def tambah(nama):
    """Notes a page template that axe has looked at; each worker writes a name once."""
    with _catatan().open("a", encoding="utf-8") as berkas:
        berkas.write(f"{nama}\n")


def halaman():
    """Names of all page templates: those that stand, themselves or by another one, in the frame of the portal."""
    induk = {}
    for jalur in TEMPLAT.rglob("*.html"):
        if not jalur.name.startswith("_") and (ketemu := INDUK.search(jalur.read_text(encoding="utf-8"))):
            induk[jalur.relative_to(TEMPLAT).as_posix()] = ketemu[1]
    hasil = set(KERANGKA)
    while baru := {nama for nama, atas in induk.items() if atas in hasil} - hasil:
        hasil |= baru
    return hasil - KERANGKA


def keluhan(pelapor):
    """What is wrong at the end of a run, in sentences; nothing to say of a run that did not go through all browser tests."""
    if not _lengkap(pelapor):
        return []
    dilihat = set(_catatan().read_text(encoding="utf-8").split()) if _catatan().exists() else set()
    return [
        *(f"{nama}: tidak satu pun halaman berisi templat ini dilihat axe di peramban; tambahkan pada tests/e2e/halaman_*.py"
          for nama in sorted(halaman() - dilihat - set(BUKAN_LAYAR))),
        *(f"{nama}: dikecualikan pada tests/e2e/templat_layar.py, padahal dilihat atau tidak ada"
          for nama in sorted(set(BUKAN_LAYAR) & dilihat | set(BUKAN_LAYAR) - halaman())),
    ]  # fmt: skip


def _lengkap(pelapor):
    """Whether every browser test was asked for, and none stopped or left out."""
    pilihan = pelapor.config.option
    if pilihan.keyword or pilihan.markexpr or any("::" in satu for satu in pelapor.config.args):
        return False
    laporan = [satu for kunci in ("passed", "failed", "error") for satu in pelapor.stats.get(kunci, [])]
    berkas = {satu.nodeid.partition("::")[0] for satu in laporan if hasattr(satu, "nodeid")}
    return berkas >= {f"tests/e2e/{jalur.name}" for jalur in Path(__file__).parent.glob("test_*.py")}
