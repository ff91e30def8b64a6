"""Halaman SIASN: siapa membaca dan berbuat apa, mati dan menyala, dari mengambil sampai menerima dan mengirim."""

from datetime import date

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kepegawaian.impor.rujukan import Rujukan
from kepegawaian.models import KirimSiasn, Pegawai, RiwayatPangkat
from kepegawaian.siasn import baca, peta, token
from kepegawaian.siasn.klien import Jawaban
from tests.pabrik import tambah

pytestmark = pytest.mark.django_db
GOL = {"id": "rg-2", "golonganId": "32", "tmtGolongan": "01-04-2019", "skNomor": "823/2"}


@pytest.fixture
def mati(settings):
    """As installed: off."""
    settings.SIASN = settings.SIASN | {"url": ""}
    cache.clear()


def halaman(klien, url, status=200):
    jawaban = klien.get(url)
    assert jawaban.status_code == status, url
    return jawaban.content.decode()


# ── off by default ───────────────────────────────────────────────────────────────────────────────────


def test_mati_dari_semula_dan_mengatakan_cara_menyalakannya(orang, mati):
    citra = orang.masuk("citra")
    isi = halaman(citra, "/siasn/")
    assert "Sambungan SIASN belum dinyalakan" in isi
    assert "SIASN_URL" in isi
    assert "<textarea" not in isi
    nip = orang.ani.nip
    assert f"/pegawai/{nip}/siasn/" not in halaman(citra, f"/pegawai/{nip}/")  # no tab
    assert "belum dinyalakan" in halaman(citra, f"/pegawai/{nip}/siasn/")
    for url in ("/siasn/ambil/", f"/pegawai/{nip}/siasn/golongan/ambil/", f"/pegawai/{nip}/siasn/golongan/kirim/"):
        assert citra.post(url, {"jenis": ["golongan"], "lokal": "1"}).status_code == 302
    assert not KirimSiasn.objects.exists()


def test_setelan_bawaan_mati(perintah):
    hasil = perintah(
        "-c", "import os; os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'bkd_portal.settings');"
        "from django.conf import settings; print(settings.SIASN['url'] == '', settings.SIASN['kirim'])",
    )  # fmt: skip
    assert hasil.stdout.split() == ["True", "False"], hasil.stderr


# ── one person ───────────────────────────────────────────────────────────────────────────────────────


def test_dari_mengambil_sampai_menerima_dan_mengirim(
    orang, tiruan, tugas_langsung, django_capture_on_commit_callbacks
):
    Pegawai.objects.filter(pk=orang.ani.pk).update(pns_id="PNS-ANI")
    tambah(
        orang.ani, "penghargaan", jenis_id="101", tmt=date(2020, 8, 17), nomor_sk="K/1", tanggal_sk=date(2020, 8, 1)
    )
    nip, citra = orang.ani.nip, orang.masuk("citra")
    tiruan.isi["/pns/rw-golongan", nip] = [GOL]
    alamat = f"/pegawai/{nip}/siasn/golongan/"
    assert alamat.removesuffix("golongan/") in halaman(citra, f"/pegawai/{nip}/")  # the tab
    assert "Belum pernah diambil" in halaman(citra, alamat)
    with django_capture_on_commit_callbacks(execute=True):
        citra.post(f"{alamat}ambil/")
    isi = halaman(citra, alamat)
    assert "hanya di SIASN: 1" in isi
    assert "Catat baris SIASN ini di portal" in isi
    kunci = {k: isi.split(f'name="{k}" value="')[1].split('"')[0] for k in ("jawaban", "nomor", "lokal")}
    citra.post(f"{alamat}terima/", kunci)
    assert RiwayatPangkat.objects.get(nomor_sk="823/2").golongan_id == "III/b"
    assert "hanya di SIASN" not in halaman(citra, alamat)
    assert "SIASN Pangkat" not in halaman(citra, f"/pegawai/{nip}/riwayat/pangkat/")  # its decree is its source
    baris = orang.ani.riwayatpenghargaan.get()
    with django_capture_on_commit_callbacks(execute=True):
        citra.post(f"/pegawai/{nip}/siasn/penghargaan/kirim/", {"lokal": baris.pk})
    assert tiruan.tersimpan == [
        ("/penghargaan/save", {"id": "", "pnsOrangId": "PNS-ANI", "hargaId": "101", "tahun": "2020", "skNomor": "K/1", "skDate": "01-08-2020"})
    ]  # fmt: skip
    assert "Kiriman ke SIASN: terkirim" in halaman(citra, f"/pegawai/{nip}/siasn/penghargaan/")
    isi = halaman(citra, "/siasn/?status=terkirim")
    assert "Bintang Republik Indonesia Adipurna" in isi


def test_pegawainya_membaca_perbandingannya_sendiri_tanpa_tombol(orang, jawab):
    jawab(orang.ani, "golongan", [GOL])
    isi = halaman(orang.masuk("ani"), "/saya/siasn/golongan/")
    assert "hanya di SIASN: 1" in isi
    for kata in ("Catat baris", "Ambil dari SIASN", "Kirim baris", f"/pegawai/{orang.ani.nip}/siasn/"):
        assert kata not in isi
    halaman(orang.masuk("eko"), f"/pegawai/{orang.ani.nip}/siasn/golongan/", 404)
    budi = halaman(orang.masuk("budi"), f"/pegawai/{orang.ani.nip}/siasn/golongan/")  # operator: reads
    assert "Catat baris" not in budi
    assert orang.masuk("budi").post(f"/pegawai/{orang.ani.nip}/siasn/golongan/terima/").status_code == 403
    halaman(orang.masuk("fajar"), f"/pegawai/{orang.ani.nip}/siasn/golongan/", 404)  # atasan: work data only


def test_staf_tidak_berbuat_atas_datanya_sendiri(orang, jawab):
    citra, nip = orang.masuk("citra"), orang.citra.nip
    jawaban = jawab(orang.citra, "golongan", [GOL])
    assert "Catat baris" not in halaman(citra, f"/pegawai/{nip}/siasn/golongan/")
    for apa in ("terima", "ambil", "kirim"):
        assert (
            citra.post(
                f"/pegawai/{nip}/siasn/golongan/{apa}/", {"jawaban": jawaban.pk, "nomor": 0, "lokal": ""}
            ).status_code
            == 404
        )
    assert RiwayatPangkat.objects.filter(pegawai=orang.citra).count() == 1


def test_nik_orang_lain_disamarkan_dan_hukuman_tertutup(orang, jawab):
    jawab(
        orang.ani,
        "data-utama",
        [{"id": "P", "nipBaru": orang.ani.nip, "nik": "3524014505860002", "noNpwp": "3524014505860001"}],
    )
    isi = halaman(orang.masuk("citra"), f"/pegawai/{orang.ani.nip}/siasn/data-utama/")
    assert "3524014505860001" not in isi
    assert "3524014505860002" not in isi
    assert "3524014505860002" in halaman(orang.masuk("ani"), "/saya/siasn/")
    halaman(orang.masuk("citra"), f"/pegawai/{orang.ani.nip}/siasn/hukdis/", 404)  # SUB12 handles none


def test_data_contoh_disebut_data_contoh(orang, mati):
    baca.simpan(orang.ani, peta.TABEL["golongan"], Jawaban(False, [GOL]), Rujukan(), sumber="contoh")
    isi = halaman(orang.masuk("citra"), f"/pegawai/{orang.ani.nip}/siasn/golongan/")
    assert "Data contoh." in isi
    assert "bukan dari BKN" in isi


# ── connection ───────────────────────────────────────────────────────────────────────────────────────


def test_token_ditempel_dan_tidak_pernah_tampil(orang, tiruan, settings):
    settings.SIASN = tiruan.atur(sandi="")
    gita = orang.masuk("gita")
    isi = halaman(gita, "/siasn/")
    assert "Token SSO SIASN habis atau belum ditempel." in isi
    assert "Antrean kirim" not in isi  # the admin sees no rows about persons
    tiruan.sso = "tokenRahasia123"
    gita.post("/siasn/token/", {"token": "Bearer tokenRahasia123"})
    isi = halaman(gita, "/siasn/")
    assert "habis atau belum ditempel" not in isi
    assert "tokenRahasia123" not in isi
    assert "akun admin" in isi
    gita.post("/siasn/token/", {"token": "dua kata"})
    assert "Ini bukan token" in halaman(gita, "/siasn/")
    gita.post("/siasn/token/buang/")
    assert not token.keadaan()[1]["ada"]


def test_pengambilan_satu_unit_dari_halaman(orang, tiruan, tugas_langsung, django_capture_on_commit_callbacks):
    citra = orang.masuk("citra")
    with django_capture_on_commit_callbacks(execute=True):
        citra.post("/siasn/ambil/", {"unit": "SDN-BABAT-14", "jenis": ["golongan"]})
    assert tiruan.panggilan["GET", "/pns/rw-golongan"] == 2  # ani and fajar; hadi has retired
    isi = halaman(citra, "/siasn/")
    assert "2 / 2" in isi
    citra.post("/siasn/ambil/", {"unit": "Tidak Ada", "jenis": ["golongan"]})
    assert "Tidak ada unit kerja dengan kode" in halaman(citra, "/siasn/")
    citra.post("/siasn/ambil/", {"unit": "", "jenis": ["hukdis"]})
    assert "Pilih sedikitnya satu jenis data" in halaman(citra, "/siasn/")


def test_kiriman_hukuman_hanya_tampil_bagi_penangannya(orang, tiruan):
    KirimSiasn.objects.create(
        pegawai=orang.ani, jenis="hukdis", kunci=1, versi="x", uraian="Teguran lisan", berikut_pada="2026-01-01T00:00:00Z",
        oleh=orang.akun["citra"],
    )  # fmt: skip
    citra = orang.masuk("citra")
    assert "Teguran lisan" not in halaman(citra, "/siasn/")
    pk = KirimSiasn.objects.get().pk
    assert citra.post(f"/siasn/kirim/{pk}/batal/").status_code == 404


def _hitung(klien, url):
    klien.get(url)
    with CaptureQueriesContext(connection) as catatan:
        assert klien.get(url).status_code == 200
    return len(catatan)


def test_banyak_kueri_tetap(orang, jawab):
    citra = orang.masuk("citra")
    jawab(orang.ani, "golongan", [GOL])
    jawab(orang.ani, "data-utama", [{"id": "P", "nama": "LAIN"}])
    nip = orang.ani.nip
    alamat = (
        f"/pegawai/{nip}/siasn/golongan/",
        f"/pegawai/{nip}/siasn/",
        f"/pegawai/{nip}/siasn/kursus/",
        "/siasn/",
        "/siasn/selisih/",
    )
    sebelum = {url: _hitung(citra, url) for url in alamat}
    for n in range(4):
        tambah(orang.ani, "pangkat", golongan_id="III/b", tmt=date(2019, n + 4, 1), segarkan=False)
        tambah(orang.ani, "diklat", jenis_id="8", nama=f"K{n}", tmt=date(2020, 1, n + 1), jp=2, segarkan=False)
        KirimSiasn.objects.create(pegawai=orang.eko, jenis="kursus", kunci=n, versi=str(n), uraian="x",
                                  berikut_pada="2026-01-01T00:00:00Z", oleh=orang.akun["citra"])  # fmt: skip
    for siapa in (orang.eko, orang.fajar, orang.dewi):
        jawab(siapa, "golongan", [GOL])
    assert {url: _hitung(citra, url) for url in alamat} == sebelum
    assert max(sebelum.values()) <= 12, sebelum
