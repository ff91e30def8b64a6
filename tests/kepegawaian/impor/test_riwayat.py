"""Lembar riwayat: satu lembar satu jenis, baris demi baris; yang salah tidak menghentikan yang lain."""

from datetime import date

import pytest

from kepegawaian.impor.format import LEMBAR_RIWAYAT
from kepegawaian.models import JENIS_RIWAYAT, BarisImpor, JenisHukuman, Pegawai, ProfilKini, SelisihSiasn, UnitKerja
from tests.kepegawaian.impor.conftest import (
    ANI,
    NIP,
    baca,
    galat,
    hasil,
    jumlah_riwayat,
    orang,
    perubahan,
    pppk,
    riwayat,
    siasn,
    terapkan,
)

pytestmark = pytest.mark.django_db

# One row of every sheet, and what must stand in the riwayat: {column: value} after the TMT.
CONTOH = {
    "RW IDENTITAS": (
        {"NAMA": "ANI LESTARI", "GELAR BELAKANG": "S.E.", "TMT": "01-03-2015", "NOMOR SK": "813/1/2015"},
        "2015-03-01", {"nomor_sk": "813/1/2015"},
    ),
    "RW STATUS": ({"STATUS": "C", "TMT": "01-03-2015", "PEJABAT": "Bupati"}, "2015-03-01", {"pejabat": "Bupati"}),
    "RW KEDUDUKAN": ({"KEDUDUKAN HUKUM ID": "3", "TMT": "01-02-2021"}, "2021-02-01", {"kedudukan_id": "03"}),
    "RW PANGKAT": (
        {"GOLONGAN": "31", "TMT GOLONGAN": "01-03-2015", "MK TAHUN": "0", "MK BULAN": "0", "JENIS KP ID": "101",
         "TANGGAL SK": "20-02-2015", "NOMOR PERTEK": "P/1", "ANGKA KREDIT": "100,5"},
        "2015-03-01", {"golongan_id": "III/a", "jenis_kp_id": "101", "mkg_tahun": 0, "nomor_pertek": "P/1"},
    ),
    "RW JABATAN": (
        {"JENIS PENUGASAN": "Definitif", "JABATAN NAMA": "Bendahara", "UNOR NAMA": "Dinas Kesehatan", "TMT JABATAN": "01-02-2016",
         "SAMPAI": "01-01-2020", "TANGGAL SPMT": "03-02-2016"},
        "2016-02-01", {"penugasan": "D", "jabatan__nama": "Bendahara", "unit__nama": "Dinas Kesehatan", "sampai": None,
                       "tanggal_spmt": date(2016, 2, 3)},
    ),
    "RW GAJI": (
        {"JENIS": "Kenaikan gaji berkala", "GOLONGAN": "III/b", "GAJI POKOK": "3200000", "MK TAHUN": "6", "TMT GAJI": "01-03-2021"},
        "2021-03-01", {"jenis": "KGB", "gaji_pokok": 3200000, "mkg_bulan": 0},
    ),
    "RW MASA KERJA": ({"PENGALAMAN": "PT Semen", "BULAN DIAKUI": "12", "TMT": "01-03-2018"}, "2018-03-01", {"bulan": 12}),
    "RW PEMBERHENTIAN": (
        {"JENIS": "BUP", "NAMA": "Mencapai batas usia pensiun", "HAK PENSIUN": "YA", "JENIS PENSIUN ID": "1", "TMT": "01-12-2026",
         "MASA KERJA PENSIUN BULAN": "361"},
        "2026-12-01", {"jenis": "BUP", "hak_pensiun": True, "jenis_pensiun": "1", "mkp_bulan": 361},
    ),
    "RW TUNDA KGB": (
        {"TMT KGB": "01-03-2026", "SAMPAI": "28-02-2027", "NOMOR SK": "822/4/2026"},
        "2026-03-01", {"sampai": date(2027, 2, 28), "nomor_sk": "822/4/2026"},
    ),
    "RW PENDIDIKAN": (
        {"TINGKAT PENDIDIKAN ID": "S-2", "PENDIDIKAN NAMA": "S-2 MANAJEMEN", "TANGGAL LULUS": "20-08-2022", "PENDIDIKAN PERTAMA": "TIDAK"},
        "2022-08-20", {"tingkat_id": "45", "tahun_lulus": 2022, "saat_pengangkatan": False},
    ),
    "RW SKP": (
        {"TAHUN": "2025", "PREDIKAT": "sangat baik", "NILAI": "110,25", "TANGGAL PENETAPAN": "15-01-2026"},
        "2026-01-15", {"tahun": 2025, "predikat": "Sangat Baik"},
    ),
    "RW HUKDIS": ({"JENIS HUKUMAN": "Teguran lisan", "TMT HUKUMAN": "01-02-2022", "PASAL": "9"}, "2022-02-01", {"jenis_id": "R1"}),
    "RW PEMERIKSAAN": ({"TMT": "01-02-2022", "SAMPAI": "01-03-2022"}, "2022-02-01", {"sampai": date(2022, 3, 1)}),
    "RW DIKLAT": (
        {"JENIS DIKLAT ID": "3", "NAMA DIKLAT": "Bimtek SPI", "TANGGAL SELESAI": "09-02-2023", "JP": "20", "SESUAI JABATAN": "YA"},
        "2023-02-09", {"jenis_id": "3", "jp": 20, "sesuai_jabatan": True},
    ),
    "RW UJIAN": ({"JENIS": "UD1", "TANGGAL LULUS": "09-02-2023"}, "2023-02-09", {"jenis": "UD1"}),
    "RW PENGHARGAAN": ({"PENGHARGAAN ID": "201", "TANGGAL": "17-08-2025"}, "2025-08-17", {"jenis_id": "201"}),
    "RW ANGKA KREDIT": (
        {"JENIS": "konversi", "JENJANG": "Ahli Muda", "MULAI": "01-01-2025", "SELESAI": "31-12-2025", "JUMLAH": 25.0},
        "2025-01-01", {"jenjang": "ahli_muda"},
    ),
    "RW KELUARGA": (
        {"ANGGOTA": "anak-1", "HUBUNGAN": "Anak", "NAMA": "BUDI", "JENIS KELAMIN": "M", "TERTANGGUNG": "1", "TMT": "02-02-2014",
         "SEKOLAH SAMPAI": "31-08-2027", "SUDAH KAWIN": "TIDAK", "BERPENGHASILAN": "YA"},
        "2014-02-02", {"hubungan": "anak", "jenis_kelamin": "L", "tertanggung": True, "keadaan": "hidup",
                       "sekolah_sampai": date(2027, 8, 31), "kawin": False, "berpenghasilan": True, "nip": ""},
    ),
    "RW IKATAN DINAS": (
        {"JENIS": "TUBEL", "TMT": "01-02-2022", "SAMPAI": "31-01-2026", "KETERANGAN": "S-2"},
        "2022-02-01", {"jenis": "TUBEL", "sampai": date(2026, 1, 31), "keterangan": "S-2"},
    ),
    "RW KARTU": (
        {"JENIS": "Kartu pegawai", "NOMOR KARTU": "B 123456", "TANGGAL TERBIT": "01-06-2016"},
        "2016-06-01", {"jenis": "KARPEG", "nomor": "B 123456", "anggota": ""},
    ),
    "RW CLTN": ({"JENIS": "CLTN", "TMT": "01-02-2022", "SAMPAI": "31-01-2023"}, "2022-02-01", {"jenis": "CLTN"}),
    "RW CUTI": (
        {"JENIS": "Cuti tahunan", "MULAI CUTI": "02-02-2022", "SAMPAI": "04-02-2022", "HARI KERJA": "3"},
        "2022-02-02", {"jenis": "CT", "hari_kerja": 3, "hari_kerja_lanjut": 0, "luar_negeri": False},
    ),
    "RW KLAIM": (
        {"PROGRAM": "JKK", "PERISTIWA": "Kecelakaan dalam perjalanan dinas", "TANGGAL KEJADIAN": "02-02-2022", "NILAI": "15000000",
         "TANGGAL BAYAR": "01-04-2022", "PENERIMA": "ANI"},
        "2022-02-02", {"program": "JKK", "nilai": 15_000_000, "tanggal_bayar": date(2022, 4, 1), "penerima": "ANI"},
    ),
    "RW KONTRAK": ({"TMT KONTRAK": "01-02-2022", "SAMPAI": "31-01-2027", "UPAH": "2000000"}, "2022-02-01", {"upah": 2000000}),
}  # fmt: skip


def test_setiap_lembar_ada_contohnya():
    assert set(CONTOH) == {r.nama for r in LEMBAR_RIWAYAT}


@pytest.mark.parametrize("lembar", CONTOH)
def test_satu_baris_tiap_lembar_menjadi_riwayat_dan_dua_kali_tidak_mengubah(lembar):
    isi, tmt, harapan = CONTOH[lembar]
    kunci = next(r.kunci for r in LEMBAR_RIWAYAT if r.nama == lembar)
    berkas = siasn([ANI], **{lembar.replace(" ", "_"): [isi | {"NIP": NIP}]})
    batch = terapkan(berkas)
    assert galat(batch) == []
    baris = JENIS_RIWAYAT[kunci].objects.filter(tmt=tmt, dibatalkan_pada__isnull=True).values(*harapan)
    assert list(baris) == [harapan]
    sebelum = jumlah_riwayat()
    assert terapkan(berkas).ringkasan["sama"] == 2
    assert jumlah_riwayat() == sebelum


def test_nip_anggota_ialah_nip_pasangan_bukan_nip_pegawainya():
    istri = {"NIP": NIP, "ANGGOTA": "istri", "HUBUNGAN": "Pasangan", "NAMA": "SITI", "TMT": "02-02-2014"}
    lain = "19880203 201203 2 004"
    berkas = siasn([ANI], RW_KELUARGA=[
        istri | {"NIP ANGGOTA": lain}, istri | {"ANGGOTA": "lama", "NIP ANGGOTA": NIP},
        istri | {"ANGGOTA": "salah", "NIP ANGGOTA": "19880203"},
    ])  # fmt: skip
    batch = terapkan(berkas)
    assert [kolom for _, kolom, _ in galat(batch)] == ["NIP ANGGOTA"]
    baris = JENIS_RIWAYAT["keluarga"].objects.filter(pegawai__nip=NIP).values_list("anggota", "nip")
    assert dict(baris) == {"istri": lain.replace(" ", ""), "lama": ""}


@pytest.mark.parametrize("lembar", CONTOH)
def test_kolom_wajib_yang_kosong_menolak_baris_itu(lembar):
    isi, _, _ = CONTOH[lembar]
    kolom = next(r.kolom for r in LEMBAR_RIWAYAT if r.nama == lembar)
    for k in (k.judul for k in kolom if k.wajib and k.judul != "NIP"):
        batch = baca(siasn([ANI], **{lembar.replace(" ", "_"): [isi | {"NIP": NIP, k: "-"}]}))
        assert galat(batch) == [(2, k, f"{k} kosong")]


def test_nip_anggota_keluarga_bukan_nip_pegawainya():
    isi = {"NIP": NIP, "ANGGOTA": "pasangan-1", "HUBUNGAN": "Pasangan", "NAMA": "SURYA", "TMT": "02-02-2012"}
    terapkan(siasn([ANI], RW_KELUARGA=[isi]))
    assert [b[1] for b in riwayat("keluarga", NIP, "nip")] == [""]
    terapkan(siasn(RW_KELUARGA=[isi | {"NIP ANGGOTA": "198001012006041001", "TMT": "03-02-2012"}]))
    assert [b[1] for b in riwayat("keluarga", NIP, "nip")] == ["", "198001012006041001"]


def test_baris_riwayat_yang_salah_tidak_menghentikan_yang_lain():
    skp = [
        {"NIP": NIP, "TAHUN": "2023", "PREDIKAT": "Baik"},
        {"NIP": NIP, "TAHUN": "2024", "PREDIKAT": "Lumayan"},
        {"NIP": NIP, "TAHUN": "2025", "PREDIKAT": "Baik", "TANGGAL PENETAPAN": "15-01-26"},
        {"NIP": "123", "TAHUN": "2025", "PREDIKAT": "Baik"},
        {"NIP": "198605172015032999", "TAHUN": "2025", "PREDIKAT": "Baik"},
        {"NIP": 1.98605172015032e17, "TAHUN": "2025", "PREDIKAT": "Baik"},
    ]
    batch = terapkan(siasn([ANI], RW_SKP=skp))
    assert [b[1] for b in riwayat("kinerja", NIP, "tahun")] == [2023]
    assert galat(batch) == [
        (3, "PREDIKAT", "“Lumayan” tidak dikenal"),
        (4, "TANGGAL PENETAPAN", "Tanggal 15-01-26 bertahun dua angka"),
        (5, "NIP", "NIP harus 18 angka; yang diterima 3 angka."),
        (6, "NIP", "Pegawai dengan NIP ini belum ada di portal"),
        (7, "NIP", "NIP rusak oleh Excel, simpan kolom sebagai Teks"),
    ]


def test_riwayat_orang_baru_ikut_ditolak_bila_data_asnnya_ditolak():
    batch = terapkan(siasn([ANI | {"JENIS KELAMIN": "M"}], RW_SKP=[{"NIP": NIP, "TAHUN": "2025", "PREDIKAT": "Baik"}]))
    assert (2, "NIP", "Pegawai dengan NIP ini belum ada di portal, dan lembar Data ASN baris 2 ditolak") in galat(
        batch
    )
    assert not Pegawai.objects.exists()


def test_riwayat_orang_yang_sudah_ada_tetap_diterapkan_bila_data_asnnya_ditolak():
    terapkan(siasn([ANI]))
    terapkan(siasn([ANI | {"JENIS KELAMIN": "M"}], RW_SKP=[{"NIP": NIP, "TAHUN": "2025", "PREDIKAT": "Baik"}]))
    assert len(riwayat("kinerja")) == 1


def test_lembar_riwayat_saja_cukup_bagi_yang_sudah_ada():
    terapkan(siasn([ANI]))
    batch = terapkan(siasn(RW_SKP=[{"NIP": NIP, "TAHUN": "2025", "PREDIKAT": "Baik"}]))
    assert batch.ringkasan["lembar_utama"] == ""
    assert hasil(batch) == {("RW SKP", 2): "baru"}
    assert BarisImpor.objects.get(batch=batch).nama == "ANI LESTARI"


def test_baris_ganda_yang_sama_dihitung_sekali_yang_berbeda_ditolak():
    skp = [{"NIP": NIP, "TAHUN": "2025", "PREDIKAT": p} for p in ("Baik", "Baik")]
    skp += [{"NIP": NIP, "TAHUN": "2024", "PREDIKAT": p} for p in ("Baik", "Kurang")]
    batch = baca(siasn([ANI], RW_SKP=skp))
    assert hasil(batch) == {
        ("Data ASN", 2): "baru",
        ("RW SKP", 2): "baru",
        ("RW SKP", 3): "sama",
        ("RW SKP", 4): "galat",
        ("RW SKP", 5): "galat",
    }


def test_baris_utama_melengkapi_baris_riwayat_pada_tmt_yang_sama():
    batch = terapkan(
        siasn([ANI], RW_PANGKAT=[{"NIP": NIP, "GOLONGAN": "III/b", "TMT GOLONGAN": "01-04-2019", "NOMOR SK": "823/2"}])
    )
    assert galat(batch) == []
    assert riwayat("pangkat", NIP, "golongan_id", "mkg_tahun", "nomor_sk") == [
        ("2015-03-01", "III/a", None, ""),
        ("2019-04-01", "III/b", 4, "823/2"),
    ]


def test_dua_lembar_yang_bertentangan_menolak_baris_utama():
    batch = baca(siasn([ANI], RW_PANGKAT=[{"NIP": NIP, "GOLONGAN": "III/c", "TMT GOLONGAN": "01-04-2019"}]))
    ((_, kolom, sebab), *sisa) = galat(batch)
    assert kolom == "GOL AKHIR NAMA"
    assert sebab == "“III/b” berbeda dengan “III/c” pada lembar RW PANGKAT baris 2 untuk TMT 01-04-2019"
    assert [g[1] for g in sisa] == ["NIP"]


def test_pertentangan_dua_lembar_juga_ditemukan_bila_riwayatnya_sudah_tercatat():
    pangkat = [{"NIP": NIP, "GOLONGAN": "III/b", "TMT GOLONGAN": "01-04-2019", "MK TAHUN": "4", "MK BULAN": "1"}]
    terapkan(siasn([ANI], RW_PANGKAT=pangkat))
    batch = terapkan(siasn([ANI | {"GOL AKHIR ID": "33", "GOL AKHIR NAMA": "III/c"}], RW_PANGKAT=pangkat))
    assert [g[1] for g in galat(batch)] == ["GOL AKHIR NAMA"]
    assert riwayat("pangkat", NIP, "golongan_id")[-1] == ("2019-04-01", "III/b")


def test_jabatan_definitif_menyebut_unitnya_sejak_tmt():
    jabatan = [
        {"NIP": NIP, "JABATAN NAMA": "Bendahara", "UNOR NAMA": "Dinas Kesehatan", "TMT JABATAN": "01-02-2016"},
        {
            "NIP": NIP,
            "JABATAN NAMA": "Analis Kepegawaian",
            "UNOR NAMA": "Dinas Kesehatan",
            "TMT JABATAN": "01-02-2018",
        },
    ]
    terapkan(siasn([ANI], RW_JABATAN=jabatan))
    assert riwayat("unit", NIP, "unit__nama") == [("2016-02-01", "Dinas Kesehatan"), ("2020-01-02", "Bagian Hukum")]
    assert [b[0] for b in riwayat("jabatan")] == ["2016-02-01", "2018-02-01", "2020-01-02"]


def test_riwayat_bernaskah_tidak_ditimpa_lembar_riwayat(bernaskah):
    terapkan(siasn([ANI]))
    bernaskah(Pegawai.objects.get(nip=NIP), "pangkat", date(2023, 4, 1), golongan_id="III/c", mkg_tahun=8, mkg_bulan=1)
    rw = [{"NIP": NIP, "GOLONGAN": "III/d", "TMT GOLONGAN": "01-04-2023"}]
    batch = terapkan(siasn(RW_PANGKAT=rw))
    assert hasil(batch) == {("RW PANGKAT", 2): "sama"}
    (s,) = SelisihSiasn.objects.all()
    assert (s.kolom, s.nilai_siasn, s.nilai_portal) == ("pangkat 2023-04-01", "III/d", "III/c")
    terapkan(siasn(RW_PANGKAT=[rw[0] | {"GOLONGAN": "III/c"}]))
    assert not SelisihSiasn.objects.exists()


def test_perubahan_baris_riwayat_menyebut_nilai_lama_dan_baru():
    skp = {"NIP": NIP, "TAHUN": "2025", "PREDIKAT": "Baik", "NILAI": "90"}
    terapkan(siasn([ANI], RW_SKP=[skp]))
    batch = terapkan(siasn(RW_SKP=[skp | {"PREDIKAT": "Sangat Baik", "NILAI": ""}]))
    assert perubahan(batch) == {"PREDIKAT": ("Baik", "Sangat Baik")}
    assert riwayat("kinerja", NIP, "predikat", "nilai") == [("2025-12-31", "Sangat Baik", 90)]


@pytest.mark.parametrize(
    ("lembar", "baris", "sebab"),
    [
        ("RW_KONTRAK", [("01-03-2023", ""), ("01-03-2024", "28-02-2025")], "bertumpang"),
        ("RW_PEMERIKSAAN", [("01-03-2023", "01-06-2023"), ("01-05-2023", "01-07-2023")], "bertumpang"),
        ("RW_CLTN", [("01-03-2023", "01-06-2023"), ("01-05-2023", "01-07-2023")], "bertumpang"),
        ("RW_CUTI", [("01-03-2023", "01-06-2023"), ("01-05-2023", "01-07-2023")], "bertumpang"),
    ],
)
def test_masa_yang_bertumpang_ditolak_pada_pratinjau(lembar, baris, sebab):
    tmt = {"RW_KONTRAK": "TMT KONTRAK", "RW_CUTI": "MULAI CUTI"}.get(lembar, "TMT")
    isi = [{"NIP": NIP, tmt: a, "SAMPAI": b, "JENIS": "CLTN", "HARI KERJA": "5"} for a, b in baris]
    batch = terapkan(siasn([ANI], **{lembar: isi}))
    ((nomor, kolom, kalimat),) = galat(batch)
    assert (nomor, kolom) == (3, tmt)
    assert sebab in kalimat


def test_satu_jabatan_tidak_dijabat_dua_plt_dan_dua_jabatan_boleh_diplt_satu_orang():
    def plt(nip, jabatan, mulai, sampai="31-12-2026"):
        isi = {"JENIS PENUGASAN": "PLT", "JABATAN NAMA": jabatan, "TMT JABATAN": mulai, "SAMPAI": sampai}
        return isi | {"NIP": nip}

    hukum, umum = "Kepala Bagian Hukum Sekretariat Daerah", "Kepala Bagian Umum Sekretariat Daerah"
    nip2 = orang(2)["NIP BARU"]
    rw = [plt(NIP, hukum, "01-01-2026"), plt(NIP, umum, "01-01-2026"), plt(nip2, hukum, "01-06-2026")]
    batch = terapkan(siasn([ANI, orang(2)], RW_JABATAN=rw))
    assert galat(batch) == [(4, "TMT JABATAN", "Jabatan ini sudah mempunyai Plt. lain sejak 01-01-2026")]
    assert len(riwayat("jabatan")) == 3
    ubah = terapkan(siasn(RW_JABATAN=[plt(NIP, hukum, "01-01-2026", "31-05-2026"), plt(nip2, hukum, "01-06-2026")]))
    assert galat(ubah) == []
    assert len(riwayat("jabatan", nip2)) == 2


def test_tanggal_akhir_mendahului_mulai_ditolak():
    batch = baca(
        siasn(
            [pppk(1)], RW_KONTRAK=[{"NIP": pppk(1)["NIP BARU"], "TMT KONTRAK": "01-03-2023", "SAMPAI": "01-02-2023"}]
        )
    )
    assert galat(batch) == [(2, "SAMPAI", "Tanggal akhir mendahului tanggal mulai")]


def test_jabatan_tak_dikenal_menolak_barisnya_dan_masuk_antrean():
    rw = [{"NIP": NIP, "JABATAN NAMA": "Analis Segala Urusan", "TMT JABATAN": "01-02-2016"}]
    batch = baca(siasn([ANI], RW_JABATAN=rw))
    assert galat(batch) == [(2, "JABATAN NAMA", "“Analis Segala Urusan” belum dikenal")]
    assert batch.ringkasan["referensi"] == 1


def test_jabatan_dikenal_dari_id_siasn_tanpa_nama():
    UnitKerja.objects.filter(nama="Bagian Hukum").update(siasn_id="U77")
    rw = [{"NIP": NIP, "JENIS JABATAN ID": "1", "JABATAN ID": "U77", "UNOR ID": "u77", "TMT JABATAN": "01-02-2016"}]
    assert galat(terapkan(siasn([ANI], RW_JABATAN=rw))) == []
    assert riwayat("jabatan", NIP, "jabatan__nama", "unit__nama")[0] == (
        "2016-02-01",
        "Kepala Bagian Hukum Sekretariat Daerah",
        "Bagian Hukum",
    )


def test_hukuman_dari_id_siasn():
    kode = JenisHukuman.objects.get(siasn_id="27").pk
    terapkan(
        siasn(
            [ANI], RW_HUKDIS=[{"NIP": NIP, "JENIS HUKUMAN": "27", "TMT HUKUMAN": "01-02-2024", "SAMPAI": "31-01-2025"}]
        )
    )
    assert riwayat("hukuman", NIP, "jenis_id") == [("2024-02-01", kode)]


def test_golongan_setelah_pensiun_ditolak_di_dalam_satu_berkas():
    rw = {"RW_KEDUDUKAN": [{"NIP": NIP, "KEDUDUKAN HUKUM ID": "99", "TMT": "01-05-2018"}]}
    ubah = {"KEDUDUKAN HUKUM ID": "", "KEDUDUKAN HUKUM NAMA": ""}
    batch = baca(siasn([ANI | ubah], **rw))
    assert [g[1] for g in galat(batch)] == ["TMT GOLONGAN", "NIP"]


def test_berhenti_sebelum_golongan_yang_sudah_tercatat_ditolak():
    terapkan(siasn([ANI]))
    rw = [{"NIP": NIP, "KEDUDUKAN HUKUM ID": k, "TMT": t} for k, t in (("99", "01-05-2018"), ("99", "01-05-2026"))]
    batch = terapkan(siasn(RW_KEDUDUKAN=rw))
    ((nomor, kolom, sebab),) = galat(batch)
    assert (nomor, kolom) == (2, "KEDUDUKAN HUKUM ID")
    assert sebab == "Golongan TMT 01-04-2019 jatuh setelah pegawai berhenti atau pensiun (01-05-2018)"
    assert riwayat("kedudukan", NIP, "kedudukan_id")[-1] == ("2026-05-01", "99")


def test_diaktifkan_kembali_lalu_naik_golongan_diterima():
    rw = [{"NIP": NIP, "KEDUDUKAN HUKUM ID": k, "TMT": t} for k, t in (("66", "01-05-2017"), ("01", "01-05-2018"))]
    assert galat(terapkan(siasn([ANI], RW_KEDUDUKAN=rw))) == []
    assert riwayat("pangkat", NIP, "golongan_id")[-1] == ("2019-04-01", "III/b")


def test_profil_kini_segar_setelah_penerapan():
    terapkan(
        siasn(
            [ANI],
            RW_GAJI=[
                {
                    "NIP": NIP,
                    "JENIS": "KGB",
                    "GOLONGAN": "III/b",
                    "GAJI POKOK": "1",
                    "MK TAHUN": "6",
                    "TMT GAJI": "01-03-2021",
                }
            ],
        )
    )
    k = ProfilKini.objects.get(nip=NIP)
    assert (k.aktif, k.golongan_id, k.opd.nama, k.mkg_bulan) == (True, "III/b", "Sekretariat Daerah", 72)
