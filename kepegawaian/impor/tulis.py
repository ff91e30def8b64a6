"""Tulis: menyalin baris ke PostgreSQL dengan COPY, satu pernyataan tiap tabel.

Columns left out get the defaults of the database: ``dicatat_*`` know the actor from ``jejak.sebagai``.
"""

# Names of tables and columns come from our models, values are always parameters.
# ruff: noqa: S608

import json
import re
from secrets import token_urlsafe

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
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
    """COPY of ``baris`` (tuples in the order of ``kolom``) into ``tabel``; returns how many.

    Rows are written as the server takes them, so that both work at the same time.
    """
    arus = _Arus(baris)
    if arus.ada:
        with connection.cursor() as kursor, connection.wrap_database_errors:
            kursor.copy_expert(f"COPY {tabel} ({', '.join(kolom)}) FROM STDIN", arus, 65536)
    return arus.jumlah


class _Arus:
    """A file to read from, made of rows while it is read."""

    def __init__(self, baris):
        self.baris, self.jumlah, self.sisa = iter(baris), 0, ""
        self.sisa = self._isi(1)
        self.ada = bool(self.sisa)

    def _isi(self, banyak):
        """Lines for the next rows, until there are ``banyak`` letters."""
        isi, panjang, perlu = [], 0, _PERLU
        for satu in self.baris:
            teks = "\t".join(
                [r"\N" if v is None else v if v.__class__ is str and not perlu(v) else _teks(v) for v in satu]
            )
            isi.append(teks)
            self.jumlah += 1
            panjang += len(teks) + 1
            if panjang >= banyak:
                break
        return "\n".join(isi) + "\n" if isi else ""

    def read(self, banyak):
        """At most ``banyak`` letters; psycopg2 wants no more."""
        if len(self.sisa) < banyak:
            self.sisa += self._isi(banyak - len(self.sisa))
        hasil, self.sisa = self.sisa[:banyak], self.sisa[banyak:]
        return hasil

    def readline(self, banyak=-1):
        """Asked for by psycopg2's check of the object, never called."""
        raise NotImplementedError


def tenangkan_pemicu():
    """For this transaction, spares every fired trigger an exception.

    pgtrigger's functions first ask for the setting ``pgtrigger.ignore`` and catch the error when there is none:
    a rolled-back subtransaction for each row, which walks over all deferred foreign key checks. An empty list
    ignores nothing and raises nothing; 35,000 rows of riwayat pangkat take 1 second instead of 12.
    """
    with connection.cursor() as kursor:
        kursor.execute("SELECT set_config('pgtrigger.ignore', '{}', true)")


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
    """Marks the replaced rows batal, then writes the new ones; kedudukan before pangkat, whose trigger asks it.

    Both at one moment, the start of the transaction: between an old row and its successor nothing is unknown.
    """
    tambah, batal, saat = {}, {}, _saat()
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
            ("pegawai_id", "tmt", "batch_id", "dicatat_pada", "dibatalkan_sebab", *nama),
            ((pegawai, rec.tmt, batch_id, saat, "", *[rec.nilai[n] for n in nama]) for pegawai, rec in tambah[kunci]),
        )
    return {kunci: len(isi) for kunci, isi in tambah.items()}


def _saat():
    """``now()`` of the running transaction as text."""
    with connection.cursor() as kursor:
        kursor.execute("SELECT now()::text")
        return kursor.fetchone()[0]


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
    A password nobody can use needs no Argon2: like ``make_password(None)``, only a mark and random letters.
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
            (
                UNUSABLE_PASSWORD_PREFIX + token_urlsafe(30),
                True,
                nip,
                "",
                id_,
                surel if "@" in surel else "",
                "",
                0,
                kini,
            )
            for id_, nip, surel in baru
        ),
    )
