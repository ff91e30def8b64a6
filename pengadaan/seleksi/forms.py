"""Formulir seleksi: seleksi dan tahapnya, impor, administrasi, pemberkasan, usul NIP dan jawabannya."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from kepegawaian.forms import Formulir, tanggal as hari
from kepegawaian.models import Agama, JenisKawin
from pengadaan.models import BarisUsulNip, Formasi, PembatalanKelulusan, Pemberkasan, TahapSeleksi

XLSX = {"accept": ".xlsx,.csv"}
PINDAIAN = {"accept": "application/pdf,image/jpeg,image/png"}
# Calendar days each stage is proposed to take; the dates are the office's.
LAMA = {
    "pengumuman": 15,
    "pelamaran": 15,
    "administrasi": 10,
    "skd": 14,
    "skb": 14,
    "hasil": 5,
    "pemberkasan": 15,
    "nip": 30,
}


def jadwal_awal(mulai):
    """Initial dates of the stages, one after the other."""
    awal = {}
    for kode, lama in LAMA.items():
        awal |= {f"{kode}_mulai": mulai, f"{kode}_selesai": mulai + timedelta(days=lama - 1)}
        mulai = mulai + timedelta(days=lama)
    return awal


class FormSeleksi(Formulir):
    """A selection: year, kind, announcement, bond, dates of the stages. ``tetap``: year and kind are fixed already."""

    nama = forms.CharField(label="Nama seleksi", max_length=200)
    tahun = forms.IntegerField(label="Tahun formasi", min_value=2018, max_value=2100)
    jenis = forms.ChoiceField(label="Jenis", choices=Formasi.JENIS)
    nomor_pengumuman = forms.CharField(label="Nomor pengumuman lowongan", max_length=100, required=False)
    tanggal_pengumuman = hari("Tanggal pengumuman", required=False)
    pengabdian_tahun = forms.IntegerField(
        label="Pernyataan pengabdian pada formasi (tahun)", min_value=0, max_value=20, initial=0,
        help_text="Menurut pengumuman; 0 bila tidak ada. Dicatat sebagai ikatan saat SK terbit.",
    )  # fmt: skip

    def __init__(self, *args, tetap=False, **kwargs):
        super().__init__(*args, **kwargs)
        for nama in ("tahun", "jenis"):
            self.fields[nama].disabled = tetap
        for kode, nama in TahapSeleksi.TAHAP:
            wajib = kode != "skb"
            self.fields[f"{kode}_mulai"] = hari(f"{nama}: mulai", required=wajib)
            self.fields[f"{kode}_selesai"] = hari(f"{nama}: selesai", required=wajib)
        self.fields["skb_mulai"].help_text = "Hanya bagi CPNS."

    def clean(self):
        """Each stage ends on or after its start; an announcement is dated today or before."""
        isi = super().clean()
        if isi.get("tanggal_pengumuman") and isi["tanggal_pengumuman"] > timezone.localdate():
            self.add_error("tanggal_pengumuman", "Tanggal pengumuman tidak boleh setelah hari ini.")
        for kode, _ in TahapSeleksi.TAHAP:
            mulai, selesai = isi.get(f"{kode}_mulai"), isi.get(f"{kode}_selesai")
            if kode == "skb" and isi.get("jenis") == "CPNS":
                for nama in ("skb_mulai", "skb_selesai"):
                    if not isi.get(nama):
                        self.add_error(nama, "Wajib diisi bagi seleksi CPNS.")
            if mulai and selesai and selesai < mulai:
                self.add_error(f"{kode}_selesai", "Tanggal selesai mendahului tanggal mulai.")
        return isi

    def hasil(self):
        """(data, {tahap: (mulai, selesai)}) as ``perbuatan.simpan`` takes them."""
        isi = dict(self.cleaned_data)
        tahap = {k: (isi.pop(f"{k}_mulai"), isi.pop(f"{k}_selesai")) for k, _ in TahapSeleksi.TAHAP}
        return isi, {k: v for k, v in tahap.items() if all(v) and (k != "skb" or isi["jenis"] == "CPNS")}


class FormImpor(Formulir):
    """A file of the national system."""

    jenis = forms.ChoiceField(label="Isi berkas")
    berkas = forms.FileField(
        label="Berkas", widget=forms.ClearableFileInput(attrs=XLSX), help_text="Excel (.xlsx) atau CSV."
    )

    def __init__(self, *args, jenis, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["jenis"].choices = jenis


class FormAdministrasi(Formulir):
    """The decision on one applicant."""

    keputusan = forms.TypedChoiceField(
        label="Keputusan", choices=[("ms", "Memenuhi syarat"), ("tms", "Tidak memenuhi syarat")], coerce=lambda x: x == "ms",
        widget=forms.RadioSelect,
    )  # fmt: skip
    alasan = forms.CharField(
        label="Alasan", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib bila tidak memenuhi syarat, atau memenuhi dengan syarat yang perlu diperiksa.",
    )  # fmt: skip


class FormTenggat(Formulir):
    """Last day of the pemberkasan."""

    tenggat = hari("Tenggat pemberkasan")


class FormBatal(Formulir):
    """Why the pass of a candidate is called off, and the paper that says so."""

    sebab = forms.ChoiceField(label="Sebab", choices=PembatalanKelulusan.SEBAB, widget=forms.RadioSelect)
    dasar = forms.CharField(
        label="Dasar", max_length=400, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Nomor dan tanggal surat pengunduran diri, berita acara, jawaban BKN, atau surat kematian; tidak diumumkan.",
    )  # fmt: skip


class FormPersetujuan(Formulir):
    """The answer of the Panselnas to the usul of pengganti."""

    nomor = forms.CharField(label="Nomor persetujuan Panselnas", max_length=100)
    tanggal = hari("Tanggal persetujuan")


class FormPutusBerkas(Formulir):
    """Ends the check of the papers of one candidate."""

    versi = forms.CharField(widget=forms.HiddenInput)
    catatan = forms.CharField(
        label="Catatan bagi calon", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Misalnya isian data diri yang keliru. Terisi berarti dikembalikan.",
    )  # fmt: skip
    tenggat = hari("Tenggat perbaikan", required=False, help_text="Wajib bila ada yang harus diperbaiki.")


class FormDrh(forms.ModelForm, Formulir):
    """The candidate's own data."""

    versi = forms.CharField(widget=forms.HiddenInput)

    class Meta:
        model = Pemberkasan
        fields = ("gelar_depan", "gelar_belakang", "agama", "jenis_kawin", "alamat", "npwp", "sekolah", "tahun_lulus",
                  "nomor_ijazah", "pengalaman")  # fmt: skip
        labels = {
            "gelar_depan": "Gelar depan", "gelar_belakang": "Gelar belakang", "jenis_kawin": "Status perkawinan", "alamat": "Alamat",
            "npwp": "NPWP", "sekolah": "Sekolah atau perguruan tinggi", "tahun_lulus": "Tahun lulus", "nomor_ijazah": "Nomor ijazah",
            "pengalaman": "Pengalaman kerja",
        }  # fmt: skip
        help_texts = {
            "gelar_belakang": "Seperti pada ijazah, mis. S.Kom.",
            "pengalaman": "Satu baris tiap pekerjaan; boleh kosong.",
        }
        widgets = {"alamat": forms.Textarea(attrs={"rows": 3}), "pengalaman": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["agama"].queryset = Agama.objects.order_by("nama")
        self.fields["jenis_kawin"].queryset = JenisKawin.objects.order_by("nama")
        for nama in ("agama", "jenis_kawin", "alamat", "sekolah", "tahun_lulus", "nomor_ijazah"):
            self.fields[nama].required = True

    def clean_tahun_lulus(self):
        """A year that can be."""
        tahun = self.cleaned_data["tahun_lulus"]
        if not 1970 <= tahun <= timezone.localdate().year:
            raise forms.ValidationError("Tahun lulus di luar jangkauan.")
        return tahun


class FormBerkas(Formulir):
    """One scan."""

    berkas = forms.FileField(
        label="Berkas", widget=forms.ClearableFileInput(attrs=PINDAIAN), help_text="PDF, JPG, atau PNG."
    )


class FormPindaian(Formulir):
    """The scan of a signed letter."""

    berkas = forms.FileField(
        label="Pindaian", widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"}), help_text="PDF."
    )


class FormUsul(Formulir):
    """A letter to BKN."""

    nomor = forms.CharField(label="Nomor surat usul", max_length=100)
    tanggal = hari("Tanggal surat")
    tmt = hari("TMT yang diusulkan", help_text="Selalu tanggal 1.")

    def clean_tmt(self):
        """A first of the month."""
        if self.cleaned_data["tmt"].day != 1:
            raise forms.ValidationError("TMT selalu tanggal 1.")
        return self.cleaned_data["tmt"]


class FormJawab(Formulir):
    """The answer of BKN for one candidate."""

    status = forms.ChoiceField(
        label="Jawaban BKN", choices=[s for s in BarisUsulNip.STATUS if s[0] != "diusulkan"], widget=forms.RadioSelect
    )
    nip = forms.CharField(label="NIP", max_length=25, required=False)
    nomor_pertek = forms.CharField(label="Nomor persetujuan teknis", max_length=100, required=False)
    tanggal_pertek = hari("Tanggal persetujuan teknis", required=False)
    tmt = hari("TMT", required=False)
    catatan = forms.CharField(
        label="Catatan BKN", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    berkas = forms.FileField(
        label="Pindaian persetujuan teknis", required=False, widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"}),
        help_text="PDF; wajib bila NIP terbit.",
    )  # fmt: skip


class FormJawabBanyak(Formulir):
    """The answers for a whole letter."""

    lembar = forms.FileField(label="Lembar jawaban", widget=forms.ClearableFileInput(attrs=XLSX),
                             help_text="Kolom NOMOR PESERTA, NIP, NOMOR PERTEK, TANGGAL PERTEK, TMT, HASIL, CATATAN.")  # fmt: skip
    berkas = forms.FileField(
        label="Pindaian persetujuan teknis", widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"})
    )
