"""Formulir penghargaan: isian usulan Satyalancana, jawaban Sekretariat Militer Presiden, Keppres, pemilihan, juri."""

from datetime import date

from django import forms
from django.utils import timezone

from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import Pengguna
from kesejahteraan.penghargaan.models import KelayakanSlks, Pemilihan
from layanan.models import Usulan

PIDANA = [("", "Belum dilihat"), ("tidak", "Tidak pernah"), ("ya", "Pernah")]
HASIL_PUSAT = [
    ("diterima", "Diterima; menunggu Keputusan Presiden"),
    ("dikembalikan", "Dikembalikan untuk dilengkapi"),
    ("ditolak", "Ditolak"),
]


def tanggal(label, **kwargs):
    """A date with the browser's own picker."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), **kwargs)


def pindaian(label, *, terima="application/pdf", **kwargs):
    """A scan."""
    return forms.FileField(label=label, widget=forms.ClearableFileInput(attrs={"accept": terima}), **kwargs)


def hari_lalu(nilai, sebutan):
    """Refuses a date that lies ahead."""
    if nilai and nilai > timezone.localdate():
        raise forms.ValidationError(f"{sebutan} tidak boleh setelah hari ini.")
    return nilai


def hari_anugerah(acuan, tahun):
    """The day of the award of a year by the dated setting slks_tanggal."""
    bulan, hari = acuan.setelan("slks_tanggal", date(tahun, 12, 31)).split("-")
    return date(tahun, int(bulan), int(hari))


class SatyalancanaForm(forms.Form):
    """The award asked for: its period, the class, and the statement about criminal sentences."""

    tmt = forms.TypedChoiceField(
        label="Penganugerahan",
        coerce=date.fromisoformat,
        error_messages={"invalid_choice": "Pilih periode penganugerahan."},
    )
    kelas = forms.ChoiceField(label="Kelas", choices=KelayakanSlks.KELAS)
    pidana = forms.ChoiceField(
        label="Pernah dipidana penjara atas tindak pidana yang diancam 5 tahun atau lebih", choices=PIDANA, required=False,
        help_text="Menurut surat pernyataannya.",
    )  # fmt: skip

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tmt"].choices = self._periode(konteks)

    def _periode(self, konteks):
        """The awards of two years from now, and the one the answers name already."""
        if konteks is None:
            return []
        kini = konteks.tanggal
        hari = {hari_anugerah(konteks.acuan, kini.year + n) for n in (-1, 0, 1)}
        for nilai in (self.data.get("tmt"), self.initial.get("tmt")):
            try:
                hari.add(date.fromisoformat(str(nilai)))
            except ValueError:
                continue
        return [(h.isoformat(), tulis_tanggal(h)) for h in sorted(hari)]


class KirimForm(forms.Form):
    """The letter that carried it to the Gubernur and the ministry."""

    nomor_usul = forms.CharField(label="Nomor surat usul", max_length=100)
    tanggal_usul = tanggal("Tanggal surat usul")

    def clean_tanggal_usul(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_usul"], "Tanggal surat usul")


class JawabanForm(forms.Form):
    """The answer of the ministry and the Sekretariat Militer Presiden."""

    hasil = forms.ChoiceField(label="Jawaban", choices=HASIL_PUSAT, widget=forms.RadioSelect)
    catatan = forms.CharField(
        label="Catatan", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Wajib bila dikembalikan atau ditolak.",
    )  # fmt: skip

    def clean(self):
        """What is to be mended, or why not."""
        isi = super().clean()
        if isi.get("hasil") in ("dikembalikan", "ditolak") and not isi.get("catatan"):
            self.add_error("catatan", "Tulis apa yang kurang, atau sebab penolakannya.")
        return isi


class KeppresForm(forms.Form):
    """The Keputusan Presiden and the charter of one person."""

    nomor_sk = forms.CharField(
        label="Nomor Keputusan Presiden", max_length=100, help_text="Misalnya 78/TK/Tahun 2027."
    )
    tanggal_sk = tanggal("Tanggal Keputusan Presiden")
    pejabat = forms.CharField(label="Ditetapkan oleh", max_length=160, initial="Presiden Republik Indonesia")
    nomor_piagam = forms.CharField(label="Nomor piagam", max_length=100)
    berkas = pindaian("Pindaian Keputusan Presiden atau petikannya")

    def clean_tanggal_sk(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_sk"], "Tanggal Keputusan Presiden")


class DaftarKeppresForm(forms.Form):
    """The list of a period; what it would record is shown before anything is."""

    daftar = forms.FileField(
        label="Daftar hasil",
        help_text="Excel atau csv, satu baris tiap pegawai: NIP, HASIL (DITETAPKAN, DIKEMBALIKAN, DITOLAK), NOMOR PIAGAM, "
        "CATATAN, DASAR.",
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv"}),
    )


class RekamKeppresForm(forms.Form):
    """The list as it was shown, with the Keppres all of those DITETAPKAN share and its scan."""

    bawaan = forms.CharField(widget=forms.HiddenInput)
    nomor_sk = forms.CharField(label="Nomor Keputusan Presiden", max_length=100)
    tanggal_sk = tanggal("Tanggal Keputusan Presiden")
    berkas = pindaian("Pindaian Keputusan Presiden", help_text="PDF. Dilampirkan pada riwayat tiap penerima.")

    def __init__(self, *args, ditetapkan=True, **kwargs):
        """``ditetapkan``: the list holds at least one award."""
        super().__init__(*args, **kwargs)
        if not ditetapkan:
            for nama in ("nomor_sk", "tanggal_sk", "berkas"):
                del self.fields[nama]

    def clean_tanggal_sk(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_sk"], "Tanggal Keputusan Presiden")


class SuratForm(forms.Form):
    """The signed letter."""

    berkas = pindaian("Pindaian surat usul yang ditandatangani")


# ── PNS berprestasi ──────────────────────────────────────────────────────────────────────────────────


class CalonForm(forms.Form):
    """Which selection, and why he is proposed."""

    pemilihan = forms.TypedChoiceField(
        label="Pemilihan",
        coerce=int,
        error_messages={"invalid_choice": "Pilih pemilihan yang usulannya sedang dibuka."},
    )
    inovasi = forms.CharField(
        label="Inovasi atau prestasi", max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Apa yang dikerjakan, sejak kapan, dan manfaatnya; paling banyak 2.000 huruf.",
    )  # fmt: skip

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks
        hari = konteks.tanggal if konteks else None
        dipilih = str(self.data.get("pemilihan") or self.initial.get("pemilihan") or "")
        self.semua = {
            p.pk: p
            for p in Pemilihan.objects.exclude(status="draf")
            if (p.status == "dibuka" and hari and p.buka <= hari <= p.tutup)
            or (str(p.pk) == dipilih and self._terdaftar(p))
        }
        self.fields["pemilihan"].choices = [
            (p.pk, f"{p.nama} (usul sampai {tulis_tanggal(p.tutup)})") for p in self.semua.values()
        ] or [("", "Tidak ada pemilihan yang usulannya dibuka")]

    def _terdaftar(self, satu):
        """He was proposed while it was open?"""
        milik = Usulan.objects.filter(
            layanan="pns-berprestasi", pegawai_id=self.konteks.profil.pegawai_id if self.konteks else 0
        )
        return milik.filter(isian__pemilihan__in=[satu.pk, str(satu.pk)]).exclude(status="draf").exists()

    def clean(self):
        """The law looks at him on the day of the interview."""
        isi = super().clean()
        if satu := self.semua.get(isi.get("pemilihan")):
            isi["tmt"] = satu.wawancara
        return isi


class HasilPemilihanForm(forms.Form):
    """The result of one candidate, which says what the jury's scores say."""

    butuh_konteks = True
    HASIL = [("terpilih", "Terpilih"), ("tidak", "Tidak terpilih")]
    hasil = forms.ChoiceField(label="Hasil", choices=HASIL, widget=forms.RadioSelect)

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.peserta = (konteks.lain.get("peserta") or {}) if konteks else {}

    def clean(self):
        """Nothing the ranking does not say."""
        isi = super().clean()
        if not isi.get("hasil"):
            return isi
        if self.peserta.get("peringkat") is None:
            raise forms.ValidationError("Nilai jurinya belum lengkap; hasil ditetapkan pada halaman pemilihannya.")
        boleh = self.peserta["peringkat"] <= self.peserta["kuota"]
        if (isi["hasil"] == "terpilih") is not boleh:
            kata = "terpilih" if boleh else "tidak terpilih"
            raise forms.ValidationError(f"Menurut peringkatnya ({self.peserta['peringkat']}) hasilnya {kata}.")
        isi |= {"nilai": self.peserta["nilai"], "peringkat": str(self.peserta["peringkat"])}
        return isi


class PemilihanForm(forms.ModelForm):
    """One selection: announcement, window, day of the interview."""

    buka, tutup = tanggal("Usul dibuka"), tanggal("Usul ditutup")
    wawancara = tanggal("Hari wawancara")

    class Meta:
        model = Pemilihan
        fields = ("tahun", "nama", "pengumuman", "buka", "tutup", "wawancara", "terpilih")
        labels = {
            "nama": "Nama",
            "tahun": "Tahun",
            "pengumuman": "Isi pengumuman",
            "terpilih": "Banyaknya yang dipilih",
        }

    def clean(self):
        """Opens, closes, then the interview."""
        isi = super().clean()
        buka, tutup, hari = isi.get("buka"), isi.get("tutup"), isi.get("wawancara")
        if buka and tutup and tutup < buka:
            self.add_error("tutup", "Usul ditutup sebelum dibuka.")
        if tutup and hari and hari <= tutup:
            self.add_error("wawancara", "Wawancara sesudah usul ditutup.")
        return isi


class JuriForm(forms.Form):
    """One juror; by NIP he fills in his sheet himself."""

    nama = forms.CharField(label="Nama juri", max_length=160)
    unsur = forms.CharField(label="Jabatan atau instansi", max_length=120)
    nip = forms.CharField(
        label="NIP (bila ASN kabupaten)",
        max_length=18,
        required=False,
        help_text="Dengan NIP ia mengisi nilainya sendiri.",
    )

    def clean(self):
        """The account of the NIP, as ``pengguna``."""
        isi = super().clean()
        isi["pengguna"] = None
        if nip := (isi.get("nip") or "").strip():
            isi["pengguna"] = Pengguna.objects.filter(pegawai__nip=nip, is_active=True).first()
            if isi["pengguna"] is None:
                self.add_error("nip", "Tidak ada akun aktif dengan NIP itu.")
        return isi
