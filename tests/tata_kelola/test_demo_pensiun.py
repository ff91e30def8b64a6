"""Demo pensiun: tiga acara pelepasan pada tiap keadaannya, dan satu malam nominatif yang dapat diulang."""

from datetime import date

import pytest

from kepegawaian.bangkit.langsung import isi_database
from kepegawaian.models import Pengguna, ProfilKini
from pensiun.models import Pelepasan, PesertaPelepasan
from tata_kelola.demo.pensiun import isi_pensiun
from tests.pabrik import buat_akun

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
HARI_INI = date.today()


def test_demo_pensiun_menampilkan_tiap_keadaan():
    isi_database(400, 1, HARI_INI, proses=1)
    staf = ProfilKini.objects.filter(unit__kode="SUB43", aktif=True).first()
    if not Pengguna.objects.filter(pegawai_id=staf.pegawai_id).exists():
        buat_akun(staf.pegawai)
    isi_pensiun(HARI_INI)
    assert list(Pelepasan.objects.order_by("tanggal").values_list("status", flat=True)) == [
        "selesai",
        "ditetapkan",
        "draf",
    ]
    assert set(PesertaPelepasan.objects.filter(pelepasan__status="selesai").values_list("hadir", flat=True)) <= {
        True,
        False,
    }
    assert PesertaPelepasan.objects.filter(pelepasan__status="ditetapkan", hadir__isnull=True).exists()
