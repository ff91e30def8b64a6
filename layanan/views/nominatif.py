"""Nominatif per bulan: sistem mengusulkan semua yang jatuh tempo, petugas menegaskan banyak sekaligus."""

from datetime import date

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from kepegawaian import akses
from kepegawaian.antrean import AntreanMati, antrekan
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.penomoran import potong
from layanan import katalog, nominatif
from layanan.tasks import ajukan_nominatif
from layanan.views.usulan import pelaku

PELIHAT = ("staf_bkd", "pejabat_bkd", "operator_opd", "kepala_opd")
# So many are submitted while the clerk waits; more go to the worker, which tells him when it is done.
LANGSUNG = 25
PILIH_MAKS = 100


def _layanan(slug):
    try:
        layanan = katalog.ambil(slug)
    except KeyError as galat:
        raise Http404 from galat
    if not layanan.nominatif:
        raise Http404
    return layanan


def _bulan(teks, bawaan):
    """First day of the month written ``2027-01``, else ``bawaan``."""
    try:
        tahun, bulan = (int(x) for x in teks.split("-"))
        return date(tahun, bulan, 1)
    except ValueError:
        return bawaan


def diminta(request, slug):
    """(layanan, month) of the URL; the month the layanan works on today when it names none."""
    layanan = _layanan(slug)
    return layanan, _bulan(request.GET.get("bulan", ""), layanan.bulan_nominatif(request.hari_ini, request.acuan))


@akses.peran(*PELIHAT)
@require_safe
def nominatif_list(request, slug):
    """Everyone due in a month, by group, with his conditions or his usulan, and a box to choose."""
    layanan, bulan = diminta(request, slug)
    isi = {
        "layanan": layanan,
        "bulan": bulan,
        "bulan_lalu": tambah_bulan(bulan, -1),
        "bulan_depan": tambah_bulan(bulan, 1),
        "boleh": not request.hak.hanya_baca and request.hak.punya(*layanan.pengusul),
        "aksi_banyak": [{"nilai": "ajukan", "teks": "Ajukan", "ikon": "send", "utama": True}],
    }
    daftar = nominatif.susun(slug, bulan, request.hak)
    if daftar is None:
        return render(request, "layanan/nominatif_list.html", isi | {"belum_dihitung": True})
    jumlah = daftar.jumlah()
    kode = [k for k, _ in nominatif.KELOMPOK]
    tampil = request.GET.get("tampil")
    if tampil not in kode:
        tampil = next((k for k in kode if jumlah[k]), "siap")
    potongan = potong(request, daftar.kelompok(tampil))
    calon = [daftar.jadikan(b) for b in potongan]
    usulan = daftar.usulan_dari([c.pegawai_id for c in calon]) if tampil == "diusulkan" else {}
    isi |= {
        "tab": [(k, nama, jumlah[k]) for k, nama in nominatif.KELOMPOK],
        "tampil": tampil,
        "siap": jumlah["siap"],
        "semua": sum(jumlah.values()),
        "potongan": potongan,
        "baris": [(c, usulan.get(c.pegawai_id), f"Pilih {c.nama}") for c in calon],
    }
    return render(request, "layanan/nominatif_list.html", isi)


@akses.peran("staf_bkd", "operator_opd")
@require_POST
def nominatif_ajukan(request, slug):
    """Submits everyone chosen, or all who are ready; the same acts as one by one, results per person."""
    layanan = _layanan(slug)
    bulan = _bulan(request.POST.get("bulan", ""), None)
    if bulan is None:
        messages.error(request, "Bulannya tidak terbaca; muat ulang halaman nominatif, lalu pilih lagi.")
        return redirect("layanan:nominatif_list", slug)
    semua = request.POST.get("aksi") == "semua"
    nip = None if semua else sorted(set(request.POST.getlist("pilih")))[: PILIH_MAKS + 1]
    tujuan = f"{request.path.removesuffix('ajukan/')}?bulan={bulan:%Y-%m}"
    if nip is not None and not nip:
        messages.error(request, "Pilih pegawai lebih dulu.")
    elif nip is not None and len(nip) > PILIH_MAKS:
        messages.error(request, f"Paling banyak {PILIH_MAKS} pegawai sekali pilih; untuk semuanya pakai Ajukan semua.")
    elif semua or len(nip) > LANGSUNG:
        try:
            antrekan(ajukan_nominatif, slug, bulan.isoformat(), nip, request.user.pk, request.alamat, wajib=True)
            messages.success(
                request, "Usulan sedang diajukan satu per satu di latar. Hasilnya diberitahukan pada lonceng."
            )
        except AntreanMati as galat:
            messages.error(request, str(galat))
    else:
        _langsung(request, layanan, bulan, nip)
    return redirect(tujuan)


def _langsung(request, layanan, bulan, nip):
    """While the clerk waits: how many, and each refusal with its name."""
    berhasil, gagal = nominatif.ajukan_banyak(layanan, bulan, nip, oleh=pelaku(request))
    if berhasil:
        messages.success(request, f"{berhasil} usulan {layanan.nama} TMT {tulis_tanggal(bulan)} diajukan.")
    for nama, sebab in gagal:
        messages.warning(request, f"{nama}: {sebab}")
    if not berhasil and not gagal:
        messages.warning(request, "Yang dipilih sudah diusulkan atau di luar lingkup Anda.")
