"""Anggota dan pengurus Korpri: rekap tiap unit, susunan satu unit, mencatat dan mengakhiri masa bakti, ekspor anggota."""

from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kepegawaian import akses
from kepegawaian.models import UnitKerja
from kepegawaian.views.ekspor import unduh_daftar
from kesejahteraan.korpri import pengurus
from kesejahteraan.korpri.forms import FormAkhiri, FormPengurus
from kesejahteraan.korpri.hak import PENGELOLA
from kesejahteraan.korpri.models import PengurusKorpri
from kesejahteraan.korpri.views import formulir, kelola, khusus_pengelola, pelaku

# Who may have the members by name, each within his scope.
PENDAFTAR = ("operator_opd", "kepala_opd", *PENGELOLA, "inspektorat")
KOLOM = ("NIP", "NAMA", "STATUS", "GOLONGAN", "JABATAN", "UNIT KERJA", "OPD")


def _unit(request, pk):
    """The unit that has a board; 404 else."""
    unit = request.acuan.unit.get(pk)
    if unit is None or unit.jenis not in pengurus.TINGKAT:
        raise Http404
    return unit


@akses.masuk
@require_safe
def pengurus_list(request):
    """Members and board of every unit; ``?q=`` a part of its name, ``?kosong=1`` those without a chairman."""
    semua = pengurus.rekap(request.acuan, request.hari_ini)
    q = request.GET.get("q", "").strip()[:60]
    kosong = request.GET.get("kosong") == "1"
    tampil = [b for b in semua if q.lower() in b.unit.nama.lower() and (not kosong or b.inti is None)]
    isi = {
        "baris": tampil, "q": q, "kosong": kosong, "kelola": kelola(request), "induk": semua[0] if semua else None,
        "tanpa": sum(b.inti is None for b in semua), "banyak": len(semua), "dapat_ekspor": request.hak.punya(*PENDAFTAR),
        "milik": request.hak.opd_id,
    }  # fmt: skip
    return render(request, "kesejahteraan/korpri/pengurus_list.html", isi)


@akses.masuk
@require_safe
def pengurus_detail(request, pk):
    """The board of one unit, today's and those before it."""
    unit = _unit(request, pk)
    kini, lalu = pengurus.susunan(pk, request.hari_ini)
    medan = "opd_id" if unit.jenis == "opd" else None
    jumlah = pengurus.anggota().filter(**({medan: pk} if medan else {})).count()
    isi = {"unit": unit, "kini": kini, "lalu": lalu, "jumlah": jumlah, "kelola": kelola(request)}
    return render(request, "kesejahteraan/korpri/pengurus_detail.html", isi)


@akses.peran(*PENGELOLA)
@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def pengurus_create(request, pk):
    """One more board member of a unit."""
    unit = _unit(request, pk)
    kembali = reverse("kesejahteraan:korpri_pengurus_detail", args=[pk])
    isi = {
        "judul": "Pengurus baru", "tombol": "Simpan pengurus", "sukses": "Pengurus dicatat.",
        "penjelasan": f"{unit.nama}. Satu orang satu jabatan; ketua, sekretaris, dan bendahara masing-masing seorang.",
        "atas": [("Anggota dan pengurus", reverse("kesejahteraan:korpri_pengurus_list")), (unit.nama, kembali)],
    }  # fmt: skip

    def simpan(f):
        pengurus.tambah(get_object_or_404(UnitKerja, pk=pk), f.hasil(), oleh=pelaku(request))

    return formulir(request, FormPengurus(request.POST or None), simpan, isi, kembali)


@akses.peran(*PENGELOLA)
@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def pengurus_akhiri(request, pk):
    """Ends a term."""
    p = get_object_or_404(PengurusKorpri.objects.select_related("unit", "pegawai__kini"), pk=pk)
    kembali = reverse("kesejahteraan:korpri_pengurus_detail", args=[p.unit_id])
    isi = {
        "judul": "Akhiri masa bakti", "tombol": "Akhiri", "sukses": "Masa baktinya diakhiri.",
        "penjelasan": f"{p.pegawai.kini.nama_lengkap}, {p.get_jabatan_display()} {p.unit.nama}.",
        "atas": [("Anggota dan pengurus", reverse("kesejahteraan:korpri_pengurus_list")), (p.unit.nama, kembali)],
    }  # fmt: skip

    def akhiri(f):
        pengurus.akhiri(pk, f.cleaned_data["sampai"], oleh=pelaku(request))
        return redirect(kembali)

    form = FormAkhiri(request.POST or None, initial={"sampai": request.hari_ini})
    return formulir(request, form, akhiri, isi, kembali)


@akses.peran(*PENDAFTAR)
@require_safe
def anggota_ekspor(request):
    """Members in scope as xlsx."""
    unit = {u.id: u.nama for u in request.acuan.unit.values()}
    daftar = pengurus.anggota().filter(request.hak.lingkup()).select_related("jabatan").order_by("opd_id", "nama")
    baris = (
        (k.nip, k.nama_lengkap, k.status, k.golongan_id, k.jabatan.nama if k.jabatan else "", unit.get(k.unit_id, ""),
         unit.get(k.opd_id, ""))
        for k in daftar.iterator(chunk_size=2000)
    )  # fmt: skip
    return unduh_daftar(request, "Anggota Korpri", KOLOM, baris, objek="profilkini")
