"""Potret bulanan: sekali sebulan, dari Profil hari terakhirnya; laporan bulan lalu dan data terbuka membacanya."""

import csv
import io

import pytest
from django.db import InternalError, connection, transaction
from django.db.utils import IntegrityError
from django.urls import reverse
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from tata_kelola import laporan, potret, terbuka
from tata_kelola.models import LaporanBulanan, PotretBulan
from tata_kelola.tasks import potret_bulan_lalu
from tests.pabrik import tambah, unit_kode
from tests.tata_kelola.conftest import pertanyaan

HARI_INI = timezone.localdate()
BULAN_INI = HARI_INI.replace(day=1)
BULAN_LALU = potret.bulan_lalu(HARI_INI)


def pensiunkan(pegawai):
    """He left on the first day of this month: of last month he still is one."""
    tambah(pegawai, "kedudukan", tmt=BULAN_INI, kedudukan_id="99")


def baris(client, kode):
    return list(
        csv.reader(io.StringIO(client.get(reverse("tata_kelola:terbuka_download", args=[kode])).content.decode()))
    )


def test_malam_memotret_hari_terakhir_bulan_lalu_sekali(kantor):
    pensiunkan(kantor.ani)
    potret_bulan_lalu()
    satu = potret.ambil(BULAN_LALU)
    # ani, budi, kadis, citra, cici, kasub, kabid, dewi, eko, the Sekda: ten on that day, though ani is gone today
    assert (satu.per, satu.jumlah) == (potret.hari_akhir(BULAN_LALU), 10)
    for himpunan in terbuka.HIMPUNAN:
        assert sum(satu.kata(himpunan).values()) == 10, himpunan
    assert satu.menurut("jabatan", 1) == {"P": 7, "L": 3}
    assert satu.kata("opd")[(unit_kode("DISDIK").nama,)] == 3
    banyak = PotretBulan.objects.count()
    potret_bulan_lalu()
    assert PotretBulan.objects.count() == banyak


def test_potret_tidak_dapat_diubah_dan_bulan_berjalan_ditolak(kantor):
    potret_bulan_lalu()
    for sql in ("UPDATE tata_kelola_potretbulan SET jumlah = 1", "DELETE FROM tata_kelola_potretbulan"):
        with pytest.raises((InternalError, IntegrityError)), transaction.atomic(), connection.cursor() as kursor:
            kursor.execute(sql)
    with pytest.raises(ValueError, match="belum berakhir"):
        potret.buat(BULAN_INI, acuan_kini(), HARI_INI)


def test_laporan_bulan_lalu_menampilkan_bulan_itu_dan_bulan_ini_sementara(
    kantor, buka, client, tugas_langsung, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    pensiunkan(kantor.ani)
    alamat = reverse("tata_kelola:laporan_create")
    assert buka("dewi", alamat).status_code == 200
    for bulan in (BULAN_LALU, BULAN_INI):
        assert client.post(alamat, {"bulan": bulan.isoformat(), "alasan": ""}).status_code == 302
    lalu, kini = (LaporanBulanan.objects.get(bulan=b).data for b in (BULAN_LALU, BULAN_INI))
    assert (lalu["mentah"]["pegawai"], lalu["sementara"], lalu["per"]) == (
        10,
        False,
        potret.hari_akhir(BULAN_LALU).isoformat(),
    )
    assert (kini["mentah"]["pegawai"], kini["sementara"], kini["per"]) == (9, True, HARI_INI.isoformat())
    # what only the present knows is not said of a past month; the sections are the same otherwise
    nama = [{a["nama"] for _, daftar in d["bagian"] for a in daftar} for d in (lalu, kini)]
    assert {"ASN aktif", "pensiun 12 bulan ke depan", "menjalani hukuman disiplin"} <= nama[0] & nama[1]
    assert ("usulan lewat waktu hari ini" in nama[0], "usulan lewat waktu hari ini" in nama[1]) == (False, True)
    assert laporan.pilihan(HARI_INI) == [BULAN_INI, BULAN_LALU]


def test_bulan_lama_hanya_dari_potretnya(kantor):
    lama = potret.bulan_lalu(BULAN_LALU)
    assert lama not in laporan.pilihan(HARI_INI)
    potret.buat(lama, acuan_kini(), HARI_INI)
    assert laporan.pilihan(HARI_INI) == [BULAN_INI, BULAN_LALU, lama]
    satu = laporan.minta(lama, oleh=kantor.oleh("dewi", timezone.now()))
    assert satu.data["per"] == potret.hari_akhir(lama).isoformat()


def test_data_terbuka_kosong_lalu_tetap_sampai_bulan_berikutnya(kantor, client):
    detail = reverse("tata_kelola:terbuka_detail", args=["status"])
    assert "Belum dapat diterbitkan" in client.get(detail).content.decode()
    assert baris(client, "status") == [["status", "jumlah"]]
    potret_bulan_lalu()
    assert baris(client, "status") == [["status", "jumlah"], ["PNS", "10"]]
    sebelum = {kode: baris(client, kode) for kode in terbuka.HIMPUNAN}
    pensiunkan(kantor.ani)
    assert {kode: baris(client, kode) for kode in terbuka.HIMPUNAN} == sebelum
    assert pertanyaan(client, detail) <= 12
    nama = client.get(reverse("tata_kelola:terbuka_download", args=["status"]))["Content-Disposition"]
    assert f"{potret.hari_akhir(BULAN_LALU):%Y%m%d}" in nama
