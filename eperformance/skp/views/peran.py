"""Pohon peran satu perangkat daerah: the links of the SKP from the top down."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from eperformance.skp import peran
from eperformance.skp.views import bilangan, periode_dipilih
from kepegawaian import akses
from kepegawaian.views.ekspor import unduh_daftar

KOLOM = ("TINGKAT", "NIP", "NAMA", "JABATAN", "UNIT KERJA", "HASIL KERJA", "KEADAAN SKP", "BAWAHAN YANG MENURUNKAN")


def _opd(request):
    """(id of the OPD of ``?opd=`` within his scope, own one by default; choices)."""
    unit, hak = request.acuan.unit, request.hak
    opd = {u.id for u in unit.values() if u.jenis == "opd"}
    if not hak.lihat_semua and not hak.punya("pimpinan"):
        opd &= {unit[i].opd_id for i in hak.unit_lingkup if i in unit} | {hak.opd_id}
    pilihan = sorted(((i, unit[i].nama) for i in opd), key=lambda o: o[1])
    diminta = bilangan(request.GET.get("opd"))
    bawaan = hak.opd_id if hak.opd_id in opd else (pilihan[0][0] if pilihan else None)
    return (diminta if diminta in opd else bawaan), pilihan


def _bahan(request):
    """(periode, all, opd, choices, roots, chain, cut)."""
    periode, semua = periode_dipilih(request)
    opd, pilihan = _opd(request)
    akar, rantai, terpotong = [], [], False
    if periode is not None:
        dari = bilangan(request.GET.get("dari"))
        if dari is not None:
            simpul, rantai = peran.satu(request.hak, periode, dari)
            if simpul is None:
                raise Http404
            akar = [simpul]
        elif opd is not None:
            akar = peran.akar(request.hak, periode, opd)
        terpotong = peran.gambar(request.hak, periode, akar)
    return periode, semua, opd, pilihan, akar, rantai, terpotong


@akses.masuk
@require_safe
def pohon_peran(request):
    """The tree of contributions, three levels a page."""
    periode, semua, opd, pilihan, akar, rantai, terpotong = _bahan(request)
    isi = {
        "periode": periode, "semua": semua, "opd": opd, "pilihan": pilihan, "akar": akar, "rantai": rantai,
        "terpotong": terpotong, "dari": request.GET.get("dari", ""),
    }  # fmt: skip
    return render(request, "eperformance/skp/peran.html", isi)


@akses.masuk
@require_safe
def pohon_peran_ekspor(request):
    """What the page draws, as xlsx."""
    akar = _bahan(request)[4]
    baris = (
        (dalam + 1, h.skp.pegawai.nip, h.skp.pegawai.kini.nama_lengkap, h.skp.jabatan.nama if h.skp.jabatan else "",
         h.skp.unit.nama, h.rencana, h.skp.get_status_display(), h.banyak_anak)
        for dalam, h in peran.datar(akar)
    )  # fmt: skip
    return unduh_daftar(request, "Pohon peran", KOLOM, baris, objek="hasilkerja")
