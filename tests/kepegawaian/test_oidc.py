"""Masuk lewat penyedia identitas, terhadap penyedia sungguhan (HTTP): hanya akun yang ada, hanya token yang sah."""

import time
import urllib.error
import urllib.request
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache import cache
from django.test import Client

from kepegawaian import faktor
from kepegawaian.models import FaktorKedua, Jejak, Pengguna
from tests.kepegawaian.oidc_tiruan import KLIEN, RAHASIA, Penyedia


@pytest.fixture
def penyedia(orang, settings):
    cache.clear()
    with Penyedia() as p:
        p.nip = orang.ani.nip
        settings.OIDC = {
            "penerbit": p.alamat, "klien": KLIEN, "rahasia": RAHASIA, "lingkup": "openid profile", "klaim_nip": "nip", "nama": "SSO uji",
        }  # fmt: skip
        yield p


class TanpaAlihan(urllib.request.HTTPRedirectHandler):
    """As a browser that only tells where it is sent."""

    def redirect_request(self, *_args, **_lain):
        return None


def pergi(alamat):
    """What the provider answers a browser: the address it sends it back to."""
    try:
        urllib.request.build_opener(TanpaAlihan).open(alamat, timeout=10)
    except urllib.error.HTTPError as jawab:
        return jawab.headers["Location"]
    raise AssertionError("penyedia tidak mengalihkan")


def lewat(klien, kueri="", ubah=None):
    """The whole way: portal, provider, back; ``ubah`` changes the query on the way back."""
    tujuan = pergi(klien.get(f"/masuk/oidc/{kueri}").url)
    isi = {k: v[0] for k, v in parse_qs(urlsplit(tujuan).query).items()}
    return klien.get(urlsplit(tujuan).path, isi | (ubah or {}))


def di_dalam(klien):
    return "_auth_user_id" in klien.session


def kata(klien):
    return klien.get("/masuk/").content.decode()


def test_masuk_dengan_nip_dari_penyedia_sampai_ke_tujuan_dan_tercatat(orang, penyedia):
    k = Client()
    assert "Masuk dengan SSO uji" in kata(k)
    kueri = {k_: v[0] for k_, v in parse_qs(urlsplit(k.get("/masuk/oidc/").url).query).items()}
    assert (kueri["code_challenge_method"], kueri["response_type"]) == ("S256", "code")
    assert kueri["redirect_uri"].endswith("/masuk/oidc/balik/")
    assert lewat(k, "?next=/saya/").url == "/saya/"
    assert di_dalam(k)
    assert Jejak.objects.get(aksi="masuk").data == {"lewat": "penyedia identitas"}
    assert lewat(Client(), "?next=https://jahat.example/").url == "/"


def test_akun_tidak_pernah_dibuat_dan_yang_tertutup_atau_tak_dikenal_ditolak(orang, penyedia):
    banyak = Pengguna.objects.count()
    for nip in ("199901012020011001", "", None):
        penyedia.nip, k = nip, Client()
        assert lewat(k).url == "/masuk/"
        assert not di_dalam(k)
    penyedia.nip, k = orang.ani.nip, Client()
    Pengguna.objects.filter(pk=orang.akun["ani"].pk).update(is_active=False)
    assert lewat(k).url == "/masuk/"
    assert not di_dalam(k)
    assert "Tidak ada akun portal yang terbuka" in kata(k)
    assert Pengguna.objects.count() == banyak


@pytest.mark.parametrize("tanda", ["none", "HS256", "asing", "kid"])
def test_token_yang_tidak_ditandatangani_penyedia_ditolak(orang, penyedia, tanda):
    penyedia.tanda, k = tanda, Client()
    assert lewat(k).url == "/masuk/"
    assert not di_dalam(k)
    assert "tidak sah" in kata(k)


@pytest.mark.parametrize(
    "klaim",
    [{"nonce": "lain"}, {"nonce": None}, {"aud": "klien-lain"}, {"iss": "https://lain.example"}, {"azp": "klien-lain"},
     {"exp": int(time.time()) - 3600}, {"exp": None}, {"iat": int(time.time()) + 3600}, {"sub": None}],
)  # fmt: skip
def test_token_bagi_orang_waktu_atau_permintaan_lain_ditolak(orang, penyedia, klaim):
    penyedia.klaim, k = klaim, Client()
    assert lewat(k).url == "/masuk/"
    assert not di_dalam(k)


def test_jawaban_tanpa_permintaan_atau_dengan_state_lain_ditolak(orang, penyedia):
    k = Client()
    assert lewat(k, ubah={"state": "palsu"}).url == "/masuk/"
    tujuan = urlsplit(pergi(Client().get("/masuk/oidc/").url))  # somebody else's answer, put under this one's nose
    assert k.get(f"{tujuan.path}?{tujuan.query}").url == "/masuk/"
    assert not di_dalam(k)
    assert "/token" not in penyedia.minta, "kode orang lain tidak pernah ditukar"
    assert lewat(k, ubah={"error": "access_denied"}).url == "/masuk/"


def test_jawaban_yang_sama_tidak_dapat_dipakai_dua_kali(orang, penyedia):
    k = Client()
    tujuan = urlsplit(pergi(k.get("/masuk/oidc/").url))
    assert k.get(f"{tujuan.path}?{tujuan.query}").url == "/"
    k.post("/keluar/")
    assert k.get(f"{tujuan.path}?{tujuan.query}").url == "/masuk/"
    assert not di_dalam(k)


def test_langkah_kedua_portal_tetap_diminta(orang, penyedia):
    akun = orang.akun["ani"]
    rahasia = faktor.siapkan(akun)
    faktor.pasang(akun, faktor.kode_pada(rahasia, faktor._langkah(None) - 1))
    k = Client()
    assert lewat(k, "?next=/saya/").url == "/masuk/kode/"
    assert not di_dalam(k)
    satu = FaktorKedua.objects.get(pengguna=akun)
    assert (
        k.post("/masuk/kode/", {"kode": faktor.kode_pada(faktor._buka(satu), faktor._langkah(None))}).url == "/saya/"
    )


def test_penyedia_yang_mati_atau_berbohong_tentang_dirinya_tidak_menutup_pintu_sandi(orang, penyedia, settings):
    penyedia.mati, k = True, Client()
    assert k.get("/masuk/oidc/").url == "/masuk/"
    assert "sedang tidak terjangkau" in kata(k)
    penyedia.mati = False
    settings.OIDC = settings.OIDC | {"penerbit": penyedia.alamat + "/"}  # its own description names another issuer
    assert k.get("/masuk/oidc/").url == "/masuk/"
    settings.OIDC = settings.OIDC | {"penerbit": "http://sso.example"}
    assert k.get("/masuk/oidc/").url == "/masuk/"


def test_mati_bila_tidak_dipasang(orang):
    k = Client()
    assert "Masuk dengan" not in kata(k)
    assert k.get("/masuk/oidc/").status_code == 404
    assert k.get("/masuk/oidc/balik/?code=x&state=y").status_code == 404
