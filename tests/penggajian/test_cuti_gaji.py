"""Penghasilan selama cuti: cuti besar tanpa tunjangan jabatan dari hari pertama sampai terakhir, CLTN tanpa gaji sama sekali."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from kepegawaian.aturan import tambah_bulan
from kepegawaian.profil import profil_satu
from tests.dunia_bersama import bersama
from tests.pabrik import buat_akun, buat_pegawai, masuk, tambah
from tests.penggajian.test_halaman_gaji import tulis

pytestmark = pytest.mark.django_db
KINI = timezone.localdate()
MULAI, USAI = KINI - timedelta(days=20), KINI + timedelta(days=60)


@pytest.fixture
@bersama
def kepala():
    """A head of a subbagian (eselon IV.a, Rp540.000 by Perpres 26/2007) for four years."""
    return buat_pegawai(
        nama="Ani",
        unit="DINKES-SUBBAG1",
        jabatan="KEPALA-DINKES-SUBBAG1",
        golongan="III/d",
        tmt=tambah_bulan(KINI, -48),
    )


def rupiah(jawab, kode):
    hasil = jawab.context["hasil"]
    return {b.syarat.kode: b.rupiah for b in (hasil.pokok, *hasil.ada, *hasil.tidak)}[kode]


def test_cuti_besar_menghentikan_tunjangan_jabatan_dari_hari_pertama_sampai_terakhir(kepala):
    tambah(kepala, "cuti", tmt=MULAI, sampai=USAI, jenis="CB", nomor_sk="852/1/2026")
    akun = buat_akun(kepala)
    klien, pokok = masuk(Client(), akun), profil_satu(kepala.pk, per=KINI).gaji_pokok
    hasil = {}
    for per in (MULAI - timedelta(days=1), MULAI, KINI, USAI, USAI + timedelta(days=1)):
        jawab = klien.get(reverse("penggajian:penghasilan_saya"), {"per": per.isoformat()})
        hasil[per] = rupiah(jawab, "TUNJ-04")
        assert rupiah(jawab, "GAJI-04") == pokok
    assert list(hasil.values()) == [540_000, 0, 0, 0, 540_000]
    isi = tulis(klien.get(reverse("penggajian:penghasilan_saya")))
    assert "PP 11/2017 Pasal 316-318; PerBKN 24/2017" in isi


def test_dipanggil_kembali_dari_cuti_besar_menghidupkannya(kepala):
    tambah(kepala, "cuti", tmt=MULAI, sampai=KINI - timedelta(days=1), jenis="CB")
    jawab = masuk(Client(), buat_akun(kepala)).get(reverse("penggajian:penghasilan_saya"))
    assert rupiah(jawab, "TUNJ-04") == 540_000


def test_cltn_tanpa_gaji_dan_halamannya_menyebut_pasalnya(kepala):
    tambah(kepala, "tinggal", tmt=MULAI, sampai=USAI, jenis="CLTN")
    tambah(kepala, "cuti", tmt=MULAI, sampai=USAI, jenis="CLTN")
    tambah(kepala, "kedudukan", tmt=MULAI, kedudukan_id="02")
    jawab = masuk(Client(), buat_akun(kepala)).get(reverse("penggajian:penghasilan_saya"))
    hasil = jawab.context["hasil"]
    assert (hasil.jumlah, hasil.mungkin, hasil.pokok.rupiah, hasil.iuran) == (0, 0, 0, [])
    assert "tidak menerima gaji dan tunjangan (PP 11/2017 Pasal 334-337)" in tulis(jawab)


def test_profil_memuat_cuti_pada_harinya_saja(kepala):
    tambah(kepala, "cuti", tmt=MULAI, sampai=USAI, jenis="CB")
    batal = tambah(kepala, "cuti", tmt=USAI + timedelta(days=1), sampai=USAI + timedelta(days=9), jenis="CT")
    type(batal).objects.filter(pk=batal.pk).update(dibatalkan_pada=timezone.now(), dibatalkan_sebab="uji")

    def pada(hari):
        p = profil_satu(kepala.pk, per=hari, bagian=("cuti",))
        return p.cuti, p.cuti_sejak, p.cuti_sampai

    assert pada(MULAI - timedelta(days=1)) == (None, None, None)
    assert pada(MULAI) == pada(USAI) == ("CB", MULAI, USAI)
    assert pada(USAI + timedelta(days=1)) == (None, None, None)
