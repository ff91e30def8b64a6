"""Kirim: baris kita ke SIASN lewat antrean, satu kali, oleh pekerja mana pun. Reads back before every try.

A claim is one conditional UPDATE, as in ``kepegawaian.kiriman``. Before anything is written SIASN is read: what stands there
already counts as sent, what has changed there since the clerk looked waits for him. A try whose answer was lost, or whose
worker died while it sent (``ragu``), is never repeated blindly: either SIASN shows the row, or a person decides.
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
RAGU = "Tidak pasti apakah kiriman sebelumnya sampai: SIASN belum menampilkannya. Periksa di SIASN, lalu coba lagi."
MATI_KIRIM = "Pengiriman ke SIASN belum dinyalakan pada pemasangan ini (SIASN_KIRIM)."


def minta(pegawai, jenis, kunci, *, oleh):
    """Queues our row; returns its KirimSiasn, the one that waits already when it was asked for before.

    Inside ``jejak.sebagai``. Raises TerimaDitolak with a sentence.
    """
    if not sakelar.boleh_kirim():
        raise TerimaDitolak(MATI_KIRIM)
    isi, uraian = muatan.susun(pegawai, jenis, kunci)
    versi = _versi(isi)
    lama = JawabanSiasn.objects.filter(pegawai=pegawai, jenis=jenis.kode, terbaru=True).first()
    if lama is None:
        raise TerimaDitolak("Ambil dahulu data SIASN pegawai ini, supaya yang akan berubah di sana terlihat.")
    try:
        with transaction.atomic():
            satu = KirimSiasn.objects.create(
                pegawai=pegawai, jenis=jenis.kode, kunci=kunci, versi=versi, uraian=uraian, muatan=isi, dasar=_sidik_baris(lama, _cari(pegawai, jenis, lama, kunci)),
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
    satu = KirimSiasn.objects.select_related("pegawai", "oleh").get(pk=pk)
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
    jawab, p = _lihat(pegawai, jenis, satu.kunci)
    ada = p is not None and p.nomor is not None
    berubah = _sidik_baris(jawab, p) != satu.dasar
    if ada and _sudah(jenis, p, berubah=berubah):
        return p.siasn_id, "SIASN sudah memuat hal yang sama; tidak ada yang dikirim."
    if satu.ragu:
        raise TerimaDitolak(RAGU)
    isi, _ = muatan.susun(pegawai, jenis, satu.kunci)
    if _versi(isi) != satu.versi:
        raise TerimaDitolak("Baris portal berubah sejak diminta kirim; minta lagi.")
    if berubah:
        raise TerimaDitolak("Data SIASN berubah sejak diminta kirim; tinjau perbandingannya, lalu minta lagi.")
    if jenis.kode != "data-utama":
        isi["id"] = p.siasn_id if ada else ""
    # Whoever dies from here on leaves a row whose outcome nobody knows.
    KirimSiasn.objects.filter(pk=satu.pk).update(akun=token.akun(), ragu=True)
    try:
        siasn_id = klien.simpan(jenis.tulis, isi)
    except (DitolakSiasn, Terganggu, TokenHabis, SiasnMati):
        KirimSiasn.objects.filter(pk=satu.pk).update(ragu=False)
        raise
    try:
        if jenis.kode == "jabatan":
            klien.baca("/pns/data-utama-jabatansync", "", pns_orang_id=pegawai.pns_id)
        _lihat(pegawai, jenis, satu.kunci)
    except (Terganggu, TokenHabis, DitolakSiasn) as galat:
        log.info("siasn: kiriman %s diterima, pembacaan sesudahnya belum: %s", satu.pk, galat)
    return siasn_id or (p.siasn_id if ada else ""), ""


def _sudah(jenis, p, *, berubah):
    """Does SIASN say what we would send? Silence counts against it, unless the row has changed since the clerk looked.

    A field that SIASN keeps to itself must not send our row twice: then its row changed by the try before this one.
    """
    butir = [b for b in p.butir if jenis.kode != "data-utama" or b.medan in muatan.UTAMA]
    return all(b.keadaan == "sama" or (b.keadaan == "diam" and (berubah or not b.portal)) for b in butir)


def _versi(isi):
    return hashlib.sha256(json.dumps(isi, sort_keys=True).encode()).hexdigest()


def _sidik_baris(jawab, p):
    """Hash of SIASN's row beside ours, "" when it has none."""
    return baca.sidik(jawab.isi[p.nomor]) if p is not None and p.nomor is not None else ""


def _lihat(pegawai, jenis, kunci):
    """(the answer as kept, the pair of our row ``kunci``)."""
    jawab = baca.simpan(pegawai, jenis, klien.baca(jenis.jalur, pegawai.nip), Rujukan())
    return jawab, _cari(pegawai, jenis, jawab, kunci)


def _cari(pegawai, jenis, jawab, kunci):
    """The pair of our row ``kunci`` in an answer, or None."""
    pasangan = banding.bandingkan(pegawai, jenis, jawab.baris)
    return next((p for p in pasangan if getattr(p.lokal, "pk", None) == kunci), None)


def _tutup(satu, status, pesan, siasn_id=""):
    """Ends the claim, with its jejak; False for the caller's return."""
    isi = {"status": status, "pesan": pesan[:300], "siasn_id": siasn_id}
    if status == "terkirim":
        isi |= {"terkirim_pada": timezone.now(), "ragu": False}
    kata = dict(KirimSiasn.STATUS)[status]
    with sebagai(satu.oleh, "antrean SIASN"):
        milik = KirimSiasn.objects.filter(pk=satu.pk, status="mengirim", percobaan=satu.percobaan)
        if milik.update(**isi):
            hasil = kata[:1].lower() + kata[1:]
            catat("siasn_kirim", satu, pegawai=satu.pegawai_id, uraian=satu.uraian, hasil=hasil)
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
    satu = KirimSiasn.objects.select_for_update(of=("self",)).select_related("pegawai").get(pk=pk)
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
