"""Keluhan pengguna sistem lain (pesaing.md §5) yang tidak boleh terjadi di sini: nomor 11, 12, 19."""

from datetime import date, timedelta

import pytest

from kepegawaian import impor
from kepegawaian.impor.ekspor import baris_67
from kepegawaian.impor.format import KOLOM_UTAMA
from kepegawaian.models import JENIS_RIWAYAT, Pegawai, Pengguna, ProfilKini
from kepegawaian.profil import profil_satu
from tests.kepegawaian.impor.conftest import ANI, NIP, galat, jumlah_riwayat, orang, riwayat, siasn, terapkan

pytestmark = pytest.mark.django_db


def test_keluhan_11_baris_gagal_tidak_meninggalkan_orang_setengah_jadi_dan_menyebut_sebab_sebenarnya():
    batch = terapkan(siasn([orang(1, **{"TMT GOLONGAN": "31-02-2019"}), orang(2, EMAIL=ANI["EMAIL"])]))
    assert galat(batch) == [(2, "TMT GOLONGAN", "Tanggal 31-02-2019 tidak ada di kalender")]
    assert list(Pegawai.objects.values_list("nip", flat=True)) == [orang(2)["NIP BARU"]]
    assert Pengguna.objects.count() == ProfilKini.objects.count() == 1
    assert all(m.objects.exclude(pegawai__nip=orang(2)["NIP BARU"]).count() == 0 for m in JENIS_RIWAYAT.values())


def test_keluhan_11_surel_yang_sama_bukan_alasan_menolak():
    batch = terapkan(siasn([orang(1, EMAIL="a@b.test"), orang(2, EMAIL="a@b.test")]))
    assert galat(batch) == []
    assert Pengguna.objects.filter(email="a@b.test").count() == 2


def test_keluhan_11_diperbaiki_lalu_dikirim_lagi_dengan_aman():
    terapkan(siasn([orang(1, **{"TMT GOLONGAN": "31-02-2019"}), orang(2)]))
    batch = terapkan(siasn([orang(1), orang(2)]))
    assert (batch.ringkasan["baru"], batch.ringkasan["sama"]) == (1, 1)
    assert Pegawai.objects.count() == 2


@pytest.mark.parametrize("kolom", [k for k in KOLOM_UTAMA if k not in ("NIP BARU", "NAMA")])
def test_keluhan_12_kolom_yang_kosong_tidak_menolak_baris(kolom):
    pasangan = {"GOL AKHIR NAMA": "GOL AKHIR ID", "GOL AKHIR ID": "GOL AKHIR NAMA"}
    batch = terapkan(siasn([ANI | {kolom: "", pasangan.get(kolom, kolom): ""}]))
    assert galat(batch) == []
    assert ProfilKini.objects.get().nama == "ANI LESTARI"


def test_keluhan_12_hanya_nip_dan_nama_sudah_cukup():
    terapkan(siasn([{"NIP BARU": NIP, "NAMA": "ANI"}], kolom=("NIP BARU", "NAMA")))
    p = Pegawai.objects.get()
    assert (str(p.tanggal_lahir), p.jenis_kelamin) == ("1986-05-17", "P")
    assert ProfilKini.objects.get().nama == "ANI"


def test_keluhan_12_tidak_ada_kolom_yang_hilang_diam_diam():
    isi = {k: ANI.get(k) or f"isi {i}" for i, k in enumerate(KOLOM_UTAMA)}
    isi |= {"NIP LAMA": "510123456", "JENIS JABATAN NAMA": "Pelaksana", "IS VALID NIK": "1"}
    isi |= {"UNOR ID": "", "JABATAN ID": "", "GELAR DEPAN": "Dr.", "JENIS KAWIN NAMA": "Menikah"}
    isi |= {
        "JENIS PEGAWAI NAMA": "PNS kabupaten/kota pada pemerintah kabupaten/kota",
        "TINGKAT PENDIDIKAN NAMA": "Sarjana (S-1)",
    }
    terapkan(siasn([isi]))
    kembali = dict(zip(KOLOM_UTAMA, next(baris_67(Pegawai.objects.all(), sensitif=True)), strict=True))
    assert {k: v for k, v in kembali.items() if v != isi[k]} == {}


def test_keluhan_19_rantai_tmt_tanpa_lubang_dan_tanpa_tumpang_tindih():
    pangkat = [
        {"NIP": NIP, "GOLONGAN": g, "TMT GOLONGAN": t, "MK TAHUN": "0", "MK BULAN": "0"}
        for g, t in (("III/a", "01-03-2015"), ("III/b", "01-04-2019"), ("III/c", "01-04-2023"))
    ]
    akhir = {
        "GOL AKHIR ID": "33",
        "GOL AKHIR NAMA": "III/c",
        "TMT GOLONGAN": "01-04-2023",
        "MK TAHUN": "",
        "MK BULAN": "",
    }
    terapkan(siasn([ANI | akhir], RW_PANGKAT=pangkat))
    ani = Pegawai.objects.get()
    hari, terlihat = date(2015, 3, 1), []
    while hari < date(2026, 1, 1):
        terlihat.append(profil_satu(ani.pk, per=hari, bagian=("pangkat",)).golongan)
        hari += timedelta(days=97)
    assert None not in terlihat
    assert terlihat == sorted(terlihat)
    assert list(dict.fromkeys(terlihat)) == ["III/a", "III/b", "III/c"]


def test_keluhan_19_kenaikan_pangkat_massal_menutup_baris_lama_dan_dapat_ditelusuri():
    terapkan(siasn([orang(i) for i in range(1, 6)]))
    naik = {"GOL AKHIR ID": "33", "GOL AKHIR NAMA": "III/c", "TMT GOLONGAN": "01-04-2026", "MK TAHUN": "11"}
    batch = terapkan(siasn([orang(i, **naik) for i in range(1, 6)]))
    assert batch.ringkasan["berubah"] == 5
    for i in range(1, 6):
        assert [b[1] for b in riwayat("pangkat", orang(i)["NIP BARU"], "golongan_id")] == ["III/a", "III/b", "III/c"]
    assert set(ProfilKini.objects.values_list("golongan_id", flat=True)) == {"III/c"}
    sebelum = jumlah_riwayat()
    impor.terapkan(batch.pk)
    assert jumlah_riwayat() == sebelum
