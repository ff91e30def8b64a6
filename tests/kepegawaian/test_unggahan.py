"""Unggahan yang berbahaya ditolak lewat HTTP dengan kalimat yang jelas; batas laju menjawab 429."""

import io
import os
import zipfile

import pytest
import xlsxwriter
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

from kepegawaian import batas, dosir
from kepegawaian.impor import wadah
from kepegawaian.models import Dosir

EXIF_ARTIS = 0x013B


@pytest.fixture
def unggah(orang):
    """Uploads a file as a paper of ani, through the form of her operator; returns (answer, Dosir or None)."""
    klien = orang.masuk("budi")

    def kirim(nama, isi, jenis="application/pdf"):
        file = SimpleUploadedFile(nama, isi, content_type=jenis)
        jawab = klien.post(f"/pegawai/{orang.ani.nip}/dosir/unggah/", {"jenis": "lain", "baris": "", "file": file})
        return jawab, Dosir.objects.order_by("-pk").first()

    kirim.klien = klien
    return kirim


def pdf_bersih():
    penulis = PdfWriter()
    penulis.add_blank_page(200, 200)
    return penulis


def jadi(penulis):
    keluar = io.BytesIO()
    penulis.write(keluar)
    return keluar.getvalue()


def _beraksi(isi):
    penulis = pdf_bersih()
    aksi = DictionaryObject(
        {NameObject(k): NameObject(v) if v[0] == "/" else TextStringObject(v) for k, v in isi.items()}
    )
    penulis._root_object[NameObject("/OpenAction")] = aksi
    return jadi(penulis)


def pdf_skrip():
    return _beraksi({"/S": "/JavaScript", "/JS": "app.alert(1)"}).replace(b"/OpenAction", b"/OpenActXXX")


def pdf_buka():
    return _beraksi({"/S": "/URI", "/URI": "http://x"})


def pdf_lampiran():
    penulis = pdf_bersih()
    penulis.add_attachment("jahat.exe", b"MZ")
    return jadi(penulis)


def pdf_tersandi():
    """The name of the action written with a hexadecimal escape, as a reader understands it too."""
    return (
        _beraksi({"/S": "/JavaScript", "/URI": "x"})
        .replace(b"/JavaScript", b"/J#61vaScript")
        .replace(b"/Open", b"/#4Fpen")
    )


@pytest.mark.parametrize("buat", [pdf_skrip, pdf_buka, pdf_lampiran, pdf_tersandi])
def test_pdf_yang_bertindak_sendiri_ditolak(unggah, buat):
    jawab, ada = unggah("sk.pdf", buat())
    assert "memuat skrip atau lampiran" in jawab.content.decode()
    assert ada is None


def test_skrip_di_dalam_aliran_objek_terkompresi_ketahuan():
    assert dosir._berbahaya(b"x", b"<< /S /JavaScript >>")
    assert dosir._berbahaya(b"<< /JS (app.alert(1)) >>")
    assert dosir._berbahaya(b"<< /JS 12 0 R >>")


def test_aliran_objek_dibuka_sebelum_diperiksa(unggah):
    """pikepdf writes object streams: the catalogue with its OpenAction is compressed away from a plain search."""
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(io.BytesIO(pdf_buka())) as buku:
        keluar = io.BytesIO()
        buku.save(keluar, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert b"/OpenAction" not in keluar.getvalue()
    jawab, ada = unggah("sk.pdf", keluar.getvalue())
    assert "memuat skrip atau lampiran" in jawab.content.decode()
    assert ada is None


def test_pindaian_biasa_yang_kebetulan_memuat_huruf_js_diterima(unggah):
    penulis = pdf_bersih()
    aliran = DecodedStreamObject()
    aliran.set_data(b"\x00\x01/JS\x9f\x80" * 40)
    penulis._add_object(aliran)
    jawab, ada = unggah("pindaian.pdf", jadi(penulis))
    assert jawab.status_code == 302
    assert ada.mime == "application/pdf"


@pytest.mark.parametrize(
    ("nama", "isi"),
    [
        ("foto.png", os.urandom(4096)),
        ("foto.png", b"\x89PNG\r\n\x1a\n" + os.urandom(4096)),
        ("gambar.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        ("halaman.html", b"<!doctype html><script>alert(1)</script>"),
        ("sk.pdf", b"<!doctype html><script>alert(1)</script>"),
        ("sk.pdf", b"%PDF-1.7\n" + os.urandom(2000)),
        ("kosong.pdf", b""),
    ],
)
def test_isi_yang_bukan_pdf_atau_gambar_ditolak_apa_pun_namanya(unggah, nama, isi):
    jawab, ada = unggah(nama, isi)
    assert jawab.status_code == 200
    assert jawab.context["form"].errors["file"]
    assert ada is None


def test_gambar_digambar_ulang_tanpa_keterangan_dan_ekornya_dan_dilayani_tertutup(unggah):
    exif = Image.Exif()
    exif[EXIF_ARTIS] = "RAHASIA KAMERA"
    keluar = io.BytesIO()
    Image.new("RGB", (30, 20), (9, 90, 99)).save(keluar, "JPEG", exif=exif)
    asal = keluar.getvalue() + b"<script>ekor</script>"
    assert b"RAHASIA KAMERA" in asal
    jawab, ada = unggah("foto.jpg.html", asal, "text/html")
    assert jawab.status_code == 302
    isi = ada.file.open("rb").read()
    assert b"RAHASIA KAMERA" not in isi
    assert b"ekor" not in isi
    lihat = unggah.klien.get(f"/dosir/{ada.pk}/")
    assert lihat["Content-Type"] == "image/jpeg"
    assert lihat["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in lihat["Content-Security-Policy"]


@pytest.mark.parametrize("mime", ["text/html", "image/svg+xml", "application/xhtml+xml", "text/xml"])
def test_jenis_yang_dijalankan_peramban_hanya_dapat_diunduh(unggah, mime):
    _, ada = unggah("sk.pdf", jadi(pdf_bersih()))
    jawab = dosir.respons(ada.file, "halaman.html", mime)
    assert jawab["Content-Disposition"].startswith("attachment")
    assert jawab["X-Content-Type-Options"] == "nosniff"


def test_bom_gambar_ditolak(unggah):
    keluar = io.BytesIO()
    Image.new("1", (13_000, 13_000)).save(keluar, "PNG")
    assert len(keluar.getvalue()) < 100_000
    jawab, ada = unggah("besar.png", keluar.getvalue())
    assert "Gambar rusak" in str(jawab.context["form"].errors["file"])
    assert ada is None


class TidakDibaca(io.RawIOBase):
    """A body that must not be read."""

    def readable(self):
        return True

    def readinto(self, _penampung):
        raise AssertionError("badan kiriman dibaca")


@pytest.mark.parametrize(("nama", "megabita", "status"), [("budi", 200, 413), ("", 6, 413)])
def test_kiriman_raksasa_ditolak_sebelum_dibaca(orang, nama, megabita, status):
    klien = orang.masuk(nama) if nama else Client()
    alamat = f"/pegawai/{orang.ani.nip}/dosir/unggah/" if nama else "/masuk/"
    jawab = klien.generic(
        "POST", alamat, b"x", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=str(megabita << 20),
        **{"wsgi.input": TidakDibaca()},
    )  # fmt: skip
    assert jawab.status_code == status
    assert "ditolak sebelum dibaca" in jawab.content.decode()


# ── workbooks ────────────────────────────────────────────────────────────────────────────────────────


def buku(baris, kolom=3):
    keluar = io.BytesIO()
    with xlsxwriter.Workbook(keluar, {"constant_memory": True}) as b:
        lembar = b.add_worksheet()
        for n in range(baris):
            for k in range(kolom):
                lembar.write_number(n, k, 1)
    return keluar.getvalue()


def buku_xml(lembar):
    """An xlsx whose one sheet is this XML."""
    kosong, keluar = zipfile.ZipFile(io.BytesIO(buku(1))), io.BytesIO()
    with zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as z:
        for b in kosong.infolist():
            z.writestr(b.filename, lembar if b.filename.endswith("sheet1.xml") else kosong.read(b))
    return keluar.getvalue()


KEPALA = (
    b'<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
)
EKOR = b"</sheetData></worksheet>"


def test_xlsx_satu_megabita_dengan_dua_ratus_ribu_baris_ditolak_formulir(orang):
    besar = buku_xml(
        KEPALA + b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (n, n) for n in range(1, 200_001)) + EKOR
    )
    assert len(besar) < 2 << 20
    file = SimpleUploadedFile("lapor.xlsx", besar)
    jawab = orang.masuk("budi").post("/diklat/mandiri/unggah/", {"berkas": file})
    assert jawab.status_code == 422
    assert "lebih dari 20.000 baris" in jawab.content.decode()


@pytest.mark.parametrize(
    ("xml", "daftar", "kata"),
    [
        (b"<row><c/></row>" * 20_001, True, "20.000 baris"),
        (b"<row><c/></row>" * 601_000, False, "300.000 baris"),
        (b'<row r="1"><c r="A1"/></row><row r="150000"><c r="BA150000"/></row>', False, "terlalu besar"),
        (b"<row r = '1'><c r = 'A1'/></row><row r = '150000'><c r = 'BA150000'/></row>", False, "terlalu besar"),
        (b'<row r="20001"><c r="A20001"/></row>', True, "20.000 baris"),
    ],
)
def test_lembar_yang_memakan_ingatan_ditolak_sebelum_dibuka(xml, daftar, kata):
    with pytest.raises(wadah.BerkasDitolak, match=kata):
        wadah.periksa(io.BytesIO(buku_xml(KEPALA + xml + EKOR)), daftar=daftar)


def test_banyak_sel_tanpa_alamat_dihitung(monkeypatch):
    monkeypatch.setattr(wadah, "MAKS_SEL", 1000)
    with pytest.raises(wadah.BerkasDitolak, match="terlalu besar"):
        wadah.periksa(io.BytesIO(buku_xml(KEPALA + b"<row>" + b"<c/>" * 1001 + b"</row>" + EKOR)))


def test_bom_zip_ditolak_tanpa_dimekarkan_habis(monkeypatch):
    monkeypatch.setattr(wadah, "MAKS_MEKAR", 4 << 20)
    besar = buku_xml(KEPALA + b" " * (8 << 20) + EKOR)
    assert len(besar) < 20_000
    with pytest.raises(wadah.BerkasDitolak, match="mengembang"):
        wadah.periksa(io.BytesIO(besar))


def test_lembar_daftar_biasa_tetap_diterima():
    assert wadah.periksa(io.BytesIO(buku(5000, 60)), daftar=True) == "xlsx"


# ── limits ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def berbatas(settings, monkeypatch):
    cache.clear()
    settings.BATAS_LAJU = True
    monkeypatch.setattr(
        batas, "BATAS",
        batas.BATAS | {"cari": {"akun": (2, 60)}, "ekspor": {"akun": (2, 300)}, "unggah": {"akun": (2, 600)},
                       "umum": {"alamat": (2, 300)}},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("alamat", "tunggu"),
    [("/cari/?q=ani", "60"), ("/pegawai/?q=ani", "60"), ("/pegawai/ekspor/", "300"), ("/jejak/unduh/", "300")],
)
def test_pencarian_dan_ekspor_yang_terlalu_sering_mendapat_429(orang, berbatas, alamat, tunggu):
    nama = "gita" if "jejak" in alamat else "citra"
    k = orang.masuk(nama)
    assert [k.get(alamat).status_code for _ in range(2)] == [200, 200]
    jawab = k.get(alamat)
    assert jawab.status_code == 429
    assert jawab["Retry-After"] == tunggu
    assert "Tunggu" in jawab.content.decode()
    assert k.get("/panduan/").status_code == 200, "halaman lain tetap terbuka"
    assert orang.masuk("dewi").get("/pegawai/ekspor/").status_code == 200, "orang lain tidak ikut tertahan"


def test_unggahan_dan_halaman_umum_dibatasi(orang, berbatas, unggah):
    assert [unggah("a.pdf", jadi(pdf_bersih()))[0].status_code for _ in range(3)] == [302, 302, 429]
    tamu = Client()
    assert [tamu.get("/verifikasi/tidakada/").status_code for _ in range(3)] == [404, 404, 429]
    assert Client(REMOTE_ADDR="10.0.0.8").get("/verifikasi/tidakada/").status_code == 404
