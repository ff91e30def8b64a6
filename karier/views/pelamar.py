"""Pelamar JPT: seleksi administrasi satu orang, berkasnya, tabel nilai, lembar nilai xlsx."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from karier.aturan.seleksi import PENILAIAN
from karier.forms import FormBerkasNilai
from karier.forms_seleksi import NAMA_TAHAP, FormAdministrasi, FormNilaiSeleksi
from karier.hak import boleh_seleksi
from karier.lembar_nilai import LembarSalah
from karier.models import BerkasPelamar, PelamarJpt
from karier.seleksi import lamaran, lembar, penilaian
from karier.views import berdasar, pelaku
from karier.views.seleksi import ambil_seleksi
from kepegawaian import akses, dosir
from kepegawaian.views.ekspor import unduh_daftar
from layanan.galat import DitolakAlur


def _pelamar(request, pk):
    p = get_object_or_404(
        PelamarJpt.objects.select_related("lowongan__seleksi", "lowongan__jabatan__eselon", "pegawai__kini__jabatan"),
        pk=pk,
    )
    ambil_seleksi(request, p.lowongan.seleksi_id)
    return p


@akses.masuk
@require_http_methods(["GET", "POST"])
def pelamar_update(request, pk):
    """One applicant: conditions, scans, and the decision of the administrative check."""
    p = _pelamar(request, pk)
    s = p.lowongan.seleksi
    boleh = s.status == "administrasi" and boleh_seleksi(request.hak, request.acuan)
    sehat = p.isian.get("surat_sehat")
    awal = {
        "surat_sehat": "" if sehat is None else "ya" if sehat else "tidak", "keputusan": p.administrasi, "alasan": p.alasan,
        "pengalaman_bidang_bulan": p.isian.get("pengalaman_bidang_bulan"),
    }  # fmt: skip
    form = FormAdministrasi(request.POST or None, initial=awal)
    if request.method == "POST":
        if not boleh:
            raise Http404
        if form.is_valid():
            d = form.cleaned_data
            try:
                lamaran.putuskan(p, d["keputusan"], d["alasan"], form.isian(), oleh=pelaku(request))
            except DitolakAlur as galat:
                form.add_error(None, str(galat))
            else:
                messages.success(request, f"{p.pegawai.kini.nama_lengkap}: {p.get_administrasi_display().lower()}.")
                return redirect("karier:seleksi_detail", pk=s.pk)
    isi = {
        "p": p, "s": s, "form": form, "boleh": boleh, "berkas": p.berkas.all(),
        "syarat": berdasar(p.syarat),
        "kembali": reverse("karier:seleksi_detail", args=[s.pk]),
        "nilai": [(NAMA_TAHAP[t], p.nilai.get(t)) for t in PENILAIAN],
    }  # fmt: skip
    return render(request, "karier/pelamar_update.html", isi, status=400 if form.errors else 200)


@akses.masuk
@require_safe
def berkas_pelamar(request, pk):
    """One scan, for the secretariat, the panitia, and the applicant himself."""
    b = get_object_or_404(BerkasPelamar.objects.select_related("pelamar__lowongan", "dosir"), pk=pk)
    if b.pelamar.pegawai_id != request.hak.pegawai_id:
        ambil_seleksi(request, b.pelamar.lowongan.seleksi_id)
    return dosir.respons(b.dosir.file, b.dosir.nama_asli, b.dosir.mime)


def _calon(s):
    calon = PelamarJpt.objects.filter(lowongan__seleksi=s, administrasi="lulus")
    return list(
        calon.select_related("pegawai__kini", "lowongan__jabatan").order_by("lowongan_id", "pegawai__kini__nama")
    )


@akses.masuk
@require_http_methods(["GET", "POST"])
def seleksi_nilai(request, pk):
    """The score table of all candidates; the weights stand above it."""
    s = ambil_seleksi(request, pk)
    boleh = s.status == "penilaian"
    umum = set(s.tahap.filter(diumumkan_pada__isnull=False).values_list("kode", flat=True))
    form = FormNilaiSeleksi(request.POST or None, calon=_calon(s), umum=umum)
    if request.method == "POST":
        if not boleh:
            raise Http404
        if form.is_valid():
            try:
                penilaian.nilai(s.pk, form.hasil(), oleh=pelaku(request))
            except DitolakAlur as galat:
                form.add_error(None, str(galat))
            else:
                messages.success(request, "Nilai disimpan.")
                return redirect("karier:seleksi_nilai", pk=pk)
    kepala = [(NAMA_TAHAP[t], s.bobot.get(t, 0), t in umum) for t in PENILAIAN]
    isi = {"s": s, "form": form, "baris": form.baris(), "kepala": kepala, "boleh": boleh}
    return render(request, "karier/seleksi_nilai.html", isi, status=400 if form.errors else 200)


@akses.masuk
@require_safe
def nilai_ekspor(request, pk):
    """The score sheet, ready to be filled in and uploaded again."""
    s = ambil_seleksi(request, pk)
    isi = lembar.baris(_calon(s))
    return unduh_daftar(request, lembar.JUDUL, lembar.KOLOM, isi, objek="pelamarjpt", nama=f"nilai-seleksi-{s.pk}")


@akses.masuk
@require_http_methods(["GET", "POST"])
def nilai_impor(request, pk):
    """Takes over a filled-in score sheet; one fault and nothing is written."""
    s = ambil_seleksi(request, pk)
    form, kembali = (
        FormBerkasNilai(request.POST or None, request.FILES or None),
        reverse("karier:seleksi_nilai", args=[pk]),
    )
    if request.method == "POST" and form.is_valid():
        try:
            daftar = lembar.baca(form.cleaned_data["berkas"], _calon(s))
            penilaian.nilai(s.pk, daftar, oleh=pelaku(request))
        except LembarSalah as galat:
            for kalimat in galat.daftar[:20]:
                form.add_error("berkas", kalimat)
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, f"Nilai {len(daftar)} calon diambil dari lembar.")
            return redirect(kembali)
    isi = {
        "judul": "Unggah lembar nilai", "form": form, "tombol": "Ambil nilai", "batal_url": kembali,
        "penjelasan": "Satu kesalahan saja, tidak ada nilai yang diubah; semua kesalahan disebut per baris dan kolom.",
        "atas": [(s.nama, reverse("karier:seleksi_detail", args=[pk])), ("Nilai", kembali)],
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=400 if form.errors else 200)
