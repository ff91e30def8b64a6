"""Pemberhentian karena pidana atau penyelewengan (PDHTAPS, PTDH). Dasar: PP 11/2017 Ps. 247-252, 255; UU 20/2023 Ps. 52.

Confidential: only those who handle it and the person read it. A final judgment of two years or more, planned or not, a crime
of the post, deviation from Pancasila, or membership of a party; which one it is the judgment or the examination says.
Without honour there is no pension.
"""

from datetime import timedelta

from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario
from pensiun import bahan, kerangka
from pensiun.aturan import sebab
from pensiun.forms_berhenti import PidanaForm
from pensiun.kerangka import PBKN3, PP11, LayananBerhenti

NASKAH = bahan.templat_sk(
    "Keputusan Pemberhentian karena Pidana atau Penyelewengan",
    "bahwa berdasarkan {{ d.bukti.nomor }} tanggal {{ d.bukti.tanggal }} Pegawai Negeri Sipil yang namanya tersebut dalam "
    "keputusan ini {{ d.henti.karena }}, sehingga perlu diberhentikan;",
    diktum=bahan.BERHENTI + bahan.PENSIUN + bahan.KELIRU,
)  # fmt: skip


@daftarkan
class PemberhentianPidana(LayananBerhenti):
    """Dismissed for a crime, for deviation from Pancasila, or as a member of a party."""

    slug = "pemberhentian-pidana"
    nama = "Pemberhentian karena Pidana atau Penyelewengan"
    uraian = (
        "Pemberhentian PNS yang dipidana, menyelewengkan Pancasila dan UUD 1945, atau menjadi anggota partai politik."
    )
    dasar = (Dasar(PP11, "Pasal 247-252"), Dasar("UU 20/2023", "Pasal 52"), PBKN3)
    pengusul = ("staf_bkd",)
    surat_pengantar = False
    rahasia = True
    tanya_diri = False
    berpertek = False
    akibat_terlambat, dasar_terlambat = (
        "Gaji yang telanjur dibayar sesudah TMT-nya ditagih kembali.",
        Dasar(PP11, "Pasal 247-252"),
    )
    form = PidanaForm
    naskah = NASKAH
    syarat = (
        kerangka.syarat_umum(),
        Syarat("BHT-06", "Putusannya berkekuatan hukum tetap, sesuai jenisnya, dan TMT-nya akhir bulan putusan",
               Dasar(PP11, "Pasal 247-252"), sebab.bht06_putusan, keyakinan="sebagian", rahasia=True),
        kerangka.BHT08,
        *kerangka.syarat_hak(usia=True, keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat("putusan", "Salinan putusan berkekuatan hukum tetap, atau hasil pemeriksaan"),
        DokumenSyarat("sk_pangkat", "SK kenaikan pangkat terakhir", dosir="pangkat"),
    )
    alur = kerangka.alur_berhenti(NASKAH, dpcp=False, pertek=False, opd=False)

    def periksa(self, konteks):
        """A judgment is asked of a crime, the finding of the others."""
        pidana = konteks.isian.get("jenis") in (None, "", *sebab.PIDANA)
        return [(s, h) for s, h in super().periksa(konteks) if s.kode != ("BHT-08" if pidana else "BHT-06")]

    def isian_awal(self, profil, tanggal, acuan):
        """Nothing is presumed."""
        return {"jenis": "", "nomor_bukti": "", "tanpa_hak": False}

    def skenario_sensus(self, tanggal):
        """Judgments of each kind, too short, of another kind, undated; a finding and none."""
        hari = tanggal.replace(day=1) - timedelta(days=12)
        tmt = sebab.akhir_bulan(hari)
        dasar_ = {"tanggal_kejadian": hari, "lama_bulan": 30, "berencana": "tidak"}
        pdh = dasar_ | {"jenis": "PIDANA_PDHTAPS"}
        parpol = dasar_ | {"jenis": "PTDH_PARPOL"}
        return [
            Skenario("pidana biasa", tmt, isian=lambda p, a: pdh, maks=600),
            Skenario("tanpa hak", tmt, isian=lambda p, a: pdh | {"tanpa_hak": True}, maks=200),
            Skenario("terlalu singkat", tmt, isian=lambda p, a: pdh | {"lama_bulan": 10}, maks=50),
            Skenario("berencana", tmt, isian=lambda p, a: pdh | {"jenis": "PTDH_BERENCANA"}, maks=50),
            Skenario("tanpa tanggal", tmt, isian=lambda p, a: {"jenis": "PIDANA_PDHTAPS"}, maks=20),
            Skenario("partai politik", tmt, isian=lambda p, a: parpol | {"terbukti": "ya"}, maks=200),
            Skenario("tidak terbukti", tmt, isian=lambda p, a: parpol | {"terbukti": "tidak"}, maks=50),
            Skenario("belum dicatat", tmt, isian=lambda p, a: parpol, maks=20),
        ]
