"""Riwayat jabatan: what post and unit on which day, from the plan and the steps of rank.

The post of a day is a question with one answer (``Penempatan.pada``); the rows are the days on which that
answer changes. JF jenjang follow the rank and precede the KP that needs them (PerBKN 3/2023).
"""

from datetime import date, timedelta

from kepegawaian.bangkit import kata_kerja
from kepegawaian.bangkit.pangkat import Fase
from kepegawaian.bangkit.waktu import bulan, tanggal

AWAL_OTONOMI = date(2001, 1, 1)
KEAHLIAN = ((16, "ahli_utama"), (13, "ahli_madya"), (11, "ahli_muda"), (0, "ahli_pertama"))
KETERAMPILAN = ((11, "penyelia"), (9, "mahir"), (6, "terampil"), (0, "pemula"))


def kelas_didik(setara):
    """Which list of pelaksana posts fits an education level."""
    if setara in ("SD", "SLTP"):
        return "rendah"
    return {"SLTA": "SLTA", "D2": "D3", "D3": "D3"}.get(setara, "S1")


def keluarga_jf(r):
    """Family of JF of the person, or an empty text."""
    return r.pilihan.get("keluarga_jf") or (r.jabatan if r.jabatan.startswith("JF-") else "")


def keahlian(dunia, r):
    """True when the JF is of the keahlian kind (S1 and above, or a family without keterampilan)."""
    jenjang = dunia.jf[keluarga_jf(r)]
    if "terampil" not in jenjang:
        return True
    return "ahli_pertama" in jenjang and kelas_didik(r.didik) == "S1"


def mulai_jf(acak, r):
    """Month in which the person became JF: at entry for guru and nakes, later for the others."""
    masuk = bulan(r.masuk)
    if r.rumpun != "teknis" or r.status != "PNS":
        return masuk
    return masuk + acak.randrange(24, 84)


def susun_fase(dunia, r, jf_sejak, akhir):
    """The stretches of the career up to month ``akhir``."""
    masuk, batas = bulan(r.masuk), akhir + 1
    titik = [(masuk, "pelaksana", (1, 17))]
    if jf_sejak is not None:
        titik.append((jf_sejak, "jf", (1, 17 if keahlian(dunia, r) else 12)))
    for kode, tmt in r.kursi:
        jabatan = dunia.jabatan[kode]
        if jabatan.jenis == "struktural":
            titik.append((bulan(tmt), "struktural", dunia.eselon[jabatan.eselon][:2]))
        else:
            titik.append((bulan(tmt), "jf", (1, 17)))
    titik.sort(key=lambda x: x[0])
    ujung = [*(x[0] for x in titik[1:]), batas]
    return [Fase(m, a, j, g) for (m, j, g), a in zip(titik, ujung, strict=True) if a > m]


class Penempatan:
    """Answers which post and unit a person had on a day."""

    def __init__(self, acak, dunia, r, ijazah, langkah, jf_sejak, akhir):
        self.acak, self.dunia, self.r, self.akhir = acak, dunia, r, akhir
        self.opd = dunia.unit[r.unit].opd or r.unit
        self.jf = self._jenjang(langkah, jf_sejak) if jf_sejak is not None else []
        self.pelaksana = self._pelaksana(ijazah, jf_sejak)
        self.pindah = self._mutasi()
        self.hukuman = self._akibat_hukuman()

    def _jenjang(self, langkah, sejak):
        """[(since, post code)]: jenjang by rank, taken up shortly before the KP that needs it."""
        jenjang = self.dunia.jf[keluarga_jf(self.r)]
        tangga = KEAHLIAN if keahlian(self.dunia, self.r) else KETERAMPILAN
        hasil = []
        for s in langkah:
            cocok = next((j for batas, j in tangga if s.urutan >= batas and j in jenjang), None)
            cocok = cocok or next(j for _, j in reversed(tangga) if j in jenjang)
            mulai = tanggal(max(sejak, s.indeks - (self.acak.randrange(1, 4) if hasil else 0)))
            if hasil and hasil[-1][0] >= mulai:
                hasil.pop()
            if not hasil or hasil[-1][1] != jenjang[cocok]:
                hasil.append((mulai, jenjang[cocok]))
        return hasil

    def _pelaksana(self, ijazah, jf_sejak):
        r, acak = self.r, self.acak
        hasil = [(r.masuk, acak.choice(kata_kerja.PELAKSANA[kelas_didik(r.didik_awal)]))]
        for diakui, setara in ijazah[1:]:
            if kelas_didik(setara) != kelas_didik(r.didik_awal):
                hasil.append((tanggal(diakui + 3), acak.choice(kata_kerja.PELAKSANA[kelas_didik(setara)])))
        if r.jabatan.startswith("P-"):
            akhir = max(hasil[-1][0], r.masuk + timedelta(days=acak.randrange(300, 2500)))
            hasil.append((akhir, r.jabatan) if akhir < date.max and not r.skenario else (r.masuk, r.jabatan))
        elif r.status != "PNS" or (jf_sejak is not None and jf_sejak <= bulan(r.masuk)):
            del hasil[1:]
        return hasil

    def _mutasi(self):
        """(day, unit before it) for the third of ordinary people who came from elsewhere; None otherwise."""
        r = self.r
        if r.skenario or r.kursi or r.status != "PNS" or self.acak.random() > 0.35:
            return None
        saudara = [u for u in self.dunia.anak[self.opd] if self.dunia.unit[u].jenis == self.dunia.unit[r.unit].jenis]
        hari = tanggal(bulan(r.masuk) + self.acak.randrange(30, 160))
        asal = self.acak.choice(saudara)
        return (hari, asal) if hari <= self.akhir else None

    def _akibat_hukuman(self):
        """[(since, post)] for penalties that cost the post: B1 one class down, B2 to pelaksana."""
        hasil = []
        for kode, tmt, _ in self.r.pilihan.get("hukuman", ()):
            if kode == "B1":
                hasil.append((tmt, "P-PENGELOLA-LAYANAN-OPERASIONAL"))
            elif kode == "B2":
                hasil.append((tmt, "P-PENGADMINISTRASI-UMUM" if self.jf else "P-PRAMU-BAKTI"))
        return hasil

    def pada(self, hari):
        """(post code, unit code) on ``hari``."""
        for tmt, kode in self.hukuman:
            if tmt <= hari:
                return kode, self._unit(hari)
        for kode, tmt in reversed(self.r.kursi):
            if tmt <= hari:
                return kode, self.dunia.jabatan[kode].unit or self.dunia.unit_pada(self.opd, hari)
        for daftar in (self.jf, self.pelaksana):
            berlaku = [kode for mulai, kode in daftar if mulai <= hari]
            if berlaku:
                return berlaku[-1], self._unit(hari)
        return "", ""

    def _unit(self, hari):
        kode = self.pindah[1] if self.pindah and hari < self.pindah[0] else self.r.unit
        return self.dunia.unit_pada(kode, hari)

    def baris(self):
        """[(tmt, post, unit)] of the definitive posts up to the last day of service or of today."""
        awal = max(self.r.masuk, AWAL_OTONOMI)
        opd, unit = self.dunia.unit[self.opd], self.dunia.unit[self.r.unit]
        hari = {awal, opd.sejak, unit.sejak, date(2017, 1, 1)}
        if self.pindah:
            hari.add(self.pindah[0])
            hari.add(self.dunia.unit[self.pindah[1]].sejak)
        for daftar in (self.jf, self.pelaksana, self.hukuman):
            hari.update(mulai for mulai, _ in daftar)
        hari.update(tmt for _, tmt in self.r.kursi)
        hasil = []
        for tmt in sorted(h for h in hari if awal <= h <= self.akhir):
            kini = self.pada(tmt)
            if kini[0] and (not hasil or hasil[-1][1:] != kini):
                hasil.append((tmt, *kini))
        return hasil
