"""Surat perintah pelaksana tugas (Plt.) dan pelaksana harian (Plh.). Dasar: SE BKN 1/SE/I/2021; UU 30/2014 Pasal 14.

No pelantikan and no jabatan allowance: the order adds a period to his riwayat jabatan and leaves his own post alone. Once
it may be extended (a further order for the same office); it ends early when its naskah is revoked as of a day
(Pencabutan naskah). Rules: ``mutasi/aturan_plt.py``.
"""

from datetime import date, timedelta

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
from mutasi import akibat, aturan_plt, bahan, fakta
from mutasi.forms import PltForm, sampai_bawaan
from mutasi.layanan.penempatan import _kursi

SE1, UU30 = Dasar("SE BKN 1/SE/I/2021"), Dasar("UU 30/2014", "Pasal 14")
STAF = katalog.staf("SUB11")
SEBUTAN = {"PLT": "Pelaksana Tugas", "PLH": "Pelaksana Harian"}
MENGINGAT = ("UU 30/2014", "UU 20/2023", "SE BKN 1/SE/I/2021")
BAGIAN = (
    BagianNaskah("dasar", "Dasar", sebut_peraturan(*MENGINGAT), "daftar", peraturan=MENGINGAT),
    BagianNaskah(
        "untuk", "Untuk", bentuk="daftar",
        bawaan="Di samping tugasnya sebagai {{ d.pegawai.jabatan }}, terhitung mulai tanggal {{ d.tmt.tulis }} sampai dengan "
        "{{ d.sampai.tulis }} melaksanakan tugas sebagai {{ d.sebutan }} {{ d.jabatan }}.\n"
        "Melaksanakan perintah ini dengan penuh tanggung jawab dan melaporkan hasilnya.",
    ),
    BagianNaskah(
        "batas", "Batas kewenangan",
        "Tidak berwenang mengambil keputusan strategis yang mengubah status hukum organisasi, kepegawaian, dan alokasi "
        "anggaran; tidak dilantik dan tidak menerima tunjangan jabatan itu.",
    ),
    BagianNaskah("tembusan", "Tembusan", bentuk="daftar", setelan="tembusan_sk_kp"),
)  # fmt: skip
NAMA = (
    *bahan_naskah.NAMA_PEGAWAI,
    ("pegawai.pangkat", "Penata"), ("pegawai.golongan", "III/c"), ("jabatan", "Kepala Subbidang Mutasi"),
    ("unit", "Subbidang Mutasi"), ("sebutan", "Pelaksana Tugas"), ("tmt.tulis", "1 Desember 2026"), ("tmt.iso", "2026-12-01"),
    ("sampai.tulis", "28 Februari 2027"), ("sampai.iso", "2027-02-28"), ("penetap", "Bupati Lamongan"), ("tempat", "Lamongan"),
)  # fmt: skip


def _oleh_bupati(k):
    return (k.lain.get("tujuan") or {}).get("kelompok") == "jpt_pratama"


@daftarkan
class SuratPerintahPlt(Layanan):
    """One order for one person and one office."""

    slug = "plt-plh"
    nama = "Surat Perintah Plt. dan Plh."
    aspek = "g"
    uraian = "Penugasan seorang pegawai sebagai pelaksana tugas atau pelaksana harian sebuah jabatan struktural."
    dampak = "Selama masanya ia bertindak pada jabatan itu sebagai Plt. atau Plh.; jabatannya sendiri tetap."
    strategis = False
    pemilik = "SUB11"
    dasar = (SE1, UU30)
    bagian = ("pangkat", "jabatan", "unit", "tinggal")
    form = PltForm
    naskah = TemplatNaskah(
        "surat_perintah", "naskah/surat_perintah.html", "821", "Surat Perintah Plt./Plh.", "{klasifikasi}/{urut}/413.207/{tahun}",
        bagian=BAGIAN, nama=NAMA,
    )  # fmt: skip
    syarat = (
        Syarat("PLT-01", "Plt. pada jabatan kosong, Plh. bila pejabatnya berhalangan sementara", SE1,
               aturan_plt.p01_berhalangan, dasar_lain=(UU30,)),
        Syarat("PLT-02", "Paling lama 3 bulan, diperpanjang satu kali", SE1, aturan_plt.p02_masa),
        Syarat("PLT-03", "Jenjangnya setara atau satu tingkat di bawah", SE1, aturan_plt.p03_jenjang,
               keyakinan="sebagian"),
        Syarat("PLT-04", "Tetap pada jabatannya sendiri", SE1, aturan_plt.p04_tetap_pada_jabatannya,
               keyakinan="sebagian"),
        Syarat("PLT-05", "Tidak memuat kewenangan strategis", UU30, aturan_plt.p05_bukan_strategis,
               keyakinan="sebagian", dasar_lain=(SE1,)),
        Syarat("PLT-06", "Kewenangannya menurut surat edaran", SE1, aturan_plt.p06_kewenangan, keyakinan="sebagian"),
        Syarat("PLT-07", "Plh. lazimnya 3 sampai 30 hari", Dasar("Ketentuan Portal"), aturan_plt.p07_masa_plh,
               keyakinan="asumsi"),
    )  # fmt: skip
    dokumen = (DokumenSyarat("usul", "Surat usul perangkat daerah", wajib=False),)
    alur = (
        Langkah("telaah", "Telaah staf", STAF, sla_hari_kerja=1),
        Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB11"), sla_hari_kerja=1),
        Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID1"), sla_hari_kerja=1, paraf=True),
        Langkah("persetujuan_kaban", "Persetujuan kepala badan", katalog.jabatan("KEPALA-BKPSDM"), sla_hari_kerja=1,
                paraf=True, boleh_tolak=True),
        Langkah("paraf_sekda", "Paraf Sekretaris Daerah", katalog.jabatan("SEKDA"), sla_hari_kerja=1, paraf=True,
                bila=_oleh_bupati, kapan="bila jabatan pimpinan tinggi pratama"),
        Langkah("penetapan", "Penetapan nomor surat perintah", STAF, katalog.TETAPKAN, sla_hari_kerja=1),
        Langkah("tanda_tangan", "Penandatanganan surat perintah", katalog.penandatangan(""), katalog.TANDA_TANGAN,
                sla_hari_kerja=1),
        Langkah("serahkan", "Penyampaian kepada yang bersangkutan", STAF, katalog.SERAHKAN, sla_hari_kerja=1),
    )  # fmt: skip

    def siapkan(self, profil, isian):
        """The office, its holders, and his earlier orders for it."""
        return fakta.susun_plt(profil, isian)

    def isian_awal(self, profil, tanggal, acuan):
        """From tomorrow for three months, with every authority the circular allows."""
        mulai = tanggal + timedelta(days=1)
        return {"sifat": "PLT", "sebab": "kosong", "tmt": mulai, "sampai": sampai_bawaan(mulai), "jabatan": "",
                "kewenangan": [kode for kode, _ in aturan_plt.BOLEH]}  # fmt: skip

    def ringkas(self, profil, isian):
        """``Plt. Kepala Subbidang Mutasi sampai 28 Februari 2027``."""
        jabatan = fakta.cari_jabatan(isian.get("jabatan"))
        depan = {"PLT": "Plt.", "PLH": "Plh."}.get(isian.get("sifat"), "")
        return f"{depan} {jabatan.nama if jabatan else 'jabatan belum dipilih'} sampai {tulis_tanggal(isian.get('sampai'))}"

    def periksa(self, konteks):
        """PLT-07 is about Plh only."""
        plh = konteks.isian.get("sifat") == aturan_plt.PLH
        return [(s, h) for s, h in super().periksa(konteks) if plh or s.kode != "PLT-07"]

    def kantor_penandatangan(self, konteks):
        """Who signs by the group of the office (setelan plt_penanda_tangan)."""
        kelompok = (konteks.lain.get("tujuan") or {}).get("kelompok")
        return konteks.acuan.setelan("plt_penanda_tangan", konteks.tanggal).get(kelompok, "BUPATI")

    def akibat(self, konteks):
        """His own post stays; the office is added for the period."""
        tujuan, isian = konteks.lain.get("tujuan") or {}, konteks.isian
        depan = {"PLT": "Plt. ", "PLH": "Plh. "}.get(isian.get("sifat"), "")
        masa = f"{tulis_tanggal(isian.get('tmt'))} – {tulis_tanggal(isian.get('sampai'))}"
        return [
            ("Jabatan definitif", konteks.profil.jabatan or "–", "tetap"),
            ("Penugasan", "–", f"{depan}{tujuan.get('nama', '–')}"),
            ("Masa", "–", masa),
        ]

    def data_naskah(self, konteks):
        """What the order prints; keys in ``NAMA``, with ``kewenangan`` as sentences."""
        acuan, isian, kini = konteks.acuan, konteks.isian, timezone.localdate()
        blok, tujuan = bahan.tanda(self, konteks), konteks.lain.get("tujuan") or {}
        nama = dict((*aturan_plt.BOLEH, *aturan_plt.LAIN, *aturan_plt.STRATEGIS))
        data = {
            "kop": bahan_naskah.kop_bupati(acuan, kini), "judul": "SURAT PERINTAH", "tempat": acuan.setelan("kop_tempat", kini),
            "perihal": self.naskah.judul, "pegawai": bahan.pegawai(konteks.profil), "jabatan": tujuan.get("nama", ""),
            "unit": tujuan.get("unit", ""), "sebutan": SEBUTAN.get(isian.get("sifat"), ""),
            "tmt": bahan_naskah.hari(isian.get("tmt")) or bahan.KOSONG,
            "sampai": bahan_naskah.hari(isian.get("sampai")) or bahan.KOSONG,
            "kewenangan": [nama[k] for k in isian.get("kewenangan") or ()],
            "peraturan": bahan_naskah.peraturan(*MENGINGAT), "penetap": blok["jabatan"], "penandatangan": blok["nama"],
            "tanda_tangan": blok,
        }  # fmt: skip
        return templat.lengkapi(self.naskah, data, acuan, kini)

    def terapkan(self, naskah_pegawai):
        """One RiwayatJabatan PLT or PLH with its period."""
        akibat.penugasan(naskah_pegawai)

    def skenario_sensus(self, tanggal):
        """An empty office for three months, one too long and strategic, a third order, and Plh long and short."""
        mulai = (tanggal.replace(day=1) + timedelta(days=32)).replace(day=1)
        boleh = [kode for kode, _ in aturan_plt.BOLEH]

        def isian(sifat, sampai, kewenangan=boleh):
            return lambda p, a: {"sifat": sifat, "sampai": sampai, "kewenangan": kewenangan, "jabatan": "X"}

        def lain(**ganti):
            return lambda p, a: (
                {"tujuan": _kursi(p, eselon="IV.a", kelompok="pengawas"), "pemangku": [], "lalu": []} | ganti
            )

        tiga = sampai_bawaan(mulai)
        dua = [(tambah_bulan(mulai, -6), tambah_bulan(mulai, -3) - timedelta(days=1)),
               (tambah_bulan(mulai, -3), mulai - timedelta(days=1))]  # fmt: skip
        return [
            Skenario("Plt pertama", mulai, isian=isian("PLT", tiga), lain=lain()),
            Skenario("Plt terlalu lama", mulai, isian=isian("PLT", date(mulai.year + 1, 12, 31), ["anggaran", "cltn"]),
                     lain=lain(pemangku=["Pejabat"])),
            Skenario("Plt ketiga", mulai, isian=isian("PLT", tiga), lain=lain(lalu=dua)),
            Skenario("Plh sepekan", mulai, isian=isian("PLH", mulai + timedelta(days=6)), lain=lain(pemangku=["Pejabat"])),
            Skenario("Plh dua bulan", mulai, isian=isian("PLH", tambah_bulan(mulai, 2)), lain=lain(pemangku=["Pejabat"])),
        ]  # fmt: skip
