"""Sesudah impor presensi diterapkan atau dibatalkan: tahun-tahunnya dihitung ulang di latar, sesudah commit."""

from disiplin.tasks import hitung_kehadiran
from kepegawaian import kehadiran
from kepegawaian.antrean import antrekan


def hitung_sesudah(batch):
    """Queues one count per calendar year the batch touches; what the broker loses the night makes good."""
    for tahun in kehadiran.tahun_batch(batch.pk):
        antrekan(hitung_kehadiran, tahun)
