"""Formulir tugas belajar: isian layanan, laporan semester, rencana kebutuhan, pencatatan dari kertas, pemutusan ikatan."""

from django import forms
from django.utils import timezone

from diklat.models import LaporanSemester, RencanaTugasBelajar, TugasBelajar
from diklat.tugas_belajar import aturan, fakta
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.filters import PilihRingkas

AKREDITASI = [(a, a) for a in ("Unggul", "Baik Sekali", "Baik", "A", "B", "C", "Belum terakreditasi")]
HASIL_SELESAI = (
    ("lulus", "Selesai dan lulus"),
    ("berhenti", "Dihentikan: gagal, mengundurkan diri, atau melanggar ketentuan"),
)
BERKAS = forms.ClearableFileInput(attrs={"accept": "application/pdf,image/jpeg,image/png"})


def tanggal(label, **kwargs):
    """A date with the browser's own picker."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)


def rupiah(label, **kwargs):
    """Whole rupiah, 0 or more."""
    return forms.IntegerField(label=label, min_value=0, max_value=10**12,
                              widget=forms.NumberInput(attrs={"inputmode": "numeric"}), **kwargs)  # fmt: skip


class _Berkonteks(forms.Form):
    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    @property
    def kini(self):
        """The day the form is judged by."""
        return self.konteks.tanggal if self.konteks else timezone.localdate()


class TugasBelajarForm(_Berkonteks):
    """What is asked of a tugas belajar."""

    cara = forms.ChoiceField(label="Cara menjalani", choices=aturan.CARA, widget=forms.RadioSelect)
    jenjang = forms.ChoiceField(label="Jenjang", choices=aturan.JENJANG)
    prodi = forms.CharField(label="Program studi", max_length=160)
    sekolah = forms.CharField(label="Perguruan tinggi", max_length=200)
    luar_negeri = forms.BooleanField(label="Di luar negeri", required=False)
    akreditasi = forms.ChoiceField(label="Akreditasi program studi", choices=[("", "Pilih"), *AKREDITASI], required=False,
                                   help_text="Wajib bagi perguruan tinggi dalam negeri.")  # fmt: skip
    rencana = forms.ChoiceField(label="Menurut rencana kebutuhan", required=False, widget=PilihRingkas,
                                help_text="Baris rencana kebutuhan tugas belajar BKD yang dipenuhi.")  # fmt: skip
    tmt = tanggal("Mulai tanggal")
    sampai = tanggal("Sampai dengan tanggal")
    biaya = forms.ChoiceField(label="Biaya", choices=aturan.BIAYA)
    sponsor = forms.CharField(label="Pemberi beasiswa atau sponsor", max_length=160, required=False)
    jumlah_biaya = rupiah("Biaya seluruhnya, rupiah", required=False,
                          help_text="Yang ditanggung negara atau sponsor; dipakai menghitung ganti rugi.")  # fmt: skip
    jabatan_selama = forms.ChoiceField(
        label="Jabatan selama dibebaskan", required=False, widget=PilihRingkas,
        help_text="Wajib bagi yang melepas jabatan struktural atau fungsional: jabatan pelaksana pada unitnya.",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["jabatan_selama"].choices = fakta.pelaksana("Tetap pada jabatannya")
        p = self.konteks.profil if self.konteks else None
        tahun = {self.kini.year, self.kini.year + 1}
        daftar = [r for t in sorted(tahun) for r in fakta.rencana_berlaku(t, p.opd_id if p else None)]
        self.fields["rencana"].choices = [("", "Tidak ada dalam rencana"), *((str(r.pk), str(r)) for r in daftar)]

    def clean(self):
        """Dates in order, accreditation at home, a sponsor named, and a post for who gives one up."""
        isi = super().clean()
        mulai, sampai = isi.get("tmt"), isi.get("sampai")
        if mulai and not tambah_bulan(timezone.localdate(), -24) <= mulai <= tambah_bulan(timezone.localdate(), 18):
            self.add_error("tmt", "Tanggal mulai terlalu jauh dari hari ini.")
        if mulai and sampai and sampai <= mulai:
            self.add_error("sampai", "Tanggal akhir harus sesudah tanggal mulai.")
        if not isi.get("luar_negeri") and not isi.get("akreditasi"):
            self.add_error("akreditasi", "Pilih akreditasi program studinya.")
        if isi.get("biaya") in ("sponsor", "apbn") and not isi.get("sponsor"):
            self.add_error("sponsor", "Sebut pemberi beasiswa atau sponsornya.")
        p = self.konteks.profil if self.konteks else None
        lepas = (
            isi.get("cara") == aturan.DIBEBASKAN and p is not None and p.jenis_jabatan in ("struktural", "fungsional")
        )
        if lepas and not isi.get("jabatan_selama"):
            self.add_error("jabatan_selama", "Jabatannya dilepas selama tugas belajar; pilih jabatan pelaksana.")
        return isi


class PerpanjanganForm(_Berkonteks):
    """Until when the study goes on, and why; it begins the day after the present end."""

    tmt = tanggal("Perpanjangan mulai tanggal", help_text="Sehari sesudah masa tugas belajarnya berakhir.")
    sampai = tanggal("Sampai dengan tanggal")
    alasan = forms.CharField(label="Alasan", max_length=300, widget=forms.Textarea(attrs={"rows": 2}))

    def clean(self):
        """It joins the period that runs."""
        isi = super().clean()
        mulai, sampai = isi.get("tmt"), isi.get("sampai")
        if mulai and sampai and sampai <= mulai:
            self.add_error("sampai", "Tanggal akhir harus sesudah tanggal mulai.")
        p = self.konteks.profil if self.konteks else None
        tubel = p is not None and fakta.berjalan(p.pegawai_id, fakta.BELAJAR)
        if tubel and mulai and (mulai - tubel["sampai"]).days != 1:
            self.add_error(
                "tmt", f"Masa yang berjalan berakhir {tulis_tanggal(tubel['sampai'])}; mulai sehari sesudahnya."
            )
        return isi


class SelesaiForm(_Berkonteks):
    """How it ended, and from when he works again."""

    hasil = forms.ChoiceField(label="Hasil", choices=HASIL_SELESAI, widget=forms.RadioSelect)
    selesai = tanggal(
        "Hari terakhir belajar", help_text="Yang lulus: tanggal kelulusan pada ijazah atau surat keterangan lulus."
    )
    tmt = tanggal("Aktif kembali terhitung mulai tanggal")
    ipk = forms.FloatField(label="IPK akhir", min_value=0, max_value=4, required=False)
    biaya_diterima = rupiah("Biaya yang sudah diterima, rupiah", required=False,
                            help_text="Wajib bila dihentikan dan biayanya bukan biaya sendiri.")  # fmt: skip
    alasan = forms.CharField(
        label="Alasan penghentian", max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def clean(self):
        """Back only after the study; a stop has its reason."""
        isi = super().clean()
        if isi.get("selesai") and isi.get("tmt") and isi["tmt"] <= isi["selesai"]:
            self.add_error("tmt", "Aktif kembali sesudah hari terakhir belajar.")
        if isi.get("selesai") and isi["selesai"] > timezone.localdate():
            self.add_error("selesai", "Hari terakhir belajar belum tiba.")
        if isi.get("hasil") == "berhenti" and not isi.get("alasan"):
            self.add_error("alasan", "Tulis alasan penghentiannya.")
        return isi


class HasilSeleksiForm(forms.Form):
    """The answer of the selection committee."""

    hasil = forms.ChoiceField(label="Hasil seleksi", widget=forms.RadioSelect,
                              choices=(("lulus", "Direkomendasikan"), ("tidak", "Tidak direkomendasikan")))  # fmt: skip
    nomor_berita_acara = forms.CharField(label="Nomor berita acara seleksi", max_length=100)
    tanggal_berita_acara = tanggal("Tanggal berita acara")
    nilai = forms.FloatField(label="Nilai seleksi", min_value=0, max_value=100, required=False)
    catatan = forms.CharField(
        label="Catatan tim", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    berkas = forms.FileField(label="Pindaian berita acara", widget=BERKAS, help_text="PDF, JPG, atau PNG.")

    def clean_tanggal_berita_acara(self):
        """Not ahead of today."""
        hari = self.cleaned_data["tanggal_berita_acara"]
        if hari > timezone.localdate():
            raise forms.ValidationError("Tanggal berita acara belum tiba.")
        return hari


# ── pages ────────────────────────────────────────────────────────────────────────────────────────────


class LaporanForm(forms.ModelForm):
    """A semester's report with its KHS."""

    berkas = forms.FileField(
        label="KHS atau transkrip semester ini", widget=BERKAS, help_text="PDF, JPG, atau PNG; foto yang jelas cukup."
    )

    class Meta:
        model = LaporanSemester
        fields = ("ip", "ipk", "sks", "catatan")
        widgets = {"catatan": forms.Textarea(attrs={"rows": 2})}

    field_order = ("ip", "ipk", "sks", "berkas", "catatan")

    def clean_ip(self):
        """On the scale of 4."""
        return _empat(self.cleaned_data["ip"])

    def clean_ipk(self):
        """As above."""
        return _empat(self.cleaned_data["ipk"])


def _empat(nilai):
    if not 0 <= nilai <= 4:
        raise forms.ValidationError("Skala 0 sampai 4.")
    return nilai


class RencanaForm(forms.ModelForm):
    """One row of the need plan."""

    class Meta:
        model = RencanaTugasBelajar
        fields = ("tahun", "jenjang", "prodi", "opd", "jumlah", "keterangan")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        unit = sorted(((u.id, u.nama) for u in acuan_kini().unit.values() if u.jenis == "opd"), key=lambda u: u[1])
        self.fields["opd"] = forms.TypedChoiceField(
            label="Perangkat daerah", required=False, coerce=int, empty_value=None, widget=PilihRingkas,
            choices=[("", "Semua perangkat daerah"), *unit],
        )  # fmt: skip

    def clean_opd(self):
        """The unit itself."""
        kode = self.cleaned_data["opd"]
        return None if kode is None else RencanaTugasBelajar._meta.get_field("opd").related_model(pk=kode)

    def clean_tahun(self):
        """Within reach of a plan."""
        tahun, kini = self.cleaned_data["tahun"], timezone.localdate().year
        if not kini - 1 <= tahun <= kini + 5:
            raise forms.ValidationError(f"Tahun {kini - 1} sampai {kini + 5}.")
        return tahun


class CatatForm(forms.ModelForm):
    """A tugas belajar whose SK is older than the portal."""

    class Meta:
        model = TugasBelajar
        fields = ("nomor_sk", "cara", "biaya", "sponsor", "jumlah_biaya", "jenjang", "prodi", "sekolah", "luar_negeri",
                  "mulai", "sampai")  # fmt: skip
        widgets = {k: forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d") for k in ("mulai", "sampai")}
        labels = {"nomor_sk": "Nomor SK", "prodi": "Program studi", "sekolah": "Perguruan tinggi", "luar_negeri": "Di luar negeri",
                  "jumlah_biaya": "Biaya seluruhnya, rupiah", "sampai": "Sampai dengan"}  # fmt: skip

    def clean(self):
        """Dates in order."""
        isi = super().clean()
        if isi.get("mulai") and isi.get("sampai") and isi["sampai"] <= isi["mulai"]:
            self.add_error("sampai", "Tanggal akhir harus sesudah tanggal mulai.")
        return isi


class PutusForm(forms.Form):
    """The bond is broken: when, why, and what is to be repaid."""

    tanggal = tanggal("Ikatan dinas diputus tanggal")
    sebab = forms.CharField(
        label="Sebab", max_length=300, help_text="Misalnya pemberhentian atas permintaan sendiri, nomor SK-nya."
    )
    ganti_rugi = rupiah("Yang harus dikembalikan, rupiah")
    versi = forms.IntegerField(widget=forms.HiddenInput)


class LunasForm(forms.Form):
    """The repayment is settled."""

    tanggal = tanggal("Lunas tanggal")
    versi = forms.IntegerField(widget=forms.HiddenInput)


class PeriksaForm(forms.Form):
    """Accept a report, or send it back with a reason."""

    hasil = forms.ChoiceField(choices=(("diterima", "Terima"), ("dikembalikan", "Kembalikan")))
    alasan = forms.CharField(label="Apa yang harus diperbaiki", max_length=300, required=False)

    def clean(self):
        """A return has its reason."""
        isi = super().clean()
        if isi.get("hasil") == "dikembalikan" and not isi.get("alasan"):
            self.add_error("alasan", "Tulis apa yang harus diperbaiki.")
        return isi


class SaringTugasBelajar(forms.Form):
    """The list by name, OPD and kind."""

    tampil = forms.CharField(required=False, widget=forms.HiddenInput)
    q = forms.CharField(
        label="Nama atau NIP",
        required=False,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": "Nama atau NIP"}),
    )
    opd = forms.ChoiceField(label="OPD", required=False, widget=PilihRingkas)
    cara = forms.ChoiceField(
        label="Cara", required=False, choices=[("", "Semua cara"), *aturan.CARA], widget=PilihRingkas
    )

    def __init__(self, *args, opd=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opd"].choices = [("", "Semua OPD"), *opd]
