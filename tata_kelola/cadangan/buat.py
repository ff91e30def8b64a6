"""Membuat cadangan: snapshot, dump, documents, certificates, and the manifest last."""

import hashlib
import json
import tarfile
import tempfile
from contextlib import contextmanager
from pathlib import Path

import psycopg2
from cryptography.fernet import Fernet
from django.conf import settings
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.utils import timezone

from bkd_portal import VERSI
from tata_kelola.cadangan import alat, isi
from tata_kelola.cadangan.alat import GalatCadangan

TANPA_P12 = (
    "{n} sertifikat penanda tangan (.p12) tidak ikut dicadangkan, karena CADANGAN_KUNCI tidak diisi. Simpan salinannya "
    "pada pejabat pemiliknya; tanpa itu pejabat menandatangani di atas kertas sampai sertifikatnya dipasang lagi."
)


def buat(tujuan, *, lama=None, lapor=print):
    """Writes a backup into the new folder ``tujuan``; returns its manifest.

    ``lama``: an earlier backup, whose equal documents are linked instead of copied again. Raises GalatCadangan, also when
    a row names a document that is not there: the folder then stands, and the manifest says which.
    """
    tujuan = Path(tujuan).absolute()
    if tujuan.exists() and any(tujuan.iterdir()):
        raise GalatCadangan(f"Folder {tujuan} sudah berisi. Beri tiap cadangan folder baru.")
    tujuan.mkdir(parents=True, exist_ok=True, mode=0o700)
    manifes = {"bentuk": 1, "portal": VERSI, "dibuat_pada": timezone.localtime().isoformat(timespec="seconds")}
    with snapshot() as (kursor, nama):
        manifes |= {
            "postgresql": isi.versi_server(kursor), "migrasi": isi.migrasi(kursor), "benda": isi.benda(kursor),
            "tabel": isi.hitung(kursor),
        }  # fmt: skip
        disebut = isi.berkas_disebut(kursor, set(manifes["tabel"]))
        lapor(f"Basis data: {len(manifes['tabel'])} tabel, {sum(manifes['tabel'].values())} baris …")
        _tuang(tujuan / alat.BASIS, nama, manifes["postgresql"])
    manifes["basis"] = _cap(tujuan / alat.BASIS)
    manifes["dokumen"] = _dokumen(tujuan, disebut, Path(lama) if lama else None, lapor)
    manifes["tte"] = _tte(tujuan / "tte", lapor)
    _simpan(tujuan / alat.MANIFES, manifes)
    if rusak := manifes["dokumen"]["hilang"] + manifes["dokumen"]["beda"]:
        raise GalatCadangan(
            f"Cadangan di {tujuan} selesai, tetapi {len(rusak)} dokumen yang disebut basis data tidak ada atau isinya "
            f"berubah (lihat {alat.MANIFES}), antara lain {', '.join(rusak[:3])}. Cari di cadangan sebelumnya."
        )
    lapor(f"Cadangan selesai di {tujuan}.")
    return manifes


@contextmanager
def snapshot():
    """A cursor that sees one moment of the database, and the name under which pg_dump sees the same one."""
    koneksi = psycopg2.connect(**connection.get_connection_params() | {"cursor_factory": None})
    try:
        koneksi.set_session(isolation_level="REPEATABLE READ", readonly=True)
        with koneksi.cursor() as kursor:
            kursor.execute("SELECT pg_export_snapshot()")
            yield kursor, kursor.fetchone()[0]
    finally:
        koneksi.close()


def _tuang(jalur, nama, server):
    """pg_dump in its own format, compressed, of the snapshot."""
    pilihan = ["--format=custom", "--no-owner", "--no-privileges", f"--snapshot={nama}", f"--file={jalur}"]
    alat.jalankan(alat.program("pg_dump", server), *pilihan)
    jalur.chmod(0o600)


def _dokumen(tujuan, disebut, lama, lapor):
    """Copies the store; {jumlah, byte, sidik of the list, hilang, beda, dibuang}."""
    if not isinstance(default_storage, FileSystemStorage):
        return _di_luar(tujuan, disebut, lapor)
    asal, ke = Path(settings.MEDIA_ROOT), tujuan / "dokumen"
    lalu = alat.baca_daftar(lama / alat.DAFTAR) if lama else {}
    sidik, total = {}, 0
    for nama in alat.berkas_di(asal):
        try:
            sidik[nama], besar = _ambil(asal / nama, ke / nama, lama and lama / "dokumen" / nama, lalu.get(nama))
        except FileNotFoundError:
            continue  # a konsep thrown away a moment ago
        total += besar
    alat.tulis_daftar(tujuan / alat.DAFTAR, sidik)
    lapor(f"Dokumen: {len(sidik)} berkas, {total / 1e6:.1f} MB.")
    kurang = sorted(set(disebut) - set(sidik))
    masih = _masih_disebut(kurang)
    return {
        "jumlah": len(sidik), "byte": total, "sidik": alat.sidik(tujuan / alat.DAFTAR),
        "hilang": [n for n in kurang if n in masih], "dibuang": [n for n in kurang if n not in masih],
        "beda": sorted(n for n, s in disebut.items() if s and sidik.get(n, s) != s),
    }  # fmt: skip


def _di_luar(tujuan, disebut, lapor):
    """Documents in an object storage: the backup names them, their bytes are kept by the versions of the bucket."""
    alat.tulis_daftar(tujuan / alat.DAFTAR, {})
    lapor(
        f"{len(disebut)} dokumen berada di penyimpanan objek dan tidak ikut disalin. Nyalakan versi dan salinan pada "
        "penyimpanan itu; penyimpanannya tidak boleh dikosongkan selama cadangan ini masih dipakai."
    )
    return {"jumlah": 0, "byte": 0, "sidik": alat.sidik(tujuan / alat.DAFTAR), "hilang": [], "beda": [],
            "dibuang": [], "di_luar": len(disebut)}  # fmt: skip


def _ambil(asal, ke, dulu, sidik_dulu):
    """(hash, bytes) of a document now in the backup: linked to the earlier one when it is as large, else copied.

    A document is never rewritten; one that changed on the disk under the same size is found by the hash its row names, and
    by ``pulihkan``, which reads every file.
    """
    besar = asal.stat().st_size
    if sidik_dulu and dulu.exists() and dulu.stat().st_size == besar and alat.tautkan(dulu, ke):
        return sidik_dulu, besar
    return alat.salin(asal, ke)


def _masih_disebut(nama):
    """Those of ``nama`` that a row still names now: they are really lost."""
    if not nama:
        return set()
    with connection.cursor() as kursor:
        return set(nama) & set(isi.berkas_disebut(kursor, set(isi.tabel(kursor))))


def _tte(ke, lapor):
    """Roots of trust as they are; keys of officials only encrypted. {akar, p12, kunci}."""
    asal = Path(settings.TTE_DIR)
    semua = alat.berkas_di(asal)
    akar = {n: alat.salin(asal / n, ke / n)[0] for n in semua if n.startswith("akar/")}
    rahasia = [n for n in semua if n not in akar]
    hasil = {"akar": akar, "p12": 0, "tidak_ikut": len(rahasia)}
    if rahasia and settings.CADANGAN_KUNCI:
        bungkus(asal, rahasia, ke / "p12.rahasia")
        hasil |= {"p12": len(rahasia), "tidak_ikut": 0, "sidik_p12": alat.sidik(ke / "p12.rahasia")}
    elif rahasia:
        lapor(TANPA_P12.format(n=len(rahasia)))
    return hasil


def bungkus(asal, nama, jalur):
    """One encrypted file of the certificates; each of them is besides closed by its official's own passphrase."""
    jalur.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryFile() as wadah:
        with tarfile.open(fileobj=wadah, mode="w") as arsip:
            for satu in nama:
                arsip.add(asal / satu, arcname=satu, recursive=False)
        wadah.seek(0)
        jalur.write_bytes(kunci().encrypt(wadah.read()))
    jalur.chmod(0o600)


def kunci():
    """The Fernet of CADANGAN_KUNCI. Raises GalatCadangan."""
    try:
        return Fernet(settings.CADANGAN_KUNCI.encode())
    except ValueError as galat:
        raise GalatCadangan("CADANGAN_KUNCI bukan kunci Fernet; lihat docs/cadangan.md cara membuatnya.") from galat


def _cap(jalur):
    return {"sidik": alat.sidik(jalur), "byte": jalur.stat().st_size}


def _simpan(jalur, manifes):
    """The manifest, with a hash over itself: a cut or edited one is noticed."""
    teks = json.dumps(manifes, ensure_ascii=False, indent=1, sort_keys=True)
    manifes["sidik"] = hashlib.sha256(teks.encode()).hexdigest()
    jalur.write_text(json.dumps(manifes, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    jalur.chmod(0o600)
