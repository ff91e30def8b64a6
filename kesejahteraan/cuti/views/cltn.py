"""Pantauan CLTN: siapa sedang menjalaninya, siapa wajib melapor, dan siapa lewat batas melapor."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepegawaian import akses
from kepegawaian.hak import KEDUDUKAN_CLTN
from kepegawaian.models import RiwayatTinggal
from kepegawaian.penomoran import potong
from kesejahteraan.cuti.aturan import cltn

TANDA = {
    cltn.AKTIF: ("berjalan", "info"),
    cltn.MENUNGGU: ("wajib melapor", "perhatian"),
    cltn.LEWAT: ("lewat batas", "gagal"),
}


def daftar(hak):
    """CLTN in scope of those still on kedudukan CLTN, the first to end on top; one row a person."""
    return (
        RiwayatTinggal.objects.filter(
            hak.lingkup("pegawai__kini__"), jenis="CLTN", dibatalkan_pada__isnull=True,
            pegawai__kini__kedudukan_id__in=KEDUDUKAN_CLTN,
        )
        .order_by("pegawai_id", "-tmt").distinct("pegawai_id")
    )  # fmt: skip


@akses.peran("operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "inspektorat")
@require_safe
def cltn_list(request):
    """The list with state and last day to report."""
    baris = RiwayatTinggal.objects.filter(pk__in=daftar(request.hak).values("pk"))
    baris = baris.select_related("pegawai__kini__unit", "pegawai__kini__opd").order_by("sampai", "pk")
    potongan = potong(request, baris)
    for b in potongan:
        keadaan, b.batas = cltn.keadaan(request.acuan, b.sampai, request.hari_ini)
        b.kata, b.tanda = TANDA[keadaan]
        b.dapat_diaktifkan = request.hak.punya("operator_opd", "staf_bkd")
    return render(request, "kesejahteraan/cuti/cltn_list.html", {"potongan": potongan})
