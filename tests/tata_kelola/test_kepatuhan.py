"""Kepatuhan dari langkah nyata: yang tepat, lewat, lewat hukum, dikembalikan; bulan, saringan, cakupan, dan tinjauan regulasi."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from kepegawaian.models import Jejak, Regulasi
from layanan.galat import DitolakAlur
from layanan.models import LangkahUsulan
from tata_kelola import aspek, kepatuhan, tinjauan
from tata_kelola.models import TinjauanRegulasi
from tests.tata_kelola.conftest import ajukan, pertanyaan, setujui

HARI_INI = timezone.localdate()
SLUG = "uji-mesin"


@pytest.fixture
def berjalan(layanan_uji, kantor):
    """A usulan whose head of OPD and staf have acted; the second step was late."""
    usulan = setujui(ajukan(layanan_uji, kantor), kantor, "kadis", "citra")
    kini = timezone.now()
    langkah = {s.kode: s for s in usulan.langkah.exclude(keadaan="menunggu")}
    for kode, batas in (("verifikasi_opd", 0), ("verifikasi_bkd", -1)):
        LangkahUsulan.objects.filter(pk=langkah[kode].pk).update(
            selesai_pada=kini, batas=HARI_INI + timedelta(days=batas), batas_hukum=HARI_INI + timedelta(days=batas)
        )
    return usulan


def test_hari_terakhir_masih_tepat_sehari_sesudahnya_lewat(berjalan):
    semua, baris = kepatuhan.menurut_layanan(HARI_INI, 3)
    assert [b.kode for b in baris] == [SLUG]
    j = baris[0].jumlah
    assert (j.langkah, j.tepat, j.lewat, j.hukum, j.kembali, j.alih) == (2, 1, 1, 1, 0, 0)
    assert j.persen == 50
    assert list(baris[0].bulan) == [HARI_INI.replace(day=1)]
    assert semua.jumlah.langkah == 2


def test_layanan_tertutup_tidak_dihitung(berjalan):
    semua, baris = kepatuhan.menurut_layanan(HARI_INI, 3, {SLUG})
    assert (baris, semua.jumlah.langkah) == ([], 0)


def test_langkah_di_balik_angka(berjalan, buka):
    alamat = reverse("tata_kelola:kepatuhan_langkah")
    lewat = buka("dewi", f"{alamat}?layanan={SLUG}&hasil=lewat")
    assert [s.kode for s in lewat.context["potongan"]] == ["verifikasi_bkd"]
    assert lewat.context["lain"] == 0
    assert len(buka("dewi", f"{alamat}?layanan={SLUG}&bulan={HARI_INI:%Y-%m}").context["potongan"]) == 2
    assert len(buka("dewi", f"{alamat}?bulan=2020-01").context["potongan"]) == 0
    assert buka("dewi", f"{alamat}?dari=x&sampai=2026-99-99&hasil=y&layanan=z").status_code == 200


def test_pimpinan_melihat_angka_tetapi_bukan_usulan_di_luar_wewenangnya(berjalan, buka):
    jawab = buka("sekda", reverse("tata_kelola:kepatuhan_langkah") + f"?layanan={SLUG}")
    assert (len(jawab.context["potongan"]), jawab.context["lain"]) == (0, 2)
    assert berjalan.nomor not in jawab.content.decode()


def test_halaman_tiap_langkah_dan_kueri_tetap(berjalan, buka, client):
    detail = buka("dewi", reverse("tata_kelola:kepatuhan_detail", args=[SLUG]))
    assert [b["b"].kode for b in detail.context["baris"]] == ["verifikasi_opd", "verifikasi_bkd"]
    assert pertanyaan(client, reverse("tata_kelola:kepatuhan_list")) <= 12
    assert pertanyaan(client, reverse("tata_kelola:kepatuhan_list") + "?tampil=bulan") <= 12
    assert client.get(reverse("tata_kelola:kepatuhan_ekspor")).status_code == 200


def test_empat_belas_aspek_dengan_volume(berjalan, buka, client):
    jawab = buka("ani", reverse("tata_kelola:aspek_list"))
    semua = {a.huruf: a for a in jawab.context["semua"]}
    assert [h for h in semua if h != "tata"] == list("abcdefghijklmn")
    baris = next(b for b in semua["c"].layanan if b.layanan.slug == SLUG)
    assert (baris.masuk, baris.berjalan, baris.selesai, baris.median) == (1, 1, 0, None)
    assert baris.sla > 0
    assert pertanyaan(client, reverse("tata_kelola:aspek_list")) <= 12


def test_isi_aspek_dibuka_dengan_tautan_biasa(berjalan, buka, client):
    alamat, katalog = reverse("tata_kelola:aspek_list"), reverse("layanan:katalog_detail", args=[SLUG])
    tutup = buka("ani", alamat).content.decode()
    assert 'href="?buka=c#aspek-c"' in tutup
    assert katalog not in tutup
    for kueri in ("buka=c", "buka=semua"):
        assert katalog in client.get(f"{alamat}?{kueri}").content.decode()
    assert katalog not in client.get(f"{alamat}?buka=d").content.decode()


def test_median_hari_dari_pengajuan_sampai_selesai(berjalan):
    kini = timezone.now()
    type(berjalan).objects.filter(pk=berjalan.pk).update(
        status="selesai", diajukan_pada=kini - timedelta(days=4), selesai_pada=kini, langkah_kini=None
    )
    masuk, berjalan_, selesai, ditolak, median = aspek.volume(HARI_INI)[SLUG]
    assert (masuk, berjalan_, selesai, ditolak, median) == (1, 0, 1, 0, 4)


# ── regulasi ─────────────────────────────────────────────────────────────────────────────────────────


def catat(kantor, kode="PP 11/2017", nama="dewi", **lain):
    isi = {"hasil": "berlaku", "tanggal": date(2026, 10, 1), "tinjau_lagi": date(2027, 10, 1)} | lain
    return tinjauan.tinjau(Regulasi.objects.get(pk=kode), **isi, oleh=kantor.oleh(nama))


def test_keadaan_menurut_tanggal_dan_hasil(kantor):
    r = Regulasi.objects.get(pk="PP 11/2017")
    satu = catat(kantor)
    assert tinjauan.keadaan(r, None, date(2026, 12, 1)) == "belum"
    assert tinjauan.keadaan(r, satu, date(2027, 9, 30)) == "berlaku"
    assert tinjauan.keadaan(r, satu, date(2027, 10, 1)) == "jatuh_tempo"
    assert (
        tinjauan.keadaan(r, catat(kantor, hasil="dicabut", catatan="Dicabut."), date(2026, 12, 1)) == "tidak_berlaku"
    )
    # the table itself says "dicabut PP 94/2021"
    assert tinjauan.keadaan(Regulasi.objects.get(pk="PP 53/2010"), None, date(2026, 12, 1)) == "tidak_berlaku"
    # "diubah PP 11/2002; dicabut PP 11/2017" too, but not a part that was replaced
    assert tinjauan.usang(Regulasi(status="diubah PP 11/2002; dicabut PP 11/2017"))
    assert not tinjauan.usang(Regulasi(status="bagian KP reguler diganti PerBKN 2/2025"))


def test_peraturan_yang_diganti_menyebut_apa_yang_harus_berubah(kantor, buka):
    catat(kantor, "PP 99/2000", hasil="diganti", pengganti=Regulasi.objects.get(pk="PP 11/2017"), catatan="Diganti.")
    jawab = buka("dewi", reverse("tata_kelola:tinjauan_detail", args=["PP 99/2000"]))
    assert jawab.context["keadaan"] == "tidak_berlaku"
    assert jawab.context["banyak"] > 10
    assert "Yang harus berubah" in jawab.content.decode()
    daftar = buka("dewi", reverse("tata_kelola:tinjauan_list") + "?keadaan=tidak_berlaku")
    assert "PP 99/2000" in {b.regulasi.kode for b in daftar.context["potongan"]}


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("citra", {}, "Sekretariat"),
        ("dewi", {"tanggal": date(2027, 1, 1), "tinjau_lagi": date(2028, 1, 1)}, "belum tiba"),
        ("dewi", {"tinjau_lagi": date(2026, 10, 1)}, "sesudah"),
        ("dewi", {"hasil": "diganti", "catatan": "x"}, "penggantinya"),
        ("dewi", {"hasil": "diubah"}, "catatan"),
    ],
)
def test_tinjauan_ditolak_dengan_kalimat(kantor, nama, isi, kata):
    with pytest.raises(DitolakAlur, match=kata):
        catat(kantor, nama=nama, **isi)
    assert not TinjauanRegulasi.objects.exists()


def test_formulir_tinjauan_mencatat_dan_berjejak(kantor, buka, client):
    alamat = reverse("tata_kelola:tinjauan_create", args=["PP 11/2017"])
    assert buka("citra", alamat).status_code == 403
    assert buka("dewi", alamat).status_code == 200
    isi = {
        "hasil": "berlaku",
        "pengganti": "",
        "tanggal": HARI_INI.isoformat(),
        "tinjau_lagi": (HARI_INI + timedelta(days=365)).isoformat(),
        "catatan": "",
    }
    assert client.post(alamat, isi).status_code == 302
    assert TinjauanRegulasi.objects.get().regulasi_id == "PP 11/2017"
    assert Jejak.objects.filter(aksi="regulasi_tinjau").count() == 1
    assert pertanyaan(client, reverse("tata_kelola:tinjauan_list")) <= 12
    assert client.get(reverse("tata_kelola:tinjauan_ekspor")).status_code == 200
