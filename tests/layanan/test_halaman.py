"""Halaman mesin lewat HTTP: cakupan, tombol, kotak kerja, setujui banyak, unduhan, verifikasi publik."""

import hashlib
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import load_workbook

from kepegawaian.models import Jejak, Naskah
from layanan import alur
from layanan.galat import FormulirBasi
from layanan.models import Berkas, Usulan
from tests.layanan.conftest import pdf
from tests.layanan.test_alur import ajukan, maju, sampai_tanda_tangan, segar
from tests.pabrik import buat_akun, buat_pegawai, masuk

pytestmark = pytest.mark.django_db


@pytest.fixture
def sebagai(client, orang):
    """``sebagai("citra")`` logs that person in and returns the client."""
    return lambda nama: masuk(client, getattr(orang, f"akun_{nama}"))


def url(nama, usulan, *lain):
    return reverse(f"layanan:{nama}", args=[usulan.nomor, *lain])


@pytest.mark.parametrize(
    ("nama", "kode"),
    [("ani", 200), ("budi", 200), ("kadis", 200), ("citra", 200), ("dewi", 200), ("itwas", 200), ("eko", 404)],
)
def test_usulan_hanya_terbuka_bagi_yang_berkepentingan(layanan_uji, orang, sebagai, nama, kode):
    u = ajukan(layanan_uji, orang)
    assert sebagai(nama).get(url("usulan_detail", u)).status_code == kode


def test_halaman_menyebut_syarat_pasal_bukti_dan_tombol(layanan_uji, orang, sebagai):
    u = ajukan(layanan_uji, orang)
    isi = sebagai("kadis").get(url("usulan_detail", u)).content.decode()
    assert "Golongan cukup." in isi
    assert "PP 11/2017 Pasal 2" in isi
    assert "Setujui, teruskan ke Staf Subbidang Kepangkatan" in isi
    assert "Kembalikan" in isi
    assert "Tolak" not in isi
    assert "Setujui, teruskan" not in sebagai("citra").get(url("usulan_detail", u)).content.decode()


def test_menyetujui_lewat_halaman_lalu_klik_kedua_ditolak_dengan_sopan(layanan_uji, orang, sebagai):
    u = ajukan(layanan_uji, orang)
    klien = sebagai("kadis")
    data = {"versi": u.versi_baris, "catatan": "Lengkap."}
    klien.post(url("usulan_setujui", u), data)
    jawab = klien.post(url("usulan_setujui", u), data, follow=True)
    assert "sudah berubah sejak halaman Anda dibuka" in jawab.content.decode()
    assert segar(u).langkah_kini.kode == "verifikasi_bkd"
    assert u.langkah.get(kode="verifikasi_opd").catatan == "Lengkap."


def test_formulir_salah_menyimpan_yang_sudah_diketik(layanan_uji, orang, sebagai):
    u = maju(ajukan(layanan_uji, orang), orang, "kadis", "citra", "kabid")
    jawab = sebagai("dewi").post(
        url("usulan_tolak", u), {"versi": u.versi_baris, "alasan": "Belum empat tahun.", "pasal": ""}
    )
    assert jawab.status_code == 422
    assert "Belum empat tahun." in jawab.content.decode()
    assert segar(u).status == "diproses"


def test_jawaban_bkn_yang_menolak_menampilkan_dasarnya(layanan_uji, orang, sebagai):
    """The form asks for the basis, comes back with what was typed when it is missing, and the page shows it."""
    u = maju(ajukan(layanan_uji, orang), orang, "kadis", "citra", "kabid", "dewi")
    klien, alamat = sebagai("citra"), url("usulan_detail", u)
    assert 'name="dasar_tolak"' in klien.get(alamat).content.decode()
    isi = {"versi": u.versi_baris, "nomor_pertek": "PT-77", "hasil": "tms"}
    jawab = klien.post(url("usulan_rekam", u), isi)
    assert jawab.status_code == 422
    assert "PT-77" in jawab.content.decode()
    assert "menjadi dasar penolakan" in jawab.content.decode()
    assert segar(u).status == "diproses"
    klien.post(url("usulan_rekam", u), isi | {"dasar_tolak": "Surat BKN Nomor TMS-9"})
    assert segar(u).status == "ditolak"
    assert "Dasar penolakan: Surat BKN Nomor TMS-9." in klien.get(alamat).content.decode()


def test_membuat_draf_mengisi_mengunggah_dan_mengajukan(layanan_uji, orang, sebagai):
    klien = sebagai("budi")
    buat = reverse("layanan:usulan_create", args=["uji-mesin"])
    assert "Ani Lestari" in klien.get(buat, {"q": "Ani Les"}).content.decode()
    assert "Eko Prasetyo" not in klien.get(buat, {"q": "Eko"}).content.decode()
    assert klien.post(buat, {"nip": orang.eko.nip}).status_code == 404
    klien.post(buat, {"nip": orang.ani.nip})
    u = Usulan.objects.get()
    klien.post(url("usulan_update", u), {"versi": u.versi_baris, "tmt": "2027-02-01"})
    u = segar(u)
    assert u.isian == {"tmt": "2027-02-01"}
    jawab = klien.post(url("usulan_update", u), {"versi": u.versi_baris, "tmt": "31 Februari"})
    assert jawab.status_code == 422
    assert "31 Februari" in jawab.content.decode()
    klien.post(url("berkas_create", u, "surat_pengantar"), {"versi": u.versi_baris, "berkas": pdf()})
    klien.post(url("usulan_ajukan", u), {"versi": segar(u).versi_baris})
    assert segar(u).status == "diproses"


@pytest.mark.parametrize("isi", [b"", b"MZ\x90", b"<html><script>alert(1)</script></html>", b"\x89PNG\r\n\x1a\nacak"])
def test_berkas_yang_bukan_dirinya_ditolak(layanan_uji, orang, sebagai, isi):
    u = ajukan(layanan_uji, orang)
    alur.kembalikan(segar(u), oleh=orang.oleh("kadis"), versi=segar(u).versi_baris, alasan="Ganti.")
    u = segar(u)
    palsu = type(pdf())("surat.pdf", isi, content_type="application/pdf")
    sebagai("budi").post(url("berkas_create", u, "ijazah"), {"versi": u.versi_baris, "berkas": palsu})
    assert Berkas.objects.filter(kode="ijazah").count() == 0
    assert segar(u).versi_baris == u.versi_baris


def test_kotak_hanya_berisi_yang_menunggu_saya(layanan_uji, orang, sebagai):
    u = ajukan(layanan_uji, orang)
    kotak = reverse("layanan:kotak_list")
    assert u.nomor in sebagai("kadis").get(kotak).content.decode()
    for nama in ("citra", "dewi", "budi", "ani"):
        assert u.nomor not in sebagai(nama).get(kotak).content.decode()
    maju(u, orang, "kadis")
    assert u.nomor in sebagai("citra").get(kotak).content.decode()
    assert u.nomor not in sebagai("kadis").get(kotak).content.decode()


def test_setujui_banyak_memakai_pemeriksaan_yang_sama(layanan_uji, orang, sebagai):
    satu = ajukan(layanan_uji, orang)
    dua = ajukan(layanan_uji, orang, pegawai="budi", oleh="budi")
    tiga = ajukan(layanan_uji, orang, pegawai="eko", oleh="eko")
    klien = sebagai("kadis")
    pilih = {"pilih": [f"{satu.nomor}:{satu.versi_baris}", f"{dua.nomor}:{dua.versi_baris}", "US-2026-999999:1",
                       f"{tiga.nomor}:{tiga.versi_baris}"]}  # fmt: skip
    isi = klien.post(reverse("layanan:kotak_setujui"), pilih).content.decode()
    assert "Setujui 2 usulan" in isi
    assert "2 tidak ikut" in isi  # one that is not there, one that waits for another head
    assert f'value="{satu.nomor}:{satu.versi_baris}"' in isi
    assert segar(satu).langkah_kini.kode == "verifikasi_opd", "konfirmasi belum mengubah apa pun"
    maju(dua, orang, "kadis")  # meanwhile, from another page
    isi = klien.post(reverse("layanan:kotak_setujui"), pilih | {"sah": "1"}).content.decode()
    assert "1 disetujui, 3 tidak" in isi
    assert f"Sudah tidak menunggu Anda: {dua.nomor}, US-2026-999999, {tiga.nomor}" in isi
    assert segar(satu).langkah_kini.kode == segar(dua).langkah_kini.kode == "verifikasi_bkd"
    assert segar(tiga).langkah_kini.kode == "verifikasi_opd"


def test_setujui_banyak_formulir_basi_disebut_satu_per_satu(layanan_uji, orang, sebagai):
    satu = ajukan(layanan_uji, orang)
    klien = sebagai("kadis")
    jawab = klien.post(reverse("layanan:kotak_setujui"), {"pilih": [f"{satu.nomor}:0"], "sah": "1"})
    isi = jawab.content.decode()
    assert "0 disetujui, 1 tidak" in isi
    assert str(FormulirBasi()) in isi
    assert segar(satu).langkah_kini.kode == "verifikasi_opd"


def test_berkas_usulan_tidak_dapat_dibuka_orang_lain(layanan_uji, orang, sebagai):
    u = ajukan(layanan_uji, orang)
    b = Berkas.objects.get()
    assert sebagai("eko").get(url("berkas_download", u, b.pk)).status_code == 404
    jawab = sebagai("citra").get(url("berkas_download", u, b.pk))
    assert jawab.status_code == 200
    assert jawab["Content-Type"] == "application/pdf"
    assert jawab["X-Content-Type-Options"] == "nosniff"
    assert Jejak.objects.filter(aksi="dosir_unduh", oleh_id=orang.akun_citra.pk).count() == 1
    klien = sebagai("eko")
    assert klien.get("/media/" + b.dosir.file.name).status_code == 404


def test_naskah_hanya_bagi_yang_bersangkutan_dan_petugas(layanan_uji, orang, sebagai):
    u = sampai_tanda_tangan(layanan_uji, orang)
    alur.sahkan(u, oleh=orang.oleh("perekam"), versi=u.versi_baris, file=pdf())
    n = Naskah.objects.get()
    unduh = reverse("layanan:naskah_download", args=[n.pk])
    assert sebagai("ani").get(unduh).status_code == 200
    assert sebagai("perekam").get(unduh).status_code == 200
    assert sebagai("eko").get(unduh).status_code == 404


def test_verifikasi_publik_menunjukkan_keabsahan_saja(layanan_uji, orang, client):
    u = sampai_tanda_tangan(layanan_uji, orang)
    n = Naskah.objects.get()
    alamat = reverse("layanan:verifikasi", args=[n.token])
    assert "Belum berlaku" in client.get(alamat).content.decode()
    alur.sahkan(u, oleh=orang.oleh("perekam"), versi=u.versi_baris, file=pdf(lebar=333))
    isi = client.get(alamat).content.decode()
    assert "Berlaku." in isi
    assert n.nomor in isi
    assert "A. L." in isi
    assert "Ani Lestari" not in isi
    assert orang.ani.nip not in isi
    n.refresh_from_db()
    assert hashlib.sha256(pdf(lebar=333).read()).hexdigest() == n.hash_sah
    assert "persis sama" in client.post(alamat, {"berkas": pdf(lebar=333)}).content.decode()
    assert "Sudah berubah." in client.post(alamat, {"berkas": pdf(lebar=334)}).content.decode()
    assert client.get(reverse("layanan:verifikasi", args=["tidak-ada"])).status_code == 404


def test_kotak_dan_usulan_bertanya_tetap_berapa_pun_barisnya(
    layanan_uji, orang, sebagai, django_assert_max_num_queries
):
    u = ajukan(layanan_uji, orang)
    klien = sebagai("kadis")
    kotak = reverse("layanan:kotak_list")
    klien.get(kotak)
    with django_assert_max_num_queries(12) as satu:
        klien.get(kotak)
    for nama in ("budi", "kabid"):
        if nama == "budi":
            ajukan(layanan_uji, orang, pegawai=nama, oleh=nama)
    with django_assert_max_num_queries(12) as dua:
        klien.get(kotak)
    assert len(satu) == len(dua)
    with django_assert_max_num_queries(12):
        klien.get(url("usulan_detail", u))


def test_katalog_memuat_layanan_baru_tanpa_migrasi(layanan_uji, orang, sebagai):
    klien = sebagai("ani")
    assert "Layanan uji mesin" in klien.get(reverse("layanan:katalog_list")).content.decode()
    isi = klien.get(reverse("layanan:katalog_detail", args=["uji-mesin"])).content.decode()
    assert "Kepala Bidang" in isi
    assert "Surat pengantar OPD" in isi
    assert klien.get(reverse("layanan:katalog_detail", args=["tidak-ada"])).status_code == 404


# ── lists as xlsx ────────────────────────────────────────────────────────────────────────────────────


def unduh(klien, nama, **kueri):
    """Rows of an export without the header."""
    jawab = klien.get(reverse(f"layanan:{nama}"), kueri)
    buku = load_workbook(io.BytesIO(b"".join(jawab.streaming_content)))
    return buku.get_sheet_by_index(0).to_python()[1:]


@pytest.mark.parametrize(("nama", "banyak"), [("ani", 1), ("budi", 1), ("citra", 1), ("itwas", 1), ("eko", 0)])
def test_unduhan_usulan_memuat_yang_tampil_dan_disaring_saja(layanan_uji, orang, sebagai, nama, banyak):
    u = ajukan(layanan_uji, orang)
    klien = sebagai(nama)
    baris = unduh(klien, "usulan_ekspor")
    assert [b[0] for b in baris] == [u.nomor] * banyak
    assert all(b[2] == orang.ani.nip and b[7] == "Diproses" and b[8] == u.langkah_kini.nama for b in baris)
    assert unduh(klien, "usulan_ekspor", status="selesai") == []
    assert Jejak.objects.filter(aksi="ekspor", objek="usulan").count() == 2


def test_unduhan_usulan_tidak_bertanya_lagi_tiap_baris(layanan_uji, orang, sebagai):
    klien, banyak = sebagai("citra"), []
    for nomor in range(3):
        pegawai = buat_pegawai(nama=f"PEGAWAI {nomor}", unit="DISDIK")
        setattr(orang, f"orang{nomor}", pegawai)
        setattr(orang, f"akun_orang{nomor}", buat_akun(pegawai))
        ajukan(layanan_uji, orang, pegawai=f"orang{nomor}")
        with CaptureQueriesContext(connection) as kueri:
            assert len(unduh(klien, "usulan_ekspor")) == nomor + 1
        banyak.append(len(kueri))
    assert banyak[0] >= banyak[1] == banyak[2]


def test_unduhan_kotak_ialah_yang_menunggu_pembacanya(layanan_uji, orang, sebagai):
    u = ajukan(layanan_uji, orang)
    assert [b[0] for b in unduh(sebagai("kadis"), "kotak_ekspor")] == [u.nomor]
    assert unduh(sebagai("citra"), "kotak_ekspor") == []


def test_unduhan_naskah_menyebut_orang_dalam_lingkup_saja(layanan_uji, orang, sebagai):
    sampai_tanda_tangan(layanan_uji, orang)
    (baris,) = unduh(sebagai("citra"), "naskah_ekspor")
    assert (baris[0], baris[4]) == (Naskah.objects.get().nomor, orang.ani.nip)
    assert unduh(sebagai("citra"), "naskah_ekspor", q="tidak ada") == []
    assert unduh(sebagai("eko"), "naskah_ekspor") == []
