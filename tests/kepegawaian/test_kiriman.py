"""Kiriman: satu kali tiap pemberitahuan dan saluran, menurut pilihan, lewat pekerja sungguhan dan gerbang palsu di 127.0.0.1."""

import hashlib
import hmac
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from django.core import mail
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from kepegawaian import jejak, kiriman, kurir, peristiwa
from kepegawaian.models import Jejak, Kiriman, Pegawai, Pemberitahuan, PilihanKabar
from kepegawaian.nomor_hp import bakukan
from kepegawaian.tasks import kirim_kiriman, sapu_kiriman
from tests.pabrik import buat_akun, buat_pegawai, masuk

pytestmark = pytest.mark.django_db


def kabari(*akun, kunci="k1", oleh=None, **isi):
    """A notice as an act of ``oleh`` writes it, now."""
    isi = {"judul": "Perlu diperbaiki: KGB", "isi": "Halaman 2 buram.", "url": "/usulan/US-1/"} | isi
    with jejak.sebagai(oleh):
        jejak.beri_tahu([a.pk for a in akun], kunci=kunci, pada=isi.pop("pada", timezone.now()), **isi)


def antre():
    """Rows as (account word, channel, status)."""
    return list(
        Kiriman.objects.order_by("pk").values_list("pemberitahuan__pengguna__nama_pengguna", "saluran", "status")
    )


# ── who gets what, by which channel ──────────────────────────────────────────────────────────────────


def test_kiriman_lahir_bersama_kabarnya_dan_terkirim_sekali(orang, tugas_langsung, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        kabari(orang.akun["ani"], peristiwa="dikembalikan")
        assert antre() == [(orang.ani.nip, "surel", "menunggu")]
        assert mail.outbox == []
    assert antre() == [(orang.ani.nip, "surel", "terkirim")]
    (surat,) = mail.outbox
    assert (surat.to, surat.subject) == (["ani@contoh.id"], "Perlu diperbaiki: KGB · Portal BKD")
    assert "/usulan/US-1/" in surat.body
    assert "/pemberitahuan-saya/" in surat.body
    kirim_kiriman([Kiriman.objects.get().pk])
    sapu_kiriman()
    with django_capture_on_commit_callbacks(execute=True):
        kabari(orang.akun["ani"], peristiwa="dikembalikan")
    assert len(mail.outbox) == 1
    assert (Pemberitahuan.objects.count(), Kiriman.objects.count()) == (1, 1)


def test_transaksi_yang_batal_tidak_meninggalkan_kiriman(orang):
    with transaction.atomic():
        kabari(orang.akun["ani"], peristiwa="dikembalikan")
        assert Kiriman.objects.exists()
        transaction.set_rollback(True)
    assert not Kiriman.objects.exists()
    assert not Pemberitahuan.objects.exists()


@pytest.mark.parametrize(
    ("kode", "ada"), [("dikembalikan", True), ("naskah_terbit", True), ("posisi", False), ("umum", False)]
)
def test_bawaan_kantor_menurut_setelannya(orang, kode, ada):
    kabari(orang.akun["ani"], peristiwa=kode)
    assert Kiriman.objects.exists() is ada


def test_tanpa_alamat_akun_tertutup_dan_kejadian_lama_hanya_lonceng(orang):
    akun = orang.akun
    akun["eko"].is_active = False
    akun["eko"].save()
    kabari(akun["budi"], akun["eko"], peristiwa="dikembalikan")  # budi has no e-mail on file
    kabari(akun["ani"], kunci="lama", peristiwa="dikembalikan", pada=timezone.now() - timedelta(hours=25))
    assert not Kiriman.objects.exists()
    assert set(Pemberitahuan.objects.values_list("pengguna_id", flat=True)) == {akun["budi"].pk, akun["ani"].pk}


def test_pelaku_tidak_diberi_tahu_perbuatannya_sendiri_kecuali_soal_keamanan(orang):
    ani, eko = orang.akun["ani"], orang.akun["eko"]
    kabari(ani, eko, oleh=ani)
    kabari(ani, kunci="k2", oleh=ani, juga_pelaku=True, peristiwa="kode_slip")
    kabari(ani, kunci="k3")
    assert set(Pemberitahuan.objects.values_list("pengguna_id", "kunci")) == {
        (eko.pk, "k1"),
        (ani.pk, "k2"),
        (ani.pk, "k3"),
    }


def test_peristiwa_yang_tidak_pada_tabel_ditolak(orang):
    with pytest.raises(KeyError, match=r"peristiwa\.py"):
        kabari(orang.akun["ani"], peristiwa="entah")


# ── the person's own page ────────────────────────────────────────────────────────────────────────────


def test_pilihan_sendiri_mengalahkan_bawaan_dan_dapat_dikembalikan(orang):
    ani = orang.masuk("ani")
    isi = ani.get("/pemberitahuan-saya/").content.decode()
    assert "ani@contoh.id" in isi
    assert "Menjaga keamanan akun Anda, jadi selalu dikirim." in isi
    assert "impor" not in isi.lower(), "peristiwa staf tidak ditawarkan kepada ASN"
    # All boxes off but one that is off by default: what differs is kept, what agrees is not.
    assert ani.post("/pemberitahuan-saya/", {"posisi-surel": "on"}).status_code == 302
    pilihan = set(PilihanKabar.objects.values_list("peristiwa", "saluran", "aktif"))
    assert ("posisi", "surel", True) in pilihan
    assert ("dikembalikan", "surel", False) in pilihan
    assert ("posisi", "whatsapp", False) not in pilihan
    kabari(orang.akun["ani"], kunci="a", peristiwa="dikembalikan")
    kabari(orang.akun["ani"], kunci="b", peristiwa="posisi")
    kabari(orang.akun["eko"], kunci="c", peristiwa="dikembalikan")
    assert list(Kiriman.objects.order_by("pk").values_list("pemberitahuan__kunci", flat=True)) == ["b", "c"]
    assert Pemberitahuan.objects.filter(pengguna=orang.akun["ani"]).count() == 2, "lonceng tidak dapat dimatikan"
    ani.post("/pemberitahuan-saya/", {"bawaan": "1"})
    assert not PilihanKabar.objects.exists()
    assert Jejak.objects.filter(aksi="kabar_atur").count() == 2


def test_yang_menjaga_keamanan_tidak_dapat_dimatikan(orang):
    orang.masuk("ani").post("/pemberitahuan-saya/", {"kode_slip-surel": ""})
    PilihanKabar.objects.create(pengguna=orang.akun["ani"], peristiwa="kode_slip", saluran="surel", aktif=False)
    kabari(orang.akun["ani"], peristiwa="kode_slip")
    assert antre() == [(orang.ani.nip, "surel", "menunggu")]


def test_bawaan_kantor_diubah_lewat_setelan_dan_salah_ketik_ditolak(orang):
    gita = orang.masuk("gita")
    isi = {
        "berlaku_sejak": timezone.localdate().isoformat(),
        "dasar": "SK Kepala BKD 800/9/2026",
        "keyakinan": "asumsi",
    }
    jawab = gita.post("/setelan/kabar_surel/ubah/", isi | {"nilai": "posisi\nentah"})
    assert jawab.status_code == 400
    assert "Peristiwa tidak dikenal: entah" in jawab.content.decode()
    assert gita.post("/setelan/kabar_surel/ubah/", isi | {"nilai": "posisi"}).status_code == 302
    kabari(orang.akun["ani"], kunci="a", peristiwa="dikembalikan")
    kabari(orang.akun["ani"], kunci="b", peristiwa="posisi")
    assert list(Kiriman.objects.values_list("pemberitahuan__kunci", flat=True)) == ["b"]


# ── what may leave the portal ────────────────────────────────────────────────────────────────────────


def test_rahasia_hanya_mengatakan_ada_kabar(orang):
    kabari(
        orang.akun["ani"], peristiwa="dikembalikan", judul="Perkara disiplin PDM-7", isi="Hukuman berat", rahasia=True
    )
    kiriman.kirim(Kiriman.objects.get().pk)
    (surat,) = mail.outbox
    seluruh = surat.subject + surat.body
    assert "Ada pemberitahuan baru" in seluruh
    for kata in ("disiplin", "PDM-7", "Hukuman", "US-1"):
        assert kata not in seluruh, kata
    assert Pemberitahuan.objects.get().isi == "Hukuman berat", "lonceng di portal tetap menyebutnya"


@pytest.mark.parametrize(("kode", "keluar"), [("dikembalikan", False), ("ditolak", False), ("naskah_terbit", True)])
def test_kalimat_yang_diketik_orang_tidak_keluar_dari_portal(orang, kode, keluar):
    kabari(orang.akun["ani"], peristiwa=kode, isi="Nomor 823/1/2026.")
    kiriman.kirim(Kiriman.objects.get().pk)
    assert ("Nomor 823/1/2026." in mail.outbox[0].body) is keluar


def test_judul_berbaris_dua_tidak_menjadi_kepala_surat(orang):
    kabari(orang.akun["ani"], peristiwa="dikembalikan", judul="Satu\nBcc: lain@contoh.id")
    kiriman.kirim(Kiriman.objects.get().pk)
    assert mail.outbox[0].subject == "Satu Bcc: lain@contoh.id · Portal BKD"
    assert mail.outbox[0].recipients() == ["ani@contoh.id"]


# ── tries, failure, the admin ────────────────────────────────────────────────────────────────────────


def jatuhkan(k):
    """As if its next try were due."""
    Kiriman.objects.filter(pk=k.pk).update(berikut_pada=timezone.now() - timedelta(seconds=1))


def test_surel_mati_dicoba_lagi_makin_jarang_lalu_gagal_dan_admin_mengulang(
    orang, settings, tugas_langsung, django_capture_on_commit_callbacks
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1  # nobody listens there
    kabari(orang.akun["ani"], peristiwa="dikembalikan")
    k, jeda = Kiriman.objects.get(), []
    for _ in range(5):
        sebelum = timezone.now()
        sapu_kiriman()
        k.refresh_from_db()
        assert k.status == "menunggu"
        jeda.append(round((k.berikut_pada - sebelum).total_seconds() / 60))
        sapu_kiriman()  # not due yet: nothing happens
        jatuhkan(k)
    assert jeda == [1, 5, 30, 120, 360]
    sapu_kiriman()
    k.refresh_from_db()
    assert (k.status, k.percobaan) == ("gagal", 6)
    gita = orang.masuk("gita")
    isi = gita.get("/kiriman/?status=gagal").content.decode()
    assert "Server surel tidak dapat dihubungi" in isi
    assert "Halaman 2 buram." not in isi, "admin tidak membaca isi kabar"
    assert "1 pemberitahuan gagal dikirim" in gita.get("/tugas/").content.decode()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with django_capture_on_commit_callbacks(execute=True):
        assert gita.post("/kiriman/ulangi/", {"pilih": [k.pk]}).status_code == 302
    assert (antre()[0][2], len(mail.outbox)) == ("terkirim", 1)
    with django_capture_on_commit_callbacks(execute=True):
        gita.post("/kiriman/ulangi/", {"pilih": [k.pk]})
    assert len(mail.outbox) == 1, "yang sudah terkirim tidak diulang"
    assert Jejak.objects.filter(aksi="kiriman_ulang").count() == 1


def test_halaman_kiriman_kosong_berbicara_dan_kuerinya_tetap(orang, django_assert_max_num_queries):
    gita = orang.masuk("gita")
    assert "Belum ada yang dikirim ke luar portal" in gita.get("/kiriman/").content.decode()
    for n in range(12):
        kabari(orang.akun["ani"], kunci=f"k{n}", peristiwa="dikembalikan")
    with django_assert_max_num_queries(11):
        assert gita.get("/kiriman/").status_code == 200


def test_pekerja_yang_mati_di_tengah_diambil_alih_sesudah_sewanya_habis(orang):
    kabari(orang.akun["ani"], peristiwa="dikembalikan")
    k = Kiriman.objects.get()
    Kiriman.objects.update(status="mengirim", percobaan=1, berikut_pada=timezone.now() + kiriman.SEWA)
    sapu_kiriman()
    assert mail.outbox == [], "yang sedang dikirim orang lain dibiarkan"
    jatuhkan(k)
    sapu_kiriman()
    assert [s.extra_headers["Message-ID"] for s in mail.outbox] == [f"<kabar-{k.pk}@127.0.0.1>"]
    assert antre()[0][2] == "terkirim"


def test_akun_yang_ditutup_sementara_itu_tidak_lagi_dikirimi(orang):
    kabari(orang.akun["ani"], peristiwa="dikembalikan")
    orang.akun["ani"].is_active = False
    orang.akun["ani"].save()
    sapu_kiriman()
    assert (antre()[0][2], mail.outbox) == ("batal", [])


# ── two workers at once, on real connections ─────────────────────────────────────────────────────────


@pytest.mark.django_db(transaction=True)
def test_dua_pekerja_bersamaan_mengirim_sekali():
    akun = buat_akun(buat_pegawai(nama="ANI", email="ani@contoh.id"))
    for n in range(4):
        kabari(akun, kunci=f"k{n}", peristiwa="dikembalikan")
    ids = list(Kiriman.objects.values_list("pk", flat=True))
    temu = threading.Barrier(4)

    def pekerja(_):
        try:
            temu.wait(timeout=20)
            return [kiriman.kirim(i) for i in ids]
        finally:
            connection.close()

    mail.outbox.clear()
    with ThreadPoolExecutor(4) as kolam:
        hasil = list(kolam.map(pekerja, range(4)))
    assert [sum(h[i] for h in hasil) for i in range(4)] == [1, 1, 1, 1]
    assert len(mail.outbox) == 4
    assert set(Kiriman.objects.values_list("status", "percobaan")) == {("terkirim", 1)}


# ── the gateway ──────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def gerbang(settings):
    """A fake gateway on a real port; ``masuk`` what came, ``jawab`` the statuses it gives, the last one for ever."""

    class Gerbang(BaseHTTPRequestHandler):
        def do_POST(self):
            badan = self.rfile.read(int(self.headers["Content-Length"]))
            server.masuk.append((dict(self.headers), badan))
            status = server.jawab.pop(0) if len(server.jawab) > 1 else server.jawab[0]
            if status == "diam":
                time.sleep(2)
                status = 200
            self.send_response(status)
            if status == 302:
                self.send_header("Location", f"http://127.0.0.1:{server.server_port}/lain")
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Gerbang)
    server.daemon_threads = True
    server.masuk, server.jawab = [], [200]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.DEBUG = True  # http is for a test bench only
    settings.WA_WEBHOOK_URL = f"http://127.0.0.1:{server.server_port}/kirim"
    settings.WA_WEBHOOK_RAHASIA = "rahasia-gerbang"
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def wa(orang, gerbang):
    """A WhatsApp message that waits; ani has a number as people write it."""
    Pegawai.objects.filter(pk=orang.ani.pk).update(nomor_hp="0812-3456-7890", email="")
    kabari(orang.akun["ani"], peristiwa="naskah_terbit", judul="Surat KGB sudah terbit", isi="Nomor 822/1.")
    return Kiriman.objects.get()


def test_gerbang_menerima_nomor_baku_pesan_kunci_dan_tanda_yang_cocok(gerbang, wa):
    assert kiriman.kirim(wa.pk)
    ((kepala, badan),) = gerbang.masuk
    isi = json.loads(badan)
    assert set(isi) == {"nomor", "pesan", "kunci"}
    assert (isi["nomor"], isi["kunci"]) == ("6281234567890", f"kabar-{wa.pk}")
    assert isi["pesan"].splitlines()[:2] == ["Surat KGB sudah terbit", "Nomor 822/1."]
    pesan = kepala["X-Portal-Waktu"].encode() + b"." + badan
    assert kepala["X-Portal-Tanda"] == "sha256=" + hmac.new(b"rahasia-gerbang", pesan, hashlib.sha256).hexdigest()
    assert abs(int(kepala["X-Portal-Waktu"]) - time.time()) < 60


@pytest.mark.parametrize(
    ("jawab", "status", "kalimat"),
    [
        ([503], "menunggu", "sedang bermasalah (HTTP 503)"),
        ([429], "menunggu", "sedang bermasalah (HTTP 429)"),
        ([400], "gagal", "menolak kiriman (HTTP 400)"),
        ([302, 200], "gagal", "menolak kiriman (HTTP 302)"),
        (["diam"], "menunggu", "tidak menjawab"),
    ],
)
def test_jawaban_gerbang(gerbang, wa, monkeypatch, jawab, status, kalimat):
    monkeypatch.setattr(kurir, "TUNGGU", 0.3)
    gerbang.jawab[:] = jawab
    assert not kiriman.kirim(wa.pk)
    wa.refresh_from_db()
    assert wa.status == status
    assert kalimat in wa.galat
    assert len(gerbang.masuk) == 1, "pengalihan tidak diikuti"


def test_gerbang_pulih_dengan_kunci_yang_sama(gerbang, wa):
    gerbang.jawab[:] = [500, 200]
    kiriman.kirim(wa.pk)
    jatuhkan(wa)
    sapu_kiriman()
    assert [json.loads(b)["kunci"] for _, b in gerbang.masuk] == [f"kabar-{wa.pk}"] * 2
    assert antre()[0][2] == "terkirim"


def test_tanpa_https_tidak_ada_yang_keluar_di_luar_debug(gerbang, wa, settings):
    settings.DEBUG = False
    kiriman.kirim(wa.pk)
    wa.refresh_from_db()
    assert (wa.status, gerbang.masuk) == ("gagal", [])
    assert "harus https" in wa.galat


def test_tanpa_gerbang_tidak_ada_kiriman_whatsapp(orang, settings):
    assert settings.WA_WEBHOOK_URL == ""
    Pegawai.objects.filter(pk=orang.ani.pk).update(nomor_hp="081234567890")
    kabari(orang.akun["ani"], peristiwa="naskah_terbit")
    assert [s for _, s, _ in antre()] == ["surel"]
    assert (
        "kantor belum memasang gerbang WhatsApp"
        in masuk(Client(), orang.akun["ani"]).get("/pemberitahuan-saya/").content.decode()
    )


@pytest.mark.parametrize(
    ("tulisan", "baku"),
    [
        ("0812-3456-7890", "6281234567890"),
        ("+62 812 3456 7890", "6281234567890"),
        ("+62 (0)812 3456 7890", "6281234567890"),
        ("0062 812 3456 7890", "6281234567890"),
        ("812 3456 7890", "6281234567890"),
        ("0322-321000", ""),  # telepon rumah Lamongan
        ("08123", ""),
        ("tidak ada", ""),
        ("", ""),
    ],
)
def test_nomor_telepon_seluler_dibakukan(tulisan, baku):
    assert bakukan(tulisan) == baku


def test_tiap_peristiwa_punya_kalimat_dan_saluran_yang_dikenal():
    for p in peristiwa.TABEL.values():
        assert p.kalimat[0].isupper(), p.kode
        assert set(p.saluran) <= set(peristiwa.SALURAN), p.kode
