"""SK PNS: CPNS yang lulus masa percobaan diangkat menjadi PNS. Dasar: PP 11/2017 Pasal 34-37.

CPN-15 and CPN-16 are read off the Profil: TMT CPNS, Latsar in the riwayat diklat, predikat, hukdis; the health letter is entered. Who
fails is dismissed as CPNS by another service (``pemberhentian-lain``, reached from the watch list). After the SK the oath is
scheduled and its berita acara recorded.
"""

from dataclasses import replace

from kepegawaian.aturan import awal_bulan_berikut, gaji_pokok, tulis_masa, tulis_rupiah, tulis_tanggal
from kepegawaian.models import RiwayatGaji, RiwayatPangkat, RiwayatStatus
from kepegawaian.profil import profil_satu
from layanan import akibat as akibat_umum, katalog
from layanan.bahan_naskah import masa, uang
from layanan.galat import DitolakAlur
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, SkKolektif, daftarkan, tidak
from layanan.sensus import Skenario
from pengadaan.layanan.sk_cpns import STAF, langkah_sk
from pengadaan.seleksi import bahan
from pengadaan.seleksi.aturan_angkat import SYARAT_PNS, akhir_percobaan, masih_cpns
from pengadaan.seleksi.calon import KP_PENGADAAN
from pengadaan.seleksi.forms_sk import JadwalSumpahForm, SkPnsForm, SumpahForm

JUDUL = "Keputusan Pengangkatan Pegawai Negeri Sipil"
MENGINGAT = ("UU 20/2023", "PP 7/1977", "PP 11/2017", "PP 17/2020", "PP 5/2024")


def mkg_pada(profil, tanggal):
    """Months of MKG on ``tanggal``, from the first decree on; None unknown."""
    if profil.tmt_mkg_nol is None:
        return None
    return max(0, (tanggal.year - profil.tmt_mkg_nol.year) * 12 + tanggal.month - profil.tmt_mkg_nol.month)


@daftarkan
class SkPns(Layanan):
    """From CPNS to PNS, with full pay and the oath."""

    slug = "sk-pns"
    nama = "Pengangkatan PNS"
    aspek = "b"
    uraian = "Pengangkatan CPNS menjadi PNS sesudah masa percobaan: syaratnya, SK-nya, sampai sumpah/janji."
    dampak = (
        "Mulai TMT ia PNS dengan gaji pokok penuh; masa kerja golongannya tercatat, lalu ia diambil sumpah/janjinya."
    )
    strategis = True
    tanya_diri = False
    pemilik = "SUB21"
    pengusul = ("operator_opd", "staf_bkd")
    dasar = (Dasar("PP 11/2017", "Pasal 34-37"), Dasar("PP 7/1977", "Pasal 5"))
    bagian = ("pangkat", "gaji", "jabatan", "unit", "pendidikan", "kinerja", "hukuman", "diklat")
    form = SkPnsForm
    mengingat = MENGINGAT
    naskah = bahan.templat_sk(
        JUDUL,
        "bahwa Calon Pegawai Negeri Sipil yang namanya tersebut dalam keputusan ini telah lulus masa percobaan dan memenuhi syarat untuk diangkat "
        "menjadi Pegawai Negeri Sipil;",
        MENGINGAT,
        "Terhitung mulai tanggal {{ d.tmt.tulis }} diangkat menjadi Pegawai Negeri Sipil dalam pangkat {{ d.pangkat }}, golongan ruang {{ d.golongan }}.\n"
        "Kepadanya diberikan gaji pokok {{ d.gaji.pokok.tulis }} sebulan dan penghasilan lain menurut peraturan perundang-undangan.",
    )
    kolektif = SkKolektif(
        naskah=bahan.templat_kolektif(
            JUDUL, "bahwa Calon Pegawai Negeri Sipil yang namanya tersebut dalam lampiran keputusan ini telah lulus masa percobaan dan memenuhi syarat;",
            "Yang namanya tersebut dalam lajur 2 lampiran keputusan ini diangkat menjadi Pegawai Negeri Sipil pada jabatan dalam lajur 3, dengan golongan "
            "dan gaji pokok dalam lajur 4, terhitung mulai tanggal tersebut dalam lajur 5.",
        ),
        umum=bahan.umum_kolektif, kolom=bahan.KOLOM_KOLEKTIF,
    )  # fmt: skip
    syarat = SYARAT_PNS
    dokumen = (
        DokumenSyarat("sk_cpns", "SK CPNS", dosir="status"),
        DokumenSyarat("spmt", "SPMT", wajib=False, dosir="jabatan"),
        DokumenSyarat("sertifikat_latsar", "Sertifikat Latsar", dosir="diklat"),
        DokumenSyarat("surat_sehat_pns", "Surat sehat dari tim atau dokter pemerintah"),
        DokumenSyarat("skp", "SKP selama masa percobaan", wajib=False, dosir="kinerja"),
    )
    alur = (
        *langkah_sk(),
        Langkah("jadwal_sumpah", "Penjadwalan sumpah/janji", STAF, katalog.SERAHKAN, sla_hari_kerja=5, form=JadwalSumpahForm,
                naskah=bahan.surat_langkah("Undangan Pengambilan Sumpah/Janji PNS"), tombol="Terbitkan undangan sumpah/janji"),
        Langkah("sumpah", "Pengambilan sumpah/janji", katalog.jabatan("KEPALA-BKPSDM"), katalog.SERAHKAN, sla_hari_kerja=20, form=SumpahForm,
                naskah=bahan.surat_langkah("Berita Acara Pengambilan Sumpah/Janji PNS", "naskah/berita_acara.html", "berita_acara"),
                tombol="Rekam sumpah/janji dan terbitkan berita acara"),
        Langkah("serahkan", "Penyerahan petikan", STAF, katalog.SERAHKAN, sla_hari_kerja=3),
    )  # fmt: skip

    def isian_awal(self, profil, tanggal, acuan):
        """The first of a month on or after the end of the probation, not in the past."""
        akhir = akhir_percobaan(profil, acuan, tanggal)
        tmt = akhir if akhir and akhir >= tanggal else tanggal
        return {"tmt": tmt if tmt.day == 1 else awal_bulan_berikut(tmt), "latsar": "", "sehat": ""}

    def periksa(self, konteks):
        """Asked of a CPNS only; of anybody else CPN-15 alone says so."""
        if not masih_cpns(konteks):
            kalimat = f"Berstatus {konteks.profil.status or 'belum tercatat'}; hanya CPNS yang diangkat menjadi PNS."
            return [(s, tidak(kalimat)) for s in self.syarat if s.kode == "CPN-15"]
        return super().periksa(konteks)

    def ringkas(self, profil, isian):
        """``Golongan III/a, TMT 1 Maret 2026``."""
        return f"Golongan {profil.golongan or '–'}, TMT {tulis_tanggal(isian.get('tmt'))}"

    def kantor_penandatangan(self, konteks):
        """The Bupati as PPK."""
        return "BUPATI"

    def akibat(self, konteks):
        """Status, pay, MKG."""
        p, bulan = konteks.profil, mkg_pada(konteks.profil, konteks.tanggal)
        baris = [("Status", p.status or "–", "PNS")]
        if bulan is None or p.golongan is None:
            return baris
        gaji = gaji_pokok(konteks.acuan, p.golongan, bulan, konteks.tanggal).rupiah
        return [
            *baris, ("Gaji", "80% dari gaji pokok", f"{tulis_rupiah(gaji)} (100%)" if gaji else "100%"),
            ("Masa kerja golongan", tulis_masa(p.mkg_dekret or 0), tulis_masa(bulan)),
        ]  # fmt: skip

    def data_naskah(self, konteks):
        """The petikan; keys in ``seleksi/bahan.py``."""
        p, acuan, tmt = konteks.profil, konteks.acuan, konteks.tanggal
        bulan = mkg_pada(p, tmt)
        gaji = gaji_pokok(acuan, p.golongan, bulan, tmt).rupiah if p.golongan and bulan is not None else None
        if gaji is None:
            raise DitolakAlur(
                "Golongan atau masa kerja golongannya belum tercatat; lengkapi riwayat pangkatnya lebih dulu."
            )
        return bahan.data_sk(
            self, konteks, tentang="PENGANGKATAN PEGAWAI NEGERI SIPIL", mengingat=MENGINGAT,
            rincian=[
                ("Pangkat, golongan ruang", f"{p.pangkat}, {p.golongan}"), ("Masa kerja golongan", masa(bulan)["tulis"]),
                ("CPNS sejak", tulis_tanggal(p.tmt_cpns)), ("Jabatan", p.jabatan or "-"),
                ("Unit kerja", p.unit if p.opd in (None, p.unit) else f"{p.unit}, {p.opd}"),
                ("Gaji pokok", f"{uang(gaji)['tulis']} ({uang(gaji)['terbilang']})"),
            ],
            lain={
                "golongan": p.golongan, "pangkat": p.pangkat or "", "jabatan": p.jabatan or "-", "unit": p.unit or "-", "opd": p.opd or p.unit or "-",
                "gaji": {"pokok": uang(gaji), "dibayar": uang(gaji)}, "persen": 100, "pertek": "", "sampai": "", "mkg": masa(bulan),
            },
        )  # fmt: skip

    def data_surat(self, kode, konteks):
        """Invitation and berita acara of the oath."""
        jawab = konteks.langkah.get(kode) or {}
        if kode == "jadwal_sumpah":
            return bahan.undangan_sumpah(self, konteks, jawab)
        return bahan.berita_acara_sumpah(self, konteks, jawab)

    def terapkan(self, naskah_pegawai):
        """Status PNS, rank with its MKG, full pay, dated TMT; once."""
        np = naskah_pegawai
        if akibat_umum.sudah_diterapkan(np, RiwayatStatus):
            return
        profil, kolom = profil_satu(np.pegawai_id, per=np.tmt, bagian=("pangkat", "gaji")), akibat_umum.kolom_sk(np)
        bulan = mkg_pada(profil, np.tmt)
        gaji = akibat_umum.beku(np, "gaji", "pokok", "rupiah")
        if profil.status != "CPNS" or bulan is None or gaji is None:
            raise DitolakAlur(
                "Ia bukan CPNS lagi, atau golongan dan masa kerjanya tidak tercatat; kembalikan usulannya."
            )
        mkg = {"mkg_tahun": bulan // 12, "mkg_bulan": bulan % 12}
        for model in (RiwayatStatus, RiwayatPangkat, RiwayatGaji):
            akibat_umum.gantikan(model, np)
        RiwayatStatus.objects.create(**kolom, status="PNS")
        RiwayatPangkat.objects.create(**kolom, golongan_id=profil.golongan, jenis_kp_id=KP_PENGADAAN, **mkg)
        RiwayatGaji.objects.create(**kolom, jenis="PNS", golongan_id=profil.golongan, gaji_pokok=gaji, **mkg)

    def skenario_sensus(self, tanggal):
        """CPNS as they are; the health letter there and bad; one under examination; without results."""
        kini = tanggal.replace(day=1)
        jadi_cpns = Skenario(
            "seandainya CPNS",
            kini,
            isian=lambda p, a: {"sehat": "ya"},
            andai=lambda p: replace(p, status="CPNS"),
            maks=600,
        )
        return [
            Skenario("apa adanya", kini), jadi_cpns,
            replace(jadi_cpns, nama="tidak sehat", isian=lambda p, a: {"sehat": "tidak"}),
            replace(jadi_cpns, nama="tanpa surat", isian=lambda p, a: {"latsar": "lulus"},
                    andai=lambda p: replace(p, status="CPNS", kinerja=(), diperiksa=True), maks=40),
        ]  # fmt: skip
