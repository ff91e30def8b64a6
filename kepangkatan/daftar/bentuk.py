"""Bentuk daftar: bagian, kolom, dan baris sebagaimana dibekukan; the same shapes serve page, xlsx and PDF.

A cell is a list of lines, one for each heading of its column ("Pangkat, golongan ruang", "TMT"); in xlsx every line is
a column of its own. Dates are written dd-mm-yyyy, so that what is frozen is what is printed.
"""

from dataclasses import asdict, dataclass, field

BERKELOMPOK = ("nominatif", "bezetting")  # kinds whose rows stand below a heading, their unit


@dataclass(frozen=True)
class Kolom:
    """One column. ``sub``: headings of its lines; ``lebar``: mm on paper, None shares the rest.

    ``umum``: what a reader outside the scope of a row may see of a DUK that is open to all; ``angka``: figures.
    """

    judul: str
    sub: tuple[str, ...] = ()
    lebar: int | None = None
    umum: bool = False
    angka: bool = False

    @property
    def kepala(self):
        """Headings of the xlsx columns."""
        return self.sub or (self.judul,)


@dataclass(frozen=True)
class Bagian:
    """One table of a list: ``kode`` of its rows, heading, columns, and a sentence below the heading."""

    kode: str
    judul: str
    kolom: tuple[Kolom, ...]
    keterangan: str = ""

    def beku(self):
        """JSON of this part."""
        return asdict(self)


@dataclass
class Baris:
    """One row before it is stored; ``sel`` has a list of lines for each column after the number."""

    bagian: str
    nomor: int
    sel: list
    pegawai_id: int | None = None
    unit_id: int | None = None
    nip: str = ""
    nama: str = ""
    kelompok: str = ""
    lain: dict = field(default_factory=dict)

    @property
    def data(self):
        """JSON of the row."""
        return {"sel": self.sel, **self.lain}


def baca_bagian(data):
    """Bagian of a frozen list."""
    hasil = []
    for b in data.get("bagian", ()):
        kolom = tuple(Kolom(**k | {"sub": tuple(k["sub"])}) for k in b["kolom"])
        hasil.append(Bagian(b["kode"], b["judul"], kolom, b["keterangan"]))
    return hasil


def hari(tanggal):
    """``01-10-2020``, or an empty text."""
    return f"{tanggal:%d-%m-%Y}" if tanggal else ""


def masa(bulan):
    """Years and months as two figures, or two empty texts."""
    return ["", ""] if bulan is None else [bulan // 12, bulan % 12]
