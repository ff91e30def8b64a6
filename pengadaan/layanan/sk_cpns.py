"""SK CPNS: pengangkatan calon PNS yang NIP-nya sudah terbit. Dasar: PP 11/2017 Pasal 31-33; gaji 80%: PP 7/1977 Pasal 5.

He comes out of a selection (``pengadaan.seleksi``): his record holds identity and "CPNS belum menerima SK" only. One SK for many is
usual. Rules: ``seleksi/aturan_angkat.py``; facts and effect: ``seleksi/calon.py``; print: ``seleksi/bahan.py``.
"""

from dataclasses import replace
from datetime import date

from kepegawaian.aturan import gaji_dibayar, tulis_rupiah, tulis_tanggal
from layanan import akibat as akibat_umum, katalog
from layanan.bahan_naskah import sebut_pendidikan, uang
from layanan.galat import DitolakAlur
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, SkKolektif, daftarkan
from layanan.sensus import Skenario
from pengadaan.seleksi import bahan, calon
from pengadaan.seleksi.aturan_angkat import CPN14, NIP07
from pengadaan.seleksi.forms_sk import SkCpnsForm, SpmtForm

JUDUL = "Keputusan Pengangkatan Calon Pegawai Negeri Sipil"
MENGINGAT = ("UU 20/2023", "PP 7/1977", "PP 11/2017", "PP 17/2020", "PP 5/2024")
STAF = katalog.staf("SUB21")
OPD_TUJUAN = katalog.Alamat("kantor", "opd_tujuan")
DOSIR = "Terpasang sendiri dari pemberkasan calon."


def langkah_sk(*, paraf_sekda=True):
    """The steps every first SK goes through: checked by the subbid, initialled up to the Sekda, signed by the Bupati."""
    return (
        Langkah("telaah", "Telaah staf", STAF, sla_hari_kerja=3),
        Langkah("periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB21"), sla_hari_kerja=2),
        Langkah("periksa_kabid", "Pemeriksaan kepala bidang", katalog.jabatan("KEPALA-BID2"), sla_hari_kerja=2, paraf=True),
        Langkah("persetujuan_kaban", "Persetujuan Kepala BKD", katalog.jabatan("KEPALA-BKPSDM"), sla_hari_kerja=2, paraf=True, boleh_tolak=True),
        Langkah("paraf_sekda", "Paraf Sekretaris Daerah", katalog.jabatan("SEKDA"), sla_hari_kerja=2, paraf=True),
        Langkah("penetapan", "Penetapan nomor dan pencetakan SK", STAF, katalog.TETAPKAN, sla_hari_kerja=2),
        Langkah("tanda_tangan", "Penandatanganan SK", katalog.penandatangan(""), katalog.TANDA_TANGAN, sla_hari_kerja=3),
    )  # fmt: skip


def langkah_spmt():
    """The day of work, by the OPD he is placed at."""
    return (
        Langkah("serahkan", "Penyerahan petikan", STAF, katalog.SERAHKAN, sla_hari_kerja=3),
        Langkah("spmt", "Surat pernyataan melaksanakan tugas", OPD_TUJUAN, katalog.SERAHKAN, sla_hari_kerja=3, form=SpmtForm,
                naskah=bahan.surat_langkah("Surat Pernyataan Melaksanakan Tugas", "naskah/pernyataan.html"), tombol="Terbitkan SPMT"),
    )  # fmt: skip


class Pengangkatan(Layanan):
    """Base of the first SK: who proposes, facts of the selection, SPMT. Subclasses name what is set."""

    aspek = "b"
    strategis = True
    untuk_tidak_aktif = True
    tanya_diri = False
    pemilik = "SUB21"
    pengusul = ("staf_bkd",)
    bagian = ("pangkat", "jabatan", "unit")

    def siapkan(self, profil, isian):
        """What the selection says of him."""
        c = calon.fakta(profil.pegawai_id) if profil.pegawai_id else None
        return {"calon": c, "bup": c["bup"] if c else None}

    def calon(self, konteks):
        """The facts, or a refusal."""
        c = konteks.lain.get("calon")
        if c is None:
            raise DitolakAlur(calon.TANPA_SELEKSI)
        return c

    def kantor_langkah(self, kode, konteks):
        """The head of the OPD of his formasi; of none, the Sekda."""
        opd = (konteks.lain.get("calon") or {}).get("opd_kode")
        return f"KEPALA-{opd}" if opd else "SEKDA"

    def sebutan_kantor(self, kode):
        """In words."""
        return "opd", "Kepala perangkat daerah penempatan"

    def kantor_penandatangan(self, konteks):
        """The Bupati as PPK."""
        return "BUPATI"

    def setelah_langkah(self, usulan, kode, jawaban, oleh):
        """The SPMT notes the first working day on the post."""
        if kode == "spmt":
            akibat_umum.catat_spmt(usulan, date.fromisoformat(jawaban["tanggal_spmt"]))


@daftarkan
class SkCpns(Pengangkatan):
    """CPNS with 80% of gaji pokok, his first rank by education."""

    slug = "sk-cpns"
    nama = "Pengangkatan CPNS"
    uraian = (
        "SK CPNS bagi peserta yang lulus seleksi dan sudah ber-NIP, sampai SPMT-nya; dapat satu SK untuk banyak orang."
    )
    dampak = "Mulai TMT ia CPNS pada jabatan dan unit formasinya dengan golongan menurut ijazahnya dan gaji 80%; akun ASN-nya aktif."
    dasar = (Dasar("PP 11/2017", "Pasal 31-33"), Dasar("PP 7/1977", "Pasal 5"))
    form = SkCpnsForm
    mengingat = MENGINGAT
    naskah = bahan.templat_sk(
        JUDUL,
        "bahwa berdasarkan persetujuan teknis Kepala Badan Kepegawaian Negara Nomor {{ d.pertek }}, yang namanya tersebut dalam keputusan ini "
        "memenuhi syarat untuk diangkat sebagai Calon Pegawai Negeri Sipil;",
        MENGINGAT,
        "Terhitung mulai tanggal {{ d.tmt.tulis }} diangkat sebagai Calon Pegawai Negeri Sipil dalam golongan ruang {{ d.golongan }} pada jabatan "
        "{{ d.jabatan }}, {{ d.unit }}, dengan masa percobaan satu tahun.\n"
        "Kepadanya diberikan gaji sebesar {{ d.persen }}% dari gaji pokok {{ d.gaji.pokok.tulis }}, yaitu {{ d.gaji.dibayar.tulis }} sebulan, "
        "ditambah penghasilan lain menurut peraturan perundang-undangan.",
    )
    kolektif = SkKolektif(
        naskah=bahan.templat_kolektif(
            JUDUL, "bahwa yang namanya tersebut dalam lampiran keputusan ini memenuhi syarat untuk diangkat sebagai Calon Pegawai Negeri Sipil;",
            "Yang namanya tersebut dalam lajur 2 lampiran keputusan ini diangkat sebagai Calon Pegawai Negeri Sipil pada jabatan dalam lajur 3, "
            "dengan golongan dan gaji dalam lajur 4, terhitung mulai tanggal tersebut dalam lajur 5.",
        ),
        umum=bahan.umum_kolektif, kolom=bahan.KOLOM_KOLEKTIF,
    )  # fmt: skip
    syarat = (CPN14, NIP07)
    dokumen = (
        DokumenSyarat(
            "pertek_nip",
            "Persetujuan teknis penetapan NIP",
            dosir="status",
            keterangan="Terpasang sendiri dari usul NIP.",
        ),
        DokumenSyarat("ijazah", "Ijazah", dosir="pendidikan", keterangan=DOSIR),
        DokumenSyarat("drh", "Daftar riwayat hidup", wajib=False, dosir="identitas", keterangan=DOSIR),
        DokumenSyarat("skck", "SKCK", wajib=False, dosir="identitas", keterangan=DOSIR),
        DokumenSyarat(
            "surat_sehat", "Surat sehat jasmani dan rohani", wajib=False, dosir="identitas", keterangan=DOSIR
        ),
        DokumenSyarat("pernyataan", "Surat pernyataan 5 poin", wajib=False, dosir="identitas", keterangan=DOSIR),
    )
    alur = (*langkah_sk(), *langkah_spmt())

    def isian_awal(self, profil, tanggal, acuan):
        """TMT of the NIP, bond of the announcement."""
        c = calon.fakta(profil.pegawai_id) if profil.pegawai_id else None
        return {"tmt": c and c["tmt"], "pengabdian_tahun": c["pengabdian_tahun"] if c else 0}

    def ringkas(self, profil, isian):
        """``TMT 1 Maret 2026``."""
        return f"CPNS, TMT {tulis_tanggal(isian.get('tmt'))}"

    def akibat(self, konteks):
        """Everything that begins."""
        c = konteks.lain.get("calon")
        if c is None:
            return []
        pokok = calon.gaji_awal(c, konteks.tanggal, konteks.acuan)
        dibayar = gaji_dibayar("CPNS", pokok, konteks.acuan, konteks.tanggal)
        baris = [
            ("Status", "–", "CPNS"), ("Jabatan", "–", c["jabatan"]), ("Unit kerja", "–", c["unit"]), ("Golongan", "–", c["golongan"] or "–"),
            ("Gaji", "–", f"{tulis_rupiah(dibayar)} (80% dari {tulis_rupiah(pokok)})" if pokok else "–"),
        ]  # fmt: skip
        tahun = konteks.isian.get("pengabdian_tahun")
        return [*baris, ("Pengabdian pada formasi", "–", f"{tahun} tahun")] if tahun else baris

    def data_naskah(self, konteks):
        """The petikan; keys in ``seleksi/bahan.py``."""
        c, acuan, tmt = self.calon(konteks), konteks.acuan, konteks.tanggal
        pokok = calon.gaji_awal(c, tmt, acuan)
        if pokok is None:
            raise DitolakAlur(f"Golongan awal atau gaji bagi pendidikan {c['tingkat']} belum ada pada tabel.")
        gaji = {"pokok": uang(pokok), "dibayar": uang(gaji_dibayar("CPNS", pokok, acuan, tmt))}
        gol = acuan.golongan(c["golongan"])
        return bahan.data_sk(
            self, konteks, tentang="PENGANGKATAN CALON PEGAWAI NEGERI SIPIL", mengingat=MENGINGAT,
            rincian=[
                ("Pendidikan", sebut_pendidikan(c["tingkat"], c["pendidikan"])), ("Golongan ruang", c["golongan"]),
                ("Masa kerja golongan", f"{c['mkg_tahun']} tahun 0 bulan"), ("Jabatan", c["jabatan"]),
                ("Unit kerja", c["unit"] if c["opd"] == c["unit"] else f"{c['unit']}, {c['opd']}"),
                ("Gaji", f"{gaji['dibayar']['tulis']} ({gaji['dibayar']['terbilang']})"),
            ],
            lain={
                "golongan": c["golongan"], "pangkat": gol.pangkat if gol else "", "jabatan": c["jabatan"], "unit": c["unit"], "opd": c["opd"],
                "gaji": gaji, "persen": acuan.setelan("gaji_cpns_persen", tmt), "pertek": c["pertek"] or "-", "sampai": "",
            },
        )  # fmt: skip

    def data_surat(self, kode, konteks):
        """The SPMT."""
        return bahan.spmt(self, konteks, konteks.langkah.get(kode) or {}, konteks.lain.get("calon") or {})

    def terapkan(self, naskah_pegawai):
        """Identity, status, kedudukan, rank, post, unit, pay, education, bond; the account becomes that of an ASN."""
        calon.pengangkatan(naskah_pegawai, "CPNS")

    def skenario_sensus(self, tanggal):
        """His papers complete, not complete, unknown; the TMT that is in the NIP and another one."""
        lengkap = {"calon": {"berkas_kurang": [], "pertek": "PERTEK/1"}}
        kurang = {"calon": {"berkas_kurang": ["SKCK"], "pertek": ""}}
        sesuai = Skenario(
            "TMT sama dengan NIP",
            tanggal.replace(day=1),
            isian=lambda p, a: {"tmt": p.tmt_cpns},
            lain=lambda p, a: lengkap,
            maks=300,
        )
        lain = Skenario("TMT lain", tanggal.replace(day=1), lain=lambda p, a: kurang, maks=300)
        return [
            sesuai,
            lain,
            replace(lain, nama="tanpa seleksi", lain=lambda p, a: {}, isian=lambda p, a: {"tmt": None}, maks=50),
        ]
