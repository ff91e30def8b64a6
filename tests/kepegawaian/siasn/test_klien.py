"""Klien SIASN lewat HTTP sungguhan ke tiruannya: dua token, gangguan dalam segala bentuk, pemutus, laju, dan kirim."""

import base64
import json
import time

import pytest
from django.core.cache import cache

from kepegawaian.siasn import klien, sakelar, token
from kepegawaian.siasn.galat import DitolakSiasn, SiasnMati, Terganggu, TidakPasti, TokenHabis
from tests.kepegawaian.siasn import tiruan as t

NIP = "198605172015032001"
JALAN = "/pns/rw-golongan"
BARIS = {"id": "rg-1", "tmtGolongan": "01-04-2020", "golonganId": "33"}


@pytest.fixture(autouse=True)
def isi(tiruan):
    tiruan.isi[JALAN, NIP] = [BARIS]


def baca():
    return klien.baca(JALAN, NIP)


def data(tiruan):
    """How many data calls came through."""
    return sum(tiruan.panggilan.values())


# ── tokens ───────────────────────────────────────────────────────────────────────────────────────────


def test_kedua_token_diminta_sekali_dan_dipakai_lagi(tiruan):
    assert baca() == (False, [BARIS])
    baca()
    assert tiruan.token == {"apim": 1, "sso": 1}


def test_token_yang_hampir_habis_diperbarui_sebelum_dipakai(tiruan):
    tiruan.umur = 30  # less than the minute it must still have
    baca()
    baca()
    assert tiruan.token == {"apim": 2, "sso": 2}
    assert data(tiruan) == 2


def test_token_yang_ditolak_diperbarui_satu_kali(tiruan):
    baca()
    tiruan.apim, tiruan.sso = "apim-2", "sso-2"
    assert baca().isi == [BARIS]
    assert tiruan.token == {"apim": 2, "sso": 2}
    tiruan.ulah = [401, 401, 401]
    with pytest.raises(TokenHabis, match="Token SSO SIASN habis"):
        baca()
    assert len(tiruan.ulah) == 1  # twice, not three times


def jwt(**isi):
    return ".".join(["e30", base64.urlsafe_b64encode(json.dumps(isi).encode()).decode().rstrip("="), "x"])


def test_token_sso_ditempel_orang_bila_sandi_tidak_disimpan(tiruan, settings):
    settings.SIASN = tiruan.atur(sandi="")
    with pytest.raises(TokenHabis, match="Tempel token yang baru"):
        baca()
    assert data(tiruan) == 0
    with pytest.raises(ValueError, match="sudah habis"):
        token.tempel(jwt(exp=time.time() - 5), "x")
    with pytest.raises(ValueError, match="bukan token"):
        token.tempel("dua kata", "x")
    tiruan.sso = jwt(exp=time.time() + 600, preferred_username="petugas.bkd")
    token.tempel(f"Bearer {tiruan.sso}", "x")
    assert baca().isi == [BARIS]
    assert (tiruan.token["sso"], token.akun()) == (0, "petugas.bkd")
    assert tiruan.sso not in cache.get("siasn:token:sso")  # not in the clear, not even in Redis
    (_, sso) = token.keadaan()
    assert (sso["ada"], sso["akun"], "token" in sso) == (True, "petugas.bkd", False)


def test_gerbang_kantor_tanpa_token_sendiri(tiruan, settings):
    settings.SIASN = tiruan.atur(apim_url="", sso_url="")
    with pytest.raises(TokenHabis):  # the mock wants them: it is no gateway
        baca()
    assert tiruan.token == {}


# ── empty is not failed ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("status", "badan"),
    [
        (404, {"code": 0, "data": "Data tidak ditemukan"}),
        (404, {"code": 0, "data": "record not found"}),
        (200, {"code": 1, "data": "Data tidak ditemukan"}),
        (200, {"code": "1", "data": []}),
        (200, {"code": 1, "data": None}),
    ],
)
def test_kosong_hanya_bila_siasn_mengatakannya(tiruan, status, badan):
    tiruan.ulah = [lambda h: t.kirim(h, status, badan)]
    assert baca() == (True, [])


@pytest.mark.parametrize(
    "ulah",
    [t.html, t.hampa, t.terpotong, 500, 503, lambda h: t.kirim(h, 200, 0), lambda h: t.kirim(h, 200, {"code": 0, "data": {}}),
     lambda h: t.kirim(h, 200, {"code": 1, "data": [1, 2]}), lambda h: t.kirim(h, 404, {})],
    ids=["html", "hampa", "terpotong", "500", "503", "nol", "kode-0", "bukan-baris", "404-hampa"],
)  # fmt: skip
def test_gangguan_tidak_pernah_dibaca_kosong(tiruan, ulah):
    tiruan.ulah = [ulah] * 3
    with pytest.raises(Terganggu):
        baca()
    assert tiruan.ulah == []  # three tries
    assert baca().isi == [BARIS]


def test_satu_gangguan_dicoba_lagi_dengan_sendirinya(tiruan):
    tiruan.ulah = [503, t.terpotong]
    assert baca().isi == [BARIS]
    assert data(tiruan) == 3


def test_yang_lambat_ditinggalkan(tiruan, settings):
    settings.SIASN = tiruan.atur(tunggu=0.3)
    tiruan.ulah = [t.lambat] * 3
    mulai = time.monotonic()
    with pytest.raises(Terganggu):
        baca()
    assert time.monotonic() - mulai < 3


def test_429_dituruti_dan_tidak_diulang_segera(tiruan):
    tiruan.ulah = [t.minta_pelan, 500]
    with pytest.raises(Terganggu, match="memperlambat") as galat:
        baca()
    assert galat.value.tunggu == 90
    assert data(tiruan) == 1


def test_403_menunggu_orang(tiruan):
    tiruan.ulah = [403]
    with pytest.raises(TokenHabis, match="alamat IP"):
        baca()


def test_penolakan_siasn_disampaikan_dengan_kata_katanya(tiruan):
    tiruan.ulah = [lambda h: t.kirim(h, 400, {"code": 0, "data": "NIP bukan milik instansi"})]
    with pytest.raises(DitolakSiasn, match="NIP bukan milik instansi"):
        baca()


# ── switch, breaker, pace, log ───────────────────────────────────────────────────────────────────────


def test_mati_berarti_tidak_satu_panggilan_pun(tiruan, settings):
    settings.SIASN = tiruan.atur(url="")
    with pytest.raises(SiasnMati):
        baca()
    assert (data(tiruan), tiruan.token, sakelar.keadaan()["tanda"][0]) == (0, {}, "mati")


def test_pemutus_beristirahat_lalu_mencoba_satu_panggilan(tiruan):
    tiruan.ulah = [503] * 6
    for _ in range(2):
        with pytest.raises(Terganggu):
            baca()
    assert data(tiruan) == 5  # the sixth was not sent any more
    assert sakelar.keadaan()["tanda"] == ("tidak menjawab", "gagal")
    with pytest.raises(Terganggu, match="sedang tidak menjawab"):
        baca()
    assert data(tiruan) == 5
    tiruan.ulah = []
    cache.set("siasn:putus", time.time() - 1)  # the rest is over
    assert baca().isi == [BARIS]
    assert sakelar.keadaan()["tanda"] == ("menjawab", "terpenuhi")


def test_laju_dibatasi_bagi_semua_pekerja(tiruan, settings):
    settings.SIASN = tiruan.atur(laju=2)
    baca()  # fetches the tokens
    mulai = time.time()
    for _ in range(5):
        baca()
    assert time.time() - mulai > 1


def test_log_menyebut_titik_akhir_tanpa_data_pribadi(tiruan, caplog):
    caplog.set_level("INFO")
    baca()
    klien.simpan("/kursus/save", {"namaKursus": "Rahasia Sekali"})
    teks = caplog.text
    assert "siasn GET /pns/rw-golongan 200" in teks
    assert "siasn POST /kursus/save 200" in teks
    for rahasia in (NIP, "Rahasia Sekali", "apim-1", "sso-1", "sandi-contoh", "rahasia-contoh"):
        assert rahasia not in teks


def test_hanya_https_di_luar_pengembangan(tiruan, settings):
    settings.SIASN = tiruan.atur(tanpa_tls=False)
    settings.DEBUG = False
    with pytest.raises(Terganggu, match="https"):
        baca()
    assert (data(tiruan), tiruan.token) == (0, {})


# ── writing ──────────────────────────────────────────────────────────────────────────────────────────


def test_simpan_mengembalikan_id_siasn(tiruan):
    assert klien.simpan("/kursus/save", {"namaKursus": "A"}) == "ID-1"
    assert tiruan.tersimpan == [("/kursus/save", {"namaKursus": "A"})]


@pytest.mark.parametrize(
    ("ulah", "kelas"),
    [
        (lambda h: t.kirim(h, 200, {"success": False, "message": "Nomor sudah ada"}), DitolakSiasn),
        (lambda h: t.kirim(h, 422, {"message": "Nomor sudah ada"}), DitolakSiasn),
        (t.html, TidakPasti), (t.hampa, TidakPasti), (t.terpotong, TidakPasti), (t.lambat, TidakPasti), (502, TidakPasti),
        (t.minta_pelan, Terganggu),
    ],
    ids=["ditolak", "422", "html", "hampa", "terpotong", "lambat", "502", "429"],
)  # fmt: skip
def test_kiriman_tidak_pernah_diulang_sendiri(tiruan, settings, ulah, kelas):
    settings.SIASN = tiruan.atur(tunggu=0.3)
    tiruan.ulah = [ulah]
    with pytest.raises(kelas):
        klien.simpan("/kursus/save", {})
    assert tiruan.panggilan == {("POST", "/kursus/save"): 1}


def test_kiriman_yang_tidak_tersambung_pasti_belum_sampai(tiruan, settings):
    baca()
    settings.SIASN = tiruan.atur(url="http://127.0.0.1:9/apisiasn/1.0")
    with pytest.raises(Terganggu, match="tidak dapat dihubungi"):
        klien.simpan("/kursus/save", {})
