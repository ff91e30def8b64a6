"""Formulir perpanjangan perjanjian kerja: isian usulan, jawaban Menteri, tembusan BKN; dan saringan pantauan."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.filters import PilihRingkas

YA_TIDAK = [("", "pilih"), ("ya", "Ya"), ("tidak", "Tidak")]


def isian_tanggal(label, **lain):
    """A date with the browser's own picker."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), **lain)


def tidak_setelah_hari_ini(nilai, sebutan):
    """Refuses a date that lies ahead."""
    if nilai and nilai > timezone.localdate():
        raise forms.ValidationError(f"{sebutan} tidak boleh setelah hari ini.")
    return nilai


class PerpanjanganForm(forms.Form):
    """From when to when, when it was proposed, and what the OPD states."""

    tmt = isian_tanggal("Perpanjangan mulai", help_text="Sehari sesudah perjanjian yang berjalan berakhir.")
    sampai = isian_tanggal("Sampai dengan")
    tanggal_usul = isian_tanggal("Tanggal usul", help_text="Paling lambat enam bulan sebelum perjanjian berakhir.")
    kebutuhan = forms.ChoiceField(label="Jabatannya masih dibutuhkan", choices=YA_TIDAK)
    kompetensi = forms.ChoiceField(label="Kompetensinya sesuai jabatan", choices=YA_TIDAK)
    surat_menteri = forms.CharField(
        label="Nomor surat Menteri yang menerima usul terlambat", max_length=100, required=False,
        help_text="Hanya bila usulnya melewati batas.",
    )  # fmt: skip
    upah = forms.IntegerField(
        label="Upah sebulan (rupiah)", min_value=0, max_value=100_000_000, required=False,
        help_text="Hanya bagi PPPK paruh waktu; kosong berarti upahnya tetap.",
    )  # fmt: skip

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean_tmt(self):
        """Within two years back and ahead."""
        tmt = self.cleaned_data["tmt"]
        kini = self.konteks.tanggal if self.konteks else timezone.localdate()
        if not tambah_bulan(kini, -24) <= tmt <= tambah_bulan(kini, 24):
            raise forms.ValidationError("TMT terlalu jauh dari hari ini.")
        return tmt

    def clean_tanggal_usul(self):
        """Not ahead of today."""
        return tidak_setelah_hari_ini(self.cleaned_data["tanggal_usul"], "Tanggal usul")

    def clean(self):
        """The period ends after its start."""
        isi = super().clean()
        if isi.get("tmt") and isi.get("sampai") and isi["sampai"] < isi["tmt"]:
            self.add_error("sampai", "Masa perpanjangan berakhir sebelum mulai.")
        return isi


class JawabanMenteriForm(forms.Form):
    """The usul to the Menteri and its answer; silence for three months counts as consent (PPK-5)."""

    HASIL = [
        ("setuju", "Disetujui Menteri"),
        ("diam", "Tidak dijawab tiga bulan, dianggap disetujui"),
        ("tolak", "Tidak disetujui"),
    ]
    nomor_usul = forms.CharField(label="Nomor surat usul kepada Menteri", max_length=100)
    tanggal_kirim = isian_tanggal("Tanggal surat usul")
    hasil = forms.ChoiceField(label="Jawaban Menteri", choices=HASIL, widget=forms.RadioSelect)
    nomor_jawaban = forms.CharField(
        label="Nomor surat jawaban", max_length=100, required=False, help_text="Wajib bila dijawab."
    )
    tanggal_jawaban = isian_tanggal("Tanggal surat jawaban", required=False)
    catatan = forms.CharField(
        label="Catatan", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    berkas = forms.FileField(
        label="Pindaian surat jawaban", required=False, help_text="PDF, JPG, atau PNG; wajib bila dijawab.",
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )  # fmt: skip

    def clean_tanggal_kirim(self):
        """Not ahead of today."""
        return tidak_setelah_hari_ini(self.cleaned_data["tanggal_kirim"], "Tanggal surat usul")

    def clean_tanggal_jawaban(self):
        """Not ahead of today."""
        return tidak_setelah_hari_ini(self.cleaned_data["tanggal_jawaban"], "Tanggal surat jawaban")

    def clean(self):
        """An answer has number, date and scan; silence lasts three months."""
        isi = super().clean()
        hasil, kirim = isi.get("hasil"), isi.get("tanggal_kirim")
        if hasil == "diam" and kirim:
            kini = timezone.localdate()
            anggap = tambah_bulan(kirim, acuan_kini().setelan("kontrak_diam_bulan", kini))
            if kini < anggap:
                self.add_error("hasil", f"Baru dapat dianggap disetujui mulai {tulis_tanggal(anggap)}.")
        elif hasil:
            for nama, sebutan in (("nomor_jawaban", "Nomor surat jawaban"), ("tanggal_jawaban", "Tanggal surat jawaban"),
                                  ("berkas", "Pindaian surat jawaban")):  # fmt: skip
                if not isi.get(nama) and nama not in self.errors:
                    self.add_error(nama, f"{sebutan} belum diisi.")
        return isi


class TembusanForm(forms.Form):
    """The copy to Kepala BKN (PPK-6)."""

    nomor_tembusan = forms.CharField(label="Nomor surat pengantar tembusan", max_length=100)
    tanggal_tembusan = isian_tanggal("Tanggal dikirim kepada Kepala BKN")

    def clean_tanggal_tembusan(self):
        """Not ahead of today."""
        return tidak_setelah_hari_ini(self.cleaned_data["tanggal_tembusan"], "Tanggal tembusan")


MASA = [
    ("30", "Berakhir dalam 30 hari"), ("90", "dalam 90 hari"), ("180", "dalam 180 hari"), ("210", "dalam 210 hari"),
    ("240", "dalam 240 hari"), ("lewat", "Sudah berakhir"), ("semua", "Semua perjanjian"),
]  # fmt: skip
KEADAAN = [("belum", "Belum diusulkan"), ("proses", "Sedang diusulkan"), ("terlambat", "Lewat batas usul, belum diusulkan"),
           ("diperpanjang", "Sudah diperpanjang")]  # fmt: skip


class SaringKontrak(forms.Form):
    """Name or NIP, OPD, kind, when it ends, state of the extension."""

    q = forms.CharField(label="Nama atau NIP", required=False, max_length=60,
                        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Nama atau NIP"}))  # fmt: skip
    opd = forms.ChoiceField(label="Perangkat daerah", required=False, widget=PilihRingkas)
    status = forms.ChoiceField(label="Jenis", required=False, widget=PilihRingkas,
                               choices=[("", "PPPK dan paruh waktu"), ("PPPK", "PPPK"), ("PPPK_PW", "PPPK paruh waktu")])  # fmt: skip
    masa = forms.ChoiceField(label="Berakhir", required=False, choices=MASA, widget=PilihRingkas)
    keadaan = forms.ChoiceField(
        label="Keadaan", required=False, choices=[("", "Semua keadaan"), *KEADAAN], widget=PilihRingkas
    )

    def __init__(self, data, *, opd, **kwargs):
        data = data.copy()
        if data.get("masa") not in dict(MASA):
            data["masa"] = "240"
        super().__init__(data, **kwargs)
        self.fields["opd"].choices = [("", "Semua perangkat daerah"), *opd]
        if len(opd) < 2:
            self.fields["opd"].widget = forms.HiddenInput()
        self.full_clean()

    def isi(self, nama):
        """The value asked for, "" when none or unknown."""
        return self.cleaned_data.get(nama) or ""

    def rentang(self, hari_ini):
        """(first, last) day of the end of contract, None open."""
        masa = self.isi("masa")
        if masa == "semua":
            return None, None
        if masa == "lewat":
            return None, hari_ini - timedelta(days=1)
        return hari_ini, hari_ini + timedelta(days=int(masa or 240))
