"""Peremajaan data lewat halamannya: ASN mengusulkan dengan bukti, operator dan BKD memeriksa, temuannya hilang pada malam itu."""

from types import SimpleNamespace

import pytest
from django.urls import reverse
from django.utils import timezone

from indeks.kualitas.hitung import hitung
from indeks.models import TemuanData
from kepegawaian.models import Jejak, Naskah, Pegawai
from layanan.models import Usulan
from tests.mutasi.conftest import Jalan
from tests.pabrik import buat_akun, buat_pegawai, masuk, tugaskan

pytestmark = pytest.mark.django_db
KINI = timezone.localdate()


@pytest.fixture
def jalan(client, db):
    """ani of DINKES, opi its operator, sari of SUB13, lain of another subbidang."""
    k = SimpleNamespace(akun={})
    for nama, unit in (("ani", "DINKES-SUBBAG1"), ("opi", "DINKES-SUBBAG1"), ("sari", "SUB13"), ("lain", "SUB12")):
        pegawai = buat_pegawai(nama=nama.upper(), unit=unit)
        setattr(k, nama, pegawai)
        k.akun[nama] = buat_akun(pegawai)
    tugaskan(k.akun["opi"], "operator_opd", "DINKES")
    return Jalan(client, k)


def usul(jalan, apa, nilai, oleh="ani"):
    isian = {"apa": apa, "nilai": nilai, "nomor_bukti": "", "tanggal_bukti": KINI.isoformat()}
    return jalan.ajukan("peremajaan-data", jalan.kantor.ani, isian, oleh=oleh)


def temuan(pegawai):
    hitung(KINI)
    return set(TemuanData.objects.filter(pegawai=pegawai, selesai=None).values_list("kode", flat=True))


@pytest.mark.parametrize(
    ("apa", "nilai", "kolom", "tersimpan", "kode"),
    [
        ("telepon", "0812-3456 7890", "nomor_hp", "081234567890", "COM_7"),
        ("surel", "Ani@Contoh.id", "email", "ani@contoh.id", "COM_6"),
        ("nik", "3524 0157 0586 0001", "nik", "3524015705860001", "ACC_5"),
    ],
)
def test_dari_usul_sampai_temuannya_hilang(jalan, apa, nilai, kolom, tersimpan, kode):
    ani = jalan.kantor.ani
    assert kode in temuan(ani)
    usulan = usul(jalan, apa, nilai)
    assert getattr(Pegawai.objects.get(pk=ani.pk), kolom) == ""  # nothing is written before it is verified
    usulan = jalan.maju(jalan.maju(usulan, "verifikasi_opd"), "verifikasi_bkd")
    assert usulan.status == "selesai"
    assert getattr(Pegawai.objects.get(pk=ani.pk), kolom) == tersimpan
    assert kode not in temuan(ani)
    naskah = Naskah.objects.get(usulan__usulan=usulan)
    assert (naskah.asal, naskah.status) == ("luar", "berlaku")
    assert Jejak.objects.filter(aksi="data_diremajakan", pegawai_id=ani.pk).count() == 1


def test_nilai_tidak_tampil_pada_daftar_dan_nik_tersamar(jalan):
    usulan = usul(jalan, "nik", "3524015705860001")
    masuk(jalan.client, jalan.kantor.akun["sari"])
    daftar = jalan.client.get(reverse("layanan:usulan_list")).content.decode()
    assert usulan.nomor in daftar
    assert "3524015705860001" not in daftar


def test_isian_yang_salah_bentuk_ditolak_di_medannya_dan_tidak_mengubah_apa_pun(jalan):
    masuk(jalan.client, jalan.kantor.akun["ani"])
    jalan.client.post(reverse("layanan:usulan_create", args=["peremajaan-data"]), {"nip": jalan.kantor.ani.nip})
    usulan = Usulan.objects.get(layanan="peremajaan-data")
    isian = {"versi": usulan.versi_baris, "apa": "telepon", "nilai": "12345", "tanggal_bukti": KINI.isoformat()}
    jawab = jalan.client.post(reverse("layanan:usulan_update", args=[usulan.nomor]), isian)
    assert jawab.status_code == 422
    assert "dimulai 08 atau +628" in jawab.content.decode()
    usulan.refresh_from_db()
    assert "nilai" not in usulan.isian


def test_subbidang_lain_tidak_memverifikasi(jalan):
    usulan = jalan.maju(usul(jalan, "telepon", "081234567890"), "verifikasi_opd")
    masuk(jalan.client, jalan.kantor.akun["lain"])
    jawab = jalan.client.post(reverse("layanan:usulan_setujui", args=[usulan.nomor]), {"versi": usulan.versi_baris})
    assert jawab.status_code in (403, 404, 302)
    assert jalan.segar(usulan).status == "diproses"
    assert Pegawai.objects.get(pk=jalan.kantor.ani.pk).nomor_hp == ""
