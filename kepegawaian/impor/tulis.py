"""Tulis: menyalin baris ke PostgreSQL dengan COPY, satu pernyataan tiap tabel.

Columns left out get the defaults of the database: ``dicatat_*`` know the actor from ``jejak.sebagai``.
"""

# Names of tables and columns come from our models, values are always parameters.
# ruff: noqa: S608

import io
import json
import re

from django.contrib.auth.hashers import make_password
from django.db import connection
from django.utils import timezone

from kepegawaian.impor.keadaan import KOLOM_PEGAWAI
from kepegawaian.impor.rencana import bawaan
from kepegawaian.impor.riwayat import medan
from kepegawaian.models import JENIS_RIWAYAT, BarisImpor, Pegawai, Pengguna, SelisihSiasn

_PERLU = re.compile(r"[\\\t\n\r\x00]").search
_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_LARI = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r", "\x00": None})
GANTI = "Digantikan impor {}"


def jsonkan(nilai):
    """Compact JSON for COPY; NUL, which PostgreSQL refuses, is left out."""
    return _JSON(nilai).replace("\\u0000", "")


def _teks(nilai):
    if nilai is None:
        return r"\N"
    if isinstance(nilai, str):
        return nilai.translate(_LARI) if _PERLU(nilai) else nilai
    if isinstance(nilai, bool):
        return "t" if nilai else "f"
    return str(nilai)


def salin(tabel, kolom, baris):
    """COPY of ``baris`` (tuples in the order of ``kolom``) into ``tabel``; returns how many."""
    arus, jumlah = io.StringIO(), 0
    tulis = arus.write
    for satu in baris:
        tulis("\t".join([_teks(v) for v in satu]))
        tulis("\n")
        jumlah += 1
    if jumlah:
        arus.seek(0)
        with connection.cursor() as kursor, connection.wrap_database_errors:
            kursor.copy_expert(f"COPY {tabel} ({', '.join(kolom)}) FROM STDIN", arus)
    return jumlah


def id_berikut(tabel, banyak):
    """Takes ``banyak`` ids from the sequence of a table."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [tabel, banyak])
        return [nomor for (nomor,) in kursor.fetchall()]


def tulis_baris_impor(batch_id, daftar):
    """Writes the results of a preview."""
    kolom = ("batch_id", "lembar", "nomor", "nip", "nama", "hasil", "perubahan", "galat", "catatan", "nilai")
    salin(
        BarisImpor._meta.db_table,
        kolom,
        (
            (
                batch_id,
                b.lembar,
                b.nomor,
                b.nip[:40],
                b.nama[:160],
                b.hasil,
                jsonkan(b.perubahan) if b.perubahan else "[]",
                jsonkan(b.galat) if b.galat else "[]",
                jsonkan(b.catatan) if b.catatan else "[]",
                jsonkan(b.nilai) if b.hasil in ("baru", "berubah") or (b.perlu and b.hasil != "galat") else "{}",
            )
            for b in daftar
        ),
    )


def tulis_pegawai(penyusun):
    """New Pegawai get their id; changed ones are rewritten, all in two statements."""
    tabel = Pegawai._meta.db_table
    baru = [p for p in penyusun if p.orang.id is None and p.pegawai]
    if baru:
        for p, id_ in zip(baru, id_berikut(tabel, len(baru)), strict=True):
            p.orang.id = id_
        salin(
            tabel,
            ("id", "nip", "tanggal_lahir", "jenis_kelamin", *KOLOM_PEGAWAI),
            (
                (
                    p.orang.id,
                    p.orang.nip,
                    p.pegawai["tanggal_lahir"],
                    p.pegawai["jenis_kelamin"],
                    *(_kolom_pegawai(k, p.pegawai.get(k)) for k in KOLOM_PEGAWAI),
                )
                for p in baru
            ),
        )
    id_baru = {p.orang.id for p in baru}
    ubah_pegawai(
        [
            {"id": p.orang.id, **{k: p.pegawai.get(k, p.orang.data[k]) for k in KOLOM_PEGAWAI}}
            for p in penyusun
            if p.pegawai and p.orang.id not in id_baru
        ]
    )


def ubah_pegawai(isi):
    """Rewrites the columns KOLOM_PEGAWAI of the given rows (dicts with ``id``) in one statement."""
    if not isi:
        return
    tetapkan = ", ".join(f"{k} = x.{k}" for k in KOLOM_PEGAWAI)
    jenis = ", ".join(f"{k} {'jsonb' if k == 'tambahan' else 'text'}" for k in KOLOM_PEGAWAI)
    with connection.cursor() as kursor:
        kursor.execute(
            f"UPDATE {Pegawai._meta.db_table} p SET {tetapkan}"
            f" FROM jsonb_to_recordset(%s::jsonb) AS x(id bigint, {jenis}) WHERE p.id = x.id",
            [jsonkan(isi)],
        )


def _kolom_pegawai(nama, nilai):
    if nama == "tambahan":
        return jsonkan(nilai or {})
    if nilai is None:
        return bawaan(Pegawai._meta.get_field(nama.removesuffix("_id") if nama != "pns_id" else nama))
    return nilai


def tulis_riwayat(batch_id, penyusun):
    """Marks the replaced rows batal, then writes the new ones; kedudukan before pangkat, whose trigger asks it."""
    tambah, batal = {}, {}
    for p in penyusun:
        baru, lama = p.hasil()
        for kunci, rec in baru:
            tambah.setdefault(kunci, []).append((p.orang.id, rec))
        for kunci, rec in lama:
            batal.setdefault(kunci, []).append(rec.id)
    for kunci, ids in batal.items():
        batalkan_riwayat(kunci, ids, GANTI.format(batch_id))
    for kunci in sorted(tambah, key=lambda k: (k != "kedudukan", k)):
        nama = tuple(medan(kunci))
        salin(
            JENIS_RIWAYAT[kunci]._meta.db_table,
            ("pegawai_id", "tmt", "batch_id", "dibatalkan_sebab", *nama),
            ((pegawai, rec.tmt, batch_id, "", *[rec.nilai[n] for n in nama]) for pegawai, rec in tambah[kunci]),
        )
    return {kunci: len(isi) for kunci, isi in tambah.items()}


def batalkan_riwayat(kunci, ids, sebab):
    """Marks rows batal, by the running actor; the table itself refuses any other change."""
    with connection.cursor() as kursor:
        kursor.execute(
            f"UPDATE {JENIS_RIWAYAT[kunci]._meta.db_table} SET dibatalkan_pada = now(),"
            " dibatalkan_oleh_id = portal_pelaku(), dibatalkan_sebab = %s"
            " WHERE id = ANY(%s) AND dibatalkan_pada IS NULL",
            [sebab, ids],
        )
        return kursor.rowcount


def tulis_selisih(batch_id, per, penyusun):
    """Writes what differs from SIASN and takes away what agrees now."""
    isi, reda = [], []
    for p in penyusun:
        isi += [(p.orang.id, kolom, siasn, portal) for kolom, (siasn, portal) in p.selisih.items()]
        reda += [(p.orang.id, kolom) for kolom in p.reda]
    tabel = SelisihSiasn._meta.db_table
    with connection.cursor() as kursor:
        if isi:
            kursor.execute(
                f"INSERT INTO {tabel} (pegawai_id, kolom, nilai_siasn, nilai_portal, batch_id, per_tanggal)"
                " SELECT x.p, x.k, x.s, x.o, %s, %s FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[])"
                " AS x(p, k, s, o) ON CONFLICT (pegawai_id, kolom) DO UPDATE SET nilai_siasn = EXCLUDED.nilai_siasn,"
                " nilai_portal = EXCLUDED.nilai_portal, batch_id = EXCLUDED.batch_id,"
                " per_tanggal = EXCLUDED.per_tanggal",
                [batch_id, per, *(list(k) for k in zip(*isi, strict=True))],
            )
        if reda:
            kursor.execute(
                f"DELETE FROM {tabel} s USING unnest(%s::bigint[], %s::text[]) AS x(p, k)"
                " WHERE s.pegawai_id = x.p AND s.kolom = x.k",
                [list(k) for k in zip(*reda, strict=True)],
            )


def buat_akun(ids, kembali=()):
    """Accounts with an unusable password for the active pegawai among ``ids`` that have none; returns how many.

    ``kembali``: pegawai that an undone import had left; undoing closed their accounts, this opens them again.
    A password nobody can use needs no Argon2: ``make_password(None)`` only marks it.
    """
    with connection.cursor() as kursor:
        if kembali:
            kursor.execute(
                "UPDATE kepegawaian_pengguna SET is_active = true WHERE pegawai_id = ANY(%s) AND NOT is_active",
                [list(kembali)],
            )
        kursor.execute(
            "SELECT p.id, p.nip, p.email FROM kepegawaian_pegawai p"
            " JOIN kepegawaian_profilkini k ON k.pegawai_id = p.id"
            " WHERE p.id = ANY(%s) AND k.aktif AND k.nama <> '' AND NOT EXISTS"
            " (SELECT 1 FROM kepegawaian_pengguna u WHERE u.pegawai_id = p.id OR u.nama_pengguna = p.nip)",
            [ids],
        )
        baru = kursor.fetchall()
    kini = timezone.now().isoformat()
    kolom = ("password", "is_active", "nama_pengguna", "nama", "pegawai_id", "email", "kode_hash", "kode_gagal")
    return salin(
        Pengguna._meta.db_table,
        (*kolom, "dibuat_pada"),
        (
            (make_password(None), True, nip, "", id_, surel if "@" in surel else "", "", 0, kini)
            for id_, nip, surel in baru
        ),
    )
