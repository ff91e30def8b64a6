"""Bantuan hukum bagi pegawai dalam perkara karena tugasnya. Dasar: PP 11/2017 Pasal 308.

The person asks; Subbidang Pembinaan Korps Profesi, Kepala Bidang and Kepala BKD examine, the Sekda (pembina KORPRI) agrees;
who accompanies him is recorded, and the case step by step until it ends. The route is asumsi: settings may change who holds
a step. No decree, no riwayat: the letter of the Sekda and the steps are the record.
"""

from dataclasses import replace

from django.utils import timezone

from kepegawaian.aturan import tulis_tanggal
from kesejahteraan.perlindungan import aturan
from kesejahteraan.perlindungan.forms import KEMAJUAN, PERKARA, BantuanHukumForm, PendampingForm, PerkembanganForm
from layanan import bahan_naskah, katalog, rute
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat, TemplatNaskah, daftarkan
from layanan.sensus import Skenario

PASAL308 = Dasar("PP 11/2017", "Pasal 308")
STAF, SEKDA = katalog.staf("SUB23"), katalog.jabatan("SEKDA")
SURAT = TemplatNaskah(
    "surat",
    "naskah/surat.html",
    "180",
    "Persetujuan Pemberian Bantuan Hukum",
    "{klasifikasi}/{urut}/413.207/{tahun}",
    elektronik=True,
)


@daftarkan
class BantuanHukum(Layanan):
    """One case of one pegawai."""

    slug = "bantuan-hukum"
    nama = "Bantuan Hukum"
    aspek = "n"
    uraian = "Pendampingan bagi pegawai yang menghadapi perkara karena pelaksanaan tugasnya."
    dampak = "Tidak mengubah riwayat; pendamping dan perkembangan perkaranya tercatat sampai selesai."
    strategis = False
    rahasia = True
    pemilik = "SUB23"
    # No step is the OPD's, so its operator neither asks nor reads; who cannot ask himself asks the Subbidang.
    pengusul = ("asn", "staf_bkd")
    dasar = (PASAL308,)
    bagian = ("unit", "jabatan", "pangkat")
    form = BantuanHukumForm
    syarat = (
        Syarat("BH-01", "Perkara timbul dari pelaksanaan tugas jabatan", PASAL308, aturan.bh01_karena_tugas),
        Syarat("BH-02", "Masih ASN, atau ASN pada saat peristiwanya", PASAL308, aturan.bh02_asn, keyakinan="sebagian"),
    )
    dokumen = (
        DokumenSyarat("surat_perkara", "Surat panggilan, gugatan, atau laporan yang diterima"),
        DokumenSyarat("surat_tugas", "Surat tugas atau SK yang menjadi dasar perbuatan", wajib=False),
        DokumenSyarat("bukti", "Bukti lain", wajib=False),
    )
    alur = (
        Langkah("telaah", "Telaah Subbidang Pembinaan Korps Profesi", STAF, sla_hari_kerja=3),
        Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID2"), sla_hari_kerja=2),
        Langkah("persetujuan_kaban", "Persetujuan kepala badan", katalog.jabatan("KEPALA-BKPSDM"), sla_hari_kerja=2,
                boleh_tolak=True),
        Langkah("persetujuan_sekda", "Persetujuan Sekretaris Daerah", SEKDA, sla_hari_kerja=3, boleh_tolak=True,
                naskah=SURAT, tombol="Setujui dan terbitkan surat persetujuan"),
        Langkah("pendamping", "Penunjukan pendamping", STAF, katalog.REKAM, sla_hari_kerja=5, form=PendampingForm,
                jalur="Bagian Hukum atau LKBH KORPRI", tombol="Catat pendamping"),
        Langkah("perkembangan", "Perkembangan perkara", STAF, katalog.REKAM, sla_hari_kerja=30, form=PerkembanganForm,
                sebutan=dict(KEMAJUAN), hasil={"lanjut": "perkembangan", "putus": "SELESAI"}, jalur="pengadilan atau penyidik",
                tombol="Catat perkembangan"),
    )  # fmt: skip

    def isian_awal(self, profil, tanggal, acuan):
        """Nothing is presumed."""
        return {"jenis_perkara": "tun", "karena_tugas": ""}

    def ringkas(self, profil, isian):
        """``Perkara perdata, peristiwa 3 November 2026``; never the parties."""
        return f"Perkara {dict(PERKARA).get(isian.get('jenis_perkara'), '–').lower()}, peristiwa {tulis_tanggal(isian.get('tmt'))}"

    def akibat(self, konteks):
        """No riwayat changes."""
        return [("Pendampingan", "–", "pendamping ditunjuk sesudah persetujuan Sekretaris Daerah")]

    def data_surat(self, kode, konteks):
        """The letter of the Sekda to those who may accompany him; keys in ``bahan_naskah.surat``."""
        acuan, kini, p = konteks.acuan, timezone.localdate(), konteks.profil
        tanda = bahan_naskah.penanda_tangan(rute.pejabat(SEKDA, self, konteks, acuan, kini), kini)
        isi = konteks.isian
        return bahan_naskah.surat(
            SURAT.judul, kop=bahan_naskah.kop_kantor(acuan, kini, "Sekretariat Daerah"), sifat="Rahasia",
            tempat=acuan.setelan("kop_tempat", kini), kepada=[*acuan.setelan("bantuan_hukum_pendamping", kini), "di tempat"],
            isi=[("Menunjuk Pasal 308 Peraturan Pemerintah Nomor 11 Tahun 2017, disetujui pemberian bantuan hukum bagi pegawai berikut "
                 "dalam perkara yang timbul dari pelaksanaan tugasnya:")],
            rincian=[("Nama", p.nama_lengkap), ("NIP", p.nip or "-"), ("Jabatan", p.jabatan or "-"), ("Unit kerja", p.unit or "-"),
                     ("Jenis perkara", dict(PERKARA).get(isi.get("jenis_perkara"), "-")),
                     ("Nomor perkara", isi.get("nomor_perkara") or "-"), ("Kaitan dengan tugas", isi.get("kaitan_tugas") or "-")],
            penutup="Agar ditunjuk pendamping, dan perkembangan perkaranya disampaikan kepada BKPSDM.", tanda_tangan=tanda,
        )  # fmt: skip

    def skenario_sensus(self, tanggal):
        """Known to come from duty, known not to, not known; and people without a status or service."""

        def isian(kata):
            return lambda p, a: {"tmt": tanggal, "karena_tugas": kata}

        return [
            Skenario("karena tugas", tanggal, isian=isian("ya")),
            Skenario(
                "bukan karena tugas", tanggal, isian=isian("tidak"), maks=20, andai=lambda p: replace(p, berhenti=True)
            ),
            Skenario("belum diketahui", tanggal, isian=isian(""), maks=20, andai=lambda p: replace(p, status=None)),
        ]
