"""e-Kinerja BKN: ekspor keadaan SKP dan predikat, impor predikat tahunan (pintu SIASN) dan periodik. By SUB41."""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from eperformance.models import PeriodeKinerja
from eperformance.pantau import ekspor, impor
from eperformance.pantau.forms import BerkasForm
from eperformance.pantau.keadaan import pilihan_masa, tinjau
from eperformance.pantau.tasks import baca_kinerja
from eperformance.pantau.views import pilihan_tahun
from eperformance.penilai import mengelola
from kepegawaian import akses, impor as impor_siasn
from kepegawaian.antrean import antrekan
from kepegawaian.impor.pembatalan import PembatalanDitolak
from kepegawaian.impor.wadah import BerkasDitolak
from kepegawaian.models import BarisImpor, BatchImpor
from kepegawaian.penomoran import potong
from kepegawaian.tasks import baca_batch
from kepegawaian.views.ekspor import unduh_daftar, unduhan

PERAN = ("staf_bkd", "pejabat_bkd")
HASIL = (("galat", "Galat"), ("berubah", "Berubah"), ("baru", "Baru"), ("sama", "Sama"))
APA = ("skp", "tahunan", "periodik")


def khusus(view):
    """Decorator: 403 for those of the BKD who are not of SUB41 or above it."""

    @wraps(view)
    def bungkus(request, *args, **kwargs):
        if not mengelola(request.hak, request.acuan):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return bungkus


def _penulis(request):
    """May he import? Staf only, as every import."""
    return request.hak.punya("staf_bkd")


@akses.peran(*PERAN)
@khusus
def ekinerja(request):
    """Exports in BKN's columns, and the door for its files."""
    semua_tahun = list(PeriodeKinerja.objects.all())
    t = tinjau(request.GET, request.hari_ini, semua_tahun)
    form = BerkasForm(request.POST, request.FILES) if request.method == "POST" else BerkasForm()
    if request.method == "POST":
        if not _penulis(request):
            raise PermissionDenied
        if form.is_valid() and (jawab := _unggah(request, form)):
            return jawab
    isi = {
        "t": t,
        "form": form,
        "tulis": _penulis(request),
        "tahun_pilihan": pilihan_tahun(semua_tahun, t) if t else (),
        "masa_pilihan": [(n, nama, n == t.nomor) for n, nama in pilihan_masa(t.periode, request.hari_ini) if n]
        if t
        else (),
        "potongan": potong(
            request, BatchImpor.objects.filter(jenis=impor.JENIS).select_related("oleh__pegawai__kini")
        ),
    }
    return render(request, "eperformance/pantau/ekinerja.html", isi, status=422 if form.errors else 200)


def _unggah(request, form):
    """Hands the file to its importer and goes to the preview; None when it is refused (the form says why)."""
    file, apa = form.cleaned_data["file"], form.cleaned_data["jenis"]
    try:
        if apa == "periodik":
            batch = impor.unggah(file.file, file.name, request.hari_ini, request.user, alamat=request.alamat)
            antrekan(baca_kinerja, batch.pk)
            return redirect("eperformance:ekinerja_batch", batch.pk)
        batch = impor_siasn.unggah(file.file, file.name, request.hari_ini, request.user, request.alamat)
    except (BerkasDitolak, impor_siasn.BerkasDitolak) as galat:
        form.add_error("file", str(galat))
        return None
    antrekan(baca_batch, batch.pk)
    return redirect("kepegawaian:impor_detail", batch.pk)


@akses.peran(*PERAN)
@khusus
@require_safe
def ekinerja_ekspor(request, apa):
    """One of the three files; recorded."""
    t = tinjau(request.GET, request.hari_ini)
    if apa not in APA or t is None or (apa == "periodik" and t.m is None):
        raise Http404
    tahun = t.periode.tahun
    judul, kolom, baris, nama = {
        "skp": ("Keadaan SKP", ekspor.KOLOM_SKP, lambda: ekspor.baris_skp(t), f"ekinerja-skp-{tahun}"),
        "tahunan": ("Predikat tahunan", ekspor.KOLOM_TAHUNAN, lambda: ekspor.baris_tahunan(tahun), f"ekinerja-tahunan-{tahun}"),
        "periodik": (
            "Predikat periodik", ekspor.KOLOM_PERIODIK, lambda: ekspor.baris_periodik(t),
            f"ekinerja-periodik-{tahun}-{t.nomor:02d}",
        ),
    }[apa]  # fmt: skip
    return unduh_daftar(request, judul, kolom, baris(), objek="kinerjaperiodik", nama=nama)


# ── a batch of kinerja periodik ──────────────────────────────────────────────────────────────────────


def _batch(pk):
    return get_object_or_404(BatchImpor.objects.filter(jenis=impor.JENIS).select_related("oleh__pegawai__kini"), pk=pk)


@akses.peran(*PERAN)
@khusus
@require_safe
def ekinerja_batch(request, pk):
    """A batch where it stands, with its rows by outcome; first the errors, since they ask for something."""
    batch = _batch(pk)
    r = batch.ringkasan
    hasil = request.GET.get("hasil")
    if hasil not in dict(HASIL):
        hasil = next((h for h, _ in HASIL if r.get(h)), "sama")
    potongan = potong(request, BarisImpor.objects.filter(batch=batch, hasil=hasil).order_by("id"))
    for b in potongan:
        b.isi = [(n, str(b.nilai[k])) for k, n in impor.SEBUTAN.items() if b.nilai.get(k)]
        b.ubah = [(u["kolom"], u["lama"], u["baru"]) for u in b.perubahan]
    isi = {
        "batch": batch,
        "berjalan": batch.status in ("diunggah", "membaca", "menerapkan"),
        "angka": [(k, nama, r.get(k, 0)) for k, nama in HASIL],
        "hasil": hasil,
        "potongan": potongan,
        "perubahan": r.get("baru", 0) + r.get("berubah", 0),
        "tulis": _penulis(request),
    }
    return render(request, "eperformance/pantau/ekinerja_batch.html", isi)


@akses.peran("staf_bkd")
@khusus
@require_POST
def ekinerja_baca(request, pk):
    """Reads the file once more."""
    if _batch(pk).status in ("diunggah", "membaca", "pratinjau", "gagal"):
        antrekan(baca_kinerja, pk)
        messages.success(request, "Berkas dibaca ulang. Muat ulang halaman ini sesaat lagi.")
    else:
        messages.error(request, "Batch yang sudah diterapkan tidak dibaca lagi; unggah berkasnya sebagai batch baru.")
    return redirect("eperformance:ekinerja_batch", pk)


@akses.peran("staf_bkd")
@khusus
@require_POST
def ekinerja_terapkan(request, pk):
    """Applies a previewed batch; pressed twice it is applied once."""
    if _batch(pk).status != "pratinjau":
        messages.error(request, "Batch ini bukan pratinjau; tidak ada yang dapat diterapkan.")
    else:
        batch = impor.terapkan(pk, oleh=request.user, alamat=request.alamat)
        messages.success(request, f"{batch.ringkasan['tertulis']} predikat periodik tersimpan.")
    return redirect("eperformance:ekinerja_batch", pk)


@akses.peran("staf_bkd")
@khusus
@require_POST
def ekinerja_batalkan(request, pk):
    """Withdraws an applied batch; what it had replaced stands again."""
    _batch(pk)
    try:
        batch = impor.batalkan(pk, oleh=request.user, alamat=request.alamat)
        messages.success(request, f"Impor {batch.nama_berkas} dibatalkan; {batch.ringkasan['kembali']} predikat kembali ke catatan semula.")  # fmt: skip
    except PembatalanDitolak as galat:
        messages.error(request, str(galat))
    return redirect("eperformance:ekinerja_batch", pk)


@akses.peran(*PERAN)
@khusus
@require_safe
def ekinerja_galat(request, pk):
    """The rows in error as xlsx, to mend and send again."""
    batch = _batch(pk)
    if not batch.ringkasan.get("galat"):
        raise Http404
    return unduhan(impor.galat_xlsx(batch), f"perbaiki-kinerja-{batch.pk}.xlsx")
