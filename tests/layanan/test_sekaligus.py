"""Banyak sekaligus dari kotak kerja: menyetujui, menetapkan nomor, menyerahkan; yang perlu jawaban disebut sebabnya."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from kepegawaian.models import Naskah
from layanan import alur, katalog, naskah
from layanan.models import NomorTerpakai
from tests.layanan.conftest import pdf
from tests.layanan.test_alur import ajukan, maju, segar
from tests.pabrik import buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db
KOTAK, SETUJUI = "/kotak/", "/kotak/setujui/"


@pytest.fixture
def citra(client, orang):
    return masuk(client, orang.akun_citra)


def sampai_penetapan(layanan, orang, nama):
    """A usulan of one pegawai of DISDIK, which waits for its number at citra."""
    setattr(orang, nama, buat_pegawai(nama=nama.title(), unit="DISDIK", golongan="II/d"))
    u = maju(ajukan(layanan, orang, pegawai=nama, oleh="budi"), orang, "kadis", "citra", "kabid", "dewi")
    return alur.rekam(u, {"nomor_pertek": "PT-1", "hasil": "ms"}, oleh=orang.oleh("citra"), versi=u.versi_baris)


def sampai_serah(layanan, orang, nama):
    u = segar(sampai_penetapan(layanan, orang, nama))
    alur.tetapkan(u, oleh=orang.oleh("cici"), versi=u.versi_baris)
    naskah.cetak(u.naskah.get().naskah_id)
    u = segar(u)
    alur.sahkan(u, oleh=orang.oleh("perekam"), versi=u.versi_baris, file=pdf())
    return segar(u)


def pilih(*usulan, **lain):
    return {"pilih": [f"{segar(u).nomor}:{segar(u).versi_baris}" for u in usulan]} | lain


def kode(u):
    return segar(u).langkah_kini and segar(u).langkah_kini.kode


def test_menetapkan_nomor_banyak_dengan_syarat_diperiksa_lagi(layanan_uji, orang, citra):
    """Each gets a number of his own; who no longer meets the conditions stays, with the reason."""
    satu, dua, tiga = (sampai_penetapan(layanan_uji, orang, nama) for nama in ("andi", "beni", "cahya"))
    tambah(orang.cahya, "pangkat", golongan_id="I/d", tmt="2026-11-01")
    kotak = citra.get(KOTAK).content.decode()
    assert "Satu per satu" not in kotak
    isi = citra.post(SETUJUI, pilih(satu, dua, tiga)).content.decode()
    assert "Tetapkan nomor 3 usulan" in isi
    assert "3 dinomori dan dicetak, satu nomor tiap orang." in isi
    assert "lalu ke Bupati" in isi
    assert not Naskah.objects.exists(), "penegasan belum menetapkan apa pun"
    isi = citra.post(SETUJUI, pilih(satu, dua, tiga, sah="1")).content.decode()
    assert "2 ditetapkan, 1 tidak" in isi
    assert "Golongan I tidak dapat." in isi
    assert sorted(NomorTerpakai.objects.values_list("nomor", flat=True)) == ["UJI/1/2026", "UJI/2/2026"]
    assert [kode(u) for u in (satu, dua, tiga)] == ["tanda_tangan", "tanda_tangan", "penetapan"]


def test_menetapkan_dan_menyerahkan_dalam_satu_penegasan(layanan_uji, orang, citra):
    nomor, serah = sampai_penetapan(layanan_uji, orang, "andi"), sampai_serah(layanan_uji, orang, "beni")
    isi = citra.post(SETUJUI, pilih(nomor, serah)).content.decode()
    assert "Kerjakan 2 usulan" in isi
    assert "1 dinomori dan dicetak, satu nomor tiap orang; 1 ditandai sudah diserahkan." in " ".join(isi.split())
    isi = citra.post(SETUJUI, pilih(nomor, serah, sah="1")).content.decode()
    assert "2 selesai." in isi
    assert (kode(nomor), segar(serah).status) == ("tanda_tangan", "selesai")


def test_yang_perlu_jawaban_disebut_sebabnya_dan_tidak_ikut(layanan_uji, orang, citra):
    """A form, an outside answer, a condition to be noted: visible in the row, on the confirmation, and refused by the act."""
    periksa = ajukan(layanan_uji, orang)
    rekam = maju(ajukan(layanan_uji, orang, pegawai="budi", oleh="budi"), orang, "kadis", "citra", "kabid", "dewi")
    maju(periksa, orang, "kadis")
    periksa = segar(periksa)
    periksa.hasil_syarat[2]["jawaban"] = katalog.PERIKSA
    periksa.save(update_fields=["hasil_syarat"])
    sebab = ("hasil pemeriksaan 1 syarat harus ditulis pada usulannya", "jawaban pihak luar direkam pada usulannya")
    kotak = citra.get(KOTAK).content.decode()
    isi = citra.post(SETUJUI, pilih(periksa, rekam)).content.decode()
    assert "2 tidak ikut" in isi
    for kalimat in sebab:
        assert f"<small>Satu per satu: {kalimat}.</small>" in kotak
        assert kalimat in isi
    isi = citra.post(SETUJUI, pilih(periksa, rekam, sah="1")).content.decode()
    assert "0 disetujui, 2 tidak" in isi
    assert (kode(periksa), kode(rekam)) == ("verifikasi_bkd", "pertek")


def test_kueri_kotak_tetap_berapa_pun_barisnya(layanan_uji, orang, citra):
    def hitung():
        with CaptureQueriesContext(connection) as kueri:
            assert citra.get(reverse("layanan:kotak_list")).status_code == 200
        return len(kueri)

    sampai_penetapan(layanan_uji, orang, "andi")
    hitung()
    satu = hitung()
    for nama in ("beni", "cahya"):
        sampai_penetapan(layanan_uji, orang, nama)
    assert hitung() == satu
