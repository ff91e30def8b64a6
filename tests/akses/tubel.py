"""Tugas belajar bagi uji akses: yang berjalan milik ani dengan laporannya, dan ikatan dinas yang dapat diputus."""

from datetime import date, timedelta

from django.utils import timezone

from diklat.models import LaporanSemester, RencanaTugasBelajar, TugasBelajar
from kepegawaian import dosir
from kepegawaian.aturan import tambah_bulan
from layanan import alur, katalog
from tests.layanan.conftest import pdf

HARI_INI = date.today()
ISI = {
    "cara": "tetap",
    "biaya": "apbd",
    "jumlah_biaya": 60_000_000,
    "jenjang": "S2",
    "prodi": "Hukum",
    "sekolah": "Unair",
}
ISI_CATAT = {"nomor_sk": "1", "cara": "tetap", "biaya": "sendiri", "jenjang": "S2", "prodi": "Hukum", "sekolah": "Unair",
             "mulai": "2026-01-01", "sampai": "2027-12-31"}  # fmt: skip
ISI_RENCANA = {"tahun": str(HARI_INI.year), "jenjang": "S2", "prodi": "Kebijakan publik", "jumlah": "2", "opd": ""}


def isi_tubel(d):
    """Puts them on the world of the access tests."""
    mulai = tambah_bulan(HARI_INI.replace(day=1), -14)
    sampai = tambah_bulan(mulai, 24) - timedelta(days=1)
    d.tubel = TugasBelajar.objects.create(pegawai=d.ani, mulai=mulai, sampai_awal=sampai, sampai=sampai, **ISI)
    lama = tambah_bulan(mulai, -40)
    selesai = tambah_bulan(lama, 24) - timedelta(days=1)
    bekas = {"mulai": lama, "sampai_awal": selesai, "sampai": selesai, "keadaan": "selesai", "selesai": selesai,
             "ikatan_mulai": selesai + timedelta(days=1), "ikatan_sampai": HARI_INI + timedelta(days=400)}  # fmt: skip
    d.tubel_terikat = TugasBelajar.objects.create(pegawai=d.ani, **ISI | bekas)
    d.tubel_utang = TugasBelajar.objects.create(
        pegawai=d.ani, **ISI | bekas | {"diputus": HARI_INI, "ganti_rugi": 1_000_000}
    )
    berkas = dosir.simpan(d.ani.pk, "laporan_tugas_belajar", dosir.terima(pdf(lebar=391)))
    d.laporan_tb = LaporanSemester.objects.create(
        tugas_belajar=d.tubel,
        semester=1,
        ip=3.5,
        ipk=3.5,
        sks=12,
        berkas=berkas,
        dikirim_oleh=d.akun["ani"],
        dikirim_pada=timezone.now(),
    )
    d.rencana_tb = RencanaTugasBelajar.objects.create(
        tahun=HARI_INI.year, jenjang="S2", prodi="Hukum", dibuat_oleh=d.akun["kaban"], dibuat_pada=timezone.now()
    )
    isian = ISI | {
        "tmt": HARI_INI.isoformat(),
        "sampai": (HARI_INI + timedelta(days=700)).isoformat(),
        "akreditasi": "A",
    }
    d.usul_tubel = alur.buat_draf(katalog.ambil("tugas-belajar"), d.ani, oleh=d.oleh("ani"), isian=isian)
