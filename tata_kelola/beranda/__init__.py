"""Beranda: apa yang pertama-tama diperlukan tiap peran; satu alamat, bagian menurut peran, tanpa pengulangan.

Reading order: ``susun`` here, ``hitung`` (one question for all figures), then a section: ``diri``, ``mendatang``, ``kotak``, ``opd``,
``dapur``, ``kinerja``, ``ke_depan``, ``pandangan``, ``pengawasan``, ``sistem``. Every section says ``UNTUK`` whom it is, names its
expressions in ``angka(request)``, and shapes the answers in ``susun(request, nilai)``. Pure queries, no HTML.
"""

from dataclasses import dataclass, field

from django.utils import timezone

from indeks.models import PutaranIndeks
from tata_kelola import hari_pertama
from tata_kelola.beranda import dapur, diri, ke_depan, kinerja, kotak, mendatang, opd, pandangan, pengawasan, sistem
from tata_kelola.beranda.hitung import tanya

# Work before oneself, what waits before what is coming; the order of the page.
BAGIAN = {
    "kotak": kotak,
    "opd": opd,
    "kinerja": kinerja,
    "ke_depan": ke_depan,
    "pandangan": pandangan,
    "dapur": dapur,
    "pengawasan": pengawasan,
    "sistem": sistem,
}


@dataclass(slots=True)
class Beranda:
    """All a home page shows; ``bagian`` maps section names to their content, in the order of the page."""

    salam: str
    bagian: dict = field(default_factory=dict)
    hari_pertama: object = None
    diri: object = None
    mendatang: object = None
    hanya_diri: bool = False

    @property
    def kosong(self):
        """True when there is nothing at all to show."""
        return not self.bagian and self.diri is None


def susun(request):
    """The Beranda of a request: one query for all figures, two for the person himself."""
    hak = request.hak
    dipakai = {nama: modul for nama, modul in BAGIAN.items() if hak.punya(*modul.UNTUK)}
    angka = {}
    for modul in dipakai.values():
        angka |= modul.angka(request)
    memulai = hari_pertama.boleh(hak, request.acuan)
    if memulai:
        angka |= hari_pertama.angka(request)
    nilai = tanya(hak.pengguna_id, angka)
    beranda = Beranda(salam="", hanya_diri=not dipakai)
    for nama, modul in dipakai.items():
        beranda.bagian[nama] = modul.susun(request, nilai)
    if memulai and not (hp := hari_pertama.susun(request, nilai)).lengkap:
        beranda.hari_pertama = hp
    if "sistem" in beranda.bagian:
        beranda.bagian["sistem"].malam = PutaranIndeks.objects.order_by("-mulai").first()
    if hak.pegawai_id and hak.punya(*diri.UNTUK):
        kini = diri.ambil(hak.pegawai_id)
        if kini is not None:
            beranda.diri = diri.susun(request, kini)
            beranda.mendatang = mendatang.susun(request, kini)
    panggil = beranda.diri.kini.nama if beranda.diri else hak.nama
    beranda.salam = salam(panggil, hak.jenis_kelamin, timezone.localtime().hour)
    return beranda


def salam(nama, kelamin, jam):
    """Greeting by the hour: "Selamat pagi, Bu Siti"; a person without a known sex is greeted by name."""
    waktu = "pagi" if 3 <= jam < 11 else "siang" if jam < 15 else "sore" if jam < 18 else "malam"
    waktu = "malam" if jam < 3 else waktu
    sapaan = {"L": "Pak ", "P": "Bu "}.get(kelamin, "")
    return f"Selamat {waktu}, {sapaan}{nama_panggilan(nama)}" if nama else f"Selamat {waktu}"


def nama_panggilan(nama):
    """First name; an abbreviated one ("M. Yusuf") keeps the next word, capitals of the file become a name."""
    kata = nama.split(",")[0].split()
    kata = [k.capitalize() if k.isupper() and len(k) > 2 else k for k in kata]
    pendek = bool(kata) and (kata[0].endswith(".") or len(kata[0]) <= 2)
    return " ".join(kata[: 2 if pendek else 1])
