"""Formulir pengandaian perkiraan pensiun; it stands in the URL and stores nothing."""

from django import forms

from kepegawaian.aturan import awal_bulan_berikut, tambah_bulan, tulis_tanggal
from pensiun import hitung, manfaat

MUNDUR_TAHUN, MAJU_TAHUN = 2, 45


def _tanggal(label, **lain):
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), **lain)


def _rupiah(label, bantuan):
    return forms.IntegerField(
        label=label, required=False, min_value=1, max_value=99_999_999, help_text=bantuan,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip


class AndaianForm(forms.Form):
    """What if: kind, TMT, KGB to come, KP pengabdian, P1 and P2. Stands in the URL; nothing is stored."""

    jenis = forms.ChoiceField(label="Berhenti karena", choices=tuple(manfaat.NAMA.items()))
    tmt = _tanggal("TMT pensiun", help_text="Tanggal 1 bulan sesudah gaji terakhir.")
    kgb = forms.BooleanField(
        label="Hitung KGB sampai TMT", required=False, help_text="KGB yang jatuh sebelum TMT dan belum tercatat."
    )
    pengabdian = forms.BooleanField(
        label="Seandainya diberi kenaikan pangkat pengabdian", required=False,
        help_text="PP 99/2000 Pasal 27; syaratnya diperiksa pada usulannya.",
    )  # fmt: skip
    p1 = _rupiah("P1", "Gaji pokok dan tunjangan keluarga menurut tabel PP 6/1997.")
    p2 = _rupiah("P2", "Gaji pokok dan tunjangan keluarga menurut tabel PP 30/2015.")

    def __init__(self, data, *, kini, hari_ini):
        self.hari_ini = hari_ini
        jenis = data.get("jenis") or hitung.BUP
        isi = {
            "jenis": jenis, "tmt": data.get("tmt") or tmt_bawaan(jenis, kini, hari_ini).isoformat(),
            "p1": data.get("p1", ""), "p2": data.get("p2", ""), "pengabdian": data.get("pengabdian", ""),
            "kgb": data.get("kgb", "") if "jenis" in data else "on",
        }  # fmt: skip
        super().__init__(isi)

    def clean_tmt(self):
        """The first of a month, not too far away."""
        tmt = self.cleaned_data["tmt"]
        if tmt.day != 1:
            raise forms.ValidationError("TMT pensiun selalu tanggal 1.")
        awal = tambah_bulan(self.hari_ini.replace(day=1), -12 * MUNDUR_TAHUN)
        akhir = tambah_bulan(self.hari_ini.replace(day=1), 12 * MAJU_TAHUN)
        if not awal <= tmt <= akhir:
            raise forms.ValidationError(f"Pilih TMT antara {tulis_tanggal(awal)} dan {tulis_tanggal(akhir)}.")
        return tmt

    def clean(self):
        """Both of P1 and P2, or none."""
        isi = super().clean()
        p1, p2 = isi.get("p1"), isi.get("p2")
        if self.errors:
            return isi
        if (p1 is None) != (p2 is None):
            self.add_error("p2" if p2 is None else "p1", "Isi P1 dan P2 keduanya, atau kosongkan keduanya.")
        elif p1 is not None and p2 < p1:
            self.add_error("p2", "P2 (tabel PP 30/2015) tidak mungkin lebih kecil daripada P1 (tabel PP 6/1997).")
        return isi

    def andaian(self):
        """The ``manfaat.Andaian`` of a valid form."""
        isi = self.cleaned_data
        return manfaat.Andaian(kgb=isi["kgb"], pengabdian=isi["pengabdian"], p1=isi["p1"], p2=isi["p2"])


def tmt_bawaan(jenis, kini, hari_ini):
    """TMT to begin with: by the BUP of the post held, the day service ended, else the first of the next month."""
    if kini.aktif is False and kini.tmt_kedudukan:
        return kini.tmt_kedudukan.replace(day=1)
    if jenis == hitung.BUP and kini.tmt_pensiun:
        return kini.tmt_pensiun
    return awal_bulan_berikut(hari_ini)
