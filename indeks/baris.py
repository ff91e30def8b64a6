"""Baris COPY: satu Profil menjadi baris hasil indeks dan baris jatuh tempo, sebagai teks.

Called once for each of a million people, so texts that repeat are made once (``Perakit`` keeps them for
one run). Read ``malam.py`` first.
"""

import json
from dataclasses import dataclass, field

from indeks import aturan, tempo
from indeks.tabel import INDIKATOR, SEBAB

KOLOM_HASIL = (
    "putaran_id", "pegawai_id", "unit_id", "opd_id", "jenis_kelamin", "jenis_jabatan", "pendidikan",
    "kualifikasi", "kompetensi", "kinerja", "disiplin", "total", "kategori", "fakta",
)  # fmt: skip
KOLOM_TEMPO = (
    "putaran_id", "pegawai_id", "jenis", "layanan", "tanggal", "layak", "keterangan", "unit_id", "opd_id",
    "jenis_jabatan",
)  # fmt: skip
SEN = [f"{n // 100}.{n % 100:02d}" for n in range(10001)]
SINGKAT = {aturan.MEMENUHI: "m", aturan.TIDAK: "t", aturan.BELUM: "b", aturan.PERIKSA: "p"}
PANJANG = {v: k for k, v in SINGKAT.items()}
SIMPAN_MAKS = 20_000
NULL = r"\N"


_json = json.JSONEncoder(ensure_ascii=False).encode  # json.dumps would make one each time


def salin(nilai):
    """A JSON text as a field of COPY."""
    return _json(nilai).replace("\\", "\\\\")


def _null(nilai):
    return NULL if nilai is None else nilai


@dataclass
class Perakit:
    """Writes the rows of one run; counts population, measured people and dates since ``mulai``."""

    putaran_id: int
    aturan: object
    pembaca: object
    populasi: int = 0
    terukur: int = 0
    tempo: int = 0
    _teks: dict = field(default_factory=dict)

    @property
    def bagian(self):
        """Sections of the profile the rows are made of."""
        return self.pembaca.bagian

    def mulai(self, _rentang=None):
        """Counts a new range from zero."""
        self.populasi = self.terukur = self.tempo = 0

    def hasil(self, p, daftar_kinerja=None):
        """The row of HasilIndeks, or "" when the person is outside the population."""
        u = aturan.ukur(p, self.aturan, daftar_kinerja)
        if not u.populasi:
            return ""
        self.populasi += 1
        awal = (
            f"{self.putaran_id}\t{p.pegawai_id}\t{_null(p.unit_id)}\t{_null(p.opd_id)}\t{p.jenis_kelamin}"
            f"\t{_null(p.jenis_jabatan)}\t{_null(p.pendidikan)}\t"
        )
        if not u.terukur:
            return f'{awal}{NULL}\t{NULL}\t{NULL}\t{NULL}\t{NULL}\t\t{{"sebab": "{u.sebab}"}}\n'
        self.terukur += 1
        return (
            f"{awal}{SEN[u.kualifikasi]}\t{SEN[u.kompetensi]}\t{SEN[u.kinerja]}\t{SEN[u.disiplin]}\t{SEN[u.total]}"
            f"\t{u.kategori}\t{self._fakta(u)}\n"
        )

    def _fakta(self, u):
        isi = []
        for kode, skor, keadaan, ids, nilai in u.butir:
            kunci = (kode, skor, keadaan, nilai)
            teks = self._teks.get(kunci)
            if teks is None:
                teks = self._simpan(kunci, self._butir(*kunci))
            isi.append(f"{teks[0]}{','.join(map(str, ids))}{teks[1]}" if ids else teks[2])
        if u.perkiraan is not None:
            isi.append(f'"perkiraan":{u.perkiraan}')
        return "{" + ",".join(isi) + "}"

    def _butir(self, kode, skor, keadaan, nilai):
        """Text of an indicator before and after its ids, and whole when it has none; tuples are (tahun, hasil)."""
        awal, akhir = f'"{kode}":["{SINGKAT[keadaan]}",{skor},[', "]]"
        if nilai is not None and nilai != "":
            urai = [nilai[0], str(nilai[1])] if isinstance(nilai, tuple) else nilai
            akhir = f"],{salin(urai)}]"
        return awal, akhir, awal + akhir

    def _simpan(self, kunci, teks):
        if len(self._teks) > SIMPAN_MAKS:
            self._teks.clear()
        self._teks[kunci] = teks
        return teks

    def jatuh_tempo(self, p):
        """The rows of JatuhTempo of one person."""
        daftar = tempo.mendatang(p, self.pembaca)
        if not daftar:
            return ""
        self.tempo += len(daftar)
        akhir = f"\t{_null(p.unit_id)}\t{_null(p.opd_id)}\t{_null(p.jenis_jabatan)}\n"
        awal = f"{self.putaran_id}\t{p.pegawai_id}\t"
        isi = []
        for satu in daftar:
            teks = self._teks.get(satu)
            if teks is None:
                teks = self._simpan(satu, self._tempo(satu))
            isi.append(f"{awal}{teks}{akhir}")
        return "".join(isi)

    def _tempo(self, t):
        isi = {"kalimat": t.kalimat} | ({"kode": list(t.kode)} if t.kode else {})
        return f"{t.jenis}\t{t.layanan}\t{t.tanggal.isoformat()}\t{t.layak}\t{salin(isi)}"


def buka_fakta(fakta):
    """The stored facts as [(indikator, keadaan, hundredths, ids, value)], in the order of the law's tables."""
    hasil = []
    for kode in INDIKATOR:
        if kode in fakta:
            keadaan, skor, ids, *nilai = fakta[kode]
            hasil.append((kode, PANJANG[keadaan], skor, tuple(ids), nilai[0] if nilai else None))
    return hasil


def sebab_kalimat(sebab):
    """Why somebody is not counted or not measurable, as a sentence."""
    return SEBAB.get(sebab, "")
