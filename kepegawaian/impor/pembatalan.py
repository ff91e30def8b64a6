"""Pembatalan: menarik kembali satu batch yang sudah diterapkan, tanpa menghapus apa pun.

What happens, in one transaction: the batch's riwayat rows are marked batal; rows of earlier imports that it
had replaced are written again (the trigger lets nobody un-cancel a row); columns of Pegawai get their old
value back where nobody has changed them since; selisih of the batch go away. Who has meanwhile got a naskah,
or is named by a PENGHALANG, keeps everything and is listed in ``ringkasan["batal"]["tetap"]``.

A pegawai whom only this batch had made keeps his row in Pegawai (the register of numbers is never emptied)
but has no riwayat in force: no name, no status. He leaves ProfilKini, so no list shows him, and his account
is closed. The next import that brings him makes him whole again.
"""

# Names of tables and columns come from our models, values are always parameters.
# ruff: noqa: S608

from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.utils import timezone

from kepegawaian import profil
from kepegawaian.impor import keadaan, tulis
from kepegawaian.impor.kunci import TERAPKAN, kunci
from kepegawaian.impor.penerapan import SedangDipakai
from kepegawaian.impor.riwayat import medan
from kepegawaian.jejak import catat, sebagai
from kepegawaian.models import (
    JENIS_RIWAYAT,
    BarisImpor,
    BatchImpor,
    NaskahPegawai,
    Pegawai,
    Pengguna,
    ProfilKini,
    SelisihSiasn,
)

# Functions (batch, [pegawai_id]) -> {pegawai_id: reason} that name whose rows must stay; ``layanan`` adds its own.
PENGHALANG = []
SEBAB = "Impor {} dibatalkan"


class PembatalanDitolak(Exception):
    """The batch cannot be undone; the message says why."""


def batalkan(batch_id, oleh, alamat=""):
    """Undoes an applied batch for everybody who is not held back; returns the batch."""
    with kunci(TERAPKAN) as dapat:
        if not dapat:
            raise SedangDipakai("Batch lain sedang diterapkan atau dibatalkan; coba lagi sebentar.")
        try:
            with sebagai(oleh, f"{alamat} batal impor {batch_id}".strip()):
                batch = BatchImpor.objects.select_for_update().get(pk=batch_id)
                if batch.status != "diterapkan":
                    raise PembatalanDitolak(f"Batch ini {batch.get_status_display().lower()}, bukan diterapkan.")
                hasil = _batalkan(batch)
                batch.status, batch.dibatalkan_pada = "dibatalkan", timezone.now()
                batch.ringkasan["batal"] = hasil
                batch.save(update_fields=["status", "dibatalkan_pada", "ringkasan"])
                catat(
                    "impor_batal", batch, berkas=batch.nama_berkas, tetap=len(hasil["tetap"]), riwayat=hasil["riwayat"]
                )
        except IntegrityError as galat:
            raise PembatalanDitolak(
                "Riwayat yang dicatat sesudah batch ini bertumpang dengan keadaan lama; batalkan batch yang lebih baru dahulu."
            ) from galat
    return BatchImpor.objects.get(pk=batch_id)


def catat_penolakan(batch_id, sebab=""):
    """Lets the page of the batch say why the worker did not undo it; an empty ``sebab`` forgets it."""
    with transaction.atomic():
        batch = BatchImpor.objects.select_for_update().get(pk=batch_id)
        batch.ringkasan["batal_ditolak"] = sebab
        batch.save(update_fields=["ringkasan"])


def _batalkan(batch):
    """All steps; returns the report."""
    tulis.tenangkan_pemicu()
    utama = _baris_utama(batch)
    orang = _orang(batch, utama)
    tetap = tertahan(batch, list(orang))
    bebas = [i for i in orang if i not in tetap]
    riwayat, kembali = tarik(batch, bebas, SEBAB.format(batch.pk))
    kolom, tidak = _kembalikan_kolom(batch, utama, set(bebas))
    profil.segarkan(bebas, per=timezone.localdate())
    buang_bayangan(bebas)
    return {
        "riwayat": riwayat,
        "ditulis_kembali": kembali,
        "kolom": kolom,
        "kolom_tetap": tidak,
        "tetap": [{"nip": orang[i], "nama": _nama(i), "sebab": sebab} for i, sebab in sorted(tetap.items())],
    }


def tarik(batch, ids, sebab):
    """Rows of the batch about ``ids`` become batal, what they had replaced is written again, their selisih go.

    Returns (rows taken back, rows written again). The one act for a file and for a value of the web service
    (``siasn.pembatalan``); who may not be touched (``tertahan``) the caller has left out.
    """
    riwayat = sum(_tandai_batal(k, batch, ids, sebab) for k in JENIS_RIWAYAT)
    kembali = sum(_tulis_kembali(k, batch, ids) for k in sorted(JENIS_RIWAYAT, key=lambda k: k != "kedudukan"))
    SelisihSiasn.objects.filter(batch=batch, pegawai_id__in=ids).delete()
    return riwayat, kembali


def _baris_utama(batch):
    """Main rows of the batch that were applied: nip -> perubahan."""
    baris = BarisImpor.objects.filter(batch=batch, lembar=batch.ringkasan.get("lembar_utama", ""))
    return dict(baris.filter(hasil__in=("baru", "berubah")).values_list("nip", "perubahan"))


def _orang(batch, utama):
    """Everybody the batch has touched: pegawai id -> NIP."""
    ids = set()
    for model in JENIS_RIWAYAT.values():
        ids.update(model.objects.filter(batch=batch).order_by().values_list("pegawai_id", flat=True).distinct())
    return dict(Pegawai.objects.filter(Q(pk__in=ids) | Q(nip__in=utama)).order_by("pk").values_list("pk", "nip"))


def tertahan(batch, ids):
    """pegawai id -> why his rows stay."""
    mulai = batch.ringkasan.get("mulai") or batch.diterapkan_pada
    tetap = {}
    for i, nomor in (
        NaskahPegawai.objects.filter(pegawai_id__in=ids, naskah__dibuat_pada__gte=mulai)
        .exclude(naskah__tahap="batal")
        .values_list("pegawai_id", "naskah__nomor")
    ):
        tetap[i] = f"naskah {nomor} sudah dibuat atas dasar data ini"
    for model in JENIS_RIWAYAT.values():
        bernaskah = model.objects.filter(
            pegawai_id__in=ids, naskah_pegawai__isnull=False, dibatalkan_pada__isnull=True, dicatat_pada__gte=mulai
        )
        for i, nomor in bernaskah.order_by().values_list("pegawai_id", "naskah_pegawai__naskah__nomor"):
            tetap.setdefault(i, f"riwayat dari naskah {nomor} sudah dicatat sesudahnya")
    for penghalang in PENGHALANG:
        for i, sebab in penghalang(batch, ids).items():
            tetap.setdefault(i, sebab)
    return tetap


def _nama(pegawai_id):
    kini = ProfilKini.objects.filter(pegawai_id=pegawai_id).first()
    return kini.nama_lengkap if kini else ""


def _tandai_batal(kunci_jenis, batch, ids, sebab):
    tabel = JENIS_RIWAYAT[kunci_jenis]._meta.db_table
    with connection.cursor() as kursor:
        kursor.execute(
            f"UPDATE {tabel} SET dibatalkan_pada = now(), dibatalkan_oleh_id = portal_pelaku(), dibatalkan_sebab = %s"
            " WHERE batch_id = %s AND dibatalkan_pada IS NULL AND pegawai_id = ANY(%s)",
            [sebab, batch.pk, ids],
        )
        return kursor.rowcount


def _tulis_kembali(kunci_jenis, batch, ids):
    """Copies of the rows this batch had replaced, unless their own batch is undone or something stands there."""
    tabel = JENIS_RIWAYAT[kunci_jenis]._meta.db_table
    kolom = ", ".join(("pegawai_id", "tmt", "batch_id", "dicatat_pada", "dibatalkan_sebab", *medan(kunci_jenis)))
    salinan = ", ".join(
        ("r.pegawai_id", "r.tmt", "r.batch_id", "now()", "''", *(f"r.{n}" for n in medan(kunci_jenis)))
    )
    sama = " AND ".join(f"n.{n} IS NOT DISTINCT FROM r.{n}" for n in keadaan.identitas(kunci_jenis))
    if kunci_jenis == "jabatan":
        sama += " AND (n.penugasan = 'D' OR n.jabatan_id = r.jabatan_id)"
    with connection.cursor() as kursor:
        kursor.execute(
            f"INSERT INTO {tabel} ({kolom}) SELECT {salinan} FROM {tabel} r"
            " JOIN kepegawaian_batchimpor b ON b.id = r.batch_id AND b.status <> 'dibatalkan'"
            " WHERE r.pegawai_id = ANY(%s) AND r.dibatalkan_sebab = %s AND NOT EXISTS"
            f" (SELECT 1 FROM {tabel} n WHERE n.pegawai_id = r.pegawai_id AND n.dibatalkan_pada IS NULL AND {sama})",
            [ids, tulis.GANTI.format(batch.pk)],
        )
        return kursor.rowcount


def _kembalikan_kolom(batch, utama, bebas):
    """Old values of columns changed in place, where they are still as the batch left them: (done, left)."""
    berubah = {nip: p for nip, p in utama.items() if any("medan" in x for x in p)}
    isi, selesai, tetap = [], 0, []
    for orang in keadaan.cari_pegawai(berubah, [], kunci_baris=True):
        if orang.id not in bebas:
            continue
        data = {"id": orang.id, **orang.data, "tambahan": dict(orang.data["tambahan"])}
        for x in berubah[orang.nip]:
            if "medan" not in x:
                continue
            wadah, nama = (
                (data["tambahan"], x["medan"][9:]) if x["medan"].startswith("tambahan.") else (data, x["medan"])
            )
            if wadah.get(nama) != x["ke"]:
                tetap.append({"nip": orang.nip, "kolom": x["kolom"]})
                continue
            selesai += 1
            if x["dari"] is None and wadah is data["tambahan"]:
                wadah.pop(nama, None)
            else:
                wadah[nama] = x["dari"]
        isi.append(data)
    tulis.ubah_pegawai(isi)
    return selesai, tetap


def buang_bayangan(ids=None):
    """Takes pegawai without any riwayat in force out of ProfilKini and closes their accounts; returns how many."""
    kini = ProfilKini.objects.filter(nama="")
    if ids is not None:
        kini = kini.filter(pegawai_id__in=ids)
    bayangan = list(kini.values_list("pegawai_id", flat=True))
    Pengguna.objects.filter(pegawai_id__in=bayangan, is_active=True).update(is_active=False)
    ProfilKini.objects.filter(pegawai_id__in=bayangan).delete()
    return len(bayangan)
