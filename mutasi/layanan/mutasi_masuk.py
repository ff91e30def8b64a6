"""Mutasi masuk (M2-M5), Lamongan sebagai penerima. Dasar: PerBKN 5/2019; Permendagri 58/2019 (M4).

The person comes into the portal first, through the import door: his SIASN row with kedudukan "Tidak aktif" and his whole
riwayat, so that nothing is typed twice. Then: our PPK asks the PPK asal, the consent is recorded, the usul goes through
the Gubernur to BKN, the decision is recorded and takes effect at its TMT: aktif, with post and unit of Lamongan.
"""

from dataclasses import replace
from datetime import date

from django.utils import timezone

from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan import akibat as akibat_umum, bahan_naskah, katalog, templat
from layanan.katalog import BagianNaskah, Dasar, Langkah, Layanan, Syarat, TemplatNaskah, daftarkan, sebut_peraturan
from mutasi import akibat, aturan, bahan, fakta
from mutasi.forms import JENIS_ANTAR, MasukForm, SpmtForm, SuratLuarForm
from mutasi.layanan.mutasi_keluar import (
    DOKUMEN,
    MENDAGRI,
    MENGINGAT,
    NAMA,
    PBKN5,
    PEMUTUS,
    PERTEK,
    POLA,
    PS190,
    REKOMENDASI,
    STAF,
    SYARAT_UMUM,
    hanya_pns,
    langkah_keputusan,
    langkah_pertek,
    skenario_antar,
)
from mutasi.layanan.penempatan import _kursi, surat

MASUK = tuple(s for s in SYARAT_UMUM if s.kode not in ("MUT-02", "MUT-05"))
BAGIAN = (
    BagianNaskah("kepada", "Kepada", "Kepala Kantor Regional II Badan Kepegawaian Negara\nmelalui Gubernur Jawa Timur", "daftar"),
    BagianNaskah(
        "pembuka", "Pembuka",
        "Bersama ini kami usulkan mutasi Pegawai Negeri Sipil berikut dari {{ d.instansi }} ke Pemerintah Kabupaten "
        "Lamongan pada jabatan {{ d.jabatan_penerima }}:",
    ),
    BagianNaskah("penutup", "Penutup", "Demikian usul ini disampaikan untuk mendapat pertimbangan teknis dan keputusan."),
    BagianNaskah("dasar", "Dasar", sebut_peraturan(*MENGINGAT), "daftar", peraturan=MENGINGAT),
    BagianNaskah("tembusan", "Tembusan", bentuk="daftar", bawaan="Pejabat Pembina Kepegawaian {{ d.instansi }}"),
)  # fmt: skip


@daftarkan
class MutasiMasuk(Layanan):
    """Usul, and what follows until he works here."""

    slug = "mutasi-masuk"
    nama = "Mutasi dari Instansi Lain"
    aspek = "g"
    uraian = "Penerimaan PNS dari instansi lain: usul, persetujuan PPK asal, pertimbangan teknis, sampai keputusannya."
    dampak = "Mulai TMT keputusan mutasi ia aktif di Kabupaten Lamongan pada jabatan dan unit yang diusulkan."
    strategis = True
    untuk_tidak_aktif = True
    pemilik = "SUB11"
    pengusul = ("staf_bkd",)
    dasar = (Dasar("PP 11/2017", "Pasal 190-197"), PBKN5, Dasar("SE BKN 3/SE/VIII/2019"), MENDAGRI)
    bagian = ("pangkat", "jabatan", "unit", "kinerja", "hukuman", "tinggal", "ikatan", "tanggungan", "kompetensi")
    form = MasukForm
    naskah = TemplatNaskah(
        "surat", "naskah/lolos_butuh.html", "824", "Usul Mutasi Masuk", POLA, bagian=BAGIAN, nama=NAMA
    )
    syarat = (
        *MASUK,
        Syarat("MUT-08", "Jabatan tujuan ada pada peta jabatan, dibutuhkan, dan sesuai kompetensi dan pola karier", PBKN5,
               aturan.m08_kebutuhan, dasar_lain=(Dasar("PermenPANRB 22/2021"), Dasar("PermenPANRB 38/2017"))),
        Syarat("MUT-09", "Suami/istri tidak menjadi atasan atau bawahan langsung", PS190,
               aturan.m09_bukan_atasan_pasangan, keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = (*(d for d in DOKUMEN if d.kode != "usul_penerima"), REKOMENDASI)
    alur = (
        Langkah("telaah", "Telaah staf", STAF, sla_hari_kerja=3),
        Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB11"), sla_hari_kerja=2),
        Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID1"), sla_hari_kerja=2, paraf=True),
        Langkah("persetujuan_kaban", "Permintaan persetujuan kepada PPK asal", katalog.jabatan("KEPALA-BKPSDM"),
                sla_hari_kerja=2, paraf=True, boleh_tolak=True, naskah=surat("Permintaan Persetujuan Mutasi"),
                tombol="Setujui dan terbitkan surat permintaan"),
        Langkah("persetujuan_asal", "Persetujuan PPK asal", STAF, katalog.REKAM, sla_hari_kerja=20, form=SuratLuarForm,
                hasil={"ditolak": "TOLAK"}, jalur="PPK asal", tombol="Rekam persetujuan"),
        Langkah("penetapan", "Penetapan nomor usul", STAF, katalog.TETAPKAN, sla_hari_kerja=2),
        Langkah("tanda_tangan", "Penandatanganan usul", katalog.penandatangan(""), katalog.TANDA_TANGAN, sla_hari_kerja=2),
        langkah_pertek(),
        langkah_keputusan(TemplatNaskah("sk", "naskah/lolos_butuh.html", "824", "Keputusan Mutasi Antarinstansi", POLA)),
        Langkah("spmt", "Surat pernyataan melaksanakan tugas", katalog.Alamat("kantor", "opd_tujuan"), katalog.SERAHKAN,
                sla_hari_kerja=3, form=SpmtForm, naskah=surat("Surat Pernyataan Melaksanakan Tugas", "naskah/pernyataan.html"), tombol="Terbitkan SPMT"),
        Langkah("pembaruan", "Pembaruan data SIASN dan arsip", katalog.staf("SUB13"), katalog.SERAHKAN, sla_hari_kerja=1),
    )  # fmt: skip

    def siapkan(self, profil, isian):
        """Post, its holders, its need, and husband or wife."""
        return fakta.susun(profil, isian)

    def isian_awal(self, profil, tanggal, acuan):
        """Three months ahead."""
        return {"jenis": "M2", "tmt": tambah_bulan(tanggal.replace(day=1), 3)}

    def ringkas(self, profil, isian):
        """``Dari Pemerintah Kota Surabaya, TMT 1 Maret 2027``."""
        return f"Dari {isian.get('instansi_lain') or 'instansi lain'}, TMT {tulis_tanggal(isian.get('tmt'))}"

    def periksa(self, konteks):
        """Who is no PNS does not move at all: only MUT-01 says so."""
        return hanya_pns(konteks, super().periksa(konteks))

    def kantor_langkah(self, kode, konteks):
        """The head of the OPD the post belongs to; of none, the Sekda."""
        opd = (konteks.lain.get("tujuan") or {}).get("opd_kode")
        return f"KEPALA-{opd}" if opd else "SEKDA"

    def sebutan_kantor(self, kode):
        """In words."""
        return "opd", "Kepala perangkat daerah tujuan"

    def kantor_penandatangan(self, konteks):
        """The Bupati as PPK penerima."""
        return "BUPATI"

    def akibat(self, konteks):
        """Kedudukan, post, unit, and who decides."""
        tujuan, jenis = konteks.lain.get("tujuan") or {}, konteks.isian.get("jenis")
        return [
            ("Instansi", konteks.isian.get("instansi_lain") or "–", "Pemerintah Kabupaten Lamongan"),
            ("Jabatan", konteks.profil.jabatan or "–", tujuan.get("nama", "–")),
            ("Unit kerja", "–", tujuan.get("unit") or "–"),
            ("Diputuskan oleh", "–", PEMUTUS.get(jenis, "–")),
            ("Pertimbangan teknis", "–", PERTEK.get(jenis, "tidak ada; BKN yang memutus")),
        ]

    def data_naskah(self, konteks):
        """The usul; keys as ``templates/naskah/lolos_butuh.html`` reads them."""
        acuan, isian, kini = konteks.acuan, konteks.isian, timezone.localdate()
        blok, tujuan = bahan.tanda(self, konteks), konteks.lain.get("tujuan") or {}
        data = {
            "kop": bahan_naskah.kop_bupati(acuan, kini), "perihal": self.naskah.judul, "sifat": "Biasa", "lampiran": "-",
            "tempat": acuan.setelan("kop_tempat", kini), "pegawai": bahan.pegawai(konteks.profil),
            "instansi": isian.get("instansi_lain") or "",
            "jabatan_penerima": f"{tujuan.get('nama', '')}, {tujuan.get('unit', '')}",
            "surat": {"nomor": isian.get("nomor_surat") or "", "tanggal": bahan_naskah.hari(isian.get("tanggal_surat"))
                      or bahan.KOSONG},
            "jenis": dict(JENIS_ANTAR).get(isian.get("jenis"), ""),
            "peraturan": bahan_naskah.peraturan(*MENGINGAT), "penetap": blok["jabatan"], "penandatangan": blok["nama"],
            "tanda_tangan": blok,
        }  # fmt: skip
        return templat.lengkapi(self.naskah, data, acuan, kini)

    def data_surat(self, kode, konteks):
        """The request to the PPK asal, and the SPMT."""
        if kode == "spmt":
            return bahan.spmt(self, konteks, konteks.langkah.get(kode) or {})
        return bahan.minta_persetujuan(self, konteks)

    def setelah_langkah(self, usulan, kode, jawaban, oleh):
        """The SPMT notes the first working day on the post."""
        if kode == "spmt":
            akibat_umum.catat_spmt(usulan, date.fromisoformat(jawaban["tanggal_spmt"]))

    def terapkan(self, naskah_pegawai):
        """The usul changes nothing; the recorded decision makes him aktif here, with post and unit, at its TMT."""
        if naskah_pegawai.naskah.asal == "luar":
            akibat.kedudukan(naskah_pegawai, akibat.AKTIF)
            akibat.jabatan_dan_unit(naskah_pegawai)

    def skenario_sensus(self, tanggal):
        """A vacant seat, and a full one under the spouse without the letter of the Inspektorat."""
        lengkap, kurang = skenario_antar(tanggal, jabatan_tujuan="X")
        lowong = {"kebutuhan": 1, "pemangku": [], "keluarga_tercatat": True, "pasangan": []}
        penuh = lowong | {"pemangku": ["Orang lain"], "pasangan": [{"nama": "Pasangan", "hubungan": "bawahan"}]}
        return [
            replace(lengkap, lain=lambda p, a: lowong | {"tujuan": _kursi(p)}),
            replace(kurang, lain=lambda p, a: penuh | {"tujuan": _kursi(p)}),
        ]
