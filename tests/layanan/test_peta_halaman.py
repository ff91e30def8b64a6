"""Beban langkah dari baris yang dibuat lewat alur, dan halaman peta proses lewat HTTP."""

import re
from datetime import date, datetime
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from layanan import alur, hitung, katalog
from tests.layanan.test_alur import ajukan, segar
from tests.layanan.test_peta import HARI_INI, SVG, LayananBercabang
from tests.pabrik import masuk

pytestmark = pytest.mark.django_db


# ── load ─────────────────────────────────────────────────────────────────────────────────────────────


def saat(hari, jam=9):
    return timezone.make_aware(datetime(2026, 11, hari, jam, 0))


@pytest.fixture
def tiga_usulan(layanan_uji, orang):
    """All submitted Mon 2 Nov (deadline Thu 5). ani's leaves on Mon 9, budi's on Tue 3, kadis' waits for the Sekda."""
    for nama, hari in (("ani", 9), ("budi", 3)):
        u = ajukan(layanan_uji, orang, pegawai=nama)
        alur.setujui(segar(u), oleh=orang.oleh("kadis", saat(hari)), versi=segar(u).versi_baris)
    ajukan(layanan_uji, orang, pegawai="kadis")
    return orang


def test_beban_dari_baris_yang_dibuat_lewat_alur(tiga_usulan):
    """Entered Mon 2: Mon 9 is 5 working and 7 calendar days, Tue 3 is 1 and 1. verifikasi_bkd allows 2 days."""
    with CaptureQueriesContext(
        connection,
    ) as catat:
        beban = hitung.beban(HARI_INI)
    assert len(catat) == 1
    assert beban == {
        ("uji-mesin", "verifikasi_opd"): hitung.Beban(1, 1, 2, 1, 3.0, 4.0),
        # ani's entered on the 9th may wait until the 11th, which is today; budi's until the 5th
        ("uji-mesin", "verifikasi_bkd"): hitung.Beban(2, 1, 0, 0, None, None),
    }


def test_beban_hanya_dua_belas_bulan_dan_yang_batal_tidak_dihitung(layanan_uji, tiga_usulan):
    nanti = hitung.beban(date(2027, 11, 10))  # the 9th of last year is out, what waits stays
    assert nanti["uji-mesin", "verifikasi_opd"] == hitung.Beban(1, 1, 0, 0, None, None)
    u = next(u for u in tiga_usulan.kadis.usulan.all())
    alur.batalkan(u, oleh=tiga_usulan.oleh("budi", saat(4)), versi=u.versi_baris, alasan="Keliru.")
    assert hitung.beban(HARI_INI)["uji-mesin", "verifikasi_opd"] == hitung.Beban(0, 0, 2, 1, 3.0, 4.0)


# ── pages ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def halaman(client, orang):
    def buka(nama, alamat, *args):
        return masuk(client, getattr(orang, f"akun_{nama}")).get(reverse(alamat, args=args)).content.decode()

    return buka


def tautan(isi, teks):
    return [a.replace("&amp;", "&") for a in re.findall(rf'<a href="([^"]+)">{teks}</a>', isi)]


def test_halaman_peta_memuat_gambar_dan_daftar(layanan_uji, tiga_usulan, halaman):
    isi = halaman("ani", "layanan:peta_detail", "uji-mesin")
    svg = re.search(r'<svg class="peta".*?</svg>', isi, re.S).group()
    akar = ElementTree.fromstring(svg)  # noqa: S314 - gambar kita sendiri
    assert akar.find(f"{SVG}title").text == "Peta proses Layanan uji mesin"
    daftar = re.search(r'<ol class="peta-urutan">.*?</ol>', isi, re.S).group()
    assert re.findall(r"<li id=\"langkah-(\w+)\"", daftar) == [s.kode for s in layanan_uji.alur]
    assert "2 menunggu" in daftar
    assert "3 usulan menunggu" in isi
    assert "style=" not in isi


def test_tautan_hanya_bagi_yang_boleh_dan_isinya_sebanyak_angkanya(tiga_usulan, halaman, client):
    for nama in ("ani", "budi", "perekam"):
        assert tautan(halaman(nama, "layanan:peta_detail", "uji-mesin"), r"\d+ menunggu") == []
    (kotak,) = tautan(halaman("citra", "layanan:peta_detail", "uji-mesin"), "2 menunggu")
    assert kotak == "/kotak/?layanan=uji-mesin&langkah=verifikasi_bkd"
    isi = client.get(kotak).content.decode()
    assert "Ani Lestari" in isi
    assert "Budi Santosa" in isi
    (daftar,) = tautan(halaman("dewi", "layanan:peta_detail", "uji-mesin"), "2 menunggu")
    assert daftar == "/usulan/?layanan=uji-mesin&langkah=verifikasi_bkd&status=diproses"
    isi = client.get(daftar).content.decode()
    assert "Budi Santosa" in isi
    assert "Kadar Usman" not in isi


def test_peta_bkd_memuat_bidang_layanan_dan_angkanya(tiga_usulan, halaman):
    isi = halaman("ani", "layanan:peta_list")
    for nama in ("Bidang Mutasi, Dokumentasi dan Informasi", "Subbidang Kepangkatan", "Layanan uji mesin",
                 "Bidang Pensiun dan Kesejahteraan Pegawai", "Eselon II, Kepala BKD"):  # fmt: skip
        assert nama in isi
    baris = re.search(r"Layanan uji mesin</a></th>(.*?)</tr>", isi, re.S).group(1)
    sel = dict(re.findall(r'<td data-label="([^"]+)">(.*?)</td>', baris, re.S))
    banyak = {lajur: int(m.group(1)) for lajur, teks in sel.items() if (m := re.search(r"(\d+) langkah", teks))}
    assert banyak == {
        "Perangkat daerah": 1, "Staf BKD": 3, "Eselon III, sekretaris dan kepala bidang": 1,
        "Eselon II, Kepala BKD": 1, "Sekda dan Bupati": 1, "BKN dan instansi lain": 1,
    }  # fmt: skip
    assert "2 menunggu" in sel["Staf BKD"]
    assert "style=" not in isi


def test_keadaan_kosong_dikatakan(layanan_uji, halaman):
    assert "Tidak ada usulan yang sedang berjalan." in halaman("ani", "layanan:peta_list")
    isi = halaman("ani", "layanan:peta_detail", "uji-mesin")
    assert "tidak ada usulan yang sedang berjalan" in isi
    assert '<svg class="peta"' in isi


def test_peta_layanan_tak_dikenal_404(client, orang):
    masuk(client, orang.akun_ani)
    assert client.get(reverse("layanan:peta_detail", args=["tidak-ada"])).status_code == 404


def test_kueri_tetap_berapa_pun_usulan_dan_layanannya(layanan_uji, orang, client, django_assert_max_num_queries):
    masuk(client, orang.akun_dewi)
    alamat = [reverse("layanan:peta_list"), reverse("layanan:peta_detail", args=["uji-mesin"])]
    sebelum = []
    for a in alamat:
        client.get(a)
        with django_assert_max_num_queries(12) as catat:
            client.get(a)
        sebelum.append(len(catat))
    for nama in ("ani", "budi", "kadis"):
        ajukan(layanan_uji, orang, pegawai=nama)
    katalog.daftarkan(LayananBercabang)
    try:
        for a, banyak in zip(alamat, sebelum, strict=True):
            with django_assert_max_num_queries(12) as catat:
                client.get(a)
            assert len(catat) == banyak
    finally:
        katalog._daftar.pop("uji-peta")
