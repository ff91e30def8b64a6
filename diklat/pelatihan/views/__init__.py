"""Halaman pelatihan, satu berkas satu pokok: katalog, rencana, kalender, kegiatan, peserta, sesi, hasil, surat, evaluasi.

Lists of people are always scoped (``hak.lingkup``): an OPD sees its own. Who does what is asked of the act itself.
"""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render

from diklat.models import KegiatanPelatihan
from diklat.pelatihan.hak import PEMANTAU, kelola
from diklat.pelatihan.syarat import SEMUA
from layanan import alur
from layanan.galat import DitolakAlur
from layanan.tampilan import url_regulasi

TANDA = {
    "rencana": "netral", "nominasi": "info", "seleksi": "perhatian", "persiapan": "perhatian", "berlangsung": "info",
    "penilaian": "perhatian", "selesai": "terpenuhi", "batal": "gagal",
}  # fmt: skip
TANDA_PESERTA = {
    "diusulkan": "info", "ms": "info", "tms": "gagal", "peserta": "terpenuhi", "cadangan": "perhatian",
    "mundur": "netral", "dikeluarkan": "gagal",
}  # fmt: skip


def pelaku(request):
    """The actor of this request for the acts."""
    return alur.Pelaku(request.user, request.hak, request.alamat)


def ambil_kegiatan(request, pk, *, ubah=False):
    """The kegiatan for those who run or watch it; with ``ubah`` 403 to all but those who run it."""
    k = get_object_or_404(KegiatanPelatihan.objects.select_related("pelatihan", "butir__rencana"), pk=pk)
    if ubah and not kelola(request.hak, request.acuan, k.pelatihan.kelompok):
        raise PermissionDenied
    k.tanda = TANDA[k.tahap]
    return k


def lakukan(request, perbuatan, kalimat, kembali, *args):
    """One act by POST, and back with a sentence. ``perbuatan``: a function without arguments."""
    try:
        hasil = perbuatan()
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, kalimat.format(hasil) if "{}" in kalimat else kalimat)
    return redirect(kembali, *args)


def formulir(request, form, perbuatan, isi, kembali):
    """A form that calls one act; on with a sentence, or the form with what is wrong.

    ``perbuatan(form)`` returns where to go (a response) or nothing: then ``kembali``.
    """
    if request.method == "POST" and form.is_valid():
        try:
            hasil = perbuatan(form)
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, isi["sukses"])
            return hasil if hasattr(hasil, "status_code") else redirect(kembali)
    konteks = {"form": form, "batal_url": kembali} | isi
    return render(request, "komponen/form_halaman.html", konteks, status=422 if form.errors else 200)


def berdasar(daftar):
    """Frozen conditions with the article they rest on and its page."""
    return [x | dasar(SEMUA[x["kode"]]) if x["kode"] in SEMUA else x for x in daftar]


def dari_hasil(hasil, *, buka=True):
    """Rows of ``komponen/_syarat.html`` of [(Syarat, Hasil)]; a confidential sentence only with ``buka``."""
    return [
        {
            "kode": s.kode,
            "uraian": s.uraian,
            "jawaban": h.jawaban,
            "kalimat": h.kalimat if buka or not s.rahasia else "",
        }
        | dasar(s)
        for s, h in hasil
    ]


def dasar(syarat):
    """The law of a Syarat as shown."""
    return {
        "dasar": str(syarat.dasar), "dasar_url": url_regulasi(syarat.dasar.peraturan),
        "asumsi": syarat.keyakinan == "asumsi",
    }  # fmt: skip


__all__ = [
    "PEMANTAU", "TANDA", "TANDA_PESERTA", "ambil_kegiatan", "berdasar", "dari_hasil", "dasar", "formulir", "lakukan",
    "pelaku",
]  # fmt: skip
