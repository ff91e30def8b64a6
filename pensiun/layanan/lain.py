"""Pemberhentian karena sebab lain. Dasar: PP 11/2017 Ps. 36-37, 254; UU 20/2023 Ps. 52; PP 30/2019 Ps. 56.

A candidate of an election, one who does not perform, one who did not report after CLTN, a false diploma, a CPNS who does not
meet the conditions. That it is so is found by the official and recorded; a CPNS who was punished (sedang, berat) is known from
his record, and those who handle discipline may propose his dismissal.
"""

from kepegawaian.aturan import awal_bulan_berikut
from layanan.katalog import Dasar, DokumenSyarat, daftarkan
from layanan.sensus import Skenario
from pensiun import bahan, kerangka
from pensiun.aturan import sebab
from pensiun.forms_berhenti import LainForm
from pensiun.kerangka import PBKN3, PP11, LayananBerhenti

NASKAH = bahan.templat_sk(
    "Keputusan Pemberhentian",
    "bahwa berdasarkan surat Nomor {{ d.bukti.nomor }} pegawai yang namanya tersebut dalam keputusan ini perlu diberhentikan "
    "karena {{ d.henti.karena }};",
    diktum=bahan.BERHENTI + bahan.PENSIUN + bahan.KELIRU,
)  # fmt: skip


def _dihukum(k):
    return k.isian.get("jenis") == sebab.CPNS_GAGAL and sebab.hukuman_cpns(k.profil, k.acuan, k.tanggal) is not None


@daftarkan
class PemberhentianLain(LayananBerhenti):
    """The causes that have no file of their own."""

    slug = "pemberhentian-lain"
    nama = "Pemberhentian karena Sebab Lain"
    uraian = "Calon pemilu, tidak berkinerja, tidak melapor setelah CLTN, ijazah palsu, atau CPNS yang tidak memenuhi syarat."
    dasar = (Dasar(PP11, "Pasal 254"), Dasar("UU 20/2023", "Pasal 52"), PBKN3)
    pengusul = ("staf_bkd",)
    surat_pengantar = False
    rahasia = True
    tanya_diri = False
    berpertek = False
    akibat_terlambat, dasar_terlambat = "Gaji yang telanjur dibayar sesudah TMT-nya ditagih kembali.", Dasar(PP11)
    form = LainForm
    naskah = NASKAH
    syarat = (kerangka.syarat_umum(), kerangka.BHT08, *kerangka.syarat_hak(usia=True, keyakinan="sebagian"))
    dokumen = (
        DokumenSyarat("sk_hukdis", "SK hukuman disiplin", dosir="hukuman", bila=_dihukum,
                      kapan="bagi CPNS yang dijatuhi hukuman sedang atau berat"),
        DokumenSyarat("bukti", "Bukti dasar pemberhentian", bila=lambda k: not _dihukum(k), kapan="bagi sebab lain", keterangan="Menurut sebabnya: penetapan calon, rekam evaluasi "
                      "kinerja, SK CLTN, keterangan perguruan tinggi, hasil Latsar, atau hasil uji kesehatan."),
        DokumenSyarat("pengunduran_diri", "Surat pengunduran diri", bila=lambda k: k.isian.get("jenis") == "CALON",
                      kapan="bagi calon pemilu atau pilkada"),
        DokumenSyarat("sk_pangkat", "SK kenaikan pangkat terakhir", dosir="pangkat"),
    )  # fmt: skip
    alur = kerangka.alur_berhenti(NASKAH, dpcp=False, pertek=False, opd=False)

    def isian_awal(self, profil, tanggal, acuan):
        """The first of next month; of a CPNS the one kind there is for him, and the SK of his penalty."""
        h = sebab.hukuman_cpns(profil, acuan, tanggal)
        jenis = sebab.CPNS_GAGAL if profil.status == "CPNS" else ""
        return {"jenis": jenis, "tmt": awal_bulan_berikut(tanggal), "terbukti": "", "nomor_bukti": h.nomor_sk if h else "",
                "tanpa_hak": False}  # fmt: skip

    def pengusul_lain(self, pegawai, hak):
        """Staff that handle discipline, for a CPNS: the penalty they saw through ends his time as CPNS."""
        kini = getattr(pegawai, "kini", None)
        return hak.penangan_disiplin and hak.punya("staf_bkd") and kini is not None and kini.status == "CPNS"

    def karena(self, konteks, r):
        """Of a CPNS as the law words it; the penalty itself stands in its own SK."""
        if r.jenis.kode == sebab.CPNS_GAGAL:
            return "tidak memenuhi syarat untuk diangkat menjadi Pegawai Negeri Sipil"
        return super().karena(konteks, r)

    def skenario_sensus(self, tanggal):
        """A candidate, without the right, not proven, not recorded."""
        tmt, calon = awal_bulan_berikut(tanggal), {"jenis": "CALON", "terbukti": "ya"}
        return [
            Skenario("calon", tmt, isian=lambda p, a: calon, maks=600),
            Skenario("tanpa hak", tmt, isian=lambda p, a: calon | {"tanpa_hak": True}, maks=200),
            Skenario("tidak terbukti", tmt, isian=lambda p, a: calon | {"terbukti": "tidak"}, maks=50),
            Skenario("belum dicatat", tmt, isian=lambda p, a: {"jenis": "CALON"}, maks=20),
        ]
