"""BSrE lewat HTTP sungguhan ke peladen tiruan: v1 dan v2, galatnya, dan yang tidak pasti."""

import json
import logging
from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from bkd_portal.lokal.proses import porta_bebas
from kepegawaian.models import Jejak, Naskah, Pegawai, RiwayatPendidikan, Setelan
from layanan import tanda_tangan, tasks
from layanan.models import BatchTte, PermintaanTte
from layanan.tte import sandi as titipan
from layanan.tte.bsre import PenandaBsre
from layanan.tte.galat import DitolakPenanda, PeladenMati, SandiSalah, SertifikatTidakSah, TidakPasti
from tests.layanan.bsre_tiruan import AKUN, NIK, RAGU, SANDI, Tiruan
from tests.layanan.conftest import pdf
from tests.layanan.test_alur import segar
from tests.layanan.ttd import KANTOR, menunggu_ttd
from tests.pabrik import masuk

pytestmark = pytest.mark.django_db


@pytest.fixture
def bsre(kantor, settings):
    """The office signs through the fake server; waiting takes a second at most."""
    Setelan.objects.filter(kunci="tte_kantor", berlaku_sejak="2026-01-01").update(
        nilai={"BUPATI": "basah", KANTOR: "bsre"}
    )
    Pegawai.objects.filter(pk=kantor.dewi.pk).update(nik=NIK)
    kantor.akun_dewi.refresh_from_db()
    with Tiruan() as tiruan:
        settings.TTE_BSRE = {
            "url": tiruan.url,
            "pengguna": AKUN[0],
            "sandi": AKUN[1],
            "versi": "v2",
            "medan": {},
            "tunggu": 1,
        }
        yield tiruan


def jalankan(orang, *usulan, kata=SANDI):
    """Claims and lets the task function run; returns the batch."""
    batch, _ = tanda_tangan.minta([(u, u.versi_baris) for u in usulan], oleh=orang.oleh("dewi"), sandi=kata)
    tasks.tandatangani_batch(batch.pk, titipan.titip(kata))
    batch.refresh_from_db()
    return batch


def permintaan(usulan):
    return PermintaanTte.objects.get(usulan=usulan)


@pytest.mark.parametrize("versi", ["v1", "v2"])
def test_menandatangani_lewat_kedua_versi(kantor, bsre, settings, versi):
    settings.TTE_BSRE["versi"] = versi
    u = menunggu_ttd(kantor)
    assert jalankan(kantor, u).status == "selesai"
    n = Naskah.objects.get(usulan__usulan=u)
    assert (n.tahap, n.cara_tanda_tangan, segar(u).status) == ("ditandatangani", "bsre", "selesai")
    with n.berkas_sah.open("rb") as sah, n.berkas_cetak.open("rb") as cetak:
        assert sah.read() == bsre.ditandatangani[0]
        dikirim = bsre.permintaan[0][1]["file"]
        assert versi == "v2" or dikirim == cetak.read()
    jalur, isi = bsre.permintaan[0]
    sifat = isi["signatureProperties"][0] if versi == "v2" else isi
    assert jalur == ("/api/v2/sign/pdf" if versi == "v2" else "/api/sign/pdf")
    assert sifat["tampilan"].upper() == "VISIBLE"
    assert sifat["imageBase64" if versi == "v2" else "imageTTD"]


def test_nama_medan_dan_jalur_dapat_disetel(kantor, bsre, settings):
    settings.TTE_BSRE |= {"medan": {"jalur": "/api/v2/kantor/sign", "x": "xAxis"}}
    u = menunggu_ttd(kantor)
    jalankan(kantor, u)
    jalur, isi = bsre.permintaan[0]
    assert jalur == "/api/v2/kantor/sign"
    assert "xAxis" in isi["signatureProperties"][0]
    assert segar(u).status == "selesai"


def test_passphrase_salah_menghentikan_batch_dan_hanya_dikirim_sekali(kantor, bsre):
    satu, dua = menunggu_ttd(kantor), menunggu_ttd(kantor, "Eka")
    batch = jalankan(kantor, satu, dua, kata="keliru")
    assert batch.status == "menunggu_sandi"
    assert "Passphrase BSrE salah" in batch.galat
    assert len(bsre.permintaan) == 1
    assert bsre.ditandatangani == []
    assert [segar(u).status for u in (satu, dua)] == ["diproses", "diproses"]
    assert Jejak.objects.filter(aksi="naskah_sah").count() == RiwayatPendidikan.objects.count() == 0


@pytest.mark.parametrize(
    ("ragam", "kalimat"),
    [("kedaluwarsa", "Sertifikat BSrE Anda sudah kedaluwarsa."), ("nik", "belum terdaftar")],
)
def test_sertifikat_kedaluwarsa_atau_tidak_terdaftar_disebut_jelas(kantor, bsre, ragam, kalimat):
    u = menunggu_ttd(kantor)
    if ragam == "nik":
        Pegawai.objects.filter(pk=kantor.dewi.pk).update(nik="3524999999999999")
    bsre.ragam = ragam
    batch = jalankan(kantor, u)
    assert batch.status == "menunggu_sandi"
    assert kalimat in batch.galat
    assert permintaan(u).status == "menunggu"


def test_dokumen_yang_ditolak_gagal_sendiri_tanpa_membocorkan_nik_dan_passphrase(kantor, bsre, client):
    u = menunggu_ttd(kantor)
    bsre.ragam = "tolak"
    batch = jalankan(kantor, u)
    p = permintaan(u)
    assert (batch.status, p.status) == ("selesai", "gagal")
    assert "BSrE menolak naskah ini" in p.galat
    halaman = masuk(client, kantor.akun_dewi).get(reverse("layanan:tte_detail", args=[batch.pk])).content.decode()
    assert "BSrE menolak naskah ini" in halaman
    assert NIK not in p.galat
    assert SANDI not in p.galat


@pytest.mark.parametrize("ragam", ["diam", "putus", "sampah", *RAGU])
def test_tidak_ada_jawaban_sesudah_dikirim_harus_dicocokkan_dan_tidak_diulang(kantor, bsre, ragam):
    u = menunggu_ttd(kantor)
    bsre.ragam = ragam
    batch = jalankan(kantor, u)
    assert (batch.status, permintaan(u).status) == ("selesai", "perlu_dicocokkan")
    assert Naskah.objects.get(usulan__usulan=u).tahap == "tercetak"
    bsre.ragam = "baik"
    tasks.tandatangani_batch(batch.pk, titipan.titip(SANDI))
    BatchTte.objects.update(diantre_pada=datetime.now(UTC) - timedelta(days=1))
    tasks.sapu_tanda_tangan()
    assert len(bsre.permintaan) == 1
    assert permintaan(u).status == "perlu_dicocokkan"


def test_naskah_lain_yang_bertanda_utuh_bukan_jawaban(kantor, bsre):
    """A whole, signed PDF that does not carry our print: it may be anybody's decree, so a person looks."""
    u = menunggu_ttd(kantor)
    bsre.ragam, bsre.lain = "lain", pdf(lebar=314).read()
    jalankan(kantor, u)
    assert permintaan(u).status == "perlu_dicocokkan"
    assert "bukan naskah yang dikirim" in permintaan(u).galat
    assert Naskah.objects.get(usulan__usulan=u).tahap == "tercetak"


def test_kata_elektronik_dan_teknik_bukan_nik(kantor, bsre):
    u = menunggu_ttd(kantor)
    bsre.ragam = "teknik"
    jalankan(kantor, u)
    assert permintaan(u).status == "gagal"
    assert "Berkas elektronik tidak terbaca" in permintaan(u).galat


@pytest.mark.parametrize(
    ("status", "kata", "galat"),
    [
        (500, "Proses signing gagal : Passphrase anda salah", SandiSalah),
        (400, "Passphrase diperlukan", SandiSalah),
        (504, "Passphrase service timed out", TidakPasti),
        (500, "Sertifikat pengguna sudah expired", SertifikatTidakSah),
        (500, "Session expired", TidakPasti),
        (500, "NIK tidak terdaftar", SertifikatTidakSah),
        (500, "User not found", SertifikatTidakSah),
        (500, "Certificate service unavailable", TidakPasti),
        (404, "", DitolakPenanda),
        (429, "too many", DitolakPenanda),
        (403, "", PeladenMati),
    ],
)
def test_yang_pasti_hanya_penolakan_yang_dikenal(bsre, status, kata, galat):
    with PenandaBsre(NIK, SANDI) as penanda:
        assert type(penanda._galat(status, json.dumps({"error": kata}).encode())) is galat


def test_dua_kali_tanpa_jawaban_sisanya_tidak_dikirim(kantor, bsre):
    usulan = [menunggu_ttd(kantor, f"Orang {i}") for i in range(3)]
    bsre.ragam = "putus"
    batch = jalankan(kantor, *usulan)
    assert len(bsre.permintaan) == 2
    assert sorted(permintaan(u).status for u in usulan) == ["menunggu", "perlu_dicocokkan", "perlu_dicocokkan"]
    assert batch.status == "menunggu_sandi"


def test_peladen_mati_pasti_belum_ditandatangani(kantor, bsre, settings):
    u = menunggu_ttd(kantor)
    settings.TTE_BSRE |= {"url": f"http://127.0.0.1:{porta_bebas()}"}
    batch = jalankan(kantor, u)
    assert (batch.status, permintaan(u).status) == ("menunggu_sandi", "menunggu")
    assert "belum ada yang dikirim" in batch.galat


def test_akun_portal_yang_ditolak_peladen_disebut(kantor, bsre, settings):
    settings.TTE_BSRE |= {"sandi": "salah"}
    u = menunggu_ttd(kantor)
    assert "menolak akun portal" in jalankan(kantor, u).galat


def test_pekerja_mati_di_tengah_permintaan_bsre_harus_dicocokkan(kantor, bsre):
    u = menunggu_ttd(kantor)
    batch, _ = tanda_tangan.minta([(u, u.versi_baris)], oleh=kantor.oleh("dewi"), sandi=SANDI)
    batch.permintaan.update(status="dikerjakan")
    tasks.tandatangani_batch(batch.pk, titipan.titip(SANDI))
    assert permintaan(u).status == "perlu_dicocokkan"
    assert bsre.permintaan == []


def test_rahasia_tidak_masuk_catatan(kantor, bsre, caplog):
    caplog.set_level(logging.DEBUG)
    for ragam in ("baik", "tolak", "diam"):
        bsre.ragam = ragam
        jalankan(kantor, menunggu_ttd(kantor, ragam))
    assert SANDI not in caplog.text
    assert NIK not in caplog.text


# ── settling ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def ragu(kantor, bsre, settings):
    """A signature BSrE made without our hearing of it."""
    u = menunggu_ttd(kantor)
    bsre.ragam = "diam"
    jalankan(kantor, u)
    bsre.ragam = "baik"
    bsre.ca.tulis_akar(settings.TTE_DIR, "bsre.crt")
    return u


def cocokkan(klien, usulan, **isi):
    return klien.post(reverse("layanan:tte_cocokkan", args=[permintaan(usulan).pk]), isi, follow=True)


def unggahan(isi):
    return SimpleUploadedFile("sah.pdf", isi, content_type="application/pdf")


def test_berkas_yang_ditemukan_di_penanda_tangan_memberlakukan_naskah(kantor, bsre, ragu, client):
    klien = masuk(client, kantor.akun_citra)
    halaman = klien.get(reverse("layanan:usulan_detail", args=[ragu.nomor])).content.decode()
    assert "Tanda tangan perlu dicocokkan." in halaman
    cocokkan(klien, ragu, aksi="unggah", berkas=unggahan(bsre.ditandatangani[0]))
    n = Naskah.objects.get(usulan__usulan=ragu)
    assert (n.tahap, segar(ragu).status, permintaan(ragu).status) == ("ditandatangani", "selesai", "selesai")
    assert RiwayatPendidikan.objects.filter(pegawai=ragu.pegawai_id).count() == 1
    assert Jejak.objects.filter(aksi="tte_cocok", oleh_id=kantor.akun_citra.pk).exists()
    cocokkan(klien, ragu, aksi="unggah", berkas=unggahan(bsre.ditandatangani[0]))
    assert Jejak.objects.filter(aksi="naskah_sah").count() == 1


def test_berkas_lain_atau_yang_berubah_tidak_diterima(kantor, bsre, ragu, client):
    klien, asli = masuk(client, kantor.akun_dewi), bsre.ditandatangani[0]
    with Naskah.objects.get(usulan__usulan=ragu).berkas_cetak.open("rb") as berkas:
        cetak = berkas.read()
    rusak = bytearray(asli)
    rusak[len(cetak) + 30] ^= 1
    for isi in (pdf(lebar=313).read(), cetak, bytes(rusak)):
        cocokkan(klien, ragu, aksi="unggah", berkas=unggahan(isi))
        assert permintaan(ragu).status == "perlu_dicocokkan"
    assert segar(ragu).status == "diproses"


def test_tanda_tangan_dari_penerbit_yang_tidak_dikenal_tidak_memberlakukan_naskah(kantor, bsre, ragu, client):
    penanda_lain = Tiruan()
    with Naskah.objects.get(usulan__usulan=ragu).berkas_cetak.open("rb") as berkas:
        palsu = penanda_lain.tanda_tangani(berkas.read())
    penanda_lain.peladen.server_close()
    jawab = cocokkan(masuk(client, kantor.akun_citra), ragu, aksi="unggah", berkas=unggahan(palsu))
    assert "tidak dikenal portal" in jawab.content.decode()
    assert permintaan(ragu).status == "perlu_dicocokkan"


def test_dilepas_dengan_alasan_lalu_ditandatangani_lagi(kantor, bsre, ragu, client):
    klien = masuk(client, kantor.akun_dewi)
    cocokkan(klien, ragu, aksi="lepas", alasan="  ")
    assert permintaan(ragu).status == "perlu_dicocokkan"
    cocokkan(klien, ragu, aksi="lepas", alasan="Riwayat BSrE tidak memuat naskah ini.")
    assert permintaan(ragu).status == "dilepas"
    jalankan(kantor, segar(ragu))
    assert segar(ragu).status == "selesai"


@pytest.mark.parametrize("nama", ["budi", "eko", "ani", "itwas"])
def test_orang_lain_tidak_dapat_mencocokkan(kantor, ragu, client, nama):
    klien = masuk(client, getattr(kantor, f"akun_{nama}"))
    assert cocokkan(klien, ragu, aksi="lepas", alasan="Coba.").status_code == 404
    assert permintaan(ragu).status == "perlu_dicocokkan"
