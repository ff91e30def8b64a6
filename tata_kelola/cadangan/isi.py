"""Isi: what a database holds, asked by SQL alone, so that it also describes a snapshot or a database just restored."""

from django.apps import apps
from django.db.models import FileField

# Rows that name the hash of their file themselves: (model, field of the file, field of the hash).
BERSIDIK = (
    ("kepegawaian.Dosir", "file", "sha256"),
    ("kepegawaian.Naskah", "berkas_cetak", "hash_cetak"),
    ("kepegawaian.Naskah", "berkas_sah", "hash_sah"),
    ("kepegawaian.NaskahPegawai", "berkas_petikan", "hash_petikan"),
)
TABEL = """
    SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = 'public' AND c.relkind = 'r' ORDER BY 1
"""
TABEL_SEMUA = TABEL.replace("= 'r'", "IN ('r', 'p')")
BENDA = """
    SELECT (SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'),
           (SELECT count(*) FROM pg_indexes WHERE schemaname = 'public'),
           (SELECT count(*) FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
             WHERE n.nspname = 'public' AND contype <> 'n')
"""


def tabel(kursor):
    """Names of all tables with rows of their own, partitions included."""
    kursor.execute(TABEL)
    return [nama for (nama,) in kursor.fetchall()]


def hitung(kursor):
    """{table: number of rows}."""
    hasil = {}
    for nama in tabel(kursor):
        kursor.execute(f'SELECT count(*) FROM "{nama}"')  # noqa: S608 - a name of the catalogue
        hasil[nama] = kursor.fetchone()[0]
    return hasil


def benda(kursor):
    """{pemicu, indeks, batasan}: what guards the rows; a history without its triggers would not be append-only."""
    kursor.execute(BENDA)
    return dict(zip(("pemicu", "indeks", "batasan"), kursor.fetchone(), strict=True))


def migrasi(kursor):
    """["app.name", …] as applied."""
    kursor.execute("SELECT app || '.' || name FROM django_migrations ORDER BY 1")
    return [nama for (nama,) in kursor.fetchall()]


def versi_server(kursor):
    """Major version of the server."""
    kursor.execute("SHOW server_version_num")
    return int(kursor.fetchone()[0]) // 10000


def berkas_disebut(kursor, ada):
    """{file name: hash its row names, "" where it names none}, of every model whose table is in ``ada``."""
    hasil = {}
    sidik = {(model, medan): kolom for model, medan, kolom in BERSIDIK}
    for model in apps.get_models():
        if model._meta.db_table not in ada or model._meta.proxy:
            continue
        for medan in model._meta.local_concrete_fields:
            if not isinstance(medan, FileField):
                continue
            kolom = sidik.get((model._meta.label, medan.name))
            pilih = f'"{kolom}"' if kolom else "''"
            kursor.execute(
                f'SELECT "{medan.column}", {pilih} FROM "{model._meta.db_table}" WHERE "{medan.column}" <> \'\''  # noqa: S608 - names of models
            )
            for nama, satu in kursor.fetchall():
                hasil[nama] = satu or hasil.get(nama, "")
    return hasil
