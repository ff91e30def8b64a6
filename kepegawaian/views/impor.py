"""Impor SIASN: unggah, pratinjau, terapkan, laporan, batalkan. Only staf BKD; the file has no public address.

The work is done by ``kepegawaian.impor`` in the worker; these pages may be left and come back to.
"""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kepegawaian import akses, impor
from kepegawaian.antrean import AntreanMati, antrekan
from kepegawaian.forms import ImporForm
from kepegawaian.models import BarisImpor, BatchImpor
from kepegawaian.penomoran import potong
from kepegawaian.tasks import baca_batch, batalkan_batch, terapkan_batch
from kepegawaian.views.ekspor import unduhan
from kepegawaian.views.impor_tampil import angka_batch, baris_tampil, laporan

BERJALAN = ("diunggah", "membaca", "menerapkan")
# A batch of more rows is undone by the worker; a smaller one while the clerk waits, who then reads every refusal.
LANGSUNG = 20_000
# ?antre= while a batch still has the status before the work that was asked for.
ANTRE = {"terap": "pratinjau", "batal": "diterapkan"}
HASIL = ("galat", "berubah", "baru", "sama")


@akses.peran("staf_bkd")
def impor_list(request):
    """All batches, newest first."""
    potongan = potong(request, BatchImpor.objects.filter(jenis="siasn").select_related("oleh__pegawai__kini"))
    return render(request, "kepegawaian/impor_list.html", {"potongan": potongan})


@akses.peran("staf_bkd")
def impor_create(request):
    """Takes a file; what is no table of ours is refused at once, the rest is read in the background."""
    form = ImporForm(request.POST or None, request.FILES or None, per=request.hari_ini)
    if request.method == "POST" and form.is_valid():
        file, per = form.cleaned_data["file"], form.cleaned_data["per_tanggal"]
        try:
            batch = impor.unggah(file.file, file.name, per, request.user, request.alamat)
        except impor.BerkasDitolak as galat:
            form.add_error("file", str(galat))
        else:
            antrekan(baca_batch, batch.pk)
            return redirect("kepegawaian:impor_detail", pk=batch.pk)
    return render(request, "kepegawaian/impor_create.html", {"form": form}, status=422 if form.errors else 200)


def _batch(pk):
    return get_object_or_404(BatchImpor.objects.filter(jenis="siasn").select_related("oleh__pegawai__kini"), pk=pk)


@akses.peran("staf_bkd")
@require_safe
def impor_detail(request, pk):
    """A batch where it stands: progress, preview or report, with its rows by outcome."""
    batch = _batch(pk)
    antre = _antre(request, batch)
    isi = {"batch": batch, "r": batch.ringkasan, "berjalan": batch.status in BERJALAN or bool(antre)}
    if isi["berjalan"]:
        isi["kemajuan"] = _kemajuan(batch, antre)
    elif batch.status != "gagal":
        isi["perubahan"] = batch.ringkasan.get("baru", 0) + batch.ringkasan.get("berubah", 0)
        isi |= angka_batch(batch) | {"laporan": laporan(batch)} | _baris(request, batch)
    return render(request, "kepegawaian/impor_detail.html", isi)


def _baris(request, batch):
    """Rows of the asked outcome; first the errors, since they ask for something."""
    pilih = request.GET.get("hasil")
    if pilih not in HASIL:
        pilih = next((h for h in HASIL if batch.ringkasan.get(h)), "sama")
    daftar = BarisImpor.objects.filter(batch=batch, hasil=pilih).order_by("id")
    lembar = request.GET.get("lembar", "")
    if lembar:
        daftar = daftar.filter(lembar=lembar)
    potongan = potong(request, daftar)
    baris_tampil(batch, potongan.butir)
    return {"hasil": pilih, "lembar": lembar, "potongan": potongan}


def _antre(request, batch):
    """terap or batal when that was asked for and the worker has not finished taking it up; else ""."""
    antre = request.GET.get("antre", "")
    if batch.ringkasan.get("batal_ditolak"):
        return ""
    return antre if ANTRE.get(antre) == batch.status else ""


def _minta(request, pk, antre, tugas):
    """Hands the batch to the worker and goes to its page, which waits; or says that no worker can be reached."""
    tujuan = reverse("kepegawaian:impor_detail", args=[pk])
    try:
        antrekan(tugas, pk, request.user.pk, request.alamat, wajib=True)
    except AntreanMati as galat:
        messages.error(request, str(galat))
        return redirect(tujuan)
    return redirect(f"{tujuan}?antre={antre}")


def _kemajuan(batch, antre=""):
    """What the progress card needs; ``antre``: asked for, not yet taken up by the worker."""
    detail = reverse("kepegawaian:impor_detail", args=[batch.pk])
    berjalan = antre or batch.status in BERJALAN
    judul = "Membaca dan memeriksa"
    if antre == "batal" or batch.status == "dibatalkan":
        judul = "Membatalkan"
    elif antre or batch.status in ("menerapkan", "diterapkan"):
        judul = "Menerapkan"
    return {
        "judul": f"{judul} {batch.nama_berkas}",
        "url": reverse("kepegawaian:impor_kemajuan", args=[batch.pk]) + (f"?antre={antre}" if antre else ""),
        "nilai": 0 if antre else batch.kemajuan,
        "maks": None if antre else batch.jumlah or None,
        "keadaan": "berjalan" if berjalan else "gagal" if batch.status == "gagal" else "selesai",
        "uraian": "menunggu giliran" if antre or batch.status == "diunggah" else "",
        "hasil_url": detail,
        "hasil_teks": "Lihat laporan" if batch.status == "diterapkan" else "Lihat hasilnya",
    }


@akses.peran("staf_bkd")
@require_safe
def impor_kemajuan(request, pk):
    """The progress card alone, asked for every second."""
    batch = _batch(pk)
    return render(request, "kepegawaian/_kemajuan_impor.html", {"kemajuan": _kemajuan(batch, _antre(request, batch))})


@akses.peran("staf_bkd")
@require_POST
def impor_terapkan(request, pk):
    """Hands a previewed batch to the worker; pressed twice it is applied once."""
    batch = _batch(pk)
    if batch.status not in ("pratinjau", "menerapkan"):
        messages.error(request, f"Batch ini {batch.get_status_display().lower()}; tidak ada yang dapat diterapkan.")
        return redirect("kepegawaian:impor_detail", pk=pk)
    return _minta(request, pk, "terap", terapkan_batch)


@akses.peran("staf_bkd")
@require_POST
def impor_baca(request, pk):
    """Reads the file once more: after answers in the queue, or after a failure of the portal."""
    batch = _batch(pk)
    if batch.status in ("diterapkan", "dibatalkan", "menerapkan"):
        messages.error(request, "Batch yang sudah diterapkan tidak dibaca lagi; unggah berkasnya sebagai batch baru.")
    else:
        antrekan(baca_batch, pk)
        messages.success(request, "Berkas dibaca ulang. Muat ulang halaman ini sesaat lagi.")
    return redirect("kepegawaian:impor_detail", pk=pk)


@akses.peran("staf_bkd")
def impor_batalkan(request, pk):
    """Undoes an applied batch after a page that says what will happen."""
    batch = _batch(pk)
    if request.method == "POST" and batch.jumlah > LANGSUNG:
        impor.catat_penolakan(pk)
        return _minta(request, pk, "batal", batalkan_batch)
    if request.method == "POST":
        try:
            batch = impor.batalkan(pk, request.user, request.alamat)
        except (impor.PembatalanDitolak, impor.SedangDipakai) as galat:
            messages.error(request, str(galat))
        else:
            messages.success(request, f"Impor {batch.nama_berkas} dibatalkan.")
        return redirect("kepegawaian:impor_detail", pk=pk)
    if batch.status != "diterapkan":
        raise Http404
    return render(request, "kepegawaian/impor_batalkan.html", {"batch": batch, "laporan": laporan(batch)})


@akses.peran("staf_bkd")
@require_safe
def galat_download(request, pk):
    """The rows in error as xlsx, to mend and send again."""
    batch = _batch(pk)
    if not batch.ringkasan.get("galat"):
        raise Http404
    return unduhan(impor.galat_xlsx(batch), f"perbaiki-{batch.pk}.xlsx")


@akses.peran("staf_bkd")
@require_safe
def tidak_ada_list(request, pk):
    """Active pegawai the file does not name: no deletion, only a question."""
    batch = _batch(pk)
    daftar = impor.tidak_ada_di_ekspor(batch).select_related("unit", "opd", "jabatan").order_by("nama", "nip")
    isi = {"batch": batch, "potongan": potong(request, daftar), "tanpa_utama": not batch.ringkasan.get("lembar_utama")}
    return render(request, "kepegawaian/tidak_ada_list.html", isi)
