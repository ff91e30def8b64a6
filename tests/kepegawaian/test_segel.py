"""Segel jejak: baris yang diubah, dihapus, atau disisipkan ketahuan dengan nomornya; penulis tidak pernah menunggu."""

from contextlib import closing

import psycopg2
import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from kepegawaian import jejak, segel
from kepegawaian.models import Jejak, Pegawai, Pemberitahuan, SegelJejak
from tests.pabrik import buat_akun, tugaskan

pytestmark = pytest.mark.django_db


@pytest.fixture
def baris(db):
    """Seven rows of the trail and the ids they have, sealed in blocks of three."""
    with jejak.sebagai(None, "10.0.0.1"):
        ids = [jejak.catat("ekspor", ("pegawai", n), jumlah=n, daftar="uji").pk for n in range(7)]
    assert segel.segel("jejak", blok=3) == 3
    return ids


def temuan(**lain):
    return [(t.nomor, t.apa, t.baris) for t in segel.periksa("jejak", **lain)]


def sebagai_superuser(sql, *nilai):
    """What somebody does who can switch triggers off."""
    with connection.cursor() as kursor:
        kursor.execute("ALTER TABLE kepegawaian_jejak DISABLE TRIGGER USER")
        kursor.execute(sql, nilai)
        kursor.execute("ALTER TABLE kepegawaian_jejak ENABLE TRIGGER USER")


def test_jejak_yang_tidak_disentuh_dinyatakan_utuh_dan_menyegel_dua_kali_tidak_mengubah_apa_pun(baris, capsys):
    assert temuan() == []
    assert segel.segel_semua(blok=3) == 0
    blok = list(SegelJejak.objects.filter(tabel="jejak").order_by("nomor"))
    assert [b.jumlah for b in blok] == [3, 3, 1]
    assert [(b.dari_id, b.sampai_id) for b in blok] == [
        (1, baris[2]), (baris[2] + 1, baris[5]), (baris[5] + 1, baris[6]),
    ]  # fmt: skip
    assert [b.sidik_sebelum for b in blok] == [segel.AWAL, blok[0].sidik, blok[1].sidik]
    call_command("periksa_jejak")
    assert "Jejak utuh." in capsys.readouterr().out


def test_baris_yang_diubah_disebut_blok_dan_nomornya(baris):
    sebagai_superuser("UPDATE kepegawaian_jejak SET dari = '10.9.9.9' WHERE id = %s", baris[4])
    assert temuan() == [(2, "baris diubah", (baris[4],))]
    with pytest.raises(CommandError, match="1 temuan"):
        call_command("periksa_jejak")


@pytest.mark.parametrize(
    "kolom",
    ["pada = pada + interval '1 microsecond'", "oleh_id = 7", "sebagai = 'x'", "aksi = 'masuk'", "objek = 'naskah'",
     "objek_id = NULL", "pegawai_id = 1", """data = '{"jumlah": 5, "daftar": "uji"}'"""],
)  # fmt: skip
def test_tiap_kolom_jejak_ikut_tersegel(baris, kolom):
    sebagai_superuser(f"UPDATE kepegawaian_jejak SET {kolom} WHERE id = %s", baris[1])  # noqa: S608 - words of this test
    assert temuan() == [(1, "baris diubah", (baris[1],))]


def test_baris_yang_dihapus_disebut_blok_dan_nomornya(baris):
    sebagai_superuser("DELETE FROM kepegawaian_jejak WHERE id IN (%s, %s)", baris[3], baris[6])
    assert temuan() == [(2, "baris dihapus", (baris[3],)), (3, "baris dihapus", (baris[6],))]


def test_baris_yang_disisipkan_disebut_juga_pada_nomor_yang_kosong(db):
    with jejak.sebagai(None):
        awal = jejak.catat("masuk", ("pengguna", 1)).pk
    with connection.cursor() as kursor:  # an act that fell leaves a gap
        kursor.execute("SELECT nextval(pg_get_serial_sequence('kepegawaian_jejak', 'id'))")
        (celah,) = kursor.fetchone()
    with jejak.sebagai(None):
        jejak.catat("keluar", ("pengguna", 1))
    segel.segel("jejak")
    Jejak.objects.create(pk=celah, aksi="masuk", objek="pengguna", objek_id=2)
    Jejak.objects.create(pk=-5, aksi="masuk", objek="pengguna", objek_id=2)
    assert celah == awal + 1
    assert temuan() == [(1, "baris disisipkan", (celah,)), (0, "baris disisipkan sebelum blok pertama", (-5,))]


def tanpa_trigger_segel(sql, *nilai):
    with connection.cursor() as kursor:
        kursor.execute("ALTER TABLE kepegawaian_segeljejak DISABLE TRIGGER USER")
        kursor.execute(sql, nilai)
        kursor.execute("ALTER TABLE kepegawaian_segeljejak ENABLE TRIGGER USER")


def test_segel_yang_hilang_atau_disunting_ketahuan(baris):
    tanpa_trigger_segel("UPDATE kepegawaian_segeljejak SET jumlah = 2 WHERE tabel = 'jejak' AND nomor = 1")
    assert temuan() == [(1, "segelnya sendiri berubah", ())]
    tanpa_trigger_segel("UPDATE kepegawaian_segeljejak SET jumlah = 3 WHERE tabel = 'jejak' AND nomor = 1")
    tanpa_trigger_segel("DELETE FROM kepegawaian_segeljejak WHERE tabel = 'jejak' AND nomor = 2")
    assert temuan() == [(3, "blok 2 sampai 2 hilang", ()), (3, "tidak bersambung dengan blok sebelumnya", ())]


def test_rantai_yang_ditulis_ulang_seluruhnya_ketahuan_oleh_patokan(baris, capsys):
    lama = SegelJejak.objects.get(tabel="jejak", nomor=2).sidik
    call_command("periksa_jejak", patokan=[f"jejak:2:{lama}"])
    sebagai_superuser("UPDATE kepegawaian_jejak SET aksi = 'keluar' WHERE id = %s", baris[0])
    tanpa_trigger_segel("DELETE FROM kepegawaian_segeljejak WHERE tabel = 'jejak'")
    segel.segel("jejak", blok=3)
    assert temuan() == []
    assert temuan(patokan={2: lama}) == [(2, "sidiknya bukan sidik patokan: rantai ditulis ulang", ())]
    assert temuan(patokan={9: lama}) == [(9, "blok patokan ini tidak ada lagi", ())]
    with pytest.raises(CommandError, match="bukan TABEL:BLOK:SIDIK"):
        call_command("periksa_jejak", patokan=["jejak-2"])


@pytest.mark.parametrize("tabel", ["kepegawaian_jejak", "kepegawaian_aksessensitif", "kepegawaian_segeljejak"])
@pytest.mark.parametrize("sql", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_jejak_pembacaan_dan_segelnya_hanya_bertambah(baris, tabel, sql):
    with jejak.sebagai(None):
        jejak.catat_sensitif(Pegawai.objects.create(nip="198605172015032001", tanggal_lahir="1986-05-17").pk, "nik")
    with connection.cursor() as kursor:
        kursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(DatabaseError, match="hanya boleh ditambah"), transaction.atomic():
            kursor.execute(sql.format(tabel))


def test_riwayat_perubahan_tabel_yang_dapat_disunting_juga_hanya_bertambah(db):
    Pegawai.objects.create(nip="198605172015032001", tanggal_lahir="1986-05-17")
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT c.relname FROM pg_class c JOIN information_schema.columns k ON k.table_name = c.relname "
            "WHERE k.column_name = 'pgh_id' AND NOT EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgrelid = c.oid "
            "AND t.tgname LIKE 'pgtrigger_append_only_%%')"
        )
        assert kursor.fetchall() == []
    for sql in ("UPDATE kepegawaian_pegawaiperistiwa SET dari = 'x'", "DELETE FROM kepegawaian_pegawaiperistiwa"):
        with (
            pytest.raises(DatabaseError, match="Cannot update or delete"),
            transaction.atomic(),
            connection.cursor() as k,
        ):
            k.execute(sql)


def test_temuan_malam_tercatat_dan_diberitahukan_kepada_pengawas(baris):
    gita = buat_akun(nama_pengguna="admin", nama="Gita")
    tugaskan(gita, "admin")
    assert segel.periksa_malam() == []
    assert not Pemberitahuan.objects.exists()
    sebagai_superuser("DELETE FROM kepegawaian_jejak WHERE id = %s", baris[0])
    segel.periksa_malam()
    assert [j.data["hasil"] for j in Jejak.objects.filter(aksi="segel_periksa")] == ["1 temuan", "utuh"]
    assert Pemberitahuan.objects.get().pengguna_id == gita.pk


@pytest.mark.django_db(transaction=True)
def test_transaksi_yang_masih_terbuka_tidak_dilompati_dan_tidak_menunggu():
    """An act draws id 1 and lasts; a later one commits id 2. Sealed now, row 1 would appear inside a sealed block."""
    with closing(psycopg2.connect(**connection.get_connection_params() | {"cursor_factory": None})) as lain:
        with lain.cursor() as kursor:
            kursor.execute(
                "INSERT INTO kepegawaian_jejak (sebagai, aksi, objek, data) VALUES ('', 'masuk', 'pengguna', '{}') RETURNING id"
            )
            (lama,) = kursor.fetchone()
        with jejak.sebagai(None):
            baru = jejak.catat("keluar", ("pengguna", 1)).pk
        assert baru == lama + 1
        assert segel.segel("jejak", tunggu=0.1) == 0
        lain.commit()
    assert segel.segel("jejak", tunggu=0.1) == 1
    assert SegelJejak.objects.get(tabel="jejak").jumlah == 2
    assert temuan() == []
    # Another job at it: this one leaves it alone instead of waiting.
    with jejak.sebagai(None):
        jejak.catat("masuk", ("pengguna", 1))
    with closing(psycopg2.connect(**connection.get_connection_params() | {"cursor_factory": None})) as lain:
        with lain.cursor() as kursor:
            kursor.execute("SELECT pg_advisory_xact_lock(%s)", [segel.KUNCI])
        assert segel.segel("jejak", tunggu=0.1) == 0
    assert segel.segel("jejak") == 1
