"""Impor ABK: templat, unggah, pratinjau dengan kesalahan tiap baris, lalu terapkan; dan ekspor tugas."""

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import akses
from kepegawaian.models import Jabatan
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from pengadaan.kebutuhan import lembar, proyeksi
from pengadaan.kebutuhan.forms import FormImporAbk
from pengadaan.kebutuhan.hak import PELIHAT_ABK, PENULIS, harus, unit_tulis
from pengadaan.kebutuhan.views import lakukan, pelaku, satu_formulir
from pengadaan.kebutuhan.views.abk import remah, saring
from pengadaan.menu import mengelola
from pengadaan.models import UnggahanAbk


@akses.peran(*PENULIS)
@require_http_methods(["GET", "POST"])
def abk_impor(request):
    """Reads a sheet into a preview; nothing is changed yet."""
    boleh = unit_tulis(request.hak, request.acuan)
    harus(boleh)
    isi = {
        "judul": "Impor ABK", "tombol": "Baca berkas", "sukses": "Berkas terbaca; periksa pratinjaunya sebelum diterapkan.",
        "penjelasan": "Satu baris satu tugas. Jabatan yang semua barisnya benar menjadi draf; tugas lamanya diganti.",
        "atas": remah(), "bagian": "pengadaan/kebutuhan/_templat.html", "batal_url": reverse("pengadaan:abk_list"),
    }  # fmt: skip
    form = FormImporAbk(request.POST or None, request.FILES or None, initial={"tahun": request.hari_ini.year + 1})
    return satu_formulir(
        request, form, lambda d: lembar.baca(d["berkas"], d["tahun"], boleh, request.acuan, oleh=pelaku(request)), isi,
        lambda u: reverse("pengadaan:abk_unggahan", args=[u.pk]),
    )  # fmt: skip


def ambil(request, pk):
    """An upload: one's own, or any for the subbid; 404 to everyone else."""
    semua = UnggahanAbk.objects.all()
    if not mengelola(request.hak, request.acuan):
        semua = semua.filter(dibuat_oleh=request.user)
    return get_object_or_404(semua, pk=pk)


@akses.peran(*PENULIS)
@require_safe
def abk_unggahan(request, pk):
    """The preview: every row, those in error first in their own tab."""
    u = ambil(request, pk)
    salah = [b for b in u.baris if b["galat"]]
    tampil = request.GET.get("tampil", "salah" if salah else "semua")
    isi = {
        "u": u, "jumlah": len(u.baris), "jabatan": len(lembar.kelompok(u)), "tampil": tampil,
        "potongan": potong(request, salah if tampil == "salah" else u.baris), "atas": remah(),
    }  # fmt: skip
    return render(request, "pengadaan/kebutuhan/abk_unggahan.html", isi)


@akses.peran(*PENULIS)
@require_POST
def abk_terapkan(request, pk):
    """Writes the drafts of a preview."""
    u = ambil(request, pk)
    if lakukan(
        request, lambda: lembar.terapkan(pk, oleh=pelaku(request)), lambda n: f"{n} analisis tertulis sebagai draf."
    ):
        return redirect(f"{reverse('pengadaan:abk_list')}?tahun={u.tahun}&status=draf")
    return redirect("pengadaan:abk_unggahan", pk)


@akses.peran(*PENULIS)
@require_safe
def abk_templat(request):
    """The empty sheet with the posts of one's own OPD (all of them for the subbid, ``?opd=`` narrows)."""
    boleh, acuan = unit_tulis(request.hak, request.acuan), request.acuan
    harus(boleh)
    opd = request.GET.get("opd", "")
    if opd.isascii() and opd.isdigit() and int(opd) in acuan.unit:
        boleh &= acuan.turunan([int(opd)])
    pos = proyeksi.susun(request.hari_ini, proyeksi.batas_tahun(request.hari_ini), boleh)
    jabatan = Jabatan.objects.in_bulk({p.jabatan_id for p in pos})
    urut = sorted(pos, key=lambda p: (acuan.unit[p.unit_id].nama, p.nama) if p.unit_id in acuan.unit else ("", p.nama))
    baris = lembar.templat(((p.unit_id, jabatan[p.jabatan_id]) for p in urut if p.unit_id in acuan.unit), acuan.unit)
    return unduh_daftar(request, "Templat ABK", lembar.KOLOM, baris, objek="analisisjabatan")


@akses.peran(*PELIHAT_ABK)
@require_safe
def tugas_ekspor(request):
    """The tasks of the analyses as they are filtered, in the columns of the import."""
    _, daftar = saring(request)
    daftar = daftar.prefetch_related("tugas")
    return unduh_daftar(
        request, "Tugas ABK", lembar.KOLOM, lembar.ekspor(daftar.iterator(chunk_size=500)), objek="tugasjabatan"
    )
