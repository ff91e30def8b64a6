"""Proses bisnis dibandingkan dengan struktur, program, dan kegiatan; bagan susunan organisasi."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepegawaian import akses
from kepegawaian.hak import KODE_BKD
from kepegawaian.views.ekspor import unduh_daftar
from tata_kelola import bagan as gambar, perbandingan
from tata_kelola.hak import PEMBACA

KOLOM = ("UNIT", "ESELON", "KEPALA", "PEGAWAI", "PROGRAM DAN KEGIATAN", "LAYANAN", "DIAJUKAN 12 BULAN", "BERJALAN", "SELESAI 12 BULAN",
         "PAGU", "TERPAKAI", "TEMUAN")  # fmt: skip


@akses.peran(*PEMBACA)
@require_safe
def proses_bisnis(request):
    """The three kinds of process, and every unit with program, kegiatan, layanan, volume, money and what does not fit."""
    isi = {
        "p": perbandingan.susun(request.hak, request.acuan, request.hari_ini),
        "manajemen": perbandingan.MANAJEMEN,
        "sumber": perbandingan.SUMBER,
    }
    return render(request, "tata_kelola/proses_bisnis.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def proses_ekspor(request):
    """The comparison as xlsx."""
    isi = (
        [b.unit.nama, b.eselon, f"{b.sifat} {b.kepala}".strip(), b.orang, "; ".join(s.uraian for s in b.program),
         "; ".join(la.nama for la in b.layanan), *b.volume, float(b.dana.pagu) if b.dana else None,
         float(b.dana.terpakai) if b.dana else None, " ".join(b.temuan)]
        for b in perbandingan.susun(request.hak, request.acuan, request.hari_ini).unit
    )  # fmt: skip
    return unduh_daftar(request, "Perbandingan proses bisnis", KOLOM, isi, objek="unitkerja")


@akses.peran(*PEMBACA)
@require_safe
def bagan(request):
    """The chart of the BKD, or of the OPD of ``?unit=``."""
    teks = request.GET.get("unit", "")
    akar = request.acuan.unit_kode.get(KODE_BKD)
    if teks:
        akar = request.acuan.unit.get(int(teks)) if teks.isascii() and teks.isdigit() and len(teks) < 10 else None
        if akar is None:
            raise Http404
    opd = sorted((u for u in request.acuan.unit.values() if u.jenis == "opd"), key=lambda u: u.nama)
    isi = {"akar": akar, "opd": opd, "b": gambar.susun(akar, request.acuan, request.hari_ini) if akar else None}
    return render(request, "tata_kelola/bagan.html", isi)
