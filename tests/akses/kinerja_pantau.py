"""Kinerja for the table of pages: a year long past with the SKP of ani, her evidence, a request to eko, a batch, a report.

A year of its own (2020): nobody else in the access tests opens it.
"""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from eperformance.models import (
    Bukti,
    HasilKerja,
    Indikator,
    LaporanKinerja,
    PeriodeKinerja,
    PermintaanUmpanBalik,
    Skp,
)
from eperformance.pantau import impor
from kepegawaian import dosir
from kepegawaian.impor import tulis_daftar
from kepegawaian.models import Jabatan, Pegawai
from tests.layanan.conftest import pdf

TAHUN = 2020


def _skp(d, pegawai, penilai, **lain):
    kini = pegawai.kini
    return Skp.objects.create(
        periode=d.kinerja_periode, pegawai=pegawai, mulai=date(TAHUN, 1, 1), sampai=date(TAHUN, 12, 31), jenjang="jf",
        pendekatan="kuantitatif", jabatan_id=kini.jabatan_id, unit_id=kini.unit_id, opd_id=kini.opd_id, penilai=penilai,
        status="ditetapkan", dibuat_pada=timezone.now(), ditetapkan_pada=timezone.now(), **lain,
    )  # fmt: skip


def isi_kinerja_pantau(d):
    """Puts them on the world of the access tests."""
    kini = timezone.now()
    d.kinerja_periode = PeriodeKinerja.objects.create(
        tahun=TAHUN, susun_mulai=date(TAHUN - 1, 12, 1), tetap_sampai=date(TAHUN, 1, 31), nilai_mulai=date(TAHUN, 12, 1),
        nilai_sampai=date(TAHUN + 1, 1, 31),
    )  # fmt: skip
    penilai = Jabatan.objects.get(kode="KEPALA-SDN-BABAT-14")
    ani, rekan = (
        Pegawai.objects.select_related("kini").filter(pk__in=[d.ani.pk, d.usulan["kaban"].pegawai_id]).order_by("pk")
    )
    d.kinerja_skp = _skp(d, ani, penilai)
    d.kinerja_rekan = _skp(d, rekan, penilai)
    d.kinerja_hasil = HasilKerja.objects.create(skp=d.kinerja_skp, rencana="Pembelajaran terlaksana")
    d.kinerja_indikator = Indikator.objects.create(
        hasil=d.kinerja_hasil, aspek="kuantitas", uraian="Jam mengajar", target_angka=100, satuan="jam"
    )
    isi = dosir.terima(pdf("bukti.pdf", 333))
    d.kinerja_bukti = Bukti(
        hasil=d.kinerja_hasil, nomor=1, judul="Bukti uji", nama_berkas="bukti.pdf", mime=isi.mime, sidik=isi.sha256,
        oleh=d.akun["ani"], pada=kini,
    )  # fmt: skip
    d.kinerja_bukti.berkas.name = dosir.simpan_bytes(d.kinerja_bukti.berkas, isi)
    d.kinerja_bukti.save()
    d.kinerja_minta = PermintaanUmpanBalik.objects.create(
        skp=d.kinerja_skp, nomor=1, pegawai=d.eko, sebagai="rekan", oleh=d.akun["kepsek"], pada=kini
    )
    kolom = ("NIP", "tahun", "periodikId", "bulanMulaiPenilaian", "kuadranKinerjaNilai")
    baris = [(d.ani.nip, TAHUN, "1", 3, "2"), ("1", TAHUN, "1", 3, "2")]
    file = SimpleUploadedFile("kinerja.xlsx", tulis_daftar("Sheet1", kolom, baris).read())
    d.kinerja_batch = impor.IMPOR.baca(impor.IMPOR.unggah(file, "kinerja.xlsx", date(TAHUN, 4, 1), None).pk)
    d.kinerja_laporan = LaporanKinerja.objects.create(
        periode=d.kinerja_periode, triwulan=1, data={"masa": f"Triwulan I {TAHUN}"}, oleh=d.akun["kaban"], pada=kini,
        status="jadi", file=d.kinerja_bukti.berkas.name,
    )  # fmt: skip
