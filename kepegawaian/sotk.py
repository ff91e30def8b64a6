"""SOTK: pohon unit kerja hari ini, kepalanya, banyaknya pegawai, dan jabatan struktural yang kosong.

The tree comes from ``Acuan.unit``, in which a unit that hangs in a loop of parents does not occur, so that
no walk here can run forever. A branch larger than ``MAKS`` units is a link to its own page.
"""

from collections import defaultdict
from dataclasses import dataclass, field

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
    """The head's post of a unit and who holds it today; no holder means vacant."""

    jabatan: str
    eselon: str
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


def susun_pohon(acuan, akar, *, per, dalam=None):
    """The Simpul of unit ``akar`` with its branches; ``dalam``: levels opened, None for as many as fit."""
    hidup = set(UnitKerja.objects.berlaku(per).filter(pk__in=acuan.turunan([akar])).values_list("pk", flat=True))
    hidup.add(akar)
    anak = defaultdict(list)
    for i in hidup - {akar}:
        anak[acuan.unit[i].induk_id].append(i)
    pegawai, kosong, kepala = _isi(hidup, per)
    rumpun = {i: _rumpun(acuan, daftar) for i, daftar in anak.items()}
    tampil = _pilih(anak, rumpun, akar, dalam)

    def rakit(i):
        simpul = Simpul(acuan.unit[i], kepala=kepala.get(i))
        cabang = sorted(set(anak[i]) - rumpun.get(i, set()), key=lambda a: (_urut(kepala.get(a)), acuan.unit[a].nama))
        simpul.anak = [rakit(a) for a in cabang if a in tampil]
        if i == akar:
            simpul.rumpun = sorted((rakit(a) for a in rumpun.get(i, ())), key=lambda s: s.unit.nama)
        simpul.sisa = len(anak[i]) - len(simpul.anak) - len(simpul.rumpun)
        bawah = acuan.turunan([i]) & hidup
        simpul.pegawai = sum(pegawai.get(b, 0) for b in bawah)
        simpul.kosong = sum(kosong.get(b, 0) for b in bawah)
        return simpul

    return rakit(akar)


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
    """Active people and vacant structural posts per unit, and the head of each; three queries."""
    pegawai = dict(
        ProfilKini.objects.filter(aktif=True, unit_id__in=unit_ids)
        .order_by()
        .values_list("unit_id")
        .annotate(n=Count("pk"))
    )
    jabatan = list(
        Jabatan.objects.filter(unit_id__in=unit_ids, berlaku_sampai__isnull=True).only(
            "nama", "jenis", "eselon_id", "unit_id", "kepala_unit"
        )
    )
    pegang = pemangku(per, [j.pk for j in jabatan])
    orang = {
        o.pegawai_id: o
        for o in ProfilKini.objects.filter(pegawai_id__in={p.pegawai_id for daftar in pegang.values() for p in daftar})
    }
    kosong, kepala = defaultdict(int), {}
    for j in jabatan:
        isi = [(SEBUTAN.get(p.sifat, ""), orang[p.pegawai_id]) for p in pegang.get(j.pk, ()) if p.pegawai_id in orang]
        if j.kepala_unit:
            kepala[j.unit_id] = Kepala(j.nama, j.eselon_id or "", isi)
        if (j.jenis == "struktural" or j.kepala_unit) and not any(not sebutan for sebutan, _ in isi):
            kosong[j.unit_id] += 1
    return pegawai, kosong, kepala
