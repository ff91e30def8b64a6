"""Menyusun satu kueri profil dari blok-blok ``sql/profil.sql``."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

BERKAS_SQL = Path(__file__).parent / "sql" / "profil.sql"
PISAH = "\x1e"  # ASCII record separator


@dataclass(frozen=True)
class Blok:
    """One section: its columns, its joins, and the names of its columns."""

    kolom: str
    gabung: str
    nama_kolom: tuple[str, ...]


@cache
def blok():
    """Parses ``profil.sql`` into its blocks, in order."""
    hasil = {}
    teks = BERKAS_SQL.read_text(encoding="utf-8")
    potongan = re.split(r"^-- bagian: (\w+)$", teks, flags=re.MULTILINE)[1:]
    for nama, isi in zip(potongan[::2], potongan[1::2], strict=True):
        kolom, gabung = isi.split("-- dari", 1)
        kolom = re.sub(r"--.*", "", kolom).strip()
        hasil[nama] = Blok(kolom, re.sub(r"--.*", "", gabung).strip(), tuple(_nama_kolom(kolom)))
    return hasil


def _nama_kolom(kolom):
    """Output names of a comma-separated column list, brackets respected."""
    dalam, awal = 0, 0
    for i, huruf in enumerate(kolom + ","):
        dalam += (huruf == "(") - (huruf == ")")
        if huruf == "," and dalam == 0:
            satu = kolom[awal:i].strip()
            awal = i + 1
            if satu:
                yield re.split(r"\sAS\s|\.", satu)[-1].strip()


POHON, NAIK, UNIT_POHON = "pohon", "naik", "LEFT JOIN pohon ph ON ph.id = un.unit_id"
SEMUA = tuple(nama for nama in blok() if nama not in (POHON, NAIK))
# A section that reads a join of another one brings it along.
BUTUH = {"gaji": ("pangkat",), "angka_kredit": ("jabatan",), "unit": ("pohon",)}


def _lengkapi(bagian):
    """Sections asked for, with ``inti`` and what they lean on, in the order of the file."""
    mau = {"inti", *bagian}
    for nama in tuple(mau):
        mau.update(BUTUH.get(nama, ()))
    return tuple(nama for nama in blok() if nama in mau)


@cache
def susun_sql(bagian, *, dua_jam, sasaran, satu=False):
    """Text of the query for ``bagian``; ``dua_jam``: ask as known at a moment; ``sasaran``: WHERE of pegawai.

    ``satu``: of one pegawai, for whom the whole tree of units is not built.
    """
    semua = blok()
    bagian = _lengkapi(bagian)
    pohon = semua[POHON].gabung if POHON in bagian and not satu else ""
    bagian = [b for b in bagian if b != POHON]
    kolom = ",\n".join(semua[b].kolom for b in bagian)
    gabung = "\n".join(semua[b].gabung for b in bagian)
    if satu:
        gabung = gabung.replace(UNIT_POHON, semua[NAIK].gabung)
    sql = f"{pohon}\nSELECT {kolom}\nFROM kepegawaian_pegawai p\n{gabung}\nWHERE {sasaran}"
    if dua_jam:
        berlaku = (
            r"\1.tmt <= :per AND \1.dicatat_pada <= %(tahu)s"
            r" AND (\1.dibatalkan_pada IS NULL OR \1.dibatalkan_pada > %(tahu)s)"
        )
    else:
        berlaku = r"\1.tmt <= :per AND \1.dibatalkan_pada IS NULL"
    sql = re.sub(r":berlaku\((\w+)\)", berlaku, sql)
    sql = re.sub(r":teks\(([\w.]+)\)", r"replace(\1, :pisah, '')", sql).replace(":pisah", r"E'\x1e'")
    return sql.replace(":per", "%(per)s::date")


def nama_kolom(bagian):
    """Names of the columns of ``susun_sql(bagian)``, in order."""
    return tuple(k for b in _lengkapi(bagian) if b != "pohon" for k in blok()[b].nama_kolom)


@cache
def bagian_kolom():
    """{output column: section it belongs to}."""
    return {kolom: nama for nama, isi in blok().items() for kolom in isi.nama_kolom}
