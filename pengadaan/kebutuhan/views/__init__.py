"""Halaman kebutuhan, satu berkas satu pokok: abk, abk_impor, kebutuhan, formasi (daftar), rencana, usul."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render

from layanan import alur
from layanan.galat import BukanWewenang, DitolakAlur
from layanan.tampilan import url_regulasi
from pengadaan.kebutuhan.hak import lingkup_unit


def pelaku(request):
    """The actor of this request for the acts."""
    return alur.Pelaku(request.user, request.hak, request.alamat)


def opd_pilihan(hak, acuan):
    """OPD in scope, by name: [(id as text, name)]."""
    opd, unit = {u.id for u in acuan.unit.values() if u.jenis == "opd"}, lingkup_unit(hak)
    if unit is not None:
        opd &= {acuan.unit[i].opd_id for i in unit if i in acuan.unit}
    return sorted(((str(i), acuan.unit[i].nama) for i in opd), key=lambda o: o[1])


def tampil_syarat(syarat, jawaban, bukti):
    """What ``komponen/_syarat.html`` shows of one condition."""
    return {
        "kode": syarat.kode, "uraian": syarat.uraian, "hasil": jawaban, "bukti": bukti, "dasar": str(syarat.dasar),
        "dasar_url": url_regulasi(syarat.dasar.peraturan), "asumsi": syarat.keyakinan == "asumsi",
    }  # fmt: skip


def lakukan(request, kerja, sukses):
    """Runs one act; its refusal or ``sukses`` becomes a message. True when it was done."""
    try:
        hasil = kerja()
    except BukanWewenang as galat:
        raise PermissionDenied from galat
    except DitolakAlur as galat:
        messages.error(request, str(galat))
        return False
    messages.success(request, sukses(hasil) if callable(sukses) else sukses)
    return True


def satu_formulir(request, form, kerja, isi, tujuan):
    """A page with one form: on a valid POST ``kerja(cleaned_data)`` runs; its refusal stands above the form."""
    if request.method == "POST" and form.is_valid():
        try:
            hasil = kerja(form.cleaned_data)
        except BukanWewenang as galat:
            raise PermissionDenied from galat
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, isi["sukses"])
            return redirect(tujuan(hasil) if callable(tujuan) else tujuan)
    isi |= {"form": form} | ({} if callable(tujuan) else {"batal_url": tujuan})
    return render(request, "komponen/form_halaman.html", isi, status=400 if form.errors else 200)


def bilangan(teks):
    """A whole number of a form, or None."""
    return int(teks) if teks and teks.isascii() and teks.isdigit() and len(teks) < 10 else None
