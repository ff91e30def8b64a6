"""Dari mana hasil kerja diturunkan: rencana hasil kerja atasan, atau pohon kinerja bagi pimpinan perangkat daerah."""

from eperformance import aturan_skp
from eperformance.models import HasilKerja, Simpul, Skp
from kepegawaian import akses
from kepegawaian.acuan import acuan_kini

BANYAK_SIMPUL = 400


def memakai_pohon(skp):
    """JPT, and whoever is assessed by the Bupati, draws from the pohon kinerja; everybody else from the atasan."""
    return skp.jenjang not in aturan_skp.BERATASAN or (skp.penilai_asal_id or skp.penilai_id) is None


def skp_atasan(skp):
    """The SKP (also drafts) of the office of the penilai in the same while; of who holds it as Plt where nobody else has.

    While another office stands in for it, of the office itself if it has one, else of the one that stands in.
    """
    milik = _skp_kantor(skp, skp.penilai_asal_id) if skp.penilai_asal_id else []
    return milik or (_skp_kantor(skp, skp.penilai_id) if skp.penilai_id else [])


def _skp_kantor(skp, jabatan_id):
    semasa = Skp.objects.filter(periode=skp.periode_id, mulai__lte=skp.sampai, sampai__gte=skp.mulai)
    semasa = semasa.exclude(status="batal").select_related("pegawai__kini", "jabatan").order_by("-mulai")
    milik = list(semasa.filter(jabatan=jabatan_id))
    if milik:
        return milik
    orang = [p.pegawai_id for p in akses.pemangku(skp.mulai, [jabatan_id]).get(jabatan_id, ())]
    return list(semasa.filter(pegawai__in=orang)) if orang else []


def induk_pilihan(skp):
    """Hasil kerja utama of the atasan he may serve."""
    milik = skp_atasan(skp)
    if not milik:
        return []
    return list(
        HasilKerja.objects.filter(skp__in=[s.pk for s in milik], jenis="utama")
        .select_related("skp")
        .order_by("skp__mulai", "urutan", "id")
    )


def simpul_pilihan(skp):
    """Nodes of the year's pohon kinerja in force, those of his own perangkat daerah first."""
    semua = Simpul.objects.filter(pohon__tahun=skp.periode.tahun, pohon__status="berlaku").select_related("unit")
    semua = list(semua.order_by("urutan", "id")[:BANYAK_SIMPUL])
    unit = acuan_kini().unit
    return sorted(semua, key=lambda s: not di_opd(unit.get(s.unit_id), skp.opd_id))


def di_opd(unit, opd_id):
    """Does the Unit belong to that OPD?"""
    return unit is not None and opd_id in (unit.id, unit.opd_id)
