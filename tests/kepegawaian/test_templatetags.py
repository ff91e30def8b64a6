"""Template words: what each filter writes, by table; links of lists; the menu and its frame."""

from datetime import UTC, date, datetime
from decimal import Decimal
from types import SimpleNamespace

import pytest
from django import forms
from django.http import QueryDict
from django.template import Context, RequestContext, Template
from django.test import RequestFactory, override_settings
from django.urls import path

from kepegawaian import menu, penomoran
from kepegawaian.templatetags import portal

KABISAT = date(2024, 2, 29)
TENGAH_MALAM = datetime(2026, 6, 30, 17, 5, tzinfo=UTC)  # 00.05 of the next day in Jakarta

urlpatterns = [
    path("", lambda r: None, name="contoh_beranda"),
    path("usulan/", lambda r: None, name="contoh_usulan"),
    path("usulan/baru/", lambda r: None, name="contoh_usulan_baru"),
]
sini = override_settings(ROOT_URLCONF=__name__)


@pytest.mark.parametrize(
    ("fungsi", "nilai", "harapan"),
    [
        (portal.tanggal, date(2026, 7, 1), "1 Juli 2026"),
        (portal.tanggal, KABISAT, "29 Februari 2024"),
        (portal.tanggal, TENGAH_MALAM, "1 Juli 2026"),
        (portal.tanggal, "2026-08-17", "17 Agustus 2026"),
        (portal.tanggal, "bukan tanggal", ""),
        (portal.tanggal, None, ""),
        (portal.tanggal_pendek, date(2026, 7, 1), "1 Jul 26"),
        (portal.tanggal_pendek, date(2005, 5, 9), "9 Mei 05"),
        (portal.tanggal_pendek, None, ""),
        (portal.bulan_pendek, date(2029, 8, 1), "Agu 29"),
        (portal.hari_tanggal, date(2026, 11, 24), "Selasa, 24 November 2026"),
        (portal.hari_tanggal, None, ""),
        (portal.waktu, datetime(2026, 11, 18, 2, 12, tzinfo=UTC), "18 Nov 2026, 09.12"),
        (portal.waktu, TENGAH_MALAM, "1 Jul 2026, 00.05"),
        (portal.waktu, KABISAT, "29 Feb 2024"),
        (portal.waktu, None, ""),
        (portal.rupiah, 3500000, "Rp3.500.000"),
        (portal.rupiah, 0, "Rp0"),
        (portal.rupiah, -1250, "-Rp1.250"),
        (portal.rupiah, Decimal("1250.505"), "Rp1.250,51"),
        (portal.rupiah, Decimal("1250.00"), "Rp1.250"),
        (portal.rupiah, None, ""),
        (portal.rupiah, "", ""),
        (portal.angka, 1234, "1.234"),
        (portal.angka, 0, "0"),
        (portal.angka, -1234567, "-1.234.567"),
        (portal.angka, Decimal("2.50"), "2,5"),
        (portal.angka, 96.25, "96,25"),
        (portal.angka, Decimal("1E+3"), "1.000"),
        (portal.angka, float("nan"), ""),
        (portal.angka, "bukan angka", ""),
        (portal.angka, True, ""),
        (portal.angka, None, ""),
        (portal.desimal, 75, "75,00"),
        (portal.desimal, Decimal("0.005"), "0,01"),
        (portal.desimal, Decimal("-0.001"), "0,00"),
        (portal.desimal, None, ""),
        (portal.ukuran, 0, "0 B"),
        (portal.ukuran, 1023, "1.023 B"),
        (portal.ukuran, 217088, "212 KB"),
        (portal.ukuran, 5242880, "5 MB"),
        (portal.ukuran, 1290000, "1,2 MB"),
        (portal.ukuran, 3 * 1024**4, "3.072 GB"),
        (portal.ukuran, -1, ""),
        (portal.ukuran, None, ""),
        (portal.masa, 115, "9 tahun 7 bulan"),
        (portal.masa, 0, "0 bulan"),
        (portal.masa, 11, "11 bulan"),
        (portal.masa, 12, "1 tahun"),
        (portal.masa, -14, "minus 1 tahun 2 bulan"),
        (portal.masa, None, ""),
        (portal.nip, "197603122001121003", "19760312 200112 1 003"),
        (portal.nip, "admin", "admin"),
        (portal.nip, None, ""),
        (portal.nip_samar, "198602132015051001", "1986****2015051001"),
        (portal.nip_samar, "19860213 201505 1 001", "1986****2015051001"),
        (portal.nip_samar, "198", "198"),
        (portal.nip_samar, None, ""),
        (portal.nik_samar, "3524011203760001", "35************01"),
        (portal.nik_samar, "3524", "****"),
        (portal.nik_samar, None, ""),
        (portal.inisial, "Siti Rahmawati", "SR"),
        (portal.inisial, "Dr. H. Siti Nur Aini Rahmawati, S.Kep., Ns., M.Kes.", "SR"),
        (portal.inisial, "M. Yusuf", "MY"),
        (portal.inisial, "Suharto", "S"),
        (portal.inisial, "", "?"),
        (portal.inisial, None, "?"),
        (portal.tampil, None, "belum ada data"),
        (portal.tampil, "", "belum ada data"),
        (portal.tampil, 0, 0),
        (portal.tampil, False, False),
    ],
)
def test_filter_menulis(fungsi, nilai, harapan):
    assert fungsi(nilai) == harapan


@pytest.mark.parametrize(
    ("lahir", "per", "harapan"),
    [
        (date(1976, 3, 12), date(2026, 3, 11), "49 tahun"),
        (date(1976, 3, 12), date(2026, 3, 12), "50 tahun"),
        (KABISAT, date(2025, 2, 28), "0 tahun"),
        (KABISAT, date(2025, 3, 1), "1 tahun"),
        (KABISAT, date(2028, 2, 29), "4 tahun"),
        (date(2027, 1, 1), date(2026, 1, 1), ""),
        (None, date(2026, 1, 1), ""),
    ],
)
def test_usia_genap_tahun(lahir, per, harapan):
    assert portal.usia(lahir, per) == harapan


def test_desimal_menurut_banyaknya():
    assert portal.desimal("1234.5678", 1) == "1.234,6"


def tulis(templat, kueri="", **isi):
    request = RequestFactory().get(f"/daftar/{kueri}")
    request.hak = None
    return Template(templat).render(RequestContext(request, isi, processors=[])).strip()


def test_ikon_diam_kecuali_berlabel():
    assert tulis('{% ikon "bell" %}') == '<i class="bi bi-bell" aria-hidden="true"></i>'
    assert '<span class="visually-hidden">Pemberitahuan</span>' in tulis('{% ikon "bell" "Pemberitahuan" %}')
    assert tulis("{% ikon kosong %}") == ""


def test_tanda_selalu_berkata_dan_lolos_dari_html():
    hasil = tulis('{% tanda teks "gagal" %}', teks="<lewat>")
    assert "tanda-gagal" in hasil
    assert "bi-x-lg" in hasil
    assert "&lt;lewat&gt;" in hasil
    assert "tanda-netral" in tulis('{% tanda "a" "jenis asing" %}')
    assert "<i" not in tulis('{% tanda "a" "gagal" "-" %}')


@pytest.mark.parametrize(
    ("templat", "kueri", "harapan"),
    [
        ('{% kueri urut="-nama" %}', "?opd=3&halaman=7", "?opd=3&amp;urut=-nama"),
        ("{% kueri halaman=8 %}", "?opd=3&halaman=7", "?opd=3&amp;halaman=8"),
        ("{% kueri opd=None %}", "?opd=3&opd=4&q=a%26b", "?q=a%26b"),
        ("{% kueri baris=50 %}", "", "?baris=50"),
        ("{% kueri %}", "?jenis=a&jenis=b", "?jenis=a&amp;jenis=b"),
    ],
)
def test_kueri_mengubah_yang_disebut_saja(templat, kueri, harapan):
    assert tulis(templat, kueri) == harapan


def test_kueri_di_dalam_include_only():
    hasil = tulis('{% include "komponen/_th_urut.html" with kolom="nama" teks="Nama" only %}', "?urut=nama&opd=3")
    assert 'aria-sort="ascending"' in hasil
    assert 'href="?urut=-nama&amp;opd=3"' in hasil


def test_kolom_kueri_membawa_yang_tidak_ditanyakan_formulir():
    class Saringan(forms.Form):
        opd = forms.CharField(required=False)

    hasil = tulis("{% kolom_kueri form %}", "?opd=3&urut=-nama&halaman=4", form=Saringan())
    assert hasil == '<input type="hidden" name="urut" value="-nama">'


def test_skrip_dimuat_sekali_satu_halaman():
    hasil = tulis('{% skrip "js/unggah.js" %}{% skrip "js/unggah.js" "js/grafik.js" %}')
    assert hasil.count("unggah.js") == 1
    assert hasil.count("grafik.js") == 1


def test_tag_tanpa_request_tidak_gagal():
    konteks = Context({})
    assert Template("{% kueri a=1 %}{% kolom_csrf %}{% alamat_kini %}").render(konteks) == "?a=1"


def test_judul_ditulis_sekali_tampil_dua_kali():
    hasil = tulis('{% extends "base_luar.html" %}{% block judul %}Masuk{% endblock %}')
    assert "<title>Masuk · Portal BKD</title>" in hasil
    assert "<h1>Masuk</h1>" in hasil


# Pages of a list


class Permintaan(SimpleNamespace):
    """A request with only what penomoran reads."""

    def __init__(self, kueri=""):
        super().__init__(GET=QueryDict(kueri), session={})


@pytest.mark.parametrize(
    ("kueri", "banyak", "nomor", "mulai", "sampai", "jumlah", "lebih", "berikut"),
    [
        ("", 0, 1, 0, 0, 0, False, None),
        ("", 1, 1, 1, 1, 1, False, None),
        ("", 25, 1, 1, 25, 25, False, None),
        ("halaman=2", 26, 2, 26, 26, 26, False, None),
        ("halaman=99", 26, 2, 26, 26, 26, False, None),
        ("halaman=0", 26, 1, 1, 25, 26, False, 2),
        ("halaman=dua", 26, 1, 1, 25, 26, False, 2),
        ("halaman=41", 1030, 41, 1001, 1025, 1000, True, 42),
        ("halaman=42", 1030, 42, 1026, 1030, 1000, True, None),
        ("halaman=9999999", 1030, 40, 976, 1000, 1000, True, 41),
        ("baris=100", 150, 1, 1, 100, 150, False, 2),
        ("baris=7", 150, 1, 1, 25, 150, False, 2),
    ],
)
def test_potong(kueri, banyak, nomor, mulai, sampai, jumlah, lebih, berikut):
    h = penomoran.potong(Permintaan(kueri), list(range(1, banyak + 1)))
    assert (h.nomor, h.mulai, h.sampai, h.jumlah, h.lebih, h.berikut) == (nomor, mulai, sampai, jumlah, lebih, berikut)
    assert list(h) == list(range(mulai, sampai + 1)) if banyak else not list(h)


def test_ukuran_halaman_diingat():
    permintaan = Permintaan("baris=50")
    assert penomoran.potong(permintaan, list(range(200))).ukuran == 50
    permintaan.GET = QueryDict("")
    assert penomoran.potong(permintaan, list(range(200))).ukuran == 50


@pytest.mark.parametrize(
    ("nomor", "jumlah", "lebih", "harapan"),
    [
        (1, 20, False, [1]),
        (1, 60, False, [1, 2, 3]),
        (1, 250, False, [1, 2, None, 10]),
        (5, 250, False, [1, None, 4, 5, 6, None, 10]),
        (3, 250, False, [1, 2, 3, 4, None, 10]),
        (7, 1000, True, [1, None, 6, 7, 8, None]),
    ],
)
def test_nomor_halaman(nomor, jumlah, lebih, harapan):
    h = penomoran.Potongan([1], nomor, 25, jumlah, lebih, lebih)
    assert penomoran.nomor_halaman(h) == harapan


def test_lebih_dari_seribu_dikatakan():
    h = penomoran.Potongan(list(range(25)), 1, 25, 1000, True, True)
    assert "1–25 dari lebih dari 1.000" in " ".join(
        tulis('{% include "komponen/_halaman.html" with h=h only %}', h=h).split()
    )


# Menu


@pytest.fixture
def butir(monkeypatch):
    monkeypatch.setattr(menu, "_BUTIR", [])
    menu._alamat.cache_clear()
    menu.daftarkan(
        menu.Butir("Usulan", "contoh_usulan", "send", "Layanan", {"asn"}, 2, lencana="usulan"),
        menu.Butir("Usulan baru", "contoh_usulan_baru", "plus", "Layanan", {"asn"}, 1),
        menu.Butir("Beranda", "contoh_beranda", "house", "", {"asn", "admin"}, singkat="Beranda"),
        menu.Butir("Akun", "contoh_tidak_ada", "key", "Sistem", {"asn", "admin"}),
        menu.Butir("Jejak", "contoh_usulan_baru", "clock", "Sistem", {"admin"}),
    )
    yield
    menu._alamat.cache_clear()


def lihat(alamat, *peran):
    hak = SimpleNamespace(peran=frozenset(peran), lencana={"usulan": 3})
    return menu.menu_untuk(SimpleNamespace(hak=hak, path=alamat))


@sini
def test_menu_menurut_peran_urut_dan_lencana(butir):
    hasil = [(k.nama, [(b.nama, b.jumlah) for b in k.butir]) for k in lihat("/", "asn")]
    assert hasil == [("", [("Beranda", 0)]), ("Layanan", [("Usulan baru", 0), ("Usulan", 3)])]
    assert [k.nama for k in lihat("/", "admin")] == ["", "Sistem"]


@sini
@pytest.mark.parametrize(
    ("alamat", "aktif"),
    [
        ("/", ["Beranda"]),
        ("/usulan/", ["Usulan"]),
        ("/usulan/17/", ["Usulan"]),
        ("/usulan/baru/", ["Usulan baru"]),
        ("/usulanlain/", []),
    ],
)
def test_menu_aktif_menurut_awalan_terpanjang(butir, alamat, aktif):
    assert [b.nama for k in lihat(alamat, "asn") for b in k.butir if b.aktif] == aktif


@sini
def test_menu_tanpa_hak_kosong(butir):
    assert menu.menu_untuk(SimpleNamespace(path="/", hak=None)) == []


@sini
def test_periksa_menu_menyebut_alamat_yang_tidak_ada(butir):
    assert "contoh_tidak_ada" in menu.periksa_menu()
    assert "contoh_usulan" not in menu.periksa_menu()


def test_menu_portal_tidak_menunjuk_ke_mana_pun():
    menu.temukan()
    assert menu.periksa_menu() == []
