"""Surat dinas rahasia saya: panggilan, berita acara, tanda terima, dan SK bagi yang bersangkutan sendiri, dan hanya itu."""

from django.db.models import Q
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from disiplin.hak import SURAT_TERPERIKSA
from disiplin.kasus import SLUG
from kepegawaian import akses, dosir, jejak
from layanan.models import NaskahUsulan

TERCETAK = ("tercetak", "ditandatangani")


def _milik(hak):
    """Links to his own letters: printed ones of his steps, and the signed SK once it was handed over or sent."""
    surat = Q(surat=True, langkah__in=SURAT_TERPERIKSA, naskah__tahap__in=TERCETAK)
    sampai = Q(usulan__langkah__kode__in=("penyampaian", "pengiriman"), usulan__langkah__keadaan="selesai")
    sk = Q(surat=False, naskah__tahap="ditandatangani") & sampai
    daftar = NaskahUsulan.objects.filter(usulan__layanan=SLUG, usulan__pegawai_id=hak.pegawai_id or 0)
    return daftar.filter(surat | sk).distinct().select_related("naskah", "usulan")


@akses.masuk
@require_safe
def saya(request):
    """His own letters, newest first."""
    daftar = [
        {"pk": t.naskah_id, "nama": t.naskah.data.get("perihal") or "Keputusan hukuman disiplin", "nomor": t.naskah.nomor,
         "tanggal": t.naskah.tanggal}
        for t in _milik(request.hak).order_by("-naskah_id")
    ]  # fmt: skip
    return render(request, "disiplin/saya.html", {"daftar": daftar})


@akses.masuk
@require_safe
def saya_download(request, pk):
    """One of them as a file; recorded."""
    tautan = _milik(request.hak).filter(naskah_id=pk).first()
    if tautan is None:
        raise Http404
    naskah = tautan.naskah
    medan = naskah.berkas_sah if naskah.tahap == "ditandatangani" else naskah.berkas_cetak
    if not medan:
        raise Http404
    with request.sebagai():
        jejak.catat("naskah_unduh", naskah, nomor=naskah.nomor)
    return dosir.respons(medan, f"surat-{naskah.nomor}".replace("/", "-") + ".pdf", "application/pdf",
                         unduh=request.GET.get("unduh") == "1")  # fmt: skip
