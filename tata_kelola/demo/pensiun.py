"""Pensiun demo: acara pelepasan pada tiap keadaannya (ditutup, kehadirannya belum lengkap, pesertanya ditetapkan, draf), dan satu malam.

Ceremonies come through their form and acts. The night itself is run for the nearest TMT only; usulan of pemberhentian in
their steps are played elsewhere.
"""

from datetime import timedelta

from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Pengguna, ProfilKini
from layanan.alur import Pelaku
from pensiun import nominatif
from pensiun.proyeksi import sebut_bulan
from pensiun.purna import perbuatan
from pensiun.purna.forms import PelepasanForm
from pensiun.purna.models import ISI_SURAT, Pelepasan

DRAF = 12  # drafts of the first night; the others come with the first real one
# (first and last TMT in months from this one, days from today, number of the letters)
ACARA = ((-11, -3, -40, "800/318/413.204"), (-2, 0, -3, "800/412/413.204"), (1, 3, 16, ""), (4, 6, 105, ""))


def isi_pensiun(hari_ini):
    """The ceremonies that somebody retires for, then one night."""
    staf = ProfilKini.objects.filter(unit__kode=nominatif.SUBBID, aktif=True)
    akun = Pengguna.objects.filter(pegawai__in=staf.values("pegawai_id"), is_active=True).order_by("pk").first()
    if akun is not None:  # a very small regency has no such staf
        oleh, awal = Pelaku(akun, None, "127.0.0.1", timezone.now()), hari_ini.replace(day=1)
        for dari, sampai, hari, nomor in ACARA:
            satu = _buat(
                tambah_bulan(awal, dari), tambah_bulan(awal, sampai), hari_ini + timedelta(days=hari), nomor, oleh
            )
            if satu is not None and dari < 4:
                _lanjut(satu, oleh, hadir=hari < 0, tutup=hari < -9)
    nominatif.siapkan(hari_ini, maks=DRAF)


def _buat(dari, sampai, hari, nomor, oleh):
    """A ceremony on ``hari`` or the working day after for those with a TMT from ``dari`` to ``sampai``; None for nobody."""
    if not perbuatan.calon(Pelepasan(tmt_dari=dari, tmt_sampai=sampai)).exists():
        return None
    tanggal = acuan_kini().tambah_hari_kerja(hari - timedelta(days=1), 1)
    form = PelepasanForm({
        "nama": f"Pelepasan purna tugas {sebut_bulan(tanggal)}", "tmt_dari": dari, "tmt_sampai": sampai, "tanggal": tanggal,
        "tempat": "Pendopo Lokatantra", "nomor_surat": f"{nomor}/{tanggal.year}" if nomor else "",
        "tanggal_surat": tanggal if nomor else "", "isi_surat": ISI_SURAT,
    })  # fmt: skip
    if not form.is_valid():
        raise ValueError(form.errors.as_text())
    return perbuatan.simpan(form, oleh=oleh)


def _lanjut(satu, oleh, *, hadir, tutup):
    """Fixes its peserta; of one that has been held the attendance, all of it before it is closed."""
    perbuatan.tetapkan(satu.pk, oleh=oleh)
    if not hadir:
        return
    peserta = list(satu.peserta.all()) if tutup else list(satu.peserta.all())[:-1]
    # One in seven was represented by his family.
    daftar = {p.pk: (p.urut % 7 > 0, "" if p.urut % 7 else "Keluarga") for p in peserta}
    perbuatan.catat_hadir(satu.pk, daftar, oleh=oleh)
    if tutup:
        perbuatan.selesaikan(satu.pk, oleh=oleh)
