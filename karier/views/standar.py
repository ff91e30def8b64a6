"""Standar kompetensi jabatan: menurut kelompok, menurut jabatan, dan perubahannya sebagai baris bertanggal."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from karier.forms import FormKompetensi, FormStandar, SaringStandar
from karier.galat import DitolakKarier
from karier.hak import boleh_standar
from karier.standar import KELOMPOK, ubah
from karier.views import pelaku
from kepegawaian import akses
from kepegawaian.models import Jabatan, StandarKompetensi
from kepegawaian.penomoran import potong
from kepegawaian.standar import Standar, berlaku
from kepegawaian.views.ekspor import unduh_daftar

PEMBACA = ("staf_bkd", "pejabat_bkd", "inspektorat")
TAB = (("kelompok", "Menurut kelompok"), ("jabatan", "Menurut jabatan"))
KOLOM = ("SASARAN", "KODE", "KOMPETENSI", "JENIS", "LEVEL", "BERLAKU SEJAK", "DASAR", "KEYAKINAN")


@akses.peran(*PEMBACA)
@require_safe
def standar_list(request):
    """Levels of every kelompok side by side, or the posts and which have levels of their own."""
    tampil = "jabatan" if request.GET.get("tampil") == "jabatan" else "kelompok"
    isi = {"tab": TAB, "tampil": tampil, "boleh": boleh_standar(request.hak, request.acuan)}
    if tampil == "kelompok":
        standar = Standar(request.hari_ini, ())
        isi["kompetensi"] = [k for k in standar.kompetensi if any(k.kode in d for d in standar.kelompok.values())]
        isi["baris"] = [
            (kode, nama, [standar.kelompok[kode].get(k.kode) for k in isi["kompetensi"]])
            for kode, nama in KELOMPOK.items()
        ]
        return render(request, "karier/standar_list.html", isi)
    isi["form"] = SaringStandar(request.GET)
    jabatan = Jabatan.objects.filter(berlaku_sampai__isnull=True).select_related("eselon", "unit").order_by("nama")
    for kata in request.GET.get("q", "").split():
        jabatan = jabatan.filter(nama__icontains=kata)
    isi["potongan"] = potong(request, jabatan)
    sendiri = set(
        berlaku(request.hari_ini)
        .filter(jabatan_id__in=[j.pk for j in isi["potongan"]])
        .values_list("jabatan_id", flat=True)
    )
    for j in isi["potongan"]:
        j.punya_sendiri = j.pk in sendiri
    return render(request, "karier/standar_list.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def standar_ekspor(request):
    """Every row in force as xlsx."""
    baris = berlaku(request.hari_ini).select_related("jabatan", "kompetensi")
    isi = (
        (
            b.jabatan.nama if b.jabatan_id else KELOMPOK.get(b.kelompok, b.kelompok), b.kompetensi_id,
            b.kompetensi.nama, b.kompetensi.get_jenis_display(), b.level, b.berlaku_sejak, b.dasar, b.keyakinan,
        )
        for b in baris.order_by("kelompok", "jabatan__nama", "kompetensi")
    )  # fmt: skip
    return unduh_daftar(request, "Standar kompetensi", KOLOM, isi, objek="standarkompetensi")


@akses.peran(*PEMBACA)
@require_safe
def standar_kelompok(request, kelompok):
    """The default of one kelompok: what holds, what will, what did."""
    if kelompok not in KELOMPOK:
        raise Http404
    baris = StandarKompetensi.objects.filter(kelompok=kelompok)
    ubah_url = reverse("karier:standar_kelompok_update", args=[kelompok])
    standar = Standar(request.hari_ini, ())
    return _rinci(request, KELOMPOK[kelompok], standar, standar.kelompok[kelompok], baris, ubah_url)


@akses.peran(*PEMBACA)
@require_safe
def standar_jabatan(request, pk):
    """One post: the default of its kelompok with its own rows above it."""
    jabatan = get_object_or_404(Jabatan.objects.select_related("eselon", "unit"), pk=pk)
    baris = StandarKompetensi.objects.filter(jabatan=jabatan)
    ubah_url = reverse("karier:standar_jabatan_update", args=[pk])
    standar = Standar(request.hari_ini, [pk])
    return _rinci(request, jabatan.nama, standar, standar.bagi(jabatan), baris, ubah_url, jabatan)


def _rinci(request, judul, standar, level, baris, ubah_url, jabatan=None):
    baris = list(baris.select_related("kompetensi").order_by("-berlaku_sejak", "kompetensi"))
    kini = {b.kompetensi_id: b for b in reversed(baris) if b.berlaku_sejak <= request.hari_ini}
    isi = {
        "judul": judul, "jabatan": jabatan, "baris": baris, "ubah_url": ubah_url,
        "boleh": boleh_standar(request.hak, request.acuan),
        "level": [(k, level[k.kode], kini.get(k.kode)) for k in standar.kompetensi if k.kode in level],
        "hari_ini": request.hari_ini,
    }  # fmt: skip
    return render(request, "karier/standar_detail.html", isi)


@akses.peran(*PEMBACA)
@require_http_methods(["GET", "POST"])
def standar_kelompok_update(request, kelompok):
    """A new dated level for a kelompok."""
    if kelompok not in KELOMPOK:
        raise Http404
    return _ubah(request, KELOMPOK[kelompok], reverse("karier:standar_kelompok", args=[kelompok]), kelompok=kelompok)


@akses.peran(*PEMBACA)
@require_http_methods(["GET", "POST"])
def standar_jabatan_update(request, pk):
    """A new dated level for one post, above the default of its kelompok."""
    jabatan = get_object_or_404(Jabatan, pk=pk)
    return _ubah(request, jabatan.nama, reverse("karier:standar_jabatan", args=[pk]), jabatan=jabatan)


def _ubah(request, nama, kembali, **sasaran):
    if not boleh_standar(request.hak, request.acuan):
        raise PermissionDenied
    awal = {"berlaku_sejak": request.hari_ini, "keyakinan": "pasti", "kompetensi": request.GET.get("kompetensi")}
    form = FormStandar(request.POST or None, initial=awal)
    if request.method == "POST" and form.is_valid():
        try:
            ubah(**sasaran, **form.cleaned_data, oleh=pelaku(request))
        except DitolakKarier as galat:
            form.add_error("berlaku_sejak", str(galat))
        else:
            messages.success(request, f"Standar {nama} ditetapkan.")
            return redirect(kembali)
    isi = {
        "judul": f"Tetapkan standar {nama}", "form": form, "tombol": "Tetapkan standar", "batal_url": kembali,
        "penjelasan": "Level baru menjadi baris bertanggal; yang lama berakhir sehari sebelumnya dan tetap tersimpan.",
        "atas": [("Standar kompetensi", reverse("karier:standar_list")), (nama, kembali)],
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=400 if form.errors else 200)


@akses.peran(*PEMBACA)
@require_http_methods(["GET", "POST"])
def kompetensi_create(request):
    """A technical competence posts may be asked for."""
    if not boleh_standar(request.hak, request.acuan):
        raise PermissionDenied
    form = FormKompetensi(request.POST or None)
    form.instance.jenis = "teknis"
    if request.method == "POST" and form.is_valid():
        with request.sebagai():
            baru = form.save()
        messages.success(request, f"Kompetensi teknis {baru.nama} ditambahkan; tetapkan levelnya pada jabatannya.")
        return redirect(f"{reverse('karier:standar_list')}?tampil=jabatan")
    kembali = reverse("karier:standar_list")
    isi = {
        "judul": "Kompetensi teknis baru", "form": form, "tombol": "Tambah kompetensi", "batal_url": kembali,
        "atas": [("Standar kompetensi", kembali)],
        "penjelasan": "Kompetensi manajerial dan sosial kultural sudah tersedia menurut PermenPANRB 38/2017.",
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=400 if form.errors else 200)
