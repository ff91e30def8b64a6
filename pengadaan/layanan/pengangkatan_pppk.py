"""Pengangkatan PPPK: perjanjian kerja pertama dan SK-nya. Dasar: PP 49/2018; PermenPANRB 70/2020; gaji: Perpres 11/2024.

As SK CPNS, with a contract signed by both before the decree. Extension and end of the contract are services of their own
(``pengadaan.kontrak``). PPPK paruh waktu: Kepmen PANRB 16/2025, with a wage in place of a golongan.
"""

from dataclasses import replace
from datetime import timedelta

from kepegawaian.aturan import tambah_bulan, tulis_rupiah, tulis_tanggal
from layanan.bahan_naskah import sebut_pendidikan, uang
from layanan.galat import DitolakAlur
from layanan.katalog import Dasar, DokumenSyarat, Langkah, SkKolektif, Syarat, daftarkan
from layanan.sensus import Skenario
from pengadaan.kontrak import aturan as aturan_kontrak, bahan as perjanjian
from pengadaan.layanan.sk_cpns import DOSIR, STAF, Pengangkatan, langkah_sk, langkah_spmt
from pengadaan.seleksi import bahan, calon
from pengadaan.seleksi.aturan_angkat import NIP09, PPK2, PPK3
from pengadaan.seleksi.aturan_syarat import ppk1_usia
from pengadaan.seleksi.forms_sk import SkPppkForm

JUDUL = "Keputusan Pengangkatan PPPK"
MENGINGAT = ("UU 20/2023", "PP 49/2018", "Perpres 98/2020", "Perpres 11/2024", "PermenPANRB 70/2020")
NAMA_STATUS = {"PPPK": "PPPK", "PPPK_PW": "PPPK paruh waktu"}


def ppk1_saat_diangkat(k):
    """PPK-1 asked of the profile: the age by the date of the contract."""
    lain = k.lain | {"bup": k.lain.get("bup")}
    return ppk1_usia(replace(k, isian={"tanggal_lahir": k.profil.tanggal_lahir}, lain=lain))


PPK1 = Syarat(
    "PPK-1",
    "Usia paling rendah 20 tahun dan paling tinggi 1 tahun sebelum BUP",
    Dasar("PP 49/2018", "Pasal 16"),
    ppk1_saat_diangkat,
)


@daftarkan
class PengangkatanPppk(Pengangkatan):
    """First contract and SK of a PPPK, full time or paruh waktu."""

    slug = "pengangkatan-pppk"
    nama = "Pengangkatan PPPK"
    uraian = "Perjanjian kerja pertama dan SK bagi peserta yang lulus seleksi PPPK dan sudah bernomor induk, sampai SPMT-nya."
    dampak = (
        "Mulai tanggal perjanjian ia PPPK pada jabatan dan unit formasinya selama masa perjanjian; akun ASN-nya aktif."
    )
    dasar = (Dasar("PP 49/2018", "Pasal 37"), Dasar("PermenPANRB 70/2020"), Dasar("Perpres 11/2024"))
    form = SkPppkForm
    dapat_diperbaiki = ("sampai", "upah")
    mengingat = MENGINGAT
    naskah = bahan.templat_sk(
        JUDUL,
        "bahwa yang namanya tersebut dalam keputusan ini lulus seleksi, telah mendapat nomor induk dari Badan Kepegawaian Negara Nomor {{ d.pertek }}, "
        "dan telah menandatangani perjanjian kerja;",
        MENGINGAT,
        "Terhitung mulai tanggal {{ d.tmt.tulis }} sampai dengan {{ d.sampai }} diangkat sebagai Pegawai Pemerintah dengan Perjanjian Kerja pada jabatan "
        "{{ d.jabatan }}, {{ d.unit }}.\n"
        "Kepadanya diberikan {{ d.sebut_gaji }} {{ d.gaji.dibayar.tulis }} sebulan dan penghasilan lain menurut peraturan perundang-undangan.",
    )
    kolektif = SkKolektif(
        naskah=bahan.templat_kolektif(
            JUDUL, "bahwa yang namanya tersebut dalam lampiran keputusan ini lulus seleksi dan telah menandatangani perjanjian kerja;",
            "Yang namanya tersebut dalam lajur 2 lampiran keputusan ini diangkat sebagai Pegawai Pemerintah dengan Perjanjian Kerja pada jabatan dalam "
            "lajur 3, dengan golongan dan penghasilan dalam lajur 4, terhitung mulai tanggal tersebut dalam lajur 5.",
        ),
        umum=bahan.umum_kolektif, kolom=bahan.KOLOM_KOLEKTIF,
    )  # fmt: skip
    syarat = (PPK1, PPK2, PPK3, NIP09)
    dokumen = (
        DokumenSyarat(
            "pertek_nip",
            "Persetujuan teknis nomor induk PPPK",
            dosir="status",
            keterangan="Terpasang sendiri dari usul NIP.",
        ),
        DokumenSyarat("ijazah", "Ijazah", dosir="pendidikan", keterangan=DOSIR),
        DokumenSyarat(
            "surat_sehat", "Surat sehat jasmani dan rohani", wajib=False, dosir="identitas", keterangan=DOSIR
        ),
        DokumenSyarat("pernyataan", "Surat pernyataan 5 poin", wajib=False, dosir="identitas", keterangan=DOSIR),
    )
    alur = (
        *langkah_sk()[:5],
        Langkah("perjanjian", "Penandatanganan perjanjian kerja", STAF, sla_hari_kerja=5, tombol="Terbitkan perjanjian kerja",
                naskah=perjanjian.PERTAMA),
        *langkah_sk()[5:], *langkah_spmt(),
    )  # fmt: skip

    def isian_awal(self, profil, tanggal, acuan):
        """From the TMT of the number, as long as the law allows up to the BUP, at most five years; paruh waktu one year."""
        c = calon.fakta(profil.pegawai_id) if profil.pegawai_id else None
        if c is None or c["tmt"] is None:
            return {"tmt": None, "sampai": None}
        bulan = acuan.setelan("pppk_perjanjian_bulan", c["tmt"])["min" if c["jenis"] == "PPPK_PW" else "maks"]
        sampai = tambah_bulan(c["tmt"], bulan) - timedelta(days=1)
        if c["bup"] and profil.tanggal_lahir:
            pensiun = tambah_bulan(profil.tanggal_lahir.replace(day=1), 12 * c["bup"] + 1)
            sampai = min(sampai, pensiun - timedelta(days=1))
        return {"tmt": c["tmt"], "sampai": sampai, "upah": None}

    def ringkas(self, profil, isian):
        """``1 Maret 2026 sampai 28 Februari 2031``."""
        return f"PPPK, {tulis_tanggal(isian.get('tmt'))} sampai {tulis_tanggal(isian.get('sampai'))}"

    def _gaji(self, konteks, c):
        """Rupiah a month: of the pay table, of a paruh waktu his wage; None unknown."""
        if c["jenis"] == "PPPK_PW":
            return konteks.isian.get("upah")
        return calon.gaji_awal(c, konteks.tanggal, konteks.acuan)

    def akibat(self, konteks):
        """Everything that begins."""
        c = konteks.lain.get("calon")
        if c is None:
            return []
        gaji = self._gaji(konteks, c)
        return [
            ("Status", "–", NAMA_STATUS.get(c["jenis"], "–")), ("Jabatan", "–", c["jabatan"]), ("Unit kerja", "–", c["unit"]),
            ("Golongan", "–", c["golongan"] or "–"), ("Upah" if c["jenis"] == "PPPK_PW" else "Gaji", "–", tulis_rupiah(gaji) if gaji else "–"),
            ("Akhir perjanjian", "–", tulis_tanggal(konteks.isian.get("sampai"))),
        ]  # fmt: skip

    def data_naskah(self, konteks):
        """The petikan; keys in ``seleksi/bahan.py``."""
        c, gaji = self.calon(konteks), None
        gaji = self._gaji(konteks, c)
        if gaji is None:
            raise DitolakAlur(
                "Gaji atau upahnya belum diketahui: lengkapi golongan pada tabel, atau upah bagi PPPK paruh waktu."
            )
        sampai, sebut = tulis_tanggal(konteks.isian.get("sampai")), "upah" if c["jenis"] == "PPPK_PW" else "gaji"
        return bahan.data_sk(
            self, konteks, tentang=f"PENGANGKATAN {NAMA_STATUS[c['jenis']].upper()}", mengingat=MENGINGAT,
            rincian=[
                ("Pendidikan", sebut_pendidikan(c["tingkat"], c["pendidikan"])), ("Golongan", c["golongan"] or ""), ("Jabatan", c["jabatan"]),
                ("Unit kerja", c["unit"] if c["opd"] == c["unit"] else f"{c['unit']}, {c['opd']}"),
                ("Masa perjanjian", f"{tulis_tanggal(konteks.tanggal)} sampai dengan {sampai}"),
                (f"{sebut.capitalize()} sebulan", f"{uang(gaji)['tulis']} ({uang(gaji)['terbilang']})"),
            ],
            lain={
                "golongan": c["golongan"] or "", "pangkat": "", "jabatan": c["jabatan"], "unit": c["unit"], "opd": c["opd"],
                "gaji": {"pokok": uang(gaji), "dibayar": uang(gaji)}, "persen": 100, "pertek": c["pertek"] or "-", "sampai": sampai,
                "sebut_gaji": sebut,
            },
        )  # fmt: skip

    def data_surat(self, kode, konteks):
        """The contract, and the SPMT."""
        c = konteks.lain.get("calon") or {}
        if kode == "perjanjian":
            gaji = self._gaji(konteks, c) if c else None
            return perjanjian.data_pertama(self, konteks, c, uang(gaji))
        return bahan.spmt(self, konteks, konteks.langkah.get(kode) or {}, c)

    def terapkan(self, naskah_pegawai):
        """As of SK CPNS, with RiwayatKontrak."""
        isian, c = naskah_pegawai.data["isian"], calon.fakta(naskah_pegawai.pegawai_id)
        if c is None:
            raise DitolakAlur(calon.TANPA_SELEKSI)
        calon.pengangkatan(naskah_pegawai, c["jenis"], sampai=isian["sampai"], upah=isian.get("upah") or None)

    def galat_perbaikan(self, profil, isian, acuan):
        """A corrected last day obeys PPK-2 and PPK-3."""
        kalimat = aturan_kontrak.galat_masa(
            isian.get("tmt"), isian.get("sampai"), aturan_kontrak.hari_terakhir_bup(profil), acuan
        )
        return {"sampai": kalimat} if kalimat else {}

    def skenario_sensus(self, tanggal):
        """Terms of half a year, three years and ten; a post with BUP 58, and one whose BUP is not known."""
        mulai = tanggal.replace(day=1)

        def masa(bulan, bup=58, maks=400):
            return Skenario(
                f"{bulan} bulan", mulai, isian=lambda p, a: {"sampai": tambah_bulan(mulai, bulan) - timedelta(days=1)},
                lain=lambda p, a: {"bup": bup}, maks=maks,
            )  # fmt: skip

        return [masa(6), masa(36), masa(120), masa(36, None, 50)]
