"""Pencantuman gelar. Dasar: SE PANRB 28/2021 (pengembangan kompetensi melalui jalur pendidikan).

The diploma becomes the recognised education and the degrees stand behind the name from the day of the decree; the
rank stays (penyesuaian ijazah is ``kp_ijazah.py``). Rule: KP-I05 (``aturan/ijazah.py``).
"""

from kepangkatan.aturan import ijazah
from kepangkatan.forms_jabatan import GelarForm
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import RiwayatIdentitas, RiwayatPendidikan
from kepegawaian.profil import profil_satu
from layanan import akibat, bahan_keputusan, katalog
from layanan.katalog import Dasar, DokumenSyarat, Langkah, Layanan, Syarat, daftarkan
from layanan.sensus import Skenario

SE28 = Dasar("SE PANRB 28/2021")
SETELAN = "gelar_penanda_tangan"
MENGINGAT = ("UU 20/2023", "PP 11/2017", "PP 17/2020")
NASKAH = bahan_keputusan.templat_keputusan(
    "Keputusan Pencantuman Gelar", "826",
    "bahwa pegawai yang namanya tersebut dalam keputusan ini telah menyelesaikan pendidikan {{ d.gelar.prodi }} pada "
    "{{ d.gelar.sekolah }} dengan izin atau tugas belajar pada program studi yang terakreditasi;",
    MENGINGAT,
    "Terhitung mulai tanggal {{ d.tmt.tulis }} dicantumkan gelarnya sehingga namanya tertulis {{ d.gelar.nama }}.",
    nama=(("gelar.prodi", "Magister Administrasi Publik"), ("gelar.sekolah", "Universitas Airlangga"),
          ("gelar.nama", "Siti Aminah, S.Pd., M.AP."), ("gelar.ijazah", "123/2025")),
)  # fmt: skip


def nama_lengkap(nama, depan, belakang):
    """The name with its degrees."""
    return f"{depan + ' ' if depan else ''}{nama or ''}{', ' + belakang if belakang else ''}"


@daftarkan
class PencantumanGelar(Layanan):
    """A new diploma recorded, its degree written behind the name."""

    slug = "pencantuman-gelar"
    nama = "Pencantuman Gelar"
    aspek = "c"
    uraian = "Ijazah baru dicatat sebagai pendidikan yang diakui dan gelarnya dicantumkan pada nama."
    dampak = "Pendidikan dan gelar pada catatan kepegawaian berubah sejak tanggalnya; pangkat tidak berubah."
    pemilik = "SUB12"
    pengusul = ("asn", "operator_opd", "staf_bkd")
    dasar = (SE28,)
    bagian = ("unit", "jabatan", "pangkat", "pendidikan")
    mengingat = MENGINGAT
    form = GelarForm
    naskah = NASKAH
    syarat = (
        Syarat("KP-I05", "Ada izin atau tugas belajar, program studi terakreditasi, tercatat di PDDikti", SE28,
               ijazah.i05_izin_akreditasi),
    )  # fmt: skip
    dokumen = (
        DokumenSyarat("ijazah", "Ijazah dan transkrip nilai"),
        DokumenSyarat("izin_belajar", "Surat tugas belajar atau izin belajar"),
        DokumenSyarat("akreditasi", "Akreditasi program studi"),
        DokumenSyarat("sk_pangkat", "SK pangkat terakhir", wajib=False, dosir="pangkat"),
    )
    alur = (
        Langkah("verifikasi_bkd", "Verifikasi ijazah", katalog.staf("SUB12"), sla_hari_kerja=3),
        Langkah(
            "periksa_kasubbid", "Pemeriksaan kepala subbidang", katalog.jabatan("KEPALA-SUB12"), sla_hari_kerja=2
        ),
        Langkah("penetapan", "Penetapan nomor dan pencetakan", katalog.staf("SUB12"), katalog.TETAPKAN,
                sla_hari_kerja=2),
        Langkah("tanda_tangan", "Penandatanganan", katalog.penandatangan(SETELAN), katalog.TANDA_TANGAN,
                sla_hari_kerja=2),
        Langkah("serahkan", "Penyerahan keputusan", katalog.staf("SUB12"), katalog.SERAHKAN, sla_hari_kerja=3),
    )  # fmt: skip

    def isian_awal(self, profil, tanggal, acuan):
        """Today, and the degrees as they are."""
        return {"tmt": tanggal, "gelar_depan": profil.gelar_depan, "gelar_belakang": profil.gelar_belakang}

    def ringkas(self, profil, isian):
        """``S-2 Magister Administrasi Publik, mulai 1 Desember 2026``."""
        return f"{isian.get('nama_prodi') or 'Ijazah baru'}, mulai {tulis_tanggal(isian.get('tmt'))}"

    def akibat(self, konteks):
        """The name as it is and as it will be written."""
        p, isi = konteks.profil, konteks.isian
        baru = nama_lengkap(p.nama, isi.get("gelar_depan"), isi.get("gelar_belakang"))
        return [("Nama", p.nama_lengkap, baru), ("Pendidikan", p.pendidikan_nama or "–", isi.get("nama_prodi") or "–")]

    def data_naskah(self, konteks):
        """What the decree prints; keys in ``layanan/bahan_keputusan.py``."""
        p, isi = konteks.profil, konteks.isian
        return bahan_keputusan.data(
            self, konteks, tentang="PENCANTUMAN GELAR", setelan=SETELAN,
            rincian=(("Ijazah", f"{isi.get('nama_prodi')}, {isi.get('sekolah')}, {isi.get('tahun_lulus')}"),
                     ("Nomor ijazah", isi.get("nomor_ijazah") or "–")),
            lain={"gelar": {
                "prodi": isi.get("nama_prodi") or "", "sekolah": isi.get("sekolah") or "",
                "ijazah": isi.get("nomor_ijazah") or "",
                "nama": nama_lengkap(p.nama, isi.get("gelar_depan"), isi.get("gelar_belakang")),
            }},
        )  # fmt: skip

    def terapkan(self, naskah_pegawai):
        """One RiwayatPendidikan and one RiwayatIdentitas with the degrees, dated TMT."""
        np, isi = naskah_pegawai, naskah_pegawai.data["isian"]
        if akibat.sudah_diterapkan(np, RiwayatPendidikan):
            return
        profil = profil_satu(np.pegawai_id, per=np.tmt)
        akibat.gantikan(RiwayatPendidikan, np)
        RiwayatPendidikan.objects.create(
            pegawai_id=np.pegawai_id, tmt=np.tmt, naskah_pegawai=np, tingkat_id=isi["tingkat"], nama=isi["nama_prodi"],
            sekolah=isi.get("sekolah") or "", tahun_lulus=int(isi["tahun_lulus"]),
            nomor_ijazah=isi.get("nomor_ijazah") or "",
        )  # fmt: skip
        akibat.gantikan(RiwayatIdentitas, np)
        RiwayatIdentitas.objects.create(
            **akibat.kolom_sk(np), nama=profil.nama, gelar_depan=isi.get("gelar_depan") or "",
            gelar_belakang=isi.get("gelar_belakang") or "",
        )  # fmt: skip

    def skenario_sensus(self, tanggal):
        """With a letter and without."""
        ada = {"izin": "izin_belajar", "akreditasi": "b", "pddikti": "ya"}
        return [
            Skenario("ada izin", tanggal, isian=lambda p, a: ada, maks=200),
            Skenario("tanpa izin", tanggal, isian=lambda p, a: ada | {"izin": "tidak_ada"}, maks=200),
        ]
