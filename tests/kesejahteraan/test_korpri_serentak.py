"""Dua orang merebut tempat terakhir pada saat yang sama, dengan sambungan database sungguhan."""

from datetime import timedelta

import pytest
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kesejahteraan.korpri import kegiatan
from kesejahteraan.models import KegiatanKorpri
from layanan.pelaku import Pelaku
from tests.layanan.test_serentak import serentak
from tests.pabrik import buat_akun, buat_batch, buat_pegawai

pytestmark = pytest.mark.django_db(transaction=True)


def test_tempat_terakhir_hanya_seorang_yang_mendapat():
    batch, hari_ini = buat_batch(), timezone.localdate()
    akun = [buat_akun(buat_pegawai(nama=f"ORANG {n}", unit="DISDIK", batch=batch)) for n in range(3)]
    mulai = timezone.now() + timedelta(days=3)
    k = KegiatanKorpri.objects.create(
        jenis="sosialisasi", nama="Rebutan", uraian="-", tempat="Aula", mulai=mulai, selesai=mulai + timedelta(hours=1),
        tutup=hari_ini + timedelta(days=2), kapasitas=1, status="dibuka", dibuat_oleh=akun[0], dibuat_pada=timezone.now(),
    )  # fmt: skip
    oleh = [Pelaku(a, hitung_hak(a, per=hari_ini, acuan=acuan_kini()), "127.0.0.1") for a in akun]

    def daftar(i):
        return lambda: kegiatan.daftar(k.pk, akun[i].pegawai_id, None, oleh=oleh[i])

    hasil = serentak(lambda: KegiatanKorpri.objects.select_for_update().get(pk=k.pk), *(daftar(i) for i in range(3)))
    assert sorted(p.status for p in hasil) == ["cadangan", "cadangan", "terdaftar"]
    # The same person with a double click: one row.
    ulang = serentak(lambda: KegiatanKorpri.objects.select_for_update().get(pk=k.pk), daftar(0), daftar(0))
    assert {type(x).__name__ for x in ulang} == {"DitolakKorpri"}
    assert k.peserta.count() == 3
