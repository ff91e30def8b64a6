"""Masa persiapan pensiun (MPP). Dasar: PP 11/2017 Ps. 350; PerBKN 2/2019.

At most twelve months before the pension, asked for a month ahead, to the PPK through the PyB. He stays a PNS (kedudukan 20),
is released from his post, whose seat is vacant, and receives his last income each month. May be refused, or put off by
returning it with another day.
"""

from dataclasses import replace
from datetime import timedelta

from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan import bahan_keputusan, katalog
from layanan.galat import DitolakAlur
from layanan.katalog import (
    BagianNaskah,
    Dasar,
    DokumenSyarat,
    Langkah,
    Layanan,
    Syarat,
    TemplatNaskah,
    daftarkan,
    sebut_peraturan,
)
from layanan.sensus import Skenario
from pensiun import akibat, bahan, kerangka
from pensiun.aturan import mpp as aturan
from pensiun.forms_berhenti import MppForm, SerahForm

PS350, PBKN2 = Dasar("PP 11/2017", "Pasal 350"), Dasar("PerBKN 2/2019")
MENGINGAT = ("UU 20/2023", "PP 11/2017", "PP 17/2020", "PerBKN 2/2019")
STAF = kerangka.STAF
NASKAH = TemplatNaskah(
    "sk", "naskah/keputusan_pegawai.html", "882", "Keputusan Pemberian Masa Persiapan Pensiun", bahan.POLA,
    nama=(*bahan_keputusan.NAMA, ("mpp.sampai", "30 November 2027"), ("mpp.pensiun", "1 Desember 2027")),
    bagian=(
        BagianNaskah("menimbang", "Menimbang", "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini memenuhi "
                     "syarat untuk menjalani masa persiapan pensiun;", "daftar"),
        BagianNaskah("mengingat", "Mengingat", sebut_peraturan(*MENGINGAT), "daftar", peraturan=MENGINGAT,
                     keterangan="Titik koma di akhir tiap butir dicetak sendiri."),
        BagianNaskah("diktum", "Diktum", bentuk="diktum",
                     bawaan="Terhitung mulai tanggal {{ d.tmt.tulis }} sampai dengan tanggal {{ d.mpp.sampai }} diberikan masa "
                     "persiapan pensiun dan dibebaskan dari jabatannya.\n"
                     "Selama masa persiapan pensiun kepadanya dibayarkan uang masa persiapan pensiun setiap bulan sebesar 1 "
                     "(satu) kali penghasilan terakhir.\n" + bahan.KELIRU),
        BagianNaskah("tembusan", "Tembusan", bentuk="daftar", setelan="tembusan_sk_pensiun"),
    ),
)  # fmt: skip


@daftarkan
class MasaPersiapanPensiun(Layanan):
    """The last year before the pension, freed from the post."""

    slug = "mpp"
    nama = "Masa Persiapan Pensiun"
    aspek = "l"
    uraian = "Pembebasan dari jabatan paling lama 12 bulan sebelum pensiun, dengan penghasilan terakhir tetap dibayar."
    dampak = "Selama MPP ia dibebaskan dari jabatannya dan kursinya lowong; ia tetap PNS sampai TMT pensiun."
    strategis = True
    pemilik = "SUB43"
    surat_pengantar = True
    pengusul = ("asn", "operator_opd", "staf_bkd")
    dasar = (PS350, PBKN2)
    bagian = ("pangkat", "jabatan", "unit", "hukuman", "tinggal")
    mengingat = MENGINGAT
    form = MppForm
    naskah = NASKAH
    syarat = (
        Syarat("MPP-1", "Paling lama 12 bulan sebelum TMT pensiun", PS350, aturan.mpp1_masa, dasar_lain=(PBKN2,)),
        Syarat("MPP-2", "Diajukan paling lambat sebulan sebelum dimulai", PBKN2, aturan.mpp2_diajukan),
        Syarat("MPP-3", "Tugas diserahterimakan dan tidak ada kepentingan dinas mendesak", PBKN2, aturan.mpp3_tugas),
        Syarat("MPP-4", "Tidak sedang dalam proses peradilan pidana", PBKN2, aturan.mpp4_perkara, rahasia=True),
        kerangka.DIS8,
    )
    dokumen = (
        DokumenSyarat("surat_pengantar", "Surat pengantar perangkat daerah", wajib=False),
        DokumenSyarat("permohonan", "Surat permohonan"),
        DokumenSyarat("serah_tugas", "Berita acara serah terima tugas"),
        DokumenSyarat("pernyataan_pidana", "Surat pernyataan tidak sedang dalam proses pidana"),
        DokumenSyarat("sk_pangkat", "SK kenaikan pangkat terakhir", dosir="pangkat"),
        DokumenSyarat("sk_jabatan", "SK jabatan terakhir", dosir="jabatan"),
    )
    alur = (
        Langkah("atasan", "Pertimbangan atasan langsung", katalog.atasan_langsung, sla_hari_kerja=3, boleh_tolak=False),
        Langkah("verifikasi_opd", "Persetujuan kepala perangkat daerah", katalog.kepala_opd, sla_hari_kerja=3,
                boleh_tolak=False),
        Langkah("verifikasi_bkd", "Verifikasi berkas dan syarat", STAF, sla_hari_kerja=3),
        Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB43"), sla_hari_kerja=2),
        Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID4"), sla_hari_kerja=2, paraf=True),
        Langkah("persetujuan_kaban", "Pertimbangan kepala badan", katalog.jabatan("KEPALA-BKPSDM"), sla_hari_kerja=2,
                paraf=True, boleh_tolak=True),
        Langkah("paraf_sekda", "Pertimbangan Sekretaris Daerah", katalog.jabatan("SEKDA"), sla_hari_kerja=2, paraf=True,
                wajib=False),
        Langkah("keputusan", "Keputusan Bupati", katalog.jabatan("BUPATI"), sla_hari_kerja=3, boleh_tolak=True),
        Langkah("penetapan", "Penetapan nomor dan pencetakan SK", STAF, katalog.TETAPKAN, sla_hari_kerja=2),
        Langkah("tanda_tangan", "Penandatanganan SK", katalog.penandatangan(""), katalog.TANDA_TANGAN, sla_hari_kerja=2),
        Langkah("serahkan", "Penyerahan SK", STAF, katalog.SERAHKAN, sla_hari_kerja=3, form=SerahForm,
                tombol="Catat penyerahan SK"),
        Langkah("pembaruan", "Pembaruan data SIASN", katalog.staf("SUB13"), katalog.SERAHKAN, sla_hari_kerja=1),
    )  # fmt: skip

    def isian_awal(self, profil, tanggal, acuan):
        """A year before the pension, or a month after next."""
        nanti = tambah_bulan(tanggal.replace(day=1), acuan.setelan("mpp_usul_bulan_sebelum", tanggal) + 1)
        bulan = acuan.setelan("mpp_maks_bulan", tanggal)
        awal = tambah_bulan(profil.tmt_pensiun, -bulan) if profil.tmt_pensiun else nanti
        return {"tmt": max(awal, nanti), "tanggal_permohonan": tanggal, "tugas_selesai": "", "perkara": ""}

    def ringkas(self, profil, isian):
        """``MPP mulai 1 Januari 2027 sampai 30 November 2027``."""
        akhir = aturan.akhir(profil)
        return f"MPP mulai {tulis_tanggal(isian.get('tmt'))} sampai {tulis_tanggal(akhir)}"

    def periksa(self, konteks):
        """Who is no PNS is told only that."""
        if konteks.profil.status not in (None, "PNS"):
            return [(s, s.periksa(konteks)) for s in self.syarat if s.kode == "MPP-1"]
        return super().periksa(konteks)

    def kantor_penandatangan(self, konteks):
        """The Bupati as PPK."""
        return "BUPATI"

    def akibat(self, konteks):
        """Kedudukan, post, pay."""
        p = konteks.profil
        masa = f"{tulis_tanggal(konteks.tanggal)} – {tulis_tanggal(aturan.akhir(p))}"
        return [("Kedudukan hukum", p.kedudukan_nama or "–", f"Masa persiapan pensiun, {masa}"),
                ("Jabatan", p.jabatan or "–", "dibebaskan; kursinya lowong"),
                ("Penghasilan", "tetap", "1 kali penghasilan terakhir setiap bulan")]  # fmt: skip

    def data_naskah(self, konteks):
        """What the decree prints; ``mpp`` {sampai, pensiun, iso}. DitolakAlur without a TMT of the pension."""
        akhir = aturan.akhir(konteks.profil)
        if akhir is None:
            raise DitolakAlur("TMT pensiunnya belum dapat dihitung; lengkapi jabatan dan tanggal lahirnya.")
        return bahan_keputusan.data(
            self, konteks, tentang="PEMBERIAN MASA PERSIAPAN PENSIUN",
            rincian=(("TMT pensiun", tulis_tanggal(konteks.profil.tmt_pensiun)),),
            lain={"mpp": {"sampai": tulis_tanggal(akhir), "pensiun": tulis_tanggal(konteks.profil.tmt_pensiun), "iso": f"{akhir}"}},
        )  # fmt: skip

    def terapkan(self, naskah_pegawai):
        """RiwayatTinggal MPP and kedudukan 20; the seat is vacant from the first day on."""
        akibat.mulai_mpp(naskah_pegawai, akibat.akhir_mpp(naskah_pegawai))

    def skenario_sensus(self, tanggal):
        """A year ahead and two, asked too late, work not handed over, before a court, examined, nothing recorded."""
        mulai = tambah_bulan(tanggal.replace(day=1), 2)
        baik = {"tanggal_permohonan": tanggal, "tugas_selesai": "ya", "perkara": "tidak"}
        dekat = lambda bulan: lambda p: replace(p, tmt_pensiun=tambah_bulan(mulai, bulan))  # noqa: E731 - used below
        return [
            Skenario("setahun sebelumnya", mulai, isian=lambda p, a: baik, maks=600, andai=dekat(12)),
            Skenario("dua tahun sebelumnya", mulai, isian=lambda p, a: baik, maks=100, andai=dekat(24)),
            Skenario("terlambat diajukan", mulai, maks=50, andai=dekat(6),
                     isian=lambda p, a: baik | {"tanggal_permohonan": mulai - timedelta(days=10)}),
            Skenario("tugas belum selesai", mulai, maks=50, andai=dekat(6), isian=lambda p, a: baik | {"tugas_selesai": "tidak"}),
            Skenario("perkara", mulai, maks=50, andai=dekat(6), isian=lambda p, a: baik | {"perkara": "ya"}),
            Skenario("diperiksa", mulai, maks=50, isian=lambda p, a: baik, andai=lambda p: replace(p, diperiksa=True)),
            Skenario("belum dicatat", mulai, maks=20, andai=dekat(6)),
        ]  # fmt: skip
