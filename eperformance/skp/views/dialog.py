"""Lembar Dialog: catatan pegawai dan penilai atas SKP, satu hasil kerja, atau satu perilaku."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from eperformance.aturan import BERAKHLAK
from eperformance.models import CatatanSkp
from eperformance.penilai import ambil_skp, menilai
from eperformance.skp import dialog
from eperformance.skp.views import bilangan
from kepegawaian import akses
from kepegawaian.penomoran import potong
from layanan.galat import DitolakAlur
from layanan.views.usulan import pelaku


@akses.masuk
@require_http_methods(["GET", "HEAD", "POST"])
def skp_dialog(request, pk):
    """The dialogue, newest first; a remark refused keeps its words. Opening it reads its notices."""
    skp = ambil_skp(request, pk)
    hasil = {h.pk: h.rencana for h in skp.hasil.all()}
    isi, pilih, galat = "", request.GET.get("perihal", ""), ""
    if request.method == "POST":
        if skp.pegawai_id != request.hak.pegawai_id and not menilai(request.hak, skp):
            raise PermissionDenied
        isi, pilih = request.POST.get("isi", ""), request.POST.get("perihal", "")
        jenis, _, kunci = pilih.partition(":")
        tentang = (
            {"hasil_id": bilangan(kunci)} if jenis == "hasil" else {"perilaku": kunci} if jenis == "perilaku" else {}
        )
        try:
            dialog.ucapkan(skp.pk, isi, oleh=pelaku(request), **tentang)
        except DitolakAlur as tolak:
            galat = str(tolak)
        else:
            messages.success(request, "Catatan dikirim.")
            return redirect("eperformance:skp_dialog", skp.pk)
    elif request.method == "GET":
        dialog.tandai_dibaca(request.user, skp, timezone.now())
    potongan = potong(
        request, CatatanSkp.objects.filter(skp=skp).select_related("oleh__pegawai__kini").order_by("-id")
    )
    for c in potongan:
        c.perihal = (
            hasil.get(c.hasil_id, "hasil kerja yang sudah dihapus")
            if c.hasil_id
            else BERAKHLAK.get(c.perilaku, ("",))[0]
        )
        c.milik = c.oleh_id == request.user.pk
        c.nama = c.oleh.pegawai.kini.nama_lengkap if c.oleh.pegawai_id else c.oleh.nama
    pilihan = [("", "SKP ini seluruhnya"), *((f"hasil:{k}", t) for k, t in hasil.items())]
    pilihan += [(f"perilaku:{k}", f"Perilaku {n}") for k, (n, _) in BERAKHLAK.items()]
    konteks = {
        "skp": skp, "potongan": potongan, "pilihan": pilihan, "pilih": pilih, "isi_ketik": isi, "galat": galat,
        "dapat_bicara": dialog.boleh_bicara(request.hak, skp),
    }  # fmt: skip
    return render(request, "eperformance/skp/dialog.html", konteks, status=422 if galat else 200)
