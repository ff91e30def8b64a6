"""Formulir klaim JKK dan JKM dan bantuan hukum: isian usulan dan isian langkah-langkahnya."""

from django import forms
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kesejahteraan.penghargaan.forms import hari_lalu, pindaian, tanggal
from kesejahteraan.perlindungan import manfaat
from kesejahteraan.perlindungan.aturan import LAIN
from layanan.katalog import TIDAK

TERLAMA_BULAN = 60
PERISTIWA = [
    ("tugas", "Kecelakaan dalam menjalankan tugas"),
    ("dinas", "Keadaan lain yang ada hubungannya dengan dinas"),
    ("anasir", "Perbuatan anasir yang tidak bertanggung jawab"),
    ("perjalanan", "Perjalanan dari rumah ke tempat kerja atau sebaliknya"),
    ("pak", "Penyakit akibat kerja"),
]
PENETAPAN = [("ditetapkan", "Ditetapkan"), ("bukan", "Bukan kecelakaan kerja atau tewas")]
JAWABAN = [
    ("disetujui", "Disetujui; menunggu pembayaran"), ("kurang", "Berkas kurang, dikembalikan"), ("ditolak", "Ditolak"),
]  # fmt: skip
PERKARA = [("tun", "Tata usaha negara"), ("perdata", "Perdata"), ("pidana", "Pidana karena tugas")]
YA_TIDAK = [("", "Belum diketahui"), ("ya", "Ya"), ("tidak", "Tidak")]
KEMAJUAN = [("lanjut", "Masih berjalan"), ("putus", "Perkara selesai")]


def rupiah(label, bantuan=""):
    """Whole rupiah, none when empty."""
    return forms.IntegerField(
        label=label, min_value=0, max_value=10_000_000_000, required=False, help_text=bantuan,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )  # fmt: skip


def persen(label, bantuan=""):
    """A percentage."""
    return forms.DecimalField(
        label=label, min_value=0, max_value=100, decimal_places=2, required=False, help_text=bantuan,
        widget=forms.NumberInput(attrs={"class": "lebar-pendek", "inputmode": "decimal", "step": "any"}),
    )  # fmt: skip


def uraian(label, *, maks=1000, **kwargs):
    """Several lines of text."""
    return forms.CharField(label=label, max_length=maks, widget=forms.Textarea(attrs={"rows": 3}), **kwargs)


class _Kejadian(forms.Form):
    """Base: receives the Konteks; the day of the event lies behind us, not too far."""

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean_tmt(self):
        """Not ahead of today, at most five years ago."""
        hari = hari_lalu(self.cleaned_data["tmt"], "Tanggal kejadian")
        if hari < tambah_bulan(timezone.localdate(), -TERLAMA_BULAN):
            raise forms.ValidationError("Kejadian lebih dari lima tahun yang lalu.")
        return hari


class _Klaim(_Kejadian):
    """Who receives it when the participant has died: of his family as recorded, or an heir by letter."""

    penerima = forms.ChoiceField(label="Penerima", required=False, choices=())
    ahli_waris = forms.CharField(
        label="Nama ahli waris lain",
        max_length=160,
        required=False,
        help_text="Bila keluarganya tidak tercatat pada portal.",
    )

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, konteks=konteks, **kwargs)
        keluarga = konteks.profil.tanggungan if konteks else ()
        sebut = {"pasangan": "suami/istri", "anak": "anak", "orang_tua": "orang tua"}
        orang = [(t.anggota, f"{t.nama} ({sebut.get(t.hubungan, t.hubungan)})") for t in keluarga]
        self.fields["penerima"].choices = [("", "—"), *orang, (LAIN, "Ahli waris lain")]


class JkmForm(_Klaim):
    """A death that did not come from work."""

    tmt = tanggal("Tanggal wafat")
    nomor_akta = forms.CharField(label="Nomor akta kematian", max_length=100)
    anak_beasiswa = forms.MultipleChoiceField(
        label="Anak penerima beasiswa", required=False, choices=(), widget=forms.CheckboxSelectMultiple,
        help_text="Paling tinggi 25 tahun, bersekolah, belum kawin, dan belum bekerja.",
    )  # fmt: skip
    field_order = ("tmt", "nomor_akta", "penerima", "ahli_waris", "anak_beasiswa")

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, konteks=konteks, **kwargs)
        if konteks is not None:
            anak = manfaat.anak_beasiswa(konteks.profil.tanggungan, acuan_kini(), konteks.tanggal)
            self.fields["anak_beasiswa"].choices = [
                (t.anggota, f"{t.nama}, lahir {tulis_tanggal(t.tanggal_lahir)}. {kata}")
                for t, jawab, kata in anak
                if jawab != TIDAK
            ]

    def clean_anak_beasiswa(self):
        """Two at most."""
        pilih = self.cleaned_data["anak_beasiswa"]
        batas = acuan_kini().setelan("jkm_beasiswa_anak_maks", timezone.localdate())
        if len(pilih) > batas:
            raise forms.ValidationError(f"Pilih paling banyak {batas} anak.")
        return pilih


class JkkForm(_Klaim):
    """An accident at work: what happened, its report, what it did to him, what it cost."""

    tmt = tanggal("Tanggal kejadian")
    peristiwa = forms.ChoiceField(label="Jenis peristiwa", choices=PERISTIWA)
    tanggal_lapor = tanggal("Tanggal dilaporkan")
    kronologis = uraian("Kronologis kejadian", maks=2000)
    saksi = forms.CharField(
        label="Saksi", max_length=200, required=False, help_text="Nama saksi, dipisahkan titik koma."
    )
    nomor_surat_tugas = forms.CharField(label="Nomor surat tugas", max_length=100, required=False)
    nomor_penetapan = forms.CharField(
        label="Nomor penetapan BKN",
        max_length=100,
        required=False,
        help_text="Bila sudah ada; selainnya direkam pada langkahnya.",
    )
    keadaan = forms.ChoiceField(label="Akibatnya", choices=list(manfaat.KEADAAN.items()))
    persen_tabel = persen(
        "Persentase cacat menurut tabel",
        "Menurut Lampiran PP 70/2015 dan surat dokter; tabelnya belum ada pada portal.",
    )
    persen_fungsi = persen("Persentase penurunan fungsi", "Bagi cacat sebagian fungsi, menurut surat dokter.")
    jenjang_anak = forms.ChoiceField(
        label="Sekolah anak penerima beasiswa", required=False, choices=[("", "Tidak ada"), *manfaat.JENJANG.items()],
        help_text="Bagi yang tewas: satu anak.",
    )  # fmt: skip
    biaya_perawatan = rupiah("Biaya perawatan")
    biaya_darat = rupiah("Biaya pengangkutan darat, sungai, atau danau")
    biaya_laut = rupiah("Biaya pengangkutan laut")
    biaya_udara = rupiah("Biaya pengangkutan udara")
    biaya_gigi = rupiah("Biaya gigi tiruan")
    field_order = ("tmt", "peristiwa", "tanggal_lapor", "kronologis", "saksi", "nomor_surat_tugas", "nomor_penetapan", "keadaan",
                   "persen_tabel", "persen_fungsi", "penerima", "ahli_waris", "jenjang_anak")  # fmt: skip

    def clean_tanggal_lapor(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_lapor"], "Tanggal laporan")

    def clean(self):
        """A disability needs its percentage."""
        isi = super().clean()
        perlu = {manfaat.ANATOMIS: ("persen_tabel",), manfaat.FUNGSI: ("persen_tabel", "persen_fungsi")}
        for nama in perlu.get(isi.get("keadaan"), ()):
            if not isi.get(nama) and nama not in self.errors:
                self.add_error(nama, f"{self.fields[nama].label} belum diisi.")
        for nama in ("persen_tabel", "persen_fungsi"):  # answers are kept as JSON, which knows no decimals
            isi[nama] = "" if isi.get(nama) is None else str(isi[nama])
        return isi


class PenetapanForm(forms.Form):
    """What BKN determined."""

    hasil = forms.ChoiceField(label="Penetapan BKN", choices=PENETAPAN, widget=forms.RadioSelect)
    nomor_penetapan = forms.CharField(label="Nomor penetapan", max_length=100)
    tanggal_penetapan = tanggal("Tanggal penetapan")

    def clean_tanggal_penetapan(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_penetapan"], "Tanggal penetapan")


class JawabanTaspenForm(forms.Form):
    """The answer of PT Taspen."""

    hasil = forms.ChoiceField(label="Jawaban PT Taspen", choices=JAWABAN, widget=forms.RadioSelect)
    catatan = forms.CharField(
        label="Catatan", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Wajib bila kurang atau ditolak.",
    )  # fmt: skip

    def clean(self):
        """What is to be mended, or why not."""
        isi = super().clean()
        if isi.get("hasil") in ("kurang", "ditolak") and not isi.get("catatan"):
            self.add_error("catatan", "Tulis apa yang kurang, atau sebab penolakannya.")
        return isi


class BayarForm(forms.Form):
    """What was paid, when, on which proof."""

    nomor_sk = forms.CharField(label="Nomor bukti pembayaran", max_length=100)
    tanggal_sk = tanggal("Tanggal bayar")
    pejabat = forms.CharField(label="Dibayar oleh", max_length=160, initial="PT Taspen (Persero)")
    nilai = forms.IntegerField(
        label="Jumlah yang dibayar",
        min_value=1,
        max_value=10_000_000_000,
        widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
    )
    berkas = pindaian("Pindaian bukti pembayaran")

    def clean_tanggal_sk(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_sk"], "Tanggal bayar")

    def clean(self):
        """The naskah dates from the payment; the riwayat row from the event (``Klaim.terapkan``)."""
        isi = super().clean()
        if isi.get("tanggal_sk"):
            isi["tmt_sk"] = isi["tanggal_sk"]
        return isi


# ── bantuan hukum ────────────────────────────────────────────────────────────────────────────────────


class BantuanHukumForm(_Kejadian):
    """What the case is, and how it comes from his duties."""

    tmt = tanggal("Tanggal peristiwa")
    jenis_perkara = forms.ChoiceField(label="Jenis perkara", choices=PERKARA)
    karena_tugas = forms.ChoiceField(label="Perkara timbul dari pelaksanaan tugas", choices=YA_TIDAK, required=False)
    kaitan_tugas = uraian("Kaitannya dengan tugas jabatan")
    uraian = uraian("Uraian perkara", maks=3000)
    nomor_perkara = forms.CharField(label="Nomor perkara atau laporan", max_length=100, required=False)
    lawan = forms.CharField(label="Pihak lawan atau instansi yang memeriksa", max_length=200, required=False)


class PendampingForm(forms.Form):
    """Who accompanies him."""

    pendamping = forms.ChoiceField(label="Pendamping", choices=())
    nama_pendamping = forms.CharField(label="Nama pendamping", max_length=200)
    nomor_surat = forms.CharField(label="Nomor surat penunjukan", max_length=100)
    tanggal_surat = tanggal("Tanggal surat penunjukan")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        nama = acuan_kini().setelan("bantuan_hukum_pendamping", timezone.localdate())
        self.fields["pendamping"].choices = [(n, n) for n in nama]

    def clean_tanggal_surat(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_surat"], "Tanggal surat penunjukan")


class PerkembanganForm(forms.Form):
    """Where the case stands."""

    hasil = forms.ChoiceField(label="Keadaan", choices=KEMAJUAN, widget=forms.RadioSelect)
    tahap = forms.CharField(
        label="Tahap perkara", max_length=120, help_text="Misalnya mediasi, sidang pertama, putusan, banding."
    )
    tanggal = tanggal("Tanggal")
    nomor_perkara = forms.CharField(label="Nomor perkara", max_length=100, required=False)
    catatan = uraian("Perkembangan", maks=400)

    def clean_tanggal(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal"], "Tanggal")
