"""Malam generasi A: baris COPY seorang pegawai, lalu cacah mentah tiap unit dan rumusnya. Read ``indeks.malam`` first.

A row of ``HasilIndeks`` holds what one person adds: kompetensi 100 or 0, kinerja his value, no total (generation A has none of
a person); ``fakta``: {"kompeten": [state, value, [ids]], "kj": [...], "hukuman": [[ids], [ringan, sedang, berat]],
"tunjangan": [kelas, rupiah]}. Higher levels are computed from pooled counts, never as means of indices.
"""

import json
from collections import defaultdict
from pathlib import Path

from django.db import connection

from indeks import partisi
from indeks.aturan import MEMENUHI, TIDAK, tidak_dihitung
from indeks.baris import NULL, SINGKAT
from indeks.generasi_a import aturan as rumus, setelan
from indeks.generasi_a.models import HasilUnitA
from kepegawaian import tunjangan_kinerja
from kepegawaian.standar import Standar

BAGIAN = ("unit", "jabatan", "pendidikan", "kinerja", "hukuman", "diklat", "kontrak", "kompetensi")
FOLDER = Path(__file__).parent.parent / "sql"
SQL_CACAH = (FOLDER / "generasi_a.sql").read_text(encoding="utf-8")
SQL_KOMPENSASI = (FOLDER / "kompensasi_a.sql").read_text(encoding="utf-8")
NILAI_KOMPETEN = {MEMENUHI: "100.00", TIDAK: "0.00"}
_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def aturan(acuan, tanggal, *, berjalan):
    """The AturanA of a run of ``tanggal``; the month of the allowances is settled here, once for all workers."""
    return setelan.susun(
        acuan, tanggal.year, berjalan=berjalan, bulan=tunjangan_kinerja.bulan_terakhir(tanggal)
    )  # fmt: skip


class Perakit:
    """Writes the rows of one run; the same face as ``indeks.baris.Perakit``."""

    def __init__(self, putaran, pembaca):
        self.putaran_id, self.pembaca = putaran.pk, pembaca
        self.aturan = setelan.dari_potret(putaran.setelan, putaran.tahun, berjalan=putaran.berjalan)
        self.standar = Standar(putaran.tanggal)
        self.bagian = tuple(dict.fromkeys((*BAGIAN, *pembaca.bagian)))
        self.populasi = self.terukur = self.tempo = 0
        self._tunjangan = {}

    def mulai(self, rentang):
        """Counts a new range from zero and reads its allowances: one query."""
        self.populasi = self.terukur = self.tempo = 0
        self._tunjangan = tunjangan_kinerja.baca(self.aturan.bulan, rentang.dari, rentang.sampai)

    def hasil(self, p, daftar_kinerja=None):
        """The row of a person, or "" when he is outside the population."""
        a = self.aturan
        if tidak_dihitung(p, a):
            return ""
        self.populasi += 1
        kompeten = rumus.kompeten(p, a, self.standar)
        nilai, kj = rumus.kinerja(p.kinerja if daftar_kinerja is None else daftar_kinerja, a)
        self.terukur += kompeten.keadaan in NILAI_KOMPETEN and nilai is not None
        fakta = {b.kode: [SINGKAT[b.keadaan], b.nilai, list(b.ids)] for b in (kompeten, kj)}
        jumlah, ids = rumus.pelanggaran(p, a)
        if ids:
            fakta["hukuman"] = [list(ids), [jumlah[t] for t in rumus.TINGKAT]]
        t = self._tunjangan.get(p.pegawai_id)
        if t is not None:
            fakta["tunjangan"] = [t.kelas, t.pagu if a.tunjangan == "pagu" else t.diterima]
        isi = (
            self.putaran_id, p.pegawai_id, p.unit_id, p.opd_id, p.jenis_kelamin, p.jenis_jabatan, p.pendidikan, None,
            NILAI_KOMPETEN.get(kompeten.keadaan), nilai, None, None, "", _json(fakta).replace("\\", "\\\\"),
        )  # fmt: skip
        return "\t".join(NULL if n is None else str(n) for n in isi) + "\n"

    def jatuh_tempo(self, _p):
        """Due dates belong to the other generations."""
        return ""


# ── units ────────────────────────────────────────────────────────────────────────────────────────────


def tulis(putaran):
    """Writes HasilUnitA of every unit and of the whole from the rows of the run: two set-based queries and one insert."""
    a = setelan.dari_potret(putaran.setelan, putaran.tahun, berjalan=putaran.berjalan)
    tabel, lembar = partisi.nama(partisi.HASIL, putaran.pk), defaultdict(list)
    with connection.cursor() as kursor:
        kursor.execute(SQL_KOMPENSASI.format(tabel=tabel))
        for unit, kelas, jumlah, tertinggi, terendah, total in kursor.fetchall():
            lembar[unit].append(rumus.Kelompok(str(kelas), jumlah, tertinggi, terendah, total))
        kursor.execute(SQL_CACAH.format(tabel=tabel))
        cacah = kursor.fetchall()
    HasilUnitA.objects.bulk_create(
        [_unit(putaran, a, unit, angka, tuple(lembar.get(unit, ()))) for unit, *angka in cacah], batch_size=1000
    )


def _unit(putaran, a, unit, angka, lembar):
    """The HasilUnitA of one unit, not saved; a worksheet with an input error leaves its term unknown and says why."""
    jumlah, ya, tidak, orang, nilai, ringan, sedang, berat = angka
    masukan, galat = rumus.Masukan(jumlah, tidak, ya + tidak, nilai, orang, lembar, ringan + sedang + berat), ""
    try:
        h = hitung(masukan, a)
    except rumus.GalatMasukan as salah:
        galat, h = str(salah)[:200], hitung(masukan._replace(kompensasi=()), a)
    return HasilUnitA(
        putaran=putaran, unit_id=unit, jumlah=jumlah, kompeten=ya, tidak_kompeten=tidak, ppk_orang=orang, ppk_jumlah=nilai,
        ringan=ringan, sedang=sedang, berat=berat, galat=galat,
        kompensasi=[
            {"kelompok": k.kelompok, "jumlah": k.jumlah, "tertinggi": int(k.tertinggi), "terendah": int(k.terendah),
             "total": int(k.total)} for k in lembar
        ],
        gaps=rumus.bulat(h.gaps), kj=rumus.bulat(h.kj), delta_int=rumus.bulat(h.delta_int),
        delta_ext=rumus.bulat(h.delta_ext), delta_si=rumus.bulat(h.delta_si), indiscpl=rumus.bulat(h.indiscpl),
        idxpro=rumus.bulat(h.idxpro), persen=rumus.persen(h.idxpro), bawah=rumus.persen(h.bawah), atas=rumus.persen(h.atas),
    )  # fmt: skip


def hitung(masukan, a):
    """The Hasil of a Masukan under an AturanA."""
    return rumus.hitung(masukan, a.koefisien, a.pembanding, belum_tidak_kompeten=a.belum_tidak_kompeten)
