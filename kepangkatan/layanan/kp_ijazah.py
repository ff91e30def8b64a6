"""KP penyesuaian ijazah. Dasar: PP 99/2000 Pasal 18; Kepka BKN 12/2002; SE PANRB 28/2021; PerBKN 4/2025.

May jump several ranks, to that of the diploma (``Acuan.pendidikan_golongan``). Rules: ``aturan/ijazah.py``.
"""

from kepangkatan import bahan_sk
from kepangkatan.aturan import ijazah
from kepangkatan.dasar_kp import (
    BAGIAN_PROFIL,
    KEPKA,
    PERIODE_BARU,
    PP99,
    LayananKP,
    alur_kp,
    dokumen_kp,
    syarat_umum,
    templat_sk,
)
from kepangkatan.forms_khusus import KpIjazahForm
from kepegawaian.aturan import tambah_bulan
from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario

PASAL18 = Dasar(PP99, "Pasal 18")
MENGINGAT = (*bahan_sk.DASAR, "PerBKN 4/2025")
JUDUL = "Keputusan Kenaikan Pangkat Penyesuaian Ijazah"
ALASAN = bahan_sk.menimbang("Pasal 18 Peraturan Pemerintah Nomor 99 Tahun 2000 karena memperoleh ijazah "
                            "{{ d.pegawai.pendidikan }} dan lulus ujian kenaikan pangkat penyesuaian ijazah", "")  # fmt: skip


@daftarkan
class KenaikanPangkatIjazah(LayananKP):
    """KP to the rank of a higher diploma."""

    slug = "kp-ijazah"
    nama = "Kenaikan Pangkat Penyesuaian Ijazah"
    uraian = "Kenaikan pangkat ke golongan ijazah yang lebih tinggi bagi PNS yang lulus ujian penyesuaian ijazah."
    dampak = "Mulai TMT pangkat menjadi pangkat ijazahnya, dan masa kerja golongan serta gaji pokok dihitung kembali."
    dasar = (PASAL18, KEPKA, Dasar("SE PANRB 28/2021"), PERIODE_BARU)
    bagian = (*BAGIAN_PROFIL, "angka_kredit")
    jenis_kp = "203"
    mengingat = MENGINGAT
    form = KpIjazahForm
    naskah = templat_sk(JUDUL, bahan_sk.bagian_kp(ALASAN, MENGINGAT))
    syarat = (
        *syarat_umum(kinerja="kp_tahun_kinerja_ijazah", setingkat=False),
        Syarat("KP-I01", "Paling singkat 1 tahun dalam pangkat terakhir", PASAL18, ijazah.i01_satu_tahun),
        Syarat("KP-I02", "Pangkat masih di bawah pangkat ijazahnya, dan naik ke pangkat ijazah itu", PASAL18,
               ijazah.i02_pangkat_ijazah),
        Syarat("KP-I03", "Uraian tugas sesuai ijazah, ditandatangani paling rendah JPT Pratama", PASAL18,
               ijazah.i03_uraian_tugas, dasar_lain=(KEPKA,)),
        Syarat("KP-I04", "Lulus ujian kenaikan pangkat penyesuaian ijazah", PASAL18, ijazah.i04_ujian),
        Syarat("KP-I05", "Ada izin atau tugas belajar, program studi terakreditasi, tercatat di PDDikti",
               Dasar("SE PANRB 28/2021"), ijazah.i05_izin_akreditasi),
        Syarat("KP-I06", "Pejabat fungsional memenuhi angka kredit pangkat tujuan", PASAL18, ijazah.i06_angka_kredit,
               keyakinan="sebagian"),
    )  # fmt: skip
    dokumen = dokumen_kp(
        DokumenSyarat("ijazah_baru", "Ijazah dan transkrip yang disesuaikan", dosir="pendidikan"),
        DokumenSyarat("izin_belajar", "Surat tugas belajar atau izin belajar"),
        DokumenSyarat("uraian_tugas", "Surat uraian tugas oleh pejabat pimpinan tinggi"),
        DokumenSyarat("upkp", "Tanda lulus ujian penyesuaian ijazah", dosir="ujian"),
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
        """Everything recorded; nothing in order; mid-month."""
        berikut = tambah_bulan(tanggal.replace(day=1), 1)
        lengkap = {"eselon_uraian": "II.b", "izin": "izin_belajar", "akreditasi": "b", "pddikti": "ya"}
        kurang = {"eselon_uraian": "III.a", "izin": "tidak_ada", "akreditasi": "tidak", "pddikti": "tidak"}
        return [
            Skenario("lengkap", berikut, isian=lambda p, a: lengkap),
            Skenario("kurang", berikut.replace(day=15), isian=lambda p, a: kurang),
        ]
