"""Formulir penugasan pada instansi lain, dan surat pernyataan masih menduduki jabatan."""

from django import forms
from django.utils import timezone

from kepegawaian.aturan import tambah_bulan
from mutasi import aturan_penugasan
from mutasi.bidang import JabatanPelaksanaField
from mutasi.forms import FormIsian, tanggal, tidak_setelah_hari_ini

JENIS_PENUGASAN = (
    (aturan_penugasan.INSTANSI, "Pada instansi pemerintah lain"), (aturan_penugasan.LUAR, "Di luar instansi pemerintah"),
)  # fmt: skip
PRAKARSA = (
    ("permintaan", "Permintaan instansi penerima (PerBKN 16/2022 Pasal 7)"),
    ("perintah", "Perintah Bupati dengan persetujuan penerima (Pasal 8)"),
)
PERTEK = (("ya", "Ya, melalui BKN"), ("tidak", "Tidak diperlukan menurut jawaban BKN"))
KEPERLUAN = (
    ("tunjangan", "Pembayaran tunjangan jabatan"), ("pangkat", "Usul kenaikan pangkat"), ("sertifikasi", "Sertifikasi"),
    ("lain", "Keperluan dinas lain"),
)  # fmt: skip


class PenugasanForm(FormIsian):
    """Kind, instansi and task there, period, its letter, and the post he stands on meanwhile."""

    jenis = forms.ChoiceField(label="Jenis penugasan", choices=JENIS_PENUGASAN)
    prakarsa = forms.ChoiceField(label="Atas dasar", choices=PRAKARSA)
    instansi = forms.CharField(label="Instansi penerima", max_length=160)
    tugas = forms.CharField(label="Jabatan atau tugas di sana", max_length=200)
    tmt = tanggal("Mulai")
    sampai = tanggal("Sampai dengan", help_text="Batas lamanya ialah setelan (asumsi).")
    nomor_surat = forms.CharField(label="Nomor surat instansi penerima", max_length=100, required=False)
    tanggal_surat = tanggal("Tanggal surat", required=False)
    pertek = forms.ChoiceField(label="Pertimbangan teknis BKN", choices=PERTEK)
    jabatan_selama = JabatanPelaksanaField(
        label="Jabatan pelaksana selama penugasan", required=False,
        help_text="Wajib bagi yang menduduki jabatan struktural atau fungsional; jabatan itu dilepas.",
    )  # fmt: skip

    def clean_tanggal_surat(self):
        """Not ahead of today."""
        return tidak_setelah_hari_ini(self.cleaned_data["tanggal_surat"], "Tanggal surat")

    def clean(self):
        """The period ends after its start; nobody gives up a post he does not hold."""
        isi = super().clean()
        if isi.get("tmt") and isi.get("sampai") and isi["sampai"] < isi["tmt"]:
            self.add_error("sampai", "Masa berakhir sebelum mulai.")
        jenis = self.konteks.profil.jenis_jabatan if self.konteks else None
        if isi.get("jabatan_selama") and jenis == "pelaksana":
            self.add_error("jabatan_selama", "Kosongkan: ia sudah pelaksana, jabatannya tetap.")
        return isi


class MulaiForm(forms.Form):
    """The day he began there, by the letter of the receiving instansi."""

    butuh_konteks = True
    tanggal_mulai = tanggal("Tanggal mulai bertugas")
    nomor_surat = forms.CharField(label="Nomor surat keterangan instansi penerima", max_length=100)

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean_tanggal_mulai(self):
        """Not before the period."""
        mulai = self.cleaned_data["tanggal_mulai"]
        if self.konteks and mulai < self.konteks.tanggal:
            raise forms.ValidationError("Mendahului masa penugasan.")
        return mulai


class SpmjForm(forms.Form):
    """As of which day, and what for."""

    tmt = tanggal("Menduduki jabatan pada tanggal", help_text="Hari ini, atau hari yang ditanyakan pemakai surat.")
    keperluan = forms.ChoiceField(label="Keperluan", choices=KEPERLUAN)

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean_tmt(self):
        """A statement is about what is, not about what will be; at most a year back."""
        hari, kini = self.cleaned_data["tmt"], timezone.localdate()
        if not tambah_bulan(kini, -12) <= hari <= kini:
            raise forms.ValidationError("Isi hari ini, atau paling jauh setahun ke belakang.")
        return hari
