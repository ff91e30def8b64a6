"""HasilIndeks and JatuhTempo become tables partitioned by putaran; Django knows them as plain tables."""

from django.db import migrations

TABEL = {
    "indeks_hasilindeks": (
        "putaran_id, pegawai_id",
        {"hasil_unit": "putaran_id, unit_id", "hasil_total": "putaran_id, total"},
    ),
    "indeks_jatuhtempo": ("putaran_id, pegawai_id, jenis", {"tempo_tanggal": "putaran_id, jenis, tanggal"}),
}


def ganti(tabel, kunci, indeks, bagi):
    """SQL that makes ``tabel`` anew with the same columns, keys and index names; ``bagi`` the partition clause."""
    return "\n".join(
        [
            f"ALTER TABLE {tabel} RENAME TO {tabel}_lama;",
            f"CREATE TABLE {tabel} (LIKE {tabel}_lama INCLUDING DEFAULTS INCLUDING CONSTRAINTS) {bagi};",
            f"DROP TABLE {tabel}_lama;",
            f"ALTER TABLE {tabel} ADD PRIMARY KEY ({kunci});",
            *(f"CREATE INDEX {nama} ON {tabel} ({kolom});" for nama, kolom in indeks.items()),
        ]
    )


class Migration(migrations.Migration):
    dependencies = [("indeks", "0001_putaran_indeks")]

    operations = [
        migrations.RunSQL(
            ganti(tabel, kunci, indeks, "PARTITION BY LIST (putaran_id)"), ganti(tabel, kunci, indeks, "")
        )
        for tabel, (kunci, indeks) in TABEL.items()
    ]
