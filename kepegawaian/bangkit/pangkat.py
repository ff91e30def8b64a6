"""Riwayat pangkat dan gaji menurut hukum: periode, masa dalam pangkat, puncak, potongan MKG, baris gaji.

Law: PP 99/2000 jo. PP 12/2002 (kinds, four years, ceiling), PerBKN 4/2023 and 4/2025 (periods), PP 98/2000
(start rank), PP 7/1977 (MKG: I→II less 6 years, II→III less 5; KGB at each row of the column), PP 5/2024.
All dates here are month indexes (``waktu.bulan``).
"""

from typing import NamedTuple

from kepegawaian.bangkit.dunia import GAJI_SEJAK
from kepegawaian.bangkit.waktu import bulan

POTONGAN = {(0, 1): 72, (1, 2): 60}
# Diploma -> highest rank from which penyesuaian ijazah lifts, and the rank it lifts to.
PENYESUAIAN = {"D2": (5, 6), "D3": (6, 7), "S1": (8, 9), "S2": (9, 10)}
AWAL_GAJI = bulan(GAJI_SEJAK)


class Fase(NamedTuple):
    """A stretch of a career: ``jenis`` pelaksana, jf or struktural; ``rentang`` (lowest, highest) rank."""

    mulai: int
    akhir: int
    jenis: str
    rentang: tuple[int, int]


class Tahan(NamedTuple):
    """Months in which a penalty or leave holds KP and KGB; ``tunda``: S1T, a KGB delayed by a year."""

    mulai: int
    sampai: int
    tunda: bool = False


class Langkah(NamedTuple):
    """One step of rank: golongan and its order index, month, kind of KP, MKG in months on that day."""

    golongan: str
    urutan: int
    indeks: int
    jenis: str
    mkg: int


def golongan_besar(urutan):
    """0 for I, 1 for II, 2 for III, 3 for IV."""
    return min((urutan - 1) // 4, 3)


class Karier:
    """Simulates the steps of one PNS from entry to ``batas`` (the last month of service or of today)."""

    def __init__(self, acak, dunia, r, fase, ijazah, tahan, batas):
        self.acak, self.dunia, self.r = acak, dunia, r
        self.fase, self.ijazah, self.tahan, self.batas = fase, ijazah, tahan, batas
        self.laju = r.pilihan.get("laju", 48)
        self.puncak_jf = r.pilihan.get("puncak", 15)
        self.mulus = bool(r.kursi)

    def jejak(self):
        """The steps, oldest first."""
        awal = self.dunia.didik[self.r.didik_awal]
        mkg_awal = 0 if "mkg_awal" in self.r.pilihan.get("tanpa", ()) else awal.mkg * 12
        tetap = self.r.pilihan.get("langkah")
        if tetap:
            langkah = [(u, i, "101") for u, i in tetap[1:] if i <= self.batas]
            masuk = tetap[0][1]
        else:
            masuk = bulan(self.r.masuk)
            langkah = self._langkah(awal.awal, masuk)
        kode = self.dunia.golongan
        hasil, nol, lama = [Langkah(kode[awal.awal], awal.awal, masuk, "211", mkg_awal)], masuk - mkg_awal, awal.awal
        for urutan, indeks, jenis in langkah:
            potong = POTONGAN.get((golongan_besar(lama), golongan_besar(urutan)), 0)
            mkg = max(0, indeks - nol - potong)
            nol, lama = indeks - mkg, urutan
            hasil.append(Langkah(kode[urutan], urutan, indeks, jenis, mkg))
        return hasil

    def _langkah(self, urutan, indeks):
        hasil = []
        while True:
            calon = [c for c in (*self._penyesuaian(urutan, indeks), self._menurut_fase(urutan, indeks)) if c]
            if not calon:
                return hasil
            berikut = min(calon, key=lambda c: c[1])
            if berikut[1] > self.batas:
                return hasil
            hasil.append(berikut)
            urutan, indeks = berikut[0], berikut[1]

    def _penyesuaian(self, urutan, indeks):
        """Candidates by a higher diploma (one year in rank)."""
        if "penyesuaian" in self.r.pilihan.get("tanpa", ()):
            return
        for diakui, setara in self.ijazah:
            dari, ke = PENYESUAIAN.get(setara, (0, 0))
            if urutan <= dari:
                yield ke, self._sah(max(diakui + 8, indeks + 12)), "203"

    def _menurut_fase(self, urutan, indeks):
        """The earliest step the present and later stretches of the career allow."""
        for f in self.fase:
            if f.akhir <= indeks:
                continue
            calon = getattr(self, f"_{f.jenis}")(f, urutan, indeks)
            if calon and calon[1] < f.akhir:
                return calon
        return None

    def _pelaksana(self, f, urutan, indeks):
        """KP reguler: four years, up to the ceiling of the diploma recognised by then."""
        tunda = 0 if self.mulus else self.acak.choices((0, 6, 15), (80, 12, 8))[0]
        for diakui, setara in self.ijazah:
            if urutan < self.dunia.didik[setara].puncak:
                return urutan + 1, self._sah(max(indeks + 48 + tunda, f.mulai, diakui)), "101"
        return None

    def _jf(self, f, urutan, indeks):
        """KP by angka kredit, at least two years; slower in the upper ranks."""
        if urutan >= min(f.rentang[1], self.puncak_jf):
            return None
        faktor = 1 if urutan < 11 else (1.15 if urutan < 13 else 2.1)
        lama = 47 if urutan < 9 else max(24, int(self.laju * faktor) + self.acak.randrange(-4, 8))
        return urutan + 1, self._sah(max(indeks + lama, f.mulai + 1)), "202"

    def _struktural(self, f, urutan, indeks):
        """STR-A: one year in rank and post when one step below the range; STR-B: four years inside it."""
        rendah, tinggi = f.rentang
        if urutan >= tinggi:
            return None
        lama = 12 if urutan == rendah - 1 else 48
        mulai = f.mulai + 12 if lama == 12 else f.mulai
        return urutan + 1, self._sah(max(indeks + lama, mulai)), "201"

    def _sah(self, indeks):
        """The next lawful month outside the penalties that hold a KP."""
        while True:
            indeks = self.dunia.periode_kp(indeks)
            kena = [t.sampai for t in self.tahan if t.mulai <= indeks <= t.sampai]
            if not kena:
                return indeks
            indeks = max(kena) + 1


def baris_gaji(dunia, langkah, pns, batas, tahan, *, jenis_awal="CPNS", kgb=True):
    """Pay decrees since the first pay table we hold: {month: (jenis, golongan, MKG months)}.

    ``langkah`` as from ``Karier.jejak`` (PPPK: one step); ``tahan``: list of Tahan, oldest first.
    """
    masuk = langkah[0].indeks
    hasil = {}
    if masuk >= AWAL_GAJI:
        hasil[masuk] = (jenis_awal, langkah[0].golongan, langkah[0].mkg)
    elif batas >= AWAL_GAJI:
        kini = [s for s in langkah if s.indeks <= AWAL_GAJI][-1]
        hasil[AWAL_GAJI] = ("LAIN", kini.golongan, kini.mkg + AWAL_GAJI - kini.indeks)
    if pns and AWAL_GAJI < pns <= batas:
        hasil[pns] = ("PNS", langkah[0].golongan, pns - masuk + langkah[0].mkg)
    for s in langkah[1:]:
        if AWAL_GAJI <= s.indeks <= batas:
            hasil[s.indeks] = ("KP", s.golongan, s.mkg)
    if kgb:
        _tambah_kgb(dunia, langkah, max(masuk, AWAL_GAJI), batas, tahan, hasil)
    return dict(sorted(hasil.items()))


def _tambah_kgb(dunia, langkah, awal, batas, tahan, hasil):
    """Adds a KGB at each row start of each column; a held one comes later or is overtaken by the next row."""
    for s, akhir in zip(langkah, [*(x.indeks for x in langkah[1:]), batas + 1], strict=True):
        nol = s.indeks - s.mkg
        mulai = [nol + tahun * 12 for tahun in dunia.gaji[s.golongan][0]]
        for i, jatuh in enumerate(mulai):
            if not max(awal, s.indeks) < jatuh < akhir:
                continue
            tmt = _tertahan(tahan, jatuh, mulai[i - 1] if i else 0) if tahan else jatuh
            tersusul = tmt > jatuh and i + 1 < len(mulai) and tmt >= mulai[i + 1]
            if tmt < akhir and tmt not in hasil and not tersusul:
                hasil[tmt] = ("KGB", s.golongan, tmt - nol)


def _tertahan(tahan, jatuh, sebelum):
    """The month a KGB due in ``jatuh`` is really given (PerBKN 6/2022 Ps. 55, Ps. 62)."""
    tmt = jatuh
    for t in tahan:
        if t.tunda and sebelum < t.mulai <= jatuh:
            tmt = max(tmt, jatuh + 12)
        if t.mulai <= tmt <= t.sampai:
            tmt = t.sampai + 1
    return tmt
