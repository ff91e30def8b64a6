"""Konfigurasi TPP: dibaca petugas BKD, diubah SUB41 dan atasannya dengan baris bertanggal yang berdasar."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kepegawaian import akses
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.views.kerangka import baca_tanggal
from penggajian import tpp
from penggajian.forms import AturanForm, PaguForm, PotonganForm
from penggajian.menu import BKD
from penggajian.models import AturanTpp, PaguTpp, PotonganTpp

JUDUL = {"pagu": "Pagu per kelas jabatan", "potongan": "Potongan kehadiran", "aturan": "Bobot dan capaian"}
FORM = {"pagu": PaguForm, "potongan": PotonganForm, "aturan": AturanForm}


@akses.peran(*BKD, "inspektorat")
@require_safe
def tpp_atur(request):
    """What holds on a day, with the ground of every row, what is missing, and what comes later."""
    hari = (baca_tanggal(request.GET.get("per")) or request.hari_ini).replace(day=1)
    konfigurasi, baris = tpp.konfigurasi_pada(hari, request.acuan)
    kisi = {}
    for p in sorted(baris["pagu"], key=lambda p: (p.kriteria, p.kelas)):
        kisi.setdefault(p.get_kriteria_display(), []).append(p)
    isi = {
        "hari": hari,
        "kisi": kisi,
        "potongan": baris["potongan"],
        "aturan": baris["aturan"],
        "konfigurasi": konfigurasi,
        "kurang": tpp.kurang_konfigurasi(konfigurasi),
        "nanti": sorted(
            {
                b
                for m in (PaguTpp, PotonganTpp, AturanTpp)
                for b in m.objects.filter(berlaku_sejak__gt=hari).values_list("berlaku_sejak", flat=True)
            }
        ),
        "boleh": tpp.mengelola(request.hak, request.acuan),
    }
    return render(request, "penggajian/tpp_atur.html", isi)


@akses.peran(*BKD)
@require_http_methods(["GET", "POST"])
def tpp_atur_create(request, apa):
    """New dated rows of one part of the configuration."""
    if not tpp.mengelola(request.hak, request.acuan):
        raise PermissionDenied
    awal = {}
    if apa == "aturan" and request.method == "GET":
        awal = AturanForm.awal(tpp.konfigurasi_pada(request.hari_ini.replace(day=1), request.acuan)[1]["aturan"])
    awal["berlaku_sejak"] = request.hari_ini.replace(day=1)
    form = FORM[apa](request.POST or None, initial=awal, beku=tpp.beku_sampai())
    if request.method == "POST" and form.is_valid():
        tpp.simpan_aturan(form.baris(), oleh=request.user, alamat=request.alamat, apa=JUDUL[apa].lower())
        messages.success(request, f"{JUDUL[apa]} berlaku sejak {tulis_tanggal(form.cleaned_data['berlaku_sejak'])}.")
        return redirect("penggajian:tpp_atur")
    isi = {
        "judul": JUDUL[apa],
        "form": form,
        "tombol": "Simpan",
        "penjelasan": "Angka diambil dari Peraturan Bupati. Yang dikosongkan dianggap belum diatur.",
        "batal_url": reverse("penggajian:tpp_atur"),
        "atas": [("Konfigurasi TPP", reverse("penggajian:tpp_atur"))],
    }
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)
