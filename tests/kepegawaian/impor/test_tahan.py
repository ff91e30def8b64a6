"""Ketahanan: pekerja yang mati, dua batch sekaligus, dan yang hanya dapat ditolak database."""

import threading

import pytest
from django.db import InterfaceError, OperationalError, connection, connections

from kepegawaian import impor
from kepegawaian.impor import penerapan
from kepegawaian.impor.kunci import TERAPKAN, kunci
from kepegawaian.models import JENIS_RIWAYAT, BatchImpor, Pegawai, Pengguna, ProfilKini
from tests.kepegawaian.impor.conftest import ANI, NIP, baca, galat, jumlah_riwayat, orang, riwayat, siasn, terapkan

BANYAK = [orang(i) for i in range(1, 31)]
SKP = [{"NIP": o["NIP BARU"], "TAHUN": t, "PREDIKAT": "Baik"} for o in BANYAK for t in ("2024", "2025")]


def sql(perintah):
    with connection.cursor() as kursor:
        kursor.execute(perintah)


def matikan_pada(nip):
    """The server cuts the connection when this person is written, as when a worker is killed."""
    sql(
        "CREATE FUNCTION mati() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
        f" IF NEW.nip = '{nip}' THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; RETURN NEW; END $$"
    )
    sql("CREATE TRIGGER mati BEFORE INSERT ON kepegawaian_pegawai FOR EACH ROW EXECUTE FUNCTION mati()")


@pytest.mark.django_db(transaction=True)
def test_penerapan_yang_mati_dilanjutkan_dan_hasilnya_sama(monkeypatch):
    monkeypatch.setattr(penerapan, "POTONG", 10)
    batch = baca(siasn(BANYAK, RW_SKP=SKP))
    matikan_pada(BANYAK[24]["NIP BARU"])
    with pytest.raises((OperationalError, InterfaceError)):
        impor.terapkan(batch.pk)
    connection.close()
    batch.refresh_from_db()
    assert (batch.status, batch.kemajuan, batch.jumlah) == ("menerapkan", 60, 90)
    assert Pegawai.objects.count() == ProfilKini.objects.count() == Pengguna.objects.count() == 20
    sql("DROP FUNCTION mati CASCADE")
    sebelum = {k: v[1] for k, v in jumlah_riwayat().items() if v[0]}
    batch = impor.terapkan(batch.pk)
    assert (batch.status, batch.kemajuan, batch.ringkasan["baru"]) == ("diterapkan", 90, 90)
    assert Pegawai.objects.count() == Pengguna.objects.count() == 30
    tertulis = {k: batch.ringkasan["tertulis"][k] for k in sebelum}
    assert tertulis == {k: JENIS_RIWAYAT[k].objects.count() for k in sebelum}
    assert JENIS_RIWAYAT["kinerja"].objects.filter(pk__gt=sebelum["kinerja"]).count() == 20
    assert terapkan(siasn(BANYAK, RW_SKP=SKP)).ringkasan["sama"] == 90


@pytest.mark.django_db(transaction=True)
def test_potongan_yang_dijalankan_dua_kali_tidak_menulis_dua_kali(monkeypatch):
    monkeypatch.setattr(penerapan, "POTONG", 10)
    batch = terapkan(siasn(BANYAK))
    sebelum = jumlah_riwayat()
    ringkasan = {k: v for k, v in batch.ringkasan.items() if k != "sampai_nip"}
    BatchImpor.objects.filter(pk=batch.pk).update(status="menerapkan", ringkasan=ringkasan)
    batch = impor.terapkan(batch.pk)
    assert jumlah_riwayat() == sebelum
    assert (batch.status, batch.ringkasan["baru"]) == ("diterapkan", 30)


@pytest.mark.django_db(transaction=True)
def test_satu_batch_pada_satu_waktu():
    batch = baca(siasn([ANI]))
    mulai, lepas = threading.Event(), threading.Event()

    def pekerja_lain():
        with kunci(TERAPKAN) as dapat:
            assert dapat
            mulai.set()
            lepas.wait(10)
        connections["default"].close()

    utas = threading.Thread(target=pekerja_lain)
    utas.start()
    mulai.wait(10)
    with pytest.raises(impor.SedangDipakai):
        impor.terapkan(batch.pk)
    with pytest.raises(impor.SedangDipakai):
        impor.batalkan(batch.pk, None)
    assert BatchImpor.objects.get(pk=batch.pk).status == "pratinjau"
    lepas.set()
    utas.join()
    assert impor.terapkan(batch.pk).status == "diterapkan"


@pytest.mark.django_db(transaction=True)
def test_dua_pekerja_menerapkan_batch_yang_sama_sekali_saja():
    batch = baca(siasn(BANYAK, RW_SKP=SKP))
    hasil = []

    def kerja():
        try:
            hasil.append(impor.terapkan(batch.pk).status)
        except impor.SedangDipakai:
            hasil.append("sibuk")
        finally:
            connections["default"].close()

    utas = [threading.Thread(target=kerja) for _ in range(3)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    assert "diterapkan" in hasil
    assert JENIS_RIWAYAT["kinerja"].objects.count() == 60
    assert Pengguna.objects.count() == 30


@pytest.mark.django_db
def test_baris_yang_hanya_ditolak_database_dicatat_sebabnya_dan_yang_lain_jalan():
    sql("ALTER TABLE kepegawaian_pegawai ADD CONSTRAINT hp_uji CHECK (nomor_hp <> '0800')")
    sql(
        "ALTER TABLE kepegawaian_riwayatkinerja ADD CONSTRAINT skp_uji CHECK (NOT (tahun = 2024 AND predikat = 'Kurang'))"
    )
    skp = [
        {"NIP": NIP, "TAHUN": "2025", "PREDIKAT": "Baik"},
        {"NIP": NIP, "TAHUN": "2024", "PREDIKAT": "Kurang"},
        {"NIP": orang(2)["NIP BARU"], "TAHUN": "2024", "PREDIKAT": "Baik"},
    ]
    batch = terapkan(siasn([ANI, orang(2, **{"NOMOR HP": "0800"}), orang(3)], RW_SKP=skp))
    assert batch.status == "diterapkan"
    sebab = {(nomor, s.split(":")[0]) for nomor, _, s in galat(batch)}
    assert sebab == {
        (3, "Ditolak database (hp_uji)"),
        (3, "Ditolak database (skp_uji)"),
        (4, "Pegawai dengan NIP ini belum ada di portal"),
    }
    assert sorted(Pegawai.objects.values_list("nip", flat=True)) == [NIP, orang(3)["NIP BARU"]]
    assert riwayat("kinerja", NIP, "tahun") == [("2025-12-31", 2025)]
    assert (batch.ringkasan["baru"], batch.ringkasan["galat"]) == (3, 3)
    assert batch.ringkasan["tertulis"]["kinerja"] == 1
    assert batch.ringkasan["tertulis"]["akun"] == 2


@pytest.mark.django_db
def test_kemajuan_terlihat_saat_berjalan(monkeypatch):
    monkeypatch.setattr(penerapan, "POTONG", 10)
    terlihat = []
    asli = penerapan.Penerapan._maju

    def maju(self, potongan, baris):
        asli(self, potongan, baris)
        terlihat.append(BatchImpor.objects.values_list("kemajuan", "jumlah").get(pk=self.batch.pk))

    monkeypatch.setattr(penerapan.Penerapan, "_maju", maju)
    terapkan(siasn(BANYAK))
    assert terlihat == [(10, 30), (20, 30), (30, 30)]
