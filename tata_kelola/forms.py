"""Formulir setelan kantor dan saringan jejak; bentuk nilai diperiksa oleh ``tata_kelola.setelan``."""

import json

from crispy_forms.helper import FormHelper
from django import forms
from django.utils import timezone

from kepegawaian.models import HariLibur, Setelan
from layanan.models import PengaturanLangkah
from tata_kelola import setelan

ANGKA_BULAT = "Tulis angka bulat tanpa titik, contoh 3."


def helper(form):
    """Crispy helper that draws the fields only; the page draws form tag and buttons."""
    hasil = FormHelper(form)
    hasil.form_tag = False
    hasil.disable_csrf = True
    return hasil


class TanggalInput(forms.DateInput):
    """The browser's own date picker, ISO underneath."""

    input_type = "date"

    def __init__(self, **kwargs):
        super().__init__(format="%Y-%m-%d", **kwargs)


class FormPerubahan(forms.Form):
    """Base of every change of a setting: since when, and on what ground."""

    berlaku_sejak = forms.DateField(
        label="Berlaku sejak", widget=TanggalInput, help_text="Paling awal hari ini; yang sudah berlalu tidak berubah."
    )
    dasar = forms.CharField(
        label="Dasar",
        max_length=200,
        min_length=5,
        help_text="Peraturan dan pasal, atau nomor dan tanggal keputusan kantor.",
    )

    @property
    def helper(self):
        """Crispy helper: fields only."""
        return helper(self)

    def clean_berlaku_sejak(self):
        """A change never reaches into the past."""
        tanggal = self.cleaned_data["berlaku_sejak"]
        if tanggal < timezone.localdate():
            raise forms.ValidationError("Tanggal mulai paling awal hari ini; keputusan yang lalu tidak berubah.")
        return tanggal


def _medan_nilai(kunci, lama):
    """The field for a value of this kind, with its present value as text."""
    if kunci in setelan.PILIHAN:
        return forms.ChoiceField(label="Nilai baru", choices=[(p, p) for p in setelan.PILIHAN[kunci]])
    match setelan.jenis(lama):
        case "ya_tidak":
            return forms.ChoiceField(label="Nilai baru", choices=[("ya", "Ya"), ("tidak", "Tidak")])
        case "angka" if isinstance(lama, int):
            return forms.IntegerField(
                label="Nilai baru", max_value=10**9, min_value=-(10**9), error_messages={"invalid": ANGKA_BULAT}
            )
        case "angka":
            return forms.FloatField(label="Nilai baru", error_messages={"invalid": "Tulis angka, contoh 0,25."})
        case "teks":
            return forms.CharField(label="Nilai baru", max_length=1000)
        case "daftar":
            bantuan = "Satu butir satu baris, menurut urutan tercetaknya."
            return forms.CharField(
                label="Nilai baru", max_length=4000, widget=forms.Textarea(attrs={"rows": 6}), help_text=bantuan
            )
    return forms.CharField(
        label="Nilai baru",
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false", "class": "font-monospace"}),
        help_text="Tulis dalam bentuk JSON dengan kunci yang sama seperti nilai sekarang.",
    )


def nilai_awal(lama):
    """A value as the form shows it first."""
    match setelan.jenis(lama):
        case "ya_tidak":
            return "ya" if lama else "tidak"
        case "daftar":
            return "\n".join(lama)
        case "objek":
            return json.dumps(lama, ensure_ascii=False, indent=2)
    return lama


class FormSetelan(FormPerubahan):
    """A new dated value of one setting; its shape must be that of the last one."""

    field_order = ("nilai", "berlaku_sejak", "dasar", "keyakinan")
    keyakinan = forms.ChoiceField(
        label="Keyakinan",
        choices=[
            ("pasti", "Pasti: tertulis dalam dasar itu"),
            ("sebagian", "Sebagian: praktik atau tafsir yang lazim"),
            ("asumsi", "Asumsi: belum ada dasar tertulis"),
        ],
    )

    def __init__(self, *args, terakhir, acuan, **kwargs):
        self.terakhir, self.acuan = terakhir, acuan
        kwargs["initial"] = {"nilai": nilai_awal(terakhir.nilai), "keyakinan": terakhir.keyakinan} | (
            kwargs.get("initial") or {}
        )
        super().__init__(*args, **kwargs)
        self.fields["nilai"] = _medan_nilai(terakhir.kunci, terakhir.nilai)
        self.order_fields(self.field_order)

    def clean_nilai(self):
        """The typed value, in the shape of the last one."""
        nilai, lama = self.cleaned_data["nilai"], self.terakhir.nilai
        bentuk = setelan.jenis(lama)
        if bentuk == "ya_tidak":
            nilai = nilai == "ya"
        elif bentuk == "daftar":
            nilai = [baris.strip() for baris in nilai.splitlines() if baris.strip()]
        elif bentuk == "objek":
            try:
                nilai = json.loads(nilai)
            except json.JSONDecodeError as galat:
                raise forms.ValidationError(
                    f"Bukan JSON yang sah, baris {galat.lineno} kolom {galat.colno}."
                ) from galat
        try:
            setelan.periksa_nilai(self.terakhir.kunci, lama, nilai, self.acuan)
        except setelan.BentukSalah as galat:
            kalimat = str(galat)
            raise forms.ValidationError(kalimat[:1].upper() + kalimat[1:]) from galat
        return nilai

    def clean(self):
        """One row a day: a second change of the same day would leave two truths."""
        data = super().clean()
        sejak = data.get("berlaku_sejak")
        if sejak and Setelan.objects.filter(kunci=self.terakhir.kunci, berlaku_sejak=sejak).exists():
            self.add_error("berlaku_sejak", "Sudah ada perubahan setelan ini pada tanggal itu. Pilih tanggal lain.")
        return data


class FormLangkah(FormPerubahan):
    """The office's setting of one step: who holds it, how many working days, used or not."""

    field_order = ("kepada", "sla", "dipakai", "berlaku_sejak", "dasar")
    kepada = forms.ChoiceField(label="Pemegang langkah", required=False)
    sla = forms.IntegerField(
        label="Batas waktu (hari kerja)",
        required=False,
        min_value=1,
        max_value=250,
        error_messages={"invalid": ANGKA_BULAT},
        help_text="Kosongkan untuk memakai batas pada rancangan langkah.",
    )
    dipakai = forms.BooleanField(label="Langkah ini dipakai", required=False, initial=True)

    def __init__(self, *args, keadaan, acuan, **kwargs):
        self.keadaan = keadaan
        super().__init__(*args, **kwargs)
        if keadaan.pemegang_dapat_diatur:
            bawaan = f"Menurut rancangan: {setelan.sebutan_alamat(keadaan.langkah.kepada, acuan)}"
            self.fields["kepada"].choices = [("", bawaan), *setelan.pilihan_pemegang(acuan)]
        else:
            del self.fields["kepada"]
        if keadaan.langkah.wajib:
            del self.fields["dipakai"]
        self.order_fields(self.field_order)

    def clean(self):
        """One setting of a step a day."""
        data = super().clean()
        sejak = data.get("berlaku_sejak")
        sama = PengaturanLangkah.objects.filter(
            layanan=self.keadaan.layanan.slug, langkah=self.keadaan.langkah.kode, berlaku_sejak=sejak
        )
        if sejak and sama.exists():
            self.add_error("berlaku_sejak", "Sudah ada pengaturan langkah ini pada tanggal itu. Pilih tanggal lain.")
        return data


class FormLibur(forms.Form):
    """A cuti bersama of the government's joint decision."""

    tanggal = forms.DateField(label="Tanggal", widget=TanggalInput)
    nama = forms.CharField(label="Nama", max_length=160, min_length=3, help_text="Contoh: Cuti bersama Idul Fitri")
    dasar = forms.CharField(label="Dasar", max_length=200, min_length=5, help_text="Contoh: SKB 3 Menteri 2026")

    @property
    def helper(self):
        """Crispy helper: fields only."""
        return helper(self)

    def clean_tanggal(self):
        """From today on, and only a day that is not free already."""
        tanggal = self.cleaned_data["tanggal"]
        if tanggal < timezone.localdate():
            raise forms.ValidationError("Tanggal sudah lewat; batas waktu yang lalu tidak dihitung ulang.")
        ada = HariLibur.objects.filter(tanggal=tanggal).first()
        if ada:
            raise forms.ValidationError(f"Tanggal itu sudah libur: {ada.nama}.")
        if tanggal.weekday() == 6:
            raise forms.ValidationError("Tanggal itu hari Minggu.")
        return tanggal


class FormHapusLibur(forms.Form):
    """Why a cuti bersama is taken back."""

    alasan = forms.CharField(label="Dasar pembatalan", max_length=200, min_length=5)

    @property
    def helper(self):
        """Crispy helper: fields only."""
        return helper(self)
