"""Pemberhentian karena hukuman disiplin berat (B3). Dasar: PP 94/2021 Ps. 8 ayat (4); PP 11/2017 Ps. 253.

The penalty is decided elsewhere (aspect k) and stands on record; this SK carries it out, with the right to a pension of who
is fifty with twenty years. PP 94/2021 knows no dismissal without honour. Confidential.
"""

from dataclasses import replace

from kepegawaian.aturan import awal_bulan_berikut
from kepegawaian.profil_isi import Hukuman
from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario
from pensiun import bahan, kerangka
from pensiun.aturan import sebab
from pensiun.forms_berhenti import HukdisForm
from pensiun.kerangka import PBKN3, PP11, LayananBerhenti

PP94 = Dasar("PP 94/2021", "Pasal 8 ayat (4)")
NASKAH = bahan.templat_sk(
    "Keputusan Pemberhentian karena Pelanggaran Disiplin Berat",
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini dijatuhi hukuman disiplin berat berupa pemberhentian "
    "dengan hormat tidak atas permintaan sendiri;",
    mengingat=(*bahan.MENGINGAT, "PP 94/2021"), diktum=bahan.BERHENTI + bahan.PENSIUN + bahan.KELIRU,
)  # fmt: skip


@daftarkan
class PemberhentianHukdis(LayananBerhenti):
    """A heavy penalty carried out."""

    slug = "pemberhentian-hukdis"
    nama = "Pemberhentian karena Pelanggaran Disiplin Berat"
    uraian = "Pelaksanaan hukuman disiplin B3: pemberhentian dengan hormat tidak atas permintaan sendiri."
    dasar = (PP94, Dasar(PP11, "Pasal 253"), PBKN3)
    pengusul = ("staf_bkd",)
    surat_pengantar = False
    rahasia = True
    tanya_diri = False
    berpertek = False
    akibat_terlambat, dasar_terlambat = "Gaji yang telanjur dibayar sesudah TMT-nya ditagih kembali.", PP94
    mengingat = (*bahan.MENGINGAT, "PP 94/2021")
    jenis = "HUKDIS"
    sebab_berhenti = "pelanggaran disiplin berat"
    form = HukdisForm
    naskah = NASKAH
    syarat = (
        kerangka.syarat_umum("HUKDIS"),
        Syarat("BHT-07", "Hukuman disiplin B3 tercatat dan tidak sedang dibanding", PP94, sebab.bht07_hukdis, rahasia=True,
               dasar_lain=(Dasar("PP 79/2021"),)),
        *kerangka.syarat_hak("HUKDIS", usia=True, keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat("sk_hukdis", "SK hukuman disiplin", dosir="hukuman"),
        DokumenSyarat("bap", "Berita acara pemeriksaan"),
    )
    alur = kerangka.alur_berhenti(NASKAH, dpcp=False, pertek=False, opd=False)

    def isian_awal(self, profil, tanggal, acuan):
        """The day his penalty holds from."""
        berat = next((h for h in reversed(profil.hukuman) if h.kode in sebab.BERHENTI_BERAT), None)
        return {"tmt": berat.tmt if berat else awal_bulan_berikut(tanggal), "tanpa_hak": False}

    def skenario_sensus(self, tanggal):
        """With the penalty, without it, appealing, and without the right."""
        b3 = (Hukuman("B3", "berat", tanggal, None, True, True, None, "862/1/2026"),)
        dihukum = lambda p: replace(p, hukuman=b3)  # noqa: E731 - used by several scenarios below
        return [
            Skenario("dijatuhi B3", tanggal, maks=600, andai=dihukum),
            Skenario("tanpa hak", tanggal, isian=lambda p, a: {"tanpa_hak": True}, maks=200, andai=dihukum),
            Skenario("tanpa hukuman", tanggal, maks=100),
            Skenario("banding", tanggal, maks=20, andai=lambda p: replace(p, hukuman=b3, kedudukan="09")),
        ]
