"""Jawaban SIASN dibaca dan disandingkan: ejaan yang berubah, isian asing, jawaban kosong, tiap jenis data."""

from datetime import date

import pytest
from django.db import IntegrityError, InternalError, transaction

from kepegawaian.impor.rujukan import Rujukan
from kepegawaian.models import JawabanSiasn, KamusReferensi, RiwayatPangkat
from kepegawaian.siasn import baca, banding, peta
from tests.pabrik import tambah

pytestmark = pytest.mark.django_db
GOL = {"id": "rg-1", "golonganId": "31", "tmtGolongan": "01-03-2015", "skNomor": "823/1/2015"}


def pasangan(pegawai, jenis, jawaban):
    """[(keadaan, {sebutan: (siasn, portal, keadaan)})]."""
    return [
        (p.keadaan, {b.sebutan: (b.siasn, b.portal, b.keadaan) for b in p.butir})
        for p in banding.bandingkan(pegawai, peta.TABEL[jenis], jawaban.baris)
    ]


# ── compare ──────────────────────────────────────────────────────────────────────────────────────────


def test_sama_beda_hanya_di_sana_hanya_di_sini(orang, jawab):
    tambah(
        orang.ani,
        "pangkat",
        golongan_id="III/b",
        tmt=date(2019, 4, 1),
        nomor_sk="823/2/2019",
        mkg_tahun=4,
        mkg_bulan=1,
    )
    tambah(orang.ani, "pangkat", golongan_id="III/c", tmt=date(2023, 4, 1))
    satu = jawab(
        orang.ani, "golongan",
        [GOL, {"id": "rg-2", "golonganId": 32, "tmtGolongan": "01-04-2019", "skNomor": "823/9/2019", "masaKerjaGolonganTahun": "4"},
         {"id": "rg-4", "golonganId": "34", "tmtGolongan": "01-10-2026"}],
    )  # fmt: skip
    hasil = pasangan(orang.ani, "golongan", satu)
    assert [k for k, _ in hasil] == ["beda", "beda", "hanya_siasn", "hanya_portal"]
    # ours has no number for the first one: SIASN could fill it
    assert hasil[0][1]["Nomor SK"] == ("823/1/2015", "", "isi")
    assert hasil[1][1]["Nomor SK"] == ("823/9/2019", "823/2/2019", "beda")
    assert hasil[1][1]["Golongan"] == ("III/b", "III/b", "sama")
    assert hasil[1][1]["MKG tahun"] == ("4", "4", "sama")
    assert hasil[1][1]["MKG bulan"] == ("", "1", "diam")
    assert hasil[2][1]["TMT"] == ("1 Oktober 2026", "", "isi")
    assert (satu.beda, satu.hanya_siasn, satu.hanya_portal) == (2, 1, 1)


@pytest.mark.parametrize(
    "ejaan",
    [
        {"tmtGolongan": "01-03-2015", "golonganId": "31", "skNomor": "823/1"},
        {"tmt_golongan": "01-03-2015", "golongan_id": 31, "sk_nomor": "823/1"},
        {"TMTGOLONGAN": "2015-03-01", "GolonganID": "31", "nomorSk": "823/1"},
    ],
)
def test_ejaan_nama_isian_yang_berubah_terbaca_sama(orang, ejaan):
    (satu,) = baca.baris_jenis(peta.TABEL["golongan"], orang.ani.nip, [{"id": "a", **ejaan}], Rujukan())
    assert satu["nilai"] == {"tmt": "2015-03-01", "golongan_id": "III/a", "nomor_sk": "823/1"}
    assert (satu["galat"], satu["asing"]) == ([], {})


def test_isian_asing_disimpan_dan_disebut_yang_hilang_tidak_berarti_kosong(orang, jawab):
    RiwayatPangkat.objects.filter(pegawai=orang.ani).values()
    satu = jawab(orang.ani, "golongan", [{"tmtGolongan": "01-03-2015", "golonganId": "31", "isianBaru": "x"}])
    (p,) = banding.bandingkan(orang.ani, peta.TABEL["golongan"], satu.baris)
    assert (p.keadaan, p.asing) == ("sama", {"isianBaru": "x"})
    assert satu.isi[0]["isianBaru"] == "x"
    assert {b.sebutan: b.keadaan for b in p.butir if b.keadaan == "diam"} == {"MKG tahun": "diam", "MKG bulan": "diam"}


def test_baris_yang_tidak_terbaca_disebut_sebabnya(orang, jawab):
    satu = jawab(orang.ani, "golongan", [{"tmtGolongan": "31-02-2015", "golonganId": "31"}, {"tmtGolongan": "01-04-2019", "golonganId": "99"}])  # fmt: skip
    hasil = banding.bandingkan(orang.ani, peta.TABEL["golongan"], satu.baris)
    assert [p.keadaan for p in hasil] == ["galat", "galat", "hanya_portal"]
    assert "tidak ada di kalender" in hasil[0].galat[0]
    assert "bukan golongan" in hasil[1].galat[0] or "belum dikenal" in hasil[1].galat[0]


def test_jawaban_atas_nip_lain_tidak_pernah_dibaca_sebagai_miliknya(orang, jawab):
    satu = jawab(orang.ani, "golongan", [GOL | {"nipBaru": orang.eko.nip}])
    hasil = banding.bandingkan(orang.ani, peta.TABEL["golongan"], satu.baris)
    assert (hasil[0].keadaan, hasil[0].galat) == ("galat", ["SIASN menjawab baris ini atas NIP lain"])
    satu = jawab(orang.ani, "data-utama", [{"id": "X", "nipBaru": orang.eko.nip, "email": "eko@lain.id"}])
    (p,) = banding.bandingkan(orang.ani, peta.TABEL["data-utama"], satu.baris)
    assert (p.keadaan, p.boleh_terima) == ("galat", False)


def test_nomor_sama_tanggal_beda_berpasangan_tetapi_tidak_dapat_diambil(orang, jawab):
    tambah(orang.ani, "pangkat", golongan_id="III/b", tmt=date(2019, 4, 1), nomor_sk="823/2/2019")
    satu = jawab(orang.ani, "golongan", [{"golonganId": "32", "tmtGolongan": "01-10-2019", "skNomor": "823/2/2019"}])
    p = next(p for p in banding.bandingkan(orang.ani, peta.TABEL["golongan"], satu.baris) if p.nomor == 0)
    assert (p.keadaan, p.boleh_terima) == ("beda", False)
    assert "naskah perubahan" in p.sebab


# ── what is kept ─────────────────────────────────────────────────────────────────────────────────────


def test_jawaban_kosong_tidak_mengubah_apa_pun(orang, jawab, tiruan):
    sebelum = list(RiwayatPangkat.objects.order_by("pk").values())
    jawab(orang.ani, "golongan", [GOL])
    satu = jawab(orang.ani, "golongan", [])
    assert (satu.keadaan, satu.hanya_portal, satu.beda) == ("kosong", 1, 0)
    assert list(RiwayatPangkat.objects.order_by("pk").values()) == sebelum
    assert [j.keadaan for j in JawabanSiasn.objects.order_by("pk")] == ["isi", "kosong"]


def test_jawaban_yang_sama_hanya_diperbarui_waktunya(orang, jawab):
    satu = jawab(orang.ani, "golongan", [GOL])
    dua = jawab(orang.ani, "golongan", [dict(reversed(GOL.items()))])
    assert (dua.pk, dua.diambil_pada) == (satu.pk, satu.diambil_pada)
    assert dua.dilihat_pada > satu.dilihat_pada
    tiga = jawab(orang.ani, "golongan", [GOL | {"skNomor": "823/5"}])
    satu.refresh_from_db()
    assert (tiga.pk != satu.pk, satu.terbaru, satu.isi[0]["skNomor"]) == (True, False, "823/1/2015")


def test_jawaban_mentah_beku_di_basis_data(orang, jawab):
    satu = jawab(orang.ani, "golongan", [GOL])
    for ubah in (lambda: JawabanSiasn.objects.update(isi=[]), lambda: satu.delete()):
        with pytest.raises((InternalError, IntegrityError)), transaction.atomic():
            ubah()


def test_teks_yang_belum_dikenal_antre_pada_kamus(orang, jawab):
    jawab(orang.ani, "jabatan", [{"id": "j", "jenisJabatan": "4", "namaJabatan": "Pengolah Data Antariksa", "tmtJabatan": "01-01-2020", "unorNama": "Dinas Antariksa"}])  # fmt: skip
    assert set(KamusReferensi.objects.values_list("jenis", "teks")) == {
        ("jabatan", "Pengolah Data Antariksa"),
        ("unit", "Dinas Antariksa"),
    }


# ── every kind, by hand from the names of the fields ─────────────────────────────────────────────────

CONTOH = {
    "pendidikan": (
        {"tkPendidikanId": "40", "pendidikanNama": "S-1 HUKUM", "namaSekolah": "UNAIR", "tahunLulus": "15-08-2010", "nomorIjasah": "9"},
        {"tmt": "2010-08-15", "tingkat_id": "40", "nama": "S-1 HUKUM", "sekolah": "UNAIR", "tahun_lulus": 2010, "nomor_ijazah": "9"},
    ),
    "diklat": (
        {"latihanStrukturalId": 2, "latihanStrukturalNama": "PKP", "nomor": "1/PKP", "tanggal": "01-02-2021", "tanggalSelesai": "01-05-2021",
         "jumlahJam": "900", "institusiPenyelenggara": "LAN"},
        {"tmt": "2021-05-01", "jenis_id": "1", "latihan_struktural_id": "2", "nama": "PKP", "nomor_sertifikat": "1/PKP",
         "tanggal_mulai": "2021-02-01", "jp": 900, "penyelenggara": "LAN"},
    ),
    "kursus": (
        {"jenisDiklatId": "8", "namaKursus": "Bimtek Arsip", "noSertipikat": "5", "jumlahJam": 20, "tanggalKursus": "03-03-2022",
         "tanggalSelesaiKursus": "05-03-2022", "institusiPenyelenggara": "ANRI"},
        {"tmt": "2022-03-05", "jenis_id": "8", "nama": "Bimtek Arsip", "nomor_sertifikat": "5", "jp": 20, "tanggal_mulai": "2022-03-03",
         "penyelenggara": "ANRI"},
    ),
    "skp": (
        {"tahun": "2023", "KuadranKinerjaNilai": 2, "hasilKinerjaNilai": "2", "PerilakuKerjaNilai": 1, "namaPenilai": "BUDI"},
        {"tmt": "2023-12-31", "tahun": 2023, "predikat": "Baik", "hasil_kerja": "Sesuai ekspektasi", "perilaku": "Di atas ekspektasi",
         "penilai_nama": "BUDI"},
    ),
    "angka-kredit": (
        {"nomorSk": "PAK/1", "tanggalSk": "10-01-2024", "bulanMulaiPenailan": "1", "tahunMulaiPenailan": "2023", "bulanSelesaiPenilaian": "12",
         "tahunSelesaiPenailan": "2023", "kreditBaruTotal": "37.5", "namaJabatan": "Guru Ahli Madya", "isKonversi": "1"},
        {"tmt": "2023-01-01", "sampai": "2023-12-31", "jenis": "konversi", "jenjang": "ahli_madya", "jumlah": "37.50", "nomor_sk": "PAK/1",
         "tanggal_sk": "2024-01-10"},
    ),
    "hukdis": (
        {"jenisHukuman": "2", "hukumanTanggal": "01-06-2022", "akhirHukumTanggal": "01-12-2022", "skNomor": "862/1", "skTanggal": "20-05-2022"},
        {"tmt": "2022-06-01", "jenis_id": "R2", "sampai": "2022-12-01", "nomor_sk": "862/1", "tanggal_sk": "2022-05-20"},
    ),
    "penghargaan": (
        {"hargaId": "101", "hargaNama": "Bintang", "skNomor": "K/1", "skDate": "17-08-2020", "tahun": "2020"},
        {"tmt": "2020-08-17", "jenis_id": "101", "nama": "Bintang", "nomor_sk": "K/1", "tanggal_sk": "2020-08-17"},
    ),
    "masa-kerja": (
        {"pengalaman": "PT Contoh", "tasaKerjaTahun": 2, "masaKerjaBulan": "3", "nomorSk": "PMK/1", "tanggalSk": "01-02-2018"},
        {"tmt": "2018-02-01", "pengalaman": "PT Contoh", "bulan": 27, "nomor_sk": "PMK/1", "tanggal_sk": "2018-02-01"},
    ),
    "cltn": (
        {"cltnId": "1", "tanggalAwal": "01-01-2019", "tanggalAkhir": "31-12-2020", "skNomor": "CLTN/1", "skTanggal": "01-12-2018"},
        {"tmt": "2019-01-01", "jenis": "CLTN", "sampai": "2020-12-31", "nomor_sk": "CLTN/1", "tanggal_sk": "2018-12-01"},
    ),
    "anak": ({"nama": "BIMA", "tglLahir": "02-03-2012", "jenisKelamin": "M"}, {"hubungan": "anak", "nama": "BIMA", "tanggal_lahir": "2012-03-02", "jenis_kelamin": "L"}),
    "pasangan": ({"nama": "EKA", "tglLahir": "02-03-1988"}, {"hubungan": "pasangan", "nama": "EKA", "tanggal_lahir": "1988-03-02"}),
}  # fmt: skip


@pytest.mark.parametrize("kode", CONTOH)
def test_tiap_jenis_dibaca_menurut_petanya(orang, kode):
    mentah, harapan = CONTOH[kode]
    (satu,) = baca.baris_jenis(peta.TABEL[kode], orang.ani.nip, [{"id": "x", **mentah}], Rujukan())
    assert (satu["galat"], satu["asing"]) == ([], {})
    assert satu["nilai"] == harapan


def test_setiap_jenis_punya_contoh_atau_uji_sendiri():
    assert {j.kode for j in peta.JENIS} - set(CONTOH) == {"golongan", "jabatan", "data-utama"}


def test_data_utama_disandingkan_dengan_kolom_dan_profil(orang, jawab):
    satu = jawab(orang.ani, "data-utama", [{"id": "PNS-1", "nipBaru": orang.ani.nip, "nama": "Ani Lestari", "email": "baru@contoh.id", "agamaId": 1, "golRuangAkhirId": "32", "tahunBaru": "1"}])  # fmt: skip
    ((keadaan, butir),) = pasangan(orang.ani, "data-utama", satu)
    assert keadaan == "beda"
    assert butir["Surel"] == ("baru@contoh.id", "ani@contoh.id", "beda")
    assert butir["PNS ID"] == ("PNS-1", "", "isi")
    assert butir["Agama"][::2] == ("Islam", "isi")
    assert butir["Nama"][2] == "sama"  # case aside
    assert butir["Golongan"] == ("III/b", "III/a", "beda")
    assert butir["NIK"][2] == "diam"
    assert satu.baris[0]["asing"] == {"tahunBaru": "1"}
