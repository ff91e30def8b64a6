"""Pensiun janda atau duda dari PNS yang tewas. Dasar: UU 11/1969 Ps. 17; PP 70/2015; PP 99/2000 Ps. 19-24.

That the death is a tewas is the official's finding, confirmed by BKN; the portal records its letter. The KP anumerta has a
decree of its own (``kp-anumerta``), dated the day of death; this SK follows it.
"""

from layanan import aturan_pengabdian
from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario
from pensiun import bahan, kerangka
from pensiun.aturan import sebab
from pensiun.forms_berhenti import TewasForm
from pensiun.kerangka import PBKN3, PP11, LayananBerhenti
from pensiun.layanan.janda_duda import DOKUMEN_WARIS, skenario_meninggal

NASKAH = bahan.templat_sk(
    "Keputusan Pemberhentian karena Tewas dan Pensiun Janda/Duda",
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini ditetapkan tewas pada tanggal "
    "{{ d.bukti.tanggal }} berdasarkan penetapan Nomor {{ d.bukti.nomor }};",
    diktum=bahan.BERHENTI + bahan.AHLI_WARIS + bahan.KELIRU,
)  # fmt: skip


@daftarkan
class PensiunTewas(LayananBerhenti):
    """The pension of those a PNS leaves who died in the line of duty."""

    slug = "pensiun-tewas"
    nama = "Pensiun Janda/Duda PNS yang Tewas"
    uraian = "Pemberhentian PNS yang ditetapkan tewas, dan pensiun bagi janda, duda, anak, atau orang tuanya."
    dampak = "Mulai bulan sesudah ia tewas ahli warisnya menerima pensiun dari pangkat anumerta; jabatannya kosong."
    dasar = (Dasar("UU 11/1969", "Pasal 17"), Dasar("PP 70/2015"), PBKN3)
    untuk_tidak_aktif = True
    tanya_diri = False
    jenis = "TEWAS"
    sebab_berhenti = "tewas dalam menjalankan tugas"
    form = TewasForm
    naskah = NASKAH
    syarat = (
        kerangka.syarat_umum("TEWAS"),
        Syarat("BHT-02", "Tanggal tewas tercatat dan TMT-nya awal bulan berikutnya", Dasar(PP11, "Pasal 243"),
               sebab.bht02_meninggal, dasar_lain=(Dasar("PP 8/1989"),)),
        Syarat("KP-A01", "Ditetapkan tewas menurut salah satu huruf a sampai d", Dasar("PP 99/2000", "Pasal 19-24"),
               aturan_pengabdian.a01_tewas, keyakinan="sebagian"),
        kerangka.BHT03,
        *kerangka.syarat_hak("TEWAS", masa=False),
    )  # fmt: skip
    dokumen = kerangka.dokumen_pensiun(
        DokumenSyarat("penetapan_tewas", "Penetapan tewas BKN"),
        DokumenSyarat("surat_tugas", "Surat perintah tugas"),
        DokumenSyarat("berita_acara", "Berita acara kejadian"),
        DokumenSyarat("visum", "Visum et repertum"),
        DokumenSyarat("laporan_polisi", "Laporan kepolisian", wajib=False),
        DokumenSyarat("sk_anumerta", "SK kenaikan pangkat anumerta", dosir="pangkat"),
        *DOKUMEN_WARIS,
        pernyataan=False,
    )
    alur = kerangka.alur_berhenti(NASKAH)

    def isian_awal(self, profil, tanggal, acuan):
        """Nothing is presumed."""
        return {"tanggal_kejadian": None, "huruf": "", "nomor_bukti": "", "alamat": "", "tanpa_hak": False}

    def skenario_sensus(self, tanggal):
        """As for a death, found tewas and not."""
        mati = skenario_meninggal(tanggal, {"huruf": "a"})
        bukan = skenario_meninggal(tanggal, {"huruf": "belum"})[0]
        return [*mati, Skenario("tidak tewas", bukan.tmt, isian=bukan.isian, maks=50, andai=bukan.andai)]
