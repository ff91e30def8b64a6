"""Impor presensi: unggah, pratinjau, terapkan, batalkan. Only staf BKD, as every import; nothing counts until applied."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kepegawaian import akses
from kepegawaian.antrean import antrekan
from kepegawaian.impor import presensi
from kepegawaian.impor.pembatalan import PembatalanDitolak
from kepegawaian.impor.wadah import BerkasDitolak
from kepegawaian.models import BarisImpor, BatchImpor
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduhan
from penggajian.forms import PresensiForm
from penggajian.tasks import baca_presensi

HASIL = (("galat", "Galat"), ("berubah", "Berubah"), ("baru", "Baru"), ("sama", "Sama"))
JUDUL = {"tanggal": "Tanggal", "keadaan": "Keadaan", "masuk": "Masuk", "pulang": "Pulang", "terlambat": "Menit terlambat", "cepat": "Menit pulang cepat"}  # fmt: skip


def _batch(pk):
    return get_object_or_404(BatchImpor.objects.filter(jenis="presensi").select_related("oleh__pegawai__kini"), pk=pk)


@akses.peran("staf_bkd")
@require_safe
def presensi_list(request):
    """All batches of presensi, newest first."""
    daftar = BatchImpor.objects.filter(jenis="presensi").select_related("oleh__pegawai__kini")
    return render(request, "penggajian/presensi_list.html", {"potongan": potong(request, daftar)})


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
    """A batch where it stands, with its rows by outcome; first the errors, since they ask for something."""
    batch = _batch(pk)
    r = batch.ringkasan
    hasil = request.GET.get("hasil")
    if hasil not in dict(HASIL):
        hasil = next((h for h, _ in HASIL if r.get(h)), "sama")
    potongan = potong(request, BarisImpor.objects.filter(batch=batch, hasil=hasil).order_by("id"))
    for b in potongan:
        b.isi = [(JUDUL[k], str(b.nilai[k])) for k in JUDUL if b.nilai.get(k)]
        b.ubah = [(u["kolom"], u["lama"], u["baru"]) for u in b.perubahan]
    isi = {
        "batch": batch,
        "berjalan": batch.status in ("diunggah", "membaca", "menerapkan"),
        "angka": [(k, nama, r.get(k, 0)) for k, nama in HASIL],
        "hasil": hasil,
        "potongan": potongan,
        "perubahan": r.get("baru", 0) + r.get("berubah", 0),
    }
    return render(request, "penggajian/presensi_detail.html", isi)


@akses.peran("staf_bkd")
@require_POST
def presensi_baca(request, pk):
    """Reads the file once more, after people were added or after a failure of the portal."""
    if _batch(pk).status in ("diunggah", "membaca", "pratinjau", "gagal"):
        antrekan(baca_presensi, pk)
        messages.success(request, "Berkas dibaca ulang. Muat ulang halaman ini sesaat lagi.")
    else:
        messages.error(request, "Batch yang sudah diterapkan tidak dibaca lagi; unggah berkasnya sebagai batch baru.")
    return redirect("penggajian:presensi_detail", pk=pk)


@akses.peran("staf_bkd")
@require_POST
def presensi_terapkan(request, pk):
    """Applies a previewed batch; pressed twice it is applied once."""
    if _batch(pk).status != "pratinjau":
        messages.error(request, "Batch ini bukan pratinjau; tidak ada yang dapat diterapkan.")
    else:
        batch = presensi.terapkan(pk, oleh=request.user, alamat=request.alamat)
        messages.success(request, f"{batch.ringkasan['tertulis']} hari presensi tersimpan.")
    return redirect("penggajian:presensi_detail", pk=pk)


@akses.peran("staf_bkd")
@require_POST
def presensi_batalkan(request, pk):
    """Withdraws an applied batch; what it had replaced stands again."""
    _batch(pk)
    try:
        batch = presensi.batalkan(pk, oleh=request.user, alamat=request.alamat)
        messages.success(request, f"Impor {batch.nama_berkas} dibatalkan; {batch.ringkasan['kembali']} hari kembali ke catatan semula.")  # fmt: skip
    except PembatalanDitolak as galat:
        messages.error(request, str(galat))
    return redirect("penggajian:presensi_detail", pk=pk)


@akses.peran("staf_bkd")
@require_safe
def presensi_galat(request, pk):
    """The rows in error as xlsx, to mend and send again."""
    batch = _batch(pk)
    if not batch.ringkasan.get("galat"):
        raise Http404
    return unduhan(presensi.galat_xlsx(batch), f"perbaiki-presensi-{batch.pk}.xlsx")
