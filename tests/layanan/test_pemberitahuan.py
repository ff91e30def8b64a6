"""Pemberitahuan langkah: orang yang tepat, terkumpul bila banyak, rekap pagi sekali sehari pada hari kerja."""

import ast
from datetime import date
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from kepegawaian.models import HariLibur, Kiriman, Pegawai, Pemberitahuan, PilihanKabar
from kepegawaian.tasks import sapu_kiriman
from layanan import alur, pemberitahuan, rekap
from layanan.models import LangkahUsulan, Usulan
from layanan.tasks import rekap_pagi
from tests.layanan.test_alur import ajukan, maju, segar
from tests.layanan.ttd import SANDI, kunci, menunggu_ttd
from tests.pabrik import buat_akun, buat_pegawai, jabatan_kode, masuk, tambah, tugaskan, unit_kode

pytestmark = pytest.mark.django_db
SENIN = date(2026, 11, 2)


def penerima(usulan):
    """Accounts told of the waiting step."""
    langkah = segar(usulan).langkah_kini_id
    return set(Pemberitahuan.objects.filter(kunci=f"langkah:{langkah}").values_list("pengguna_id", flat=True))


# ── the right people ─────────────────────────────────────────────────────────────────────────────────


def test_langkah_staf_memberi_tahu_staf_bukan_pejabat_di_unit_itu(layanan_uji, orang):
    """The kasubbid works in SUB12 too, but acts in his office, not as staff (``Hak``)."""
    u = maju(ajukan(layanan_uji, orang), orang, "kadis")
    assert penerima(u) == {orang.akun_citra.pk, orang.akun_cici.pk}


def test_staf_yang_menjadi_plt_pejabat_tidak_lagi_diberi_tahu_sebagai_staf(layanan_uji, orang):
    tambah(orang.cici, "jabatan", jabatan=jabatan_kode("KEPALA-SUB13"), unit=unit_kode("SUB13"), penugasan="PLT",
           tmt=date(2026, 10, 1), sampai=date(2026, 12, 31))  # fmt: skip
    u = maju(ajukan(layanan_uji, orang), orang, "kadis")
    assert penerima(u) == {orang.akun_citra.pk}


def test_pejabat_definitif_dan_pltnya_sama_sama_diberi_tahu(layanan_uji, orang):
    tambah(orang.eko, "jabatan", jabatan=jabatan_kode("KEPALA-BID1"), unit=unit_kode("BID1"), penugasan="PLT",
           tmt=date(2026, 10, 1), sampai=date(2026, 12, 31))  # fmt: skip
    u = maju(ajukan(layanan_uji, orang), orang, "kadis", "citra")
    assert penerima(u) == {orang.akun_kabid.pk, orang.akun_eko.pk}


def test_yang_bertindak_tidak_diberi_tahu_perbuatannya_sendiri(layanan_uji, orang):
    u = maju(ajukan(layanan_uji, orang), orang, "kadis", "citra", "kabid", "dewi")
    alur.rekam(u, {"nomor_pertek": "PT-1", "hasil": "ms"}, oleh=orang.oleh("citra"), versi=segar(u).versi_baris)
    assert segar(u).langkah_kini.kode == "penetapan"  # again for the staff of SUB12, citra among them
    assert penerima(u) == {orang.akun_cici.pk}


def test_pemohon_yang_mengajukan_sendiri_tidak_diberi_tahu_posisinya(layanan_uji, orang):
    u = ajukan(layanan_uji, orang)
    assert Pemberitahuan.objects.filter(kunci=f"posisi:{segar(u).langkah_kini_id}").exists(), (
        "operator yang mengajukan"
    )
    u = maju(u, orang, "kadis")
    u = alur.kembalikan(segar(u), oleh=orang.oleh("citra"), versi=segar(u).versi_baris, alasan="Lengkapi.")
    u = alur.ajukan(segar(u), oleh=orang.oleh("ani"), versi=segar(u).versi_baris)
    assert not Pemberitahuan.objects.filter(kunci=f"posisi:{segar(u).langkah_kini_id}").exists()


def test_operator_yang_pindah_opd_tidak_lagi_dituju(layanan_uji, orang):
    langkah = LangkahUsulan(peran="operator_opd", unit=unit_kode("DISDIK"))
    assert pemberitahuan.penerima(langkah, SENIN) == {orang.akun_budi.pk}
    tambah(orang.budi, "unit", unit=unit_kode("DINKES"), tmt=date(2026, 11, 1))
    assert pemberitahuan.penerima(langkah, SENIN) == set()


def test_perkara_rahasia_tertanda_pada_kabarnya(layanan_uji, orang, monkeypatch):
    monkeypatch.setattr(type(layanan_uji), "rahasia", True)
    ajukan(layanan_uji, orang)
    assert set(Pemberitahuan.objects.values_list("rahasia", flat=True)) == {True}


def test_tiap_panggilan_beri_tahu_menyebut_peristiwanya():
    """A new notice without its event would go out as "Pemberitahuan lain"."""
    akar, lupa = Path(__file__).resolve().parents[2], []
    for berkas in akar.glob("*/**/*.py"):
        if berkas.relative_to(akar).parts[0] in ("tests", ".venv", "node_modules"):
            continue
        for simpul in ast.walk(ast.parse(berkas.read_text(encoding="utf-8"))):
            panggilan = isinstance(simpul, ast.Call) and getattr(simpul.func, "attr", "") == "beri_tahu"
            if panggilan and "peristiwa" not in {k.arg for k in simpul.keywords}:
                lupa.append(f"{berkas.relative_to(akar)}:{simpul.lineno}")
    assert lupa == []


# ── many at once ─────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def rombongan(layanan_uji, orang):
    """Three usulan of DISDIK that kadis approves from his inbox in one click."""
    lain = [buat_pegawai(nama=f"Rekan {n}", unit="DISDIK") for n in range(2)]
    for n, p in enumerate(lain):
        setattr(orang, f"rekan{n}", p)
        setattr(orang, f"akun_rekan{n}", buat_akun(p))
    daftar = [ajukan(layanan_uji, orang, pegawai=n) for n in ("ani", "rekan0", "rekan1")]
    Pegawai.objects.filter(pk=orang.citra.pk).update(email="citra@contoh.id")
    PilihanKabar.objects.create(pengguna=orang.akun_citra, peristiwa="langkah_masuk", saluran="surel", aktif=True)
    klien = masuk(Client(), orang.akun_kadis)
    klien.post("/kotak/setujui/", {"pilih": [f"{u.nomor}:{u.versi_baris}" for u in daftar], "sah": "1"})
    assert Usulan.objects.filter(langkah_kini__kode="verifikasi_bkd").count() == 3
    return daftar


def test_sekali_klik_satu_kabar_bagi_langkah_berikut_dan_tiap_pemohon_kabarnya_sendiri(orang, rombongan):
    (kabar,) = Pemberitahuan.objects.filter(pengguna=orang.akun_citra)
    assert kabar.judul == "3 usulan Layanan uji mesin menunggu Anda"
    assert kabar.url == "/kotak/?layanan=uji-mesin&langkah=verifikasi_bkd"
    for nama, u in zip(("ani", "rekan0", "rekan1"), rombongan, strict=True):
        milik = Pemberitahuan.objects.filter(pengguna=getattr(orang, f"akun_{nama}"), judul__contains="Verifikasi BKD")
        assert [p.url for p in milik] == [f"/usulan/{u.nomor}/"]


def test_kabar_terkumpul_keluar_sekali_sesudah_tenang(orang, rombongan, mailoutbox):
    sapu_kiriman()
    assert mailoutbox == [], "masih mungkin bertambah"
    Kiriman.objects.update(berikut_pada=timezone.now())
    sapu_kiriman()
    sapu_kiriman()
    assert [s.subject for s in mailoutbox] == ["3 usulan Layanan uji mesin menunggu Anda · Portal BKD"]


def test_klik_berikutnya_kabar_berikutnya(orang, rombongan, layanan_uji):
    orang.lagi = buat_pegawai(nama="Rekan Lagi", unit="DISDIK")
    orang.akun_lagi = buat_akun(orang.lagi)
    u = ajukan(layanan_uji, orang, pegawai="lagi")
    masuk(Client(), orang.akun_kadis).post("/kotak/setujui/", {"pilih": [f"{u.nomor}:{u.versi_baris}"], "sah": "1"})
    judul = Pemberitahuan.objects.filter(pengguna=orang.akun_citra).order_by("pk").values_list("judul", flat=True)
    assert [j.split()[0] for j in judul] == ["3", "1"]


# ── signed naskah ────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def tandatangani(kantor, tugas_langsung, django_capture_on_commit_callbacks):
    """Kepala BKD signs these usulan in one batch on her page; the worker's task runs at once."""
    klien = masuk(Client(), kantor.akun_dewi)

    def lakukan(*usulan):
        with django_capture_on_commit_callbacks(execute=True):
            klien.post("/tanda-tangan/baru/", {"pilih": kunci(*usulan), "sandi": SANDI})

    return lakukan


def test_pengusul_mendapat_satu_kabar_tentang_surat_orang_lain_dan_tiap_orang_kabarnya_sendiri(
    kantor, tandatangani, mailoutbox
):
    Pegawai.objects.filter(pk=kantor.citra.pk).update(email="citra@contoh.id")
    daftar = [menunggu_ttd(kantor, f"Orang {i}") for i in range(3)]
    akun = [buat_akun(u.pegawai) for u in daftar]
    tandatangani(*daftar)
    (kabar,) = Pemberitahuan.objects.filter(pengguna=kantor.akun_citra, judul__contains="terbit")
    judul = "3 SK/surat Layanan uji tanda tangan yang Anda usulkan terbit"
    assert (kabar.judul, kabar.peristiwa, kabar.url) == (judul, "naskah_usulan", "/usulan/?layanan=uji-tte")
    for satu, u in zip(akun, daftar, strict=True):
        milik = Pemberitahuan.objects.filter(pengguna=satu, peristiwa="naskah_terbit")
        assert [(m.judul, m.url) for m in milik] == [("Surat uji sudah terbit", f"/usulan/{u.nomor}/")]
    Kiriman.objects.update(berikut_pada=timezone.now())
    sapu_kiriman()
    milik = [s.subject for s in mailoutbox if s.to == ["citra@contoh.id"] and "terbit" in s.subject]
    assert milik == [f"{judul} · Portal BKD"]


def test_yang_mengusulkan_dirinya_sendiri_tidak_mendapat_dua_kabar(kantor, tandatangani):
    u = menunggu_ttd(kantor)
    akun = buat_akun(u.pegawai)
    Usulan.objects.filter(pk=u.pk).update(dibuat_oleh=akun)
    tandatangani(u)
    kabar = Pemberitahuan.objects.filter(pengguna=akun, judul__contains="terbit")
    assert [k.peristiwa for k in kabar] == ["naskah_terbit"]


# ── the digest ───────────────────────────────────────────────────────────────────────────────────────


def rekap_milik(akun):
    """Digest notices of an account as (title, body)."""
    return list(
        Pemberitahuan.objects.filter(pengguna=akun, peristiwa="rekap_pagi").order_by("pk").values_list("judul", "isi")
    )


@pytest.fixture
def menunggu(layanan_uji, orang):
    """One usulan before kadis since Monday 2 November 2026, due on Thursday 5 November."""
    Pegawai.objects.filter(pk=orang.kadis.pk).update(email_gov="kadis@contoh.go.id")
    return ajukan(layanan_uji, orang)


@pytest.mark.parametrize(
    ("hari", "judul"),
    [
        ("2026-11-04", "1 usulan menunggu Anda"),
        ("2026-11-05", "1 usulan menunggu Anda, 1 jatuh tempo hari ini"),
        ("2026-11-06", "1 usulan menunggu Anda, 1 terlambat"),
    ],
)
def test_rekap_menyebut_yang_menunggu_terlambat_dan_jatuh_tempo(orang, menunggu, hari, judul, mailoutbox):
    rekap_pagi(hari)
    assert rekap_milik(orang.akun_kadis) == [(judul, "Layanan uji mesin: 1")]
    for nama in ("ani", "budi", "citra", "dewi", "eko", "itwas"):
        assert rekap_milik(getattr(orang, f"akun_{nama}")) == [], nama
    sapu_kiriman()
    assert [(s.to, s.subject) for s in mailoutbox] == [(["kadis@contoh.go.id"], f"{judul} · Portal BKD")]


def test_rekap_sekali_sehari_walau_dijalankan_dua_kali(orang, menunggu, mailoutbox):
    rekap_pagi("2026-11-04")
    rekap_pagi("2026-11-04")
    call_command("rekap_pagi", "--tanggal", "2026-11-04", verbosity=0)
    sapu_kiriman()
    assert (len(rekap_milik(orang.akun_kadis)), len(mailoutbox)) == (1, 1)
    rekap_pagi("2026-11-05")
    assert len(rekap_milik(orang.akun_kadis)) == 2


def test_tidak_ada_rekap_pada_hari_libur_dan_akhir_pekan(orang, menunggu):
    HariLibur.objects.create(tanggal=date(2026, 11, 4), nama="Cuti bersama uji", jenis="cuti_bersama", dasar="SKB uji")
    for hari in ("2026-11-04", "2026-11-07", "2026-11-08"):
        rekap_pagi(hari)
    assert rekap_milik(orang.akun_kadis) == []


def test_pola_enam_hari_mendapat_rekap_pada_hari_sabtu(orang, menunggu):
    unit = unit_kode("DISDIK")
    unit.pola_kerja = "6"
    unit.save()
    rekap_pagi("2026-11-07")
    rekap_pagi("2026-11-08")
    assert len(rekap_milik(orang.akun_kadis)) == 1


def test_tidak_ada_yang_menunggu_tidak_ada_rekap(orang):
    rekap_pagi("2026-11-04")
    assert not Pemberitahuan.objects.exists()


def test_rekap_lewat_surel_dapat_dimatikan(orang, menunggu):
    PilihanKabar.objects.create(pengguna=orang.akun_kadis, peristiwa="rekap_pagi", saluran="surel", aktif=False)
    rekap_pagi("2026-11-04")
    assert not Kiriman.objects.exists()
    assert len(rekap_milik(orang.akun_kadis)) == 1


def test_rekap_staf_dan_perekam_menurut_tugasnya(layanan_uji, orang):
    u = maju(ajukan(layanan_uji, orang), orang, "kadis")
    assert set(rekap.susun(SENIN)) == {orang.akun_citra.pk, orang.akun_cici.pk}
    u = maju(u, orang, "citra", "kabid", "dewi")
    u = alur.rekam(u, {"nomor_pertek": "PT-1", "hasil": "ms"}, oleh=orang.oleh("citra"), versi=segar(u).versi_baris)
    alur.tetapkan(segar(u), oleh=orang.oleh("citra"), versi=segar(u).versi_baris)
    assert set(rekap.susun(SENIN)) == {orang.akun_perekam.pk}


def test_banyak_orang_dan_usulan_sama_banyak_pertanyaan(layanan_uji, orang):
    ajukan(layanan_uji, orang)

    def banyak():
        with CaptureQueriesContext(connection) as tangkapan:
            rekap.susun(SENIN)
        return len(tangkapan)

    satu = banyak()
    for n in range(4):
        nama = f"tambahan{n}"
        setattr(orang, nama, buat_pegawai(nama=nama, unit=("DISDIK", "DINKES")[n % 2]))
        setattr(orang, f"akun_{nama}", buat_akun(getattr(orang, nama)))
    tugaskan(orang.akun_eko, "operator_opd", "DINKES")
    ajukan(layanan_uji, orang, pegawai="tambahan0")
    assert banyak() == satu <= 7
