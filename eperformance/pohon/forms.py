"""Formulir tahun kinerja dan pohon kinerja."""

from decimal import Decimal, InvalidOperation

from django import forms
from django.core.exceptions import ValidationError

from eperformance.models import IndikatorPohon, PeriodeKinerja, Simpul
from eperformance.models.skp import PENDEKATAN, PERIODIK
from eperformance.pohon import rumus
from kepegawaian import ukuran
from kepegawaian.forms import Formulir, tanggal
from kepegawaian.hak import KODE_BKD
from kepegawaian.models import UnitKerja

TAHUN = {"min_value": 2020, "max_value": 2100}
MASA = [(tw, rumus.nama_masa(tw)) for tw in (1, 2, 3, 4, rumus.SETAHUN)]


class Angka(forms.CharField):
    """A number as people here write it: 1.250,5 or 85,5; a Decimal of at most two places, None when empty."""

    def __init__(self, label, **lain):
        super().__init__(
            label=label,
            max_length=18,
            widget=forms.TextInput(attrs={"inputmode": "decimal", "class": "lebar-angka"}),
            **lain,
        )

    def prepare_value(self, nilai):
        """As it was typed, or the stored number with a comma."""
        return f"{nilai.normalize():f}".replace(".", ",") if isinstance(nilai, Decimal) else nilai

    def clean(self, nilai):
        """The Decimal."""
        teks = super().clean(nilai).replace(" ", "")
        if not teks:
            return None
        if "," in teks:
            teks = teks.replace(".", "").replace(",", ".")
        try:
            angka = Decimal(teks)
        except InvalidOperation as galat:
            raise ValidationError("Tulis angka, misalnya 85 atau 85,5.") from galat
        if not angka.is_finite() or angka != round(angka, 2) or abs(angka) >= 10**12:
            raise ValidationError("Paling banyak dua angka di belakang koma, dan kurang dari satu triliun.")
        return angka


class Berversi(Formulir):
    """Base of forms on a tree: the version the page was opened on."""

    versi = forms.IntegerField(widget=forms.HiddenInput)


class FormPeriode(Formulir):
    """A year and its calendar. ``semula``: what the form was opened on."""

    tahun = forms.IntegerField(label="Tahun", **TAHUN)
    pendekatan = forms.ChoiceField(label="Pendekatan SKP", choices=PENDEKATAN)
    periodik = forms.ChoiceField(label="Evaluasi periodik", choices=PERIODIK)
    susun_mulai = tanggal("Penyusunan SKP mulai")
    tetap_sampai = tanggal("SKP ditetapkan paling lambat")
    nilai_mulai = tanggal("Penilaian tahunan mulai")
    nilai_sampai = tanggal("Penilaian tahunan paling lambat")
    hari_periodik = forms.IntegerField(
        label="Hari untuk evaluasi periodik", min_value=1, max_value=31,
        help_text="Sampai hari ke berapa sesudah bulan atau triwulan berakhir; menurut peraturan minggu pertama.",
    )  # fmt: skip
    rekan_boleh = forms.BooleanField(label="Rekan dan bawahan boleh diminta umpan balik", required=False)
    dasar = forms.CharField(
        label="Surat edaran jadwal", max_length=200, required=False, help_text="Nomor dan tanggalnya."
    )
    semula = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, ubah=False, **lain):
        super().__init__(*args, **lain)
        if ubah:
            del self.fields["tahun"]

    def clean(self):
        """Dates in their order."""
        isi = super().clean()
        for mulai, sampai in (("susun_mulai", "tetap_sampai"), ("nilai_mulai", "nilai_sampai")):
            if isi.get(mulai) and isi.get(sampai) and isi[sampai] < isi[mulai]:
                self.add_error(sampai, "Batas ini mendahului tanggal mulainya.")
        return isi

    def data_periode(self):
        """Fields of PeriodeKinerja."""
        nama = {f.name for f in PeriodeKinerja._meta.fields}
        return {k: v for k, v in self.cleaned_data.items() if k in nama}


class FormPohon(Formulir):
    """A new tree: empty, or from another year."""

    tahun = forms.IntegerField(label="Tahun", **TAHUN)
    dasar = forms.CharField(
        label="Dasar penetapan",
        max_length=200,
        required=False,
        help_text="Renstra atau Perjanjian Kinerja, nomor dan tanggalnya.",
    )


class FormDasar(Berversi):
    """The document the tree rests on."""

    dasar = FormPohon.base_fields["dasar"]


class FormSalin(Formulir):
    """The year a tree is copied into."""

    tahun = forms.IntegerField(label="Disalin ke tahun", **TAHUN)
    dasar = FormPohon.base_fields["dasar"]


class FormSimpul(Berversi):
    """A simpul; its post is the head of the unit."""

    jenis = forms.ChoiceField(label="Tingkat", choices=())
    uraian = forms.CharField(label="Uraian", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    kode = forms.CharField(
        label="Kode anggaran", max_length=40, required=False, help_text="Kode program atau kegiatan."
    )
    unit = forms.ModelChoiceField(
        UnitKerja.objects.none(), label="Unit pemilik", empty_label=None, help_text="Kepala unit ini yang mengampunya."
    )

    def __init__(self, *args, induk, acuan, **lain):
        super().__init__(*args, **lain)
        self.fields["jenis"].choices = [(k, n) for k, n in Simpul.JENIS if rumus.boleh_di_bawah(k, induk)]
        self.fields["unit"].queryset = unit_pemilik(acuan)


def unit_pemilik(acuan):
    """Units a simpul may belong to: the BKPSDM with its parts, and all perangkat daerah."""
    bkd = acuan.unit_kode.get(KODE_BKD)
    milik = acuan.turunan([bkd.id]) if bkd else ()
    unit = UnitKerja.objects.filter(berlaku_sampai=None)
    return unit.filter(jenis="opd") | unit.filter(pk__in=milik)


class FormPindah(Berversi):
    """Another induk; ``calon``: Simpul that may be one."""

    induk = forms.ModelChoiceField(Simpul.objects.none(), label="Bergantung pada", empty_label=None)

    def __init__(self, *args, calon, **lain):
        super().__init__(*args, **lain)
        self.fields["induk"].queryset = calon
        self.fields["induk"].label_from_instance = lambda s: f"{s.get_jenis_display()}: {s.uraian}"


class FormIndikator(Berversi):
    """An indicator with the targets of the four quarters and the year."""

    uraian = forms.CharField(label="Indikator", max_length=300)
    rumus = forms.CharField(label="Rumus", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    satuan = forms.CharField(label="Satuan", max_length=40)
    arah = forms.ChoiceField(label="Arah", choices=IndikatorPohon.ARAH)
    sumber = forms.ChoiceField(
        label="Realisasi", required=False, help_text="Yang dihitung portal terisi sendiri tiap malam."
    )
    cakupan = forms.ChoiceField(label="Dihitung atas", choices=IndikatorPohon.CAKUPAN)
    tw1 = Angka("Target s.d. triwulan I", required=False)
    tw2 = Angka("Target s.d. triwulan II", required=False)
    tw3 = Angka("Target s.d. triwulan III", required=False)
    tw4 = Angka("Target s.d. triwulan IV", required=False)
    tw0 = Angka("Target setahun", required=False, help_text="Kosong: sama dengan triwulan IV.")
    catatan = forms.CharField(label="Catatan", max_length=200, required=False, help_text="Misalnya asal target.")

    def __init__(self, *args, **lain):
        super().__init__(*args, **lain)
        self.fields["sumber"].choices = [("", "Diketik"), *((u.kode, f"Portal: {u.nama}") for u in ukuran.semua())]

    def target(self):
        """{triwulan: value or None}."""
        return {tw: self.cleaned_data[f"tw{tw}"] for tw in range(5)}


class FormRealisasi(Formulir):
    """A typed value of one quarter. ``terakhir``: id of the newest row when the form was opened."""

    triwulan = forms.TypedChoiceField(label="Masa", choices=MASA, coerce=int, widget=forms.HiddenInput)
    terakhir = forms.IntegerField(widget=forms.HiddenInput)
    nilai = Angka("Realisasi")
    keterangan = forms.CharField(
        label="Keterangan", max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Dari mana angka ini, misalnya laporan dan tanggalnya.",
    )  # fmt: skip
