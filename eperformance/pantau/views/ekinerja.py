"""e-Kinerja BKN: ekspor keadaan SKP dan predikat, impor predikat tahunan (pintu SIASN) dan periodik. By SUB41."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
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
from kepegawaian.impor.wadah import BerkasDitolak
from kepegawaian.penomoran import potong
from kepegawaian.tasks import baca_batch
from kepegawaian.views.batch_daftar import HalamanBatch
from kepegawaian.views.ekspor import unduh_daftar

PERAN = ("staf_bkd", "pejabat_bkd")
APA = ("skp", "tahunan", "periodik")
BATCH = HalamanBatch(
    impor.IMPOR, baca_kinerja, "eperformance:ekinerja_batch", "eperformance:ekinerja",
    ("e-Kinerja BKN", "eperformance:ekinerja", "eperformance:ekinerja"), impor.SEBUTAN, "predikat", "predikat periodik",
    "Predikat dari berkas ini ditandai batal dan yang digantikannya berlaku kembali.", "kinerja",
)  # fmt: skip


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
        "potongan": potong(request, BATCH.semua()),
    }
    return render(request, "eperformance/pantau/ekinerja.html", isi, status=422 if form.errors else 200)


def _unggah(request, form):
    """Hands the file to its importer and goes to the preview; None when it is refused (the form says why)."""
    file, apa = form.cleaned_data["file"], form.cleaned_data["jenis"]
    try:
        if apa == "periodik":
            batch = impor.IMPOR.unggah(file.file, file.name, request.hari_ini, request.user, alamat=request.alamat)
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


@akses.peran(*PERAN)
@khusus
@require_safe
def ekinerja_batch(request, pk):
    """One file and its rows."""
    return BATCH.detail(request, pk, menulis=_penulis(request))


@akses.peran("staf_bkd")
@khusus
@require_POST
def ekinerja_baca(request, pk):
    """Reads the file once more."""
    return BATCH.baca(request, pk)


@akses.peran("staf_bkd")
@khusus
@require_POST
def ekinerja_terapkan(request, pk):
    """Applies a previewed batch."""
    return BATCH.terapkan(request, pk)


@akses.peran("staf_bkd")
@khusus
@require_POST
def ekinerja_batalkan(request, pk):
    """Withdraws an applied batch."""
    return BATCH.batalkan(request, pk)


@akses.peran(*PERAN)
@khusus
@require_safe
def ekinerja_galat(request, pk):
    """The rows in error as xlsx."""
    return BATCH.galat(pk)
