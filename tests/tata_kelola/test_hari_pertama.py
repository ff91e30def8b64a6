"""Hari pertama: tiap langkah dihitung dari datanya; kantor yang masih kosong pun mendapat halaman yang berguna."""

import os
import time
from datetime import date

import pytest

from eperformance.models import PeriodeKinerja
from kepegawaian.models import Setelan
from tata_kelola import hari_pertama
from tests.pabrik import SANDI, buat_akun, buat_pegawai, masuk, tugaskan
from tests.tata_kelola.conftest import pertanyaan

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client):
    """An admin in an office that has nothing but its reference tables."""
    akun = buat_akun(nama_pengguna="admin", nama="Admin Portal")
    akun.set_password(SANDI)
    akun.save()
    tugaskan(akun, "admin")
    masuk(client, akun)
    return akun


def keadaan(client):
    """{kode: (done, sentence, address)} of the page."""
    langkah = client.get("/hari-pertama/").context["hp"].langkah
    return {s.kode: (s.selesai, s.keadaan, s.url) for s in langkah}


def test_kantor_kosong_menyebut_apa_yang_harus_dikerjakan(client, admin):
    isi = keadaan(client)
    assert isi.keys() == hari_pertama.LANGKAH.keys()
    assert {kode for kode, (selesai, *_) in isi.items() if selesai} == {"acuan", "unit", "akun", "libur"}
    assert isi["impor"][:2] == (False, "Belum ada pegawai.")
    assert isi["pejabat"][1].startswith("0 dari ")
    assert isi["kamus"][1] == "Menunggu impor yang pertama."
    assert isi["setelan"][2] == "/setelan/?keyakinan=asumsi"
    assert isi["impor"][2] == ""  # the admin imports nothing: the page says who does
    teks = client.get("/").content.decode()
    assert "Hari pertama: yang belum siap" in teks
    assert 'href="/hari-pertama/#cadangan"' in teks


def test_langkah_selesai_bila_datanya_ada_dan_terbuka_lagi_bila_hilang(client, admin):
    kepala = keadaan(client)["pejabat"][1]
    buat_pegawai(nama="Dewi", unit="DISDIK", jabatan="KEPALA-DISDIK", golongan="IV/c")
    operator = buat_akun(buat_pegawai(nama="Budi", unit="DISDIK-SUBBAG1"))
    tugaskan(operator, "operator_opd", "DISDIK")
    hari = date.today()
    PeriodeKinerja.objects.create(
        tahun=hari.year, susun_mulai=hari, tetap_sampai=hari, nilai_mulai=hari, nilai_sampai=hari
    )
    isi = keadaan(client)
    assert isi["impor"][:2] == (True, "2 pegawai aktif.")
    assert isi["pejabat"][1] == kepala.replace("0 dari", "1 dari")
    assert isi["operator"][1].startswith("1 dari ")
    assert isi["kinerja"][0]
    operator.set_unusable_password()
    operator.save()
    assert keadaan(client)["akun"][:2] == (False, "1 dari 2 penugasan akunnya belum diaktifkan.")


def test_setelan_yang_diputuskan_tidak_lagi_dihitung_asumsi(client, admin):
    banyak = int(keadaan(client)["setelan"][1].split()[0])
    lama = Setelan.objects.filter(keyakinan="asumsi", berlaku_sejak__lt=date.today()).first()
    Setelan.objects.create(
        kunci=lama.kunci, nilai=lama.nilai, uraian=lama.uraian, berlaku_sejak=date.today(), keyakinan="pasti",
        dasar="Keputusan Kepala BKD 800/1/2026",
    )  # fmt: skip
    assert int(keadaan(client)["setelan"][1].split()[0]) == banyak - 1


def test_umur_cadangan_dari_manifes_yang_terbaru(client, admin, settings, tmp_path):
    settings.CADANGAN_DIR = str(tmp_path)
    assert keadaan(client)["cadangan"][:2] == (False, "Belum ada cadangan yang utuh di folder itu.")
    manifes = tmp_path / "2026-11-30" / "manifes.json"
    manifes.parent.mkdir()
    manifes.write_text("{}")
    assert keadaan(client)["cadangan"][:2] == (True, "Yang terakhir 0 jam lalu.")
    os.utime(manifes, (time.time() - 72 * 3600,) * 2)
    assert keadaan(client)["cadangan"][:2] == (False, "Yang terakhir 72 jam lalu.")


def test_sekretariat_dan_kepala_melihatnya_yang_lain_tidak(buka, kantor, client):
    assert buka("dewi", "/hari-pertama/").status_code == 200
    for nama in ("ani", "budi", "citra", "kasub", "kabid", "itwas", "kadis"):
        assert buka(nama, "/hari-pertama/").status_code == 403, nama
        assert "Hari pertama" not in buka(nama, "/").content.decode()
    sekretaris = buat_akun(buat_pegawai(nama="Sari", unit="SUBBAG2"))
    masuk(client, sekretaris)
    assert client.get("/hari-pertama/").status_code == 200


def test_jumlah_pertanyaan_tetap(client, admin):
    kosong = pertanyaan(client, "/hari-pertama/")
    for i in range(3):
        buat_pegawai(nama=f"Orang {i}", unit="DINKES")
    assert pertanyaan(client, "/hari-pertama/") == kosong <= 8
