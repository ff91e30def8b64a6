"""Pekerjaan utama di peramban sungguhan: dari berkas SIASN sampai SK di tangan ASN, dan indeks malam itu.

One story in order; every test is one station and stands on the one before. The people click what a person would
click. Server and worker are those of production, on the database of this module (``basis_e2e``). Every page passes
axe, the watch over CSP and console, and does not scroll sideways; ``ALBUM=folder`` keeps pictures.
"""

import datetime as dt
import io
import json
import os
import re
import time
from pathlib import Path

import pypdf
import pytest
from django.utils import timezone
from playwright.sync_api import expect

from indeks.models import PutaranIndeks
from indeks.tasks import hitung_indeks
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.models import Pegawai
from kepegawaian.profil import profil_satu
from tata_kelola.demo.pindaian import pindaian
from tests.e2e import peran
from tests.e2e.ukuran import LAYAR, lebar_isi, tenang

pytestmark = pytest.mark.usefixtures("peladen", "pekerja_celery")
LAYANAN = "Kenaikan Pangkat Reguler"
MENUNGGU = 60_000


# ── the stage ────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def cerita(basis_e2e, tmp_path_factory):
    """The office before the first page is opened, and what the stations hand on."""
    return peran.siapkan(tmp_path_factory.mktemp("siasn"), timezone.localdate())


@pytest.fixture
def periksa(axe):
    """``periksa(page, nama)``: axe finds nothing, the page does not scroll sideways; ``ALBUM=folder`` keeps a picture."""

    def lihat(page, nama, *, hemat=False):
        tenang(page)
        layar = page.viewport_size["width"]
        lebar = lebar_isi(page, layar)
        if folder := os.environ.get("ALBUM"):
            page.screenshot(path=Path(folder) / f"{nama}-{layar}.png", full_page=True)
        assert lebar <= layar, f"{page.url}: halaman {lebar} px di layar {layar} px"
        if not hemat:
            axe(page)

    return lihat


@pytest.fixture
def periksa_dua(periksa):
    """As ``periksa``, at the width of a desk and of a small phone; axe on the phone, since the document is the same."""

    def lihat(page, nama):
        semula = page.viewport_size
        for lebar, tinggi in LAYAR:
            page.set_viewport_size({"width": lebar, "height": tinggi})
            periksa(page, nama, hemat=(lebar, tinggi) != LAYAR[-1])
        page.set_viewport_size(semula)

    return lihat


@pytest.fixture(scope="module")
def sesi():
    """The sessions that the logins of this story left: {account: cookies}."""
    return {}


@pytest.fixture
def masuk(buka_layar, sesi):
    """``masuk(nama_pengguna, sandi)`` returns the first page of somebody who logs in through the form.

    Who has done so in an earlier station is still logged in, and comes back with that session.
    """

    def buka(nama_pengguna, sandi=peran.SANDI):
        konteks = buka_layar()
        page = konteks.new_page()
        if nama_pengguna in sesi:
            konteks.add_cookies(sesi[nama_pengguna])
            page.goto("/")
        else:
            page.goto("/")
            page.get_by_label("NIP").fill(nama_pengguna)
            page.get_by_label("Kata sandi", exact=True).fill(sandi)
            page.get_by_role("button", name="Masuk", exact=True).click()
            page.wait_for_url(lambda alamat: "/masuk/" not in alamat)
            sesi[nama_pengguna] = konteks.cookies()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Selamat")
        return page

    return buka


def menu(page, nama):
    """Clicks an item of the side menu."""
    page.get_by_role("navigation", name="Menu utama").get_by_role("link", name=nama).click()


def kartu(page, judul):
    """The card with this heading."""
    return page.get_by_role("region", name=judul)


def pesan(page, teks):
    """The page says so after an act."""
    expect(page.get_by_role("status").filter(has_text=teks)).to_be_visible()


def berkas(nama, isi):
    """A file as Playwright's file chooser takes it."""
    return {"name": nama, "mimeType": "application/pdf", "buffer": isi}


def unduh(page, tautan):
    """Clicks a link that gives a file, and returns its bytes."""
    with page.expect_download() as terima:
        tautan.click()
    return terima.value.path().read_bytes()


def malam():
    """The night's task through the broker, worked off by the real worker."""
    lama = list(PutaranIndeks.objects.values_list("pk", flat=True))
    hitung_indeks.delay()
    batas = time.monotonic() + 60
    while not PutaranIndeks.objects.perorangan().exclude(pk__in=lama).exists():
        assert time.monotonic() < batas, "pekerja tidak menyelesaikan indeks dalam semenit"
        time.sleep(0.2)


def tmt_usul(hari_ini):
    """The period in work: next month, but not over the turn of the year, whose results are not assessed yet."""
    awal = hari_ini.replace(day=1)
    berikut = tambah_bulan(awal, 1)
    return berikut if berikut.year == hari_ini.year else awal


# ── 1. import ────────────────────────────────────────────────────────────────────────────────────────


def test_petugas_mengimpor_ekspor_siasn(cerita, masuk, periksa):
    page = masuk(cerita.peran["staf_dokumentasi"])
    periksa(page, "10-beranda-petugas")
    menu(page, "Impor SIASN")
    page.get_by_role("link", name="Unggah berkas").click()
    periksa(page, "11-unggah")
    page.get_by_label("Berkas Excel atau CSV").set_input_files(cerita.berkas)
    page.get_by_role("button", name="Unggah dan periksa").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    page.get_by_role("link", name="Lihat hasilnya").click(timeout=MENUNGGU)

    hasil = page.get_by_role("navigation", name="Hasil pemeriksaan")
    for nama in ("Baru", "Sama", "Galat"):
        expect(hasil.get_by_role("link", name=re.compile(rf"{nama} [1-9]"))).to_be_visible()
    for salah in cerita.kesalahan[:3]:
        expect(page.get_by_text(salah["KOLOM"]).first).to_be_visible()
    expect(page.get_by_text("Ambil NIP dari sumbernya dan tulis sebagai teks.").first).to_be_visible()
    periksa(page, "12-pratinjau-galat")
    hasil.get_by_role("link", name=f"Berubah {peran.BERUBAH}").click()
    lama = page.get_by_role("deletion").filter(has_text=peran.EJAAN_LAMA)
    expect(lama).to_have_count(peran.BERUBAH)
    periksa(page, "13-pratinjau-berubah")

    page.get_by_role("button", name=re.compile("Terapkan [0-9.]+ baris")).click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    periksa(page, "14-menerapkan")
    menu(page, "Beranda")
    menu(page, "Impor SIASN")
    page.get_by_role("link", name=cerita.berkas.name).click()
    lapor = page.get_by_role("link", name="Lihat laporan").or_(page.get_by_text(re.compile("Diterapkan .* Tertulis:")))
    expect(lapor).to_be_visible(timeout=MENUNGGU)
    page.reload()
    expect(page.get_by_text(re.compile(r"Tertulis: .*Akun baru \d+"))).to_be_visible()
    periksa(page, "15-laporan")

    page.get_by_role("link", name=re.compile("Pemberitahuan")).click()
    expect(page.get_by_role("button", name=f"Impor {cerita.berkas.name} sudah diterapkan")).to_be_visible()
    periksa(page, "16-pemberitahuan")
    malam()


# ── 2. the ASN ───────────────────────────────────────────────────────────────────────────────────────


def test_asn_mengaktifkan_akun_dan_melihat_yang_jatuh_tempo(cerita, masuk, buka_layar, periksa, periksa_dua):
    operator = masuk(cerita.peran["operator_disdik"])
    periksa(operator, "20-beranda-operator")
    operator.get_by_role("searchbox", name="Cari nama").fill(cerita.asn.nama)
    operator.keyboard.press("Enter")
    operator.get_by_role("main").get_by_role("link", name=cerita.asn.nama).click()
    operator.get_by_role("button", name="Slip kode akun").click()
    operator.get_by_role("button", name="Terbitkan kode").click()
    slip = operator.get_by_role("region", name=f"Slip {cerita.asn.nip}")
    kode = slip.get_by_text("Kode: ").locator("..").inner_text().split()[-1]
    periksa(operator, "21-slip")

    page = buka_layar(360, 740, is_mobile=True, has_touch=True).new_page()
    page.goto("/")
    periksa(page, "22-masuk")
    page.get_by_role("link", name="Aktivasi akun").click()
    page.get_by_label("NIP").fill(cerita.asn.nip)
    page.get_by_label("Kode sekali pakai").fill(kode)
    page.get_by_label("Kata sandi baru", exact=True).fill(peran.SANDI_ASN)
    page.get_by_label("Ulangi kata sandi baru").fill(peran.SANDI_ASN)
    periksa(page, "23-aktivasi")
    page.get_by_role("button", name="Simpan kata sandi").click()
    pesan(page, "Kata sandi tersimpan")

    page = masuk(cerita.asn.nip, peran.SANDI_ASN)
    expect(page.get_by_role("main")).to_contain_text("III/b")
    tempo = kartu(page, "Yang akan datang")
    expect(tempo.get_by_role("listitem").filter(has_text=LAYANAN)).to_contain_text("Syarat lengkap")
    expect(tempo).to_contain_text("Kenaikan Gaji Berkala")
    periksa_dua(page, "24-beranda-asn")
    for nomor, butir in enumerate(("Data saya", "Riwayat dan SK", "Indeks saya", "Layanan", "Usulan"), 25):
        menu(page, butir)
        periksa_dua(page, f"{nomor}-{butir.lower().replace(' ', '-')}")
    menu(page, "Layanan")
    page.get_by_role("link", name=LAYANAN).click()
    siap = kartu(page, "Apakah saya memenuhi syarat hari ini?")
    expect(siap.get_by_role("link", name="PP 99/2000 Pasal 7")).to_be_visible()
    periksa_dua(page, "30-katalog")


# ── 3. the operator applies ──────────────────────────────────────────────────────────────────────────


def test_operator_mengajukan_kenaikan_pangkat(cerita, masuk, periksa):
    tmt = tmt_usul(cerita.hari_ini)
    page = masuk(cerita.peran["operator_disdik"])
    menu(page, "Layanan")
    page.get_by_role("link", name=LAYANAN).click()
    page.get_by_role("link", name="Buat usulan").click()
    page.get_by_label("Nama atau NIP pegawai").fill(cerita.asn.nama)
    page.get_by_role("button", name="Cari", exact=True).click()
    periksa(page, "31-pilih-pegawai")
    page.get_by_role("button", name=f"Buat usulan bagi {cerita.asn.nama}").click()
    pesan(page, "Draf US-")
    cerita.nomor = re.search(r"US-\d{4}-\d{6}", page.url)[0]
    periksa(page, "32-draf")

    pilih = page.get_by_label("TMT kenaikan pangkat")
    pilih.select_option(tmt.isoformat())
    expect(pilih.locator("option:checked")).to_contain_text(tulis_tanggal(tmt))
    page.get_by_role("button", name="Simpan isian").click()
    pesan(page, "Isian disimpan")
    syarat = kartu(page, "Syarat menurut peraturan")
    expect(syarat.get_by_text("Paling singkat 4 tahun dalam pangkat terakhir", exact=True)).to_be_visible()
    expect(syarat.get_by_role("link", name="PP 99/2000 Pasal 7")).to_be_visible()
    expect(syarat.get_by_text("Tidak terpenuhi")).to_have_count(0)
    expect(page.get_by_role("button", name="Ajukan")).to_be_disabled()
    periksa(page, "33-syarat")

    wajib = kartu(page, "Berkas").get_by_role("listitem").filter(has_text="belum diunggah").filter(has_text="wajib")
    while wajib.count():
        banyak = wajib.count()
        nama = wajib.first.locator(".baris-judul").inner_text()
        kartu(page, "Berkas").get_by_text(f"Unggah {nama}").click()
        isi = pindaian(nama, cerita.asn.nama, cerita.asn.nip).read()
        page.get_by_label(nama).set_input_files(berkas("pindaian.pdf", isi))
        page.get_by_role("button", name="Unggah", exact=True).click()
        pesan(page, "Berkas terpasang")
        expect(wajib).to_have_count(banyak - 1)
    page.get_by_label("Nomor surat pengantar OPD").fill("800/1201/DISDIK/2026")
    page.get_by_label("Tanggal surat pengantar").fill(cerita.hari_ini.isoformat())
    periksa(page, "34-siap-diajukan")
    page.get_by_role("button", name="Ajukan").click()
    pesan(page, "Usulan diajukan")
    cerita.catatan["url_berkas"] = kartu(page, "Berkas").get_by_role("link", name="SK CPNS").get_attribute("href")
    periksa(page, "35-diajukan")


# ── 4. the office decides ────────────────────────────────────────────────────────────────────────────


def buka_kotak(page, cerita):
    """From the menu through the inbox to the usulan that waits."""
    menu(page, "Kotak kerja")
    page.get_by_role("row").filter(has_text=cerita.nomor).get_by_role("link", name=cerita.asn.nama).click()


def setujui(page, tombol):
    """Presses the one button of the step."""
    page.get_by_role("button", name=tombol).click()
    pesan(page, "Langkah selesai")


def test_kepala_opd_dan_staf_meneruskan(cerita, masuk, periksa):
    page = masuk(cerita.peran["kepala_disdik"])
    periksa(page, "40-beranda-kepala-opd")
    menu(page, "Kotak kerja")
    periksa(page, "41-kotak-kepala-opd")
    buka_kotak(page, cerita)
    periksa(page, "42-kepala-opd")
    setujui(page, re.compile("Setujui, teruskan ke Staf"))

    page = masuk(cerita.peran["staf_kepangkatan"])
    buka_kotak(page, cerita)
    periksa(page, "43-staf-verifikasi")
    belum = kartu(page, "Berkas").locator("summary").filter(has_text="Periksa")
    while belum.count():
        banyak = belum.count()
        belum.first.click()
        kartu(page, "Berkas").get_by_role("button", name="Sesuai", exact=True).first.click()
        expect(belum).to_have_count(banyak - 1)
    for isian in page.get_by_role("group", name=re.compile("Hasil pemeriksaan")).get_by_role("textbox").all():
        isian.fill("Sudah dilihat pada arsip asli.")
    setujui(page, re.compile("Setujui, teruskan ke Kepala Sub"))


def test_pejabat_bkd_menyetujui(cerita, masuk, periksa, periksa_dua):
    page = masuk(cerita.peran["kasubbid_kepangkatan"])
    buka_kotak(page, cerita)
    periksa(page, "44-kasubbid")
    setujui(page, re.compile("Setujui, teruskan ke Kepala Bidang"))
    asn = masuk(cerita.asn.nip, peran.SANDI_ASN)
    jalan = kartu(asn, "Usulan berjalan")
    expect(jalan.get_by_role("listitem").filter(has_text="sekarang:")).to_contain_text("Pemeriksaan kepala bidang")
    periksa_dua(asn, "44-beranda-asn-berjalan")
    jalan.get_by_role("link", name=LAYANAN).click()
    expect(asn.get_by_text("Usulan ini menunggu Kepala Bidang Mutasi")).to_be_visible()
    periksa_dua(asn, "44-usulan-asn-berjalan")

    page = masuk(cerita.peran["kabid_mutasi"])
    menu(page, "Kotak kerja")
    page.get_by_role("checkbox", name=f"Pilih {cerita.asn.nama}").check()
    periksa(page, "45-kotak-kabid")
    page.get_by_role("button", name="Setujui 1").click()
    periksa(page, "45-konfirmasi-kabid")
    page.get_by_role("button", name="Setujui 1 usulan").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Hasil bagi tiap usulan")
    expect(page.get_by_role("main")).to_contain_text("1 disetujui.")
    periksa(page, "45-hasil-kabid")

    page = masuk(cerita.peran["kepala_bkd"])
    periksa(page, "46-beranda-kepala-bkd")
    buka_kotak(page, cerita)
    expect(kartu(page, "Tindakan Anda").locator("summary").filter(has_text="Tolak")).to_be_visible()
    periksa(page, "47-kepala-bkd")
    setujui(page, re.compile("Setujui dan paraf, teruskan ke"))


def test_staf_merekam_pertek_dan_pekerja_mencetak_sk(cerita, masuk, periksa):
    page = masuk(cerita.peran["staf_kepangkatan"])
    buka_kotak(page, cerita)
    page.get_by_label("Memenuhi syarat (MS)").check()
    page.get_by_label("Nomor pertek").fill("PT-352400987")
    page.get_by_label("Tanggal pertek").fill(cerita.hari_ini.isoformat())
    isi = pindaian("Pertimbangan teknis BKN", cerita.asn.nama, cerita.asn.nip).read()
    page.get_by_label("Pindaian pertek").set_input_files(berkas("pertek.pdf", isi))
    periksa(page, "48-pertek")
    page.get_by_role("button", name="Rekam pertimbangan teknis").click()
    pesan(page, "Hasil direkam")
    periksa(page, "49-penetapan")
    page.get_by_role("button", name="Tetapkan dan terbitkan nomor").click()
    pesan(page, "Nomor terbit")

    naskah = kartu(page, "Naskah").get_by_role("link", name=re.compile("^823"))
    expect(naskah).to_be_visible(timeout=MENUNGGU)  # the page asks again by itself
    page.reload()
    periksa(page, "50-tercetak")
    cerita.catatan["nomor_sk"] = naskah.inner_text()
    cerita.catatan["url_cetak"] = naskah.get_attribute("href")
    cerita.catatan["cetak"] = unduh(page, page.get_by_role("link", name="Unduh 823/"))


def test_sk_adalah_pdf_a3_dengan_datanya(cerita):
    pdf = pypdf.PdfReader(io.BytesIO(cerita.catatan["cetak"]))
    teks = " ".join(" ".join(lembar.extract_text() for lembar in pdf.pages).split())
    nama = profil_satu(Pegawai.objects.get(nip=cerita.asn.nip).pk, per=cerita.hari_ini).nama_lengkap
    for kata in (
        nama,
        cerita.catatan["nomor_sk"],
        "Penata golongan ruang III/c",
        tulis_tanggal(tmt_usul(cerita.hari_ini)),
    ):
        assert kata in teks, kata
    xmp = pdf.xmp_metadata
    assert (xmp.pdfaid_part, xmp.pdfaid_conformance) == ("3", "A")
    (isi,) = pdf.attachments["data-naskah.json"]
    data = json.loads(isi)
    assert (data["nomor"], data["pegawai"]["nip"]) == (cerita.catatan["nomor_sk"], cerita.asn.nip)
    assert data["baru"]["golongan"] == "III/c"
    rapat = teks.replace(" ", "")  # the line under the QR is broken somewhere
    cerita.catatan["alamat"] = re.search(r"http://127\.0\.0\.1:\d+/verifikasi/[\w-]+/", rapat)[0]


def test_orang_opd_lain_tidak_melihat_apa_pun(cerita, masuk):
    page = masuk(cerita.peran["operator_dinkes"])
    page.context.pengawas.izinkan("404")
    menu(page, "Usulan")
    expect(page.get_by_role("main")).not_to_contain_text(cerita.nomor)
    for alamat in (f"/usulan/{cerita.nomor}/", cerita.catatan["url_cetak"], cerita.catatan["url_berkas"]):
        assert page.goto(alamat).status == 404, alamat
    expect(page.get_by_role("main")).not_to_contain_text(cerita.asn.nama)


# ── 5. it stands ─────────────────────────────────────────────────────────────────────────────────────


def test_sk_berlaku_dan_riwayat_berubah(cerita, masuk, periksa):
    tmt = tmt_usul(cerita.hari_ini)
    cerita.catatan["sah"] = pindaian("Keputusan Kenaikan Pangkat", cerita.asn.nama, tanda_tangan="Bupati").read()
    page = masuk("perekam.bupati")
    periksa(page, "51-beranda-perekam")
    buka_kotak(page, cerita)
    page.get_by_label("Pindaian naskah yang sudah ditandatangani").set_input_files(
        berkas("sk.pdf", cerita.catatan["sah"])
    )
    periksa(page, "52-tanda-tangan")
    page.get_by_role("button", name="Unggah naskah bertanda tangan").click()
    pesan(page, "Naskah berlaku dan akibatnya tercatat pada riwayat")

    page = masuk(cerita.peran["staf_kepangkatan"])
    buka_kotak(page, cerita)
    periksa(page, "53-serahkan")
    setujui(page, "Tandai sudah diserahkan")
    page.get_by_role("searchbox", name="Cari nama").fill(cerita.asn.nip)
    page.keyboard.press("Enter")
    for tanggal, pangkat in ((tmt, "Penata, III/c"), (tmt - dt.timedelta(days=1), "Penata Muda Tingkat I, III/b")):
        page.get_by_label("Tanggal", exact=True).fill(tanggal.isoformat())
        page.get_by_role("button", name="Lihat").click()
        expect(page.get_by_role("main")).to_contain_text(pangkat)
        periksa(page, f"54-profil-{tanggal}")
    page.get_by_role("navigation", name="Bagian data pegawai").get_by_role("link", name="Riwayat").click()
    baris = page.get_by_role("listitem").filter(has_text="III/c")
    expect(baris).to_contain_text("PT-352400987")
    expect(baris.get_by_role("link", name="Buka pindaian")).to_be_visible()
    periksa(page, "55-riwayat")

    pk = Pegawai.objects.get(nip=cerita.asn.nip).pk
    sebelum, sejak = profil_satu(pk, per=tmt - dt.timedelta(days=1)), profil_satu(pk, per=tmt)
    assert (sebelum.golongan, sejak.golongan, sejak.tmt_pangkat) == ("III/b", "III/c", tmt)
    assert sejak.gaji_pokok > sebelum.gaji_pokok
    assert sejak.gaji_pokok == acuan_kini().gaji("III/c", sejak.mkg_dekret // 12, tmt).gaji


def test_asn_mengunduh_dan_siapa_pun_memverifikasi(cerita, masuk, buka_layar, periksa_dua, periksa):
    page = masuk(cerita.asn.nip, peran.SANDI_ASN)
    periksa_dua(page, "60-beranda-asn-sk")
    sk = kartu(page, "SK dan surat terbaru").get_by_role("link", name="Keputusan Kenaikan Pangkat")
    expect(sk).to_be_visible()
    menu(page, "Usulan")
    periksa_dua(page, "61-usulan-asn")
    page.get_by_role("link", name=cerita.asn.nama).click()
    expect(page.get_by_text("Selesai.")).to_be_visible()
    expect(kartu(page, "Syarat menurut peraturan").get_by_text("Tidak terpenuhi")).to_have_count(0)
    expect(page.get_by_text("Surat pengantar 800/1201/DISDIK/2026")).to_be_visible()
    periksa_dua(page, "62-usulan-selesai")
    milik = unduh(page, page.get_by_role("link", name=f"Unduh {cerita.catatan['nomor_sk']}"))
    assert milik == cerita.catatan["sah"]
    menu(page, "Riwayat dan SK")
    periksa_dua(page, "63-riwayat-asn")

    tamu = buka_layar(360, 740, is_mobile=True, has_touch=True).new_page()
    tamu.goto(cerita.catatan["alamat"])
    expect(tamu.get_by_text("Berlaku.")).to_be_visible()
    expect(tamu.get_by_role("main")).not_to_contain_text(cerita.asn.nama)
    periksa(tamu, "64-verifikasi")
    for isi, jawab in ((milik, "persis sama"), (milik + b"\n", "Sudah berubah.")):
        tamu.get_by_label("Berkas PDF yang Anda pegang").set_input_files(berkas("sk.pdf", isi))
        tamu.get_by_role("button", name="Bandingkan").click()
        expect(tamu.get_by_text(jawab)).to_be_visible()
        periksa(tamu, f"65-bandingkan-{jawab.split()[0].lower()}")


# ── 6. the night ─────────────────────────────────────────────────────────────────────────────────────


def test_malam_menghitung_indeks_dan_yang_jatuh_tempo(cerita, masuk, periksa, periksa_dua):
    malam()
    page = masuk(cerita.asn.nip, peran.SANDI_ASN)
    berikut = kartu(page, "Yang akan datang").get_by_role("listitem").filter(has_text=LAYANAN)
    expect(berikut.get_by_role("time")).to_have_attribute(
        "datetime", tambah_bulan(tmt_usul(cerita.hari_ini), 48).isoformat()
    )
    indeks = kartu(page, "Indeks profesionalitas saya")
    expect(indeks).to_contain_text(re.compile(r"\d+,\d"))
    periksa_dua(page, "70-beranda-malam")
    indeks.get_by_role("link", name="Rincian").click()
    expect(
        kartu(page, "Nilai").get_by_role("meter").or_(kartu(page, "Nilai").get_by_role("progressbar")).first
    ).to_be_visible()
    periksa_dua(page, "71-indeks-saya")

    page = masuk(cerita.peran["staf_kepangkatan"])
    menu(page, "Jatuh tempo")
    bulan = tambah_bulan(cerita.hari_ini.replace(day=1), 1)
    page.get_by_role("textbox", name="Bulan").fill(f"{bulan:%Y-%m}")
    expect(page).to_have_url(re.compile(f"bulan={bulan:%Y-%m}"))
    daftar = page.get_by_role("region", name="Kenaikan gaji berkala", exact=True)
    expect(daftar.get_by_role("row").nth(1)).to_contain_text("Kenaikan Gaji Berkala")
    periksa(page, "72-jatuh-tempo")
    menu(page, "Indeks profesionalitas")
    periksa(page, "73-rekap-indeks")
