"""Formulir perkawinan dan perceraian: isian usulan, dan isian langkah-langkahnya."""

from django import forms
from django.utils import timezone

from kesejahteraan.perkawinan import aturan, pembagian

YA_TIDAK = [("", "Belum diperiksa"), ("ya", "Ada"), ("tidak", "Tidak ada")]
HADIR = [
    ("keduanya", "Suami dan istri"), ("pemohon", "Hanya pemohon"), ("pasangan", "Hanya pasangannya"),
    ("tidak", "Keduanya tidak hadir"),
]  # fmt: skip


def tanggal(label, **kwargs):
    """A date with the browser's own picker, ISO also when it comes from the initial values."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs)


def banyak(label, pilihan, **kwargs):
    """Several of a list, as boxes."""
    return forms.MultipleChoiceField(
        label=label, choices=[(p[0], p[1]) for p in pilihan], widget=forms.CheckboxSelectMultiple, **kwargs
    )


def uraian(label, maks=600, **kwargs):
    """A few lines of text."""
    return forms.CharField(label=label, max_length=maks, widget=forms.Textarea(attrs={"rows": 3}), **kwargs)


def sudah_lewat(nilai, sebutan="Tanggal itu"):
    """Refuses a day that has not come."""
    if nilai and nilai > timezone.localdate():
        raise forms.ValidationError(f"{sebutan} belum tiba.")
    return nilai


class FormIsian(forms.Form):
    """Base: receives the Konteks and offers the spouses of the family record."""

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks
        orang = aturan.pasangan_hidup(konteks.profil) if konteks else ()
        if "anggota" in self.fields:
            pilihan = {t.anggota: t.nama for t in orang}
            if terpilih := (self.data or {}).get("anggota"):  # recorded as divorced by this very usulan
                pilihan.setdefault(terpilih, terpilih)
            self.fields["anggota"].choices = [("", "Pilih"), *pilihan.items()]


def pilih_pasangan(label="Suami/istri"):
    """One of the spouses that are recorded."""
    return forms.ChoiceField(
        label=label, required=False, help_text="Dari riwayat keluarga; bila belum ada, laporkan dahulu perkawinannya."
    )


class LaporKawinForm(FormIsian):
    """The wedding and who was married."""

    nama_pasangan = forms.CharField(label="Nama suami/istri", max_length=160)
    lahir_pasangan = tanggal("Tanggal lahir suami/istri")
    pekerjaan = forms.CharField(label="Pekerjaan suami/istri", max_length=100, required=False)
    nip_pasangan = forms.CharField(
        label="NIP suami/istri", max_length=22, required=False, help_text="Bila ia juga ASN."
    )
    sebelum = forms.ChoiceField(
        label="Keadaan sebelum perkawinan ini",
        choices=[("belum", "Belum kawin"), ("cerai", "Janda/duda karena cerai"), ("mati", "Janda/duda karena kematian"),
                 ("beristri", "Masih beristri (izin beristri lebih dari seorang)")],
    )  # fmt: skip
    istri_kedua = forms.BooleanField(label="Saya menjadi istri kedua, ketiga, atau keempat", required=False)
    nomor_izin = forms.CharField(
        label="Nomor izin beristri lebih dari seorang", max_length=100, required=False,
        help_text="Diisi hanya bila izinnya tidak terbit dari portal ini.",
    )  # fmt: skip
    tanggal_akad = tanggal("Tanggal akad nikah")
    nomor_akta = forms.CharField(label="Nomor akta atau buku nikah", max_length=100)
    tanggal_akta = tanggal("Tanggal akta")
    penerbit = forms.CharField(label="Penerbit akta", max_length=160, help_text="KUA kecamatan, atau Dinas Dukcapil.")

    def clean_tanggal_akta(self):
        """Not ahead of today."""
        return sudah_lewat(self.cleaned_data["tanggal_akta"], "Tanggal akta")

    def clean_nip_pasangan(self):
        """Digits only."""
        nip = "".join(self.cleaned_data["nip_pasangan"].split())
        if nip and not (nip.isdigit() and len(nip) == 18):
            raise forms.ValidationError("NIP terdiri atas 18 angka.")
        return nip


class IzinBeristriForm(FormIsian):
    """The wish, its reasons, and the proofs of PP 10/1983 Pasal 10."""

    calon = forms.CharField(label="Nama calon istri", max_length=160)
    alternatif = banyak("Syarat alternatif (sekurang-kurangnya satu)", aturan.ALTERNATIF, required=False)
    bukti_alternatif = forms.CharField(
        label="Bukti syarat alternatif", max_length=200, required=False,
        help_text="Nomor dan tanggal surat dokter pemerintah, atau surat pernyataannya.",
    )  # fmt: skip
    persetujuan_istri = forms.ChoiceField(
        label="Persetujuan tertulis istri bermeterai", choices=YA_TIDAK, required=False
    )
    penghasilan = forms.ChoiceField(
        label="Penghasilan cukup, dengan bukti pajak penghasilan", choices=YA_TIDAK, required=False
    )
    adil = forms.ChoiceField(label="Jaminan tertulis berlaku adil bermeterai", choices=YA_TIDAK, required=False)
    alasan_lengkap = uraian("Alasan lengkap permohonan")


class IzinCeraiForm(FormIsian):
    """Who asks for the divorce, the grounds of SE BAKN 08/SE/1983, and what proves them."""

    anggota = pilih_pasangan()
    alasan = banyak("Alasan", (*aturan.ALASAN_CERAI, *aturan.BUKAN_ALASAN), required=False)
    alasan_lengkap = uraian("Uraian alasan")
    bukti = forms.CharField(
        label="Bukti alasan", max_length=200, required=False,
        help_text="Nomor dan tanggal putusan, laporan, visum, surat desa/lurah, atau berita acara BP4.",
    )  # fmt: skip


class KeteranganCeraiForm(FormIsian):
    """The suit that was received."""

    anggota = pilih_pasangan("Suami/istri yang menggugat")
    nomor_gugatan = forms.CharField(label="Nomor perkara gugatan", max_length=100)
    pengadilan = forms.CharField(label="Pengadilan", max_length=160)
    tanggal_gugatan = tanggal("Tanggal gugatan (relaas) diterima")
    tanggal_lapor = tanggal(
        "Tanggal memberitahukannya kepada atasan",
        help_text="Paling lama enam hari kerja sesudah gugatan diterima; hari penerimaan tidak dihitung.",
    )
    tanggapan = forms.ChoiceField(
        label="Tanggapan atas gugatan", choices=[("keberatan", "Keberatan bercerai"), ("menerima", "Menerima gugatan")]
    )
    alasan_lengkap = uraian("Penjelasan")

    def clean_tanggal_gugatan(self):
        """Not ahead of today."""
        return sudah_lewat(self.cleaned_data["tanggal_gugatan"], "Tanggal gugatan")

    def clean_tanggal_lapor(self):
        """Not ahead of today."""
        return sudah_lewat(self.cleaned_data["tanggal_lapor"], "Tanggal pemberitahuan")


class LaporCeraiForm(FormIsian):
    """The decree of the court, and which children stay on the pay list by it."""

    anggota = pilih_pasangan("Bekas suami/istri")
    nomor_akta = forms.CharField(label="Nomor akta cerai", max_length=100)
    tanggal_akta = tanggal("Tanggal akta cerai")
    penerbit = forms.CharField(label="Pengadilan atau dinas penerbit", max_length=160)
    anak_ikut = forms.MultipleChoiceField(
        label="Anak yang menurut putusan tetap menjadi tanggungan Anda",
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    nomor_izin = forms.CharField(
        label="Nomor izin atau surat keterangan cerai", max_length=100, required=False,
        help_text="Diisi hanya bila tidak terbit dari portal ini.",
    )  # fmt: skip
    tanpa_izin = forms.BooleanField(
        label="Saya bercerai tanpa izin atau surat keterangan, dan mengetahui akibatnya (PP 45/1990 Pasal 15)",
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        orang = self.konteks.profil.tanggungan if self.konteks else ()
        anak = [(t.anggota, t.nama) for t in orang if t.hubungan == "anak" and t.tertanggung]
        self.fields["anak_ikut"].choices = anak
        if not anak:
            self.fields["anak_ikut"].widget = forms.MultipleHiddenInput()


# ── steps ────────────────────────────────────────────────────────────────────────────────────────────


class PembinaanForm(forms.Form):
    """The superior called him in and advised him."""

    tanggal_panggilan = tanggal("Tanggal pemanggilan")
    hadir = forms.ChoiceField(label="Yang hadir", choices=HADIR)
    uraian = uraian("Nasihat dan keterangan yang diperoleh", help_text="Dicetak pada berita acara pembinaan.")

    def clean_tanggal_panggilan(self):
        """Not ahead of today."""
        return sudah_lewat(self.cleaned_data["tanggal_panggilan"])


class PertimbanganForm(forms.Form):
    """What the head of the OPD holds of it; he passes it on whatever he thinks."""

    pertimbangan = uraian("Pertimbangan", help_text="Dicetak pada surat rekomendasi.")
    keberatan = banyak("Yang menghalangi izin (kosongkan bila tidak ada)", aturan.KEBERATAN, required=False)


class MediasiForm(forms.Form):
    """One session of the Tim Penanganan Perceraian."""

    tanggal_mediasi = tanggal("Tanggal mediasi")
    hadir = forms.ChoiceField(label="Yang hadir", choices=HADIR)
    uraian = uraian("Jalannya mediasi", help_text="Dicetak pada berita acara mediasi.")

    def clean_tanggal_mediasi(self):
        """Not ahead of today."""
        return sudah_lewat(self.cleaned_data["tanggal_mediasi"])


class KeputusanForm(forms.Form):
    """The decision of the Pejabat; a refusal says why, it is printed. What stands against a permit must be cleared first."""

    butuh_konteks = True
    alasan_tolak = uraian(
        "Alasan penolakan", 400, required=False, help_text="Wajib bila ditolak; dicetak pada keputusan penolakan."
    )

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean(self):
        """A refusal has its reason; no permit against what the head of the OPD noted (PP 10/1983 Pasal 7 and 10)."""
        isi = super().clean()
        catatan = self.konteks.langkah.get("pertimbangan_opd") if self.konteks else None
        if isi.get("hasil") == "izin" and (catatan or {}).get("keberatan"):
            self.add_error(
                "hasil",
                "Kepala perangkat daerah mencatat yang menghalangi izin. Tolak, atau kembalikan kepadanya untuk diperbaiki.",
            )
        if isi.get("hasil") == "tolak" and not isi.get("alasan_tolak"):
            self.add_error("alasan_tolak", "Tulis alasan penolakannya.")
        return isi


class PembagianForm(forms.Form):
    """The facts the share of the pay rests on; the memo shows the result, nothing is deducted."""

    butuh_konteks = True
    kehendak = forms.ChoiceField(
        label="Perceraian atas kehendak", choices=[("", "Pilih"), ("pns", "PNS"), ("istri", "Istri")]
    )
    alasan = banyak("Bila kehendak istri, karena", pembagian.TETAP_DAPAT, required=False)
    istri_bersalah = forms.BooleanField(
        label="Kehendak PNS karena istri berzina, kejam, pemabuk, atau meninggalkan dua tahun", required=False
    )
    anak_pns = forms.IntegerField(label="Anak yang ikut PNS", min_value=0, max_value=20, initial=0)
    anak_istri = forms.IntegerField(label="Anak yang ikut bekas istri", min_value=0, max_value=20, initial=0)
    gaji = forms.IntegerField(
        label="Gaji yang dibagi (rupiah sebulan)", min_value=1,
        help_text="Unsur gaji yang dibagi ditentukan pejabat; gaji pokok ialah asumsi.",
    )  # fmt: skip

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        if konteks is not None:
            self.fields["gaji"].initial = konteks.profil.gaji_pokok
            anak = konteks.isian.get("anak_ikut") or ()
            self.fields["anak_pns"].initial = len(anak)
