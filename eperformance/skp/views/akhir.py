"""Mengakhiri masa SKP dengan tangan: by the Subbidang Evaluasi Kinerja or the penilai, with the day, the reason, and what follows."""

from datetime import date, timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render

from eperformance.galat import DitolakKinerja
from eperformance.penilai import ambil_skp
from eperformance.skp import tengah
from eperformance.skp.views import url_detail
from kepegawaian import akses
from kepegawaian.aturan import tulis_tanggal
from layanan.forms_tindakan import Tanggal
from layanan.views.usulan import pelaku


class FormAkhiri(forms.Form):
    """The last day, why, and whether the rest of the year gets a new SKP at once."""

    sampai = forms.DateField(label="Hari terakhir SKP ini", widget=Tanggal())
    alasan = forms.CharField(
        label="Alasan", min_length=10, max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Misalnya nomor surat perintah, tugas belajar penuh waktu, atau pensiun. Dibaca pegawainya.",
    )  # fmt: skip
    buka = forms.BooleanField(
        label="Buka SKP baru bagi sisa tahun, sejak hari berikutnya", required=False, initial=True,
        help_text="Jangan dicentang bagi yang berhenti, pensiun, atau tidak bertugas lagi tahun ini.",
    )  # fmt: skip
    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, skp, **kwargs):
        super().__init__(*args, **kwargs)
        self.skp = skp
        self.fields["sampai"].widget.attrs |= {"min": skp.mulai.isoformat(), "max": _paling_akhir(skp).isoformat()}
        self.fields["sampai"].help_text = f"Antara {tulis_tanggal(skp.mulai)} dan {tulis_tanggal(_paling_akhir(skp))}."

    def clean_sampai(self):
        """Inside the SKP, and not its own last day."""
        hari: date = self.cleaned_data["sampai"]
        if not self.skp.mulai <= hari < self.skp.sampai:
            raise forms.ValidationError(
                f"Pilih tanggal antara {tulis_tanggal(self.skp.mulai)} dan {tulis_tanggal(_paling_akhir(self.skp))}."
            )
        return hari


def _paling_akhir(skp):
    return skp.sampai - timedelta(days=1)


@akses.masuk
def skp_akhiri(request, pk):
    """The form, what follows from it, and the act."""
    skp = ambil_skp(request, pk)
    if not tengah.boleh_mengakhiri(request.hak, skp):
        raise PermissionDenied
    form = FormAkhiri(request.POST or None, skp=skp, initial={"versi": skp.versi})
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        try:
            baru = tengah.akhiri(
                skp.pk, isi["sampai"], isi["alasan"], buka=isi["buka"], oleh=pelaku(request), versi=isi["versi"]
            )
        except DitolakKinerja as galat:
            form.add_error(None, str(galat))
            form.data = form.data.copy()
            form.data["versi"] = ambil_skp(request, pk).versi
        else:
            kalimat = f"SKP berakhir {tulis_tanggal(isi['sampai'])}."
            kalimat += f" Draf SKP mulai {tulis_tanggal(baru.mulai)} sudah dibuka." if baru else ""
            messages.success(request, kalimat)
            return redirect(url_detail(skp.pk))
    isi = {
        "judul": "Akhiri masa SKP", "form": form, "tombol": "Akhiri masa SKP", "batal_url": url_detail(skp.pk), "skp": skp,
        "penjelasan": f"{skp.pegawai.kini.nama_lengkap}, SKP {tulis_tanggal(skp.mulai)} sampai {tulis_tanggal(skp.sampai)}.",
        "atas": [(f"SKP {skp.periode.tahun}", url_detail(skp.pk))], "bagian": "eperformance/skp/_akibat_akhiri.html",
        "bahaya": True,
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)
