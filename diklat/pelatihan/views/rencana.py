"""Rencana tahunan: daftar, satu tahun dengan realisasinya, butir, persetujuan, xlsx dan PDF."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from diklat.models import ButirRencana, Pelatihan, RencanaPelatihan
from diklat.pelatihan import hak, rencana
from diklat.pelatihan.forms import FormButir
from diklat.pelatihan.views import formulir, lakukan, pelaku
from diklat.pelatihan.views.cetak import kirim_pdf
from kepegawaian import akses
from kepegawaian.views.ekspor import unduh_daftar

PEMBACA = ("staf_bkd", "pejabat_bkd", "pimpinan", "inspektorat")
KOLOM = ("PELATIHAN", "KELOMPOK", "MULAI", "SELESAI", "SASARAN", "JP", "ANGGARAN", "SUMBER DANA", "KEGIATAN", "PESERTA",
         "LULUS", "TERPAKAI", "KETERANGAN")  # fmt: skip
TANDA = {"disusun": "netral", "diajukan": "perhatian", "disetujui": "perhatian", "ditetapkan": "terpenuhi"}
TOMBOL = {
    "ajukan": "Ajukan ke Kepala Bidang", "setujui": "Setujui, teruskan ke Kepala BKD", "tetapkan": "Tetapkan rencana",
}  # fmt: skip


@akses.peran(*PEMBACA)
@require_safe
def rencana_list(request):
    """All years with their totals."""
    daftar = rencana.dengan_jumlah(RencanaPelatihan.objects.all()[:20])
    for r in daftar:
        r.tanda = TANDA[r.status]
    ada = {r.tahun for r in daftar}
    tahun = request.hari_ini.year
    isi = {
        "daftar": daftar, "kelola": hak.kelola_rencana(request.hak, request.acuan),
        "tahun_baru": [t for t in (tahun, tahun + 1) if t not in ada],
    }  # fmt: skip
    return render(request, "diklat/pelatihan/rencana_list.html", isi)


@akses.peran(*PEMBACA)
@require_POST
def rencana_create(request):
    """Opens the plan of this year or the next."""
    teks = request.POST.get("tahun", "")
    if not teks.isdigit() or int(teks) not in (request.hari_ini.year, request.hari_ini.year + 1):
        raise Http404
    if not hak.kelola_rencana(request.hak, request.acuan):
        raise PermissionDenied
    r = rencana.buka(int(teks), oleh=pelaku(request))
    return redirect("diklat:rencana_detail", r.pk)


@akses.peran(*PEMBACA)
@require_safe
def rencana_detail(request, pk):
    """One year: every item with what came of it beside it, and what can be done next."""
    r = get_object_or_404(RencanaPelatihan, pk=pk)
    butir = rencana.butir_nyata(r)
    aksi = [a for a in rencana.TINDAKAN if rencana.boleh(r, a, request.hak, request.acuan)]
    isi = {
        "r": r, "butir": butir, "jumlah": rencana.jumlah(butir), "tanda": TANDA[r.status],
        "aksi": [(a, TOMBOL[a]) for a in aksi if a in TOMBOL], "kembalikan": "kembalikan" in aksi,
        "kelola": hak.kelola_rencana(request.hak, request.acuan) and r.terbuka,
    }  # fmt: skip
    return render(request, "diklat/pelatihan/rencana_detail.html", isi)


@akses.peran(*PEMBACA)
@require_POST
def rencana_lakukan(request, pk, aksi):
    """Submits, approves, sets, or sends back."""
    if aksi not in rencana.TINDAKAN:
        raise Http404
    get_object_or_404(RencanaPelatihan, pk=pk)
    versi = request.POST.get("versi", "")

    def tindak():
        return rencana.tindak(
            pk, aksi, versi=int(versi) if versi.isdigit() else -1, oleh=pelaku(request),
            catatan=request.POST.get("catatan", ""),
        ).get_status_display()  # fmt: skip

    return lakukan(request, tindak, "Rencana: {}.", "diklat:rencana_detail", pk)


@akses.peran(*PEMBACA)
@require_http_methods(["GET", "HEAD", "POST"])
def butir_form(request, pk, butir=None):
    """A new item of the plan, or changes to one."""
    r = get_object_or_404(RencanaPelatihan, pk=pk)
    if not hak.kelola_rencana(request.hak, request.acuan):
        raise PermissionDenied
    b = get_object_or_404(ButirRencana, pk=butir, rencana=r) if butir else None
    awal = {} if b else _awal_butir(request, r)
    form = FormButir(request.POST or None, instance=b, initial={"versi": r.versi} | awal)

    def simpan(f):
        data = dict(f.cleaned_data)
        rencana.simpan_butir(pk, butir, data, versi=data.pop("versi"), oleh=pelaku(request))

    kembali = reverse("diklat:rencana_detail", args=[pk])
    isi = {
        "judul": "Ubah butir rencana" if butir else "Butir rencana baru", "tombol": "Simpan butir",
        "sukses": "Butir rencana disimpan.", "atas": [(str(r), kembali)],
    }  # fmt: skip
    return formulir(request, form, simpan, isi, kembali)


def _awal_butir(request, r):
    """A new item as the needs analysis asks for it (``?pelatihan=&sasaran=``): JP and money by the catalogue."""
    teks, banyak = request.GET.get("pelatihan", ""), request.GET.get("sasaran", "")
    sasaran = int(banyak) if banyak.isascii() and banyak.isdigit() and len(banyak) < 5 else None
    awal = {"sasaran": sasaran} if sasaran else {}
    p = Pelatihan.objects.filter(pk=teks, aktif=True).first() if teks.isascii() and teks.isdigit() else None
    if p is None:
        return awal
    jp = request.acuan.setelan("diklat_jp", request.hari_ini).get(p.jenjang) if p.jenjang else p.jp
    awal |= {"pelatihan": p.pk, "jp": jp, "keterangan": "dari analisis kebutuhan"}
    return awal | ({"anggaran": sasaran * p.biaya} if sasaran and p.biaya is not None else {})


@akses.peran(*PEMBACA)
@require_POST
def butir_delete(request, pk):
    """Takes an item out."""
    b = get_object_or_404(ButirRencana, pk=pk)
    return lakukan(
        request, lambda: rencana.hapus_butir(b, oleh=pelaku(request)), "Butir dihapus.", "diklat:rencana_detail",
        b.rencana_id,
    )  # fmt: skip


@akses.peran(*PEMBACA)
@require_safe
def rencana_ekspor(request, pk):
    """The plan with its realisation as xlsx."""
    r = get_object_or_404(RencanaPelatihan, pk=pk)
    baris = (
        (b.pelatihan.nama, b.pelatihan.get_kelompok_display(), b.mulai, b.selesai, b.sasaran, b.jp, b.anggaran,
         b.get_sumber_display(), b.kegiatan_n, b.ikut_n, b.lulus_n, b.terpakai, b.keterangan)
        for b in rencana.butir_nyata(r)
    )  # fmt: skip
    return unduh_daftar(request, str(r), KOLOM, baris, objek="rencanapelatihan")


@akses.peran(*PEMBACA)
@require_safe
def rencana_download(request, pk):
    """The plan as PDF, A4 across."""
    r = get_object_or_404(RencanaPelatihan, pk=pk)
    butir = rencana.butir_nyata(r)
    isi = {"r": r, "butir": butir, "jumlah": rencana.jumlah(butir)}
    return kirim_pdf(
        request, "diklat/pelatihan/rencana_cetak.html", isi, f"rencana pelatihan {r.tahun}",
        reverse("diklat:rencana_detail", args=[pk]), obyek=r, jumlah=len(butir),
    )  # fmt: skip
