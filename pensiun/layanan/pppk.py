"""Pemutusan hubungan perjanjian kerja PPPK. Dasar: PP 49/2018 Ps. 52-53 (sebagian); UU 20/2023 Ps. 52.

The contract ends with its term, by death, by his wish, or for what he did; then its row ends the day before the TMT. There is
no pension.
"""

from dataclasses import replace
from datetime import timedelta

from kepegawaian.aturan import awal_bulan_berikut
from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario
from pensiun import bahan, kerangka
from pensiun.aturan import pppk as aturan
from pensiun.forms_berhenti import PppkForm
from pensiun.kerangka import LayananBerhenti

PP49 = Dasar("PP 49/2018", "Pasal 52-53")
NASKAH = bahan.templat_sk(
    "Keputusan Pemutusan Hubungan Perjanjian Kerja",
    "bahwa berdasarkan Nomor {{ d.bukti.nomor }} hubungan perjanjian kerja pegawai yang namanya tersebut dalam keputusan ini "
    "perlu diputus karena {{ d.henti.karena }};",
    mengingat=bahan.MENGINGAT_PPPK,
    diktum="Terhitung mulai tanggal {{ d.tmt.tulis }} hubungan perjanjian kerjanya diputus dan ia {{ d.henti.sebutan }} sebagai "
    "{{ d.henti.sebagai }} karena {{ d.henti.karena }}.\n" + bahan.KELIRU,
    klasifikasi="881",
)  # fmt: skip
SEBAB = {
    "PPPK_BERAKHIR": "jangka waktu perjanjian kerjanya berakhir", "PPPK_MD": "meninggal dunia",
    "PPPK_APS": "permintaan sendiri", "PPPK_DISIPLIN": "pelanggaran disiplin tingkat berat atau tidak terpenuhinya target kinerja",
    "PPPK_PIDANA": "dipidana atau menyelewengkan Pancasila dan Undang-Undang Dasar 1945",
}  # fmt: skip


@daftarkan
class PemutusanPppk(LayananBerhenti):
    """The end of a contract."""

    slug = "pppk-putus"
    nama = "Pemutusan Hubungan Perjanjian Kerja PPPK"
    uraian = "Pemberhentian PPPK karena kontraknya berakhir, meninggal, permintaan sendiri, disiplin atau kinerja, atau pidana."
    dampak = "Mulai TMT hubungan kerjanya putus: kontraknya berakhir, jabatannya kosong, dan usulannya ditutup."
    dasar = (PP49, Dasar("UU 20/2023", "Pasal 52"))
    tanya_diri = False
    untuk_tidak_aktif = True
    berpertek = False
    akibat_terlambat, dasar_terlambat = "Gaji yang telanjur dibayar sesudah TMT-nya ditagih kembali.", PP49
    mengingat = bahan.MENGINGAT_PPPK
    form = PppkForm
    naskah = NASKAH
    syarat = (
        kerangka.syarat_umum(),
        Syarat(
            "BHT-12", "Berhenti sehari sesudah kontraknya berakhir", PP49, aturan.bht12_kontrak, keyakinan="sebagian"
        ),
        kerangka.BHT08,
    )
    dokumen = (
        DokumenSyarat("surat_pengantar", "Surat pengantar perangkat daerah", wajib=False),
        DokumenSyarat("kontrak", "Perjanjian kerja", dosir="kontrak"),
        DokumenSyarat("bukti", "Bukti sebabnya", bila=lambda k: k.isian.get("jenis") != "PPPK_BERAKHIR",
                      kapan="selain kontrak yang berakhir"),
    )  # fmt: skip
    alur = kerangka.alur_berhenti(NASKAH, dpcp=False, pertek=False)

    def karena(self, konteks, r):
        """The cause chosen."""
        return SEBAB[r.jenis.kode]

    def periksa(self, konteks):
        """The end of the contract is asked only where that is the cause; a finding only of the others."""
        berakhir = konteks.isian.get("jenis") == "PPPK_BERAKHIR"
        return [(s, h) for s, h in super().periksa(konteks) if s.kode != ("BHT-08" if berakhir else "BHT-12")]

    def isian_awal(self, profil, tanggal, acuan):
        """The day after the contract."""
        akhir = profil.kontrak_sampai
        tmt = akhir + timedelta(days=1) if akhir else awal_bulan_berikut(tanggal)
        return {"jenis": "PPPK_BERAKHIR" if akhir else "", "tmt": tmt, "terbukti": "", "nomor_bukti": ""}

    def skenario_sensus(self, tanggal):
        """The contract ends on its day and on another, is not recorded; a wish proven, not proven, not recorded."""
        tmt, habis = awal_bulan_berikut(tanggal), {"jenis": "PPPK_BERAKHIR"}
        sampai = lambda hari: lambda p: replace(p, kontrak_sampai=hari)  # noqa: E731 - used by several scenarios below
        aps, kontrak = {"jenis": "PPPK_APS"}, lambda p: replace(p, status="PPPK")
        return [
            Skenario(
                "kontrak berakhir", tmt, isian=lambda p, a: habis, maks=900, andai=sampai(tmt - timedelta(days=1))
            ),
            Skenario("kontrak belum berakhir", tmt, isian=lambda p, a: habis, andai=sampai(tmt)),
            Skenario("kontrak tidak tercatat", tmt, isian=lambda p, a: habis, maks=100, andai=sampai(None)),
            Skenario("permintaan sendiri", tmt, isian=lambda p, a: aps | {"terbukti": "ya"}, maks=400, andai=kontrak),
            Skenario("tidak terbukti", tmt, isian=lambda p, a: aps | {"terbukti": "tidak"}, maks=100, andai=kontrak),
            Skenario("belum dicatat", tmt, isian=lambda p, a: aps, maks=20, andai=kontrak),
            Skenario("bukan PPPK", tmt, isian=lambda p, a: aps | {"terbukti": "ya"}, maks=100),
        ]
