"""Banyak draf di bawah satu surat pengantar: satu kali kirim, hasil per usulan, yang ditolak tetap draf."""

import pytest
from django.urls import reverse

from kepegawaian.models import Pegawai
from layanan import alur, katalog
from layanan.models import SuratPengantar, Usulan
from tests.layanan.conftest import LayananUji, pdf
from tests.pabrik import buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db
URL = "/surat-pengantar/ajukan/"


class LayananBersurat(LayananUji):
    """Asks for the letter's number and for its scan."""

    slug = "uji-bersurat"
    nama = "Layanan uji bersurat"
    surat_pengantar = True


@pytest.fixture
def bersurat():
    katalog.daftarkan(LayananBersurat)
    yield katalog.ambil("uji-bersurat")
    katalog._daftar.pop("uji-bersurat")


def draf(layanan, orang, pegawai, oleh="budi"):
    pegawai = Pegawai.objects.select_related("kini").get(pk=pegawai.pk)
    return alur.buat_draf(layanan, pegawai, oleh=orang.oleh(oleh))


def isi(*usulan, **lain):
    return {"pilih": [f"{u.nomor}:{u.versi_baris}" for u in usulan], "nomor": "800/77/DISDIK/2026",
            "tanggal": "2026-11-02"} | lain  # fmt: skip


def test_banyak_draf_satu_surat_dan_yang_gagal_menyebut_sebabnya(bersurat, orang, client):
    lain = buat_pegawai(nama="Anton Wibowo", unit="DISDIK", golongan="II/d")
    rendah = buat_pegawai(nama="Rina Rendah", unit="DISDIK", golongan="I/d")  # UJI-2 says no
    tiga = [draf(bersurat, orang, p) for p in (orang.ani, lain, rendah)]
    masuk(client, orang.akun_budi)
    assert "3 draf menunggu surat" in client.get(reverse("layanan:pengantar_list")).content.decode()
    jawab = client.post(URL, isi(*tiga, berkas=pdf("surat.pdf")))
    teks = jawab.content.decode()
    assert jawab.status_code == 200
    assert "2 diajukan, 1 tidak" in teks
    assert "UJI-2" in teks or "Golongan I tidak dapat" in teks
    surat = SuratPengantar.objects.get()
    assert set(Usulan.objects.filter(pengantar=surat).values_list("pegawai__kini__nama", "status")) == {
        ("Ani Lestari", "diproses"), ("Anton Wibowo", "diproses")
    }  # fmt: skip
    gagal = Usulan.objects.get(pegawai=rendah)
    assert (gagal.status, gagal.pengantar_id) == ("draf", None)
    assert all(u.berkas.filter(kode="surat_pengantar").exists() for u in Usulan.objects.filter(pengantar=surat))
    rinci = client.get(reverse("layanan:pengantar_detail", args=[surat.pk])).content.decode()
    assert "Anton Wibowo" in rinci
    assert "Rina Rendah" not in rinci


def test_formulir_basi_ditolak_sementara_yang_lain_jalan(bersurat, orang, client):
    lain = buat_pegawai(nama="Anton Wibowo", unit="DISDIK", golongan="II/d")
    satu, dua = draf(bersurat, orang, orang.ani), draf(bersurat, orang, lain)
    kirim = isi(satu, dua, berkas=pdf("surat.pdf"))
    alur.ubah_isian(dua, {"tmt": "2027-02-01"}, oleh=orang.oleh("budi"), versi=dua.versi_baris)
    masuk(client, orang.akun_budi)
    assert "1 diajukan, 1 tidak" in client.post(URL, kirim).content.decode()
    assert Usulan.objects.get(pk=dua.pk).status == "draf"
    # sent a second time: the first is no draft any more, nothing happens twice
    client.post(URL, kirim)
    assert Usulan.objects.get(pk=satu.pk).langkah.count() == 1


@pytest.mark.parametrize(
    ("ubah", "kata"),
    [
        ({"pilih": []}, "Pilih sekurang-kurangnya satu draf"),
        ({"nomor": ""}, "Bidang ini"),
        ({"tanggal": "2099-01-01"}, "belum tiba"),
    ],
)
def test_isian_salah_tidak_mengajukan(bersurat, orang, client, ubah, kata):
    u = draf(bersurat, orang, orang.ani)
    masuk(client, orang.akun_budi)
    jawab = client.post(URL, isi(u) | ubah)
    assert jawab.status_code == 422
    assert kata in jawab.content.decode()
    assert Usulan.objects.get(pk=u.pk).status == "draf"


def test_draf_di_luar_lingkup_tidak_terlihat_dan_tidak_terkirim(bersurat, orang, client):
    milik_lain = draf(bersurat, orang, orang.eko, oleh="citra")  # DINKES, drafted by the staf of SUB12
    masuk(client, orang.akun_budi)
    assert "Eko Prasetyo" not in client.get(URL).content.decode()
    client.post(URL, isi(milik_lain, berkas=pdf("surat.pdf")))
    assert Usulan.objects.get(pk=milik_lain.pk).status == "draf"
    assert not SuratPengantar.objects.exists()


def test_jumlah_kueri_daftar_tetap(bersurat, orang, client, django_assert_max_num_queries):
    for i in range(6):
        p = buat_pegawai(nama=f"Pegawai {i}", unit="DISDIK", golongan="II/d")
        tambah(p, "pangkat", golongan_id="III/a", tmt="2026-01-01")
        draf(bersurat, orang, p)
    masuk(client, orang.akun_budi)
    with django_assert_max_num_queries(12):
        assert client.get(URL).status_code == 200
