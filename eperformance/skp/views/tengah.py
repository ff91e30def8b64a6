"""SKP yang perlu disesuaikan di tengah tahun: list for the Subbidang Evaluasi Kinerja, and the one click that adapts one."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from eperformance.penilai import ambil_skp, mengelola, terlihat
from eperformance.skp import tengah
from eperformance.skp.views import lakukan
from kepegawaian import akses
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar

BKD = ("staf_bkd", "pejabat_bkd", "inspektorat")
KOLOM = (
    "NIP",
    "NAMA",
    "TAHUN",
    "UNIT PADA SKP",
    "JABATAN PADA SKP",
    "UNIT KINI",
    "JABATAN KINI",
    "TMT",
    "KEADAAN SKP",
)


def _temuan(request):
    """Whoever keeps the calendar, and the inspektorat which reads."""
    if not (mengelola(request.hak, request.acuan) or request.hak.punya("inspektorat")):
        raise PermissionDenied
    ikut = ("periode", "unit", "jabatan", "pegawai__kini__unit", "pegawai__kini__jabatan")
    return tengah.berbeda(request.hari_ini).filter(terlihat(request.hak)).select_related(*ikut).order_by("tmt", "pk")


@akses.peran(*BKD)
@require_safe
def penyesuaian_list(request):
    """Who has moved since, the longest ago first."""
    potongan = potong(request, _temuan(request))
    for s in potongan:
        s.tidak = tengah.alasan_tidak(s)
    isi = {"potongan": potongan, "kelola": mengelola(request.hak, request.acuan)}
    return render(request, "eperformance/skp/penyesuaian.html", isi)


@akses.peran(*BKD)
@require_safe
def penyesuaian_ekspor(request):
    """The list as xlsx."""
    baris = (
        (s.pegawai.kini.nip, s.pegawai.kini.nama_lengkap, s.periode.tahun, s.unit.nama, s.jabatan.nama if s.jabatan else "",
         s.pegawai.kini.unit.nama, s.pegawai.kini.jabatan.nama if s.pegawai.kini.jabatan else "", s.tmt, s.get_status_display())
        for s in _temuan(request).iterator(chunk_size=2000)
    )  # fmt: skip
    return unduh_daftar(request, "SKP perlu disesuaikan", KOLOM, baris, objek="skp")


@akses.masuk
@require_POST
def skp_sesuaikan(request, pk):
    """Ends the old SKP the day before the TMT and opens the new one."""
    skp = ambil_skp(request, pk)
    kembali = reverse(
        "eperformance:penyesuaian_list" if request.POST.get("dari") == "daftar" else "eperformance:skp_saya"
    )
    baru = []

    def perbuatan(oleh):
        baru.append(tengah.sesuaikan(skp.pk, oleh=oleh))

    jawab = lakukan(
        request, perbuatan, "SKP lama diakhiri sehari sebelum TMT; SKP baru bagi sisa tahun sudah dibuka.", kembali
    )
    if baru and request.POST.get("dari") != "daftar":
        return HttpResponseRedirect(reverse("eperformance:skp_detail", args=[baru[0].pk]))
    return jawab
