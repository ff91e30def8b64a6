"""Halaman seleksi: yang mengelola, yang membaca, calon, dan umum; jumlah kueri tetap, nama tersamar, berkas unduhan."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from kepegawaian.models import Pengguna
from pengadaan.models import ImporSeleksi, Pelamar, Pemberkasan, Seleksi
from pengadaan.seleksi import pemberkasan, usul
from tests.dunia_bersama import bersama
from tests.layanan.conftest import pdf
from tests.pabrik import SANDI, masuk
from tests.pengadaan import seleksi_orang as alat
from tests.pengadaan.seleksi_orang import (
    KINI,
    baris_pelamar,
    buat_formasi,
    buat_seleksi,
    isian_seleksi,
    sampai_hasil,
    xlsx,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
@bersama
def k(db):
    return alat.kantor()


def buka(k, nama):
    return masuk(Client(), k.akun[nama])


def alamat(nama, *argumen):
    return reverse(f"pengadaan:{nama}", args=argumen)


def test_dari_formulir_sampai_impor_lewat_halaman(k):
    buat_formasi(jumlah=2)
    c, (data, tahap) = buka(k, "fina"), isian_seleksi()
    isi = {x: v.isoformat() if hasattr(v, "isoformat") else v for x, v in data.items()}
    for kode, (mulai, selesai) in tahap.items():
        isi |= {f"{kode}_mulai": mulai.isoformat(), f"{kode}_selesai": selesai.isoformat()}
    assert c.post(alamat("seleksi_create"), isi).status_code == 302
    s = Seleksi.objects.get()
    assert s.formasi.count() == 1
    c.post(alamat("seleksi_lakukan", s.pk, "mulai"), {"versi": s.versi})
    baris = [baris_pelamar("1", "Ani"), baris_pelamar("2", "Budi", unit="TIDAK-ADA")]
    jawab = c.post(alamat("impor_list", s.pk), {"jenis": "pelamar", "berkas": xlsx(alat.PELAMAR, *baris)}, follow=True)
    teks = jawab.content.decode()
    assert "Belum ada yang disimpan." in teks
    assert "TIDAK-ADA" in teks
    batch = ImporSeleksi.objects.get()
    galat = CalamineWorkbook.from_filelike(BytesIO(b"".join(c.get(alamat("impor_galat", batch.pk)).streaming_content)))
    assert galat.get_sheet_by_index(0).to_python()[1][:3] == [3, "2", "KODE JABATAN"]
    c.post(alamat("impor_list", s.pk), {"jenis": "pelamar", "berkas": xlsx(alat.PELAMAR, baris[0])})
    batch = ImporSeleksi.objects.filter(status="pratinjau").get()
    c.post(alamat("impor_lakukan", batch.pk, "terapkan"))
    assert Pelamar.objects.get().nama == "Ani"
    halaman = c.get(alamat("pelamar_update", Pelamar.objects.get().pk)).content.decode()
    for kata in ("PP 11/2017 Pasal 23", "PermenPANRB 27/2021 Pasal 5 huruf b", "Usia saat mendaftar"):
        assert kata in halaman


def test_subbidang_lain_tidak_membuka_dan_pembaca_tidak_mengubah(k):
    buat_formasi()
    s = buat_seleksi(k)
    assert buka(k, "sari").get(alamat("seleksi_detail", s.pk)).status_code == 404
    assert buka(k, "dewi").get(alamat("seleksi_detail", s.pk)).status_code == 200
    assert buka(k, "sari").post(alamat("seleksi_lakukan", s.pk, "batalkan")).status_code == 404
    assert Seleksi.objects.get().status == "berjalan"


def test_halaman_umum_hanya_nomor_dan_nama_tersamar(k):
    s = sampai_hasil(k, banyak=4)
    tamu = Client()
    assert tamu.get(alamat("umum_detail", s.pk)).status_code == 404
    buka(k, "fina").post(alamat("seleksi_lakukan", s.pk, "umumkan"), {"versi": s.versi})
    jawab = tamu.get(alamat("umum_detail", s.pk), {"nomor": "260100002"}).content.decode()
    assert "260100001" in jawab
    assert "C**** A W*****" in jawab
    assert "Tidak lulus, di luar jumlah formasi" in jawab
    for rahasia in ("Wijaya", "contoh.id", "1998", "S.KM"):
        assert rahasia not in jawab
    assert tamu.get(alamat("umum_pdf", s.pk)).status_code == 404


def test_pengumuman_bertanda_tangan_menjadi_umum(k):
    s = sampai_hasil(k)
    s.pengumuman.tahap = "tercetak"
    s.pengumuman.save()
    c = buka(k, "fina")
    c.post(alamat("seleksi_lakukan", s.pk, "umumkan"), {"versi": s.versi})
    assert c.post(alamat("pengumuman_sah", s.pk), {"berkas": pdf()}).status_code == 302
    assert Client().get(alamat("umum_pdf", s.pk))["Content-Type"] == "application/pdf"


def test_calon_aktivasi_dengan_kode_dan_hanya_membuka_miliknya(k, tugas_langsung, django_capture_on_commit_callbacks):
    s = sampai_hasil(k, banyak=2, jumlah=2)
    with django_capture_on_commit_callbacks(execute=True):
        buka(k, "fina").post(alamat("berkas_buka", s.pk), {"tenggat": (KINI + timedelta(days=9)).isoformat()})
    assert {m.to[0] for m in mail.outbox} == {"calon260100001@contoh.id", "calon260100002@contoh.id"}
    surat = next(m for m in mail.outbox if "260100001" in m.to[0])
    kode = next(x for x in surat.body.split() if len(x) == 9 and x[4] == "-")
    c = Client()
    c.post(
        reverse("kepegawaian:aktivasi"), {"nip": "260100001", "kode": kode, "sandi_baru": SANDI, "sandi_ulang": SANDI}
    )
    assert c.post(reverse("kepegawaian:masuk"), {"username": "260100001", "password": SANDI}).status_code == 302
    assert c.get("/").url == alamat("pemberkasan_saya")
    halaman = c.get(alamat("pemberkasan_saya")).content.decode()
    assert "SKCK" in halaman
    assert "Cari nama, NIP" not in halaman
    for nama in (
        "tata_kelola:tugas_list",
        "tata_kelola:pemberitahuan",
        "layanan:katalog_list",
        "kepegawaian:unit_list",
        "tata_kelola:regulasi_list",
    ):
        assert c.get(reverse(nama)).status_code == 403, nama
    c.post(alamat("pemberkasan_unggah", "skck"), {"berkas": pdf()})
    lain = Pelamar.objects.get(nomor_peserta="260100002")
    pemberkasan.unggah(lain.pemberkasan.pk, "skck", pdf(lebar=222), oleh=alat.pelaku(lain.pengguna))
    milik, orang = (Pelamar.objects.get(nomor_peserta=n).berkas.get() for n in ("260100001", "260100002"))
    assert c.get(alamat("berkas_calon", milik.pk)).status_code == 200
    assert c.get(alamat("berkas_calon", orang.pk)).status_code == 404
    jawab = c.post(alamat("pemberkasan_kirim"), {"benar": "1", "versi": 3}, follow=True).content.decode()
    assert "Belum lengkap: isian data diri" in jawab or "sudah diubah" in jawab


def test_slip_kode_hanya_oleh_subbidang(k):
    s = sampai_hasil(k)
    pemberkasan.buka(s.pk, KINI, oleh=k.oleh("fina"), kirim=False)
    p = Pemberkasan.objects.get()
    assert buka(k, "sari").post(alamat("berkas_kode", p.pk)).status_code == 404
    jawab = buka(k, "fina").post(alamat("berkas_kode", p.pk)).content.decode()
    assert "Kode: " in jawab
    assert Pengguna.objects.get(pk=p.pelamar.pengguna_id).kode_hash != ""


def test_lembar_siasn_memuat_calon_dan_golongannya(k):
    s = sampai_hasil(k)
    alat.sampai_lengkap(k, s)
    u = usul.buat(s.pk, "813/1", KINI, KINI.replace(day=1), None, oleh=k.oleh("fina"))
    isi = b"".join(buka(k, "fina").get(alamat("usul_ekspor", u.pk)).streaming_content)
    judul, baris = CalamineWorkbook.from_filelike(BytesIO(isi)).get_sheet_by_index(0).to_python()
    satu = dict(zip(judul, baris, strict=True))
    assert (satu["NOMOR PESERTA"], satu["NAMA"], satu["GOLONGAN"], satu["KODE UNIT"]) == (
        "260100001",
        "Calon A Wijaya",
        "III/a",
        alat.UNIT,
    )


@pytest.fixture
@bersama
def ramai(k):
    """A selection of twelve whose six who passed have their NIP."""
    s = sampai_hasil(k, banyak=12, jumlah=6)
    alat.sampai_nip(k, s)
    return s


@pytest.mark.parametrize(
    "nama", ["seleksi_detail", "pelamar_list", "hasil_list", "berkas_list", "usul_list", "impor_list"]
)
def test_jumlah_kueri_tetap(k, ramai, nama, django_assert_max_num_queries):
    c = buka(k, "fina")
    c.get(alamat(nama, ramai.pk))
    with django_assert_max_num_queries(14):
        assert c.get(alamat(nama, ramai.pk)).status_code == 200


def test_pantauan_cpns_kueri_tetap_dan_draf_banyak(k, django_assert_max_num_queries):
    from kepegawaian.aturan import tambah_bulan  # noqa: PLC0415 - for this test
    from layanan.models import Usulan  # noqa: PLC0415 - as above
    from tests.pabrik import buat_pegawai, tambah  # noqa: PLC0415 - as above

    tmt = tambah_bulan(KINI.replace(day=1), -13)
    orang = [buat_pegawai(nama=f"Cipta {i}", status="CPNS", tmt=tmt, unit="SUB12") for i in range(4)]
    for p in orang[:2]:
        tambah(
            p,
            "diklat",
            tmt=tambah_bulan(tmt, 6),
            jenis_id="13",
            nama="Pelatihan Dasar CPNS",
            nomor_sertifikat=f"L{p.pk}",
        )
        tambah(p, "kinerja", tmt=tambah_bulan(tmt, 10), tahun=KINI.year - 1, predikat="Baik")
    c = buka(k, "fina")
    c.get(alamat("cpns_list"))
    with django_assert_max_num_queries(12):
        teks = c.get(alamat("cpns_list")).content.decode()
    assert teks.count('name="id"') == 2
    assert teks.count("CPNS belum lulus Latsar.") == 2
    c.post(alamat("cpns_usulkan"), {"id": [p.nip for p in orang]})
    assert Usulan.objects.filter(layanan="sk-pns", status="draf").count() == 4
