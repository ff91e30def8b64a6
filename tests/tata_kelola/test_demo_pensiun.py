"""Demo pensiun: acara pelepasan pada tiap keadaannya lewat form dan perbuatannya, dan satu malam nominatif."""

from datetime import date

import pytest

from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Jejak
from pensiun.models import Pelepasan, PesertaPelepasan
from tata_kelola.demo.pensiun import isi_pensiun
from tests.pabrik import buat_akun, buat_batch, buat_pegawai
from tests.pensiun.jaminan.conftest import AWAL, calon

pytestmark = pytest.mark.django_db
HARI_INI = date.today()


def test_demo_pensiun_menampilkan_tiap_keadaan(db):
    batch = buat_batch()
    buat_akun(buat_pegawai(nama="SARI", unit="SUB43", batch=batch))
    for n, bulan in enumerate((-8, -5, -1, 0)):
        buat_pegawai(nama=f"PURNA {n}", unit="DISDIK", kedudukan="99", lahir=date(1967, 3, 3), tmt=date(1990, 3, 1),
                     tmt_kedudukan=tambah_bulan(AWAL, bulan), batch=batch)  # fmt: skip
    for bulan in (1, 2, 5):
        calon(f"BULAN {bulan}", bulan, batch=batch)
    isi_pensiun(HARI_INI)
    daftar = list(Pelepasan.objects.order_by("tanggal"))
    assert [s.status for s in daftar] == ["selesai", "ditetapkan", "ditetapkan", "draf"]
    hadir = [list(s.peserta.values_list("hadir", flat=True)) for s in daftar]
    assert hadir == [[True, True], [True, None], [None, None], []]
    assert PesertaPelepasan.objects.count() == 6
    assert Jejak.objects.filter(aksi="pelepasan_simpan").count() == 4
    assert all(s.tanggal.weekday() < 5 for s in daftar)
