"""Pensiun karena tidak cakap jasmani atau rohani (uzur). Dasar: PP 11/2017 Ps. 242; UU 11/1969 Ps. 9, 11.

Because of his duty: 75 percent without a least age or service, and the KP pengabdian of cacat in the same SK. For another
reason: with four years of masa kerja pensiun. What the Tim Penguji Kesehatan found is recorded, never derived.
"""

from dataclasses import replace

from kepegawaian.aturan import awal_bulan_berikut
from kepegawaian.profil_isi import Hukuman
from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario
from pensiun import bahan, kerangka
from pensiun.aturan import sebab
from pensiun.forms_berhenti import UzurForm
from pensiun.kerangka import PBKN3, PP11, LayananBerhenti

NASKAH = bahan.templat_sk(
    "Keputusan Pemberhentian karena Tidak Cakap Jasmani atau Rohani",
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini dinyatakan tidak cakap jasmani atau rohani oleh Tim "
    "Penguji Kesehatan dengan berita acara Nomor {{ d.bukti.nomor }} tanggal {{ d.bukti.tanggal }};",
)  # fmt: skip


@daftarkan
class PensiunUzur(LayananBerhenti):
    """No longer fit for service."""

    slug = "pensiun-uzur"
    nama = "Pensiun karena Tidak Cakap Jasmani atau Rohani"
    uraian = "Pemberhentian dengan hormat PNS yang dinyatakan tidak cakap oleh Tim Penguji Kesehatan."
    dasar = (Dasar(PP11, "Pasal 242"), Dasar("UU 11/1969", "Pasal 9"), PBKN3)
    tanya_diri = False
    form = UzurForm
    naskah = NASKAH
    syarat = (
        kerangka.syarat_umum(),
        Syarat("BHT-04", "Dinyatakan tidak cakap oleh Tim Penguji Kesehatan", Dasar(PP11, "Pasal 242"), sebab.bht04_kesehatan,
               dasar_lain=(Dasar("UU 11/1969", "Pasal 9"),)),
        *kerangka.syarat_hak(),
        *kerangka.syarat_pengabdian("TIDAK_CAKAP_DINAS", "KP-P04", "KP-P05"),
    )  # fmt: skip
    dokumen = kerangka.dokumen_pensiun(DokumenSyarat("hasil_tpk", "Hasil Tim Penguji Kesehatan"), pernyataan=False)
    alur = kerangka.alur_berhenti(NASKAH)

    def isian_awal(self, profil, tanggal, acuan):
        """The first of next month."""
        return {"jenis": "", "tmt": awal_bulan_berikut(tanggal), "hasil_uji": "", "pengabdian": "tidak", "alamat": "",
                "tanpa_hak": False, "nomor_bukti": ""}  # fmt: skip

    def skenario_sensus(self, tanggal):
        """Both findings, still fit, nothing recorded, the KP of cacat."""
        tmt = awal_bulan_berikut(tanggal)
        dinas = {"jenis": "TIDAK_CAKAP_DINAS", "hasil_uji": "dinas", "pengabdian": "ya", "tanggal_kejadian": tanggal}
        bukan = {"jenis": "TIDAK_CAKAP", "hasil_uji": "bukan", "pengabdian": "tidak", "tanggal_kejadian": tanggal}
        return [
            Skenario("karena dinas", tmt, isian=lambda p, a: dinas, maks=300),
            Skenario(
                "karena dinas, pernah dihukum",
                tmt,
                isian=lambda p, a: dinas,
                maks=50,
                andai=lambda p: replace(p, hukuman=(Hukuman("S1T", "sedang", tanggal, tmt, True, True),)),
            ),
            Skenario("bukan karena dinas", tmt, isian=lambda p, a: bukan, maks=600),
            Skenario("tanpa hak", tmt, isian=lambda p, a: bukan | {"tanpa_hak": True}, maks=200),
            Skenario("masih cakap", tmt, isian=lambda p, a: bukan | {"hasil_uji": "cakap"}, maks=50),
            Skenario("belum ada hasil", tmt, isian=lambda p, a: bukan | {"hasil_uji": ""}, maks=20),
        ]
