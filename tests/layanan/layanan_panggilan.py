"""Satu layanan dalam satu berkas: atasan langsung, panggilan yang bercabang dan berulang, berita acara, paraf, SK.

Imported by ``test_rute.py`` while the tests run: what it takes to add a layanan, and nothing more. The law cited is
the general one (PP 11/2017 Pasal 2); the route is invented for the test.
"""

from django import forms

from kepegawaian.models import RiwayatPendidikan
from layanan import bahan_naskah as bahan, katalog, rute
from layanan.katalog import (
    BagianNaskah,
    BatasHukum,
    Dasar,
    Langkah,
    Layanan,
    Syarat,
    TemplatNaskah,
    daftarkan,
    tidak,
    ya,
)

PP11 = Dasar("PP 11/2017", "Pasal 2")
SURAT = TemplatNaskah(
    "surat", "naskah/surat.html", "UJI-S", "Surat Panggilan", "UJI-S/{urut}/{tahun}",
    (BagianNaskah("isi", "Isi", "Bersama ini {{ d.pegawai.nama }} dipanggil menghadap.", "daftar"),),
    (("pegawai.nama", "Siti Aminah"),),
)  # fmt: skip
ACARA = TemplatNaskah("berita_acara", "naskah/berita_acara.html", "UJI-B", "Berita Acara", "UJI-B/{urut}/{tahun}")


class FormIsian(forms.Form):
    """A typed question of the layanan."""

    tmt = forms.DateField()

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)


class FormPanggilan(forms.Form):
    """When and where he must appear; not in the past of the step."""

    hari_hadir = forms.DateField(label="Hari hadir")
    tempat = forms.CharField(label="Tempat")
    butuh_konteks = True

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean_hari_hadir(self):
        hari = self.cleaned_data["hari_hadir"]
        if not self.konteks.acuan.hari_kerja(hari):
            raise forms.ValidationError("Panggilan hanya pada hari kerja.")
        return hari


class FormHadir(forms.Form):
    """What was said; the outcome is added by the engine."""

    catatan = forms.CharField(label="Catatan", required=False)


HADIR = {"hadir": "Hadir", "tidak_hadir": "Tidak hadir"}


@daftarkan
class LayananPanggilan(Layanan):
    """Declares everything; no table, no migration, no URL of its own."""

    slug = "uji-panggilan"
    nama = "Layanan uji panggilan"
    aspek = "k"
    strategis = True
    dasar = (PP11,)
    syarat = (Syarat("UJI-P1", "Bukan golongan I", PP11, lambda k: tidak("Golongan I.") if
                     (k.profil.golongan or "").startswith("I/") else ya("Golongan cukup.")),)  # fmt: skip
    alur = (
        Langkah("atasan", "Pertimbangan atasan langsung", katalog.atasan_langsung, sla_hari_kerja=2),
        Langkah("panggilan_1", "Panggilan pertama", katalog.staf("SUB11"), form=FormPanggilan, naskah=SURAT),
        Langkah("kehadiran_1", "Kehadiran pertama", katalog.staf("SUB11"), form=FormHadir, sebutan=HADIR,
                hasil={"hadir": "pemeriksaan"}, batas_hukum=BatasHukum(7, "hari_kerja", PP11)),
        Langkah("panggilan_2", "Panggilan ulang", katalog.staf("SUB11"), form=FormPanggilan, naskah=SURAT),
        Langkah("kehadiran_2", "Kehadiran ulang", katalog.staf("SUB11"), form=FormHadir, sebutan=HADIR,
                hasil={"hadir": "pemeriksaan", "tidak_hadir": "panggilan_2"}),
        Langkah("pemeriksaan", "Pemeriksaan", katalog.jabatan("KEPALA-SUB11"), sla_hari_kerja=30, naskah=ACARA,
                sebutan={"terbukti": "Terbukti", "tidak": "Tidak terbukti"}, hasil={"tidak": "SELESAI"},
                batas_hukum=BatasHukum(10, "hari", PP11)),
        Langkah("paraf_kabid", "Paraf kepala bidang", katalog.jabatan("KEPALA-BID1"), paraf=True),
        Langkah("kaban", "Persetujuan kepala badan", katalog.jabatan("KEPALA-BKPSDM"), paraf=True, boleh_tolak=True),
        Langkah("penetapan", "Penetapan", katalog.staf("SUB11"), katalog.TETAPKAN),
        Langkah("tanda_tangan", "Tanda tangan", katalog.penandatangan(""), katalog.TANDA_TANGAN),
    )  # fmt: skip
    form = FormIsian
    naskah = TemplatNaskah("sk", "naskah/surat.html", "UJI-K", "Keputusan uji panggilan", "UJI-K/{urut}/{tahun}")
    pengusul = ("operator_opd",)
    pemilik = "SUB11"

    def kantor_penandatangan(self, konteks):
        """The head of the BKD."""
        return "KABAN"

    def data_surat(self, kode, konteks):
        """The summons and the report of the examination."""
        jawab = konteks.langkah[kode]
        tanda = bahan.penanda_tangan({"nama": "Kepala Subbidang", "jabatan": 0}, konteks.tanggal)
        rincian = [("Hari", jawab.get("hari_hadir", "")), ("Tempat", jawab.get("tempat", ""))]
        return bahan.surat(kode, kop=bahan.kop_kantor(konteks.acuan, konteks.tanggal, None), tempat="Lamongan",
                           kepada=[konteks.profil.nama], isi=["Isi."], rincian=rincian,
                           tanda_tangan=tanda) | {"pegawai": {"nama": konteks.profil.nama_lengkap}}  # fmt: skip

    def data_naskah(self, konteks):
        """The decree reads what the examination found."""
        kantor = rute.pejabat(katalog.penandatangan(""), self, konteks, konteks.acuan, konteks.tanggal)
        tanda = bahan.penanda_tangan(kantor, konteks.tanggal)
        return bahan.surat("SK", kop={}, tempat="Lamongan", isi=[konteks.langkah["pemeriksaan"]["hasil"]],
                           tanda_tangan=tanda)  # fmt: skip

    def terapkan(self, naskah_pegawai):
        """Any effect will do."""
        RiwayatPendidikan.objects.create(
            pegawai=naskah_pegawai.pegawai, tmt=naskah_pegawai.tmt, naskah_pegawai=naskah_pegawai,
            tingkat_id="45", nama="S-2 UJI",
        )  # fmt: skip
