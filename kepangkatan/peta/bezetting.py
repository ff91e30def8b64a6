"""Bezetting dan pohon peta jabatan: kebutuhan against holders, of one unit, of a branch, or of everything."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from kepangkatan.daftar.bentuk import Bagian, Baris, Kolom
from kepangkatan.daftar.nominatif import urut_unit
from kepangkatan.peta import keadaan
from kepegawaian.acuan import acuan_kini
from kepegawaian.models import UnitKerja

JENIS = {"struktural": 0, "fungsional": 1, "pelaksana": 2}
BEZETTING = Bagian(
    "bezetting",
    "Bezetting",
    (
        Kolom("Jabatan", ("Jabatan", "Eselon atau jenjang")),
        Kolom("Kelas", angka=True, lebar=16),
        Kolom("Kebutuhan", angka=True, lebar=22),
        Kolom("Terisi", ("PNS", "PPPK", "Jumlah"), 30, angka=True),
        Kolom("Selisih", angka=True, lebar=18),
    ),
    "Kebutuhan menurut ABK; jabatan struktural dan kepala unit satu orang. Kosong berarti kebutuhannya belum ditetapkan.",
)


class Jabatan(NamedTuple):
    """A post at a unit; ``kebutuhan`` None: not set yet; ``kursi``: a single seat (struktural, head of the unit)."""

    unit_id: int
    jabatan_id: int
    nama: str
    jenis: str
    eselon: str
    jenjang: str
    kelas: int | None
    kepala_unit: bool
    kebutuhan: int | None
    pns: int
    pppk: int
    kursi: bool

    @property
    def terisi(self):
        """People in it, each once."""
        return self.pns + self.pppk

    @property
    def selisih(self):
        """Holders less kebutuhan: negative is a lack; None while the kebutuhan is not set."""
        return None if self.kebutuhan is None else self.terisi - self.kebutuhan

    @property
    def tingkat(self):
        """Eselon, or jenjang in words."""
        return self.eselon or self.jenjang.replace("_", " ").capitalize()

    @property
    def urut(self):
        """The head first, then by eselon, JF by name, pelaksana."""
        return (not self.kepala_unit, JENIS.get(self.jenis, 9), self.eselon or "z", self.nama)


def jabatan(per, unit_ids=None, *, sepengetahuan=None):
    """[Jabatan] of these units, or of all, on any day; one query, not sorted."""
    unit = None if unit_ids is None else list(unit_ids)
    return [Jabatan(*baris) for baris in keadaan.jalankan("bezetting", per, sepengetahuan=sepengetahuan, unit=unit)]


@dataclass
class Simpul:
    """A unit with the sums of itself and everything below it; ``banyak`` units below."""

    unit: object
    kebutuhan: int = 0
    terisi: int = 0
    kosong: int = 0
    lebih: int = 0
    banyak: int = 0
    jabatan: list = field(default_factory=list)


def simpul(acuan, akar, per):
    """(Simpul of ``akar`` with its own posts, [Simpul of its living children]); two queries."""
    cabang = acuan.turunan([akar])
    hidup = set(UnitKerja.objects.berlaku(per).filter(pk__in=cabang).values_list("pk", flat=True)) | {akar}
    menurut = defaultdict(list)
    for satu in jabatan(per, cabang):
        menurut[satu.unit_id].append(satu)
    dalam = len(acuan.unit[akar].jalur)
    pohon = {akar: Simpul(acuan.unit[akar])}
    for i in sorted(hidup - {akar}):
        jalur = acuan.unit[i].jalur
        anak = pohon.setdefault(jalur[dalam], Simpul(acuan.unit[jalur[dalam]])) if jalur[dalam] in hidup else None
        if anak is not None and i != jalur[dalam]:
            anak.banyak += 1
    for i, daftar in menurut.items():
        jalur = acuan.unit[i].jalur if i in acuan.unit else ()
        for s in {akar, *jalur[dalam : dalam + 1]}:
            if s in pohon:
                _tambah(pohon[s], daftar)
    induk = pohon.pop(akar)
    induk.jabatan = sorted(menurut.get(akar, ()), key=lambda j: j.urut)
    return induk, sorted(pohon.values(), key=lambda s: s.unit.nama)


def _tambah(simpul_, daftar):
    for j in daftar:
        simpul_.terisi += j.terisi
        simpul_.kebutuhan += j.kebutuhan or 0
        simpul_.kosong += j.kursi and not j.terisi
        simpul_.lebih += j.kursi and j.terisi > 1


def urutkan(daftar, acuan):
    """By unit as in the tree, inside it as on the page of a unit."""
    letak = urut_unit(acuan)
    return sorted(daftar, key=lambda j: (letak.get(j.unit_id, ("~",)), j.urut))


def sel(j):
    """Cells of the columns of ``BEZETTING``."""
    kosong = lambda n: "" if n is None else n  # noqa: E731 - one word for two cells
    return [
        [j.nama, j.tingkat],
        [kosong(j.kelas)],
        [kosong(j.kebutuhan)],
        [j.pns, j.pppk, j.terisi],
        [kosong(j.selisih)],
    ]


def susun(per, *, unit_id=None, sepengetahuan=None, maju=None):
    """(parts, rows) of the bezetting on ``per``."""
    acuan = acuan_kini()
    cabang = None if unit_id is None else acuan.turunan([unit_id])
    baris = []
    for nomor, j in enumerate(urutkan(jabatan(per, cabang, sepengetahuan=sepengetahuan), acuan), 1):
        unit = acuan.unit.get(j.unit_id)
        opd = acuan.unit.get(unit.opd_id) if unit and unit.opd_id else None
        kelompok = " · ".join(dict.fromkeys(u.nama for u in (opd, unit) if u))
        baris.append(Baris("bezetting", nomor, sel(j), unit_id=j.unit_id, nama=j.nama, kelompok=kelompok[:240]))
    return [BEZETTING], baris
