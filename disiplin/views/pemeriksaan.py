"""Pemeriksaan: berita acara sebuah kasus dengan tanya jawabnya, ditulis pemeriksa selama langkahnya menunggu."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from disiplin import kasus
from disiplin.forms_halaman import BapForm, TanyaFormSet
from disiplin.hak import boleh_bap
from disiplin.models import Bap
from disiplin.views.kasus import kasus_terlihat
from kepegawaian import akses
from layanan.galat import DitolakAlur
from layanan.views.usulan import pelaku


def _ambil(request, nomor):
    """(usulan, case) the reader opens, with what the page shows; 404 to everybody else."""
    daftar = kasus_terlihat(request.hak).select_related(
        "pegawai__kini__jabatan", "pegawai__kini__unit", "langkah_kini__jabatan"
    )
    usulan = get_object_or_404(daftar, nomor=nomor)
    return usulan, kasus.berkas_kasus(usulan)


def _ambil_bap(request, nomor, pk):
    """(usulan, BAP) the reader may write now; 403 to who only reads it."""
    usulan, satu = _ambil(request, nomor)
    bap = get_object_or_404(Bap.objects.prefetch_related("tanya"), pk=pk, kasus=satu)
    if not boleh_bap(usulan, satu, request.hak):
        raise PermissionDenied
    return usulan, bap


@akses.masuk
@require_safe
def pemeriksaan(request, nomor):
    """Tim, and every BAP with its questions and answers."""
    usulan, satu = _ambil(request, nomor)
    kini = usulan.pegawai.kini
    awal = {"tentang": "terperiksa", "nama": kini.nama_lengkap, "jabatan": kini.jabatan.nama if kini.jabatan else "",
            "tanggal": request.hari_ini, "cara": "tatap_muka"}  # fmt: skip
    isi = {
        "usulan": usulan, "kasus": satu, "bap": satu.bap.prefetch_related("tanya"),
        "tim": satu.tim.select_related("pegawai__kini__jabatan"), "boleh": boleh_bap(usulan, satu, request.hak),
        "form": BapForm(initial=awal),
    }  # fmt: skip
    return render(request, "disiplin/pemeriksaan.html", isi)


@akses.masuk
@require_POST
def bap_create(request, nomor):
    """A new BAP."""
    usulan, satu = _ambil(request, nomor)
    if not boleh_bap(usulan, satu, request.hak):
        raise PermissionDenied
    form = BapForm(request.POST)
    if not form.is_valid():
        isi = {"judul": "Berita acara baru", "form": form, "tombol": "Buat berita acara",
               "batal_url": reverse("disiplin:pemeriksaan", args=[nomor])}  # fmt: skip
        return render(request, "komponen/form_halaman.html", isi, status=422)
    bap = kasus.buat_bap(satu, form.cleaned_data, oleh=pelaku(request))
    return redirect("disiplin:bap_update", nomor=nomor, pk=bap.pk)


@akses.masuk
def bap_update(request, nomor, pk):
    """Questions and answers; each save offers three more empty rows."""
    usulan, bap = _ambil_bap(request, nomor, pk)
    awal = [{"pertanyaan": t.pertanyaan, "jawaban": t.jawaban} for t in bap.tanya.all()]
    isian = TanyaFormSet(request.POST or None, initial=awal)
    if request.method == "POST" and isian.is_valid():
        isi = [(f["pertanyaan"], f["jawaban"]) for f in isian.cleaned_data if f.get("pertanyaan")]
        try:
            kasus.isi_bap(bap, isi, oleh=pelaku(request))
        except DitolakAlur as galat:
            messages.error(request, str(galat))
        else:
            messages.success(request, f"{len(isi)} tanya jawab tersimpan.")
        return redirect("disiplin:bap_update", nomor=nomor, pk=pk)
    status = 422 if request.method == "POST" else 200
    return render(request, "disiplin/bap_update.html", {"usulan": usulan, "bap": bap, "isian": isian}, status=status)


@akses.masuk
@require_POST
def bap_tutup(request, nomor, pk):
    """Closes a BAP; from then on it is evidence."""
    _, bap = _ambil_bap(request, nomor, pk)
    try:
        kasus.tutup_bap(bap, oleh=pelaku(request))
    except DitolakAlur as galat:
        messages.error(request, str(galat))
        return redirect("disiplin:bap_update", nomor=nomor, pk=pk)
    messages.success(request, "Berita acara ditutup. Cetak pada halaman kasusnya.")
    return redirect("disiplin:pemeriksaan", nomor=nomor)
