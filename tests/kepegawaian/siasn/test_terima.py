"""Nilai SIASN menjadi riwayat hanya bila dipilih: baris baru bersumber SIASN, yang lama batal, jawabannya tersimpan."""

from datetime import date

import pytest

from kepegawaian.jejak import kalimat, sebagai
from kepegawaian.models import (
    BatchImpor,
    Jabatan,
    Jejak,
    Pegawai,
    ProfilKini,
    RiwayatDiklat,
    RiwayatPangkat,
    RiwayatUnit,
    UnitKerja,
)
from kepegawaian.siasn import peta, terima
from kepegawaian.siasn.galat import TerimaDitolak
from kepegawaian.uraian import sumber
from tests.kepegawaian.siasn.conftest import bernaskah
from tests.pabrik import tambah

pytestmark = pytest.mark.django_db
KE_B = {"id": "rg-2", "golonganId": "32", "tmtGolongan": "01-04-2019", "skNomor": "823/2", "masaKerjaGolonganTahun": 4}


def ambil(orang, jawaban, nomor=0, lokal=None, medan=(), jenis="golongan"):
    with sebagai(orang.akun["citra"], "10.0.0.1"):
        return terima.terima(
            orang.ani, peta.TABEL[jenis], jawaban_id=jawaban.pk, nomor=nomor, lokal_id=lokal, medan=list(medan),
            oleh=orang.akun["citra"],
        )  # fmt: skip


def berlaku(pegawai):
    return list(
        RiwayatPangkat.objects.filter(pegawai=pegawai, dibatalkan_pada=None)
        .order_by("tmt")
        .values_list("tmt", "golongan_id", "nomor_sk", "mkg_tahun")
    )


def test_baris_siasn_menjadi_riwayat_baru_dengan_jawaban_aslinya(orang, jawab):
    jawaban = jawab(orang.ani, "golongan", [KE_B])
    assert ambil(orang, jawaban) == ["TMT", "Golongan", "MKG tahun", "Nomor SK"]
    assert berlaku(orang.ani) == [(date(2015, 3, 1), "III/a", "", 0), (date(2019, 4, 1), "III/b", "823/2", 4)]
    baris = RiwayatPangkat.objects.get(nomor_sk="823/2")
    assert (baris.batch.jenis, baris.batch.ringkasan["isi"], baris.batch.file.name) == ("ws", KE_B, "")
    assert (baris.dicatat_oleh_id, baris.dicatat_dari) == (orang.akun["citra"].pk, "10.0.0.1")
    assert ProfilKini.objects.get(pegawai=orang.ani).golongan_id == "III/b"
    jejak = Jejak.objects.get(aksi="siasn_terima")
    assert (jejak.pegawai_id, kalimat(jejak)) == (
        orang.ani.pk,
        "Menerima Pangkat dari SIASN: TMT, Golongan, MKG tahun, Nomor SK",
    )
    jawaban.refresh_from_db()
    assert (jawaban.hanya_siasn, jawaban.beda) == (0, 0)


def test_hanya_isian_yang_dipilih_berubah_dan_baris_lama_tetap_tersimpan(orang, jawab):
    lama = tambah(
        orang.ani, "pangkat", golongan_id="III/b", tmt=date(2019, 4, 1), nomor_sk="823/lama", mkg_tahun=9, mkg_bulan=2
    )
    jawaban = jawab(orang.ani, "golongan", [KE_B])
    assert ambil(orang, jawaban, lokal=lama.pk, medan=["mkg_tahun"]) == ["MKG tahun"]
    assert berlaku(orang.ani)[1:] == [(date(2019, 4, 1), "III/b", "823/lama", 4)]
    lama.refresh_from_db()
    assert lama.dibatalkan_pada is not None
    assert lama.dibatalkan_sebab.startswith("Digantikan impor")
    baru = RiwayatPangkat.objects.get(tmt=date(2019, 4, 1), dibatalkan_pada=None)
    assert (baru.mkg_bulan, sumber(baru)) == (2, "SK 823/lama")


def test_baris_yang_bersandar_pada_naskah_tidak_berubah(orang, jawab):
    surat = bernaskah(orang.ani)
    lama = tambah(orang.ani, "pangkat", golongan_id="III/c", tmt=date(2019, 4, 1), naskah_pegawai=surat)
    jawaban = jawab(orang.ani, "golongan", [KE_B])
    with pytest.raises(TerimaDitolak, match="hanya naskah perubahan"):
        ambil(orang, jawaban, lokal=lama.pk, medan=["golongan_id", "nomor_sk"])
    lama.refresh_from_db()
    assert (lama.dibatalkan_pada, BatchImpor.objects.filter(jenis="ws").count()) == (None, 0)


def test_tanpa_pilihan_tidak_ada_yang_tercatat(orang, jawab):
    lama = tambah(orang.ani, "pangkat", golongan_id="III/b", tmt=date(2019, 4, 1), nomor_sk="823/lama")
    jawaban = jawab(orang.ani, "golongan", [KE_B])
    for medan in ([], ["golongan_id"], ["pegawai_id"]):  # golongan is the same, the last is no field at all
        with pytest.raises(TerimaDitolak, match="Pilih sedikitnya"):
            ambil(orang, jawaban, lokal=lama.pk, medan=medan)
    assert berlaku(orang.ani)[1:] == [(date(2019, 4, 1), "III/b", "823/lama", None)]


def test_halaman_basi_ditolak(orang, jawab):
    lama = jawab(orang.ani, "golongan", [KE_B])
    baru = jawab(orang.ani, "golongan", [KE_B | {"golonganId": "33"}])
    with pytest.raises(TerimaDitolak, match="sudah berubah"):
        ambil(orang, lama)
    tambah(orang.ani, "pangkat", golongan_id="III/d", tmt=date(2019, 4, 1))  # meanwhile somebody recorded it
    with pytest.raises(TerimaDitolak, match="sudah berubah"):
        ambil(orang, baru)
    with pytest.raises(TerimaDitolak, match="sudah berubah"):
        ambil(orang, baru, nomor=7)


def test_baris_tidak_terbaca_dan_jenis_tanpa_terima_ditolak(orang, jawab):
    rusak = jawab(orang.ani, "golongan", [KE_B | {"tmtGolongan": "31-02-2019"}])
    with pytest.raises(TerimaDitolak, match="belum dapat dibaca"):
        ambil(orang, rusak)
    anak = jawab(orang.ani, "anak", [{"nama": "BIMA", "tglLahir": "02-03-2012"}])
    with pytest.raises(TerimaDitolak, match="lewat layanan Keluarga"):
        ambil(orang, anak, jenis="anak")


def test_jabatan_membawa_unit_kerjanya(orang, jawab):
    baris = {"id": "rj", "jenisPenugasanId": "D", "jenisJabatan": "2", "namaJabatan": "Guru Ahli Madya", "unorNama": "SDN BABAT 14",
             "tmtJabatan": "01-02-2024", "nomorSk": "821/3", "tanggalSk": "20-01-2024"}  # fmt: skip
    baris |= {
        "namaJabatan": Jabatan.objects.get(kode="JF-GURU-MADYA").nama,
        "unorNama": UnitKerja.objects.get(kode="SDN-BABAT-14").nama,
    }
    jawaban = jawab(orang.ani, "jabatan", [baris])
    assert jawaban.baris[0]["galat"] == []
    ambil(orang, jawaban, jenis="jabatan")
    kini = ProfilKini.objects.select_related("jabatan", "unit").get(pegawai=orang.ani)
    assert (kini.jabatan.kode, kini.tmt_jabatan, kini.unit.kode) == ("JF-GURU-MADYA", date(2024, 2, 1), "SDN-BABAT-14")
    assert RiwayatUnit.objects.filter(pegawai=orang.ani, dibatalkan_pada=None).count() == 1


def test_kursus_baru_satu_kali(orang, jawab):
    jawaban = jawab(orang.ani, "kursus", [{"jenisDiklatId": "8", "namaKursus": "Bimtek", "noSertipikat": "5", "tanggalKursus": "05-03-2022", "jumlahJam": 20}])  # fmt: skip
    ambil(orang, jawaban, jenis="kursus")
    with pytest.raises(TerimaDitolak, match="sudah berubah"):
        ambil(orang, jawaban, jenis="kursus")
    assert RiwayatDiklat.objects.filter(pegawai=orang.ani).count() == 1


def test_data_utama_hanya_kolom_yang_dipilih(orang, jawab):
    jawaban = jawab(orang.ani, "data-utama", [{"id": "PNS-1", "nama": "ANI L", "email": "baru@contoh.id", "noHp": "0812", "nik": "1"}])  # fmt: skip
    assert ambil(orang, jawaban, lokal=orang.ani.pk, medan=["email", "nomor_hp"], jenis="data-utama") == [
        "Surel",
        "Nomor telepon genggam",
    ]
    ani = Pegawai.objects.get(pk=orang.ani.pk)
    assert (ani.email, ani.nomor_hp, ani.nik, ani.pns_id) == ("baru@contoh.id", "0812", "3524014505860001", None)
    with pytest.raises(TerimaDitolak, match="bukan 16 angka"):
        ambil(orang, jawaban, lokal=orang.ani.pk, medan=["nik"], jenis="data-utama")
    with pytest.raises(TerimaDitolak, match="Pilih sedikitnya"):  # a name changes by its own riwayat only
        ambil(orang, jawaban, lokal=orang.ani.pk, medan=["profil:nama"], jenis="data-utama")
