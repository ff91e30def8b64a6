"""KP setelah selesai tugas belajar. Dasar: PP 99/2000 Pasal 17; SE PANRB 28/2021; PerBKN 4/2025.

As penyesuaian ijazah but for the PNS pelajar: no ujian and no task description. Rules: ``aturan/ijazah.py``.
"""

from kepangkatan import bahan_sk
from kepangkatan.aturan import ijazah
from kepangkatan.dasar_kp import PERIODE_BARU, PP99, LayananKP, alur_kp, dokumen_kp, syarat_umum, templat_sk
from kepangkatan.forms_khusus import KpTugasBelajarForm
from kepegawaian.aturan import tambah_bulan
from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario

PASAL17 = Dasar(PP99, "Pasal 17")
MENGINGAT = (*bahan_sk.DASAR, "PerBKN 4/2025")
JUDUL = "Keputusan Kenaikan Pangkat Setelah Tugas Belajar"
ALASAN = bahan_sk.menimbang("Pasal 17 Peraturan Pemerintah Nomor 99 Tahun 2000 karena telah selesai tugas belajar dan "
                            "memperoleh ijazah {{ d.pegawai.pendidikan }}", "")  # fmt: skip


@daftarkan
class KenaikanPangkatTugasBelajar(LayananKP):
    """KP to the rank of the diploma of a finished tugas belajar."""

    slug = "kp-tugas-belajar"
    nama = "Kenaikan Pangkat Setelah Tugas Belajar"
    uraian = "Kenaikan pangkat ke golongan ijazah yang diperoleh bagi PNS yang selesai tugas belajar."
    dampak = "Mulai TMT pangkat menjadi pangkat ijazahnya, dan masa kerja golongan serta gaji pokok dihitung kembali."
    dasar = (PASAL17, Dasar("SE PANRB 28/2021"), PERIODE_BARU)
    jenis_kp = "205"
    mengingat = MENGINGAT
    form = KpTugasBelajarForm
    naskah = templat_sk(JUDUL, bahan_sk.bagian_kp(ALASAN, MENGINGAT))
    syarat = (
        *syarat_umum(kinerja="kp_tahun_kinerja_tugas_belajar", keyakinan="sebagian", setingkat=False),
        Syarat("KP-I01", "Paling singkat 1 tahun dalam pangkat terakhir", PASAL17, ijazah.i01_satu_tahun,
               keyakinan="sebagian"),
        Syarat("KP-I02", "Pangkat masih di bawah pangkat ijazahnya, dan naik ke pangkat ijazah itu", PASAL17,
               ijazah.i02_pangkat_ijazah, keyakinan="sebagian"),
        Syarat("KP-I05", "Ada surat tugas belajar, program studi terakreditasi, tercatat di PDDikti",
               Dasar("SE PANRB 28/2021"), ijazah.i05_izin_akreditasi),
    )  # fmt: skip
    dokumen = dokumen_kp(
        DokumenSyarat("ijazah_baru", "Ijazah dan transkrip tugas belajar", dosir="pendidikan"),
        DokumenSyarat("tugas_belajar", "Surat tugas belajar", dosir="tinggal"),
        DokumenSyarat("akreditasi", "Akreditasi program studi"),
        kinerja=1,
    )  # fmt: skip
    alur = alur_kp(naskah)

    def tmt_pertama(self, profil, acuan):
        """One year in rank."""
        return ijazah.tmt_ijazah(profil, acuan)

    def target(self, profil, acuan, tanggal):
        """The rank of the diploma."""
        return ijazah.target(profil, acuan, tanggal)

    def skenario_sensus(self, tanggal):
        """Everything recorded; nothing in order, mid-month."""
        berikut = tambah_bulan(tanggal.replace(day=1), 1)
        lengkap = {"izin": "tugas_belajar", "akreditasi": "unggul", "pddikti": "ya"}
        kurang = {"izin": "tidak_ada", "akreditasi": "tidak", "pddikti": "tidak"}
        return [
            Skenario("lengkap", berikut, isian=lambda p, a: lengkap),
            Skenario("kurang", berikut.replace(day=15), isian=lambda p, a: kurang),
        ]
