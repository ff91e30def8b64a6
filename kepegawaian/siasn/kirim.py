"""Kirim: baris kita ke SIASN lewat antrean, satu kali, oleh pekerja mana pun. Reads back before every try.

A claim is one conditional UPDATE, as in ``kepegawaian.kiriman``. Before anything is written SIASN is read: what stands there
already counts as sent, what has changed there since the clerk looked waits for him. So a try whose answer was lost, or whose
worker died, is safe to repeat.
"""

import hashlib
import json
import logging
from datetime import timedelta

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from kepegawaian.impor.rujukan import Rujukan
from kepegawaian.jejak import catat, sebagai
from kepegawaian.models import JawabanSiasn, KirimSiasn
from kepegawaian.siasn import baca, banding, klien, muatan, peta, sakelar, token
from kepegawaian.siasn.galat import (
    DitolakSiasn,
    SiasnMati,
    Terganggu,
    TerimaDitolak,
    TidakPasti,
    TokenHabis,
)

log = logging.getLogger(__name__)
SEWA = timedelta(minutes=10)
JEDA = tuple(timedelta(minutes=m) for m in (1, 5, 30, 120, 360))
JEDA_TOKEN = timedelta(minutes=10)
SAPU_MAKS = 50
MATI_KIRIM = "Pengiriman ke SIASN belum dinyalakan pada pemasangan ini (SIASN_KIRIM)."


def minta(pegawai, jenis, kunci, *, oleh):
    """Queues our row; returns its KirimSiasn, the one that waits already when it was asked for before.

    Inside ``jejak.sebagai``. Raises TerimaDitolak with a sentence.
    """
    if not sakelar.boleh_kirim():
        raise TerimaDitolak(MATI_KIRIM)
    isi, uraian = muatan.susun(pegawai, jenis, kunci)
    versi = hashlib.sha256(json.dumps(isi, sort_keys=True).encode()).hexdigest()
    lama = JawabanSiasn.objects.filter(pegawai=pegawai, jenis=jenis.kode, terbaru=True).first()
    if lama is None:
        raise TerimaDitolak("Ambil dahulu data SIASN pegawai ini, supaya yang akan berubah di sana terlihat.")
    try:
        with transaction.atomic():
            satu = KirimSiasn.objects.create(
                pegawai=pegawai, jenis=jenis.kode, kunci=kunci, versi=versi, uraian=uraian, muatan=isi, dasar=lama.sidik,
                berikut_pada=timezone.now(), oleh=oleh,
            )  # fmt: skip
    except IntegrityError:
        satu = KirimSiasn.objects.get(
            jenis=jenis.kode, kunci=kunci, versi=versi, status__in=("menunggu", "mengirim", "terkirim")
        )
        if satu.status == "terkirim":
            raise TerimaDitolak(
                "Baris ini sudah terkirim; ambil lagi data SIASN-nya untuk melihat hasilnya."
            ) from None
        return satu
    catat("siasn_minta_kirim", satu, pegawai=pegawai, jenis=jenis.nama, uraian=uraian)
    return satu


def kirim(pk):
    """Claims and sends one row; True when SIASN has it now. Harmless when somebody else holds it."""
    if not sakelar.boleh_kirim():
        return False
    kini = timezone.now()
    diambil = KirimSiasn.objects.filter(pk=pk, status__in=KirimSiasn.JALAN, berikut_pada__lte=kini).update(
        status="mengirim", percobaan=F("percobaan") + 1, berikut_pada=kini + SEWA
    )
    if not diambil:
        return False
    satu = KirimSiasn.objects.select_related("pegawai").get(pk=pk)
    try:
        siasn_id, pesan = _kirim(satu, peta.TABEL[satu.jenis])
    except (DitolakSiasn, TerimaDitolak) as galat:
        return _tutup(satu, "ditolak" if isinstance(galat, DitolakSiasn) else "ditinjau", str(galat))
    except (TokenHabis, SiasnMati) as galat:
        return _tunda(satu, str(galat), JEDA_TOKEN, dihitung=False)
    except TidakPasti as galat:
        return _tunda(satu, f"{galat} Portal membaca SIASN dahulu sebelum mencoba lagi.")
    except Terganggu as galat:
        return _tunda(satu, str(galat), timedelta(seconds=galat.tunggu) if galat.tunggu else None)
    except Exception as galat:  # whatever else goes wrong must reach the row, or it would be tried for ever
        log.exception("kirim siasn %s", pk)
        return _tunda(satu, f"Galat di portal saat mengirim ({type(galat).__name__}).")
    _tutup(satu, "terkirim", pesan, siasn_id)
    return True


def _kirim(satu, jenis):
    """(id at SIASN, words): reads, compares, writes if there is something to write, reads again."""
    pegawai = satu.pegawai
    sebelum, p = _lihat(pegawai, jenis, satu.kunci)
    if (
        p is not None
        and p.nomor is not None
        and p.keadaan == banding.SAMA
        and not any(b.keadaan == "diam" for b in p.butir)
    ):
        return p.siasn_id, "SIASN sudah memuat hal yang sama; tidak ada yang dikirim."
    isi, _ = muatan.susun(pegawai, jenis, satu.kunci)
    if hashlib.sha256(json.dumps(isi, sort_keys=True).encode()).hexdigest() != satu.versi:
        raise TerimaDitolak("Baris portal berubah sejak diminta kirim; minta lagi.")
    ada = p is not None and p.nomor is not None
    if ada and sebelum.sidik != satu.dasar:
        raise TerimaDitolak("Data SIASN berubah sejak diminta kirim; tinjau perbandingannya, lalu minta lagi.")
    if jenis.kode != "data-utama":
        isi["id"] = p.siasn_id if ada else ""
    akun = token.akun()
    KirimSiasn.objects.filter(pk=satu.pk).update(akun=akun)
    siasn_id = klien.simpan(jenis.tulis, isi)
    try:
        if jenis.kode == "jabatan":
            klien.baca("/pns/data-utama-jabatansync", "", pns_orang_id=pegawai.pns_id)
        _lihat(pegawai, jenis, satu.kunci)
    except (Terganggu, TokenHabis, DitolakSiasn) as galat:
        log.info("siasn: kiriman %s diterima, pembacaan sesudahnya belum: %s", satu.pk, galat)
    return siasn_id or (p.siasn_id if ada else ""), ""


def _lihat(pegawai, jenis, kunci):
    """(the answer as kept, the pair of our row ``kunci``)."""
    jawab = baca.simpan(pegawai, jenis, klien.baca(jenis.jalur, pegawai.nip), Rujukan())
    pasangan = banding.bandingkan(pegawai, jenis, jawab.baris)
    return jawab, next((p for p in pasangan if getattr(p.lokal, "pk", None) == kunci), None)


def _tutup(satu, status, pesan, siasn_id=""):
    """Ends the claim, with its jejak; False for the caller's return."""
    with sebagai(satu.oleh, "antrean SIASN"):
        berubah = KirimSiasn.objects.filter(pk=satu.pk, status="mengirim", percobaan=satu.percobaan).update(
            status=status, pesan=pesan[:300], siasn_id=siasn_id,
            terkirim_pada=timezone.now() if status == "terkirim" else None,
        )  # fmt: skip
        if berubah:
            catat("siasn_kirim", satu, pegawai=satu.pegawai_id, uraian=satu.uraian,
                  hasil=dict(KirimSiasn.STATUS)[status].lower())  # fmt: skip
    return False


def _tunda(satu, pesan, jeda=None, *, dihitung=True):
    """Back into the queue after a wait that grows; a missing token costs no try. When all are used: ditinjau."""
    if dihitung and satu.percobaan > len(JEDA):
        return _tutup(satu, "ditinjau", f"{pesan} Sudah dicoba {satu.percobaan} kali.")
    jeda = jeda or JEDA[min(satu.percobaan, len(JEDA)) - 1] * settings.SIASN["jeda"]
    KirimSiasn.objects.filter(pk=satu.pk, status="mengirim", percobaan=satu.percobaan).update(
        status="menunggu", pesan=pesan[:300], berikut_pada=timezone.now() + jeda,
        percobaan=satu.percobaan if dihitung else satu.percobaan - 1,
    )  # fmt: skip
    return False


def batalkan(pk):
    """Takes a waiting row out of the queue; True when it was still there. Inside ``jejak.sebagai``."""
    satu = KirimSiasn.objects.select_for_update().get(pk=pk)
    if satu.status not in ("menunggu", "ditinjau", "ditolak"):
        return False
    KirimSiasn.objects.filter(pk=pk).update(status="batal", pesan="")
    catat("siasn_kirim_batal", satu, pegawai=satu.pegawai_id, uraian=satu.uraian)
    return True


def ulangi(pk, *, oleh):
    """Asks once more for what was refused or waits: with what the portal and SIASN say today. Inside ``jejak.sebagai``."""
    satu = KirimSiasn.objects.select_for_update().select_related("pegawai").get(pk=pk)
    if satu.status == "menunggu":
        KirimSiasn.objects.filter(pk=pk).update(berikut_pada=timezone.now())
        return satu
    if satu.status not in ("ditolak", "ditinjau"):
        raise TerimaDitolak("Kiriman ini tidak sedang menunggu tindakan.")
    baru = minta(satu.pegawai, peta.TABEL[satu.jenis], satu.kunci, oleh=oleh)
    KirimSiasn.objects.filter(pk=pk).update(status="batal", pesan="Diminta lagi.")
    return baru


def jatuh_waktu():
    """Ids of what should have left by now."""
    daftar = KirimSiasn.objects.filter(status__in=KirimSiasn.JALAN, berikut_pada__lte=timezone.now())
    return list(daftar.order_by("berikut_pada").values_list("pk", flat=True)[:SAPU_MAKS])
