"""Pohon jabatan satu perangkat daerah di dalam rancangan: siapa memangku tiap kursi kini dan sesudah rancangan berlaku.

Structural seats only, in the order of the units; a constant number of queries. The seats of JF and pelaksana are counted
in their unit and filled by the form.
"""

from dataclasses import dataclass

from kepegawaian import akses
from kepegawaian.models import Jabatan, ProfilKini


@dataclass(frozen=True, slots=True)
class Simpul:
    """One seat: ``tingkat`` its depth below the head of the OPD; ``sebelum`` and ``sesudah`` [(nip, name)]."""

    jabatan: Jabatan
    tingkat: int
    sebelum: tuple
    sesudah: tuple

    @property
    def berubah(self):
        """True when somebody comes or goes."""
        return self.sebelum != self.sesudah


def susun(rancangan, opd, acuan):
    """[Simpul] of the OPD ``opd`` (``acuan.Unit``) on the TMT of the rancangan."""
    unit = {u.id: u for u in acuan.unit.values() if opd.id in u.jalur}
    semua = list(Jabatan.objects.select_related("eselon").filter(
        unit_id__in=list(unit), jenis="struktural", berlaku_sampai__isnull=True
    ))  # fmt: skip
    semua.sort(key=lambda j: (_letak(unit[j.unit_id], opd, acuan), not j.kepala_unit, j.eselon_id, j.nama))
    pegang = akses.pemangku(rancangan.tmt, [j.pk for j in semua])
    ids = {pk: [p.pegawai_id for p in daftar if p.sifat == "D"] for pk, daftar in pegang.items()}
    orang = {k.pk: k for k in ProfilKini.objects.filter(pk__in=[i for d in ids.values() for i in d])}
    baris = list(rancangan.baris.select_related("pegawai__kini"))
    pindah, masuk = {b.pegawai_id for b in baris}, {}
    for b in baris:
        masuk.setdefault(b.jabatan_id, []).append((b.pegawai.nip, b.pegawai.kini.nama_lengkap))
    hasil = []
    for j in semua:
        kini = [(i, (orang[i].nip, orang[i].nama_lengkap)) for i in ids.get(j.pk, ()) if i in orang]
        sesudah = [siapa for i, siapa in kini if i not in pindah] + masuk.get(j.pk, [])
        dalam = len(unit[j.unit_id].jalur) - len(opd.jalur)
        hasil.append(Simpul(j, min(dalam, 4), tuple(siapa for _, siapa in kini), tuple(sesudah)))
    return hasil


def _letak(unit, opd, acuan):
    """Where a unit stands: the names on the way down to it from the OPD."""
    return tuple(acuan.unit[i].nama for i in unit.jalur[len(opd.jalur) :] if i in acuan.unit)


def pilihan_opd(acuan):
    """[(kode, name)] of the OPD, by name."""
    return sorted(((u.kode, u.nama) for u in acuan.unit.values() if u.jenis == "opd"), key=lambda o: o[1])


def opd_jabatan(kode, acuan):
    """The OPD (``acuan.Unit``) a post with this kode belongs to, or None."""
    unit = acuan.unit.get(Jabatan.objects.filter(kode=kode).values_list("unit_id", flat=True).first())
    return acuan.unit.get(unit.opd_id) if unit else None
