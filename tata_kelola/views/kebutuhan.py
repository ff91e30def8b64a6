"""Kebutuhan barang tahun yang akan datang: daftar, usul, putusan Sekretariat."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from eperformance.pohon.views import formulir, pelaku
from kepegawaian import akses
from kepegawaian.views.ekspor import unduh_daftar
from tata_kelola import anggaran
from tata_kelola.forms_sarana import FormKebutuhan, FormPutusan
from tata_kelola.hak import PEMBACA, PENULIS, memiliki, mengelola
from tata_kelola.models import KebutuhanBarang
from tata_kelola.sarana import perbuatan, register

KOLOM = ("TAHUN", "UNIT", "BARANG", "KATEGORI", "JUMLAH", "SATUAN", "HARGA SATUAN", "PERKIRAAN BIAYA", "KEGIATAN", "ALASAN",
         "STATUS", "CATATAN")  # fmt: skip


def _tahun(request):
    """(year asked for, years there are); next year when none or no year is asked."""
    depan = request.hari_ini.year + 1
    ada = set(KebutuhanBarang.objects.order_by().values_list("tahun", flat=True).distinct()) | {depan, depan - 1}
    teks = request.GET.get("tahun", "")
    tahun = int(teks) if teks.isascii() and teks.isdigit() and len(teks) == 4 else depan
    return tahun if tahun in ada else depan, sorted(ada, reverse=True)


@akses.peran(*PEMBACA)
@require_safe
def barang_kebutuhan(request):
    """What the units need in a year, what it would cost, what the Sekretariat said."""
    tahun, semua = _tahun(request)
    k = register.kebutuhan(tahun)
    angka = (("menunggu putusan", k.diusulkan), ("disetujui", k.disetujui))
    isi = {
        "k": k, "angka": [(nama, anggaran.sebut_rupiah(n), n) for nama, n in angka], "semua": semua, "kelola": mengelola(request.hak, request.acuan),
        "usul": request.hak.punya(*PENULIS) and not request.hak.hanya_baca,
    }  # fmt: skip
    return render(request, "tata_kelola/kebutuhan_barang.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def barang_kebutuhan_ekspor(request):
    """The needs of a year as xlsx."""
    tahun, _ = _tahun(request)
    isi = (
        [b.tahun, b.unit.nama, b.nama, b.get_kategori_display(), b.jumlah, b.satuan, b.harga, b.biaya,
         b.simpul.uraian if b.simpul else "", b.alasan, b.get_status_display(), b.catatan]
        for b in register.kebutuhan(tahun).baris
    )  # fmt: skip
    return unduh_daftar(request, f"Kebutuhan barang {tahun}", KOLOM, isi, objek="kebutuhanbarang")


def _atas():
    return [("Sarana", reverse("tata_kelola:sarana_list")), ("Kebutuhan", reverse("tata_kelola:barang_kebutuhan"))]


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def barang_kebutuhan_create(request):
    """A need of the own unit."""
    if request.hak.hanya_baca:
        raise PermissionDenied
    form = FormKebutuhan(
        request.POST or None, initial={"unit": request.hak.unit_id, "jumlah": 1}, acuan=request.acuan, hak=request.hak,
        hari_ini=request.hari_ini,
    )  # fmt: skip

    def simpan(f):
        if not memiliki(request.hak, request.acuan, f.cleaned_data["unit"]):  # not among those offered
            raise PermissionDenied
        perbuatan.usulkan(f.cleaned_data, oleh=pelaku(request))

    isi = {
        "judul": "Usulkan kebutuhan barang",
        "tombol": "Usulkan",
        "sukses": "Kebutuhan diusulkan kepada Sekretariat.",
        "atas": _atas(),
    }
    return formulir(request, form, simpan, isi, reverse("tata_kelola:barang_kebutuhan"))


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def barang_kebutuhan_putus(request, pk):
    """The Sekretariat agrees or not."""
    satu = get_object_or_404(KebutuhanBarang, pk=pk)
    if satu.status != "diusulkan" or not mengelola(request.hak, request.acuan):
        raise PermissionDenied
    form = FormPutusan(request.POST or None, initial={"versi": satu.versi})

    def simpan(f):
        d = f.cleaned_data
        perbuatan.putuskan(pk, status=d["status"], catatan=d["catatan"], versi=d["versi"] or 0, oleh=pelaku(request))

    isi = {"judul": "Putuskan kebutuhan barang", "tombol": "Simpan putusan", "sukses": "Putusan disimpan.", "atas": _atas(),
           "penjelasan": f"{satu.nama}, {satu.jumlah} {satu.satuan}: {satu.alasan}"}  # fmt: skip
    return formulir(request, form, simpan, isi, f"{reverse('tata_kelola:barang_kebutuhan')}?tahun={satu.tahun}")
