"""Berkas yang bukan seperti pengakuannya: satu kalimat, dan tidak ada yang berubah."""

import io
import struct
import zipfile
from datetime import date

import pytest
import xlsxwriter

from kepegawaian import impor
from kepegawaian.impor import wadah
from kepegawaian.impor.format import KOLOM_UTAMA
from kepegawaian.impor.wadah import BerkasDitolak
from kepegawaian.models import BarisImpor, BatchImpor, Pegawai
from tests.kepegawaian.impor.conftest import ANI, JUDUL, PER, baca, csv_siasn, orang, siasn, xlsx

pytestmark = pytest.mark.django_db
BARIS = [ANI.get(k, "") for k in KOLOM_UTAMA]
JENIS_ISI = b"<Types/>"


def zip_dari(isi, cara=zipfile.ZIP_DEFLATED):
    """A zip of {name: bytes}."""
    berkas = io.BytesIO()
    with zipfile.ZipFile(berkas, "w", cara) as arsip:
        for nama, data in isi.items():
            arsip.writestr(nama, data)
    berkas.seek(0)
    return berkas


def ganti(berkas, **bagian):
    """The same xlsx with parts replaced or added; ``__`` in a name is a slash."""
    with zipfile.ZipFile(berkas) as arsip:
        isi = {n: arsip.read(n) for n in arsip.namelist()}
    return zip_dari(isi | {k.replace("__", "/") + ("" if "." in k else ".xml"): v for k, v in bagian.items()})


def lembar_mentah(xml):
    """A valid xlsx whose only sheet holds this sheetData."""
    pembuka = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    return ganti(
        xlsx({"Data ASN": [["NIP BARU", "NAMA"]]}), xl__worksheets__sheet1=pembuka + xml + b"</sheetData></worksheet>"
    )


def sel_xml(alamat, teks):
    return f'<c r="{alamat}" t="inlineStr"><is><t>{teks}</t></is></c>'.encode()


def baris_xml(nomor, *sel):
    isi = b"".join(sel_xml(f"{'ABCDEF'[i]}{nomor}", s) for i, s in enumerate(sel))
    return f'<row r="{nomor}">'.encode() + isi + b"</row>"


def bom_deklarasi():
    """A zip that declares far more than the limit."""
    berkas = zip_dari({"[Content_Types].xml": JENIS_ISI, "xl/workbook.xml": b"<w/>", "xl/a.xml": b"x" * 1000})
    isi = bytearray(berkas.getvalue())
    letak = isi.rindex(b"PK\x01\x02")
    isi[letak + 24 : letak + 28] = struct.pack("<I", 3_000_000_000)
    return io.BytesIO(bytes(isi))


def bom_sungguhan(tinggi):
    """A zip that inflates far: zeros."""
    return zip_dari(
        {"[Content_Types].xml": JENIS_ISI, "xl/workbook.xml": b"<w/>", "xl/media/a.bin": b"\x00" * tinggi},
    )


def ole(penanda):
    return io.BytesIO(wadah.OLE + b"\x00" * 600 + penanda.encode("utf-16-le") + b"\x00" * 600)


def tergabung():
    berkas = io.BytesIO()
    with xlsxwriter.Workbook(berkas) as buku:
        lembar = buku.add_worksheet("Data ASN")
        for i, k in enumerate(KOLOM_UTAMA):
            lembar.write_string(0, i, k)
        lembar.merge_range(0, 67, 0, 69, "CATATAN")
        for i, nilai in enumerate(BARIS):
            lembar.write_string(1, i, nilai)
    berkas.seek(0)
    return berkas


def berumus():
    berkas = io.BytesIO()
    with xlsxwriter.Workbook(berkas) as buku:
        lembar = buku.add_worksheet("Data ASN")
        lembar.write_row(0, 0, ["NIP BARU", "NAMA"])
        lembar.write_string(1, 0, ANI["NIP BARU"])
        lembar.write_formula(1, 1, '="A"&"NI"', value="ANI")
    berkas.seek(0)
    return berkas


def biner(awal):
    return lambda: io.BytesIO(awal + b"\x00\x01\x02" * 200)


TITEL = [["DAFTAR PEGAWAI"], [], list(KOLOM_UTAMA), BARIS]
BURUK = {
    "kosong": (lambda: io.BytesIO(b""), "a.xlsx", "Berkas kosong"),
    "zip_biasa": (lambda: zip_dari({"catatan.txt": b"halo"}), "a.xlsx", "arsip zip, bukan Excel"),
    "docx": (lambda: zip_dari({"[Content_Types].xml": JENIS_ISI, "word/document.xml": b""}), "a.xlsx", "dokumen Word"),
    "ods": (lambda: zip_dari({"mimetype": b"x", "content.xml": b""}), "a.xlsx", "OpenDocument"),
    "xlsb": (lambda: zip_dari({"[Content_Types].xml": JENIS_ISI, "xl/workbook.bin": b""}), "a.xlsx", ".xlsb"),
    "bom_deklarasi": (bom_deklarasi, "a.xlsx", "mengembang melebihi"),
    "bagian_banyak": (
        lambda: zip_dari({"[Content_Types].xml": b"", "xl/workbook.xml": b"", **{f"x{i}": b"" for i in range(2001)}}),
        "a.xlsx",
        "mengembang melebihi",
    ),
    "makro": (lambda: ganti(siasn([ANI]), **{"xl__vbaProject.bin": b"x"}), "a.xlsm", "memuat makro"),
    "makro_jenis": (
        lambda: ganti(siasn([ANI]), **{"[Content_Types].xml": b"<Types>vnd.ms-excel.sheet.macroEnabled.main+xml</Types>"}),
        "a.xlsx",
        "memuat makro",
    ),
    "terpotong": (lambda: io.BytesIO(siasn([ANI]).getvalue()[:-400]), "a.xlsx", "rusak atau terpotong"),
    "xml_rusak": (lambda: ganti(siasn([ANI]), xl__workbook=b"<workbook><sheets>"), "a.xlsx", "tidak terbaca"),
    "kata_sandi": (lambda: ole("EncryptedPackage"), "a.xlsx", "dikunci kata sandi"),
    "xls_lama": (lambda: ole("Workbook"), "a.xls", "format Excel lama"),
    "pdf": (biner(b"%PDF-1.7"), "a.xlsx", "dokumen PDF"),
    "png": (biner(b"\x89PNG\r\n"), "a.csv", "gambar PNG"),
    "program": (biner(b"MZ"), "a.csv", "program"),
    "biner": (biner(b"abc"), "a.csv", "bukan tabel"),
    "html": (lambda: io.BytesIO(b"<html><table><tr><td>NIP</td></tr></table></html>"), "a.xls", "halaman web"),
    "json": (lambda: io.BytesIO(b'{"nip": 1}'), "a.csv", "JSON"),
    "utf16": (lambda: io.BytesIO("NIP;NAMA\n1;A\n".encode("utf-16")), "a.csv", "UTF-16"),
    "sandi_rusak": (lambda: io.BytesIO(b"NIP;NAMA\n1;" + b"\x81\x8d\n"), "a.csv", "Sandi huruf"),
    "kendali": (lambda: io.BytesIO(b"NIP;NAMA\n1;\x07A\n"), "a.csv", "rusak"),
    "bukan_tabel": (lambda: io.BytesIO(b"Yth. Kepala BKPSDM\nmohon dibantu\n"), "a.csv", "bukan tabel"),
    "tanpa_nip": (lambda: xlsx({"Data ASN": [["NAMA", "ALAMAT"], ["ANI", "x"]]}), "a.xlsx", "tidak mempunyai kolom NIP"),
    "tanpa_nip_csv": (lambda: io.BytesIO(b"NAMA;ALAMAT\nANI;x\n"), "a.csv", "tidak mempunyai kolom NIP"),
    "tanpa_nama": (lambda: xlsx({"Data ASN": [["NIP", "AGAMA"], ["1", "Islam"]]}), "a.xlsx", "tidak mempunyai kolom NAMA"),
    "lembar_kosong": (lambda: xlsx({"Data ASN": []}), "a.xlsx", "tidak berisi satu baris pun"),
    "hanya_judul": (lambda: siasn_tanpa_isi(), "a.xlsx", "hanya berisi judul"),
    "judul_turun": (lambda: xlsx({"Data ASN": TITEL}), "a.xlsx", "ada di baris 3"),
    "dua_judul": (lambda: xlsx({"Data ASN": [list(KOLOM_UTAMA)] * 2 + [BARIS]}), "a.xlsx", "dua baris judul"),
    "judul_ganda": (
        lambda: xlsx({"Data ASN": [[*KOLOM_UTAMA, "nik"], [*BARIS, ""]]}), "a.xlsx", "dua kolom berjudul “NIK”"
    ),
    "tergabung": (tergabung, "a.xlsx", "digabung (merge)"),
    "rumus": (berumus, "a.xlsx", "memuat rumus di sel B2"),
    "dua_lembar": (lambda: xlsx({"A": [list(KOLOM_UTAMA), BARIS], "B": [list(KOLOM_UTAMA), BARIS]}), "a.xlsx", "Lebih dari satu"),
    "rw_kurang_kolom": (
        lambda: xlsx({"RW PANGKAT": [["NIP", "GOLONGAN"], ["1", "III/a"]]}), "a.xlsx", "tidak mempunyai kolom TMT GOLONGAN"
    ),
    "sejuta_baris": (
        lambda: lembar_mentah(
            baris_xml(1, "NIP BARU", "NAMA") + b"".join(b'<row r="%d"/>' % i for i in range(2, 1_000_001))
        ),
        "a.xlsx",
        "melampaui 300.000 baris",
    ),
    "sel_jauh": (lambda: lembar_mentah(baris_xml(1, "NIP", "NAMA") + sel_xml("XFD1048576", "x")), "a.xlsx", "melampaui"),
    "sel_jauh_petik": (
        lambda: lembar_mentah(baris_xml(1, "NIP", "NAMA") + b"<c r = 'A999999'><v>1</v></c>"), "a.xlsx", "melampaui"
    ),
    "kolom_banyak": (lambda: lembar_mentah(baris_xml(1, "NIP", "NAMA") + sel_xml("DQ1", "x")), "a.xlsx", "melampaui"),
    "csv_kutip": (lambda: io.BytesIO(b'NIP;NAMA\n1;"' + b"A" * 200_000), "a.csv", "CSV rusak"),
    "csv_baris_banyak": (lambda: io.BytesIO(b"NIP;NAMA\n" + b";\n" * 300_001), "a.csv", "lebih dari 300.000 baris"),
}  # fmt: skip


def siasn_tanpa_isi():
    return xlsx({"Data ASN": [list(KOLOM_UTAMA)]})


@pytest.mark.parametrize("sebutan", BURUK)
def test_berkas_buruk_ditolak_dengan_satu_kalimat_dan_tidak_mengubah_apa_pun(sebutan):
    buat, nama, kalimat = BURUK[sebutan]
    with pytest.raises(BerkasDitolak) as galat:
        impor.unggah(buat(), nama, PER, None)
    assert kalimat in str(galat.value)
    assert "\n" not in str(galat.value)
    assert str(galat.value).endswith(".")
    assert not BatchImpor.objects.exists()
    assert not Pegawai.objects.exists()


def test_bom_zip_yang_berbohong_dihentikan_saat_mengembang(monkeypatch):
    monkeypatch.setattr(wadah, "MAKS_MEKAR", 5_000_000)
    berkas = bom_sungguhan(6_000_000)
    isi = bytearray(berkas.getvalue())
    letak = isi.rindex(b"PK\x01\x02")
    isi[letak + 24 : letak + 28] = struct.pack("<I", 100)
    with pytest.raises(BerkasDitolak):
        impor.unggah(io.BytesIO(bytes(isi)), "a.xlsx", PER, None)
    with pytest.raises(BerkasDitolak, match="mengembang melebihi 4 MB"):
        impor.unggah(bom_sungguhan(6_000_000), "a.xlsx", PER, None)


def test_berkas_terlalu_besar(settings):
    settings.IMPOR_MAKS_BYTE = 1024
    with pytest.raises(BerkasDitolak, match="lebih besar dari"):
        impor.unggah(siasn([ANI]), "a.xlsx", PER, None)


def test_batch_yang_berkasnya_rusak_kemudian_menjadi_gagal():
    batch = impor.unggah(siasn([ANI]), "a.xlsx", PER, None)
    with open(batch.file.path, "wb") as berkas:
        berkas.write(b"PK\x03\x04rusak")
    batch = impor.baca(batch.pk)
    assert batch.status == "gagal"
    assert "tidak terbaca" in batch.pesan
    assert not BarisImpor.objects.filter(batch=batch).exists()


@pytest.mark.parametrize("pemisah", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    ("sandi", "terbaca"), [("utf-8-sig", "UTF-8 dengan BOM"), ("utf-8", "UTF-8"), ("cp1252", "Windows-1252")]
)
def test_csv_dibaca_menurut_pemisah_dan_sandinya(pemisah, sandi, terbaca):
    batch = baca(
        csv_siasn([ANI | {"NAMA": "JOSÉ", "ALAMAT": "Jl. A, No. 1; RT 2"}], pemisah=pemisah, sandi=sandi), "a.csv"
    )
    assert batch.ringkasan["baru"] == 1
    assert batch.ringkasan["sandi"] == terbaca
    assert batch.ringkasan["pemisah"] == {"\t": "tab"}.get(pemisah, pemisah)
    assert BarisImpor.objects.get(batch=batch).nama == "JOSÉ"


def test_csv_dengan_baris_sep():
    isi = csv_siasn([ANI], sandi="utf-8").getvalue()
    assert baca(io.BytesIO(b"sep=;\r\n" + isi), "a.csv").ringkasan["baru"] == 1


def test_csv_riwayat_dikenali_dari_nama_berkasnya():
    isi = ";".join(JUDUL["RW SKP"]) + "\n" + f"{ANI['NIP BARU']};2025;Baik;;;;;\n"
    batch = baca(io.BytesIO(isi.encode()), "data-asn RW SKP.csv")
    assert batch.ringkasan["lembar"] == {"RW SKP": {"galat": 1}}


def test_baris_csv_yang_bergeser_menjadi_galat_baris_itu_saja():
    isi = csv_siasn([ANI, orang(2)], sandi="utf-8").getvalue().splitlines(keepends=True)
    isi[1] = isi[1].rstrip() + b";lebih\r\n"
    batch = baca(io.BytesIO(b"".join(isi)), "a.csv")
    assert (batch.ringkasan["galat"], batch.ringkasan["baru"]) == (1, 1)
    assert BarisImpor.objects.get(batch=batch, hasil="galat").nomor == 2


def test_baris_kosong_dilewati_dan_nomor_baris_tetap():
    batch = baca(xlsx({"Data ASN": [list(KOLOM_UTAMA), [], [""] * 67, BARIS]}))
    assert BarisImpor.objects.get(batch=batch).nomor == 4


def test_sejuta_sel_berformat_kosong_ditolak_sebelum_memakan_memori():
    berkas = io.BytesIO()
    with xlsxwriter.Workbook(berkas, {"constant_memory": True}) as buku:
        lembar = buku.add_worksheet("Data ASN")
        tebal = buku.add_format({"bold": True})
        lembar.write_row(0, 0, ["NIP BARU", "NAMA"])
        for i in range(1, 310_000):
            lembar.write_blank(i, 0, None, tebal)
    berkas.seek(0)
    with pytest.raises(BerkasDitolak, match=r"melampaui 300\.000 baris"):
        impor.unggah(berkas, "a.xlsx", PER, None)


def test_lembar_lain_dan_kolom_asing_disebut_dalam_laporan():
    judul = [*KOLOM_UTAMA, "HOBI", "CATATAN BKD"]
    berkas = xlsx({"Petunjuk": [["Baca dulu"], ["x"]], "Data ASN": [judul, [*BARIS, "catur", ""]]})
    batch = baca(berkas)
    assert batch.ringkasan["lembar_diabaikan"] == ["Petunjuk"]
    assert batch.ringkasan["kolom_asing"] == {"Data ASN": ["HOBI", "CATATAN BKD"]}
    assert batch.ringkasan["baru"] == 1


def test_cara_tanggal_dibaca_ada_dalam_laporan():
    baris = [ANI, orang(2, **{"TANGGAL LAHIR": "1986-05-17"}), orang(3, **{"TANGGAL LAHIR": date(1986, 5, 17)})]
    batch = baca(siasn(baris))
    assert batch.ringkasan["tanggal"]["Data ASN"]["TANGGAL LAHIR"] == {
        "hh-bb-tttt": 1,
        "tttt-bb-hh": 1,
        "tanggal Excel": 1,
    }
