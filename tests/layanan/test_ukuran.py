"""Ukuran layanan: langkah tepat waktu menurut pemegangnya, SK sebelum TMT; expected values by hand."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from kepegawaian import ukuran
from kepegawaian.models import Naskah, NaskahPegawai
from layanan.models import LangkahUsulan, NaskahUsulan
from layanan.ukuran import sk_sebelum_tmt
from tests.layanan.conftest import SAAT
from tests.layanan.test_alur import ajukan, maju, segar
from tests.pabrik import unit_kode

pytestmark = pytest.mark.django_db
HARI = timezone.localdate(SAAT)  # the moment of every act of ``orang``
AWAL, ESOK = HARI - timedelta(days=30), HARI + timedelta(days=1)


def test_langkah_tepat_waktu_menurut_kantor_pemegangnya(layanan_uji, orang):
    satu = ukuran.ambil("langkah_tepat")
    assert satu.hitung(None, AWAL, HARI).nilai is None
    u = maju(ajukan(layanan_uji, orang), orang, "kadis", "citra", "kabid")
    selesai = LangkahUsulan.objects.filter(usulan=u, keadaan="selesai", penerima=None)
    selesai.update(batas=HARI)
    assert satu.hitung(None, AWAL, ESOK)[:3] == (100, 3, 3)
    selesai.filter(peran="staf_bkd").update(batas=HARI - timedelta(days=1))  # SUB12 was late
    semua = satu.hitung(None, AWAL, ESOK)
    assert (str(semua.nilai), semua.pembilang, semua.penyebut) == ("66.67", 2, 3)
    assert satu.hitung([unit_kode("SUB12").pk], AWAL, ESOK)[:3] == (0, 0, 1)
    assert satu.hitung([unit_kode("BID1").pk], AWAL, ESOK)[:3] == (100, 1, 1)
    assert satu.hitung(None, AWAL, HARI - timedelta(days=1)).penyebut == 0  # finished after the period
    selesai.update(batas=None)
    assert satu.hitung(None, AWAL, ESOK).nilai is None


def test_daftar_langkah_hanya_usulan_yang_boleh_dibuka(layanan_uji, orang):
    u = maju(ajukan(layanan_uji, orang), orang, "kadis")
    LangkahUsulan.objects.filter(usulan=u, keadaan="selesai").update(batas=HARI)
    satu = ukuran.ambil("langkah_tepat")
    assert [b[0] for b in satu.daftar(orang.oleh("citra").hak, None, AWAL, ESOK)[1]] == [u.nomor]
    assert list(satu.daftar(orang.oleh("eko").hak, None, AWAL, ESOK)[1]) == []


def test_sk_bertanggal_sesudah_tmt_terhitung_terlambat(layanan_uji, orang):
    u = segar(ajukan(layanan_uji, orang))
    satu = sk_sebelum_tmt("uji", "SK uji", "UU 5/2014", (layanan_uji.slug,))
    for n, (tanggal, tmt) in enumerate(((date(2026, 3, 20), date(2026, 4, 1)), (date(2026, 4, 2), date(2026, 4, 1)))):
        naskah = Naskah.objects.create(
            jenis="sk", perihal="SK", asal="luar", nomor=f"UKUR/{n}", tanggal=tanggal, penetap="Bupati",
            tahap="ditandatangani", berkas_sah="a.pdf", ditandatangani_pada=timezone.now(), dibuat_pada=timezone.now(),
        )  # fmt: skip
        NaskahPegawai.objects.create(naskah=naskah, pegawai_id=u.pegawai_id, tmt=tmt)
        NaskahUsulan.objects.create(usulan=u, naskah=naskah, langkah="penetapan")
    assert satu.hitung(None, date(2026, 1, 1), date(2026, 12, 31))[:3] == (50, 1, 2)
    assert satu.hitung(None, date(2026, 5, 1), date(2026, 12, 31)).nilai is None
    assert satu.hitung([unit_kode("SUB43").pk], date(2026, 1, 1), date(2026, 12, 31)).nilai is None
    hasil = [b[-1] for b in satu.daftar(orang.oleh("citra").hak, None, date(2026, 1, 1), date(2026, 12, 31))[1]]
    assert sorted(hasil) == ["tepat waktu", "terlambat"]
