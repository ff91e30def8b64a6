"""Tidak ada rahasia di dalam repositori: kunci, token, sandi pada alamat. Part of ``make lint``; ``python -m bkd_portal.lokal.rahasia``.

Looks at every file git knows. A line that only looks like a secret ends with the words ``bukan rahasia``.
"""

import re
import subprocess
import sys

from .tempat import AKAR

PENANDA = "bukan rahasia"
# Keys and tokens have a shape of their own; a word for a secret counts with a long value beside it.
POLA = {
    "kunci privat": re.compile(r"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----"),
    "kunci AWS": re.compile(r"\b(?:AKIA|ASIA)[0-9A-Z]{16}\b"),
    "token GitHub": re.compile(r"\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{50,}"),
    "token GitLab": re.compile(r"\bglpat-[\w-]{20,}"),
    "token Slack": re.compile(r"\bxox[abprs]-[\w-]{10,}"),
    "kunci Google": re.compile(r"\bAIza[\w-]{35}\b"),
    "JWT": re.compile(r"\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{10,}"),
    "sandi pada alamat": re.compile(
        r"\b(?:postgres(?:ql)?|rediss?|amqps?|smtps?|https?)://[^\s:/@\"'{}$<>]*:[^\s@/\"'{}$<>]{8,}@"
    ),
    "nilai rahasia": re.compile(
        r"(?i)(?:secret_?key|api_?key|access_?token|client_?secret|password|kata_?sandi|rahasia)[\"']?\s*[:=]\s*[\"'][A-Za-z0-9+/_=-]{32,}[\"']"
    ),
}
BERKAS = re.compile(r"(?:\.(?:p12|pfx|pem|key|jks|kdbx)|(?:^|/)\.env(?:\.(?!example$)\w+)?)$")


def periksa_teks(teks):
    """Yields (line number, what it looks like) of each secret in a text."""
    for nomor, baris in enumerate(teks.splitlines(), 1):
        if PENANDA not in baris:
            yield from ((nomor, apa) for apa, pola in POLA.items() if pola.search(baris))


def periksa(akar=AKAR):
    """Sentences about every secret in the files git knows below ``akar``."""
    daftar = subprocess.run(
        ["git", "ls-files", "-z", "--cached"], cwd=akar, capture_output=True, text=True, check=False
    ).stdout
    temuan = []
    for nama in filter(None, daftar.split("\0")):
        berkas = akar / nama
        if BERKAS.search(nama):
            temuan.append(f"{nama}: berkas kunci atau lingkungan tidak boleh masuk repositori")
        if berkas.is_symlink() or not berkas.is_file():
            continue
        isi = berkas.read_bytes()
        if b"\0" not in isi[:4096]:
            temuan += [f"{nama}:{nomor}: {apa}" for nomor, apa in periksa_teks(isi.decode("utf-8", "replace"))]
    return temuan


if __name__ == "__main__":
    hasil = periksa()
    print("\n".join(hasil))
    sys.exit(bool(hasil))
