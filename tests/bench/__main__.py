"""Runs the bench: ``make bench`` (1,000, 10,000 and 100,000), ``make bench JUMLAH=10000`` or ``JUMLAH=1000000``.

``BAGIAN=halaman,daftar,malam,impor,cetak,tanda,periode,kinerja,campuran,mulai`` chooses parts; ``tumbuh`` (only when asked)
measures the main pages at every size of JUMLAH and prints how they grow. Figures go to ``.data/bench/angka.json`` as well.
"""

import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bkd_portal.settings")

UKURAN = (1_000, 10_000, 100_000)
BAGIAN = ("halaman", "daftar", "malam", "impor", "cetak", "tanda", "periode", "kinerja", "campuran", "mulai")


def main():
    """Runs the chosen parts at the chosen sizes and prints the table."""
    os.environ["DEBUG"] = "1"
    django.setup()
    from django.conf import settings  # noqa: PLC0415 - after django.setup()
    from django.utils import timezone  # noqa: PLC0415 - as above

    from tests.bench import basis, campuran, cetak, daftar, halaman, kinerja, malam, masukan, mulai, periode, tanda  # noqa: PLC0415 - as above
    from tests.bench.ukur import Papan, mesin  # noqa: PLC0415 - as above

    produksi(settings)
    url = os.environ["DATABASE_URL"]
    jumlah = [int(x) for x in os.environ.get("JUMLAH", "").replace(",", " ").split()] or list(UKURAN)
    bagian = os.environ.get("BAGIAN", ",".join(BAGIAN)).split(",")
    papan, median = Papan(), {}
    mesin(papan, "before")
    for n in jumlah:
        if {"halaman", "daftar", "malam", "cetak", "tanda", "periode", "kinerja", "campuran", "tumbuh"} & set(bagian):
            akun = basis.siapkan(url, n, papan)
            if "malam" in bagian:
                malam.ukur(n, papan)
            if {"halaman", "tumbuh"} & set(bagian):
                halaman.isi_usulan(akun)
                median[n] = halaman.ukur(akun, n, papan)
            if "daftar" in bagian:
                daftar.ukur(akun, n, papan)
            if "cetak" in bagian and n == jumlah[0]:
                cetak.ukur(n, timezone.localdate(), papan)
            if "tanda" in bagian and n == jumlah[0]:
                tanda.ukur(n, timezone.localdate(), papan)
            if "periode" in bagian and n == next((j for j in jumlah if j >= 10_000), jumlah[-1]):
                periode.ukur(n, timezone.localdate(), akun, papan)
            if "kinerja" in bagian and n == next((j for j in jumlah if j >= 10_000), jumlah[-1]):
                kinerja.ukur(n, papan)
            if "campuran" in bagian and n == next((j for j in jumlah if j >= 10_000), jumlah[-1]):
                campuran.ukur(n, papan)
    bandingkan(median, papan)
    if "tumbuh" in bagian and len(median) > 1:
        tumbuh(median, papan)
    if "impor" in bagian:
        masukan.ukur(url, min(10_000, max(jumlah)), papan)
    if "mulai" in bagian:
        mulai.ukur(papan)
    mesin(papan, "after")
    print("\n" + papan.tabel())
    print("\nRingkas (README):\n" + papan.ringkas())
    papan.simpan(Path(os.environ.get("TEMPAT_BENCH", ".")) / "angka.json")
    return sum(a.baik is False for a in papan)


def produksi(settings):
    """Template caching and no query log, as in production; static names stay unhashed."""
    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["127.0.0.1", "testserver"]
    settings.SECURE_SSL_REDIRECT = False


def bandingkan(median, papan):
    """Growth of lists from 10,000 to 100,000, and equal query counts at every size."""
    from tests.bench import halaman  # noqa: PLC0415 - after django.setup()

    if {10_000, 100_000} <= set(median):
        for nama in halaman.DAFTAR:
            if nama in median[10_000][0] and nama in median[100_000][0]:
                kali = median[100_000][0][nama] / median[10_000][0][nama]
                papan.catat(f"{nama}: 10k → 100k", "100000", kali, "×", 1.3)
    if len(median) > 1:
        kueri = [m[1] for m in median.values()]
        beda = [nama for nama in kueri[0] if len({k.get(nama) for k in kueri}) > 1]
        papan.catat("halaman yang jumlah kuerinya berubah", "semua", len(beda), "", 0, ", ".join(beda))


def tumbuh(median, papan):
    """Every page at the largest size by itself at the smallest: what a bigger regency costs."""
    kecil, besar = min(median), max(median)
    for nama in median[kecil][0]:
        if nama in median[besar][0]:
            kali = median[besar][0][nama] / median[kecil][0][nama]
            papan.catat(f"{nama}: {kecil} → {besar}", besar, kali, "×")


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
