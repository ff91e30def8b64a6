"""Surat-surat seleksi terbuka: pindaian persetujuan dan SK panitia, surat tiga calon kepada PPK, pengumuman tiap tahap.

Policy as on the page of the seleksi: the secretariat changes, the panitia reads too; everybody else gets 404.
"""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from karier.forms_seleksi import FormPindaian
from karier.models import BerkasSeleksi, SeleksiJpt
from karier.seleksi import penilaian, perbuatan, umum
from karier.views import pelaku
from karier.views.seleksi import PENGELOLA, ambil_seleksi, harus_pengelola, satu_formulir
from kepegawaian import akses, dosir, jejak
from layanan.galat import DitolakAlur

SEBUTAN = {
    "izin": "persetujuan rencana seleksi", "sk": "SK panitia seleksi", "surat": "surat kepada PPK yang ditandatangani",
}  # fmt: skip


@akses.peran(*PENGELOLA)
@require_http_methods(["GET", "POST"])
def seleksi_berkas_create(request, pk, kode):
    """Uploads the scan of the consent or of the decree, or the signed letter to the PPK."""
    harus_pengelola(request)
    if kode not in SEBUTAN:
        raise Http404
    s, kembali = get_object_or_404(SeleksiJpt, pk=pk), reverse("karier:seleksi_detail", args=[pk])
    isi = {
        "judul": f"Unggah {SEBUTAN[kode]}", "tombol": "Simpan pindaian", "sukses": "Pindaian disimpan.",
        "penjelasan": "Berkas PDF." if kode == "surat" else "PDF, JPG, atau PNG. Pindaian lama tetap tersimpan.",
        "atas": [("Seleksi terbuka", reverse("karier:seleksi_list")), (s.nama, kembali)],
    }  # fmt: skip

    def simpan(d):
        if kode == "surat":
            penilaian.sahkan_surat(pk, d["berkas"], oleh=pelaku(request))
        else:
            perbuatan.unggah(pk, kode, d["berkas"], oleh=pelaku(request))

    return satu_formulir(request, FormPindaian(request.POST or None, request.FILES or None), simpan, isi, kembali)


@akses.masuk
@require_safe
def seleksi_berkas(request, pk):
    """One scan, for the secretariat and the panitia."""
    b = get_object_or_404(BerkasSeleksi, pk=pk)
    ambil_seleksi(request, b.seleksi_id)
    return dosir.respons(b.file, b.nama_asli, b.mime)


@akses.masuk
@require_safe
def seleksi_surat(request, pk):
    """The letter to the PPK: signed once it is, else the print."""
    surat = ambil_seleksi(request, pk, "surat").surat
    medan = surat and (surat.berkas_sah or surat.berkas_cetak)
    if not medan:
        raise Http404
    with request.sebagai():
        jejak.catat("naskah_unduh", surat, nomor=surat.nomor)
    return dosir.respons(medan, f"surat-{surat.nomor}.pdf".replace("/", "-"), "application/pdf")


@akses.peran(*PENGELOLA)
@require_POST
def tahap_umumkan(request, pk, kode):
    """Announces the result of one stage to its candidates."""
    harus_pengelola(request)
    get_object_or_404(SeleksiJpt, pk=pk)
    try:
        umum.umumkan_tahap(pk, kode, oleh=pelaku(request))
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, f"{umum.NAMA[kode]} diumumkan; tiap calon membaca nilainya sendiri.")
    return redirect("karier:seleksi_detail", pk=pk)
