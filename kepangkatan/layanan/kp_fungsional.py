"""KP pilihan jabatan fungsional. Dasar: PP 99/2000 Pasal 12-13; PermenPANRB 1/2023; PerBKN 3/2023; PerBKN 4/2025.

Angka kredit of the jenjang decides besides the time in rank; a rank of the next jenjang waits for the SK kenaikan
jenjang (layanan ``kenaikan-jenjang``). Rules: ``aturan/fungsional.py``, ``aturan/angka_kredit.py``.
"""

from kepangkatan import bahan_sk
from kepangkatan.aturan import angka_kredit as ak, fungsional
from kepangkatan.dasar_kp import (
    BAGIAN_PROFIL,
    PERIODE_BARU,
    PP99,
    U01,
    LayananKP,
    alur_kp,
    bermasalah,
    dokumen_kp,
    dua_tingkat,
    kolektif_kp,
    syarat_umum,
    templat_sk,
)
from kepangkatan.forms import KpFungsionalForm
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from layanan.katalog import Dasar, DokumenSyarat, Syarat, daftarkan
from layanan.sensus import Skenario

PANRB1, PBKN3 = Dasar("PermenPANRB 1/2023"), Dasar("PerBKN 3/2023")
MENGINGAT = (*bahan_sk.DASAR, "PermenPANRB 1/2023", "PerBKN 3/2023", "PerBKN 4/2025")
JUDUL = "Keputusan Kenaikan Pangkat Pilihan Jabatan Fungsional"
ALASAN = bahan_sk.menimbang("Pasal 13 Peraturan Pemerintah Nomor 99 Tahun 2000 dan Peraturan Badan Kepegawaian Negara "
                            "Nomor 3 Tahun 2023 karena telah memenuhi angka kredit yang ditentukan")  # fmt: skip
DIKTUM = bahan_sk.DINAIKKAN + "dengan angka kredit {{ d.ak.jumlah }}, " + bahan_sk.DENGAN_GAJI

ANGKA_KREDIT = Syarat(
    "KP-J02", "Angka kredit kumulatif jenjangnya terpenuhi", PANRB1, fungsional.j02_angka_kredit, dasar_lain=(PBKN3,)
)


def _baru_naik_jenjang(k):
    p = k.profil
    return bool(p.tmt_jabatan and p.tmt_pangkat and p.tmt_jabatan > p.tmt_pangkat)


@daftarkan
class KenaikanPangkatFungsional(LayananKP):
    """KP pilihan for who holds a jabatan fungsional."""

    slug = "kp-fungsional"
    nama = "Kenaikan Pangkat Pilihan Jabatan Fungsional"
    uraian = "Kenaikan pangkat setingkat bagi pejabat fungsional yang angka kreditnya terpenuhi setelah dua tahun."
    dasar = (Dasar(PP99, "Pasal 12-13"), PANRB1, PBKN3, PERIODE_BARU)
    bagian = (*BAGIAN_PROFIL, "angka_kredit", "jejak_jabatan")
    jenis_kp = "202"
    mengingat = MENGINGAT
    form = KpFungsionalForm
    naskah = templat_sk(
        JUDUL, bahan_sk.bagian_kp(ALASAN, MENGINGAT, DIKTUM),
        nama=(("ak.jumlah", "103,13"), ("ak.jenjang", "Ahli Pertama"), ("ak.sampai", "31 Desember 2025")),
    )  # fmt: skip
    kolektif = kolektif_kp(JUDUL)
    syarat = (
        *syarat_umum(),
        Syarat("KP-J01", "Paling singkat 2 tahun dalam pangkat terakhir", Dasar(PP99, "Pasal 13"),
               fungsional.j01_dua_tahun),
        ANGKA_KREDIT,
        Syarat("KP-J03", "Kenaikan jenjang sudah ditetapkan bila pangkat baru termasuk jenjang berikutnya", PBKN3,
               fungsional.j03_jenjang),
        Syarat("KP-J04", "Penetapan angka kredit ada", PBKN3, fungsional.j04_pak),
    )  # fmt: skip
    dokumen = dokumen_kp(
        DokumenSyarat("pak", "Penetapan angka kredit", dosir="angka_kredit"),
        DokumenSyarat("sk_jf", "SK pengangkatan pertama dan kenaikan jenjang jabatan fungsional", dosir="jabatan"),
        DokumenSyarat("uji_kompetensi", "Sertifikat uji kompetensi", dosir="uji_kompetensi", bila=_baru_naik_jenjang,
                      kapan="bila jenjang berubah sejak pangkat terakhir"),
    )  # fmt: skip
    alur = alur_kp(naskah)

    def tmt_pertama(self, profil, acuan):
        """Two years in rank."""
        return fungsional.tmt_fungsional(profil, acuan)

    def jatuh_tempo(self, profil, acuan, tanggal):
        """The next TMT possible by time in rank; angka kredit is asked near it."""
        return fungsional.jatuh_tempo(profil, acuan, tanggal)

    def periksa(self, konteks):
        """Who is no PNS or holds no jabatan fungsional is told so by one condition."""
        if konteks.profil.status != "PNS":
            return [(U01, U01.periksa(konteks))]
        if konteks.profil.jenis_jabatan in ("struktural", "pelaksana"):
            return [(ANGKA_KREDIT, ANGKA_KREDIT.periksa(konteks))]
        return super().periksa(konteks)

    def data_khusus(self, konteks, *, konsep=False):
        """The angka kredit the decree names."""
        p = konteks.profil
        return {"ak": {"jumlah": ak.tulis_angka(p.angka_kredit), "jenjang": ak.sebut_jenjang(p.jenjang),
                       "sampai": tulis_tanggal(p.angka_kredit_sampai) if p.angka_kredit_sampai else ""}}  # fmt: skip

    def skenario_sensus(self, tanggal):
        """Next period, mid-month, two steps up, and people whose papers are not in order."""
        berikut = tambah_bulan(tanggal.replace(day=1), 1)
        return [
            Skenario("periode berikut", berikut),
            Skenario("tengah bulan", berikut.replace(day=15)),
            Skenario("dua tingkat", berikut, isian=dua_tingkat),
            Skenario("bermasalah", berikut, andai=bermasalah),
        ]
