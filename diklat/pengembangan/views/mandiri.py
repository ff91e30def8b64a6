"""Belajar mandiri: laporan sertifikat dalam cakupan, ekspornya, dan unggahan banyak sekaligus oleh operator."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from diklat.layanan.belajar_mandiri import SLUG
from diklat.pengembangan import impor
from diklat.pengembangan.forms import ImporForm, SaringMandiri
from kepegawaian import akses
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan.models import Usulan
from layanan.views.usulan import pelaku

PEMANTAU = ("operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "inspektorat")
PENGUNGGAH = ("operator_opd", "staf_bkd")
KOLOM = (
    "NOMOR",
    "NIP",
    "NAMA",
    "OPD",
    "PELATIHAN",
    "PENYELENGGARA",
    "NOMOR SERTIFIKAT",
    "SELESAI",
    "JP",
    "KEADAAN",
    "DIAJUKAN",
)


def opd_pilihan(hak, acuan):
    """OPD in scope, by name: [(id as text, name)]."""
    opd = {u.id for u in acuan.unit.values() if u.jenis == "opd"}
    if not hak.lihat_semua and not hak.punya("pimpinan"):
        opd &= {acuan.unit[i].opd_id for i in hak.unit_lingkup if i in acuan.unit}
    return sorted(((str(i), acuan.unit[i].nama) for i in opd), key=lambda o: o[1])


def _saring(request):
    """(form, usulan of this layanan as the URL filters them)."""
    form = SaringMandiri(request.GET or None, opd=opd_pilihan(request.hak, request.acuan))
    isi = form.cleaned_data if form.is_bound and form.is_valid() else {}
    daftar = Usulan.objects.terlihat_oleh(request.hak).filter(layanan=SLUG)
    if isi.get("keadaan"):
        daftar = daftar.filter(status=isi["keadaan"])
    if isi.get("opd"):
        daftar = daftar.filter(opd_id=isi["opd"])
    if cari := (isi.get("q") or "").strip():
        angka = "".join(cari.split())
        daftar = daftar.filter(
            Q(pegawai__nip__contains=angka) if angka.isdigit() else Q(pegawai__kini__nama__icontains=cari)
        )
    return form, daftar.select_related("pegawai__kini", "langkah_kini__jabatan", "opd").order_by("-dibuat_pada", "-pk")


@akses.peran(*PEMANTAU)
@require_safe
def mandiri_list(request):
    """Reports of certificates in scope, the newest on top."""
    form, daftar = _saring(request)
    isi = {
        "form": form,
        "potongan": potong(request, daftar),
        "unggah": request.hak.punya(*PENGUNGGAH),
        "hari_ini": request.hari_ini,
    }
    return render(request, "diklat/pengembangan/mandiri_list.html", isi)


@akses.peran(*PEMANTAU)
@require_safe
def mandiri_ekspor(request):
    """The reports as filtered, as xlsx."""
    _, daftar = _saring(request)
    baris = (
        (u.nomor, u.pegawai.nip, u.pegawai.kini.nama_lengkap, u.opd.nama if u.opd else "", u.isian.get("nama", ""),
         u.isian.get("penyelenggara", ""), u.isian.get("nomor_sertifikat", ""), u.isian.get("tanggal_selesai", ""),
         u.isian.get("jp") or "", u.get_status_display(), u.diajukan_pada.date() if u.diajukan_pada else None)
        for u in daftar.iterator(chunk_size=1000)
    )  # fmt: skip
    return unduh_daftar(request, "Belajar mandiri", KOLOM, baris, objek="usulan")


@akses.peran(*PENGUNGGAH)
@require_safe
def mandiri_contoh(request):
    """The empty sheet to fill in, with one example row."""
    return unduh_daftar(
        request, "Laporan belajar mandiri", impor.KOLOM, [impor.CONTOH], objek="usulan", nama="contoh-belajar-mandiri"
    )


@akses.peran(*PENGUNGGAH)
@require_http_methods(["GET", "HEAD", "POST"])
def mandiri_impor(request):
    """Many reports at once: a draft each, whose certificate is uploaded on its own page; nothing is made when a row is wrong."""
    form, salah = ImporForm(request.POST or None, request.FILES or None), []
    if request.method == "POST" and form.is_valid():
        try:
            dibuat = impor.buat(form.cleaned_data["berkas"], request.hak, oleh=pelaku(request))
        except impor.LembarSalah as galat:
            salah = galat.daftar
        else:
            messages.success(request, f"{len(dibuat)} draf dibuat. Unggah sertifikatnya pada tiap draf, lalu ajukan.")
            return redirect(f"{reverse('diklat:mandiri_list')}?keadaan=draf")
    isi = {"form": form, "salah": salah}
    return render(request, "diklat/pengembangan/mandiri_impor.html", isi, status=422 if salah or form.errors else 200)
