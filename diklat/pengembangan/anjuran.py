"""Pengembangan seorang pegawai dalam satu halaman: JP tahun ini, yang wajib, yang dianjurkan dan yang diberikannya.

Pure over the Profil but for the standard of the post and the kegiatan that are open (a query each); the gain in IP ASN comes
from ``kepegawaian.ukuran_kompetensi``.
"""

from dataclasses import dataclass
from functools import partial
from typing import Any, NamedTuple

from django.urls import reverse

from diklat.models import KegiatanPelatihan, PesertaPelatihan
from diklat.pengembangan import aturan
from diklat.pengembangan.kebutuhan import katalog_kompetensi
from kepegawaian import ukuran_kompetensi as ukuran
from kepegawaian.aturan_kompetensi import celah, hasil_sah
from kepegawaian.standar import Standar
from layanan.katalog import Konteks

BAGIAN = tuple(dict.fromkeys((*ukuran.BAGIAN, "kompetensi", "ikatan")))
SARAN = {
    "pimpinan": "Ikuti pelatihan kepemimpinan sesuai jenjang jabatan.", "fungsional": "Ikuti diklat fungsional yang sesuai jabatan.",
    "teknis": "Kumpulkan paling sedikit 20 JP diklat teknis.", "seminar": "Ikuti satu seminar, lokakarya, atau kursus.",
}  # fmt: skip


# Group of the kind of training (SIASN) that fulfils an indicator of the index.
KELOMPOK_IP = {"pimpinan": "struktural", "fungsional": "fungsional", "teknis": "teknis", "seminar": "seminar"}


class Terbuka(NamedTuple):
    """A kegiatan one may be nominated for today: its page, and where one applies oneself ("" through the OPD)."""

    nama: str
    url: str
    jp: int | None
    daftar_url: str
    kelompok: str
    jenjang: str
    katalog: str

    def cocok(self, kode, p, wajib):
        """Does it fulfil the indicator ``kode`` for him: of that kind, of his own level, and meant for holders of a post?"""
        if self.kelompok != KELOMPOK_IP.get(kode):
            return False
        if self.katalog == "pemantapan":
            return p.jenis_jabatan == "struktural"
        return self.jenjang in wajib if kode == "pimpinan" else not self.jenjang


@dataclass(frozen=True, slots=True)
class Anjuran:
    """Something he may take: what, why, how many points of IP ASN it gives (None: unknown), the trainings there are.

    ``pelatihan``: [(name, page or "", JP, address to apply at once or "")].
    """

    judul: str
    sebab: str
    naik: float | None
    pelatihan: list
    dasar: str
    asumsi: bool


@dataclass(frozen=True, slots=True)
class Gambaran:
    """What the page shows; ``masa`` None when the contract or the status is unknown."""

    masa: Any
    jp: int
    tanpa_jp: int
    hasil: Any
    wajib: tuple
    anjuran: list
    ip: Any
    terukur: bool
    buka: list


def susun(p, acuan, tanggal):
    """The Gambaran of a Profil of the sections ``BAGIAN``."""
    masa = aturan.masa_jp(p, acuan, tanggal)
    jp, tanpa = aturan.jumlah_jp(p.diklat, masa.dari, masa.sampai) if masa else (0, 0)
    konteks = Konteks(p, {}, tanggal, acuan)
    hasil = aturan.dik02_jp_pppk(konteks) if p.status in aturan.PPPK else aturan.dik01_jp_pns(konteks)
    ip = ukuran.kompetensi(p, acuan, tanggal.year, berjalan=True)
    uji, buka = hasil_sah(p.uji_kompetensi, tanggal), terbuka(p.pegawai_id, tanggal)
    wajib = aturan.wajib(p, acuan, tanggal)
    cocok = partial(_cocok, buka=buka, p=p, wajib={w.kode for w in wajib})
    return Gambaran(masa, jp, tanpa, hasil, wajib, [*_dari_ip(ip, cocok), *_dari_celah(p, tanggal, uji)], ip,
                    uji is not None, buka)  # fmt: skip


def _cocok(kode, *, buka, p, wajib):
    """The first three of what is open that fulfil an indicator, as ``Anjuran.pelatihan`` has them."""
    return [(x.nama, x.url, x.jp, x.daftar_url) for x in buka if x.cocok(kode, p, wajib)][:3]


def terbuka(pegawai_id, tanggal):
    """[Terbuka] of the kegiatan open today he is not in yet, the first to close first; one query."""
    ikut = PesertaPelatihan.objects.filter(pegawai_id=pegawai_id).exclude(status="mundur")
    isi = KegiatanPelatihan.objects.filter(tahap="nominasi", buka__lte=tanggal, tutup__gte=tanggal).exclude(
        pk__in=ikut.values("kegiatan_id")
    )  # fmt: skip
    isi = isi.order_by("tutup", "pk").values_list(
        "pk", "nama", "jp", "mandiri", "pelatihan__jenis__kelompok", "pelatihan__jenjang", "pelatihan__kelompok"
    )[:50]  # fmt: skip
    return [
        Terbuka(nama, reverse("diklat:kalender_detail", args=[pk]), jp,
                reverse("diklat:kalender_daftar", args=[pk]) if mandiri else "", kelompok, jenjang, katalog)
        for pk, nama, jp, mandiri, kelompok, jenjang, katalog in isi
    ]  # fmt: skip


def _dari_ip(ip, cocok):
    """Indicators of IP ASN not fulfilled yet, the largest gain first, each with what is open for it."""
    hasil = []
    for b in ip.butir if ip else ():
        if b.terpenuhi or not (naik := ip.naik_bila(b.kode) / 100):
            continue
        hasil.append(
            Anjuran(b.nama, SARAN.get(b.kode, ""), naik, cocok(b.kode), "PerBKN 8/2019", b.keyakinan == "asumsi")
        )
    return sorted(hasil, key=lambda a: -a.naik)


def _dari_celah(p, tanggal, uji):
    """Competences below the standard of his post, the widest gap first."""
    if uji is None or not p.jabatan_id:
        return []
    standar = Standar(tanggal, [p.jabatan_id])
    butuh = standar.menurut(p.jabatan_id, p.jenis_jabatan or "", p.kelompok_jabatan or "", p.jenjang or "")
    kurang = sorted((c for c in celah(butuh, dict(uji.nilai)) if c.selisih), key=lambda c: -c.selisih)
    katalog = katalog_kompetensi() if kurang else {}
    return [
        Anjuran(standar.nama.get(c.kode, c.kode), f"Jabatan menuntut level {c.butuh}, uji kompetensi terakhir level {c.ada}.", None,
                [(*x, "") for x in katalog.get(c.kode, ())], "PermenPANRB 38/2017", False)
        for c in kurang
    ]  # fmt: skip
