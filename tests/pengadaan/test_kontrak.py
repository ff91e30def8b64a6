"""Perpanjangan perjanjian kerja PPPK: dari pantauan sampai riwayat kontrak; kolektif, paruh waktu, pengingat, cakupan."""

import io
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import (
    Naskah,
    NaskahPegawai,
    Pegawai,
    Pemberitahuan,
    ProfilKini,
    RiwayatGaji,
    RiwayatKontrak,
)
from kepegawaian.profil import profil_satu
from layanan import alur, balik, katalog, naskah
from layanan.models import Usulan
from pengadaan.kontrak import pantauan
from tests.layanan.conftest import pdf
from tests.mutasi.conftest import Jalan
from tests.pabrik import buat_akun
from tests.pengadaan import kebutuhan_orang
from tests.pengadaan.kebutuhan_orang import KINI, delapan_bulan, pppk

pytestmark = pytest.mark.django_db
kantor = kebutuhan_orang.kantor
SLUG = "perpanjangan-pppk"
AKHIR = delapan_bulan()
TMT = AKHIR + timedelta(days=1)
SAMPAI = tambah_bulan(TMT, 12) - timedelta(days=1)
ISIAN = {
    "tmt": TMT.isoformat(),
    "sampai": SAMPAI.isoformat(),
    "tanggal_usul": KINI.isoformat(),
    "kebutuhan": "ya",
    "kompetensi": "ya",
}
MENTERI = {"nomor_usul": "810/1/2026", "tanggal_kirim": KINI.isoformat(), "hasil": "setuju", "nomor_jawaban": "B/99/2026",
           "tanggal_jawaban": KINI.isoformat()}  # fmt: skip


@pytest.fixture
def jalan(client, kantor):
    return Jalan(client, kantor)


def alamat(nama, *lain):
    return reverse(f"pengadaan:{nama}", args=lain)


def lembar(jawab):
    return (
        CalamineWorkbook.from_filelike(io.BytesIO(b"".join(jawab.streaming_content))).get_sheet_by_index(0).to_python()
    )


def sampai_penetapan(jalan, orang, isian=ISIAN, *, menteri=True):
    u = jalan.ajukan(SLUG, orang, isian)
    for kode in ("persetujuan_opd", "verifikasi_bkd", "periksa_kasubbid", "periksa_kabid", "persetujuan_kaban"):
        u = jalan.maju(u, kode)
    if menteri:
        u = jalan.maju(u, "jawaban_menteri", **MENTERI, berkas=pdf())
    u = jalan.maju(u, "paraf_sekda")
    return jalan.maju(u, "perjanjian")


def test_dari_usul_sampai_riwayat_kontrak(kantor, jalan):
    orang = pppk(kantor, sampai=AKHIR)
    gaji = RiwayatGaji.objects.filter(pegawai=orang).count()
    u = sampai_penetapan(jalan, orang)
    perjanjian = u.naskah.get(surat=True).naskah
    assert naskah.cetak(perjanjian.pk)
    perjanjian.refresh_from_db()
    teks = "\n".join(h.extract_text() for h in PdfReader(perjanjian.berkas_cetak.open("rb")).pages)
    for kata in (
        "PERJANJIAN KERJA PERPANJANGAN",
        "Pihak Pertama",
        "Pihak Kedua",
        "PIPIT PPPK",
        "H. Wiratama",
        "Pasal 1",
        "Pasal 5",
    ):
        assert kata in teks, kata
    u = jalan.maju(u, "penetapan")
    sk = u.naskah.get(surat=False).naskah
    assert naskah.cetak(sk.pk)
    sk.refresh_from_db()
    assert "PERPANJANGAN MASA HUBUNGAN PERJANJIAN KERJA" in "\n".join(
        h.extract_text() for h in PdfReader(sk.berkas_cetak.open("rb")).pages
    )
    assert RiwayatKontrak.objects.filter(pegawai=orang).count() == 1
    oleh = jalan.pelaku(jalan.pemegang(u))
    alur.sahkan(u, oleh=oleh, versi=u.versi_baris, file=pdf())
    baru = RiwayatKontrak.objects.get(pegawai=orang, tmt=TMT)
    assert (baru.sampai, baru.golongan_id, baru.paruh_waktu, baru.nomor_sk) == (SAMPAI, "IX", False, sk.nomor)
    # nobody sees it before its TMT; from that day the contract runs on, and pay stays
    assert profil_satu(orang.pk, per=KINI).kontrak_sampai == AKHIR
    assert profil_satu(orang.pk, per=TMT).kontrak_sampai == SAMPAI
    assert RiwayatGaji.objects.filter(pegawai=orang).count() == gaji
    halaman = kantor.masuk("sari").get(alamat("kontrak_list")).content.decode()
    assert "Tembusan Kepala BKN belum dikirim:" in halaman
    assert "Sudah diperpanjang" in halaman
    u = jalan.maju(u, "tembusan_bkn", nomor_tembusan="810/7/2026", tanggal_tembusan=KINI.isoformat())
    jalan.maju(u, "serahkan")
    assert Usulan.objects.get().status == "selesai"
    assert (
        "Tembusan Kepala BKN belum dikirim:" not in kantor.masuk("sari").get(alamat("kontrak_list")).content.decode()
    )
    assert lembar(kantor.masuk("sari").get(alamat("tembusan_ekspor")))[1][7] == "810/7/2026"


def test_kinerja_kurang_tidak_dapat_diajukan(kantor, jalan):
    orang = pppk(kantor, sampai=AKHIR, predikat="Kurang")
    u = jalan.ajukan(SLUG, orang, ISIAN)
    assert u.status == "draf"
    jalan.client.force_login(kantor.akun["opi"], backend="kepegawaian.akun.NipBackend")
    halaman = jalan.client.get(reverse("layanan:usulan_detail", args=[u.nomor])).content.decode()
    assert "Predikat kinerja Kurang tidak mendukung perpanjangan." in halaman


def test_menteri_menolak_atau_diam(kantor, jalan):
    orang = pppk(kantor, sampai=AKHIR)
    u = jalan.ajukan(SLUG, orang, ISIAN)
    for kode in ("persetujuan_opd", "verifikasi_bkd", "periksa_kasubbid", "periksa_kabid", "persetujuan_kaban"):
        u = jalan.maju(u, kode)
    url = reverse("layanan:usulan_rekam", args=[u.nomor])
    jalan.client.force_login(kantor.akun["sari"], backend="kepegawaian.akun.NipBackend")
    isi = MENTERI | {"versi": u.versi_baris, "hasil": "diam", "tanggal_kirim": tambah_bulan(KINI, -2).isoformat()}
    assert jalan.client.post(url, isi).status_code == 422
    jawab = jalan.client.post(url, isi | {"tanggal_kirim": tambah_bulan(KINI, -3).isoformat()})
    assert jawab.status_code == 302
    assert jalan.segar(u).langkah_kini.kode == "paraf_sekda"


def test_paruh_waktu_setahun_tanpa_menteri(kantor, jalan):
    orang = pppk(kantor, sampai=AKHIR, status="PPPK_PW", mulai=tambah_bulan(TMT, -12), upah=1_800_000)
    u = sampai_penetapan(jalan, orang, ISIAN | {"upah": "1900000"}, menteri=False)
    assert {h["kode"] for h in u.hasil_syarat} == {"PPK-1", "PPK-3", "PPK-4", "PPK-7", "PPK-8"}
    u = jalan.maju(u, "penetapan")
    jalan.maju(u, "tanda_tangan")
    baru = RiwayatKontrak.objects.get(pegawai=orang, tmt=TMT)
    assert (baru.paruh_waktu, baru.upah) == (True, 1_900_000)


def test_satu_sk_bagi_beberapa_yang_berakhir_bersama(kantor, jalan):
    semua = [pppk(kantor, sampai=AKHIR, nama=f"PPPK {n}") for n in ("SATU", "DUA", "TIGA")]
    usulan = [sampai_penetapan(jalan, o) for o in semua]
    sk, gagal = alur.tetapkan_kolektif([(u, jalan.segar(u).versi_baris) for u in usulan], oleh=jalan.pelaku("sari"))
    assert gagal == {}
    assert naskah.cetak(sk.pk)
    sk.refresh_from_db()
    teks = "\n".join(h.extract_text() for h in PdfReader(sk.berkas_cetak.open("rb")).pages)
    assert all(f"PPPK {n}" in teks for n in ("SATU", "DUA", "TIGA"))
    u = jalan.segar(usulan[0])
    alur.sahkan(u, oleh=jalan.pelaku("perekam"), versi=u.versi_baris, file=pdf())
    assert set(RiwayatKontrak.objects.filter(tmt=TMT).values_list("pegawai_id", flat=True)) == {o.pk for o in semua}


# ── the watch list ───────────────────────────────────────────────────────────────────────────────────


def test_pantauan_menyaring_dan_menandai_yang_terlambat(kantor):
    pppk(kantor, sampai=AKHIR, nama="LAMA LAGI")
    pppk(kantor, sampai=KINI + timedelta(days=20), nama="SEGERA HABIS")
    pppk(kantor, sampai=KINI + timedelta(days=20), nama="ORANG SEKOLAH", unit="SDN-BABAT-14")
    opi = kantor.masuk("opi")
    halaman = opi.get(alamat("kontrak_list")).content.decode()
    assert "SEGERA HABIS" in halaman
    assert "ORANG SEKOLAH" not in halaman
    baris = lembar(opi.get(f"{alamat('kontrak_ekspor')}?masa=240"))[1:]
    assert [(b[3], b[11]) for b in baris if b[3] == "SEGERA HABIS"] == [("SEGERA HABIS", "Lewat batas usul")]
    assert [b[3] for b in lembar(opi.get(f"{alamat('kontrak_ekspor')}?masa=30"))[1:]] == ["SEGERA HABIS"]
    assert {b[3] for b in lembar(kantor.masuk("sari").get(f"{alamat('kontrak_ekspor')}?masa=30"))[1:]} == {
        "SEGERA HABIS",
        "ORANG SEKOLAH",
    }
    assert kantor.masuk("irma").get(alamat("kontrak_list")).status_code == 200


def test_banyak_diusulkan_sekaligus_dan_yang_sudah_disebut(kantor):
    orang = [pppk(kantor, sampai=AKHIR, nama=f"PPPK {n}") for n in ("SATU", "DUA")]
    lain = pppk(kantor, sampai=AKHIR, nama="BUKAN OPD", unit="SDN-BABAT-14")
    opi = kantor.masuk("opi")
    nip = [Pegawai.objects.get(pk=o.pk).nip for o in (*orang, lain)]
    opi.post(alamat("kontrak_usulkan"), {"id": nip})
    assert sorted(Usulan.objects.values_list("pegawai_id", "status")) == sorted((o.pk, "draf") for o in orang)
    assert Usulan.objects.first().isian["tmt"] == TMT.isoformat()
    jawab = opi.post(alamat("kontrak_usulkan"), {"id": nip}, follow=True)
    assert Usulan.objects.count() == 2
    assert "sudah diusulkan (US-" in jawab.content.decode()
    assert kantor.masuk("irma").post(alamat("kontrak_usulkan"), {"id": nip}).status_code == 403


def test_pengingat_sekali_tiap_tahap(kantor):
    akun = buat_akun(pppk(kantor, sampai=KINI + timedelta(days=180), nama="INGAT SAYA"))
    assert pantauan.ingatkan(KINI) == 1
    assert pantauan.ingatkan(KINI) == 1
    kabar = Pemberitahuan.objects.filter(pengguna=akun)
    assert [k.peristiwa for k in kabar] == ["kontrak"]
    assert Pemberitahuan.objects.filter(pengguna=kantor.akun["opi"], peristiwa="kontrak").count() == 1
    assert (
        Pemberitahuan.objects.filter(pengguna=kantor.akun["sari"], peristiwa="kontrak")
        .get()
        .judul.startswith("1 perjanjian kerja berakhir")
    )
    assert not Pemberitahuan.objects.filter(pengguna=kantor.akun["olan"], peristiwa="kontrak").exists()
    # the next stage is a further notice, an earlier one never comes late
    pantauan.ingatkan(KINI + timedelta(days=100), pada=timezone.now())
    assert kabar.all().count() == 2


def test_yang_sudah_diusulkan_tidak_diingatkan(kantor, jalan):
    orang = pppk(kantor, sampai=AKHIR)
    akun = buat_akun(orang)
    jalan.ajukan(SLUG, orang, ISIAN)
    pantauan.ingatkan(KINI)
    assert not Pemberitahuan.objects.filter(pengguna=akun, peristiwa="kontrak").exists()


@pytest.mark.parametrize("kueri", ["", "?masa=semua", "?keadaan=terlambat", "?q=PPPK&status=PPPK"])
def test_pantauan_berkueri_tetap(kantor, django_assert_max_num_queries, kueri):
    for n in range(4):
        pppk(kantor, sampai=AKHIR, nama=f"PPPK {n}")
    klien = kantor.masuk("opi")
    klien.get(alamat("kontrak_list"))
    with django_assert_max_num_queries(12):
        assert klien.get(alamat("kontrak_list") + kueri).status_code == 200


def test_yang_berakhir_menghubungkan_ke_pemutusan(kantor):
    orang = pppk(kantor, sampai=KINI + timedelta(days=20), nama="SEGERA HABIS")
    halaman = kantor.masuk("opi").get(alamat("kontrak_list")).content.decode()
    assert (
        f"{reverse('layanan:usulan_create', args=['pppk-putus'])}?q={Pegawai.objects.get(pk=orang.pk).nip}" in halaman
    )
    assert ProfilKini.objects.get(pk=orang.pk).kontrak_sampai == KINI + timedelta(days=20)
    assert date.today() == KINI


# ── revoked and corrected ────────────────────────────────────────────────────────────────────────────


def _diperpanjang(kantor, jalan):
    """(person, NaskahPegawai of his extension, the naskah that acts on it)."""
    orang = pppk(kantor, sampai=AKHIR)
    u = jalan.maju(sampai_penetapan(jalan, orang), "penetapan")
    jalan.maju(u, "tanda_tangan")
    np = NaskahPegawai.objects.get(pegawai=orang, naskah__usulan__usulan=u, naskah__usulan__surat=False)

    def tindakan(slug):
        n = Naskah.objects.create(
            jenis="sk", perihal="Keputusan", asal="register", nomor=f"823/{slug}", tanggal=KINI, penetap="Bupati Lamongan",
            tahap="tercetak", dibuat_pada=timezone.now(),
        )  # fmt: skip
        return NaskahPegawai.objects.create(naskah=n, pegawai=orang, tmt=np.tmt, data={"layanan": slug, "isian": {}})

    return orang, np, tindakan


def test_perpanjangan_yang_dicabut_dapat_diusulkan_lagi(kantor, jalan):
    orang, np, tindakan = _diperpanjang(kantor, jalan)
    daftar = pantauan.daftar(kantor.oleh("sari").hak)
    assert daftar.get(pk=orang.pk).keadaan == "diperpanjang"
    baru = tindakan("pembatalan-naskah")
    katalog.ambil(SLUG).batalkan_akibat(np, baru, cara="surut", tmt=np.tmt)
    balik.kaitkan(np, baru, "batal", np.tmt, [])
    assert not RiwayatKontrak.objects.filter(pegawai=orang, tmt=TMT, dibatalkan_pada=None).exists()
    assert RiwayatKontrak.objects.filter(pegawai=orang, sampai=AKHIR, dibatalkan_pada=None).count() == 1
    satu = daftar.get(pk=orang.pk)
    assert (satu.keadaan, satu.nomor) == ("belum", None)
    assert pantauan.lengkapi([satu])[0].keadaan == "belum"


def test_hari_terakhir_yang_keliru_dibetulkan(kantor, jalan):
    orang, np, tindakan = _diperpanjang(kantor, jalan)
    benar = tambah_bulan(TMT, 24) - timedelta(days=1)
    layanan = katalog.ambil(SLUG)
    layanan.perbaiki_akibat(np, tindakan("perubahan-naskah"), {"sampai": benar.isoformat()})
    baris = RiwayatKontrak.objects.get(pegawai=orang, tmt=TMT, dibatalkan_pada=None)
    assert baris.sampai == benar
    Naskah.objects.filter(pk=np.naskah_id).update(status="diubah")
    assert pantauan.daftar(kantor.oleh("sari").hak).get(pk=orang.pk).keadaan == "diperpanjang"
    profil = profil_satu(orang.pk, per=KINI)
    lewat = {"tmt": TMT, "sampai": tambah_bulan(TMT, 61)}
    assert layanan.galat_perbaikan(profil, lewat, acuan_kini()) == {"sampai": "Masa perjanjian paling lama 5 tahun."}
    pendek = {"tmt": TMT, "sampai": tambah_bulan(TMT, 6)}
    assert layanan.galat_perbaikan(profil, pendek, acuan_kini()) == {"sampai": "Masa perjanjian minimal 1 tahun."}
    assert layanan.galat_perbaikan(profil, {"tmt": TMT, "sampai": benar}, acuan_kini()) == {}
