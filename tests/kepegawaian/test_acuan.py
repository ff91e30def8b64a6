"""Potret acuan: satu kueri bila tidak ada yang berubah, dan tidak pernah isi dari transaksi yang batal."""

import pytest
from django.db import transaction

from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Setelan, VersiAcuan

pytestmark = pytest.mark.django_db
KUNCI = "akun_kode_berlaku_jam"


def nilai():
    return acuan_kini().setelan(KUNCI, Setelan.objects.get(kunci=KUNCI).berlaku_sejak)


def test_tanpa_perubahan_satu_kueri_dan_objek_yang_sama(django_assert_num_queries):
    pertama = acuan_kini()
    with django_assert_num_queries(1):
        assert acuan_kini() is pertama


def test_perubahan_acuan_terlihat_seketika():
    Setelan.objects.filter(kunci=KUNCI).update(nilai=11)
    assert nilai() == 11


def test_isi_transaksi_yang_batal_tidak_tertinggal_walau_nomornya_terulang():
    semula, nomor = nilai(), VersiAcuan.objects.get().nomor
    with transaction.atomic():
        Setelan.objects.filter(kunci=KUNCI).update(nilai=99)
        assert nilai() == 99
        batal = VersiAcuan.objects.get().nomor
        transaction.set_rollback(True)
    Setelan.objects.filter(kunci="kgb_terbit_bulan_sebelum").update(uraian="lain")
    assert VersiAcuan.objects.get().nomor == batal == nomor + 1
    assert nilai() == semula
