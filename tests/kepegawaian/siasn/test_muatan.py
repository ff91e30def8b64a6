"""Baris kita dalam bentuk yang diminta SIASN: nama isian huruf demi huruf, salah eja pun, dan apa yang ditolak."""

from datetime import date

import pytest

from kepegawaian.models import Jabatan, Pegawai, UnitKerja
from kepegawaian.siasn import muatan, peta
from kepegawaian.siasn.galat import TerimaDitolak
from tests.pabrik import tambah

pytestmark = pytest.mark.django_db


@pytest.fixture
def ani(orang, tiruan):
    """ani with her id at SIASN."""
    Pegawai.objects.filter(pk=orang.ani.pk).update(pns_id="PNS-ANI", alamat="Jl. Contoh 1", npwp="")
    return Pegawai.objects.get(pk=orang.ani.pk)


# kind: (riwayat, columns of our row, what SIASN gets)
MUATAN = {
    "diklat": (
        "diklat",
        {"jenis_id": "1", "latihan_struktural_id": "2", "nama": "PKP", "tmt": date(2021, 5, 1), "tanggal_mulai": date(2021, 2, 1),
         "nomor_sertifikat": "1/PKP", "jp": 900, "penyelenggara": "LAN"},
        {"pnsOrangId": "PNS-ANI", "latihanStrukturalId": "2", "nomor": "1/PKP", "tanggal": "01-02-2021", "tanggalSelesai": "01-05-2021",
         "tahun": "2021", "jumlahJam": "900", "institusiPenyelenggara": "LAN"},
    ),
    "skp": (
        "kinerja",
        {"tmt": date(2024, 1, 20), "tahun": 2023, "predikat": "Baik", "hasil_kerja": "Sesuai ekspektasi", "perilaku": "Di atas ekspektasi",
         "penilai_nama": "BUDI"},
        {"pnsDinilaiOrang": "PNS-ANI", "tahun": "2023", "hasilKinerjaNilai": "2", "perilakuKerjaNilai": "1", "kuadranKinerjaNilai": "2",
         "penilaiNama": "BUDI"},
    ),
    "angka-kredit": (
        "angka_kredit",
        {"tmt": date(2023, 1, 1), "sampai": date(2023, 12, 31), "jenis": "konversi", "jenjang": "ahli_muda", "jumlah": "25.00",
         "nomor_sk": "PAK/1", "tanggal_sk": date(2024, 1, 10)},
        {"pnsId": "PNS-ANI", "nomorSk": "PAK/1", "tanggalSk": "10-01-2024", "bulanMulaiPenailan": "1", "tahunMulaiPenailan": "2023",
         "bulanSelesaiPenailan": "12", "tahunSelesaiPenailan": "2023", "kreditBaruTotal": "25.00", "isAngkaKreditPertama": "0",
         "isIntegrasi": "0", "isKonversi": "1"},
    ),
    "hukdis": (
        "hukuman",
        {"jenis_id": "R2", "tmt": date(2022, 6, 1), "sampai": date(2022, 12, 1), "nomor_sk": "862/1", "tanggal_sk": date(2022, 5, 20)},
        {"pnsOrangId": "PNS-ANI", "jenisHukumanId": "2", "jenisTingkatHukumanId": "R", "hukumanTanggal": "01-06-2022",
         "akhirHukumanTanggal": "01-12-2022", "skNomor": "862/1", "skTanggal": "20-05-2022"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("kode", MUATAN)
def test_muatan_menurut_nama_isian_siasn(ani, kode):
    riwayat, kolom, harapan = MUATAN[kode]
    baris = tambah(ani, riwayat, **kolom)
    assert muatan.susun(ani, peta.TABEL[kode], baris.pk)[0] == harapan


def test_jabatan_menuntut_padanan_unor_dan_kode_jabatan(ani, settings, tiruan):
    unit, guru = UnitKerja.objects.get(kode="SDN-BABAT-14"), Jabatan.objects.get(kode="JF-GURU-MADYA")
    baris = tambah(
        ani, "jabatan", jabatan=guru, unit=unit, tmt=date(2024, 2, 1), nomor_sk="821/3", tanggal_sk=date(2024, 1, 20)
    )
    jenis = peta.TABEL["jabatan"]
    Jabatan.objects.filter(pk=guru.pk).update(siasn_id="")
    UnitKerja.objects.filter(pk=unit.pk).update(siasn_id="")
    with pytest.raises(TerimaDitolak, match="belum berpadanan dengan kode jabatan SIASN"):
        muatan.susun(ani, jenis, baris.pk)
    Jabatan.objects.filter(pk=guru.pk).update(siasn_id="JF-1")
    with pytest.raises(TerimaDitolak, match="belum berpadanan dengan unor SIASN"):
        muatan.susun(ani, jenis, baris.pk)
    UnitKerja.objects.filter(pk=unit.pk).update(siasn_id="UNOR-1")
    assert muatan.susun(ani, jenis, baris.pk)[0] == {
        "pnsId": "PNS-ANI", "instansiId": "INSTANSI-1", "instansiIndukId": "INSTANSI-1", "satuanKerjaId": "SATKER-1",
        "unorId": "UNOR-1", "jenisJabatan": "2", "eselonId": "", "jabatanFungsionalId": "JF-1", "jabatanFungsionalUmumId": "",
        "jenisPenugasanId": "D", "jenisMutasiId": "MJ", "nomorSk": "821/3", "tanggalSk": "20-01-2024",
        "tmtJabatan": "01-02-2024", "tmtPelantikan": "01-02-2024", "tmtMutasi": "01-02-2024",
    }  # fmt: skip
    settings.SIASN = tiruan.atur(instansi_id="")
    with pytest.raises(TerimaDitolak, match="SIASN_INSTANSI_ID"):
        muatan.susun(ani, jenis, baris.pk)


def test_data_utama_tidak_pernah_mengosongkan_isian_siasn(ani):
    isi, _ = muatan.susun(ani, peta.TABEL["data-utama"], ani.pk)
    assert isi == {"pns_orang_id": "PNS-ANI", "alamat": "Jl. Contoh 1", "email": "ani@contoh.id"}


def test_tanpa_pns_id_tidak_ada_yang_dikirim(orang, tiruan):
    with pytest.raises(TerimaDitolak, match="PNS ID pegawai ini belum tercatat"):
        muatan.susun(orang.ani, peta.TABEL["data-utama"], orang.ani.pk)


def test_hukuman_b3c_dikirim_sebagai_b3(ani):
    baris = tambah(ani, "hukuman", jenis_id="B3C", tmt=date(2024, 6, 1), nomor_sk="880/1", tanggal_sk=date(2024, 5, 2))
    isi, _ = muatan.susun(ani, peta.TABEL["hukdis"], baris.pk)
    assert (isi["jenisHukumanId"], isi["jenisTingkatHukumanId"], isi["akhirHukumanTanggal"]) == ("10", "B", "")


def test_setiap_jenis_yang_dikirim_punya_jalan_tulis():
    assert {j.kode for j in peta.JENIS if j.tulis} == set(muatan.SUSUN)
