"""Pekerjaan latar: tipis, satu id masuk, satu panggilan. Each may run twice without harm."""

import logging
from datetime import date, datetime, timedelta

from celery import shared_task
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Naskah, Pengguna
from kepegawaian.penyimpanan import PenyimpananPenuh
from layanan import alih, katalog, naskah, nominatif, pemberitahuan, pratinjau, purna, rekap, tanda_tangan
from layanan.pelaku import Pelaku

log = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=3, default_retry_delay=20)
def cetak_naskah(self, naskah_id):
    """Prints one naskah; after three failures the row says gagal_cetak with the reason."""
    try:
        naskah.cetak(naskah_id)
    except Exception as galat:  # whatever the renderer throws must reach the row, not only the log
        log.exception("naskah %s gagal dicetak", naskah_id)
        if self.request.retries >= self.max_retries:
            penuh = isinstance(galat, PenyimpananPenuh)
            naskah.cetak_gagal(naskah_id, str(galat) if penuh else f"{type(galat).__name__}: {galat}")
            return
        raise self.retry(exc=galat) from galat


@shared_task
def cetak_pratinjau(kode):
    """Prints a konsep into the cache for the one reader who asked."""
    pratinjau.cetak(kode)


@shared_task
def ajukan_nominatif(slug, bulan, nip, pengguna_id, alamat=""):
    """Submits the usulan of a nominatif for a clerk and tells him the outcome; run again it goes on where it stopped.

    ``bulan``: ISO date of the TMT. ``nip``: those chosen, None for everyone who is ready. Rights are those of today.
    """
    layanan, tmt = katalog.ambil(slug), date.fromisoformat(bulan)
    pengguna = Pengguna.objects.get(pk=pengguna_id)
    hak = hitung_hak(pengguna, per=timezone.localdate(), acuan=acuan_kini())
    if hak.hanya_baca or not hak.punya(*layanan.pengusul):
        log.warning("nominatif %s %s: akun %s tidak lagi berwenang", slug, bulan, pengguna_id)
        return
    berhasil, gagal = nominatif.ajukan_banyak(layanan, tmt, nip, oleh=Pelaku(pengguna, hak, alamat))
    pemberitahuan.nominatif_selesai(pengguna, layanan, tmt, berhasil, gagal, pada=timezone.now())


@shared_task
def alihkan_langkah(pada=None):
    """Moves waiting steps whose office fell vacant or whose holder is away to the office above; how many.

    ``pada``: ISO moment, default now. Run again it finds nothing to move.
    """
    return alih.alihkan_semua(datetime.fromisoformat(pada) if pada else timezone.now())


@shared_task
def bereskan_purna(pada=None):
    """Closes the usulan of people whose service has ended; how many. ``pada``: ISO moment, default now."""
    return purna.bereskan(datetime.fromisoformat(pada) if pada else timezone.now())


@shared_task
def rekap_pagi(tanggal=None):
    """The digest of officials for ``tanggal`` (ISO, default today); twice the same day tells nobody twice."""
    rekap.kirim(date.fromisoformat(tanggal) if tanggal else timezone.localdate())


@shared_task
def sapu_antrean_cetak():
    """Queues again what a dead worker or an emptied broker lost; the row is the truth."""
    batas = timezone.now() - timedelta(minutes=2)
    tertinggal = Naskah.objects.filter(
        tahap__in=("menunggu_cetak", "gagal_cetak"), asal="register", dibuat_pada__lt=batas
    )
    for kunci in tertinggal.values_list("pk", flat=True)[:500]:
        cetak_naskah.delay(kunci)


@shared_task(bind=True, max_retries=60, default_retry_delay=2)
def tandatangani_batch(self, batch_id, titipan):
    """Signs one batch; ``titipan`` is the passphrase encrypted under a key that lives ten minutes in Valkey.

    Another worker may still be putting the batch down when its official has already typed his passphrase again: then
    this waits for it, two seconds at a time.
    """
    if tanda_tangan.kerjakan(batch_id, titipan) == "antre":
        raise self.retry()


@shared_task
def sapu_tanda_tangan():
    """Batches whose worker or passphrase is gone: unsigned ones ask for the passphrase, doubtful ones for a clerk."""
    tanda_tangan.sapu()
