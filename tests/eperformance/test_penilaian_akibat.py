"""Akibat penilaian final: cetakan yang berlaku, verifikasinya, KP, indeks, TPP, angka kredit, pembatalan; dan dua sahkan serentak."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.db import connection, connections
from django.test import Client
from django.urls import reverse

from eperformance.galat import DitolakKinerja
from eperformance.models import Evaluasi, Skp
from eperformance.penilaian import final, keberatan, masa, nilai
from indeks import setelan
from indeks.aturan import kinerja, kinerja_dipakai
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Dosir, KinerjaPeriodik, Naskah, NaskahPegawai, RiwayatKinerja
from kepegawaian.profil import profil_satu
from layanan import katalog, naskah as layanan_naskah
from tests.dunia_bersama import bersama
from tests.eperformance.conftest import HARI_INI
from tests.eperformance.panggung_penilaian import TAHUN_LALU, bagi, nilai_sah, periode_lalu, tetapkan_opd


@pytest.fixture
@bersama
def jadi(orang):
    """pela final with predikat Baik; his Skp."""
    lalu = periode_lalu()
    skp = bagi(orang, lalu, "pela")
    nilai.terima(nilai_sah(orang, skp, masa.satu(lalu, 0)).pk, oleh=orang.oleh("pela"))
    tetapkan_opd(orang, lalu)
    final.finalkan_semua()
    return Skp.objects.get(pk=skp.pk)


def test_cetakan_menjadi_naskah_yang_berlaku_dan_masuk_dosir(orang, jadi):
    naskah = Naskah.objects.get(jenis="penilaian_kinerja")
    assert layanan_naskah.cetak(naskah.pk)
    assert not layanan_naskah.cetak(naskah.pk)
    naskah.refresh_from_db()
    assert (naskah.tahap, naskah.status, naskah.cara_tanda_tangan) == ("ditandatangani", "berlaku", "portal")
    assert naskah.berkas_sah.name == naskah.berkas_cetak.name
    assert naskah.hash_sah == naskah.hash_cetak
    baris = RiwayatKinerja.objects.get(pegawai=orang.pela)
    assert Dosir.objects.filter(pegawai=orang.pela, riwayat_jenis="kinerja", riwayat_id=baris.pk).count() == 1
    isi = Client().get(reverse("layanan:verifikasi", args=[naskah.token])).content.decode()
    assert "disetujui di portal" in isi
    assert orang.masuk("pela").get(reverse("layanan:naskah_download", args=[naskah.pk])).status_code == 200
    assert orang.masuk("eko").get(reverse("layanan:naskah_download", args=[naskah.pk])).status_code == 404


def test_distribusi_tercetak_menjadi_berlaku(orang, jadi):
    naskah = Naskah.objects.get(jenis="distribusi_kinerja")
    layanan_naskah.cetak(naskah.pk)
    naskah.refresh_from_db()
    assert (naskah.tahap, naskah.cara_tanda_tangan) == ("ditandatangani", "portal")


def test_aturan_kp_dan_indeks_membaca_predikat_baru_lewat_profil(orang, jadi):
    """KP reguler asks the last two years (KIN-1); the index its year: neither keeps a copy."""
    p = profil_satu(orang.pela.pk, per=HARI_INI)
    assert [(k.tahun, k.predikat) for k in p.kinerja] == [(TAHUN_LALU, "Baik")]
    layanan = katalog.ambil("kp-reguler")
    konteks = katalog.Konteks(p, {}, HARI_INI, acuan_kini())
    hasil = next(h for s, h in layanan.periksa(konteks) if "redikat" in s.uraian or "inerja" in s.uraian)
    assert str(TAHUN_LALU) in " ".join((hasil.kalimat, *hasil.bukti))
    a = setelan.susun(acuan_kini(), TAHUN_LALU)
    dipakai = kinerja_dipakai(p.kinerja, a)
    assert (dipakai.tahun, dipakai.predikat) == (TAHUN_LALU, "Baik")
    assert kinerja(dipakai, a).skor == a.predikat["Baik"]


def test_pembatalan_naskah_membatalkan_riwayat_dan_membuka_penilaian(orang, jadi):
    np = NaskahPegawai.objects.get(naskah__jenis="penilaian_kinerja")
    layanan_naskah.cetak(np.naskah_id)
    keputusan = Naskah.objects.create(
        jenis="sk",
        perihal="Keputusan Pembatalan",
        asal="luar",
        nomor="1",
        tanggal=HARI_INI,
        penetap="Bupati",
        dibuat_pada=np.diterapkan_pada,
    )
    baru = NaskahPegawai.objects.create(
        naskah=keputusan, pegawai=orang.pela, tmt=HARI_INI, data={"layanan": "pembatalan-naskah"}
    )
    katalog.ambil(keberatan.SLUG).batalkan_akibat(np, baru, cara="surut", tmt=HARI_INI)
    assert not RiwayatKinerja.objects.filter(pegawai=orang.pela, dibatalkan_pada=None).exists()
    jadi.refresh_from_db()
    assert jadi.status == "ditetapkan"
    assert final.finalkan_semua() == 0
    e = nilai_sah(orang, jadi, masa.satu(jadi.periode, 0), hasil="di_atas", perilaku="di_atas")
    assert e.predikat == "Sangat Baik"


def test_pak_terisi_predikat_sebagian_tahun(orang):
    for mulai, sampai, predikat in (((1, 1), (6, 30), "Sangat Baik"), ((7, 1), (12, 31), "Baik")):
        KinerjaPeriodik.objects.create(
            pegawai=orang.pela, tahun=TAHUN_LALU, periodik="0", mulai=date(TAHUN_LALU, *mulai), sampai=date(TAHUN_LALU, *sampai),
            predikat=predikat, skp=1,
        )  # fmt: skip
    layanan = katalog.ambil("pak")
    p = profil_satu(orang.pela.pk, per=HARI_INI)
    jf = type(p)(**{k: getattr(p, k) for k in p.__slots__} | {"jenis_jabatan": "fungsional"})
    awal = layanan.isian_awal(jf, HARI_INI, acuan_kini())
    assert awal == {"dari": date(TAHUN_LALU, 1, 1), "sampai": date(TAHUN_LALU, 6, 30), "predikat": "Sangat Baik"}
    assert len(layanan.siapkan(p, awal)["sebagian"]) == 2


@pytest.mark.django_db(transaction=True)
def test_dua_sahkan_serentak_hanya_satu_yang_menang(orang):
    lalu = periode_lalu()
    skp = bagi(orang, lalu, "pela")
    m = masa.satu(lalu, 0)
    nilai.simpan(skp.pk, m, hasil="sesuai", perilaku="sesuai", catatan="", versi=0, oleh=orang.oleh("kasub"))
    oleh, pagar, hasil = orang.oleh("kasub"), Barrier(2), []

    def kerja():
        try:
            pagar.wait(10)
            nilai.sahkan(skp.pk, m, versi=1, oleh=oleh)
            hasil.append("sah")
        except DitolakKinerja as galat:
            hasil.append(str(galat))
        finally:
            connections.close_all()

    utas = [Thread(target=kerja) for _ in range(2)]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    assert sorted(hasil)[1] == "sah"
    assert sorted(hasil)[0].startswith("Penilaian tahunannya sudah ditetapkan")
    assert Evaluasi.objects.get().status == "sah"
    assert Skp.objects.get(pk=skp.pk).status == "dinilai"
    assert connection.is_usable()


@pytest.mark.django_db(transaction=True)
def test_dua_simpan_serentak_tidak_kehilangan_tulisan(orang):
    lalu = periode_lalu()
    skp = bagi(orang, lalu, "pela")
    m, oleh, pagar, hasil = masa.satu(lalu, 0), orang.oleh("kasub"), Barrier(2), []

    def kerja(rating):
        try:
            pagar.wait(10)
            nilai.simpan(skp.pk, m, hasil=rating, perilaku="sesuai", catatan="", versi=0, oleh=oleh)
            hasil.append(rating)
        except DitolakKinerja:
            hasil.append("ditolak")
        finally:
            connections.close_all()

    utas = [Thread(target=kerja, args=(r,)) for r in ("di_atas", "di_bawah")]
    for u in utas:
        u.start()
    for u in utas:
        u.join()
    assert hasil.count("ditolak") == 1
    assert Evaluasi.objects.get().hasil == next(h for h in hasil if h != "ditolak")
