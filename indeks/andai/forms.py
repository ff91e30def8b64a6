"""Isian "bila …": seluruhnya di URL, jadi dapat dibagikan dan bekerja tanpa JavaScript."""

from django import forms

from indeks.andai.hitung import KEBIJAKAN, Isian
from indeks.tabel import PENDIDIKAN_BERIKUT
from kepegawaian.models import Jabatan

PREDIKAT = ("Sangat Baik", "Baik", "Butuh Perbaikan", "Kurang", "Sangat Kurang")
JP_MAKS = 500


class OrangForm(forms.Form):
    """What one person would add in the measurement year; fields that do not fit his post are left out."""

    jp = forms.IntegerField(label="Tambah diklat teknis, JP", required=False, min_value=0, max_value=JP_MAKS)
    seminar = forms.BooleanField(label="Ikut satu seminar atau sejenisnya", required=False)
    jabatan = forms.BooleanField(label="Ikut diklat jabatan", required=False)
    predikat = forms.ChoiceField(label="Predikat kinerja", required=False)
    pendidikan = forms.ChoiceField(label="Pendidikan tertinggi", required=False)

    def __init__(self, data, *, p, a):
        super().__init__(data)
        self.fields["predikat"].choices = [("", "Seperti sekarang"), *((x, x) for x in PREDIKAT)]
        self.fields["predikat"].label = f"Predikat kinerja {a.tahun_kinerja}"
        self.fields["jp"].help_text = f"Selesai dalam tahun {a.tahun}; dijumlahkan dengan yang sudah ada."
        tinggi = []
        kini = p.pendidikan
        while kini in PENDIDIKAN_BERIKUT and len(tinggi) < 5:
            kini = PENDIDIKAN_BERIKUT[kini][0]
            tinggi.append((kini, kini))
        self.fields["pendidikan"].choices = [("", "Seperti sekarang"), *tinggi]
        if not tinggi:
            del self.fields["pendidikan"]
        if p.jenis_jabatan == "struktural":
            self.fields["jabatan"].label = "Ikut diklat kepemimpinan sesuai jenjang"
        elif p.jenis_jabatan == "fungsional":
            self.fields["jabatan"].label = "Ikut diklat fungsional sesuai jabatan"
        else:
            del self.fields["jabatan"]

    def isian(self):
        """The Isian of what is filled in rightly; wrong fields count as empty and say why beside themselves."""
        isi = self.cleaned_data if self.is_valid() else getattr(self, "cleaned_data", {})
        return Isian(
            isi.get("jp") or 0, bool(isi.get("seminar")), bool(isi.get("jabatan")), isi.get("predikat") or "",
            isi.get("pendidikan") or "",
        )  # fmt: skip


class KebijakanForm(forms.Form):
    """A policy: what everybody does, which course, who is meant."""

    kebijakan = forms.MultipleChoiceField(
        label="Bila", choices=list(KEBIJAKAN.items()), required=False, widget=forms.CheckboxSelectMultiple
    )
    pelatihan = forms.ChoiceField(label="Diklat teknisnya", required=False)
    jp = forms.IntegerField(
        label="atau JP-nya", required=False, min_value=1, max_value=JP_MAKS, help_text="Kosong: 20 JP."
    )  # fmt: skip
    biaya = forms.IntegerField(
        label="Biaya per orang, rupiah", required=False, min_value=0, max_value=1_000_000_000,
        help_text="Kosong: biaya menurut katalog, bila ada.",
    )  # fmt: skip
    hanya_naik = forms.BooleanField(label="Hanya mereka yang nilainya naik karenanya", required=False)
    unit = forms.ChoiceField(label="Unit", required=False)
    jenis_jabatan = forms.ChoiceField(
        label="Jenis jabatan", required=False, choices=[("", "Semua jenis jabatan"), *Jabatan.JENIS]
    )

    def __init__(self, data, *, katalog, unit):
        super().__init__(data)
        self.katalog = {str(t.id): t for t in katalog if t.kelompok == "teknis" and t.jp}
        self.fields["pelatihan"].choices = [
            ("", "Tidak dari katalog"),
            *((k, f"{t.nama} ({t.jp} JP)") for k, t in self.katalog.items()),
        ]
        self.fields["unit"].choices = unit

    def nilai(self, jp_minimal):
        """{kebijakan, jp, biaya, unit, jenis_jabatan} of what is filled in rightly; cost None while unknown."""
        isi = {}
        if self.is_bound:
            isi = self.cleaned_data if self.is_valid() else getattr(self, "cleaned_data", {})
        t = self.katalog.get(isi.get("pelatihan") or "")
        biaya = isi.get("biaya")
        return {
            "kebijakan": [k for k in KEBIJAKAN if k in (isi.get("kebijakan") or ())],
            "jp": t.jp if t else isi.get("jp") or jp_minimal,
            "biaya": biaya if biaya is not None else t.biaya if t else None,
            "pelatihan": t,
            "hanya_naik": bool(isi.get("hanya_naik")),
            "unit": int(isi["unit"]) if isi.get("unit") else None,
            "jenis_jabatan": isi.get("jenis_jabatan") or "",
        }
