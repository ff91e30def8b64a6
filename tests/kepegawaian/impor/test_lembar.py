"""Kolom dicocokkan menurut nama: ragam 65, 67, 69, 33, dan 62 kolom, sinonim, urutan, huruf."""

import random

import pytest

from kepegawaian import impor
from kepegawaian.impor.format import KOLOM_TAMBAHAN, KOLOM_UTAMA
from kepegawaian.impor.lembar import judul_baku
from kepegawaian.models import Pegawai, ProfilKini
from tests.kepegawaian.impor.conftest import ANI, NIP, baca, galat, riwayat, siasn, terapkan, xlsx

pytestmark = pytest.mark.django_db

# excel-ekspor.md: 33 columns without ids, and the 62 of the helper tool; what ANI holds in each.
NAMA_SAJA = {
    "NAMA": "NAMA", "NIP": "NIP BARU", "GELAR DEPAN": "GELAR DEPAN", "GELAR BELAKANG": "GELAR BELAKANG",
    "TEMPAT LAHIR": "TEMPAT LAHIR NAMA", "TANGGAL LAHIR": "TANGGAL LAHIR", "JENIS KELAMIN": "JENIS KELAMIN",
    "AGAMA": "AGAMA NAMA", "JENIS KAWIN": "JENIS KAWIN NAMA", "NIK": "NIK", "NOMOR HP": "NOMOR HP", "EMAIL": "EMAIL",
    "ALAMAT": "ALAMAT", "NPWP": "NPWP NOMOR", "BPJS": "BPJS", "JENIS PEGAWAI": "JENIS PEGAWAI NAMA",
    "KEDUDUKAN HUKUM": "KEDUDUKAN HUKUM NAMA", "STATUS CPNS PNS": "STATUS CPNS PNS",
    "KARTU ASN VIRTUAL": "KARTU ASN VIRTUAL", "TMT CPNS": "TMT CPNS", "TMT PNS": "TMT PNS", "GOL AWAL": "GOL AWAL NAMA",
    "GOL AKHIR": "GOL AKHIR NAMA", "TMT GOLONGAN": "TMT GOLONGAN", "MK TAHUN": "MK TAHUN", "MK BULAN": "MK BULAN",
    "JENIS JABATAN": "JENIS JABATAN NAMA", "NAMA JABATAN": "JABATAN NAMA", "TMT JABATAN": "TMT JABATAN",
    "TINGKAT PENDIDIKAN": "TINGKAT PENDIDIKAN NAMA", "NAMA PENDIDIKAN": "PENDIDIKAN NAMA", "NAMA UNOR": "UNOR NAMA",
    "UNOR INDUK": "SATUAN KERJA KERJA NAMA",
}  # fmt: skip
PEMBANTU = {
    "ID": "PNS ID", "NIP LAMA": "NIP LAMA", "NIP BARU": "NIP BARU", "NAMA": "NAMA", "NAMA LENGKAP": None,
    "GELAR DEPAN": "GELAR DEPAN", "GELAR BELAKANG": "GELAR BELAKANG", "AGAMA ID": "AGAMA ID", "AGAMA NAMA": "AGAMA NAMA",
    "TEMPAT LAHIR ID": "TEMPAT LAHIR ID", "TEMPAT LAHIR NAMA": "TEMPAT LAHIR NAMA", "TANGGAL LAHIR": "TANGGAL LAHIR",
    "JENIS KELAMIN": "JENIS KELAMIN", "JENIS KAWIN ID": "JENIS KAWIN ID", "JENIS KAWIN NAMA": "JENIS KAWIN NAMA",
    "NIK": "NIK", "NOMOR HP": "NOMOR HP", "NOMOR TELPON": None, "EMAIL": "EMAIL", "EMAIL GOV": "EMAIL GOV",
    "ALAMAT": "ALAMAT", "NPWP NOMOR": "NPWP NOMOR", "NOMOR BPJS": "BPJS", "JENIS PEGAWAI ID": "JENIS PEGAWAI ID",
    "JENIS PEGAWAI NAMA": "JENIS PEGAWAI NAMA", "KEDUDUKAN HUKUM ID": "KEDUDUKAN HUKUM ID",
    "KEDUDUKAN HUKUM NAMA": "KEDUDUKAN HUKUM NAMA", "STATUS CPNS PNS": "STATUS CPNS PNS",
    "KARTU PEGAWAI": "KARTU ASN VIRTUAL", "NOMOR SK CPNS": "NOMOR SK CPNS", "TGL SK CPNS": "TANGGAL SK CPNS",
    "TMT CPNS": "TMT CPNS", "NOMOR SK PNS": "NOMOR SK PNS", "TGL SK PNS": "TANGGAL SK PNS", "TMT PNS": "TMT PNS",
    "GOLONGAN AWAL ID": "GOL AWAL ID", "GOLONGAN AWAL NAMA": "GOL AWAL NAMA", "GOLONGAN ID": "GOL AKHIR ID",
    "GOLONGAN NAMA": "GOL AKHIR NAMA", "TMT GOLONGAN": "TMT GOLONGAN", "MK TAHUN": "MK TAHUN", "MK BULAN": "MK BULAN",
    "JENIS JABATAN ID": "JENIS JABATAN ID", "JENIS JABATAN NAMA": "JENIS JABATAN NAMA", "ESELON ID": None,
    "ESELON NAMA": None, "JFT ID": None, "JFT NAMA": None, "JFU ID": "JABATAN ID", "JFU NAMA": "JABATAN NAMA",
    "TMT JABATAN": "TMT JABATAN", "TK PENDIDIKAN ID": "TINGKAT PENDIDIKAN ID",
    "TK PENDIDIKAN NAMA": "TINGKAT PENDIDIKAN NAMA", "PENDIDIKAN ID": "PENDIDIKAN ID",
    "PENDIDIKAN NAMA": "PENDIDIKAN NAMA", "TANGGAL LULUS": "TAHUN LULUS", "KPKN ID": "KPKN ID", "KPKN NAMA": "KPKN NAMA",
    "LOKASI KERJA ID": "LOKASI KERJA ID", "LOKASI KERJA NAMA": "LOKASI KERJA NAMA", "UNIT ORGANISASI ID": "UNOR ID",
    "UNIT ORGANISASI NAMA": "UNOR NAMA",
}  # fmt: skip
LENGKAP = ANI | {
    "JENIS KAWIN NAMA": "Menikah",
    "JENIS PEGAWAI NAMA": "PNS Daerah Kab./Kota yang bekerja pada Kab./Kota",
    "JENIS JABATAN NAMA": "Jabatan Fungsional Umum",
    "TINGKAT PENDIDIKAN NAMA": "S-1/Sarjana",
    "SATUAN KERJA KERJA NAMA": "Sekretariat Daerah",
}


def fakta():
    """What every variant must have told about ANI."""
    p, k = Pegawai.objects.get(nip=NIP), ProfilKini.objects.get(nip=NIP)
    return {
        "nama": k.nama_lengkap,
        "agama": p.agama_id,
        "kawin": p.jenis_kawin_id,
        "status": k.status,
        "kedudukan": k.kedudukan_id,
        "golongan": (k.golongan_id, str(k.tmt_pangkat)),
        "jabatan": (k.jabatan.nama, str(k.tmt_jabatan)),
        "unit": k.unit.nama,
        "pendidikan": k.pendidikan_id,
        "status_baris": riwayat("status", NIP, "status"),
    }


HARAPAN = {
    "nama": "ANI LESTARI, S.E.",
    "agama": "1",
    "kawin": "1",
    "status": "PNS",
    "kedudukan": "01",
    "golongan": ("III/b", "2019-04-01"),
    "jabatan": ("Analis Kepegawaian", "2020-01-02"),
    "unit": "Bagian Hukum",
    "pendidikan": "40",
    "status_baris": [("2015-03-01", "CPNS"), ("2016-04-01", "PNS")],
}


def ragam(kolom):
    """A file with these headers: header -> column of LENGKAP (None: some other text)."""
    return xlsx({"Sheet1": [list(kolom), [LENGKAP.get(asal, "") if asal else "" for asal in kolom.values()]]})


def urutan_acak():
    kolom = list(KOLOM_UTAMA)
    random.Random(7).shuffle(kolom)
    return kolom


KOLOM = {
    "65": KOLOM_UTAMA[:65],
    "67": KOLOM_UTAMA,
    "69": (*KOLOM_UTAMA, *KOLOM_TAMBAHAN),
    "acak": urutan_acak(),
    "kecil": [k.lower() for k in KOLOM_UTAMA],
    "garis_bawah": [k.replace(" ", "_") for k in KOLOM_UTAMA],
    "berspasi": [f" {k.replace(' ', '  ')} " for k in KOLOM_UTAMA],
    "tgl": [k.replace("TANGGAL", "TGL") for k in KOLOM_UTAMA],
}


@pytest.mark.parametrize("sebutan", KOLOM)
def test_ragam_kolom_ekspor_dibaca_sama(sebutan):
    kolom = KOLOM[sebutan]
    asal = {k: next(u for u in (*KOLOM_UTAMA, *KOLOM_TAMBAHAN) if judul_baku(u) == judul_baku(k)) for k in kolom}
    batch = terapkan(ragam(asal))
    assert galat(batch) == []
    assert batch.ringkasan["kolom_asing"] == {}
    assert fakta() == HARAPAN


def test_33_kolom_nama_saja_dibaca_sama():
    batch = terapkan(ragam(NAMA_SAJA))
    assert galat(batch) == []
    assert batch.ringkasan["referensi"] == 0
    assert fakta() == HARAPAN


def test_62_kolom_alat_bantu_dibaca_sama():
    batch = terapkan(ragam(PEMBANTU))
    assert galat(batch) == []
    assert batch.ringkasan["kolom_asing"] == {"Sheet1": ["NOMOR TELPON", "NAMA LENGKAP"]}
    assert fakta() == HARAPAN


def test_jabatan_struktural_tanpa_nama_ialah_kepala_unitnya():
    kolom = {k: v for k, v in PEMBANTU.items() if k not in ("JFU ID", "JFU NAMA")} | {"ESELON NAMA": "ESELON NAMA"}
    baris = LENGKAP | {"JENIS JABATAN ID": "1", "ESELON NAMA": "III.a", "GOL AKHIR ID": "41", "GOL AKHIR NAMA": "IV/a"}
    berkas = xlsx({"Sheet1": [list(kolom), [baris.get(a, "") if a else "" for a in kolom.values()]]})
    assert galat(terapkan(berkas)) == []
    assert ProfilKini.objects.get(nip=NIP).jabatan.nama == "Kepala Bagian Hukum Sekretariat Daerah"


def test_dua_kolom_semakna_yang_terisi_dipakai():
    kolom = dict(PEMBANTU)
    baris = [LENGKAP.get(a, "") if a else "" for a in kolom.values()]
    baris[list(kolom).index("JFT NAMA")] = "-"
    terapkan(xlsx({"Sheet1": [list(kolom), baris]}))
    assert fakta()["jabatan"] == HARAPAN["jabatan"]


def test_unit_bernama_sama_dibedakan_oleh_jalurnya():
    assert galat(baca(siasn([ANI | {"UNOR NAMA": "Sekretariat"}]))) == []
    batch = terapkan(siasn([ANI | {"UNOR NAMA": "Sekretariat - Dinas Pendidikan - Pemerintah Kab. Lamongan"}]))
    assert batch.ringkasan["referensi"] == 0
    assert ProfilKini.objects.get(nip=NIP).opd.nama == "Dinas Pendidikan"


@pytest.mark.parametrize("nama", ["Dinas Pendidikan - Sekretariat", "SEKRETARIAT  -  dinas pendidikan"])
def test_jalur_unit_boleh_dari_atas_atau_bawah_dan_tanpa_beda_huruf(nama):
    terapkan(siasn([ANI | {"UNOR NAMA": nama}]))
    assert ProfilKini.objects.get(nip=NIP).opd.nama == "Dinas Pendidikan"


def test_unit_bernama_sama_dibedakan_oleh_unor_induk():
    kolom = NAMA_SAJA
    baris = [
        (LENGKAP | {"UNOR NAMA": "Sekretariat", "SATUAN KERJA KERJA NAMA": "Dinas Kesehatan"}).get(a, "")
        for a in kolom.values()
    ]
    terapkan(xlsx({"Sheet1": [list(kolom), baris]}))
    assert ProfilKini.objects.get(nip=NIP).opd.nama == "Dinas Kesehatan"


def test_nama_lembar_riwayat_tanpa_beda_huruf():
    berkas = xlsx({"rw_skp": [["nip", "tahun", "predikat"], [NIP, "2025", "baik"]]})
    terapkan(siasn([ANI]))
    batch = terapkan(berkas)
    assert galat(batch) == []
    assert riwayat("kinerja", NIP, "tahun", "predikat") == [("2025-12-31", 2025, "Baik")]


def test_berkas_tidak_dikenal_namanya_tetap_dibaca_menurut_isinya():
    assert (
        impor.baca(impor.unggah(siasn([ANI], lembar="Worksheet"), "ekspor (3).xlsx", "2026-06-01", None).pk).ringkasan[
            "baru"
        ]
        == 1
    )


def test_kolom_kosong_di_kiri_tidak_menggeser_kolom():
    berkas = xlsx({"Data ASN": [["", "", *KOLOM_UTAMA], ["", "", *(LENGKAP.get(k, "") for k in KOLOM_UTAMA)]]})
    assert galat(terapkan(berkas)) == []
    assert fakta() == HARAPAN
