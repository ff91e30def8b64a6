"""Formulir templat naskah: satu isian tiap bagian, tanggal berlaku, dan pencabutan."""

from django import forms

from layanan import templat as bahasa
from tata_kelola.forms import TanggalInput, helper

BENTUK = {
    "teks": "Satu kalimat atau paragraf.",
    "daftar": "Satu butir satu baris.",
    "diktum": "Satu diktum satu baris; KESATU, KEDUA, dan seterusnya dicetak sendiri.",
}


class FormTemplat(forms.Form):
    """The wording of every part, why it changes, and the fingerprint of the konsep it started from."""

    semula = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, layanan, **kwargs):
        super().__init__(*args, **kwargs)
        self.layanan = layanan
        for b in layanan.naskah.bagian:
            bantuan = [BENTUK[b.bentuk], b.keterangan]
            if b.setelan:
                bantuan.append(f"Tanpa versi kantor, daftarnya mengikuti setelan {b.setelan}.")
            baris = {"teks": 3, "daftar": 5, "diktum": 8}[b.bentuk]
            self.fields[f"bagian_{b.kode}"] = forms.CharField(
                label=b.nama,
                max_length=bahasa.MAKS_HURUF,
                strip=False,
                widget=forms.Textarea(attrs={"rows": max(baris, 2 * len(b.peraturan) // 2), "data-sisip-ke": ""}),
                help_text=" ".join(x for x in bantuan if x),
            )
        self.fields["alasan"] = forms.CharField(
            label="Apa yang diubah, dan dasarnya",
            min_length=5,
            max_length=300,
            help_text="Contoh: istilah jabatan mengikuti PermenPANRB 11/2024; nota dinas 800/12/2026.",
        )

    @property
    def helper(self):
        """Crispy helper: fields only."""
        return helper(self)

    @property
    def teks(self):
        """{kode: wording} as typed, lines ended alike."""
        return {
            b.kode: "\n".join(self.cleaned_data.get(f"bagian_{b.kode}", "").splitlines())
            for b in self.layanan.naskah.bagian
        }

    def clean(self):
        """Every part must be readable; each error stands at its field, with its line."""
        data = super().clean()
        for galat in bahasa.periksa(self.layanan.naskah, self.teks):
            medan = f"bagian_{galat.bagian.kode}"
            if medan not in self.errors:
                sebab = galat.sebab[:1].upper() + galat.sebab[1:]
                self.add_error(medan, f"Baris {galat.baris}: {sebab}" if galat.baris else sebab)
        return data


class FormBerlakukan(forms.Form):
    """Since when a konsep holds; carries the fingerprint of what was read."""

    berlaku_sejak = forms.DateField(
        label="Berlaku sejak", widget=TanggalInput, help_text="Paling awal hari ini; boleh tanggal mendatang."
    )
    dilihat = forms.CharField(widget=forms.HiddenInput)

    @property
    def helper(self):
        """Crispy helper: fields only."""
        return helper(self)


class FormCabut(forms.Form):
    """Why a version is revoked."""

    alasan = forms.CharField(label="Alasan pencabutan", min_length=5, max_length=300)

    @property
    def helper(self):
        """Crispy helper: fields only."""
        return helper(self)
