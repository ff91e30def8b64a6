"""Formulir perubahan keluarga: satu formulir bagi usulan; halaman ``ubah`` hanya menanyakan yang perlu bagi jenisnya."""

from django import forms
from django.utils import timezone

from kesejahteraan.keluarga import aturan

KELAMIN = [("", "Pilih"), ("L", "Laki-laki"), ("P", "Perempuan")]
# What each kind asks beside the member, the day and its evidence.
TANYA = {
    aturan.LAHIR: ("nama", "tanggal_lahir", "jenis_kelamin", "tanggung"),
    aturan.ORANG_TUA: ("nama", "tanggal_lahir", "jenis_kelamin", "pekerjaan"),
    aturan.MENINGGAL: (), aturan.SEKOLAH: ("sekolah_sampai",), aturan.BELUM: (), aturan.KERJA: ("pekerjaan",),
    aturan.KAWIN: (), aturan.PEKERJAAN: ("pekerjaan", "nip"), aturan.PERBAIKAN: ("nama", "tanggal_lahir"),
}  # fmt: skip
WAJIB = {
    aturan.LAHIR: ("nama", "tanggal_lahir", "jenis_kelamin"), aturan.ORANG_TUA: ("nama", "jenis_kelamin"),
    aturan.SEKOLAH: ("sekolah_sampai",), aturan.PEKERJAAN: ("pekerjaan",),
}  # fmt: skip
SEBUTAN_HARI = {
    aturan.LAHIR: "Tanggal lahir tercatat sebagai tanggungan", aturan.MENINGGAL: "Tanggal meninggal",
    aturan.SEKOLAH: "Tanggal surat sekolah", aturan.KERJA: "Mulai bekerja tanggal", aturan.KAWIN: "Tanggal menikah",
    aturan.PEKERJAAN: "Berubah sejak tanggal", aturan.BELUM: "Tanggal pernyataan",
}  # fmt: skip


def tanggal(label, **kwargs):
    """A date with the browser's own picker."""
    widget = forms.DateInput(attrs={"type": "date", "class": "lebar-tanggal"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **kwargs)


class KeluargaForm(forms.Form):
    """One change of one member; ``anggota`` empty for a new one."""

    jenis = forms.ChoiceField(label="Perubahan", choices=list(aturan.NAMA.items()))
    anggota = forms.ChoiceField(label="Anggota keluarga", required=False)
    nama = forms.CharField(label="Nama lengkap", max_length=160, required=False)
    tanggal_lahir = tanggal("Tanggal lahir", required=False)
    jenis_kelamin = forms.ChoiceField(label="Jenis kelamin", choices=KELAMIN, required=False)
    tanggung = forms.BooleanField(label="Menjadi tanggungan (masuk daftar gaji)", required=False)
    sekolah_sampai = tanggal("Surat sekolah berlaku sampai", required=False)
    pekerjaan = forms.CharField(label="Pekerjaan", max_length=100, required=False)
    nip = forms.CharField(label="NIP suami/istri", max_length=22, required=False, help_text="Bila ia juga ASN.")
    tanggal_peristiwa = tanggal("Tanggal peristiwa")
    nomor_bukti = forms.CharField(label="Nomor akta atau surat", max_length=100)
    tanggal_bukti = tanggal("Tanggal akta atau surat")
    penerbit = forms.CharField(
        label="Penerbit", max_length=160, help_text="Misalnya Dinas Dukcapil, atau nama sekolah."
    )

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks
        pilihan = {t.anggota: t.nama for t in (konteks.profil.tanggungan if konteks else ())}
        if terpilih := (self.data or {}).get("anggota"):  # recorded as dead by this very usulan
            pilihan.setdefault(terpilih, terpilih)
        self.fields["anggota"].choices = [("", "Anggota baru"), *pilihan.items()]

    def clean_nip(self):
        """Digits only."""
        nip = "".join(self.cleaned_data["nip"].split())
        if nip and not (nip.isdigit() and len(nip) == 18):
            raise forms.ValidationError("NIP terdiri atas 18 angka.")
        return nip

    def clean(self):
        """Each kind has what it needs; nothing is dated tomorrow."""
        isi = super().clean()
        jenis = isi.get("jenis")
        if jenis not in aturan.BARU and not isi.get("anggota") and "anggota" not in self.errors:
            self.add_error("anggota", "Pilih siapa yang berubah.")
        for nama in WAJIB.get(jenis, ()):
            if not isi.get(nama) and nama not in self.errors:
                self.add_error(nama, f"{self.fields[nama].label} belum diisi.")
        if jenis == aturan.PERBAIKAN and not (isi.get("nama") or isi.get("tanggal_lahir")):
            self.add_error("nama", "Isi nama atau tanggal lahir yang benar.")
        for nama in ("tanggal_peristiwa", "tanggal_bukti", "tanggal_lahir"):
            if isi.get(nama) and isi[nama] > timezone.localdate():
                self.add_error(nama, "Tanggal itu belum tiba.")
        return isi


class UbahForm(KeluargaForm):
    """The page of one change on a phone: only what its kind asks, and the evidence; sent at once."""

    berkas = forms.FileField(
        label="Foto atau pindaian buktinya",
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"}),
    )

    def __init__(self, *args, jenis, anggota="", **kwargs):
        super().__init__(*args, **kwargs)
        for nama in {n for daftar in TANYA.values() for n in daftar} - set(TANYA[jenis]):
            del self.fields[nama]
        for nama in WAJIB.get(jenis, ()):
            self.fields[nama].required = True
        self.fields["jenis"].widget = forms.HiddenInput()
        self.fields["anggota"].widget = forms.HiddenInput()
        self.initial |= {"jenis": jenis, "anggota": anggota, "tanggung": True}
        self.fields["tanggal_peristiwa"].label = SEBUTAN_HARI.get(jenis, "Tanggal perubahan")
        if jenis == aturan.LAHIR:  # the day of birth is the day
            del self.fields["tanggal_peristiwa"]
        self.fields["berkas"].label = f"Foto atau pindaian: {aturan.BUKTI[jenis]}"

    def clean(self):
        """A birth happens on its day."""
        isi = super().clean()
        if isi.get("jenis") == aturan.LAHIR and isi.get("tanggal_lahir"):
            isi["tanggal_peristiwa"] = isi["tanggal_lahir"]
        return isi
