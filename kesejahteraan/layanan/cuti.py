"""Cuti tahunan, sakit, melahirkan, dan karena alasan penting. Dasar: PP 11/2017 Pasal 309-332; PerBKN 24/2017.

One class a kind; route, form of the letter and effect are those of ``kesejahteraan/cuti/dasar.py``.
"""

from datetime import timedelta

from kepegawaian.aturan import tambah_bulan
from kesejahteraan.cuti import fakta
from kesejahteraan.cuti.aturan import saldo, syarat as aturan
from kesejahteraan.cuti.bahan import templat_formulir
from kesejahteraan.cuti.dasar import BERTUMPUK, PBKN24, PermintaanCuti
from kesejahteraan.cuti.forms import CutiAlasanPentingForm, CutiMelahirkanForm, CutiSakitForm, CutiTahunanForm
from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario


def senin(tanggal):
    """The first Monday after a day: every week has it as a working day, holidays aside."""
    return tanggal + timedelta(days=7 - tanggal.weekday())


def bebas(profil, acuan):
    """Facts of one who has nothing else on these days."""
    return {"bertumpuk": [], "pola": "5"}


def penuh(profil, acuan):
    """Facts of one who is away already, all year."""
    hari = profil.per
    return {
        "bertumpuk": [{"dok": "cuti lain", "tmt": tambah_bulan(hari, -6), "sampai": tambah_bulan(hari, 6)}],
        "pola": "5",
    }


def kosong(profil, acuan):
    """Facts nobody has read yet."""
    return {}


@daftarkan
class CutiTahunan(PermintaanCuti):
    """Cuti tahunan."""

    slug = fakta.SLUG["CT"]
    nama = "Cuti Tahunan"
    jenis_cuti = "CT"
    uraian = "Cuti paling sedikit satu hari kerja dari hak tahunan; saldonya tampil sebelum permintaan dikirim."
    dampak = "Hari kerjanya memotong hak cuti tahunan dan presensinya tercatat cuti."
    form = CutiTahunanForm
    naskah = templat_formulir("CT")
    syarat = (
        Syarat("CUT-1", "Bekerja satu tahun terus-menerus", Dasar("PP 11/2017", "Pasal 311 ayat (1)"), aturan.c01_masa_kerja),
        Syarat("CUT-2", "Tidak melebihi sisa cuti tahunan", Dasar("PP 11/2017", "Pasal 312-313"), aturan.c02_cukup,
               dasar_lain=(Dasar("PP 11/2017", "Pasal 313-314"),)),
        BERTUMPUK,
    )  # fmt: skip

    def akibat_lain(self, konteks):
        """The balance of each year after it."""
        catatan = aturan.tahun_catatan(konteks)
        if catatan is None:
            return []
        a, baris = saldo.aturan_pada(konteks.acuan, konteks.tanggal), []
        for tahun, banyak in sorted(aturan.hari_diminta(konteks).items()):
            s = saldo.saldo(tahun, catatan, a)
            baris.append(
                (f"Sisa cuti tahunan {tahun}", f"{max(0, s.sisa)} hari kerja", f"{max(0, s.sisa - banyak)} hari kerja")
            )
        return baris

    def skenario_sensus(self, tanggal):
        """Three days, a month, a holiday only, an old use nobody knows, and away already."""
        mulai = senin(tanggal)

        def isian(hari):
            return lambda p, a: {"sampai": mulai + timedelta(days=hari)}

        def lain(**tahun):
            return lambda p, a: bebas(p, a) | {"tahun": {str(mulai.year): tahun, **{
                str(mulai.year - i): {"dipakai": 12} for i in (1, 2, 3, 4)}}}  # fmt: skip

        def gelap(p, a):
            return bebas(p, a) | {"tahun": {str(mulai.year): {"dipakai": 8}}}

        return [
            Skenario("tiga hari", mulai, isian=isian(2), lain=lain()),
            Skenario("sebulan", mulai, isian=isian(30), lain=lain(dipakai=6)),
            Skenario("tahun lalu tidak diketahui", mulai, isian=isian(7), lain=gelap, maks=60),
            Skenario(
                "sedang cuti lain", mulai, isian=isian(2), lain=lambda p, a: lain()(p, a) | penuh(p, a), maks=300
            ),
        ]


@daftarkan
class CutiSakit(PermintaanCuti):
    """Sick leave of every kind."""

    slug = fakta.SLUG["CS"]
    nama = "Cuti Sakit"
    jenis_cuti = "CS"
    uraian = "Cuti karena sakit, gugur kandungan, atau kecelakaan kerja, dengan surat keterangan dokter."
    dampak = "Presensinya tercatat cuti sakit; hak cuti tahunannya tetap."
    form = CutiSakitForm
    naskah = templat_formulir("CS")
    syarat = (
        Syarat("CUT-4", "Sakit lebih dari 14 hari dengan surat dokter pemerintah", Dasar("PP 11/2017", "Pasal 320"),
               aturan.c04_sakit),
        BERTUMPUK,
    )  # fmt: skip
    dokumen = (
        DokumenSyarat("surat_dokter", "Surat keterangan dokter atau bidan",
                      keterangan="Lebih dari 14 hari: dari dokter PNS atau dokter di fasilitas kesehatan pemerintah."),
        DokumenSyarat("berita_acara", "Berita acara kecelakaan kerja", bila=lambda k: k.isian.get("sakit") == "CS4",
                      kapan="bila karena kecelakaan kerja"),
        DokumenSyarat("uji_kesehatan", "Hasil uji kesehatan", bila=lambda k: bool(k.isian.get("uji_kesehatan")),
                      kapan="bila perpanjangan sesudah satu tahun"),
    )  # fmt: skip

    def skenario_sensus(self, tanggal):
        """Three days, three weeks with either doctor, and without a word of him."""
        mulai = senin(tanggal)

        def isian(hari, **lain):
            return lambda p, a: {"sampai": mulai + timedelta(days=hari), "sakit": "CS2"} | lain

        return [
            Skenario("tiga hari", mulai, isian=isian(2), lain=bebas),
            Skenario("tiga pekan, dokter swasta", mulai, isian=isian(20, dokter="lain"), lain=bebas),
            Skenario("tiga pekan, dokter pemerintah", mulai, isian=isian(20, dokter="pemerintah"), lain=penuh),
            Skenario("dokter belum disebut", mulai, isian=isian(20), lain=bebas, maks=100),
        ]


@daftarkan
class CutiMelahirkan(PermintaanCuti):
    """Cuti melahirkan, first to third child."""

    slug = fakta.SLUG["CM"]
    nama = "Cuti Melahirkan"
    jenis_cuti = "CM"
    uraian = "Cuti paling lama 3 bulan bagi kelahiran anak pertama sampai ketiga; sesudahnya cuti besar."
    dampak = "Presensinya tercatat cuti; penghasilan dan hak cuti tahunannya tetap."
    form = CutiMelahirkanForm
    naskah = templat_formulir("CM")
    syarat = (
        Syarat("CUT-5", "Kelahiran anak pertama sampai ketiga", Dasar("PP 11/2017", "Pasal 325"), aturan.c05_melahirkan,
               dasar_lain=(PBKN24,)),
        BERTUMPUK,
    )  # fmt: skip
    dokumen = (DokumenSyarat("surat_dokter", "Surat keterangan dokter atau bidan"),)

    def skenario_sensus(self, tanggal):
        """The first child, the fourth, one of whom the record knows already, and away already."""
        mulai = senin(tanggal)

        def isian(anak):
            return lambda p, a: {"sampai": tambah_bulan(mulai, 3) - timedelta(days=1), "anak_ke": anak}

        return [
            Skenario("anak pertama", mulai, isian=isian(1), lain=lambda p, a: bebas(p, a) | {"anak": 0}),
            Skenario("anak keempat", mulai, isian=isian(4), lain=lambda p, a: penuh(p, a) | {"anak": 3}),
            Skenario("sudah tercatat", mulai, isian=isian(1), lain=lambda p, a: bebas(p, a) | {"anak": 1}, maks=100),
        ]


@daftarkan
class CutiAlasanPenting(PermintaanCuti):
    """Cuti karena alasan penting."""

    slug = fakta.SLUG["CAP"]
    nama = "Cuti karena Alasan Penting"
    jenis_cuti = "CAP"
    uraian = "Cuti paling lama satu bulan bila keluarga sakit keras atau meninggal, perkawinan, istri melahirkan, atau musibah."
    dampak = "Presensinya tercatat cuti; penghasilan dan hak cuti tahunannya tetap."
    form = CutiAlasanPentingForm
    naskah = templat_formulir("CAP")
    syarat = (
        Syarat("CUT-6", "Paling lama satu bulan, dengan bukti pendukung", PBKN24, aturan.c06_alasan_penting),
        BERTUMPUK,
    )
    dokumen = (
        DokumenSyarat("bukti", "Bukti pendukung", bila=lambda k: k.isian.get("bukti") != "menyusul",
                      kapan="kecuali menyusul", keterangan="Surat rawat inap, surat kematian, atau akta nikah."),
    )  # fmt: skip

    def skenario_sensus(self, tanggal):
        """Three days with proof, two months, without proof, and proof to come."""
        mulai = senin(tanggal)

        def isian(hari, bukti):
            return lambda p, a: {"sampai": mulai + timedelta(days=hari), "bukti": bukti}

        return [
            Skenario("tiga hari", mulai, isian=isian(2, "terlampir"), lain=bebas),
            Skenario("dua bulan", mulai, isian=isian(60, "terlampir"), lain=penuh),
            Skenario("tanpa bukti", mulai, isian=isian(2, ""), lain=bebas),
            Skenario("bukti menyusul", mulai, isian=isian(2, "menyusul"), lain=bebas, maks=100),
        ]
