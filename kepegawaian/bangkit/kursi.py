"""Kursi: who sits where and who sat there before, so that no seat ever has two holders on one day.

Law of the chain: pengawas after ≥ 8 years of service, administrator after ≥ 3 years as pengawas or JF Ahli
Muda, JPT pratama after ≥ 2 years as administrator or JF Ahli Madya (PP 11/2017 Ps. 54, PP 17/2020 Ps. 107).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from kepegawaian.bangkit.waktu import hari_acak, hari_kerja, tambah_tahun

TINGKAT = ("IV.b", "IV.a", "III.b", "III.a", "II.b", "II.a")
# Years of service before one may hold it.
MASA_KERJA = {"IV.b": 8, "IV.a": 8, "III.b": 13, "III.a": 16, "II.b": 20, "II.a": 25}
# Levels held before, newest first, each at least these years.
SEBELUM = {
    "II.a": (("II.b", 2.3, 4), ("III.a", 2.3, 4), ("III.b", 3.1, 4), ("IV.a", 3.1, 5)),
    "II.b": (("III.a", 2.3, 5), ("III.b", 3.1, 4.5), ("IV.a", 3.1, 5)),
    "III.a": (("III.b", 3.1, 5), ("IV.a", 3.1, 6)),
    "III.b": (("IV.a", 3.1, 7),),
    "IV.a": (),
    "IV.b": (),
}
# What counts as the same level when no seat was free at the time.
JF_SETINGKAT = {
    "IV.a": "JF-PERENCANA-MUDA",
    "III.b": "JF-PERENCANA-MADYA",
    "III.a": "JF-ANALIS-KEBIJAKAN-MADYA",
    "II.b": "JF-ANALIS-KEBIJAKAN-MADYA",
}
LAMA_MENJABAT = ("KEPALA-SETDA", "KEPALA-BKPSDM")
OPD_INTI = ("BKPSDM", "DISDIK", "DINKES", "ITKAB", "SETDA")


@dataclass
class BukuKursi:
    """Ledger of seats: code → list of (from, until) already given away."""

    dunia: object
    terisi: dict
    menurut_eselon: dict

    @classmethod
    def buka(cls, dunia):
        """An empty ledger over all seats of ``dunia``."""
        eselon = {}
        for j in dunia.jabatan.values():
            if j.jenis == "struktural" and j.sampai is None:
                eselon.setdefault(j.eselon, []).append(j.kode)
        return cls(dunia, {}, eselon)

    def bebas(self, kode, dari, sampai):
        """True when nobody holds the seat on any day of [dari, sampai) and the seat exists."""
        if self.dunia.jabatan[kode].sejak > dari:
            return False
        return all((s is not None and s <= dari) or a >= sampai for a, s in self.terisi.get(kode, ()))

    def duduki(self, kode, dari, sampai=None):
        """Notes that the seat is held in [dari, sampai), or from ``dari`` on."""
        self.terisi.setdefault(kode, []).append((dari, sampai))

    def cari(self, acak, eselon, dari, sampai, opd):
        """A seat of ``eselon`` free in [dari, sampai), of the same OPD where possible; None when all are held."""
        daftar = self.menurut_eselon.get(eselon, ())
        mulai = acak.randrange(len(daftar)) if daftar else 0
        bebas = (k for k in (*daftar[mulai:], *daftar[:mulai]) if self.bebas(k, dari, sampai))
        pertama = next(bebas, None)
        if pertama is None or opd_kursi(self.dunia, pertama) == opd:
            return pertama
        return next((k for k in bebas if opd_kursi(self.dunia, k) == opd), pertama)


def opd_kursi(dunia, kode):
    """Code of the OPD a seat belongs to."""
    unit = dunia.unit[dunia.jabatan[kode].unit]
    return unit.opd or unit.kode


def urutan_kursi(dunia, acak):
    """All struktural seats, the ones an office cannot run without first, and how many those are."""
    kursi = [j for j in dunia.jabatan.values() if j.jenis == "struktural" and j.sampai is None]
    peringkat = {j.kode: _peringkat(dunia, j) for j in kursi}
    acak.shuffle(kursi)
    kursi.sort(key=lambda j: peringkat[j.kode])
    return [j.kode for j in kursi], sum(p <= 2 for p in peringkat.values())


def _peringkat(dunia, jabatan):
    """Order of filling: 0 BKD and Sekda, 1 heads of OPD, 2 core OPD, 3 secretaries, 4 kepegawaian, 5 rest."""
    unit = dunia.unit[jabatan.unit]
    opd = unit.opd or unit.kode
    if opd == "BKPSDM" or jabatan.kode == "KEPALA-SETDA":
        return 0
    if jabatan.kode == f"KEPALA-{opd}":
        return 1
    if opd in OPD_INTI and unit.jenis in ("sekretariat", "bidang", "subbagian"):
        return 2
    if unit.jenis == "sekretariat":
        return 3
    return 4 if "Kepegawaian" in unit.nama else 5


def banyak_kursi(jumlah, semua, inti):
    """How many seats are considered: some 11.5 % of all people, the core in any case, at most all."""
    return min(semua, max(min(inti, int(jumlah * 0.45)), round(jumlah * 0.12)))


def tmt_kursi(acak, dunia, kode, layak, per):
    """The day the present holder was sworn in, at the earliest on ``layak``; None when that is too late."""
    paling_awal = max(layak, dunia.jabatan[kode].sejak, per - timedelta(days=2000))
    # Sekda and the head of the BKD sit long, so that decrees of the last years have their signatory.
    lama = per - timedelta(days=760)
    paling_akhir = lama if kode in LAMA_MENJABAT and lama > paling_awal else per - timedelta(days=20)
    if paling_awal > paling_akhir:
        return None
    return min(hari_kerja(hari_acak(acak, paling_awal, paling_akhir)), paling_akhir)


def rantai(acak, buku, kode, tmt, masuk):
    """Posts held before the present seat, oldest first, as ((kode, tmt), …); writes them into the ledger."""
    dunia = buku.dunia
    opd = opd_kursi(dunia, kode)
    awal_karier = max(tambah_tahun(masuk, 8), date(2001, 1, 1))
    hasil, akhir = [], tmt
    rotasi = _rotasi(acak, buku, kode, tmt, masuk)
    if rotasi:
        hasil.append(rotasi)
        akhir = rotasi[1]
    for eselon, paling_singkat, paling_lama in SEBELUM[dunia.jabatan[kode].eselon]:
        lama = paling_singkat + acak.random() * (paling_lama - paling_singkat)
        mulai = hari_kerja(akhir - timedelta(days=int(lama * 365.25)))
        if mulai < awal_karier:
            mulai = akhir - timedelta(days=int(paling_singkat * 365.25))
        kursi = buku.cari(acak, eselon, mulai, akhir, opd)
        if kursi is None:
            hasil.append((JF_SETINGKAT[eselon], mulai))
        else:
            buku.duduki(kursi, mulai, akhir)
            hasil.append((kursi, mulai))
        akhir = mulai
    return tuple(reversed(hasil))


def _rotasi(acak, buku, kode, tmt, masuk):
    """Often the present seat was reached from another of the same level, which thus has a predecessor."""
    eselon = buku.dunia.jabatan[kode].eselon
    mulai = hari_kerja(tmt - timedelta(days=acak.randrange(400, 1300)))
    if acak.random() > 0.6 or mulai < tambah_tahun(masuk, MASA_KERJA.get(eselon, 8) + 1):
        return None
    kursi = buku.cari(acak, eselon, mulai, tmt, opd_kursi(buku.dunia, kode))
    if kursi is None or kursi == kode:
        return None
    buku.duduki(kursi, mulai, tmt)
    return kursi, mulai
