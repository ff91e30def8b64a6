"""Impor yang sudah menjadi dasar usulan: orangnya tetap, yang lain dibatalkan, dan sebabnya menyebut nomor usulan."""

from datetime import timedelta

import pytest

from kepegawaian import impor
from kepegawaian.models import BatchImpor, Pegawai, Pengguna
from layanan import alur
from tests.kepegawaian.impor.conftest import orang as baris_orang, siasn, terapkan
from tests.layanan.test_alur import ajukan

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("jarak_jam", "dibatalkan", "tertahan"),
    [(1, False, True), (-1, False, False), (1, True, False)],
    ids=["sesudah", "sebelum", "sudah_batal"],
)
def test_usulan_yang_diajukan_sesudah_impor_menahan_orangnya(layanan_uji, orang, jarak_jam, dibatalkan, tertahan):
    batch = terapkan(siasn([baris_orang(11), baris_orang(12)]))
    orang.wati = Pegawai.objects.select_related("kini").get(nip=baris_orang(11)["NIP BARU"])
    orang.akun_wati = Pengguna.objects.get(pegawai=orang.wati)
    u = ajukan(layanan_uji, orang, pegawai="wati", oleh="wati")
    BatchImpor.objects.filter(pk=batch.pk).update(diterapkan_pada=u.diajukan_pada - timedelta(hours=jarak_jam))
    if dibatalkan:
        alur.batalkan(u, oleh=orang.oleh("wati"), versi=u.versi_baris, alasan="Keliru.")
    tetap = impor.batalkan(batch.pk, None).ringkasan["batal"]["tetap"]
    assert [(t["nip"], u.nomor in t["sebab"]) for t in tetap] == ([(orang.wati.nip, True)] if tertahan else [])
    assert orang.wati.riwayatpangkat.filter(dibatalkan_pada__isnull=True).exists() is tertahan
