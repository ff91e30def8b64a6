"""Ekspor: 67 kolom yang dapat diimpor kembali, tanpa rumus, tanpa data yang disamarkan."""

import io
from datetime import date

import pytest
from python_calamine import load_workbook

from kepegawaian import impor
from kepegawaian.impor.ekspor import SENSITIF, aman, baris_67
from kepegawaian.impor.format import KOLOM_UTAMA
from kepegawaian.models import KamusReferensi, Pegawai, ProfilKini, UnitKerja
from tests.kepegawaian.impor.conftest import (
    ANI,
    NIP,
    baca,
    csv_siasn,
    hasil,
    jumlah_riwayat,
    orang,
    pppk,
    siasn,
    terapkan,
    xlsx,
)

pytestmark = pytest.mark.django_db
RAGAM = [
    ANI | {"SATUAN KERJA KERJA NAMA": "Sekretariat Daerah", "KPKN ID": "K1", "FLAG IKD": "0", "PNS ID": ANI["PNS ID"].lower()},
    orang(2, **{"UNOR NAMA": "Sekretariat - Dinas Kesehatan", "GOL AWAL ID": "32", "GOL AWAL NAMA": ""}),
    orang(3, **{"TMT JABATAN": "", "TMT PNS": "", "TAHUN LULUS": "", "GELAR BELAKANG": "", "NIK": ""}),
    orang(4, **{"KEDUDUKAN HUKUM ID": "99", "KEDUDUKAN HUKUM NAMA": "Pensiun"}),
    orang(5, **{"STATUS CPNS PNS": "C", "TMT PNS": "", "NOMOR SK PNS": "", "TANGGAL SK PNS": ""}),
    orang(6, **{"UNOR NAMA": "UPT Antah Berantah", "JABATAN NAMA": "Analis Segala Urusan", "AGAMA ID": "77", "AGAMA NAMA": "Lain"}),
    orang(7, **{"NOMOR HP": "+62812", "ALAMAT": "=RT 1", "NAMA": "@NI", "KPKN NAMA": "''petik"}),
    orang(8, **{k: "" for k in KOLOM_UTAMA if k not in ("NIP BARU", "NAMA")}),
    orang(9, **{"TAHUN LULUS": "17-08-2009", "GOL AWAL ID": "", "GOL AWAL NAMA": ""}),
    pppk(1),
    pppk(2, **{"STATUS CPNS PNS": "PPPK PARUH WAKTU", "GOL AWAL NAMA": "", "GOL AKHIR NAMA": "", "TMT GOLONGAN": ""}),
]  # fmt: skip


def ekspor(sasaran, **pilihan):
    berkas = io.BytesIO()
    jumlah = impor.tulis_67(sasaran, berkas, **pilihan)
    berkas.seek(0)
    return berkas, jumlah


def isi(berkas, lembar=0):
    berkas.seek(0)
    return load_workbook(berkas).get_sheet_by_index(lembar).to_python()


@pytest.mark.parametrize("sensitif", [True, False])
def test_ekspor_lalu_impor_semuanya_sama(sensitif):
    awal = [b | ({"ALAMAT": "'=RT 1"} if b["ALAMAT"] == "=RT 1" else {}) for b in RAGAM]
    batch = terapkan(siasn(awal))
    assert batch.ringkasan["baru"] == len(RAGAM)
    sebelum, pegawai = jumlah_riwayat(), list(Pegawai.objects.order_by("pk").values())
    berkas, jumlah = ekspor(Pegawai.objects.all(), sensitif=sensitif)
    assert jumlah == len(RAGAM)
    ulang = terapkan(berkas, per=date.today())
    assert set(hasil(ulang).values()) == {"sama"}
    assert jumlah_riwayat() == sebelum
    assert list(Pegawai.objects.order_by("pk").values()) == pegawai


def test_kolom_dan_urutannya_tepat_67():
    terapkan(siasn([ANI]))
    judul, baris = isi(ekspor(Pegawai.objects.all(), sensitif=True)[0])
    assert judul == list(KOLOM_UTAMA)
    ada = dict(zip(judul, baris, strict=True))
    assert (ada["NIP BARU"], ada["JENIS KELAMIN"], ada["TANGGAL LAHIR"]) == (NIP, "F", "17-05-1986")
    assert (ada["GOL AKHIR ID"], ada["STATUS CPNS PNS"], ada["KEDUDUKAN HUKUM ID"]) == ("32", "P", "01")
    assert all(isinstance(s, str) for s in baris)


def test_data_yang_disamarkan_hanya_keluar_bila_diminta():
    terapkan(siasn([ANI]))
    terbuka = dict(zip(*isi(ekspor(Pegawai.objects.all(), sensitif=True)[0]), strict=True))
    samar = dict(zip(*isi(ekspor(Pegawai.objects.all())[0]), strict=True))
    assert {k for k in KOLOM_UTAMA if terbuka[k] != samar[k]} == SENSITIF - {"NPWP NOMOR", "BPJS"}
    assert terbuka["NIK"] == ANI["NIK"]
    assert all(samar[k] == "" for k in SENSITIF)


@pytest.mark.parametrize("teks", ["=1+1", "+62", "-1", "@SUM(A1)", "\tx", "\rx", "'=1"])
def test_teks_yang_berbahaya_diberi_apostrof(teks):
    assert aman(teks) == "'" + teks
    berkas = impor.tulis_daftar("Uji", ["A", teks], [[teks, 1]])
    assert isi(berkas) == [["A", "'" + teks], ["'" + teks, 1.0]]


def test_ekspor_hanya_yang_ada_dalam_queryset():
    terapkan(siasn([orang(i) for i in range(1, 5)]))
    kesehatan = UnitKerja.objects.get(nama="Dinas Kesehatan")
    terapkan(siasn([orang(2, **{"UNOR NAMA": "Dinas Kesehatan"})]))
    saring = ProfilKini.objects.filter(jalur_unit__contains=[kesehatan.pk], nama__contains="PEGAWAI").order_by("nama")
    baris = list(baris_67(saring))
    assert [b[1] for b in baris] == [orang(2)["NIP BARU"]]
    ids = list(Pegawai.objects.values_list("pk", flat=True)[:2])
    assert ekspor(ids)[1] == 2
    assert ekspor(Pegawai.objects.none())[1] == 0


def test_ekspor_per_tanggal_lampau():
    terapkan(siasn([ANI]))
    kolom = KOLOM_UTAMA.index("GOL AKHIR NAMA")
    assert [b[kolom] for b in baris_67(Pegawai.objects.all(), per=date(2018, 1, 1))] == ["III/a"]


def test_daftar_apa_pun_menjadi_xlsx():
    berkas = impor.tulis_daftar(
        "Daftar: pegawai/2026", ["NAMA", "TMT", "JUMLAH"], [["ANI", date(2026, 4, 1), 3], [None, None, 0]]
    )
    buku = load_workbook(berkas)
    assert buku.sheet_names == ["Daftar  pegawai 2026"]
    assert buku.get_sheet_by_index(0).to_python()[1:] == [["ANI", date(2026, 4, 1), 3.0], ["", "", 0.0]]


def test_berkas_galat_berisi_baris_asal_dan_dapat_dikirim_lagi():
    salah = orang(2, **{"TMT PNS": "01-04-16", "JENIS KELAMIN": "M", "HOBI": "catur"})
    skp = [{"NIP": NIP, "TAHUN": "2025", "PREDIKAT": "Lumayan"}, {"NIP": NIP, "TAHUN": "2024", "PREDIKAT": "Baik"}]
    batch = terapkan(siasn([ANI, salah], kolom=(*KOLOM_UTAMA, "HOBI"), RW_SKP=skp))
    berkas = impor.galat_xlsx(batch)
    judul, baris = isi(berkas)
    assert judul == [*KOLOM_UTAMA, "HOBI", "KOLOM SALAH", "SEBAB", "CARA MEMPERBAIKI"]
    assert baris[:68] == [salah.get(k, "") for k in judul[:68]]
    assert baris[68] == "TMT PNS\nJENIS KELAMIN"
    assert "bertahun dua angka" in baris[69]
    assert isi(berkas, 1)[1][:3] == [NIP, "2025", "Lumayan"]
    ulang = terapkan(impor.galat_xlsx(batch))
    assert set(hasil(ulang).values()) == {"galat"}
    assert ulang.ringkasan["kolom_asing"] == {"Data ASN": ["HOBI"]}
    diperbaiki = [isi(berkas), isi(berkas, 1)]
    diperbaiki[0][1][KOLOM_UTAMA.index("TMT PNS")] = "01-04-2016"
    diperbaiki[0][1][KOLOM_UTAMA.index("JENIS KELAMIN")] = "F"
    diperbaiki[1][1][2] = "Baik"
    batch = terapkan(xlsx({"Data ASN": diperbaiki[0], "RW SKP": diperbaiki[1]}))
    assert set(hasil(batch).values()) == {"baru"}
    assert Pegawai.objects.count() == 2


def test_berkas_galat_dari_csv_dan_sel_bertipe():
    batch = baca(csv_siasn([ANI | {"TMT PNS": "x"}]), "a.csv")
    assert isi(impor.galat_xlsx(batch))[1][1] == NIP
    batch = baca(siasn([ANI | {"NIP BARU": 1.98605172015032e17, "TANGGAL LAHIR": date(1986, 5, 17)}]))
    baris = isi(impor.galat_xlsx(batch))[1]
    assert baris[8] == date(1986, 5, 17)
    assert "NIP rusak oleh Excel" in baris[68]


def test_teks_yang_tak_dikenal_tetap_diekspor():
    terapkan(siasn([ANI | {"UNOR NAMA": "UPT Antah Berantah", "UNOR ID": "U1"}]))
    ada = dict(zip(KOLOM_UTAMA, next(baris_67(Pegawai.objects.all())), strict=True))
    assert (ada["UNOR ID"], ada["UNOR NAMA"]) == ("U1", "UPT Antah Berantah")
    assert KamusReferensi.objects.count() == 1
