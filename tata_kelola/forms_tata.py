"""Formulir register tata kelola: tinjauan regulasi, risiko, anggaran, laporan bulanan."""

from decimal import Decimal, InvalidOperation

from django import forms
from django.core.exceptions import ValidationError

from kepegawaian.forms import Formulir, tanggal as isian_tanggal
from kepegawaian.models import Regulasi, UnitKerja
from tata_kelola.models import TindakLanjut, TinjauanRegulasi


def teks(label, panjang, *, baris=2, **lain):
    """A text of some lines."""
    return forms.CharField(label=label, max_length=panjang, widget=forms.Textarea(attrs={"rows": baris}), **lain)


class Rupiah(forms.CharField):
    """An amount as people here write it: 1.250.000 or 1.250.000,50; a Decimal of two places."""

    def __init__(self, label, **lain):
        kotak = forms.TextInput(attrs={"inputmode": "decimal", "class": "lebar-angka"})
        super().__init__(label=label, max_length=22, widget=kotak, **lain)

    def prepare_value(self, nilai):
        """As it was typed, or the stored amount with points."""
        if not isinstance(nilai, Decimal):
            return nilai
        bulat, _, sen = f"{nilai:,.2f}".partition(".")
        return bulat.replace(",", ".") + ("" if sen == "00" else f",{sen}")

    def clean(self, nilai):
        """The Decimal, None when it may be empty and is."""
        isi = super().clean(nilai).replace(" ", "").removeprefix("Rp")
        if not isi:
            return None
        try:
            angka = Decimal(isi.replace(".", "").replace(",", "."))
        except InvalidOperation as galat:
            raise ValidationError("Tulis rupiah, misalnya 125.000.000 atau 125.000.000,50.") from galat
        if not angka.is_finite() or angka < 0 or angka != round(angka, 2) or angka >= 10**13:
            raise ValidationError("Rupiah tidak boleh negatif, paling banyak dua angka di belakang koma.")
        return angka


class FormTinjauan(Formulir):
    """One review of a regulation."""

    hasil = forms.ChoiceField(label="Hasil tinjauan", choices=TinjauanRegulasi.HASIL)
    pengganti = forms.ModelChoiceField(
        Regulasi.objects.none(), label="Diganti oleh", required=False, empty_label="(tidak diganti)",
        help_text="Hanya bila hasilnya Diganti. Peraturan yang belum ada pada daftar ditambahkan dahulu lewat data acuan.",
    )  # fmt: skip
    tanggal = isian_tanggal("Ditinjau pada")
    tinjau_lagi = isian_tanggal("Ditinjau lagi paling lambat")
    catatan = teks("Catatan", 500, baris=3, required=False, help_text="Apa yang berubah dan akibatnya bagi layanan.")

    def __init__(self, *args, kecuali="", **lain):
        super().__init__(*args, **lain)
        self.fields["pengganti"].queryset = Regulasi.objects.exclude(kode=kecuali).order_by("kode")
        self.fields["pengganti"].label_from_instance = lambda r: f"{r.kode} {r.judul}"[:90]


class FormLaporan(Formulir):
    """The month of a report, and why it is made again."""

    bulan = forms.ChoiceField(label="Bulan")
    alasan = forms.CharField(
        label="Alasan dibuat ulang", max_length=300, required=False, help_text="Hanya bila bulan itu sudah punya laporan."
    )

    def __init__(self, *args, bulan=(), **lain):
        super().__init__(*args, **lain)
        self.fields["bulan"].choices = bulan
