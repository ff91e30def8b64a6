"""Ukuran indeks: rata-rata putaran terbaru, seluruh kabupaten dan satu unit; expected values by hand."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from indeks.models import HasilIndeks
from kepegawaian import ukuran
from tests.indeks.conftest import HARI, hitung
from tests.pabrik import unit_kode

pytestmark = pytest.mark.django_db


def test_rata_rata_dari_yang_terukur_pada_putaran_terbaru(orang):
    satu = ukuran.ambil("indeks_asn")
    assert satu.hitung(None, date(2026, 1, 1), HARI).nilai is None
    putaran = hitung()
    HasilIndeks.objects.filter(putaran=putaran).update(total=60)
    HasilIndeks.objects.filter(putaran=putaran, pegawai=orang.ani).update(total=83)
    HasilIndeks.objects.filter(putaran=putaran, pegawai=orang.budi).update(total=None)
    nilai = satu.hitung(None, date(2026, 1, 1), HARI)
    assert (nilai.nilai, nilai.pembilang, nilai.penyebut) == (Decimal("64.60"), 323, 5)  # (83 + 4 × 60) / 5
    assert nilai.tautan.endswith(putaran.kueri)
    sekolah = satu.hitung([unit_kode("SDN-BABAT-14").pk], date(2026, 1, 1), HARI)
    assert sekolah.nilai == Decimal("71.50")  # ani and fajar
    assert satu.hitung(None, date(2026, 1, 1), HARI - timedelta(days=1)).nilai is None
    assert satu.hitung(None, date(2025, 1, 1), date(2025, 12, 31)).nilai is None
