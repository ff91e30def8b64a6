"""Formulir ujian dinas dan ujian penyesuaian ijazah: pendaftaran, hasil seorang, pelaksanaan, lembar nilai."""

from django import forms

from kepangkatan.forms_khusus import kolom_tanggal, pilihan_eselon
from kepangkatan.models import Ujian
from kepegawaian.aturan import tulis_tanggal

HASIL = [("lulus", "Lulus"), ("tidak_lulus", "Tidak lulus; boleh mengikuti ujian berikutnya")]


class DaftarUjianForm(forms.Form):
    """Which exam; only those of the kind whose registration is open, and the one chosen already."""

    ujian = forms.TypedChoiceField(label="Pelaksanaan ujian", coerce=int)
    jenis = ("UD1", "UD2")

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks
        hari = konteks.tanggal if konteks else None
        dipilih = str(self.data.get("ujian") or self.initial.get("ujian") or "")
        self.semua = {
            u.pk: u
            for u in Ujian.objects.filter(jenis__in=self.jenis).exclude(status="draf")
            if str(u.pk) == dipilih or (u.status == "diumumkan" and hari and u.buka <= hari <= u.tutup)
        }
        self.fields["ujian"].choices = [
            (u.pk, f"{u.nama}, {tulis_tanggal(u.tanggal)} (pendaftaran sampai {tulis_tanggal(u.tutup)})")
            for u in self.semua.values()
        ] or [("", "Tidak ada ujian yang pendaftarannya dibuka")]

    def clean(self):
        """The law looks at him on the day of the exam."""
        isi = super().clean()
        if satu := self.semua.get(isi.get("ujian")):
            isi["tmt"] = satu.tanggal
        return isi


class DaftarUpkpForm(DaftarUjianForm):
    """As above, with the task description that fits the diploma."""

    jenis = ("UPKP",)
    nomor_uraian = forms.CharField(label="Nomor uraian tugas", max_length=100)
    eselon_uraian = forms.ChoiceField(label="Eselon penanda tangan uraian tugas", choices=pilihan_eselon)


class HasilUjianForm(forms.Form):
    """The result of one peserta."""

    hasil = forms.ChoiceField(label="Hasil ujian", choices=HASIL, widget=forms.RadioSelect)
    nilai = forms.DecimalField(label="Nilai akhir", min_value=0, max_value=100, decimal_places=2)

    def clean_nilai(self):
        """As the decree prints it, ``78.50``: answers of a step are texts."""
        return f"{self.cleaned_data['nilai']:.2f}"


class UjianForm(forms.ModelForm):
    """One exam: kind, announcement, window, day, and its rooms, one a line (``Aula|40``)."""

    ruang_teks = forms.CharField(
        label="Ruang dan kapasitasnya", widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu ruang satu baris: nama, garis tegak, banyaknya kursi. Misalnya Aula BKPSDM|40.",
    )  # fmt: skip
    buka, tutup = kolom_tanggal("Pendaftaran dibuka"), kolom_tanggal("Pendaftaran ditutup")
    tanggal = kolom_tanggal("Hari ujian")

    class Meta:
        model = Ujian
        fields = ("jenis", "nama", "pengumuman", "buka", "tutup", "tanggal", "tempat")
        labels = {"jenis": "Jenis ujian", "nama": "Nama", "pengumuman": "Isi pengumuman", "tempat": "Tempat"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ruang_teks"].initial = "\n".join(f"{r['nama']}|{r['kapasitas']}" for r in self.instance.ruang)

    def clean_ruang_teks(self):
        """Becomes ``instance.ruang``."""
        ruang = []
        for baris in filter(None, map(str.strip, self.cleaned_data["ruang_teks"].splitlines())):
            nama, _, kursi = baris.partition("|")
            if not nama.strip() or not kursi.strip().isdigit() or not 0 < int(kursi) <= 1000:
                raise forms.ValidationError(f"Baris “{baris[:60]}” ditulis seperti Aula BKPSDM|40.")
            ruang.append({"nama": nama.strip()[:80], "kapasitas": int(kursi)})
        if len({r["nama"] for r in ruang}) < len(ruang):
            raise forms.ValidationError("Dua ruang bernama sama.")
        self.instance.ruang = ruang
        return ruang

    def clean(self):
        """Opens, closes, then the exam."""
        isi = super().clean()
        buka, tutup, tanggal = isi.get("buka"), isi.get("tutup"), isi.get("tanggal")
        if buka and tutup and tutup < buka:
            self.add_error("tutup", "Pendaftaran ditutup sebelum dibuka.")
        if tutup and tanggal and tanggal <= tutup:
            self.add_error("tanggal", "Hari ujian sesudah pendaftaran ditutup.")
        return isi


class LembarNilaiForm(forms.Form):
    """The sheet of scores as downloaded, filled in."""

    lembar = forms.FileField(label="Lembar nilai", widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}))
