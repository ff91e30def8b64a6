"""Formulir halaman kepegawaian: akun, penugasan, dosir, impor. Lists filter through ``filters.py``."""

from datetime import timedelta

from crispy_forms.helper import FormHelper
from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError

from kepegawaian import peristiwa as tabel
from kepegawaian.akun import baca_kode, rapatkan
from kepegawaian.models import Penugasan, UnitKerja

# Kinds of papers a clerk may put into a dosir: code (as layanan ask for it), name, and the riwayat it proves.
JENIS_DOSIR = (
    ("sk_cpns", "SK CPNS", "status"),
    ("sk_pns", "SK PNS", "status"),
    ("perjanjian_kerja", "Perjanjian kerja PPPK", "kontrak"),
    ("sk_pangkat", "SK kenaikan pangkat", "pangkat"),
    ("sk_jabatan", "SK jabatan atau surat perintah Plt./Plh.", "jabatan"),
    ("sk_unit", "SK mutasi atau penempatan", "unit"),
    ("sk_kgb", "Surat pemberitahuan KGB", "gaji"),
    ("sk_pmk", "SK peninjauan masa kerja", "masa_kerja"),
    ("ijazah", "Ijazah dan transkrip", "pendidikan"),
    ("skp", "Penilaian kinerja (SKP)", "kinerja"),
    ("pak", "Penetapan angka kredit (PAK)", "angka_kredit"),
    ("sertifikat", "Sertifikat diklat atau seminar", "diklat"),
    ("stl_ujian", "Tanda lulus ujian dinas", "ujian"),
    ("piagam", "Piagam penghargaan", "penghargaan"),
    ("sk_cltn", "SK CLTN atau tugas belajar", "tinggal"),
    ("kartu_keluarga", "Kartu keluarga", "keluarga"),
    ("akta", "Akta nikah, kelahiran, atau kematian", "keluarga"),
    ("lain", "Dokumen lain", ""),
)
NAMA_DOSIR = {kode: nama for kode, nama, _ in JENIS_DOSIR}


def tanggal(label, **lain):
    """A date field typed by the browser's own picker, ISO inside, with an example for those without one."""
    lain.setdefault("widget", forms.DateInput(attrs={"type": "date", "class": "lebar-tanggal"}, format="%Y-%m-%d"))
    return forms.DateField(label=label, input_formats=["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"], **lain)


def sandi(label, *, baru=True, **lain):
    """A password field; the browser's password keeper knows whether it is a new one."""
    jenis = "new-password" if baru else "current-password"
    return forms.CharField(
        label=label, strip=False, max_length=128, widget=forms.PasswordInput(attrs={"autocomplete": jenis}), **lain
    )


class Formulir(forms.Form):
    """Base: crispy draws the fields, the page draws the form tag, token and buttons."""

    @property
    def helper(self):
        """Crispy helper without its own form tag."""
        helper = FormHelper(self)
        helper.form_tag = False
        helper.disable_csrf = True
        return helper


class NipForm(Formulir):
    """Base of the forms outside the portal: who is it. Blanks in the NIP do not matter."""

    nip = forms.CharField(
        label="NIP",
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false", "class": "lebar-nip"}
        ),
    )

    def clean_nip(self):
        """The NIP without blanks."""
        return rapatkan(self.cleaned_data["nip"])


class MasukForm(Formulir):
    """Log in with NIP or account word; drawn by hand in ``akun/masuk.html``."""

    username = forms.CharField(label="NIP", max_length=40)
    password = sandi("Kata sandi", baru=False)

    def clean_username(self):
        """As stored: without blanks, so that the lock of django-axes counts one account."""
        return rapatkan(self.cleaned_data["username"])


class LupaSandiForm(NipForm):
    """Ask for a code by e-mail."""


class SandiBaruForm(Formulir):
    """Base: a new password twice."""

    sandi_baru = sandi(
        "Kata sandi baru",
        help_text="Paling sedikit 12 huruf, angka, atau tanda; tidak memuat NIP atau tanggal lahir Anda. "
        "Beberapa kata yang tidak berhubungan mudah diingat dan sukar ditebak.",
    )
    sandi_ulang = sandi("Ulangi kata sandi baru")

    def clean_sandi_ulang(self):
        """Both must be the same."""
        if self.cleaned_data["sandi_ulang"] != self.cleaned_data.get("sandi_baru", ""):
            raise ValidationError("Kedua kata sandi tidak sama.")
        return self.cleaned_data["sandi_ulang"]


class AktivasiForm(SandiBaruForm, NipForm):
    """Activate or reset with a one-time code. The code is checked by ``akun.pasang_sandi``, not here."""

    kode = forms.CharField(
        label="Kode sekali pakai",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "autocapitalize": "characters"}),
        help_text="Delapan huruf dan angka dari surat elektronik atau slip.",
    )
    field_order = ("nip", "kode", "sandi_baru", "sandi_ulang")

    def clean_kode(self):
        """The code without blanks and dashes."""
        return baca_kode(self.cleaned_data["kode"])


class GantiSandiForm(SandiBaruForm):
    """The owner changes his password, knowing the present one."""

    sandi_lama = sandi("Kata sandi sekarang", baru=False)
    field_order = ("sandi_lama", "sandi_baru", "sandi_ulang")

    def __init__(self, *args, pengguna, **kwargs):
        self.pengguna = pengguna
        super().__init__(*args, **kwargs)

    def clean_sandi_lama(self):
        """Must be the present one."""
        if not self.pengguna.check_password(self.cleaned_data["sandi_lama"]):
            raise ValidationError("Kata sandi sekarang tidak cocok.")
        return self.cleaned_data["sandi_lama"]

    def clean_sandi_baru(self):
        """Must be strong for this account."""
        validate_password(self.cleaned_data["sandi_baru"], self.pengguna)
        return self.cleaned_data["sandi_baru"]


class KodeForm(Formulir):
    """The code of the second step, or a recovery code; checked by ``faktor``, not here."""

    kode = forms.CharField(
        label="Kode",
        max_length=20,
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "class": "lebar-nip"}),
        help_text="Enam angka dari aplikasi autentikator di ponsel Anda.",
    )


class KodeMasukForm(KodeForm):
    """At login a recovery code will do as well, so the field takes letters."""

    kode = forms.CharField(
        label="Kode",
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters", "class": "lebar-nip"}
        ),
        help_text="Enam angka dari aplikasi autentikator, atau salah satu kode pulih bila ponsel Anda tidak ada.",
    )


class UnitField(forms.ModelChoiceField):
    """A unit typed by its kode or by words of its name; when several match, the error names them."""

    widget = forms.TextInput

    def to_python(self, value):
        """The one UnitKerja that is meant, or None."""
        teks = (value or "").strip()
        if not teks:
            return None
        if unit := self.queryset.filter(kode__iexact=teks).first():
            return unit
        cocok = self.queryset
        for kata in teks.split():
            cocok = cocok.filter(nama__icontains=kata)
        cocok = list(cocok.order_by("nama")[:6])
        if len(cocok) == 1:
            return cocok[0]
        if not cocok:
            raise ValidationError("Tidak ada unit kerja dengan kode atau nama itu.")
        daftar = ", ".join(f"{u.nama} ({u.kode})" for u in cocok[:5]) + (", …" if len(cocok) > 5 else "")
        raise ValidationError(f"Ada beberapa unit dengan nama itu; tulis kodenya: {daftar}.")


class PenugasanForm(Formulir):
    """A duty that is no jabatan."""

    peran = forms.ChoiceField(label="Tugas", choices=[("", "Pilih tugas"), *Penugasan.PERAN_KANTOR])
    unit = UnitField(
        label="Unit kerja",
        queryset=UnitKerja.objects.none(),
        required=False,
        help_text="Kode atau nama, mis. DISDIK atau Dinas Pendidikan. Wajib bagi operator OPD dan staf BKD: tugasnya "
        "berlaku pada unit itu dan semua unit di bawahnya.",
    )
    sejak = tanggal("Mulai")
    sampai = tanggal("Sampai", required=False, help_text="Hari terakhir. Kosongkan bila belum ditentukan.")
    dasar = forms.CharField(
        label="Dasar",
        max_length=200,
        help_text="Nomor dan tanggal surat tugas, mis. 800/12/413.201/2026, 5 Januari 2026.",
    )

    def __init__(self, *args, per, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["unit"].queryset = UnitKerja.objects.berlaku(per)

    def clean(self):
        """Unit where the duty needs one; a sensible period."""
        isi = super().clean()
        if isi.get("peran") in ("operator_opd", "staf_bkd") and not isi.get("unit") and "unit" not in self.errors:
            self.add_error("unit", "Tugas ini memerlukan unit kerja.")
        if isi.get("sejak") and isi.get("sampai") and isi["sampai"] < isi["sejak"]:
            self.add_error("sampai", "Hari terakhir tidak boleh mendahului hari mulai.")
        return isi


class PenugasanAkhirForm(Formulir):
    """End of a duty."""

    sampai = tanggal(
        "Hari terakhir bertugas", help_text="Tugas masih berlaku pada hari itu. Kemarin: berhenti sekarang juga."
    )

    def __init__(self, *args, per, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sampai"].initial = per - timedelta(days=1)


class DosirForm(Formulir):
    """A paper for a dosir. ``baris``: the riwayat rows it may prove, as (``jenis:id``, text)."""

    jenis = forms.ChoiceField(
        label="Jenis dokumen", choices=[("", "Pilih jenis dokumen")] + [j[:2] for j in JENIS_DOSIR]
    )
    baris = forms.ChoiceField(
        label="Baris riwayat yang dibuktikan",
        required=False,
        help_text="Bila dipilih, pindaian muncul di samping baris itu dan dipakai sendiri oleh usulan yang memintanya.",
    )
    file = forms.FileField(label="Berkas")

    def __init__(self, *args, baris=(), jenis=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["baris"].choices = [("", "Tidak terkait satu baris"), *baris]
        if not baris:
            self.fields["baris"].widget = forms.HiddenInput()
        if jenis is not None:
            boleh = [(kode, nama) for kode, nama, _ in JENIS_DOSIR if kode in jenis]
            self.fields["jenis"].choices = [("", "Pilih jenis dokumen"), *boleh]

    def clean(self):
        """A row chosen must be of the kind the paper proves."""
        isi = super().clean()
        riwayat = {kode: r for kode, _, r in JENIS_DOSIR}.get(isi.get("jenis"), "")
        if isi.get("baris") and isi.get("jenis") and isi["jenis"] != "lain" and isi["baris"].split(":")[0] != riwayat:
            self.add_error(
                "baris", f"{NAMA_DOSIR[isi['jenis']]} tidak membuktikan baris itu; pilih baris lain atau kosongkan."
            )
        return isi


class ImporForm(Formulir):
    """A file of SIASN and the date it states."""

    file = forms.FileField(label="Berkas Excel atau CSV")
    per_tanggal = tanggal(
        "Keadaan data per tanggal",
        help_text="Tanggal berkas ini diekspor dari SIASN. Nilai tanpa TMT (unit, kedudukan, nama) berlaku sejak tanggal ini.",
    )

    def __init__(self, *args, per, **kwargs):
        self.per = per
        super().__init__(*args, **kwargs)
        self.fields["per_tanggal"].initial = per

    def clean_per_tanggal(self):
        """Not in the future."""
        if self.cleaned_data["per_tanggal"] > self.per:
            raise ValidationError("Tanggal keadaan data tidak boleh sesudah hari ini.")
        return self.cleaned_data["per_tanggal"]

    def clean_file(self):
        """Size first; what is inside is judged by the reader."""
        file = self.cleaned_data["file"]
        if file.size > settings.IMPOR_MAKS_BYTE:
            raise ValidationError(f"Berkas terlalu besar; paling besar {settings.IMPOR_MAKS_BYTE // 1048576} MB.")
        return file


class KamusForm(Formulir):
    """The answer to an unknown reference: one of the choices, or abaikan."""

    jawaban = forms.ChoiceField(label="Yang dimaksud", widget=forms.RadioSelect)
    abaikan = forms.BooleanField(
        label="Abaikan teks ini",
        required=False,
        help_text="Kolomnya dianggap kosong, sekarang dan pada berkas berikutnya.",
    )

    def __init__(self, *args, pilihan=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["jawaban"].choices = list(pilihan)
        self.fields["jawaban"].required = not self.data.get("abaikan")

    def clean(self):
        """One of the two."""
        isi = super().clean()
        if bool(isi.get("jawaban")) == bool(isi.get("abaikan")) and not self.errors:
            raise ValidationError("Pilih satu jawaban, atau centang Abaikan.")
        return isi


class KabarForm(forms.Form):
    """Event × channel as check boxes, drawn by hand in ``akun/kabar_saya.html``; ``baris`` gives them in order."""

    def __init__(self, *args, peran, pilihan, acuan, tanggal, **kwargs):
        super().__init__(*args, **kwargs)
        bagi = [p for p in tabel.TABEL.values() if p.bagi(peran)]
        self.wajib = [p for p in bagi if p.wajib]
        self.peristiwa = [p for p in bagi if not p.wajib]
        self.bawaan = {(p.kode, s): tabel.bawaan(p, s, acuan, tanggal) for p in self.peristiwa for s in tabel.SALURAN}
        for (kode, saluran), awal in self.bawaan.items():
            label = f"{tabel.TABEL[kode].kalimat} lewat {tabel.SALURAN[saluran]}"
            kini = pilihan.get((kode, saluran), awal)
            self.fields[f"{kode}-{saluran}"] = forms.BooleanField(label=label, required=False, initial=kini)

    @property
    def kode(self):
        """Codes of the events the form shows."""
        return [p.kode for p in self.peristiwa]

    @property
    def baris(self):
        """[(sentence, [bound field of each channel])]."""
        return [(p.kalimat, [self[f"{p.kode}-{s}"] for s in tabel.SALURAN]) for p in self.peristiwa]

    def berbeda(self):
        """{(event, channel): bool} of what was chosen against the office's default."""
        dipilih = {k: self.cleaned_data[f"{k[0]}-{k[1]}"] for k in self.bawaan}
        return {k: v for k, v in dipilih.items() if v != self.bawaan[k]}
