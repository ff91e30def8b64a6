"""Lists in pages: ``potong(request, queryset)`` for views, and what ``komponen/_halaman.html`` asks of a page.

The URL says everything: ``?urut=-nama&halaman=2&baris=50`` besides the filters. The size a person chose stays in
his session. Counting stops at 1,000 ("lebih dari 1.000"), so that a list costs the same at any number of rows.
"""

from dataclasses import dataclass, replace
from itertools import pairwise

from django.http import QueryDict
from django.utils.html import format_html_join

UKURAN = (25, 50, 100)
BATAS_HITUNG = 1000


@dataclass(frozen=True, slots=True)
class Potongan:
    """One page of a list, and where it stands in the whole."""

    butir: list
    nomor: int
    ukuran: int
    jumlah: int
    lebih: bool
    ada_berikut: bool

    def __iter__(self):
        return iter(self.butir)

    def __len__(self):
        return len(self.butir)

    @property
    def mulai(self):
        """Number of the first row shown, 0 when there is none."""
        return (self.nomor - 1) * self.ukuran + 1 if self.butir else 0

    @property
    def sampai(self):
        """Number of the last row shown."""
        return self.mulai + len(self.butir) - 1 if self.butir else 0

    @property
    def sebelum(self):
        """Number of the page before, or None."""
        return self.nomor - 1 if self.nomor > 1 else None

    @property
    def berikut(self):
        """Number of the next page, or None."""
        return self.nomor + 1 if self.ada_berikut else None

    @property
    def terakhir(self):
        """Number of the last page; None as long as nobody counted that far."""
        return None if self.lebih else max(1, -(-self.jumlah // self.ukuran))

    @property
    def pilihan_ukuran(self):
        """The sizes one may choose."""
        return UKURAN


def _bilangan(teks, bawaan):
    return int(teks) if teks and teks.isascii() and teks.isdigit() and len(teks) < 8 and int(teks) else bawaan


def ukuran_halaman(request):
    """Rows a page: from the URL, remembered in the session, 25 at first."""
    diminta = _bilangan(request.GET.get("baris"), 0)
    simpanan = request.session.get("baris")
    if diminta in UKURAN:
        if diminta != simpanan:
            request.session["baris"] = diminta
        return diminta
    return simpanan if simpanan in UKURAN else UKURAN[0]


def potong(request, data, batas=BATAS_HITUNG, isi=None, jumlah=None):
    """Returns the asked page of a queryset or list. ``batas=None`` counts everything (when asked for).

    Two queries: a count that stops at ``batas`` + 1, and the rows of the page plus one. A page beyond the end
    gives the last one that is known to exist. ``isi``: the queryset that gives the rows by their keys in a third query,
    where ``data`` sorts everybody and should not carry all columns along. ``jumlah``: the count, where the page knows it.
    """
    if isi is not None:
        kunci = potong(request, data.values_list("pk", flat=True), batas, jumlah=jumlah)
        baris = isi.in_bulk(kunci.butir)
        return replace(kunci, butir=[baris[pk] for pk in kunci.butir if pk in baris])
    ukuran = ukuran_halaman(request)
    nomor = _bilangan(request.GET.get("halaman"), 1)
    if isinstance(data, (list, tuple)):
        jumlah = len(data)
    elif jumlah is not None:
        pass
    elif batas is None:
        jumlah = data.count()
    else:
        jumlah = data.order_by()[: batas + 1].count()
    lebih = batas is not None and jumlah > batas
    if lebih:
        jumlah = batas
    else:
        nomor = min(nomor, max(1, -(-jumlah // ukuran)))
    butir = _ambil(data, nomor, ukuran)
    if not butir and nomor > 1:
        nomor = max(1, jumlah // ukuran)
        butir = _ambil(data, nomor, ukuran)
    return Potongan(butir[:ukuran], nomor, ukuran, jumlah, lebih, len(butir) > ukuran)


def potong_sekali(request, ambil):
    """The asked page of what one query gives whole: ``ambil(start, how many)`` -> (rows, how many there are in all).

    A page beyond the end asks once more, for the last one.
    """
    ukuran = ukuran_halaman(request)
    nomor = _bilangan(request.GET.get("halaman"), 1)
    butir, jumlah = ambil((nomor - 1) * ukuran, ukuran)
    if not butir and jumlah:
        nomor = -(-jumlah // ukuran)
        butir, jumlah = ambil((nomor - 1) * ukuran, ukuran)
    return Potongan(butir, nomor if butir else 1, ukuran, jumlah, False, nomor * ukuran < jumlah)


def _ambil(data, nomor, ukuran):
    awal = (nomor - 1) * ukuran
    return list(data[awal : awal + ukuran + 1])


def nomor_halaman(potongan):
    """Page numbers to show, None where some are left out."""
    kini, akhir = potongan.nomor, potongan.terakhir
    diketahui = akhir if akhir is not None else kini + (1 if potongan.ada_berikut else 0)
    tampak = sorted({1, kini - 1, kini, kini + 1, diketahui} & set(range(1, diketahui + 1)))
    hasil = tampak[:1]
    for kiri, kanan in pairwise(tampak):
        hasil += [kanan] if kanan == kiri + 1 else [kiri + 1, kanan] if kanan == kiri + 2 else [None, kanan]
    return hasil if akhir is not None or not potongan.ada_berikut else [*hasil, None]


def kueri(kini, ubah):
    """Query string with ``ubah`` applied; the page is left out unless it is among the changes."""
    hasil = kini.copy() if kini is not None else QueryDict(mutable=True)
    if "halaman" not in ubah:
        hasil.pop("halaman", None)
    for nama, nilai in ubah.items():
        if nilai is None or nilai == "":
            hasil.pop(nama, None)
        else:
            hasil[nama] = nilai
    return "?" + hasil.urlencode()


def kolom_tersembunyi(kini, kecuali):
    """Hidden inputs of the present query, so that a GET form keeps what it does not ask itself."""
    pasangan = [
        (nama, nilai) for nama, daftar in (kini.lists() if kini else ()) if nama not in kecuali for nilai in daftar
    ]
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', pasangan)
