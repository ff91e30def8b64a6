"""Teks di dalam gambar: SVG knows no line breaks, so words are wrapped here by the widths of Public Sans."""

# Advance widths of Public Sans in 1/2000 em, the greater of weight 400 and 600, rounded up, figures tabular; read
# from @fontsource-variable/public-sans. What fits by this table fits in both weights.
_LEBAR = {
    " :`·": 500, "'i": 520, "!;|": 540, "j": 560, ",.I": 600, "(l": 640, ")[]": 660, "{}": 720, "/\\": 740, "-": 780,
    "Jf": 800, "rt": 820, "*": 880, "”": 900, '"“': 920, "^": 960, "z": 980, "sv": 1040, "?": 1060, "_": 1080,
    "c": 1100, "ay": 1120, "<>": 1140, "+=Lekox–": 1160, "hnu": 1180, "~": 1200, "#FTbdpq": 1220, "Eg": 1260,
    "Y": 1280, "P": 1300, "Z": 1320, "B": 1360, "RSV": 1380, "$0123456789": 1400, "CDKX": 1420, "AU": 1440,
    "&GO": 1500, "HNQ": 1540, "w": 1580, "@…": 1680, "m": 1780, "M": 1820, "%": 1860, "W": 1940, "—": 2280,
}  # fmt: skip
_HURUF = {huruf: lebar for kelompok, lebar in _LEBAR.items() for huruf in kelompok}
_LAIN = max(_HURUF.values())


def lebar(teks, ukuran):
    """Width of ``teks`` in the units of ``ukuran`` (px); an unknown letter counts as the widest."""
    return sum(_HURUF.get(h, _LAIN) for h in teks) / 2000 * ukuran


def bungkus(teks, maks, ukuran):
    """Lines of ``teks`` none wider than ``maks`` px; a single word too long for a line is broken with a hyphen."""
    baris, kini = [], ""
    for kata in teks.split():
        if kini and lebar(f"{kini} {kata}", ukuran) <= maks:
            kini = f"{kini} {kata}"
            continue
        if kini:
            baris.append(kini)
        kini = kata
        while lebar(kini, ukuran) > maks:
            n = next(i for i in range(len(kini), 0, -1) if i == 1 or lebar(f"{kini[:i]}-", ukuran) <= maks)
            baris.append(f"{kini[:n]}-")
            kini = kini[n:]
    return [*baris, kini] if kini else baris
