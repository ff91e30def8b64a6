"""Masukan: preview and apply of a SIASN file of 10,000 people with some 100,000 rows on its riwayat sheets."""

import dataclasses
import tempfile
from pathlib import Path

from django.core.files import File
from django.utils import timezone

from kepegawaian import bangkit, impor
from tests.bench.basis import kosongkan
from tests.bench.ukur import jam

ANGGARAN = 20.0


def ukur(url, jumlah, papan):
    """Writes the file, then times both halves of the import, and the same file once more."""
    kosongkan(url)
    hari_ini = timezone.localdate()
    with tempfile.TemporaryDirectory() as folder:
        jalur = bangkit.tulis_xlsx(_ringkas(jumlah, hari_ini), Path(folder))[0]
        with Path(jalur).open("rb") as berkas:
            batch = impor.unggah(File(berkas, "bench.xlsx"), "bench.xlsx", hari_ini, None)
        with Path(jalur).open("rb") as berkas:
            lagi = impor.unggah(File(berkas, "lagi.xlsx"), "lagi.xlsx", hari_ini, None)
    with jam() as baca:
        impor.baca(batch.pk)
    batch.refresh_from_db()
    catatan = f"67 columns; {batch.jumlah - jumlah} riwayat rows"
    batas = ANGGARAN if jumlah <= 10_000 else None
    papan.catat("impor: pratinjau", jumlah, baca.detik, "s", batas, catatan)
    with jam() as terap:
        impor.terapkan(batch.pk)
    papan.catat("impor: terapkan", jumlah, terap.detik, "s", batas, catatan)
    with jam() as ulang:
        impor.baca(lagi.pk)
    lagi.refresh_from_db()
    beda = lagi.ringkasan["baru"] + lagi.ringkasan["berubah"]
    papan.catat(
        "impor: pratinjau berkas yang sama lagi", jumlah, ulang.detik, "s", batas, f"{beda} rows new or changed"
    )


def _ringkas(jumlah, hari_ini):
    """People with the newest row of every kind only: some ten riwayat rows each."""
    for orang in bangkit.bangkitkan(jumlah, 11, hari_ini):
        yield dataclasses.replace(orang, riwayat={jenis: baris[-1:] for jenis, baris in orang.riwayat.items()})
