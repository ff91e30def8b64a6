"""Formulir register sarana: ruang, barang, keadaan, pemeliharaan, pelepasan, kebutuhan."""

from django import forms
from django.core.exceptions import ValidationError

from eperformance.models import Simpul
from kepegawaian.akun import rapatkan
from kepegawaian.forms import Formulir, tanggal as isian_tanggal
from kepegawaian.models import Pegawai, UnitKerja
from tata_kelola.anggaran import BERPAGU
from tata_kelola.forms_tata import PilihUnit, Rupiah, teks, unit_bkd
from tata_kelola.hak import memiliki
from tata_kelola.models import KeadaanBarang, KebutuhanBarang, Ruang
from tata_kelola.models.sarana import KATEGORI

TAHUN = {"min_value": 1945, "max_value": 2100}


class FormRuang(Formulir):
    """A room of the office."""

    kode = forms.CharField(label="Kode ruang", max_length=20, help_text="Misalnya R-101.")
    nama = forms.CharField(label="Nama ruang", max_length=100)
    unit = PilihUnit(UnitKerja.objects.none(), label="Unit yang memakainya")

    def __init__(self, *args, acuan, **lain):
        super().__init__(*args, **lain)
        self.fields["unit"].queryset = unit_bkd(acuan)


class FormKeadaan(Formulir):
    """Where a thing stands, how it is, who holds it. Only a pegawai the writer may see can be named."""

    ruang = forms.ModelChoiceField(Ruang.objects.none(), label="Ruang")
    kondisi = forms.ChoiceField(label="Kondisi", choices=KeadaanBarang.KONDISI)
    pemegang = forms.CharField(
        label="NIP pemegang", max_length=30, required=False, help_text="Kosongkan bila dipakai bersama di ruangnya."
    )
    catatan = forms.CharField(label="Catatan", max_length=300, required=False)
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, hak, **lain):
        super().__init__(*args, **lain)
        self.hak = hak
        self.fields["ruang"].queryset = Ruang.objects.order_by("kode")

    def clean_pemegang(self):
        """The Pegawai of the NIP, None when it is empty."""
        nip = rapatkan(self.cleaned_data["pemegang"])
        if not nip:
            return None
        orang = Pegawai.objects.filter(self.hak.lingkup("kini__"), nip=nip, kini__aktif=True).first()
        if orang is None:
            raise ValidationError("Tidak ada pegawai aktif dengan NIP itu dalam cakupan Anda.")
        return orang


class FormBarang(FormKeadaan):
    """A thing; with ``baru`` its first state too."""

    kode = forms.CharField(label="Kode barang", max_length=40, help_text="Kode pada labelnya; satu kode satu barang.")
    nama = forms.CharField(label="Nama barang", max_length=150)
    kategori = forms.ChoiceField(label="Kategori", choices=KATEGORI)
    merek = forms.CharField(label="Merek atau tipe", max_length=100, required=False)
    tahun = forms.IntegerField(label="Tahun perolehan", **TAHUN)
    nilai = Rupiah("Nilai perolehan")
    field_order = ("kode", "nama", "kategori", "merek", "tahun", "nilai", "ruang", "kondisi", "pemegang", "catatan")

    def __init__(self, *args, baru=True, **lain):
        super().__init__(*args, **lain)
        if not baru:
            for nama in ("ruang", "kondisi", "pemegang", "catatan"):
                del self.fields[nama]


class FormPelihara(Formulir):
    """A maintenance that was done."""

    tanggal = isian_tanggal("Dikerjakan pada")
    uraian = teks("Yang dikerjakan", 300)
    biaya = Rupiah("Biaya", help_text="0 bila tanpa biaya.")
    berikutnya = isian_tanggal(
        "Berikutnya paling lambat", required=False, help_text="Pengingatnya tampil pada Tugas saya Sekretariat."
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)


class FormLepas(Formulir):
    """Why a thing leaves the register."""

    alasan = teks("Alasan dikeluarkan", 300, help_text="Misalnya nomor berita acara atau keputusan penghapusannya.")
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)


class PilihKegiatan(forms.ModelChoiceField):
    """A kegiatan with the year of its tree."""

    def label_from_instance(self, obj):
        """Year and words."""
        return f"{obj.pohon.tahun}: {obj.uraian}"[:110]


class FormKebutuhan(Formulir):
    """A need. Only units that ``hak`` writes for are offered."""

    tahun = forms.TypedChoiceField(label="Tahun", coerce=int)
    unit = PilihUnit(UnitKerja.objects.none(), label="Unit yang memerlukan")
    simpul = PilihKegiatan(
        Simpul.objects.none(), label="Dibebankan pada kegiatan", required=False, empty_label="(belum ditentukan)",
        help_text="Kegiatan pada pohon kinerja; pohon tahun depan belum tentu ada, jadi kegiatan tahun ini boleh dipilih.",
    )  # fmt: skip
    nama = forms.CharField(label="Barang", max_length=150)
    kategori = forms.ChoiceField(label="Kategori", choices=KATEGORI)
    jumlah = forms.IntegerField(label="Jumlah", min_value=1, max_value=100_000)
    satuan = forms.CharField(label="Satuan", max_length=20, initial="unit")
    harga = Rupiah("Perkiraan harga satuan")
    alasan = teks("Mengapa diperlukan", 300)

    def __init__(self, *args, acuan, hak, hari_ini, **lain):
        super().__init__(*args, **lain)
        self.fields["tahun"].choices = [(t, str(t)) for t in (hari_ini.year + 1, hari_ini.year)]
        unit = self.fields["unit"]
        unit.queryset = unit_bkd(acuan)
        boleh = [u for u in unit.queryset if memiliki(hak, acuan, u)]
        unit.choices = [("", "---------"), *((u.pk, unit.label_from_instance(u)) for u in boleh)]
        self.fields["simpul"].queryset = (
            Simpul.objects.filter(pohon__status="berlaku", jenis__in=BERPAGU, berakhir=None)
            .select_related("pohon").order_by("-pohon__tahun", "urutan", "pk")
        )  # fmt: skip


class FormPutusan(Formulir):
    """Agreed to or not."""

    status = forms.ChoiceField(label="Putusan", choices=[s for s in KebutuhanBarang.STATUS if s[0] != "diusulkan"])
    catatan = teks("Catatan", 300, required=False, help_text="Wajib bila tidak disetujui.")
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
