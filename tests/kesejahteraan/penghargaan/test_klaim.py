"""Klaim JKK dan JKM lewat alur: manfaat dengan rumusnya, surat pengantar, penetapan BKN, pembayaran menjadi riwayat."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from kepegawaian.models import Naskah, RiwayatKlaim
from layanan import katalog
from layanan.konteks import konteks_usulan
from layanan.models import Usulan
from tests.dunia_bersama import bersama
from tests.kesejahteraan.penghargaan.conftest import mainkan
from tests.pabrik import buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db


@pytest.fixture
@bersama
def almarhum(orang, hari_ini):
    """A PNS of DISDIK, III/a MKG 0 (2.785.700), with a wife, a child in school, and one of 30."""
    p = buat_pegawai(nama="Joko Susilo", unit="DISDIK", kelamin="L")
    for kunci, hubungan, nama, lahir, sekolah in (
        ("1", "pasangan", "SITI RAHAYU", date(1988, 1, 1), None), ("2", "anak", "BUDI", date(2015, 5, 5), date(2027, 6, 30)),
        ("3", "anak", "ANDI", date(1995, 5, 5), None),
    ):  # fmt: skip
        tambah(p, "keluarga", tmt=date(2016, 1, 1), anggota=kunci, hubungan=hubungan, nama=nama, tanggal_lahir=lahir,
               tertanggung=True, sekolah_sampai=sekolah, kawin=False, berpenghasilan=False)  # fmt: skip
    return p


def isian_jkm(hari_ini, **ganti):
    """A death twenty days ago, the wife receives, one child has a scholarship."""
    return {
        "tmt": hari_ini - timedelta(days=20),
        "nomor_akta": "3524-KM-1",
        "penerima": "1",
        "anak_beasiswa": ["2"],
    } | ganti


def test_jkm_sampai_dibayar_dan_tercatat_sampai_rupiah(orang, almarhum, hari_ini):
    usulan = mainkan("klaim-jkm", almarhum, isian_jkm(hari_ini))
    assert usulan.status == "selesai"
    surat = Naskah.objects.get(usulan__usulan=usulan, asal="register")
    assert surat.perihal == "Naskah rahasia"
    # 15.000.000 + 3 × 2.785.700 + 7.500.000 + 15.000.000
    rincian = {r["label"]: r["isi"] for r in surat.data["rincian"]}
    assert rincian["Uang duka wafat"] == "Rp8.357.100 (3 × Rp2.785.700)"
    assert rincian["Jumlah"] == "Rp45.857.100"
    assert rincian["Penerima"] == "SITI RAHAYU (suami/istri)"
    assert surat.data["penandatangan"] == "Dewi Kartika"
    klaim = RiwayatKlaim.objects.get(pegawai=almarhum)
    assert (klaim.program, klaim.nilai, klaim.tmt) == ("JKM", 45_857_100, hari_ini - timedelta(days=20))
    assert klaim.penerima == "SITI RAHAYU (suami/istri)"
    assert klaim.tanggal_bayar <= hari_ini
    assert sum(r["rupiah"] for r in klaim.rincian) == 45_857_100
    # health and family: who handles it reads what was paid, nobody else
    url = reverse("kepegawaian:riwayat_list", args=[almarhum.nip, "klaim"])
    assert "Rp45.857.100" in masuk(Client(), orang.akun_wulan).get(url).content.decode()
    for nama in ("kadis", "budi", "citra", "itwas"):
        assert masuk(Client(), getattr(orang, f"akun_{nama}")).get(url).status_code in (403, 404), nama


def test_rumus_terbaca_sebelum_diputus(orang, almarhum, hari_ini):
    usulan = mainkan("klaim-jkm", almarhum, isian_jkm(hari_ini), "lengkapi")
    isi = masuk(Client(), orang.akun_wulan).get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()
    assert "3 × Rp2.785.700" in isi
    assert "Rp45.857.100" in isi
    assert "gaji terakhir: gaji pokok Rp2.785.700" in isi


def test_ahli_waris_yang_bukan_gilirannya_ditolak(orang, almarhum, hari_ini):
    isian = {k: v.isoformat() if isinstance(v, date) else v for k, v in isian_jkm(hari_ini, penerima="2").items()}
    klien = masuk(Client(), orang.akun_budi)
    klien.post(reverse("layanan:usulan_create", args=["klaim-jkm"]), {"nip": almarhum.nip})
    usulan = Usulan.objects.get()
    klien.post(reverse("layanan:usulan_update", args=[usulan.nomor]), isian | {"versi": usulan.versi_baris})
    isi = klien.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()
    assert "Ahli waris tidak lengkap." in isi
    assert "SITI RAHAYU" in isi


def isian_jkk(hari_ini, **ganti):
    """An accident thirty days ago, reported the next day, with costs."""
    hari = hari_ini - timedelta(days=30)
    return {
        "tmt": hari, "tanggal_lapor": hari + timedelta(days=1), "peristiwa": "tugas", "kronologis": "Terjatuh dari tangga.",
        "saksi": "Sutrisno", "nomor_surat_tugas": "094/1/2026", "keadaan": "cacat_anatomis", "persen_tabel": "35",
        "biaya_perawatan": 8_750_000, "biaya_darat": 1_500_000,
    } | ganti  # fmt: skip


def test_jkk_menunggu_bkn_lalu_dibayar(orang, almarhum, hari_ini):
    usulan = mainkan("klaim-jkk", almarhum, isian_jkk(hari_ini), "penetapan_bkn")
    periksa = {s.kode: h.kalimat for s, h in katalog.ambil("klaim-jkk").periksa(konteks_usulan(usulan))}
    assert periksa["PLD-2"] == "Menunggu penetapan BKN."
    baris = {b[0]: b[2] for b in katalog.ambil("klaim-jkk").akibat(konteks_usulan(usulan))}
    assert baris["Pengangkutan darat, sungai, atau danau"].startswith("Rp1.300.000")
    assert baris["Santunan cacat sebagian anatomis"] == "Rp77.999.600"  # 35% × 80 × 2.785.700
    assert baris["Jumlah klaim"] == "Rp88.049.600"


def test_isian_jkk_dari_formulir_menyimpan_persentasenya(orang, almarhum, hari_ini):
    klien = masuk(Client(), orang.akun_budi)
    klien.post(reverse("layanan:usulan_create", args=["klaim-jkk"]), {"nip": almarhum.nip})
    usulan = Usulan.objects.get()
    url = reverse("layanan:usulan_update", args=[usulan.nomor])
    isian = {k: v.isoformat() if isinstance(v, date) else v for k, v in isian_jkk(hari_ini).items()}
    kurang = klien.post(url, isian | {"persen_tabel": "", "versi": usulan.versi_baris})
    assert kurang.status_code == 422
    assert "Persentase cacat menurut tabel belum diisi." in kurang.content.decode()
    klien.post(url, isian | {"persen_tabel": "12.5", "versi": usulan.versi_baris})
    usulan.refresh_from_db()
    assert usulan.isian["persen_tabel"] == "12.5"
    assert (
        "12,5% × 80 × Rp2.785.700" in klien.get(reverse("layanan:usulan_detail", args=[usulan.nomor])).content.decode()
    )


def test_jkk_selesai(orang, almarhum, hari_ini):
    usulan = mainkan("klaim-jkk", almarhum, isian_jkk(hari_ini))
    assert usulan.status == "selesai"
    klaim = RiwayatKlaim.objects.get(pegawai=almarhum)
    assert (klaim.program, klaim.nilai, klaim.penerima) == ("JKK", 88_049_600, "Joko Susilo")
    assert "kecelakaan dalam menjalankan tugas" in klaim.peristiwa
    halaman = masuk(Client(), orang.akun_budi).get(reverse("layanan:usulan_detail", args=[usulan.nomor]))
    assert "Sudah ditetapkan BKN." in halaman.content.decode()


def test_bukan_kecelakaan_kerja_menurut_bkn_menolak(orang, almarhum, hari_ini):
    usulan = mainkan("klaim-jkk", almarhum, isian_jkk(hari_ini), "penetapan_bkn", akhir="bukan")
    assert usulan.status == "ditolak"
    assert not RiwayatKlaim.objects.exists()


def test_gaji_yang_tidak_diketahui_tidak_menjadi_nol(orang, hari_ini):
    p = buat_pegawai(nama="Tanpa Gaji", unit="DISDIK", golongan=None)
    usulan = mainkan(
        "klaim-jkm", p, isian_jkm(hari_ini, penerima="lain", ahli_waris="KAKAK", anak_beasiswa=[]), "lengkapi"
    )
    assert (
        "belum dapat dihitung"
        in {b[0]: b[2] for b in katalog.ambil("klaim-jkm").akibat(konteks_usulan(usulan))}["Manfaat"]
    )
