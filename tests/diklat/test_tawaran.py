"""Katalog bagi saran indeks: yang cocok dengan jabatannya, yang terbuka lebih dulu, satu kueri."""

from datetime import date

import pytest

from diklat import tawaran
from diklat.models import KegiatanPelatihan, Pelatihan, PesertaPelatihan
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import JenisDiklat
from kepegawaian.profil import profil_satu
from tests.dunia_bersama import bersama
from tests.pabrik import buat_akun, buat_batch, buat_pegawai

pytestmark = pytest.mark.django_db
HARI = date(2026, 11, 24)
BAGIAN = ("unit", "jabatan")


def latih(nama, kelompok="teknis", jenis="3", **isi):
    return Pelatihan.objects.create(
        nama=nama, kelompok=kelompok, jenis=JenisDiklat.objects.get(pk=jenis), sasaran="ASN", penyelenggara="BKPSDM", **isi
    )  # fmt: skip


def buka(pelatihan, oleh, **isi):
    return KegiatanPelatihan.objects.create(**{
        "pelatihan": pelatihan, "nama": pelatihan.nama, "penyelenggara": "BKPSDM", "tempat": "Aula", "metode": "klasikal",
        "buka": date(2026, 11, 1), "tutup": date(2026, 11, 30), "mulai": date(2026, 12, 7), "selesai": date(2026, 12, 9), "jp": 22,
        "kuota": 30, "batas_nilai": 70, "batas_hadir": 90, "tahap": "nominasi", "dibuat_oleh": oleh, "dibuat_pada": "2026-11-01T00:00Z",
    } | isi)  # fmt: skip


@pytest.fixture
@bersama
def isi(db):
    Pelatihan.objects.all().delete()
    batch = buat_batch()
    guru = buat_pegawai(nama="ANI", unit="SDN-BABAT-14", jabatan="JF-GURU-MUDA", batch=batch)
    kasub = buat_pegawai(nama="KASUB", unit="SUB12", jabatan="KEPALA-SUB12", batch=batch)
    mahal = latih("Pengadaan", jp=40, biaya=2_400_000)
    gratis = latih("Literasi data", jp=20, biaya=0)
    latih("Arsip", jp=24, biaya=900_000, aktif=False)
    latih("PKP", "struktural", "1", jenjang="PKP", biaya=19_500_000)
    latih("PKA", "struktural", "1", jenjang="PKA")
    latih("Pembentukan JF Perencana", "fungsional", "2", jp=80)
    latih("Peningkatan kompetensi guru", "fungsional", "2", jp=32)
    latih("Pemantapan kepala subbagian", "pemantapan", "3", jp=16, biaya=800_000)
    return guru, kasub, mahal, gratis


def nama(p):
    return {
        k: [t.nama for t in v]
        for k, v in tawaran.bagi(profil_satu(p.pk, per=HARI, bagian=BAGIAN), acuan_kini(), HARI).items()
    }


def test_yang_cocok_dengan_jabatannya(isi):
    guru, kasub, *_ = isi
    assert nama(guru) == {"fungsional": ["Peningkatan kompetensi guru"], "teknis": ["Literasi data", "Pengadaan"]}
    assert nama(kasub) == {
        "pimpinan": ["PKP"],
        "teknis": ["Literasi data", "Pemantapan kepala subbagian", "Pengadaan"],
    }


def test_yang_dibuka_di_depan_dengan_jp_dan_pintu_daftarnya_sampai_ia_ikut(isi):
    guru, _, mahal, _ = isi
    kegiatan = buka(mahal, buat_akun(guru), mandiri=True)
    p = profil_satu(guru.pk, per=HARI, bagian=BAGIAN)
    satu = tawaran.bagi(p, acuan_kini(), HARI)["teknis"][0]
    assert (satu.nama, satu.jp, satu.buka, satu.biaya) == ("Pengadaan", 22, True, 2_400_000)
    assert satu.url.endswith(f"/{kegiatan.pk}/")
    assert satu.daftar_url
    PesertaPelatihan.objects.create(
        kegiatan=kegiatan,
        pegawai=guru,
        asal="sendiri",
        diusulkan_oleh=kegiatan.dibuat_oleh,
        diusulkan_pada="2026-11-20T00:00Z",
    )
    assert [t.buka for t in tawaran.bagi(p, acuan_kini(), HARI)["teknis"]] == [False, False]
    assert tawaran.bagi(p, acuan_kini(), date(2026, 12, 1))["teknis"][0].nama == "Literasi data"


def test_satu_kueri(isi, django_assert_num_queries):
    p, acuan = profil_satu(isi[0].pk, per=HARI, bagian=BAGIAN), acuan_kini()
    with django_assert_num_queries(1):
        tawaran.bagi(p, acuan, HARI)
