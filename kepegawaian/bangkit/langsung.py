"""Langsung: fills an empty database by COPY, for benches; up to a million persons.

People are made by pure Python in worker processes (some 1,000 a second and core) and copied by this process
in one transaction. Above ``DASAR`` persons the rest are copies of the base population made by SQL
(``gandakan.py``): same careers, other numbers and surnames, never a holder of a seat. With the rights of a
superuser triggers and foreign keys rest meanwhile (``session_replication_role``) and plain indexes of the
riwayat are built once at the end; without them everything is checked row by row, only slower.
"""

import io
import multiprocessing
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from itertools import islice

from django.contrib.auth.hashers import make_password
from django.db import connection, models, transaction
from django.utils import timezone

from kepegawaian import profil
from kepegawaian.bangkit.dunia import Dunia
from kepegawaian.bangkit.gandakan import gandakan
from kepegawaian.bangkit.salinan import KOSONG, Pola, potong, siapkan
from kepegawaian.bangkit.susunan import rencanakan
from kepegawaian.models import JENIS_RIWAYAT, BatchImpor, Pegawai

DASAR = 20_000
SEPOTONG = 250
DARI = "bangkitkan"
# Named one by one: an ANALYZE of everything would also lock the catalogues all databases share.
TABEL = [Pegawai._meta.db_table, *(m._meta.db_table for m in JENIS_RIWAYAT.values())]


class SudahBerisi(Exception):
    """The database already holds pegawai; numbers would clash."""


def isi_database(jumlah, seed, per, *, proses=2, dasar=DASAR, sandi=None, catat=lambda _: None):
    """Fills the database and returns {step: seconds}.

    ``dasar``: persons made by Python, the rest are copies of them; ``sandi``: one password for an account of
    everybody (one shared hash), None for no accounts; ``catat``: called with a line per step.
    """
    if Pegawai.objects.exists():
        raise SudahBerisi("Database sudah berisi pegawai; --langsung hanya mengisi database yang kosong.")
    jam = _Jam(catat)
    with transaction.atomic(), connection.cursor() as kursor, _tanpa_hambatan(kursor, jumlah) as susun_indeks:
        batch = BatchImpor.objects.create(
            nama_berkas=f"bangkitkan {jumlah} seed {seed}",
            sha256="",
            per_tanggal=per,
            status="diterapkan",
            jumlah=jumlah,
        )
        awal = _salin_dasar(kursor, min(jumlah, dasar), seed, per, batch.pk, proses)
        jam("python+copy")
        if jumlah > dasar:
            gandakan(kursor, awal, dasar, jumlah, catat)
            jam("gandakan")
        susun_indeks()
        if sandi:
            _buat_akun(kursor, sandi)
        kursor.execute("SELECT setval(pg_get_serial_sequence('kepegawaian_pegawai', 'id'), %s)", [awal + jumlah])
        jam("indeks")
    _rapikan(per, jam)
    return jam.waktu


class _Jam:
    """Seconds of each step, reported as it ends."""

    def __init__(self, catat):
        self.catat, self.waktu, self.mulai = catat, {}, time.monotonic()

    def __call__(self, langkah):
        kini = time.monotonic()
        self.waktu[langkah] = kini - self.mulai
        self.catat(f"{langkah:12} {kini - self.mulai:8.1f} detik")
        self.mulai = kini


def _rapikan(per, jam):
    """Statistics, hint bits, and the cache of profiles."""
    with connection.cursor() as kursor:
        # Outside a transaction VACUUM also sets the hint bits, which the first reader would pay for.
        perintah = "ANALYZE" if connection.in_atomic_block else "VACUUM (ANALYZE)"
        kursor.execute(f"{perintah} {', '.join(TABEL)}")
    jam("analyze")
    profil.segarkan(None, per=per)
    jam("profil_kini")
    with connection.cursor() as kursor:
        kursor.execute("ANALYZE kepegawaian_profilkini")


def _salin_dasar(kursor, jumlah, seed, per, batch, proses):
    """Makes and copies the base population; returns the id of its first person."""
    dunia = Dunia.dari_db()
    kursor.execute("SELECT nextval(pg_get_serial_sequence('kepegawaian_pegawai', 'id'))")
    awal = kursor.fetchone()[0]
    pola = susun_pola(batch)
    rencana = rencanakan(jumlah, seed, per, dunia)
    potongan = iter(lambda: list(islice(rencana, SEPOTONG)), [])
    with _pekerja(proses, (dunia, per, seed, pola, awal)) as petakan:
        for nomor, hasil in enumerate(petakan(potong, potongan)):
            for jenis in ("pegawai", *JENIS_RIWAYAT):
                if jenis in hasil:
                    _copy(kursor, pola[jenis], hasil[jenis])
            if nomor == 0:
                # Foreign-key checks cache their plan; one made for an empty table would scan it all.
                kursor.execute(f"ANALYZE {', '.join(TABEL)}")
    return awal


@contextmanager
def _pekerja(proses, bahan):
    """Yields a ``map``: over worker processes, or here when one process is asked for."""
    if proses <= 1:
        siapkan(*bahan)
        yield map
        return
    # Spawned, not forked: a child must not inherit the open connection of this process.
    konteks = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(proses, mp_context=konteks, initializer=siapkan, initargs=bahan) as kolam:
        yield kolam.map


def _copy(kursor, pola, teks):
    kolom = ", ".join(f'"{k}"' for k in pola.kolom)
    kursor.cursor.copy_expert(f'COPY "{pola.tabel}" ({kolom}) FROM STDIN', io.StringIO(teks))


def susun_pola(batch):
    """{kind: Pola} of Pegawai and every riwayat table."""
    kini = timezone.now().isoformat()
    tetap = {
        "pegawai": "@pegawai",
        "id": "@pegawai",
        "batch": str(batch),
        "dicatat_pada": kini,
        "dicatat_dari": DARI,
    }
    hasil = {"pegawai": _pola(Pegawai, tetap, pakai_id=True)}
    for jenis, model in JENIS_RIWAYAT.items():
        hasil[jenis] = _pola(model, tetap, pakai_id=False)
    return hasil


def _pola(model, tetap, *, pakai_id):
    isi, kolom = [], []
    for f in model._meta.concrete_fields:
        if f.primary_key and not pakai_id:
            continue
        kolom.append(f.column)
        bawaan = tetap.get(f.name)
        if bawaan == "@pegawai":
            isi.append(("@pegawai", "", ""))
            continue
        rujuk = f.name if f.name in ("jabatan", "unit") else ""
        isi.append((f.name, bawaan if bawaan is not None else _bawaan(f), rujuk))
    return Pola(model._meta.db_table, tuple(kolom), tuple(isi))


def _bawaan(field):
    """What COPY writes when the person has no value."""
    if field.null:
        return KOSONG
    if isinstance(field, models.BooleanField):
        return "f"
    if isinstance(field, models.JSONField):
        return "{}"
    return "0" if isinstance(field, models.IntegerField) else ""


def _buat_akun(kursor, sandi):
    """One account each; all share one hash, so that a million does not take a week."""
    kursor.execute(
        "INSERT INTO kepegawaian_pengguna (nama_pengguna, nama, pegawai_id, email, is_active, password,"
        " kode_hash, kode_gagal, dibuat_pada)"
        " SELECT nip, '', id, email, true, %s, '', 0, now() FROM kepegawaian_pegawai",
        [make_password(sandi)],
    )


@contextmanager
def _tanpa_hambatan(kursor, jumlah):
    """Rests triggers, foreign keys and plain indexes where the role may; yields the function that rebuilds."""
    kursor.execute("SELECT rolsuper FROM pg_roles WHERE rolname = current_user")
    if not kursor.fetchone()[0]:
        yield lambda: None
        return
    kursor.execute("SET LOCAL session_replication_role = replica")
    if jumlah < DASAR:
        yield lambda: None
    else:
        yield _lepas_indeks(kursor)
    kursor.execute("SET LOCAL session_replication_role = origin")


def _lepas_indeks(kursor):
    """Drops the plain indexes of the riwayat tables; returns the function that builds them again."""
    kursor.execute("SET LOCAL maintenance_work_mem = '1GB'")
    # Empty as they are, emptied once more: under wal_level minimal what follows then needs no WAL.
    kursor.execute(f"TRUNCATE {', '.join(TABEL[1:])}")
    kursor.execute(
        "SELECT c.relname, pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
        " WHERE i.indrelid = ANY(%s::regclass[]) AND NOT EXISTS"
        " (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid) ORDER BY 1",
        [TABEL[1:]],
    )
    indeks = kursor.fetchall()
    for nama, _ in indeks:
        kursor.execute(f'DROP INDEX "{nama}"')

    def susun_kembali():
        for _, perintah in indeks:
            kursor.execute(perintah)

    return susun_kembali
