"""Formulir register tata kelola: tinjauan regulasi, risiko, anggaran, laporan bulanan."""

from decimal import Decimal, InvalidOperation

from django import forms
from django.core.exceptions import ValidationError

from kepegawaian.forms import Formulir, tanggal as isian_tanggal
from kepegawaian.hak import KODE_BKD
from kepegawaian.models import Regulasi, UnitKerja
from tata_kelola.hak import memiliki
from tata_kelola.models import TindakLanjut, TinjauanRegulasi
from tata_kelola.risiko.register import DAMPAK, KEMUNGKINAN


def teks(label, panjang, *, baris=2, **lain):
    """A text of some lines."""
    return forms.CharField(label=label, max_length=panjang, widget=forms.Textarea(attrs={"rows": baris}), **lain)


class Rupiah(forms.CharField):
    """An amount as people here write it: 1.250.000 or 1.250.000,50; a Decimal of two places."""

    def __init__(self, label, **lain):
        kotak = forms.TextInput(attrs={"inputmode": "decimal", "class": "lebar-angka"})
        super().__init__(label=label, max_length=22, widget=kotak, **lain)

    def prepare_value(self, nilai):
        """As it was typed, or the stored amount with points."""
        if not isinstance(nilai, Decimal):
            return nilai
        bulat, _, sen = f"{nilai:,.2f}".partition(".")
        return bulat.replace(",", ".") + ("" if sen == "00" else f",{sen}")

    def clean(self, nilai):
        """The Decimal, None when it may be empty and is."""
        isi = super().clean(nilai).replace(" ", "").removeprefix("Rp")
        if not isi:
            return None
        try:
            angka = Decimal(isi.replace(".", "").replace(",", "."))
        except InvalidOperation as galat:
            raise ValidationError("Tulis rupiah, misalnya 125.000.000 atau 125.000.000,50.") from galat
        if not angka.is_finite() or angka < 0 or angka != round(angka, 2) or angka >= 10**13:
            raise ValidationError("Rupiah tidak boleh negatif, paling banyak dua angka di belakang koma.")
        return angka


class FormTinjauan(Formulir):
    """One review of a regulation."""

    hasil = forms.ChoiceField(label="Hasil tinjauan", choices=TinjauanRegulasi.HASIL)
    pengganti = forms.ModelChoiceField(
        Regulasi.objects.none(), label="Diganti oleh", required=False, empty_label="(tidak diganti)",
        help_text="Hanya bila hasilnya Diganti. Peraturan yang belum ada pada daftar ditambahkan dahulu lewat data acuan.",
    )  # fmt: skip
    tanggal = isian_tanggal("Ditinjau pada")
    tinjau_lagi = isian_tanggal("Ditinjau lagi paling lambat")
    catatan = teks("Catatan", 500, baris=3, required=False, help_text="Apa yang berubah dan akibatnya bagi layanan.")

    def __init__(self, *args, kecuali="", **lain):
        super().__init__(*args, **lain)
        self.fields["pengganti"].queryset = Regulasi.objects.exclude(kode=kecuali).order_by("kode")
        self.fields["pengganti"].label_from_instance = lambda r: f"{r.kode} {r.judul}"[:90]


class FormLaporan(Formulir):
    """The month of a report, and why it is made again."""

    bulan = forms.ChoiceField(label="Bulan")
    alasan = forms.CharField(
        label="Alasan dibuat ulang",
        max_length=300,
        required=False,
        help_text="Hanya bila bulan itu sudah punya laporan.",
    )

    def __init__(self, *args, bulan=(), **lain):
        super().__init__(*args, **lain)
        self.fields["bulan"].choices = bulan


class PilihUnit(forms.ModelChoiceField):
    """Units of the BKD, or every OPD with them."""

    def label_from_instance(self, obj):
        """Its name."""
        return obj.nama


def unit_bkd(acuan):
    """Units of the BKD that exist, by name."""
    bkd = acuan.unit_kode.get(KODE_BKD)
    ids = acuan.turunan({bkd.id}) if bkd else ()
    return UnitKerja.objects.filter(pk__in=ids, berlaku_sampai=None).order_by("nama")


class FormRisiko(Formulir):
    """A risk; with ``baru`` its first judgement too. Only units that ``hak`` writes for are offered."""

    sasaran = forms.CharField(label="Sasaran yang terancam", max_length=300)
    uraian = teks("Risiko", 300, help_text="Kejadian yang dapat menghalangi sasaran itu.")
    sebab = teks("Sebab", 500)
    akibat = teks("Dampak bila terjadi", 500)
    unit = PilihUnit(UnitKerja.objects.none(), label="Pemilik risiko")
    kemungkinan = forms.TypedChoiceField(
        label="Kemungkinan", coerce=int, choices=[(n, f"{n}. {k}") for n, k in KEMUNGKINAN]
    )
    dampak = forms.TypedChoiceField(label="Besar dampak", coerce=int, choices=[(n, f"{n}. {k}") for n, k in DAMPAK])
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, acuan, hak, baru=True, sasaran=(), **lain):
        super().__init__(*args, **lain)
        unit = self.fields["unit"]
        unit.queryset = unit_bkd(acuan)
        boleh = [u for u in unit.queryset if memiliki(hak, acuan, u)]
        unit.choices = [("", "---------"), *((u.pk, unit.label_from_instance(u)) for u in boleh)]
        if not baru:
            del self.fields["kemungkinan"], self.fields["dampak"]
        if sasaran:
            self.fields["sasaran"].help_text = f"Misalnya: {'; '.join(sasaran[:4])}."


class FormNilai(Formulir):
    """A further judgement of a risk."""

    kemungkinan = forms.TypedChoiceField(
        label="Kemungkinan", coerce=int, choices=[(n, f"{n}. {k}") for n, k in KEMUNGKINAN]
    )
    dampak = forms.TypedChoiceField(label="Besar dampak", coerce=int, choices=[(n, f"{n}. {k}") for n, k in DAMPAK])
    catatan = teks("Alasan penilaian", 300)
    versi = forms.IntegerField(widget=forms.HiddenInput)


class FormMitigasi(Formulir):
    """One mitigation."""

    uraian = teks("Mitigasi", 300, help_text="Apa yang dikerjakan agar risiko itu berkurang.")
    unit = PilihUnit(UnitKerja.objects.none(), label="Dikerjakan oleh")
    tenggat = isian_tanggal("Paling lambat")
    versi = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, acuan, **lain):
        super().__init__(*args, **lain)
        self.fields["unit"].queryset = unit_bkd(acuan)


class FormTindakLanjut(Formulir):
    """News of a mitigation."""

    keadaan = forms.ChoiceField(label="Keadaan", choices=TindakLanjut.KEADAAN)
    uraian = teks("Yang sudah dikerjakan", 500)


class FormTutup(Formulir):
    """Why a risk is closed."""

    alasan = teks("Alasan ditutup", 300)
    versi = forms.IntegerField(widget=forms.HiddenInput)


class FormPagu(Formulir):
    """The pagu of a kegiatan and its plan by quarter."""

    nilai = Rupiah("Pagu setahun")
    tw1 = Rupiah("Rencana triwulan I")
    tw2 = Rupiah("Rencana triwulan II")
    tw3 = Rupiah("Rencana triwulan III")
    tw4 = Rupiah("Rencana triwulan IV", help_text="Keempat rencana harus berjumlah sama dengan pagu.")
    dasar = forms.CharField(label="Dasar", max_length=200, help_text="Nomor DPA atau perubahannya.")


class FormRealisasi(Formulir):
    """What was spent in one quarter."""

    nilai = Rupiah(
        "Realisasi triwulan ini", help_text="Hanya yang dibelanjakan pada triwulan ini, bukan jumlah sejak Januari."
    )
    keterangan = teks("Keterangan", 300, required=False, help_text="Wajib bila memperbaiki yang sudah tercatat.")
