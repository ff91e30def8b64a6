"""Formulir seleksi terbuka JPT: seleksi dan jadwalnya, panitia, lamaran, seleksi administrasi, nilai, pilihan PPK."""

from datetime import timedelta
from decimal import Decimal

from django import forms
from django.utils import timezone

from karier.aturan.seleksi import PENILAIAN
from karier.models import BerkasPelamar, PanselJpt, TahapJpt
from kepegawaian.models import Jabatan, ProfilKini

TERIMA = {"accept": "application/pdf,image/jpeg,image/png"}
NAMA_TAHAP = dict(TahapJpt.TAHAP)
# Working days each stage is proposed to take; the dates are the office's.
LAMA = {"pengumuman": 15, "administrasi": 5, "rekam_jejak": 3, "asesmen": 3, "makalah": 1, "wawancara": 2, "hasil": 1}


def _tanggal(label, **lain):
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}), **lain)


def jabatan_jpt():
    """JPT Pratama posts of today's peta jabatan."""
    return Jabatan.objects.filter(eselon__kelompok="jpt_pratama", berlaku_sampai__isnull=True).order_by("nama")


def jadwal_awal(acuan, mulai):
    """Initial dates of the stages, one after the other, in working days."""
    awal = {}
    for kode, lama in LAMA.items():
        selesai = acuan.tambah_hari_kerja(mulai, lama)
        awal |= {f"{kode}_mulai": mulai, f"{kode}_selesai": selesai}
        mulai = selesai + timedelta(days=1)
    return awal | {"rencana_pelantikan": acuan.tambah_hari_kerja(mulai, 10)}


class FormSeleksi(forms.Form):
    """A seleksi: what is opened, on whose consent, and when each stage is."""

    nama = forms.CharField(label="Nama seleksi", max_length=200)
    jabatan = forms.ModelMultipleChoiceField(
        label="Jabatan yang dibuka", queryset=Jabatan.objects.none(), widget=forms.SelectMultiple(attrs={"size": 8})
    )
    nomor_izin = forms.CharField(
        label="Nomor persetujuan rencana seleksi", max_length=100, required=False,
        help_text="Surat lembaga pengawas (KASN sampai UU 20/2023, kini BKN); wajib sebelum diumumkan.",
    )  # fmt: skip
    tanggal_izin = _tanggal("Tanggal persetujuan", required=False)
    nomor_sk = forms.CharField(label="Nomor SK panitia seleksi", max_length=100, required=False)
    tanggal_sk = _tanggal("Tanggal SK panitia", required=False)
    rencana_pelantikan = _tanggal("Rencana pelantikan", help_text="Usia dan syarat lain dihitung pada hari ini.")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["jabatan"].queryset = jabatan_jpt()
        for kode, nama in TahapJpt.TAHAP:
            self.fields[f"{kode}_mulai"] = _tanggal(f"{nama}: mulai")
            self.fields[f"{kode}_selesai"] = _tanggal(f"{nama}: selesai")

    def clean(self):
        """Letters are dated today or before; each stage ends on or after its start; the pelantikan follows the result."""
        isi = super().clean()
        for medan in ("tanggal_izin", "tanggal_sk"):
            if isi.get(medan) and isi[medan] > timezone.localdate():
                self.add_error(medan, "Tanggal surat tidak boleh setelah hari ini.")
        for kode in NAMA_TAHAP:
            mulai, selesai = isi.get(f"{kode}_mulai"), isi.get(f"{kode}_selesai")
            if mulai and selesai and selesai < mulai:
                self.add_error(f"{kode}_selesai", "Tanggal selesai mendahului tanggal mulai.")
        hasil, lantik = isi.get("hasil_selesai"), isi.get("rencana_pelantikan")
        if hasil and lantik and lantik < hasil:
            self.add_error("rencana_pelantikan", "Pelantikan mendahului pengumuman hasil.")
        return isi

    def hasil(self):
        """(data, [Jabatan], {tahap: (mulai, selesai)}) as ``perbuatan.simpan`` takes them."""
        isi = dict(self.cleaned_data)
        tahap = {k: (isi.pop(f"{k}_mulai"), isi.pop(f"{k}_selesai")) for k in NAMA_TAHAP}
        return isi, list(isi.pop("jabatan")), tahap


class FormPansel(forms.Form):
    """One member of the panitia; a NIP lets him open the seleksi in the portal."""

    nama = forms.CharField(label="Nama dan gelar", max_length=160)
    instansi = forms.CharField(label="Instansi", max_length=160)
    unsur = forms.ChoiceField(label="Unsur", choices=PanselJpt.UNSUR)
    peran = forms.ChoiceField(label="Kedudukan", choices=PanselJpt.PERAN, initial="anggota")
    nip = forms.CharField(
        label="NIP", max_length=21, required=False, help_text="Bagi pegawai kabupaten ini; kosongkan bagi yang lain."
    )

    def clean_nip(self):
        """Digits of an active pegawai, or empty."""
        nip = "".join(self.cleaned_data["nip"].split())
        if nip and not ProfilKini.objects.filter(nip=nip, aktif=True).exists():
            raise forms.ValidationError("Tidak ada pegawai aktif dengan NIP itu.")
        return nip


class FormPindaian(forms.Form):
    """One scan: PDF, JPG or PNG by its content."""

    berkas = forms.FileField(label="Pindaian", widget=forms.ClearableFileInput(attrs=TERIMA))


class FormPerpanjang(forms.Form):
    """The new last day of registration."""

    sampai = _tanggal("Pendaftaran diperpanjang sampai")


class FormLamaran(forms.Form):
    """The scans of an application and the statement of the applicant."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for kode, nama in BerkasPelamar.KODE:
            self.fields[kode] = forms.FileField(label=nama, widget=forms.ClearableFileInput(attrs=TERIMA))
        self.fields["pernyataan"] = forms.BooleanField(
            label="Data dan berkas saya benar dan saya bersedia mengikuti semua tahap"
        )

    def berkas(self):
        """{kode: UploadedFile}."""
        return {k: v for k, v in self.cleaned_data.items() if k != "pernyataan"}


class FormAdministrasi(forms.Form):
    """What the checker verified, his decision and the reason."""

    surat_sehat = forms.TypedChoiceField(
        label="Surat keterangan sehat", choices=[("ya", "Ada dan sah"), ("tidak", "Tidak ada atau tidak sah")],
        coerce=lambda x: x == "ya", widget=forms.RadioSelect,
    )  # fmt: skip
    pengalaman_bidang_bulan = forms.IntegerField(
        label="Pengalaman bidang yang dinilai (bulan)", min_value=0, max_value=600, required=False,
        help_text="Kosongkan bila hitungan portal dari riwayat jabatannya sudah cukup.",
    )  # fmt: skip
    keputusan = forms.TypedChoiceField(
        label="Keputusan", choices=[("lulus", "Lulus administrasi"), ("gugur", "Tidak lulus administrasi")],
        coerce=lambda x: x == "lulus", widget=forms.RadioSelect,
    )  # fmt: skip
    alasan = forms.CharField(
        label="Alasan", max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Wajib bila tidak lulus, atau lulus dengan syarat yang perlu diperiksa.",
    )  # fmt: skip

    def isian(self):
        """What the rules read."""
        isi = {"surat_sehat": self.cleaned_data["surat_sehat"]}
        bulan = self.cleaned_data["pengalaman_bidang_bulan"]
        return isi if bulan is None else isi | {"pengalaman_bidang_bulan": bulan}


class FormNilaiSeleksi(forms.Form):
    """The score table: one number 0-100 for each candidate and stage; announced stages (``umum``) stand as they are."""

    def __init__(self, *args, calon, umum=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.calon = calon
        for p in calon:
            for t in PENILAIAN:
                self.fields[f"n_{p.pk}_{t}"] = forms.DecimalField(
                    label=f"{NAMA_TAHAP[t]}, {p.pegawai.kini.nama_lengkap}", required=False, min_value=Decimal(0),
                    max_value=Decimal(100), decimal_places=2, initial=p.nilai.get(t), disabled=t in umum,
                    widget=forms.NumberInput(attrs={"class": "form-control form-control-sm"}),
                )  # fmt: skip

    def baris(self):
        """[(PelamarJpt, [(name of the stage, BoundField)])]."""
        return [(p, [(NAMA_TAHAP[t], self[f"n_{p.pk}_{t}"]) for t in PENILAIAN]) for p in self.calon]

    def hasil(self):
        """[(pelamar id, {tahap: Decimal or None})]."""
        return [(p.pk, {t: self.cleaned_data[f"n_{p.pk}_{t}"] for t in PENILAIAN}) for p in self.calon]


class FormPilihan(forms.Form):
    """Whom the PPK chose of the three, and by which letter."""

    pelamar = forms.ChoiceField(label="Calon yang dipilih", widget=forms.RadioSelect)
    nomor = forms.CharField(label="Nomor surat PPK", max_length=100)
    tanggal = _tanggal("Tanggal surat PPK")
    berkas = forms.FileField(label="Pindaian surat PPK", widget=forms.ClearableFileInput(attrs=TERIMA))

    def __init__(self, *args, tiga, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["pelamar"].choices = [
            (str(p.pk), f"{p.peringkat}. {p.pegawai.kini.nama_lengkap} ({p.total})") for p in tiga
        ]
