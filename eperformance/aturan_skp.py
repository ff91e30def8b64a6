"""Aturan penyusunan SKP: SKP-1 … SKP-7. Pure; ids follow ``regulasi/skp-dan-eperformance.md`` section 2.

Law: PP 30/2019; Permen PANRB 6/2022. A ``SusunanSkp`` holds what the rules ask; ``periksa`` answers all of them.
"""

from typing import NamedTuple

from eperformance.aturan import BERAKHLAK
from layanan.katalog import TIDAK, Dasar, Konteks, Syarat, perlu_diperiksa, tidak, ya

ASPEK_WAJIB = ("kuantitas", "kualitas", "waktu")
SEBUT_ASPEK = {"kuantitas": "kuantitas", "kualitas": "kualitas", "waktu": "waktu", "biaya": "biaya"}
# JPT and heads of a perangkat daerah draw from the pohon kinerja, everybody else from the atasan.
BERATASAN = ("administrator", "pengawas", "jf", "pelaksana")


class Butir(NamedTuple):
    """One rencana hasil kerja: ``berinduk`` to the atasan's; ``aspek`` with a filled indicator; ``kriteria``: has any."""

    rencana: str
    jenis: str
    berinduk: bool
    berpohon: bool
    aspek: frozenset
    kriteria: bool


class SusunanSkp(NamedTuple):
    """What an SKP holds. ``perilaku``: values with an expectation; ``atasan_sah``: is the atasan's SKP ditetapkan, None when
    he has none to ask for (Bupati); ``bertumpuk``: id of an overlapping SKP or None; ``penilai_sah``: None unknown."""

    jenjang: str
    pendekatan: str
    butir: tuple[Butir, ...]
    perilaku: frozenset
    atasan_sah: bool | None
    bertumpuk: int | None
    penilai_sah: bool | None


def _utama(s):
    return [b for b in s.butir if b.jenis == "utama"]


def s1(s):
    """Permen PANRB 6/2022: at least one hasil kerja utama."""
    n = len(_utama(s))
    return ya(f"{n} hasil kerja utama.") if n else tidak("SKP belum memuat hasil kerja utama.")


def s2(s):
    """Permen PANRB 6/2022: each utama points to the atasan's rencana (a JPT's to the pohon kinerja)."""
    if s.jenjang not in BERATASAN:
        tanpa = [b.rencana for b in _utama(s) if not b.berpohon and not b.berinduk]
        if tanpa:
            return tidak("Pilih sasaran pada pohon kinerja yang diwujudkan.", *tanpa)
        return ya("Tiap hasil kerja utama mewujudkan pohon kinerja.")
    tanpa = [b.rencana for b in _utama(s) if not b.berinduk and not b.berpohon]
    if tanpa:
        return tidak("Pilih rencana hasil kerja atasan yang diintervensi.", *tanpa)
    return ya("Tiap hasil kerja utama mengintervensi rencana hasil kerja atasan.")


def s3(s):
    """Permen PANRB 6/2022: kuantitatif wants kuantitas, kualitas, waktu; kualitatif at least one criterion."""
    if s.pendekatan == "kualitatif":
        tanpa = [b.rencana for b in _utama(s) if not b.kriteria]
        return tidak("Kriteria keberhasilan belum diisi.", *tanpa) if tanpa else ya("Tiap hasil kerja berkriteria.")
    kurang = [(b.rencana, a) for b in _utama(s) for a in ASPEK_WAJIB if a not in b.aspek]
    if kurang:
        aspek = " dan ".join(dict.fromkeys(SEBUT_ASPEK[a] for _, a in kurang))
        return tidak(f"Indikator {aspek} belum diisi.", *dict.fromkeys(r for r, _ in kurang))
    return ya("Kuantitas, kualitas, dan waktu terisi.")


def s4(s):
    """Permen PANRB 6/2022: all seven values of BerAKHLAK."""
    kurang = [nama for kode, (nama, _) in BERAKHLAK.items() if kode not in s.perilaku]
    if kurang:
        return tidak(f"Perilaku {', '.join(kurang)} belum lengkap.")
    return ya("Ketujuh perilaku lengkap.")


def s5(s):
    """Cascading (asumsi): the atasan's SKP is ditetapkan first; a warning."""
    if s.atasan_sah is None:
        return ya("Atasan tidak menyusun SKP pada portal.")
    return ya("SKP atasan sudah ditetapkan.") if s.atasan_sah else tidak("SKP atasan belum ditetapkan.")


def s6(s):
    """Periods of one pegawai do not overlap."""
    return tidak(f"Periode bertumpuk dengan SKP {s.bertumpuk}.") if s.bertumpuk else ya("Periode tidak bertumpuk.")


def s7(s):
    """PP 30/2019: the penilai is the atasan langsung, at least a pengawas, or delegated."""
    if s.penilai_sah is None:
        return perlu_diperiksa("Eselon jabatan penilai belum tercatat.")
    if s.penilai_sah:
        return ya("Pejabat penilai ialah atasan langsung atau yang diberi pendelegasian.")
    return tidak("Pejabat penilai tidak sah untuk jabatan ini.")


_PERMEN, _PP = Dasar("PermenPANRB 6/2022"), Dasar("PP 30/2019")
LUNAK = ("SKP-5",)  # a warning only (asumsi)


def _syarat(kode, uraian, dasar, keyakinan, aturan):
    return Syarat(kode, uraian, dasar, lambda k: aturan(k.lain["skp"]), keyakinan)


SYARAT = (
    _syarat("SKP-1", "Paling sedikit satu hasil kerja utama", _PERMEN, "sebagian", s1),
    _syarat("SKP-2", "Hasil kerja utama mengintervensi rencana hasil kerja atasan", _PERMEN, "sebagian", s2),
    _syarat("SKP-3", "Indikator tiap hasil kerja utama lengkap", _PERMEN, "sebagian", s3),
    _syarat("SKP-4", "Ketujuh perilaku kerja lengkap", _PERMEN, "pasti", s4),
    _syarat("SKP-5", "SKP atasan ditetapkan lebih dahulu", _PERMEN, "asumsi", s5),
    _syarat("SKP-6", "Periode tidak bertumpuk", _PERMEN, "asumsi", s6),
    _syarat("SKP-7", "Pejabat penilai sah", _PP, "pasti", s7),
)


def periksa(susunan):
    """[(Syarat, Hasil)] of all rules on a SusunanSkp, in order."""
    k = Konteks(None, {}, None, None, {"skp": susunan})
    return [(s, s.periksa(k)) for s in SYARAT]


def halangan(hasil):
    """Of the answers of ``periksa`` those that bar submission: rules that say no, SKP-5 aside."""
    return [(s, h) for s, h in hasil if h.jawaban == TIDAK and s.kode not in LUNAK]
