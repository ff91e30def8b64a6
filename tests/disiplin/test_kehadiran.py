"""Ketidakhadiran setahun: dihitung dari impor, dikurangi cuti dan koreksi, sama bila dihitung ulang, hanya bagi penangan."""

import io
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, transaction
from django.test import Client
from python_calamine import load_workbook

from disiplin.kehadiran import kabar
from disiplin.models import KasusDisiplin
from disiplin.tasks import hitung_kehadiran, hitung_kehadiran_malam
from kepegawaian import kehadiran
from kepegawaian.acuan import acuan_kini
from kepegawaian.impor import tulis_daftar
from kepegawaian.models import (
    BatchImpor,
    KoreksiPresensi,
    Pemberitahuan,
    Presensi,
    ProfilKini,
    PutusanGaji,
    RekapKehadiran,
)
from penggajian.tpp import presensi_bulan
from tests.dunia_bersama import bersama
from tests.pabrik import buat_akun, buat_batch, buat_pegawai, masuk, tambah

pytestmark = pytest.mark.django_db
KOLOM = ("NIP", "TANGGAL", "MASUK", "PULANG", "KEADAAN", "TERLAMBAT", "PULANG CEPAT")
RUANG = "/disiplin/kehadiran/"


def hari_kerja(banyak, *, sebelum=None):
    """The last ``banyak`` working days of a five-day week before ``sebelum`` (today), oldest first; all in one year."""
    acuan, hasil, hari = acuan_kini(), [], (sebelum or date.today()) - timedelta(days=1)
    while len(hasil) < banyak:
        if acuan.hari_kerja(hari):
            hasil.append(hari)
        hari -= timedelta(days=1)
    return hasil[::-1]


def catat(pegawai, hari, keadaan="tanpa_keterangan", **lain):
    batch = buat_batch(jenis="presensi")
    return Presensi.objects.bulk_create(
        Presensi(pegawai=pegawai, tanggal=t, keadaan=keadaan, batch=batch, **lain) for t in hari
    )


@pytest.fixture
@bersama
def ani():
    return buat_pegawai(nama="ANI", unit="DISDIK-SUBBAG1")


@pytest.fixture
def kantor(ani):
    """Clients by part: handler, staf of another subbid, direct superior, the person himself, head of the BKD, inspektorat."""
    orang = {
        "penangan": buat_pegawai(nama="PENANGAN", unit="SUB11"),
        "staf": buat_pegawai(nama="STAF", unit="SUB13"),
        "atasan": buat_pegawai(
            nama="ATASAN", unit="DISDIK-SUBBAG1", jabatan="KEPALA-DISDIK-SUBBAG1", golongan="III/d"
        ),
        "ani": ani,
    }
    return {k: masuk(Client(), buat_akun(p)) for k, p in orang.items()}


# ── counting ─────────────────────────────────────────────────────────────────────────────────────────


def test_impor_menghitung_tahunnya_dan_pembatalan_menariknya(ani, tugas_langsung, django_capture_on_commit_callbacks):
    staf = masuk(Client(), buat_akun(buat_pegawai(nama="STAF", unit="SUB13")))
    hari = [date(2026, 2, 3), date(2026, 2, 5), date(2026, 2, 10)]
    baris = [(ani.nip, f"{t:%d-%m-%Y}", "", "", "TK", "", "") for t in hari]
    berkas = SimpleUploadedFile("presensi.xlsx", tulis_daftar("Presensi", KOLOM, baris).read())
    with django_capture_on_commit_callbacks(execute=True):
        staf.post("/penggajian/presensi/unggah/", {"file": berkas})
    batch = BatchImpor.objects.get(jenis="presensi")
    with django_capture_on_commit_callbacks(execute=True):
        staf.post(f"/penggajian/presensi/{batch.pk}/terapkan/")
    rekap = RekapKehadiran.objects.get(pegawai=ani, tahun=2026)
    assert (rekap.hari, rekap.jumlah, rekap.kode, rekap.capai_pada) == (3, 3, "R1", hari[-1])
    hitung_kehadiran(2026)
    hitung_kehadiran(2026)
    assert RekapKehadiran.objects.filter(pegawai=ani).count() == 1, "dihitung berulang, tetap satu baris"
    with django_capture_on_commit_callbacks(execute=True):
        staf.post(f"/penggajian/presensi/{batch.pk}/batalkan/")
    assert not RekapKehadiran.objects.exists()


def test_cuti_di_luar_tanggungan_hari_libur_dan_hari_tanpa_catatan_bukan_ketidakhadiran(ani):
    catat(ani, [date(2026, 2, 3), date(2026, 2, 4), date(2026, 2, 5), date(2026, 2, 7), date(2026, 2, 17)])
    tambah(ani, "tinggal", jenis="CLTN", tmt=date(2026, 2, 5), sampai=date(2026, 2, 6))
    kehadiran.hitung(2026)
    rekap = RekapKehadiran.objects.get(pegawai=ani)
    # 3 and 4 February; the 5th is CLTN, the 7th a Saturday, the 17th Imlek.
    assert (rekap.hari, rekap.kode, rekap.beruntun) == (2, "", 2)


def test_koreksi_menghapus_hari_dari_hitungan_tanpa_mengubah_catatan_mesin(ani):
    hari = [date(2026, 2, 3), date(2026, 2, 4), date(2026, 2, 5)]
    catat(ani, hari)
    kehadiran.catat_koreksi(ani.pk, hari[:1], keadaan="dinas_luar", alasan="rapat di provinsi", dasar="US-1")
    kehadiran.hitung(2026)
    assert RekapKehadiran.objects.get(pegawai=ani).hari == 2
    assert Presensi.objects.filter(pegawai=ani, keadaan="tanpa_keterangan", dibatalkan_pada=None).count() == 3
    kehadiran.catat_koreksi(ani.pk, hari[:1], keadaan="hadir", alasan="keliru", dasar="US-2", terlambat=450)
    kehadiran.hitung(2026)
    rekap = RekapKehadiran.objects.get(pegawai=ani)
    assert (rekap.hari, rekap.menit, rekap.jumlah, rekap.kode) == (2, 450, 3, "R1")
    assert KoreksiPresensi.objects.filter(dibatalkan_pada=None).get().dasar == "US-2"
    for ubah in (
        lambda: KoreksiPresensi.objects.update(keadaan="izin"),
        lambda: KoreksiPresensi.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            ubah()


def test_rekap_semalam_sama_dengan_hitungan_seorang_demi_seorang():
    """The set-based count and the exact one agree: five and six days, roster, moves, leave, corrections, gaps."""
    orang = [buat_pegawai(nama=f"ORANG {i}", unit=u) for i, u in enumerate(
        ("SUB11", "DISDIK-SUBBAG1", "SDN-BABAT-14", "PKM-PUCUK", "SUB12", "DINKES-SUBBAG1"))]  # fmt: skip
    semua = [date(2025, 12, 15) + timedelta(days=i) for i in range(80)]
    for i, p in enumerate(orang):
        absen = [t for n, t in enumerate(semua) if (n * (i + 3)) % 11 < 4 + i]
        lain = [t for n, t in enumerate(semua) if t not in absen and n % 5]
        catat(p, absen)
        catat(p, lain[::2], "hadir", menit_terlambat=37)
        catat(p, lain[1::2], "izin")
        kehadiran.catat_koreksi(p.pk, absen[3:5], keadaan="sakit", alasan="surat dokter", dasar="US-9")
    tambah(orang[1], "tinggal", jenis="TUBEL", tmt=date(2026, 1, 12), sampai=date(2026, 1, 14))
    tambah(orang[2], "unit", unit=buat_unit("SUB12"), tmt=date(2026, 1, 20))
    for tahun in (2025, 2026):
        kehadiran.hitung(tahun)
        for p in orang:
            a, _ = kehadiran.absen_tahun(p.pk, tahun, acuan_kini(), date.today())
            rekap = RekapKehadiran.objects.filter(pegawai=p, tahun=tahun).first()
            assert (rekap is not None) == a.ada
            if rekap:
                r = a.rentetan
                assert (rekap.hari, rekap.menit, rekap.jumlah, rekap.kode, rekap.beruntun, rekap.beruntun_dari, rekap.mungkin) == (
                    len(a.hari), a.menit, a.jumlah, a.kode, r.panjang, r.dari, a.mungkin), p  # fmt: skip


def buat_unit(kode):
    from tests.pabrik import unit_kode  # noqa: PLC0415 - beside its one use

    return unit_kode(kode)


def test_hitungan_serentak_beberapa_query_saja(django_assert_max_num_queries):
    for i in range(6):
        catat(buat_pegawai(nama=f"ORANG {i}"), [date(2026, 2, 3), date(2026, 2, 4)])
    with django_assert_max_num_queries(12):
        assert kehadiran.hitung(2026) == 6


def test_tpp_memakai_koreksi_dan_cuti(ani):
    hari = [date(2026, 2, 2), date(2026, 2, 3), date(2026, 2, 4)]
    catat(ani, hari)
    tambah(ani, "tinggal", jenis="CLTN", tmt=hari[0], sampai=hari[0])
    kehadiran.catat_koreksi(ani.pk, [hari[1]], keadaan="hadir", alasan="mesin mati", dasar="US-1", terlambat=5)
    kehadiran.catat_koreksi(ani.pk, [date(2026, 2, 5)], keadaan="izin", alasan="tanpa catatan", dasar="US-2")
    isi = {
        (k.keadaan, k.terlambat): k.banyak
        for k in presensi_bulan([ani.pk], date(2026, 2, 1), date(2026, 2, 28))[ani.pk]
    }
    assert isi == {("cuti", 0): 1, ("hadir", 5): 1, ("tanpa_keterangan", 0): 1, ("izin", 0): 1}


# ── notices and tasks ────────────────────────────────────────────────────────────────────────────────


def test_atasan_langsung_dikabari_sekali_tiap_ambang(ani, kantor):
    hari = hari_kerja(4)
    catat(ani, hari[:3])
    hitung_kehadiran(hari[0].year)
    hitung_kehadiran_malam()
    milik = Pemberitahuan.objects.filter(peristiwa="ketidakhadiran")
    assert [p.pengguna.pegawai.kini.nama for p in milik] == ["ATASAN"]
    assert "3 hari tidak masuk" in milik.get().isi
    catat(ani, hari[3:])
    hitung_kehadiran(hari[0].year)
    assert milik.all().count() == 2, "ambang berikutnya dikabarkan lagi"
    assert "Panggil ANI" in kantor["atasan"].get("/tugas/").content.decode()
    assert "Panggil ANI" not in kantor["staf"].get("/tugas/").content.decode()
    tambah(ani, "pemeriksaan", tmt=hari[3])
    assert "Panggil ANI" not in kantor["atasan"].get("/tugas/").content.decode()


def test_kepala_yang_absen_dikabarkan_kepada_atasannya_sendiri(kantor):
    kepala = buat_pegawai(nama="KADIS", unit="DISDIK", jabatan="KEPALA-DISDIK", golongan="IV/c")
    akun = buat_akun(kepala)
    bawahan = buat_pegawai(nama="KASUBBAG", unit="DISDIK-SUBBAG1", jabatan="KEPALA-DISDIK-SUBBAG1", golongan="III/d")
    tujuan = kabar.atasan([bawahan.kini, kepala.kini], acuan_kini(), date.today())
    # His own post gives way to the one above, until somebody holds it.
    assert akun.pk not in tujuan.get(kepala.pk, set())


# ── pages of presensi ────────────────────────────────────────────────────────────────────────────────


def test_kalender_sendiri_dan_bawahan_tidak_terbuka_bagi_orang_lain(ani, kantor):
    catat(ani, [date(2026, 2, 3)])
    catat(ani, [date(2026, 2, 4)], "hadir", menit_terlambat=12)
    isi = kantor["ani"].get("/presensi/saya/?bulan=2026-02").content.decode()
    assert "Tanpa keterangan" in isi
    assert "terlambat 12 menit" in isi
    assert kantor["atasan"].get(f"/presensi/{ani.nip}/?bulan=2026-02").status_code == 200
    lain = masuk(Client(), buat_akun(buat_pegawai(nama="EKO", unit="PKM-PUCUK")))
    assert lain.get(f"/presensi/{ani.nip}/").status_code == 404
    assert "Belum ada presensi bulan ini" in lain.get("/presensi/saya/").content.decode()


def test_rekap_dan_kalender_unit_tetap_dua_belas_query(ani, kantor, django_assert_max_num_queries):
    for i in range(4):
        catat(buat_pegawai(nama=f"TEMAN {i}", unit="DISDIK-SUBBAG1"), [date(2026, 2, 3)])
    for kueri in ("?bulan=2026-02", "?bulan=2026-02&tampil=kalender"):
        with django_assert_max_num_queries(12):
            isi = kantor["atasan"].get(f"/presensi/rekap/{kueri}").content.decode()
        assert isi.count("TEMAN") >= 4
    unit = {k: buat_unit(k).pk for k in ("DISDIK-SUBBAG1", "DINKES-SUBBAG1", "DISDIK", "DINKES")}
    for kode, tampak in (("DISDIK-SUBBAG1", True), ("DINKES-SUBBAG1", True), ("DISDIK", True)):
        # A unit of another OPD than the one chosen falls away instead of emptying the list.
        isi = kantor["penangan"].get(f"/presensi/rekap/?bulan=2026-02&opd={unit['DISDIK']}&unit={unit[kode]}")
        assert ("TEMAN" in isi.content.decode()) is tampak, kode
    isi = kantor["penangan"].get(f"/presensi/rekap/?bulan=2026-02&opd={unit['DINKES']}").content.decode()
    assert "TEMAN" not in isi
    xlsx = b"".join(kantor["atasan"].get("/presensi/rekap/ekspor/?bulan=2026-02").streaming_content)
    lembar = load_workbook(io.BytesIO(xlsx)).get_sheet_by_index(0).to_python()
    assert lembar[0][:4] == ["NIP", "NAMA", "OPD", "UNIT KERJA"]
    tk = lembar[0].index("TANPA KETERANGAN")
    assert sorted(b[tk] for b in lembar[1:]) == [0, 0, 1, 1, 1, 1]
    assert kantor["ani"].get("/presensi/rekap/").status_code == 403


def test_selisih_mesin_dan_cuti_yang_tercatat(ani, kantor, django_assert_max_num_queries):
    catat(ani, [date(2026, 2, 3)], "cuti")
    catat(ani, [date(2026, 2, 4)], "hadir")
    catat(ani, [date(2026, 2, 5)])
    catat(ani, [date(2026, 2, 6), date(2026, 2, 9)], "cuti")
    tambah(ani, "tinggal", jenis="CLTN", tmt=date(2026, 2, 4), sampai=date(2026, 2, 6))
    kehadiran.catat_koreksi(ani.pk, [date(2026, 2, 9)], keadaan="izin", alasan="surat izin", dasar="US-1")
    semua = kehadiran.selisih(ProfilKini.objects.filter(aktif=True), date(2026, 2, 1), date(2026, 2, 28))
    assert [(t.day, kode) for _, t, _, _, kode in semua] == [(3, "tanpa_dasar"), (4, "hadir"), (5, "tertutup")]
    with django_assert_max_num_queries(12):
        isi = kantor["atasan"].get("/presensi/selisih/?bulan=2026-02").content.decode()
    assert "Catat cutinya" in isi
    assert "Cuti di luar tanggungan negara" in isi
    assert "Semuanya cocok" in kantor["atasan"].get("/presensi/selisih/?bulan=2026-01").content.decode()


# ── the workspace ────────────────────────────────────────────────────────────────────────────────────


def test_ruang_kerja_hanya_bagi_penangan(ani, kantor, django_assert_max_num_queries):
    catat(ani, [date(2026, 2, 3), date(2026, 2, 4), date(2026, 2, 5)])
    kehadiran.hitung(2026)
    detail = f"{RUANG}{ani.nip}/2026/"
    for siapa in ("staf", "atasan", "ani"):
        for url in (RUANG, f"{RUANG}ekspor/", detail, f"{detail}gaji/henti/"):
            assert kantor[siapa].get(url).status_code in (403, 404), (siapa, url)
    with django_assert_max_num_queries(12):
        isi = kantor["penangan"].get(f"{RUANG}?tahun=2026").content.decode()
    assert "ANI" in isi
    assert "Belum ditangani" in isi
    with django_assert_max_num_queries(16):
        isi = kantor["penangan"].get(detail).content.decode()
    assert "Selasa, 3 Februari 2026" in isi
    assert "R1" in isi
    assert kantor["penangan"].get(f"{RUANG}{ani.nip}/1999/").status_code == 404
    xlsx = b"".join(kantor["penangan"].get(f"{RUANG}ekspor/?tahun=2026").streaming_content)
    assert load_workbook(io.BytesIO(xlsx)).get_sheet_by_index(0).to_python()[1][1] == "ANI"


def test_penangan_tidak_melihat_dirinya_sendiri(kantor):
    penangan = buat_pegawai(nama="ABSEN SENDIRI", unit="SUB11")
    klien = masuk(Client(), buat_akun(penangan))
    catat(penangan, [date(2026, 2, 3), date(2026, 2, 4), date(2026, 2, 5)])
    kehadiran.hitung(2026)
    assert "ABSEN SENDIRI" not in klien.get(f"{RUANG}?tahun=2026").content.decode().split('id="daftar"')[1]
    assert klien.get(f"{RUANG}{penangan.nip}/2026/").status_code == 404
    assert "ABSEN SENDIRI" in kantor["penangan"].get(f"{RUANG}?tahun=2026").content.decode()


def test_pppk_diputus_hubungan_perjanjian_kerjanya(kantor):
    budi = buat_pegawai(nama="BUDI", unit="DISDIK-SUBBAG1", status="PPPK", golongan="IX")
    catat(budi, [date(2026, 8, 10) + timedelta(days=i) for i in range(15)])
    kehadiran.hitung(2026)
    for url in (f"{RUANG}?tahun=2026", f"{RUANG}{budi.nip}/2026/"):
        assert "pemutusan hubungan perjanjian kerja" in kantor["penangan"].get(url).content.decode()


def test_yang_sudah_dihukum_setara_dipisahkan_dan_naik_lagi(ani, kantor):
    catat(ani, [date(2026, 2, 3), date(2026, 2, 4), date(2026, 2, 5)])
    kehadiran.hitung(2026)
    tambah(ani, "hukuman", jenis_id="R1", tmt=date(2026, 3, 2), pasal="Pasal 4 huruf f")

    def daftar(keadaan):
        return "ANI" in kantor["penangan"].get(f"{RUANG}?tahun=2026&keadaan={keadaan}").content.decode()

    assert [daftar(k) for k in ("belum", "diperiksa", "dihukum")] == [False, False, True]
    catat(ani, [date(2026, 4, 7)])
    kehadiran.hitung(2026)
    assert [daftar(k) for k in ("belum", "diperiksa", "dihukum")] == [True, False, False]
    tambah(ani, "pemeriksaan", tmt=date(2026, 4, 14))
    assert [daftar(k) for k in ("belum", "diperiksa", "dihukum")] == [False, True, False]


def test_sepuluh_hari_gaji_dihentikan_lalu_dibayarkan_setelah_dikoreksi(ani, kantor):
    """T-02; 10 to 24 August 2026 are ten working days, 17 August being a holiday: no pay from 1 September."""
    hari = [date(2026, 8, 10) + timedelta(days=i) for i in range(15)]
    catat(ani, hari)
    kehadiran.hitung(2026)
    assert RekapKehadiran.objects.get(pegawai=ani).kode == "B3C"
    detail, klien = f"{RUANG}{ani.nip}/2026/", kantor["penangan"]
    assert "Hentikan gaji" in klien.get(detail).content.decode()
    assert klien.get(f"{detail}gaji/bayar/").status_code == 302, "belum ada yang dihentikan"
    assert klien.post(f"{detail}gaji/henti/", {"alasan": "x"}).status_code == 422
    alasan = {"alasan": "Sepuluh hari kerja tanpa kabar menurut rekap presensi."}
    assert klien.post(f"{detail}gaji/henti/", alasan).status_code == 302
    henti = PutusanGaji.objects.get()
    assert (henti.jenis, henti.tmt, henti.hari, henti.absen_dari, henti.absen_sampai) == (
        "henti", date(2026, 9, 1), 10, date(2026, 8, 10), date(2026, 8, 24))  # fmt: skip
    klien.post(f"{detail}gaji/henti/", alasan)
    assert PutusanGaji.objects.count() == 1, "dua kali ditekan, sekali tertulis"
    jawab = klien.post(f"{detail}gaji/bayar/", alasan | {"dasar": ""})
    assert jawab.status_code == 422
    assert "masih tercatat tanpa keterangan" in jawab.content.decode()
    kehadiran.catat_koreksi(ani.pk, [date(2026, 8, 12)], keadaan="sakit", alasan="surat dokter", dasar="US-1")
    assert "Sepuluh hari itu tidak lagi tercatat" in klien.get(detail).content.decode()
    assert klien.post(f"{detail}gaji/bayar/", alasan | {"dasar": ""}).status_code == 302
    assert list(PutusanGaji.objects.order_by("pk").values_list("jenis", "tmt")) == [
        ("henti", date(2026, 9, 1)), ("bayar", date(2026, 9, 1))]  # fmt: skip
    assert klien.post(f"{detail}gaji/bayar/", alasan | {"dasar": ""}).status_code == 302
    assert PutusanGaji.objects.count() == 2
    for ubah in (lambda: PutusanGaji.objects.update(alasan="lain"), lambda: PutusanGaji.objects.all().delete()):
        with pytest.raises(DatabaseError), transaction.atomic():
            ubah()


def test_rentetan_kedua_diputus_sendiri_sesudah_yang_pertama_dibayarkan(ani, kantor):
    """16 February to 2 March 2026: ten working days (17 February is Imlek); again 10 to 24 August."""
    catat(ani, [date(2026, 2, 16) + timedelta(days=i) for i in range(15)])
    catat(ani, [date(2026, 8, 10) + timedelta(days=i) for i in range(15)])
    detail, klien = f"{RUANG}{ani.nip}/2026/", kantor["penangan"]
    alasan = {"alasan": "Sepuluh hari kerja tanpa kabar menurut rekap presensi."}
    klien.post(f"{detail}gaji/henti/", alasan)
    klien.post(f"{detail}gaji/bayar/", alasan | {"dasar": "BAP 800/1/2026"})
    assert "belum diputus" in klien.get(detail).content.decode()
    klien.post(f"{detail}gaji/henti/", alasan)
    assert "belum diputus" not in klien.get(detail).content.decode()
    assert list(PutusanGaji.objects.order_by("pk").values_list("jenis", "tmt")) == [
        ("henti", date(2026, 4, 1)), ("bayar", date(2026, 4, 1)), ("henti", date(2026, 9, 1))]  # fmt: skip


def test_gaji_yang_telanjur_dibayar_disetor_kembali(ani, kantor):
    catat(ani, [date(2026, 8, 10) + timedelta(days=i) for i in range(15)])
    detail, klien = f"{RUANG}{ani.nip}/2026/", kantor["penangan"]
    alasan = {"alasan": "Gaji September sudah dibayarkan sebelum diketahui."}
    klien.post(f"{detail}gaji/henti/", alasan)
    assert klien.post(f"{detail}gaji/setor/", alasan | {"sampai": "2026-08-01"}).status_code == 422
    assert klien.post(f"{detail}gaji/setor/", alasan | {"sampai": "2026-09-01"}).status_code == 302
    setor = PutusanGaji.objects.get(jenis="setor")
    assert (setor.tmt, setor.sampai, setor.atas.jenis) == (date(2026, 9, 1), date(2026, 9, 1), "henti")
    # Decided today, for months before: the pay office meets both in the changes of this month, none in those of August.
    bulan = date.today().replace(day=1)
    assert [p.jenis for p in kehadiran.putusan_gaji(max(bulan, date(2026, 9, 1)))] == ["henti", "setor"]
    assert not kehadiran.putusan_gaji(date(2026, 8, 1)).exists()


def test_tombol_buka_kasus_membuka_kasus_dengan_harinya(ani, kantor):
    """Three days: teguran lisan; the case takes the days over and runs at once, and nobody opens a second one."""
    hari = [date(2026, 2, 3), date(2026, 2, 4), date(2026, 2, 5)]
    catat(ani, hari)
    detail = f"{RUANG}{ani.nip}/2026/"
    assert "Buka kasus" in kantor["penangan"].get(detail).content.decode()
    assert kantor["staf"].post(f"{detail}kasus/").status_code == 403
    assert KasusDisiplin.objects.count() == 0
    jawab = kantor["penangan"].post(f"{detail}kasus/")
    kasus = KasusDisiplin.objects.select_related("usulan").get()
    assert jawab.url == kasus.get_absolute_url()
    assert (kasus.usulan.pegawai_id, kasus.usulan.status) == (ani.pk, "diproses")
    assert kasus.hari_absen == ["2026-02-03", "2026-02-04", "2026-02-05"]
    assert (kasus.usulan.isian["perkiraan"], kasus.usulan.isian["dugaan"]) == ("ringan", ["4f"])
    assert "3 hari tahun 2026" in kasus.usulan.isian["uraian"]
    assert "Buka kasus" not in kantor["penangan"].get(detail).content.decode()
    assert "Kasusnya sudah dibuka." in kantor["penangan"].post(f"{detail}kasus/", follow=True).content.decode()
    assert KasusDisiplin.objects.count() == 1


def test_cuti_yang_diberikan_menutup_ketidakhadiran(ani, kantor):
    """Two of three days fall into a granted cuti: one is left, and no threshold is reached."""
    catat(ani, [date(2026, 2, 3), date(2026, 2, 4), date(2026, 2, 5)])
    tambah(ani, "cuti", tmt=date(2026, 2, 4), sampai=date(2026, 2, 5), jenis="CT", hari_kerja=2)
    absen, _ = kehadiran.absen_tahun(ani.pk, 2026, acuan_kini(), date(2026, 11, 29))
    assert (list(absen.hari), absen.kode) == ([date(2026, 2, 3)], "")
