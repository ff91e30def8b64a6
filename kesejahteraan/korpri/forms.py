"""Formulir Korpri: kegiatan dan cabangnya, laporan, peserta, capaian, dokumentasi, pengurus, tulisan, edisi."""

from datetime import datetime, time

from django import forms
from django.utils import timezone

from kepegawaian.models import Pegawai
from kesejahteraan.korpri.models import KegiatanKorpri, PengurusKorpri, TulisanKorpri

GAMBAR = {"accept": "image/jpeg,image/png"}
BERKAS = {"accept": "application/pdf,image/jpeg,image/png"}
KAPASITAS_MAKS = 20000
TELEPON = {"inputmode": "numeric", "autocomplete": "off"}


def _tanggal(label, **lain):
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **lain)


def _jam(label, **lain):
    return forms.TimeField(label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"), **lain)


def _teks_panjang(label, maks, baris, **lain):
    return forms.CharField(label=label, max_length=maks, widget=forms.Textarea(attrs={"rows": baris}), **lain)


class FormKegiatan(forms.Form):
    """A kegiatan: what, where, when, for whom, how many; cabang one a line, "Tenis meja | 16"."""

    jenis = forms.ChoiceField(label="Jenis kegiatan", choices=KegiatanKorpri.JENIS)
    nama = forms.CharField(label="Nama kegiatan", max_length=160)
    uraian = _teks_panjang("Uraian", 4000, 5, help_text="Acara, narasumber, yang perlu dibawa. Teks biasa.")
    tempat = forms.CharField(label="Tempat", max_length=160)
    tanggal_mulai = _tanggal("Tanggal mulai")
    jam_mulai = _jam("Jam mulai", initial=time(8))
    tanggal_selesai = _tanggal("Tanggal selesai")
    jam_selesai = _jam("Jam selesai", initial=time(12))
    tutup = _tanggal("Hari terakhir pendaftaran")
    kapasitas = forms.IntegerField(
        label="Banyaknya tempat", min_value=1, max_value=KAPASITAS_MAKS, required=False,
        help_text="Kosongkan bila tidak dibatasi. Pendaftar sesudah penuh menjadi cadangan.",
    )  # fmt: skip
    khusus_pengurus = forms.BooleanField(label="Hanya bagi pengurus Korpri yang menjabat", required=False)
    cabang = forms.CharField(
        label="Cabang lomba", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Bagi minat dan bakat: satu baris satu cabang; batas pesertanya sesudah tanda |, misalnya Tenis meja | 16.",
    )  # fmt: skip

    def clean_cabang(self):
        """[(nama, kapasitas or None)] with different names."""
        hasil = []
        for baris in filter(None, (b.strip() for b in self.cleaned_data["cabang"].splitlines())):
            nama, pemisah, angka = (x.strip() for x in baris.partition("|"))
            if not nama or len(nama) > 80:
                raise forms.ValidationError("Nama cabang 1 sampai 80 huruf.")
            if pemisah and not (angka.isascii() and angka.isdigit() and 0 < int(angka) <= KAPASITAS_MAKS):
                raise forms.ValidationError(f"Batas peserta {nama} harus angka, misalnya {nama} | 16.")
            if nama.lower() in {n.lower() for n, _ in hasil}:
                raise forms.ValidationError(f"Cabang {nama} tertulis dua kali.")
            hasil.append((nama, int(angka) if pemisah else None))
        return hasil

    def clean(self):
        """It ends after it begins, registration closes by its first day, cabang belong to minat dan bakat."""
        isi = super().clean()
        hari = [isi.get(n) for n in ("tanggal_mulai", "jam_mulai", "tanggal_selesai", "jam_selesai")]
        if all(x is not None for x in hari):
            isi["mulai"], isi["selesai"] = (
                timezone.make_aware(datetime.combine(hari[i], hari[i + 1])) for i in (0, 2)
            )
            if isi["selesai"] <= isi["mulai"]:
                self.add_error("tanggal_selesai", "Kegiatan berakhir sebelum mulai; periksa tanggal dan jamnya.")
        if isi.get("tutup") and isi.get("tanggal_mulai") and isi["tutup"] > isi["tanggal_mulai"]:
            self.add_error("tutup", "Pendaftaran ditutup paling lambat pada hari kegiatan mulai.")
        if isi.get("cabang") and isi.get("jenis") != "minat_bakat":
            self.add_error("cabang", "Cabang lomba hanya bagi kegiatan minat dan bakat.")
        return isi

    def hasil(self):
        """(fields of KegiatanKorpri, cabang) as ``kegiatan.simpan`` takes them."""
        medan = ("jenis", "nama", "uraian", "tempat", "mulai", "selesai", "tutup", "kapasitas", "khusus_pengurus")
        return {m: self.cleaned_data[m] for m in medan}, self.cleaned_data["cabang"]

    @staticmethod
    def awal(k):
        """Initial values of an existing kegiatan."""
        mulai, selesai = timezone.localtime(k.mulai), timezone.localtime(k.selesai)
        sama = ("jenis", "nama", "uraian", "tempat", "tutup", "kapasitas", "khusus_pengurus")
        return {m: getattr(k, m) for m in sama} | {
            "tanggal_mulai": mulai.date(), "jam_mulai": mulai.time(), "tanggal_selesai": selesai.date(),
            "jam_selesai": selesai.time(),
            "cabang": "\n".join(f"{c.nama} | {c.kapasitas}" if c.kapasitas else c.nama for c in k.cabang.all()),
        }  # fmt: skip


class FormLaporan(forms.Form):
    """What came of it, in words."""

    hasil = _teks_panjang("Laporan singkat", 4000, 6, help_text="Jalannya acara dan hasilnya; dibaca semua anggota.")


class FormKode(forms.Form):
    """The attendance code shown at the place."""

    kode = forms.RegexField(
        r"^\d{6}$", label="Kode kehadiran", widget=forms.TextInput(attrs=TELEPON | {"maxlength": 6}),
        error_messages={"invalid": "Kode kehadiran enam angka."},
    )  # fmt: skip


class FormDaftar(forms.Form):
    """Registration: the cabang, where the kegiatan has some."""

    cabang = forms.TypedChoiceField(label="Cabang lomba", coerce=int, required=False, empty_value=None)

    def __init__(self, *args, cabang, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["cabang"].choices = [("", "Pilih cabang"), *((c.pk, c.nama) for c in cabang)]
        if not cabang:
            del self.fields["cabang"]
        else:
            self.fields["cabang"].required = True


class _BerNip(forms.Form):
    """Names one active pegawai by NIP."""

    nip = forms.CharField(label="NIP", max_length=25, widget=forms.TextInput(attrs=TELEPON))

    def clean_nip(self):
        """The Pegawai."""
        nip = "".join(self.cleaned_data["nip"].split())
        pegawai = Pegawai.objects.filter(nip=nip, kini__aktif=True).select_related("kini").first()
        if pegawai is None:
            raise forms.ValidationError("Tidak ada pegawai aktif dengan NIP itu.")
        return pegawai


class FormPesertaBaru(FormDaftar, _BerNip):
    """A member whom the office registers."""

    field_order = ("nip", "cabang")


class FormBerkas(forms.Form):
    """A photograph or document of a kegiatan."""

    judul = forms.CharField(
        label="Keterangan", max_length=120, help_text="Apa yang tampak pada foto, atau isi dokumennya."
    )
    berkas = forms.FileField(label="Foto atau dokumen", widget=forms.ClearableFileInput(attrs=BERKAS))


class FormCapaian(forms.Form):
    """Rank and words for each participant of a contest."""

    def __init__(self, *args, peserta, **kwargs):
        super().__init__(*args, **kwargs)
        self.peserta = peserta
        for p in peserta:
            nama = p.pegawai.kini.nama_lengkap
            self.fields[f"r_{p.pk}"] = forms.IntegerField(
                label=f"Peringkat {nama}", min_value=1, max_value=99, required=False, initial=p.peringkat,
                widget=forms.NumberInput(attrs={"class": "form-control form-control-sm"}),
            )  # fmt: skip
            self.fields[f"c_{p.pk}"] = forms.CharField(
                label=f"Capaian {nama}", max_length=120, required=False, initial=p.capaian,
                widget=forms.TextInput(attrs={"class": "form-control form-control-sm", "placeholder": "mis. Juara 1 ganda putra"}),
            )  # fmt: skip

    def baris(self):
        """[(PesertaKorpri, field of the rank, field of the words)]."""
        return [(p, self[f"r_{p.pk}"], self[f"c_{p.pk}"]) for p in self.peserta]

    def hasil(self):
        """{peserta id: (peringkat, capaian)}."""
        isi = self.cleaned_data
        return {p.pk: (isi[f"r_{p.pk}"], isi[f"c_{p.pk}"].strip()) for p in self.peserta}


class FormPengurus(_BerNip):
    """One board member of a unit and the decree that made him so."""

    jabatan = forms.ChoiceField(label="Jabatan pengurus", choices=PengurusKorpri.JABATAN)
    sejak = _tanggal("Mulai menjabat")
    sampai = _tanggal("Sampai", required=False, help_text="Hari terakhir masa bakti; kosongkan bila belum ditentukan.")
    nomor_sk = forms.CharField(label="Nomor SK", max_length=100)
    tanggal_sk = _tanggal("Tanggal SK")

    def clean(self):
        """The term ends after it begins; a decree is not of tomorrow."""
        isi = super().clean()
        if isi.get("sejak") and isi.get("sampai") and isi["sampai"] < isi["sejak"]:
            self.add_error("sampai", "Masa bakti berakhir sebelum mulai.")
        if isi.get("tanggal_sk") and isi["tanggal_sk"] > timezone.localdate():
            self.add_error("tanggal_sk", "Tanggal SK tidak boleh setelah hari ini.")
        return isi

    def hasil(self):
        """Fields of PengurusKorpri."""
        isi = dict(self.cleaned_data)
        return isi | {"pegawai": isi.pop("nip")}


class FormAkhiri(forms.Form):
    """The last day of a term."""

    sampai = _tanggal("Hari terakhir menjabat")


class FormTulisan(forms.Form):
    """An article or an innovation, in plain text."""

    jenis = forms.ChoiceField(label="Jenis", choices=TulisanKorpri.JENIS)
    judul = forms.CharField(label="Judul", max_length=150)
    ringkasan = _teks_panjang("Ringkasan", 300, 2, help_text="Satu atau dua kalimat yang tampil pada daftar.")
    isi = _teks_panjang("Isi", 20000, 14, help_text="Teks biasa. Baris kosong memulai alinea baru.")
    gambar = forms.FileField(
        label="Gambar",
        required=False,
        widget=forms.FileInput(attrs=GAMBAR),
        help_text="JPG atau PNG, boleh tanpa gambar.",
    )
    gambar_uraian = forms.CharField(
        label="Uraian gambar",
        max_length=160,
        required=False,
        help_text="Apa yang tampak, bagi pembaca yang tidak dapat melihatnya.",
    )
    hapus_gambar = forms.BooleanField(label="Buang gambar yang ada", required=False)

    def __init__(self, *args, ada_gambar=False, **kwargs):
        super().__init__(*args, **kwargs)
        if not ada_gambar:
            del self.fields["hapus_gambar"]

    def clean(self):
        """A picture has words beside it."""
        isi = super().clean()
        if isi.get("gambar") and not isi.get("gambar_uraian"):
            self.add_error("gambar_uraian", "Tulis uraian gambarnya.")
        return isi

    @staticmethod
    def awal(t):
        """Initial values of an existing tulisan."""
        return {m: getattr(t, m) for m in ("jenis", "judul", "ringkasan", "isi", "gambar_uraian")}


class FormPutusan(forms.Form):
    """What the editors decide, with a note for the author."""

    keputusan = forms.ChoiceField(
        choices=[("terbit", "Terbitkan"), ("dikembalikan", "Kembalikan"), ("ditarik", "Tarik")]
    )
    catatan = forms.CharField(max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3}))
    versi = forms.IntegerField(widget=forms.HiddenInput)


class FormEdisi(forms.Form):
    """An edition of Abdi Negara out of what is published and in none yet."""

    judul = forms.CharField(label="Judul edisi", max_length=160)
    tanggal = _tanggal("Tanggal edisi")
    tulisan = forms.TypedMultipleChoiceField(label="Tulisan", coerce=int, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args, tulisan, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tulisan"].choices = [(t.pk, f"{t.judul} ({t.penulis.kini.nama_lengkap})") for t in tulisan]
