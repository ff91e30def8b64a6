"""Keadaan: apa yang kini tercatat tentang orang-orang dalam berkas, dibaca sekaligus untuk satu potongan.

Values are JSON-native, as in the rows of the file: dates as ISO text, decimals as text, keys as stored.
"""

# Names of tables and columns come from our models, values are always parameters.
# ruff: noqa: S608

import json
from collections import defaultdict
from functools import cache

from django.db import connection, models

from kepegawaian.impor.lembar import LEMBAR_KUNCI
from kepegawaian.impor.riwayat import medan
from kepegawaian.models import JENIS_RIWAYAT, Pegawai, SelisihSiasn

# Columns of Pegawai that an import may write, besides nip, tanggal_lahir and jenis_kelamin of a new one.
KOLOM_PEGAWAI = (
    "pns_id",
    "nip_lama",
    "tempat_lahir",
    "agama_id",
    "jenis_kawin_id",
    "jenis_pegawai_id",
    "nik",
    "nomor_hp",
    "email",
    "email_gov",
    "alamat",
    "npwp",
    "bpjs",
    "kartu_asn",
    "kpkn",
    "lokasi_kerja",
    "tambahan",
)


class Rec:
    """One riwayat row; ``id`` None while it is only planned, ``lama`` the row it will replace."""

    __slots__ = ("baris", "batch", "id", "lama", "naskah", "nilai", "tmt")

    def __init__(self, tmt, nilai, *, id=None, naskah=False, batch=None, baris=None, lama=None):
        self.id, self.tmt, self.naskah, self.batch = id, tmt, naskah, batch
        self.nilai, self.baris, self.lama = nilai, baris, lama


class Orang:
    """One person: ``id`` None when the portal does not know him yet."""

    __slots__ = ("baru_awal", "data", "id", "nip", "riwayat", "selisih")

    def __init__(self, nip, id=None, data=None):
        self.id, self.nip = id, nip
        self.data = data or {}
        self.riwayat = defaultdict(dict)
        self.selisih = {}
        # Unknown, or known only as what an undone import left behind; set before anything is planned.
        self.baru_awal = id is None


def kunci_rec(kunci, tmt, nilai):
    """What tells one row of a kind from another of the same person."""
    if kunci == "jabatan" and nilai.get("penugasan", "D") != "D":
        return nilai["penugasan"], tmt, nilai.get("jabatan_id")
    if kunci == "jabatan":
        return "D", tmt
    nama = identitas(kunci)
    return (tmt,) if nama == ("tmt",) else tuple([tmt if k == "tmt" else nilai.get(k, "") for k in nama])


@cache
def identitas(kunci):
    """Attnames that identify a row of a kind."""
    if kunci not in LEMBAR_KUNCI:
        return ("tmt",)
    field = {f.name: f.attname for f in JENIS_RIWAYAT[kunci]._meta.concrete_fields}
    return tuple(field[k] for k in LEMBAR_KUNCI[kunci].identitas)


@cache
def _sql_riwayat(kunci):
    kolom = ", ".join(
        f"r.{nama}::text" if isinstance(f, models.DateField | models.DecimalField) else f"r.{nama}"
        for nama, f in medan(kunci).items()
    )
    return (
        f"SELECT r.pegawai_id, r.id, r.tmt::text, r.naskah_pegawai_id IS NOT NULL, r.batch_id, {kolom}"
        f" FROM {JENIS_RIWAYAT[kunci]._meta.db_table} r"
        " WHERE r.pegawai_id = ANY(%s) AND r.dibatalkan_pada IS NULL"
    )


def cari_pegawai(nip, pns_id, *, kunci_baris=False):
    """[Orang] whose NIP or PNS ID is asked for; ``kunci_baris``: locked until the transaction ends."""
    sql = (
        f"SELECT p.id, p.nip, p.tanggal_lahir::text, p.jenis_kelamin, {', '.join(f'p.{k}' for k in KOLOM_PEGAWAI)}::text"
        f" FROM {Pegawai._meta.db_table} p WHERE p.nip = ANY(%s) OR p.pns_id = ANY(%s) ORDER BY p.id"
        + (" FOR UPDATE" if kunci_baris else "")
    )
    with connection.cursor() as kursor:
        kursor.execute(sql, [list(nip), list(pns_id)])
        nama = ("tanggal_lahir", "jenis_kelamin", *KOLOM_PEGAWAI)
        hasil = []
        for id_, nip_, *isi in kursor.fetchall():
            data = dict(zip(nama, isi, strict=True))
            data["tambahan"] = json.loads(data["tambahan"])
            hasil.append(Orang(nip_, id_, data))
        return hasil


def isi_riwayat(orang, jenis):
    """Fills the riwayat of ``jenis`` (keys of JENIS_RIWAYAT) and the selisih into each Orang."""
    tujuan = {o.id: o for o in orang if o.id}
    if not tujuan:
        return
    ids = list(tujuan)
    with connection.cursor() as kursor:
        for kunci in jenis:
            nama = tuple(medan(kunci))
            kursor.execute(_sql_riwayat(kunci), [ids])
            for pegawai, id_, tmt, naskah, batch, *isi in kursor:
                rec = Rec(tmt, dict(zip(nama, isi, strict=True)), id=id_, naskah=naskah, batch=batch)
                tujuan[pegawai].riwayat[kunci][kunci_rec(kunci, tmt, rec.nilai)] = rec
    for o in tujuan.values():
        o.baru_awal = not o.riwayat["identitas"]
    kolom = ("pegawai_id", "kolom", "nilai_siasn", "nilai_portal", "per_tanggal")
    for pegawai, nama_kolom, *isi, per in SelisihSiasn.objects.filter(pegawai_id__in=ids).values_list(*kolom):
        tujuan[pegawai].selisih[nama_kolom] = (*isi, per.isoformat())


def jabatan_plt():
    """Plt rows in force anywhere: jabatan_id -> {riwayat id: (tmt, sampai)}; one post has one Plt at a time."""
    hasil = defaultdict(dict)
    model = JENIS_RIWAYAT["jabatan"]
    baris = model.objects.filter(penugasan="PLT", dibatalkan_pada__isnull=True)
    for id_, jabatan, tmt, sampai in baris.values_list("id", "jabatan_id", "tmt", "sampai"):
        hasil[jabatan][id_] = tmt.isoformat(), sampai.isoformat() if sampai else "9999"
    return hasil
