"""Tindak lanjut penilaian: masa perbaikan, calon penghargaan, yang tidak menyusun SKP; dengan unduhannya."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from eperformance.galat import DitolakKinerja
from eperformance.penilaian import perbaikan
from eperformance.penilaian.aturan import KIN3, KIN4, KIN6
from eperformance.penilaian.forms import PerbaikanForm
from kepegawaian import akses
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan.views.usulan import pelaku

PEMANTAU = ("atasan", "operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "pimpinan", "inspektorat")
TAMPIL = {"perbaikan": "Masa perbaikan", "penghargaan": "Calon penghargaan", "tanpa-skp": "Belum menyusun SKP"}
KOLOM = {
    "perbaikan": ("NIP", "NAMA", "UNIT KERJA", "TAHUN", "PREDIKAT", "MULAI", "SAMPAI", "KEADAAN", "CATATAN"),
    "penghargaan": ("NIP", "NAMA", "JABATAN", "UNIT KERJA", "OPD"),
    "tanpa-skp": ("NIP", "NAMA", "JABATAN", "UNIT KERJA", "OPD"),
}
TANDA = {"berjalan": "perhatian", "pulih": "terpenuhi", "uji": "info", "pindah": "gagal", "berhenti": "gagal"}


def _data(request):
    """(which list, its queryset, the year it speaks of)."""
    tampil = request.GET.get("tampil", "perbaikan")
    tampil = tampil if tampil in TAMPIL else "perbaikan"
    if tampil == "perbaikan":
        daftar = perbaikan.daftar(request.hak)
        if request.GET.get("keadaan") != "semua":
            daftar = daftar.exclude(status__in=("pulih", "berhenti"))
        return tampil, daftar, request.hari_ini.year
    if tampil == "penghargaan":
        tahun = perbaikan.tahun_penghargaan(request.hari_ini)
        return tampil, perbaikan.penghargaan(request.hak, tahun), tahun
    return tampil, perbaikan.tanpa_skp(request.hak, request.hari_ini.year), request.hari_ini.year


@akses.peran(*PEMANTAU)
@require_safe
def perbaikan_list(request):
    """The three lists of what follows from the predikat, each within his scope."""
    tampil, daftar, tahun = _data(request)
    isi = {
        "tampil": tampil, "pilihan": TAMPIL.items(), "tahun": tahun, "potongan": potong(request, daftar),
        "semua": request.GET.get("keadaan") == "semua", "tanda": TANDA, "memproses": perbaikan.memproses(request.hak),
        "lanjut": perbaikan.LANJUT, "syarat": (KIN3, KIN4, KIN6),
    }  # fmt: skip
    return render(request, "eperformance/penilaian/perbaikan_list.html", isi)


@akses.peran(*PEMANTAU)
@require_safe
def perbaikan_ekspor(request):
    """The list as it is shown, as xlsx."""
    tampil, daftar, tahun = _data(request)
    if tampil == "perbaikan":
        baris = (
            (m.pegawai.nip, m.pegawai.kini.nama_lengkap, m.pegawai.kini.unit.nama if m.pegawai.kini.unit else "",
             m.evaluasi.skp.periode.tahun, m.evaluasi.predikat, m.mulai, m.sampai, m.get_status_display(), m.catatan)
            for m in daftar
        )  # fmt: skip
    else:
        baris = (
            (
                p.nip,
                p.nama_lengkap,
                p.jabatan.nama if p.jabatan else "",
                p.unit.nama if p.unit else "",
                p.opd.nama if p.opd else "",
            )
            for p in daftar.iterator(chunk_size=2000)
        )
    judul = TAMPIL[tampil]
    return unduh_daftar(request, judul, KOLOM[tampil], baris, objek="masaperbaikan", nama=f"kinerja-{tampil}-{tahun}")


@akses.peran(*PEMANTAU)
def perbaikan_update(request, pk):
    """SUB41 or SUB22 records the next step of a time to improve."""
    m = get_object_or_404(perbaikan.daftar(request.hak), pk=pk)
    if not perbaikan.memproses(request.hak) or m.pegawai_id == request.hak.pegawai_id:
        raise PermissionDenied
    atas = reverse("eperformance:perbaikan_list")
    langkah = perbaikan.LANJUT[m.status]
    if not langkah:
        messages.error(request, f"Tindak lanjutnya sudah selesai: {m.get_status_display().lower()}.")
        return redirect(atas)
    form = PerbaikanForm(request.POST or None, langkah=langkah)
    if request.method == "POST" and form.is_valid():
        try:
            perbaikan.catat(m.pk, **form.cleaned_data, oleh=pelaku(request))
        except DitolakKinerja as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Langkahnya tercatat.")
            return redirect(atas)
    isi = {
        "judul": "Catat tindak lanjut kinerja", "form": form, "tombol": "Simpan", "batal_url": atas,
        "penjelasan": f"{m.pegawai.kini.nama_lengkap}, predikat {m.evaluasi.predikat} tahun {m.evaluasi.skp.periode.tahun}. "
        f"Sekarang: {m.get_status_display().lower()}.",
        "atas": [("Tindak lanjut kinerja", atas)], "masa": m, "bagian": "eperformance/penilaian/_langkah_perbaikan.html",
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)
