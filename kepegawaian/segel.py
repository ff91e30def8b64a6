"""Segel jejak: blok berantai yang membuat perubahan, penghapusan, dan penyisipan baris jejak ketahuan.

The trigger ``tambah_saja`` stops whoever comes through the portal; the seal finds what somebody did who could switch
triggers off. ``segel_semua`` (Celery beat, ``manage.py segel_jejak``) seals new rows in blocks: a block covers every id
from the end of the one before it, holds a fingerprint of each row, and its hash covers that of the block before. Writers
never wait: no lock is taken on the trail, the job waits for them (``batas_aman``). ``periksa`` recounts everything, one
block in memory at a time. Whoever rewrites the whole chain is found by a hash kept outside the database (``patokan``):
each seal is logged, shown to the Inspektorat, and ``manage.py periksa_jejak --patokan`` compares it.
"""

import hashlib
import logging
import struct
import time
from dataclasses import dataclass

from django.db import connection, transaction
from django.db.models import Max, Min, Q
from django.utils import timezone

from kepegawaian import jejak
from kepegawaian.models import AksesSensitif, Jejak, Penugasan, SegelJejak

log = logging.getLogger(__name__)

BLOK = 5_000
TUNGGU = 10.0  # seconds that the job waits for transactions which may still write an earlier row
KUNCI = 0x5E6E1  # advisory lock of the one sealing job
AWAL = "0" * 64
LEBAR = 24  # bytes per row in SegelJejak.baris: id, then the first half of its SHA-256
MODEL = {"jejak": Jejak, "aksessensitif": AksesSensitif}
_PADA = """to_char(pada AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')"""
# The canonical form of a row. A column added later stays out of it; a changed form would break every seal.
BENTUK = {
    "jejak": f"jsonb_build_array(id, {_PADA}, oleh_id, sebagai, dari, aksi, objek, objek_id, pegawai_id, data)",
    "aksessensitif": f"jsonb_build_array(id, {_PADA}, oleh_id, dari, pegawai_id, data)",
}


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding of ``periksa``: which block, what happened, and to which rows."""

    tabel: str
    nomor: int
    apa: str
    baris: tuple[int, ...] = ()

    def __str__(self):
        mana = (
            f" Baris: {', '.join(map(str, self.baris[:20]))}{' …' if len(self.baris) > 20 else ''}."
            if self.baris
            else ""
        )
        return f"{self.tabel} blok {self.nomor}: {self.apa}.{mana}"


# ── sealing ──────────────────────────────────────────────────────────────────────────────────────────


def segel_semua(*, blok=BLOK, tunggu=TUNGGU):
    """Seals what is settled of every sealed table; returns the number of new blocks. May run again at any time."""
    return sum(segel(tabel, blok=blok, tunggu=tunggu) for tabel in MODEL)


def segel(tabel, *, blok=BLOK, tunggu=TUNGGU):
    """Seals the settled rows of one table block by block, each in its own transaction; returns how many blocks."""
    batas = batas_aman(tabel, tunggu)
    if batas is None:
        log.warning("segel %s ditunda: masih ada transaksi yang dapat menulis baris lama", tabel)
        return 0
    banyak = 0
    while _satu_blok(tabel, batas, blok):
        banyak += 1
    return banyak


def batas_aman(tabel, tunggu=TUNGGU):
    """Highest id below which no row can appear any more, or None when a writer does not end in time.

    A writer holds the RowExclusiveLock of its INSERT from before it draws an id until its transaction ends. So: note the
    last id drawn, look who holds such a lock, and wait until all of them have let go; later ones draw higher ids.
    """
    meja = MODEL[tabel]._meta.db_table
    with connection.cursor() as kursor:
        kursor.execute("SELECT pg_sequence_last_value(pg_get_serial_sequence(%s, 'id')::regclass)", [meja])
        (terakhir,) = kursor.fetchone()
        if terakhir is None:
            return 0
        sampai, penulis = time.monotonic() + tunggu, None
        while True:
            kini = _penulis(kursor, meja)
            penulis = kini if penulis is None else penulis & kini
            if not penulis:
                return terakhir
            if time.monotonic() >= sampai:
                return None
            time.sleep(0.05)


def _penulis(kursor, meja):
    """Transactions of others that hold a writer's lock on the table."""
    kursor.execute(
        "SELECT virtualtransaction FROM pg_locks WHERE relation = %s::regclass AND mode = 'RowExclusiveLock' AND granted "
        "AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
        "AND pid IS DISTINCT FROM pg_backend_pid()",
        [meja],
    )
    return {baris[0] for baris in kursor.fetchall()}


def _satu_blok(tabel, batas, blok):
    """Seals the next block up to ``batas``; False when nothing is left or somebody else is at it."""
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [KUNCI])
        if not kursor.fetchone()[0]:
            return False
        akhir = SegelJejak.objects.filter(tabel=tabel).order_by("-nomor").only("nomor", "sampai_id", "sidik").first()
        nomor, mulai, sebelum = (akhir.nomor, akhir.sampai_id, akhir.sidik) if akhir else (0, 0, AWAL)
        meja = MODEL[tabel]._meta.db_table
        kursor.execute(
            f"SELECT max(id), count(*), {_sidik_baris(tabel)} FROM (SELECT * FROM {meja} WHERE id > %s AND id <= %s "  # noqa: S608 - constants of this module
            "ORDER BY id LIMIT %s) t",
            [mulai, batas, blok],
        )
        sampai, jumlah, baris = kursor.fetchone()
        if not jumlah:
            return False
        baris = bytes(baris)
        sidik = sidik_blok(tabel, nomor + 1, mulai + 1, sampai, jumlah, baris, sebelum)
        SegelJejak.objects.create(
            tabel=tabel, nomor=nomor + 1, dari_id=mulai + 1, sampai_id=sampai, jumlah=jumlah, baris=baris,
            sidik_sebelum=sebelum, sidik=sidik,
        )  # fmt: skip
    log.info("segel %s blok %s sampai id %s: %s", tabel, nomor + 1, sampai, sidik)
    return True


def _sidik_baris(tabel):
    """SQL aggregate: id and fingerprint of each row, in the order of ids."""
    satu = f"int8send(id) || substring(sha256(convert_to({BENTUK[tabel]}::text, 'UTF8')) for {LEBAR - 8})"
    return f"coalesce(string_agg({satu}, ''::bytea ORDER BY id), ''::bytea)"


def sidik_blok(tabel, nomor, dari_id, sampai_id, jumlah, baris, sebelum):
    """Hash of a block over everything it states, the rows and the block before it."""
    kepala = f"1|{tabel}|{nomor}|{dari_id}|{sampai_id}|{jumlah}|{sebelum}|".encode()
    return hashlib.sha256(kepala + hashlib.sha256(baris).digest()).hexdigest()


# ── checking ─────────────────────────────────────────────────────────────────────────────────────────


def periksa(tabel, *, patokan=None):
    """Yields a Temuan for everything that is not as it was sealed; streams block by block.

    ``patokan``: {number of block: hash} written down earlier, outside the database.
    """
    meja, patokan = MODEL[tabel]._meta.db_table, dict(patokan or {})
    sebelum, akhir, nomor = AWAL, 0, 0
    for s in _bertahap(tabel, meja):
        nomor += 1
        if s["nomor"] != nomor:
            yield Temuan(tabel, s["nomor"], f"blok {nomor} sampai {s['nomor'] - 1} hilang")
            nomor = s["nomor"]
        if s["sidik_sebelum"] != sebelum or s["dari_id"] != akhir + 1:
            yield Temuan(tabel, nomor, "tidak bersambung dengan blok sebelumnya")
        tersimpan, kini = bytes(s["baris"]), bytes(s["kini"])
        if (
            sidik_blok(tabel, nomor, s["dari_id"], s["sampai_id"], s["jumlah"], tersimpan, s["sidik_sebelum"])
            != s["sidik"]
        ):
            yield Temuan(tabel, nomor, "segelnya sendiri berubah")
        if nomor in patokan and patokan.pop(nomor) != s["sidik"]:
            yield Temuan(tabel, nomor, "sidiknya bukan sidik patokan: rantai ditulis ulang")
        if tersimpan != kini:
            yield from _beda(tabel, nomor, tersimpan, kini)
        sebelum, akhir = s["sidik"], s["sampai_id"]
    for n in sorted(patokan):
        yield Temuan(tabel, n, "blok patokan ini tidak ada lagi")
    awal = MODEL[tabel].objects.aggregate(n=Min("id"))["n"]
    if awal is not None and awal < 1:
        yield Temuan(tabel, 0, "baris disisipkan sebelum blok pertama", (awal,))


def _bertahap(tabel, meja):
    """Blocks with their rows as they are now, read in portions of a few: memory stays flat."""
    mulai, kolom = 0, ("nomor", "dari_id", "sampai_id", "jumlah", "baris", "sidik_sebelum", "sidik", "kini")
    while True:
        with connection.cursor() as kursor:
            kursor.execute(
                f"SELECT s.nomor, s.dari_id, s.sampai_id, s.jumlah, s.baris, s.sidik_sebelum, s.sidik, "  # noqa: S608 - constants
                f"(SELECT {_sidik_baris(tabel)} FROM {meja} WHERE id BETWEEN s.dari_id AND s.sampai_id) "
                f"FROM {SegelJejak._meta.db_table} s WHERE s.tabel = %s AND s.nomor > %s ORDER BY s.nomor LIMIT 8",
                [tabel, mulai],
            )
            potongan = [dict(zip(kolom, baris, strict=True)) for baris in kursor.fetchall()]
        yield from potongan
        if len(potongan) < 8:
            return
        mulai = potongan[-1]["nomor"]


def _beda(tabel, nomor, tersimpan, kini):
    """Findings of a block whose rows are not those that were sealed, with their ids."""
    lama, baru = _urai(tersimpan), _urai(kini)
    for apa, baris in (
        ("baris diubah", {k for k in lama.keys() & baru.keys() if lama[k] != baru[k]}),
        ("baris dihapus", lama.keys() - baru.keys()),
        ("baris disisipkan", baru.keys() - lama.keys()),
    ):
        if baris:
            yield Temuan(tabel, nomor, apa, tuple(sorted(baris)))


def _urai(baris):
    """{id: fingerprint} of ``SegelJejak.baris``."""
    return {struct.unpack_from(">q", baris, i)[0]: baris[i + 8 : i + LEBAR] for i in range(0, len(baris), LEBAR)}


def keadaan():
    """Where the seals stand, for the screen: per table the last block, and how many rows wait for one."""
    hasil = []
    for tabel, nama in SegelJejak.TABEL:
        akhir = SegelJejak.objects.filter(tabel=tabel).order_by("-nomor").defer("baris").first()
        terakhir = MODEL[tabel].objects.aggregate(n=Max("id"))["n"] or 0
        belum = max(0, terakhir - (akhir.sampai_id if akhir else 0))
        hasil.append({"tabel": tabel, "nama": nama, "akhir": akhir, "belum": belum})
    return hasil


def periksa_malam():
    """Checks all seals, records the outcome as a Jejak, and tells Inspektorat and admin when something is wrong."""
    temuan = [str(t) for tabel in MODEL for t in periksa(tabel)]
    hasil = f"{len(temuan)} temuan" if temuan else "utuh"
    pada = timezone.now()
    with jejak.sebagai(None):
        jejak.catat("segel_periksa", ("segeljejak", None), pada=pada, hasil=hasil, temuan=temuan[:20])
        if temuan:
            hari = timezone.localdate(pada)
            penjaga = Penugasan.objects.filter(peran__in=("inspektorat", "admin"), sejak__lte=hari)
            penjaga = penjaga.filter(Q(sampai__isnull=True) | Q(sampai__gte=hari))
            jejak.beri_tahu(
                list(penjaga.values_list("pengguna_id", flat=True)), kunci=f"segel-{hari}", pada=pada, url="/jejak/", peristiwa="segel",
                judul="Jejak tidak lagi seperti ketika disegel",
                isi=f"{hasil.capitalize()}. Jalankan manage.py periksa_jejak dan amankan cadangan database.",
            )  # fmt: skip
    for satu in temuan:
        log.error("periksa jejak: %s", satu)
    return temuan
