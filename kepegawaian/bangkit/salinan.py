"""Salinan: an Orang as lines of COPY, made in worker processes that know no database.

``Pola`` tells, per table, which columns there are and where each value comes from; the parent builds it
from the models and hands it to the workers.
"""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from kepegawaian.bangkit.orang import jadikan

KOSONG = "\\N"


class Pola(NamedTuple):
    """One table: its columns, and for each column (name in the row, value when absent, references to ids)."""

    tabel: str
    kolom: tuple[str, ...]
    isi: tuple[tuple[str, str, str], ...]


class Pabrik:
    """Turns plans into COPY text; one per worker process."""

    def __init__(self, dunia, per, seed, pola, awal_id):
        self.dunia, self.per, self.seed, self.pola, self.awal_id = dunia, per, seed, pola, awal_id
        self.rujukan = {
            "jabatan": {k: str(j.id) for k, j in dunia.jabatan.items()},
            "unit": {k: str(u.id) for k, u in dunia.unit.items()} | {"": KOSONG},
        }

    def potong(self, rencana):
        """COPY text per table for a list of Rencana."""
        hasil = defaultdict(list)
        for r in rencana:
            orang = jadikan(r, self.dunia, self.per, self.seed)
            nomor = str(self.awal_id + r.nomor)
            hasil["pegawai"].append(self._baris("pegawai", nomor, orang.pegawai))
            orang.riwayat["unit"] = riwayat_unit(orang)
            for jenis, semua in orang.riwayat.items():
                daftar = hasil[jenis]
                for baris in semua:
                    daftar.append(self._baris(jenis, nomor, baris))
        return {jenis: "".join(daftar) for jenis, daftar in hasil.items()}

    def _baris(self, jenis, pegawai, baris):
        sel = []
        for nama, bawaan, rujuk in self.pola[jenis].isi:
            nilai = baris.get(nama)
            if nilai is None:
                sel.append(pegawai if nama == "@pegawai" else bawaan)
            elif rujuk:
                sel.append(self.rujukan[rujuk][nilai])
            else:
                sel.append(_teks(nilai))
        return "\t".join(sel) + "\n"


def _teks(nilai):
    if isinstance(nilai, str):
        if "\\" in nilai or "\t" in nilai or "\n" in nilai:
            return nilai.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")
        return nilai
    if isinstance(nilai, bool):
        return "t" if nilai else "f"
    return nilai.isoformat() if isinstance(nilai, date) else str(nilai)


def riwayat_unit(orang):
    """Rows of unit: where the definitive posts say a new one; at least the unit of now since the first day."""
    hasil = []
    for j in orang.riwayat.get("jabatan", ()):
        if j["penugasan"] == "D" and j["unit"] and (not hasil or hasil[-1]["unit"] != j["unit"]):
            sk = {k: j.get(k) for k in ("nomor_sk", "tanggal_sk", "pejabat")}
            hasil.append({"unit": j["unit"], "tmt": j["tmt"], **sk})
    if not hasil:
        awal = orang.riwayat.get("status") or orang.riwayat.get("identitas")
        hasil = [{"unit": orang.unit, "tmt": awal[0]["tmt"]}]
    return hasil


_pabrik = None


def siapkan(*nilai):
    """Initialiser of a worker process."""
    global _pabrik
    _pabrik = Pabrik(*nilai)


def potong(rencana):
    """What a worker does with a list of Rencana."""
    return _pabrik.potong(rencana)
