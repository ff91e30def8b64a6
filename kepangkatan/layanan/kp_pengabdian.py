"""KP pengabdian. Dasar: PP 99/2000 Pasal 27 jo. PP 12/2002 Pasal 32; keputusan-tafsir T-09, T-15.

At retirement age, death, or disability in service; bound to no period and without ujian dinas. Its TMT follows from
what happened (``layanan/aturan_pengabdian.py``); the portal records the facts and never derives them.
"""

from datetime import date

from kepangkatan import bahan_sk
from kepangkatan.dasar_kp import PP12, PP99, LayananKP, alur_kp, dokumen_kp, templat_sk
from kepangkatan.forms_khusus import PengabdianForm
from kepegawaian.aturan import tulis_tanggal
from layanan import aturan_pengabdian as pengabdian
from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario

PASAL27 = Dasar(PP99, "Pasal 27")
MENGINGAT = (*bahan_sk.DASAR, "PerBKN 4/2025")
ALASAN = (
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini {{ d.pengabdian.sebab }} dan memenuhi syarat "
    "untuk diberikan kenaikan pangkat pengabdian sebagaimana dimaksud dalam Pasal 27 Peraturan Pemerintah Nomor 99 "
    "Tahun 2000 sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 12 Tahun 2002;"
)
DIKTUM = (
    "Terhitung mulai tanggal {{ d.tmt.tulis }} diberikan kenaikan pangkat pengabdian dari {{ d.lama.pangkat }} golongan "
    "ruang {{ d.lama.golongan }} menjadi {{ d.baru.pangkat }} golongan ruang {{ d.baru.golongan }}, "
)
SEBAB = {
    pengabdian.BUP: "akan diberhentikan dengan hormat dengan hak pensiun karena mencapai batas usia pensiun",
    pengabdian.MENINGGAL: "telah meninggal dunia",
    pengabdian.CACAT: "dinyatakan cacat karena dinas oleh Tim Penguji Kesehatan",
}


def _sebab(kode):
    return lambda k: k.isian.get("sebab") == kode


@daftarkan
class KenaikanPangkatPengabdian(LayananKP):
    """KP for long service at its end."""

    slug = "kp-pengabdian"
    nama = "Kenaikan Pangkat Pengabdian"
    uraian = (
        "Kenaikan pangkat setingkat bagi PNS yang mencapai batas usia pensiun, meninggal, atau cacat karena dinas."
    )
    dampak = "Mulai TMT pangkat naik setingkat, dan pensiun dihitung dari gaji pokok pangkat yang baru."
    akibat_terlambat = "Tanpa SK pengabdian, pensiun ditetapkan dengan pangkat yang lama."
    dasar_terlambat = PASAL27
    dasar = (PASAL27, Dasar(PP12, "Pasal 32"))
    jenis_kp = "PGB"
    untuk_tidak_aktif = True  # his death may be recorded already
    tentang = "KENAIKAN PANGKAT PENGABDIAN PEGAWAI NEGERI SIPIL"
    mengingat = MENGINGAT
    form = PengabdianForm
    naskah = templat_sk(
        "Keputusan Kenaikan Pangkat Pengabdian",
        bahan_sk.bagian_kp(ALASAN, MENGINGAT, DIKTUM + bahan_sk.DENGAN_GAJI),
        nama=(("pengabdian.sebab", SEBAB[pengabdian.BUP]), ("pengabdian.tanggal", "1 November 2026"),
              ("pengabdian.bukti", "474.3/12/2026")),
    )  # fmt: skip
    syarat = (
        Syarat("KP-P01", "Masa kerja 30 tahun atau lebih: paling singkat 1 bulan dalam pangkat", PASAL27,
               pengabdian.masa_pengabdian("KP-P01")),
        Syarat("KP-P02", "Masa kerja 20 sampai 30 tahun: paling singkat 1 tahun dalam pangkat", PASAL27,
               pengabdian.masa_pengabdian("KP-P02")),
        Syarat("KP-P03", "Masa kerja 10 sampai 20 tahun: paling singkat 2 tahun dalam pangkat", PASAL27,
               pengabdian.masa_pengabdian("KP-P03")),
        Syarat("KP-P04", "Tidak dijatuhi hukuman disiplin sedang atau berat dalam 1 tahun terakhir", PASAL27,
               pengabdian.p04_disiplin, rahasia=True),
        Syarat("KP-P05", "Predikat kinerja sekurang-kurangnya Baik 1 tahun terakhir", PASAL27, pengabdian.p05_predikat),
        Syarat("KP-P06", "Cacat karena dinas: tanpa masa kerja minimal", Dasar(PP99), pengabdian.p06_cacat,
               keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = dokumen_kp(
        DokumenSyarat("dpcp", "SK pensiun atau DPCP", bila=_sebab(pengabdian.BUP), kapan="bila mencapai usia pensiun"),
        DokumenSyarat("surat_kematian", "Surat kematian", bila=_sebab(pengabdian.MENINGGAL), kapan="bila meninggal"),
        DokumenSyarat("berita_acara", "Berita acara Tim Penguji Kesehatan", bila=_sebab(pengabdian.CACAT),
                      kapan="bila cacat karena dinas"),
        kinerja=1,
    )  # fmt: skip
    alur = alur_kp(naskah)

    def isian_awal(self, profil, tanggal, acuan):
        """Retirement age, with the TMT and rank that follow."""
        baru = acuan.golongan_berikut(profil.golongan)
        tmt = pengabdian.tmt_pengabdian(pengabdian.BUP, None, profil.tmt_pensiun)
        return {"sebab": pengabdian.BUP, "tmt": tmt, "golongan_baru": baru.kode if baru else None}

    def tenggat_usul(self, tmt, acuan):
        """Bound to no period (T-09)."""
        return None

    def periksa(self, konteks):
        """The rule of his years of service, or of his disability; one alone tells a CPNS or PPPK that it is not his."""
        berlaku = pengabdian.syarat_berlaku(konteks)
        return [(s, s.periksa(konteks)) for s in self.syarat if s.kode in berlaku]

    def data_khusus(self, konteks, *, konsep=False):
        """Why it is given, when, and the paper that proves it."""
        isi = konteks.isian
        tanggal = isi.get("tanggal_kejadian")
        return {"pengabdian": {
            "sebab": SEBAB.get(isi.get("sebab"), ""), "tanggal": tulis_tanggal(tanggal) if tanggal else "",
            "bukti": isi.get("nomor_bukti") or "",
        }}  # fmt: skip

    def skenario_sensus(self, tanggal):
        """Days shortly after the periods of KP, and the medical board saying yes and no."""
        mati = lambda p, a: {"sebab": pengabdian.MENINGGAL}  # noqa: E731 - used by several scenarios below
        return [
            *(Skenario(f"pertengahan {hari}", hari, isian=mati) for hari in _pertengahan(tanggal)),
            Skenario(
                "cacat karena dinas", tanggal, isian=lambda p, a: {"sebab": "cacat", "karena_dinas": "ya"}, maks=99
            ),
            Skenario("cacat lain", tanggal, isian=lambda p, a: {"sebab": "cacat", "karena_dinas": "tidak"}, maks=99),
        ]


def _pertengahan(tanggal):
    """The 15th of the months of KP before a date: some have been less than a month in their rank."""
    return [date(tahun, bulan, 15) for tahun, bulan in ((tanggal.year - 1, 10), (tanggal.year, 4), (tanggal.year, 10))]
