"""Klaim jaminan kematian (JKM): wafat, bukan karena kerja. Dasar: PP 70/2015 jo. PP 66/2017.

OPD, Subbidang Kesejahteraan, Kepala Bidang, surat pengantar Kepala BKD kepada PT Taspen, jawaban, pembayaran. The amounts
(``perlindungan/manfaat.py``) are shown with their formula before anyone decides; his kedudukan is changed by the pension.
"""

from dataclasses import replace

from kepegawaian.profil_isi import Tanggungan
from kesejahteraan.perlindungan import aturan, hak, manfaat
from kesejahteraan.perlindungan.forms import JkmForm
from kesejahteraan.perlindungan.klaim import (
    DOKUMEN,
    PP66,
    PP70,
    STAF,
    Klaim,
    dokumen_waris,
    langkah_akhir,
    templat_surat,
)
from layanan import katalog
from layanan.katalog import Langkah, Syarat, daftarkan
from layanan.sensus import Skenario


@daftarkan
class KlaimJkm(Klaim):
    """A death that did not come from work."""

    slug = hak.JKM
    nama = "Klaim Jaminan Kematian (JKM)"
    uraian = "Santunan, uang duka, biaya pemakaman, dan beasiswa bagi ahli waris pegawai yang wafat."
    dampak = "Surat pengantar terbit bagi PT Taspen; klaim yang dibayar tercatat dengan nilai dan tanggalnya."
    program = "JKM"
    dasar = (PP70, PP66)
    form = JkmForm
    naskah = templat_surat("Pengantar Klaim Jaminan Kematian")
    syarat = (
        Syarat("PLD-3", "Ahli waris menurut urutannya: janda atau duda, anak, orang tua, ahli waris", PP70,
               aturan.pld3_ahli_waris, dasar_lain=(PP66,)),
    )  # fmt: skip
    dokumen = (*dokumen_waris(None, ""), *DOKUMEN)
    alur = (
        Langkah(
            "verifikasi_opd",
            "Pengantar kepala perangkat daerah",
            katalog.kepala_opd,
            sla_hari_kerja=2,
            boleh_tolak=False,
        ),
        Langkah("lengkapi", "Verifikasi berkas dan ahli waris", STAF, sla_hari_kerja=3),
        *langkah_akhir(),
    )

    def isian_awal(self, profil, tanggal, acuan):
        """The first of the heirs."""
        _, berhak = manfaat.ahli_waris(profil.tanggungan)
        return {"penerima": berhak[0].anggota if berhak else "", "ahli_waris": ""}

    def peristiwa(self, isian):
        """He died."""
        return "wafat"

    def manfaat(self, konteks):
        """Santunan, uang duka, pemakaman, and the scholarships of the children chosen who may have one."""
        anak = {t.anggota for t, jawab, _ in manfaat.anak_beasiswa(konteks.profil.tanggungan, konteks.acuan, konteks.tanggal)
                if jawab != katalog.TIDAK}  # fmt: skip
        pilih = len(anak & set(konteks.isian.get("anak_beasiswa") or ()))
        masa = manfaat.masa_peserta(konteks.profil, konteks.tanggal)
        return manfaat.jkm(self.gaji(konteks), masa, pilih, konteks.acuan, konteks.tanggal)

    def skenario_sensus(self, tanggal):
        """The first heir, nobody named, and one who has no family recorded."""

        def pertama(p, acuan):
            _, berhak = manfaat.ahli_waris(p.tanggungan)
            return {"penerima": berhak[0].anggota if berhak else aturan.LAIN, "ahli_waris": "Saudara kandung"}

        satu = Tanggungan("pasangan", "p", None, True, None, None, None, "", tanggal, "PASANGAN")
        return [
            Skenario(
                "ahli waris pertama", tanggal, isian=pertama, andai=lambda p: replace(p, tanggungan=(satu,)), maks=300
            ),
            Skenario("belum disebut", tanggal, isian=lambda p, a: {}, maks=100),
            Skenario("tanpa keluarga", tanggal, isian=pertama, andai=lambda p: replace(p, tanggungan=()), maks=20),
        ]
