"""Koreksi presensi melalui pintunya: ASN atau operator meminta dengan bukti, atasan atau BKD memutus, mesin tetap tercatat."""

from datetime import date, timedelta

import pytest
from django.test import Client

from disiplin.layanan.koreksi_presensi import KoreksiForm, PutusanAtasanForm
from kepegawaian import kehadiran
from kepegawaian.acuan import acuan_kini
from kepegawaian.hak import hitung_hak
from kepegawaian.models import KoreksiPresensi, Pemberitahuan, Presensi, RekapKehadiran
from layanan import alur, berkas, katalog
from layanan.galat import BukanWewenang, DitolakAlur, IsianSalah
from layanan.models import Usulan
from tests.disiplin.test_kehadiran import catat, hari_kerja
from tests.dunia_bersama import bersama
from tests.layanan.conftest import pdf
from tests.pabrik import buat_akun, buat_pegawai, masuk

pytestmark = pytest.mark.django_db
SLUG = "koreksi-presensi"


@pytest.fixture
@bersama
def orang():
    """Accounts: ani of Disdik, her direct superior, head of SUB11, another ASN."""
    buat = {
        "ani": {"unit": "DISDIK-SUBBAG1"},
        "atasan": {"unit": "DISDIK-SUBBAG1", "jabatan": "KEPALA-DISDIK-SUBBAG1", "golongan": "III/d"},
        "kasubbid": {"unit": "SUB11", "jabatan": "KEPALA-SUB11", "golongan": "III/d"},
        "eko": {"unit": "PKM-PUCUK"},
    }
    return {k: buat_akun(buat_pegawai(nama=k.upper(), **isi)) for k, isi in buat.items()}


def pelaku(akun):
    return alur.Pelaku(akun, hitung_hak(akun, per=date.today(), acuan=acuan_kini()), "127.0.0.1")


def ajukan(orang, hari, siapa="ani", **isi):
    """A usulan of ani for these days, filed by ``siapa``."""
    oleh = pelaku(orang[siapa])
    isian = {"dari": hari[0].isoformat(), "sampai": hari[-1].isoformat(), "keadaan": "dinas_luar",
             "alasan": "Mengikuti rapat menurut surat tugas 094/12/2026."} | isi  # fmt: skip
    usulan = alur.buat_draf(katalog.ambil(SLUG), orang["ani"].pegawai, oleh=oleh, isian=isian)
    usulan = berkas.pasang(usulan, "bukti_presensi", pdf(), oleh=oleh, versi=usulan.versi_baris)
    return alur.ajukan(usulan, oleh=oleh, versi=usulan.versi_baris)


def putus(orang, usulan, siapa, hasil, catatan="Sudah dicocokkan."):
    usulan = Usulan.objects.get(pk=usulan.pk)
    alur.setujui(
        usulan, oleh=pelaku(orang[siapa]), versi=usulan.versi_baris, data={"hasil": hasil, "catatan": catatan}
    )
    return Usulan.objects.get(pk=usulan.pk)


def test_disetujui_atasan_menulis_koreksi_dan_menghitung_ulang(
    orang, tugas_langsung, django_capture_on_commit_callbacks
):
    ani, hari = orang["ani"].pegawai, hari_kerja(3)
    catat(ani, hari)
    tahun = hari[-1].year
    kehadiran.hitung(tahun)
    usulan = ajukan(orang, hari[-1:])
    assert usulan.langkah_kini.kode == "putusan_atasan"
    with django_capture_on_commit_callbacks(execute=True):
        usulan = putus(orang, usulan, "atasan", "sah")
    assert usulan.status == "selesai"
    koreksi = KoreksiPresensi.objects.get(pegawai=ani)
    assert (koreksi.tanggal, koreksi.keadaan, koreksi.dasar) == (hari[-1], "dinas_luar", usulan.nomor)
    assert koreksi.bukti.jenis == "bukti_presensi"
    assert koreksi.dicatat_oleh_id == orang["atasan"].pk
    assert Presensi.objects.get(pegawai=ani, tanggal=hari[-1]).keadaan == "tanpa_keterangan"
    assert RekapKehadiran.objects.get(pegawai=ani, tahun=tahun).hari == len([h for h in hari[:2] if h.year == tahun])
    assert Pemberitahuan.objects.filter(pengguna=orang["ani"], judul="Koreksi presensi disetujui").exists()


def test_tidak_disetujui_harus_beralasan_dan_tidak_mengubah_apa_pun(orang):
    hari = hari_kerja(1)
    catat(orang["ani"].pegawai, hari)
    usulan = ajukan(orang, hari)
    with pytest.raises(IsianSalah):
        putus(orang, usulan, "atasan", "tidak_sah", "")
    usulan = putus(orang, usulan, "atasan", "tidak_sah", "Surat tugasnya untuk tanggal lain.")
    assert (usulan.status, usulan.sebutan_status) == ("ditolak", "Tidak disetujui")
    assert usulan.pasal_tolak == "PP 94/2021 Pasal 4 huruf f"
    assert not KoreksiPresensi.objects.exists()
    kabar = Pemberitahuan.objects.get(pengguna=orang["ani"], kunci=f"tolak:{usulan.pk}")
    assert (kabar.judul, kabar.isi) == ("Tidak disetujui: Koreksi Presensi", "Surat tugasnya untuk tanggal lain.")
    assert not Pemberitahuan.objects.filter(pengguna=orang["ani"], judul__startswith="Selesai").exists()
    klien = masuk(Client(), orang["ani"])
    for alamat in ("/usulan/", f"/usulan/{usulan.nomor}/", "/presensi/saya/"):
        isi = klien.get(alamat).content.decode().lower()
        assert "tidak disetujui" in isi, alamat
        assert "surat tugasnya untuk tanggal lain." in isi, alamat


def test_diteruskan_ke_bkd_lalu_diputus_kepala_subbid(orang):
    hari = hari_kerja(1)
    catat(orang["ani"].pegawai, hari)
    usulan = putus(orang, ajukan(orang, hari), "atasan", "teruskan", "Surat izinnya pada BKD.")
    assert (usulan.status, usulan.langkah_kini.kode) == ("diproses", "putusan_bkd")
    assert not KoreksiPresensi.objects.exists()
    assert putus(orang, usulan, "kasubbid", "sah").status == "selesai"
    assert KoreksiPresensi.objects.count() == 1


def test_tidak_disetujui_bkd_juga_terbaca_sebagai_penolakan(orang):
    hari = [hari_kerja(12)[0]]
    catat(orang["ani"].pegawai, hari)
    usulan = putus(orang, ajukan(orang, hari), "kasubbid", "tidak_sah", "Tidak ada surat tugasnya.")
    assert (usulan.status, usulan.catatan_akhir) == ("ditolak", "Tidak ada surat tugasnya.")
    assert usulan.langkah.get(kode="putusan_bkd").keadaan == "ditolak"


def test_lewat_batas_waktu_langsung_ke_bkd(orang):
    hari = [hari_kerja(12)[0]]
    catat(orang["ani"].pegawai, hari)
    assert ajukan(orang, hari).langkah_kini.kode == "putusan_bkd"


def test_dua_putusan_bersamaan_hanya_satu_yang_tercatat(orang):
    hari = hari_kerja(1)
    catat(orang["ani"].pegawai, hari)
    usulan = ajukan(orang, hari)
    lama = Usulan.objects.get(pk=usulan.pk)
    putus(orang, usulan, "atasan", "sah")
    with pytest.raises(DitolakAlur):
        alur.setujui(
            lama, oleh=pelaku(orang["atasan"]), versi=lama.versi_baris, data={"hasil": "tidak_sah", "catatan": "x"}
        )
    assert KoreksiPresensi.objects.count() == 1


def test_hanya_hari_kerja_yang_ditulis_dan_orang_lain_tidak_dapat_mengajukan(orang):
    senin = date.today() - timedelta(days=date.today().weekday() + 7)
    hari = [senin + timedelta(days=i) for i in range(-3, 1)]  # Friday to Monday
    catat(orang["ani"].pegawai, [t for t in hari if acuan_kini().hari_kerja(t)])
    putus(orang, ajukan(orang, hari), "atasan", "sah")
    assert [k.tanggal for k in KoreksiPresensi.objects.order_by("tanggal")] == [
        t for t in hari if acuan_kini().hari_kerja(t)
    ]
    with pytest.raises(BukanWewenang):
        alur.buat_draf(katalog.ambil(SLUG), orang["ani"].pegawai, oleh=pelaku(orang["eko"]))


def test_tombol_pada_kalender_membuat_draf_dengan_tanggalnya(orang):
    hari = hari_kerja(1)[0]
    klien, ani = masuk(Client(), orang["ani"]), orang["ani"].pegawai
    catat(ani, [hari])
    jawab = klien.post(f"/presensi/{ani.nip}/koreksi/", {"tanggal": hari.isoformat()})
    usulan = Usulan.objects.get(layanan=SLUG)
    assert jawab.url == f"/usulan/{usulan.nomor}/"
    assert (usulan.isian["dari"], usulan.isian["sampai"]) == (hari.isoformat(), hari.isoformat())
    assert klien.get(jawab.url).status_code == 200
    assert usulan.nomor in klien.get("/presensi/saya/").content.decode()
    assert "berjalan" in klien.post(f"/presensi/{ani.nip}/koreksi/", follow=True).content.decode()
    eko = masuk(Client(), orang["eko"])
    assert eko.post(f"/presensi/{ani.nip}/koreksi/", {"tanggal": hari.isoformat()}).status_code == 404


def test_formulir_menolak_yang_tidak_masuk_akal():
    benar = {
        "dari": "2026-11-03",
        "sampai": "2026-11-03",
        "keadaan": "hadir",
        "alasan": "Mesin presensi mati pagi itu.",
    }
    assert KoreksiForm(benar | {"masuk": "07:20", "pulang": "16:00", "terlambat": "0"}).is_valid()
    assert set(KoreksiForm(benar | {"sampai": "2026-11-02"}).errors) == {"sampai"}
    assert set(KoreksiForm(benar | {"sampai": "2026-12-20"}).errors) == {"sampai"}
    assert set(KoreksiForm(benar | {"keadaan": "izin", "terlambat": "5"}).errors) == {"terlambat"}
    assert set(KoreksiForm(benar | {"masuk": "16:00", "pulang": "07:00"}).errors) == {"pulang"}
    assert set(KoreksiForm(benar | {"alasan": "lupa"}).errors) == {"alasan"}
    assert set(KoreksiForm(benar | {"keadaan": "tanpa_keterangan"}).errors) == {"keadaan"}
    assert PutusanAtasanForm({"hasil": "sah"}).is_valid()
    assert set(PutusanAtasanForm({"hasil": "teruskan"}).errors) == {"catatan"}
