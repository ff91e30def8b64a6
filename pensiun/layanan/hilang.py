"""Pernyataan hilang. Dasar: PP 11/2017 Ps. 245 (sebagian).

Missing by a letter of the police he stays a PNS (kedudukan 14) and his pay goes on; after twelve months he counts as dead and
the pension of his heirs is asked for (``pensiun-janda-duda``).
"""

from datetime import timedelta

from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario
from pensiun import bahan, kerangka
from pensiun.aturan import sebab
from pensiun.forms_berhenti import HilangForm
from pensiun.kerangka import PBKN3, PP11, LayananBerhenti

NASKAH = bahan.templat_sk(
    "Keputusan Pernyataan Hilang",
    "bahwa berdasarkan surat keterangan kepolisian Nomor {{ d.bukti.nomor }} Pegawai Negeri Sipil yang namanya tersebut dalam "
    "keputusan ini hilang sejak tanggal {{ d.bukti.tanggal }};",
    diktum="Terhitung mulai tanggal {{ d.tmt.tulis }} Pegawai Negeri Sipil tersebut dinyatakan hilang.\n"
    "Selama dinyatakan hilang gajinya tetap dibayarkan kepada keluarganya sesuai dengan peraturan perundang-undangan.\n"
    + bahan.KELIRU,
)  # fmt: skip


@daftarkan
class PernyataanHilang(LayananBerhenti):
    """Declared missing."""

    slug = "pernyataan-hilang"
    nama = "Pernyataan Hilang"
    uraian = "Bagi PNS yang hilang menurut surat keterangan kepolisian; sesudah 12 bulan ia dianggap meninggal dunia."
    dampak = "Mulai TMT kedudukannya dinyatakan hilang; gajinya tetap dibayarkan kepada keluarganya."
    dasar = (Dasar(PP11, "Pasal 245"), PBKN3)
    tanya_diri = False
    berpertek = False
    akibat_terlambat, dasar_terlambat = "Keluarganya belum mempunyai kepastian atas gajinya.", Dasar(PP11, "Pasal 245")
    jenis = "HILANG"
    sebab_berhenti = "hilang"
    form = HilangForm
    naskah = NASKAH
    syarat = (
        kerangka.syarat_umum("HILANG"),
        Syarat("BHT-11", "Hilang menurut kepolisian, belum dianggap meninggal", Dasar(PP11, "Pasal 245"), sebab.bht11_hilang,
               keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat("surat_pengantar", "Surat pengantar perangkat daerah", wajib=False),
        DokumenSyarat("surat_polisi", "Surat keterangan kepolisian"),
        DokumenSyarat("laporan_keluarga", "Laporan keluarga"),
    )
    alur = kerangka.alur_berhenti(NASKAH, dpcp=False, pertek=False)

    def isian_awal(self, profil, tanggal, acuan):
        """From today on."""
        return {"tmt": tanggal, "nomor_bukti": ""}

    def akibat(self, konteks):
        """Kedudukan."""
        nanti = f"Dinyatakan hilang, mulai {tulis_tanggal(konteks.tanggal)}"
        return [("Kedudukan hukum", konteks.profil.kedudukan_nama or "–", nanti)]

    def skenario_sensus(self, tanggal):
        """Missing for two months, for more than a year, nothing recorded."""
        isi = {"tanggal_kejadian": tanggal - timedelta(days=60), "nomor_bukti": "SK/1/2026"}
        lama = isi | {"tanggal_kejadian": tambah_bulan(tanggal, -13)}
        return [
            Skenario("dua bulan", tanggal, isian=lambda p, a: isi, maks=600),
            Skenario("lebih setahun", tanggal, isian=lambda p, a: lama, maks=50),
            Skenario("belum dicatat", tanggal, maks=20),
        ]
