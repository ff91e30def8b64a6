"""Katalog pelatihan: daftar, satu butir, menyusun; nama lama dan jenjang barunya."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from diklat.models import Pelatihan
from diklat.pelatihan import hak, rencana
from diklat.pelatihan.aturan import NAMA_LAMA
from diklat.pelatihan.forms import FormPelatihan, SaringKatalog
from diklat.pelatihan.views import PEMANTAU, formulir, pelaku
from kepegawaian import akses
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar

KOLOM = (
    "NAMA",
    "KELOMPOK",
    "JENIS",
    "JENJANG",
    "METODE",
    "JP",
    "SASARAN",
    "KOMPETENSI",
    "PENYELENGGARA",
    "BIAYA",
    "DITAWARKAN",
)
SETELAN_JP = "diklat_jp"


def jp_katalog(p, acuan, hari_ini):
    """(JP or None, what stands behind it) of an item: the setting for a level, else its own number."""
    if p.jenjang:
        entri = acuan.entri_setelan(SETELAN_JP, hari_ini)
        nilai = entri.nilai.get(p.jenjang)
        return nilai, f"{entri.dasar}, {entri.keyakinan}" if nilai else "isi setelan diklat_jp bila sudah pasti"
    return p.jp, "" if p.jp else "menurut penyelenggara"


def saring(request):
    """The catalogue as the URL filters it."""
    form = SaringKatalog(request.GET or None)
    isi = form.cleaned_data if form.is_valid() else {}
    daftar = Pelatihan.objects.select_related("jenis").prefetch_related("kompetensi")
    if isi.get("aktif") != "semua":
        daftar = daftar.filter(aktif=isi.get("aktif") != "tidak")
    if isi.get("q"):
        daftar = daftar.filter(nama__icontains=isi["q"])
    if isi.get("kelompok"):
        daftar = daftar.filter(kelompok=isi["kelompok"])
    return form, daftar


@akses.peran(*PEMANTAU)
@require_safe
def katalog_list(request):
    """What may be offered, with JP, cost and whom it is for."""
    form, daftar = saring(request)
    potongan = potong(request, daftar)
    for p in potongan:
        p.jp_tampil, p.jp_dasar = jp_katalog(p, request.acuan, request.hari_ini)
    isi = {
        "potongan": potongan, "form": form, "kelola": hak.kelola_katalog(request.hak, request.acuan),
        "ekspor_url": reverse("diklat:katalog_ekspor"),
    }  # fmt: skip
    return render(request, "diklat/pelatihan/katalog_list.html", isi)


@akses.peran(*PEMANTAU)
@require_safe
def katalog_ekspor(request):
    """The list as filtered."""
    _, daftar = saring(request)
    baris = (
        (p.nama, p.get_kelompok_display(), p.jenis.nama, p.jenjang, p.get_metode_display(),
         jp_katalog(p, request.acuan, request.hari_ini)[0], p.sasaran, ", ".join(k.nama for k in p.kompetensi.all()),
         p.penyelenggara, p.biaya, "ya" if p.aktif else "tidak")
        for p in daftar
    )  # fmt: skip
    return unduh_daftar(request, "Katalog pelatihan", KOLOM, baris, objek="pelatihan")


def _judul(nama):
    """An old name as written on its certificate: "Diklatpim IV"."""
    return " ".join(k.upper() if set(k) <= set("iv") else k.title() for k in nama.split())


@akses.peran(*PEMANTAU)
@require_safe
def katalog_detail(request, pk):
    """One item: facts, competences, old names of its level, and the kegiatan held."""
    p = get_object_or_404(Pelatihan.objects.select_related("jenis", "latihan_struktural"), pk=pk)
    jp, sumber = jp_katalog(p, request.acuan, request.hari_ini)
    isi = {
        "p": p, "jp": jp, "jp_dasar": sumber, "kompetensi": list(p.kompetensi.order_by("nama")),
        "lama": [_judul(n) for n in NAMA_LAMA.get(p.jenjang, ())],
        "kegiatan": list(p.kegiatan.order_by("-mulai")[:10]),
        "kelola": hak.kelola_katalog(request.hak, request.acuan),
        "adakan": hak.kelola(request.hak, request.acuan, p.kelompok) and p.aktif,
    }  # fmt: skip
    return render(request, "diklat/pelatihan/katalog_detail.html", isi)


@akses.peran(*PEMANTAU)
@require_http_methods(["GET", "HEAD", "POST"])
def katalog_form(request, pk=None):
    """A new item, or changes to one."""
    if not hak.kelola_katalog(request.hak, request.acuan):
        raise PermissionDenied
    p = get_object_or_404(Pelatihan, pk=pk) if pk else None
    form = FormPelatihan(request.POST or None, instance=p)

    def simpan(f):
        data = dict(f.cleaned_data)
        versi, kompetensi = data.pop("versi"), data.pop("kompetensi")
        baru = rencana.simpan_katalog(pk, data, kompetensi, versi=versi, oleh=pelaku(request))
        return redirect("diklat:katalog_detail", baru.pk)

    kembali = reverse("diklat:katalog_detail", args=[pk]) if pk else reverse("diklat:katalog_list")
    isi = {
        "judul": "Ubah pelatihan" if pk else "Pelatihan baru", "tombol": "Simpan pelatihan", "sukses": "Katalog disimpan.",
        "atas": [("Katalog pelatihan", reverse("diklat:katalog_list"))],
    }  # fmt: skip
    return formulir(request, form, simpan, isi, kembali)
