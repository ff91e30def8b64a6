"""Empat belas aspek manajemen PNS pada satu halaman: layanan, volume, waktu."""

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kepegawaian import akses
from kepegawaian.views.ekspor import unduh_daftar
from tata_kelola import aspek, kepatuhan
from tata_kelola.hak import PEMBACA

KOLOM = ("ASPEK", "LAYANAN ATAU PROSES", "SLA (HARI KERJA)", "DIAJUKAN 12 BULAN", "BERJALAN", "SELESAI 12 BULAN", "DITOLAK 12 BULAN",
         "MEDIAN HARI", "LANGKAH TEPAT WAKTU (%)")  # fmt: skip


@akses.masuk
@require_safe
def aspek_list(request):
    """All aspects with their sums; ``?buka=`` a letter or ``semua`` shows their layanan and processes too.

    The figures of a confidential layanan stand for its handlers only.
    """
    semua = aspek.susun(request.hak, request.acuan, request.hari_ini)
    isi = {
        "semua": semua,
        "buka": request.GET.get("buka", ""),
        "usulan": request.hak.lihat_semua,
        "baca": request.hak.punya(*PEMBACA),
        "target": request.acuan.setelan(kepatuhan.TARGET, request.hari_ini),
        "angka": [
            ("aspek PP 11/2017 Pasal 2", sum(1 for a in semua if a.huruf != "tata"), ""),
            ("layanan", sum(len(a.layanan) for a in semua), reverse("layanan:katalog_list")),
            ("usulan diajukan 12 bulan", sum(a.jumlah[0] for a in semua), ""),
            ("usulan berjalan", sum(a.jumlah[1] for a in semua), ""),
            ("selesai 12 bulan", sum(a.jumlah[2] for a in semua), ""),
        ],
    }
    return render(request, "tata_kelola/aspek_list.html", isi)


@akses.masuk
@require_safe
def aspek_ekspor(request):
    """The same as xlsx."""

    def baris():
        for a in aspek.susun(request.hak, request.acuan, request.hari_ini):
            for b in a.layanan:
                angka = [None] * 4 if b.rahasia else [b.masuk, b.berjalan, b.selesai, b.ditolak]
                hari = None if b.median is None else round(b.median, 1)
                yield [
                    a.nama,
                    b.layanan.nama,
                    b.sla,
                    *angka,
                    hari,
                    float(b.patuh.persen) if b.patuh and b.patuh.langkah else None,
                ]
            for p, n, _ in a.proses:
                yield [a.nama, f"{p.nama} ({p.satuan})", None, n, None, None, None, None, None]

    return unduh_daftar(request, "Empat belas aspek", KOLOM, baris(), objek="usulan")
