"""Demo pengembangan: laporan belajar mandiri pada tiap keadaan dan langkah, lalu kebutuhan pelatihan semua ASN.

Played through ``alur`` by the persons themselves, the operators and the Subbid that verifies.
"""

from datetime import timedelta

from diklat.pengembangan import dampak, kebutuhan
from kepegawaian.models import Pengguna, ProfilKini
from layanan import katalog
from tata_kelola.demo.panggung import Sutradara

BAGIAN = "belajar mandiri"
SLUG = "belajar-mandiri"
KALIMAT = {
    "kembalikan": "Foto sertifikatnya terpotong; unggah yang memuat nomor dan jumlah JP-nya.",
    "batalkan": "Sudah dilaporkan lewat operator.",
}
# (step at which it stands, last act, late, what was learnt)
BABAK = (
    ("selesai", "", False, {"nama": "Excel untuk analisis data", "jp": 16, "biaya": 1_600_000, "sumber": "dinas"}),
    ("selesai", "", False, {"nama": "Penulisan naskah dinas", "jp": 20, "biaya": 450_000, "sumber": "sendiri"}),
    ("selesai", "", True, {"nama": "Webinar pelayanan publik", "jenis": "9", "jp": None, "banyak": 2}),
    ("verifikasi_bkd", "", False, {"nama": "Dasar keamanan siber", "jp": 12, "jenis": "16"}),
    ("verifikasi_bkd", "", True, {"nama": "Pengelolaan arsip dinamis", "jp": 24}),
    ("verifikasi_bkd", "kembalikan", False, {"nama": "Bimbingan teknis pengadaan", "jp": 16, "jenis": "8"}),
    ("verifikasi_opd", "", False, {"nama": "Coaching bagi atasan", "jenis": "14", "jp": None, "banyak": 3}),
    ("verifikasi_opd", "", True, {"nama": "Komunikasi di media sosial", "jp": 8}),
    ("verifikasi_opd", "batalkan", False, {"nama": "Kursus bahasa Inggris", "jenis": "11", "jp": 30}),
    ("draf", "", False, {"nama": "Seminar tata kelola", "jenis": "9", "jp": 6}),
)


class SutradaraMandiri(Sutradara):
    """The persons apply themselves."""

    def __init__(self, hari_ini, *, cetak):
        super().__init__(katalog.ambil(SLUG), hari_ini, cetak=cetak)
        self.kalimat = KALIMAT

    def pengusul_untuk(self, pegawai):
        """The person's own account."""
        return Pengguna.objects.get(pegawai=pegawai)


def mainkan_pengembangan(p):
    """Plays all of it for ``p`` (Pementasan) and computes the needs of the night."""
    main = SutradaraMandiri(p.hari_ini, cetak=p.cetak)
    operator = [opd for opd in Sutradara(katalog.ambil(SLUG), p.hari_ini, cetak=False).pengusul if opd]
    calon = ProfilKini.objects.filter(
        status="PNS", jenis_jabatan="pelaksana", opd_id__in=operator, pegawai__usulan__isnull=True, pegawai__pengguna__isnull=False
    ).exclude(pegawai__pengguna__penugasan__peran="operator_opd").order_by("-nip")  # fmt: skip
    lakon = []
    for n, (sampai, akhir, terlambat, apa) in enumerate(BABAK):
        isian = _isian(p.hari_ini, n, apa)
        for pegawai in p.pilih(SLUG, calon, 1, isian):
            lakon.append(
                p.berwaktu(BAGIAN, main.lakon(pegawai, sampai, akhir=akhir, terlambat=terlambat, isian=isian))
            )
    p.langsung(lakon)
    kebutuhan.hitung(p.hari_ini)
    dampak.hitung(p.hari_ini)


def _isian(hari_ini, n, apa):
    """The answers of one report; finished before it was sent, the late ones too."""
    selesai = hari_ini - timedelta(days=60 + n)
    return {
        "jenis": "3", "penyelenggara": "BPSDM Provinsi Jawa Timur", "tanggal_mulai": (selesai - timedelta(days=1)).isoformat(),
        "tanggal_selesai": selesai.isoformat(), "tanggal_sertifikat": selesai.isoformat(),
        "nomor_sertifikat": f"893.3/{101 + n}/{selesai.year}", "sumber": "", "biaya": None, "banyak": None,
    } | apa  # fmt: skip
