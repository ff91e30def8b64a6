"""Nomor telepon seluler Indonesia menjadi bentuk baku 62…, seperti diminta gerbang WhatsApp. Pure."""

import re

# After 62: a mobile number begins with 8 and has nine to twelve digits (rencana penomoran nasional).
BAKU = re.compile(r"628\d{8,11}")


def bakukan(teks):
    """``0812-3456-7890``, ``+62 812 …`` or ``812…`` as ``628123456789``; "" when it is no mobile number."""
    angka = "".join(ch for ch in teks if ch.isascii() and ch.isdigit())
    if angka.startswith("0062"):
        angka = angka[2:]
    elif angka.startswith("0"):
        angka = "62" + angka[1:]
    elif angka.startswith("8"):
        angka = "62" + angka
    if angka.startswith("620"):  # "+62 (0)812…"
        angka = "62" + angka[3:]
    return angka if BAKU.fullmatch(angka) else ""
