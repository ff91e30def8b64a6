"""Mutasi ke luar instansi (M2-M5), Lamongan sebagai asal. Dasar: PerBKN 5/2019; Permendagri 58/2019 (M4).

The PPK penerima asks; the Bupati gives or withholds his persetujuan (lolos butuh), which is the one naskah printed
here and changes nothing yet. Pertek and decision are made outside and recorded; the decision takes effect at its TMT:
kedudukan "pindah instansi", after which the record is read only. The SKPP of the finance office ends the pay.
"""

from datetime import timedelta

from django.utils import timezone

from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan import bahan_naskah, katalog, templat
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
from mutasi import akibat, aturan, bahan
from mutasi.forms import JENIS_ANTAR, KeluarForm, KeputusanLuarForm, SkppForm, SuratLuarForm

PBKN5, PS190 = Dasar("PerBKN 5/2019"), Dasar("PP 11/2017", "Pasal 190")
MENDAGRI = Dasar("Permendagri 58/2019")
STAF = katalog.staf("SUB11")
POLA = "{klasifikasi}/{urut}/413.207/{tahun}"
# Who decides and who gives the pertek, by kind (regulasi mutasi §1).
PEMUTUS = {"M2": "Gubernur", "M3": "Gubernur", "M4": "Menteri Dalam Negeri", "M5": "Kepala BKN"}
PERTEK = {"M2": "Kepala Kantor Regional BKN", "M3": "Kepala Kantor Regional BKN", "M4": "Kepala BKN"}
MENGINGAT = ("UU 20/2023", "PP 11/2017", "PP 17/2020", "PerBKN 5/2019")
BAGIAN = (
    BagianNaskah("kepada", "Kepada", "Pejabat Pembina Kepegawaian {{ d.instansi }}\ndi tempat", "daftar"),
    BagianNaskah(
        "pembuka", "Pembuka",
        "Menunjuk surat Saudara Nomor {{ d.surat.nomor }} tanggal {{ d.surat.tanggal.tulis }}, dengan ini kami menyetujui "
        "mutasi Pegawai Negeri Sipil berikut ke {{ d.instansi }} pada jabatan {{ d.jabatan_penerima }}:",
    ),
    BagianNaskah(
        "penutup", "Penutup",
        "Persetujuan ini berlaku untuk kelengkapan usul mutasi; segala biaya menjadi beban instansi penerima.",
    ),
    BagianNaskah("dasar", "Dasar", sebut_peraturan(*MENGINGAT), "daftar", peraturan=MENGINGAT),
    BagianNaskah("tembusan", "Tembusan", bentuk="daftar", bawaan="Kepala Kantor Regional II BKN di Surabaya\nYang bersangkutan"),
)  # fmt: skip
NAMA = (
    *bahan_naskah.NAMA_PEGAWAI,
    ("pegawai.pangkat", "Penata"), ("pegawai.golongan", "III/c"), ("instansi", "Pemerintah Kota Surabaya"),
    ("jabatan_penerima", "Analis Kebijakan Ahli Muda"), ("surat.nomor", "800/12/2026"),
    ("surat.tanggal.tulis", "2 November 2026"), ("jenis", "Antarkabupaten/kota dalam satu provinsi"),
    ("penetap", "Bupati Lamongan"), ("tempat", "Lamongan"),
)  # fmt: skip


def antar_provinsi(k):
    """Permendagri 58/2019 governs moves between provinces only."""
    return k.isian.get("jenis") == "M4"


def ada_pertek(k):
    """M5 is decided by BKN itself."""
    return k.isian.get("jenis") in PERTEK


SYARAT_UMUM = (
    Syarat("MUT-01", "Berstatus PNS, bukan CPNS atau PPPK", PBKN5, aturan.m01_status),
    Syarat("MUT-02", "Paling singkat 2 tahun di jabatan sekarang", PS190, aturan.m02_masa_minimal,
           dasar_lain=(Dasar("PerBKN 5/2019", "Pasal 2"),)),
    Syarat("MUT-04", "Tidak dalam proses atau menjalani hukuman disiplin atau peradilan", PBKN5,
           aturan.m04_bebas_kasus, rahasia=True),
    Syarat("MUT-05", "Tidak tugas belajar dan tidak terikat ikatan dinas", PBKN5, aturan.m05_bebas_ikatan),
    Syarat("MUT-06", "Kinerja dua tahun terakhir paling rendah Baik", PBKN5, aturan.m06_kinerja),
    Syarat("MUT-07", "Bebas temuan Inspektorat", PBKN5, aturan.m07_bebas_temuan),
)  # fmt: skip
# regulasi mutasi §3, D1-D10.
DOKUMEN = (
    DokumenSyarat("anjab_abk", "Anjab dan ABK jabatan (kedua instansi)"),
    DokumenSyarat("permohonan", "Surat permohonan pegawai"),
    DokumenSyarat("usul_penerima", "Surat usul PPK instansi penerima yang menyebut jabatannya"),
    DokumenSyarat("bebas_hukdis", "Pernyataan tidak dalam proses atau menjalani hukuman disiplin atau peradilan"),
    DokumenSyarat("sk_pangkat", "SK pangkat terakhir", dosir="pangkat"),
    DokumenSyarat("sk_jabatan", "SK jabatan terakhir", dosir="jabatan"),
    DokumenSyarat("kinerja_1", "Hasil evaluasi kinerja tahun terakhir", dosir="kinerja"),
    DokumenSyarat("kinerja_2", "Hasil evaluasi kinerja tahun sebelumnya", dosir="kinerja"),
    DokumenSyarat("bebas_tubel", "Pernyataan tidak tugas belajar dan tidak terikat ikatan dinas"),
    DokumenSyarat("bebas_temuan", "Surat keterangan bebas temuan Inspektorat"),
)  # fmt: skip
REKOMENDASI = DokumenSyarat(
    "rekomendasi_mendagri", "Koordinasi atau rekomendasi Mendagri", bila=antar_provinsi, kapan="bila antarprovinsi"
)


def langkah_pertek(kode="pertek"):
    """The pertek of BKN, recorded."""
    return Langkah(
        kode, "Pertimbangan teknis BKN", STAF, katalog.REKAM, sla_hari_kerja=15, form=SuratLuarForm,
        hasil={"ditolak": "TOLAK"}, jalur="BKN", tombol="Rekam pertimbangan teknis", bila=ada_pertek,
        kapan="selain mutasi dengan instansi pusat",
    )  # fmt: skip


def langkah_keputusan(naskah):
    """The decision of Gubernur, Mendagri or Kepala BKN, recorded with its scan; it takes effect at its TMT."""
    return Langkah(
        "keputusan_luar", "Perekaman keputusan mutasi", STAF, katalog.REKAM, sla_hari_kerja=30, form=KeputusanLuarForm,
        naskah=naskah, jalur="luar", tombol="Rekam keputusan dan berlakukan",
    )  # fmt: skip


def hanya_pns(konteks, hasil):
    """Of one who is known to be no PNS only the answer of MUT-01."""
    if konteks.profil.status in (None, "PNS"):
        return hasil
    return [(s, h) for s, h in hasil if s.kode == "MUT-01"]


def skenario_antar(tanggal, **isian):
    """With and without the letter of the Inspektorat."""
    berikut = (tanggal.replace(day=1) + timedelta(days=32)).replace(day=1)
    surat = {"jenis": "M2", "nomor_bebas_temuan": "700/1/2026", "tanggal_bebas_temuan": tanggal} | isian
    return [
        Skenario("lengkap", berikut, isian=lambda p, a: surat),
        Skenario("tanpa surat Inspektorat", berikut, isian=lambda p, a: {"jenis": "M2"} | isian),
    ]


@daftarkan
class MutasiKeluar(Layanan):
    """Lolos butuh, and what follows until he has gone."""

    slug = "mutasi-keluar"
    nama = "Mutasi ke Instansi Lain"
    aspek = "g"
    uraian = "Persetujuan pindah ke kabupaten, provinsi, atau instansi pusat lain, sampai keputusan mutasinya direkam."
    dampak = "Mulai TMT keputusan mutasi kedudukannya pindah instansi; gajinya dihentikan dengan SKPP dan datanya tetap terbaca."
    strategis = True
    pemilik = "SUB11"
    pengusul = ("asn", "operator_opd", "staf_bkd")
    dasar = (Dasar("PP 11/2017", "Pasal 190-197"), PBKN5, Dasar("SE BKN 3/SE/VIII/2019"), MENDAGRI)
    bagian = ("pangkat", "jabatan", "unit", "kinerja", "hukuman", "tinggal", "ikatan")
    form = KeluarForm
    naskah = TemplatNaskah(
        "surat", "naskah/lolos_butuh.html", "824", "Persetujuan Mutasi (Lolos Butuh)", POLA, bagian=BAGIAN, nama=NAMA
    )
    syarat = (
        *SYARAT_UMUM,
        Syarat("MUT-10", "Pernyataan pengabdian formasi sudah selesai", Dasar("PermenPANRB 27/2021"),
               aturan.m10_pengabdian_formasi, keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = (*DOKUMEN, REKOMENDASI)
    alur = (
        Langkah("persetujuan_opd", "Persetujuan kepala perangkat daerah", katalog.kepala_opd, sla_hari_kerja=3,
                boleh_tolak=False),
        Langkah("telaah", "Telaah staf", STAF, sla_hari_kerja=3),
        Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB11"), sla_hari_kerja=2),
        Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID1"), sla_hari_kerja=2, paraf=True),
        Langkah("persetujuan_kaban", "Persetujuan kepala badan", katalog.jabatan("KEPALA-BKPSDM"), sla_hari_kerja=2,
                paraf=True, boleh_tolak=True),
        Langkah("paraf_sekda", "Paraf Sekretaris Daerah", katalog.jabatan("SEKDA"), sla_hari_kerja=2, paraf=True,
                wajib=False),
        Langkah("penetapan", "Penetapan nomor surat persetujuan", STAF, katalog.TETAPKAN, sla_hari_kerja=2),
        Langkah("tanda_tangan", "Penandatanganan surat persetujuan", katalog.penandatangan(""), katalog.TANDA_TANGAN,
                sla_hari_kerja=2),
        langkah_pertek(),
        langkah_keputusan(TemplatNaskah("sk", "naskah/lolos_butuh.html", "824", "Keputusan Mutasi Antarinstansi", POLA)),
        Langkah("skpp", "SKPP dan penghentian gaji", STAF, katalog.SERAHKAN, sla_hari_kerja=10, form=SkppForm,
                jalur="BPKAD", tombol="Catat SKPP"),
        Langkah("pembaruan", "Pembaruan data SIASN dan arsip", katalog.staf("SUB13"), katalog.SERAHKAN, sla_hari_kerja=1),
    )  # fmt: skip

    def isian_awal(self, profil, tanggal, acuan):
        """Three months ahead: pertek and decision take their time."""
        return {"jenis": "M2", "tmt": tambah_bulan(tanggal.replace(day=1), 3)}

    def ringkas(self, profil, isian):
        """``Ke Pemerintah Kota Surabaya, TMT 1 Maret 2027``."""
        return f"Ke {isian.get('instansi_lain') or 'instansi lain'}, TMT {tulis_tanggal(isian.get('tmt'))}"

    def periksa(self, konteks):
        """Who is no PNS does not move at all: only MUT-01 says so."""
        return hanya_pns(konteks, super().periksa(konteks))

    def kantor_penandatangan(self, konteks):
        """The Bupati as PPK asal."""
        return "BUPATI"

    def akibat(self, konteks):
        """What the decision, not the letter, will do."""
        jenis = konteks.isian.get("jenis")
        p = konteks.profil
        return [
            ("Instansi", "Pemerintah Kabupaten Lamongan", konteks.isian.get("instansi_lain") or "–"),
            ("Kedudukan hukum", p.kedudukan_nama or "–", "Pindah ke instansi lain"),
            ("Diputuskan oleh", "–", PEMUTUS.get(jenis, "–")),
            ("Pertimbangan teknis", "–", PERTEK.get(jenis, "tidak ada; BKN yang memutus")),
        ]

    def data_naskah(self, konteks):
        """The letter of consent; keys as ``templates/naskah/lolos_butuh.html`` reads them."""
        acuan, isian, kini = konteks.acuan, konteks.isian, timezone.localdate()
        blok = bahan.tanda(self, konteks)
        data = {
            "kop": bahan_naskah.kop_bupati(acuan, kini), "perihal": self.naskah.judul, "sifat": "Biasa", "lampiran": "-",
            "tempat": acuan.setelan("kop_tempat", kini), "pegawai": bahan.pegawai(konteks.profil),
            "instansi": isian.get("instansi_lain") or "", "jabatan_penerima": isian.get("jabatan_penerima") or "",
            "surat": {"nomor": isian.get("nomor_surat") or "", "tanggal": bahan_naskah.hari(isian.get("tanggal_surat"))
                      or bahan.KOSONG},
            "jenis": dict(JENIS_ANTAR).get(isian.get("jenis"), ""),
            "peraturan": bahan_naskah.peraturan(*MENGINGAT), "penetap": blok["jabatan"], "penandatangan": blok["nama"],
            "tanda_tangan": blok,
        }  # fmt: skip
        return templat.lengkapi(self.naskah, data, acuan, kini)

    def terapkan(self, naskah_pegawai):
        """The letter of consent changes nothing; the recorded decision ends his service here at its TMT."""
        if naskah_pegawai.naskah.asal == "luar":
            akibat.kedudukan(naskah_pegawai, akibat.PINDAH)

    def skenario_sensus(self, tanggal):
        """With and without the letter of the Inspektorat."""
        return skenario_antar(tanggal)
