"""Cuti pada data contoh: tiap keadaan dan putusan dimainkan lewat pintunya sendiri, tanpa satu pun yang berhenti."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from kepegawaian.models import Naskah, RiwayatCuti
from kesejahteraan.cuti.models import CatatanCuti
from layanan.models import Usulan
from tata_kelola.demo import percetakan
from tata_kelola.demo.babak import Pementasan
from tata_kelola.demo.cuti import BABAK_TAHUNAN, tambah_cuti
from tests.kesejahteraan.cuti.conftest import jalan, kantor  # noqa: F401 - fixtures
from tests.layanan.conftest import pdf
from tests.mutasi.conftest import KINI
from tests.pabrik import buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db


@pytest.fixture
def main(kantor, monkeypatch):  # noqa: F811 - the fixture above
    """The play of cuti in one OPD with twenty pelaksana; what a worker would print is printed at once."""

    def cetak(usulan_id, naskah_id):
        n = Naskah.objects.get(pk=naskah_id)
        n.berkas_cetak.save("n.pdf", pdf())
        Naskah.objects.filter(pk=naskah_id).update(tahap="tercetak", hash_cetak="a" * 64)

    monkeypatch.setattr(percetakan, "kirim", cetak)
    monkeypatch.setattr(percetakan, "tunggu", lambda *_: None)
    for i in range(20):
        buat_pegawai(nama=f"Orang {i}", unit="DINKES-SUBBAG1", lahir=date(1986, 5, 1 + i))
    pergi = buat_pegawai(
        nama="Pergi Jauh", unit="DINKES-SUBBAG1", tmt_kedudukan=KINI - timedelta(days=500), kedudukan="02"
    )
    tambah(pergi, "tinggal", jenis="CLTN", tmt=KINI - timedelta(days=500), sampai=KINI - timedelta(days=5))
    p = Pementasan(KINI, True, [kantor.ani.nip, kantor.opi.nip])
    tambah_cuti(p)
    p.mainkan()
    return p


def test_tiap_keadaan_dan_putusan_ada_dan_tidak_ada_yang_berhenti(main, kantor, client):  # noqa: F811 - the fixture above
    assert main.berhenti == []
    tahunan = Usulan.objects.filter(layanan="cuti-tahunan")
    assert tahunan.count() == len(BABAK_TAHUNAN)
    assert set(tahunan.values_list("status", flat=True)) == {
        "selesai",
        "diproses",
        "dikembalikan",
        "dibatalkan",
        "draf",
    }
    assert {"pertimbangan", "keputusan", "penetapan", "tanda_tangan"} <= set(
        tahunan.values_list("langkah_kini__kode", flat=True)
    )
    assert sorted(RiwayatCuti.objects.values_list("jenis", flat=True)) == ["CB", "CS1", "CT", "CT"]
    assert CatatanCuti.objects.filter(jenis="ditangguhkan").count() == 1
    assert CatatanCuti.objects.filter(pegawai=kantor.ani, jenis="dipakai").count() == 4
    for slug, kode in (("cltn", "persetujuan_bkn"), ("cltn-aktif", "periksa_kasubbid"), ("cuti-besar", "keputusan")):
        assert Usulan.objects.filter(layanan=slug, langkah_kini__kode=kode).exists(), slug
    masuk(client, kantor.akun["dewi"])
    teks = client.get(reverse("kesejahteraan:cuti_kalender")).content.decode()
    assert "menunggu putusan" in teks
