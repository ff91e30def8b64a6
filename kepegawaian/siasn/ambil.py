"""Ambil: membaca SIASN bagi seorang, sebuah unit, atau semua, sepotong demi sepotong, dengan penunjuk.

After each person the pointer moves in one UPDATE; a worker that dies costs at most that person's reading, which is repeated.
A disturbance or a missing token pauses the run (``jeda``), it does not fail; the sweep goes on when its time has come.
"""

import logging
from datetime import timedelta

from django.db import IntegrityError, OperationalError, transaction
from django.db.models import F
from django.utils import timezone

from kepegawaian.impor.rujukan import Rujukan, simpan_antrean
from kepegawaian.jejak import catat, sebagai
from kepegawaian.models import AmbilSiasn, KamusReferensi, Pegawai
from kepegawaian.siasn import baca, klien, peta, sakelar
from kepegawaian.siasn.galat import DitolakSiasn, SiasnMati, Terganggu, TerimaDitolak, TokenHabis

log = logging.getLogger(__name__)
POTONG = 20  # persons a task
SEWA = timedelta(minutes=5)
JEDA = timedelta(minutes=5)


def minta(*, jenis, oleh, pegawai=None, unit=None):
    """Begins a run over ``pegawai``, or the active people of ``unit`` and below, or everybody. Inside ``jejak.sebagai``."""
    if not sakelar.menyala():
        raise TerimaDitolak(sakelar.MATI)
    satu = AmbilSiasn(pegawai=pegawai, unit=unit, jenis=list(jenis), oleh=oleh)
    satu.denyut = satu.berikut_pada = timezone.now()
    satu.jumlah = _orang(satu).count()
    if not satu.jumlah:
        raise TerimaDitolak("Tidak ada pegawai aktif pada unit ini.")
    try:
        with transaction.atomic():
            satu.save()
    except IntegrityError:
        raise TerimaDitolak(
            "Pengambilan yang sama sedang berjalan; tunggu sampai selesai atau hentikan dahulu."
        ) from None
    catat("siasn_ambil", satu, pegawai=pegawai, siapa=sebut(satu), jumlah=satu.jumlah)
    return satu


def sebut(satu):
    """Whom a run is about, without a name."""
    return "seorang pegawai" if satu.pegawai_id else satu.unit.nama if satu.unit_id else "semua pegawai"


def _orang(satu):
    """The people of a run in the order of their id."""
    daftar = Pegawai.objects.order_by("pk")
    if satu.pegawai_id:
        return daftar.filter(pk=satu.pegawai_id)
    daftar = daftar.filter(kini__aktif=True)
    return daftar.filter(kini__jalur_unit__contains=[satu.unit_id]) if satu.unit_id else daftar


def lanjutkan(pk):
    """One piece of a run; True when there is more to do at once.

    The claim is the lease ``berikut_pada``: of two workers only one gets it.
    """
    kini = timezone.now()
    milik = AmbilSiasn.objects.filter(pk=pk, status__in=("berjalan", "jeda"))
    if not milik.filter(berikut_pada__lte=kini).update(status="berjalan", denyut=kini, berikut_pada=kini + SEWA):
        return False
    satu = milik.select_related("unit").get()
    jenis, rujukan = [peta.TABEL[k] for k in satu.jenis if k in peta.TABEL], Rujukan()
    daftar = list(_orang(satu).filter(pk__gt=satu.penunjuk)[:POTONG])
    try:
        for pegawai in daftar:
            if not _seorang(milik, pegawai, jenis, rujukan):
                return False  # stopped meanwhile
    except (Terganggu, TokenHabis, SiasnMati) as galat:
        tunggu = getattr(galat, "tunggu", None)
        jeda = max(timedelta(seconds=tunggu or 0), JEDA)
        milik.update(status="jeda", pesan=str(galat)[:300], berikut_pada=timezone.now() + jeda)
        return False
    finally:
        _antrekan_rujukan(rujukan)
    if len(daftar) == POTONG:
        milik.filter(status="berjalan").update(berikut_pada=timezone.now())
        return True
    milik.filter(status="berjalan").update(status="selesai", pesan="", selesai_pada=timezone.now())
    return False


def _seorang(milik, pegawai, jenis, rujukan):
    """Reads all kinds of one person, then moves the pointer; False when the run was stopped."""
    kosong, gagal, pesan = 0, 0, ""
    for satu in jenis:
        try:
            jawab = klien.baca(satu.jalur, pegawai.nip)
            baca.simpan(pegawai, satu, jawab, rujukan)
        except DitolakSiasn as galat:
            gagal, pesan = gagal + 1, str(galat)
        except (Terganggu, TokenHabis, SiasnMati, OperationalError):
            raise
        except Exception:  # one answer nobody foresaw must not hold up everybody behind it
            log.exception("jawaban SIASN %s bagi pegawai %s", satu.kode, pegawai.pk)
            gagal, pesan = gagal + 1, f"Jawaban {satu.nama} seorang pegawai tidak dapat disimpan; sebabnya pada log."
        else:
            kosong += jawab.kosong
    kini = timezone.now()
    return milik.filter(status="berjalan").update(
        penunjuk=pegawai.pk, selesai=F("selesai") + 1, kosong=F("kosong") + kosong, gagal=F("gagal") + gagal,
        pesan=pesan[:300], denyut=kini, berikut_pada=kini + SEWA,
    )  # fmt: skip


def _antrekan_rujukan(rujukan):
    """New texts of references wait for an answer beside those of the files; known ones keep their count."""
    if rujukan.antrean:
        ada = set(KamusReferensi.objects.values_list("jenis", "teks", "siasn_id"))
        baru = {k: n for k, n in rujukan.antrean.items() if k not in ada}
        with sebagai(None, "SIASN"):
            simpan_antrean(baru)
        rujukan.antrean.clear()


def hentikan(pk):
    """Stops a run; True when it was still at work. Inside ``jejak.sebagai``."""
    satu = AmbilSiasn.objects.select_for_update(of=("self",)).select_related("unit").get(pk=pk)
    if satu.status not in ("berjalan", "jeda"):
        return False
    AmbilSiasn.objects.filter(pk=pk).update(status="batal", selesai_pada=timezone.now())
    catat("siasn_ambil_henti", satu, pegawai=satu.pegawai_id, siapa=sebut(satu))
    return True


def lepaskan(pk):
    """Lets a paused run go on at once."""
    return AmbilSiasn.objects.filter(pk=pk, status="jeda").update(berikut_pada=timezone.now())


def jatuh_waktu():
    """Ids of runs that a dead worker left, or whose pause is over."""
    return list(
        AmbilSiasn.objects.filter(status__in=("berjalan", "jeda"), berikut_pada__lte=timezone.now())
        .order_by("berikut_pada")
        .values_list("pk", flat=True)[:5]
    )
