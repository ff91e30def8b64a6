"""Merawat SKP: diakhiri dengan tangan, draf bagi yang baru bertugas, penilai yang kosong, keberatan yang tertinggal."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from eperformance import periode as periode_, siklus
from eperformance.galat import DitolakKinerja
from eperformance.models import Evaluasi, PembukaanSkp, Skp
from eperformance.pantau import bahan
from eperformance.pantau.daftar import q_terlambat
from eperformance.pantau.keadaan import tinjau
from eperformance.penilaian import final, keberatan, masa, nilai
from eperformance.skp import alih
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import Jejak, Pemberitahuan, ProfilKini
from kepegawaian.tugas import susun as susun_tugas
from layanan import alur, katalog
from layanan.models import Usulan
from tests.dunia_bersama import bersama
from tests.eperformance.conftest import HARI_INI, TAHUN, isi_skp, skp_ditetapkan
from tests.eperformance.panggung_penilaian import bagi, nilai_sah, periode_lalu, tetapkan_opd
from tests.pabrik import buat_pegawai, jabatan_kode, tambah, unit_kode

AWAL, AKHIR = date(TAHUN, 1, 1), date(TAHUN, 12, 31)
WIB = ZoneInfo("Asia/Jakarta")
KINI = datetime(TAHUN, HARI_INI.month, HARI_INI.day, 9, tzinfo=WIB)
JUNI = date(TAHUN, 6, 30)


def url(nama, *argumen):
    return reverse(f"eperformance:{nama}", args=argumen)


# ── diakhiri dengan tangan ───────────────────────────────────────────────────────────────────────────


def test_sub41_mengakhiri_dan_sisa_tahunnya_dibuka(orang, periode):
    lama = skp_ditetapkan(orang, periode)
    k = orang.masuk("staf41")
    halaman = k.get(url("skp_akhiri", lama.pk)).content.decode()
    assert "Penilaian akhir masanya dapat ditetapkan sejak hari itu" in halaman
    isi = {"sampai": JUNI.isoformat(), "alasan": "Tugas belajar penuh waktu", "buka": "on", "versi": lama.versi}
    assert k.post(url("skp_akhiri", lama.pk), isi).status_code == 302
    pertama, kedua = Skp.objects.filter(pegawai=orang.pela).order_by("mulai")
    assert (pertama.mulai, pertama.sampai, pertama.status) == (AWAL, JUNI, "ditetapkan")
    assert (kedua.mulai, kedua.sampai, kedua.status, kedua.pendahulu) == (date(TAHUN, 7, 1), AKHIR, "draf", pertama)
    assert pertama.alasan == "Tugas belajar penuh waktu"
    assert Jejak.objects.filter(aksi="skp_akhiri", pegawai=orang.pela, oleh_id=orang.akun["staf41"].pk).count() == 1
    assert Pemberitahuan.objects.filter(pengguna=orang.akun["pela"], judul="Masa SKP Anda diakhiri").count() == 1


def test_penilai_mengakhiri_tanpa_membuka_yang_baru(orang, periode):
    lama = skp_ditetapkan(orang, periode)
    isi = {"sampai": JUNI.isoformat(), "alasan": "Pensiun per 1 Juli", "versi": lama.versi}
    assert orang.masuk("kasub").post(url("skp_akhiri", lama.pk), isi).status_code == 302
    assert Skp.objects.get(pegawai=orang.pela).sampai == JUNI


@pytest.mark.parametrize(
    ("nama", "status"), [("pela", 403), ("rekan", 403), ("eko", 404), ("kabid", 403), ("irma", 403)]
)
def test_orang_lain_tidak_dapat_mengakhiri(orang, periode, nama, status):
    lama = skp_ditetapkan(orang, periode)
    assert orang.masuk(nama).get(url("skp_akhiri", lama.pk)).status_code == status
    assert orang.masuk(nama).post(url("skp_akhiri", lama.pk), {}).status_code == status


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({"sampai": AKHIR.isoformat()}, "Pilih tanggal antara"),
        ({"sampai": f"{TAHUN - 1}-12-31"}, "Pilih tanggal antara"),
        ({"alasan": "pindah"}, "10"),
        ({"versi": 1}, "sudah berubah sejak halaman"),
    ],
)
def test_isian_yang_keliru_ditolak_tanpa_akibat(orang, periode, isi, kalimat):
    lama = skp_ditetapkan(orang, periode)
    isi = {"sampai": JUNI.isoformat(), "alasan": "Alasan yang cukup", "versi": lama.versi} | isi
    jawab = orang.masuk("staf41").post(url("skp_akhiri", lama.pk), isi)
    assert jawab.status_code == 422
    assert kalimat in jawab.content.decode()
    assert Skp.objects.get(pegawai=orang.pela).sampai == AKHIR


def test_tidak_berakhir_sebelum_masa_yang_sudah_dinilai(orang):
    """Triwulan III (Juli-September) is rated: the SKP may end in it, not before it."""
    lalu = periode_lalu()
    skp = bagi(orang, lalu, "pela")
    nilai_sah(orang, skp, masa.satu(lalu, 3))
    for hari in (date(lalu.tahun, 6, 30), date(lalu.tahun, 3, 15)):
        with pytest.raises(DitolakKinerja, match="sudah dinilai"):
            siklus.akhiri(skp.pk, hari, "Mutasi ke dinas lain", oleh=orang.oleh("staf41"))
    assert siklus.akhiri(skp.pk, date(lalu.tahun, 7, 31), "Mutasi", oleh=orang.oleh("staf41")).sampai.month == 7


def test_draf_nilai_tahunan_menjadi_nilai_akhir_masa(orang):
    lalu = periode_lalu()
    skp = bagi(orang, lalu, "pela")
    m = masa.satu(lalu, 0)
    nilai.simpan(skp.pk, m, hasil="sesuai", perilaku="sesuai", catatan="", versi=0, oleh=orang.oleh("kasub"))
    siklus.akhiri(skp.pk, date(lalu.tahun, 9, 30), "Mutasi", oleh=orang.oleh("kasub"))
    e = Evaluasi.objects.get(skp=skp)
    assert (e.jenis, e.status) == ("akhir", "draf")
    assert nilai.sahkan(skp.pk, m, versi=e.versi, oleh=orang.oleh("kasub")).predikat == "Baik"


def test_pegawai_membuka_sisa_tahun_sendiri(orang, periode):
    lama = skp_ditetapkan(orang, periode)
    kemarin = HARI_INI - timedelta(days=1)
    siklus.akhiri(lama.pk, kemarin, "Kembali dari tugas", oleh=orang.oleh("staf41"))
    tugas = [b.judul for b in susun_tugas(orang.oleh("pela").hak, HARI_INI, acuan_kini())]
    assert f"Susun SKP {TAHUN}" in tugas
    k = orang.masuk("pela")
    assert "Buka SKP bagi sisa tahun" in k.get(url("skp_saya")).content.decode()
    k.post(url("skp_buka"), {"tahun": TAHUN, "salin": "1"})
    baru = Skp.objects.get(pegawai=orang.pela, status="draf")
    assert (baru.mulai, baru.sampai) == (HARI_INI, AKHIR)
    assert "Buka SKP bagi sisa tahun" not in k.get(url("skp_saya")).content.decode()


# ── yang baru bertugas ───────────────────────────────────────────────────────────────────────────────


@pytest.fixture
@bersama
def baru(orang):
    """Joined SUB12 on 1 March (CPNS)."""
    return buat_pegawai(batch=orang.batch, nama="BARU MASUK", unit="SUB12", tmt=date(TAHUN, 3, 1), status="CPNS")


def test_yang_masuk_sesudah_januari_mendapat_draf_sejak_tmtnya(orang, periode, baru):
    assert date(TAHUN, 3, 1) <= HARI_INI, "uji ini memerlukan hari sesudah 1 Maret"
    semua = siklus.buka_banyak(periode, None, pada=timezone.now())
    milik = next(s for s in semua if s.pegawai_id == baru.pk)
    assert (milik.mulai, milik.sampai, milik.penilai.kode) == (date(TAHUN, 3, 1), AKHIR, "KEPALA-SUB12")
    assert {s.mulai for s in semua if s.pegawai_id != baru.pk} == {AWAL}
    assert milik.perilaku.count() == 7
    assert siklus.buka_banyak(periode, None, pada=timezone.now()) == []


def test_malam_melengkapi_hanya_tahun_yang_sudah_dibuka_bagi_semua(orang, periode, baru):
    assert periode_.lengkapi(KINI) == 0
    PembukaanSkp.objects.create(
        periode=periode, status="selesai", diminta_pada=KINI, bergerak_pada=KINI, selesai_pada=KINI
    )
    assert periode_.lengkapi(KINI) == 9  # eight of the fixture and the new one
    assert periode_.lengkapi(KINI) == 0
    assert Skp.objects.get(pegawai=baru).mulai == date(TAHUN, 3, 1)


def test_tombol_mulai_bagi_yang_baru_masuk(orang, periode, baru):
    from tests.pabrik import buat_akun  # noqa: PLC0415 - only here

    orang.akun["baru"] = buat_akun(baru)
    orang.masuk("baru").post(url("skp_buka"), {"tahun": TAHUN})
    assert Skp.objects.get(pegawai=baru).mulai == date(TAHUN, 3, 1)


def test_yang_baru_masuk_tidak_terlambat_menurut_kalender_awal_tahun(orang, periode, baru):
    """Board and list say the same: his draft is not late for January, the draft of the year is, as who has none."""
    siklus.buka_banyak(periode, [baru.pk, orang.pela.pk], pada=timezone.now())
    t = tinjau({"tahun": str(TAHUN)}, HARI_INI)
    assert t.lewat_tetap, "uji ini memerlukan hari sesudah Januari"
    semua, _ = bahan.lipat(t, bahan.hitung(t, unit=[unit_kode("SUB12").pk]))
    assert semua.terlambat["susun"] == 3  # pela (draft of January), rekan and kasub (none)
    milik = ProfilKini.objects.filter(unit=unit_kode("SUB12"), aktif=True)
    for di_mana in ("susun", "semua"):
        assert set(milik.filter(q_terlambat(t, di_mana)).values_list("pegawai_id", flat=True)) == {
            orang.pela.pk, orang.rekan.pk, orang.kasub.pk,
        }, di_mana  # fmt: skip
    Skp.objects.filter(pegawai__in=[baru.pk, orang.pela.pk]).update(status="diajukan")
    semua, _ = bahan.lipat(t, bahan.hitung(t, unit=[unit_kode("SUB12").pk]))
    assert (semua.terlambat["susun"], semua.terlambat["tetap"]) == (2, 1)
    assert milik.filter(q_terlambat(t, "tetap")).get().pegawai_id == orang.pela.pk


# ── penilai yang kosong ──────────────────────────────────────────────────────────────────────────────


def kosongkan(pegawai, ke="SUB41"):
    """The official leaves his post: he becomes a pelaksana elsewhere from today on."""
    tambah(pegawai, "jabatan", jabatan=jabatan_kode("P-PENELAAH-TEKNIS-KEBIJAKAN"), unit=unit_kode(ke), tmt=HARI_INI)


def test_penilai_kosong_naik_satu_tingkat_dan_kembali(orang, periode):
    skp = skp_ditetapkan(orang, periode)
    assert alih.alihkan_semua(KINI) == 0
    kosongkan(orang.kasub)
    assert alih.alihkan_semua(KINI) >= 1
    skp.refresh_from_db()
    assert (skp.penilai.kode, skp.penilai_asal.kode) == ("KEPALA-BID1", "KEPALA-SUB12")
    assert "kosong dan tidak ada Plt./Plh." in skp.sebab_alih
    assert skp.sebab_alih in orang.masuk("pela").get(url("skp_detail", skp.pk)).content.decode()
    assert Jejak.objects.filter(aksi="skp_alih", pegawai=orang.pela).count() == 1
    assert alih.alihkan_semua(KINI) == 0
    siklus.kembalikan(skp.pk, "Sesuaikan targetnya.", oleh=orang.oleh("kabid"), versi=skp.versi)
    tambah(orang.rekan, "jabatan", jabatan=jabatan_kode("KEPALA-SUB12"), unit=unit_kode("SUB12"), tmt=HARI_INI)
    assert alih.alihkan_semua(KINI) >= 1
    skp.refresh_from_db()
    assert (skp.penilai.kode, skp.penilai_asal, skp.sebab_alih) == ("KEPALA-SUB12", None, "")


def test_plt_menilai_pada_kantornya_sendiri(orang, periode):
    skp = skp_ditetapkan(orang, periode)
    kosongkan(orang.kasub)
    tambah(orang.rekan, "jabatan", jabatan=jabatan_kode("KEPALA-SUB12"), unit=unit_kode("SUB12"), penugasan="PLT",
           tmt=HARI_INI, sampai=HARI_INI + timedelta(days=60))  # fmt: skip
    alih.alihkan_semua(KINI)
    skp.refresh_from_db()
    assert (skp.penilai.kode, skp.penilai_asal) == ("KEPALA-SUB12", None)
    assert siklus.kembalikan(skp.pk, "Perbaiki.", oleh=orang.oleh("rekan"), versi=skp.versi).status == "dikembalikan"


def test_plt_atasan_sendiri_tidak_menilai_dirinya(orang, periode):
    """The kasub is Plt of his kabid: only the kaban is left to assess him."""
    skp = siklus.buka(orang.kasub.pk, periode.pk, oleh=orang.oleh("kasub"))
    kosongkan(orang.kabid)
    tambah(orang.kasub, "jabatan", jabatan=jabatan_kode("KEPALA-BID1"), unit=unit_kode("BID1"), penugasan="PLT",
           tmt=HARI_INI, sampai=HARI_INI + timedelta(days=60))  # fmt: skip
    alih.alihkan_semua(KINI)
    skp.refresh_from_db()
    assert skp.penilai.kode == "KEPALA-BKPSDM"
    assert skp.sebab_alih.endswith("dijabat pemilik SKP sendiri.")


def test_yang_naik_menjadi_atasan_sendiri_dinilai_satu_tingkat_di_atas(orang):
    """Last year a pelaksana of the subbid, now its head: his SKP of last year goes to the kabid."""
    skp = bagi(orang, periode_lalu(), "pela")
    kosongkan(orang.kasub)
    tambah(orang.pela, "jabatan", jabatan=jabatan_kode("KEPALA-SUB12"), unit=unit_kode("SUB12"), tmt=HARI_INI)
    assert alih.alihkan_semua(KINI) == 1
    skp.refresh_from_db()
    assert (skp.penilai.kode, skp.penilai_asal.kode) == ("KEPALA-BID1", "KEPALA-SUB12")
    assert nilai_sah(orang, skp, masa.satu(skp.periode, 0), penilai="kabid").predikat == "Baik"


def test_diajukan_langsung_kepada_pengganti(orang, periode):
    atasan = isi_skp(siklus.buka(orang.kasub.pk, periode.pk, oleh=orang.oleh("kasub")), rencana="Kepangkatan tertib")
    skp = siklus.buka(orang.pela.pk, periode.pk, oleh=orang.oleh("pela"))
    isi_skp(skp, induk=atasan)
    kosongkan(orang.kasub)
    siklus.ajukan(skp.pk, oleh=orang.oleh("pela"), versi=1)
    skp.refresh_from_db()
    assert (skp.penilai.kode, skp.status) == ("KEPALA-BID1", "diajukan")
    assert Pemberitahuan.objects.filter(pengguna=orang.akun["kabid"], judul="SKP menunggu penetapan Anda").count() == 1
    assert siklus.tetapkan(skp.pk, oleh=orang.oleh("kabid"), versi=skp.versi).status == "ditetapkan"


def test_yang_ditunjuk_sub41_tetap(orang, periode):
    skp = skp_ditetapkan(orang, periode)
    kosongkan(orang.kasub)
    alih.alihkan_semua(KINI)
    skp.refresh_from_db()
    siklus.ganti_penilai(
        skp.pk, jabatan_kode("KEPALA-BKPSDM").pk, "Didelegasikan", oleh=orang.oleh("staf41"), versi=skp.versi
    )
    tambah(orang.rekan, "jabatan", jabatan=jabatan_kode("KEPALA-SUB12"), unit=unit_kode("SUB12"), tmt=HARI_INI)
    alih.alihkan_semua(KINI)
    skp.refresh_from_db()
    assert (skp.penilai.kode, skp.penilai_asal) == ("KEPALA-BKPSDM", None)


def test_mencari_yang_kosong_berbiaya_tetap(orang, periode):
    banyak = []
    for nama in ("pela", "rekan", "eko"):
        siklus.buka(getattr(orang, nama).pk, periode.pk, oleh=orang.oleh(nama))
        alih.alihkan_semua(KINI)
        with CaptureQueriesContext(connection) as tangkap:
            assert alih.alihkan_semua(KINI) == 0
        banyak.append(len(tangkap))
    assert banyak[0] == banyak[1]


@pytest.mark.parametrize(
    ("nama", "halaman"), [("pela", "skp_saya"), ("pela", "skp_detail"), ("kasub", "skp_detail"), ("staf41", "skp_detail"),
                          ("pela", "skp_penilaian"), ("staf41", "skp_akhiri")],
)  # fmt: skip
def test_halaman_skp_yang_dialihkan_dalam_batas_kueri(orang, periode, nama, halaman):
    """The costliest state: a draft of who has moved, its penilai vacant, a cell waiting, a remark unread."""
    skp = siklus.buka(orang.pela.pk, periode.pk, oleh=orang.oleh("pela"))
    isi_skp(skp)
    tambah(orang.pela, "unit", unit=unit_kode("SUB13"), tmt=HARI_INI)
    kosongkan(orang.kasub)
    alih.alihkan_semua(KINI)
    k, argumen = orang.masuk(nama), () if halaman == "skp_saya" else (skp.pk,)
    k.get(url(halaman, *argumen))
    with CaptureQueriesContext(connection) as tangkap:
        assert k.get(url(halaman, *argumen)).status_code == 200
    assert len(tangkap) <= 12, [q["sql"][:110] for q in tangkap]


# ── keberatan yang dikembalikan ──────────────────────────────────────────────────────────────────────


def test_keberatan_yang_tidak_diajukan_lagi_tidak_menahan_final(orang):
    """Returned on a day; five working days later it still holds, the day after it is closed and the year becomes final."""
    lalu = periode_lalu()
    skp = bagi(orang, lalu, "pela")
    e = nilai_sah(orang, skp, masa.satu(lalu, 0))
    tetapkan_opd(orang, lalu)
    oleh = orang.oleh("pela")
    usulan = alur.buat_draf(
        katalog.ambil(keberatan.SLUG), orang.pela, oleh=oleh,
        isian={"evaluasi": e.pk, "alasan": "Capaian kuantitas saya melebihi target setahun."},
    )  # fmt: skip
    alur.ajukan(usulan, oleh=oleh, versi=usulan.versi_baris)
    usulan = Usulan.objects.get(pk=usulan.pk)
    alur.kembalikan(usulan, oleh=orang.oleh("kabid"), versi=usulan.versi_baris, alasan="Sebutkan buktinya.")
    batas = keberatan.batas_perbaikan(Usulan.objects.get(pk=usulan.pk))
    assert batas > HARI_INI
    isi = orang.masuk("pela").get(url("skp_penilaian", skp.pk)).content.decode()
    assert "Ajukan lagi paling lambat" in isi
    pada = datetime(batas.year, batas.month, batas.day, 0, 20, tzinfo=WIB)
    assert keberatan.tutup_tertinggal(pada) == 0
    assert keberatan.tutup_tertinggal(pada + timedelta(days=1)) == 1
    assert keberatan.tutup_tertinggal(pada + timedelta(days=1)) == 0
    skp.refresh_from_db()
    assert (skp.status, Usulan.objects.get(pk=usulan.pk).status) == ("dinilai", "dibatalkan")
    assert Pemberitahuan.objects.filter(pengguna=orang.akun["pela"], judul__startswith="Ditutup: ").count() == 1
    sesudah = max(e.keberatan_sampai, batas) + timedelta(days=1)
    assert final.finalkan_semua(datetime(sesudah.year, sesudah.month, sesudah.day, 0, 20, tzinfo=WIB)) == 1


# ── dinilai sebelum akhir tahun ──────────────────────────────────────────────────────────────────────


def test_skp_yang_berakhir_di_tengah_tahun_dinilai_saat_itu_juga(orang, periode):
    """The yearly screen opens in the middle of the year for who ended, and shows nobody else."""
    skp_ditetapkan(orang, periode, "rekan")
    skp = skp_ditetapkan(orang, periode)
    layar, kunci = url("penilaian_list"), f"{TAHUN}-0"
    k = orang.masuk("kasub")
    assert k.get(f"{layar}?masa={kunci}").context["masa"].kunci != kunci or date(TAHUN, 12, 1) <= HARI_INI
    siklus.akhiri(skp.pk, HARI_INI - timedelta(days=1), "Pindah ke provinsi", oleh=orang.oleh("kasub"))
    jawab = k.get(f"{layar}?masa={kunci}")
    assert jawab.context["masa"].kunci == kunci
    if date(TAHUN, 12, 1) > HARI_INI:
        assert [b.skp.pk for b in jawab.context["baris"]] == [skp.pk]
        assert "Hanya SKP yang sudah berakhir di tengah tahun" in jawab.content.decode()
    b = f"s{skp.pk}"
    isi = {"masa": kunci, "pilih": skp.pk, "tindakan": "sahkan", f"{b}-hasil": "sesuai", f"{b}-perilaku": "di_atas", f"{b}-versi": 0,
           f"{b}-awal": "", f"{b}-catatan": ""}  # fmt: skip
    assert k.post(url("penilaian_simpan"), isi).status_code == 302
    e = Evaluasi.objects.get(skp=skp)
    assert (e.jenis, e.status, e.predikat) == ("akhir", "sah", "Baik")
    assert Skp.objects.get(pk=skp.pk).status == "dinilai"
