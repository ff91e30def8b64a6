"""Formulir layanan mutasi: isian usulan dan isian langkah-langkahnya."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import ProfilKini
from layanan.katalog import TIDAK, Konteks
from mutasi import aturan, fakta
from mutasi.aturan_plt import BOLEH, LAIN, STRATEGIS
from mutasi.bidang import JabatanField, JabatanStrukturalField, NipField, UnitField, jabatan_hidup

JENIS_PENEMPATAN = (
    (aturan.M1_DALAM, "Mutasi di dalam perangkat daerah"),
    (aturan.M1_ANTAR, "Mutasi antarperangkat daerah"),
    (aturan.M6_PERTAMA, "Penempatan pertama CPNS atau PPPK"),
    (aturan.M6_KEMBALI, "Penempatan kembali dari tugas belajar, CLTN, atau penugasan"),
    (aturan.M6_PENATAAN, "Penempatan karena penataan organisasi"),
)
ALASAN = (
    ("kebutuhan", "Kebutuhan organisasi"), ("rotasi", "Rotasi jabatan"), ("promosi", "Promosi"),
    ("permohonan", "Permohonan sendiri"), ("penataan", "Penataan organisasi"), ("tugas", "Kembali bertugas"),
)  # fmt: skip


def tanggal(label, **kwargs):
    """A date with the browser's own picker."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), **kwargs)


def pindaian(label, **kwargs):
    """A scan: PDF, JPG or PNG."""
    terima = {"accept": "application/pdf,image/jpeg,image/png"}
    return forms.FileField(label=label, widget=forms.ClearableFileInput(attrs=terima), **kwargs)


def tidak_setelah_hari_ini(nilai, sebutan):
    """Refuses a date that lies ahead."""
    if nilai and nilai > timezone.localdate():
        raise forms.ValidationError(f"{sebutan} tidak boleh setelah hari ini.")
    return nilai


class FormIsian(forms.Form):
    """Base of the answers of a usulan: receives the Konteks, and its TMT lies not years away."""

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean_tmt(self):
        """Within a year back and two years ahead."""
        tmt = self.cleaned_data["tmt"]
        kini = self.konteks.tanggal if self.konteks else timezone.localdate()
        if not tambah_bulan(kini, -12) <= tmt <= tambah_bulan(kini, 24):
            raise forms.ValidationError("TMT terlalu jauh dari hari ini.")
        return tmt


class PenempatanForm(FormIsian):
    """Kind, TMT, the post and its unit; of a structural post the unit is its own."""

    jenis = forms.ChoiceField(label="Jenis", choices=JENIS_PENEMPATAN)
    alasan = forms.ChoiceField(label="Alasan", choices=ALASAN)
    tmt = tanggal("TMT", help_text="Bagi jabatan yang dilantik: tanggal rencana; TMT-nya ialah tanggal pelantikan.")
    jabatan_tujuan = JabatanField(label="Jabatan tujuan", help_text="Ketik nama atau kode jabatan, lalu pilih.")
    unit_tujuan = UnitField(
        label="Unit tujuan", required=False, help_text="Wajib bagi jabatan fungsional dan pelaksana."
    )

    def clean(self):
        """The unit follows the structural post; the kind must fit where he comes from."""
        isi = super().clean()
        jabatan = jabatan_hidup().select_related("unit", "eselon").filter(kode=isi.get("jabatan_tujuan") or "").first()
        if jabatan is None:
            return isi
        if jabatan.unit_id:
            isi["unit_tujuan"] = jabatan.unit.kode
        elif not isi.get("unit_tujuan") and "unit_tujuan" not in self.errors:
            self.add_error("unit_tujuan", "Pilih unit tempat jabatan itu.")
        if jabatan.eselon and jabatan.eselon.kelompok.startswith("jpt"):
            self.add_error(
                "jabatan_tujuan", "JPT diisi melalui seleksi terbuka atau manajemen talenta, bukan di sini."
            )
        self._jenis_cocok(isi)
        return isi

    def _jenis_cocok(self, isi):
        unit = acuan_kini().unit_kode.get(isi.get("unit_tujuan"))
        asal = self.konteks.profil.opd_id if self.konteks else None
        if unit is None or asal is None:
            return
        if isi.get("jenis") == aturan.M1_DALAM and unit.opd_id != asal:
            self.add_error("jenis", "Unit tujuan ada pada perangkat daerah lain; pilih mutasi antarperangkat daerah.")
        if isi.get("jenis") == aturan.M1_ANTAR and unit.opd_id == asal:
            self.add_error("jenis", "Unit tujuan ada pada perangkat daerah yang sama.")


# ── steps of the placement ───────────────────────────────────────────────────────────────────────────


class SidangForm(forms.Form):
    """The session of the Tim Penilai Kinerja: when, and who led it; the outcome is added by the engine."""

    tanggal_sidang = tanggal("Tanggal sidang")
    anggota_hadir = forms.IntegerField(label="Anggota yang hadir", min_value=2, max_value=15)
    pertimbangan = forms.CharField(label="Pertimbangan", max_length=400, widget=forms.Textarea(attrs={"rows": 3}))

    def clean_tanggal_sidang(self):
        """Held already."""
        return tidak_setelah_hari_ini(self.cleaned_data["tanggal_sidang"], "Tanggal sidang")


class IzinForm(forms.Form):
    """The permission of the Mendagri inside the window of an election."""

    HASIL = [("diizinkan", "Diizinkan"), ("tidak", "Tidak diizinkan")]
    hasil = forms.ChoiceField(label="Jawaban", choices=HASIL, widget=forms.RadioSelect)
    nomor_izin = forms.CharField(label="Nomor surat", max_length=100)
    tanggal_izin = tanggal("Tanggal surat")
    berkas = pindaian("Pindaian surat")

    def clean_tanggal_izin(self):
        """Not ahead of today."""
        return tidak_setelah_hari_ini(self.cleaned_data["tanggal_izin"], "Tanggal surat")


class PelantikanForm(forms.Form):
    """Day, place, rohaniwan and two witnesses; PLT-S1 and PLT-S2 are asked at once."""

    butuh_konteks = True
    tanggal_pelantikan = tanggal("Tanggal pelantikan")
    tempat = forms.CharField(label="Tempat", max_length=120)
    rohaniwan = forms.CharField(label="Rohaniwan", max_length=120, help_text="Menurut agama yang dilantik.")
    saksi_1 = NipField(label="Saksi pertama (NIP)")
    saksi_2 = NipField(label="Saksi kedua (NIP)", help_text="Pangkat saksi tidak lebih rendah daripada yang dilantik.")

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean(self):
        """The answers as the rules read them: signed before, witnesses high enough."""
        isi = super().clean()
        if self.errors or self.konteks is None:
            return isi
        kini = dict(ProfilKini.objects.filter(nip__in=[isi["saksi_1"], isi["saksi_2"]])
                    .values_list("nip", "golongan_urutan"))  # fmt: skip
        sk = fakta.tanggal_sk(self.konteks.profil.pegawai_id)
        lain = {
            "pelantikan": isi,
            "tanggal_sk": sk,
            "urutan_saksi": [kini.get(isi["saksi_1"]), kini.get(isi["saksi_2"])],
        }
        k = Konteks(self.konteks.profil, self.konteks.isian, self.konteks.tanggal, self.konteks.acuan,
                    self.konteks.lain | lain, {})  # fmt: skip
        for medan, periksa in (("tanggal_pelantikan", aturan.s1_sk_sebelum_pelantikan), ("saksi_1", aturan.s2_saksi)):
            hasil = periksa(k)
            if hasil.jawaban == TIDAK:
                self.add_error(medan, " ".join([hasil.kalimat, *hasil.bukti]))
        return isi


class SpmtForm(forms.Form):
    """The day he begins to work in the new post; not before the pelantikan (PLT-S3)."""

    butuh_konteks = True
    tanggal_spmt = tanggal("Tanggal mulai melaksanakan tugas")

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean_tanggal_spmt(self):
        """PLT-S3 where there was a pelantikan; else not before the TMT."""
        mulai, k = self.cleaned_data["tanggal_spmt"], self.konteks
        if k is None:
            return mulai
        if k.langkah.get("pelantikan"):
            langkah = {"pelantikan": k.langkah["pelantikan"], "spmt": {"tanggal_spmt": mulai}}
            hasil = aturan.s3_spmt(Konteks(k.profil, k.isian, k.tanggal, k.acuan, {}, langkah))
            if hasil.jawaban == TIDAK:
                raise forms.ValidationError(hasil.kalimat)
        elif mulai < k.tanggal:
            raise forms.ValidationError("SPMT mendahului TMT.")
        return mulai


class PembaruanForm(forms.Form):
    """Where the change has been passed on."""

    siasn = forms.BooleanField(label="Riwayat sudah diperbarui pada SIASN")
    tembusan = forms.BooleanField(label="Tembusan sudah dikirim ke BPKAD dan Taspen")


# ── in and out of the instansi ───────────────────────────────────────────────────────────────────────

JENIS_ANTAR = (
    ("M2", "Antarkabupaten/kota dalam satu provinsi"), ("M3", "Kabupaten dengan provinsi yang sama"),
    ("M4", "Antarprovinsi"), ("M5", "Daerah dengan instansi pusat"),
)  # fmt: skip
HASIL_PERTEK = [("disetujui", "Disetujui"), ("ditolak", "Ditolak")]


class AntarForm(FormIsian):
    """What moves in and out have in common: kind, the other instansi, its letter, the letter of the Inspektorat."""

    jenis = forms.ChoiceField(label="Jenis mutasi", choices=JENIS_ANTAR)
    tmt = tanggal("TMT yang diusulkan")
    instansi_lain = forms.CharField(label="Instansi asal atau penerima", max_length=160)
    nomor_surat = forms.CharField(label="Nomor surat PPK instansi itu", max_length=100)
    tanggal_surat = tanggal("Tanggal surat")
    nomor_bebas_temuan = forms.CharField(
        label="Nomor surat bebas temuan Inspektorat", max_length=100, required=False,
    )  # fmt: skip
    tanggal_bebas_temuan = tanggal("Tanggal surat bebas temuan", required=False)

    def clean_tanggal_surat(self):
        """Not ahead of today."""
        return tidak_setelah_hari_ini(self.cleaned_data["tanggal_surat"], "Tanggal surat")

    def clean_tanggal_bebas_temuan(self):
        """Not ahead of today."""
        return tidak_setelah_hari_ini(self.cleaned_data["tanggal_bebas_temuan"], "Tanggal surat bebas temuan")


class KeluarForm(AntarForm):
    """Lamongan as asal: the post the receiving PPK names (its own list, not ours)."""

    jabatan_penerima = forms.CharField(label="Jabatan pada instansi penerima", max_length=200)
    field_order = ("jenis", "tmt", "instansi_lain", "jabatan_penerima")


class MasukForm(AntarForm):
    """Lamongan as penerima: the post of our peta jabatan."""

    jabatan_tujuan = JabatanField(label="Jabatan tujuan", help_text="Ketik nama atau kode jabatan, lalu pilih.")
    unit_tujuan = UnitField(
        label="Unit tujuan", required=False, help_text="Wajib bagi jabatan fungsional dan pelaksana."
    )
    field_order = ("jenis", "tmt", "instansi_lain", "jabatan_tujuan", "unit_tujuan")

    def clean(self):
        """The unit follows the structural post."""
        isi = super().clean()
        jabatan = jabatan_hidup().select_related("unit").filter(kode=isi.get("jabatan_tujuan") or "").first()
        if jabatan and jabatan.unit_id:
            isi["unit_tujuan"] = jabatan.unit.kode
        elif jabatan and not isi.get("unit_tujuan") and "unit_tujuan" not in self.errors:
            self.add_error("unit_tujuan", "Pilih unit tempat jabatan itu.")
        return isi


class SuratLuarForm(forms.Form):
    """The answer of a party outside: number, date, outcome and scan."""

    hasil = forms.ChoiceField(label="Jawaban", choices=HASIL_PERTEK, widget=forms.RadioSelect)
    nomor = forms.CharField(label="Nomor surat", max_length=100)
    tanggal = tanggal("Tanggal surat")
    catatan = forms.CharField(label="Catatan", max_length=400, required=False)
    berkas = pindaian("Pindaian surat")

    def clean_tanggal(self):
        """Not ahead of today."""
        return tidak_setelah_hari_ini(self.cleaned_data["tanggal"], "Tanggal surat")


class KeputusanLuarForm(forms.Form):
    """The decision made outside: number, date, who set it, TMT, and the scan."""

    nomor_sk = forms.CharField(label="Nomor keputusan", max_length=100)
    tanggal_sk = tanggal("Tanggal keputusan")
    pejabat = forms.CharField(label="Pejabat yang menetapkan", max_length=160)
    tmt_sk = tanggal("TMT menurut keputusan")
    berkas = forms.FileField(
        label="Pindaian keputusan", widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"})
    )

    def clean_tanggal_sk(self):
        """Not ahead of today."""
        return tidak_setelah_hari_ini(self.cleaned_data["tanggal_sk"], "Tanggal keputusan")


class SkppForm(forms.Form):
    """The SKPP of the finance office: pay ends here."""

    nomor_skpp = forms.CharField(label="Nomor SKPP", max_length=100)
    tanggal_skpp = tanggal("Tanggal SKPP")


# ── Plt and Plh ──────────────────────────────────────────────────────────────────────────────────────

SEBAB = (
    ("kosong", "Jabatan kosong"), ("diklat", "Pejabatnya diklat atau tugas belajar"), ("cuti", "Pejabatnya cuti"),
    ("sakit", "Pejabatnya sakit"), ("dinas_luar", "Pejabatnya dinas luar"), ("bebas_tugas", "Pejabatnya dibebaskan sementara"),
)  # fmt: skip


class PltForm(FormIsian):
    """Which office, as Plt or Plh, for how long, with which authority."""

    sifat = forms.ChoiceField(
        label="Sifat", choices=[("PLT", "Pelaksana tugas (Plt.)"), ("PLH", "Pelaksana harian (Plh.)")]
    )
    jabatan = JabatanStrukturalField(
        label="Jabatan yang dilaksanakan", help_text="Ketik nama atau kode jabatan, lalu pilih."
    )
    sebab = forms.ChoiceField(label="Sebab", choices=SEBAB)
    tmt = tanggal("Mulai")
    sampai = tanggal("Sampai dengan")
    kewenangan = forms.MultipleChoiceField(
        label="Kewenangan yang diperintahkan", choices=[*BOLEH, *LAIN, *STRATEGIS], widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip

    def clean(self):
        """The period ends after its start."""
        isi = super().clean()
        if isi.get("tmt") and isi.get("sampai") and isi["sampai"] < isi["tmt"]:
            self.add_error("sampai", "Masa berakhir sebelum mulai.")
        return isi


def sampai_bawaan(mulai, sifat="PLT"):
    """Last day of a usual order: three months for Plt, a week for Plh."""
    return mulai + timedelta(days=6) if sifat == "PLH" else tambah_bulan(mulai, 3) - timedelta(days=1)


# ── rancangan pelantikan ─────────────────────────────────────────────────────────────────────────────


class RancanganForm(forms.Form):
    """Name and TMT of a new rancangan."""

    nama = forms.CharField(label="Nama rancangan", max_length=120, help_text="Misalnya: Rotasi pengawas triwulan I.")
    tmt = tanggal("TMT atau tanggal pelantikan yang direncanakan")

    def clean_tmt(self):
        """Not in the past, and within two years."""
        tmt, kini = self.cleaned_data["tmt"], timezone.localdate()
        if not kini <= tmt <= tambah_bulan(kini, 24):
            raise forms.ValidationError("TMT mulai hari ini dan paling jauh dua tahun ke depan.")
        return tmt


class BarisForm(forms.Form):
    """A person, the post and its unit; cleaned to ``nip``, ``jabatan_baris`` (Jabatan) and ``unit_baris`` (UnitKerja)."""

    nip = NipField(label="Pegawai", help_text="Ketik nama atau NIP, lalu pilih.")
    jabatan = JabatanField(label="Jabatan", help_text="Kosong atau terisi; ketik namanya, lalu pilih.")
    unit = UnitField(label="Unit", required=False, help_text="Bagi jabatan fungsional dan pelaksana.")

    def clean(self):
        """Resolves the codes; the unit of a structural post is its own."""
        isi = super().clean()
        jabatan = fakta.cari_jabatan(isi.get("jabatan"))
        if jabatan is None:
            return isi
        unit = fakta.unit_tujuan(jabatan, isi.get("unit"))
        if unit is None and "unit" not in self.errors:
            self.add_error("unit", "Pilih unit tempat jabatan itu.")
        return isi | {"jabatan_baris": jabatan, "unit_baris": unit}


class AnggotaForm(forms.Form):
    """A member of the team."""

    nip = NipField(label="Anggota tim", help_text="Ketik nama atau NIP, lalu pilih.")


class FinalForm(forms.Form):
    """The letter under which the usulan are submitted."""

    nomor = forms.CharField(label="Nomor surat usul", max_length=100)
    tanggal = tanggal("Tanggal surat usul")

    def clean_tanggal(self):
        """Not ahead of today."""
        return tidak_setelah_hari_ini(self.cleaned_data["tanggal"], "Tanggal surat usul")
