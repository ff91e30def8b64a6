"""Layar mesin: tiap halaman mesin di peramban sungguhan, dan dua cerita pendek yang diklik seperti orang.

``halaman_mesin`` is the table of pages, ``panggung_mesin`` the stage. Each page passes axe, the watch over CSP and
console, and does not scroll sideways, at the width of a desk and of a small phone. ``ALBUM=folder`` keeps pictures; ``make gambar`` takes those of the guides.
"""

import base64
import hmac
import os
import re
import time
from pathlib import Path

import pytest
from django.urls import URLPattern, get_resolver, reverse
from playwright.sync_api import expect

from kepegawaian import faktor
from layanan import tte
from layanan.models import PermintaanTte
from tata_kelola.demo.orang import RAHASIA_CONTOH, SANDI
from tests.e2e import gambar, halaman_kepegawaian, halaman_mesin, panggung_mesin as peran, tangan
from tests.e2e.ukuran import LAYAR, buka, lebar_isi, memuat, menurut_peran, ubah_lebar

pytestmark = pytest.mark.usefixtures("panggung", "peladen", "pekerja_celery")
DARI_DEMO = True
MENUNGGU = 60_000
FOLDER_GAMBAR = os.environ.get("GAMBAR", "")
KALIMAT = "Apabila di kemudian hari terdapat kekeliruan, surat ini diperbaiki sebagaimana mestinya."


@pytest.fixture(scope="module")
def panggung(basis_e2e):
    """The office with its usulan, before web server and worker start."""
    return peran.siapkan()


@pytest.fixture
def periksa(axe):
    """``periksa(page, nama)``: axe finds nothing and nothing scrolls sideways, at both widths.

    ``hemat``: axe at the small width only; the document is the same, and the stories below look at the frame of a desk.
    """

    def lihat(page, nama, *, hemat=False):
        for lebar, tinggi in LAYAR:
            ubah_lebar(page, lebar, tinggi)
            if folder := os.environ.get("ALBUM"):
                page.screenshot(
                    path=Path(folder) / f"{re.sub(r'[^a-z0-9]+', '-', nama.lower())}-{lebar}.png", full_page=True
                )
            isi = lebar_isi(page, lebar)
            assert isi <= lebar, f"{page.url}: halaman {isi} px di layar {lebar} px"
            if not (hemat and lebar == LAYAR[0][0]):
                axe(page)
        if not hemat:
            ubah_lebar(page, *LAYAR[0])

    return lihat


@pytest.fixture
def sebagai(panggung, buka_layar, peladen):
    """``sebagai(role)`` opens a browser in which this person has logged in already; "" is a passer-by."""

    def buka(siapa):
        konteks = buka_layar()
        if siapa:
            konteks.add_cookies([panggung.kue(siapa) | {"url": peladen}])
        return konteks.new_page()

    return buka


@pytest.fixture
def masuk(panggung, buka_layar):
    """``masuk(role)`` logs in through the form and returns the page that follows."""

    def buka(siapa):
        page = buka_layar().new_page()
        page.goto("/")
        page.get_by_label("NIP").fill(panggung.akun[siapa])
        page.get_by_label("Kata sandi", exact=True).fill(SANDI)
        page.get_by_role("button", name="Masuk", exact=True).click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Selamat")
        return page

    return buka


def menu(page, nama):
    """Clicks an item of the side menu."""
    page.get_by_role("navigation", name="Menu utama").get_by_role("link", name=nama).click()


def centang(page, teks, banyak):
    """Ticks the first ``banyak`` rows of the inbox that say ``teks``; returns the names in them."""
    nama = []
    for nomor in range(banyak):
        bebas = page.get_by_role("checkbox", disabled=False)
        baris = page.get_by_role("row").filter(has_text=teks).filter(has=bebas).nth(nomor)
        baris.get_by_role("checkbox").check()
        nama.append(baris.get_by_role("link").first.inner_text())
    return nama


# ── the table ────────────────────────────────────────────────────────────────────────────────────────


def _nama_url(resolver, app):
    return {f"{app}:{p.name}" for p in resolver.url_patterns if isinstance(p, URLPattern)}


def test_setiap_halaman_ada_pada_tabel():
    anak = {r.app_name: r for r in get_resolver().url_patterns}
    mesin = _nama_url(anak["layanan"], "layanan") | _nama_url(anak["tata_kelola"], "tata_kelola")
    mesin |= _nama_url(anak["penggajian"], "penggajian") | _nama_url(anak["siasn"], "siasn")
    mesin |= {n for n in _nama_url(anak["kepegawaian"], "kepegawaian") if re.search("kabar|kiriman|saringan", n)}
    dilihat = {baris.nama for baris in halaman_mesin.HALAMAN} | halaman_mesin.DIKLIK | halaman_mesin.SUDAH
    assert mesin - dilihat - set(halaman_mesin.BUKAN_HALAMAN) == set(), "belum ada pada tests/e2e/halaman_mesin.py"
    assert (dilihat | set(halaman_mesin.BUKAN_HALAMAN)) - mesin == set(), "tidak ada lagi pada URLconf"
    assert dilihat & set(halaman_mesin.BUKAN_HALAMAN) == set()


def test_setiap_halaman_kepegawaian_ada_pada_tabel():
    anak = next(r for r in get_resolver().url_patterns if getattr(r, "app_name", "") == "kepegawaian")
    semua = _nama_url(anak, "kepegawaian") - {f"kepegawaian:{n}" for n in halaman_kepegawaian.DI_MESIN}
    dilihat, bukan = {b.nama for b in halaman_kepegawaian.HALAMAN}, set(halaman_kepegawaian.BUKAN_HALAMAN)
    assert dilihat | bukan == semua
    assert dilihat & bukan == set()


@pytest.mark.parametrize("baris", menurut_peran(halaman_mesin.HALAMAN + halaman_kepegawaian.HALAMAN), ids=str)
def test_halaman(baris, panggung, layar, periksa):
    page = layar(baris.peran)
    alamat = reverse(baris.nama, args=baris.argumen(panggung))
    assert buka(page, f"{alamat}?{baris.kueri}").status == 200, alamat
    memuat(page, baris.kata)
    periksa(page, str(baris), hemat=True)
    assert page.context.pengawas.keluhan() == [], page.url


if FOLDER_GAMBAR:  # make gambar: the pictures of the guides, before the stories below change the stage

    @pytest.mark.parametrize("kode", sorted(gambar.POTRET, key=lambda kode: gambar.POTRET[kode][0]))
    def test_gambar_panduan(kode, panggung, layar):
        page = layar(gambar.POTRET[kode][0])
        gambar.potret(page, panggung, kode, Path(FOLDER_GAMBAR))
        ubah_lebar(page, *LAYAR[0])


# ── in every hand ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(("siapa", "alamat"), tangan.WAKIL)
def test_diperbesar_dua_kali_dan_di_layar_gelap(siapa, alamat, layar, axe, peladen):
    page = layar(siapa)
    page.context.add_cookies([{"name": "tema", "value": "gelap", "url": peladen}])
    page.goto(alamat)
    ubah_lebar(page, 640, 400)
    tangan.diperbesar(page)
    axe(page)
    page.context.clear_cookies(name="tema")
    ubah_lebar(page, *LAYAR[0])


@pytest.mark.parametrize("siapa", [peran.ASN, peran.OPERATOR, peran.STAF, peran.ADMIN])
def test_pekerjaan_tiap_peran_tanpa_javascript(siapa, panggung, buka_layar):
    page = buka_layar(java_script_enabled=False).new_page()
    page.goto("/")
    page.get_by_label("NIP").fill(panggung.akun[siapa])
    page.get_by_label("Kata sandi", exact=True).fill(SANDI)
    page.get_by_role("button", name="Masuk", exact=True).click()
    tangan.tanpa_skrip(page, siapa)


# ── login with the second step ──────────────────────────────────────────────────────────────────────


def totp(rahasia, geser=0):
    """The code of ``geser`` periods from now as an authenticator app reckons it (RFC 6238), not by the portal's own code."""
    sidik = hmac.digest(rahasia, (int(time.time() // 30) + geser).to_bytes(8), "sha1")
    awal = sidik[-1] & 15
    return f"{(int.from_bytes(sidik[awal : awal + 4]) & 0x7FFFFFFF) % 10**6:06d}"


def test_masuk_dengan_langkah_kedua_di_ponsel(panggung, buka_layar, axe):
    def ketik_kode(page, kode):
        page.get_by_label("Kode", exact=True).fill(kode)
        page.get_by_role("button", name="Masuk", exact=True).click()

    def halaman_kode():
        """A phone of its own, up to the page that asks for the code."""
        page = buka_layar(360, 740, is_mobile=True, has_touch=True).new_page()
        page.goto("/")
        page.get_by_label("NIP").fill(panggung.akun[peran.CADANGAN])
        page.get_by_label("Kata sandi", exact=True).fill(SANDI)
        page.get_by_role("button", name="Masuk", exact=True).click()
        expect(page).to_have_url(re.compile("/masuk/kode/$"))
        return page

    page, salah = halaman_kode(), "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya, lalu coba lagi."
    ketik_kode(page, "000000")
    expect(page.get_by_role("alert")).to_contain_text(salah)
    assert lebar_isi(page, 360) <= 360
    axe(page)
    ketik_kode(page, totp(RAHASIA_CONTOH))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Selamat")
    page.goto(reverse("kepegawaian:keamanan"))
    page.get_by_label("Kode", exact=True).fill(totp(RAHASIA_CONTOH, 1))  # a code works once: the next one
    page.get_by_role("button", name="Buat kode pulih baru").click()
    pulih = page.get_by_role("region", name="Kode pulih").get_by_role("listitem")
    expect(pulih).to_have_count(10)
    assert lebar_isi(page, 360) <= 360
    axe(page)

    kode, lain = pulih.first.inner_text(), halaman_kode()
    ketik_kode(lain, kode)
    expect(lain.get_by_role("heading", level=1)).to_contain_text("Selamat")
    lagi = halaman_kode()
    ketik_kode(lagi, kode)
    expect(lagi.get_by_role("alert")).to_contain_text(salah)


# ── what a table cannot open ─────────────────────────────────────────────────────────────────────────


def test_langkah_kedua_dipasang_lalu_diminta_saat_masuk(panggung, masuk, buka_layar, periksa):
    page = masuk(peran.INSPEKTORAT)
    page.goto(reverse("kepegawaian:faktor_pasang"))
    page.get_by_role("button", name="Mulai memasang").click()
    kunci = page.get_by_role("main").locator("code").inner_text().replace(" ", "")
    periksa(page, "langkah-kedua-kunci")
    rahasia = base64.b32decode(kunci + "=" * (-len(kunci) % 8))
    page.get_by_label("Kode").fill(faktor.kode_pada(rahasia, int(time.time()) // faktor.PERIODE))
    page.get_by_role("button", name="Pasang langkah kedua").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kode pulih")
    pulih = page.get_by_role("main").locator("code").first.inner_text()
    periksa(page, "kode-pulih")

    page = buka_layar().new_page()
    page.goto("/")
    page.get_by_label("NIP").fill(panggung.akun[peran.INSPEKTORAT])
    page.get_by_label("Kata sandi", exact=True).fill(SANDI)
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Langkah kedua")
    periksa(page, "masuk-kode")
    page.get_by_label("Kode").fill(pulih)
    page.get_by_role("button", name="Masuk", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Selamat")


def test_halaman_penolakan_dan_galat(sebagai, periksa):
    page = sebagai(peran.ASN)
    page.context.pengawas.izinkan("40[34]")
    for alamat, status in (("/tidak-ada/", 404), (reverse("kepegawaian:akun_list"), 403)):
        assert page.goto(alamat).status == status
        periksa(page, f"galat-{status}", hemat=True)
    # The server fills these only in distress; here the browser gets them as they are filled then.
    for nama, isi in halaman_mesin.GALAT.items():
        page.route(f"**/{nama}", halaman_mesin.jawab_galat(nama, isi))
        page.goto(f"/{nama}")
        periksa(page, nama, hemat=True)


# ── an official: many at once ────────────────────────────────────────────────────────────────────────


def test_pejabat_menyetujui_banyak_dengan_satu_konfirmasi(masuk, periksa):
    page = masuk(peran.KABID)
    menu(page, "Kotak kerja")
    nama = centang(page, "Kenaikan Pangkat Reguler", 3)
    page.get_by_role("button", name="Setujui 3").click()
    for satu in nama:
        expect(page.get_by_role("row").filter(has_text=satu)).to_contain_text("ke Kepala Badan")
    periksa(page, "konfirmasi-setujui")
    page.get_by_role("button", name="Setujui 3 usulan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hasil bagi tiap usulan")
    for satu in nama:
        expect(page.get_by_role("row").filter(has_text=satu)).to_contain_text("disetujui")
    periksa(page, "hasil-setujui")


def test_staf_menetapkan_sk_kolektif(masuk, periksa):
    page = masuk(peran.STAF)
    menu(page, "Kotak kerja")
    centang(page, re.compile(r"Kenaikan Pangkat Reguler\s*US-[\s\S]*Penetapan nomor"), 2)  # one kind only
    page.get_by_role("button", name="Tetapkan kolektif 2").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("SK kolektif bagi 2 orang")
    periksa(page, "konfirmasi-kolektif")
    with page.context.expect_page() as lembar:
        page.get_by_role("button", name="Lihat konsepnya").click()
    expect(lembar.value.get_by_role("heading", level=1)).to_be_visible()
    periksa(lembar.value, "konsep-kolektif")
    lembar.value.close()
    page.get_by_role("button", name="Tetapkan satu SK bagi 2 orang").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile("SK kolektif 8"))
    expect(page.get_by_role("main")).to_contain_text("2 ditetapkan.")
    periksa(page, "hasil-kolektif")


def test_pejabat_menandatangani_banyak_dengan_satu_kata_sandi(masuk, sebagai, periksa):
    page = masuk(peran.KADIS)
    menu(page, "Kotak kerja")
    nama = centang(page, re.compile(r"Kenaikan Gaji Berkala\s*US-[\s\S]*Penandatanganan"), 2)  # no withdrawal of one
    page.get_by_role("button", name="Tandatangani 2").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tandatangani 2 naskah")
    periksa(page, "konfirmasi-tandatangani")
    page.context.pengawas.izinkan("422")  # the wrong passphrase
    for sandi, heading in (("bukan ini", "Perbaiki"), (tte.SANDI_UJI, "Penandatanganan")):
        page.get_by_label("Kata sandi").fill(sandi)
        page.get_by_role("button", name="Tandatangani 2 naskah").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text(heading)
        periksa(page, f"tandatangani-{heading}")
    expect(page.get_by_text("2 dari 2 naskah ditandatangani.")).to_be_visible(timeout=MENUNGGU)
    for satu in nama:
        expect(page.get_by_role("row").filter(has_text=satu)).to_contain_text("ditandatangani")
    periksa(page, "tandatangani-selesai")

    permintaan = PermintaanTte.objects.select_related("naskah").filter(status="selesai").latest("pk")
    tamu = sebagai(halaman_mesin.TAMU)
    tamu.goto(reverse("layanan:verifikasi", args=[permintaan.naskah.token]))
    expect(tamu.get_by_text("Berlaku.")).to_be_visible()
    isi = permintaan.naskah.berkas_sah.open().read()
    tamu.get_by_label("Berkas PDF yang Anda pegang").set_input_files(
        {"name": "surat.pdf", "mimeType": "application/pdf", "buffer": isi}
    )
    tamu.get_by_role("button", name="Bandingkan").click()
    expect(tamu.get_by_text("persis sama")).to_be_visible()
    periksa(tamu, "verifikasi-berkas")


# ── staf and official: the words of a naskah ─────────────────────────────────────────────────────────


def test_templat_ditulis_staf_dan_diberlakukan_orang_lain(masuk, periksa):
    page = masuk(peran.STAF)
    menu(page, "Templat naskah")
    page.get_by_role("main").get_by_role("link", name="Kenaikan Gaji Berkala", exact=True).click()
    page.get_by_role("link", name="Susun konsep baru").click()
    isian = page.get_by_label("Penutup")
    isian.fill(f"{isian.input_value()} {KALIMAT}".strip())
    page.get_by_label("Apa yang diubah, dan dasarnya").fill("Kalimat penutup; nota dinas 800/77/413.204/2026")
    periksa(page, "templat-menulis")
    page.get_by_role("button", name="Simpan konsep").click()
    expect(page.get_by_role("status").filter(has_text="Konsep versi 1 tersimpan")).to_be_visible()
    expect(page.get_by_role("insertion").filter(has_text="kekeliruan")).to_be_visible()
    expect(page.get_by_text("belum dilihat pada usulan nyata")).to_be_visible()
    periksa(page, "templat-konsep")
    page.get_by_role("region", name="Lihat pada usulan nyata").get_by_role("link").first.click()
    expect(page.frame_locator("iframe").get_by_text(KALIMAT)).to_be_visible()
    periksa(page, "templat-pratinjau")

    page = masuk(peran.KABID)
    menu(page, "Templat naskah")
    page.get_by_role("main").get_by_role("link", name="Kenaikan Gaji Berkala", exact=True).click()
    page.get_by_role("link", name=re.compile("Versi 1")).click()
    expect(page.get_by_text("sudah dilihat pada usulan nyata")).to_be_visible()
    page.get_by_role("button", name="Berlakukan versi 1").click()
    periksa(page, "templat-tanya")
    page.get_by_role("dialog", name="Berlakukan versi ini?").get_by_role(
        "button", name="Ya, berlakukan versi 1"
    ).click()
    expect(page.get_by_role("status").filter(has_text="Templat versi 1 berlaku sejak")).to_be_visible()
    periksa(page, "templat-berlaku")


# ── an official without a mouse ──────────────────────────────────────────────────────────────────────


def test_mencari_dan_menyetujui_dengan_papan_ketik_saja(sebagai):
    page = sebagai(peran.KABID)
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.type("kotak kerja")
    expect(page.locator("#cari-saran a").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Kotak kerja")
    siap = re.compile("Kenaikan Pangkat (Pengabdian|Penyesuaian)")  # of no other test here
    nama = page.get_by_role("row").filter(has_text=siap).get_by_role("link").first.inner_text()
    tangan.tab_ke(page, "Langsung ke isi")
    page.keyboard.press("Enter")
    tangan.tab_ke(page, nama)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(nama.split(",")[0])
    tangan.tab_ke(page, "Langsung ke isi")
    page.keyboard.press("Enter")
    tangan.tab_ke(page, "Setujui")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").first).to_be_visible()
