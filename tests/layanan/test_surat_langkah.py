"""Kata-kata keputusan atas naskah dan surat langkah lewat penyunting kantor; surat langkah berlaku setelah ditandatangani."""

import io
from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from kepegawaian.models import Dosir, Jejak, Naskah, Pegawai, Pemberitahuan, RiwayatPendidikan
from layanan import alur, checks, lembar as modul_lembar, naskah as modul_naskah, templat_kantor
from layanan.models import VersiTemplat
from tests.layanan.conftest import pdf
from tests.layanan.test_pencabutan import BERIKUT, Alur, kantor, teks_pdf, terbit_kp  # noqa: F401 - kantor: fixture
from tests.layanan.test_rute import PANGGIL, lanjut
from tests.pabrik import buat_akun, buat_pegawai, masuk

pytestmark = pytest.mark.django_db
SURAT = "uji-panggilan/panggilan_1"


@pytest.fixture
def mutasi(kantor):  # noqa: F811 - the fixture imported above
    """A clerk and the head of SUB11 beside the others."""
    for nama, isi in {
        "susi": {"nama": "Susi Analis", "unit": "SUB11"},
        "kasub11": {"nama": "Kasub Mutasi", "unit": "SUB11", "jabatan": "KEPALA-SUB11", "golongan": "III/d"},
    }.items():
        setattr(kantor, nama, buat_pegawai(**isi))
        setattr(kantor, f"akun_{nama}", buat_akun(getattr(kantor, nama)))
    return kantor


def dipanggil(layanan, orang, pegawai):
    """(usulan, letter) of a person of DISDIK whose first summons was issued today."""
    kini = {"pada": timezone.now()}
    satu = Pegawai.objects.select_related("kini").get(pk=pegawai.pk)
    u = alur.buat_draf(layanan, satu, oleh=orang.oleh("budi", **kini), isian={"tmt": date(2027, 1, 1)})
    u = alur.ajukan(u, oleh=orang.oleh("budi", **kini), versi=u.versi_baris)
    u = lanjut(u, orang, "kadis", **kini)
    u = lanjut(u, orang, "susi", PANGGIL, **kini)
    return u, Naskah.objects.get(usulan__usulan=u)


def berlakukan(client, kunci, akun, nomor=1):
    versi = VersiTemplat.objects.get(layanan=kunci, versi=nomor)
    isi = {"berlaku_sejak": date.today().isoformat(), "dilihat": templat_kantor.sidik(versi.bagian)}
    masuk(client, akun).post(f"/setelan/templat/{kunci}/{nomor}/berlakukan/", isi)
    versi.refresh_from_db()
    return versi.status


def simpan(client, kunci, akun, **bagian):
    isi = {f"bagian_{k}": v for k, v in bagian.items()} | {"alasan": "Nota dinas 800/7/2026", "semula": ""}
    return masuk(client, akun).post(f"/setelan/templat/{kunci}/konsep/", isi)


# ── wording ──────────────────────────────────────────────────────────────────────────────────────────


def test_daftar_memuat_semua_keputusan_dan_surat_langkah(panggilan, mutasi, client):
    isi = masuk(client, mutasi.akun_dewi).get("/setelan/templat/").content.decode()
    kunci = {"kgb", "kp-reguler", "perubahan-naskah", "pencabutan-naskah", "pembatalan-naskah", SURAT,
             "uji-panggilan/panggilan_2"}  # fmt: skip
    assert kunci <= {satu.slug for satu in modul_lembar.semua()}
    for satu in kunci:
        assert f'href="/setelan/templat/{satu}/"' in isi
        assert client.get(f"/setelan/templat/{satu}/").status_code == 200
    for salah in ("uji-panggilan", "uji-panggilan/pemeriksaan", "uji-panggilan/entah", "kgb/entah", "entah/kgb"):
        assert client.get(f"/setelan/templat/{salah}/").status_code == 404
    assert list(checks.cacat(panggilan)) == []


def test_surat_langkah_dikatakan_kantor_dari_konsep_sampai_tercetak(panggilan, mutasi, client):
    u, lama = dipanggil(panggilan, mutasi, mutasi.ani)
    assert lama.data["isi"] == ["Bersama ini Ani Lestari dipanggil menghadap."]
    assert lama.data["versi_templat"] == {"id": None, "versi": 0}
    jawab = simpan(client, SURAT, mutasi.akun_susi, isi="Saudara {{ d.pegawai.nama|besar }} agar menghadap.")
    assert jawab["Location"] == f"/setelan/templat/{SURAT}/1/"
    pratinjau = f"/usulan/{u.nomor}/pratinjau/?versi=1&amp;langkah=panggilan_1"
    assert pratinjau in client.get(jawab["Location"]).content.decode()
    assert berlakukan(client, SURAT, mutasi.akun_dewi) == "konsep"  # nobody has seen it on a real usulan
    alamat = f"/usulan/{u.nomor}/pratinjau/lembar/?versi=1&langkah=panggilan_1"
    lembar = masuk(client, mutasi.akun_susi).get(alamat).content.decode()
    assert "Saudara ANI LESTARI agar menghadap." in lembar
    assert "KONSEP – BELUM BERLAKU" in lembar
    assert client.get(alamat.replace("panggilan_1", "entah")).status_code == 404
    # Not in force yet: a letter issued now keeps the default.
    rekan = [buat_pegawai(nama=f"Rekan {i}", unit="DISDIK") for i in (1, 2)]
    assert dipanggil(panggilan, mutasi, rekan[0])[1].data["isi"] == ["Bersama ini Rekan 1 dipanggil menghadap."]
    assert berlakukan(client, SURAT, mutasi.akun_dewi) == "berlaku"
    _, baru = dipanggil(panggilan, mutasi, rekan[1])
    assert (baru.data["isi"], baru.data["versi_templat"]["versi"]) == (["Saudara REKAN 2 agar menghadap."], 1)
    for n, kalimat in ((lama, "Bersama ini Ani Lestari"), (baru, "Saudara REKAN 2 agar menghadap.")):
        assert modul_naskah.cetak(n.pk)
        n.refresh_from_db()
        assert kalimat in teks_pdf(n)


def test_surat_langkah_yang_belum_dijawab_belum_dapat_dilihat(panggilan, mutasi, client):
    u, _ = dipanggil(panggilan, mutasi, mutasi.ani)
    kunci = "uji-panggilan/panggilan_2"
    assert simpan(client, kunci, mutasi.akun_susi, isi="Sekali lagi {{ d.pegawai.nama }}.").status_code == 302
    assert f"/usulan/{u.nomor}/pratinjau/" not in client.get(f"/setelan/templat/{kunci}/1/").content.decode()
    jawab = client.get(f"/usulan/{u.nomor}/pratinjau/?versi=1&langkah=panggilan_2")
    assert jawab.status_code == 422
    assert "Panggilan ulang pada usulan ini belum selesai" in jawab.content.decode()


def test_kata_pencabutan_diubah_kantor_dan_yang_lama_tetap(mutasi, client):
    jalan = Alur(client=client, orang=mutasi)
    np = terbit_kp(mutasi.ani)
    jalan.mulai("pencabutan-naskah", np, tmt=BERIKUT.isoformat())
    lama, u = jalan.sampai_tanda_tangan(), jalan.usulan
    rinci = masuk(client, mutasi.akun_citra).get(f"/naskah/{lama.pk}/rinci/").content.decode()
    assert "Akan ditandatangani oleh" in rinci
    assert "Ditandatangani oleh" not in rinci
    beku = lama.data["diktum"]
    assert beku[2] == {"urutan": "KETIGA", "isi": "Keputusan ini mulai berlaku pada tanggal ditetapkan."}
    teks = _bawaan(client, mutasi)
    diktum = teks.pop("diktum").replace("Mencabut", "Menyatakan mencabut")
    assert simpan(client, "pencabutan-naskah", mutasi.akun_citra, diktum=diktum, **teks).status_code == 302
    lembar = client.get(f"/usulan/{u.nomor}/pratinjau/lembar/?versi=1").content.decode()
    assert "Menyatakan mencabut Keputusan Bupati Lamongan" in lembar
    assert berlakukan(client, "pencabutan-naskah", mutasi.akun_dewi) == "berlaku"
    eko = terbit_kp(mutasi.eko)
    jalan.mulai("pencabutan-naskah", eko, tmt=BERIKUT.isoformat())
    baru = jalan.sampai_tanda_tangan()
    assert "Menyatakan mencabut Keputusan Bupati Lamongan" in teks_pdf(baru)
    assert baru.data["versi_templat"]["versi"] == 1
    lama.refresh_from_db()
    assert (lama.data["diktum"], lama.data["versi_templat"]["versi"]) == (beku, 0)
    assert "Menyatakan" not in teks_pdf(lama)


def _bawaan(client, orang):
    """The wording the editor opens with, as the clerk finds it."""
    form = masuk(client, orang.akun_citra).get("/setelan/templat/pencabutan-naskah/konsep/").context["form"]
    return {k.removeprefix("bagian_"): v for k, v in form.initial.items() if k.startswith("bagian_")}


# ── signature ────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def surat(panggilan, mutasi):
    """(usulan, letter) as the worker leaves it: printed."""
    u, n = dipanggil(panggilan, mutasi, mutasi.ani)
    assert modul_naskah.cetak(n.pk)
    n.refresh_from_db()
    return u, n


def unggah(client, akun, u, n, berkas=None):
    isi = {} if berkas is None else {"berkas": berkas}
    return masuk(client, akun).post(reverse("layanan:surat_sahkan", args=[u.nomor, n.pk]), isi)


def test_surat_langkah_berlaku_setelah_pindaiannya_direkam(surat, mutasi, client):
    u, n = surat
    cek = reverse("layanan:verifikasi", args=[n.token])
    assert "Belum berlaku." in client.get(cek).content.decode()
    isi = masuk(client, mutasi.akun_susi).get(f"/usulan/{u.nomor}/").content.decode()
    for kata in ("Surat Panggilan UJI-S/", "menunggu tanda tangan", f"/usulan/{u.nomor}/surat/{n.pk}/sahkan/"):
        assert kata in isi
    assert unggah(client, mutasi.akun_susi, u, n, pdf(lebar=231)).status_code == 302
    n.refresh_from_db()
    assert (n.tahap, n.status, n.cara_tanda_tangan) == ("ditandatangani", "berlaku", "basah")
    assert n.hash_sah == Dosir.objects.get(pegawai=mutasi.ani, jenis="surat").sha256
    assert Jejak.objects.filter(aksi="naskah_sah", objek="naskah", objek_id=n.pk, oleh_id=mutasi.akun_susi.pk).exists()
    assert Pemberitahuan.objects.filter(pengguna=mutasi.akun_ani, kunci=f"sah:{n.pk}").count() == 1
    halaman = client.get(cek).content.decode()
    assert "Belum berlaku." not in halaman
    assert "di atas kertas" in halaman
    isi = client.get(f"/usulan/{u.nomor}/").content.decode()
    assert "/sahkan/" not in isi.split('id="k-naskah"')[1].split("</section>")[0]
    with n.berkas_sah.open("rb") as berkas:
        assert len(PdfReader(io.BytesIO(berkas.read())).pages) == 1
    # Without effect on riwayat or on the route, once only, and nothing to revoke.
    u.refresh_from_db()
    assert u.langkah_kini.kode == "kehadiran_1"
    assert not RiwayatPendidikan.objects.exists()
    assert n.isi.get().diterapkan_pada is None
    jawab = unggah(client, mutasi.akun_susi, u, n, pdf(lebar=232))
    assert "tidak sedang menunggu tanda tangan" in str([str(p) for p in get_messages(jawab.wsgi_request)])
    tindak = reverse("layanan:naskah_tindak", args=[n.pk, "pencabutan-naskah"])
    assert masuk(client, mutasi.akun_citra).get(tindak).status_code == 404


def test_pindaian_surat_hanya_dari_pemegang_langkahnya(surat, mutasi, client):
    u, n = surat
    for nama in ("ani", "budi", "kadis", "citra", "kasub11", "dewi", "itwas", "perekam"):
        jawab = unggah(client, getattr(mutasi, f"akun_{nama}"), u, n, pdf(lebar=233))
        assert jawab.status_code in (302, 403, 404), nama
        n.refresh_from_db()
        assert n.tahap == "tercetak", nama
    isi = masuk(client, mutasi.akun_citra).get(f"/usulan/{u.nomor}/").content.decode()
    assert "/sahkan/" not in isi.split('id="k-naskah"')[1].split("</section>")[0]


def test_pindaian_yang_salah_kembali_dengan_sebabnya(surat, mutasi, client):
    u, n = surat
    jawab = unggah(client, mutasi.akun_susi, u, n)
    assert jawab.status_code == 422
    assert "Unggah surat yang sudah ditandatangani" in jawab.content.decode()
    bukan = pdf("a.pdf")
    bukan.file = io.BytesIO(b"bukan pdf sama sekali")
    assert unggah(client, mutasi.akun_susi, u, n, bukan).status_code in (302, 422)
    n.refresh_from_db()
    assert (n.tahap, n.hash_sah) == ("tercetak", "")
