"""Sebelas aturan sel: apa yang dibaca, apa yang berarti kosong, dan apa yang ditolak."""

from datetime import date, datetime

import pytest

from kepegawaian.impor import sel
from kepegawaian.impor.sel import SelSalah


@pytest.mark.parametrize(
    ("mentah", "bersih"),
    [
        ("  ANI  ", "ANI"),
        ("\u00a0ANI\u200b ", "ANI"),
        ("'198605172015032001", "198605172015032001"),
        ("'=JUMLAH", "=JUMLAH"),
        ("'+62812", "+62812"),
        ('="0812"', "0812"),
        ("null", None),
        ("NULL", None),
        ("-", None),
        (" - ", None),
        ("", None),
        ("   ", None),
        ("'", None),
        (None, None),
        (12.0, "12"),
        (12.5, "12.5"),
        (7, "7"),
        (True, "1"),
        (date(2020, 4, 1), "01-04-2020"),
    ],
)
def test_teks(mentah, bersih):
    assert sel.teks(mentah) == bersih


@pytest.mark.parametrize("mentah", ["=1+1", "=HYPERLINK(1)", 1.98e17, 198605172015032001])
def test_teks_menolak_rumus_dan_angka_yang_rusak(mentah):
    with pytest.raises(SelSalah):
        sel.teks(mentah)


@pytest.mark.parametrize(
    "mentah", [1.98605172015032e17, 198605172015032000, "1.98605E+17", "1,98605E+17", "198605172015032000"]
)
def test_nip_yang_rusak_oleh_excel_ditolak_dengan_kalimatnya(mentah):
    with pytest.raises(SelSalah) as galat:
        sel.nip(mentah)
    assert galat.value.sebab == "NIP rusak oleh Excel, simpan kolom sebagai Teks"


@pytest.mark.parametrize("mentah", ["198605172015032001", "'198605172015032001", "19860517 201503 2 001"])
def test_nip_dibaca_tanpa_apostrof_dan_spasi(mentah):
    assert sel.nip(mentah) == "198605172015032001"


@pytest.mark.parametrize(
    ("mentah", "iso", "bentuk"),
    [
        ("01-04-2020", "2020-04-01", "hh-bb-tttt"),
        ("1-4-2020", "2020-04-01", "hh-bb-tttt"),
        ("01/04/2020", "2020-04-01", "hh-bb-tttt"),
        ("2020-04-01", "2020-04-01", "tttt-bb-hh"),
        ("2020-04-01T00:00:00", "2020-04-01", "tttt-bb-hh"),
        ("2020-04-01 00:00:00", "2020-04-01", "tttt-bb-hh"),
        (date(2020, 4, 1), "2020-04-01", "tanggal Excel"),
        (datetime(2020, 4, 1, 7), "2020-04-01", "tanggal Excel"),
        ("29-02-2020", "2020-02-29", "hh-bb-tttt"),
        ("-", None, ""),
        (None, None, ""),
    ],
)
def test_tanggal_dan_cara_membacanya(mentah, iso, bentuk):
    assert sel.tanggal(mentah) == (iso, bentuk)


@pytest.mark.parametrize(
    ("mentah", "sebab"),
    [
        ("01-04-20", "tanggal 01-04-20 bertahun dua angka"),
        ("1/4/20", "tanggal 1/4/20 bertahun dua angka"),
        ("29-02-2021", "tanggal 29-02-2021 tidak ada di kalender"),
        ("31-04-2020", "tanggal 31-04-2020 tidak ada di kalender"),
        ("04-31-2020", "tanggal 04-31-2020 tidak ada di kalender"),
        ("43922", "43922 adalah angka, bukan tanggal"),
        (43922.0, "43922 adalah angka, bukan tanggal"),
        ("April 2020", "“April 2020” bukan tanggal"),
        ("01-04-0020", "tahun 20 di luar jangkauan"),
    ],
)
def test_tanggal_yang_ditolak(mentah, sebab):
    with pytest.raises(SelSalah) as galat:
        sel.tanggal(mentah)
    assert galat.value.sebab == sebab


@pytest.mark.parametrize(
    ("mentah", "nilai"),
    [("2009", (2009, None)), (2009.0, (2009, None)), ("17-08-2009", (2009, "2009-08-17")), ("-", (None, None))],
)
def test_tahun_lulus_berupa_tahun_atau_tanggal(mentah, nilai):
    assert sel.tahun(mentah) == nilai


@pytest.mark.parametrize("mentah", ["09", "20099", "1800"])
def test_tahun_yang_ditolak(mentah):
    with pytest.raises(SelSalah):
        sel.tahun(mentah)


@pytest.mark.parametrize(
    ("mentah", "kode"),
    [("M", "L"), ("F", "P"), ("f", "P"), ("L", "L"), ("P", "P"), ("Perempuan", "P"), ("LAKI-LAKI", "L"), ("-", None)],
)
def test_kelamin(mentah, kode):
    assert sel.kelamin(mentah) == kode


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("III/b", "III/b"),
        ("III/B", "III/b"),
        ("iii/b", "III/b"),
        ("IIIb", "III/b"),
        ("III b", "III/b"),
        ("3B", "III/b"),
        ("4/e", "IV/e"),
        ("IX", "IX"),
        ("xvii", "XVII"),
        ("V", "V"),
        ("XVIII", None),
        ("5A", None),
        ("Penata", None),
    ],
)
def test_golongan(teks, kode):
    assert sel.golongan(teks) == kode


@pytest.mark.parametrize(("mentah", "nilai"), [("5", 5), (5.0, 5), ("5.0", 5), ("05", 5), ("null", None)])
def test_bulat(mentah, nilai):
    assert sel.bulat(mentah) == nilai


@pytest.mark.parametrize("mentah", ["5,5", "lima", "-5", "99999"])
def test_bulat_yang_ditolak(mentah):
    with pytest.raises(SelSalah):
        sel.bulat(mentah)


@pytest.mark.parametrize(("mentah", "nilai"), [("12,5", "12.50"), (12.5, "12.50"), ("100", "100.00"), ("-", None)])
def test_desimal(mentah, nilai):
    assert sel.desimal(mentah, 8, 2) == nilai


@pytest.mark.parametrize("mentah", ["12,555", "1.000,5", "abc", "nan", "9999999"])
def test_desimal_yang_ditolak(mentah):
    with pytest.raises(SelSalah):
        sel.desimal(mentah, 8, 2)


@pytest.mark.parametrize(
    ("mentah", "nilai"), [("YA", True), ("1", True), (True, True), ("tidak", False), ("0", False), ("", None)]
)
def test_ya_tidak(mentah, nilai):
    assert sel.ya_tidak(mentah) is nilai


@pytest.mark.parametrize("mentah", ["35240157058600", 3524015705860001.0, "3.5E+15", "35240157058600XX"])
def test_nik_harus_enam_belas_angka_teks(mentah):
    with pytest.raises(SelSalah):
        sel.nomor_panjang(mentah, "NIK", 16)
