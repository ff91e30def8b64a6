"""Blok tanda tangan yang terlihat: QR verifikasi dan kalimat, digambar sebagai vektor di tempat yang disediakan.

PDF/A stays PDF/A: the text uses Arimo, embedded as one small subset made once per process; the QR is
filled squares; no transparency, no image. ``tempat`` finds where the print left the space.
"""

import io
import unicodedata
import zlib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import segno
from django.conf import settings
from django.contrib.staticfiles import finders
from fontTools import subset
from fontTools.ttLib import TTFont
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import ResourceType
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.stamp import BaseStampStyle
from pyhanko.stamp.base import BaseStamp

MM = 72 / 25.4
LEBAR, TINGGI = 78 * MM, 18 * MM  # of the block; the print leaves 19 mm (css .ruang)
JANGKAR = "tempat-ttd"
FONT = "arimo/files/arimo-latin-400-normal.woff2"


def tempat(pembaca):
    """(page index, (x1, y1, x2, y2) in points) of the space for the block, or None where the print left none."""
    try:
        nama = pembaca.root["/Names"]["/Dests"]["/Names"]
        letak = next(nama[i + 1] for i in range(0, len(nama), 2) if str(nama[i]) == JANGKAR)
        halaman = letak.raw_get(0)
        nomor = next(
            i for i in range(int(pembaca.root["/Pages"]["/Count"]))
            if pembaca.find_page_for_modification(i)[0].reference == halaman.reference
        )  # fmt: skip
    except (KeyError, StopIteration, AttributeError):
        return None
    x, y = float(letak[2]), float(letak[3])
    return nomor, (x, y - TINGGI - 0.5 * MM, x + LEBAR, y - 0.5 * MM)


@dataclass(frozen=True)
class Huruf:
    """The ASCII of Arimo for WinAnsiEncoding: the TrueType program, the same deflated, widths (1/1000 em) of codes 32-126, metrics."""

    program: bytes
    padat: bytes
    lebar: tuple
    naik: int
    turun: int
    kotak: tuple

    def panjang(self, teks, ukuran):
        """Width of ``teks`` at ``ukuran`` points."""
        return sum(self.lebar[b - 32] for b in winansi(teks)) * ukuran / 1000


def winansi(teks):
    """Text as bytes the subset can draw: accents fall away, what is left over becomes a question mark."""
    polos = "".join(h for h in unicodedata.normalize("NFKD", teks.replace("…", "...")) if not unicodedata.combining(h))
    return bytes(b for b in polos.encode("ascii", "replace") if 32 <= b < 127)


@cache
def huruf():
    """The font of the block, read from the static files once per process."""
    jalur = finders.find(FONT) or Path(settings.STATIC_ROOT) / FONT
    font = TTFont(jalur)
    pilih = subset.Options()
    pilih.hinting, pilih.layout_features, pilih.name_IDs, pilih.notdef_outline = False, [], [], True
    alat = subset.Subsetter(pilih)
    alat.populate(unicodes=range(32, 127))
    alat.subset(font)
    font.flavor = None
    keluar = io.BytesIO()
    font.save(keluar)
    skala = 1000 / font["head"].unitsPerEm
    peta, ukur = font.getBestCmap(), font["hmtx"]
    lebar = tuple(round(ukur[peta[k]][0] * skala) for k in range(32, 127))
    kepala, mendatar = font["head"], font["hhea"]
    kotak = tuple(round(n * skala) for n in (kepala.xMin, kepala.yMin, kepala.xMax, kepala.yMax))
    return Huruf(
        keluar.getvalue(),
        zlib.compress(keluar.getvalue(), 9),
        lebar,
        round(mendatar.ascent * skala),
        round(mendatar.descent * skala),
        kotak,
    )


def _angka(*nilai):
    return generic.ArrayObject(generic.NumberObject(n) for n in nilai)


def _kamus(**isi):
    return generic.DictionaryObject({pdf_name(f"/{k}"): v for k, v in isi.items()})


def pasang_huruf(penulis):
    """Writes the font into the document; returns its reference."""
    h = huruf()
    program = generic.StreamObject(
        _kamus(Length1=generic.NumberObject(len(h.program)), Filter=pdf_name("/FlateDecode")), encoded_data=h.padat
    )
    nama = pdf_name("/PBKDTT+Arimo")
    uraian = _kamus(
        Type=pdf_name("/FontDescriptor"), FontName=nama, Flags=generic.NumberObject(32), FontBBox=_angka(*h.kotak),
        ItalicAngle=generic.NumberObject(0), Ascent=generic.NumberObject(h.naik), Descent=generic.NumberObject(h.turun),
        CapHeight=generic.NumberObject(716), StemV=generic.NumberObject(80), FontFile2=penulis.add_object(program),
    )  # fmt: skip
    return penulis.add_object(
        _kamus(
            Type=pdf_name("/Font"),
            Subtype=pdf_name("/TrueType"),
            BaseFont=nama,
            FirstChar=generic.NumberObject(32),
            LastChar=generic.NumberObject(126),
            Widths=_angka(*h.lebar),
            Encoding=pdf_name("/WinAnsiEncoding"),
            FontDescriptor=penulis.add_object(uraian),
        )
    )


@dataclass(frozen=True)
class GayaBlok(BaseStampStyle):
    """Stamp style for pyHanko: ``alamat`` goes into the QR, ``baris`` beside it (text, points)."""

    alamat: str = ""
    baris: tuple = field(default=())

    def create_stamp(self, writer, box, text_params):
        """The block for one signature."""
        return Blok(writer, self, box=box)


class Blok(BaseStamp):
    """Draws QR and lines, in points from the lower left corner of the space."""

    def render(self):
        """The content stream."""
        self.set_resource(ResourceType.FONT, pdf_name("/FT"), pasang_huruf(self.writer))
        tinggi = float(self.box.height)
        perintah = ["q 0 g", *self._qr(tinggi), "BT 0.15 g"]
        x, y = tinggi + 6, tinggi - 9.0
        for teks, ukuran in self.style.baris:
            isi = winansi(teks).replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
            perintah += [f"/FT {ukuran:g} Tf 1 0 0 1 {x:.2f} {y:.2f} Tm ({isi.decode('latin-1')}) Tj"]
            y -= ukuran * 1.28
        return "\n".join([*perintah, "ET", "Q"]).encode("latin-1")

    def as_form_xobject(self):
        """The stream, deflated."""
        hasil = super().as_form_xobject()
        hasil.compress()
        return hasil

    def _qr(self, tinggi):
        # Any of the eight masks reads as well; trying them all to find the prettiest takes longer than signing.
        kisi = [list(b) for b in segno.make(self.style.alamat, error="m", micro=False, mask=3).matrix]
        sisi = tinggi / len(kisi)
        for i, baris in enumerate(kisi):
            mulai = None
            for j, hitam in enumerate([*baris, 0]):
                if hitam and mulai is None:
                    mulai = j
                elif not hitam and mulai is not None:
                    yield f"{mulai * sisi:.3f} {tinggi - (i + 1) * sisi:.3f} {(j - mulai) * sisi:.3f} {sisi:.3f} re"
                    mulai = None
        yield "f"


def _lipat(teks, ukuran, lebar, baris):
    """``teks`` in at most ``baris`` lines no wider than ``lebar`` points; the last one is cut with an ellipsis."""
    h, hasil, kini = huruf(), [], ""
    for kata in teks.split():
        coba = f"{kini} {kata}".strip()
        if kini and h.panjang(coba, ukuran) > lebar:
            hasil.append(kini)
            kini = kata
        else:
            kini = coba
    hasil.append(kini)
    if len(hasil) > baris:
        hasil = [*hasil[: baris - 1], hasil[baris - 1] + " …"]
    return hasil


def gaya(naskah, alamat, nama, waktu):
    """The style of the block of one naskah: who signs by certificate, when (text), where to verify."""
    lebar = LEBAR - TINGGI - 8
    tanda = naskah.data.get("tanda_tangan") or {}
    kepala = _lipat(f"{tanda.get('jabatan', '')}".strip(), 6.2, lebar, 2)
    baris = [("Ditandatangani secara elektronik oleh", 6.2), *((b, 6.2) for b in kepala if b)]
    baris += [(b, 7.0) for b in _lipat(nama, 7.0, lebar, 1)]
    baris += [(waktu, 6.2)]
    return GayaBlok(alamat=alamat, baris=tuple(baris), border_width=0)
