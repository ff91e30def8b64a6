"""Kiriman: mengirim yang menunggu, satu kali, oleh pekerja mana pun; mencoba lagi; menyerah dengan kalimat.

A claim is one conditional UPDATE, so two workers never hold the same row. The claim lasts SEWA: a worker that died
leaves the row to the sweep. Whether its message had left by then nobody knows; it goes once more under the same key
(Message-ID, ``kunci``), by which the receiver drops the repeat. No sending inside a transaction.
"""

import logging
from datetime import timedelta

from django.db.models import F
from django.utils import timezone

from kepegawaian import kabar, kurir
from kepegawaian.models import Kiriman

log = logging.getLogger(__name__)
SEWA = timedelta(minutes=10)
# Waits after the first, second … failure; after the last one the row is gagal and stands on the admin's page.
JEDA = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120, 360))
SAPU_MAKS = 100  # as many as wait for a dead mail server must fit into the time limit of a task
ULANG_MAKS = 500


def kirim(kiriman_id):
    """Claims and sends one Kiriman; True when this call sent it. Harmless when somebody else has it."""
    kini = timezone.now()
    diambil = Kiriman.objects.filter(pk=kiriman_id, status__in=Kiriman.JALAN, berikut_pada__lte=kini).update(
        status="mengirim", percobaan=F("percobaan") + 1, berikut_pada=kini + SEWA
    )
    if not diambil:
        return False
    satu = Kiriman.objects.select_related("pemberitahuan").get(pk=kiriman_id)
    if satu.percobaan > len(JEDA) + 1:
        return _tutup(satu, "gagal", "Pekerja berulang kali berhenti di tengah pengiriman.")
    orang = kabar.orang([satu.pemberitahuan.pengguna_id], kecuali_pelaku=False)
    alamat = orang[0].alamat(satu.saluran) if orang else ""
    if not alamat:
        return _tutup(satu, "batal", "Akunnya ditutup atau alamatnya sudah tidak ada.")
    try:
        kurir.KURIR[satu.saluran](alamat, satu.pemberitahuan, f"kabar-{satu.pk}")
    except kurir.Ditolak as galat:
        return _tutup(satu, "gagal", str(galat))
    except kurir.Tertunda as galat:
        return _tunda(satu, str(galat))
    except Exception as galat:  # whatever a mail back end throws must reach the row, or it would be tried for ever
        log.exception("kiriman %s", satu.pk)
        return _tunda(satu, f"Galat pada pengiriman ({type(galat).__name__}).")
    _tutup(satu, "terkirim", "")
    return True


def _tutup(satu, status, galat):
    """Ends the claim in a status of rest; False for the caller's return."""
    terkirim = timezone.now() if status == "terkirim" else None
    Kiriman.objects.filter(pk=satu.pk, status="mengirim", percobaan=satu.percobaan).update(
        status=status, galat=galat[:300], terkirim_pada=terkirim
    )
    return False


def _tunda(satu, galat):
    """Back into the queue after a wait that grows, or gagal when all tries are used."""
    if satu.percobaan > len(JEDA):
        return _tutup(satu, "gagal", galat)
    Kiriman.objects.filter(pk=satu.pk, status="mengirim", percobaan=satu.percobaan).update(
        status="menunggu", galat=galat[:300], berikut_pada=timezone.now() + JEDA[satu.percobaan - 1]
    )
    return False


def jatuh_waktu():
    """Ids of what should have left by now: retries, gathered notices, what a dead worker or broker lost."""
    daftar = Kiriman.objects.filter(status__in=Kiriman.JALAN, berikut_pada__lte=timezone.now())
    return list(daftar.order_by("berikut_pada").values_list("pk", flat=True)[:SAPU_MAKS])


def ulangi(ids=None):
    """Gives failed ones (all of them, or these) a fresh start; the ids that will be sent. Inside ``sebagai``."""
    gagal = Kiriman.objects.filter(status="gagal")
    if ids is not None:
        gagal = gagal.filter(pk__in=ids)
    kunci = list(gagal.select_for_update().order_by("pk").values_list("pk", flat=True)[:ULANG_MAKS])
    Kiriman.objects.filter(pk__in=kunci).update(status="menunggu", percobaan=0, galat="", berikut_pada=timezone.now())
    return kunci
