"""Masuk dengan aman: langkah kedua, sesi, penguncian, dan perlambatan; semuanya lewat HTTP."""

import re
from datetime import datetime, timedelta
from unittest.mock import patch

import pytest
from django.core.cache import cache
from django.core.cache.backends.redis import RedisCache
from django.test import Client
from django.utils import timezone

from kepegawaian import batas, faktor, sesi
from kepegawaian.models import FaktorKedua, Jejak, KodePulih, Pemberitahuan, Pengguna, Sesi, Setelan
from tests.pabrik import SANDI

JAM = datetime(2026, 11, 30, 3, 0, 10, tzinfo=timezone.get_fixed_timezone(0))
CHROME = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36"


def bersandi(orang, nama):
    akun = orang.akun[nama]
    akun.set_password(SANDI)
    akun.save()
    return akun


def masukkan(klien, akun, sandi=SANDI, **lain):
    return klien.post("/masuk/", {"username": akun.nama_pengguna, "password": sandi}, **lain)


def di_dalam(klien):
    return "_auth_user_id" in klien.session


def kode(akun, geser=0):
    """The code that the owner's phone shows ``geser`` periods from now."""
    satu = FaktorKedua.objects.get(pengguna=akun)
    return faktor.kode_pada(faktor._buka(satu), faktor._langkah(None) + geser)


@pytest.fixture
def berfaktor(orang):
    """ani with a second step; her recovery codes. The code she installed it with is used up, so her next is a later one."""
    akun = bersandi(orang, "ani")
    faktor.siapkan(akun)
    pulih = faktor.pasang(akun, kode(akun, -1))
    return akun, pulih


def setel(kunci, nilai):
    Setelan.objects.filter(kunci=kunci).delete()
    Setelan.objects.create(
        kunci=kunci, nilai=nilai, uraian="uji", berlaku_sejak="2017-04-07", dasar="uji", keyakinan="asumsi"
    )


# ── second step ──────────────────────────────────────────────────────────────────────────────────────


def test_algoritmanya_sama_dengan_contoh_rfc_6238():
    """RFC 6238 appendix B, SHA1: the last six of its eight digits."""
    rahasia = b"12345678901234567890"
    for detik, delapan in ((59, "94287082"), (1111111109, "07081804"), (2000000000, "69279037")):
        assert faktor.kode_pada(rahasia, detik // 30) == delapan[-6:]


def test_pasang_lewat_halaman_menampilkan_qr_dan_kode_pulih_satu_kali(orang):
    akun = bersandi(orang, "ani")
    k = orang.masuk("ani")
    assert "Mulai memasang" in k.get("/keamanan/langkah-kedua/").content.decode()
    isi = k.post("/keamanan/langkah-kedua/").content.decode()
    assert 'src="data:image/png;base64,' in isi
    kunci = re.search(r"<code[^>]*>([A-Z2-7 ]+)</code>", isi)[1]
    assert kunci.replace(" ", "") not in str(FaktorKedua.objects.values())
    assert "tidak cocok" in k.post("/keamanan/langkah-kedua/", {"kode": "000000"}).content.decode()
    assert not faktor.terpasang(akun)
    isi = k.post("/keamanan/langkah-kedua/", {"kode": kode(akun)}).content.decode()
    pulih = re.findall(r"<code>([2-9A-Z]{5}-[2-9A-Z]{5})</code>", isi)
    assert len(set(pulih)) == 10
    assert faktor.terpasang(akun)
    assert not any(p.replace("-", "") in str(list(KodePulih.objects.values())) for p in pulih)
    assert k.get("/keamanan/langkah-kedua/").url == "/keamanan/"


def test_kata_sandi_saja_tidak_cukup_dan_kode_membuka_jalan_ke_tujuan(orang, berfaktor):
    akun, _ = berfaktor
    k = Client()
    jawab = k.post("/masuk/", {"username": akun.nama_pengguna, "password": SANDI, "next": "/saya/"})
    assert jawab.url == "/masuk/kode/"
    assert not di_dalam(k)
    assert k.get("/saya/").url.startswith("/masuk/")
    assert "tidak cocok" in k.post("/masuk/kode/", {"kode": "000000"}).content.decode()
    assert k.post("/masuk/kode/", {"kode": kode(akun)}).url == "/saya/"
    assert di_dalam(k)
    assert Jejak.objects.filter(aksi="faktor_gagal").count() == 1


def test_kode_yang_sudah_dipakai_dan_kode_lama_ditolak(orang, berfaktor):
    akun, _ = berfaktor
    satu = kode(akun)
    assert faktor.periksa(akun, satu)
    assert not faktor.periksa(akun, satu)
    assert not faktor.periksa(akun, kode(akun, -1))


@pytest.mark.parametrize(("geser", "diterima"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_jam_ponsel_boleh_meleset_satu_langkah(orang, geser, diterima):
    akun = bersandi(orang, "ani")
    rahasia = faktor.siapkan(akun)
    FaktorKedua.objects.update(dipasang_pada=JAM)
    ponsel = faktor.kode_pada(rahasia, faktor._langkah(JAM) + geser)
    assert faktor.periksa(akun, ponsel, pada=JAM) is diterima


def test_kode_pulih_menggantikan_ponsel_satu_kali_dan_pemiliknya_diberi_tahu(orang, berfaktor):
    akun, pulih = berfaktor
    k = Client()
    masukkan(k, akun)
    assert k.post("/masuk/kode/", {"kode": pulih[3].lower()}).status_code == 302
    assert di_dalam(k)
    lagi = Client()
    masukkan(lagi, akun)
    assert lagi.post("/masuk/kode/", {"kode": pulih[3]}).status_code == 200
    assert faktor.sisa_pulih(akun) == 9
    assert Pemberitahuan.objects.get(pengguna=akun).peristiwa == "keamanan"


def test_lima_kode_salah_kembali_ke_kata_sandi_dan_sepuluh_menahan_akun(orang, berfaktor):
    akun, _ = berfaktor
    k = Client()
    masukkan(k, akun)
    for _ in range(4):
        assert k.post("/masuk/kode/", {"kode": "000000"}).status_code == 200
    assert k.post("/masuk/kode/", {"kode": "000000"}).url == "/masuk/"
    assert k.get("/masuk/kode/").url == "/masuk/"
    masukkan(k, akun)
    for _ in range(5):
        k.post("/masuk/kode/", {"kode": "000000"})
    masukkan(k, akun)
    assert "Terlalu banyak" in k.post("/masuk/kode/", {"kode": kode(akun)}).content.decode()


def test_sepuluh_kode_salah_menahan_langkah_kedua_juga_tanpa_redis(orang, berfaktor):
    akun, pulih = berfaktor
    pada = timezone.now()
    assert not any(faktor.periksa(akun, "000000", pada=pada) for _ in range(9))
    assert not faktor.tertahan(akun, pada)
    faktor.periksa(akun, "ABCDEFGHJK", pada=pada)
    assert faktor.tertahan(akun, pada)
    assert not faktor.periksa(akun, pulih[0], pada=pada + timedelta(minutes=14))
    assert faktor.periksa(akun, pulih[0], pada=pada + timedelta(minutes=15, seconds=1))
    assert FaktorKedua.objects.get().gagal == 0


def test_langkah_kedua_tidak_dapat_dilompati_dengan_sandi_yang_lalu(orang, berfaktor):
    akun, _ = berfaktor
    k = Client()
    masukkan(k, akun)
    akun.set_password("Sandi-Baru-Sekali-77")
    akun.save()
    assert k.post("/masuk/kode/", {"kode": kode(akun)}).url == "/masuk/"
    assert not di_dalam(k)


def test_yang_diwajibkan_diberi_tenggang_lalu_hanya_dapat_memasang(orang):
    akun = bersandi(orang, "gita")
    k = Client()
    isi = masukkan(k, akun).url
    assert "mewajibkan langkah kedua" in k.get(isi).content.decode()
    assert k.get("/akun/").status_code == 200
    FaktorKedua.objects.filter(pengguna=akun).update(wajib_sejak=timezone.localdate() - timedelta(days=31))
    k = Client()
    masukkan(k, akun)
    assert k.get("/akun/").url == "/keamanan/langkah-kedua/"
    assert k.get("/keamanan/langkah-kedua/").status_code == 200
    k.post("/keamanan/langkah-kedua/")
    k.post("/keamanan/langkah-kedua/", {"kode": kode(akun)})
    assert k.get("/akun/").status_code == 200
    k.post("/keamanan/langkah-kedua/lepas/", {"kode": kode(akun, 1)})
    assert faktor.terpasang(akun), "yang diwajibkan tidak dapat melepasnya"


def test_peran_yang_tidak_diwajibkan_setelan_tidak_ditahan_dan_dapat_melepas(orang, berfaktor):
    akun, _ = berfaktor
    k = orang.masuk("ani")
    k.post("/keamanan/langkah-kedua/lepas/", {"kode": "000000"})
    assert faktor.terpasang(akun)
    k.post("/keamanan/langkah-kedua/lepas/", {"kode": kode(akun, 1)})
    assert not FaktorKedua.objects.filter(pengguna=akun).exists()
    assert masukkan(Client(), akun).url == "/"
    setel("akun_dua_langkah_wajib", {"admin": False})
    assert masukkan(Client(), bersandi(orang, "gita")).url == "/"
    assert not FaktorKedua.objects.exists()


def test_admin_mengatur_ulang_milik_orang_lain_dengan_jejak_dan_sesinya_berakhir(orang, berfaktor):
    akun, _ = berfaktor
    k = Client()
    masukkan(k, akun)
    k.post("/masuk/kode/", {"kode": kode(akun)})
    gita = orang.masuk("gita")
    assert "Atur ulang langkah kedua" in gita.get(f"/akun/{akun.pk}/").content.decode()
    gita.post(f"/akun/{akun.pk}/langkah-kedua/")
    assert not faktor.terpasang(akun)
    assert faktor.sisa_pulih(akun) == 0
    assert k.get("/saya/").url.startswith("/masuk/")
    assert Jejak.objects.get(aksi="faktor_atur_ulang").oleh_id == orang.akun["gita"].pk
    assert Pemberitahuan.objects.filter(pengguna=akun, judul__contains="diatur ulang").exists()
    assert orang.masuk("citra").post(f"/akun/{akun.pk}/langkah-kedua/").status_code == 403


def test_rahasia_lama_tetap_terbaca_sesudah_kunci_portal_diganti(orang, berfaktor, settings):
    akun, pulih = berfaktor
    lama = settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "kunci-baru", []
    assert not faktor.periksa(akun, "123456")
    assert not faktor.periksa(akun, pulih[0])
    settings.SECRET_KEY_FALLBACKS = [lama]
    assert faktor.periksa(akun, kode(akun))
    assert faktor.periksa(akun, pulih[0])


# ── sessions ─────────────────────────────────────────────────────────────────────────────────────────


def test_daftar_sesi_menyebut_peranti_dan_satu_dapat_diakhiri(orang):
    akun = bersandi(orang, "ani")
    hp, kantor = Client(), Client(HTTP_USER_AGENT=CHROME)
    masukkan(hp, akun)
    masukkan(kantor, akun)
    isi = kantor.get("/keamanan/").content.decode()
    assert "Chrome di Windows" in isi
    assert "perangkat ini" in isi
    milik_hp = Sesi.objects.get(kunci=hp.session.session_key)
    assert orang.masuk("eko").post("/keamanan/sesi/akhiri/", {"sesi": milik_hp.pk}).status_code == 404
    assert hp.get("/saya/").status_code == 200
    kantor.post("/keamanan/sesi/akhiri/", {"sesi": milik_hp.pk})
    assert hp.get("/saya/").url.startswith("/masuk/")
    assert kantor.get("/saya/").status_code == 200
    masukkan(hp, akun)
    kantor.post("/keamanan/sesi/akhiri/", {"sesi": "lain"})
    assert hp.get("/saya/").url.startswith("/masuk/")
    assert [s.kini for s in sesi.daftar(akun, kantor.session.session_key)] == [True]


def test_batas_sesi_mengakhiri_yang_terlama(orang):
    setel("akun_sesi_maks", 2)
    akun = bersandi(orang, "ani")
    klien = [Client() for _ in range(3)]
    for k in klien:
        masukkan(k, akun)
    assert [k.get("/saya/").status_code for k in klien] == [302, 200, 200]


def test_ganti_sandi_dan_akun_yang_ditutup_mengakhiri_sesinya(orang):
    akun, baru = bersandi(orang, "ani"), "Kali-Blawi-Surut-81"
    hp, kantor = Client(), Client()
    masukkan(hp, akun)
    masukkan(kantor, akun)
    kantor.post("/ganti-sandi/", {"sandi_lama": SANDI, "sandi_baru": baru, "sandi_ulang": baru})
    assert list(Sesi.objects.values_list("kunci", flat=True)) == [kantor.session.session_key]
    assert (hp.get("/saya/").status_code, kantor.get("/saya/").status_code) == (302, 200)
    orang.masuk("gita").post(f"/akun/{akun.pk}/tutup/")
    assert not Sesi.objects.exists()
    assert kantor.get("/saya/").status_code == 302


@pytest.mark.parametrize(("menit", "status"), [(119, 200), (121, 302)])
def test_sesi_yang_lama_diam_berakhir(orang, menit, status):
    akun, k = bersandi(orang, "ani"), Client()
    masukkan(k, akun)
    simpan = k.session
    simpan[sesi.TANDA] = [t - menit * 60 for t in simpan[sesi.TANDA]]
    simpan.save()
    assert k.get("/saya/").status_code == status
    assert Sesi.objects.exists() is (status == 200)


def test_sesi_yang_dipakai_terus_tetap_berakhir_delapan_jam_sesudah_masuk(orang, settings):
    akun, k = bersandi(orang, "ani"), Client()
    masukkan(k, akun)
    simpan = k.session
    simpan[sesi.TANDA] = [simpan[sesi.TANDA][0] - settings.SESSION_COOKIE_AGE - 1, simpan[sesi.TANDA][1] - 301]
    simpan.save()
    assert k.get("/saya/").status_code == 302


# ── wrong passwords ──────────────────────────────────────────────────────────────────────────────────


def test_dua_belas_sandi_salah_mengunci_dengan_halaman_yang_jelas(orang):
    akun, k = bersandi(orang, "ani"), Client()
    jawab = [masukkan(k, akun, "salah-sekali") for _ in range(12)]
    assert [j.status_code for j in jawab[:7]] == [200] * 7
    assert {j.status_code for j in jawab[7:]} == {429}
    assert "tunggu 15 menit" in jawab[-1].content.decode()
    assert masukkan(k, akun).status_code == 429
    assert masukkan(Client(), akun, REMOTE_ADDR="10.0.0.7").status_code == 302, (
        "dari tempat lain pemiliknya tetap masuk"
    )


def test_tebakan_dari_banyak_alamat_diperlambat_tetapi_pemilik_di_perantinya_tetap_masuk(orang):
    akun, kantor = bersandi(orang, "ani"), Client()
    masukkan(kantor, akun)
    kantor.post("/keluar/")
    for n in range(batas.GAGAL_AKUN):
        masukkan(Client(), akun, "salah-sekali", REMOTE_ADDR=f"10.1.{n}.1")
    assert masukkan(Client(), akun, "salah-sekali", REMOTE_ADDR="10.2.0.1").status_code == 200
    tertahan = masukkan(Client(), akun, REMOTE_ADDR="10.2.0.2")
    assert "Tunggu setengah menit" in tertahan.content.decode()
    assert masukkan(kantor, akun).status_code == 302
    assert masukkan(Client(), akun, REMOTE_ADDR="10.2.0.3").status_code == 302, (
        "sesudah pemiliknya masuk, hitungan mulai lagi"
    )


def test_kue_peranti_orang_lain_atau_palsu_tidak_membebaskan(orang):
    akun, eko = bersandi(orang, "ani"), bersandi(orang, "eko")
    k = Client()
    masukkan(k, eko)
    k.post("/keluar/")
    for n in range(batas.GAGAL_AKUN):
        masukkan(Client(), akun, "salah-sekali", REMOTE_ADDR=f"10.1.{n}.1")
    masukkan(Client(), akun, "salah-sekali", REMOTE_ADDR="10.2.0.1")
    assert "Tunggu setengah menit" in masukkan(k, akun, REMOTE_ADDR="10.2.0.2").content.decode()
    k.cookies[batas.KUE_PERANTI] = f'["{akun.nama_pengguna}"]'
    assert "Tunggu setengah menit" in masukkan(k, akun, REMOTE_ADDR="10.2.0.4").content.decode()


def test_banyak_orang_di_satu_jaringan_masuk_hanya_yang_keliru_dihitung(orang, monkeypatch):
    monkeypatch.setattr(batas, "BATAS", batas.BATAS | {"masuk": {"alamat": (3, 900)}})
    akun, kantor = bersandi(orang, "ani"), {"REMOTE_ADDR": "10.9.0.1"}
    assert [masukkan(Client(), akun, **kantor).status_code for _ in range(5)] == [302] * 5
    salah = [masukkan(Client(), akun, "salah-sekali", **kantor).content.decode() for _ in range(4)]
    assert "Terlalu banyak percobaan dari jaringan ini" not in "".join(salah[:3])
    assert "Terlalu banyak percobaan dari jaringan ini" in salah[3]
    assert "Terlalu banyak percobaan dari jaringan ini" in masukkan(Client(), akun, **kantor).content.decode()


def test_tanpa_redis_orang_tetap_masuk_dan_kuncian_tetap_bekerja(orang, caplog):
    akun = bersandi(orang, "ani")
    mati = ConnectionError("redis")
    with patch.object(RedisCache, "add", side_effect=mati), patch.object(RedisCache, "incr", side_effect=mati), \
            patch.object(RedisCache, "get", side_effect=mati):  # fmt: skip
        assert not batas.lewat_batas("minta", alamat="10.0.0.1", nip="x")
        assert masukkan(Client(), akun).status_code == 302
        salah = [masukkan(Client(), akun, "salah-sekali", REMOTE_ADDR="10.0.0.9").status_code for _ in range(9)]
    assert salah[-1] == 429
    assert "batas laju tidak dihitung" in caplog.text
    cache.clear()


@pytest.mark.parametrize(
    "sandi", ["Lamongan2026!!", "bismillah12345", "p4ssw0rd-rahasia", "indonesiaMerdeka45", "sebelas1234"]
)
def test_sandi_lazim_atau_pendek_ditolak(orang, sandi):
    akun = bersandi(orang, "ani")
    k = orang.masuk("ani")
    jawab = k.post("/ganti-sandi/", {"sandi_lama": SANDI, "sandi_baru": sandi, "sandi_ulang": sandi})
    assert "sandi_baru" in jawab.context["form"].errors
    assert Pengguna.objects.get(pk=akun.pk).check_password(SANDI)
