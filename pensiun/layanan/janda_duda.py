"""Pensiun janda, duda, atau anak dari PNS yang meninggal (MD). Dasar: PP 11/2017 Ps. 243; UU 11/1969 Ps. 16-17.

The TMT is the first of the month after the death (T-13). The KP pengabdian, dated the day of death, stands in the same SK
where its conditions are met. Whoever is missing counts as dead after twelve months (PP 11/2017 Ps. 245).
"""

from dataclasses import replace
from datetime import timedelta

from kepegawaian.profil_isi import Tanggungan
from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario
from pensiun import bahan, kerangka
from pensiun.aturan import sebab
from pensiun.forms_berhenti import MeninggalForm
from pensiun.kerangka import PBKN3, PP11, LayananBerhenti

NASKAH = bahan.templat_sk(
    "Keputusan Pemberhentian karena Meninggal Dunia dan Pensiun Janda/Duda",
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini telah meninggal dunia pada tanggal "
    "{{ d.bukti.tanggal }}, sehingga perlu diberhentikan dengan hormat dan ahli warisnya diberi pensiun;",
    diktum=bahan.BERHENTI + bahan.PENGABDIAN + bahan.AHLI_WARIS + bahan.KELIRU,
)  # fmt: skip
DOKUMEN_WARIS = (
    DokumenSyarat("surat_jandaduda", "Surat keterangan janda atau duda"),
    DokumenSyarat("surat_ahli_waris", "Surat keterangan ahli waris"),
)


@daftarkan
class PensiunJandaDuda(LayananBerhenti):
    """The pension of those a PNS leaves behind."""

    slug = "pensiun-janda-duda"
    nama = "Pensiun Janda/Duda"
    uraian = "Pemberhentian PNS yang meninggal dunia, dan pensiun bagi janda, duda, atau anaknya."
    dampak = "Mulai bulan sesudah ia meninggal ahli warisnya menerima pensiun; jabatannya kosong dan akunnya ditutup."
    dasar = (Dasar(PP11, "Pasal 243"), Dasar("UU 11/1969", "Pasal 16-17"), PBKN3)
    untuk_tidak_aktif = True
    tanya_diri = False
    jenis = "MD"
    sebab_berhenti = "meninggal dunia"
    form = MeninggalForm
    naskah = NASKAH
    syarat = (
        kerangka.syarat_umum("MD"),
        Syarat("BHT-02", "Tanggal meninggal tercatat dan TMT-nya awal bulan berikutnya", Dasar(PP11, "Pasal 243"),
               sebab.bht02_meninggal, dasar_lain=(Dasar("PP 8/1989"),)),
        kerangka.BHT03,
        *kerangka.syarat_hak("MD", masa=False),
        *kerangka.syarat_pengabdian("MD", "KP-P01", "KP-P02", "KP-P03", "KP-P04", "KP-P05"),
    )  # fmt: skip
    dokumen = kerangka.dokumen_pensiun(
        DokumenSyarat("akta_kematian", "Akta atau surat kematian"), *DOKUMEN_WARIS, pernyataan=False
    )
    alur = kerangka.alur_berhenti(NASKAH)

    def isian_awal(self, profil, tanggal, acuan):
        """Nothing is presumed."""
        return {"tanggal_kejadian": None, "nomor_bukti": "", "pengabdian": "tidak", "alamat": "", "tanpa_hak": False}

    def skenario_sensus(self, tanggal):
        """Died last month, with and without family; a wrong TMT; no day; the KP of long service."""
        return skenario_meninggal(tanggal, {"pengabdian": "ya"})


def _keluarga(tanggal, *anggota):
    return lambda p: replace(p, tanggungan=tuple(
        Tanggungan(h, f"{h}-{i}", tanggal - timedelta(days=365 * usia), True, None, False, False, "", tanggal, f"{h} {i}")
        for i, (h, usia) in enumerate(anggota)
    ))  # fmt: skip


def skenario_meninggal(tanggal, isi):
    """Scenarios shared with the death in service; ``isi``: further answers."""
    mati = tanggal.replace(day=1) - timedelta(days=20)
    tmt = sebab.tmt_meninggal(mati)
    isian = {"tanggal_kejadian": mati, "nomor_bukti": "474.3/1/2026"} | isi
    janda = _keluarga(tanggal, ("pasangan", 45), ("anak", 12))
    return [
        Skenario("janda dan anak", tmt, isian=lambda p, a: isian, maks=600, andai=janda),
        Skenario("hanya anak dewasa", tmt, isian=lambda p, a: isian, maks=100, andai=_keluarga(tanggal, ("anak", 30))),
        Skenario("punah", tmt, isian=lambda p, a: isian | {"tanpa_hak": True}, maks=100,
                 andai=_keluarga(tanggal, ("anak", 30))),
        Skenario("keluarga belum tercatat", tmt, isian=lambda p, a: isian, maks=20, andai=_keluarga(tanggal)),
        Skenario("TMT keliru", tanggal, isian=lambda p, a: isian, maks=100, andai=janda),
        Skenario("tanpa tanggal", tmt, isian=lambda p, a: isi, maks=20, andai=janda),
    ]  # fmt: skip
