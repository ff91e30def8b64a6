"""Profil sebagai hukum: MKG, BUP, TMT pensiun, jabatan, unit, dan berhenti, dihitung dengan tangan.

Sources: PP 7/1977, PP 11/2017 (BUP: Pasal 239), identitas-dan-pangkat.md §5 (PMK adds to MKG, CLTN is deducted),
gaji-dan-kgb.md §3 (``tmt_mkg_nol``), pensiun.md §1 (first day of the month after the age is reached).
"""

from datetime import date, timedelta

import pytest

from kepegawaian.models import JENIS_RIWAYAT, Pegawai, ProfilKini, UnitKerja
from kepegawaian.profil import profil_satu, segarkan
from tests.kepegawaian.baris import TMT, buat
from tests.pabrik import buat_batch, buat_nip, buat_pegawai, jabatan_kode, unit_kode

pytestmark = pytest.mark.django_db
PER = date(2026, 11, 24)


@pytest.fixture
def batch(db):
    return buat_batch()


@pytest.fixture
def ani(batch):
    """A person without riwayat."""
    return Pegawai.objects.create(nip=buat_nip(), tanggal_lahir=date(1986, 5, 17), jenis_kelamin="P")


def catat(pegawai, batch, *baris):
    """Rows as (kind, TMT, columns)."""
    for jenis, tmt, isi in baris:
        JENIS_RIWAYAT[jenis].objects.create(pegawai=pegawai, batch=batch, tmt=date.fromisoformat(tmt), **isi)


def pangkat(tmt, golongan, tahun, bulan=0):
    return ("pangkat", tmt, {"golongan_id": golongan, "mkg_tahun": tahun, "mkg_bulan": bulan})


def gaji(tmt, golongan, tahun, bulan=0, jenis="KGB", rupiah=1):
    isi = {"jenis": jenis, "golongan_id": golongan, "gaji_pokok": rupiah, "mkg_tahun": tahun, "mkg_bulan": bulan}
    return ("gaji", tmt, isi)


def tinggal(tmt, sampai, jenis="CLTN"):
    return ("tinggal", tmt, {"jenis": jenis, "sampai": sampai and date.fromisoformat(sampai)})


def pmk(tmt, bulan):
    return ("masa_kerja", tmt, {"pengalaman": "Guru honorer", "bulan": bulan})


# ── MKG: when it was 0 ───────────────────────────────────────────────────────────────────────────────

CPNS = pangkat("2015-03-01", "III/a", 0)
# name: rows, day asked, tmt_mkg_nol, what it is counted from
MKG = {
    "SK pertama: MKG 0 pada TMT-nya": ([CPNS], PER, "2015-03-01"),
    "4 tahun 1 bulan sebelum 1-4-2019 ialah 1-3-2015": ([pangkat("2019-04-01", "III/b", 4, 1)], PER, "2015-03-01"),
    "II/d ke III/a memotong 5 tahun: 17-07 pada 1-10-2025": ([pangkat("2025-10-01", "III/a", 17, 7)], PER, "2008-03-01"),
    "KGB yang lebih baru menentukan": ([CPNS, gaji("2021-03-01", "III/a", 6)], PER, "2015-03-01"),
    "KGB lama tidak mengalahkan pangkat baru": (
        [gaji("2017-03-01", "III/a", 2), pangkat("2019-04-01", "III/b", 4, 1)], PER, "2015-03-01"),
    "pangkat tanpa MKG memakai gaji terakhir": (
        [gaji("2017-03-01", "III/a", 2), ("pangkat", "2019-04-01", {"golongan_id": "III/b"})], PER, "2015-03-01"),
    "keduanya tanpa MKG: tidak diketahui": ([("pangkat", "2019-04-01", {"golongan_id": "III/b"})], PER, None),
    "CLTN 3 tahun sesudah SK terakhir menggeser 36 bulan": (
        [pangkat("2019-04-01", "III/b", 4, 1), tinggal("2022-01-01", "2024-12-31")], PER, "2018-03-01"),
    "CLTN yang sudah masuk SK sesudahnya tidak dihitung lagi": (
        [CPNS, tinggal("2022-01-01", "2024-12-31"), gaji("2026-03-01", "III/a", 8)], PER, "2018-03-01"),
    "CLTN berjalan dihitung sampai hari ditanyakan": ([CPNS, tinggal("2022-01-01", None)], date(2022, 6, 30), "2015-09-01"),
    "CLTN berjalan, sehari kurang dari enam bulan": ([CPNS, tinggal("2022-01-01", None)], date(2022, 6, 29), "2015-08-01"),
    "CLTN dan perpanjangannya, 4 tahun": (
        [CPNS, tinggal("2020-01-01", "2022-12-31"), tinggal("2023-01-01", "2023-12-31")], PER, "2019-03-01"),
    "CLTN yang menyeberangi SK hanya dihitung sisanya": (
        [CPNS, tinggal("2020-01-01", "2020-12-31"), gaji("2020-07-01", "III/a", 4, 10)], PER, "2016-03-01"),
    "tugas belajar bukan CLTN": ([CPNS, tinggal("2022-01-01", "2023-12-31", "TUBEL")], PER, "2015-03-01"),
    "SK PMK menetapkan 2 tahun 8 bulan pada 1-5-2016": (
        [CPNS, pmk("2016-05-01", 18), gaji("2016-05-01", "III/a", 2, 8, "PMK")], PER, "2013-09-01"),
    "PMK 18 bulan belum masuk SK gaji: MKG bertambah 18 bulan": ([CPNS, pmk("2016-05-01", 18)], PER, "2013-09-01"),
    "PMK sebelum SK pangkat sudah ada di dalamnya": (
        [CPNS, pmk("2016-05-01", 18), pangkat("2019-04-01", "III/b", 5, 7)], PER, "2013-09-01"),
    "PMK yang baru berlaku besok belum dihitung": ([CPNS, pmk("2026-11-25", 18)], PER, "2015-03-01"),
    "PMK 24 bulan dan CLTN 12 bulan": (
        [CPNS, pmk("2016-05-01", 24), tinggal("2018-01-01", "2018-12-31")], PER, "2014-03-01"),
}  # fmt: skip


@pytest.mark.parametrize("nama", MKG)
def test_mkg_nol(ani, batch, nama):
    baris, per, nol = MKG[nama]
    catat(ani, batch, *baris)
    p = profil_satu(ani.pk, per=per, bagian=("gaji",))
    assert p.tmt_mkg_nol == (nol and date.fromisoformat(nol))


def test_pmk_dan_cltn_masing_masing_dalam_bulan(ani, batch):
    catat(ani, batch, CPNS, pmk("2016-05-01", 18), pmk("2017-05-01", 6), tinggal("2022-01-01", "2024-12-31"))
    p = profil_satu(ani.pk, per=PER, bagian=("pangkat",))
    assert (p.pmk_bulan, p.cltn_bulan) == (24, 36)


@pytest.mark.parametrize(
    ("golongan", "mkg", "per", "rupiah"),
    [  # PP 5/2024, attachment; the table before it is not loaded (GAJI-01), below the first row none (GAJI-03)
        ("III/a", 0, date(2023, 12, 31), None),
        ("III/a", 0, date(2024, 1, 1), 2_785_700),
        ("III/c", 2, date(2026, 1, 1), 3_121_700),
        ("III/c", 3, date(2026, 1, 1), 3_121_700),
        ("IV/d", 6, date(2026, 1, 1), 4_085_900),
        ("II/b", 3, date(2026, 1, 1), 2_385_000),
        ("II/b", 2, date(2026, 1, 1), None),
        ("III/a", 40, date(2026, 1, 1), 4_575_200),  # GAJI-02: the last row
    ],
)
def test_gaji_pokok_menurut_tabel_hari_itu(ani, batch, golongan, mkg, per, rupiah):
    catat(ani, batch, pangkat("2019-04-01", golongan, mkg))
    assert profil_satu(ani.pk, per=per, bagian=("gaji",)).gaji_pokok == rupiah


# ── BUP and TMT pensiun ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("jabatan", "lahir", "bup", "tmt"),
    [
        ("P-PENELAAH-TEKNIS-KEBIJAKAN", "1968-11-17", 58, "2026-12-01"),
        ("P-PENELAAH-TEKNIS-KEBIJAKAN", "1968-11-01", 58, "2026-12-01"),  # born on the 1st: still the next month
        ("P-PENELAAH-TEKNIS-KEBIJAKAN", "1968-11-30", 58, "2026-12-01"),
        ("P-PENELAAH-TEKNIS-KEBIJAKAN", "1968-12-31", 58, "2027-01-01"),
        ("P-PENELAAH-TEKNIS-KEBIJAKAN", "1968-02-29", 58, "2026-03-01"),  # 29 February: February
        ("JF-GURU-MUDA", "1966-11-17", 60, "2026-12-01"),
        ("KEPALA-DISDIK", "1966-11-17", 60, "2026-12-01"),
        ("KEPALA-BID1", "1968-11-17", 58, "2026-12-01"),
        ("KEPALA-SUB12", "1968-11-17", 58, "2026-12-01"),
        ("KEPALA-PKM-PUCUK", "1966-11-17", 60, "2026-12-01"),  # dokter ahli madya
    ],
)
def test_bup_dan_tmt_pensiun(batch, jabatan, lahir, bup, tmt):
    lahir = date.fromisoformat(lahir)
    pegawai = buat_pegawai(jabatan=jabatan, lahir=lahir, tmt=date(1995, 3, 1), batch=batch, segarkan=False)
    p = profil_satu(pegawai.pk, per=PER, bagian=("jabatan",))
    assert (p.bup, p.tmt_pensiun) == (bup, date.fromisoformat(tmt))


def test_pindah_ke_jabatan_ber_bup_lain_menggeser_pensiun(batch):
    """Born 17-11-1968: as pelaksana until 1-12-2026, as guru until 1-12-2028."""
    pegawai = buat_pegawai(lahir=date(1968, 11, 17), tmt=date(1995, 3, 1), batch=batch, segarkan=False)
    buat("jabatan", pegawai, batch=batch, tmt=date(2026, 1, 5), jabatan=jabatan_kode("JF-GURU-MUDA"))
    per_hari = [
        profil_satu(pegawai.pk, per=h, bagian=("jabatan",)).tmt_pensiun for h in (date(2026, 1, 4), date(2026, 1, 5))
    ]
    assert per_hari == [date(2026, 12, 1), date(2028, 12, 1)]


def test_tanpa_jabatan_tidak_ada_bup_yang_dikarang(ani):
    p = profil_satu(ani.pk, per=PER, bagian=("jabatan",))
    assert (p.jabatan, p.bup, p.tmt_pensiun) == (None, None, None)


# ── jabatan ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("penugasan", ["PLT", "PLH"])
def test_plt_dan_plh_bukan_jabatan_definitif(batch, penugasan):
    """A guru who is Plt. Kepala Dinas stays a guru: jenjang, BUP and TMT jabatan are the guru's."""
    ani = buat_pegawai(jabatan="JF-GURU-MUDA", unit="SDN-BABAT-14", batch=batch, segarkan=False)
    buat(
        "jabatan",
        ani,
        batch=batch,
        tmt=date(2026, 6, 1),
        penugasan=penugasan,
        jabatan=jabatan_kode("KEPALA-DISDIK"),
        unit=None,
    )
    p = profil_satu(ani.pk, per=PER, bagian=("jabatan",))
    assert (p.jabatan, p.jenis_jabatan, p.jenjang, p.eselon) == ("Guru Ahli Muda", "fungsional", "ahli_muda", None)
    assert (p.tmt_jabatan, p.bup, p.kepala_unit) == (date(2015, 3, 1), 60, False)


def test_jabatan_struktural_menyebut_eselon_kelompok_dan_unitnya(batch):
    kadis = buat_pegawai(jabatan="KEPALA-DISDIK", unit="DISDIK", batch=batch, segarkan=False)
    p = profil_satu(kadis.pk, per=PER, bagian=("jabatan", "unit"))
    assert (p.jenis_jabatan, p.eselon, p.kelas, p.kepala_unit) == ("struktural", "II.b", 14, True)
    assert (p.unit, p.opd) == ("Dinas Pendidikan", "Dinas Pendidikan")


def test_jabatan_batal_mengembalikan_yang_sebelumnya(batch):
    ani = buat_pegawai(jabatan="JF-GURU-MUDA", batch=batch, segarkan=False)
    baru = buat("jabatan", ani, batch=batch, tmt=date(2026, 6, 1), jabatan=jabatan_kode("JF-GURU-MADYA"))
    type(baru).objects.filter(pk=baru.pk).update(dibatalkan_pada=baru.dicatat_pada, dibatalkan_sebab="keliru")
    assert profil_satu(ani.pk, per=PER, bagian=("jabatan",)).jabatan == "Guru Ahli Muda"


# ── unit ─────────────────────────────────────────────────────────────────────────────────────────────


def jalur(p):
    return [UnitKerja.objects.get(pk=i).kode for i in p.jalur_unit]


def test_jalur_unit_dari_kabupaten_sampai_tempat_bekerja(batch):
    ani = buat_pegawai(unit="DISDIK-SUBBAG1", batch=batch, segarkan=False)
    p = profil_satu(ani.pk, per=PER, bagian=("unit",))
    assert jalur(p) == ["KAB", "DISDIK", "DISDIK-SEKRET", "DISDIK-SUBBAG1"]
    assert (p.unit, p.opd, p.tmt_unit) == ("Subbagian Umum dan Kepegawaian", "Dinas Pendidikan", date(2015, 3, 1))


def test_pegawai_yang_pindah_ada_di_unit_lama_sampai_sehari_sebelumnya(batch):
    ani = buat_pegawai(unit="SDN-BABAT-14", batch=batch, segarkan=False)
    buat("unit", ani, batch=batch, tmt=date(2026, 7, 1), unit=unit_kode("PKM-PUCUK"))
    letak = {h: jalur(profil_satu(ani.pk, per=h, bagian=("unit",)))[1:] for h in (date(2026, 6, 30), date(2026, 7, 1))}
    assert list(letak.values()) == [["DISDIK", "SDN-BABAT-14"], ["DINKES", "PKM-PUCUK"]]


def test_unit_yang_berpindah_induk_membawa_orangnya(batch):
    ani = buat_pegawai(unit="SDN-BABAT-14", batch=batch)
    UnitKerja.objects.filter(kode="SDN-BABAT-14").update(induk=unit_kode("DISDIK-BID2"))
    assert jalur(profil_satu(ani.pk, per=PER, bagian=("unit",))) == ["KAB", "DISDIK", "DISDIK-BID2", "SDN-BABAT-14"]
    assert segarkan([ani.pk], per=PER) == 1
    assert ProfilKini.objects.get(pk=ani.pk).jalur_unit[-2] == unit_kode("DISDIK-BID2").pk


# ── end of service, Plt of time itself ───────────────────────────────────────────────────────────────

PENSIUN = date(2026, 12, 1)


@pytest.mark.parametrize(
    ("kode", "per", "aktif", "berhenti"),
    [
        ("99", PENSIUN - timedelta(days=1), True, False),
        ("99", PENSIUN, False, True),
        ("99", date(2030, 1, 1), False, True),
        ("02", PENSIUN, True, False),  # CLTN: still an ASN
        ("20", PENSIUN, True, False),  # MPP: stays PNS until TMT pensiun
        ("M1", PENSIUN, False, True),  # moved to another agency
    ],
)
def test_kedudukan_berlaku_sejak_tmt_nya(batch, kode, per, aktif, berhenti):
    ani = buat_pegawai(kedudukan=kode, tmt_kedudukan=PENSIUN, batch=batch, segarkan=False)
    p = profil_satu(ani.pk, per=per, bagian=())
    assert (p.aktif, p.berhenti) == (aktif, berhenti)


def test_tmt_cpns_ialah_tmt_status_pertama_dan_tmt_pns_yang_pns(ani, batch):
    for status, tmt in (("PNS", date(2016, 4, 1)), ("CPNS", date(2015, 3, 1))):
        buat("status", ani, batch=batch, tmt=tmt, status=status)
    p = profil_satu(ani.pk, per=PER, bagian=())
    assert (p.status, p.tmt_cpns, p.tmt_pns) == ("PNS", date(2015, 3, 1), date(2016, 4, 1))
    p = profil_satu(ani.pk, per=date(2016, 3, 31), bagian=())
    assert (p.status, p.tmt_cpns, p.tmt_pns) == ("CPNS", date(2015, 3, 1), None)


def test_pendidikan_tertinggi_yang_sudah_diakui_bukan_ijazah_terakhir(ani, batch):
    for tingkat, tmt in (("45", "2024-02-01"), ("40", "2025-02-01"), ("50", "2027-02-01")):
        buat("pendidikan", ani, batch=batch, tmt=date.fromisoformat(tmt), tingkat_id=tingkat)
    assert profil_satu(ani.pk, per=PER, bagian=("pendidikan",)).tingkat_pendidikan == "45"


@pytest.mark.parametrize(
    ("jenis", "medan", "satu", "dua"),
    [
        ("hukuman", "hukuman", {"jenis_id": "R1"}, {"jenis_id": "R2"}),
        ("diklat", "diklat", {"nama": "A"}, {"nama": "B"}),
        ("ujian", "ujian", {"jenis": "UD1"}, {"jenis": "UPKP"}),
        ("penghargaan", "penghargaan", {"jenis_id": "100"}, {"jenis_id": "101"}),
        ("tinggal", "tinggal", {"jenis": "CLTN"}, {"jenis": "TUBEL"}),
    ],
)
def test_dua_baris_bertmt_sama_terbaca_sama_siapa_pun_yang_dicatat_lebih_dulu(batch, jenis, medan, satu, dua):
    hasil = []
    for urutan in ((satu, dua), (dua, satu)):
        pegawai = buat_pegawai(batch=batch, segarkan=False)
        for isi in urutan:
            buat(jenis, pegawai, batch=batch, **isi)
        nilai = getattr(profil_satu(pegawai.pk, per=TMT, bagian=(medan,)), medan)
        hasil.append([b._replace(id=None) if hasattr(b, "id") else b for b in nilai])
    assert hasil[0] == hasil[1]
