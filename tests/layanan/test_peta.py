"""Peta proses: tata letak yang dihitung dengan tangan, gambar tanpa tumpang tindih, beban dari baris nyata, halaman."""

import re
from datetime import date, datetime
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.db import connection
from django.template.loader import render_to_string
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from kepegawaian.acuan import acuan_kini
from layanan import alur, checks, hitung, katalog, peta, uraian
from layanan.katalog import Dasar, Langkah, Layanan
from layanan.models import PengaturanLangkah
from layanan.teks_gambar import bungkus, lebar
from tests.layanan.test_alur import ajukan, segar
from tests.pabrik import masuk

pytestmark = pytest.mark.django_db
HARI_INI = date(2026, 11, 11)
SVG = "{http://www.w3.org/2000/svg}"


class LayananBercabang(Layanan):
    """A route with branches, two loops, an outside party, optional steps and a refusal."""

    slug = "uji-peta"
    nama = "Layanan uji peta"
    aspek = "k"
    dasar = (Dasar("PP 94/2021"),)
    pengusul = ("asn", "staf_bkd")
    pemilik = "SUB12"
    alur = (
        Langkah("periksa", "Pemeriksaan bahan", katalog.staf("SUB12"), sla_hari_kerja=5),
        Langkah("sidang", "Sidang tim dengan nama yang sengaja dibuat sangat panjang sekali", katalog.jabatan("KEPALA-SUB12"),
                katalog.REKAM, hasil={"ulang": "periksa", "banding_administratif": "putusan", "gugur": "TOLAK"}),
        Langkah("pendapat", "Pendapat instansi", katalog.staf("SUB12"), katalog.REKAM, jalur="BKN", wajib=False,
                bila=lambda k: True, kapan="bila ancamannya berat", hasil={"kurang": "periksa"}),
        Langkah("kabid", "Telaah", katalog.jabatan("KEPALA-BID1")),
        Langkah("putusan", "Putusan", katalog.jabatan("KEPALA-BKPSDM"), hasil={"kembali": "sidang"}, boleh_tolak=True),
        Langkah("terima", "Tanda terima", katalog.pemohon),
    )  # fmt: skip


@pytest.fixture
def bercabang():
    katalog.daftarkan(LayananBercabang)
    yield katalog.ambil("uji-peta")
    katalog._daftar.pop("uji-peta")


def gambar(layanan, beban=None):
    data = uraian.uraikan(layanan, uraian.bahan([layanan], acuan_kini(), HARI_INI))
    return data, peta.susun(data["langkah"], (data["pengusul_lajur"], "oleh ASN"), beban)


def ruas(panah):
    """Straight pieces of an arrow."""
    return list(zip(panah.titik, panah.titik[1:], strict=False))


def menyentuh(a, b, kotak, longgar=0.0):
    """True when the axis-parallel piece a–b enters the inside of the rectangle (x, y, w, h)."""
    x, y, w, h = kotak
    kiri, kanan = sorted((a[0], b[0]))
    atas, bawah = sorted((a[1], b[1]))
    return kiri < x + w - longgar and kanan > x + longgar and atas < y + h - longgar and bawah > y + longgar


def bidang_label(p):
    """Rectangles of an arrow's words."""
    return [(t.x, t.y - 9, lebar(t.isi, peta.KECIL), 11) for t in p.label]


# ── layout, by hand ──────────────────────────────────────────────────────────────────────────────────


def test_deklarasi_bercabang_sah(bercabang):
    assert list(checks.cacat(bercabang)) == []


def test_baris_dan_lajur_seperti_dihitung_dengan_tangan(bercabang):
    """Lanes used: ASN, staf, IV, III, II, luar. Up and out goes right; back to III and back to the ASN open new rows."""
    _, p = gambar(bercabang)
    assert [lajur.kode for lajur in p.lajur] == ["asn", "staf", "IV", "III", "II", "luar"]
    assert [(k.kode, k.lajur, k.baris) for k in p.kotak] == [
        ("MULAI", 0, 0), ("periksa", 1, 0), ("sidang", 2, 0), ("pendapat", 5, 0),
        ("kabid", 3, 1), ("putusan", 4, 1), ("terima", 0, 2), ("SELESAI", 0, 3),
    ]  # fmt: skip
    # Margin 8, lane 142, box 124 in its middle.
    assert [k.x for k in p.kotak] == [17, 159, 301, 727, 443, 585, 17, 17]
    assert len({k.y for k in p.kotak if k.baris == 0}) == 1
    assert len({k.h for k in p.kotak if k.baris == 0}) == 1


def test_panah_menurut_deklarasi(bercabang):
    _, p = gambar(bercabang)
    maju = [(a.dari, a.ke) for a in p.panah if a.jenis == "maju"]
    assert maju == [
        ("MULAI", "periksa"), ("periksa", "sidang"), ("sidang", "pendapat"), ("pendapat", "kabid"),
        ("kabid", "putusan"), ("putusan", "terima"), ("terima", "SELESAI"),
    ]  # fmt: skip
    cabang = [(a.dari, a.ke, a.jenis, " ".join(t.isi for t in a.label)) for a in p.panah if a.jenis != "maju"]
    assert cabang == [
        ("sidang", "periksa", "kembali", "ulang"),
        ("sidang", "putusan", "hasil", "banding administratif"),
        ("sidang", "TOLAK", "tolak", "gugur"),
        ("pendapat", "periksa", "kembali", "kurang"),
        ("putusan", "sidang", "kembali", "kembali"),
        ("putusan", "TOLAK", "tolak", "Dapat ditolak"),
    ]


def test_panah_di_baris_yang_sama_lurus_dan_pulang_lewat_bawah(bercabang):
    _, p = gambar(bercabang)
    kotak = {k.kode: k for k in p.kotak}
    lurus = next(a for a in p.panah if (a.dari, a.ke) == ("periksa", "sidang"))
    tengah = kotak["periksa"].y + kotak["periksa"].h / 2
    assert lurus.titik == ((283, tengah), (301, tengah))
    pulang = next(a for a in p.panah if (a.dari, a.ke) == ("sidang", "periksa"))
    bawah = kotak["sidang"].y + kotak["sidang"].h
    assert pulang.titik[0][1] == pulang.titik[-1][1] == bawah
    assert max(y for _, y in pulang.titik) > bawah
    assert max(y for _, y in pulang.titik) < kotak["kabid"].y
    assert kotak["periksa"].x < pulang.titik[-1][0] < kotak["periksa"].x + kotak["periksa"].w
    jauh = next(a for a in p.panah if (a.dari, a.ke) == ("putusan", "sidang"))
    assert max(x for x, _ in jauh.titik) > 8 + 6 * 142  # right of the last lane


def test_opsional_putus_putus_dan_luar_ditandai(bercabang):
    _, p = gambar(bercabang)
    assert [k.kode for k in p.kotak if k.opsional] == [k.kode for k in p.kotak if k.luar] == ["pendapat"]
    assert [a.ke for a in p.panah if a.opsional] == ["pendapat"]


@pytest.mark.parametrize("slug", ["uji-peta", "kp-reguler", "kgb"])
def test_tidak_ada_yang_tumpang_tindih(bercabang, slug):
    penuh = hitung.Beban(1234, 987, 50, 5, 12.5, 18.0)
    layanan = katalog.ambil(slug)
    _, p = gambar(layanan, {s.kode: penuh for s in layanan.alur})
    kotak = [(k.x, k.y, k.w, k.h) for k in p.kotak]
    for (ax, ay, aw, ah), (bx, by, bw, bh) in combinations(kotak, 2):
        assert ax + aw <= bx or bx + bw <= ax or ay + ah <= by or by + bh <= ay
    label = [r for a in p.panah for r in bidang_label(a)]
    for x, y, w, h in [*kotak, *label]:
        assert x >= 0
        assert y >= p.kepala
        assert x + w <= p.lebar
        assert y + h <= p.tinggi
    for a in p.panah:
        assert all(0 <= x <= p.lebar and p.kepala <= y <= p.tinggi for x, y in a.titik)
        for dari, ke in ruas(a):
            assert dari[0] == ke[0] or dari[1] == ke[1]
            assert [k for k in kotak if menyentuh(dari, ke, k)] == []
            assert [r for r in label if menyentuh(dari, ke, r)] == []
    for r, s in combinations(label, 2):
        assert r[0] + r[2] <= s[0] or s[0] + s[2] <= r[0] or r[1] + r[3] <= s[1] or s[1] + s[3] <= r[1]


def test_dua_panah_tidak_memakai_saluran_yang_sama(bercabang):
    """Long horizontal pieces of the branches lie on lines of their own, so no two arrows merge into one."""
    _, p = gambar(bercabang)
    y = [dari[1] for a in p.panah if a.jenis != "maju" for dari, ke in ruas(a) if dari[1] == ke[1]]
    assert len(y) == len(set(y)) >= 5


def test_jalan_yang_panjang_di_satu_meja_dicetak_tegak(bercabang):
    """Twelve steps at one desk make twelve rows: taller than wide. Going up and out stays flat."""
    langkah = {
        "luar": "",
        "pemegang_singkat": "Staf",
        "lajur": "staf",
        "sla": 3,
        "opsional": False,
        "hasil": [],
        "boleh_tolak": False,
    }
    banyak = [langkah | {"kode": f"l{i}", "nama": f"Langkah {i}", "nomor": i} for i in range(1, 13)]
    assert peta.susun(banyak, ("asn", "oleh ASN")).tegak
    assert not gambar(bercabang)[1].tegak


@pytest.fixture(scope="module")
def huruf():
    """The very font of the pages, at the two weights of the picture."""
    berkas = Path(settings.BASE_DIR) / "node_modules/@fontsource-variable/public-sans/files"
    asal = berkas / "public-sans-latin-wght-normal.woff2"
    return [instantiateVariableFont(TTFont(asal), {"wght": tebal}) for tebal in (400, 600)]


def lebar_nyata(teks, huruf, ukuran):
    peta_huruf, lebar_huruf = huruf.getBestCmap(), huruf["hmtx"]
    nama = [peta_huruf[ord(h)] for h in teks]
    nama = [f"{n}.tf" if f"{n}.tf" in lebar_huruf.metrics else n for n in nama]
    return sum(lebar_huruf[n][0] for n in nama) / huruf["head"].unitsPerEm * ukuran


def test_teks_muat_dalam_kotak_menurut_hurufnya_sendiri(bercabang, huruf):
    penuh = hitung.Beban(1234, 987, 50, 5, 12.5, 18.0)
    for slug in ("uji-peta", "kp-reguler", "kgb"):
        layanan = katalog.ambil(slug)
        _, p = gambar(layanan, {s.kode: penuh for s in layanan.alur})
        for k in p.kotak:
            for t in k.baris_teks:
                ukuran = 12 if t.jenis == "nama" else 11
                assert k.x < t.x
                assert t.x + max(lebar_nyata(t.isi, h, ukuran) for h in huruf) <= k.x + k.w - 4, t.isi
                assert k.y < t.y - ukuran + 2
                assert t.y + 3 <= k.y + k.h
        for lajur in p.lajur:
            for t in lajur.judul:
                assert t.x + max(lebar_nyata(t.isi, h, 11) for h in huruf) <= lajur.x + p.lebar_lajur


def test_kata_terlalu_panjang_dipenggal_dan_tidak_ada_yang_hilang():
    kata = "Mempertanggungjawabkannya"
    baris = bungkus(f"Untuk {kata} nanti", 80, 12)
    assert "".join(baris).translate({45: None, 32: None}) == f"Untuk{kata}nanti"
    assert all(lebar(b, 12) <= 80 for b in baris)
    assert bungkus("", 80, 12) == []


# ── settings of the office, list for screen readers ──────────────────────────────────────────────────


def test_setelan_kantor_dihormati(bercabang):
    umum = {"layanan": "uji-peta", "dasar": "SK uji", "berlaku_sejak": date(2026, 1, 1)}
    PengaturanLangkah.objects.create(langkah="kabid", kepada="jabatan:KEPALA-BKPSDM", sla_hari_kerja=9, **umum)
    PengaturanLangkah.objects.create(langkah="pendapat", dipakai=False, **umum)
    PengaturanLangkah.objects.create(langkah="periksa", dipakai=False, **umum)  # compulsory: stays
    PengaturanLangkah.objects.create(langkah="sidang", sla_hari_kerja=30, **umum | {"berlaku_sejak": date(2027, 1, 1)})
    data, p = gambar(bercabang)
    kabid = next(s for s in data["langkah"] if s["kode"] == "kabid")
    assert (kabid["lajur"], kabid["sla"], kabid["diatur_kantor"]) == ("II", 9, True)
    assert [s["kode"] for s in data["langkah"]] == ["periksa", "sidang", "kabid", "putusan", "terima"]
    assert data["tidak_dipakai"] == ["Pendapat instansi"]
    assert "pendapat" not in [k.kode for k in p.kotak]
    assert next(s for s in data["langkah"] if s["kode"] == "sidang")["sla"] == 3  # the default; 30 holds from 2027


def test_urutan_menyebut_tiap_langkah_sekali(bercabang):
    data, _ = gambar(bercabang)
    beban = {"sidang": hitung.Beban(2, 1)}
    urutan = peta.urutan(data["langkah"], beban)
    assert [(u["nomor"], u["kode"]) for u in urutan] == [
        (1, "periksa"), (2, "sidang"), (3, "pendapat"), (4, "kabid"), (5, "putusan"), (6, "terima"),
    ]  # fmt: skip
    sidang, pendapat = urutan[1], urutan[2]
    assert sidang["siapa"] == "Kepala Subbidang Kepangkatan"
    assert sidang["tingkat"] == "Eselon IV, kepala subbidang"
    assert sidang["berikut"] == ["Pendapat instansi", "Telaah"]  # the first is optional
    assert sidang["hasil"] == [
        ("ulang", "ke Pemeriksaan bahan"), ("banding administratif", "ke Putusan"), ("gugur", "usulan ditolak"),
    ]  # fmt: skip
    assert (sidang["beban"].menunggu, sidang["beban"].terlambat) == (2, 1)
    assert pendapat["siapa"] == "BKN, dicatat Staf Subbidang Kepangkatan"
    assert pendapat["kapan"] == "bila ancamannya berat"
    assert urutan[5]["berikut"] == ["Selesai"]
    assert urutan[5]["beban"] == hitung.Beban()


def test_svg_sah_tanpa_gaya_sebaris(bercabang):
    _, p = gambar(bercabang, {"sidang": hitung.Beban(1234, 1, 3, 0, 1.5, 2.0)})
    teks = render_to_string("layanan/_peta.html", {"peta": p, "nama": "Uji <b> & “uji”"})
    akar = ElementTree.fromstring(teks)  # noqa: S314 - gambar kita sendiri
    assert akar.get("role") == "img"
    assert len(akar.findall(f".//{SVG}g[@class]/{SVG}rect")) == len(p.kotak) + len(p.lajur)
    assert not any("style" in unsur.attrib for unsur in akar.iter())
    isi = "".join(akar.itertext())
    assert "1234 menunggu" in isi  # not split by a thousands point that the width does not know
    assert "median 1,5 hari" in isi
    for unsur in akar.iter(f"{SVG}rect"):
        assert all(float(unsur.get(a)) >= 0 for a in ("x", "y", "width", "height"))


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
        "Perangkat daerah": 1, "Staf BKD": 4, "Eselon III, sekretaris dan kepala bidang": 1,
        "Eselon II, Kepala BKD": 1, "Sekda dan Bupati": 1,
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
