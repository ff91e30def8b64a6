"""Formulir pelatihan: katalog, rencana, kegiatan, langkah, sesi, verifikasi, evaluasi, saringan."""

from decimal import Decimal

from django import forms

from diklat.models import (
    ButirRencana,
    EvaluasiPasca,
    EvaluasiPeserta,
    KegiatanPelatihan,
    Pelatihan,
    SesiPelatihan,
)
from kepegawaian.filters import PilihRingkas
from kepegawaian.models import Kompetensi, LatihanStruktural

HARI = {"type": "date"}
SKALA = [(5, "Sangat setuju"), (4, "Setuju"), (3, "Cukup"), (2, "Kurang setuju"), (1, "Tidak setuju")]


def tanggal(label, **lain):
    """A date field with the browser's own picker."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs=HARI, format="%Y-%m-%d"), **lain)


def catatan(label, wajib=True, **lain):
    """A paragraph."""
    return forms.CharField(
        label=label, required=wajib, max_length=400, widget=forms.Textarea(attrs={"rows": 3}), **lain
    )


class BerVersi(forms.Form):
    """Carries the version the page was drawn from."""

    versi = forms.IntegerField(widget=forms.HiddenInput)


class FormPelatihan(forms.ModelForm):
    """One item of the catalogue."""

    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    kompetensi = forms.ModelMultipleChoiceField(
        label="Kompetensi yang dituju", queryset=Kompetensi.objects.order_by("nama"), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    class Meta:
        model = Pelatihan
        fields = (
            "nama", "kelompok", "jenis", "jenjang", "latihan_struktural", "metode", "jp", "sasaran", "uraian",
            "kompetensi", "penyelenggara", "biaya", "dasar", "aktif",
        )  # fmt: skip
        labels = {
            "nama": "Nama pelatihan", "jenis": "Jenis menurut SIASN", "jenjang": "Jenjang kepemimpinan atau Latsar",
            "latihan_struktural": "Latihan struktural menurut SIASN", "metode": "Metode", "jp": "Jumlah JP",
            "sasaran": "Bagi siapa", "uraian": "Uraian", "penyelenggara": "Penyelenggara",
            "biaya": "Biaya tiap peserta (rupiah)", "dasar": "Dasar", "aktif": "Masih ditawarkan",
        }  # fmt: skip
        help_texts = {
            "jp": "1 JP = 45 menit (PerLAN 10/2018). Kosongkan bila belum dipastikan; bagi jenjang kepemimpinan dan Latsar "
                  "angkanya pada setelan diklat_jp.",
            "biaya": "Kosongkan bila belum diketahui.",
        }  # fmt: skip
        widgets = {"uraian": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for nama in ("jenis", "latihan_struktural"):
            self.fields[nama].empty_label = "–"
        self.fields["latihan_struktural"].queryset = LatihanStruktural.objects.order_by("kode")
        self.initial.setdefault("versi", self.instance.versi)

    def clean(self):
        """A level belongs to struktural and Latsar, and every one of these has its level."""
        isi = super().clean()
        berjenjang = isi.get("kelompok") in ("struktural", "latsar")
        if berjenjang and not isi.get("jenjang"):
            self.add_error("jenjang", "Pilih jenjangnya.")
        if not berjenjang and isi.get("jenjang"):
            self.add_error("jenjang", "Jenjang hanya bagi pelatihan struktural dan Latsar.")
        if (isi.get("kelompok") == "latsar") != (isi.get("jenjang") == "LATSAR") and berjenjang:
            self.add_error("jenjang", "Jenjang Latsar hanya bagi Latsar CPNS.")
        return isi


class FormButir(forms.ModelForm):
    """One item of the yearly plan."""

    versi = forms.IntegerField(widget=forms.HiddenInput)
    pelatihan = forms.ModelChoiceField(
        label="Pelatihan", queryset=Pelatihan.objects.filter(aktif=True), widget=PilihRingkas, empty_label="–"
    )
    mulai, selesai = tanggal("Mulai"), tanggal("Selesai")

    class Meta:
        model = ButirRencana
        fields = ("pelatihan", "sasaran", "jp", "mulai", "selesai", "anggaran", "sumber", "keterangan")
        labels = {
            "sasaran": "Banyaknya peserta", "jp": "JP tiap peserta", "anggaran": "Anggaran seluruhnya (rupiah)",
            "sumber": "Sumber dana", "keterangan": "Keterangan",
        }  # fmt: skip
        help_texts = {"sasaran": ""}

    def clean(self):
        """Ends on or after its start."""
        isi = super().clean()
        if isi.get("mulai") and isi.get("selesai") and isi["selesai"] < isi["mulai"]:
            self.add_error("selesai", "Tanggal selesai mendahului tanggal mulai.")
        return isi


class FormKegiatan(forms.ModelForm):
    """One kegiatan: what, when, how many, who may come."""

    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
    pelatihan = forms.ModelChoiceField(label="Pelatihan", queryset=Pelatihan.objects.none(), widget=PilihRingkas)
    butir = forms.ModelChoiceField(
        label="Butir rencana", queryset=ButirRencana.objects.none(), required=False, empty_label="Di luar rencana"
    )
    buka, tutup = tanggal("Nominasi dibuka"), tanggal("Nominasi ditutup")
    mulai, selesai = tanggal("Pelatihan mulai"), tanggal("Pelatihan selesai")

    class Meta:
        model = KegiatanPelatihan
        fields = (
            "pelatihan", "butir", "nama", "penyelenggara", "tempat", "metode", "buka", "tutup", "mulai", "selesai", "jp",
            "kuota", "mandiri", "biaya", "persyaratan",
        )  # fmt: skip
        labels = {
            "nama": "Nama kegiatan", "penyelenggara": "Penyelenggara", "tempat": "Tempat", "jp": "Jumlah JP",
            "kuota": "Kuota peserta", "mandiri": "ASN boleh mendaftar sendiri", "biaya": "Biaya seluruhnya (rupiah)",
            "persyaratan": "Persyaratan lain",
        }  # fmt: skip
        help_texts = {
            "mandiri": "",
            "jp": "Menurut surat panggilan atau jadwal; wajib ada sebelum sertifikat (DIK-03).",
            "biaya": "Yang benar-benar terpakai; boleh diisi kemudian.",
            "persyaratan": "Yang tidak dapat diperiksa portal, misalnya membawa laptop.",
        }  # fmt: skip
        widgets = {
            "metode": forms.Select(choices=Pelatihan.METODE), "persyaratan": forms.Textarea(attrs={"rows": 3}),
        }  # fmt: skip

    def __init__(self, *args, kelompok=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pelatihan"].queryset = Pelatihan.objects.filter(aktif=True, kelompok__in=kelompok)
        self.fields["metode"].label = "Metode"
        butir = ButirRencana.objects.filter(rencana__status="ditetapkan", pelatihan__kelompok__in=kelompok)
        self.fields["butir"].queryset = butir.select_related("pelatihan", "rencana").order_by(
            "-rencana__tahun", "mulai"
        )
        self.fields["butir"].label_from_instance = lambda b: (
            f"{b.rencana.tahun}: {b.pelatihan.nama}, {b.mulai:%d-%m-%Y}"
        )
        self.initial.setdefault("versi", self.instance.versi)

    def clean(self):
        """buka ≤ tutup ≤ mulai ≤ selesai; a planned item is of the same training."""
        isi = super().clean()
        for awal, akhir, kalimat in (
            ("buka", "tutup", "Nominasi ditutup sebelum dibuka."),
            ("tutup", "mulai", "Nominasi ditutup paling lambat pada hari pertama pelatihan."),
            ("mulai", "selesai", "Tanggal selesai mendahului tanggal mulai."),
        ):
            if isi.get(awal) and isi.get(akhir) and isi[akhir] < isi[awal]:
                self.add_error(akhir, kalimat)
        if isi.get("kuota") == 0:
            self.add_error("kuota", "Kuota paling sedikit satu orang.")
        if isi.get("butir") and isi.get("pelatihan") and isi["butir"].pelatihan_id != isi["pelatihan"].pk:
            self.add_error("butir", "Butir rencana itu bagi pelatihan lain.")
        return isi

    def hasil(self):
        """The values without the version."""
        return {k: v for k, v in self.cleaned_data.items() if k != "versi"}


class FormLangkah(BerVersi):
    """Finishing a step: a note, and the letter from outside where the step needs one."""

    catatan = catatan("Catatan", wajib=False)
    nomor = forms.CharField(label="Nomor surat", required=False, max_length=100)
    tanggal = tanggal("Tanggal surat", required=False)

    def __init__(self, *args, bersurat=False, bercatatan=False, **kwargs):
        super().__init__(*args, **kwargs)
        for nama in ("nomor", "tanggal"):
            if bersurat:
                self.fields[nama].required = True
            else:
                del self.fields[nama]
        self.fields["catatan"].required = bercatatan


class FormSebab(BerVersi):
    """A reason, for acts that undo something."""

    catatan = catatan("Alasan")


class FormSesi(forms.ModelForm):
    """One session of the schedule."""

    tanggal = tanggal("Tanggal")
    mulai = forms.TimeField(label="Mulai", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    selesai = forms.TimeField(label="Selesai", widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))

    class Meta:
        model = SesiPelatihan
        fields = ("tanggal", "mulai", "selesai", "materi", "pengajar", "tempat")
        labels = {"materi": "Materi", "pengajar": "Pengajar", "tempat": "Tempat"}

    def clean(self):
        """Ends after it begins."""
        isi = super().clean()
        if isi.get("mulai") and isi.get("selesai") and isi["selesai"] <= isi["mulai"]:
            self.add_error("selesai", "Sesi selesai sesudah mulai.")
        return isi


class FormPutusan(forms.Form):
    """The staf's verification."""

    hasil = forms.ChoiceField(
        label="Hasil", choices=[("ms", "Memenuhi syarat"), ("tms", "Tidak memenuhi syarat")], widget=forms.RadioSelect
    )
    alasan = catatan(
        "Hasil pemeriksaan", wajib=False, help_text="Wajib bila tidak memenuhi, atau ada yang perlu diperiksa."
    )


class FormGeser(forms.Form):
    """Another place in the ranking."""

    urutan = forms.IntegerField(label="Urutan baru", min_value=1, max_value=500)
    alasan = forms.CharField(label="Alasan", max_length=200)


class FormPlh(forms.Form):
    """Who stands in, of those suggested."""

    plh = forms.ChoiceField(label="Pelaksana harian")

    def __init__(self, *args, saran=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["plh"].choices = [
            (str(s.pk), f"{s.nama_lengkap}, {s.jabatan.nama if s.jabatan else '–'}") for s in saran
        ]


class FormLepas(forms.Form):
    """Withdrawing or taking out."""

    alasan = catatan("Alasan")


class FormSurat(forms.Form):
    """The signed letter."""

    berkas = forms.FileField(
        label="Pindaian surat yang sudah ditandatangani", help_text="Berkas PDF.",
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"}),
    )  # fmt: skip


class FormBerkasNilai(forms.Form):
    """The score sheet of a kegiatan, filled in."""

    berkas = forms.FileField(
        label="Lembar nilai", help_text="Berkas xlsx yang diunduh dari kegiatan ini, sudah diisi.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
    )  # fmt: skip


class _FormSkala(forms.Form):
    """Statements on a scale of five, and a free paragraph."""

    butir: list = []
    bebas = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for kode, nama in self.butir:
            self.fields[kode] = forms.TypedChoiceField(label=nama, choices=SKALA, coerce=int, widget=forms.RadioSelect)
        self.fields["teks"] = forms.CharField(
            label=self.bebas, required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4})
        )

    def jawaban(self):
        """({kode: 1-5}, text)."""
        return {k: self.cleaned_data[k] for k, _ in self.butir}, self.cleaned_data["teks"]


class FormEvaluasi(_FormSkala):
    """Level 1."""

    butir = EvaluasiPeserta.BUTIR
    bebas = "Saran bagi penyelenggara"


class FormPasca(_FormSkala):
    """Level 3."""

    butir = EvaluasiPasca.BUTIR
    bebas = "Catatan atasan"


def angka(teks):
    """A score 0-100 with two decimals from text, None when empty; ValueError with the text otherwise."""
    teks = str(teks or "").strip().replace(",", ".")
    if not teks:
        return None
    try:
        nilai = Decimal(teks)
    except ArithmeticError:
        raise ValueError(teks) from None
    if not nilai.is_finite() or not 0 <= nilai <= 100:
        raise ValueError(teks)
    return nilai.quantize(Decimal("0.01"))


def cari(petunjuk):
    """The search box of a list."""
    return forms.CharField(
        label=petunjuk, required=False, max_length=60,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": petunjuk}),
    )  # fmt: skip


class SaringKatalog(forms.Form):
    """The catalogue by name, kelompok and whether it is offered."""

    q = cari("Nama pelatihan")
    kelompok = forms.ChoiceField(
        label="Kelompok", required=False, choices=[("", "Semua kelompok"), *Pelatihan.KELOMPOK]
    )
    aktif = forms.ChoiceField(
        label="Keadaan", required=False, choices=[("", "Ditawarkan"), ("tidak", "Tidak lagi"), ("semua", "Semua")]
    )


class SaringKegiatan(forms.Form):
    """Kegiatan by name, tahap, kelompok and year."""

    q = cari("Nama kegiatan")
    tahap = forms.ChoiceField(
        label="Tahap", required=False,
        choices=[("", "Berjalan"), ("semua", "Semua"), ("terlambat", "Lewat batas"), *KegiatanPelatihan.TAHAP],
    )  # fmt: skip
    kelompok = forms.ChoiceField(
        label="Kelompok", required=False, choices=[("", "Semua kelompok"), *Pelatihan.KELOMPOK]
    )
    tahun = forms.IntegerField(label="Tahun", required=False, min_value=2000, max_value=2100)
