"""Gandakan: copies of a base population by INSERT … SELECT, so that a million persons take minutes.

Copied is who never held a seat (a seat has one holder). A copy keeps birth date, entry and sex, and so the
first fifteen digits of the NIP; its running number is moved by ``k * langkah``, its surname and contact data
change, its riwayat rows are the same. One statement per table and copy keeps memory flat and the rows of a
person near each other on disk.
"""

from kepegawaian.bangkit.kata import BELAKANG_L, BELAKANG_P
from kepegawaian.models import JENIS_RIWAYAT, Pegawai

URUT_TERTINGGI = 999


class TerlaluBanyak(Exception):
    """More copies than running numbers of a NIP allow."""


def gandakan(kursor, awal, dasar, jumlah, catat):
    """Adds ``jumlah - dasar`` copies of the ``dasar`` persons with ids from ``awal`` on."""
    pola = _siapkan_pola(kursor, awal, dasar)
    kursor.execute("SELECT max(substr(nip, 16)::int) FROM bangkit_pegawai")
    langkah = kursor.fetchone()[0]
    putaran = -(-(jumlah - dasar) // pola)
    if (putaran + 1) * langkah > URUT_TERTINGGI:
        raise TerlaluBanyak(f"{jumlah} orang memerlukan populasi dasar yang lebih besar (--dasar).")
    mulai = awal + dasar
    for k in range(1, putaran + 1):
        banyak = min(pola, jumlah - dasar - (k - 1) * pola)
        _satu_putaran(kursor, k, langkah, mulai + (k - 1) * pola, banyak)
        if k % 10 == 0:
            catat(f"  {dasar + min(k * pola, jumlah - dasar):,} orang")


def _siapkan_pola(kursor, awal, dasar):
    """Temporary copies of the base rows, numbered; returns how many persons may be copied."""
    kursor.execute(
        "CREATE TEMP TABLE bangkit_pola ON COMMIT DROP AS"
        " SELECT p.id, p.jenis_kelamin AS kelamin, (row_number() OVER (ORDER BY p.id) - 1)::int AS urut FROM kepegawaian_pegawai p"
        " WHERE p.id >= %s AND p.id < %s AND NOT EXISTS (SELECT 1 FROM kepegawaian_riwayatjabatan r"
        " JOIN kepegawaian_jabatan j ON j.id = r.jabatan_id WHERE r.pegawai_id = p.id AND j.unit_id IS NOT NULL)",
        [awal, awal + dasar],
    )
    kursor.execute("CREATE INDEX ON bangkit_pola (id)")
    kursor.execute("ANALYZE bangkit_pola")
    for nama, model, kunci in (("pegawai", Pegawai, "id"), *((j, m, "pegawai_id") for j, m in JENIS_RIWAYAT.items())):
        kursor.execute(
            f"CREATE TEMP TABLE bangkit_{nama} ON COMMIT DROP AS SELECT b.urut, b.kelamin, t.*"  # noqa: S608 - names of our models
            f" FROM {model._meta.db_table} t JOIN bangkit_pola b ON b.id = t.{kunci} ORDER BY b.urut, t.id"
        )
        kursor.execute(f"ANALYZE bangkit_{nama}")
    kursor.execute("SELECT count(*) FROM bangkit_pola")
    return kursor.fetchone()[0]


def _satu_putaran(kursor, k, langkah, mulai, banyak):
    """Writes the ``k``-th copy of the first ``banyak`` persons with ids from ``mulai`` on."""
    nilai = {"k": k, "langkah": langkah, "mulai": mulai, "banyak": banyak}
    nilai |= {"l": BELAKANG_L[k % len(BELAKANG_L)], "p": BELAKANG_P[k % len(BELAKANG_P)]}
    ganti = {
        "id": "%(mulai)s + urut",
        "nip": "substr(nip, 1, 15) || lpad((substr(nip, 16)::int + %(k)s * %(langkah)s)::text, 3, '0')",
        "pns_id": "upper(md5(pns_id || '-' || %(k)s))",
        "nip_lama": "''",
        "nik": "substr(nik, 1, 13) || lpad(((substr(nik, 14)::int + %(k)s * 37) %% 1000)::text, 3, '0')",
        "email": "substr(nip, 1, 15) || '.' || (%(mulai)s + urut) || '@contoh.example'",
    }
    _salin(kursor, "pegawai", Pegawai, ganti, nilai)
    nama = "regexp_replace(nama, '\\S+$', CASE kelamin WHEN 'L' THEN %(l)s ELSE %(p)s END)"
    for jenis, model in JENIS_RIWAYAT.items():
        ganti = {"pegawai_id": "%(mulai)s + urut"}
        if jenis == "identitas":
            ganti["nama"] = nama
        _salin(kursor, jenis, model, ganti, nilai)


def _salin(kursor, nama, model, ganti, nilai):
    kolom = [f.column for f in model._meta.concrete_fields if not f.primary_key or model is Pegawai]
    sumber = ", ".join(ganti.get(k, f'"{k}"') for k in kolom)
    tujuan = ", ".join(f'"{k}"' for k in kolom)
    kursor.execute(
        f'INSERT INTO "{model._meta.db_table}" ({tujuan}) SELECT {sumber}'  # noqa: S608 - names of our models
        f" FROM bangkit_{nama} WHERE urut < %(banyak)s",
        nilai,
    )
