"""Surat pernyataan masih menduduki jabatan (SPMJ). Dasar: PerBKN 7/2017; Perka BKN 31/2007.

Asked for by whoever needs it for the allowance or a KP; stated by the head of his OPD (of a head: the Sekda). It rests on
what the riwayat says on that day, changes nothing, and stays among his naskah. The one of a fresh pelantikan is a step of
the penempatan (``penempatan.py``). Rules: ``mutasi/aturan_spmj.py``.
"""

from dataclasses import replace
from datetime import timedelta

from django.utils import timezone

from kepegawaian.aturan import tulis_tanggal
from layanan import bahan_naskah, katalog, templat
from layanan.katalog import BagianNaskah, Dasar, Langkah, Layanan, Syarat, TemplatNaskah, daftarkan
from layanan.sensus import Skenario
from mutasi import aturan_spmj, bahan
from mutasi.forms_penugasan import KEPERLUAN, SpmjForm

LANTIK, TUNJANGAN = Dasar("PerBKN 7/2017"), Dasar("Perka BKN 31/2007")
BAGIAN = (
    BagianNaskah(
        "pembuka", "Pembuka",
        "dengan ini menyatakan dengan sesungguhnya bahwa Pegawai Negeri Sipil berikut sampai dengan tanggal {{ d.per.tulis }} "
        "masih menduduki jabatan {{ d.pegawai.jabatan }} pada {{ d.pegawai.unit }}:",
    ),
    BagianNaskah(
        "penutup", "Penutup",
        "Demikian surat pernyataan ini dibuat dengan sesungguhnya untuk {{ d.keperluan }}; apabila di kemudian hari isinya "
        "ternyata tidak benar yang berakibat kerugian negara, kami bersedia menanggungnya.",
    ),
    BagianNaskah("tembusan", "Tembusan", bentuk="daftar", bawaan="Kepala BPKAD Kabupaten Lamongan\nYang bersangkutan"),
)  # fmt: skip
NAMA = (
    *bahan_naskah.NAMA_PEGAWAI,
    ("pegawai.pangkat", "Penata"), ("pegawai.golongan", "III/c"), ("per.tulis", "2 Januari 2027"),
    ("per.iso", "2027-01-02"), ("keperluan", "pembayaran tunjangan jabatan"), ("lantik.tulis", "4 Mei 2025"),
    ("spmt.tulis", "5 Mei 2025"), ("penetap", "Kepala Dinas Kesehatan"), ("tempat", "Lamongan"),
)  # fmt: skip


@daftarkan
class Spmj(Layanan):
    """One statement for one person on one day."""

    slug = "spmj"
    nama = "Surat Pernyataan Masih Menduduki Jabatan"
    aspek = "g"
    uraian = "Pernyataan kepala perangkat daerah bahwa seorang pejabat struktural atau fungsional masih menduduki jabatannya."
    dampak = "Tidak mengubah riwayat; suratnya tersimpan pada naskah pegawai."
    strategis = False
    pemilik = "SUB11"
    pengusul = ("asn", "operator_opd", "staf_bkd")
    dasar = (LANTIK, TUNJANGAN)
    bagian = ("pangkat", "jabatan", "unit", "tinggal")
    form = SpmjForm
    naskah = TemplatNaskah(
        "surat",
        "naskah/pernyataan.html",
        "800",
        bahan.SPMJ,
        "{klasifikasi}/{urut}/413.207/{tahun}",
        bagian=BAGIAN,
        nama=NAMA,
    )
    syarat = (
        Syarat("SPMJ-01", "Menduduki jabatan struktural atau fungsional definitif", LANTIK, aturan_spmj.s01_menduduki,
               keyakinan="sebagian", dasar_lain=(TUNJANGAN,)),
        Syarat("SPMJ-02", "Sudah dilantik dalam jabatan itu", LANTIK, aturan_spmj.s02_dilantik, keyakinan="sebagian"),
        Syarat("SPMJ-03", "Sudah melaksanakan tugas (SPMT)", LANTIK, aturan_spmj.s03_melaksanakan, keyakinan="sebagian"),
        Syarat("SPMJ-04", "Masih melaksanakan tugas jabatannya", TUNJANGAN, aturan_spmj.s04_bertugas,
               keyakinan="sebagian"),
    )  # fmt: skip
    alur = (
        Langkah("verifikasi_opd", "Pemeriksaan operator perangkat daerah", katalog.operator_opd, sla_hari_kerja=1),
        Langkah("penetapan", "Persetujuan dan penetapan nomor", katalog.kepala_opd, katalog.TETAPKAN, sla_hari_kerja=2),
        Langkah("tanda_tangan", "Penandatanganan surat", katalog.penandatangan(""), katalog.TANDA_TANGAN, sla_hari_kerja=2),
        Langkah("serahkan", "Penyampaian kepada yang bersangkutan", katalog.operator_opd, katalog.SERAHKAN, sla_hari_kerja=1),
    )  # fmt: skip

    def isian_awal(self, profil, tanggal, acuan):
        """Today, for the allowance."""
        return {"tmt": tanggal, "keperluan": "tunjangan"}

    def ringkas(self, profil, isian):
        """``Pada 2 Januari 2027, pembayaran tunjangan jabatan``."""
        perlu = dict(KEPERLUAN).get(isian.get("keperluan"), "keperluan belum dipilih").lower()
        return f"Pada {tulis_tanggal(isian.get('tmt'))}, {perlu}"

    def periksa(self, konteks):
        """Who holds no such post is told only that."""
        hasil = super().periksa(konteks)
        if konteks.profil.jenis_jabatan in (None, *aturan_spmj.DILANTIK):
            return hasil
        return [(s, h) for s, h in hasil if s.kode == "SPMJ-01"]

    def kantor_penandatangan(self, konteks):
        """The head of his OPD; of the head himself the office above."""
        return "KEPALA_OPD"

    def akibat(self, konteks):
        """Nothing changes."""
        p = konteks.profil
        return [("Jabatan", p.jabatan or "–", "tetap"), ("Keadaan pada", "–", tulis_tanggal(konteks.tanggal))]

    def data_naskah(self, konteks):
        """Keys as ``templates/naskah/pernyataan.html`` reads them."""
        acuan, kini, p = konteks.acuan, timezone.localdate(), konteks.profil
        blok = bahan.tanda(self, konteks)
        lantik, spmt = (bahan_naskah.hari(h) or bahan.KOSONG for h in (p.tmt_pelantikan, p.tanggal_spmt))
        rincian = [
            ("Nama", p.nama_lengkap), ("NIP", p.nip or "-"), ("Pangkat, golongan", f"{p.pangkat or '-'}, {p.golongan or '-'}"),
            ("Jabatan", p.jabatan or "-"), ("Unit kerja", p.unit or "-"),
            ("Surat keputusan", f"{p.sk_jabatan_nomor or '-'} tanggal {tulis_tanggal(p.sk_jabatan_tanggal)}"),
            ("Dilantik", lantik["tulis"]), ("Melaksanakan tugas sejak", spmt["tulis"]),
        ]  # fmt: skip
        data = bahan_naskah.surat(
            self.naskah.judul, kop=bahan_naskah.kop_kantor(acuan, kini, p.opd), tempat=acuan.setelan("kop_tempat", kini),
            rincian=rincian, tanda_tangan=blok,
        ) | {
            "pegawai": bahan.pegawai(p), "per": bahan_naskah.hari(konteks.tanggal), "lantik": lantik, "spmt": spmt,
            "keperluan": dict(KEPERLUAN).get(konteks.isian.get("keperluan"), "").lower(),
        }  # fmt: skip
        return templat.lengkapi(self.naskah, data, acuan, kini)

    def terapkan(self, naskah_pegawai):
        """A statement changes no riwayat."""

    def skenario_sensus(self, tanggal):
        """As they stand; sworn in only tomorrow; a record without its dates for a few."""
        besok = tanggal + timedelta(days=1)
        return [
            Skenario("hari ini", tanggal),
            Skenario("dilantik besok", tanggal, andai=lambda p: replace(p, tmt_pelantikan=besok, tanggal_spmt=besok)),
            Skenario("sedang CLTN", tanggal, andai=lambda p: replace(p, tinggal="CLTN"), maks=50),
        ]
