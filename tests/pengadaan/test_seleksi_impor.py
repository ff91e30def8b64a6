"""Impor pelamar dan nilai: pratinjau, galat per baris, semua atau tidak sama sekali, urung selama tidak ada yang bersandar."""

from datetime import date

import pytest

from kepegawaian.impor.lembar import buka_daftar
from pengadaan.models import NilaiSeleksi, Pelamar
from pengadaan.seleksi import impor, perbuatan
from pengadaan.seleksi.galat import DitolakSeleksi
from tests.dunia_bersama import bersama
from tests.pengadaan import seleksi_orang as alat
from tests.pengadaan.seleksi_orang import baris_pelamar, buat_formasi, buat_seleksi, impor_berkas, xlsx

pytestmark = pytest.mark.django_db


@pytest.fixture
@bersama
def k(db):
    return alat.kantor()


@pytest.fixture
@bersama
def s(k):
    buat_formasi(jumlah=2)
    return buat_seleksi(k)


def test_satu_baris_keliru_tidak_menyimpan_apa_pun_dan_semua_disebut(k, s):
    batch = impor_berkas(
        k, s, "pelamar", baris_pelamar("1", "Ani"), baris_pelamar("2", "Budi", unit="TIDAK-ADA"), baris_pelamar("3", ""),
        baris_pelamar("1", "Ani lagi"), terapkan=False,
    )  # fmt: skip
    assert [(g["nomor"], g["kolom"]) for g in batch.galat] == [(3, "KODE JABATAN"), (4, "NAMA"), (5, "NOMOR PESERTA")]
    assert "baris 2" in batch.galat[2]["sebab"]
    with pytest.raises(DitolakSeleksi, match="3 kesalahan"):
        impor.terapkan(batch.pk, oleh=k.oleh("fina"))
    assert Pelamar.objects.count() == 0


def test_judul_kolom_dikenali_menurut_nama_dan_lembar_contoh_dapat_diisi(k, s):
    kolom, letak, _ = buka_daftar(
        impor.contoh_xlsx("pelamar", [baris_pelamar("1", "Ani")]),
        impor.KOLOM["pelamar"],
        impor.WAJIB["pelamar"],
        impor.SINONIM,
        "-",
    )
    assert set(letak) == set(impor.KOLOM["pelamar"]), kolom
    judul = [
        {"NOMOR PESERTA": "No_Peserta", "NAMA": "Nama Lengkap", "TANGGAL LAHIR": "Tgl Lahir"}.get(x, x.lower())
        for x in impor.KOLOM["pelamar"]
    ]
    batch = impor.unggah(s.pk, "pelamar", xlsx(judul, baris_pelamar("7", "Ani")), "a.xlsx", oleh=k.oleh("fina"))
    assert (batch.galat, len(batch.baris)) == ([], 1)
    with pytest.raises(DitolakSeleksi, match="tidak mempunyai kolom"):
        impor.unggah(s.pk, "skd", xlsx(["A", "B"], (1, 2)), "a.xlsx", oleh=k.oleh("fina"))


def test_unggah_ulang_yang_sama_tidak_menambah_dan_yang_beda_ditolak(k, s):
    impor_berkas(k, s, "pelamar", baris_pelamar("1", "Ani"))
    sama = impor_berkas(k, s, "pelamar", baris_pelamar("1", "Ani"), terapkan=False)
    assert (sama.sama, sama.baris, sama.galat) == (1, [], [])
    with pytest.raises(DitolakSeleksi, match="Tidak ada baris baru"):
        impor.terapkan(sama.pk, oleh=k.oleh("fina"))
    beda = impor_berkas(k, s, "pelamar", baris_pelamar("1", "Ani Lain"), terapkan=False)
    assert "nama" in beda.galat[0]["sebab"]


def test_nilai_hanya_bagi_yang_memenuhi_syarat_dan_di_dalam_batas(k, s):
    impor_berkas(
        k,
        s,
        "pelamar",
        baris_pelamar("1", "Ani"),
        baris_pelamar("2", "Budi", dipidana="YA"),
        baris_pelamar("3", "Cici"),
    )
    assert perbuatan.putuskan_semua(s.pk, oleh=k.oleh("fina")) == (2, 1, 0)
    tms = Pelamar.objects.get(nomor_peserta="2")
    assert tms.alasan == "CPN-2: Pelamar pernah dipidana penjara 2 tahun atau lebih."
    batch = impor_berkas(
        k,
        s,
        "skd",
        ("1", 151, 100, 200, "YA"),
        ("2", 100, 100, 200, "YA"),
        ("9", 1, 1, 1, "YA"),
        ("3", None, 100, 200, "YA"),
        terapkan=False,
    )
    assert [(g["nomor"], g["kolom"]) for g in batch.galat] == [
        (2, "TWK"),
        (3, "NOMOR PESERTA"),
        (4, "NOMOR PESERTA"),
        (5, "TWK"),
    ]
    hadir = impor_berkas(k, s, "skd", ("1", 100, 100, 200, "YA"), ("3", None, None, None, "TIDAK"))
    assert hadir.status == "diterapkan"
    skb = impor_berkas(k, s, "skb", ("3", 80, "YA"), terapkan=False)
    assert "SKD" in skb.galat[0]["sebab"]


def test_urung_mengembalikan_nilai_lama_dan_ditolak_selama_ada_yang_bersandar(k, s):
    pelamar = impor_berkas(k, s, "pelamar", baris_pelamar("1", "Ani"))
    perbuatan.putuskan_semua(s.pk, oleh=k.oleh("fina"))
    with pytest.raises(DitolakSeleksi, match="diputus administrasinya"):
        impor.urungkan(pelamar.pk, oleh=k.oleh("fina"))
    lama = impor_berkas(k, s, "skd", ("1", 80, 100, 200, "YA"))
    baru = impor_berkas(k, s, "skd", ("1", 90, 100, 200, "YA"))

    def kini():
        return list(NilaiSeleksi.objects.filter(batal=False, ganti__isnull=True).values_list("tes", "twk"))

    assert kini() == [("skd", 90)]
    with pytest.raises(DitolakSeleksi, match="digantikan impor yang lebih baru"):
        impor.urungkan(lama.pk, oleh=k.oleh("fina"))
    skb = impor_berkas(k, s, "skb", ("1", 80, "YA"))
    with pytest.raises(DitolakSeleksi, match="SKB sudah diimpor"):
        impor.urungkan(baru.pk, oleh=k.oleh("fina"))
    impor.urungkan(skb.pk, oleh=k.oleh("fina"))
    impor.urungkan(baru.pk, oleh=k.oleh("fina"))
    assert kini() == [("skd", 80)]
    impor.urungkan(lama.pk, oleh=k.oleh("fina"))
    assert kini() == []


def test_pelamar_yang_belum_disentuh_dapat_diurungkan(k, s):
    batch = impor_berkas(k, s, "pelamar", baris_pelamar("1", "Ani"))
    impor.urungkan(batch.pk, oleh=k.oleh("fina"))
    assert Pelamar.objects.count() == 0
    with pytest.raises(DitolakSeleksi, match="dibatalkan"):
        impor.urungkan(batch.pk, oleh=k.oleh("fina"))


def test_usia_dihitung_pada_hari_terakhir_pelamaran_bila_tanggal_daftar_kosong(k, s):
    """PP 11/2017 Ps. 23: 35 years 0 days on the last day of registration, which is KINI - 31."""
    akhir = s.tahap.get(kode="pelamaran").selesai
    pas = date(akhir.year - 35, akhir.month, min(akhir.day, 28))
    impor_berkas(
        k,
        s,
        "pelamar",
        baris_pelamar("1", "Pas", lahir=pas),
        baris_pelamar("2", "Tua", lahir=date(pas.year - 1, pas.month, pas.day)),
    )
    perbuatan.putuskan_semua(s.pk, oleh=k.oleh("fina"))
    assert Pelamar.objects.get(nomor_peserta="2").administrasi == "tms"
    assert Pelamar.objects.get(nomor_peserta="1").administrasi == ("ms" if pas.day == akhir.day else "tms")


def test_ragu_memerlukan_alasan_dan_gagal_tidak_dapat_diluluskan(k, s):
    impor_berkas(
        k, s, "pelamar", baris_pelamar("1", "Ani", pendidikan="S-1 Gizi"), baris_pelamar("2", "Budi", dipidana="YA")
    )
    perbuatan.putuskan_semua(s.pk, oleh=k.oleh("fina"))
    # KUALIFIKASI SESUAI is YA in the file, so only the second one is stopped.
    ani, budi = Pelamar.objects.get(nomor_peserta="1"), Pelamar.objects.get(nomor_peserta="2")
    assert (ani.administrasi, budi.administrasi) == ("ms", "tms")
    with pytest.raises(DitolakSeleksi, match="CPN-2"):
        perbuatan.putuskan(budi, True, "sudah dicek", oleh=k.oleh("fina"))
    with pytest.raises(DitolakSeleksi, match="Tulis alasannya"):
        perbuatan.putuskan(ani, False, "", oleh=k.oleh("fina"))
