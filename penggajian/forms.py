"""Formulir penggajian: mencari gaji pokok, konfigurasi TPP, bulan TPP, dan berkas presensi."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.forms import Formulir, tanggal
from kepegawaian.impor.presensi import KOLOM
from penggajian.aturan import URUTAN_PREDIKAT
from penggajian.models import KRITERIA, AturanTpp, PaguTpp, PotonganTpp

KELAS = range(1, 18)
BARIS_POTONGAN = 5


class GajiForm(Formulir):
    """Which cell of which table: golongan, masa kerja golongan, and the day of the payment."""

    golongan = forms.ChoiceField(label="Golongan")
    mkg_tahun = forms.IntegerField(
        label="MKG, tahun", min_value=0, max_value=60,
        widget=forms.NumberInput(attrs={"class": "lebar-pendek", "inputmode": "numeric"}),
    )  # fmt: skip
    mkg_bulan = forms.IntegerField(
        label="MKG, bulan", min_value=0, max_value=11, required=False,
        widget=forms.NumberInput(attrs={"class": "lebar-pendek", "inputmode": "numeric"}),
    )  # fmt: skip
    tanggal = tanggal("Gaji bulan dari tanggal")

    def __init__(self, *args, acuan, **kwargs):
        super().__init__(*args, **kwargs)
        jenis = {"PNS": [], "PPPK": []}
        for g in acuan.daftar_golongan.values():
            jenis[g.jenis].append((g.kode, f"{g.kode} {g.pangkat}".strip()))
        self.fields["golongan"].choices = list(jenis.items())


# ── TPP ──────────────────────────────────────────────────────────────────────────────────────────────


def _persen(label, **lain):
    return forms.DecimalField(
        label=label, min_value=0, max_value=100, max_digits=5, decimal_places=2, required=False,
        widget=forms.NumberInput(attrs={"class": "lebar-pendek", "inputmode": "decimal", "step": "0.01"}), **lain,
    )  # fmt: skip


def _bilangan(label, maks, **lain):
    return forms.IntegerField(
        label=label, min_value=0, max_value=maks, required=False,
        widget=forms.NumberInput(attrs={"class": "lebar-pendek", "inputmode": "numeric"}), **lain,
    )  # fmt: skip


class AturForm(Formulir):
    """What every change of the configuration asks: from which month, on what legal ground, how sure."""

    berlaku_sejak = tanggal("Berlaku sejak", help_text="Tanggal 1; berlaku bagi TPP bulan itu dan sesudahnya.")
    dasar = forms.CharField(
        label="Dasar hukum", max_length=200, min_length=8,
        help_text="Peraturan Bupati dengan nomor, tahun, dan pasal atau lampirannya.",
    )  # fmt: skip
    keyakinan = forms.ChoiceField(label="Keyakinan", choices=[(k, k) for k in ("pasti", "sebagian", "asumsi")])

    def __init__(self, *args, beku=None, **kwargs):
        self.beku = beku
        super().__init__(*args, **kwargs)
        self.order_fields([n for n in self.fields if n not in AturForm.base_fields] + list(AturForm.base_fields))

    def clean_berlaku_sejak(self):
        """The first of a month that is not ditetapkan yet."""
        sejak = self.cleaned_data["berlaku_sejak"]
        if sejak.day != 1:
            raise ValidationError("Pilih tanggal 1.")
        if self.beku and sejak <= self.beku:
            raise ValidationError(f"TPP sampai {tulis_tanggal(self.beku)} sudah ditetapkan; pilih bulan sesudahnya.")
        return sejak

    def bersama(self):
        """The columns every row takes."""
        return {k: self.cleaned_data[k] for k in AturForm.base_fields}


class PaguForm(AturForm):
    """Pagu of one component for each kelas jabatan; an empty one is not touched, 0 ends it."""

    kriteria = forms.ChoiceField(label="Komponen (PP 12/2019 Pasal 58)", choices=KRITERIA)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for kelas in KELAS:
            self.fields[f"kelas_{kelas}"] = _bilangan(f"Kelas jabatan {kelas}, rupiah sebulan", 500_000_000)
        self.order_fields(["kriteria", *(f"kelas_{k}" for k in KELAS)])

    def clean(self):
        """At least one figure."""
        data = super().clean()
        if all(data.get(f"kelas_{k}") is None for k in KELAS):
            raise ValidationError("Isi pagu paling sedikit satu kelas jabatan.")
        return data

    def baris(self):
        """Unsaved rows."""
        data = self.cleaned_data
        return [
            PaguTpp(kriteria=data["kriteria"], kelas=k, rupiah=data[f"kelas_{k}"], **self.bersama())
            for k in KELAS
            if data[f"kelas_{k}"] is not None
        ]


class PotonganForm(AturForm):
    """The table of deductions of one kind, replaced as a whole from a date on."""

    jenis = forms.ChoiceField(label="Jenis", choices=PotonganTpp._meta.get_field("jenis").choices)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        nama = []
        for i in range(1, BARIS_POTONGAN + 1):
            self.fields[f"dari_{i}"] = _bilangan(f"Baris {i}: dari menit", 1440)
            self.fields[f"sampai_{i}"] = _bilangan("sampai menit (kosong: seterusnya)", 1440)
            self.fields[f"persen_{i}"] = _persen("potongan tiap kali, persen")
            nama += [f"dari_{i}", f"sampai_{i}", f"persen_{i}"]
        self.order_fields(["jenis", *nama])

    def clean(self):
        """Rows with a percent; their minutes follow each other."""
        data, akhir = super().clean(), -1
        isi = [i for i in range(1, BARIS_POTONGAN + 1) if data.get(f"persen_{i}") is not None]
        if not isi:
            raise ValidationError("Isi persen potongan paling sedikit satu baris.")
        if data.get("jenis") in ("terlambat", "pulang_cepat"):
            for i in isi:
                dari, sampai = data.get(f"dari_{i}"), data.get(f"sampai_{i}")
                if dari is None or akhir is None or dari <= akhir or (sampai is not None and sampai < dari):
                    self.add_error(f"dari_{i}", "Menit tiap baris harus naik dan tidak bertumpang.")
                    break
                akhir = sampai
        elif len(isi) > 1:
            raise ValidationError("Jenis ini dihitung per hari: cukup satu baris.")
        return data

    def baris(self):
        """Unsaved rows."""
        data = self.cleaned_data
        menit = data["jenis"] in ("terlambat", "pulang_cepat")
        return [
            PotonganTpp(
                jenis=data["jenis"], menit_dari=data[f"dari_{i}"] if menit else 0,
                menit_sampai=data[f"sampai_{i}"] if menit else None, persen=data[f"persen_{i}"], **self.bersama(),
            )
            for i in range(1, BARIS_POTONGAN + 1)
            if data[f"persen_{i}"] is not None
        ]  # fmt: skip


class AturanForm(AturForm):
    """Weights, percent of each predikat, share of a Plt, closing day; empty means not set."""

    bobot_kinerja = _persen("Bobot kinerja, persen", help_text="Kosong: menurut setelan tpp_bobot.")
    bobot_disiplin = _persen("Bobot disiplin kehadiran, persen")
    plt_persen = _persen("Bagian bagi Plt., persen dari pagu jabatan yang dirangkap")
    hari_tutup = forms.IntegerField(
        label="Validasi aktivitas ditutup tanggal (bulan berikutnya)", min_value=1, max_value=28, required=False,
        widget=forms.NumberInput(attrs={"class": "lebar-pendek"}),
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        nama = []
        for i, predikat in enumerate(reversed(URUTAN_PREDIKAT)):
            self.fields[f"predikat_{i}"] = _persen(f"Capaian kinerja bagi predikat {predikat}, persen")
            nama.append(f"predikat_{i}")
        self.order_fields(["bobot_kinerja", "bobot_disiplin", *nama])

    def clean(self):
        """Both weights or none, together 100."""
        data = super().clean()
        bobot = data.get("bobot_kinerja"), data.get("bobot_disiplin")
        if (bobot[0] is None) != (bobot[1] is None):
            raise ValidationError("Isi kedua bobot, atau kosongkan keduanya.")
        if None not in bobot and sum(bobot) != 100:
            raise ValidationError("Jumlah kedua bobot harus 100.")
        return data

    @staticmethod
    def awal(satu):
        """Initial values of the row in force."""
        if satu is None:
            return {}
        isi = {
            k: getattr(satu, k)
            for k in ("bobot_kinerja", "bobot_disiplin", "plt_persen", "hari_tutup", "dasar", "keyakinan")
        }
        return isi | {f"predikat_{i}": satu.predikat.get(p) for i, p in enumerate(reversed(URUTAN_PREDIKAT))}

    def baris(self):
        """The unsaved row."""
        data = self.cleaned_data
        predikat = {
            p: float(data[f"predikat_{i}"])
            for i, p in enumerate(reversed(URUTAN_PREDIKAT))
            if data[f"predikat_{i}"] is not None
        }
        isi = {k: data[k] for k in ("bobot_kinerja", "bobot_disiplin", "plt_persen", "hari_tutup")}
        return [AturanTpp(predikat=predikat, **isi, **self.bersama())]


class BulanForm(Formulir):
    """Which month to compute: one of the last twelve that have ended."""

    bulan = forms.DateField(label="Bulan", widget=forms.Select)

    def __init__(self, *args, hari_ini, nama, **kwargs):
        super().__init__(*args, **kwargs)
        pilihan = [tambah_bulan(hari_ini.replace(day=1), -i) for i in range(1, 13)]
        self.fields["bulan"].widget.choices = [(b.isoformat(), nama(b)) for b in pilihan]
        self.pilihan = pilihan

    def clean_bulan(self):
        """One of the months offered."""
        if self.cleaned_data["bulan"] not in self.pilihan:
            raise ValidationError("Pilih bulan yang sudah berakhir.")
        return self.cleaned_data["bulan"]


# ── presensi ─────────────────────────────────────────────────────────────────────────────────────────


class PresensiForm(Formulir):
    """A file of the attendance machine; the working hours only when it gives no minutes."""

    file = forms.FileField(
        label="Berkas Excel atau CSV", help_text="Kolom: " + ", ".join(KOLOM) + ". Satu baris satu hari."
    )
    jam_masuk = forms.TimeField(
        label="Jam masuk kantor", required=False, widget=forms.TimeInput(attrs={"type": "time"}),
        help_text="Hanya bila berkas tidak memuat menit terlambat dan pulang cepat.",
    )  # fmt: skip
    jam_pulang = forms.TimeField(
        label="Jam pulang kantor", required=False, widget=forms.TimeInput(attrs={"type": "time"})
    )

    def clean_file(self):
        """Size first; what is inside is judged by the reader."""
        file = self.cleaned_data["file"]
        if file.size > settings.IMPOR_MAKS_BYTE:
            raise ValidationError(f"Berkas terlalu besar; paling besar {settings.IMPOR_MAKS_BYTE // 1048576} MB.")
        return file

    def clean(self):
        """Both hours or none, in order."""
        data = super().clean()
        masuk, pulang = data.get("jam_masuk"), data.get("jam_pulang")
        if (masuk is None) != (pulang is None):
            raise ValidationError("Isi jam masuk dan jam pulang, atau kosongkan keduanya.")
        if masuk and masuk >= pulang:
            raise ValidationError("Jam pulang harus sesudah jam masuk.")
        return data

    @property
    def jam(self):
        """(masuk, pulang) as HH:MM, or nothing."""
        data = self.cleaned_data
        return (f"{data['jam_masuk']:%H:%M}", f"{data['jam_pulang']:%H:%M}") if data["jam_masuk"] else ()
