"""Masukan: preview and apply of a SIASN file of 10,000 people with their riwayat sheets."""

import tempfile
from pathlib import Path

from django.core.files import File
from django.utils import timezone

from kepegawaian import bangkit, impor
from kepegawaian.models import BatchImpor
from tests.bench.basis import kosongkan
from tests.bench.ukur import jam

BARIS_RIWAYAT = 100_000


def ukur(url, jumlah, papan):
    """Writes the file, then times both halves of the import."""
    kosongkan(url)
    hari_ini = timezone.localdate()
    with tempfile.TemporaryDirectory() as folder:
        jalur = bangkit.tulis_xlsx(bangkit.bangkitkan(jumlah, 11, hari_ini), Path(folder))[0]
        with Path(jalur).open("rb") as berkas:
            batch = impor.unggah(File(berkas, "bench.xlsx"), "bench.xlsx", hari_ini, None)
    with jam() as baca:
        impor.baca(batch.pk)
    batch = BatchImpor.objects.get(pk=batch.pk)
    riwayat = batch.jumlah - jumlah
    # The budget is for 100,000 riwayat rows; a file with more is held to the same rate.
    batas = 20.0 * max(1, (jumlah + riwayat) / (10_000 + BARIS_RIWAYAT)) if jumlah >= 10_000 else None
    papan.catat("impor: pratinjau", jumlah, baca.detik, "s", batas, f"{riwayat} riwayat rows; 20 s per 110,000 rows")
    with jam() as terap:
        impor.terapkan(batch.pk)
    papan.catat("impor: terapkan", jumlah, terap.detik, "s", batas, f"{riwayat} riwayat rows")
    with jam() as lagi:
        impor.baca(batch.pk)
    papan.catat("impor: berkas yang sama lagi", jumlah, lagi.detik, "s")
