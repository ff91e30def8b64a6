"""Data ASN: dari satu baris ke riwayat pada TMT-nya, dan apa yang menolak baris itu."""

import pytest

from kepegawaian.models import BarisImpor, KamusReferensi, Pegawai, Pengguna, ProfilKini, RiwayatPangkat, UnitKerja
from tests.kepegawaian.impor.conftest import ANI, NIP, baca, galat, hasil, orang, pppk, riwayat, siasn, terapkan

pytestmark = pytest.mark.django_db


def satu(**ubah):
    """Previews ANI with these cells and returns [(column, reason)] in error."""
    return [(k, s) for _, k, s in galat(baca(siasn([ANI | ubah])))]


def catatan(**ubah):
    batch = baca(siasn([ANI | ubah]))
    assert galat(batch) == []
    return BarisImpor.objects.get(batch=batch).catatan


def test_nilai_bertmt_menjadi_baris_pada_tmt_nya():
    batch = terapkan(siasn([ANI]))
    assert batch.status == "diterapkan"
    assert riwayat("identitas", NIP, "nama", "gelar_belakang") == [("2015-03-01", "ANI LESTARI", "S.E.")]
    assert riwayat("status", NIP, "status", "nomor_sk") == [
        ("2015-03-01", "CPNS", "813/1/2015"),
        ("2016-04-01", "PNS", "821/1/2016"),
    ]
    assert riwayat("kedudukan", NIP, "kedudukan_id") == [("2015-03-01", "01")]
    assert riwayat("pangkat", NIP, "golongan_id", "mkg_tahun", "mkg_bulan") == [
        ("2015-03-01", "III/a", None, None),
        ("2019-04-01", "III/b", 4, 1),
    ]
    assert riwayat("jabatan", NIP, "jabatan__nama", "unit__nama") == [
        ("2020-01-02", "Analis Kepegawaian", "Bagian Hukum")
    ]
    assert riwayat("unit", NIP, "unit__nama") == [("2020-01-02", "Bagian Hukum")]
    assert riwayat("pendidikan", NIP, "tingkat_id", "nama", "tahun_lulus", "sekolah") == [
        ("2009-12-31", "40", "S-1 EKONOMI", 2009, "Universitas Airlangga")
    ]
    assert set(RiwayatPangkat.objects.values_list("batch_id", flat=True)) == {batch.pk}


def test_kolom_yang_hanya_disimpan_masuk_tambahan():
    terapkan(siasn([ANI | {"KPKN ID": "A5EB", "FLAG IKD": "0", "IS VALID NIK": "1", "LOKASI KERJA NAMA": "LAMONGAN"}]))
    p = Pegawai.objects.get(nip=NIP)
    assert p.tambahan == {"KPKN ID": "A5EB", "FLAG IKD": "0", "IS VALID NIK": "1"}
    assert (p.lokasi_kerja, p.nik, p.jenis_pegawai_id) == ("LAMONGAN", "3524015705860001", "15")


def test_akun_dibuat_tanpa_sandi_yang_dapat_dipakai():
    batch = terapkan(siasn([ANI, orang(2, EMAIL="bukan surel"), orang(3, **{"KEDUDUKAN HUKUM ID": "99"})]))
    akun = {a.nama_pengguna: a for a in Pengguna.objects.all()}
    assert set(akun) == {NIP, "198605172015032002"}
    assert not akun[NIP].has_usable_password()
    assert len({a.password for a in akun.values()}) == 2
    assert (akun[NIP].email, akun["198605172015032002"].email) == ("ani@example.test", "")
    assert batch.ringkasan["tertulis"]["akun"] == 2


@pytest.mark.parametrize(
    ("ubah", "kolom", "sebab"),
    [
        ({"NIP BARU": 1.98605172015032e17}, "NIP BARU", "NIP rusak oleh Excel, simpan kolom sebagai Teks"),
        ({"NIP BARU": "1.98605E+17"}, "NIP BARU", "NIP rusak oleh Excel, simpan kolom sebagai Teks"),
        ({"NIP BARU": "198605172015032000"}, "NIP BARU", "NIP rusak oleh Excel, simpan kolom sebagai Teks"),
        ({"NIP BARU": ""}, "NIP BARU", "NIP kosong"),
        ({"NIP BARU": "-"}, "NIP BARU", "NIP kosong"),
        ({"NIP BARU": "19860517201503200"}, "NIP BARU", "NIP harus 18 angka; yang diterima 17 angka. (NIP-01)"),
        ({"NIP BARU": "198613172015032001"}, "NIP BARU", "Angka 1-8 (19861317) bukan tanggal lahir yang sah. (NIP-02)"),
        (
            {"NIP BARU": "198605172015132001"}, "NIP BARU",
            "Angka 9-14 (201513) bukan tahun-bulan TMT CPNS yang sah. (NIP-03)",
        ),
        ({"NIP BARU": "198605172015033001"}, "NIP BARU", "Angka ke-15 harus 1 (pria) atau 2 (wanita). (NIP-05)"),
        (
            {"TANGGAL LAHIR": "18-05-1986"}, "TANGGAL LAHIR",
            "Data pegawai tidak sama dengan NIP pada: tanggal lahir. (NIP-07)",
        ),
        ({"JENIS KELAMIN": "M"}, "JENIS KELAMIN", "Data pegawai tidak sama dengan NIP pada: jenis kelamin. (NIP-07)"),
        (
            {"JENIS KELAMIN": "L", "TMT CPNS": "01-04-2015"}, "JENIS KELAMIN, TMT CPNS",
            "Data pegawai tidak sama dengan NIP pada: jenis kelamin, TMT CPNS. (NIP-07)",
        ),
        ({"NAMA": ""}, "NAMA", "NAMA kosong"),
        ({"NAMA": "null"}, "NAMA", "NAMA kosong"),
        ({"NAMA": "A" * 161}, "NAMA", "Isi 161 huruf, paling banyak 160"),
        ({"NIK": "352401570586000"}, "NIK", "NIK harus 16 angka; yang diterima “352401570586000”"),
        ({"NIK": 3524015705860001.0}, "NIK", "NIK rusak oleh Excel, simpan kolom sebagai Teks"),
        ({"TANGGAL SK PNS": "20-03-16"}, "TANGGAL SK PNS", "Tanggal 20-03-16 bertahun dua angka"),
        ({"TMT PNS": "01-02-2015"}, "TMT PNS", "TMT PNS mendahului TMT CPNS"),
        ({"TMT GOLONGAN": "01-02-2015"}, "TMT GOLONGAN", "TMT GOLONGAN mendahului TMT CPNS"),
        ({"STATUS CPNS PNS": "HONORER"}, "STATUS CPNS PNS", "“HONORER” bukan status"),
        ({"GOL AKHIR ID": "", "GOL AKHIR NAMA": "III/f"}, "GOL AKHIR NAMA", "“III/f” bukan golongan"),
        ({"GOL AKHIR ID": "33"}, "GOL AKHIR ID", "GOL AKHIR ID 33 (III/c) berbeda dengan III/b"),
        ({"GOL AKHIR ID": "", "GOL AKHIR NAMA": "IX"}, "GOL AKHIR NAMA", "Golongan IX bukan golongan PNS"),
        ({"MK BULAN": "12"}, "MK BULAN", "12 lebih besar daripada 11"),
        ({"MK TAHUN": "lima"}, "MK TAHUN", "“lima” bukan bilangan bulat"),
        ({"TAHUN LULUS": "09"}, "TAHUN LULUS", "“09” bukan tahun"),
        ({"ALAMAT": "=HYPERLINK(1)"}, "ALAMAT", "Sel berisi rumus (=HYPERLINK(1))"),
    ],
)  # fmt: skip
def test_baris_yang_ditolak_menyebut_kolom_dan_sebabnya(ubah, kolom, sebab):
    assert satu(**ubah) == [(kolom, sebab)]


def test_setiap_galat_membawa_cara_memperbaikinya():
    batch = baca(siasn([ANI | {"NIP BARU": "1", "TMT PNS": "x", "GOL AKHIR NAMA": "z", "NAMA": ""}]))
    (baris,) = BarisImpor.objects.filter(batch=batch)
    assert len(baris.galat) == 4
    assert all(g["perbaikan"].endswith(".") for g in baris.galat)


@pytest.mark.parametrize(
    "ubah",
    [
        {"NIP BARU": "'" + NIP, "NIK": "'3524015705860001"},
        {"NIP BARU": "19860517 201503 2 001"},
        {"JENIS KELAMIN": "P"},
        {"GOL AKHIR ID": "", "GOL AKHIR NAMA": "3B"},
        {"GOL AKHIR NAMA": ""},
        {"GOL AKHIR NAMA": "III/B"},
        {"KEDUDUKAN HUKUM ID": 1.0, "KEDUDUKAN HUKUM NAMA": ""},
        {"KEDUDUKAN HUKUM ID": "", "KEDUDUKAN HUKUM NAMA": "aktif"},
        {"TANGGAL LAHIR": "null", "JENIS KELAMIN": "-"},
        {"TMT CPNS": ""},
        {"STATUS CPNS PNS": "PNS"},
        {"MK TAHUN": 4.0, "MK BULAN": "01"},
        {"NAMA": "  ANI   LESTARI\u00a0"},
        {"JABATAN NAMA": "ANALIS  KEPEGAWAIAN"},
    ],
)
def test_tulisan_lain_yang_dipahami_memberi_fakta_yang_sama(ubah):
    batch = terapkan(siasn([ANI | ubah]))
    assert galat(batch) == []
    k = ProfilKini.objects.get(nip=NIP)
    assert (k.nama, k.kedudukan_id, k.golongan_id, str(k.tmt_cpns)) == ("ANI LESTARI", "01", "III/b", "2015-03-01")
    assert k.jabatan.nama == "Analis Kepegawaian"


def test_tingkat_pendidikan_kehilangan_nol():
    terapkan(siasn([ANI | {"TINGKAT PENDIDIKAN ID": 5}]))
    assert riwayat("pendidikan", NIP, "tingkat_id") == [("2009-12-31", "05")]


def test_usia_di_atas_35_hanya_catatan():
    assert any("NIP-06" in c for c in catatan(**{"NIP BARU": "197501012015032001", "TANGGAL LAHIR": "01-01-1975"}))


def test_pppk_dari_nomor_teks_dan_golongannya():
    batch = terapkan(siasn([pppk(1), pppk(2, **{"STATUS CPNS PNS": ""}), pppk(3, **{"STATUS CPNS PNS": "P"})]))
    assert galat(batch) == []
    for nomor in (1, 2, 3):
        nip = f"199001012023211{nomor:03d}"
        assert riwayat("status", nip, "status", "nomor_sk") == [("2023-03-01", "PPPK", "813/9/2023")]
        assert riwayat("pangkat", nip, "golongan_id") == [("2023-03-01", "IX")]
        assert riwayat("kedudukan", nip, "kedudukan_id") == [("2023-03-01", "P1")]


@pytest.mark.parametrize(
    "ubah",
    [
        {"STATUS CPNS PNS": "PPPK PARUH WAKTU"},
        {"STATUS CPNS PNS": "PPPK", "KEDUDUKAN HUKUM NAMA": "PPPK Paruh Waktu"},
        {"STATUS CPNS PNS": "", "JENIS PEGAWAI NAMA": "PPPK Paruh Waktu", "KEDUDUKAN HUKUM NAMA": ""},
        {"STATUS CPNS PNS": "PPPK PARUH WAKTU", "KEDUDUKAN HUKUM ID": "01", "KEDUDUKAN HUKUM NAMA": "Aktif"},
    ],
)
def test_pppk_paruh_waktu_dari_teks(ubah):
    batch = terapkan(siasn([pppk(1, **ubah)]))
    assert galat(batch) == []
    k = ProfilKini.objects.get(nip="199001012023211001")
    assert k.status == "PPPK_PW"
    assert k.kedudukan_id in ("P6", None)


def test_pppk_tanpa_golongan_diterima_dan_golongan_pns_ditolak():
    batch = baca(
        siasn([pppk(1, **{"GOL AWAL NAMA": "", "GOL AKHIR NAMA": ""}), pppk(2, **{"GOL AKHIR NAMA": "III/a"})])
    )
    assert galat(batch) == [(3, "GOL AKHIR NAMA", "Golongan III/a bukan golongan PPPK")]


def test_nomor_pns_berstatus_pppk_ditolak():
    assert ("NIP BARU", "Nomor induk PPPK: angka 13-14 tidak dikenal. (NIP-09)") in satu(**{"STATUS CPNS PNS": "PPPK"})


def test_cpns_hanya_punya_baris_cpns():
    kosong = {"NOMOR SK PNS": "", "TANGGAL SK PNS": "", "TMT PNS": "", "STATUS CPNS PNS": "C"}
    terapkan(siasn([ANI | kosong | {"GOL AKHIR ID": "31", "GOL AKHIR NAMA": "III/a", "TMT GOLONGAN": "01-03-2015"}]))
    assert riwayat("status", NIP, "status") == [("2015-03-01", "CPNS")]
    assert riwayat("pangkat", NIP, "golongan_id") == [("2015-03-01", "III/a")]


def test_pns_tanpa_tmt_pns_berlaku_sejak_tanggal_berkas():
    terapkan(siasn([ANI | {"TMT PNS": ""}]))
    assert riwayat("status", NIP, "status") == [("2015-03-01", "CPNS"), ("2026-06-01", "PNS")]


def test_kedudukan_pensiun_tidak_mundur_ke_tmt_cpns():
    terapkan(siasn([ANI | {"KEDUDUKAN HUKUM ID": "99", "KEDUDUKAN HUKUM NAMA": "Pensiun"}]))
    assert riwayat("kedudukan", NIP, "kedudukan_id") == [("2026-06-01", "99")]
    assert riwayat("pangkat", NIP, "golongan_id") == [("2015-03-01", "III/a"), ("2019-04-01", "III/b")]


def test_golongan_awal_sama_tidak_membuat_baris_kedua():
    terapkan(siasn([ANI | {"GOL AWAL ID": "32", "GOL AWAL NAMA": "III/b"}]))
    assert riwayat("pangkat", NIP, "golongan_id") == [("2019-04-01", "III/b")]


def test_tanpa_tmt_jabatan_berlaku_sejak_tanggal_berkas():
    terapkan(siasn([ANI | {"TMT JABATAN": ""}]))
    assert riwayat("jabatan", NIP, "jabatan__nama") == [("2026-06-01", "Analis Kepegawaian")]
    assert riwayat("unit", NIP, "unit__nama") == [("2026-06-01", "Bagian Hukum")]


def test_referensi_tak_dikenal_disimpan_teksnya_dan_masuk_antrean():
    ubah = {"UNOR NAMA": "UPT Antah Berantah", "UNOR ID": "U1", "AGAMA ID": "88", "AGAMA NAMA": "Kejawen"}
    batch = terapkan(siasn([ANI | ubah, orang(2, **{"UNOR NAMA": "upt  antah berantah", "UNOR ID": "U1"})]))
    assert galat(batch) == []
    antre = {(k.jenis, k.teks, k.siasn_id): k.jumlah for k in KamusReferensi.objects.all()}
    assert antre == {("unit", "UPT Antah Berantah", "U1"): 2, ("agama", "Kejawen", "88"): 1}
    p = Pegawai.objects.get(nip=NIP)
    assert p.tambahan["UNOR NAMA"] == "UPT Antah Berantah"
    assert p.agama_id is None
    assert riwayat("unit") == []


def test_id_siasn_dikenal_walau_namanya_lain():
    UnitKerja.objects.filter(nama="Bagian Hukum").update(siasn_id="8AE4")
    terapkan(siasn([ANI | {"UNOR ID": "8ae4", "UNOR NAMA": "BAGIAN HUKUM DAN HAM SETDA"}]))
    assert riwayat("unit", NIP, "unit__nama") == [("2020-01-02", "Bagian Hukum")]


def test_nama_yang_hampir_sama_tidak_dicocokkan():
    batch = baca(siasn([ANI | {"JABATAN NAMA": "Analis Kepegawaan"}]))
    assert batch.ringkasan["referensi"] == 1


def test_pns_id_sama_nip_lain_adalah_pertentangan():
    terapkan(siasn([ANI]))
    batch = baca(siasn([orang(2, **{"PNS ID": ANI["PNS ID"].lower()})]))
    assert galat(batch) == [(2, "PNS ID", f"PNS ID ini di portal milik ANI LESTARI dengan NIP {NIP}")]


def test_nip_dengan_pns_id_lain_adalah_pertentangan():
    terapkan(siasn([ANI]))
    batch = terapkan(siasn([ANI | {"PNS ID": "B" * 32, "ALAMAT": "Jl. Lain"}]))
    ((_, kolom, sebab),) = galat(batch)
    assert kolom == "PNS ID"
    assert sebab.startswith("NIP sudah dipakai oleh ANI LESTARI dengan PNS ID lain")
    p = Pegawai.objects.get(nip=NIP)
    assert (p.pns_id, p.alamat) == (ANI["PNS ID"], "Jl. Veteran 1")


def test_pns_id_diisikan_pada_pegawai_yang_belum_punya():
    terapkan(siasn([ANI | {"PNS ID": ""}]))
    terapkan(siasn([ANI]))
    assert Pegawai.objects.get(nip=NIP).pns_id == ANI["PNS ID"]


def test_nip_dua_kali_dalam_satu_berkas():
    batch = baca(siasn([ANI, ANI, orang(2), orang(2, ALAMAT="lain"), orang(3)]))
    assert hasil(batch) == {
        ("Data ASN", 2): "baru",
        ("Data ASN", 3): "galat",
        ("Data ASN", 4): "galat",
        ("Data ASN", 5): "galat",
        ("Data ASN", 6): "baru",
    }


def test_satu_pns_id_untuk_dua_nip_menolak_keduanya():
    batch = baca(siasn([orang(1), orang(2, **{"PNS ID": orang(1)["PNS ID"]})]))
    assert [g[:2] for g in galat(batch)] == [(2, "PNS ID"), (3, "PNS ID")]
