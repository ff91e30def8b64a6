"""Formulir kebutuhan: ABK dan tugasnya, pengesahan, impor, baris rencana, renstra, penetapan; dan saringan daftarnya."""

import re
from decimal import Decimal, InvalidOperation

from django import forms
from django.utils import timezone

from kepegawaian.filters import PilihRingkas
from kepegawaian.models import Jabatan
from pengadaan.kebutuhan import aturan, proyeksi
from pengadaan.kebutuhan.analisis import INFORMASI
from pengadaan.kebutuhan.bidang import JabatanField, UnitField
from pengadaan.models import AnalisisJabatan, Formasi, RencanaKebutuhan

TANGGAL = {"type": "date"}
PDF = {"accept": "application/pdf"}
XLSX = {"accept": ".xlsx,.csv"}
BARIS_KOSONG = 4  # further lines for tasks that the page offers each time


def isian_tanggal(label, **lain):
    """A date with the browser's own picker."""
    return forms.DateField(label=label, widget=forms.DateInput(attrs=TANGGAL), **lain)


def isian_tahun(label="Tahun", **lain):
    """A year of planning."""
    return forms.IntegerField(
        label=label, min_value=2017, max_value=2100, widget=forms.NumberInput(attrs={"class": "lebar-pendek"}), **lain
    )


class Versi(forms.Form):
    """Base: the version the page showed."""

    versi = forms.IntegerField(widget=forms.HiddenInput)


# ── ABK ──────────────────────────────────────────────────────────────────────────────────────────────


class FormAbkBaru(forms.Form):
    """Unit, post and year of a new analysis, inside what the writer may write."""

    tahun = isian_tahun("Tahun ABK")
    unit = UnitField(label="Unit kerja", help_text="Kode atau nama unit; saran muncul sesudah tiga huruf.")
    jabatan = JabatanField(label="Jabatan", help_text="Kode atau nama jabatan.")

    def __init__(self, *args, boleh=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.boleh = boleh

    def clean_unit(self):
        """One of the units he writes for."""
        unit = self.cleaned_data["unit"]
        if unit.pk not in self.boleh:
            raise forms.ValidationError(f"{unit.nama} di luar perangkat daerah Anda.")
        return unit


class FormAbk(Versi):
    """How the need is counted, the inputs of the ratio, and the elements of informasi jabatan."""

    cara = forms.ChoiceField(label="Cara menghitung", choices=AnalisisJabatan.CARA)
    jenis_rasio = forms.ChoiceField(
        label="Jenis rasio", required=False, choices=[("", "-"), *((k, r.nama) for k, r in aturan.JENIS_RASIO.items())],
        help_text="Hanya bagi guru dan tenaga kesehatan.",
    )  # fmt: skip

    def __init__(self, *args, analisis, **kwargs):
        super().__init__(*args, **kwargs)
        self.analisis = analisis
        self.initial |= {"versi": analisis.versi, "cara": analisis.cara, "jenis_rasio": analisis.jenis_rasio}
        for kode, nama in _ukuran().items():
            self.fields[f"r_{kode}"] = forms.DecimalField(
                label=nama, required=False, min_value=Decimal(0), max_value=Decimal(9_999_999), decimal_places=2,
                initial=analisis.rasio.get(kode), widget=forms.NumberInput(attrs={"class": "lebar-pendek", "step": "any"}),
            )  # fmt: skip
        for kode, nama in INFORMASI:
            self.fields[f"i_{kode}"] = forms.CharField(
                label=nama, required=False, max_length=2000, initial=analisis.informasi.get(kode, ""),
                widget=forms.Textarea(attrs={"rows": 2}),
            )  # fmt: skip

    @property
    def medan_rasio(self):
        """The bound inputs of ratios."""
        return [self[f"r_{kode}"] for kode in _ukuran()]

    @property
    def medan_informasi(self):
        """The bound elements of informasi jabatan."""
        return [self[f"i_{kode}"] for kode, _ in INFORMASI]

    def clean(self):
        """A ratio names its kind."""
        isi = super().clean()
        if isi.get("cara") == aturan.RASIO and not isi.get("jenis_rasio"):
            self.add_error("jenis_rasio", "Pilih jenis rasionya.")
        return isi

    def hasil(self):
        """Values as ``analisis.simpan`` takes them."""
        isi = self.cleaned_data
        jenis = isi["jenis_rasio"] if isi["cara"] == aturan.RASIO else ""
        rasio = aturan.JENIS_RASIO[jenis] if jenis else None
        dipakai = [u.kode for u in (*rasio.pembilang, rasio.pembagi)] if rasio else []
        return {
            "cara": isi["cara"], "jenis_rasio": jenis,
            "rasio": {k: str(isi[f"r_{k}"]) for k in dipakai if isi.get(f"r_{k}") is not None},
            "informasi": {k: isi[f"i_{k}"] for k, _ in INFORMASI if isi[f"i_{k}"]},
        }  # fmt: skip


def _ukuran():
    hasil = {}
    for r in aturan.JENIS_RASIO.values():
        hasil |= {u.kode: u.nama for u in (*r.pembilang, r.pembagi)}
    return hasil


class DaftarTugas:
    """The lines of tasks of a posted or stored analysis: ``baris`` [{uraian, hasil, volume, norma_menit, galat}].

    A line without words is left out; further empty ones are offered. Plain inputs ``t_<n>_<field>``, so that it works
    without JavaScript.
    """

    MAKS = 60

    def __init__(self, data=None, tugas=()):
        self.terisi = data is not None
        if data is None:
            self.baris = [
                {"uraian": t.uraian, "hasil": t.hasil, "volume": t.volume, "norma_menit": t.norma_menit} for t in tugas
            ]
        else:
            self.baris = [b for b in (self._baca(data, n) for n in range(self.MAKS)) if b]
        self.salah = any(b.get("galat") for b in self.baris)

    @staticmethod
    def _baca(data, n):
        uraian, hasil = (data.get(f"t_{n}_{k}", "").strip() for k in ("uraian", "hasil"))
        b = {"uraian": uraian[:300], "hasil": hasil[:100]}
        teks = {k: data.get(f"t_{n}_{k}", "").strip() for k in ("volume", "norma_menit")}
        if not (uraian or hasil or any(teks.values())):
            return None
        for k, nama in (("volume", "Volume"), ("norma_menit", "Norma waktu")):
            try:
                b[k] = _angka(teks[k])
            except ValueError:
                b[k], b["galat"] = teks[k], f"{nama} harus angka 0 sampai 9.999.999."
        if not uraian:
            b["galat"] = "Uraian tugas kosong."
        return b

    def tampil(self):
        """Lines with their number, and some empty ones."""
        kosong = [{}] * min(BARIS_KOSONG, self.MAKS - len(self.baris))
        return list(enumerate([*self.baris, *kosong]))

    def hasil(self):
        """As ``analisis.simpan`` takes them."""
        return [{k: b[k] for k in ("uraian", "hasil", "volume", "norma_menit")} for b in self.baris]


RIBUAN = re.compile(r"\d{1,3}(\.\d{3})+(,\d*)?")


def baca_angka(teks):
    """A number as people write it: 1.250 is a thousand and more, 90,5 and 90.5 the same; ValueError otherwise."""
    teks = teks.replace(" ", "")
    if RIBUAN.fullmatch(teks):
        teks = teks.replace(".", "")
    try:
        n = Decimal(teks.replace(",", "."))
    except InvalidOperation:
        raise ValueError(teks) from None
    if not n.is_finite() or not 0 <= n < 10_000_000:
        raise ValueError(teks)
    return n.quantize(Decimal("0.01"))


def _angka(teks):
    return baca_angka(teks) if teks else None


class FormCatatan(Versi):
    """Why something goes back."""

    catatan = forms.CharField(
        label="Apa yang harus diperbaiki", max_length=400, widget=forms.Textarea(attrs={"rows": 3})
    )


class FormSah(forms.Form):
    """The decision that makes analyses sah, and from when they count."""

    nomor = forms.CharField(label="Nomor keputusan penetapan ABK", max_length=100)
    tanggal = isian_tanggal("Tanggal keputusan")
    berlaku_sejak = isian_tanggal("Kebutuhan berlaku sejak")

    def clean_tanggal(self):
        """Not ahead of today."""
        nilai = self.cleaned_data["tanggal"]
        if nilai > timezone.localdate():
            raise forms.ValidationError("Tanggal keputusan tidak boleh setelah hari ini.")
        return nilai


class FormImporAbk(forms.Form):
    """A sheet of tasks and the year it is for."""

    tahun = isian_tahun("Tahun ABK")
    berkas = forms.FileField(label="Lembar ABK", help_text="Berkas xlsx atau csv menurut templat; satu baris satu tugas.",
                             widget=forms.ClearableFileInput(attrs=XLSX))  # fmt: skip


# ── plan and usul ────────────────────────────────────────────────────────────────────────────────────


class FormRencanaBaru(forms.Form):
    """OPD and first year of a plan."""

    tahun = isian_tahun("Tahun pertama rencana")
    opd = forms.ChoiceField(label="Perangkat daerah", widget=PilihRingkas)

    def __init__(self, *args, opd=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["opd"].choices = opd


class FormBaris(Versi):
    """One row of a plan."""

    unit = UnitField(label="Unit kerja")
    jabatan = JabatanField(label="Jabatan")
    jenis = forms.ChoiceField(label="Jenis pengadaan", choices=Formasi.JENIS)
    jalur = forms.ChoiceField(label="Jalur", choices=Formasi.JALUR)
    pendidikan = forms.CharField(label="Kualifikasi pendidikan", max_length=300, required=False)
    prioritas = forms.IntegerField(label="Prioritas (1 paling mendesak)", min_value=1, max_value=99)
    penetapan = forms.CharField(
        label="Keputusan Menteri yang membuka jabatan ini bagi PPPK", max_length=200, required=False,
        help_text="Hanya bagi jabatan selain JF (PP 49/2018 Pasal 2).",
    )  # fmt: skip

    def __init__(self, *args, tahun, boleh, **kwargs):
        super().__init__(*args, **kwargs)
        self.boleh = boleh
        for i in range(1, 6):
            self.fields[f"n{i}"] = forms.IntegerField(
                label=f"Diminta tahun {tahun + i - 1}", min_value=0, max_value=9999
            )

    def clean_unit(self):
        """Inside the OPD of the plan."""
        unit = self.cleaned_data["unit"]
        if unit.pk not in self.boleh:
            raise forms.ValidationError(f"{unit.nama} bukan bagian perangkat daerah ini.")
        return unit

    def clean(self):
        """A struktural post is asked for in its own unit; somebody is asked for."""
        isi = super().clean()
        unit, jabatan = isi.get("unit"), isi.get("jabatan")
        if unit and jabatan and jabatan.unit_id and jabatan.unit_id != unit.pk:
            self.add_error("jabatan", f"{jabatan.nama} hanya ada di {jabatan.unit.nama}.")
        if all(isi.get(f"n{i}") == 0 for i in range(1, 6)):
            self.add_error("n1", "Isi sekurang-kurangnya satu tahun.")
        return isi

    def hasil(self):
        """Columns of a BarisRencana."""
        return {k: v for k, v in self.cleaned_data.items() if k != "versi"}


class FormRenstra(Versi):
    """The renstra and the years it covers."""

    berkas = forms.FileField(label="Dokumen rencana strategis (PDF)", required=False, widget=forms.ClearableFileInput(attrs=PDF),
                             help_text="Kosongkan bila hanya mengubah masa berlakunya.")  # fmt: skip
    renstra_mulai = isian_tahun("Berlaku mulai tahun")
    renstra_sampai = isian_tahun("Sampai tahun")

    def clean(self):
        """Ends after its start."""
        isi = super().clean()
        if isi.get("renstra_mulai") and isi.get("renstra_sampai") and isi["renstra_sampai"] < isi["renstra_mulai"]:
            self.add_error("renstra_sampai", "Masa berlaku berakhir sebelum mulai.")
        return isi


class FormTahun(forms.Form):
    """The year to gather."""

    tahun = isian_tahun("Tahun formasi")


class FormSetuju(Versi):
    """Approval with an optional note."""

    catatan = forms.CharField(label="Catatan", max_length=400, required=False)


class FormPindaianUsul(Versi):
    """The scan of the signed letter."""

    berkas = forms.FileField(label="Pindaian dokumen formasi yang ditandatangani Bupati", help_text="PDF, semua halaman dalam satu berkas.",
                             widget=forms.ClearableFileInput(attrs=PDF))  # fmt: skip


class FormPenetapan(Versi):
    """The Kepmen and, where numbers differ from the usul, the e-formasi sheet with the column JUMLAH DITETAPKAN."""

    nomor = forms.CharField(label="Nomor Keputusan Menteri PANRB", max_length=100)
    tanggal = isian_tanggal("Tanggal keputusan")
    berkas = forms.FileField(label="Pindaian keputusan (PDF)", widget=forms.ClearableFileInput(attrs=PDF))
    lembar = forms.FileField(
        label="Lembar e-formasi yang sudah diisi", required=False, widget=forms.ClearableFileInput(attrs=XLSX),
        help_text="Isi kolom JUMLAH DITETAPKAN. Tanpa lembar, semua ditetapkan sebanyak usulnya.",
    )  # fmt: skip


class FormJumlah(Versi):
    """The number of one Formasi."""

    jumlah = forms.IntegerField(
        label="Jumlah yang ditetapkan", min_value=0, max_value=9999, help_text="Isi 0 bila tidak ditetapkan."
    )


# ── filters ──────────────────────────────────────────────────────────────────────────────────────────


def _cari(label="Jabatan atau unit"):
    return forms.CharField(
        label=label,
        required=False,
        max_length=80,
        widget=forms.TextInput(attrs={"type": "search", "placeholder": label}),
    )


def _pilih(label, pilihan, kosong):
    return forms.ChoiceField(label=label, required=False, choices=[("", kosong), *pilihan], widget=PilihRingkas)


class Saringan(forms.Form):
    """Base of the filters: what is unknown is ignored."""

    opd = _pilih("Perangkat daerah", (), "Semua perangkat daerah")

    def __init__(self, data, *, opd=(), **kwargs):
        super().__init__(data, **kwargs)
        if "opd" in self.fields:
            self.fields["opd"].choices = [("", "Semua perangkat daerah"), *opd]
            if len(opd) < 2:
                self.fields["opd"].widget = forms.HiddenInput()
        self.full_clean()

    def isi(self, nama):
        """The value asked for, "" when none or unknown."""
        return self.cleaned_data.get(nama) or ""


class SaringAbk(Saringan):
    """Name, OPD, year, state."""

    q = _cari()
    tahun = forms.IntegerField(
        label="Tahun", required=False, widget=forms.NumberInput(attrs={"class": "lebar-pendek"})
    )
    status = _pilih("Keadaan", AnalisisJabatan.STATUS, "Semua keadaan")
    field_order = ("q", "opd", "tahun", "status")


class SaringKebutuhan(Saringan):
    """Name, OPD, kind of post, traffic."""

    q = _cari()
    jenis = _pilih("Jenis jabatan", Jabatan.JENIS, "Semua jenis jabatan")
    lampu = _pilih("Keadaan", [(k, nama) for k, (nama, _) in proyeksi.LAMPU.items()], "Semua keadaan")
    prioritas = _pilih("Prioritas", [(k, f"{k}: {nama}") for k, nama in proyeksi.PRIORITAS.items()], "Semua prioritas")
    field_order = ("q", "opd", "jenis", "lampu", "prioritas")


class SaringFormasi(Saringan):
    """Name, OPD, year, kind, state."""

    q = _cari()
    tahun = forms.IntegerField(
        label="Tahun", required=False, widget=forms.NumberInput(attrs={"class": "lebar-pendek"})
    )
    jenis = _pilih("Jenis", Formasi.JENIS, "Semua jenis")
    status = _pilih("Keadaan", Formasi.STATUS, "Semua keadaan")
    field_order = ("q", "opd", "tahun", "jenis", "status")


STATUS_RENCANA = dict(RencanaKebutuhan.STATUS)
