"""Cuti besar. Dasar: PP 11/2017 Pasal 316-318; PerBKN 24/2017; layanan cuti BKPSDM Lamongan (jeda lima tahun).

Granted by decree. Put off for urgent service the right stays, at most a year from the first day asked for (CUT-10): the
decision is the record, the person sees it on his page and asks again. It costs the cuti tahunan of its year (setting ``cuti_cb_hak_ct``) and stops the tunjangan jabatan.
"""

from datetime import timedelta

from kepegawaian.aturan import tambah_bulan
from kesejahteraan.cuti import bahan, fakta
from kesejahteraan.cuti.aturan import syarat as aturan
from kesejahteraan.cuti.dasar import BERTUMPUK, CUTI, PBKN7, PBKN24, PEJABAT, PermintaanCuti
from kesejahteraan.cuti.forms import PUTUSAN, CutiBesarForm, FormPutusan, FormPutusanBesar
from kesejahteraan.layanan.cuti import bebas, penuh, senin
from layanan import bahan_keputusan, bahan_naskah, katalog
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Syarat, daftarkan
from layanan.sensus import Skenario

MENGINGAT = ("UU 20/2023", "PP 11/2017", "PP 17/2020", "PerBKN 24/2017", "PerBKN 7/2021")
STAF = katalog.staf("SUB42")
NASKAH = bahan_keputusan.templat_keputusan(
    "Keputusan Pemberian Cuti Besar", "852",
    "bahwa Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini mengajukan permintaan cuti besar dan memenuhi "
    "syarat untuk diberikan cuti besar;",
    MENGINGAT,
    "Memberikan cuti besar terhitung mulai tanggal {{ d.cuti.mulai.tulis }} sampai dengan tanggal {{ d.cuti.sampai.tulis }} "
    "untuk {{ d.cuti.alasan }}.\n"
    "Sebelum menjalankan cuti besar wajib menyerahkan pekerjaannya kepada atasan langsungnya, dan sesudahnya wajib melapor "
    "dan bekerja kembali.",
    nama=(("cuti.mulai.tulis", "1 Mei 2027"), ("cuti.sampai.tulis", "31 Juli 2027"), ("cuti.alasan", "Haji pertama"),
          ("cuti.lama", "92 hari kalender")),
)  # fmt: skip


@daftarkan
class CutiBesar(PermintaanCuti):
    """Cuti besar by decree."""

    slug = fakta.SLUG["CB"]
    nama = "Cuti Besar"
    jenis_cuti = "CB"
    versi = 2  # since 2: a postponement ends the request as postponed, not as refused
    uraian = "Cuti paling lama 3 bulan bagi PNS yang telah bekerja 5 tahun, untuk haji, melahirkan anak keempat, atau keperluan lain."
    dampak = "Hak cuti tahunan tahun itu hapus dan tunjangan jabatan tidak dibayarkan selama cuti besar."
    mengingat = MENGINGAT
    dasar = (Dasar("PP 11/2017", "Pasal 316-318"), CUTI, PBKN24, PBKN7)
    form = CutiBesarForm
    naskah = NASKAH
    syarat = (
        Syarat("CUT-3", "Bekerja 5 tahun, kecuali haji pertama atau anak keempat dan seterusnya",
               Dasar("PP 11/2017", "Pasal 316"), aturan.c03_cuti_besar),
        Syarat("CUT-3b", "Berjarak 5 tahun dari cuti besar terakhir, dengan pengecualian yang sama",
               Dasar("Ketentuan Portal", "layanan cuti BKPSDM Lamongan"), aturan.c03b_jeda,
               dasar_lain=(Dasar("PP 11/2017", "Pasal 316"),)),
        BERTUMPUK,
    )  # fmt: skip
    dokumen = (DokumenSyarat("bukti", "Bukti, misalnya jadwal keberangkatan haji atau surat dokter", wajib=False),)
    alur = (
        Langkah("pertimbangan", "Pertimbangan atasan langsung", katalog.atasan_langsung, sla_hari_kerja=1, form=FormPutusan,
                sebutan=PUTUSAN, boleh_tolak=False, tombol="Simpan pertimbangan"),
        Langkah("verifikasi_bkd", "Pemeriksaan staf BKD", STAF, sla_hari_kerja=2),
        Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB42"), sla_hari_kerja=1),
        Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID4"), sla_hari_kerja=1, paraf=True),
        Langkah("keputusan", "Keputusan pejabat yang berwenang memberikan cuti", PEJABAT, sla_hari_kerja=2,
                form=FormPutusanBesar, sebutan=PUTUSAN, hasil={"ditangguhkan": "SELESAI", "tidak": "TOLAK"},
                tombol="Simpan keputusan"),
        Langkah("penetapan", "Penetapan nomor dan pencetakan keputusan", STAF, katalog.TETAPKAN, sla_hari_kerja=1),
        Langkah("tanda_tangan", "Penandatanganan keputusan", PEJABAT, katalog.TANDA_TANGAN, sla_hari_kerja=1),
        Langkah("serahkan", "Penyerahan keputusan", STAF, katalog.SERAHKAN, sla_hari_kerja=2),
    )  # fmt: skip

    def akibat_lain(self, konteks):
        """The right of cuti tahunan of that year."""
        mode = konteks.acuan.setelan("cuti_cb_hak_ct", konteks.tanggal)
        nanti = "tidak ada" if mode == "hapus" else "dikurangi hari kerja cuti besar"
        return [
            (f"Hak cuti tahunan {konteks.tanggal.year}", "menurut saldo", nanti),
            ("Tunjangan jabatan", "dibayarkan", "dihentikan selama cuti"),
        ]

    def data_naskah(self, konteks):
        """The decree; keys in ``layanan/bahan_keputusan.py`` and ``cuti`` of ``bahan.cuti_beku``."""
        return keputusan(self, konteks, "PEMBERIAN CUTI BESAR")

    data_konsep = data_naskah

    def skenario_sensus(self, tanggal):
        """A wish, the first haji, another soon after the last, unknown reason, and away already."""
        mulai = senin(tanggal)
        sampai = tambah_bulan(mulai, 3) - timedelta(days=1)

        def isian(sebab):
            return lambda p, a: {"sampai": sampai, "sebab": sebab}

        def lain(**isi):
            return lambda p, a: bebas(p, a) | {"cb": []} | isi

        lalu = [{"tmt": tambah_bulan(mulai, -30), "sampai": tambah_bulan(mulai, -27)}]
        return [
            Skenario("keperluan lain", mulai, isian=isian("lain"), lain=lain()),
            Skenario("haji pertama", mulai, isian=isian("haji"), lain=lain(cb=lalu)),
            Skenario("baru dua tahun", mulai, isian=isian("lain"), lain=lain(cb=lalu)),
            Skenario("sebab belum dipilih", mulai, isian=isian(""), lain=penuh, maks=100),
        ]


def keputusan(layanan, konteks, tentang):
    """Data of a decree about a leave, signed by the office that grants, in whose name the setting says."""
    data = bahan_keputusan.data(
        layanan, konteks, tentang=tentang, rincian=(("Alamat selama cuti", konteks.isian.get("alamat") or "-"),),
        lain={"cuti": bahan.cuti_beku(layanan, konteks)},
    )  # fmt: skip
    blok = bahan.tanda(layanan, konteks)
    if blok["atas_nama"]:
        kop = bahan_naskah.kop_bupati(konteks.acuan, konteks.tanggal)
        data |= {"kop": kop, "judul": f"KEPUTUSAN {kop['pejabat']}", "pejabat": kop["pejabat"]}
    return data | {"tanda_tangan": blok, "penandatangan": blok["nama"]}
