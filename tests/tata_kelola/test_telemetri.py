"""Telemetri: catatan tanpa nama dan NIP, nomor permintaan sampai ke pekerja, angka bagi Prometheus, dan siap tidaknya portal."""

import base64
import io
import json
import logging

import pytest
import redis
from django.conf import settings as pengaturan
from django.db import IntegrityError, transaction
from django.test import Client

from kepegawaian.models import Pegawai, Pengguna, ProfilKini
from kepegawaian.tasks import sapu_kiriman
from kepegawaian.views import pegawai as views_pegawai
from tata_kelola import sehat
from tata_kelola.telemetri import catatan, konteks, tugas
from tests import panggung_demo
from tests.pabrik import masuk

DARI_DEMO = True
pytestmark = pytest.mark.usefixtures("basis_e2e")
SANDI = "portal-bkd-contoh"


@pytest.fixture
def baris():
    """Everything logged while the test runs, as production writes it."""
    keluaran = io.StringIO()
    penulis = logging.StreamHandler(keluaran)
    penulis.setFormatter(catatan.FormatJson())
    akar, kami = logging.getLogger(), logging.getLogger("portal.permintaan")
    lama = akar.level, kami.level
    akar.addHandler(penulis)
    akar.setLevel(logging.INFO)
    kami.setLevel(logging.INFO)
    yield lambda: [json.loads(satu) for satu in keluaran.getvalue().splitlines()]
    akar.removeHandler(penulis)
    akar.setLevel(lama[0])
    kami.setLevel(lama[1])


def test_catatan_sehari_tidak_menyebut_satu_orang_pun(baris, monkeypatch):
    akun = panggung_demo.kisah().akun
    staf, asn = akun["Staf Subbidang Kepangkatan"], akun["ASN, PPPK"]
    lain = ProfilKini.objects.exclude(nip__in=akun.values()).order_by("pk").first()
    klien = Client(raise_request_exception=False)
    klien.post("/masuk/", {"username": asn, "password": "keliru-sekali"})
    assert klien.post("/masuk/", {"username": staf, "password": SANDI}).status_code == 302
    for jalan in ("/", f"/pegawai/?q={lain.nip}", f"/pegawai/?q={lain.nama}", f"/pegawai/{lain.nip}/", f"/pegawai/{lain.nip}/entah/",
                  f"/cari/?q={lain.nama}", f"/{lain.nama}/"):  # fmt: skip
        klien.get(jalan)

    def jatuh(*_, **__):
        raise Pegawai.DoesNotExist(f"{lain.nama} ({lain.nip}) tidak ada")

    monkeypatch.setattr(views_pegawai, "ambil", jatuh)
    rusak = klien.get(f"/pegawai/{lain.nip}/")
    assert rusak.status_code == 500
    assert rusak["X-Request-ID"] in rusak.content.decode()  # what the reader reports is what the log knows
    try:
        with transaction.atomic():
            Pengguna.objects.create(nama_pengguna=staf)
    except IntegrityError:
        logging.getLogger("kepegawaian").exception("akun %s ganda", staf)
    logging.getLogger("gunicorn.error").error("Error handling request %s", f"/pegawai/{lain.nip}/?q={lain.nama}")
    semua = baris()
    teks = json.dumps(semua, ensure_ascii=False).casefold()
    assert [n for n in ProfilKini.objects.values_list("nip", flat=True) if n in teks] == []
    assert [n for n in ProfilKini.objects.values_list("nama", flat=True) if n.casefold() in teks] == []
    assert "?q=" not in teks
    satu = next(b for b in semua if b.get("tampilan") == "kepegawaian:pegawai_list")
    assert (satu["status"], satu["metode"]) == (200, "GET")
    assert satu["kueri"] > 0
    assert satu["akun"] == catatan.samaran_akun(Pengguna.objects.get(nama_pengguna=staf).pk)
    gagal = next(b for b in semua if "galat" in b and "jatuh" in b["galat"])
    assert gagal["pesan"] == "Internal Server Error: kepegawaian:pegawai_detail"
    assert "UniqueViolation" in next(b["galat"] for b in semua if b["asal"] == "kepegawaian")


def test_tiap_permintaan_bernomor_dan_nomor_dari_proxy_dipakai(client):
    assert client.get("/sehat/", HTTP_X_REQUEST_ID="proxy-0001-abcd")["X-Request-ID"] == "proxy-0001-abcd"
    for buruk in ("", "pendek", "199205272017121001", "a b\nc" * 4, "x" * 80):
        baru = client.get("/sehat/", HTTP_X_REQUEST_ID=buruk)["X-Request-ID"]
        assert len(baru) == 32, buruk


def test_nomor_permintaan_ikut_ke_antrean_dan_dibaca_pekerja():
    klien = redis.Redis.from_url(pengaturan.CELERY_BROKER_URL)
    klien.delete(sehat.ANTREAN)
    token = konteks.permintaan.set("permintaan-uji-1")
    try:
        sapu_kiriman.delay()
    finally:
        konteks.permintaan.reset(token)
    pesan = json.loads(klien.lpop(sehat.ANTREAN))
    assert pesan["headers"]["portal_permintaan"] == "permintaan-uji-1"
    assert b"permintaan-uji-1" not in base64.b64decode(pesan["body"])  # beside the arguments, never among them
    tugas_uji = type("T", (), {"name": "uji.tugas", "request": type("R", (), pesan["headers"])})
    tugas._sebelum(task_id="t-1", task=tugas_uji)
    assert (konteks.permintaan.get(), konteks.tugas.get()) == ("permintaan-uji-1", "t-1")
    tugas._sesudah(task_id="t-1", task=tugas_uji, state="SUCCESS")
    assert konteks.permintaan.get() == ""
    assert klien.hget("portal:tugas", "uji.tugas|success") == b"1"


def test_metrik_menghitung_dan_hanya_terbuka_bagi_yang_berhak(client, settings):
    masuk(client, Pengguna.objects.get(nama_pengguna=panggung_demo.kisah().akun["ASN, PPPK"])).get("/")
    teks = client.get("/metrik/").content.decode()
    assert 'portal_http_requests_total{method="GET",status="200",view="tata_kelola:beranda"}' in teks
    assert 'portal_http_request_seconds_bucket{le="0.3",view="tata_kelola:beranda"}' in teks
    for nama in ("portal_queue_length", "portal_db_connections", "portal_db_waiting", "portal_disk_free_bytes"):
        assert f"\n{nama}" in teks, nama
    assert client.get("/metrik/", REMOTE_ADDR="10.1.2.3").status_code == 404
    assert client.get("/metrik/", HTTP_X_FORWARDED_FOR="10.1.2.3").status_code == 404
    settings.METRIK_TOKEN = "rahasia-prometheus"
    bawa = {"REMOTE_ADDR": "10.1.2.3", "HTTP_AUTHORIZATION": "Bearer rahasia-prometheus"}
    assert client.get("/metrik/", **bawa).status_code == 200
    assert client.get("/metrik/", **bawa | {"HTTP_AUTHORIZATION": "Bearer salah"}).status_code == 404


def test_siap_membedakan_yang_wajib_dari_yang_dapat_menunggu(client, settings, monkeypatch):
    klien = redis.Redis.from_url(pengaturan.CELERY_BROKER_URL)
    klien.delete(sehat.DETAK_BEAT)
    jawab = client.get("/sehat/siap/")
    isi = jawab.json()
    assert (jawab.status_code, isi["siap"], isi["bagian"]["worker"]) == (200, True, "tidak ada yang tersambung")
    assert isi["bagian"]["beat"] == "belum pernah terlihat"
    assert {isi["bagian"][n] for n in sehat.WAJIB} == {"baik"}
    assert client.get("/sehat/siap/?ketat=1").status_code == 503
    assert client.get("/sehat/siap/", REMOTE_ADDR="10.1.2.3").json()["bagian"]["beat"] == "sakit"
    tugas._beat_mulai()
    sapu_kiriman.delay()
    tugas._beat["jalan"] = False
    assert client.get("/sehat/siap/").json()["bagian"]["beat"] == "baik"
    klien.set(sehat.DETAK_BEAT, 1)
    assert client.get("/sehat/siap/").json()["bagian"]["beat"].startswith("diam sejak")
    monkeypatch.setattr(sehat, "_migrasi_kode", lambda: {("layanan", "9999_esok")})
    assert client.get("/sehat/siap/").json()["bagian"]["migrasi"] == "1 belum dijalankan"
    assert client.get("/sehat/siap/").status_code == 503


@pytest.mark.parametrize(
    ("setelan", "nilai", "bagian"),
    [("MEDIA_ROOT", "/proc/tidak-ada", "dokumen"), ("CELERY_BROKER_URL", "redis://127.0.0.1:1/0", "broker")],
)
def test_tanpa_dokumen_atau_broker_tidak_siap_tetapi_tetap_hidup(client, settings, setelan, nilai, bagian):
    setattr(settings, setelan, nilai)
    jawab = client.get("/sehat/siap/")
    assert jawab.status_code == 503
    assert jawab.json()["bagian"][bagian] != "baik"
    assert client.get("/sehat/hidup/").content == b"ok"


def test_disk_hampir_penuh_terlihat_sebelum_portal_berhenti(client, settings):
    settings.SEHAT_DISK_MIN_MB = 10**9
    jawab = client.get("/sehat/siap/")
    assert jawab.status_code == 200
    assert jawab.json()["bagian"]["disk"].startswith("tersisa")
