"""Bila …: indeks seorang pegawai, satu unit, atau satu kebijakan, dihitung dengan fungsi yang sama seperti malam. Pure.

Of a person: his Profil with what he would add, measured by ``aturan.ukur``. Of many: groups of equal facts of a night, each
with its indicators changed, summed by ``aturan.jumlahkan`` as ``ukur`` sums them. Nothing is stored.
"""

from collections import Counter
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple

from indeks import aturan
from indeks.aturan import BELUM, MEMENUHI, Butir, jumlahkan
from indeks.penjelasan import maksimum
from indeks.tabel import INDIKATOR, JENJANG_KELOMPOK, TINGKAT_DIKLAT
from kepegawaian.profil_isi import Diklat, Kinerja

JENJANG_TINGKAT = {n: nama for nama, n in TINGKAT_DIKLAT.items()}
# What may be supposed of many, in the order of the form.
KEBIJAKAN = {
    "teknis": "Setiap orang yang belum mencapai batas JP mengikuti satu diklat teknis",
    "seminar": "Setiap orang yang belum mengikuti seminar mengikuti satu",
    "jabatan": "Setiap pejabat dan JF yang belum berdiklat jabatan mengikutinya",
    "predikat": "Setiap orang yang berpredikat di bawah Baik, atau belum punya, mencapai Baik",
    "pendidikan": "Setiap orang yang berpendidikan di bawah S1 menyelesaikan S1",
}
DIKLAT_JABATAN = ("pimpinan", "fungsional")
BAIK = "Baik"


# ── one person ───────────────────────────────────────────────────────────────────────────────────────


class Isian(NamedTuple):
    """What a person would add; empty or 0: nothing."""

    jp: int = 0
    seminar: bool = False
    jabatan: bool = False
    predikat: str = ""
    pendidikan: str = ""


def profil_bila(p, a, isian):
    """The Profil with the trainings finished, the predikat set and the education recorded in the measurement year."""
    baru = []
    if isian.jp:
        baru.append(Diklat("teknis", a.akhir, isian.jp, "", None, None, "Bila: diklat teknis"))
    if isian.seminar:
        baru.append(Diklat("seminar", a.akhir, None, "", None, None, "Bila: seminar"))
    if isian.jabatan:
        jenjang = JENJANG_TINGKAT.get(JENJANG_KELOMPOK.get(p.kelompok_jabatan), "")
        kelompok = "struktural" if p.jenis_jabatan == "struktural" else "fungsional"
        baru.append(Diklat(kelompok, a.akhir, None, jenjang, True, None, "Bila: diklat jabatan"))
    # The kind of training is found by its first match, so what is new stands last.
    hasil = replace(p, diklat=(*p.diklat, *baru))
    if isian.predikat:
        lain = tuple(k for k in p.kinerja if k.tahun != a.tahun_kinerja)
        hasil = replace(hasil, kinerja=(*lain, Kinerja(a.tahun_kinerja, isian.predikat, None, None)))
    return replace(hasil, pendidikan=isian.pendidikan) if isian.pendidikan else hasil


# ── many ─────────────────────────────────────────────────────────────────────────────────────────────


class Kelompok(NamedTuple):
    """People of one unit with equal facts: ``butir`` {indikator: Butir}, scores in hundredths."""

    unit_id: int | None
    jenis: str
    banyak: int
    butir: dict


@dataclass(slots=True)
class Jumlah:
    """Sums over people in hundredths, before and after."""

    orang: int = 0
    sebelum: int = 0
    sesudah: int = 0
    berubah: int = 0
    kategori_sebelum: Counter = field(default_factory=Counter)
    kategori_sesudah: Counter = field(default_factory=Counter)
    peserta: Counter = field(default_factory=Counter)

    def rata(self, apa):
        """Mean of ``sebelum`` or ``sesudah``, two decimals half-up, as the night rounds it; None without people."""
        if not self.orang:
            return None
        return (Decimal(getattr(self, apa)) / self.orang / 100).quantize(Decimal("0.01"), "ROUND_HALF_UP")

    @property
    def sebelum_rata(self):
        """Mean before."""
        return self.rata("sebelum")

    @property
    def sesudah_rata(self):
        """Mean after."""
        return self.rata("sesudah")

    @property
    def naik(self):
        """Difference of the two means as shown."""
        return None if not self.orang else self.rata("sesudah") - self.rata("sebelum")


def total(butir, a):
    """Total in hundredths of the indicators of one person."""
    bangun = sum(b.skor for k, b in butir.items() if INDIKATOR[k].dimensi == "kompetensi")
    skor = (butir["pendidikan"].skor, bangun, butir["kinerja"].skor, butir["disiplin"].skor)
    return jumlahkan(*skor)[1]


def ubah(k, a, kebijakan, jp):
    """(indicators of the Kelompok under a policy, policies that touched them); ``jp``: hours of the course."""
    butir, kena = dict(k.butir), []
    for nama in kebijakan:
        baru = _UBAH[nama](butir, k.jenis, a, jp)
        if baru:
            kena.append(nama)
            butir |= {b.kode: b for b in baru}
    return butir, kena


def _teknis(butir, jenis, a, jp):
    b = butir.get("teknis")
    if b is None or b.keadaan == MEMENUHI:
        return ()
    jumlah = (b.nilai or 0) + jp
    if jumlah < a.jp_minimal:
        return (b._replace(nilai=jumlah),)
    return (b._replace(skor=maksimum("teknis", a, jenis), keadaan=MEMENUHI, nilai=jumlah),)


def _seminar(butir, jenis, a, _jp):
    return _penuhi("seminar", butir, jenis, a)


def _jabatan(butir, jenis, a, _jp):
    return [b for kode in DIKLAT_JABATAN for b in _penuhi(kode, butir, jenis, a)]


def _penuhi(kode, butir, jenis, a):
    b = butir.get(kode)
    if b is None or b.keadaan == MEMENUHI:
        return ()
    return (b._replace(skor=maksimum(kode, a, jenis), keadaan=MEMENUHI),)


def _predikat(butir, _jenis, a, _jp):
    if butir["kinerja"].skor >= a.predikat[BAIK]:
        return ()
    k = Kinerja(a.tahun_kinerja, BAIK, None, None)
    baru = [aturan.kinerja(k, a)]
    if "bobot_dasar" in butir and butir["bobot_dasar"].skor < a.bobot_dasar[BAIK]:
        baru.append(aturan.bobot_dasar(k, a))
    return baru


def _pendidikan(butir, _jenis, a, _jp):
    b = butir["pendidikan"]
    if b.keadaan == BELUM or b.skor >= a.pendidikan["S1"]:
        return ()  # one whose education is not recorded needs his certificate, not a study
    return (Butir("pendidikan", a.pendidikan["S1"], MEMENUHI, (), "S1"),)


_UBAH = {"teknis": _teknis, "seminar": _seminar, "jabatan": _jabatan, "predikat": _predikat, "pendidikan": _pendidikan}


def hitung(kelompok, a, kebijakan, jp, *, hanya_naik=False):
    """({unit_id: Jumlah}, Jumlah of all) of the groups under the policies; ``hanya_naik``: only who gains by them takes part."""
    menurut, semua = {}, Jumlah()
    for k in kelompok:
        lama = total(k.butir, a)
        butir, kena = ubah(k, a, kebijakan, jp)
        baru = total(butir, a) if kena else lama
        if hanya_naik and baru <= lama:
            baru, kena = lama, []
        for j in (menurut.setdefault(k.unit_id, Jumlah()), semua):
            j.orang += k.banyak
            j.sebelum += lama * k.banyak
            j.sesudah += baru * k.banyak
            j.berubah += k.banyak if baru != lama else 0
            j.kategori_sebelum[aturan.kategori_nilai(lama, a)] += k.banyak
            j.kategori_sesudah[aturan.kategori_nilai(baru, a)] += k.banyak
            for nama in kena:
                j.peserta[nama] += k.banyak
    return menurut, semua
