"""Fakta satu malam menjadi kelompok orang yang faktanya sama: one GROUP BY, whatever the number of people. For ``andai``."""

import json

from django.db import connection

from indeks import partisi
from indeks.andai.hitung import Kelompok
from indeks.aturan import Butir
from indeks.baris import PANJANG
from indeks.tabel import INDIKATOR

# The ids of the rows used (third of a fact) are no part of what is equal.
KOLOM = ", ".join(f"(h.fakta->'{kode}') - 2" for kode in INDIKATOR)
SQL = """
SELECT {unit}, jenis_jabatan, count(*), {kolom}
FROM {tabel} h WHERE h.total IS NOT NULL{saring}
GROUP BY {unit}, jenis_jabatan, {kolom}
"""


def baca(putaran, *, menurut="opd_id", unit_ids=None, jenis=""):
    """The Kelompok of the measured people of a run, apart by ``menurut`` (opd_id, unit_id); of these units, of a kind of post."""
    if menurut not in ("opd_id", "unit_id"):
        raise ValueError(menurut)
    saring, nilai = "", []
    if unit_ids is not None:
        saring += " AND h.unit_id = ANY(%s)"
        nilai.append(sorted(unit_ids))
    if jenis:
        saring += " AND h.jenis_jabatan = %s"
        nilai.append(jenis)
    with connection.cursor() as kursor:
        kursor.execute(
            SQL.format(unit=menurut, kolom=KOLOM, tabel=partisi.nama(partisi.HASIL, putaran.pk), saring=saring), nilai
        )  # fmt: skip
        return [Kelompok(unit, jenis_, banyak, _butir(isi)) for unit, jenis_, banyak, *isi in kursor.fetchall()]


def _butir(isi):
    """{indikator: Butir} of the stored [state, score, value] in the order of INDIKATOR; the ids are gone."""
    hasil = {}
    for kode, teks in zip(INDIKATOR, isi, strict=True):
        if teks is not None:
            keadaan, skor, *nilai = json.loads(teks)
            v = nilai[0] if nilai else None
            hasil[kode] = Butir(kode, skor, PANJANG[keadaan], (), tuple(v) if isinstance(v, list) else v)
    return hasil
