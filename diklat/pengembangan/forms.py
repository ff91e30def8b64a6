"""Formulir pengembangan: laporan belajar mandiri, unggahan banyak dari operator, saringan daftar."""

from django import forms
from django.utils import timezone

from diklat.models import BiayaDiklat
from diklat.pengembangan import aturan
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.filters import PilihRingkas
from kepegawaian.models import JenisDiklat

STRUKTURAL = "1"
FUNGSIONAL = "2"
SUMBER = [("", "Tidak diisi"), *BiayaDiklat.SUMBER]


def jenis_mandiri():
    """Kinds one may report himself: all but structural training, which its own process records."""
    return [(j.kode, j.nama) for j in sorted(JenisDiklat.objects.exclude(kode=STRUKTURAL), key=lambda j: int(j.kode))]


def tanggal(label, **kwargs):
    """A date with the browser's own picker."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)


class BelajarForm(forms.Form):
    """One course, seminar or coaching with its certificate."""

    jenis = forms.ChoiceField(label="Jenis", choices=jenis_mandiri, widget=PilihRingkas)
    nama = forms.CharField(label="Nama pelatihan", max_length=300)
    penyelenggara = forms.CharField(label="Penyelenggara", max_length=200)
    tanggal_mulai = tanggal("Mulai tanggal")
    tanggal_selesai = tanggal("Selesai tanggal")
    nomor_sertifikat = forms.CharField(label="Nomor sertifikat", max_length=100, required=False)
    tanggal_sertifikat = tanggal("Tanggal sertifikat")
    jp = forms.IntegerField(
        label="Jumlah JP pada sertifikat", required=False, min_value=1, max_value=2000,
        help_text="1 JP = 45 menit. Kosongkan bila sertifikatnya tidak menyebut JP.",
        widget=forms.NumberInput(attrs={"class": "lebar-pendek", "inputmode": "numeric"}),
    )  # fmt: skip
    banyak = forms.IntegerField(
        label="Banyaknya hari atau sesi", required=False, min_value=1, max_value=200,
        help_text="Hanya bila JP tidak tercantum: seminar dihitung per hari, coaching dan mentoring per sesi.",
        widget=forms.NumberInput(attrs={"class": "lebar-pendek", "inputmode": "numeric"}),
    )  # fmt: skip
    sesuai_jabatan = forms.BooleanField(label="Diklat fungsional yang sesuai jabatan saya", required=False)
    sumber = forms.ChoiceField(label="Dibiayai oleh", choices=SUMBER, required=False)
    biaya = forms.IntegerField(
        label="Biaya, rupiah", required=False, min_value=0, max_value=10**10,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}), help_text="Bila diketahui; dipakai menilai biaya tiap JP.",
    )  # fmt: skip

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean(self):
        """Finished already, in order, not too long ago, and JP or what they are converted from."""
        isi, kini = super().clean(), timezone.localdate()
        mulai, selesai = isi.get("tanggal_mulai"), isi.get("tanggal_selesai")
        if mulai and selesai and selesai < mulai:
            self.add_error("tanggal_selesai", "Tanggal selesai lebih dulu daripada tanggal mulai.")
        if selesai and selesai > kini:
            self.add_error("tanggal_selesai", "Pelatihannya belum selesai; laporkan sesudah selesai.")
        if selesai and selesai < tambah_bulan(kini, -120):
            self.add_error(
                "tanggal_selesai", "Lebih dari sepuluh tahun yang lalu; serahkan berkasnya kepada operator."
            )
        if isi.get("tanggal_sertifikat") and selesai and isi["tanggal_sertifikat"] < (mulai or selesai):
            self.add_error("tanggal_sertifikat", "Sertifikat tidak mendahului pelatihannya.")
        if not isi.get("jp") and not isi.get("banyak") and "jp" not in self.errors:
            _, satuan = aturan.konversi(
                self.konteks.acuan if self.konteks else acuan_kini(), isi.get("jenis"), None, selesai or kini
            )
            if satuan:
                self.add_error("banyak", f"Isi JP pada sertifikat, atau banyaknya {satuan}.")
            else:
                self.add_error("jp", "Isi jumlah JP; jenis ini tidak dapat dikonversi.")
        if isi.get("biaya") and not isi.get("sumber"):
            self.add_error("sumber", "Sebut siapa yang membiayai.")
        return isi


class SaringKebutuhan(forms.Form):
    """Needs by person, OPD, and what is missing."""

    BUTUH = (("", "Semua kebutuhan"), ("lewat", "Pelatihan wajib lewat tenggat"), ("wajib", "Pelatihan wajib belum diikuti"),
             ("celah", "Celah kompetensi"), ("jp", "JP kurang"), ("ip", "IP ASN dapat naik"))  # fmt: skip
    tampil = forms.CharField(required=False, widget=forms.HiddenInput)
    q = forms.CharField(label="Nama atau NIP", required=False, max_length=60,
                        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Nama atau NIP"}))  # fmt: skip
    opd = forms.ChoiceField(label="OPD", required=False, widget=PilihRingkas)
    butuh = forms.ChoiceField(label="Kebutuhan", required=False, choices=BUTUH, widget=PilihRingkas)
    kompetensi = forms.ChoiceField(label="Kompetensi", required=False, widget=PilihRingkas)
    wajib = forms.ChoiceField(label="Pelatihan wajib", required=False, widget=PilihRingkas,
                              choices=[("", "Semua pelatihan"), *((k, k.title() if k == "LATSAR" else k) for k in aturan.NAMA_WAJIB)])  # fmt: skip

    def __init__(self, *args, opd=(), kompetensi=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opd"].choices = [("", "Semua OPD"), *opd]
        self.fields["kompetensi"].choices = [("", "Semua kompetensi"), *kompetensi]


class SaringMandiri(forms.Form):
    """Reports by person and by where they stand."""

    KEADAAN = (("", "Semua keadaan"), ("draf", "Draf"), ("diproses", "Menunggu diperiksa"), ("dikembalikan", "Dikembalikan"),
               ("selesai", "Tercatat"), ("ditolak", "Ditolak"), ("dibatalkan", "Dibatalkan"))  # fmt: skip
    q = SaringKebutuhan.base_fields["q"]
    opd = forms.ChoiceField(label="OPD", required=False, widget=PilihRingkas)
    keadaan = forms.ChoiceField(label="Keadaan", required=False, choices=KEADAAN, widget=PilihRingkas)

    def __init__(self, *args, opd=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opd"].choices = [("", "Semua OPD"), *opd]


class ImporForm(forms.Form):
    """The xlsx of many reports."""

    berkas = forms.FileField(label="Berkas Excel", help_text="Kolomnya seperti contoh yang dapat diunduh; paling banyak 200 baris.",
                             widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}))  # fmt: skip
