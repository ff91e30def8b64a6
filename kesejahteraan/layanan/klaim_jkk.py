"""Klaim jaminan kecelakaan kerja (JKK): perawatan, cacat, tewas. Dasar: PP 70/2015 jo. PP 66/2017; PerBKN 4/2020.

As the JKM, and before it the determination by BKN (kecelakaan kerja, penyakit akibat kerja, or tewas): Taspen pays only
then. The pension of a tewas and the KP anumerta are services of their own.
"""

from dataclasses import replace
from datetime import timedelta

from kepegawaian.aturan import tulis_tanggal
from kepegawaian.profil_isi import Tanggungan
from kesejahteraan.perlindungan import aturan, hak, manfaat
from kesejahteraan.perlindungan.forms import PENETAPAN, PERISTIWA, JkkForm, PenetapanForm
from kesejahteraan.perlindungan.klaim import (
    DOKUMEN,
    PBKN4,
    PP66,
    PP70,
    STAF,
    Klaim,
    dokumen_waris,
    langkah_akhir,
    templat_surat,
)
from layanan import katalog
from layanan.katalog import DokumenSyarat, Langkah, Syarat, daftarkan
from layanan.sensus import Skenario


def _tewas(k):
    return k.isian.get("keadaan") == manfaat.TEWAS


def _berbiaya(k):
    return any(k.isian.get(f"biaya_{b}") for b in ("perawatan", "darat", "laut", "udara", "gigi"))


@daftarkan
class KlaimJkk(Klaim):
    """An accident at work, an illness from work, or a death in the line of duty."""

    slug = hak.JKK
    nama = "Klaim Jaminan Kecelakaan Kerja (JKK)"
    uraian = (
        "Perawatan, pengangkutan, santunan cacat, dan santunan tewas bagi pegawai yang mengalami kecelakaan kerja."
    )
    dampak = "Surat pengantar terbit bagi PT Taspen sesudah penetapan BKN; klaim yang dibayar tercatat dengan nilai dan tanggalnya."
    program = "JKK"
    dasar = (PP70, PP66, PBKN4)
    form = JkkForm
    naskah = templat_surat("Pengantar Klaim Jaminan Kecelakaan Kerja")
    syarat = (
        Syarat("PLD-1", "Kejadian dilaporkan pada waktunya dengan kronologis, saksi, dan surat tugas", PBKN4,
               aturan.pld1_laporan, keyakinan="asumsi"),
        Syarat("PLD-2", "Kecelakaan kerja atau tewas ditetapkan BKN", PBKN4, aturan.pld2_penetapan),
        Syarat("PLD-3", "Ahli waris menurut urutannya: janda atau duda, anak, orang tua, ahli waris", PP70,
               aturan.pld3_ahli_waris, dasar_lain=(PP66,)),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat("laporan", "Laporan kejadian dan berita acara"),
        DokumenSyarat("surat_tugas", "Surat tugas", bila=lambda k: k.isian.get("peristiwa") not in aturan.TANPA_TUGAS,
                      kapan="selain perjalanan ke tempat kerja dan penyakit akibat kerja"),
        DokumenSyarat("polisi", "Laporan polisi", wajib=False),
        DokumenSyarat("visum", "Visum atau rekam medis"),
        DokumenSyarat("kuitansi", "Kuitansi biaya", bila=_berbiaya, kapan="bila ada biaya yang diklaim"),
        *dokumen_waris(_tewas, "bila tewas"),
        *DOKUMEN,
    )  # fmt: skip
    alur = (
        Langkah("verifikasi_opd", "Pengantar kepala perangkat daerah", katalog.kepala_opd, sla_hari_kerja=2, boleh_tolak=False),
        Langkah("lengkapi", "Verifikasi berkas", STAF, sla_hari_kerja=3),
        Langkah("penetapan_bkn", "Penetapan kecelakaan kerja atau tewas oleh BKN", STAF, katalog.REKAM, sla_hari_kerja=20,
                form=PenetapanForm, sebutan=dict(PENETAPAN), hasil={"bukan": "TOLAK"}, jalur="BKN",
                tombol="Rekam penetapan BKN"),
        *langkah_akhir(),
    )  # fmt: skip

    def isian_awal(self, profil, tanggal, acuan):
        """Reported today."""
        return {"tanggal_lapor": tanggal, "penerima": "", "ahli_waris": ""}

    def peristiwa(self, isian):
        """What happened and what it did."""
        akibat = manfaat.KEADAAN.get(isian.get("keadaan"), "").lower()
        return f"mengalami {dict(PERISTIWA).get(isian.get('peristiwa'), 'kecelakaan kerja').lower()} ({akibat})"

    def ringkas(self, profil, isian):
        """``Tewas, kecelakaan dalam menjalankan tugas, 3 November 2026``."""
        keadaan = manfaat.KEADAAN.get(isian.get("keadaan"), "Kecelakaan kerja")
        peristiwa = dict(PERISTIWA).get(isian.get("peristiwa"), "peristiwanya belum dipilih").lower()
        return f"{keadaan}, {peristiwa}, {tulis_tanggal(isian.get('tmt'))}"[:200]

    def manfaat(self, konteks):
        """By what happened, and the costs entered."""
        isi = konteks.isian
        biaya = {b: isi.get(f"biaya_{b}") for b in ("perawatan", "darat", "laut", "udara", "gigi")}
        return manfaat.jkk(
            self.gaji(konteks), isi.get("keadaan"), biaya, konteks.acuan, konteks.tanggal, jenjang=isi.get("jenjang_anak") or "",
            persen_tabel=isi.get("persen_tabel"), persen_fungsi=isi.get("persen_fungsi"),
        )  # fmt: skip

    def akibat(self, konteks):
        """The benefits, and what else the law gives that is decided elsewhere."""
        baris, keadaan = super().akibat(konteks), konteks.isian.get("keadaan")
        if keadaan in (manfaat.ANATOMIS, manfaat.FUNGSI, manfaat.TOTAL):
            baris.append(
                (
                    "Tunjangan cacat (PP 12/1981)",
                    "persentase menurut bagian tubuh",
                    "ditetapkan tersendiri; tabelnya belum ada pada portal",
                )
            )
        elif keadaan == manfaat.TEWAS:
            baris.append(
                ("Hak lain", "layanan tersendiri", "pensiun janda atau duda tewas dan kenaikan pangkat anumerta")
            )
        return baris

    def skenario_sensus(self, tanggal):
        """Reported in time and determined; late and not determined; refused; a death with and without heirs."""
        kejadian = tanggal - timedelta(days=9)
        dasar = {
            "tmt": kejadian,
            "peristiwa": "tugas",
            "kronologis": "Terjatuh.",
            "saksi": "Rekan",
            "nomor_surat_tugas": "094/1",
        }
        baik = dasar | {"tanggal_lapor": kejadian + timedelta(days=1), "keadaan": "luka", "nomor_penetapan": "BKN/1"}
        waris = Tanggungan("pasangan", "p", None, True, None, None, None, "", tanggal, "PASANGAN")
        return [
            Skenario("lengkap", tanggal, isian=lambda p, a: baik, maks=300),
            Skenario("terlambat", tanggal, maks=20, andai=lambda p: replace(p, tanggungan=()),
                     isian=lambda p, a: dasar | {"tanggal_lapor": tanggal, "keadaan": "tewas", "penerima": "lain", "ahli_waris": "A"}),
            Skenario("tanpa laporan", tanggal, isian=lambda p, a: {"tmt": kejadian, "keadaan": "tewas"},
                     lain=lambda p, a: {"penetapan_bkn": {"hasil": "bukan", "nomor_penetapan": "BKN/2"}},
                     andai=lambda p: replace(p, tanggungan=(waris,)), maks=100),
        ]  # fmt: skip
