"""Halaman pohon kinerja, satu berkas satu pokok: periode, pohon, simpul, indikator."""

from django.contrib import messages
from django.shortcuts import redirect, render

from eperformance.galat import VersiLama
from layanan.galat import DitolakAlur
from layanan.pelaku import Pelaku


def pelaku(request):
    """The actor of this request for the acts."""
    return Pelaku(request.user, request.hak, request.alamat)


def lakukan(request, perbuatan, kalimat, kembali, *args):
    """One act by POST, and back with a sentence. ``perbuatan``: a function without arguments; {n} of ``kalimat`` is its answer."""
    try:
        hasil = perbuatan()
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, kalimat.format(n=hasil))
    return redirect(kembali, *args)


def versi(request):
    """The version a plain button was drawn on; None (always too old) when it is no number."""
    teks = request.POST.get("versi", "")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 10 else -1


def formulir(request, form, perbuatan, isi, kembali, *, kunci="versi", tersimpan=None):
    """A form that calls one act; on with ``isi["sukses"]``, or the form with what is wrong and everything that was typed.

    ``perbuatan(form)`` may return where to go. Somebody was quicker (VersiLama): 409, the stored values (``tersimpan()``:
    {field: value}) beside the typed ones, and the hidden field ``kunci`` set anew by the row as it stands, so that saving
    once more is a decision.
    """
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                hasil = perbuatan(form)
            except VersiLama as galat:
                status = 409
                isi = isi | _bentrok(form, galat, kunci, tersimpan)
            except DitolakAlur as galat:
                form.add_error(None, str(galat))
            else:
                messages.success(request, isi["sukses"])
                return hasil if hasattr(hasil, "status_code") else redirect(kembali)
    return render(request, "komponen/form_halaman.html", {"form": form, "batal_url": kembali} | isi, status=status)


def _bentrok(form, galat, kunci, tersimpan):
    """Context of a form whose ground has moved; the form keeps what was typed and takes the new version."""
    ada = tersimpan() if tersimpan else {}
    baris = [
        (f.label, _tampil(f.field, ada[f.name]), _tampil(f.field, form.cleaned_data.get(f.name)))
        for f in form.visible_fields()
        if f.name in ada
    ]
    form.data = form.data.copy()
    form.data[kunci] = _kini(galat.kini, kunci)
    form.add_error(
        None, f"{galat} Isian Anda masih ada di bawah; tekan tombol sekali lagi bila tetap ingin menyimpannya."
    )
    return {"bagian": "eperformance/pohon/_bentrok.html", "bentrok": baris}


def _kini(baris, kunci):
    if kunci == "terakhir":
        return baris.pk if baris else 0
    if kunci == "semula":
        from eperformance.periode import sidik  # noqa: PLC0415 - only this form is opened on a fingerprint

        return sidik(baris)
    return baris.versi


def _tampil(medan, nilai):
    """A value as its field shows it: the word of a choice, ya/tidak."""
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    pilihan = dict(getattr(medan, "choices", ()) or ()) if not hasattr(medan, "queryset") else {}
    return pilihan.get(nilai, nilai)
