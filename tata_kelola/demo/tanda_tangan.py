"""Tanda tangan demo: Kepala BKD menandatangani beberapa surat sekaligus dengan sertifikat uji; sebagian menunggu."""

from django.conf import settings
from django.core.management import call_command
from django.utils import timezone

from kepegawaian.hak import KODE_BKD
from layanan import tanda_tangan
from layanan.models import Usulan
from layanan.tte import SANDI_UJI, sandi

SEKALIGUS = 3


def tandatangani_sebagian(sutradara):
    """Signs at most SEKALIGUS of what waits at Kepala BKD and leaves at least one; returns the BatchTte or None.

    The same act as his page, and what the worker would do is done here at once. Only with test certificates (DEBUG).
    """
    menunggu = list(
        Usulan.objects.filter(
            status="diproses", layanan=sutradara.layanan.slug, langkah_kini__aksi="tanda_tangan",
            langkah_kini__jabatan__kode=f"KEPALA-{KODE_BKD}", naskah__naskah__tahap="tercetak",
        ).select_related("langkah_kini__jabatan", "pegawai__kini__opd").order_by("pk")
    )[: SEKALIGUS + 1]  # fmt: skip
    if not settings.DEBUG or len(menunggu) < 2:
        return None
    call_command("tte_uji", jika_belum=True, verbosity=0)
    pada = timezone.now()
    oleh = sutradara.pemegang(menunggu[0], pada)
    pilihan = [(u, u.versi_baris) for u in menunggu[:-1]]
    batch, _ = tanda_tangan.minta(pilihan, oleh=oleh, sandi=SANDI_UJI)
    tanda_tangan.kerjakan(batch.pk, sandi.titip(SANDI_UJI))
    return batch
