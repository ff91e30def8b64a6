"""Menu samping: each app declares its items in its own ``menu.py``; nobody edits a list of all.

``temukan()`` imports every app's ``menu.py`` once, at start (``kepegawaian.apps``). ``menu_untuk(request)`` gives
the groups a person may see. Rights are not decided here: a hidden item is a courtesy, the view refuses by itself.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cache

from django.urls import NoReverseMatch, reverse
from django.utils.module_loading import autodiscover_modules

from kepegawaian.hak import PERAN

# Groups in the order of the menu; "" stands on top without a heading. A group not named here comes last.
KELOMPOK = (
    "",
    "Pegawai",
    "Jabatan dan daftar",
    "Kinerja",
    "Pengadaan",
    "Pengembangan",
    "Layanan",
    "Korpri",
    "Tata kelola",
    "Sistem",
)
# Short names of the bottom bar of a phone, in its order.
BAWAH = ("Beranda", "Layanan", "Usulan", "Data saya")
# Links of the frame itself (templates/base.html), looked up with {% url … as … %}: a missing one stays hidden.
PINTU = (
    "tata_kelola:beranda",
    "tata_kelola:cari",
    "tata_kelola:pemberitahuan",
    "kepegawaian:saya",
    "kepegawaian:kabar_saya",
    "kepegawaian:ganti_sandi",
    "kepegawaian:keamanan",
    "kepegawaian:keluar",
    "kepegawaian:masuk",
    "kepegawaian:aktivasi",
    "kepegawaian:lupa_sandi",
)
# Everybody who works with the portal; a candidate sees his own item only.
PEMAKAI = tuple(p for p in PERAN if p != "calon")
_BUTIR: list["Butir"] = []


@dataclass(frozen=True, slots=True)
class Butir:
    """One item. ``untuk``: roles that see it; ``lencana``: key of ``hak.lencana`` whose count stands beside it.

    ``singkat``: short name in the bottom bar of an ASN's phone, one of ``BAWAH``.
    """

    nama: str
    url_name: str
    ikon: str
    kelompok: str
    untuk: Iterable[str]
    urutan: int = 100
    lencana: str | None = None
    singkat: str = ""
    # (hak, acuan) -> bool: further narrowed to those it is for, e.g. staf of one subbid.
    bila: Callable | None = None


@dataclass(slots=True)
class ButirTampil:
    """An item as the template shows it."""

    nama: str
    url: str
    ikon: str
    singkat: str
    jumlah: int = 0
    aktif: bool = False


@dataclass(slots=True)
class Kelompok:
    """A group with the items this person may see."""

    nama: str
    butir: list[ButirTampil] = field(default_factory=list)


def daftarkan(*butir):
    """Adds items to the menu; the same url_name twice keeps the first one a person may see."""
    _BUTIR.extend(butir)
    _BUTIR.sort(key=lambda b: (_letak(b.kelompok), b.urutan, b.nama))


def temukan():
    """Imports ``menu.py`` of every app."""
    autodiscover_modules("menu")


def _letak(kelompok):
    return (KELOMPOK.index(kelompok), "") if kelompok in KELOMPOK else (len(KELOMPOK), kelompok)


@cache
def _alamat(url_name):
    """Path of a URL name, None while it does not exist; one lookup per process."""
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return None


def _awalan(url, path):
    """True when ``path`` lies under ``url``; the home page is under nothing but itself."""
    return path == url or (url != "/" and path.startswith(url if url.endswith("/") else url + "/"))


def menu_untuk(request):
    """Returns the groups this person may see; the item with the longest matching address is ``aktif``."""
    hak = getattr(request, "hak", None)
    if hak is None:
        return []
    lencana = getattr(hak, "lencana", {})
    kelompok, terpanjang, sudah = {}, None, set()
    for butir in _BUTIR:
        url = _alamat(butir.url_name)
        if url is None or url in sudah or hak.peran.isdisjoint(butir.untuk):
            continue
        if butir.bila is not None and not butir.bila(hak, request.acuan):
            continue
        sudah.add(url)
        jumlah = lencana.get(butir.lencana) or 0 if butir.lencana else 0
        tampil = ButirTampil(butir.nama, url, butir.ikon, butir.singkat, jumlah)
        kelompok.setdefault(butir.kelompok, Kelompok(butir.kelompok)).butir.append(tampil)
        if _awalan(url, request.path) and (terpanjang is None or len(url) > len(terpanjang.url)):
            terpanjang = tampil
    if terpanjang is not None:
        terpanjang.aktif = True
    return list(kelompok.values())


def nama_halaman(request, path):
    """What the menu of this person calls the page at ``path``, or the page above it; the path itself when nothing does."""
    butir = [b for kelompok in menu_untuk(request) for b in kelompok.butir if _awalan(b.url, path)]
    return max(butir, key=lambda b: len(b.url)).nama if butir else path


def cari_halaman(request, teks):
    """[(ButirTampil, group)] of this person's menu that hold every word of ``teks``, those whose own name does first."""
    kata = teks.casefold().split()
    semua = [(butir, kelompok.nama) for kelompok in menu_untuk(request) for butir in kelompok.butir]
    cocok = [(b, nama) for b, nama in semua if all(k in f"{b.nama} {nama}".casefold() for k in kata)]
    return sorted(cocok, key=lambda satu: not all(k in satu[0].nama.casefold() for k in kata))


def bilah_bawah(menu):
    """Returns the four items of an ASN's bottom bar."""
    bersingkat = {butir.singkat: butir for kelompok in menu for butir in kelompok.butir if butir.singkat}
    return [bersingkat[nama] for nama in BAWAH if nama in bersingkat]


def periksa_menu():
    """Returns the URL names in the menu and its frame that lead nowhere; a test expects none."""
    nama = [*PINTU, *(butir.url_name for butir in _BUTIR)]
    return sorted({n for n in nama if _alamat.__wrapped__(n) is None})
