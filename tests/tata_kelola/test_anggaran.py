"""Anggaran pada pohon kinerja: pagu, rencana, realisasi tiap triwulan, perbaikan, jumlah program, dan halamannya."""

from datetime import datetime
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from eperformance.models import Pohon, Simpul
from eperformance.pohon import muat, perbuatan as pohon_perbuatan
from kepegawaian.acuan import acuan_kini
from layanan.galat import DitolakAlur
from tata_kelola import anggaran
from tata_kelola.models import PaguAnggaran, RealisasiAnggaran
from tests.dunia_bersama import bersama
from tests.tata_kelola.conftest import pertanyaan

TAHUN = 2026
PADA = timezone.make_aware(datetime(2026, 8, 3, 9))
D = Decimal
TW = {1: D(100), 2: D(200), 3: D(300), 4: D(400)}


@pytest.fixture
@bersama
def kegiatan(kantor):
    """A kegiatan of the BKD's own tree of 2026, in force."""
    muat.muat(TAHUN)
    Pohon.objects.update(status="berlaku")
    return Simpul.objects.filter(jenis="kegiatan").order_by("pk").first()


SERIBU = D(1000)


def pagu(kantor, simpul, nilai=SERIBU, tw=TW, nama="dewi"):
    return anggaran.catat_pagu(simpul.pk, nilai=nilai, tw=tw, dasar="DPA uji", oleh=kantor.oleh(nama, PADA))


def realisasi(kantor, simpul, triwulan, nilai, keterangan=""):
    return anggaran.catat_realisasi(
        simpul.pk, triwulan=triwulan, nilai=nilai, keterangan=keterangan, oleh=kantor.oleh("dewi", PADA)
    )


def test_realisasi_terbaru_berlaku_dan_program_menjumlahkan(kantor, kegiatan):
    pagu(kantor, kegiatan)
    realisasi(kantor, kegiatan, 1, D("90.50"))
    with pytest.raises(DitolakAlur, match="mengapa diperbaiki"):
        realisasi(kantor, kegiatan, 1, D(95))
    realisasi(kantor, kegiatan, 1, D(95), "Salah ketik")
    realisasi(kantor, kegiatan, 2, D(150))
    assert RealisasiAnggaran.objects.count() == 3
    tahun = anggaran.susun(kegiatan.pohon, kantor.oleh("dewi", PADA).hak, acuan_kini(), PADA.date())
    assert (tahun.jumlah.pagu, tahun.jumlah.terpakai, tahun.jumlah.sisa, tahun.jumlah.persen) == (
        1000,
        245,
        755,
        D("24.50"),
    )
    assert tahun.triwulan == 2
    # plan to the end of June 300, spent 245: 5,5% of the pagu behind
    assert tahun.jumlah.rencana_sampai(2) - tahun.jumlah.realisasi_sampai(2) == 55


@pytest.mark.parametrize(
    ("apa", "kata"),
    [
        (lambda k, s: pagu(k, s, D(1001)), "berjumlah sama"),
        (lambda k, s: pagu(k, s, nama="citra"), "Sekretariat"),
        (lambda k, s: realisasi(k, s, 1, D(1)), "melebihi pagu"),
        (lambda k, s: realisasi(k, s, 4, D(1)), "belum mulai"),
        (lambda k, s: pagu(k, s.induk), "kegiatan atau sub-kegiatan"),
    ],
)
def test_ditolak_dengan_kalimat(kantor, kegiatan, apa, kata):
    with pytest.raises(DitolakAlur, match=kata):
        apa(kantor, kegiatan)
    assert not PaguAnggaran.objects.exists()


def test_pagu_tidak_di_bawah_yang_sudah_dibelanjakan(kantor, kegiatan):
    pagu(kantor, kegiatan)
    realisasi(kantor, kegiatan, 1, D(500))
    with pytest.raises(DitolakAlur, match="lebih kecil"):
        pagu(kantor, kegiatan, D(400), dict.fromkeys(TW, D(100)))
    pagu(kantor, kegiatan, D(600), dict.fromkeys(TW, D(150)))
    assert anggaran.dana(kegiatan.pohon, kantor.akun_dewi.pk)[kegiatan.pk].pagu == 600


def test_kegiatan_berpagu_tidak_dihapus(kantor, kegiatan):
    assert pohon_perbuatan.halangan_hapus(kegiatan) == ""
    pagu(kantor, kegiatan)
    assert "anggaran" in pohon_perbuatan.halangan_hapus(kegiatan)


def test_tertinggal_dari_rencana_pada_batasnya(kantor, kegiatan):
    pagu(kantor, kegiatan)
    realisasi(kantor, kegiatan, 1, D(100))
    realisasi(kantor, kegiatan, 2, D(100))  # 100 of 1000 behind: exactly the bound of 10%

    def lambat():
        tahun = anggaran.susun(kegiatan.pohon, kantor.oleh("dewi", PADA).hak, acuan_kini(), PADA.date())
        return next(k.lambat for p in tahun.program for k in p.anak if k.simpul.pk == kegiatan.pk)

    assert lambat()
    realisasi(kantor, kegiatan, 2, D(101), "Koreksi")
    assert not lambat()


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [(D(6_165_000_000), "Rp6,17 miliar"), (D(482_282_500), "Rp482,3 juta"), (D(750_000), "Rp750.000"), (D(0), "Rp0")],
)
def test_rupiah_ringkas(nilai, kata):
    assert anggaran.sebut_rupiah(nilai) == kata


def test_halaman_dan_formulir(kantor, kegiatan, buka, client):
    alamat = reverse("tata_kelola:anggaran_list")
    assert buka("sekda", alamat).status_code == 200
    assert buka("citra", reverse("tata_kelola:pagu_create", args=[kegiatan.pk])).status_code == 403
    buat = reverse("tata_kelola:pagu_create", args=[kegiatan.pk])
    assert buka("dewi", buat).status_code == 200
    isi = {
        "nilai": "1.000.000",
        "tw1": "250.000",
        "tw2": "250.000",
        "tw3": "250.000",
        "tw4": "250.000,00",
        "dasar": "DPA",
    }
    assert client.post(buat, isi).status_code == 302
    assert client.post(buat, isi | {"tw1": "-5"}).status_code == 422
    assert PaguAnggaran.objects.get().nilai == 1_000_000
    assert pertanyaan(client, alamat) <= 12
    assert client.get(alamat + "?tahun=1999").status_code == 404
    assert client.get(reverse("tata_kelola:anggaran_ekspor")).status_code == 200
    assert client.get(reverse("tata_kelola:pagu_create", args=[kegiatan.induk_id])).status_code == 404


def test_tanpa_pohon_halaman_menyebut_apa_yang_mengisinya(buka):
    assert "Belum ada pohon kinerja" in buka("dewi", reverse("tata_kelola:anggaran_list")).content.decode()
