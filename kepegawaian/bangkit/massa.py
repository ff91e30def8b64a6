"""Massa: teachers, health workers and staff by the distribution of ``lamongan/ringkasan.md`` §2.

Shares of the whole (the offices already planned count): guru 50 %, kesehatan 17 %, PPPK 22 %, PPPK paruh
waktu 4 %, CPNS 2.5 %, education D-III and below 21.4 %. Ages lean to the old, so that 5–6 % retire a year.
"""

from datetime import date, timedelta

from kepegawaian.bangkit import kata_kerja
from kepegawaian.bangkit.rencana import Rencana
from kepegawaian.bangkit.waktu import tambah_tahun

# Affinity of a status to a rumpun: (guru, nakes, teknis).
COCOK = {"PPPK": (1.15, 0.9, 0.8), "PPPK_PW": (0.3, 0.5, 2.4), "CPNS": (0.9, 1.2, 1.1)}
BAGIAN = {"PPPK": 0.22, "PPPK_PW": 0.04, "CPNS": 0.025}
# First contracts: (year, month, weights guru, nakes, teknis).
ANGKATAN = (
    (2021, 2, 6, 4, 6),
    (2022, 3, 24, 10, 5),
    (2022, 7, 16, 10, 4),
    (2023, 7, 32, 16, 8),
    (2024, 4, 12, 34, 18),
    (2025, 3, 6, 16, 26),
    (2025, 10, 4, 10, 33),
)
KEADAAN = (
    ("pensiun", 44),
    ("meninggal", 6),
    ("diberhentikan", 3),
    ("tugas_belajar", 10),
    ("cltn", 5),
    ("hukdis", 48),
)
# Share of D-III and below among teknis staff of a status, against the mean of all.
RENDAH = {"PNS": 1.2, "CPNS": 0.6, "PPPK": 0.7, "PPPK_PW": 1.1}
RUMPUN = ("guru", "nakes", "teknis")


class Massa:
    """Draws the remaining people; knows how many of each rumpun are still wanted."""

    def __init__(self, p, inti):
        self.p = p
        self.sisa = p.jumlah - len(inti)
        ada = dict.fromkeys(RUMPUN, 0)
        for r in inti:
            ada[r.rumpun] += 1
        mau = {"guru": 0.5 * p.jumlah, "nakes": 0.17 * p.jumlah, "teknis": 0.33 * p.jumlah}
        kurang = {k: max(0.0, mau[k] - ada[k]) for k in RUMPUN}
        skala = self.sisa / (sum(kurang.values()) or 1)
        self.bobot = {k: v * skala for k, v in kurang.items()}
        self._peluang_status(inti)
        # D-III and below: the teknis staff must make up what the other rumpun leave.
        rendah = 0.214 * p.jumlah - 0.01 * mau["guru"] - 0.5 * kurang["nakes"]
        rendah -= sum(r.didik in ("SD", "SLTP", "SLTA", "D3") for r in inti)
        self.rendah = min(0.78, max(0.2, rendah / (self.bobot["teknis"] or 1)))
        self.rsud = [u for opd in ("RSUDSOEGIRI", "RSUDNGIMBANG", "RSUDKARKEM") for u in p.dunia.anak.get(opd, ())]
        self.teknis = [
            (u.kode, opd)
            for opd, daftar in p.dunia.anak.items()
            for u in map(p.dunia.unit.get, daftar)
            if u.jenis in ("bidang", "bagian", "subbagian", "seksi", "kelurahan") and opd != "BKPSDM"
        ]

    def _peluang_status(self, inti):
        p, total = self.p, sum(self.bobot.values()) or 1
        ada = {s: sum(r.status == s for r in inti) for s in BAGIAN}
        self.status = {}
        for i, rumpun in enumerate(RUMPUN):
            bobot = []
            for status, bagian in BAGIAN.items():
                rata = max(0.0, bagian * p.jumlah - ada[status]) / total
                imbang = sum(COCOK[status][j] * self.bobot[k] for j, k in enumerate(RUMPUN)) / total or 1
                bobot.append((status, rata * COCOK[status][i] / imbang))
            jumlah = sum(b for _, b in bobot)
            self.status[rumpun] = (*bobot, ("PNS", max(0.15, 1 - jumlah)))

    def satu(self):
        """One person more."""
        p = self.p
        rumpun = p.pilih(*self.bobot.items())
        self.bobot[rumpun] = max(0.0, self.bobot[rumpun] - 1)
        status = p.pilih(*self.status[rumpun])
        r = Rencana(rumpun=rumpun, status=status)
        getattr(self, f"_{rumpun}")(r)
        if status == "PNS":
            self._pns(r)
        elif status == "CPNS":
            r.masuk = p.mundur(p.acak.randrange(2, 19))
            r.didik_awal = r.didik
            r.lahir = tambah_tahun(r.masuk, -p.acak.randrange(22, 34)) - timedelta(days=p.acak.randrange(20, 300))
        else:
            self._pppk(r, RUMPUN.index(rumpun))
        return r

    def _guru(self, r):
        p = self.p
        r.kelamin, r.jabatan = p.kelamin(0.6), "JF-GURU"
        r.unit = p.acak.choice(p.sekolah)
        r.didik = p.pilih(("S1", 95), ("S2", 4), ("D2", 1))

    def _nakes(self, r):
        p = self.p
        r.kelamin = p.kelamin(0.71)
        d3 = 54 if r.status == "PNS" else 42
        r.didik = p.pilih(("D3", d3), ("S1", 76 - d3), ("PROF", 24))
        letak = ("D3", "S1", "PROF").index(r.didik) + 1
        r.jabatan = p.pilih(*((j[0], j[letak]) for j in kata_kerja.JF_NAKES))
        r.unit = p.acak.choice(self.rsud if self.rsud and p.acak.random() < 0.33 else p.puskesmas)

    def _teknis(self, r):
        p = self.p
        r.kelamin = p.kelamin(0.36)
        if p.acak.random() < self.rendah * RENDAH[r.status]:
            r.didik = p.pilih(("SLTA", 68), ("D3", 17), ("SLTP", 8), ("SD", 7))
        else:
            r.didik = p.pilih(("S1", 86), ("S2", 14))
        if p.acak.random() < 0.07 and r.didik not in ("S2",):
            r.unit = p.acak.choice(p.sekolah)
            r.jabatan = kata_kerja.PELAKSANA["sekolah"][r.didik in ("SD", "SLTP")]
            return
        r.unit, opd = p.acak.choice(self.teknis)
        if r.didik in ("S1", "S2", "D3") and p.acak.random() < 0.35:
            jenjang = "terampil" if r.didik == "D3" else "ahli_pertama"
            boleh = [j for j in kata_kerja.JF_OPD.get(opd, kata_kerja.JF_UMUM) if jenjang in p.dunia.jf[j]]
            r.jabatan = p.acak.choice(boleh) if boleh else ""

    def _pns(self, r):
        """Age and entry of a PNS; those without a degree entered late, so many of them are still in II."""
        p = self.p
        r.pilihan["laju"] = p.acak.randrange(37, 58)
        apa = self._keadaan_khusus(r)
        bup = 60 if r.jabatan == "JF-GURU" else 58
        lambat = p.mundur(30)
        if apa == "pensiun":
            tmt = p.mundur(p.acak.randrange(0, 12))
            r.jabatan = r.jabatan if bup == 60 else ""
            r.lahir = tambah_tahun(tmt, -bup) - timedelta(days=p.acak.randrange(2, 27))
            r.masuk = p.masuk_usia(r.lahir, 22, 33)
            r.pilihan["kedudukan"] = [("99", tmt)]
        elif r.didik in ("SD", "SLTP", "SLTA", "D3") and p.acak.random() < 0.88:
            terlama = 124 if r.didik == "D3" else 190
            r.masuk = p.mundur(p.acak.randrange(32, terlama))
            usia = p.acak.randrange(21, 34) if r.didik == "D3" else p.acak.randrange(20, 44)
            r.lahir = tambah_tahun(r.masuk, -usia) - timedelta(days=p.acak.randrange(20, 300))
            r.lahir = max(r.lahir, p.lahir_sisa(bup, 0.1))
        else:
            akhir, lebar = p.pilih(((0, 9), 66), ((9, 12), 24), ((21, 12), 10))
            r.lahir = p.lahir_sisa(bup, akhir + lebar * p.acak.random() ** (1.42 if akhir == 0 else 1))
            r.masuk = p.masuk_usia(r.lahir, 22, 33, lambat)
        r.didik_awal = self._didik_awal(r)
        self._isi_keadaan(r, apa)

    def _didik_awal(self, r):
        p = self.p
        if r.rumpun == "guru" and r.masuk.year < 2006 and r.didik in ("S1", "S2"):
            return p.pilih(("SLTA", 30), ("D2", 35), ("S1", 35))
        if r.didik == "S2":
            return "S1"
        if r.rumpun == "teknis" and r.didik == "S1" and r.masuk.year < 2014:
            return p.pilih(("SLTA", 40), ("D3", 10), ("S1", 50))
        if r.rumpun == "nakes" and r.didik == "D3" and r.masuk.year < 2000:
            return p.pilih(("SLTA", 60), ("D3", 40))
        return r.didik

    def _keadaan_khusus(self, r):
        """What is not plain about a few: retired within the year, died, on leave, punished; else empty."""
        p = self.p
        if p.acak.random() > 0.055:
            return ""
        apa = p.pilih(*KEADAAN)
        return "" if apa == "pensiun" and r.rumpun == "nakes" else apa

    def _isi_keadaan(self, r, apa):
        p = self.p
        r.skenario = apa
        mulai = p.mundur(p.acak.randrange(2, 20))
        if apa == "meninggal":
            r.pilihan["kedudukan"] = [("88", p.per - timedelta(days=p.acak.randrange(10, 360)))]
        elif apa == "diberhentikan":
            r.pilihan["kedudukan"] = [("66", p.mundur(p.acak.randrange(1, 12)))]
        elif apa in ("tugas_belajar", "cltn") and (p.per - r.masuk).days > 365 * 6:
            kode, jenis, tahun = ("03", "TUBEL", 2) if apa == "tugas_belajar" else ("02", "CLTN", 3)
            usai = tambah_tahun(mulai, tahun) - timedelta(days=1)
            r.pilihan |= {"kedudukan": [(kode, mulai)], "tinggal": [(jenis, mulai, usai)]}
        elif apa == "hukdis" and (p.per - r.masuk).days > 365 * 5:
            r.pilihan["hukuman"] = [self._hukuman(r)]
        elif apa != "pensiun":
            r.skenario = ""

    def _hukuman(self, r):
        """(code, from, until); B2 makes a pelaksana, whose retirement age must not have passed."""
        p = self.p
        bobot = (("R1", 22), ("R2", 30), ("R3", 18), ("S1T", 14), ("S2T", 10), ("B2", 6))
        kode = p.pilih(*bobot[: 6 if p.per.year - r.lahir.year < 55 else 5])
        tmt = p.per - timedelta(days=p.acak.randrange(20, 1500))
        return kode, tmt, None if kode[0] == "R" else tambah_tahun(tmt, 1) - timedelta(days=1)

    def _pppk(self, r, letak):
        """A PPPK of one of the batches since 2021; paruh waktu only since 1 October 2025."""
        p = self.p
        r.didik_awal = r.didik = {"S2": "S1", "D2": "S1", "SLTP": "SLTA", "SD": "SLTA"}.get(r.didik, r.didik)
        boleh = [a for a in ANGKATAN if date(a[0], a[1], 1) <= p.per] or [(p.per.year - 1, 3, 1, 1, 1)]
        tahun, bln = p.pilih(*(((a[0], a[1]), a[2 + letak]) for a in boleh))
        if r.status == "PPPK_PW":
            tahun, bln = max(min((2025, 10), (p.per.year, p.per.month)), (tahun, 1))
            r.pilihan["kode_pppk"] = "24"
            r.didik_awal = r.didik = "SLTA" if r.rumpun == "teknis" and r.didik != "S1" else r.didik
        r.masuk = date(tahun, bln, 1)
        r.lahir = r.masuk - timedelta(days=int((24 + 26 * p.acak.random() ** 1.4) * 365.25))
        if p.acak.random() < 0.004:
            r.skenario, r.pilihan["hukuman"] = (
                "hukdis",
                [("R2", p.per - timedelta(days=p.acak.randrange(20, 400)), None)],
            )


def rencana_massal(p, inti):
    """Yields the Rencana after the office and the scenarios."""
    m = Massa(p, inti)
    for _ in range(m.sisa):
        yield m.satu()
