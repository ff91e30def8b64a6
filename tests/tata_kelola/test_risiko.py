"""Register risiko: tingkat, siapa menulis, versi basi, riwayat, isyarat dari data, dan halamannya."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Jejak
from layanan.galat import DitolakAlur
from tata_kelola.models import NilaiRisiko, Risiko
from tata_kelola.risiko import isyarat, perbuatan, register
from tests.pabrik import unit_kode
from tests.tata_kelola.conftest import pertanyaan

HARI_INI = timezone.localdate()
BATAS = {"sedang": 5, "tinggi": 10, "sangat_tinggi": 16}


def data(unit="SUB12"):
    return {
        "sasaran": "Sasaran uji",
        "uraian": "Risiko uji",
        "sebab": "Sebab uji",
        "akibat": "Akibat uji",
        "unit": unit_kode(unit),
    }


def oleh(kantor, nama="dewi"):
    return kantor.oleh(nama, timezone.now())


def buat(kantor, nama="citra", **lain):
    return perbuatan.buat(data(), kemungkinan=3, dampak=4, oleh=oleh(kantor, nama), **lain)


@pytest.mark.parametrize(
    ("k", "d", "harapan"),
    [
        (1, 4, "rendah"),
        (1, 5, "sedang"),
        (3, 3, "sedang"),
        (2, 5, "tinggi"),
        (3, 5, "tinggi"),
        (4, 4, "sangat_tinggi"),
        (5, 5, "sangat_tinggi"),
    ],
)
def test_tingkat_pada_tiap_batas(k, d, harapan):
    assert register.tingkat(k, d, BATAS) == harapan


def test_penilaian_baru_tidak_menghapus_yang_lama(kantor):
    r = buat(kantor)
    perbuatan.nilai(r.pk, kemungkinan=1, dampak=4, catatan="Sudah dimitigasi", versi=1, oleh=oleh(kantor))
    assert list(NilaiRisiko.objects.order_by("pk").values_list("kemungkinan", flat=True)) == [3, 1]
    (baris,) = register.susun(Risiko.objects.all(), BATAS, HARI_INI)
    assert (baris.hasil, baris.tingkat) == (4, "rendah")
    assert Jejak.objects.filter(aksi="risiko_nilai").count() == 2


def test_hanya_pemilik_dan_sekretariat_menulis(kantor):
    with pytest.raises(DitolakAlur, match="unit pemiliknya"):
        perbuatan.buat(data("SUB43"), kemungkinan=1, dampak=1, oleh=oleh(kantor, "citra"))
    r = perbuatan.buat(data("SUB43"), kemungkinan=1, dampak=1, oleh=oleh(kantor))
    with pytest.raises(DitolakAlur, match="unit pemiliknya"):
        perbuatan.nilai(r.pk, kemungkinan=2, dampak=2, catatan="x", versi=1, oleh=oleh(kantor, "citra"))
    with pytest.raises(DitolakAlur, match="unit pemiliknya"):  # nobody gives his risk away to a unit that is not his
        perbuatan.ubah(buat(kantor).pk, data("SUB43"), versi=1, oleh=oleh(kantor, "citra"))


def test_versi_basi_dan_risiko_tertutup_ditolak(kantor):
    r = buat(kantor)
    perbuatan.ubah(r.pk, data() | {"uraian": "Lain"}, versi=1, oleh=oleh(kantor))
    with pytest.raises(DitolakAlur, match="diubah di tempat lain"):
        perbuatan.tutup(r.pk, alasan="Selesai", versi=1, oleh=oleh(kantor))
    perbuatan.tutup(r.pk, alasan="Selesai", versi=2, oleh=oleh(kantor))
    with pytest.raises(DitolakAlur, match="sudah ditutup"):
        perbuatan.nilai(r.pk, kemungkinan=1, dampak=1, catatan="x", versi=None, oleh=oleh(kantor))


def test_mitigasi_lewat_tenggat_sampai_selesai(kantor):
    r = buat(kantor)
    m = perbuatan.tambah_mitigasi(
        r.pk, uraian="Kerjakan", unit=unit_kode("SUB12"), tenggat=HARI_INI, versi=None, oleh=oleh(kantor)
    )
    with pytest.raises(DitolakAlur, match="Tenggat"):
        perbuatan.tambah_mitigasi(
            r.pk,
            uraian="x",
            unit=unit_kode("SUB12"),
            tenggat=HARI_INI - timedelta(days=1),
            versi=None,
            oleh=oleh(kantor),
        )

    def tanda(hari):
        return register.susun(Risiko.objects.all(), BATAS, hari)[0].mitigasi[0].tanda[0]

    assert tanda(HARI_INI) == "belum dimulai"
    assert tanda(HARI_INI + timedelta(days=1)) == "lewat tenggat"
    perbuatan.tindak_lanjut(m, keadaan="selesai", uraian="Sudah", oleh=oleh(kantor, "citra"))
    assert tanda(HARI_INI + timedelta(days=1)) == "selesai"


def test_isyarat_menjadi_satu_risiko_terbuka(kantor, buka, client):
    tanda = {i.kunci: i for i in isyarat.semua(kantor.akun_dewi.pk, acuan_kini(), HARI_INI)}
    assert set(tanda) == {"pensiun", "terlambat", "kosong", "regulasi"}  # no tree of goals, so nothing about money
    assert tanda["kosong"].lampau
    alamat = reverse("tata_kelola:risiko_create") + "?isyarat=kosong"
    form = buka("dewi", alamat).context["form"]
    isi = {k: form.get_initial_for_field(f, k) for k, f in form.fields.items() if k != "versi"}
    assert client.post(alamat, isi).status_code == 302
    assert client.post(alamat, isi).status_code == 422
    r = Risiko.objects.get()
    assert (r.isyarat, r.nilai.get().catatan) == ("kosong", tanda["kosong"].kalimat[:300])
    assert client.get(reverse("tata_kelola:risiko_create") + "?isyarat=lain").status_code == 404


def test_halaman_register(kantor, buka, client):
    r = buat(kantor)
    daftar = buka("sekda", reverse("tata_kelola:risiko_list"))
    assert not daftar.context["tulis"]
    sel = {(k, d): isi for k, _, baris in daftar.context["matriks"] for d, _, isi in baris}
    assert [b.risiko for b in sel[3, 4]] == [r]
    assert sum(len(isi) for isi in sel.values()) == 1
    assert pertanyaan(client, reverse("tata_kelola:risiko_list")) <= 12
    assert buka("itwas", reverse("tata_kelola:risiko_detail", args=[r.pk])).status_code == 200
    for nama in ("risiko_update", "risiko_nilai", "mitigasi_create", "risiko_tutup"):
        assert buka("itwas", reverse(f"tata_kelola:{nama}", args=[r.pk])).status_code == 403
        assert buka("citra", reverse(f"tata_kelola:{nama}", args=[r.pk])).status_code == 200
    tutup = reverse("tata_kelola:risiko_tutup", args=[r.pk])
    assert client.post(tutup, {"alasan": "Selesai", "versi": "1"}).status_code == 302
    assert buka("dewi", reverse("tata_kelola:risiko_list")).context["semua"] == []
    assert [b.risiko for b in buka("dewi", reverse("tata_kelola:risiko_list") + "?tutup=1").context["semua"]] == [r]
    assert client.get(reverse("tata_kelola:risiko_ekspor")).status_code == 200
