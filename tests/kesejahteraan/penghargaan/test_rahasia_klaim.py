"""Klaim dan bantuan hukum: terbuka bagi orangnya, penangannya, dan pejabat pada jalurnya; bagi yang lain tidak ada."""

import pytest
from django.test import Client
from django.urls import reverse

from kepegawaian.models import AksesSensitif, Dosir, RiwayatKlaim
from tests.dunia_bersama import bersama
from tests.kesejahteraan.penghargaan.conftest import mainkan
from tests.kesejahteraan.penghargaan.test_bantuan_hukum import isian as isian_hukum
from tests.kesejahteraan.penghargaan.test_klaim import isian_jkk
from tests.pabrik import buat_akun, buat_pegawai, masuk, tugaskan

pytestmark = pytest.mark.django_db
# Who opens each: the person, staf and heads of the handling subbid, officials of the route; the operator where the OPD submits.
MEMBUKA = {
    "klaim-jkk": {"ani", "budi", "kadis", "wulan", "kasub42", "kabid4", "dewi"},
    "bantuan-hukum": {"ani", "korpri", "kabid2", "dewi", "sekda"},
}
SEMUA = {"ani", "atasan", "budi", "kadis", "wulan", "kasub42", "kabid4", "dewi", "korpri", "kabid2", "sekda", "citra", "kabid",
         "eko", "lain", "itwas"}  # fmt: skip


@pytest.fixture
@bersama
def ramai(orang):
    """Besides: ani below a superior who is nobody's step, and the operator of another OPD."""
    orang.ani = buat_pegawai(nama="Ani Korban", unit="DISDIK-SUBBAG1")
    orang.akun_ani = buat_akun(orang.ani)
    orang.akun_atasan = buat_akun(
        buat_pegawai(nama="Atasan Ani", unit="DISDIK-SUBBAG1", jabatan="KEPALA-DISDIK-SUBBAG1", golongan="III/d")
    )
    orang.akun_lain = buat_akun(buat_pegawai(nama="Operator Lain", unit="DINKES"))
    tugaskan(orang.akun_lain, "operator_opd", "DINKES")
    return orang


def buka(orang, nama, alamat, **kueri):
    """(status, text) of a page for a person."""
    jawab = masuk(Client(), getattr(orang, f"akun_{nama}")).get(alamat, kueri)
    isi = b"".join(jawab.streaming_content) if jawab.streaming else jawab.content
    return jawab.status_code, isi.decode("latin-1")


def perkara(orang, hari_ini, slug):
    """One of ani, finished."""
    isi = isian_jkk(hari_ini) if slug == "klaim-jkk" else isian_hukum(hari_ini)
    usulan = mainkan(slug, orang.ani, isi)
    assert usulan.status == "selesai"
    return usulan


@pytest.mark.parametrize("slug", MEMBUKA)
def test_hanya_yang_berhak_membuka_usulan_surat_dan_berkasnya(ramai, hari_ini, slug):
    usulan = perkara(ramai, hari_ini, slug)
    naskah = usulan.naskah.first().naskah
    berkas = usulan.berkas.exclude(kode="sk_pangkat").first()
    for nama in sorted(SEMUA):
        boleh = {200} if nama in MEMBUKA[slug] else {403, 404}
        assert buka(ramai, nama, reverse("layanan:usulan_detail", args=[usulan.nomor]))[0] in boleh, nama
        assert buka(ramai, nama, reverse("layanan:naskah_detail", args=[naskah.pk]))[0] in boleh, nama
        assert buka(ramai, nama, reverse("layanan:berkas_download", args=[usulan.nomor, berkas.pk]))[0] in boleh, nama


@pytest.mark.parametrize("slug", MEMBUKA)
def test_tidak_tampak_pada_daftar_register_pencarian_jejak_dan_dosir(ramai, hari_ini, slug):
    usulan = perkara(ramai, hari_ini, slug)
    naskah = usulan.naskah.first().naskah
    nip = ramai.ani.nip
    halaman = [
        (reverse("layanan:usulan_list"), {"q": "Ani"}), (reverse("layanan:naskah_list"), {}), (reverse("layanan:kotak_list"), {}),
        (reverse("tata_kelola:cari"), {"q": usulan.nomor}), (reverse("tata_kelola:cari"), {"q": naskah.nomor}),
        (reverse("tata_kelola:beranda"), {}), (reverse("tata_kelola:tugas_list"), {}),
        (reverse("kepegawaian:dosir_list", args=[nip]), {}), (reverse("kepegawaian:riwayat_list", args=[nip, "pangkat"]), {}),
        (reverse("tata_kelola:jejak_list"), {"pegawai": nip}),
    ]  # fmt: skip
    for nama in ("atasan", "citra", "lain", "itwas"):
        for alamat, kueri in halaman:
            status, isi = buka(ramai, nama, alamat, **kueri)
            assert status in (200, 403, 404), (nama, alamat)
            # the word typed into the search box comes back; a link to it must not
            for tautan in (f"/usulan/{usulan.nomor}/", f"/naskah/{naskah.pk}/", "Naskah rahasia", "Klaim JKK dan JKM"):
                assert tautan not in isi, (nama, alamat, tautan)
    _, register = buka(ramai, "citra", reverse("layanan:register_list"), klasifikasi=naskah.nomor.split("/")[0])
    assert naskah.nomor in register  # the number stays in the register
    assert "Ani Korban" not in register


def test_berkas_dan_riwayat_klaim_bukan_bagian_dosir_orang_banyak(ramai, hari_ini):
    usulan = perkara(ramai, hari_ini, "klaim-jkk")
    assert set(usulan.berkas.exclude(kode="sk_pangkat").values_list("dosir__riwayat_jenis", flat=True)) == {"perkara"}
    assert RiwayatKlaim.objects.filter(pegawai=ramai.ani).count() == 1
    bukti = Dosir.objects.get(pegawai=ramai.ani, riwayat_jenis="klaim")
    riwayat = reverse("kepegawaian:riwayat_list", args=[ramai.ani.nip, "klaim"])
    unduh = reverse("kepegawaian:dosir_download", args=[bukti.pk])
    for nama in ("atasan", "kadis", "budi", "citra", "itwas", "lain"):
        assert buka(ramai, nama, riwayat)[0] in (403, 404), nama
        assert buka(ramai, nama, unduh)[0] in (403, 404), nama
    assert not AksesSensitif.objects.exists()
    assert buka(ramai, "wulan", riwayat)[0] == 200
    assert AksesSensitif.objects.get(pegawai=ramai.ani).data == "kesehatan"
    assert masuk(Client(), ramai.akun_ani).get(reverse("kepegawaian:saya_riwayat", args=["klaim"])).status_code == 200


def test_operator_tidak_dapat_mengajukan_bantuan_hukum_bagi_pegawainya(ramai):
    klien = masuk(Client(), ramai.akun_budi)
    jawab = klien.post(reverse("layanan:usulan_create", args=["bantuan-hukum"]), {"nip": ramai.ani.nip}, follow=True)
    assert not ramai.ani.usulan.exists(), jawab.status_code


def test_pengganti_operator_membuka_klaim_yang_diajukan_pendahulunya(ramai, hari_ini):
    usulan = mainkan("klaim-jkk", ramai.ani, isian_jkk(hari_ini), "lengkapi")
    baru = buat_akun(buat_pegawai(nama="Operator Baru", unit="DISDIK"))
    ramai.akun_baru = baru
    alamat = reverse("layanan:usulan_detail", args=[usulan.nomor])
    assert buka(ramai, "baru", alamat)[0] == 404
    tugaskan(baru, "operator_opd", "DISDIK")
    assert buka(ramai, "baru", alamat)[0] == 200
