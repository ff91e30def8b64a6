"""KP pilihan jabatan struktural. Dasar: PP 99/2000 Pasal 10-12 jo. PP 12/2002; PP 13/2002 lampiran; Kepka BKN 12/2002.

One layanan for both paths: STR-A (rank one step below the lowest of the eselon: 1 year in rank and in post) and STR-B
(rank inside the range: 4 years). Rank and eselon decide (``aturan/struktural.py``); nobody chooses a path.
"""

from dataclasses import replace

from kepangkatan import bahan_sk
from kepangkatan.aturan import struktural
from kepangkatan.aturan.umum import golongan_baru
from kepangkatan.dasar_kp import (
    BAGIAN_PROFIL,
    KEPKA,
    PERIODE_BARU,
    PP12,
    PP99,
    U01,
    LayananKP,
    alur_kp,
    bermasalah,
    dokumen_kp,
    dua_tingkat,
    kolektif_kp,
    lintas_golongan,
    syarat_umum,
    templat_sk,
)
from kepangkatan.forms import KpStrukturalForm
from kepegawaian.aturan import tambah_bulan
from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario

PP13 = Dasar("PP 13/2002", "lampiran")
MENGINGAT = (*bahan_sk.DASAR, "PP 13/2002", "PerBKN 4/2025")
JUDUL = "Keputusan Kenaikan Pangkat Pilihan Jabatan Struktural"
ALASAN = bahan_sk.menimbang("Pasal 10 sampai dengan Pasal 12 Peraturan Pemerintah Nomor 99 Tahun 2000 sebagaimana telah "
                            "diubah dengan Peraturan Pemerintah Nomor 12 Tahun 2002 karena memangku jabatan struktural")  # fmt: skip
DILANTIK = Syarat(
    "KP-S01", "SK jabatan dan pelantikan tercatat dan masih berlaku", KEPKA, struktural.s01_dilantik
)  # fmt: skip
GOLONGAN_IV = 13


def _iv_a(k):
    baru = golongan_baru(k)
    return bool(baru and baru.urutan >= GOLONGAN_IV)


@daftarkan
class KenaikanPangkatStruktural(LayananKP):
    """KP pilihan for who holds a struktural post."""

    slug = "kp-struktural"
    nama = "Kenaikan Pangkat Pilihan Jabatan Struktural"
    uraian = (
        "Kenaikan pangkat setingkat bagi pejabat struktural: setelah satu tahun bila pangkatnya setingkat di bawah "
        "jenjang eselonnya, setelah empat tahun bila sudah di dalamnya."
    )
    dasar = (Dasar(PP99, "Pasal 10-12"), Dasar(PP12), PP13, KEPKA, PERIODE_BARU)
    bagian = (*BAGIAN_PROFIL, "jejak_jabatan")
    jenis_kp = "201"
    mengingat = MENGINGAT
    form = KpStrukturalForm
    naskah = templat_sk(JUDUL, bahan_sk.bagian_kp(ALASAN, MENGINGAT))
    kolektif = kolektif_kp(JUDUL)
    syarat = (
        *syarat_umum(),
        DILANTIK,
        Syarat(
            "KP-S02", "Satu tahun dalam pangkat dan jabatan bila pangkat setingkat di bawah jenjang",
            Dasar(PP99, "Pasal 12"), struktural.s02_satu_tahun, dasar_lain=(Dasar(PP12),),
        ),
        Syarat(
            "KP-S03", "Empat tahun dalam pangkat bila pangkat sudah di dalam jenjang", Dasar(PP99, "Pasal 11"),
            struktural.s03_empat_tahun,
        ),
        Syarat("KP-S04", "Tidak melampaui pangkat tertinggi eselonnya", PP13, struktural.s04_pangkat_tertinggi),
        Syarat(
            "KP-S05", "Lulus ujian dinas bila pindah golongan, kecuali dibebaskan", Dasar(PP99, "Pasal 30"),
            struktural.s05_ujian_dinas,
        ),
        Syarat(
            "KP-S06", "Lebih dari setingkat di bawah jenjang memakai jalur empat tahun", KEPKA,
            struktural.s06_jauh_di_bawah, keyakinan="asumsi",
        ),
    )  # fmt: skip
    dokumen = dokumen_kp(
        DokumenSyarat("sk_jabatan_lama", "SK jabatan sebelumnya", wajib=False),
        DokumenSyarat("sk_jabatan", "SK jabatan saat ini", dosir="jabatan"),
        DokumenSyarat("pelantikan", "Surat pernyataan pelantikan"),
        DokumenSyarat("diklatpim", "Sertifikat PKP, PKA, atau PKN, atau surat tanda lulus ujian dinas", dosir="diklat",
                      bila=lintas_golongan, kapan="bila naik ke golongan III/a atau IV/a"),
        DokumenSyarat("drh", "Daftar riwayat hidup", bila=_iv_a, kapan="bila naik ke IV/a atau lebih tinggi"),
    )  # fmt: skip
    alur = alur_kp(naskah)

    def tmt_pertama(self, profil, acuan):
        """By the path of rank and eselon."""
        return struktural.tmt_struktural(profil, acuan)

    def jatuh_tempo(self, profil, acuan, tanggal):
        """The next TMT possible by time in rank and post and by the range of the eselon."""
        return struktural.jatuh_tempo(profil, acuan, tanggal)

    def periksa(self, konteks):
        """Who is no PNS or holds no struktural post is told so by one condition."""
        jawab = DILANTIK.periksa(konteks)
        if konteks.profil.status == "PNS" and konteks.profil.jenis_jabatan in ("fungsional", "pelaksana"):
            return [(DILANTIK, jawab)]
        if konteks.profil.status != "PNS":
            return [(U01, U01.periksa(konteks))]
        return super().periksa(konteks)

    def skenario_sensus(self, tanggal):
        """Next period, mid-month, two steps up, and officials just sworn in whose papers are not in order."""
        berikut = tambah_bulan(tanggal.replace(day=1), 1)
        return [
            Skenario("periode berikut", berikut),
            Skenario("tengah bulan", berikut.replace(day=15)),
            Skenario("dua tingkat", berikut, isian=dua_tingkat),
            Skenario(
                "baru dilantik",
                berikut,
                andai=lambda p: bermasalah(replace(p, jejak_jabatan=(), tmt_pelantikan=berikut)),
            ),
        ]
