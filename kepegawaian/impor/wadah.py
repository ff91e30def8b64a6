"""Wadah: apakah berkas sungguh xlsx atau csv; yang bukan berhenti di sini dengan satu kalimat.

A zip is inflated once, counted as it comes out (declared sizes may lie), and its sheets are searched for
what would hurt or mislead the reader: cells far away (memory), formulas (values nobody checked), macros.
"""

import csv
import io
import re
import zipfile
import zlib

from django.conf import settings

MAKS_MEKAR = 800 * 1024 * 1024
MAKS_BAGIAN = 2000
MAKS_BARIS = 300_000
MAKS_KOLOM = 120
# The reader holds a sheet as a full rectangle: many rows and many columns together are refused, whatever stands in between.
BARIS_LEBAR, KOLOM_PANJANG = 100_000, 40
MAKS_SEL = BARIS_LEBAR * MAKS_KOLOM
MAKS_BARIS_DAFTAR = 20_000  # of a list uploaded in a form, which the web process reads
POTONG = 1 << 20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Row 300000 and beyond, or column DQ (the 121st) and beyond, in r="" of <row> or <c>.
_LETAK_JAUH = rb"(?:[A-Z]{0,3}(?:[3-9]\d{5}|\d{7,})[\"']|(?:[A-Z]{3}|[E-Z][A-Z]|D[Q-Z])\d)"


def _letak(pola):
    """Two searches of an address: the usual writing, and any that XML allows, which is slower and seldom needed."""
    return re.compile(rb' r="' + pola), re.compile(rb"\sr\s*=\s*[\"']" + pola)


_JAUH = _letak(_LETAK_JAUH)
_BARIS_JAUH = _letak(rb"[A-Z]{0,3}\d{6,}[\"']")
_KOLOM_JAUH = _letak(rb"(?:[A-Z]{3}|[B-Z][A-Z]|A[O-Z])\d")
_BARIS_DAFTAR = _letak(rb"[A-Z]{0,3}(?:[2-9]\d{4}|\d{6,})[\"']")
_TULISAN_LAIN = (b" r='", b" r =", b" r= ", b"\tr", b"\nr", b"\rr")
_LEMBAR = re.compile(rb"<(?:\w+:)?worksheet[\s>]")
_RUMUS = re.compile(rb"<(?:\w+:)?f[\s/>]")
_AKHIR_RUMUS = (b"f>", b"f ", b"f/", b"f\n", b"f\t", b"f\r")
_SEL = re.compile(rb"""\sr\s*=\s*["']([A-Z]+\d+)["']""")
_MAKRO = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_LAIN = (
    (b"%PDF", "dokumen PDF"),
    (b"\x89PNG", "gambar PNG"),
    (b"\xff\xd8\xff", "gambar JPG"),
    (b"GIF8", "gambar GIF"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7z"),
    (b"\x1f\x8b", "arsip gzip"),
    (b"MZ", "program"),
    (b"{\\rtf", "dokumen RTF"),
)
_KENDALI = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class BerkasDitolak(Exception):
    """The file cannot be imported; the message is one Indonesian sentence for the clerk."""


def ukuran(megabita):
    """Bytes as whole megabytes for a sentence."""
    return f"{megabita // (1024 * 1024)} MB"


def periksa(berkas, *, hanya_bentuk=False, daftar=False):
    """Returns ``"xlsx"`` or ``"csv"`` for a seekable binary file, or raises BerkasDitolak.

    ``hanya_bentuk``: the file has passed once and has lain with us since; only tell which it is. ``daftar``: a list of a
    form, MAKS_BARIS_DAFTAR rows at most.
    """
    berkas.seek(0, io.SEEK_END)
    besar = berkas.tell()
    berkas.seek(0)
    awal = berkas.read(4096)
    berkas.seek(0)
    if besar == 0:
        raise BerkasDitolak("Berkas kosong.")
    if besar > settings.IMPOR_MAKS_BYTE:
        raise BerkasDitolak(
            f"Berkas lebih besar dari {ukuran(settings.IMPOR_MAKS_BYTE)}; pecah menjadi beberapa berkas."
        )
    if awal.startswith(b"PK"):
        if not hanya_bentuk:
            periksa_zip(berkas, daftar=daftar)
        return "xlsx"
    if awal.startswith(OLE):
        raise BerkasDitolak(_kalimat_ole(berkas))
    for tanda, jenis in _LAIN:
        if awal.startswith(tanda):
            raise BerkasDitolak(f"Berkas ini {jenis}, bukan tabel; unggah berkas .xlsx atau .csv dari SIASN.")
    periksa_teks(awal)
    return "csv"


def _kalimat_ole(berkas):
    isi = berkas.read()
    berkas.seek(0)
    if "EncryptedPackage".encode("utf-16-le") in isi or "EncryptionInfo".encode("utf-16-le") in isi:
        return "Berkas dikunci kata sandi; simpan tanpa kata sandi lalu unggah lagi."
    return "Berkas memakai format Excel lama (.xls) atau bukan Excel; buka lalu simpan sebagai .xlsx."


def periksa_teks(awal):
    """Refuses what is no text: UTF-16, binary, web pages saved as .xls."""
    if awal.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BerkasDitolak("CSV memakai sandi UTF-16; simpan sebagai “CSV UTF-8” lalu unggah lagi.")
    if b"\x00" in awal:
        raise BerkasDitolak("Isi berkas bukan tabel; unggah berkas .xlsx atau .csv dari SIASN.")
    if re.match(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml|table)", awal, re.IGNORECASE):
        raise BerkasDitolak("Isi berkas adalah halaman web atau XML, bukan tabel; simpan sebagai .xlsx atau .csv.")
    if awal.lstrip()[:1] == b"{":
        raise BerkasDitolak("Isi berkas adalah JSON, bukan tabel; unggah berkas .xlsx atau .csv dari SIASN.")


def periksa_zip(berkas, *, daftar=False):
    """An xlsx with nothing hidden in it, or BerkasDitolak."""
    try:
        with zipfile.ZipFile(berkas) as arsip:
            bagian = arsip.infolist()
            _periksa_daftar(bagian)
            _mekarkan(arsip, bagian, daftar)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, UnicodeDecodeError) as galat:
        raise BerkasDitolak("Berkas rusak atau terpotong; simpan ulang sebagai .xlsx lalu unggah lagi.") from galat
    except RuntimeError as galat:  # zipfile's word for an encrypted entry
        raise BerkasDitolak("Berkas dikunci kata sandi; simpan tanpa kata sandi lalu unggah lagi.") from galat
    finally:
        berkas.seek(0)


def _periksa_daftar(daftar):
    """What the directory of the zip alone tells."""
    nama = {b.filename.replace("\\", "/").lstrip("/") for b in daftar}
    if any(b.flag_bits & 1 for b in daftar):
        raise BerkasDitolak("Berkas dikunci kata sandi; simpan tanpa kata sandi lalu unggah lagi.")
    if any(n.lower().endswith("vbaproject.bin") for n in nama):
        raise BerkasDitolak("Berkas memuat makro; simpan sebagai .xlsx (tanpa makro) lalu unggah lagi.")
    if "xl/workbook.bin" in nama:
        raise BerkasDitolak("Berkas memakai format .xlsb; buka lalu simpan sebagai .xlsx.")
    if "mimetype" in nama and "content.xml" in nama:
        raise BerkasDitolak("Berkas memakai format OpenDocument; buka lalu simpan sebagai .xlsx.")
    if any(n.startswith(("word/", "ppt/")) for n in nama):
        raise BerkasDitolak("Berkas ini dokumen Word atau PowerPoint, bukan tabel; unggah berkas .xlsx atau .csv.")
    if not {"[Content_Types].xml", "xl/workbook.xml"} <= nama:
        raise BerkasDitolak("Berkas ini arsip zip, bukan Excel; keluarkan isinya lalu unggah berkas .xlsx atau .csv.")
    if len(daftar) > MAKS_BAGIAN or sum(b.file_size for b in daftar) > MAKS_MEKAR:
        raise BerkasDitolak(_kalimat_mekar())


def _kalimat_mekar():
    return (
        f"Isi berkas mengembang melebihi {ukuran(MAKS_MEKAR)}; hapus baris kosong atau pecah menjadi beberapa berkas."
    )


def _mekarkan(arsip, daftar, pendek):
    """Inflates every part, counting real bytes and searching the sheets."""
    sisa, ukur = MAKS_MEKAR, _Ukur(pendek)
    for bagian in daftar:
        jenis = bagian.filename == "[Content_Types].xml"
        lembar, ekor = False, b""
        ukur.lembar_baru()
        with arsip.open(bagian) as aliran:
            while potongan := aliran.read(POTONG):
                sisa -= len(potongan)
                if sisa < 0:
                    raise BerkasDitolak(_kalimat_mekar())
                lembar = lembar or bool(_LEMBAR.search(ekor + potongan))
                if lembar:
                    _telusuri(ekor + potongan)
                    ukur.tambah(potongan, ekor + potongan)
                ekor = potongan[-512:]
                if jenis and _MAKRO.search(potongan):
                    raise BerkasDitolak("Berkas memuat makro; simpan sebagai .xlsx (tanpa makro) lalu unggah lagi.")


class _Ukur:
    """How large the sheets are, also where they leave out the addresses of rows and cells."""

    def __init__(self, pendek):
        self.pendek, self.sel, self.baris, self.baris_jauh, self.kolom_jauh = pendek, 0, 0, False, False

    def lembar_baru(self):
        """Rows are counted per sheet, cells of all sheets together."""
        self.baris, self.baris_jauh, self.kolom_jauh = 0, False, False

    def tambah(self, potongan, sambung):
        """Counts one piece of a sheet; ``sambung`` begins with the end of the piece before."""
        self.baris += potongan.count(b"<row") + potongan.count(b":row")
        self.sel += potongan.count(b"<c") + potongan.count(b":c")
        maks = MAKS_BARIS_DAFTAR if self.pendek else MAKS_BARIS
        if self.baris > 2 * maks or (self.pendek and (self.baris > maks or _ada(_BARIS_DAFTAR, sambung))):
            raise BerkasDitolak(f"Lembar lebih dari {ribuan(maks)} baris; pecah menjadi beberapa berkas.")
        self.baris_jauh = self.baris_jauh or _ada(_BARIS_JAUH, sambung)
        self.kolom_jauh = self.kolom_jauh or _ada(_KOLOM_JAUH, sambung)
        if self.sel > MAKS_SEL or (self.baris_jauh and self.kolom_jauh):
            raise BerkasDitolak(
                f"Lembar terlalu besar: lebih dari {ribuan(BARIS_LEBAR)} baris dengan lebih dari {KOLOM_PANJANG} kolom; "
                "pecah menjadi beberapa berkas."
            )


def _ada(letak, xml):
    """Is there such an address, however it is written?"""
    return bool(letak[0].search(xml) or (any(t in xml for t in _TULISAN_LAIN) and letak[1].search(xml)))


def _telusuri(xml):
    """Refuses far cells and formulas in a piece of sheet XML."""
    if _ada(_JAUH, xml):
        raise BerkasDitolak(
            f"Lembar melampaui {ribuan(MAKS_BARIS)} baris atau {MAKS_KOLOM} kolom (mungkin baris kosong yang diformat);"
            " hapus yang kosong atau pecah menjadi beberapa berkas."
        )
    if any(b"<" + t in xml or b":" + t in xml for t in _AKHIR_RUMUS) and (cocok := _RUMUS.search(xml)):
        letak = _SEL.findall(xml, 0, cocok.start())
        di = f" di sel {letak[-1].decode()}" if letak else ""
        raise BerkasDitolak(f"Berkas memuat rumus{di}; salin semua lalu tempel sebagai nilai, kemudian unggah lagi.")


def ribuan(angka):
    """300.000 for 300000."""
    return f"{angka:,}".replace(",", ".")


def baca_csv(berkas, maks=MAKS_BARIS):
    """(rows, how it was read) of a csv file: rows as lists of text, ``{"sandi": …, "pemisah": …}``."""
    isi = berkas.read()
    teks, sandi = _sandi(isi)
    pemisah = _pemisah(teks)
    if teks.lower().startswith("sep="):
        teks = teks.split("\n", 1)[-1]
    baris = []
    try:
        for nomor, satu in enumerate(csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah), 1):
            if nomor > maks:
                raise BerkasDitolak(f"CSV lebih dari {ribuan(maks)} baris; pecah menjadi beberapa berkas.")
            if len(satu) > MAKS_KOLOM and any(satu[MAKS_KOLOM:]):
                raise BerkasDitolak(f"Baris {nomor} CSV lebih dari {MAKS_KOLOM} kolom; periksa pemisahnya.")
            baris.append(satu)
    except csv.Error as galat:
        raise BerkasDitolak("CSV rusak: ada tanda kutip yang tidak ditutup atau sel yang terlalu panjang.") from galat
    return baris, {"sandi": sandi, "pemisah": {"\t": "tab"}.get(pemisah, pemisah)}


def _sandi(isi):
    """Text and the name of its encoding; cp1252 only when nothing in it looks broken."""
    try:
        teks = isi.decode("utf-8-sig")
        return _bersih(teks), "UTF-8 dengan BOM" if isi.startswith(b"\xef\xbb\xbf") else "UTF-8"
    except UnicodeDecodeError:
        pass
    try:
        return _bersih(isi.decode("cp1252")), "Windows-1252"
    except UnicodeDecodeError as galat:
        raise BerkasDitolak("Sandi huruf CSV tidak dikenal; simpan sebagai “CSV UTF-8” lalu unggah lagi.") from galat


def _bersih(teks):
    if _KENDALI.search(teks):
        raise BerkasDitolak("Isi berkas bukan tabel atau rusak; simpan sebagai “CSV UTF-8” lalu unggah lagi.")
    return teks


def _pemisah(teks):
    """The separator that splits the first filled line into most columns."""
    baris = next((b for b in teks.splitlines() if b.strip(" ;,\t\"'")), "")
    if baris.lower().startswith("sep=") and len(baris) > 4:
        return baris[4]
    hitung = {p: len(next(csv.reader([baris], delimiter=p), [])) for p in ";,\t|"}
    terbaik = max(hitung, key=hitung.get)
    if hitung[terbaik] < 2:
        raise BerkasDitolak("Isi berkas bukan tabel: baris pertamanya tidak terbagi menjadi kolom oleh ; , atau tab.")
    return terbaik
