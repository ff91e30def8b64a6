"""Impor presensi: unggah, pratinjau, terapkan, batalkan. Only staf BKD, as every import; nothing counts until applied."""

from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kepegawaian import akses
from kepegawaian.antrean import antrekan
from kepegawaian.impor import presensi
from kepegawaian.impor.wadah import BerkasDitolak
from kepegawaian.penomoran import potong
from kepegawaian.views.batch_daftar import HalamanBatch
from penggajian.forms import PresensiForm
from penggajian.tasks import baca_presensi

JUDUL = {"tanggal": "Tanggal", "keadaan": "Keadaan", "masuk": "Masuk", "pulang": "Pulang", "terlambat": "Menit terlambat", "cepat": "Menit pulang cepat"}  # fmt: skip
BATCH = HalamanBatch(
    presensi.IMPOR, baca_presensi, "penggajian:presensi_detail", "penggajian:presensi",
    ("Presensi", "penggajian:presensi_list", "penggajian:presensi_create"), JUDUL, "hari", "hari presensi",
    "Hari-hari dari berkas ini ditandai batal dan yang digantikannya berlaku kembali.", "presensi",
)  # fmt: skip


@akses.peran("staf_bkd")
@require_safe
def presensi_list(request):
    """All batches of presensi, newest first."""
    return render(request, "penggajian/presensi_list.html", {"potongan": potong(request, BATCH.semua())})


@akses.peran("staf_bkd")
def presensi_create(request):
    """Takes a file; what is no table of ours is refused at once, the rest is read in the background."""
    form = PresensiForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            batch = presensi.unggah(
                file.file, file.name, request.hari_ini, request.user, jam=form.jam, alamat=request.alamat
            )
        except BerkasDitolak as galat:
            form.add_error("file", str(galat))
        else:
            antrekan(baca_presensi, batch.pk)
            return redirect("penggajian:presensi_detail", pk=batch.pk)
    isi = {
        "judul": "Unggah presensi",
        "form": form,
        "tombol": "Unggah dan periksa",
        "penjelasan": "Sesudah diunggah, berkas dibaca dan dibandingkan. Belum ada yang tersimpan sampai Anda menerapkannya.",
        "batal_url": reverse("penggajian:presensi_list"),
        "atas": [("Presensi", reverse("penggajian:presensi_list"))],
    }
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)


@akses.peran("staf_bkd")
@require_safe
def presensi_detail(request, pk):
    """One file and its rows."""
    return BATCH.detail(request, pk)


@akses.peran("staf_bkd")
@require_POST
def presensi_baca(request, pk):
    """Reads the file once more."""
    return BATCH.baca(request, pk)


@akses.peran("staf_bkd")
@require_POST
def presensi_terapkan(request, pk):
    """Applies a previewed batch."""
    return BATCH.terapkan(request, pk)


@akses.peran("staf_bkd")
@require_POST
def presensi_batalkan(request, pk):
    """Withdraws an applied batch."""
    return BATCH.batalkan(request, pk)


@akses.peran("staf_bkd")
@require_safe
def presensi_galat(request, pk):
    """The rows in error as xlsx."""
    return BATCH.galat(pk)
