"""KARPEG, KARIS, dan KARSU: kartu baru, pengganti yang hilang, pengganti yang salah.

Dasar: Kep BAKN 066/KEP/1974; Kep BAKN 1158a/KEP/1983; SE BAKN 08/SE/1983; PP 10/1983 jo. PP 45/1990; Perka BKN 16/2013.
The card itself is made by BKN (SIASN): its number is recorded at the step ``rekam_kartu`` and becomes a row of
RiwayatKartu. KARIS and KARSU are owned by the Subbidang Kesejahteraan, KARPEG by Dokumentasi.
"""

from datetime import timedelta

from django import forms
from django.db.models.functions import Now

from kepangkatan.aturan import kartu as aturan
from kepegawaian.models import RiwayatKartu
from kepegawaian.models.dasar import Pelaku
from layanan import akibat, katalog
from layanan.forms_luar import hari_lalu
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat, TemplatNaskah, daftarkan
from layanan.sensus import Skenario

SUAMI_ISTRI = aturan.BAPAK_IBU
KEP1158 = Dasar("Kep BAKN 1158a/KEP/1983")
ALASAN = [("baru", "Kartu baru"), ("hilang", "Pengganti yang hilang"), ("salah", "Pengganti yang salah")]
PERKAWINAN = [("", "—"), ("1", "Pertama"), ("2", "Kedua"), ("3", "Ketiga"), ("4", "Keempat")]
TANGGAL = {"required": False, "widget": forms.DateInput(attrs={"type": "date"})}


class KartuForm(forms.Form):
    """Which card, for whom, why; of a marriage card also the facts of the marriage."""

    jenis = forms.ChoiceField(label="Kartu", choices=RiwayatKartu.JENIS)
    alasan = forms.ChoiceField(label="Alasan", choices=ALASAN)
    anggota = forms.ChoiceField(
        label="Pasangan", required=False, help_text="Bagi KARIS dan KARSU; dari riwayat keluarga pegawai."
    )
    tanggal_kawin = forms.DateField(label="Tanggal akad nikah", **TANGGAL)
    tanggal_laporan = forms.DateField(label="Tanggal laporan perkawinan", **TANGGAL)
    perkawinan_ke = forms.ChoiceField(label="Perkawinan ke", choices=PERKAWINAN, required=False)
    izin = forms.CharField(label="Nomor SK izin perkawinan", max_length=100, required=False)
    istri_kedua = forms.BooleanField(label="Menjadi istri kedua atau seterusnya", required=False)
    keterangan_terlambat = forms.BooleanField(label="Melampirkan surat keterangan terlambat melapor", required=False)

    def __init__(self, *args, konteks=None, **kwargs):
        super().__init__(*args, **kwargs)
        orang = konteks.profil.tanggungan if konteks else ()
        pasangan = [(t.anggota, t.nama) for t in orang if t.hubungan == "pasangan"]
        self.fields["anggota"].choices = [("", "—"), *pasangan]

    def clean_tanggal_kawin(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_kawin"], "Tanggal akad")

    def clean_tanggal_laporan(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_laporan"], "Tanggal laporan")

    def clean(self):
        """A marriage card names the spouse; a new one also the marriage."""
        isi = super().clean()
        if isi.get("jenis") in SUAMI_ISTRI:
            wajib = ["anggota"] + (
                ["tanggal_kawin", "tanggal_laporan", "perkawinan_ke"] if isi.get("alasan") == "baru" else []
            )
            for nama in wajib:
                if not isi.get(nama) and nama not in self.errors:
                    self.add_error(nama, f"{self.fields[nama].label} belum diisi.")
        return isi


class RekamKartuForm(forms.Form):
    """The card as BKN made it."""

    nomor_sk = forms.CharField(label="Nomor kartu", max_length=40)
    tanggal_sk = forms.DateField(label="Tanggal terbit", widget=forms.DateInput(attrs={"type": "date"}))
    pejabat = forms.CharField(label="Penerbit", max_length=160, initial="Badan Kepegawaian Negara")
    berkas = forms.FileField(
        label="Pindaian kartu", widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"})
    )

    def clean_tanggal_sk(self):
        """Not ahead of today."""
        return hari_lalu(self.cleaned_data["tanggal_sk"], "Tanggal terbit")


def _karpeg(k):
    return k.isian.get("jenis") == "KARPEG"


def _pasangan(k):
    return k.isian.get("jenis") in SUAMI_ISTRI


def _alasan(*kode):
    return lambda k: k.isian.get("alasan") in kode


@daftarkan
class KartuPegawai(Layanan):
    """One service for the three cards; who owns it follows the card asked for."""

    slug = "kartu"
    nama = "KARPEG, KARIS, dan KARSU"
    aspek = "c"
    uraian = "Permintaan kartu pegawai, kartu istri, atau kartu suami: baru, pengganti yang hilang, atau yang salah."
    dampak = "Nomor kartu dari BKN tercatat pada riwayat; kartu lama yang diganti berakhir."
    pemilik = "SUB42"
    surat_pengantar = True
    pengusul = ("asn", "operator_opd", "staf_bkd")
    dasar = (Dasar("Kep BAKN 066/KEP/1974"), KEP1158, Dasar("SE BAKN 08/SE/1983"), Dasar("Perka BKN 16/2013"))
    bagian = ("unit", "jabatan", "kartu", "tanggungan")
    form = KartuForm
    syarat = (
        Syarat(
            "KRT-01", "Perkawinan dilaporkan dalam 1 tahun sejak akad", Dasar("PP 10/1983", "Pasal 2"),
            aturan.k01_lapor_setahun, keyakinan="sebagian", dasar_lain=(Dasar("SE BAKN 08/SE/1983"),),
        ),
        Syarat(
            "KRT-02", "Perkawinan kedua dan seterusnya berizin", Dasar("PP 45/1990", "Pasal 4"),
            aturan.k02_izin_kawin_lagi, keyakinan="sebagian",
        ),
        Syarat("KRT-03", "Belum ada kartu aktif yang sama", KEP1158, aturan.k03_belum_ada_kartu),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat("surat_pengantar", "Surat pengantar OPD", wajib=False),
        DokumenSyarat("sk_cpns", "SK CPNS", dosir="status"),
        DokumenSyarat("sk_pns", "SK PNS", dosir="status"),
        DokumenSyarat("sttpl", "STTPL Latsar", bila=_karpeg, kapan="bagi KARPEG"),
        DokumenSyarat("foto", "Pas foto pegawai", bila=_karpeg, kapan="bagi KARPEG"),
        DokumenSyarat("laporan_kawin", "Laporan perkawinan", bila=_pasangan, kapan="bagi KARIS dan KARSU",
                      keterangan="Laporan perkawinan janda atau duda disertai akta cerai atau akta kematian."),
        DokumenSyarat("daftar_keluarga", "Daftar keluarga", bila=_pasangan, kapan="bagi KARIS dan KARSU"),
        DokumenSyarat("akta_nikah", "Akta atau buku nikah yang dilegalisasi", bila=_pasangan, kapan="bagi KARIS dan KARSU"),
        DokumenSyarat("sk_pangkat", "SK pangkat terakhir", dosir="pangkat", bila=_pasangan, kapan="bagi KARIS dan KARSU"),
        DokumenSyarat("kartu_keluarga", "Kartu keluarga", bila=_pasangan, kapan="bagi KARIS dan KARSU"),
        DokumenSyarat("karpeg", "KARPEG", bila=_pasangan, kapan="bagi KARIS dan KARSU"),
        DokumenSyarat("foto_pasangan", "Pas foto pasangan 2×3", bila=_pasangan, kapan="bagi KARIS dan KARSU"),
        DokumenSyarat("sk_izin", "SK izin perkawinan", bila=lambda k: bool(k.isian.get("izin")),
                      kapan="bagi perkawinan kedua dan seterusnya"),
        DokumenSyarat("keterangan", "Surat keterangan terlambat melapor",
                      bila=lambda k: bool(k.isian.get("keterangan_terlambat")), kapan="bila melapor lewat 1 tahun"),
        DokumenSyarat("kehilangan", "Laporan kehilangan dari kepolisian", bila=_alasan("hilang"), kapan="bila hilang"),
        DokumenSyarat("kartu_salah", "Kartu yang salah", bila=_alasan("salah"), kapan="bila salah"),
    )  # fmt: skip
    alur = (
        Langkah("verifikasi_opd", "Pengantar kepala perangkat daerah", katalog.kepala_opd, sla_hari_kerja=3),
        Langkah("verifikasi_bkd", "Verifikasi berkas", katalog.staf_pemilik, sla_hari_kerja=3),
        Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.kepala_pemilik, sla_hari_kerja=2),
        Langkah(
            "rekam_kartu", "Penerbitan kartu oleh BKN", katalog.staf_pemilik, katalog.REKAM, sla_hari_kerja=15,
            form=RekamKartuForm, jalur="BKN", tombol="Rekam kartu",
            naskah=TemplatNaskah(
                jenis="surat", templat="naskah/surat.html", klasifikasi="", judul="Kartu pegawai, istri, atau suami",
                pola_nomor="",
            ),
        ),
        Langkah("serahkan", "Penyerahan kartu", katalog.staf_pemilik, katalog.SERAHKAN, sla_hari_kerja=3),
    )  # fmt: skip

    def unit_pemilik(self, isian):
        """KARPEG: Subbidang Dokumentasi; KARIS and KARSU: Subbidang Kesejahteraan."""
        return "SUB13" if isian.get("jenis") == "KARPEG" else "SUB42"

    def isian_awal(self, profil, tanggal, acuan):
        """A married man without card of his wife asks a KARIS, a woman a KARSU, others a KARPEG."""
        pasangan = next((t for t in profil.tanggungan if t.hubungan == "pasangan"), None)
        if pasangan is None:
            return {"jenis": "KARPEG", "alasan": "baru", "anggota": ""}
        jenis = "KARIS" if profil.jenis_kelamin == "L" else "KARSU"
        return {"jenis": jenis, "alasan": "baru", "anggota": pasangan.anggota, "tanggal_kawin": None}

    def ringkas(self, profil, isian):
        """``KARIS, kartu baru``."""
        return f"{isian.get('jenis') or 'Kartu'}, {dict(ALASAN).get(isian.get('alasan'), '').lower()}"

    def periksa(self, konteks):
        """The rules of marriage are of a new marriage card; KRT-03 is of every card."""
        kawin = _pasangan(konteks) and konteks.isian.get("alasan") == "baru"
        return [(s, s.periksa(konteks)) for s in self.syarat if kawin or s.kode == "KRT-03"]

    def akibat(self, konteks):
        """The card that ends, and the one that comes."""
        isian, jenis = konteks.isian, konteks.isian.get("jenis")
        if not jenis:
            return []
        lama = aturan.kartu_aktif(konteks.profil, jenis, isian.get("anggota") or "", konteks.tanggal)
        return [(dict(RiwayatKartu.JENIS)[jenis], lama.nomor if lama else "belum ada", "nomor baru dari BKN")]

    def dicetak(self, konteks):
        """Made by BKN."""
        return False

    def terapkan(self, naskah_pegawai):
        """One RiwayatKartu; the card it replaces is written anew with its last day."""
        np = naskah_pegawai
        if akibat.sudah_diterapkan(np, RiwayatKartu):
            return
        isian = np.data["isian"]
        jenis = isian["jenis"]
        kolom = {"jenis": jenis, "anggota": (isian.get("anggota") or "") if jenis in SUAMI_ISTRI else ""}
        lama = list(RiwayatKartu.objects.filter(
            pegawai_id=np.pegawai_id, sampai__isnull=True, dibatalkan_pada__isnull=True, tmt__lt=np.tmt, **kolom
        ))  # fmt: skip
        RiwayatKartu.objects.filter(pk__in=[k.pk for k in lama]).update(
            dibatalkan_pada=Now(), dibatalkan_oleh_id=Pelaku(), dibatalkan_naskah=np,
            dibatalkan_sebab=f"Diganti kartu {np.naskah.nomor}"[:200],
        )  # fmt: skip
        for k in lama:
            RiwayatKartu.objects.create(
                pegawai_id=np.pegawai_id, naskah_pegawai=np, tmt=k.tmt, sampai=np.tmt - timedelta(days=1), nomor=k.nomor,
                nomor_sk=k.nomor_sk, tanggal_sk=k.tanggal_sk, pejabat=k.pejabat, **kolom,
            )  # fmt: skip
        RiwayatKartu.objects.create(**akibat.kolom_sk(np), nomor=np.naskah.nomor, **kolom)

    def skenario_sensus(self, tanggal):
        """A KARPEG, a marriage reported in time, one reported late, a second marriage, a card lost."""

        def kawin(**isi):
            dasar = {"alasan": "baru", "anggota": "x", "tanggal_kawin": tanggal - timedelta(days=200),
                     "tanggal_laporan": tanggal, "perkawinan_ke": "1"}  # fmt: skip
            return lambda p, acuan: {"jenis": "KARIS" if p.jenis_kelamin == "L" else "KARSU"} | dasar | isi

        lewat = tanggal - timedelta(days=500)
        return [
            Skenario("KARPEG baru", tanggal, isian=lambda p, acuan: {"jenis": "KARPEG", "alasan": "baru"}),
            Skenario("KARPEG hilang", tanggal, isian=lambda p, acuan: {"jenis": "KARPEG", "alasan": "hilang"}),
            Skenario("perkawinan pertama", tanggal, isian=kawin()),
            Skenario("terlambat dilaporkan", tanggal, isian=kawin(tanggal_kawin=lewat)),
            Skenario("perkawinan kedua tanpa izin", tanggal, isian=kawin(perkawinan_ke="2")),
        ]
