"""Berkas daftar: xlsx and PDF from the frozen rows alone. Worker only for the PDF (needs Pango).

A table of 10,000 rows is laid out in pieces of ``POTONG`` rows, so that memory stays flat; "Halaman x dari y" is laid
over the pages when their number is known. The same frozen rows give the same PDF.
"""

import io
import os
import re
from datetime import datetime
from itertools import groupby

from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from pypdf import PdfReader, PdfWriter

from kepangkatan.daftar.bentuk import BERKELOMPOK, baca_bagian
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.impor.ekspor import penulis, tulis_sel
from kepegawaian.models import DaftarResmi

POTONG = 250
TANGGAL = re.compile(r"\d\d-\d\d-\d{4}")


def cetak(pk, *, pdf=True):
    """Prints both files of a konsep or of a list just set, and marks the latter printed; twice gives the same."""
    daftar = DaftarResmi.objects.get(pk=pk)
    if daftar.tercetak or daftar.status not in ("konsep", "ditetapkan"):
        return
    nama = f"{daftar.jenis}-{daftar.per:%Y%m%d}-v{daftar.versi}"
    xlsx = ContentFile(tulis_xlsx(daftar))
    isi_pdf = ContentFile(tulis_pdf(daftar)) if pdf else None
    daftar.file_xlsx.save(f"{nama}.xlsx", xlsx, save=False)
    if isi_pdf:
        daftar.file_pdf.save(f"{nama}.pdf", isi_pdf, save=False)
    # The row as it stands now decides: a konsep that was set meanwhile is printed again, with its signature block.
    ubah = {"file_xlsx": daftar.file_xlsx.name, "file_pdf": daftar.file_pdf.name or "", "pesan": ""}
    if daftar.status == "ditetapkan":
        ubah["tercetak"] = True
    DaftarResmi.objects.filter(pk=pk, status=daftar.status, tercetak=False).update(**ubah)


# ── xlsx ─────────────────────────────────────────────────────────────────────────────────────────────


def tulis_xlsx(daftar):
    """Bytes of the workbook: a sheet for each part, every line of a cell in a column of its own."""
    keluar = io.BytesIO()
    with penulis(keluar) as buku:
        # The day of the list, not of the printing: the same list gives the same file.
        buku.buku.set_properties({"created": datetime(daftar.per.year, daftar.per.month, daftar.per.day)})  # noqa: DTZ001 - Excel knows no zones
        for bagian in baca_bagian(daftar.data):
            kepala = ["No.", *(k for kolom in bagian.kolom for k in kolom.kepala)]
            berkelompok = daftar.jenis in BERKELOMPOK
            lembar = buku.lembar(bagian.judul, [*kepala, "Unit kerja"] if berkelompok else kepala)
            for b in _baris(daftar, bagian.kode):
                isi = [
                    _sel(nilai)
                    for kolom, sel in zip(bagian.kolom, b.data["sel"], strict=True)
                    for nilai in [*sel, *[""] * (len(kolom.kepala) - len(sel))]
                ]
                nomor = None if b.data.get("jumlah") else b.nomor
                tulis_sel(lembar, [nomor, *isi, b.kelompok] if berkelompok else [nomor, *isi])
    return keluar.getvalue()


def _sel(nilai):
    """A date written dd-mm-yyyy as a date, everything else as it is."""
    if isinstance(nilai, str) and TANGGAL.fullmatch(nilai):
        return datetime.strptime(nilai, "%d-%m-%Y").date()  # noqa: DTZ007 - a calendar date
    return nilai


def _baris(daftar, bagian):
    return daftar.baris.filter(bagian=bagian).order_by("nomor", "id").iterator(chunk_size=2000)


# ── PDF ──────────────────────────────────────────────────────────────────────────────────────────────


def tulis_pdf(daftar):
    """Bytes of the PDF: landscape, heading and signature block once, table heads on every page."""
    from layanan.cetak import dokumen, gaya  # noqa: PLC0415 - WeasyPrint (Pango) is needed by the worker only

    os.environ.setdefault("SOURCE_DATE_EPOCH", "0")
    huruf, lembar = gaya("css/daftar-cetak.css")
    potongan, keluar, selesai = list(_potong(daftar)), PdfWriter(), 0
    for i, isi in enumerate(potongan):
        html = render_to_string("daftar/cetak.html", isi | {
            "d": daftar.data, "daftar": daftar, "awal": i == 0, "akhir": i == len(potongan) - 1,
            "keadaan": tulis_tanggal(daftar.per), "konsep": daftar.status != "ditetapkan",
        })  # fmt: skip
        satu = PdfReader(io.BytesIO(dokumen(html).write_pdf(stylesheets=lembar, font_config=huruf)))
        for lembar_pdf in satu.pages:
            keluar.add_page(lembar_pdf)
        selesai += isi["banyak"]
        if daftar.status == "ditetapkan":
            DaftarResmi.objects.filter(pk=daftar.pk).update(kemajuan=selesai)
    _nomori(keluar)
    keluar.add_metadata({"/Title": f"{daftar.get_jenis_display()} per {daftar.per:%d-%m-%Y}"})
    hasil = io.BytesIO()
    keluar.compress_identical_objects()
    keluar.write(hasil)
    return hasil.getvalue()


def _nomori(keluar):
    """Writes "Halaman x dari y" on every page, from sheets that hold nothing else."""
    from layanan.cetak import dokumen, gaya  # noqa: PLC0415 - as above

    huruf, lembar = gaya("css/daftar-nomor.css")
    html = render_to_string("daftar/cetak_nomor.html", {"banyak": range(len(keluar.pages))})
    nomor = PdfReader(io.BytesIO(dokumen(html).write_pdf(stylesheets=lembar, font_config=huruf)))
    for halaman, atas in zip(keluar.pages, nomor.pages, strict=True):
        halaman.merge_page(atas)


def _potong(daftar):
    """Contexts of the pieces: part, whether it begins here, and rows by heading."""
    for bagian in baca_bagian(daftar.data):
        baris = list(_baris(daftar, bagian.kode))
        for awal in range(0, max(len(baris), 1), POTONG):
            satu = baris[awal : awal + POTONG]
            for b in satu:
                b.teks = ["\n".join(str(x) for x in sel if x not in (None, "")) for sel in b.data["sel"]]
            yield {
                "bagian": bagian, "mulai_bagian": awal == 0, "banyak": len(satu),
                "kelompok": [(nama, list(isi)) for nama, isi in groupby(satu, key=lambda b: b.kelompok)],
            }  # fmt: skip
