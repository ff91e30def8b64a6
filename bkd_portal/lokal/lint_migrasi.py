"""Migrasi tanpa henti: what a migration must not do while the code of the release before it still runs.

During an upgrade the schema is new while some processes are still old, and a table that is locked for a minute is a portal
that stands still. So within one release, on tables that exist already:

- no column or table is dropped or renamed (the old code still names it): first a release whose code and state no longer use
  it (``SeparateDatabaseAndState``), then one that drops it;
- a new column may be empty or has a ``db_default`` (the old code inserts without it);
- a column keeps its type and does not begin to refuse NULL;
- an index is made by ``AddIndexConcurrently`` in a migration with ``atomic = False``; a unique constraint rests on such an
  index; a check comes NOT VALID (``AddConstraintNotValid``) and is validated by a migration of its own (``ValidateConstraint``);
- SQL and data: no DROP, RENAME, type change or plain CREATE INDEX in ``RunSQL``; schema and data never in one migration.

``DASAR`` names the last migration of each app that was there before the rules: what is older landed while no portal
was in use. ``PENGECUALIAN`` names later ones that break a rule knowingly, each with its reason. Explained for the engineer
in docs/naik-versi.md. ``python -m bkd_portal.lokal.lint_migrasi`` (part of ``make lint``) prints what breaks a rule.
"""

import json
import os
import re
import sys
from pathlib import Path

BERKAS_DASAR = Path(__file__).with_name("migrasi_dasar.json")
# {"app.name": "reason"}: landed knowingly, e.g. while nobody used the table yet.
PENGECUALIAN = {}
SQL_TERLARANG = (
    (re.compile(r"\bDROP\s+(TABLE|COLUMN)\b", re.I), "membuang tabel atau kolom"),
    (re.compile(r"\bRENAME\s+(TO|COLUMN)\b", re.I), "mengganti nama"),
    (re.compile(r"\bALTER\s+COLUMN\s+\S+\s+(SET\s+DATA\s+)?TYPE\b", re.I), "mengubah jenis kolom"),
    (re.compile(r"\bSET\s+NOT\s+NULL\b", re.I), "mewajibkan isi kolom"),
    (re.compile(r"\bCREATE\s+(UNIQUE\s+)?INDEX\s+(?!CONCURRENTLY)", re.I), "membuat indeks tanpa CONCURRENTLY"),
)


def periksa(migrasi, *, baru=(), kolom=None):
    """[sentence] of what one migration breaks.

    ``baru``: {app_label.model} of tables that came with this release, on which nothing is forbidden. ``kolom(app, model,
    field)``: the field as it was before, None where that is unknown.
    """
    app, salah, buatan = migrasi.app_label, [], set(baru)
    data = skema = False
    for op in _rata(migrasi.operations):
        nama = type(op).__name__
        if nama == "CreateModel":
            buatan.add(f"{app}.{op.name_lower}")
            continue
        data |= nama == "RunPython"
        skema |= nama in ("AddField", "AlterField", "RemoveField", "AddConstraint")
        model = getattr(op, "model_name_lower", None) or getattr(op, "name_lower", "")
        if f"{app}.{model}" in buatan:
            continue
        kata = _satu(op, nama, migrasi, lambda f, m=model: kolom(app, m, f) if kolom else None)
        if kata:
            salah.append(f"{app}.{migrasi.name}: {kata}")
    if data and skema:
        salah.append(
            f"{app}.{migrasi.name}: mengubah skema dan data sekaligus mengunci tabel selama data diolah; pisahkan."
        )
    return salah


def _rata(operasi):
    """Operations on the database; of a SeparateDatabaseAndState only those of the database."""
    for op in operasi:
        if type(op).__name__ == "SeparateDatabaseAndState":
            yield from _rata(op.database_operations)
        else:
            yield op


def _satu(op, nama, migrasi, lama):
    """What one operation on a table that exists already breaks, None when nothing."""
    if nama in ("RemoveField", "DeleteModel"):
        return f"{op.describe()}: kode versi lama masih memakainya. Lepas dahulu dari kode dan keadaan, buang pada rilis berikutnya."
    if nama in ("RenameField", "RenameModel", "AlterModelTable"):
        return f"{op.describe()}: kode versi lama tidak mengenal nama baru. Tambah yang baru, salin, buang yang lama kemudian."
    if nama == "AddField":
        return _kolom_baru(op)
    if nama == "AlterField":
        return _kolom_ubah(op, lama(op.name))
    if nama in ("AddIndex", "RemoveIndex"):
        return f"{op.describe()}: pakai {nama}Concurrently dan atomic = False."
    if nama.endswith("Concurrently") and migrasi.atomic:
        return f"{op.describe()}: memerlukan atomic = False."
    if nama == "AddConstraint":
        return _batasan(op)
    if nama == "RunSQL":
        return _sql(op)
    return None


def _kolom_baru(op):
    kolom = op.field
    if kolom.many_to_many:
        return None
    if not kolom.null and not kolom.has_db_default():
        return f"{op.describe()}: kode versi lama menambah baris tanpa kolom ini. Beri null=True atau db_default."
    if kolom.unique or kolom.db_index:
        return f"{op.describe()}: indeksnya mengunci tabel. Beri db_index=False, lalu AddIndexConcurrently."
    return None


def _kolom_ubah(op, lama):
    if lama is None:
        return None
    if lama.null and not op.field.null:
        return f"{op.describe()}: kolom mulai menolak kosong; versi lama masih menulis kosong. Pakai CHECK NOT VALID dahulu."
    if _jenis(lama) != _jenis(op.field) and not _lebih_panjang(lama, op.field):
        return f"{op.describe()}: jenis kolom berubah, tabel ditulis ulang. Tambah kolom baru, salin, ganti."
    if (op.field.unique and not lama.unique) or (op.field.db_index and not lama.db_index):
        return f"{op.describe()}: indeksnya mengunci tabel. Pakai AddIndexConcurrently."
    return None


def _jenis(kolom):
    return (kolom.get_internal_type(), getattr(kolom, "max_length", None), getattr(kolom, "max_digits", None),
            getattr(kolom, "decimal_places", None))  # fmt: skip


def _lebih_panjang(lama, baru):
    """varchar that grows (or becomes text) is not rewritten by PostgreSQL."""
    if lama.get_internal_type() != "CharField":
        return False
    if baru.get_internal_type() == "TextField":
        return True
    return baru.get_internal_type() == "CharField" and (baru.max_length or 10**9) >= (lama.max_length or 10**9)


def _batasan(op):
    jenis = type(op.constraint).__name__
    if jenis == "CheckConstraint":
        return f"{op.describe()}: memeriksa seluruh tabel selagi terkunci. Pakai AddConstraintNotValid, lalu ValidateConstraint."
    return f"{op.describe()}: membuat indeks selagi tabel terkunci. Buat indeks unik CONCURRENTLY, lalu pasang batasannya."


def _sql(op):
    teks = op.sql if isinstance(op.sql, str) else " ".join(s if isinstance(s, str) else s[0] for s in op.sql)
    for pola, kata in SQL_TERLARANG:
        if pola.search(teks):
            return f"RunSQL {kata}; lihat docs/naik-versi.md."
    return None


def semua(muat, dasar, pengecualian):
    """[sentence] of all migrations after ``dasar`` ({app: last name}); ``muat``: Django's MigrationLoader of the files."""
    salah, baru, keadaan = [], set(), {}
    urut = [k for k in _urutan(muat) if k[0] in dasar and k[1] > dasar[k[0]]]
    for kunci in urut:
        migrasi = muat.disk_migrations[kunci]
        if kunci not in keadaan:
            keadaan[kunci] = muat.project_state([kunci], at_end=False)

        def kolom(app, model, nama, satu=keadaan[kunci]):
            lama = satu.models.get((app, model))
            return lama.fields.get(nama) if lama else None

        temuan = periksa(migrasi, baru=baru, kolom=kolom)
        baru |= {f"{kunci[0]}.{o.name_lower}" for o in _rata(migrasi.operations) if type(o).__name__ == "CreateModel"}
        if ".".join(kunci) not in pengecualian:
            salah += temuan
    return salah


def _urutan(muat):
    """Keys in an order in which they may be applied."""
    hasil = []
    for daun in muat.graph.leaf_nodes():
        hasil += [k for k in muat.graph.forwards_plan(daun) if k not in hasil]
    return hasil


def dasar():
    """{app: name of the last migration that is older than the rules}."""
    return json.loads(BERKAS_DASAR.read_text(encoding="utf-8"))


def main(argumen):
    """Prints what breaks a rule; ``--tetapkan-dasar`` writes the present last migrations as the base (first release only)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bkd_portal.settings")
    import django  # noqa: PLC0415 - the settings module is named first

    django.setup()
    from django.apps import apps  # noqa: PLC0415 - after django.setup()
    from django.conf import settings  # noqa: PLC0415 - as above
    from django.db.migrations.loader import MigrationLoader  # noqa: PLC0415 - as above

    muat = MigrationLoader(None, ignore_no_migrations=True)
    kami = {a.label for a in apps.get_app_configs() if Path(a.path).parent == Path(settings.BASE_DIR)}
    if argumen == ["--tetapkan-dasar"]:
        isi = {
            a: max(n for b, n in muat.disk_migrations if b == a)
            for a in sorted({b for b, _ in muat.disk_migrations} & kami)
        }
        BERKAS_DASAR.write_text(json.dumps(isi, indent=1) + "\n", encoding="utf-8")
        return 0
    salah = semua(muat, dict.fromkeys(kami, "") | dasar(), PENGECUALIAN)
    print("\n".join(salah))
    return 1 if salah else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
