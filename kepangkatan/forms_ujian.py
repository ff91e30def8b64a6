"""Formulir ujian dinas dan ujian penyesuaian ijazah: pendaftaran, hasil seorang, pelaksanaan, lembar nilai."""

from django import forms
from django.utils import timezone

from kepangkatan.forms_khusus import kolom_tanggal, pilihan_eselon
from kepangkatan.models import PesertaUjian, Ujian
from kepegawaian.aturan import tulis_tanggal
from layanan.models import Usulan

TIDAK_HADIR = "tidak_hadir"
HASIL = [
    ("lulus", "Lulus"), ("tidak_lulus", "Tidak lulus; boleh mengikuti ujian berikutnya"),
    (TIDAK_HADIR, "Tidak hadir; boleh mengikuti ujian berikutnya"),
]  # fmt: skip


class DaftarUjianForm(forms.Form):
    """Which exam: those of the kind whose registration is open, and the one a sent registration names.

    A draft that was not sent while registration ran is late.
    """

    ujian = forms.TypedChoiceField(
        label="Pelaksanaan ujian", coerce=int,
        error_messages={"invalid_choice": "Pilih ujian yang pendaftarannya sedang dibuka."},
    )  # fmt: skip
    jenis = ("UD1", "UD2")

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks
        hari = konteks.tanggal if konteks else None
        dipilih = str(self.data.get("ujian") or self.initial.get("ujian") or "")
        self.semua = {
            u.pk: u
            for u in Ujian.objects.filter(jenis__in=self.jenis).exclude(status="draf")
            if _terbuka(u, hari) or (str(u.pk) == dipilih and self._terdaftar(u))
        }
        self.fields["ujian"].choices = [
            (u.pk, f"{u.nama}, {tulis_tanggal(u.tanggal)} (pendaftaran sampai {tulis_tanggal(u.tutup)})")
            for u in self.semua.values()
        ] or [("", "Tidak ada ujian yang pendaftarannya dibuka")]

    def _terdaftar(self, satu):
        """He sent his registration for this exam while it was open?"""
        milik = Usulan.objects.filter(pegawai_id=self.konteks.profil.pegawai_id if self.konteks else 0)
        return milik.filter(isian__ujian__in=[satu.pk, str(satu.pk)]).exclude(status="draf").exists()

    def clean(self):
        """The law looks at him on the day of the exam."""
        isi = super().clean()
        if satu := self.semua.get(isi.get("ujian")):
            isi["tmt"] = satu.tanggal
        return isi


def _terbuka(satu, hari):
    """Registration for the Ujian runs on this day."""
    return satu.status in ("diumumkan", "selesai", "ditutup") and bool(hari) and satu.buka <= hari <= satu.tutup


class DaftarUpkpForm(DaftarUjianForm):
    """As above, with the task description that fits the diploma."""

    jenis = ("UPKP",)
    nomor_uraian = forms.CharField(label="Nomor uraian tugas", max_length=100)
    eselon_uraian = forms.ChoiceField(label="Eselon penanda tangan uraian tugas", choices=pilihan_eselon)


class HasilUjianForm(forms.Form):
    """The result of one peserta, which says what his scores say; who has no seat was not there."""

    butuh_konteks = True
    hasil = forms.ChoiceField(label="Hasil ujian", choices=HASIL, widget=forms.RadioSelect)
    nilai = forms.DecimalField(
        label="Nilai akhir", min_value=0, max_value=100, decimal_places=2, required=False,
        help_text="Menurut daftar nilai ujiannya; kosong bagi yang tidak hadir.",
    )  # fmt: skip

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.ujian = self.peserta = None
        if konteks is not None and (satu := konteks.lain.get("ujian")):
            self.ujian = Ujian.objects.filter(pk=satu["id"]).first()
            self.peserta = PesertaUjian.objects.filter(
                ujian_id=satu["id"], pegawai_id=konteks.profil.pegawai_id, usulan__status="diproses"
            ).first()
            self.batas = konteks.acuan.setelan("ujian_nilai_lulus", konteks.tanggal)
        if self.peserta is not None and self.peserta.nilai_akhir is not None:
            self.fields["nilai"].initial = self.peserta.nilai_akhir

    def clean(self):
        """Nothing before the day of the exam, and nothing the list of scores does not say."""
        isi = super().clean()
        if self.errors:
            return isi
        if sebab := self._sebab(isi["hasil"], isi.get("nilai")):
            raise forms.ValidationError(sebab)
        nilai = None if isi["hasil"] == TIDAK_HADIR else isi["nilai"]
        isi["nilai"] = "" if nilai is None else f"{nilai:.2f}"  # as the decree prints it; answers of a step are texts
        return isi

    def _sebab(self, hasil, nilai):
        """Why this result cannot be recorded, or None."""
        if self.ujian is None:
            return "Pelaksanaan ujiannya tidak ditemukan."
        if timezone.localdate() < self.ujian.tanggal:
            return f"Ujiannya baru {tulis_tanggal(self.ujian.tanggal)}; hasil direkam sesudahnya."
        p = self.peserta
        if hasil == TIDAK_HADIR:
            return "Menurut daftar nilai ia hadir; ubah dulu daftar nilainya." if p is not None and p.hadir else None
        if p is None:
            return "Ia tidak mendapat nomor dan kursi pada ujian ini; hasilnya tidak hadir."
        if not p.hadir:
            return "Menurut daftar nilai ia tidak hadir."
        if p.nilai_akhir is None:
            return "Nilainya belum lengkap pada daftar nilai ujian."
        if nilai != p.nilai_akhir:
            return f"Nilai akhir menurut daftar nilai {str(p.nilai_akhir).replace('.', ',')}."
        if (hasil == "lulus") != (p.nilai_akhir >= self.batas):
            return f"Nilai lulus {self.batas}; dengan nilai itu hasilnya {'lulus' if hasil != 'lulus' else 'tidak lulus'}."
        return None


class UjianForm(forms.ModelForm):
    """One exam: kind, announcement, window, day, and its rooms, one a line (``Aula|40``)."""

    ruang_teks = forms.CharField(
        label="Ruang dan kapasitasnya", widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Satu ruang (atau satu sesi) satu baris: nama, garis tegak, banyaknya kursi. Misalnya CAT 1 sesi pagi|40.",
    )  # fmt: skip
    buka, tutup = kolom_tanggal("Pendaftaran dibuka"), kolom_tanggal("Pendaftaran ditutup")
    tanggal = kolom_tanggal("Hari ujian")

    class Meta:
        model = Ujian
        fields = ("jenis", "nama", "pengumuman", "buka", "tutup", "tanggal", "tempat")
        labels = {"jenis": "Jenis ujian", "nama": "Nama", "pengumuman": "Isi pengumuman", "tempat": "Tempat"}

    def __init__(self, *args, terdaftar=0, terisi=(), **kwargs):
        """``terdaftar``: registrations there are; ``terisi``: {room: highest chair taken}."""
        super().__init__(*args, **kwargs)
        self.terisi = dict(terisi)
        if self.instance.status == "ditutup":
            tetap = ("jenis", "nama", "buka", "tutup", "tanggal")
        else:
            tetap = ("jenis", "tanggal") if terdaftar else ()
        for medan in tetap:
            self.fields[medan].disabled = True
            self.fields[medan].help_text = "Tetap, karena sudah ada yang mendaftar."
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
        kursi = {r["nama"]: r["kapasitas"] for r in ruang}
        if kurang := [n for n, k in self.terisi.items() if kursi.get(n, 0) < k]:
            raise forms.ValidationError(f"Ruang {', '.join(kurang)} sudah diduduki; kursinya tidak dapat dikurangi.")
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
