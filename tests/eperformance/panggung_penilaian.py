"""Panggung uji penilaian: tahun kinerja yang lalu, SKP yang ditetapkan langsung, nilai sah, distribusi OPD."""

from datetime import date, timedelta

from django.utils import timezone

from eperformance import siklus
from eperformance.models import PeriodeKinerja, Skp
from eperformance.penilaian import distribusi, masa, nilai
from kepegawaian.models import UnitKerja
from tests.eperformance.conftest import HARI_INI, isi_skp

TAHUN_LALU = HARI_INI.year - 1
ALASAN = "Semua target perjanjian kinerja tercapai dengan bukti yang diverifikasi."


def periode_lalu(**lain):
    """Last year, quarterly, its assessment open since December."""
    isi = {
        "tahun": TAHUN_LALU, "susun_mulai": date(TAHUN_LALU - 1, 12, 1), "tetap_sampai": date(TAHUN_LALU, 1, 31),
        "nilai_mulai": date(TAHUN_LALU, 12, 1), "nilai_sampai": HARI_INI + timedelta(days=30), "dasar": "SE Sekda 800/1",
    }  # fmt: skip
    return PeriodeKinerja.objects.create(**isi | lain)


def bagi(orang, periode, nama, *, penilai="kasub", mulai=None):
    """An SKP ditetapkan with one hasil kerja; the dialogue before is the matter of ``test_siklus``."""
    skp = siklus.buka_banyak(periode, [getattr(orang, nama).pk], pada=timezone.now(), mulai=mulai)[0]
    isi_skp(skp)
    beku = siklus.kepala_dokumen(Skp.objects.get(pk=skp.pk), orang.oleh(penilai))
    Skp.objects.filter(pk=skp.pk).update(
        status="ditetapkan", ditetapkan_pada=timezone.now(), ditetapkan_oleh=orang.akun[penilai], beku=beku
    )
    return Skp.objects.get(pk=skp.pk)


def nilai_sah(orang, skp, m, *, hasil="sesuai", perilaku="sesuai", penilai="kasub", pada=None):
    """Ratings saved and set by the penilai; the Evaluasi."""
    oleh = orang.oleh(penilai, pada)
    e = nilai.simpan(skp.pk, m, hasil=hasil, perilaku=perilaku, catatan="", versi=0, oleh=oleh)
    return nilai.sahkan(skp.pk, m, versi=e.versi, oleh=oleh)


def tetapkan_opd(orang, periode, capaian="Baik", kode="BKPSDM"):
    """Capaian of the year and its distribution, the pattern not judged (fewer than five people)."""
    opd, m = UnitKerja.objects.get(kode=kode), masa.satu(periode, 0)
    distribusi.tetapkan_capaian(opd, m, capaian=capaian, dasar="PK 97,2%", versi=0, oleh=orang.oleh("perekam"))
    return distribusi.tetapkan(opd, m, alasan=ALASAN, jumlah=None, oleh=orang.oleh("kaban"))
