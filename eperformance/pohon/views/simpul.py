"""Satu simpul: halamannya, menambah, mengubah, memindah, mengurutkan, mengakhiri, menghapus."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from eperformance.models import Pohon, Simpul
from eperformance.pohon import perbuatan, rumus, susunan
from eperformance.pohon.forms import FormPindah, FormSimpul
from eperformance.pohon.hak import PEMBACA, PENGATUR, mengatur, mengisi
from eperformance.pohon.riwayat import perubahan_simpul
from eperformance.pohon.views import formulir, lakukan, pelaku, versi
from kepegawaian import akses
from kepegawaian.penomoran import potong


def harus_pengatur(request):
    """403 for those of the BKD who do not run the tree."""
    if not mengatur(request.hak, request.acuan):
        raise PermissionDenied


def ambil_simpul(pk):
    """The simpul with its tree, owner and induk."""
    return get_object_or_404(Simpul.objects.select_related("pohon", "unit", "jabatan", "induk"), pk=pk)


def remah(simpul, *, sendiri=False):
    """The way back: tree, induk, and with ``sendiri`` the simpul itself."""
    p = simpul.pohon
    atas = [(f"Pohon kinerja {p.tahun}", reverse("eperformance:pohon_detail", args=[p.tahun]))]
    for s in [simpul.induk] * bool(simpul.induk_id) + [simpul] * sendiri:
        atas.append((s.uraian, reverse("eperformance:simpul_detail", args=[s.pk])))
    return atas


@akses.peran(*PEMBACA)
@require_safe
def simpul_detail(request, pk):
    """One simpul: owner, indicators, the branches below, the hasil kerja that hang on it, and its changes."""
    simpul = ambil_simpul(pk)
    entri = susunan.ambang_pada(request.acuan, request.hari_ini)
    angka = susunan.angka_indikator(list(simpul.indikator.all()), entri.nilai)
    boleh = mengatur(request.hak, request.acuan)
    ubah = boleh and simpul.pohon.status != "arsip"
    isi = {
        "s": simpul, "indikator": list(angka.values()), "anak": simpul.anak.select_related("unit").order_by("urutan", "pk"),
        "potongan": potong(request, susunan.hasil_simpul(simpul, request.hak)), "remah": remah(simpul), "ubah": ubah,
        "perubahan": perubahan_simpul(simpul)[:30], "halangan": perbuatan.halangan_hapus(simpul) if ubah else "",
        "isi": simpul.pohon.status == "berlaku" and not simpul.berakhir and mengisi(request.hak, request.acuan, simpul),
        "dapat_anak": simpul.jenis != rumus.TINGKAT[-1],
    }  # fmt: skip
    return render(request, "eperformance/pohon/simpul_detail.html", isi)


@akses.peran(*PENGATUR)
@require_http_methods(["GET", "HEAD", "POST"])
def simpul_create(request, tahun):
    """A new simpul under ``?induk=``, or a tujuan on top."""
    harus_pengatur(request)
    pohon = get_object_or_404(Pohon, tahun=tahun)
    teks = request.GET.get("induk", "")
    induk = get_object_or_404(Simpul, pk=teks, pohon=pohon) if teks.isascii() and teks.isdigit() else None
    awal = {"versi": pohon.versi, "unit": induk.unit_id if induk else None}
    if induk:
        awal["jenis"] = rumus.TINGKAT[min(rumus.TINGKAT.index(induk.jenis) + 1, 4)]
    form = FormSimpul(request.POST or None, initial=awal, induk=induk.jenis if induk else None, acuan=request.acuan)

    def simpan(f):
        data = f.cleaned_data | {"induk": induk}
        baru = perbuatan.simpan_simpul(pohon.pk, None, data, oleh=pelaku(request), versi=data["versi"])
        return redirect("eperformance:simpul_detail", baru.pk)

    isi = {
        "judul": "Simpul baru" if induk else "Tujuan baru", "tombol": "Tambahkan", "sukses": "Simpul ditambahkan.",
        "penjelasan": f"Di bawah “{induk.uraian}”." if induk else f"Di puncak pohon {tahun}.",
        "atas": remah(induk, sendiri=True) if induk else [(f"Pohon kinerja {tahun}", reverse("eperformance:pohon_detail", args=[tahun]))],
    }  # fmt: skip
    kembali = (
        reverse("eperformance:simpul_detail", args=[induk.pk])
        if induk
        else reverse("eperformance:pohon_detail", args=[tahun])
    )
    return formulir(request, form, simpan, isi, kembali)


@akses.peran(*PENGATUR)
@require_http_methods(["GET", "HEAD", "POST"])
def simpul_update(request, pk):
    """Words, level and owner of a simpul."""
    harus_pengatur(request)
    simpul = ambil_simpul(pk)
    awal = {n: getattr(simpul, n) for n in ("jenis", "uraian", "kode", "unit")} | {"versi": simpul.pohon.versi}
    induk = simpul.induk.jenis if simpul.induk_id else None
    form = FormSimpul(request.POST or None, initial=awal, induk=induk, acuan=request.acuan)

    def simpan(f):
        data = f.cleaned_data
        perbuatan.simpan_simpul(simpul.pohon_id, simpul.pk, data, oleh=pelaku(request), versi=data["versi"])

    def tersimpan():
        kini = ambil_simpul(pk)
        return {"jenis": kini.jenis, "uraian": kini.uraian, "kode": kini.kode, "unit": kini.unit.nama}

    isi = {
        "judul": "Ubah simpul",
        "tombol": "Simpan simpul",
        "sukses": "Simpul disimpan.",
        "atas": remah(simpul, sendiri=True),
    }
    return formulir(request, form, simpan, isi, reverse("eperformance:simpul_detail", args=[pk]), tersimpan=tersimpan)


@akses.peran(*PENGATUR)
@require_http_methods(["GET", "HEAD", "POST"])
def simpul_pindah(request, pk):
    """Hangs the simpul with all below it on another one of a higher level."""
    harus_pengatur(request)
    simpul = ambil_simpul(pk)
    atas = rumus.TINGKAT[: rumus.TINGKAT.index(simpul.jenis)]
    calon = Simpul.objects.filter(pohon=simpul.pohon, jenis__in=atas, berakhir=None).order_by("jenis", "urutan", "pk")
    calon = calon.exclude(pk__in=perbuatan.keturunan(simpul.pohon, pk))
    awal = {"induk": simpul.induk_id, "versi": simpul.pohon.versi}
    form = FormPindah(request.POST or None, initial=awal, calon=calon)

    def simpan(f):
        perbuatan.pindah_simpul(simpul, f.cleaned_data["induk"], oleh=pelaku(request), versi=f.cleaned_data["versi"])

    isi = {
        "judul": "Pindahkan simpul", "tombol": "Pindahkan", "sukses": "Simpul dipindah beserta yang di bawahnya.",
        "penjelasan": f"“{simpul.uraian}” beserta semua yang di bawahnya.", "atas": remah(simpul, sendiri=True),
    }  # fmt: skip
    kembali = reverse("eperformance:simpul_detail", args=[pk])

    def tersimpan():
        return {"induk": ambil_simpul(pk).induk.uraian}

    return formulir(request, form, simpan, isi, kembali, tersimpan=tersimpan)


def _lakukan(request, pk, perbuatan_, kalimat, *, ke_pohon=False, **lain):
    harus_pengatur(request)
    simpul = ambil_simpul(pk)

    def buat():
        perbuatan_(simpul, oleh=pelaku(request), versi=versi(request), **lain)

    if ke_pohon and not perbuatan.halangan_hapus(simpul):
        return lakukan(request, buat, kalimat, "eperformance:pohon_detail", simpul.pohon.tahun)
    return lakukan(request, buat, kalimat, "eperformance:simpul_detail", pk)


@akses.peran(*PENGATUR)
@require_POST
def simpul_urut(request, pk):
    """One place up or down among its siblings."""
    naik = request.POST.get("arah") == "naik"
    return _lakukan(request, pk, perbuatan.geser_simpul, "Urutan disimpan.", arah=-1 if naik else 1)


@akses.peran(*PENGATUR)
@require_POST
def simpul_akhiri(request, pk):
    """Ends the simpul and what is below it, or takes the end back."""
    buka = request.POST.get("buka") == "1"
    kalimat = "Simpul dipakai lagi." if buka else "Simpul diakhiri; riwayatnya tetap terbaca."
    return _lakukan(request, pk, perbuatan.akhiri_simpul, kalimat, buka=buka)


@akses.peran(*PENGATUR)
@require_POST
def simpul_hapus(request, pk):
    """Deletes a simpul nothing rests on."""
    return _lakukan(request, pk, perbuatan.hapus_simpul, "Simpul dihapus.", ke_pohon=True)
