"""Acuan bawaan: kode yang dikirim bersama portal (``kepegawaian/data/*.csv``), bagi pemeriksaan saat mulai.

No database: checks run before there is one. A layanan is declared in code, so it may name only what is shipped; what
the office makes itself in the portal is reached by its dated settings, which are checked where they are written.
"""

import csv
import json
from functools import cache

from kepegawaian.muat import FOLDER


@cache
def _baris(nama):
    """Rows of one CSV as dicts, in the order of the file."""
    with (FOLDER / f"{nama}.csv").open(encoding="utf-8", newline="") as berkas:
        return tuple(csv.DictReader(berkas))


@cache
def unit():
    """Codes of the units."""
    return frozenset(b["kode"] for b in _baris("unit_kerja"))


@cache
def kantor():
    """{code of an office: its eselon, "" for none}."""
    return {b["kode"]: b["eselon"] for b in _baris("jabatan")}


@cache
def regulasi():
    """Codes of the regulations."""
    return frozenset(b["kode"] for b in _baris("regulasi"))


@cache
def setelan():
    """{key of a dated setting: its newest value}."""
    urut = sorted(_baris("setelan"), key=lambda b: b["berlaku_sejak"])
    return {b["kunci"]: json.loads(b["nilai"]) for b in urut}


@cache
def _urutan_eselon():
    return {b["kode"]: int(b["urutan"]) for b in _baris("eselon")}


def boleh_menolak(kode):
    """Does the office ``kode`` stand at the setting ``tolak_mulai_eselon`` or above? Mirror of ``wewenang.boleh_menolak``."""
    urutan = _urutan_eselon()
    punya, batas = urutan.get(kantor().get(kode)), urutan.get(setelan()["tolak_mulai_eselon"])
    return punya is not None and (batas is None or punya <= batas)
