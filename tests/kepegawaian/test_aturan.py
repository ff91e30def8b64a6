"""Aturan bersama: properties that hold for every date and every career; worked numbers stand in tests/kasus."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, strategies as st

from kepegawaian import aturan
from kepegawaian.acuan import Acuan, Bertanggal, Golongan
from kepegawaian.profil import Hukuman, Pangkat, Profil

TANGGAL = st.dates(date(1960, 1, 1), date(2080, 12, 31))
AWAL_BULAN = TANGGAL.map(lambda t: t.replace(day=1))
# II/a of PP 5/2024: the one column whose first step takes a year.
BARIS = (0, *range(1, 34, 2))
KOLOM = Bertanggal(date(2024, 1, 1), None, (BARIS, tuple(2_000_000 + 50_000 * i for i in range(len(BARIS)))))
ACUAN = Acuan(
    daftar_golongan={"II/a": Golongan("II/a", "PNS", 5, "Pengatur Muda")},
    tabel_gaji={"II/a": [KOLOM]},
    daftar_setelan={"gaji_cpns_persen": [Bertanggal(date(1977, 1, 1), None, 80)]},
)


def orang(mkg=0, tmt=date(2024, 3, 1), **lain):
    nilai = {
        "status": "PNS",
        "golongan": "II/a",
        "golongan_urutan": 5,
        "tmt_pangkat": tmt,
        "tmt_dekret": tmt,
        "mkg_dekret": mkg,
        "tmt_mkg_nol": aturan.tambah_bulan(tmt, -mkg),
    }
    return Profil(date(2026, 1, 1), **nilai | lain)


@given(TANGGAL, st.integers(-600, 600))
def test_menambah_lalu_menghitung_bulan_kembali_sama(mulai, bulan):
    assert aturan.bulan_antara(mulai, aturan.tambah_bulan(mulai, bulan)) in (bulan, bulan + (mulai.day > 28))
    if bulan >= 0 or mulai.day <= 28:
        assert aturan.bulan_antara(mulai, aturan.tambah_bulan(mulai, bulan)) == bulan


@given(TANGGAL, TANGGAL)
def test_bulan_penuh_tidak_pernah_melewati_tanggal_akhir(satu, dua):
    dari, sampai = sorted((satu, dua))
    bulan = aturan.bulan_antara(dari, sampai)
    assert aturan.tambah_bulan(dari, bulan) <= sampai < aturan.tambah_bulan(dari, bulan + 1)


@given(AWAL_BULAN, st.integers(0, 480), st.integers(0, 480))
def test_mkg_berjalan_sebulan_demi_sebulan(tmt, mkg, lewat):
    p = orang(mkg, tmt)
    assert aturan.mkg_pada(p, aturan.tambah_bulan(tmt, lewat)) == mkg + lewat
    assert aturan.mkg_pada(p, aturan.tambah_bulan(tmt, lewat + 1) - timedelta(days=1)) == mkg + lewat


@given(st.integers(0, 480), st.integers(1, 16), st.integers(1, 16))
def test_potongan_mkg_tidak_menambah_dan_tidak_di_bawah_nol(mkg, lama, naik):
    baru = min(17, lama + naik)
    hasil = aturan.mkg_setelah_kp(mkg, lama, baru)
    assert 0 <= hasil <= mkg
    assert hasil % 12 == mkg % 12 or hasil == 0
    assert aturan.potongan_mkg(lama, baru) == 12 * (6 * (lama <= 4 < baru) + 5 * (lama <= 8 < baru))


@given(AWAL_BULAN, st.integers(0, 32 * 12))
def test_kgb_berturut_jatuh_pada_awal_baris_dan_naik_nilainya(tmt, mkg):
    p = orang(mkg, tmt)
    semua = list(aturan.kgb_semua(p, ACUAN))
    assert [k.tmt for k in semua] == sorted({k.tmt for k in semua})
    for k in semua:
        assert k.tmt > tmt
        assert k.tmt.day == 1
        assert k.mkg == 12 * k.baris
        assert aturan.gaji_pokok(ACUAN, "II/a", k.mkg, date(2026, 1, 1)).baris == k.baris
    assert aturan.di_puncak(p, ACUAN) is (not semua)


@given(AWAL_BULAN, st.integers(0, 30 * 12), st.integers(0, 60))
def test_daur_kgb_tidak_bergeser_oleh_sk_yang_terlambat(tmt, mkg, terlambat):
    """A KGB recorded late with its true MKG leaves every later date where it was."""
    p = orang(mkg, tmt)
    semua = [k.tmt for k in aturan.kgb_semua(p, ACUAN)]
    kini = aturan.tambah_bulan(tmt, terlambat)
    nanti = replace(p, tmt_gaji=kini, tmt_dekret=kini, mkg_dekret=mkg + terlambat)
    assert [k.tmt for k in aturan.kgb_semua(nanti, ACUAN)] == [t for t in semua if t > kini]


@given(AWAL_BULAN, st.integers(0, 24 * 12), TANGGAL, st.integers(1, 36))
def test_hukuman_hanya_menunda_dan_tidak_pernah_memajukan(tmt, mkg, mulai, lama):
    hukuman = Hukuman("S2T", "sedang", mulai, aturan.tambah_bulan(mulai, lama) - timedelta(days=1), True, True)
    bebas = {k.baris: k for k in aturan.kgb_semua(orang(mkg, tmt), ACUAN)}
    for k in aturan.kgb_semua(orang(mkg, tmt, hukuman=(hukuman,)), ACUAN):
        assert k.jatuh_tempo == bebas[k.baris].tmt
        assert k.tmt >= k.jatuh_tempo
        assert not hukuman.tmt <= k.tmt <= hukuman.sampai
        if k.tmt > k.jatuh_tempo:
            assert k.tmt == aturan.awal_bulan_berikut(hukuman.sampai)


@given(TANGGAL, st.integers(56, 70))
def test_pensiun_selalu_tanggal_satu_bulan_sesudah_usia_tercapai(lahir, bup):
    tmt = aturan.tmt_pensiun(lahir, bup)
    capai = aturan.capai_bup(lahir, bup)
    assert tmt.day == 1
    assert capai < tmt
    assert (tmt - timedelta(days=1)).month == capai.month
    assert aturan.usia_tahun(lahir, capai) == bup
    assert aturan.usia_tahun(lahir, capai - timedelta(days=1)) == bup - 1
    assert aturan.bup_terlampaui(lahir, bup, tmt - timedelta(days=1), "Arsiparis") is None
    assert "sudah terlampaui" in aturan.bup_terlampaui(lahir, bup, tmt, "Arsiparis")


def test_fakta_yang_tidak_diketahui_tetap_tidak_diketahui():
    kosong = Profil(date(2026, 1, 1))
    assert aturan.mkg_pada(kosong, date(2026, 1, 1)) is None
    assert aturan.masa_kerja_seluruhnya(kosong, date(2026, 1, 1)) is None
    assert aturan.kgb_berikut(kosong, ACUAN) is None
    assert aturan.di_puncak(kosong, ACUAN) is None
    assert aturan.gaji_dibayar("CPNS", None, ACUAN, date(2026, 1, 1)) is None


def test_baris_tengah_bulan_dimulai_awal_bulan_berikutnya():
    assert aturan.awal_baris(date(2020, 3, 15), 2) == date(2022, 4, 1)
    assert aturan.awal_baris(date(2020, 3, 1), 2) == date(2022, 3, 1)


def test_pangkat_tanpa_mkg_memakai_riwayat_golongan():
    p = orang(
        252,
        date(2024, 9, 1),
        golongan_urutan=9,
        tmt_pangkat=date(2026, 4, 1),
        jejak_pangkat=(Pangkat(8, date(2022, 4, 1)), Pangkat(9, date(2026, 4, 1))),
    )
    assert aturan.mkg_pada(p, date(2026, 4, 1)) == 17 * 12 + 7
    assert aturan.mkg_pada(replace(p, jejak_pangkat=()), date(2026, 4, 1)) == 22 * 12 + 7


def test_kalimat_memakai_bahasa_indonesia():
    assert aturan.tulis_tanggal(date(2026, 7, 1)) == "1 Juli 2026"
    assert aturan.tulis_tanggal(None) == "tanggal yang belum tercatat"
    assert aturan.tulis_masa(80) == "6 tahun 8 bulan"
    assert aturan.tulis_rupiah(3500000) == "Rp3.500.000"
    assert aturan.tulis_rupiah(None) == "belum diketahui"
