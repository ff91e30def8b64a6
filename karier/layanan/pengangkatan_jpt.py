"""Pengangkatan JPT Pratama. Dasar: UU 20/2023; PP 17/2020 Pasal 107; PermenPANRB 15/2019.

Who is appointed comes from a seleksi terbuka (``sumber`` = ``lamaran:<id>``: chosen by the PPK out of three) or, when the
setting ``jpt_jalur_talenta`` stands, from the talent pool (``talenta:<jabatan id>``). The post is sworn in, so the TMT is
born at the pelantikan. Printed data: ``karier/bahan_jpt.py``.
"""

from datetime import date

from django import forms
from django.db.models.functions import Now
from django.utils import timezone

from karier import bahan_jpt as bahan
from karier.aturan.talenta import SUKSESI
from karier.models import BarisTalenta, PelamarJpt
from karier.sasaran import muat
from karier.seleksi.penilaian import SLUG
from karier.syarat import JAB, JPT, periksa
from karier.uji import BAGIAN
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.aturan_jabatan import arah
from kepegawaian.hak import KODE_SEKDA
from kepegawaian.models import Jabatan, RiwayatJabatan, RiwayatUnit
from kepegawaian.models.dasar import Pelaku
from kepegawaian.profil import profil_satu
from layanan import akibat, katalog, naskah as berkas_naskah
from layanan.galat import DitolakAlur
from layanan.katalog import Dasar, Konteks, Langkah, Layanan, TemplatNaskah, daftarkan

STAF, KABAN = katalog.staf("SUB22"), katalog.jabatan("KEPALA-BKPSDM")
ATASAN = katalog.Alamat("kantor", "atasan_jpt")
POLA = "{klasifikasi}/{urut}/413.207/{tahun}"
LANTIK = Dasar("PerBKN 7/2017")
TANGGAL = {"type": "date"}


def _surat(judul, templat="naskah/surat.html", jenis="surat"):
    """A berita acara is signed by several, on paper; the other letters by one official, also electronically."""
    return TemplatNaskah(jenis, templat, "800", judul, POLA, elektronik=jenis == "surat")


def _lewat(isi, medan, sebutan):
    if isi.get(medan) and isi[medan] > timezone.localdate():
        raise forms.ValidationError(f"{sebutan} tidak boleh setelah hari ini.")
    return isi.get(medan)


class PengangkatanForm(forms.Form):
    """Where the choice comes from, and the planned day."""

    sumber = forms.ChoiceField(label="Dasar pengisian jabatan")
    tmt = forms.DateField(
        label="Rencana pelantikan",
        widget=forms.DateInput(attrs=TANGGAL),
        help_text="TMT-nya ialah tanggal pelantikan.",
    )

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        if konteks is not None:
            self.fields["sumber"].choices = pilihan(konteks)


class RekomendasiForm(forms.Form):
    """The recommendation of the supervising body on the result."""

    HASIL = [("direkomendasikan", "Direkomendasikan"), ("tidak", "Tidak direkomendasikan")]
    hasil = forms.ChoiceField(label="Jawaban", choices=HASIL, widget=forms.RadioSelect)
    nomor_rekomendasi = forms.CharField(label="Nomor surat", max_length=100)
    tanggal_rekomendasi = forms.DateField(label="Tanggal surat", widget=forms.DateInput(attrs=TANGGAL))
    berkas = forms.FileField(label="Pindaian surat")

    def clean_tanggal_rekomendasi(self):
        """Not ahead of today."""
        return _lewat(self.cleaned_data, "tanggal_rekomendasi", "Tanggal surat")


class PelantikanJptForm(forms.Form):
    """Day, place, rohaniwan and two witnesses; the SK is signed before (PLT-S1)."""

    butuh_konteks = True
    tanggal_pelantikan = forms.DateField(label="Tanggal pelantikan", widget=forms.DateInput(attrs=TANGGAL))
    tempat = forms.CharField(label="Tempat", max_length=120)
    rohaniwan = forms.CharField(label="Rohaniwan", max_length=120)
    saksi_1 = forms.CharField(label="Saksi pertama", max_length=160)
    saksi_2 = forms.CharField(label="Saksi kedua", max_length=160)

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean_tanggal_pelantikan(self):
        """Held already, and not before the SK was signed."""
        hari = _lewat(self.cleaned_data, "tanggal_pelantikan", "Tanggal pelantikan")
        sk = self.konteks and bahan.sk_berlaku(self.konteks)
        if sk and hari < timezone.localdate(sk.ditandatangani_pada):
            raise forms.ValidationError("Pelantikan mendahului penandatanganan SK.")
        return hari

    def clean_saksi_2(self):
        """Two different people."""
        if self.cleaned_data["saksi_2"].casefold() == self.cleaned_data.get("saksi_1", "").casefold():
            raise forms.ValidationError("Kedua saksi harus orang yang berlainan.")
        return self.cleaned_data["saksi_2"]


class SpmtJptForm(forms.Form):
    """The day he begins to work in the post; not before the pelantikan (PLT-S3)."""

    butuh_konteks = True
    tanggal_spmt = forms.DateField(label="Tanggal mulai melaksanakan tugas", widget=forms.DateInput(attrs=TANGGAL))

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.konteks = konteks

    def clean_tanggal_spmt(self):
        """On or after the day of the oath."""
        mulai, jawab = self.cleaned_data["tanggal_spmt"], self.konteks and self.konteks.langkah.get("pelantikan")
        if jawab and mulai < date.fromisoformat(str(jawab["tanggal_pelantikan"])):
            raise forms.ValidationError("SPMT mendahului pelantikan.")
        return mulai


@daftarkan
class PengangkatanJpt(Layanan):
    """From the choice of the PPK to the oath."""

    slug = SLUG
    nama = "Pengangkatan JPT Pratama"
    aspek = "f"
    uraian = "Pengangkatan dalam jabatan pimpinan tinggi pratama dari hasil seleksi terbuka atau talent pool."
    dampak = "Jabatan dan unit kerjanya berganti sejak tanggal pelantikan."
    strategis = True
    pengusul = ("staf_bkd",)
    pemilik = "SUB22"
    dasar = (Dasar("UU 20/2023"), Dasar("PP 17/2020", "Pasal 107 huruf c"), Dasar("PermenPANRB 15/2019"))
    bagian = (*BAGIAN, "unit")
    form = PengangkatanForm
    naskah = TemplatNaskah(
        jenis="sk", templat="naskah/penempatan.html", klasifikasi="821.2", judul="Keputusan Pengangkatan dalam JPT Pratama",
        pola_nomor=POLA, bagian=bahan.BAGIAN, nama=bahan.NAMA,
    )  # fmt: skip
    alur = (
        Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB22"), sla_hari_kerja=2),
        Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID2"), sla_hari_kerja=2, paraf=True),
        Langkah("berita_acara", "Berita acara hasil pengisian jabatan", KABAN, sla_hari_kerja=2, paraf=True,
                naskah=_surat("Berita Acara Hasil Pengisian JPT Pratama", "naskah/berita_acara.html", "berita_acara"),
                tombol="Setujui dan terbitkan berita acara"),
        Langkah("rekomendasi", "Rekomendasi atas hasil pengisian jabatan", STAF, katalog.REKAM, sla_hari_kerja=20,
                form=RekomendasiForm, hasil={"tidak": "TOLAK"}, jalur="BKN", tombol="Rekam rekomendasi"),
        Langkah("keputusan", "Keputusan Bupati", katalog.jabatan("BUPATI"), sla_hari_kerja=2, boleh_tolak=True),
        Langkah("penetapan", "Penetapan nomor dan pencetakan SK", STAF, katalog.TETAPKAN, sla_hari_kerja=2),
        Langkah("tanda_tangan", "Penandatanganan SK", katalog.penandatangan(""), katalog.TANDA_TANGAN, sla_hari_kerja=2),
        Langkah("pelantikan", "Pelantikan dan pengambilan sumpah", KABAN, katalog.SERAHKAN, sla_hari_kerja=20,
                form=PelantikanJptForm, batas_hukum=katalog.BatasHukum(30, "hari", LANTIK),
                tombol="Rekam pelantikan dan terbitkan berita acara",
                naskah=_surat("Berita Acara Pengambilan Sumpah/Janji Jabatan", "naskah/berita_acara.html", "berita_acara")),
        Langkah("pernyataan", "Surat pernyataan pelantikan", KABAN, katalog.SERAHKAN, sla_hari_kerja=3,
                naskah=_surat("Surat Pernyataan Pelantikan", "naskah/pernyataan.html"),
                tombol="Terbitkan surat pernyataan pelantikan"),
        Langkah("spmt", "Surat pernyataan melaksanakan tugas", ATASAN, katalog.SERAHKAN, sla_hari_kerja=3, form=SpmtJptForm,
                naskah=_surat("Surat Pernyataan Melaksanakan Tugas", "naskah/pernyataan.html"), tombol="Terbitkan SPMT"),
    )  # fmt: skip

    @property
    def semua_syarat(self):
        """The conditions of a JPT Pratama, of the post chosen."""
        return (*JPT.values(), *(JAB[k] for k in ("JAB-01", "JAB-08", "JAB-09", "JAB-10")))

    def siapkan(self, profil, isian):
        """``jabatan``, ``sasaran``, and the ``pelamar`` behind the source, as far as chosen."""
        jabatan, pelamar = sumber(isian.get("sumber"), profil.pegawai_id)
        if jabatan is None:
            return {}
        return {"jabatan": jabatan, "pelamar": pelamar}

    def periksa(self, konteks):
        """What the post asks, with what the administrative check verified."""
        jabatan, pelamar = konteks.lain.get("jabatan"), konteks.lain.get("pelamar")
        if jabatan is None:
            return []
        sasaran = muat([jabatan], tanggal=konteks.tanggal, acuan=konteks.acuan)[jabatan.pk]
        isian = pelamar.isian if pelamar else {}
        return periksa(Konteks(konteks.profil, isian, konteks.tanggal, konteks.acuan, {"sasaran": sasaran}))

    def isian_awal(self, profil, tanggal, acuan):
        """Today as the planned day."""
        return {"sumber": "", "tmt": tanggal}

    def ringkas(self, profil, isian):
        """``Kepala Dinas …, rencana 1 Desember 2026``."""
        jabatan, _ = sumber(isian.get("sumber"), profil.pegawai_id)
        return f"{jabatan.nama if jabatan else 'jabatan belum dipilih'}, rencana {tulis_tanggal(isian.get('tmt'))}"

    def kantor_penandatangan(self, konteks):
        """The Bupati as PPK."""
        return "BUPATI"

    def tmt_menyusul(self, konteks):
        """The pelantikan gives it."""
        return True

    def akibat(self, konteks):
        """Post and unit."""
        jabatan = konteks.lain.get("jabatan")
        if jabatan is None:
            return []
        p, unit = konteks.profil, konteks.acuan.unit.get(jabatan.unit_id)
        return [("Jabatan", p.jabatan or "–", jabatan.nama), ("Unit kerja", p.unit or "–", unit.nama if unit else "–")]

    def data_naskah(self, konteks):
        """What the petikan prints."""
        if konteks.lain.get("jabatan") is None:
            raise DitolakAlur("Pilih dasar pengisian jabatannya lebih dulu.")
        return bahan.data_sk(self, konteks)

    def data_surat(self, kode, konteks):
        """The letters of the steps."""
        jawab = konteks.langkah.get(kode) or {}
        if kode == "berita_acara":
            return bahan.berita_acara_hasil(self, konteks)
        if kode == "pelantikan":
            return bahan.berita_acara_sumpah(self, konteks, jawab)
        if kode == "spmt":
            return bahan.spmt(self, konteks, jawab)
        return bahan.pernyataan(self, konteks)

    def setelah_langkah(self, usulan, kode, jawaban, oleh):
        """The pelantikan gives the TMT and applies the SK; the SPMT notes the first working day on the post."""
        if kode == "pelantikan":
            berkas_naskah.berlakukan_menyusul(usulan, date.fromisoformat(jawaban["tanggal_pelantikan"]), oleh)
        elif kode == "spmt":
            akibat.catat_spmt(usulan, date.fromisoformat(jawaban["tanggal_spmt"]))

    def kantor_langkah(self, kode, konteks):
        """``atasan_jpt``: who stands above a JPT Pratama is the Sekda; above the Sekda himself, the Bupati."""
        jabatan = konteks.lain.get("jabatan")
        return "BUPATI" if jabatan and jabatan.kode == KODE_SEKDA else "SEKDA"

    def sebutan_kantor(self, kode):
        """In words."""
        return "pimpinan", "Sekretaris Daerah; bagi Sekretaris Daerah, Bupati"

    def terapkan(self, naskah_pegawai):
        """RiwayatJabatan, and RiwayatUnit where the unit changes, dated the day of pelantikan."""
        np = naskah_pegawai
        if akibat.sudah_diterapkan(np, RiwayatJabatan):
            return
        jabatan, _ = sumber(np.data["isian"].get("sumber"), np.pegawai_id)
        if jabatan is None:
            raise DitolakAlur("Jabatan yang dituju tidak ada lagi.")
        p = profil_satu(np.pegawai_id, per=np.tmt, bagian=("jabatan", "unit"))
        RiwayatJabatan.objects.filter(
            pegawai_id=np.pegawai_id, tmt=np.tmt, penugasan="D", dibatalkan_pada__isnull=True
        ).update(
            dibatalkan_pada=Now(), dibatalkan_oleh_id=Pelaku(), dibatalkan_naskah=np,
            dibatalkan_sebab=f"Digantikan {np.naskah.perihal} {np.naskah.nomor}"[:200],
        )  # fmt: skip
        RiwayatJabatan.objects.create(
            **akibat.kolom_sk(np), jabatan=jabatan, unit=jabatan.unit, tmt_pelantikan=np.tmt, arah=_arah(p, jabatan)
        )
        if p.unit_id != jabatan.unit_id:
            akibat.gantikan(RiwayatUnit, np)
            RiwayatUnit.objects.create(**akibat.kolom_sk(np), unit=jabatan.unit)

    def skenario_sensus(self, tanggal):
        """Its conditions are those of a post, asked of candidates on their pages."""
        return []


def _arah(p, jabatan):
    lama = (p.jenis_jabatan or "", p.kelompok_jabatan or "", p.jenjang or "")
    baru = (jabatan.jenis, jabatan.eselon.kelompok if jabatan.eselon else "", jabatan.jenjang)
    return arah(acuan_kini(), p.per, lama, baru)


def sumber(kunci, pegawai_id):
    """(Jabatan, PelamarJpt or None) a source names for this pegawai; (None, None) when it names nothing of his."""
    jenis, _, nomor = str(kunci or "").partition(":")
    if not nomor.isdigit():
        return None, None
    if jenis == "lamaran":
        p = PelamarJpt.objects.select_related(
            "lowongan__jabatan__eselon", "lowongan__jabatan__unit", "lowongan__seleksi"
        ).filter(pk=nomor, pegawai_id=pegawai_id, lowongan__terpilih_id=nomor).first()  # fmt: skip
        return (p.lowongan.jabatan, p) if p else (None, None)
    if jenis == "talenta":
        return Jabatan.objects.select_related("eselon", "unit").filter(pk=nomor).first(), None
    return None, None


def pilihan(konteks):
    """Sources this pegawai may be appointed from: posts he was chosen for; vacant JPT posts while the pool is open."""
    pegawai_id = konteks.profil.pegawai_id
    terpilih = PelamarJpt.objects.filter(pegawai_id=pegawai_id, lowongan__terpilih__pegawai_id=pegawai_id)
    hasil = [
        (f"lamaran:{p.pk}", f"Seleksi terbuka: {p.lowongan.jabatan.nama}")
        for p in terpilih.select_related("lowongan__jabatan")
    ]
    if not konteks.acuan.setelan("jpt_jalur_talenta", konteks.tanggal):
        return hasil
    baris = BarisTalenta.objects.filter(pegawai_id=pegawai_id).order_by("-potret__tahun").first()
    if baris is None or baris.kotak not in SUKSESI:
        return hasil
    jabatan = Jabatan.objects.filter(eselon__kelompok="jpt_pratama", berlaku_sampai__isnull=True).order_by("nama")
    return hasil + [(f"talenta:{j.pk}", f"Talent pool: {j.nama}") for j in jabatan]
