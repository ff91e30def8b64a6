"""Formulir halaman disiplin: laporan, membuka kasus dari laporan, berita acara dan tanya jawabnya."""

from django import forms
from django.utils import timezone

from disiplin.forms import tanggal, teks
from disiplin.models import Bap


class LaporanForm(forms.Form):
    """A report of an alleged violation; only who and what are compulsory."""

    terlapor = forms.CharField(
        label="Siapa yang dilaporkan", max_length=160, help_text="Nama, atau NIP bila diketahui."
    )
    unit = forms.CharField(label="Unit kerjanya", max_length=160, required=False)
    kejadian = tanggal("Tanggal kejadian", required=False)
    uraian = teks(
        "Apa yang terjadi", baris=6, maks=3000, help_text="Kapan, di mana, siapa yang melihat, apa buktinya."
    )
    kontak = forms.CharField(
        label="Cara menghubungi Anda", max_length=120, required=False,
        help_text="Tidak wajib. Bila kosong, laporan tetap diproses tanpa identitas.",
    )  # fmt: skip

    def clean_kejadian(self):
        """Not ahead of today."""
        hari = self.cleaned_data["kejadian"]
        if hari and hari > timezone.localdate():
            raise forms.ValidationError("Tanggal kejadian belum tiba.")
        return hari


class LaporanMasukForm(LaporanForm):
    """The same for somebody who is logged in: named only when he says so."""

    sertakan = forms.BooleanField(label="Sertakan nama saya sebagai pelapor", required=False)


class TutupLaporanForm(forms.Form):
    """Why a report does not become a case."""

    catatan = teks("Alasan ditutup", baris=2, maks=300)


class BapForm(forms.ModelForm):
    """Head of a BAP."""

    class Meta:
        model = Bap
        fields = ("tentang", "nama", "jabatan", "tanggal", "tempat", "cara")
        labels = {"tentang": "Keterangan dari", "nama": "Nama", "jabatan": "Jabatan atau hubungan", "tanggal": "Tanggal",
                  "tempat": "Tempat", "cara": "Cara"}  # fmt: skip
        widgets = {"tanggal": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}

    def clean_tanggal(self):
        """Held already."""
        hari = self.cleaned_data["tanggal"]
        if hari > timezone.localdate():
            raise forms.ValidationError("Tanggal pemeriksaan belum tiba.")
        return hari


class TanyaForm(forms.Form):
    """One question and its answer; both or none."""

    pertanyaan = forms.CharField(
        label="Pertanyaan", max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    jawaban = forms.CharField(
        label="Jawaban", max_length=3000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )

    def clean(self):
        """An answer has its question."""
        isi = super().clean()
        if bool(isi.get("pertanyaan")) != bool(isi.get("jawaban")):
            self.add_error("jawaban" if isi.get("pertanyaan") else "pertanyaan", "Isi pertanyaan beserta jawabannya.")
        return isi


TanyaFormSet = forms.formset_factory(TanyaForm, extra=3, max_num=60)
