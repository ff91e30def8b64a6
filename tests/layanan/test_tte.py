"""Tanda tangan elektronik lokal lewat pintu yang sebenarnya: HTTP, tugas Celery, pdfsig, satu bita yang berubah."""

import base64
import io
import json
import logging
import re
import shutil
import subprocess
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.urls import reverse
from psycopg2 import sql

from bkd_portal.celery import app
from kepegawaian.models import Jabatan, Jejak, Naskah, Pemberitahuan, RiwayatPendidikan, Setelan
from layanan import alur, tanda_tangan, tasks
from layanan.galat import DitolakAlur
from layanan.models import BatchTte, PermintaanTte
from layanan.tte import periksa as pemeriksa, sandi as titipan
from layanan.wewenang import tindakan
from tests.layanan.conftest import pdf
from tests.layanan.test_alur import segar
from tests.layanan.ttd import (
    KANTOR,
    SANDI,
    kunci,
    menunggu_ttd,
)
from tests.pabrik import masuk, tambah

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _hitungan_baru():
    """Comparisons on the verification page are counted by address, over all tests of a process."""
    cache.clear()


@pytest.fixture
def dewi(client, kantor):
    return masuk(client, kantor.akun_dewi)


@pytest.fixture
def langsung(tugas_langsung, django_capture_on_commit_callbacks):
    """What waits for the commit runs at the end of the block, the Celery task function included."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


def tandatangani(klien, usulan, kata=SANDI, **lain):
    return klien.post(
        reverse("layanan:usulan_tandatangani", args=[usulan.nomor]),
        {"versi": usulan.versi_baris, "sandi": kata, **lain},
        follow=True,
    )


def isi_sah(usulan):
    with Naskah.objects.get(usulan__usulan=usulan).berkas_sah.open("rb") as berkas:
        return berkas.read()


# ── one by one ───────────────────────────────────────────────────────────────────────────────────────


def test_satu_naskah_ditandatangani_lewat_halaman_dan_akibatnya_tercatat(kantor, dewi, langsung):
    u = menunggu_ttd(kantor)
    halaman = dewi.get(reverse("layanan:usulan_detail", args=[u.nomor])).content.decode()
    assert "Tandatangani secara elektronik" in halaman
    kertas = reverse("layanan:usulan_sahkan", args=[u.nomor])  # still open, and able to carry a file
    assert f'action="{kertas}" enctype="multipart/form-data"' in halaman
    with langsung():
        tandatangani(dewi, u)
    n = Naskah.objects.get(usulan__usulan=u)
    assert (n.tahap, n.status, n.cara_tanda_tangan) == ("ditandatangani", "berlaku", "lokal")
    assert segar(u).status == "selesai"
    baris = RiwayatPendidikan.objects.get(pegawai=u.pegawai_id)
    assert baris.dicatat_oleh_id == kantor.akun_dewi.pk
    langkah = u.langkah.get(kode="tanda_tangan")
    assert (langkah.keadaan, langkah.oleh_id, langkah.sebagai) == (
        "selesai",
        kantor.akun_dewi.pk,
        kantor.dewi.kini.jabatan.nama,
    )
    assert Pemberitahuan.objects.filter(pengguna=kantor.akun_dewi, isi="1 naskah ditandatangani.").exists()
    hasil = dewi.get(reverse("layanan:tte_detail", args=[BatchTte.objects.get().pk])).content.decode()
    assert "1 dari 1 naskah ditandatangani." in hasil


def test_tanda_tangan_sah_menurut_pyhanko_dan_menutup_seluruh_berkas(kantor, dewi, langsung):
    u = menunggu_ttd(kantor)
    with langsung():
        tandatangani(dewi, u)
    (tanda,) = pemeriksa.periksa(isi_sah(u))
    assert (tanda.utuh, tanda.nama, tanda.rantai, tanda.tercap) == (True, "Dewi Kartika", "uji", False)


@pytest.mark.skipif(not shutil.which("pdfsig"), reason="pdfsig (poppler-utils) tidak terpasang")
def test_pdfsig_menerima_tanda_tangannya(kantor, dewi, langsung, tmp_path):
    u = menunggu_ttd(kantor)
    with langsung():
        tandatangani(dewi, u)
    jalur = tmp_path / "sah.pdf"
    jalur.write_bytes(isi_sah(u))
    keluar = subprocess.run(["pdfsig", "-nocert", jalur], capture_output=True, text=True, check=True).stdout
    assert "Signature Validation: Signature is Valid." in keluar
    assert "Total document signed" in keluar
    assert "ETSI.CAdES.detached" in keluar
    assert "Signer Certificate Common Name: Dewi Kartika" in keluar


def test_blok_terlihat_memuat_qr_dan_nama_dan_surat_tetap_satu_lembar(kantor, dewi, langsung, tmp_path):
    u = menunggu_ttd(kantor)
    with langsung():
        tandatangani(dewi, u)
    jalur = tmp_path / "sah.pdf"
    jalur.write_bytes(isi_sah(u))
    teks = subprocess.run(["pdftotext", "-layout", jalur, "-"], capture_output=True, text=True, check=True).stdout
    assert "Ditandatangani secara elektronik oleh" in teks
    assert teks.count("Dewi Kartika") == 2  # in the block and in the printed name
    assert teks.count("\f") == 1


def test_kata_sandi_salah_tidak_mengubah_apa_pun(kantor, dewi, langsung):
    u = menunggu_ttd(kantor)
    jejak = Jejak.objects.count()
    with langsung():
        jawab = tandatangani(dewi, u, "keliru")
    assert jawab.status_code == 422
    assert "Kata sandi sertifikat salah" in jawab.content.decode()
    assert "keliru" not in jawab.content.decode()
    assert segar(u).versi_baris == u.versi_baris
    assert (BatchTte.objects.count(), PermintaanTte.objects.count(), Jejak.objects.count()) == (0, 0, jejak)
    assert Naskah.objects.get(usulan__usulan=u).tahap == "tercetak"


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({"sampai": datetime.now(UTC) - timedelta(minutes=5)}, "Sertifikat elektronik sudah kedaluwarsa sejak"),
        ({"sejak": datetime.now(UTC) + timedelta(days=3)}, "Sertifikat elektronik baru berlaku mulai"),
        ({"nip": "197001011995011001"}, "Sertifikat kantor ini atas nama Dewi Kartika, bukan Anda"),
    ],
)
def test_sertifikat_yang_tidak_berlaku_disebut_dengan_kalimat_jelas(kantor, dewi, settings, langsung, isi, kalimat):
    u = menunggu_ttd(kantor)
    kantor.ca.tulis_p12(settings.TTE_DIR, KANTOR, SANDI, "Dewi Kartika", **({"nip": kantor.dewi.nip} | isi))
    with langsung():
        jawab = tandatangani(dewi, u)
    assert kalimat in jawab.content.decode()
    assert BatchTte.objects.count() == 0


def test_tanpa_berkas_sertifikat_pejabat_disuruh_menghubungi_admin(kantor, dewi, settings, tmp_path, langsung):
    u = menunggu_ttd(kantor)
    settings.TTE_DIR = str(tmp_path / "kosong")
    with langsung():
        assert "belum dipasang" in tandatangani(dewi, u).content.decode()


# ── who ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("nama", ["citra", "kabid", "budi", "itwas", "ani"])
def test_hanya_pemegang_jabatan_sendiri_yang_menandatangani(kantor, client, langsung, nama):
    u = menunggu_ttd(kantor)
    with langsung():
        tandatangani(masuk(client, getattr(kantor, f"akun_{nama}")), u)
    assert PermintaanTte.objects.count() == 0
    assert Naskah.objects.get(usulan__usulan=u).tahap == "tercetak"


def jadikan_plt(orang):
    jabatan = Jabatan.objects.get(kode=KANTOR)
    tambah(orang.kabid, "jabatan", tmt=date(2026, 1, 1), sampai=date(2027, 12, 31), penugasan="PLT", jabatan=jabatan,
           unit=jabatan.unit)  # fmt: skip


def test_plt_tidak_menandatangani_keputusan_strategis_tetapi_boleh_yang_lain(kantor, client, settings, langsung):
    biasa, strategis = menunggu_ttd(kantor), menunggu_ttd(kantor, "Eka", slug="uji-strategis")
    jadikan_plt(kantor)
    kantor.ca.tulis_p12(settings.TTE_DIR, KANTOR, SANDI, "Kabid Wira", nip=kantor.kabid.nip)
    klien = masuk(client, kantor.akun_kabid)
    with langsung():
        jawab = klien.post(
            reverse("layanan:tte_create"), {"pilih": kunci(biasa, strategis), "sandi": SANDI}, follow=True
        )
    assert "Keputusan strategis tidak dapat diambil Plt./Plh." in jawab.content.decode()
    assert segar(biasa).status == "selesai"
    assert segar(strategis).status == "diproses"
    assert biasa.langkah.get(kode="tanda_tangan").sebagai.startswith("Plt. ")


def test_kantor_basah_tidak_dapat_menandatangani_secara_elektronik(kantor, dewi, langsung):
    u = menunggu_ttd(kantor)
    Setelan.objects.filter(kunci="tte_kantor").update(nilai={"BUPATI": "basah"})
    halaman = dewi.get(reverse("layanan:usulan_detail", args=[u.nomor])).content.decode()
    assert "Tandatangani secara elektronik" not in halaman
    assert "Unggah naskah bertanda tangan" in halaman
    with langsung():
        assert "di atas kertas" in tandatangani(dewi, u).content.decode()
    assert PermintaanTte.objects.count() == 0


# ── many at once ─────────────────────────────────────────────────────────────────────────────────────


def test_perekam_pindaian_tidak_menolak_atas_nama_penanda_tangan(kantor):
    """Who only records the signed paper of Kepala BKD has no say in whether it is signed; she herself may refuse."""
    u = menunggu_ttd(kantor)
    perekam = kantor.oleh("citra")
    assert [t.kode for t in tindakan(u, u.langkah_kini, perekam.hak)] == ["sahkan", "kembalikan", "batalkan"]
    with pytest.raises(DitolakAlur, match="tidak ditolak"):
        alur.tolak(u, oleh=perekam, versi=u.versi_baris, alasan="x", pasal="y")
    assert "tolak" in {t.kode for t in tindakan(u, u.langkah_kini, kantor.oleh("dewi").hak)}
    alur.tolak(u, oleh=kantor.oleh("dewi"), versi=u.versi_baris, alasan="Belum waktunya.", pasal="PP 7/1977 Pasal 11")
    assert (segar(u).status, Naskah.objects.get(usulan__usulan=u).tahap) == ("ditolak", "batal")


def test_banyak_dengan_satu_konfirmasi_yang_basi_ditolak_yang_lain_jadi(kantor, dewi, langsung):
    satu, basi, tiga = (menunggu_ttd(kantor, f"Orang {i}") for i in range(3))
    assert dewi.get(reverse("layanan:kotak_list")).content.decode().count("Tandatangani") >= 1
    halaman = dewi.post(reverse("layanan:kotak_tandatangani"), {"pilih": kunci(satu, basi, tiga)}).content.decode()
    assert "Tandatangani 3 naskah" in halaman
    assert all(k in halaman for k in kunci(satu, basi, tiga))
    assert BatchTte.objects.count() == 0
    pilih = [*kunci(satu, tiga), f"{basi.nomor}:{basi.versi_baris - 1}"]
    with langsung():
        jawab = dewi.post(reverse("layanan:tte_create"), {"pilih": pilih, "sandi": SANDI}, follow=True)
    isi = jawab.content.decode()
    assert f"{basi.nomor}: Usulan ini sudah berubah sejak halaman Anda dibuka" in isi
    assert (
        "2 dari 2 naskah ditandatangani." in isi
        or "2 dari 2" in dewi.get(jawab.redirect_chain[-1][0]).content.decode()
    )
    assert [segar(u).status for u in (satu, basi, tiga)] == ["selesai", "diproses", "selesai"]
    assert BatchTte.objects.get().permintaan.count() == 2
    assert {isi_sah(u)[:5] for u in (satu, tiga)} == {b"%PDF-"}


def test_kata_sandi_salah_pada_banyak_menampilkan_konfirmasi_lagi(kantor, dewi, langsung):
    u = menunggu_ttd(kantor)
    with langsung():
        jawab = dewi.post(reverse("layanan:tte_create"), {"pilih": kunci(u), "sandi": "keliru"})
    assert jawab.status_code == 422
    assert "Kata sandi sertifikat salah" in jawab.content.decode()
    assert kunci(u)[0] in jawab.content.decode()
    assert BatchTte.objects.count() == 0


def test_selama_ditandatangani_perbuatan_lain_menunggu(kantor, dewi):
    u = menunggu_ttd(kantor)
    tandatangani(dewi, u)  # nothing runs: the commit of the test never comes
    u = segar(u)
    for act in (
        lambda: alur.sahkan(u, oleh=kantor.oleh("citra"), versi=u.versi_baris, file=pdf()),
        lambda: alur.kembalikan(u, oleh=kantor.oleh("dewi"), versi=u.versi_baris, alasan="Keliru."),
        lambda: alur.batalkan(u, oleh=kantor.oleh("citra"), versi=u.versi_baris, alasan="Keliru."),
        lambda: tanda_tangan.minta([(u, u.versi_baris)], oleh=kantor.oleh("dewi"), sandi=SANDI),
    ):
        with pytest.raises(DitolakAlur, match="sedang ditandatangani"):
            act()
    assert PermintaanTte.objects.get().status == "menunggu"


# ── the passphrase ───────────────────────────────────────────────────────────────────────────────────


def pesan_antrean():
    """All messages at the broker, their bodies decoded."""
    with app.connection_for_read() as koneksi:
        semua = koneksi.default_channel.client.lrange("celery", 0, -1)
        koneksi.default_channel.client.delete("celery")
    return [(m.decode(), base64.b64decode(json.loads(m)["body"]).decode()) for m in semua]


def test_kata_sandi_tidak_ada_di_basis_data_catatan_dan_antrean(
    kantor, dewi, caplog, django_capture_on_commit_callbacks
):
    caplog.set_level(logging.DEBUG)
    u = menunggu_ttd(kantor)
    pesan_antrean()
    with django_capture_on_commit_callbacks(execute=True):
        tandatangani(dewi, u)
    pesan = [(m, b) for m, b in pesan_antrean() if "tandatangani_batch" in m]
    assert len(pesan) == 1
    assert SANDI not in pesan[0][0] + pesan[0][1]
    argumen = json.loads(pesan[0][1])[0]
    assert titipan.ambil(argumen[1]) == SANDI  # so the passphrase really went this way
    tasks.tandatangani_batch(*argumen)
    assert segar(u).status == "selesai"
    assert titipan.ambil(argumen[1]) is None  # the key is gone with the batch
    assert SANDI not in caplog.text
    assert [t for t, isi in isi_tabel() if SANDI in isi] == []


def isi_tabel():
    """(table, every row as text) of the whole database."""
    with connection.cursor() as kursor:
        for tabel in connection.introspection.table_names():
            kursor.execute(
                sql.SQL("SELECT coalesce(string_agg(t::text, ' '), '') FROM {} t").format(sql.Identifier(tabel))
            )
            yield tabel, kursor.fetchone()[0]


def test_kunci_titipan_hangus_menunggu_kata_sandi_lalu_dilanjutkan(kantor, dewi, langsung):
    u = menunggu_ttd(kantor)
    batch, _ = tanda_tangan.minta([(u, u.versi_baris)], oleh=kantor.oleh("dewi"), sandi=SANDI)
    tasks.tandatangani_batch(batch.pk, "nama-yang-hangus:isi")
    batch.refresh_from_db()
    assert batch.status == "menunggu_sandi"
    halaman = dewi.get(reverse("layanan:tte_detail", args=[batch.pk])).content.decode()
    assert "sudah hangus" in halaman
    assert Pemberitahuan.objects.filter(pengguna=kantor.akun_dewi, judul="Penandatanganan menunggu Anda").exists()
    with langsung():
        dewi.post(reverse("layanan:tte_lanjutkan", args=[batch.pk]), {"sandi": SANDI})
    assert segar(u).status == "selesai"


def test_yang_tersisa_dapat_dilepas_dan_kembali_menunggu(kantor, dewi):
    u = menunggu_ttd(kantor)
    batch, _ = tanda_tangan.minta([(u, u.versi_baris)], oleh=kantor.oleh("dewi"), sandi=SANDI)
    tasks.tandatangani_batch(batch.pk, "hangus:isi")
    dewi.post(reverse("layanan:tte_lepas", args=[batch.pk]))
    assert PermintaanTte.objects.get().status == "dilepas"
    u = segar(u)
    alur.sahkan(u, oleh=kantor.oleh("citra"), versi=u.versi_baris, file=pdf())  # Kepala BKD's staff, on paper
    assert segar(u).status == "selesai"


# ── once and only once ───────────────────────────────────────────────────────────────────────────────


def satu_akibat(usulan):
    n = Naskah.objects.get(usulan__usulan=usulan)
    assert Jejak.objects.filter(aksi="naskah_sah", objek_id=n.pk).count() == 1
    assert RiwayatPendidikan.objects.filter(pegawai=usulan.pegawai_id).count() == 1
    assert len(pemeriksa.periksa(isi_sah(usulan))) == 1


def test_tugas_yang_diantar_dua_kali_membuat_satu_berkas_satu_akibat(kantor):
    u = menunggu_ttd(kantor)
    batch, _ = tanda_tangan.minta([(u, u.versi_baris)], oleh=kantor.oleh("dewi"), sandi=SANDI)
    tasks.tandatangani_batch(batch.pk, titipan.titip(SANDI))
    pertama = isi_sah(u)
    tasks.tandatangani_batch(batch.pk, titipan.titip(SANDI))
    assert isi_sah(u) == pertama
    satu_akibat(u)


def test_pekerja_mati_sebelum_menandatangani_diulang_dengan_satu_akibat(kantor):
    u = menunggu_ttd(kantor)
    batch, _ = tanda_tangan.minta([(u, u.versi_baris)], oleh=kantor.oleh("dewi"), sandi=SANDI)
    batch.permintaan.update(status="dikerjakan")  # as a worker killed between claim and result leaves it
    tasks.tandatangani_batch(batch.pk, titipan.titip(SANDI))
    satu_akibat(u)


def test_pekerja_mati_sesudah_menandatangani_memakai_berkas_yang_sudah_ada(kantor, monkeypatch):
    u = menunggu_ttd(kantor)
    batch, _ = tanda_tangan.minta([(u, u.versi_baris)], oleh=kantor.oleh("dewi"), sandi=SANDI)

    class Mati(BaseException):
        """The worker is killed here."""

    def mati(*_):
        raise Mati

    asli = tanda_tangan._berlakukan
    monkeypatch.setattr(tanda_tangan, "_berlakukan", mati)
    with pytest.raises(Mati):
        tasks.tandatangani_batch(batch.pk, titipan.titip(SANDI))
    sidik = PermintaanTte.objects.get().sidik
    assert sidik
    assert segar(u).status == "diproses"
    monkeypatch.setattr(tanda_tangan, "_berlakukan", asli)
    tasks.tandatangani_batch(batch.pk, "hangus:isi")  # not even the passphrase is needed any more
    satu_akibat(u)
    assert Naskah.objects.get(usulan__usulan=u).hash_sah == sidik


def test_berkas_cetak_yang_berubah_di_gudang_tidak_ditandatangani(kantor):
    u = menunggu_ttd(kantor)
    Naskah.objects.filter(usulan__usulan=u).update(hash_cetak="0" * 64)
    batch, _ = tanda_tangan.minta([(u, u.versi_baris)], oleh=kantor.oleh("dewi"), sandi=SANDI)
    tasks.tandatangani_batch(batch.pk, titipan.titip(SANDI))
    p = PermintaanTte.objects.get()
    assert (p.status, segar(u).status) == ("gagal", "diproses")
    assert "tidak lagi sama" in p.galat


def test_sapu_mengembalikan_yang_ditinggal_pekerja_mati(kantor):
    u = menunggu_ttd(kantor)
    batch, _ = tanda_tangan.minta([(u, u.versi_baris)], oleh=kantor.oleh("dewi"), sandi=SANDI)
    batch.permintaan.update(status="dikerjakan")
    BatchTte.objects.update(diantre_pada=datetime.now(UTC))
    tasks.sapu_tanda_tangan()
    batch.refresh_from_db()
    assert batch.status == "antre"  # young: its worker may be about to begin
    BatchTte.objects.update(diantre_pada=datetime.now(UTC) - timedelta(minutes=12))
    tasks.sapu_tanda_tangan()
    batch.refresh_from_db()
    assert (batch.status, batch.permintaan.get().status) == ("menunggu_sandi", "menunggu")


# ── verification ─────────────────────────────────────────────────────────────────────────────────────


def verifikasi(naskah, isi):
    berkas = SimpleUploadedFile("a.pdf", isi, content_type="application/pdf")
    return Client().post(reverse("layanan:verifikasi", args=[naskah.token]), {"berkas": berkas}).content.decode()


def test_halaman_verifikasi_mengenali_berkas_asli_dan_satu_bita_yang_berubah(kantor, dewi, langsung):
    u = menunggu_ttd(kantor)
    with langsung():
        tandatangani(dewi, u)
    n, asli = Naskah.objects.get(usulan__usulan=u), isi_sah(u)
    halaman = verifikasi(n, asli)
    assert "persis sama" in halaman
    assert "Tanda tangan utuh, sertifikat uji." in halaman
    assert "Dewi Kartika" in halaman
    rusak = bytearray(asli)
    rusak[asli.index(b"stream") + 40] ^= 1
    halaman = verifikasi(n, bytes(rusak))
    assert "Sudah berubah." in halaman
    assert "Tanda tangan elektronik tidak sah." in halaman
    assert "persis sama" not in halaman
    with n.berkas_cetak.open("rb") as berkas:
        assert "Cetakan sebelum tanda tangan." in verifikasi(n, berkas.read())
    halaman = verifikasi(n, pdf(lebar=311).read())
    assert "Berkas itu bukan naskah ini." in halaman
    assert "tidak memuat tanda tangan elektronik" in halaman


def test_tambahan_sesudah_tanda_tangan_ketahuan(kantor, dewi, langsung):
    from pyhanko.pdf_utils.generic import StreamObject  # noqa: PLC0415 - one test
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter  # noqa: PLC0415 - one test

    u = menunggu_ttd(kantor)
    with langsung():
        tandatangani(dewi, u)
    penulis = IncrementalPdfFileWriter(io.BytesIO(isi_sah(u)))
    penulis.add_stream_to_page(0, penulis.add_object(StreamObject(stream_data=b"0 0 200 200 re f")))
    keluar = io.BytesIO()
    penulis.write(keluar)
    (tanda,) = pemeriksa.periksa(keluar.getvalue())
    assert not tanda.utuh


def test_tanda_tangan_yang_rusak_disebut_ada_dan_tambahan_tidak_bertentangan(kantor, dewi, langsung):
    u = menunggu_ttd(kantor)
    with langsung():
        tandatangani(dewi, u)
    n, asli = Naskah.objects.get(usulan__usulan=u), isi_sah(u)
    letak = re.search(rb"/Contents\s*<(?=30)", asli).end()  # the DER of the signature, in hex
    rusak = asli[:letak] + b"4" + asli[letak + 1 :]
    halaman = verifikasi(n, rusak)
    assert "Sudah berubah." in halaman
    assert "Tanda tangan elektronik rusak." in halaman
    assert "tidak memuat tanda tangan elektronik" not in halaman
    halaman = verifikasi(n, asli + b"\n% tambahan\n")
    assert "Sudah berubah." in halaman
    assert "Tanda tangan hanya menjamin isi semula." in halaman
    assert "tidak berubah sejak ditandatangani" not in halaman


@pytest.mark.parametrize("isi", [b"%PDF-1.7\nrusak", b"bukan pdf", b"%PDF-1.7\n" + b"\xff" * 3000])
def test_berkas_rusak_pada_verifikasi_dijawab_tidak_sama(kantor, isi):
    n = Naskah.objects.get(usulan__usulan=menunggu_ttd(kantor))
    assert "Berkas itu bukan naskah ini." in verifikasi(n, isi)
