"""SKP bawahan: all staff of a penilai with the state of their SKP; many are set at once, each told for itself."""

from django.contrib import messages
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from eperformance import siklus
from eperformance.models import Skp
from eperformance.penilai import dinilai
from eperformance.skp import bawahan
from eperformance.skp.views import bilangan, periode_dipilih
from kepegawaian import akses
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan.galat import DitolakAlur
from layanan.views.usulan import pelaku

PENILAI = ("atasan", "pimpinan")
KOLOM = (
    "NIP",
    "NAMA",
    "JABATAN",
    "UNIT KERJA",
    "TAHUN",
    "MASA MULAI",
    "MASA SAMPAI",
    "KEADAAN",
    "DIAJUKAN",
    "DITETAPKAN",
)
PALING = 100
URUT = {
    "nama": lambda b: (b.kini.nama, b.kini.nip),
    "keadaan": lambda b: (bawahan.URUT_KEADAAN[b.keadaan], b.kini.nama),
    "unit": lambda b: (b.kini.unit.nama if b.kini.unit else "", b.kini.nama),
}


def _daftar(request):
    """(periode, all periode, everybody, those the filter leaves in the asked order)."""
    periode, semua = periode_dipilih(request)
    if periode is None:
        return None, semua, [], []
    orang = bawahan.daftar(request.hak, periode, request.hari_ini)
    q, keadaan = request.GET.get("q", "").strip().lower()[:60], request.GET.get("keadaan", "")
    tampil = [
        b for b in orang
        if (not q or q in b.kini.nama.lower() or q in b.kini.nip) and (not keadaan or b.keadaan == keadaan)
    ]  # fmt: skip
    urut = request.GET.get("urut", "")
    if urut.removeprefix("-") in URUT:
        tampil.sort(key=URUT[urut.removeprefix("-")], reverse=urut.startswith("-"))
    return periode, semua, orang, tampil


@akses.peran(*PENILAI)
@require_safe
def skp_bawahan(request):
    """My staff and their SKP."""
    periode, semua, orang, tampil = _daftar(request)
    hitung = {k: sum(b.keadaan == k for b in orang) for k in bawahan.KEADAAN}
    isi = {
        "periode": periode, "semua": semua, "potongan": potong(request, tampil), "q": request.GET.get("q", ""),
        "keadaan": request.GET.get("keadaan", ""), "banyak": len(orang),
        "pilihan": [(k, n, hitung[k]) for k, n in bawahan.KEADAAN.items() if hitung[k]],
        "menunggu": hitung["diajukan"], "tanpa": hitung[bawahan.TANPA],
        "terlambat": periode and request.hari_ini > periode.tetap_sampai,
        "aksi": [{"nilai": "tetapkan", "teks": "Tetapkan", "utama": True, "konfirmasi": "tanya"}],
    }  # fmt: skip
    return render(request, "eperformance/skp/bawahan.html", isi)


@akses.peran(*PENILAI)
@require_POST
def bawahan_tetapkan(request):
    """Sets those ticked, each by itself: "id:versi"; what was refused is told with its reason."""
    pasangan = [tuple(map(bilangan, x.split(":")[:2])) for x in request.POST.getlist("id")[:PALING] if ":" in x]
    nama = dict(
        Skp.objects.filter(dinilai(request.hak), pk__in=[pk for pk, _ in pasangan if pk]).values_list(
            "pk", "pegawai__kini__nama"
        )
    )
    berhasil, oleh = 0, pelaku(request)
    for pk, versi in pasangan:
        if pk not in nama or versi is None:
            continue
        try:
            siklus.tetapkan(pk, oleh=oleh, versi=versi)
            berhasil += 1
        except DitolakAlur as galat:
            messages.error(request, f"{nama[pk]}: {galat}")
    if berhasil:
        messages.success(request, f"{berhasil} SKP ditetapkan.")
    elif not pasangan:
        messages.warning(request, "Centang dahulu SKP yang akan ditetapkan.")
    return HttpResponseRedirect(
        reverse("eperformance:skp_bawahan") + f"?tahun={bilangan(request.POST.get('tahun')) or ''}"
    )


@akses.peran(*PENILAI)
@require_safe
def bawahan_ekspor(request):
    """The list as it is filtered, as xlsx."""
    periode, _, _, tampil = _daftar(request)
    baris = (
        (b.kini.nip, b.kini.nama_lengkap, b.kini.jabatan.nama if b.kini.jabatan else "",
         b.kini.unit.nama if b.kini.unit else "", periode.tahun, b.skp and b.skp.mulai, b.skp and b.skp.sampai, b.sebutan,
         b.skp and b.skp.diajukan_pada and timezone.localdate(b.skp.diajukan_pada),
         b.skp and b.skp.ditetapkan_pada and timezone.localdate(b.skp.ditetapkan_pada))
        for b in tampil
    )  # fmt: skip
    return unduh_daftar(request, "SKP bawahan", KOLOM, baris, objek="skp")
