"""Surat pengantar: daftar surat, rinci satu surat, dan mengajukan banyak draf di bawah satu surat."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kepegawaian import akses
from kepegawaian.penomoran import potong
from layanan import katalog, pengantar
from layanan.forms import FormPengantarBanyak
from layanan.models import Usulan
from layanan.views.pilihan import baca_pilihan
from layanan.views.usulan import pelaku

PELIHAT = ("operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "inspektorat")


@akses.peran(*PELIHAT)
@require_safe
def pengantar_list(request):
    """Letters in scope, newest first, with how many usulan each brought and how many have ended."""
    isi = {
        "potongan": potong(request, pengantar.surat_terlihat(request.hak).select_related("opd")),
        "boleh": request.hak.punya("operator_opd", "staf_bkd") and not request.hak.hanya_baca,
        "draf": pengantar.draf_siap(request.hak).count(),
    }
    return render(request, "layanan/pengantar_list.html", isi)


@akses.peran(*PELIHAT)
@require_safe
def pengantar_detail(request, pk):
    """One letter with its usulan in scope."""
    surat = get_object_or_404(pengantar.surat_terlihat(request.hak).select_related("opd", "dibuat_oleh"), pk=pk)
    usulan = (
        Usulan.objects.terlihat_oleh(request.hak).filter(pengantar=surat)
        .select_related("pegawai__kini", "langkah_kini").order_by("pegawai__kini__nama")
    )  # fmt: skip
    return render(request, "layanan/pengantar_detail.html", {"surat": surat, "potongan": potong(request, usulan)})


@akses.peran("operator_opd", "staf_bkd")
def pengantar_create(request):
    """Chooses drafts, names the letter, submits them all; shows what became of each."""
    form = FormPengantarBanyak(request.POST or None, request.FILES or None)
    galat = ""
    if request.method == "POST":
        pilihan = baca_pilihan(request)
        if not pilihan:
            galat = "Pilih sekurang-kurangnya satu draf."
        elif len(pilihan) > pengantar.BANYAK_MAKS:
            galat = f"Paling banyak {pengantar.BANYAK_MAKS} draf sekali kirim."
        elif form.is_valid():
            isi = form.cleaned_data
            hasil = pengantar.ajukan_banyak(
                pilihan, nomor=isi["nomor"], tanggal=isi["tanggal"], file=isi["berkas"], oleh=pelaku(request)
            )
            berhasil = sum(not h.sebab for h in hasil)
            return render(
                request,
                "layanan/hasil_banyak.html",
                {"judul": f"Surat pengantar {isi['nomor']}", "hasil": hasil, "berhasil": berhasil,
                 "gagal": len(hasil) - berhasil, "kata": "diajukan", "kembali": "layanan:pengantar_list"},
            )  # fmt: skip
    draf = pengantar.draf_siap(request.hak).select_related("pegawai__kini", "opd")
    potongan = potong(request, draf)
    dicentang = set(request.POST.getlist("pilih"))
    for usulan in potongan:
        usulan.kunci = f"{usulan.nomor}:{usulan.versi_baris}"
        usulan.label_pilih = f"Pilih {usulan.pegawai.kini.nama}"
        usulan.layanan_nama = katalog.ambil(usulan.layanan).nama
        usulan.dicentang = usulan.kunci in dicentang
    isi = {"form": form, "potongan": potongan, "galat": galat}
    return render(request, "layanan/pengantar_create.html", isi, status=422 if galat or form.errors else 200)
