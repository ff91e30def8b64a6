"""Perbuatan atas daftar resmi: minta, kerjakan, tetapkan, koreksi, buang; keberatan atas DUK. The only writer of them.

``minta`` leaves a row, the worker ``kerjakan`` it into a konsep, an official ``tetapkan`` it, then its two files are
printed once. A correction is a new version that names its reason (DUK-04). A dead worker is followed by ``sapu``.
"""

import logging
from contextlib import contextmanager
from datetime import timedelta
from functools import partial

from django.db import connection, transaction
from django.db.models import F
from django.urls import reverse
from django.utils import timezone

from kepangkatan.daftar import duk, nominatif, rekap
from kepangkatan.daftar.bentuk import Bagian
from kepangkatan.peta import bezetting, kosong
from kepegawaian import jejak
from kepegawaian.acuan import acuan_kini
from kepegawaian.impor.tulis import jsonkan, salin
from kepegawaian.models import BarisDaftar, DaftarResmi, Jabatan, KeberatanDaftar
from layanan.bahan_naskah import kop_kantor, penanda_tangan

log = logging.getLogger(__name__)
PENYUSUN = {"duk": duk.susun, "nominatif": nominatif.susun, "rekap": rekap.susun, "bezetting": bezetting.susun,
            "kosong": kosong.susun}  # fmt: skip
JUDUL = {
    "duk": "DAFTAR URUT KEPANGKATAN PEGAWAI NEGERI SIPIL",
    "nominatif": "DAFTAR NOMINATIF PEGAWAI APARATUR SIPIL NEGARA",
    "rekap": "REKAPITULASI PEGAWAI APARATUR SIPIL NEGARA",
    "bezetting": "BEZETTING JABATAN",
    "kosong": "DAFTAR JABATAN KOSONG",
}
DASAR = {"duk": "PP 15/1979 Pasal 4; SE BAKN 03/SE/1980", "bezetting": "PP 18/2016", "kosong": "PP 18/2016"}
KUNCI_GEMBOK = 0x444146  # of the advisory locks of lists


class Ditolak(Exception):
    """An act the list does not allow; the message is for the reader."""


# ── asking and making ────────────────────────────────────────────────────────────────────────────────


def minta(jenis, per, *, unit_id=None, menggantikan=None, alasan="", pada=None):
    """A new DaftarResmi that waits for the worker, as everything is known at this moment."""
    pada = pada or timezone.now()
    versi = menggantikan.versi + 1 if menggantikan else 1
    daftar = DaftarResmi.objects.create(
        jenis=jenis, per=per, unit_id=unit_id, menggantikan=menggantikan, alasan=alasan, versi=versi,
        sepengetahuan=pada, dibuat_pada=pada,
    )  # fmt: skip
    jejak.catat("daftar_minta", daftar, daftar=sebut(daftar))
    return daftar


def sebut(daftar):
    """``Daftar nominatif per 31-12-2025``."""
    return f"{daftar.get_jenis_display()} per {daftar.per:%d-%m-%Y}"


@contextmanager
def _gembok(pk):
    """True inside when nobody else works on the list; the lock dies with its worker."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [KUNCI_GEMBOK, pk])
        dapat = kursor.fetchone()[0]
    try:
        yield dapat
    finally:
        if dapat:
            with connection.cursor() as kursor:
                kursor.execute("SELECT pg_advisory_unlock(%s, %s)", [KUNCI_GEMBOK, pk])


def kerjakan(pk):
    """Makes the rows of a waiting list, which becomes a konsep; a list that does not wait is left alone."""
    with _gembok(pk) as dapat:
        if not dapat or not DaftarResmi.objects.filter(pk=pk, status__in=DaftarResmi.BERJALAN).update(
            status="menyusun", kemajuan=0, pesan=""
        ):
            return
        daftar = DaftarResmi.objects.get(pk=pk)
        try:
            _isi(daftar)
        except Exception as galat:  # whatever goes wrong must reach the row the clerk looks at
            log.exception("daftar %s gagal disusun", pk)
            DaftarResmi.objects.filter(pk=pk).update(status="gagal", pesan=f"{type(galat).__name__}: {galat}"[:400])
    kabari(pk)


def _isi(daftar):
    def maju(n):
        DaftarResmi.objects.filter(pk=daftar.pk).update(kemajuan=n)

    # Of a list of now no second clock is needed: the rows of this moment are the question itself.
    segar = timezone.now() - daftar.sepengetahuan < timedelta(minutes=1)
    bagian, baris = PENYUSUN[daftar.jenis](
        daftar.per, unit_id=daftar.unit_id, sepengetahuan=None if segar else daftar.sepengetahuan, maju=maju
    )
    with transaction.atomic():
        daftar.baris.all().delete()
        salin(
            BarisDaftar._meta.db_table,
            ("daftar_id", "bagian", "nomor", "pegawai_id", "unit_id", "nip", "nama", "kelompok", "data"),
            (
                (daftar.pk, b.bagian, b.nomor, b.pegawai_id, b.unit_id, b.nip, b.nama[:260], b.kelompok[:240], jsonkan(b.data))
                for b in baris
            ),
        )  # fmt: skip
        kurang = sum(b.bagian == "pengecualian" for b in baris)
        DaftarResmi.objects.filter(pk=daftar.pk).update(
            status="konsep", kemajuan=len(baris), jumlah=len(baris) - kurang, pengecualian=kurang,
            data=_data(daftar, bagian),
        )  # fmt: skip


def _data(daftar, bagian: list[Bagian]):
    """What a list freezes beside its rows."""
    acuan = acuan_kini()
    unit = acuan.unit.get(daftar.unit_id)
    return {
        "judul": JUDUL[daftar.jenis],
        "instansi": acuan.setelan("kop_instansi", timezone.localdate()),
        "unit": unit.nama if unit else "",
        "dasar": DASAR.get(daftar.jenis, ""),
        "kop": kop_kantor(acuan, timezone.localdate(), ""),
        "bagian": [b.beku() for b in bagian],
    }


def kabari(pk):
    """Tells who asked that the list came to rest."""
    daftar = DaftarResmi.objects.filter(pk=pk).first()
    if daftar is None or daftar.dibuat_oleh_id is None:
        return
    hasil = {"konsep": "siap ditinjau", "gagal": "gagal disusun"}.get(daftar.status)
    if hasil:
        jejak.beri_tahu(
            [daftar.dibuat_oleh_id], kunci=f"daftar-{pk}-{daftar.status}", judul=f"{sebut(daftar)} {hasil}",
            url=reverse("daftar:daftar_detail", args=[pk]), pada=timezone.now(), juga_pelaku=True,
            peristiwa="daftar_resmi",
        )  # fmt: skip


def sapu(batas):
    """Ids of lists that wait since before ``batas``: (to make, to print)."""
    daftar = DaftarResmi.objects.order_by("pk")
    buat = daftar.filter(status__in=DaftarResmi.BERJALAN, dibuat_pada__lt=batas)
    cetak = daftar.filter(status="ditetapkan", tercetak=False, ditetapkan_pada__lt=batas)
    return list(buat.values_list("pk", flat=True)), list(cetak.values_list("pk", flat=True))


# ── deciding ─────────────────────────────────────────────────────────────────────────────────────────


def _kunci(pk, *status):
    """The list, locked, when it stands in one of ``status``; raises Ditolak."""
    daftar = DaftarResmi.objects.select_for_update().get(pk=pk)
    if daftar.status not in status:
        if daftar.status == "ditetapkan":
            raise Ditolak(f"{'DUK' if daftar.jenis == 'duk' else 'Daftar'} sudah ditetapkan; buat koreksi.")
        raise Ditolak(f"Daftar ini {daftar.get_status_display().lower()}.")
    return daftar


def tetapkan(pk, *, tanggal, nomor="", diumumkan=None, oleh, pada=None):
    """Freezes a konsep for good with its signature block; a DUK gets its period of objections (DUK-02).

    Locked, state, signature, dates, Jejak; its files are printed after the commit. Raises Ditolak.
    """
    daftar, acuan = _kunci(pk, "konsep"), acuan_kini()
    if tanggal < daftar.per and daftar.jenis != "duk":
        raise Ditolak("Tanggal penetapan mendahului tanggal keadaan daftar.")
    setelan = acuan.setelan("daftar_penanda_tangan", tanggal)
    daftar.data |= {
        "tempat": acuan.setelan("kop_tempat", tanggal), "tanggal": tanggal.isoformat(), "nomor": nomor,
        "tanda_tangan": tanda_tangan(acuan, tanggal, setelan),
    }  # fmt: skip
    daftar.status, daftar.tanggal, daftar.nomor = "ditetapkan", tanggal, nomor
    daftar.ditetapkan_pada, daftar.ditetapkan_oleh_id = pada or timezone.now(), oleh.pk
    if daftar.jenis == "duk":
        daftar.diumumkan = diumumkan or tanggal
        daftar.keberatan_sampai = daftar.diumumkan + timedelta(days=acuan.setelan("duk_keberatan_hari", tanggal))
    _buang_berkas(daftar)
    daftar.tercetak, daftar.file_pdf, daftar.file_xlsx, daftar.kemajuan = False, "", "", 0
    daftar.save()
    jejak.catat("daftar_tetapkan", daftar, daftar=sebut(daftar))
    return daftar


def _buang_berkas(daftar):
    """The prints of a konsep go once the act stands; should it fall, the row still finds them."""
    for berkas in (daftar.file_pdf, daftar.file_xlsx):
        if berkas:
            transaction.on_commit(partial(berkas.storage.delete, berkas.name))


def tanda_tangan(acuan, tanggal, setelan):
    """The signature block of the office of the setting."""
    jabatan = Jabatan.objects.filter(kode=setelan["kantor"]).first()
    atas_nama = acuan.setelan("kop_bupati", tanggal) if setelan.get("atas_nama") else ""
    alamat = {"jabatan": jabatan.pk if jabatan else 0, "nama": jabatan.nama if jabatan else setelan["kantor"]}
    return penanda_tangan(alamat, tanggal, atas_nama=atas_nama)


def koreksi(pk, *, alasan, pada=None):
    """The next version of a list that stands, as known now, with its reason. Raises Ditolak."""
    lama = _kunci(pk, "ditetapkan")
    if DaftarResmi.objects.filter(menggantikan=lama).exists():
        raise Ditolak("Daftar ini sudah dikoreksi; koreksi versi yang terakhir.")
    return minta(
        lama.jenis, lama.per, unit_id=lama.unit_id, menggantikan=lama, alasan=alasan, pada=pada,
    )  # fmt: skip


def buang(pk):
    """Throws a konsep, or a list that could not be made, away with its files. Raises Ditolak."""
    daftar = _kunci(pk, "konsep", "gagal")
    jejak.catat("daftar_buang", daftar, daftar=sebut(daftar))
    _buang_berkas(daftar)
    daftar.delete()


# ── objections ───────────────────────────────────────────────────────────────────────────────────────


def batas_lanjutan(keberatan, acuan):
    """Last day of the further objection after a refused one (DUK-02)."""
    hari = acuan.setelan("duk_keberatan_lanjut_hari", keberatan.tanggal_putusan)
    return keberatan.tanggal_putusan + timedelta(days=hari)


def ajukan_keberatan(daftar, pegawai_id, *, tanggal, uraian, oleh):
    """Records an objection of a PNS of the DUK, the further one when the first was refused. Raises Ditolak (DUK-02)."""
    daftar = DaftarResmi.objects.select_for_update().get(pk=daftar.pk)
    if daftar.jenis != "duk" or daftar.status != "ditetapkan":
        raise Ditolak("Keberatan diajukan atas DUK yang sudah ditetapkan.")
    if not daftar.baris.filter(pegawai_id=pegawai_id).exists():
        raise Ditolak("Pegawai itu tidak tercantum pada DUK ini.")
    lama = list(daftar.keberatan.filter(pegawai_id=pegawai_id).order_by("lanjutan"))
    batas, lanjutan = daftar.keberatan_sampai, bool(lama)
    if len(lama) > 1:
        raise Ditolak("Keberatan dan keberatan lanjutannya sudah diajukan.")
    if lama:
        if lama[0].putusan != "ditolak":
            raise Ditolak("Keberatan sudah diajukan.")
        batas = batas_lanjutan(lama[0], acuan_kini())
    if tanggal < daftar.diumumkan:
        raise Ditolak("DUK belum diumumkan pada tanggal itu.")
    if tanggal > batas:
        raise Ditolak(f"Masa keberatan berakhir {batas:%d-%m-%Y}.")
    hasil = KeberatanDaftar.objects.create(
        daftar=daftar, pegawai_id=pegawai_id, tanggal=tanggal, uraian=uraian, lanjutan=lanjutan, dicatat_oleh=oleh
    )
    jejak.catat("daftar_keberatan", daftar, pegawai=pegawai_id, daftar=sebut(daftar))
    return hasil


def putus_keberatan(pk, *, putusan, tanggal, alasan, oleh):
    """Records the decision on an objection, once; what is accepted asks for a correction. Raises Ditolak."""
    keberatan = KeberatanDaftar.objects.select_for_update().select_related("daftar").get(pk=pk)
    if keberatan.putusan:
        raise Ditolak("Keberatan ini sudah diputus.")
    if oleh.pegawai_id == keberatan.pegawai_id:
        raise Ditolak("Keberatan sendiri diputus orang lain.")
    if tanggal < keberatan.tanggal:
        raise Ditolak("Putusan mendahului keberatannya.")
    keberatan.putusan, keberatan.tanggal_putusan, keberatan.alasan_putusan = putusan, tanggal, alasan
    keberatan.diputus_oleh = oleh
    keberatan.save()
    jejak.catat(
        "daftar_putusan", keberatan.daftar, pegawai=keberatan.pegawai_id, daftar=sebut(keberatan.daftar),
        hasil=keberatan.get_putusan_display().lower(),
    )  # fmt: skip
    return keberatan


def terakhir(jenis, *, per=None):
    """Standing lists nobody has corrected yet, newest date first."""
    daftar = DaftarResmi.objects.filter(jenis=jenis, status="ditetapkan", unit__isnull=True)
    daftar = daftar.exclude(koreksi__status="ditetapkan")
    return (daftar.filter(per=per) if per else daftar).order_by("-per", F("versi").desc())
