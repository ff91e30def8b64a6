"""Pengembangan seorang pegawai dalam satu halaman: JP tahun ini, yang wajib, yang dianjurkan dan yang diberikannya.

Pure over the Profil but for the standard of the post (one query); the gain in IP ASN comes from ``kepegawaian.ukuran_kompetensi``.
"""

from dataclasses import dataclass
from typing import Any

from diklat.pengembangan import aturan
from diklat.pengembangan.kebutuhan import katalog_kompetensi
from kepegawaian import ukuran_kompetensi as ukuran
from kepegawaian.aturan_kompetensi import celah, hasil_sah
from kepegawaian.standar import Standar
from layanan.katalog import Konteks

BAGIAN = tuple(dict.fromkeys((*ukuran.BAGIAN, "unit", "kompetensi", "ikatan", "tinggal")))
SARAN = {
    "pimpinan": "Ikuti pelatihan kepemimpinan sesuai jenjang jabatan.", "fungsional": "Ikuti diklat fungsional yang sesuai jabatan.",
    "teknis": "Kumpulkan paling sedikit 20 JP diklat teknis.", "seminar": "Ikuti satu seminar, lokakarya, atau kursus.",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Anjuran:
    """Something he may take: what, why, how many points of IP ASN it gives (None: unknown), the trainings there are."""

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


def susun(p, acuan, tanggal):
    """The Gambaran of a Profil of the sections ``BAGIAN``."""
    masa = aturan.masa_jp(p, acuan, tanggal)
    jp, tanpa = aturan.jumlah_jp(p.diklat, masa.dari, masa.sampai) if masa else (0, 0)
    konteks = Konteks(p, {}, tanggal, acuan)
    hasil = aturan.dik02_jp_pppk(konteks) if p.status in aturan.PPPK else aturan.dik01_jp_pns(konteks)
    ip = ukuran.kompetensi(p, acuan, tanggal.year, berjalan=True)
    uji = hasil_sah(p.uji_kompetensi, tanggal)
    return Gambaran(masa, jp, tanpa, hasil, aturan.wajib(p, acuan, tanggal),
                    [*_dari_ip(ip), *_dari_celah(p, tanggal, uji)], ip, uji is not None)  # fmt: skip


def _dari_ip(ip):
    """Indicators of IP ASN not fulfilled yet, the largest gain first."""
    terbuka = [b for b in ip.butir if not b.terpenuhi] if ip else []
    hasil = [
        Anjuran(
            b.nama,
            SARAN.get(b.kode, ""),
            ip.naik_bila(b.kode) / 100,
            [],
            "PerBKN 8/2019",
            b.keyakinan == "asumsi",
        )
        for b in terbuka
    ]
    return sorted((a for a in hasil if a.naik), key=lambda a: -a.naik)


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
                katalog.get(c.kode, []), "PermenPANRB 38/2017", False)
        for c in kurang
    ]  # fmt: skip
