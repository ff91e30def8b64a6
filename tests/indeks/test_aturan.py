"""Aturan murni: setelan, pita, potongan 40, saran berurutan; angka tiap contoh ada di tests/kasus/ip_asn.yaml."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings, strategies as st

from indeks import aturan, penjelasan, setelan
from indeks.tabel import INDIKATOR, KATEGORI
from kepegawaian.acuan import Acuan, Bertanggal, acuan_kini
from kepegawaian.profil import Diklat, Hukuman, Kinerja, Profil

DASAR = {
    "ip_generasi": {"2019": "B", "2023": "C"}, "ip_tanggal_acuan": "12-31", "ip_mode_batas": "batas_bawah",
    "ip_tahun_kinerja": "auto", "ip_jendela_teknis_nonpelaksana": "tahun_T", "ip_jendela_seminar": 2,
    "ip_jendela_disiplin": 5, "ip_jp_minimal_teknis": 20, "ip_jp_per_hari": 0, "ip_jf_bebas_diklat": ["Guru"],
    "ip_padanan_pendidikan": {"PROF": "S1"}, "ip_skor_disiplin_berat": 1, "ip_kode_bukan_hukuman": ["S:12"],
    "ip_peta_predikat": {"Sangat Baik": 30, "Baik": 25, "Butuh Perbaikan": 15, "Kurang": 5, "Sangat Kurang": 1},
    "ip_bobot_dasar_c": {"Sangat Baik": 25, "Baik": 20, "Butuh Perbaikan": 15, "Kurang": 10, "Sangat Kurang": 5},
    "ip_tabel_tambahan_c": "tabel_2.3", "ip_hitung_pppk": {"B": False, "C": True}, "ip_hitung_cpns": False,
    "ip_hitung_pppk_paruh_waktu": False, "ip_kinerja_berjalan": 2,
}  # fmt: skip


def acuan(**ganti):
    """An Acuan of settings only; a value None leaves the key out."""
    isi = {k: v for k, v in (DASAR | ganti).items() if v is not None}
    return Acuan(daftar_setelan={k: [Bertanggal(date(2015, 1, 1), None, v)] for k, v in isi.items()})


def orang(**lain):
    dasar = {"status": "PNS", "jenis_jabatan": "pelaksana", "pendidikan": "S1", "pendidikan_nama": "Hukum"}
    return Profil(per=date(2026, 11, 24), **(dasar | lain))


A = setelan.susun(acuan(), 2026, berjalan=True)


@pytest.mark.parametrize("kunci", [*setelan.KUNCI, *setelan.KUNCI_C])
def test_setelan_yang_hilang_disebut_namanya(kunci):
    with pytest.raises(setelan.GalatSetelan, match=kunci):
        setelan.susun(acuan(**{kunci: None}), 2026)


@pytest.mark.parametrize(
    ("kunci", "nilai"),
    [
        ("ip_peta_predikat", {"Baik": 25.125}),
        ("ip_mode_batas", "kira-kira"),
        ("ip_jendela_seminar", "dua"),
        ("ip_hitung_pppk", {}),
        ("ip_padanan_pendidikan", {"PROF": "S9"}),
    ],
)
def test_setelan_yang_tidak_masuk_akal_ditolak_dengan_kalimat(kunci, nilai):
    with pytest.raises(setelan.GalatSetelan, match="tidak dapat dibaca"):
        setelan.susun(acuan(**{kunci: nilai}), 2026)


def test_setelan_generasi_c_tidak_diminta_bagi_generasi_b():
    assert setelan.susun(acuan(ip_bobot_dasar_c=None), 2022).generasi == "B"


@pytest.mark.parametrize(("tahun", "generasi"), [(2019, "B"), (2022, "B"), (2023, "C"), (2030, "C")])
def test_generasi_menurut_tahun_pengukuran(tahun, generasi):
    assert setelan.susun(acuan(), tahun).generasi == generasi


def test_sebelum_ada_generasi_ditolak():
    with pytest.raises(setelan.GalatSetelan, match="2018"):
        setelan.susun(acuan(), 2018)


def test_potret_setelan_menghasilkan_aturan_yang_sama():
    assert setelan.dari_potret(A.potret, 2026, generasi="C", berjalan=True) == A


@pytest.mark.parametrize(
    ("nilai", "mode", "nama"),
    [
        ("91", "batas_bawah", "Sangat Tinggi"), ("90.99", "batas_bawah", "Tinggi"), ("81", "batas_bawah", "Tinggi"),
        ("80.99", "batas_bawah", "Sedang"), ("71", "batas_bawah", "Sedang"), ("61", "batas_bawah", "Rendah"),
        ("60.99", "batas_bawah", "Sangat Rendah"), ("0", "batas_bawah", "Sangat Rendah"),
        ("90.01", "lebih_dari", "Sangat Tinggi"), ("90", "lebih_dari", "Tinggi"), ("60.50", "lebih_dari", "Rendah"),
        ("60", "lebih_dari", "Sangat Rendah"),
    ],
)  # fmt: skip
def test_kategori_pada_batasnya(nilai, mode, nama):
    a = setelan.susun(acuan(ip_mode_batas=mode), 2026)
    assert a.nama_kategori(Decimal(nilai)) == nama
    assert aturan.kategori_nilai(int(Decimal(nilai) * 100), a) == nama


def test_rata_gabungan_dibulatkan_setengah_ke_atas():
    assert aturan.rata_gabungan([(1, 70), (7, "70.12")], A)[0] == Decimal("70.11")
    assert aturan.rata_gabungan([(1, "70.00"), (1, "70.01")], A)[0] == Decimal("70.01")
    assert aturan.rata_gabungan([], A) == (None, "")


def test_hari_menjadi_jp_hanya_bila_disetel():
    class Pelatihan:
        kelompok, tanggal_selesai, tanggal_mulai, jp, id = "teknis", date(2026, 5, 6), date(2026, 5, 4), None, 7

    p = orang(diklat=(Pelatihan(),))
    tanpa = aturan.teknis(p, A, 2250)
    dengan = aturan.teknis(p, setelan.susun(acuan(ip_jp_per_hari=8), 2026, berjalan=True), 2250)
    assert (tanpa.skor, tanpa.keadaan) == (0, aturan.PERIKSA)
    assert (dengan.skor, dengan.nilai) == (2250, 24)


# ── sentences and advice ─────────────────────────────────────────────────────────────────────────────


def test_saran_berurutan_menurut_poin_dan_menyebut_caranya():
    p = orang(kinerja=(Kinerja(2025, "Baik", None, 5),))
    isi = penjelasan.jelaskan(p, A)
    assert [(s.kode, s.poin, s.kalimat) for s in isi.peningkatan] == [
        ("teknis", Decimal(20), "Ikuti diklat teknis 20 JP pada 2026"),
        ("seminar", Decimal("17.5"), "Ikuti 1 seminar atau sejenisnya pada 2026"),
        ("kinerja", Decimal(10), "Raih predikat Sangat Baik pada 2026"),
        ("pendidikan", Decimal(5), "Selesaikan pendidikan S2 dan catatkan ijazahnya"),
    ]
    assert isi.perkiraan == 2025
    assert [d.kalimat for d in isi.dimensi] == [
        "S1 Hukum",
        "Belum ada diklat teknis pada 2026.",
        "Predikat Baik, 2025; predikat 2026 belum ada",
        "Tidak ada hukuman disiplin sejak 2022.",
    ]


def test_saran_menyebut_kekurangan_jp():
    p = orang(diklat=(Diklat("teknis", date(2026, 4, 1), 12, "", None, 1, "X"),))
    teks = {s.kode: s.kalimat for s in penjelasan.jelaskan(p, A).peningkatan}
    assert teks["teknis"] == "Ikuti diklat teknis 8 JP lagi pada 2026"


def test_saran_pengawas_dan_jf_menyebut_diklatnya():
    pengawas = orang(jenis_jabatan="struktural", kelompok_jabatan="pengawas")
    jf = orang(jenis_jabatan="fungsional", nama_jf="Analis Kebijakan", hasil_penyetaraan=True)
    saran = {s.kode: s.kalimat for p in (pengawas, jf) for s in penjelasan.jelaskan(p, A).peningkatan}
    assert saran["pimpinan"] == "Ikuti Pelatihan Kepemimpinan Pengawas (PKP)"
    assert saran["fungsional"] == "Ikuti diklat fungsional Analis Kebijakan"
    kalimat = {u.kode: u.kalimat for u in penjelasan.jelaskan(jf, A).uraian}
    assert "penyetaraan" in kalimat["fungsional"]


def test_hukuman_menyebut_kapan_lepas():
    p = orang(hukuman=(Hukuman("R2", "ringan", date(2024, 5, 1), None, False, False, 9),))
    isi = penjelasan.jelaskan(p, A)
    assert next(s for s in isi.peningkatan if s.kode == "disiplin").kalimat.endswith("mulai 2029")
    assert isi.uraian[-1].rujukan == (penjelasan.Rujukan("hukuman", 9, "Hukuman ringan TMT 1 Mei 2024"),)


def test_belum_ada_data_berbeda_dari_tidak_memenuhi():
    lama = Diklat("seminar", date(2020, 1, 1), None, "", None, 1, "Lama")
    keadaan = [{u.kode: u.keadaan for u in penjelasan.jelaskan(orang(diklat=d), A).uraian} for d in ((), (lama,))]
    assert [k["seminar"] for k in keadaan] == [aturan.BELUM, aturan.TIDAK]
    assert keadaan[0]["kinerja"] == aturan.BELUM


def test_tiap_indikator_berdasar_dan_menyebut_keyakinan():
    assert {i.keyakinan for i in INDIKATOR.values()} <= {"pasti", "sebagian", "asumsi"}
    assert all(i.dasar.peraturan for i in INDIKATOR.values())


# ── properties ───────────────────────────────────────────────────────────────────────────────────────

TANGGAL = st.dates(date(2016, 1, 1), date(2027, 12, 31))
DIKLAT = st.builds(
    Diklat, st.sampled_from(("struktural", "fungsional", "teknis", "seminar")), TANGGAL,
    st.one_of(st.none(), st.integers(1, 60)), st.sampled_from(("", "PKP", "PKA", "PKN II")),
    st.sampled_from((None, True, False)), st.integers(1, 99), st.just("X"),
)  # fmt: skip
KINERJA = st.builds(
    Kinerja, st.integers(2018, 2026), st.sampled_from([*DASAR["ip_peta_predikat"]]), st.none(), st.integers(1, 99)
)
HUKUMAN = st.builds(
    Hukuman, st.just("X"), st.sampled_from(("ringan", "sedang", "berat")), TANGGAL, st.none(), st.just(False),
    st.just(False), st.integers(1, 99),
)  # fmt: skip
SIAPA = st.builds(
    orang,
    jenis_jabatan=st.sampled_from(("struktural", "fungsional", "pelaksana")),
    kelompok_jabatan=st.sampled_from((None, "pengawas", "administrator")),
    nama_jf=st.sampled_from((None, "Guru", "Analis Kebijakan")),
    pendidikan=st.sampled_from((None, "S1", "PROF", "SD", "X")),
    diklat=st.lists(DIKLAT, max_size=6).map(tuple),
    kinerja=st.lists(KINERJA, max_size=4, unique_by=lambda k: k.tahun).map(tuple),
    hukuman=st.lists(HUKUMAN, max_size=3).map(tuple),
)


@settings(max_examples=300, deadline=None)
@given(SIAPA, st.sampled_from("BC"))
def test_tiap_hasil_dalam_batasnya_dan_totalnya_jumlah_dimensi(p, generasi):
    a = setelan.susun(acuan(), 2026, generasi=generasi, berjalan=True)
    u = aturan.ukur(p, a)
    assert 0 <= u.kualifikasi <= 2500
    assert 0 <= u.kompetensi <= 4000
    assert 0 <= u.kinerja <= 3000
    assert 0 < u.disiplin <= 500
    assert u.total == u.kualifikasi + u.kompetensi + u.kinerja + u.disiplin
    assert u.kategori in KATEGORI


@settings(max_examples=300, deadline=None)
@given(SIAPA, st.permutations(range(6)))
def test_urutan_riwayat_tidak_mengubah_nilai(p, urutan):
    acak = replace(p, diklat=tuple(p.diklat[i] for i in urutan if i < len(p.diklat)), kinerja=p.kinerja[::-1])
    assert aturan.ukur(acak, A)[3:9] == aturan.ukur(p, A)[3:9]


@settings(max_examples=200, deadline=None)
@given(SIAPA)
def test_saran_diklat_yang_dijalankan_menambah_poin_yang_dijanjikan(p):
    awal = aturan.ukur(p, A)
    janji = {s.kode: s.poin for s in penjelasan.peningkatan(awal.butir, A, p.jenis_jabatan, p)}
    for kode, baru in (
        ("teknis", Diklat("teknis", date(2026, 6, 1), 60, "", None, 100, "Y")),
        ("seminar", Diklat("seminar", date(2026, 6, 1), None, "", None, 101, "Y")),
    ):
        sesudah = aturan.ukur(replace(p, diklat=(*p.diklat, baru)), A)
        assert setelan.pecahan(sesudah.total - awal.total) == janji.get(kode, 0)


@pytest.mark.django_db
def test_setelan_kantor_lengkap_dan_dapat_dibaca():
    for tahun in (2019, 2022, 2023, 2026):
        assert setelan.susun(acuan_kini(), tahun).tahun == tahun
