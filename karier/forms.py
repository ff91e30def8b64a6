"""Formulir karier: standar kompetensi, kegiatan uji, nilai peserta, saringan daftar."""

from decimal import Decimal

from django import forms

from karier.models import KegiatanUji
from karier.standar import KELOMPOK
from kepegawaian.models import Jabatan, Kompetensi, RiwayatUjiKompetensi

TANGGAL = {"type": "date"}
KEYAKINAN = [("pasti", "pasti: bunyi peraturan"), ("sebagian", "sebagian"), ("asumsi", "asumsi: ketetapan kantor")]
LEVEL = [(n, f"Level {n}") for n in range(1, 6)]


class FormStandar(forms.Form):
    """A new dated level of one competence."""

    kompetensi = forms.ModelChoiceField(label="Kompetensi", queryset=Kompetensi.objects.all(), empty_label=None)
    level = forms.TypedChoiceField(label="Level yang dituntut", choices=LEVEL, coerce=int)
    berlaku_sejak = forms.DateField(label="Berlaku mulai", widget=forms.DateInput(attrs=TANGGAL))
    dasar = forms.CharField(label="Dasar hukum (peraturan atau keputusan)", max_length=200)
    keyakinan = forms.ChoiceField(label="Keyakinan", choices=KEYAKINAN)


class FormKompetensi(forms.ModelForm):
    """A technical competence of the office's own list; manajerial and sosial kultural come from the regulation."""

    class Meta:
        model = Kompetensi
        fields = ("kode", "nama", "uraian", "dasar")
        labels = {"kode": "Kode", "nama": "Nama kompetensi teknis", "uraian": "Uraian", "dasar": "Dasar hukum"}
        widgets = {"uraian": forms.Textarea(attrs={"rows": 3})}

    def clean_kode(self):
        """Short and in capitals, since it heads the columns of the score sheet."""
        kode = self.cleaned_data["kode"].strip().upper()
        if not kode.replace("-", "").isalnum() or len(kode) > 12:
            raise forms.ValidationError("Kode paling panjang 12 huruf, angka, atau tanda hubung.")
        return kode


class FormKegiatan(forms.Form):
    """A kegiatan uji kompetensi and its asesor, one a line: name; agency."""

    nama = forms.CharField(label="Nama kegiatan", max_length=200)
    tujuan = forms.ChoiceField(label="Tujuan", choices=RiwayatUjiKompetensi.TUJUAN)
    metode = forms.MultipleChoiceField(label="Metode", choices=KegiatanUji.METODE, widget=forms.CheckboxSelectMultiple)
    tanggal_mulai = forms.DateField(label="Mulai", widget=forms.DateInput(attrs=TANGGAL))
    tanggal_selesai = forms.DateField(label="Selesai", widget=forms.DateInput(attrs=TANGGAL))
    tempat = forms.CharField(label="Tempat", max_length=160)
    sasaran = forms.ModelChoiceField(queryset=Jabatan.objects.all(), required=False, widget=forms.HiddenInput)
    asesor = forms.CharField(
        label="Asesor", widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu baris satu orang: nama; instansi. Contoh: Dr. Ratna Wulan; Badan Kepegawaian Daerah Provinsi.",
    )  # fmt: skip

    def clean_asesor(self):
        """[(nama, instansi)], each name once."""
        hasil = {}
        for baris in filter(None, (b.strip() for b in self.cleaned_data["asesor"].splitlines())):
            nama, _, instansi = (x.strip() for x in baris.partition(";"))
            if not (nama and instansi) or len(baris) > 300:
                raise forms.ValidationError(f"Tulis nama; instansi pada baris “{baris[:60]}”.")
            hasil[nama[:160]] = instansi[:160]
        return list(hasil.items())

    def clean(self):
        """Ends on or after its start."""
        isi = super().clean()
        mulai, selesai = isi.get("tanggal_mulai"), isi.get("tanggal_selesai")
        if mulai and selesai and selesai < mulai:
            self.add_error("tanggal_selesai", "Tanggal selesai mendahului tanggal mulai.")
        if isi.get("tujuan") == "promosi" and "sasaran" in isi and isi["sasaran"] is None:
            self.add_error("tujuan", "Uji untuk promosi dimulai dari halaman jabatan yang dituju.")
        return isi


class FormNilai(forms.Form):
    """Scores of one peserta: a level for each competence of his frozen standard, and potensi in percent."""

    hadir = forms.BooleanField(label="Hadir mengikuti uji", required=False, initial=True)

    def __init__(self, *args, peserta, nama, **kwargs):
        super().__init__(*args, **kwargs)
        self.peserta = peserta
        self.initial |= {"hadir": peserta.hadir, "potensi": peserta.potensi}
        for kode, butuh in peserta.standar.items():
            self.fields[f"k_{kode}"] = forms.TypedChoiceField(
                label=f"{nama.get(kode, kode)} (standar {butuh})", choices=[("", "belum dinilai"), *LEVEL], coerce=int,
                empty_value=None, required=False, initial=peserta.nilai.get(kode),
            )  # fmt: skip
        self.fields["potensi"] = forms.DecimalField(
            label="Potensi (persen)", min_value=Decimal(0), max_value=Decimal(100), decimal_places=2, required=False
        )

    def hasil(self):
        """(peserta id, {kode: level}, potensi, hadir) as ``uji.nilai`` takes it."""
        isi = self.cleaned_data
        nilai = {n[2:]: v for n, v in isi.items() if n.startswith("k_") and v}
        return self.peserta.pk, nilai, isi["potensi"], isi["hadir"]


class FormBerkasNilai(forms.Form):
    """The score sheet of a kegiatan, filled in."""

    berkas = forms.FileField(
        label="Lembar nilai", help_text="Berkas xlsx yang diunduh dari kegiatan ini, sudah diisi.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )  # fmt: skip


def _cari(petunjuk):
    return forms.CharField(
        label=petunjuk, required=False, max_length=60,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": petunjuk}),
    )  # fmt: skip


class SaringStandar(forms.Form):
    """Posts by name."""

    q = _cari("Nama jabatan")


class SaringKesenjangan(forms.Form):
    """People by name, OPD, and whether something is missing."""

    q = _cari("Nama atau NIP")
    opd = forms.ChoiceField(label="OPD", required=False)
    celah = forms.ChoiceField(
        label="Celah", required=False, choices=[("", "Semua"), ("ada", "Ada celah"), ("tanpa", "Tanpa celah")]
    )

    def __init__(self, *args, opd=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opd"].choices = [("", "Semua OPD"), *opd]


class SaringTalenta(forms.Form):
    """The map by year, OPD and group of posts."""

    tahun = forms.ChoiceField(label="Tahun", required=False)
    opd = forms.ChoiceField(label="OPD", required=False)
    kelompok = forms.ChoiceField(
        label="Kelompok jabatan", required=False, choices=[("", "Semua kelompok"), *KELOMPOK.items()]
    )
    kotak = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args, tahun=(), opd=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tahun"].choices = [("", "Terakhir"), *((str(t), str(t)) for t in tahun)]
        self.fields["opd"].choices = [("", "Semua OPD"), *opd]


class SaringGerak(forms.Form):
    """Movement on the map, as a whole or of one OPD."""

    opd = forms.ChoiceField(label="OPD", required=False)

    def __init__(self, *args, opd=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opd"].choices = [("", "Semua OPD"), *opd]


class SaringSuksesi(forms.Form):
    """Posts by name and group."""

    q = _cari("Nama jabatan")
    kelompok = forms.ChoiceField(
        label="Kelompok", required=False,
        choices=[("", "JPT dan administrator"), *((k, KELOMPOK[k]) for k in ("jpt_pratama", "administrator", "pengawas"))],
    )  # fmt: skip


class SaringJenjang(forms.Form):
    """Next posts by OPD (own unless chosen), direction and vacancy."""

    opd = forms.ChoiceField(label="Perangkat daerah", required=False)
    arah = forms.ChoiceField(
        label="Arah", required=False,
        choices=[("", "Semua arah"), ("vertikal", "Vertikal"), ("diagonal", "Diagonal"), ("horizontal", "Horizontal")],
    )  # fmt: skip
    lowong = forms.ChoiceField(label="Keadaan", required=False, choices=[("", "Lowong atau terisi"), ("ya", "Lowong")])

    def __init__(self, *args, opd=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opd"].choices = [("", "Perangkat daerahnya sendiri"), *opd]
