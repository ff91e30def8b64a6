"""Aturan migrasi tanpa henti: tiap larangan dengan bentuk yang ditolak dan bentuk penggantinya yang diterima."""

import pytest
from django.contrib.postgres.operations import (
    AddConstraintNotValid,
    AddIndexConcurrently,
    RemoveIndexConcurrently,
    ValidateConstraint,
)
from django.db import migrations as m, models
from django.db.migrations.loader import MigrationLoader

from bkd_portal.lokal import lint_migrasi

LAMA = {
    "nama": models.CharField(max_length=40),
    "nomor": models.IntegerField(null=True),
    "isi": models.TextField(),
}
INDEKS = models.Index(fields=["nama"], name="i")
CEK = models.CheckConstraint(condition=models.Q(nomor__gt=0), name="c")


def periksa(*operasi, atomic=True, baru=()):
    satu = m.Migration("9001_uji", "layanan")
    satu.operations, satu.atomic = list(operasi), atomic
    return lint_migrasi.periksa(satu, baru=baru, kolom=lambda app, model, nama: LAMA.get(nama))


def kosong(*_):
    """A step on data."""


def salah(*operasi, **cara):
    (kata,) = periksa(*operasi, **cara)
    return kata


@pytest.mark.parametrize(
    ("operasi", "kata"),
    [
        (m.RemoveField("usulan", "nama"), "masih memakainya"),
        (m.DeleteModel("Usulan"), "masih memakainya"),
        (m.RenameField("usulan", "nama", "sebutan"), "nama baru"),
        (m.RenameModel("Usulan", "Permohonan"), "nama baru"),
        (m.AlterModelTable("usulan", "lain"), "nama baru"),
        (m.AddField("usulan", "baru", models.IntegerField()), "db_default"),
        (m.AddField("usulan", "baru", models.IntegerField(default=1)), "db_default"),
        (m.AddField("usulan", "baru", models.IntegerField(null=True, db_index=True)), "AddIndexConcurrently"),
        (m.AlterField("usulan", "nomor", models.IntegerField()), "menolak kosong"),
        (m.AlterField("usulan", "nomor", models.BigIntegerField(null=True)), "jenis kolom"),
        (m.AlterField("usulan", "nama", models.CharField(max_length=20)), "jenis kolom"),
        (m.AlterField("usulan", "nama", models.CharField(max_length=40, unique=True)), "mengunci"),
        (m.AddIndex("usulan", INDEKS), "AddIndexConcurrently"),
        (m.AddConstraint("usulan", CEK), "NotValid"),
        (m.AddConstraint("usulan", models.UniqueConstraint(fields=["nama"], name="u")), "CONCURRENTLY"),
        (m.RunSQL("ALTER TABLE layanan_usulan DROP COLUMN nama"), "membuang"),
        (m.RunSQL("ALTER TABLE layanan_usulan RENAME COLUMN nama TO x"), "nama"),
        (m.RunSQL("ALTER TABLE layanan_usulan ALTER COLUMN nomor TYPE bigint"), "jenis"),
        (m.RunSQL([("CREATE INDEX x ON layanan_usulan (nama)", None)]), "CONCURRENTLY"),
    ],
)
def test_yang_menghentikan_portal_ditolak_dengan_jalan_keluarnya(operasi, kata):
    assert kata in salah(operasi)
    assert salah(operasi).startswith("layanan.9001_uji: ")


@pytest.mark.parametrize(
    "operasi",
    [
        m.SeparateDatabaseAndState(state_operations=[m.RemoveField("usulan", "nama")]),
        m.AddField("usulan", "baru", models.IntegerField(null=True)),
        m.AddField("usulan", "baru", models.IntegerField(db_default=0)),
        m.AddField("usulan", "induk", models.ForeignKey("layanan.Usulan", models.PROTECT, null=True, db_index=False)),
        m.AlterField("usulan", "nama", models.CharField(max_length=80)),
        m.AlterField("usulan", "nama", models.TextField()),
        m.AlterField("usulan", "isi", models.TextField(blank=True, help_text="lain")),
        m.AddField("usulan", "banyak", models.ManyToManyField("layanan.Berkas")),
        AddConstraintNotValid("usulan", CEK),
        ValidateConstraint("usulan", "c"),
        m.RunSQL("UPDATE layanan_usulan SET nama = ''"),
        m.RunSQL("CREATE INDEX CONCURRENTLY x ON layanan_usulan (nama)"),
        m.RunPython(kosong),
    ],
)
def test_penggantinya_diterima(operasi):
    assert periksa(operasi) == []


def test_indeks_tanpa_mengunci_memerlukan_migrasi_tanpa_transaksi():
    for op in (AddIndexConcurrently("usulan", INDEKS), RemoveIndexConcurrently("usulan", "i")):
        assert "atomic" in salah(op)
        assert periksa(op, atomic=False) == []


def test_tabel_yang_baru_lahir_bebas_diubah():
    buat = m.CreateModel("Baru", [("id", models.BigAutoField(primary_key=True)), ("nama", models.TextField())])
    assert periksa(buat, m.AddField("baru", "n", models.IntegerField()), m.AddIndex("baru", INDEKS)) == []
    assert periksa(m.RemoveField("baru", "nama"), baru={"layanan.baru"}) == []


def test_skema_dan_data_tidak_dalam_satu_migrasi():
    kata = salah(m.AddField("usulan", "baru", models.IntegerField(null=True)), m.RunPython(kosong))
    assert "skema dan data" in kata


def test_migrasi_sesudah_dasar_menaati_aturan_dan_pengecualiannya_beralasan():
    muat = MigrationLoader(None, ignore_no_migrations=True)
    assert lint_migrasi.semua(muat, lint_migrasi.dasar(), lint_migrasi.PENGECUALIAN) == []
    assert all(len(alasan) > 20 for alasan in lint_migrasi.PENGECUALIAN.values())
    ada = {".".join(k) for k in muat.disk_migrations}
    assert ada >= set(lint_migrasi.PENGECUALIAN)
    assert ada >= {f"{app}.{nama}" for app, nama in lint_migrasi.dasar().items()}


def test_linter_sungguh_menemukan_pada_migrasi_kita_sendiri():
    """Without the base the oldest ones would be found: the walk over all files works."""
    muat = MigrationLoader(None, ignore_no_migrations=True)
    dasar = lint_migrasi.dasar()
    app = "layanan"
    pertama = min(n for a, n in muat.disk_migrations if a == app)
    assert lint_migrasi.semua(muat, {app: pertama}, {}) != []
    assert lint_migrasi.semua(muat, {app: dasar[app]}, {}) == []
