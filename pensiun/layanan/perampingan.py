"""Pemberhentian karena perampingan organisasi. Dasar: PP 11/2017 Ps. 241, 305.

Fifty years and ten of masa kerja pensiun give a pension; who has less receives uang tunggu, at most the years of the setting
(kedudukan 05, still a PNS without a post).
"""

from kepegawaian.aturan import awal_bulan_berikut
from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario
from pensiun import bahan, kerangka
from pensiun.aturan import sebab
from pensiun.forms_berhenti import PerampinganForm
from pensiun.kerangka import PBKN3, PP11, LayananBerhenti

NASKAH = bahan.templat_sk(
    "Keputusan Pemberhentian karena Perampingan Organisasi",
    "bahwa jabatan Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini hapus karena penataan organisasi berdasarkan "
    "Nomor {{ d.bukti.nomor }};",
    diktum="Terhitung mulai tanggal {{ d.tmt.tulis }} {% if d.henti.berhak %}diberhentikan dengan hormat sebagai Pegawai Negeri "
    "Sipil karena {{ d.henti.karena }}, dengan hak pensiun{% else %}diberhentikan dengan hormat dari jabatannya karena "
    "{{ d.henti.karena }}, dan kepadanya diberikan uang tunggu sesuai dengan peraturan perundang-undangan{% endif %}.\n"
    + bahan.PENSIUN + bahan.KELIRU,
)  # fmt: skip


@daftarkan
class PensiunPerampingan(LayananBerhenti):
    """His post fell away."""

    slug = "pensiun-perampingan"
    nama = "Pemberhentian karena Perampingan Organisasi"
    uraian = "Pemberhentian dengan hormat PNS yang jabatannya hapus; dengan pensiun, atau dengan uang tunggu paling lama 5 tahun."
    dasar = (Dasar(PP11, "Pasal 241"), PBKN3)
    jenis = "PERAMPINGAN"
    sebab_berhenti = "perampingan organisasi"
    tanya_diri = False
    form = PerampinganForm
    naskah = NASKAH
    syarat = (
        kerangka.syarat_umum("PERAMPINGAN"),
        Syarat("BHT-05", "Jabatannya terkena penataan organisasi", Dasar(PP11, "Pasal 241"), sebab.bht05_penataan),
        *kerangka.syarat_hak("PERAMPINGAN", usia=True),
        kerangka.DIS8,
    )
    dokumen = kerangka.dokumen_pensiun(DokumenSyarat("penataan", "Data penataan organisasi"))
    alur = kerangka.alur_berhenti(NASKAH)

    def isian_awal(self, profil, tanggal, acuan):
        """The first of next month."""
        return {"tmt": awal_bulan_berikut(tanggal), "terkena": "", "nomor_bukti": "", "alamat": "", "tanpa_hak": False}

    def skenario_sensus(self, tanggal):
        """Concerned, not concerned, not recorded, without the right, examined."""
        tmt, ya = awal_bulan_berikut(tanggal), {"terkena": "ya"}
        return [
            Skenario("terkena", tmt, isian=lambda p, a: ya, maks=600),
            Skenario("uang tunggu", tmt, isian=lambda p, a: ya | {"tanpa_hak": True}, maks=200),
            Skenario("tidak terkena", tmt, isian=lambda p, a: {"terkena": "tidak"}, maks=50),
            Skenario("belum dicatat", tmt, maks=20),
            kerangka.skenario_diperiksa(tmt, ya),
        ]
