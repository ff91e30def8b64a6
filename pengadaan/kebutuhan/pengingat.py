"""Pengingat usul formasi yang lewat batas penyampaian (PP 11/2017 Pasal 9 ayat (2)): sekali tiap langkah, kepada pemegangnya."""

from django.urls import reverse
from django.utils import timezone

from kepegawaian import jejak
from kepegawaian.akses import pemangku
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.models import Jabatan, Pengguna, Penugasan
from pengadaan.kebutuhan.aturan_rencana import batas_penyampaian
from pengadaan.kebutuhan.usul import JALAN
from pengadaan.models import UsulFormasi


def ingatkan(hari_ini, *, pada=None):
    """Tells who holds the step of each usul that should have reached the Menteri by now; returns how many usul are late.

    Idempotent: one notice for each usul, step and version of it.
    """
    pada = pada or timezone.now()
    terlambat = [
        u for u in UsulFormasi.objects.filter(status__in=(*JALAN, "bupati")) if batas_penyampaian(u.tahun) < hari_ini
    ]
    with jejak.sebagai(None):
        for u in terlambat:
            jejak.beri_tahu(
                _pemegang(u.status, hari_ini), kunci=f"usul-formasi:{u.pk}:{u.status}:{u.versi}", peristiwa="formasi", pada=pada,
                judul=f"Usul formasi {u.tahun} menunggu Anda dan sudah terlambat", url=reverse("pengadaan:usul_detail", args=[u.pk]),
                isi=f"Batas penyampaian kepada Menteri {tulis_tanggal(batas_penyampaian(u.tahun))} (PP 11/2017 Pasal 9 ayat (2)).",
            )  # fmt: skip
    return len(terlambat)


def _pemegang(status, hari_ini):
    """Account ids of who holds the step today."""
    if status == "bupati":
        tugas = Penugasan.objects.filter(peran="perekam_pimpinan", sejak__lte=hari_ini).exclude(sampai__lt=hari_ini)
        return list(tugas.values_list("pengguna_id", flat=True))
    ids = list(Jabatan.objects.filter(kode=JALAN[status][0]).values_list("pk", flat=True))
    orang = [p.pegawai_id for daftar in pemangku(hari_ini, ids).values() for p in daftar]
    return list(Pengguna.objects.filter(pegawai_id__in=orang, is_active=True).values_list("pk", flat=True))
