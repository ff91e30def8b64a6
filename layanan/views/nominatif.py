"""Nominatif per bulan: sistem mengusulkan semua yang jatuh tempo, petugas menegaskan banyak sekaligus."""

from datetime import date

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kepegawaian import akses
from kepegawaian.models import Pegawai
from layanan import alur, katalog, nominatif
from layanan.galat import DitolakAlur
from layanan.models import Usulan
from layanan.views.usulan import pelaku

BANYAK_MAKS = 200


def _layanan(slug):
    try:
        layanan = katalog.ambil(slug)
    except KeyError as galat:
        raise Http404 from galat
    if not layanan.nominatif:
        raise Http404
    return layanan


def _bulan(request, layanan):
    """The month asked for (``?bulan=2027-01``), else the month the layanan works on today."""
    try:
        tahun, bulan = (int(x) for x in request.GET.get("bulan", "").split("-"))
        return date(tahun, bulan, 1)
    except ValueError:
        return layanan.bulan_nominatif(request.hari_ini, request.acuan)


@akses.peran("staf_bkd", "pejabat_bkd", "operator_opd", "kepala_opd")
def nominatif_list(request, slug):
    """Everyone due in a month, with his conditions, what is already proposed, and a box to choose."""
    layanan = _layanan(slug)
    bulan = _bulan(request, layanan)
    calon = nominatif.calon(slug, bulan, request.hak)
    berjalan = {}
    if calon:
        usulan = Usulan.objects.filter(layanan=slug, pegawai_id__in=[c.pegawai_id for c in calon], tmt=bulan)
        berjalan = {u.pegawai_id: u for u in usulan.exclude(status__in=("ditolak", "dibatalkan"))}
    baris = [_baris(c, berjalan.get(c.pegawai_id)) for c in calon or ()]
    isi = {
        "layanan": layanan,
        "bulan": bulan,
        "bulan_lalu": _geser(bulan, -1),
        "bulan_depan": _geser(bulan, 1),
        "baris": baris,
        "belum_dihitung": calon is None,
        "boleh": not request.hak.hanya_baca and request.hak.punya(*layanan.pengusul),
        "siap": sum(1 for b in baris if not b["mati"]),
        "aksi_banyak": [{"nilai": "ajukan", "teks": "Ajukan", "ikon": "send", "utama": True}],
    }
    return render(request, "layanan/nominatif_list.html", isi)


def _baris(calon, usulan):
    """One row: who, his usulan if there is one, and why he cannot be chosen."""
    mati = "sudah diusulkan" if usulan else "syarat belum terpenuhi" if calon.layak == katalog.TIDAK else ""
    return {"calon": calon, "usulan": usulan, "mati": mati, "label_pilih": f"Pilih {calon.nama}"}


def _geser(bulan, n):
    indeks = bulan.year * 12 + bulan.month - 1 + n
    return date(indeks // 12, indeks % 12 + 1, 1)


@akses.peran("staf_bkd", "operator_opd")
@require_POST
def nominatif_ajukan(request, slug):
    """Makes and submits the usulan of everyone chosen; the same acts as one by one, results per person."""
    layanan = _layanan(slug)
    bulan = date.fromisoformat(request.POST["bulan"])
    pegawai = Pegawai.objects.terlihat_oleh(request.hak).select_related("kini")
    pilihan = list(pegawai.filter(nip__in=request.POST.getlist("pilih")[:BANYAK_MAKS]))
    berhasil, gagal = 0, []
    for satu in pilihan:
        try:
            usulan = alur.buat_draf(layanan, satu, oleh=pelaku(request), isian={"tmt": bulan.isoformat()})
            alur.ajukan(usulan, oleh=pelaku(request), versi=usulan.versi_baris)
            berhasil += 1
        except DitolakAlur as galat:
            gagal.append(f"{satu.kini.nama}: {galat}")
    if berhasil:
        messages.success(request, f"{berhasil} usulan {layanan.nama} TMT {bulan:%d-%m-%Y} diajukan.")
    for kalimat in gagal[:20]:
        messages.warning(request, kalimat)
    if not pilihan:
        messages.error(request, "Pilih pegawai lebih dulu.")
    return redirect(f"{request.path.removesuffix('ajukan/')}?bulan={bulan:%Y-%m}")
