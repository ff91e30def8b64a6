"""Halaman daftar resmi: daftar, satu daftar, minta, tetapkan, koreksi, unduh, keberatan.

Who sees what: ``lihat.py``; what the acts do: ``susun.py``.
"""

from datetime import date

from django.contrib import messages
from django.db.models import Count, Window
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kepangkatan.aturan.duk import KUNCI
from kepangkatan.daftar import lihat, susun
from kepangkatan.daftar.bentuk import baca_bagian
from kepangkatan.daftar.forms import DaftarForm, KoreksiForm, TetapkanForm
from kepangkatan.tasks import cetak_daftar, susun_daftar
from kepegawaian import akses, jejak
from kepegawaian.antrean import antrekan
from kepegawaian.models import DaftarResmi
from kepegawaian.penomoran import potong, potong_sekali

BKD = lihat.BKD
MIME = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def ambil(request, pk):
    """The list ``pk`` when the reader may open it; 404 to everyone else."""
    return get_object_or_404(
        DaftarResmi.objects.select_related("unit", "menggantikan", "koreksi").filter(lihat.terlihat(request.hak)),
        pk=pk,
    )


@akses.masuk
@require_safe
def daftar_list(request):
    """Lists the reader may open, newest date first; ``?jenis=``; the reminder of DUK-01."""
    daftar = DaftarResmi.objects.filter(lihat.terlihat(request.hak)).select_related("unit").defer("data")
    jenis = request.GET.get("jenis", "")
    if jenis in dict(DaftarResmi.JENIS):
        daftar = daftar.filter(jenis=jenis)
    else:
        jenis = ""
    isi = {
        "potongan": potong(request, daftar),
        "jenis": jenis,
        "pilihan": DaftarResmi.JENIS,
        "boleh": request.hak.punya(*BKD),
        "duk_tahun": _duk_belum(request.hari_ini) if request.hak.punya(*BKD) else None,
    }
    return render(request, "daftar/daftar_list.html", isi)


def _duk_belum(hari_ini):
    """DUK-01: the last year of which no DUK of the whole agency stands, or None."""
    tahun = hari_ini.year - 1
    ada = DaftarResmi.objects.filter(
        jenis="duk", per__year=tahun, per__month=12, status="ditetapkan", unit__isnull=True
    )
    return None if ada.exists() else tahun


@akses.masuk
@require_safe
def duk_kini(request):
    """The DUK that stands now, else the list of lists."""
    satu = susun.terakhir("duk").values_list("pk", flat=True).first()
    if satu is None:
        return redirect(f"{reverse('daftar:daftar_list')}?jenis=duk")
    return redirect("daftar:daftar_detail", pk=satu)


@akses.masuk
@require_safe
def daftar_detail(request, pk):
    """One list where it stands: progress, or its rows part by part with what may be done next."""
    daftar = ambil(request, pk)
    isi = {"daftar": daftar, "berjalan": daftar.status in DaftarResmi.BERJALAN}
    if isi["berjalan"]:
        isi["kemajuan"] = _kemajuan(daftar)
    elif daftar.status != "gagal":
        isi |= _isi(request, daftar)
    isi["boleh"] = request.hak.punya(*BKD)
    return render(request, "daftar/daftar_detail.html", isi)


def _isi(request, daftar):
    bagian = baca_bagian(daftar.data)
    kini = next((b for b in bagian if b.kode == request.GET.get("bagian")), bagian[0])
    penuh = lihat.penuh(request.hak, daftar)
    if kini.kode == "pengecualian" and not penuh:
        kini = bagian[0]
    baris = daftar.baris.filter(bagian=kini.kode).order_by("nomor", "id")
    cari = request.GET.get("q", "").strip()[:60]
    if cari:
        # A number finds only its owner, so that the masked digits of others cannot be guessed one by one.
        angka = "".join(cari.split())
        baris = baris.filter(nip=angka) if angka.isdigit() else _cari_nama(baris, cari)
    potongan = _halaman(request, baris) if cari else potong(request, baris, None)
    return {
        "bagian": [b for b in bagian if penuh or b.kode != "pengecualian"],
        "kini": kini,
        "potongan": potongan,
        "baris": lihat.baris_html(potongan.butir, daftar, kini, request.hak, request.acuan),
        "cari": cari,
        "penuh": penuh,
        "saya": _saya(request, daftar),
        "urutan": KUNCI if daftar.jenis == "duk" else (),
        "keberatan": _keberatan(request, daftar, penuh),
    }


def _halaman(request, baris):
    """The asked page of what a search finds: every name is compared once, for the rows and their number together."""

    def ambil(awal, ukuran):
        isi = list(baris.annotate(jumlah=Window(Count("pk")))[awal : awal + ukuran])
        return isi, isi[0].jumlah if isi else baris.count() if awal else 0

    return potong_sekali(request, ambil)


def _cari_nama(baris, cari):
    for kata in cari.split():
        baris = baris.filter(nama__icontains=kata.strip(".,"))
    return baris


def _saya(request, daftar):
    """The reader's own number on a DUK."""
    if daftar.jenis != "duk" or request.hak.pegawai_id is None:
        return None
    return daftar.baris.filter(bagian="duk", pegawai_id=request.hak.pegawai_id).values_list("nomor", flat=True).first()


def _keberatan(request, daftar, penuh):
    """Objections the reader may see: all of them for the BKD, else his own."""
    if daftar.jenis != "duk" or daftar.status != "ditetapkan":
        return None
    semua = daftar.keberatan.select_related("pegawai__kini")
    return list(semua if penuh else semua.filter(pegawai_id=request.hak.pegawai_id or 0))


def _kemajuan(daftar):
    return {
        "judul": f"Menyusun {susun.sebut(daftar).lower()}",
        "url": reverse("daftar:daftar_kemajuan", args=[daftar.pk]),
        "nilai": daftar.kemajuan,
        "maks": daftar.jumlah or None,
        "keadaan": "berjalan" if daftar.status in DaftarResmi.BERJALAN else "gagal" if daftar.status == "gagal" else "selesai",
        "uraian": f"{daftar.kemajuan} orang dibaca" if daftar.kemajuan else "menunggu giliran",
        "hasil_url": reverse("daftar:daftar_detail", args=[daftar.pk]),
        "hasil_teks": "Buka daftar",
    }  # fmt: skip


@akses.masuk
@require_safe
def daftar_kemajuan(request, pk):
    """The progress card alone."""
    return render(request, "daftar/_kemajuan.html", {"kemajuan": _kemajuan(ambil(request, pk))})


@akses.peran(*BKD)
def daftar_create(request):
    """Asks for a list; the worker makes it."""
    jenis = request.GET.get("jenis") or "duk"
    # DUK-01: of the end of December; everything else of today unless another day is asked for.
    per = date(request.hari_ini.year - 1, 12, 31) if jenis == "duk" else request.hari_ini
    awal = {"jenis": jenis, "per": request.GET.get("per") or per}
    form = DaftarForm(request.POST or None, initial=awal, acuan=request.acuan, hari_ini=request.hari_ini)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with request.sebagai():
            daftar = susun.minta(data["jenis"], data["per"], unit_id=data["unit"])
            antrekan(susun_daftar, daftar.pk)
        return redirect("daftar:daftar_detail", pk=daftar.pk)
    isi = {
        "judul": "Susun daftar", "form": form, "tombol": "Susun konsep",
        "penjelasan": "Disusun pekerja latar menurut keadaan pada tanggal itu, lalu ditinjau sebelum ditetapkan.",
        "batal_url": reverse("daftar:daftar_list"), "atas": [("Daftar resmi", reverse("daftar:daftar_list"))],
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)


@akses.peran(*BKD)
@require_POST
def daftar_cetak(request, pk):
    """Prints a konsep into xlsx and PDF, marked as such; or once more what was set and is not printed yet."""
    daftar = ambil(request, pk)
    if daftar.status not in ("konsep", "ditetapkan") or daftar.tercetak:
        messages.error(request, "Daftar ini tidak menunggu pencetakan.")
    else:
        antrekan(cetak_daftar, daftar.pk)
        messages.success(request, "Berkas sedang dicetak; muat ulang halaman ini sebentar lagi.")
    return redirect("daftar:daftar_detail", pk=pk)


@akses.peran("pejabat_bkd")
def daftar_tetapkan(request, pk):
    """Sets a konsep: from then on nothing of it changes."""
    daftar = ambil(request, pk)
    form = TetapkanForm(
        request.POST or None, daftar=daftar, hari_ini=request.hari_ini,
        initial={"tanggal": request.hari_ini, "diumumkan": request.hari_ini},
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            with request.sebagai():
                susun.tetapkan(pk, **form.cleaned_data, oleh=request.user)
                antrekan(cetak_daftar, pk)
        except susun.Ditolak as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Daftar ditetapkan. Berkasnya dicetak pekerja latar.")
            return redirect("daftar:daftar_detail", pk=pk)
    isi = _formulir(daftar, "Tetapkan", form, "Tetapkan daftar") | {
        "catatan": "Sesudah ditetapkan isinya tidak dapat diubah; kekeliruan diperbaiki dengan versi baru yang beralasan."
    }
    if daftar.pengecualian:
        isi["catatan"] += f" {daftar.pengecualian} PNS belum dapat diurutkan dan tidak ikut."
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)


def _formulir(daftar, judul, form, tombol):
    url = reverse("daftar:daftar_detail", args=[daftar.pk])
    return {
        "judul": judul, "form": form, "tombol": tombol, "penjelasan": susun.sebut(daftar), "batal_url": url,
        "atas": [("Daftar resmi", reverse("daftar:daftar_list")), (susun.sebut(daftar), url)],
    }  # fmt: skip


@akses.peran(*BKD)
def daftar_koreksi(request, pk):
    """A new version with its reason (DUK-04)."""
    daftar, form = ambil(request, pk), KoreksiForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with request.sebagai():
                baru = susun.koreksi(pk, alasan=form.cleaned_data["alasan"])
                antrekan(susun_daftar, baru.pk)
        except susun.Ditolak as galat:
            form.add_error(None, str(galat))
        else:
            return redirect("daftar:daftar_detail", pk=baru.pk)
    isi = _formulir(daftar, "Koreksi", form, "Susun versi baru")
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)


@akses.peran(*BKD)
@require_POST
def daftar_buang(request, pk):
    """Throws a konsep away."""
    ambil(request, pk)
    try:
        with request.sebagai():
            susun.buang(pk)
    except susun.Ditolak as galat:
        messages.error(request, str(galat))
        return redirect("daftar:daftar_detail", pk=pk)
    messages.success(request, "Konsep dibuang.")
    return redirect("daftar:daftar_list")


@akses.masuk
@require_safe
def daftar_download(request, pk, macam):
    """The file as it was printed, for who may read all of the list."""
    daftar = ambil(request, pk)
    berkas = {"pdf": daftar.file_pdf, "xlsx": daftar.file_xlsx}.get(macam)
    if not berkas or not lihat.penuh(request.hak, daftar):
        raise Http404
    with request.sebagai():
        jejak.catat("ekspor", daftar, jumlah=daftar.jumlah, daftar=susun.sebut(daftar).lower())
    nama = berkas.name.rsplit("/", 1)[-1].split("-", 1)[-1]
    jawab = FileResponse(berkas.open(), as_attachment=True, filename=nama, content_type=MIME[macam])
    jawab["Cache-Control"] = "private, no-store"
    return jawab
