"""Regulasi: setiap kode punya alamat dan dikenali dalam teks; halamannya memuat segala yang bersandar padanya."""

import pytest
from django.template import Context, Template
from django.urls import reverse

from kepegawaian.models import Regulasi
from layanan import katalog, tampilan
from layanan.katalog import Dasar
from tata_kelola import regulasi
from tests.tata_kelola.conftest import pertanyaan

pytestmark = pytest.mark.django_db


def test_setiap_kode_berbeda_alamatnya_dan_dikenali_utuh_dalam_teks():
    kode = list(Regulasi.objects.values_list("kode", flat=True))
    assert len({regulasi.regulasi_slug(k) for k in kode}) == len(kode) > 100
    assert [k for k in kode if regulasi.disebut(f"menurut {k}, dan") != [k]] == []


def test_alamat_sama_dengan_yang_dipakai_halaman_layanan():
    for kode in ("PP 99/2000", "PER-3/PB/2015", "Kepka LAN 13/K.1/PDP.07/2022"):
        assert tampilan.url_regulasi(kode) == reverse("tata_kelola:regulasi_detail", args=[kode])
    assert regulasi.regulasi_slug("PP 99/2000") == "pp-99-2000"


def test_setiap_dasar_layanan_ada_pada_tabel_regulasi():
    kode = set(Regulasi.objects.values_list("kode", flat=True))
    dasar = {d.peraturan for la in katalog.semua() for d in la.dasar}
    dasar |= {d.peraturan for la in katalog.semua() for s in la.semua_syarat for d in (s.dasar, *s.dasar_lain)}
    assert dasar
    assert dasar <= kode


def test_tautan_dasar_dan_tautan_teks():
    kata = "{% load regulasi %}{% tautan_dasar d 'KP-R02' %}|{{ t|tautan_teks }}"
    isi = {"d": Dasar("PP 99/2000", "Pasal 7"), "t": "<b> PP 12/2002 Ps. 6; PerBKN 2/2025"}
    assert Template(kata).render(Context(isi)) == (
        '<a class="tautan-dasar" href="/regulasi/pp-99-2000/#kp-r02">PP 99/2000 Pasal 7</a>|'
        '&lt;b&gt; <a href="/regulasi/pp-12-2002/">PP 12/2002</a> Ps. 6; <a href="/regulasi/perbkn-2-2025/">PerBKN 2/2025</a>'
    )


def test_halaman_regulasi_memuat_aturan_setelan_dan_tabel(buka):
    jawab = buka("ani", "/regulasi/pp-7-1977/")
    kode = {a.syarat.kode for a in jawab.context["aturan"]}
    harap = {
        s.kode for s in katalog.ambil("kgb").syarat if "PP 7/1977" in {d.peraturan for d in (s.dasar, *s.dasar_lain)}
    }
    assert {"KGB-01", "KGB-02"} <= harap <= kode
    assert {"Setelan", "Golongan dan pangkat"} <= set(jawab.context["tabel"])
    isi = jawab.content.decode()
    assert 'id="kgb-01"' in isi
    assert "kgb_penanda_tangan" in isi
    assert jawab.context["asumsi"] > 0


def test_tabel_gaji_diringkas_per_versi(buka):
    tabel = buka("ani", "/regulasi/pp-5-2024/").context["tabel"]["Tabel gaji pokok"]
    assert [(b.nama, b.banyak) for b in tabel] == [("PNS", 272)]


def test_regulasi_yang_tidak_ada_404(buka):
    assert buka("ani", "/regulasi/pp-1-1900/").status_code == 404


@pytest.mark.parametrize("alamat", ["/regulasi/", "/regulasi/?semua=1&q=pangkat", "/regulasi/pp-99-2000/", "/aturan/"])
def test_halaman_regulasi_terbuka_bagi_semua_dan_hemat(buka, client, alamat):
    assert buka("eko", alamat).status_code == 200
    assert pertanyaan(client, alamat) <= 11


def test_aturan_disaring_menurut_keyakinan(buka):
    semua = sum(len(x) for x in buka("citra", "/aturan/").context["kelompok"].values())
    pasti = sum(len(x) for x in buka("citra", "/aturan/?keyakinan=pasti").context["kelompok"].values())
    assert 0 < pasti < semua == sum(len(x.semua_syarat) for x in (*katalog.semua(), *katalog.kumpulan_aturan()))
