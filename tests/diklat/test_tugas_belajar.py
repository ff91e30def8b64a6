"""Tugas belajar dari usul sampai ikatan dinas: SK, laporan semester, perpanjangan, selesai, dihentikan, diputus."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from diklat.models import LaporanSemester, RencanaTugasBelajar, TugasBelajar
from diklat.tugas_belajar import daftar, perbuatan
from diklat.tugas_belajar.tugas import terlambat_lapor
from kepegawaian import dosir, tugas
from kepegawaian.acuan import acuan_kini
from kepegawaian.aturan import tambah_bulan, tulis_tanggal
from kepegawaian.hak import hitung_hak
from kepegawaian.models import Pemberitahuan, RiwayatIkatan, RiwayatKedudukan, RiwayatTinggal
from kepegawaian.profil import profil_satu
from layanan.galat import DitolakAlur
from layanan.models import Usulan
from tests.diklat.pengembangan_orang import KINI, jalan_diklat, kantor_diklat  # noqa: F401 - fixtures
from tests.layanan.conftest import pdf
from tests.pabrik import buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db
MULAI = tambah_bulan(KINI.replace(day=1), -1)
SAMPAI = tambah_bulan(MULAI, 24) - timedelta(days=1)
ISIAN = {"cara": "dibebaskan", "jenjang": "S2", "prodi": "Ilmu Administrasi Publik", "sekolah": "Universitas Airlangga",
         "akreditasi": "Unggul", "biaya": "apbd", "jumlah_biaya": "60000000", "tmt": MULAI.isoformat(), "sampai": SAMPAI.isoformat()}  # fmt: skip
LANGKAH = ("verifikasi_opd", "rekomendasi_opd", "verifikasi_bkd")
AKHIR = ("periksa_kasubbid", "periksa_kabid", "persetujuan_kaban", "paraf_sekda", "penetapan", "tanda_tangan")
BA = {"hasil": "lulus", "nomor_berita_acara": "BA/1", "tanggal_berita_acara": KINI.isoformat()}


def rencana(kantor, tahun=MULAI.year):
    return RencanaTugasBelajar.objects.create(
        tahun=tahun,
        jenjang="S2",
        prodi="Ilmu Administrasi Publik",
        dibuat_oleh=kantor.akun["sari"],
        dibuat_pada=timezone.now(),
    )


def usul(jalan, kantor, **lain):
    """A usulan of ani up to the signed SK; returns it."""
    isian = ISIAN | {"rencana": str(rencana(kantor).pk)} | lain
    usulan = jalan.ajukan("tugas-belajar", kantor.ani, isian)
    assert usulan.status == "diproses", usulan.hasil_syarat
    for kode in LANGKAH:
        usulan = jalan.maju(usulan, kode)
    usulan = jalan.maju(usulan, "seleksi", **BA, berkas=pdf())
    for kode in AKHIR:
        usulan = jalan.maju(usulan, kode)
    return usulan


def berjalan(pegawai, *, bulan=14, cara="tetap", **lain):
    """A study that began ``bulan`` months ago."""
    mulai = tambah_bulan(KINI.replace(day=1), -bulan)
    isi = {"cara": cara, "biaya": "apbd", "jumlah_biaya": 60_000_000, "jenjang": "S2", "prodi": "Hukum", "sekolah": "Unair", "mulai": mulai,
           "sampai_awal": tambah_bulan(mulai, 24) - timedelta(days=1), "sampai": tambah_bulan(mulai, 24) - timedelta(days=1)}  # fmt: skip
    return TugasBelajar.objects.create(pegawai=pegawai, **isi | lain)


def test_sk_tugas_belajar_dibebaskan_mengubah_kedudukan_dan_mengikat(jalan, kantor):
    usul(jalan, kantor)
    p = profil_satu(kantor.ani.pk, per=KINI)
    assert (p.kedudukan, p.tinggal, p.tinggal_sampai) == ("03", "TUBEL", SAMPAI)
    (ikatan,) = p.ikatan
    # twice 24 months from the day after the study (SE PANRB 28/2021; Perpres 12/1961, asumsi)
    assert (ikatan.jenis, ikatan.tmt, ikatan.sampai) == (
        "TUBEL",
        MULAI,
        tambah_bulan(SAMPAI + timedelta(days=1), 48) - timedelta(days=1),
    )
    t = TugasBelajar.objects.get()
    assert (t.keadaan, t.sampai_awal, t.jumlah_biaya) == ("berjalan", SAMPAI, 60_000_000)


def test_tetap_bertugas_tidak_mengubah_kedudukan_tetapi_mengikat(jalan, kantor):
    usul(jalan, kantor, cara="tetap", biaya="sendiri")
    p = profil_satu(kantor.ani.pk, per=KINI)
    assert (p.kedudukan, p.tinggal) == ("01", None)
    assert p.ikatan[0].sampai == tambah_bulan(SAMPAI + timedelta(days=1), 24) - timedelta(days=1)


def test_prodi_di_luar_rencana_dan_seleksi_yang_tidak_lulus_menolak(jalan, kantor):
    rencana(kantor)
    usulan = jalan.ajukan("tugas-belajar", kantor.ani, ISIAN | {"rencana": ""})
    assert usulan.status == "draf"
    masuk(jalan.client, kantor.akun["opi"])
    isian = ISIAN | {"rencana": str(RencanaTugasBelajar.objects.get().pk), "versi": usulan.versi_baris}
    jalan.client.post(reverse("layanan:usulan_update", args=[usulan.nomor]), isian)
    usulan.refresh_from_db()
    jalan.client.post(reverse("layanan:usulan_ajukan", args=[usulan.nomor]), {"versi": usulan.versi_baris})
    for kode in LANGKAH:
        usulan = jalan.maju(usulan, kode)
    usulan = jalan.maju(
        usulan, "seleksi", **BA | {"hasil": "tidak", "catatan": "Nilai kurang."}, dasar_tolak="BA/1", berkas=pdf()
    )
    assert usulan.status == "ditolak"
    assert not TugasBelajar.objects.exists()


def test_perpanjangan_menyambung_masa_dan_ikatan(jalan, kantor):
    t = berjalan(kantor.ani, bulan=24)
    isian = {"tmt": (t.sampai + timedelta(days=1)).isoformat(), "sampai": (tambah_bulan(t.sampai + timedelta(days=1), 6) - timedelta(days=1)).isoformat(),
             "alasan": "Penelitian belum selesai"}  # fmt: skip
    usulan = jalan.ajukan("perpanjangan-tugas-belajar", kantor.ani, isian)
    for kode in (*LANGKAH, *AKHIR):
        usulan = jalan.maju(usulan, kode)
    t.refresh_from_db()
    assert t.sampai.isoformat() == isian["sampai"]
    (ikatan,) = RiwayatIkatan.objects.filter(pegawai=kantor.ani, dibatalkan_pada=None)
    assert ikatan.sampai == tambah_bulan(t.sampai + timedelta(days=1), 30) - timedelta(days=1)  # once 30 months
    assert not RiwayatTinggal.objects.filter(pegawai=kantor.ani).exists()


def test_selesai_mengaktifkan_kembali_dan_menghitung_ikatan_dari_hari_selesai(jalan, kantor):
    t = berjalan(kantor.ani, bulan=20, cara="dibebaskan")
    tambah(kantor.ani, "tinggal", tmt=t.mulai, jenis="TUBEL", sampai=t.sampai)
    tambah(kantor.ani, "kedudukan", tmt=t.mulai, kedudukan_id="03")
    selesai = KINI - timedelta(days=3)
    isian = {
        "hasil": "lulus",
        "selesai": selesai.isoformat(),
        "tmt": (KINI - timedelta(days=1)).isoformat(),
        "ipk": "3.75",
    }
    usulan = jalan.ajukan("selesai-tugas-belajar", kantor.ani, isian)
    for kode in ("verifikasi_opd", "verifikasi_bkd", *AKHIR):
        usulan = jalan.maju(usulan, kode)
    p = profil_satu(kantor.ani.pk, per=KINI)
    assert (p.kedudukan, p.tinggal) == ("01", None)
    t.refresh_from_db()
    ikatan = RiwayatIkatan.objects.get(pegawai=kantor.ani, dibatalkan_pada=None)
    assert (t.keadaan, t.selesai, ikatan.tmt) == ("selesai", selesai, selesai + timedelta(days=1))
    assert ikatan.sampai == t.ikatan_sampai
    assert RiwayatKedudukan.objects.filter(pegawai=kantor.ani, kedudukan_id="01", dibatalkan_pada=None).count() == 2
    # the bond holds a transfer back (MUT-05)
    from mutasi import aturan as mutasi  # noqa: PLC0415 - another aspect, only to see what it reads

    konteks = type("K", (), {"profil": p, "tanggal": KINI, "isian": {}, "lain": {}})
    assert mutasi.m05_bebas_ikatan(konteks).jawaban == "tidak"


def test_dihentikan_menagih_biaya_dan_menghalangi_dua_tahun(jalan, kantor):
    t = berjalan(kantor.ani, bulan=12)
    isian = {"hasil": "berhenti", "selesai": (KINI - timedelta(days=2)).isoformat(), "tmt": KINI.isoformat(), "alasan": "Mengundurkan diri",
             "biaya_diterima": "30000000"}  # fmt: skip
    usulan = jalan.ajukan("selesai-tugas-belajar", kantor.ani, isian)
    for kode in ("verifikasi_opd", "verifikasi_bkd", *AKHIR):
        usulan = jalan.maju(usulan, kode)
    t.refresh_from_db()
    assert (t.keadaan, t.ganti_rugi) == ("berhenti", 30_000_000)
    assert not RiwayatIkatan.objects.filter(pegawai=kantor.ani, dibatalkan_pada=None).exists()
    usulan = jalan.ajukan(
        "tugas-belajar",
        kantor.ani,
        ISIAN | {"tmt": (KINI + timedelta(days=5)).isoformat(), "rencana": str(rencana(kantor, KINI.year).pk)},
    )
    assert usulan.status == "draf"  # TB-03
    assert Usulan.objects.get(layanan="tugas-belajar").status == "draf"


# ── monitoring ───────────────────────────────────────────────────────────────────────────────────────


def kirim(client, kantor, t, nomor, oleh="ani", **isi):
    data = {"ip": "3.5", "ipk": "3.4", "sks": "12", "berkas": pdf()} | isi
    return masuk(client, kantor.akun[oleh]).post(reverse("diklat:laporan_tb_create", args=[t.pk, nomor]), data)


def test_laporan_semester_dikirim_diperiksa_dikembalikan_dan_dikirim_ulang(client, kantor):
    t = berjalan(kantor.ani)
    halaman = reverse("diklat:tugas_belajar_detail", args=[t.pk])
    assert "terlambat" in masuk(client, kantor.akun["ani"]).get(halaman).content.decode()
    assert kirim(client, kantor, t, 1).status_code == 302
    assert kirim(client, kantor, t, 1).status_code == 422  # sent already
    assert kirim(client, kantor, t, 2, ip="4.5").status_code == 422  # beyond the scale
    assert kirim(client, kantor, t, 9).status_code == 404
    r = LaporanSemester.objects.get()
    periksa = reverse("diklat:laporan_tb_periksa", args=[r.pk])
    assert masuk(client, kantor.akun["lain"]).post(periksa, {"hasil": "diterima"}).status_code == 302
    r.refresh_from_db()
    assert r.status == "dikirim"  # not his office
    masuk(client, kantor.akun["sari"]).post(periksa, {"hasil": "dikembalikan", "alasan": "KHS tidak terbaca"})
    r.refresh_from_db()
    assert (r.status, Pemberitahuan.objects.filter(pengguna=kantor.akun["ani"]).count()) == ("dikembalikan", 1)
    assert kirim(client, kantor, t, 1).status_code == 302
    ulang = LaporanSemester.objects.get(putaran=2)
    masuk(client, kantor.akun["sari"]).post(
        reverse("diklat:laporan_tb_periksa", args=[ulang.pk]), {"hasil": "diterima"}
    )
    ulang.refresh_from_db()
    assert ulang.status == "diterima"
    assert client.get(reverse("diklat:laporan_tb_download", args=[ulang.pk])).status_code == 200
    assert (
        masuk(client, kantor.akun["asing"]).get(reverse("diklat:laporan_tb_download", args=[ulang.pk])).status_code
        == 404
    )


def test_pengingat_sekali_walau_dijalankan_berkali_kali(kantor):
    berjalan(kantor.ani, bulan=8)  # the first semester ended two months ago: late
    for _ in range(2):
        perbuatan.ingatkan(KINI, sekarang=timezone.now())
    assert Pemberitahuan.objects.filter(pengguna=kantor.akun["ani"]).count() == 1


def test_petugas_mendengar_yang_terlambat_dan_pegawai_yang_hampir_atau_sudah_habis(kantor):
    lewat = berjalan(kantor.ani, bulan=25)  # two years are over, no report ever came
    dekat = berjalan(kantor.opi, bulan=23)
    hari = (dekat.sampai - KINI).days
    assert lewat.sampai < KINI
    assert 0 <= hari <= 60
    for _ in range(2):
        perbuatan.ingatkan(KINI, sekarang=timezone.now())
    milik = set(Pemberitahuan.objects.filter(pengguna=kantor.akun["ani"]).values_list("judul", flat=True))
    habis = f"Masa tugas belajar habis {tulis_tanggal(lewat.sampai)}"
    assert habis in milik
    assert (
        Pemberitahuan.objects.filter(
            pengguna=kantor.akun["sari"], judul=f"{habis}: {kantor.ani.kini.nama_lengkap}"
        ).count()
        == 1
    )
    assert Pemberitahuan.objects.filter(
        pengguna=kantor.akun["opi"], judul=f"Tugas belajar berakhir {tulis_tanggal(dekat.sampai)}"
    ).count() == 1  # fmt: skip
    assert not Pemberitahuan.objects.filter(
        pengguna=kantor.akun["sari"], judul__startswith="Tugas belajar berakhir"
    ).exists()


def test_tugas_petugas_menyebut_yang_belum_lapor_sama_dengan_daftarnya(kantor):
    hak = hitung_hak(kantor.akun["sari"], per=KINI, acuan=acuan_kini())
    berjalan(kantor.ani, bulan=8)  # one semester late
    t = berjalan(kantor.opi, bulan=8)
    LaporanSemester.objects.create(
        tugas_belajar=t, semester=1, ip=3, ipk=3, sks=10, dikirim_oleh=kantor.akun["opi"], dikirim_pada=timezone.now(),
        berkas=dosir.simpan(t.pegawai_id, "laporan_tugas_belajar", dosir.terima(pdf()), pada=timezone.now()),
    )  # fmt: skip
    berjalan(kantor.kasubbag, bulan=3)  # nothing due yet
    jumlah = terlambat_lapor(KINI, acuan_kini()).count()
    assert jumlah == len(daftar.terlambat(acuan_kini(), TugasBelajar.objects.all(), KINI)) == 1
    judul = [b.judul for b in tugas.susun(hak, KINI, acuan_kini())]
    assert "1 tugas belajar belum mengirim laporan semester" in judul
    assert "1 laporan semester tugas belajar menunggu diperiksa" in judul


def test_ikatan_diputus_dan_dilunasi_dengan_versi(client, kantor):
    t = berjalan(kantor.ani, bulan=30, keadaan="selesai", selesai=KINI - timedelta(days=180), ikatan_mulai=KINI - timedelta(days=179),
                 ikatan_sampai=KINI + timedelta(days=500))  # fmt: skip
    url = reverse("diklat:ikatan_putus", args=[t.pk])
    masuk(client, kantor.akun["sari"])
    assert "Rp60.000.000" in client.get(url).content.decode()
    isi = {
        "tanggal": KINI.isoformat(),
        "sebab": "Berhenti atas permintaan sendiri",
        "ganti_rugi": "60000000",
        "versi": t.versi,
    }
    assert client.post(url, isi).status_code == 302
    assert client.post(url, isi).status_code == 422  # the stale form
    t.refresh_from_db()
    assert (t.diputus, t.ganti_rugi, t.terikat) == (KINI, 60_000_000, False)
    lunas = reverse("diklat:ikatan_lunas", args=[t.pk])
    assert client.post(lunas, {"tanggal": KINI.isoformat(), "versi": t.versi}).status_code == 302
    t.refresh_from_db()
    assert t.ganti_rugi_lunas == KINI
    assert masuk(client, kantor.akun["lain"]).get(url).status_code == 403


@pytest.mark.parametrize("tampil", ["berjalan", "terlambat", "periksa", "berakhir", "ikatan", "lain", "belum"])
def test_daftar_tiap_tab_tetap_kuerinya(client, kantor, tampil, django_assert_max_num_queries):
    berjalan(kantor.ani)
    berjalan(kantor.kasubbag, bulan=20)
    belum = buat_pegawai(nama="Belum Dipantau", unit="DINKES", kedudukan="03")
    tambah(belum, "tinggal", tmt=date(KINI.year - 1, 1, 1), jenis="TUBEL", sampai=date(KINI.year + 1, 1, 1))
    url = f"{reverse('diklat:tugas_belajar_list')}?tampil={tampil}"
    masuk(client, kantor.akun["sari"]).get(url)
    with django_assert_max_num_queries(12):
        isi = client.get(url).content.decode()
    nama = {
        "berjalan": "Ani Lestari",
        "terlambat": "Ani Lestari",
        "berakhir": "Kasubbag Dian",
        "belum": "Belum Dipantau",
    }.get(tampil)
    assert nama is None or nama in isi
    assert client.get(f"{reverse('diklat:tugas_belajar_ekspor')}?tampil={tampil}").status_code == 200
    assert (
        "Ani Lestari"
        not in masuk(client, kantor.akun["kadinkes"]).get(url.replace(tampil, "periksa")).content.decode()
    )


def test_yang_sk_nya_lebih_tua_dapat_dipantau_sekali(client, kantor):
    tambah(kantor.ani, "tinggal", tmt=date(KINI.year - 1, 1, 1), jenis="TUBEL", sampai=date(KINI.year + 1, 1, 1))
    tambah(kantor.ani, "kedudukan", tmt=date(KINI.year - 1, 1, 1), kedudukan_id="03")
    url = reverse("diklat:tugas_belajar_create", args=[kantor.ani.nip])
    isi = {"nomor_sk": "800/1/2025", "cara": "dibebaskan", "biaya": "apbd", "jenjang": "S2", "prodi": "Hukum", "sekolah": "Unair",
           "mulai": date(KINI.year - 1, 1, 1).isoformat(), "sampai": date(KINI.year + 1, 1, 1).isoformat()}  # fmt: skip
    masuk(client, kantor.akun["sari"])
    assert f"{KINI.year - 1}-01-01" in client.get(url).content.decode()
    assert client.post(url, isi).status_code == 302
    assert client.post(url, isi).status_code == 422
    assert masuk(client, kantor.akun["lain"]).get(url).status_code == 403


def test_rencana_kebutuhan_tidak_ganda_dan_dapat_dicoret(client, kantor):
    masuk(client, kantor.akun["sari"])
    isi = {"tahun": str(KINI.year), "jenjang": "S2", "prodi": "Hukum", "jumlah": "2", "opd": ""}
    assert client.post(reverse("diklat:rencana_tb_create"), isi).status_code == 302
    assert client.post(reverse("diklat:rencana_tb_create"), isi | {"prodi": "HUKUM"}).status_code == 422
    r = RencanaTugasBelajar.objects.get()
    assert client.post(reverse("diklat:rencana_tb_delete", args=[r.pk])).status_code == 302
    r.refresh_from_db()
    assert r.dicoret_pada is not None
    assert masuk(client, kantor.akun["lain"]).post(reverse("diklat:rencana_tb_delete", args=[r.pk])).status_code == 403


def test_pelaku_yang_bukan_pengelola_ditolak_perbuatannya(jalan, kantor):
    with pytest.raises(DitolakAlur):
        perbuatan.coret_rencana(rencana(kantor).pk, oleh=jalan.pelaku("ani"))
