"""Pensiun demo: draf dan pengingat malam, dan tiga acara pelepasan: yang sudah ditutup, yang pesertanya ditetapkan, draf.

The night itself is run for the nearest TMT only; the usulan of pemberhentian in their steps are played elsewhere.
"""

from datetime import timedelta

from django.utils import timezone

from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Pengguna, ProfilKini
from layanan.alur import Pelaku
from pensiun import nominatif
from pensiun.purna import perbuatan
from pensiun.purna.models import Pelepasan

DRAF = 12  # drafts of the first night; the others come with the first real one


def isi_pensiun(hari_ini):
    """Three ceremonies through their acts, then one night."""
    staf = ProfilKini.objects.filter(unit__kode=nominatif.SUBBID, aktif=True)
    akun = Pengguna.objects.filter(pegawai__in=staf.values("pegawai_id"), is_active=True).order_by("pk").first()
    if akun is not None:  # a very small regency has no such staf
        _acara(akun, hari_ini)
    nominatif.siapkan(hari_ini, maks=DRAF)


def _acara(akun, hari_ini):
    awal = hari_ini.replace(day=1)
    lalu = _buat(akun, tambah_bulan(awal, -11), awal, hari_ini - timedelta(days=9), "800/412/413.204")
    oleh = Pelaku(akun, None, "127.0.0.1", timezone.now())
    if perbuatan.calon(lalu).exists():
        perbuatan.tetapkan(lalu.pk, oleh=oleh)
        # One in seven was represented by his family.
        daftar = {p.pk: (p.urut % 7 > 0, "" if p.urut % 7 else "Keluarga") for p in lalu.peserta.all()}
        perbuatan.catat_hadir(lalu.pk, daftar, oleh=oleh)
        perbuatan.selesaikan(lalu.pk, oleh=oleh)
    dekat = _buat(akun, tambah_bulan(awal, 1), tambah_bulan(awal, 3), hari_ini + timedelta(days=16), "")
    if perbuatan.calon(dekat).exists():
        perbuatan.tetapkan(dekat.pk, oleh=oleh)
    _buat(akun, tambah_bulan(awal, 4), tambah_bulan(awal, 6), hari_ini + timedelta(days=105), "")


def _buat(akun, dari, sampai, tanggal, nomor):
    """A ceremony for those whose TMT lies from ``dari`` to ``sampai``."""
    return Pelepasan.objects.create(
        nama=f"Pelepasan purna tugas {tanggal:%d-%m-%Y}", tmt_dari=dari, tmt_sampai=sampai, tanggal=tanggal,
        tempat="Pendopo Lokatantra", nomor_surat=f"{nomor}/{tanggal.year}" if nomor else "",
        tanggal_surat=tanggal if nomor else None, dibuat_oleh=akun, dibuat_pada=timezone.now(),
    )  # fmt: skip
