"""SOTK: pohon unit kerja hari ini, kepalanya, banyaknya pegawai, dan jabatan struktural yang kosong.

The tree comes from ``Acuan.unit``, in which a unit that hangs in a loop of parents does not occur, so that
no walk here can run forever. A branch larger than ``MAKS`` units is a link to its own page.
"""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import Count

from kepegawaian.akses import pemangku
from kepegawaian.models import Jabatan, ProfilKini, UnitKerja

MAKS = 120
# Of these a unit may have hundreds; from SERUMPUN on they are a list of their own instead of branches.
BANYAK = ("sekolah", "puskesmas", "kelurahan")
SERUMPUN = 25
SEBUTAN = {"PLT": "Plt. ", "PLH": "Plh. "}


@dataclass
class Kepala:
    """The head's post of a unit and who holds it today, as (Plt./Plh., ProfilKini); no holder means vacant."""

    jabatan: str
    eselon: str
    dipegang: list = field(default_factory=list)
    pemangku: list = field(default_factory=list)


@dataclass
class Simpul:
    """One unit in the tree. ``pegawai``: active people in it and below; ``kosong``: vacant posts there."""

    unit: object
    pegawai: int = 0
    kosong: int = 0
    kepala: Kepala | None = None
    anak: list = field(default_factory=list)
    rumpun: list = field(default_factory=list)
    sisa: int = 0

    def semua(self):
        """This one and all branches, without the rumpun."""
        yield self
        for satu in self.anak:
            yield from satu.semua()


class _Isi(NamedTuple):
    pegawai: dict
    kosong: dict
    kepala: dict


def susun_pohon(acuan, akar, *, per, dalam=None):
    """The Simpul of unit ``akar`` with its branches; ``dalam``: levels opened, None for as many as fit.

    Heads of the ``rumpun`` are named by ``namai`` for those a page shows.
    """
    hidup = set(UnitKerja.objects.berlaku(per).filter(pk__in=acuan.turunan([akar])).values_list("pk", flat=True))
    hidup.add(akar)
    anak = defaultdict(list)
    for i in hidup - {akar}:
        anak[acuan.unit[i].induk_id].append(i)
    isi = _isi(hidup, per)
    rumpun = {i: _rumpun(acuan, daftar) for i, daftar in anak.items()}
    tampil = _pilih(anak, rumpun, akar, dalam)
    pegawai, kosong = _jumlahkan(anak, akar, isi)

    def rakit(i):
        simpul = Simpul(acuan.unit[i], pegawai[i], kosong[i], isi.kepala.get(i))
        cabang = set(anak[i]) - rumpun.get(i, set())
        if i in tampil:
            urut = sorted(cabang & tampil, key=lambda a: (_urut(isi.kepala.get(a)), acuan.unit[a].nama))
            simpul.anak = [rakit(a) for a in urut]
        if i == akar:
            simpul.rumpun = sorted((rakit(a) for a in rumpun.get(i, ())), key=lambda s: s.unit.nama)
        simpul.sisa = len(anak[i]) - len(simpul.anak) - len(simpul.rumpun)
        return simpul

    pohon = rakit(akar)
    namai(pohon.semua())
    return pohon


def namai(simpul):
    """Fills in who the heads of these are; one query."""
    kepala = [s.kepala for s in simpul if s.kepala]
    orang = ProfilKini.objects.in_bulk({pegawai for k in kepala for _, pegawai in k.dipegang})
    for k in kepala:
        k.pemangku = [(SEBUTAN.get(sifat, ""), orang[p]) for sifat, p in k.dipegang if p in orang]


def _jumlahkan(anak, akar, isi):
    """People and vacant posts of each unit with everything below it."""
    urut = [akar]
    for i in urut:
        urut.extend(anak[i])
    pegawai, kosong = {}, {}
    for i in reversed(urut):
        pegawai[i] = isi.pegawai.get(i, 0) + sum(pegawai[a] for a in anak[i])
        kosong[i] = isi.kosong.get(i, 0) + sum(kosong[a] for a in anak[i])
    return pegawai, kosong


def _rumpun(acuan, daftar):
    """Of the children ``daftar`` those that are a list of their own."""
    hasil = {i for i in daftar if acuan.unit[i].jenis in BANYAK}
    return hasil if len(hasil) >= SERUMPUN else set()


def _urut(kepala):
    """Heads by eselon; units without a structural head after them."""
    return kepala.eselon or "z" if kepala else "zz"


def _pilih(anak, rumpun, akar, dalam):
    """Ids shown on one page: whole levels from the top until ``MAKS`` is full or ``dalam`` is reached."""
    tampil, lapis, tingkat = {akar}, [akar], 0
    while lapis and (dalam is None or tingkat < dalam):
        bawah = [a for i in lapis for a in anak[i] if a not in rumpun.get(i, ())]
        if tingkat and len(tampil) + len(bawah) > MAKS:
            break
        tampil.update(bawah)
        lapis, tingkat = bawah, tingkat + 1
    return tampil


def _isi(unit_ids, per):
    """Active people, vacant structural posts, and the head of each unit; three queries."""
    orang = ProfilKini.objects.filter(aktif=True, unit_id__in=unit_ids).order_by()
    pegawai = dict(orang.values_list("unit_id").annotate(n=Count("pk")))
    jabatan = list(
        Jabatan.objects.filter(unit_id__in=unit_ids, berlaku_sampai__isnull=True)
        .order_by()
        .values_list("pk", "nama", "jenis", "eselon_id", "unit_id", "kepala_unit")
    )
    pegang = pemangku(per, [j[0] for j in jabatan])
    kosong, kepala = defaultdict(int), {}
    for pk, nama, jenis, eselon, unit, kepala_unit in jabatan:
        if kepala_unit:
            kepala[unit] = Kepala(nama, eselon or "", [(p.sifat, p.pegawai_id) for p in pegang.get(pk, ())])
        if (jenis == "struktural" or kepala_unit) and not any(p.sifat == "D" for p in pegang.get(pk, ())):
            kosong[unit] += 1
    return _Isi(pegawai, kosong, kepala)
