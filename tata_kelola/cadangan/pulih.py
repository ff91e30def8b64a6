"""Memulihkan: check everything, restore into an empty database and folder, then check again what stands there."""

import hashlib
import io
import json
import tarfile
from pathlib import Path

from cryptography.fernet import InvalidToken
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command, get_commands
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from redis.exceptions import RedisError

from tata_kelola.cadangan import alat, isi
from tata_kelola.cadangan.alat import GalatCadangan
from tata_kelola.cadangan.buat import kunci

BERISI = (
    "Basis data tujuan sudah berisi {n} tabel; tidak ada yang diubah. Pulihkan ke basis data kosong (DATABASE_URL), atau "
    "tambahkan --timpa untuk MEMBUANG seluruh isinya."
)


def pulihkan(sumber, *, timpa=False, lapor=print):
    """Restores the backup in ``sumber`` into the database and folders of the settings; returns the manifest.

    Raises GalatCadangan: before anything is touched when the backup is not whole, does not fit this portal, or the database
    is not empty; after it when what stands there is not what the manifest says.
    """
    sumber = Path(sumber).absolute()
    manifes = baca_manifes(sumber)
    daftar = periksa(sumber, manifes, lapor)
    with connection.cursor() as kursor:
        server, ada = isi.versi_server(kursor), isi.tabel(kursor)
    if server < manifes["postgresql"]:
        raise GalatCadangan(
            f"Cadangan berasal dari PostgreSQL {manifes['postgresql']}, peladen tujuan {server}: terlalu lama."
        )
    if ada and not timpa:
        raise GalatCadangan(BERISI.format(n=len(ada)))
    pemulih = alat.program("pg_restore", server)
    if ada:
        _kosongkan()
    connection.close()
    lapor("Memulihkan basis data …")
    pilihan = ["--no-owner", "--no-privileges", "--no-comments", "--exit-on-error", "--jobs=2"]
    alat.jalankan(pemulih, *pilihan, f"--dbname={connection.settings_dict['NAME']}", str(sumber / alat.BASIS))
    _dokumen(sumber, daftar, lapor)
    _tte(sumber / "tte", manifes["tte"], lapor)
    periksa_hasil(manifes, daftar)
    _bersihkan(lapor)
    _tutup(manifes, lapor)
    return manifes


def baca_manifes(sumber):
    """The manifest, whole and of a form we know. Raises GalatCadangan."""
    jalur = sumber / alat.MANIFES
    if not jalur.exists():
        raise GalatCadangan(f"{sumber} bukan cadangan yang selesai: {alat.MANIFES} tidak ada.")
    try:
        manifes = json.loads(jalur.read_text(encoding="utf-8"))
        sidik = manifes.pop("sidik")
    except (ValueError, KeyError, AttributeError) as galat:
        raise GalatCadangan(f"{alat.MANIFES} tidak terbaca.") from galat
    teks = json.dumps(manifes, ensure_ascii=False, indent=1, sort_keys=True)
    if hashlib.sha256(teks.encode()).hexdigest() != sidik:
        raise GalatCadangan(f"{alat.MANIFES} berubah sejak cadangan dibuat.")
    if manifes["bentuk"] != 1:
        raise GalatCadangan("Cadangan dibuat oleh portal yang lebih baru; pasang versi itu dahulu.")
    return manifes


def periksa(sumber, manifes, lapor):
    """Reads every file of the backup and compares its hash; {name: hash} of the documents. Raises GalatCadangan."""
    lapor(f"Memeriksa cadangan {manifes['dibuat_pada']} (portal {manifes['portal']}) …")
    rusak = []
    for nama, sidik in ((alat.BASIS, manifes["basis"]["sidik"]), (alat.DAFTAR, manifes["dokumen"]["sidik"])):
        if not (sumber / nama).exists() or alat.sidik(sumber / nama) != sidik:
            rusak.append(nama)
    daftar = {} if rusak else alat.baca_daftar(sumber / alat.DAFTAR)
    rusak += [n for n, s in daftar.items() if not _sama(sumber / "dokumen" / n, s)]
    rusak += [n for n, s in manifes["tte"]["akar"].items() if not _sama(sumber / "tte" / n, s)]
    if rusak:
        raise GalatCadangan(
            f"Cadangan tidak utuh: {len(rusak)} berkas hilang atau berubah, antara lain {', '.join(rusak[:3])}. "
            "Tidak ada yang dipulihkan; pakai cadangan lain."
        )
    kenal = {f"{app}.{nama}" for app, nama in MigrationLoader(None, ignore_no_migrations=True).disk_migrations}
    asing = [m for m in manifes["migrasi"] if m not in kenal]
    if asing:
        raise GalatCadangan(
            f"Cadangan lebih baru daripada portal ini: migrasi {asing[-1]} tidak dikenal. "
            f"Pasang portal versi {manifes['portal']} atau yang lebih baru."
        )
    return daftar


def _sama(jalur, sidik):
    return jalur.is_file() and alat.sidik(jalur) == sidik


def _kosongkan():
    """Throws away all of the schema; waits ten seconds for a portal that still runs, then refuses.

    Table by table: all at once would take more locks than a server keeps by default.
    """
    with connection.cursor() as kursor:
        kursor.execute("SET lock_timeout = '10s'")
        kursor.execute(isi.TABEL_SEMUA)
        for (nama,) in kursor.fetchall():
            kursor.execute(f'DROP TABLE IF EXISTS "{nama}" CASCADE')
        kursor.execute("DROP SCHEMA public CASCADE")
        kursor.execute("CREATE SCHEMA public")


def _dokumen(sumber, daftar, lapor):
    """Puts back what is missing or different; other files of the store are left alone."""
    ke = Path(settings.MEDIA_ROOT)
    ke.mkdir(parents=True, exist_ok=True)
    salin = 0
    for nama, sidik in daftar.items():
        if not _sama(ke / nama, sidik):
            alat.salin(sumber / "dokumen" / nama, ke / nama)
            salin += 1
    lapor(f"Dokumen: {len(daftar)} berkas, {salin} di antaranya disalin.")


def _tte(asal, catatan, lapor):
    """Roots of trust, and the certificates where the key is there."""
    ke = Path(settings.TTE_DIR)
    for nama, sidik in catatan["akar"].items():
        if not _sama(ke / nama, sidik):
            alat.salin(asal / nama, ke / nama)
    if catatan["tidak_ikut"]:
        lapor(f"{catatan['tidak_ikut']} sertifikat penanda tangan tidak ada di cadangan ini; pasang lagi di TTE_DIR.")
    if not catatan["p12"]:
        return
    if not settings.CADANGAN_KUNCI:
        lapor(f"{catatan['p12']} sertifikat penanda tangan tidak dipulihkan: isi CADANGAN_KUNCI lalu ulangi.")
        return
    try:
        isi_arsip = kunci().decrypt((asal / "p12.rahasia").read_bytes())
    except InvalidToken as galat:
        raise GalatCadangan("CADANGAN_KUNCI bukan kunci yang dipakai ketika cadangan dibuat.") from galat
    with tarfile.open(fileobj=io.BytesIO(isi_arsip)) as arsip:
        arsip.extractall(ke, filter="data")
    lapor(f"{catatan['p12']} sertifikat penanda tangan dipulihkan.")


def periksa_hasil(manifes, daftar):
    """Rows, triggers, indexes and documents against the manifest. Raises GalatCadangan with what differs."""
    with connection.cursor() as kursor:
        tabel, benda = isi.hitung(kursor), isi.benda(kursor)
        disebut = isi.berkas_disebut(kursor, set(tabel))
    beda = [f"{n}: {tabel.get(n, 'tidak ada')} baris, seharusnya {j}" for n, j in manifes["tabel"].items()
            if tabel.get(n) != j]  # fmt: skip
    beda += [f"{n}: {benda[n]}, seharusnya {j}" for n, j in manifes["benda"].items() if benda[n] != j]
    tahu = set(manifes["dokumen"]["hilang"]) | set(manifes["dokumen"]["dibuang"])
    akar = Path(settings.MEDIA_ROOT)
    if not manifes["dokumen"].get("di_luar"):
        beda += [f"dokumen {n} tidak ada" for n in disebut if n not in tahu and not (akar / n).is_file()]
    beda += [f"isi dokumen {n} bukan yang dicatat barisnya" for n, s in disebut.items()
             if s and n in daftar and daftar[n] != s and n not in manifes["dokumen"]["beda"]]  # fmt: skip
    if beda:
        raise GalatCadangan("Hasil pemulihan tidak sama dengan cadangan:\n" + "\n".join(beda[:20]))
    if "periksa_jejak" in get_commands():
        call_command("periksa_jejak")


def _bersihkan(lapor):
    """Sessions of the old day do not come back to life; what Redis remembers belongs to another state."""
    with connection.cursor() as kursor:
        kursor.execute("DELETE FROM django_session")
    try:
        cache.clear()
    except (OSError, RedisError):
        lapor("Redis tidak terjangkau; kosongkan sebelum portal dinyalakan (valkey-cli FLUSHDB).")


def _tutup(manifes, lapor):
    lapor(f"Pulih: {sum(manifes['tabel'].values())} baris dalam {len(manifes['tabel'])} tabel, semuanya cocok.")
    for kunci_, kata in (("hilang", "sudah tidak ada"), ("dibuang", "adalah cetakan konsep yang dibuang")):
        if nama := manifes["dokumen"][kunci_]:
            lapor(f"{len(nama)} dokumen {kata} ketika cadangan dibuat, antara lain {nama[0]}.")
    loader = MigrationLoader(connection)
    belum = [k for k in loader.disk_migrations if k not in loader.applied_migrations]
    if belum:
        lapor(f"Portal ini lebih baru daripada cadangan ({len(belum)} migrasi): jalankan manage.py migrate.")
