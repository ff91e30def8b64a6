"""Formulir cuti: permintaan tiap jenis, pertimbangan atasan, dan keputusan pejabat.

Only what never changes with the day is refused here (order of dates, length by law); the conditions answer the rest.
"""

from django import forms
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kesejahteraan.cuti.aturan import hari
from kesejahteraan.cuti.aturan.syarat import AGAMA, ANAK_4, HAJI, c10_tunda
from layanan.katalog import TIDAK, YA, Konteks

SEBAB_BESAR = ((HAJI, "Haji pertama"), (ANAK_4, "Melahirkan anak keempat dan seterusnya"), (AGAMA, "Kewajiban agama lain"),
               ("lain", "Keperluan lain"))  # fmt: skip
JENIS_SAKIT = (("CS1", "Sakit 1 sampai 14 hari"), ("CS2", "Sakit lebih dari 14 hari"), ("CS3", "Gugur kandungan"),
               ("CS4", "Kecelakaan kerja"))  # fmt: skip
DOKTER = (("", "Pilih"), ("lain", "Dokter, bidan, atau fasilitas lain"),
          ("pemerintah", "Dokter pemerintah (dokter PNS atau di fasilitas pemerintah)"))  # fmt: skip
ALASAN_PENTING = (
    ("sakit", "Keluarga sakit keras"), ("meninggal", "Keluarga meninggal dunia"),
    ("mengurus", "Mengurus hak keluarga yang meninggal"), ("nikah", "Melangsungkan perkawinan"),
    ("istri", "Istri melahirkan atau operasi caesar"), ("musibah", "Musibah"),
)  # fmt: skip
BUKTI = (("terlampir", "Terlampir"), ("menyusul", "Menyusul"))
JENIS_CLTN = (("baru", "Permintaan pertama"), ("perpanjangan", "Perpanjangan"))
PUTUSAN = {
    "disetujui": "Disetujui", "diubah": "Perubahan tanggal", "ditangguhkan": "Ditangguhkan", "tidak": "Tidak disetujui",
}  # fmt: skip
PASAL_LAMA = {"CB": "PP 11/2017 Pasal 316", "CM": "PP 11/2017 Pasal 325", "CS": "PP 11/2017 Pasal 319-324",
              "CAP": "PerBKN 24/2017", "CLTN": "PP 11/2017 Pasal 334-337"}  # fmt: skip


def tanggal(label, **kwargs):
    """A date with the browser's own picker."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), **kwargs)


def angka(label, **kwargs):
    """A small whole number."""
    kotak = forms.NumberInput(attrs={"class": "lebar-pendek", "inputmode": "numeric"})
    return forms.IntegerField(label=label, widget=kotak, **kwargs)


class FormCuti(forms.Form):
    """What every request asks: from when to when, why, and where one is to be reached. ``jenis``: CT, CB, CS, …"""

    jenis_cuti = ""
    tmt = tanggal("Mulai tanggal")
    sampai = tanggal("Sampai dengan tanggal")
    alasan = forms.CharField(label="Alasan cuti", max_length=200)
    alamat = forms.CharField(label="Alamat selama cuti", max_length=200)
    telepon = forms.CharField(
        label="Nomor telepon", max_length=30, widget=forms.TextInput(attrs={"inputmode": "tel"}), required=False
    )
    luar_negeri = forms.BooleanField(
        label="Dijalankan di luar negeri", required=False, help_text="Diputuskan Bupati selaku PPK."
    )

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean_tmt(self):
        """Within a year back and fifteen months ahead."""
        mulai = self.cleaned_data["tmt"]
        kini = self.konteks.tanggal if self.konteks else timezone.localdate()
        if not tambah_bulan(kini, -12) <= mulai <= tambah_bulan(kini, 15):
            raise forms.ValidationError("Tanggal mulai terlalu jauh dari hari ini.")
        return mulai

    def kode(self, isi):
        """The kind as the riwayat has it."""
        return self.jenis_cuti

    def clean(self):
        """The end after the start, and no longer than the law gives."""
        isi = super().clean()
        mulai, sampai = isi.get("tmt"), isi.get("sampai")
        if not (mulai and sampai):
            return isi
        if sampai < mulai:
            self.add_error("sampai", "Tanggal akhir lebih dulu daripada tanggal mulai.")
            return isi
        kode, acuan = self.kode(isi), self.konteks.acuan if self.konteks else acuan_kini()
        batas = hari.batas_masa(acuan, kode, mulai, mulai, self.diperpanjang(isi))
        # How long sick leave up to 14 days and CAP may last are conditions with an id of their own (CUT-4, CUT-6).
        if batas and sampai > batas and kode not in ("CS1", "CAP"):
            self.add_error(
                "sampai",
                f"Paling lama sampai {tulis_tanggal(batas)} ({PASAL_LAMA[kode[:2] if kode[:2] == 'CS' else kode]}).",
            )
        if (sampai - mulai).days > 1500:
            self.add_error("sampai", "Masa ini terlalu panjang.")
        return isi

    def diperpanjang(self, isi):
        """Does the longer limit hold?"""
        return False


class CutiTahunanForm(FormCuti):
    """Cuti tahunan; the days of travel to a place hard to reach cost no right."""

    jenis_cuti = "CT"
    perjalanan = angka(
        "Tambahan hari perjalanan", required=False, min_value=0,
        help_text="Hanya bagi tempat yang sulit perhubungannya: hari kalender di akhir masa yang tidak memotong hak.",
    )  # fmt: skip

    def clean_perjalanan(self):
        """At most the days of the setting ``cuti_ct_perjalanan_maks``."""
        banyak = self.cleaned_data.get("perjalanan") or 0
        kini = self.konteks.tanggal if self.konteks else timezone.localdate()
        maks = (self.konteks.acuan if self.konteks else acuan_kini()).setelan("cuti_ct_perjalanan_maks", kini)
        if banyak > maks:
            raise forms.ValidationError(f"Paling lama {maks} hari kalender (PerBKN 24/2017).")
        return banyak

    def clean(self):
        """A year has an end: not more than one of them is crossed."""
        isi = super().clean()
        if isi.get("tmt") and isi.get("sampai") and isi["sampai"].year > isi["tmt"].year + 1:
            self.add_error("sampai", "Cuti tahunan paling jauh sampai tahun berikutnya.")
        return isi


class CutiBesarForm(FormCuti):
    """Cuti besar."""

    jenis_cuti = "CB"
    sebab = forms.ChoiceField(label="Sebab", choices=SEBAB_BESAR)
    cb_terakhir = tanggal(
        "Cuti besar terakhir berakhir", required=False,
        help_text="Bila pernah cuti besar sebelum portal dipakai; kosongkan bila belum pernah.",
    )  # fmt: skip
    field_order = ("sebab", "tmt", "sampai", "cb_terakhir")


class CutiSakitForm(FormCuti):
    """Sick leave of the four kinds; nobody asks which illness."""

    jenis_cuti = "CS"
    sakit = forms.ChoiceField(label="Jenis", choices=JENIS_SAKIT)
    dokter = forms.ChoiceField(label="Surat keterangan dari", choices=DOKTER, required=False)
    uji_kesehatan = forms.BooleanField(
        label="Perpanjangan sesudah uji kesehatan", required=False,
        help_text="Bagi yang sudah cuti sakit satu tahun; tambahan paling lama 6 bulan.",
    )  # fmt: skip
    field_order = ("sakit", "tmt", "sampai", "dokter")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["alasan"].required = False
        self.fields["alasan"].help_text = "Nama penyakit tidak perlu ditulis."

    def kode(self, isi):
        """CS1 … CS4."""
        return isi.get("sakit") or "CS1"

    def diperpanjang(self, isi):
        """After the examination of health."""
        return bool(isi.get("uji_kesehatan"))


class CutiMelahirkanForm(FormCuti):
    """Cuti melahirkan."""

    jenis_cuti = "CM"
    anak_ke = angka("Kelahiran anak ke", min_value=1, max_value=15)
    field_order = ("anak_ke",)


class CutiAlasanPentingForm(FormCuti):
    """Cuti karena alasan penting."""

    jenis_cuti = "CAP"
    sebab = forms.ChoiceField(label="Alasan penting", choices=ALASAN_PENTING)
    bukti = forms.ChoiceField(label="Bukti pendukung", choices=BUKTI, widget=forms.RadioSelect, initial="terlampir")
    field_order = ("sebab", "tmt", "sampai", "bukti")


class CltnForm(FormCuti):
    """CLTN and its one extension."""

    jenis_cuti = "CLTN"
    jenis = forms.ChoiceField(label="Permintaan", choices=JENIS_CLTN)
    field_order = ("jenis",)

    def diperpanjang(self, isi):
        """An extension is a year, the first three."""
        return isi.get("jenis") == "perpanjangan"


# ── the office's answers ─────────────────────────────────────────────────────────────────────────────


class FormPutusan(forms.Form):
    """Pertimbangan atasan, or keputusan pejabat: a reason unless granted as asked, and other dates where changed."""

    butuh_konteks = True
    hasil = forms.ChoiceField(label="Putusan", choices=list(PUTUSAN.items()), widget=forms.RadioSelect)
    tmt_baru = tanggal("Mulai (bila diubah)", required=False)
    sampai_baru = tanggal("Sampai dengan (bila diubah)", required=False)
    alasan_putusan = forms.CharField(
        label="Alasan", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Wajib bila diubah, ditangguhkan, atau tidak disetujui; dibaca pemohon.",
    )  # fmt: skip

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean(self):
        """What each outcome needs; new dates must pass the same conditions."""
        isi, k = super().clean(), self.konteks
        hasil = isi.get("hasil")
        if hasil and hasil != "disetujui" and not (isi.get("alasan_putusan") or "").strip():
            self.add_error("alasan_putusan", "Tulis alasannya; pemohon membacanya.")
        if hasil == "diubah":
            self._ubah(isi, k)
        else:
            isi["tmt_baru"] = isi["sampai_baru"] = None
        if hasil == "ditangguhkan" and k is not None and k.lain.get("tunda") is not None:
            self._tunda(isi, k)
        if k is not None:
            isi["semula_tmt"], isi["semula_sampai"] = k.isian.get("tmt"), k.isian.get("sampai")
        return isi

    def _tunda(self, isi, k):
        """A view (pertimbangan) that it be put off: refused where the law forbids it; until when the office decides."""
        jawab = c10_tunda(k, None)
        if jawab.jawaban == TIDAK:
            self.add_error("hasil", jawab.kalimat)

    def _ubah(self, isi, k):
        mulai, sampai = isi.get("tmt_baru"), isi.get("sampai_baru")
        if not mulai or not sampai:
            self.add_error("tmt_baru" if not mulai else "sampai_baru", "Isi tanggal yang disetujui.")
            return
        if sampai < mulai:
            self.add_error("sampai_baru", "Tanggal akhir lebih dulu daripada tanggal mulai.")
            return
        if k is None:
            return
        baru = Konteks(k.profil, k.isian | {"tmt": mulai, "sampai": sampai}, mulai, k.acuan, k.lain, k.langkah)
        for syarat in k.lain.get("syarat") or ():
            jawab = syarat.periksa(baru)
            if jawab.jawaban == TIDAK:
                self.add_error("tmt_baru", jawab.kalimat)


class FormPutusanAkhir(FormPutusan):
    """The decision on a leave granted by decree: what is not granted ends the request, and its reason is told."""

    def clean(self):
        """The reason is the note of the step, which the notice and the list repeat."""
        isi = super().clean()
        if isi.get("hasil") in ("ditangguhkan", "tidak"):
            isi["catatan"] = (isi.get("alasan_putusan") or "").strip()
        return isi


class FormPutusanBesar(FormPutusanAkhir):
    """The decision on a cuti besar: postponed, it says until when (CUT-10)."""

    tunda_sampai = tanggal(
        "Ditangguhkan sampai", required=False,
        help_text="Hanya bila ditangguhkan: hari sejak kapan cutinya dapat dijalani, paling lama satu tahun sejak pertama diminta.",
    )  # fmt: skip
    field_order = ("hasil", "tmt_baru", "sampai_baru", "tunda_sampai", "alasan_putusan")

    def clean(self):
        """The day only belongs to a postponement."""
        isi = super().clean()
        if isi.get("hasil") != "ditangguhkan":
            isi["tunda_sampai"] = None
        return isi

    def _tunda(self, isi, k):
        jawab = c10_tunda(k, isi.get("tunda_sampai"))
        if jawab.jawaban != YA:
            self.add_error("tunda_sampai" if c10_tunda(k, None).jawaban != TIDAK else "hasil", jawab.kalimat)


class PersetujuanBknForm(forms.Form):
    """The answer of BKN to a CLTN."""

    hasil = forms.ChoiceField(
        label="Jawaban BKN", choices=[("disetujui", "Disetujui"), ("ditolak", "Ditolak")], widget=forms.RadioSelect
    )
    nomor = forms.CharField(label="Nomor surat", max_length=100)
    tanggal = tanggal("Tanggal surat")
    berkas = forms.FileField(
        label="Pindaian surat",
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )

    def clean_tanggal(self):
        """Not ahead of today."""
        nilai = self.cleaned_data["tanggal"]
        if nilai > timezone.localdate():
            raise forms.ValidationError("Tanggal surat belum tiba.")
        return nilai
