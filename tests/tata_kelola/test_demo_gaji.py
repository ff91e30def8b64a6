"""Demo gaji: presensi lewat impor sesungguhnya, satu bulan TPP ditetapkan, satu draf, angka contoh yang mengaku contoh."""

from datetime import date

import pytest

from kepegawaian.bangkit.langsung import isi_database
from kepegawaian.models import BatchImpor, Presensi
from penggajian.models import HasilTpp, TppBulan
from tata_kelola.demo.gaji import CONTOH, isi_gaji

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
HARI_INI = date.today()


def test_demo_gaji_menampilkan_tiap_keadaan():
    isi_database(400, 1, HARI_INI, proses=1)
    isi_gaji(HARI_INI, [])
    assert list(BatchImpor.objects.filter(jenis="presensi").order_by("pk").values_list("status", flat=True)) == [
        "diterapkan",
        "diterapkan",
        "pratinjau",
    ]
    assert Presensi.objects.count() > 100
    assert sorted(TppBulan.objects.values_list("status", flat=True)) == ["ditetapkan", "draf"]
    satu = TppBulan.objects.get(status="ditetapkan")
    assert satu.konfigurasi["dasar"] == [CONTOH]
    assert satu.ringkasan["dibayar"] > 3
    assert set(HasilTpp.objects.values_list("keadaan", flat=True)) >= {"dibayar", "belum_lengkap"}
    assert satu.ringkasan["jumlah"] == sum(satu.hasil.filter(keadaan="dibayar").values_list("rupiah", flat=True))
