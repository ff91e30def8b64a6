"""Antrean ke dan dari SIASN: sekali kirim, baca dahulu, tidak menimpa; pengambilan berlanjut sesudah pekerja mati."""

import os
import signal
import time
from datetime import date, timedelta

import pytest
from django.utils import timezone

from kepegawaian.jejak import kalimat, sebagai
from kepegawaian.models import AmbilSiasn, JawabanSiasn, Jejak, KirimSiasn, Pegawai
from kepegawaian.siasn import ambil, kirim, peta, token
from kepegawaian.siasn.galat import TerimaDitolak
from kepegawaian.siasn.tasks import sapu_siasn
from tests.kepegawaian.siasn import tiruan as t
from tests.pabrik import buat_banyak, tambah

pytestmark = pytest.mark.django_db
KURSUS = "/pns/rw-kursus"


@pytest.fixture
def bimtek(orang, jawab):
    """A course of ani that SIASN does not know yet; its answer (empty) is at hand."""
    Pegawai.objects.filter(pk=orang.ani.pk).update(pns_id="PNS-ANI")
    orang.ani.refresh_from_db()
    baris = tambah(orang.ani, "diklat", jenis_id="8", nama="Bimtek Arsip", tmt=date(2022, 3, 5), nomor_sertifikat="5",
                   penyelenggara="ANRI", jp=20, tanggal_mulai=date(2022, 3, 3))  # fmt: skip
    jawab(orang.ani, "kursus", [])
    return baris


MUATAN = {
    "id": "", "pnsOrangId": "PNS-ANI", "instansiId": "INSTANSI-1", "jenisDiklatId": "8", "namaKursus": "Bimtek Arsip",
    "institusiPenyelenggara": "ANRI", "nomorSertipikat": "5", "jumlahJam": "20", "tahunKursus": "2022",
    "tanggalKursus": "03-03-2022", "tanggalSelesaiKursus": "05-03-2022",
}  # fmt: skip


def minta(orang, baris, jenis="kursus"):
    with sebagai(orang.akun["citra"]):
        return kirim.minta(orang.ani, peta.TABEL[jenis], baris.pk, oleh=orang.akun["citra"])


def siasn_menyimpan(tiruan, nip):
    """A write shows in the next read, as SIASN would show it."""

    def simpan(_jalan, isi):
        tiruan.isi[KURSUS, nip] = [
            {"id": "rk-1", "jenisDiklatId": 8, "namaKursus": isi["namaKursus"].upper(), "noSertipikat": isi["nomorSertipikat"],
             "institusiPenyelenggara": isi["institusiPenyelenggara"], "jumlahJam": 20, "tanggalKursus": isi["tanggalKursus"],
             "tanggalSelesaiKursus": isi["tanggalSelesaiKursus"]}
        ]  # fmt: skip

    tiruan.simpan = simpan


def segera(satu):
    """The wait of a row is over."""
    KirimSiasn.objects.filter(pk=satu.pk).update(berikut_pada=timezone.now() - timedelta(seconds=1))


# ── sending ──────────────────────────────────────────────────────────────────────────────────────────


def test_baris_terkirim_sekali_dengan_nama_isian_siasn(orang, bimtek, tiruan):
    siasn_menyimpan(tiruan, orang.ani.nip)
    satu = minta(orang, bimtek)
    assert minta(orang, bimtek).pk == satu.pk  # asked twice, queued once
    assert (kirim.kirim(satu.pk), kirim.kirim(satu.pk)) == (True, False)
    assert tiruan.tersimpan == [("/kursus/save", MUATAN)]
    satu.refresh_from_db()
    assert (satu.status, satu.siasn_id, satu.akun, satu.ragu) == ("terkirim", "ID-1", "petugas.siasn", False)
    jawaban = JawabanSiasn.objects.get(pegawai=orang.ani, jenis="kursus", terbaru=True)
    assert (jawaban.keadaan, jawaban.beda, jawaban.hanya_portal) == ("isi", 0, 0)
    with pytest.raises(TerimaDitolak, match="sudah terkirim"):
        minta(orang, bimtek)
    assert [
        kalimat(j) for j in Jejak.objects.filter(aksi__startswith="siasn_").exclude(aksi="siasn_ambil").order_by("pk")
    ] == [
        "Meminta Kursus dan diklat lain dikirim ke SIASN: Bimtek Arsip",
        "Kiriman ke SIASN terkirim: Bimtek Arsip",
    ]


def test_yang_sudah_sama_di_siasn_tidak_dikirim(orang, bimtek, tiruan):
    siasn_menyimpan(tiruan, orang.ani.nip)
    satu = minta(orang, bimtek)
    tiruan.simpan("", MUATAN)  # somebody typed it there meanwhile
    assert kirim.kirim(satu.pk)
    satu.refresh_from_db()
    assert (satu.status, satu.siasn_id, tiruan.tersimpan) == ("terkirim", "rk-1", [])
    assert "tidak ada yang dikirim" in satu.pesan


def test_data_siasn_yang_berubah_sejak_dilihat_tidak_ditimpa(orang, bimtek, tiruan, jawab):
    siasn_menyimpan(tiruan, orang.ani.nip)
    tiruan.simpan("", MUATAN | {"institusiPenyelenggara": "Lain"})
    jawab(orang.ani, "kursus", tiruan.isi[KURSUS, orang.ani.nip])
    satu = minta(orang, bimtek)
    tiruan.simpan("", MUATAN | {"institusiPenyelenggara": "Berubah lagi"})
    kirim.kirim(satu.pk)
    satu.refresh_from_db()
    assert (satu.status, tiruan.tersimpan) == ("ditinjau", [])
    assert "Data SIASN berubah" in satu.pesan
    with sebagai(orang.akun["citra"]):
        baru = kirim.ulangi(satu.pk, oleh=orang.akun["citra"])  # the clerk has looked: now it goes
    assert kirim.kirim(baru.pk)
    assert [isi["id"] for _, isi in tiruan.tersimpan] == ["rk-1"]
    satu.refresh_from_db()
    assert satu.status == "batal"


def test_baris_siasn_yang_tiba_tiba_kosong_tidak_dikirim_sebagai_baru(orang, bimtek, tiruan, jawab):
    siasn_menyimpan(tiruan, orang.ani.nip)
    tiruan.simpan("", MUATAN | {"institusiPenyelenggara": "Lain"})
    jawab(orang.ani, "kursus", tiruan.isi[KURSUS, orang.ani.nip])
    satu = minta(orang, bimtek)
    tiruan.isi[KURSUS, orang.ani.nip] = []
    kirim.kirim(satu.pk)
    satu.refresh_from_db()
    assert (satu.status, tiruan.tersimpan) == ("ditinjau", [])


def test_penolakan_bkn_tampil_lalu_dapat_diulang_atau_dibatalkan(orang, bimtek, tiruan):
    satu = minta(orang, bimtek)
    tiruan.ulah = [None, lambda h: t.kirim(h, 200, {"success": False, "message": "Nomor sertipikat sudah dipakai"})]
    kirim.kirim(satu.pk)
    satu.refresh_from_db()
    assert (satu.status, satu.pesan, satu.ragu) == ("ditolak", "Nomor sertipikat sudah dipakai", False)
    with sebagai(orang.akun["citra"]):
        baru = kirim.ulangi(satu.pk, oleh=orang.akun["citra"])
        assert kirim.batalkan(baru.pk)
        assert not kirim.batalkan(baru.pk)
    assert not kirim.kirim(baru.pk)
    assert tiruan.tersimpan == []


def test_jawaban_yang_hilang_dicocokkan_bukan_diulang(orang, bimtek, tiruan):
    """The write arrives, its answer does not; the next try sees the row at SIASN."""
    siasn_menyimpan(tiruan, orang.ani.nip)
    satu = minta(orang, bimtek)
    tiruan.ulah = [None, lambda h: (tiruan.simpan("", MUATAN), t.terpotong(h))]
    assert not kirim.kirim(satu.pk)
    satu.refresh_from_db()
    assert (satu.status, satu.ragu) == ("menunggu", True)
    segera(satu)
    assert kirim.kirim(satu.pk)
    satu.refresh_from_db()
    assert (satu.status, satu.siasn_id, tiruan.panggilan["POST", "/kursus/save"]) == ("terkirim", "rk-1", 1)


@pytest.mark.parametrize("sebab", ["jawaban hilang", "pekerja mati"])
def test_hasil_yang_tidak_pasti_menunggu_orang(orang, bimtek, tiruan, sebab):
    satu = minta(orang, bimtek)
    if sebab == "jawaban hilang":
        tiruan.ulah = [None, t.terpotong]
        kirim.kirim(satu.pk)
    else:  # what a worker leaves that dies between sending and writing down
        KirimSiasn.objects.filter(pk=satu.pk).update(status="mengirim", percobaan=1, ragu=True)
    segera(satu)
    kirim.kirim(satu.pk)
    satu.refresh_from_db()
    assert (satu.status, tiruan.tersimpan) == ("ditinjau", [])
    assert "Tidak pasti" in satu.pesan


def test_gangguan_menunda_dan_token_habis_tidak_menghabiskan_percobaan(orang, bimtek, tiruan, settings):
    satu = minta(orang, bimtek)
    tiruan.ulah = [503] * 3
    kirim.kirim(satu.pk)
    satu.refresh_from_db()
    assert (satu.status, satu.percobaan, satu.ragu) == ("menunggu", 1, False)
    settings.SIASN = tiruan.atur(sandi="")
    token.buang("sso")
    for _ in range(9):
        segera(satu)
        kirim.kirim(satu.pk)
    satu.refresh_from_db()
    assert (satu.status, satu.percobaan) == ("menunggu", 1)
    assert "Token SSO SIASN habis" in satu.pesan
    assert satu.berikut_pada > timezone.now() + timedelta(minutes=9)
    settings.SIASN = tiruan.atur()
    segera(satu)
    assert kirim.kirim(satu.pk)


def test_yang_belum_lengkap_ditolak_dengan_sebabnya(orang, bimtek, jawab):
    tanpa_jp = tambah(orang.ani, "diklat", jenis_id="8", nama="Tanpa JP", tmt=date(2021, 1, 1))
    with pytest.raises(TerimaDitolak, match="JP pelatihan ini belum tercatat"):
        minta(orang, tanpa_jp)
    with pytest.raises(TerimaDitolak, match="Ambil dahulu"):
        minta(
            orang,
            tambah(orang.ani, "penghargaan", jenis_id="101", tmt=date(2020, 8, 17), nomor_sk="K/1"),
            "penghargaan",
        )
    with pytest.raises(TerimaDitolak, match="berubah lewat layanan SIASN"):
        minta(orang, orang.ani.riwayatpangkat.get(), "golongan")


def test_mati_berarti_antrean_diam(orang, bimtek, tiruan, settings):
    satu = minta(orang, bimtek)
    tiruan.panggilan.clear()
    for atur in ({"kirim": False}, {"url": ""}):
        settings.SIASN = tiruan.atur(**atur)
        assert not kirim.kirim(satu.pk)
        with pytest.raises(TerimaDitolak, match="belum dinyalakan"):
            minta(orang, bimtek)
    sapu_siasn()
    satu.refresh_from_db()
    assert (satu.status, satu.percobaan, tiruan.panggilan) == ("menunggu", 0, {})


# ── fetching many ────────────────────────────────────────────────────────────────────────────────────


class PekerjaMati(BaseException):
    """What a kill looks like from inside."""


@pytest.fixture
def banyak(orang, tiruan):
    """25 people of a village school; nobody else works there."""
    return [
        p for p, _ in buat_banyak({f"n{i}": {"nama": f"NAMA {i}", "unit": "KEL-BABAT"} for i in range(25)}).values()
    ]


def minta_unit(orang, unit, jenis=("golongan", "skp")):
    with sebagai(orang.akun["citra"]):
        return ambil.minta(jenis=list(jenis), unit=unit, oleh=orang.akun["citra"])


def bangun(satu):
    """The lease of the dead worker, or the pause, is over."""
    AmbilSiasn.objects.filter(pk=satu.pk).update(berikut_pada=timezone.now() - timedelta(seconds=1))


def test_pengambilan_berlanjut_dari_penunjuk_sesudah_pekerja_mati(orang, banyak, tiruan):
    unit = banyak[0].riwayatunit.get().unit
    satu = minta_unit(orang, unit)
    assert satu.jumlah == 25
    mati = signal.signal(signal.SIGUSR1, lambda *_: (_ for _ in ()).throw(PekerjaMati()))
    try:
        tiruan.ulah = [None] * 12 + [lambda h: (os.kill(os.getpid(), signal.SIGUSR1), time.sleep(0.05))]
        with pytest.raises(PekerjaMati):
            ambil.lanjutkan(satu.pk)
    finally:
        signal.signal(signal.SIGUSR1, mati)
    satu.refresh_from_db()
    assert (satu.status, satu.selesai, satu.penunjuk) == ("berjalan", 6, sorted(p.pk for p in banyak)[5])
    assert not ambil.lanjutkan(satu.pk)  # another worker finds it taken
    bangun(satu)
    assert ambil.jatuh_waktu() == [satu.pk]
    tiruan.panggilan.clear()
    assert not ambil.lanjutkan(satu.pk)  # 19 persons were left: one piece
    satu.refresh_from_db()
    assert (satu.status, satu.selesai, satu.kosong, satu.gagal) == ("selesai", 25, 50, 0)
    assert tiruan.panggilan == {("GET", "/pns/rw-golongan"): 19, ("GET", "/pns/rw-skp22"): 19}


def test_pengambilan_terbagi_dalam_potongan(orang, banyak):
    satu = minta_unit(orang, banyak[0].riwayatunit.get().unit, ["golongan"])
    assert ambil.lanjutkan(satu.pk) is True
    satu.refresh_from_db()
    assert (satu.status, satu.selesai) == ("berjalan", 20)
    assert ambil.lanjutkan(satu.pk) is False
    assert JawabanSiasn.objects.filter(keadaan="kosong").count() == 25


def test_gangguan_menjeda_dan_penolakan_seorang_tidak_menghentikan(orang, banyak, tiruan):
    satu = minta_unit(orang, banyak[0].riwayatunit.get().unit, ["golongan"])
    tolak = lambda h: t.kirim(h, 400, {"data": "NIP di luar instansi"})  # noqa: E731 - one line reads better
    tiruan.ulah = [None, tolak, None, 503, 503, 503]
    assert not ambil.lanjutkan(satu.pk)
    satu.refresh_from_db()
    assert (satu.status, satu.selesai, satu.gagal) == ("jeda", 3, 1)
    assert "503" in satu.pesan
    assert ambil.jatuh_waktu() == []
    assert ambil.lepaskan(satu.pk)
    assert ambil.lanjutkan(satu.pk) is True
    with sebagai(orang.akun["citra"]):
        assert ambil.hentikan(satu.pk)
        assert not ambil.hentikan(satu.pk)
    assert not ambil.lanjutkan(satu.pk)
    satu.refresh_from_db()
    assert (satu.status, satu.selesai) == ("batal", 23)


def test_satu_pengambilan_tiap_unit(orang, banyak):
    unit = banyak[0].riwayatunit.get().unit
    minta_unit(orang, unit)
    with pytest.raises(TerimaDitolak, match="sedang berjalan"):
        minta_unit(orang, unit)
