"""Setelan kantor: dibaca seluruh petugas, diubah pejabat BKD dan admin dengan baris baru yang bertanggal."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian.akses import peran
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import HariLibur, Setelan
from layanan import katalog
from layanan.models import PengaturanLangkah
from tata_kelola import setelan
from tata_kelola.forms import FormHapusLibur, FormLangkah, FormLibur, FormSetelan

PEMBACA = ("staf_bkd", "pejabat_bkd", "inspektorat", "admin")
PENGUBAH = ("pejabat_bkd", "admin")


def _boleh_ubah(request):
    return request.hak.punya(*PENGUBAH) and not request.hak.hanya_baca


@require_safe
@peran(*PEMBACA)
def setelan_list(request):
    """Settings with value, source and confidence: one group at a time, all groups when searched or filtered."""
    q, keyakinan = request.GET.get("q", "").strip(), request.GET.get("keyakinan", "")
    golong = request.GET.get("kelompok", "")
    if golong not in setelan.KELOMPOK:
        golong = "" if q or keyakinan else next(iter(setelan.KELOMPOK))
    isi = {
        "kelompok": setelan.semua(request.hari_ini, q, keyakinan, golong),
        "pilihan": setelan.KELOMPOK,
        "golong": golong,
        "q": q,
        "keyakinan": keyakinan,
        "boleh_ubah": _boleh_ubah(request),
    }
    return render(request, "tata_kelola/setelan_list.html", isi)


@require_http_methods(["GET", "POST"])
@peran(*PENGUBAH)
def setelan_update(request, kunci):
    """A new dated value; the old row stays."""
    baris = list(Setelan.objects.filter(kunci=kunci))
    if not baris:
        raise Http404
    satu = setelan.keadaan(baris, request.hari_ini)
    form = FormSetelan(request.POST or None, terakhir=satu.terakhir, acuan=request.acuan)
    if request.method == "POST" and form.is_valid():
        with request.sebagai():
            setelan.ubah(kunci, uraian=satu.terakhir.uraian, **form.cleaned_data)
        messages.success(
            request, f"Setelan {kunci} berlaku sejak {tulis_tanggal(form.cleaned_data['berlaku_sejak'])}."
        )
        return redirect(f"{reverse('tata_kelola:setelan_list')}?q={kunci}")
    isi = {"satu": satu, "form": form}
    return render(request, "tata_kelola/setelan_update.html", isi, status=400 if form.errors else 200)


@require_safe
@peran(*PEMBACA)
def langkah_list(request):
    """Steps of every layanan: holder, working days, in use or not."""
    isi = {"layanan": setelan.langkah_semua(request.acuan, request.hari_ini), "boleh_ubah": _boleh_ubah(request)}
    return render(request, "tata_kelola/langkah_list.html", isi)


@require_http_methods(["GET", "POST"])
@peran(*PENGUBAH)
def langkah_update(request, layanan, langkah):
    """A new dated setting of one step."""
    try:
        la = katalog.ambil(layanan)
        deklarasi = la.langkah(langkah)
    except KeyError as galat:
        raise Http404 from galat
    baris = list(PengaturanLangkah.objects.filter(layanan=layanan, langkah=langkah).order_by("berlaku_sejak"))
    satu = setelan.keadaan_langkah(la, deklarasi, baris, request.acuan, request.hari_ini)
    awal = {"sla": satu.sla, "dipakai": satu.dipakai, "kepada": satu.kini.kepada if satu.kini else ""}
    form = FormLangkah(request.POST or None, keadaan=satu, acuan=request.acuan, initial=awal)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with request.sebagai():
            setelan.atur_langkah(
                la, deklarasi, kepada=data.get("kepada") or "", sla=data["sla"], dipakai=data.get("dipakai", True),
                berlaku_sejak=data["berlaku_sejak"], dasar=data["dasar"],
            )  # fmt: skip
        messages.success(request, f"Langkah “{deklarasi.nama}” diatur mulai {tulis_tanggal(data['berlaku_sejak'])}.")
        return redirect("tata_kelola:langkah_list")
    isi = {"satu": satu, "baris": baris, "form": form}
    return render(request, "tata_kelola/langkah_update.html", isi, status=400 if form.errors else 200)


@require_safe
@peran(*PEMBACA)
def libur_list(request):
    """Holidays of one year."""
    return _halaman_libur(request, FormLibur())


@require_POST
@peran(*PENGUBAH)
def libur_create(request):
    """Adds a cuti bersama."""
    form = FormLibur(request.POST)
    if not form.is_valid():
        return _halaman_libur(request, form, status=400)
    with request.sebagai():
        hari = setelan.tambah_libur(**form.cleaned_data)
    messages.success(request, f"Cuti bersama {tulis_tanggal(hari.tanggal)} ditambahkan.")
    return redirect("tata_kelola:libur_list")


@require_http_methods(["GET", "POST"])
@peran(*PENGUBAH)
def libur_delete(request, tanggal):
    """Takes back a cuti bersama that has not come yet."""
    hari = get_object_or_404(HariLibur, tanggal=tanggal, jenis="cuti_bersama", tanggal__gte=request.hari_ini)
    form = FormHapusLibur(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with request.sebagai():
            setelan.hapus_libur(hari, form.cleaned_data["alasan"])
        messages.success(request, f"Cuti bersama {tanggal} ditiadakan.")
        return redirect("tata_kelola:libur_list")
    return render(
        request, "tata_kelola/libur_delete.html", {"hari": hari, "form": form}, status=400 if form.errors else 200
    )


def _halaman_libur(request, form, status=200):
    teks = request.GET.get("tahun", "")
    tahun = int(teks) if teks.isascii() and teks.isdigit() and 1990 <= int(teks) <= 2100 else request.hari_ini.year
    semua = list(HariLibur.objects.all())
    isi = {
        "tahun": tahun,
        "daftar_tahun": sorted({h.tanggal.year for h in semua}),
        "daftar": [h for h in semua if h.tanggal.year == tahun],
        "form": form,
        "boleh_ubah": _boleh_ubah(request),
    }
    return render(request, "tata_kelola/libur_list.html", isi, status=status)
