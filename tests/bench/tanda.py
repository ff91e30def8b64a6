"""Tanda tangan: milliseconds a signature with a held key, and printing plus signing many with two workers.

Figures are of printer and signer alone, without the short transaction that follows each (it is an act like others).
``SK=500`` documents by default; ``SK=2000`` shows whether memory stays flat.
"""

import io
import multiprocessing
import os
import resource
import tempfile
from pathlib import Path
from types import SimpleNamespace

from django.conf import settings
from django.db import connections
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import SigSeedSubFilter

from layanan import cetak, tte
from layanan.tte.ca_uji import CaUji
from layanan.tte.lokal import jalur_p12
from tests.bench.cetak import satu_naskah
from tests.bench.ukur import jam, ulang

KALI, KANTOR, PEKERJA = 60, "KEPALA-BKPSDM", 2


def ukur(jumlah, hari_ini, papan):
    """One signature beside pyHanko as it comes, then ``SK`` documents by two processes."""
    asli = satu_naskah(hari_ini)
    naskah = SimpleNamespace(**{k: getattr(asli, k) for k in MEDAN})
    naskah.data = naskah.data | {"tanda_tangan_elektronik": True}
    with tempfile.TemporaryDirectory() as folder:
        settings.TTE_DIR = folder
        ca = CaUji.baru()
        ca.tulis_p12(folder, KANTOR, tte.SANDI_UJI, "Kepala BKD")
        pdf = cetak.buat_pdf(naskah)
        with tte.buka(tte.LOKAL, KANTOR, tte.SANDI_UJI) as penanda:
            terpegang, p95 = ulang(lambda: penanda.tanda_tangani(pdf, naskah), KALI)

        def apa_adanya():
            penanda = SimpleSigner.load_pkcs12(jalur_p12(KANTOR), passphrase=tte.SANDI_UJI.encode())
            meta = PdfSignatureMetadata(field_name="S", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)
            PdfSigner(meta, penanda).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)))

        polos, _ = ulang(apa_adanya, 15)
        papan.catat(
            "tanda tangan, kunci terpegang",
            jumlah,
            terpegang,
            "ms",
            None,
            f"p95 {p95:.0f} ms; pyHanko as it comes {polos:.0f} ms",
        )
        papan.catat("tanda tangan dibanding pyHanko apa adanya", jumlah, terpegang / polos, "×", 0.25)
        banyak(int(os.environ.get("SK", "500")), naskah, papan)


MEDAN = ("token", "perihal", "nomor", "templat", "data", "dibuat_pada")


def banyak(n, naskah, papan):
    """Seconds and memory of ``n`` documents printed and signed by two processes."""
    connections.close_all()
    with jam() as j, multiprocessing.get_context("fork").Pool(PEKERJA) as kolam:
        hasil = kolam.starmap(satu_pekerja, [(naskah, n // PEKERJA)] * PEKERJA)
    awal, akhir = max(a for a, _ in hasil), max(b for _, b in hasil)
    papan.catat(
        f"cetak dan tanda tangan {n} SK, dua pekerja", n, j.detik, "s", n * 0.6, f"{j.detik * 1000 / n:.0f} ms each"
    )
    papan.catat("memori seorang pekerja", n, akhir, "MB", awal * 1.2, f"{awal:.0f} MB after a fifth of them")


def satu_pekerja(naskah, n):
    """Prints and signs ``n`` documents; (MB after a fifth, MB at the end)."""
    awal = 0
    with tte.buka(tte.LOKAL, KANTOR, tte.SANDI_UJI) as penanda:
        for i in range(n):
            satu = SimpleNamespace(**vars(naskah) | {"token": f"{naskah.token[:-5]}{i:05d}"})
            penanda.tanda_tangani(cetak.buat_pdf(satu), satu)
            if i == n // 5:
                awal = rss_mb()
    return awal, rss_mb()


def rss_mb():
    """Resident memory now, MB; where /proc is missing the peak."""
    try:
        baris = Path("/proc/self/status").read_text().split("VmRSS:")[1]
        return int(baris.split()[0]) / 1024
    except (OSError, IndexError):
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
