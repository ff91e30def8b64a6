"""Pelamar: daftar, satu pelamar dengan syarat hukumnya, keputusan administrasi, ekspor."""

from django.db.models import Q
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from kepegawaian import akses
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan.galat import DitolakAlur
from pengadaan.menu import mengelola
from pengadaan.models import Pelamar
from pengadaan.seleksi import perbuatan
from pengadaan.seleksi.forms import FormAdministrasi
from pengadaan.seleksi.views import PEMBACA, ambil, berdasar, harus_mengelola, pelaku

KEADAAN = (("", "Semua"), ("belum", "Belum diperiksa"), ("ms", "Memenuhi syarat"), ("tms", "Tidak memenuhi syarat"))
KOLOM = (
    "NOMOR PESERTA",
    "NAMA",
    "TANGGAL LAHIR",
    "TINGKAT",
    "PENDIDIKAN",
    "JABATAN",
    "UNIT KERJA",
    "JALUR",
    "ADMINISTRASI",
    "ALASAN",
)


def saring(request, s):
    """Applicants as the URL filters them, and the filter."""
    f = {k: request.GET.get(k, "").strip() for k in ("keadaan", "q", "formasi")}
    daftar = s.pelamar.select_related("formasi__jabatan", "formasi__unit", "tingkat")
    if f["keadaan"] in ("ms", "tms"):
        daftar = daftar.filter(administrasi=f["keadaan"])
    elif f["keadaan"] == "belum":
        daftar = daftar.filter(administrasi="")
    if f["q"]:
        daftar = daftar.filter(Q(nama__icontains=f["q"]) | Q(nomor_peserta__startswith=f["q"]))
    if f["formasi"].isdigit():
        daftar = daftar.filter(formasi_id=int(f["formasi"]))
    return daftar, f


@akses.peran(*PEMBACA)
@require_safe
def pelamar_list(request, pk):
    """Applicants of a selection."""
    s = ambil(request, pk)
    daftar, f = saring(request, s)
    isi = {
        "s": s,
        "potongan": potong(request, daftar),
        "f": f,
        "keadaan": KEADAAN,
        "boleh": mengelola(request.hak, request.acuan),
    }
    return render(request, "pengadaan/seleksi/pelamar_list.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def pelamar_ekspor(request, pk):
    """The same list as xlsx."""
    s = ambil(request, pk)
    daftar, _ = saring(request, s)
    baris = (
        (p.nomor_peserta, p.nama, p.tanggal_lahir, p.tingkat.nama, p.pendidikan, p.formasi.jabatan.nama, p.formasi.unit.nama,
         p.formasi.get_jalur_display(), p.get_administrasi_display(), p.alasan)
        for p in daftar.iterator(chunk_size=1000)
    )  # fmt: skip
    return unduh_daftar(request, "Pelamar", KOLOM, baris, objek="pelamar", nama=f"pelamar-{s.pk}")


@akses.peran(*PEMBACA)
@require_http_methods(["GET", "POST"])
def pelamar_update(request, pk):
    """One applicant: the conditions of the law with their article, scores, and the decision."""
    p = get_object_or_404(
        Pelamar.objects.select_related(
            "seleksi", "formasi__jabatan", "formasi__unit", "tingkat", "hasil", "pembatalan", "menggantikan__pelamar"
        ),
        pk=pk,
    )
    s = ambil(request, p.seleksi_id)
    nilai = list(p.nilai.filter(batal=False, ganti__isnull=True))
    boleh = s.terbuka and not nilai and mengelola(request.hak, request.acuan)
    form = FormAdministrasi(request.POST or None, initial={"keputusan": p.administrasi, "alasan": p.alasan})
    if request.method == "POST":
        harus_mengelola(request)
        if form.is_valid():
            try:
                p = perbuatan.putuskan(
                    p, form.cleaned_data["keputusan"], form.cleaned_data["alasan"], oleh=pelaku(request)
                )
            except DitolakAlur as galat:
                form.add_error(None, str(galat))
    syarat = berdasar(perbuatan.tanya([p], s, request.acuan)[p.pk])
    isi = {
        "p": p, "s": s, "syarat": syarat, "form": form, "boleh": boleh, "nilai": nilai, "hasil": getattr(p, "hasil", None),
        "batal": s.status == "ditetapkan" and mengelola(request.hak, request.acuan) and p.mengisi_id and not p.pegawai_id
        and not hasattr(p, "pembatalan") and not p.usul_nip.filter(status="diusulkan").exists(),
        "kembali": reverse("pengadaan:pelamar_list", args=[s.pk]), "tersimpan": request.method == "POST" and not form.errors,
    }  # fmt: skip
    return render(request, "pengadaan/seleksi/pelamar_update.html", isi, status=400 if form.errors else 200)
