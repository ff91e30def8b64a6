"""Pemberhentian sementara dan pengaktifan kembali. Dasar: PP 11/2017 Ps. 276-280 (sebagian).

Held as a suspect: from the end of that month; a state official or komisioner: from the appointment. He stays a PNS without a
post (kedudukan 04) and receives half of what his last post paid. Confidential. Reactivation gives kedudukan 01 back; his
post only when it is vacant, by a penempatan.
"""

from dataclasses import replace
from datetime import timedelta

from kepegawaian.aturan import tulis_tanggal
from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario
from pensiun import akibat, bahan, kerangka
from pensiun.aturan import sebab
from pensiun.forms_berhenti import AktifForm, SementaraForm
from pensiun.kerangka import PBKN3, PP11, LayananBerhenti

PS276 = Dasar(PP11, "Pasal 276-280")
SEBAB = {"ditahan": "ditahan sebagai tersangka tindak pidana", "pejabat_negara": "diangkat menjadi pejabat negara",
         "komisioner": "diangkat menjadi komisioner atau anggota lembaga nonstruktural"}  # fmt: skip
NASKAH = bahan.templat_sk(
    "Keputusan Pemberhentian Sementara",
    "bahwa berdasarkan {{ d.bukti.nomor }} Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini "
    "{{ d.henti.karena }} sejak tanggal {{ d.bukti.tanggal }};",
    diktum=bahan.BERHENTI + "Selama diberhentikan sementara kepadanya diberikan uang pemberhentian sementara sesuai dengan "
    "peraturan perundang-undangan.\n" + bahan.KELIRU,
)  # fmt: skip
AKTIF = bahan.templat_sk(
    "Keputusan Pengaktifan Kembali",
    "bahwa sebab pemberhentian sementara Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini telah berakhir "
    "berdasarkan {{ d.bukti.nomor }};",
    diktum="Terhitung mulai tanggal {{ d.tmt.tulis }} diaktifkan kembali sebagai Pegawai Negeri Sipil.\n"
    "Penempatannya dalam jabatan ditetapkan tersendiri, sesuai dengan jabatan yang tersedia.\n" + bahan.KELIRU,
)  # fmt: skip


class _Perkara(LayananBerhenti):
    """What both have in common."""

    pengusul = ("staf_bkd",)
    surat_pengantar = False
    rahasia = True
    tanya_diri = False
    berpertek = False
    jenis = "SEMENTARA"
    dasar = (PS276, PBKN3)
    akibat_terlambat, dasar_terlambat = "Gaji yang telanjur dibayar penuh ditagih kembali.", PS276


@daftarkan
class PemberhentianSementara(_Perkara):
    """Dismissed for a time."""

    slug = "pemberhentian-sementara"
    nama = "Pemberhentian Sementara"
    uraian = "Bagi PNS yang ditahan sebagai tersangka, atau menjadi pejabat negara atau komisioner."
    dampak = "Mulai TMT kedudukannya diberhentikan sementara dan jabatannya lowong; ia tetap PNS."
    form = SementaraForm
    naskah = NASKAH
    syarat = (
        kerangka.syarat_umum("SEMENTARA"),
        Syarat("BHT-09", "Sebab dan tanggalnya tercatat, dan TMT-nya mengikuti", PS276, sebab.bht09_sementara,
               keyakinan="sebagian", rahasia=True),
    )  # fmt: skip
    dokumen = (DokumenSyarat("bukti", "Surat penahanan, atau keputusan pengangkatan"),)
    alur = kerangka.alur_berhenti(NASKAH, dpcp=False, pertek=False, opd=False)

    def karena(self, konteks, r):
        """The cause chosen."""
        return SEBAB.get(konteks.isian.get("sebab"), "")

    def isian_awal(self, profil, tanggal, acuan):
        """Nothing is presumed."""
        return {"sebab": "", "nomor_bukti": ""}

    def akibat(self, konteks):
        """Kedudukan, post, pay."""
        persen = konteks.acuan.setelan("berhenti_sementara_persen", konteks.tanggal)
        p = konteks.profil
        return [
            (
                "Kedudukan hukum",
                p.kedudukan_nama or "–",
                f"Pemberhentian sementara, mulai {tulis_tanggal(konteks.tanggal)}",
            ),
            ("Jabatan", p.jabatan or "–", "lowong mulai TMT"),
            ("Penghasilan", "penuh", f"{persen}% penghasilan jabatan terakhir"),
        ]

    def skenario_sensus(self, tanggal):
        """Held, a wrong TMT, nothing recorded."""
        hari = tanggal.replace(day=1) - timedelta(days=9)
        ditahan = {"sebab": "ditahan", "tanggal_kejadian": hari}
        return [
            Skenario("ditahan", sebab.akhir_bulan(hari), isian=lambda p, a: ditahan, maks=600),
            Skenario("TMT keliru", tanggal, isian=lambda p, a: ditahan, maks=50),
            Skenario("belum dicatat", tanggal, maks=20),
        ]


@daftarkan
class PengaktifanKembali(_Perkara):
    """Back after a pemberhentian sementara."""

    slug = "pengaktifan-kembali"
    nama = "Pengaktifan Kembali"
    uraian = "Bagi PNS yang sebab pemberhentian sementaranya sudah berakhir."
    dampak = "Mulai TMT kedudukannya aktif kembali; jabatannya ditetapkan dengan usulan penempatan."
    form = AktifForm
    naskah = AKTIF
    syarat = (Syarat("BHT-10", "Sedang diberhentikan sementara dan sebabnya sudah berakhir", PS276, sebab.bht10_aktif_kembali,
                     keyakinan="sebagian", rahasia=True),)  # fmt: skip
    dokumen = (DokumenSyarat("bukti", "Surat penghentian penyidikan, putusan, atau berakhirnya masa jabatan"),)
    alur = kerangka.alur_berhenti(AKTIF, dpcp=False, pertek=False, opd=False)

    def isian_awal(self, profil, tanggal, acuan):
        """From today on."""
        return {"tmt": tanggal, "selesai": "ya", "alasan": "", "nomor_bukti": ""}

    def ringkas(self, profil, isian):
        """``Aktif kembali sejak 1 Desember 2026``."""
        return f"Aktif kembali sejak {tulis_tanggal(isian.get('tmt'))}"

    def akibat(self, konteks):
        """Kedudukan."""
        p = konteks.profil
        return [("Kedudukan hukum", p.kedudukan_nama or "–", f"Aktif, mulai {tulis_tanggal(konteks.tanggal)}"),
                ("Jabatan", p.jabatan or "–", "ditetapkan dengan penempatan")]  # fmt: skip

    def terapkan(self, naskah_pegawai):
        """Kedudukan 01."""
        akibat.aktifkan(naskah_pegawai)

    def skenario_sensus(self, tanggal):
        """Dismissed for a time, its cause over or not; not dismissed; unknown."""
        lepas = lambda p: replace(p, kedudukan="04")  # noqa: E731 - used by two scenarios below
        return [
            Skenario("selesai", tanggal, isian=lambda p, a: {"selesai": "ya"}, maks=300, andai=lepas),
            Skenario("belum selesai", tanggal, isian=lambda p, a: {"selesai": "tidak"}, maks=50, andai=lepas),
            Skenario("tidak diberhentikan", tanggal, isian=lambda p, a: {"selesai": "ya"}, maks=50),
            Skenario("tidak diketahui", tanggal, isian=lambda p, a: {"selesai": "ya"}, maks=20,
                     andai=lambda p: replace(p, kedudukan=None)),
        ]  # fmt: skip
