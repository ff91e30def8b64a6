"""Mengisi SKP: satu halaman satu hasil kerja dengan indikatornya, perilaku, lampiran; each also saves row by row by itself."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from eperformance.aturan_skp import ASPEK_WAJIB
from eperformance.models import HasilKerja, LampiranSkp
from eperformance.penilai import ambil_skp, menilai
from eperformance.skp import susun
from eperformance.skp.forms import FormHasil, FormIndikator, FormLampiran, FormPerilaku
from eperformance.skp.views import bilangan, lakukan, simpan_sendiri, url_detail
from kepegawaian import akses
from layanan.galat import DitolakAlur
from layanan.views.usulan import pelaku

KOSONG = 2  # rows offered beyond those there are
PALING = 30


def _ambil(request, pk):
    """(HasilKerja, its Skp) when he may read it."""
    hasil = get_object_or_404(HasilKerja.objects.select_related("induk"), pk=pk)
    return hasil, ambil_skp(request, hasil.skp_id)


def _semua_sah(forms):
    """All are asked, so that each shows what is wrong with it."""
    return sum(not f.is_valid() for f in forms) == 0


def _atas(skp):
    return [(f"SKP {skp.periode.tahun}", url_detail(skp.pk))]


def _indikator(skp, hasil, data):
    """Forms of the indikator that are there, then suggested ones: the three aspects, or a criterion, and one more."""
    ada = list(hasil.indikator.all()) if hasil else []
    forms = [FormIndikator(data, prefix=f"i{i.pk}", objek=i) for i in ada if data is None or f"i{i.pk}-id" in data]
    if skp.pendekatan == "kualitatif":
        saran = [""] * (2 if not ada else 1)
    else:
        saran = [a for a in ASPEK_WAJIB if a not in {i.aspek for i in ada}] + (["biaya"] if not ada else ["kuantitas"])
    banyak = len(saran)
    if data is not None:  # those that were on the page somebody sends
        banyak = max(banyak, min(PALING, bilangan(data.get("baru")) or 0))
    for n in range(banyak):
        aspek = saran[n] if n < len(saran) else ""
        forms.append(
            FormIndikator(
                data, prefix=f"b{n}", initial={"aspek": aspek, "arah": "turun" if aspek == "waktu" else "naik"}
            )
        )
    return forms, banyak


def _halaman(request, skp, hasil, kepala, indikator, banyak, status=200):
    isi = {
        "skp": skp, "hasil": hasil, "kepala": kepala, "indikator": indikator, "banyak_baru": banyak, "atas": _atas(skp),
        "kualitatif": skp.pendekatan == "kualitatif",
        "simpan_url": reverse("eperformance:hasil_simpan", args=[hasil.pk]) if hasil else "",
        "semua_form": [kepala, *indikator],
    }  # fmt: skip
    return render(request, "eperformance/skp/hasil_form.html", isi, status=status)


def _milik(request, skp):
    """403 to whoever may read this SKP but never writes it."""
    if skp.pegawai_id != request.hak.pegawai_id or request.hak.hanya_baca:
        raise PermissionDenied


def _tolak_bila_tertutup(request, skp):
    """A sentence instead of a form, when the contents may not be changed (any more)."""
    _milik(request, skp)
    if susun.boleh_isi(request.hak, skp):
        return None
    messages.error(
        request,
        f"SKP ini {skp.get_status_display().lower()}; isinya hanya diubah pemiliknya selama draf atau dikembalikan.",
    )
    return redirect(url_detail(skp.pk))


@akses.masuk
@require_http_methods(["GET", "HEAD", "POST"])
def hasil_create(request, pk):
    """A new hasil kerja with its indikator."""
    skp = ambil_skp(request, pk)
    if tolak := _tolak_bila_tertutup(request, skp):
        return tolak
    data = request.POST if request.method == "POST" else None
    jenis = "tambahan" if request.GET.get("jenis") == "tambahan" else "utama"
    kepala = FormHasil(
        data, prefix="h", skp=skp, initial={"jenis": jenis, "induk_id": bilangan(request.GET.get("induk"))}
    )
    indikator, banyak = _indikator(skp, None, data)
    if data is not None and _semua_sah((kepala, *indikator)):
        try:
            susun.buat_hasil(skp.pk, kepala.isi(), [b for f in indikator if (b := f.baris())], oleh=pelaku(request))
        except DitolakAlur as galat:
            kepala.add_error(None, str(galat))
        else:
            messages.success(request, "Hasil kerja disimpan.")
            return redirect(url_detail(skp.pk, f"hasil-{kepala.cleaned_data['jenis']}"))
    return _halaman(request, skp, None, kepala, indikator, banyak, 200 if data is None else 422)


@akses.masuk
@require_http_methods(["GET", "HEAD", "POST"])
def hasil_update(request, pk):
    """The page of one hasil kerja. A conflict shows both texts; what was typed stays in the form."""
    hasil, skp = _ambil(request, pk)
    _milik(request, skp)
    if request.method != "POST" and (tolak := _tolak_bila_tertutup(request, skp)):
        return tolak
    data = request.POST if request.method == "POST" else None
    kepala = FormHasil(data, prefix="h", skp=skp, objek=hasil)
    indikator, banyak = _indikator(skp, hasil, data)
    status = 200
    if data is not None:
        indikator = _ditambah_yang_hilang(indikator, data)
        status = 422
        if _semua_sah((kepala, *indikator)):
            baris = [b for f in (kepala, *indikator) if (b := f.baris())]
            try:
                susun.simpan_hasil(hasil.pk, baris, oleh=pelaku(request))
            except susun.Bentrok as galat:
                tandai([kepala, *indikator], galat.kini)
                messages.error(request, str(galat))
                status = 409
            except DitolakAlur as galat:
                messages.error(request, str(galat))
            else:
                messages.success(request, "Hasil kerja disimpan.")
                return redirect(url_detail(skp.pk, f"hasil-{kepala.cleaned_data['jenis']}"))
    return _halaman(request, skp, hasil, kepala, indikator, banyak, status)


def _ditambah_yang_hilang(indikator, data):
    """Rows of the sender's page that somebody has deleted since: his words are not lost."""
    ada = {f.prefix for f in indikator}
    hilang = [k[:-3] for k in data if k.endswith("-id") and k[:1] == "i" and k[:-3] not in ada and k[1:-3].isdigit()]
    return [*indikator, *(FormIndikator(data, prefix=p) for p in hilang[:PALING])]


def tandai(forms, kini):
    """Marks the forms in conflict."""
    for f in forms:
        if f.prefix in kini:
            f.tandai_bentrok(kini[f.prefix])


@akses.masuk
@require_POST
def hasil_simpan(request, pk):
    """One row of the page saves itself."""
    hasil, skp = _ambil(request, pk)
    _milik(request, skp)
    prefix = request.POST.get("baris", "")
    if prefix == "h":
        form = FormHasil(request.POST, prefix="h", skp=skp, objek=hasil)
    elif prefix[:1] in ("i", "b") and prefix[1:].isdigit():
        form = FormIndikator(request.POST, prefix=prefix)
    else:
        raise Http404
    return simpan_sendiri(form, lambda b: susun.simpan_hasil(hasil.pk, b, oleh=pelaku(request), sendiri=True))


@akses.masuk
@require_http_methods(["GET", "HEAD", "POST"])
def hasil_delete(request, pk):
    """Asks, then deletes."""
    hasil, skp = _ambil(request, pk)
    _milik(request, skp)
    if request.method == "POST":
        versi = bilangan(request.POST.get("versi")) or 0
        return lakukan(
            request, lambda oleh: susun.hapus_hasil(hasil.pk, versi, oleh=oleh) and None, "Hasil kerja dihapus.",
            url_detail(skp.pk, f"hasil-{hasil.jenis}"),
        )  # fmt: skip
    if tolak := _tolak_bila_tertutup(request, skp):
        return tolak
    isi = {
        "skp": skp, "hasil": hasil, "atas": _atas(skp), "indikator": hasil.indikator.count(),
        "anak": hasil.anak.count(), "sel": hasil.peran.count(),
    }  # fmt: skip
    return render(request, "eperformance/skp/hasil_hapus.html", isi)


@akses.masuk
@require_POST
def hasil_urut(request, pk):
    """One place up or down."""
    hasil, skp = _ambil(request, pk)
    _milik(request, skp)
    arah = -1 if request.POST.get("arah") == "naik" else 1
    return lakukan(
        request, lambda oleh: susun.pindah_urut(hasil.pk, arah, oleh=oleh) and None, "Urutan diubah.",
        url_detail(skp.pk, f"hasil-{hasil.jenis}"),
    )  # fmt: skip


# ── perilaku and lampiran ────────────────────────────────────────────────────────────────────────────


def _milik_atau_penilai(request, skp):
    """403 to everybody but the two of this SKP."""
    if not menilai(request.hak, skp):
        _milik(request, skp)


def _form_perilaku(skp, data):
    return [FormPerilaku(data, prefix=f"p{p.pk}", objek=p) for p in skp.perilaku.all()]


def _form_lampiran(skp, data):
    """[(heading, forms)] of the three kinds, each with empty rows."""
    ada, hasil = list(skp.lampiran.all()), []
    for kode, nama in LampiranSkp.JENIS:
        milik = [x for x in ada if x.jenis == kode and (data is None or f"l{x.pk}-id" in data)]
        forms = [FormLampiran(data, prefix=f"l{x.pk}", objek=x) for x in milik]
        baru = [f"n{kode}{n}" for n in range(KOSONG)]
        if data is not None:
            baru = [p for p in baru if f"{p}-jenis" in data]
        forms += [FormLampiran(data, prefix=p, initial={"jenis": kode}) for p in baru]
        hasil.append((nama, forms))
    return hasil


def _lembar(request, skp, forms, simpan, templat, konteks):
    """A page of many rows: saved together; a conflict shows both texts."""
    status = 200
    if request.method == "POST":
        status = 422
        if _semua_sah(forms):
            try:
                simpan(skp.pk, [b for f in forms if (b := f.baris())], oleh=pelaku(request))
            except susun.Bentrok as galat:
                tandai(forms, galat.kini)
                messages.error(request, str(galat))
                status = 409
            except DitolakAlur as galat:
                messages.error(request, str(galat))
            else:
                messages.success(request, "Tersimpan.")
                return redirect(url_detail(skp.pk, konteks["jangkar"]))
    return render(request, templat, konteks | {"skp": skp, "atas": _atas(skp), "semua_form": forms}, status=status)


@akses.masuk
@require_http_methods(["GET", "HEAD", "POST"])
def perilaku_update(request, pk):
    """The seven expectations, by the pegawai or the penilai."""
    skp = ambil_skp(request, pk)
    _milik_atau_penilai(request, skp)
    if request.method != "POST" and not susun.boleh_perilaku(request.hak, skp):
        messages.error(request, "Ekspektasi perilaku diisi pemilik SKP atau penilainya sebelum SKP ditetapkan.")
        return redirect(url_detail(skp.pk))
    forms = _form_perilaku(skp, request.POST if request.method == "POST" else None)
    isi = {"jangkar": "perilaku", "forms": forms, "simpan_url": reverse("eperformance:perilaku_simpan", args=[skp.pk])}
    return _lembar(request, skp, forms, susun.simpan_perilaku, "eperformance/skp/perilaku_form.html", isi)


@akses.masuk
@require_POST
def perilaku_simpan(request, pk):
    """One expectation saves itself."""
    skp = ambil_skp(request, pk)
    _milik_atau_penilai(request, skp)
    form = next((f for f in _form_perilaku(skp, request.POST) if f.prefix == request.POST.get("baris")), None)
    if form is None:
        raise Http404
    return simpan_sendiri(form, lambda b: susun.simpan_perilaku(skp.pk, b, oleh=pelaku(request), sendiri=True))


@akses.masuk
@require_http_methods(["GET", "HEAD", "POST"])
def lampiran_update(request, pk):
    """Dukungan sumber daya, skema pertanggungjawaban, konsekuensi."""
    skp = ambil_skp(request, pk)
    _milik(request, skp)
    if request.method != "POST" and (tolak := _tolak_bila_tertutup(request, skp)):
        return tolak
    data = request.POST if request.method == "POST" else None
    kelompok = _form_lampiran(skp, data)
    forms = [f for _, daftar in kelompok for f in daftar]
    if data is not None:  # rows deleted meanwhile keep their words
        ada = {f.prefix for f in forms}
        hilang = [k[:-3] for k in data if k.endswith("-id") and k[:1] == "l" and k[:-3] not in ada]
        forms += [FormLampiran(data, prefix=p) for p in hilang[:PALING]]
        kelompok = [*kelompok, ("Sudah dihapus di tempat lain", forms[-len(hilang) :])] if hilang else kelompok
    isi = {
        "jangkar": "lampiran",
        "kelompok": kelompok,
        "simpan_url": reverse("eperformance:lampiran_simpan", args=[skp.pk]),
    }
    return _lembar(request, skp, forms, susun.simpan_lampiran, "eperformance/skp/lampiran_form.html", isi)


@akses.masuk
@require_POST
def lampiran_simpan(request, pk):
    """One line saves itself."""
    skp = ambil_skp(request, pk)
    _milik(request, skp)
    prefix = request.POST.get("baris", "")
    if prefix[:1] not in ("l", "n") or not prefix.isalnum():
        raise Http404
    form = FormLampiran(request.POST, prefix=prefix)
    return simpan_sendiri(form, lambda b: susun.simpan_lampiran(skp.pk, b, oleh=pelaku(request), sendiri=True))
