"""Pohon peran: hasil kerja → hasil kerja bawahan, from the head of a perangkat daerah down, as far as the reader may see."""

from django.db.models import Count, Q

from eperformance.aturan_skp import BERATASAN
from eperformance.models import HasilKerja
from eperformance.penilai import terlihat

TINGKAT = 3  # levels drawn on one page; deeper ones are one link away
PALING = 400
DALAM = 20


def _semua(hak, periode):
    """Hasil kerja of the year the reader may see, with the number of children."""
    hidup = Q(anak__in=HasilKerja.objects.exclude(skp__status="batal").values("pk"))
    return (
        HasilKerja.objects.filter(terlihat(hak, "skp__"), skp__periode=periode)
        .exclude(skp__status="batal")
        .select_related("skp__pegawai__kini", "skp__jabatan", "skp__unit", "simpul")
        .annotate(banyak_anak=Count("anak", filter=hidup))
    )


def akar(hak, periode, opd_id):
    """Roots of an OPD: what its head draws from the pohon kinerja; without one, what serves nobody's."""
    milik = _semua(hak, periode).filter(skp__opd=opd_id, induk__isnull=True, jenis="utama")
    pimpinan = milik.filter(Q(skp__penilai__isnull=True) | ~Q(skp__jenjang__in=BERATASAN))
    urut = ("skp__pegawai__kini__nama", "urutan", "pk")
    return list(pimpinan.order_by(*urut)[:PALING]) or list(milik.order_by(*urut)[:PALING])


def satu(hak, periode, pk):
    """One hasil kerja as the root of the drawing, or None; and its chain upward as far as it may be seen."""
    simpul = _semua(hak, periode).filter(pk=pk).first()
    rantai, kini = [], simpul
    for _ in range(DALAM):
        if kini is None or kini.induk_id is None:
            break
        kini = _semua(hak, periode).filter(pk=kini.induk_id).first()
        if kini is not None:
            rantai.insert(0, kini)
    return simpul, rantai


def gambar(hak, periode, akar_):
    """Hangs children below the roots, level by level; one query a level. Returns whether some were left out."""
    tingkat, jumlah, terpotong = list(akar_), len(akar_), False
    for h in tingkat:
        h.turunan = []
    for _ in range(TINGKAT - 1):
        peta = {h.pk: h for h in tingkat}
        if not peta:
            break
        anak = list(
            _semua(hak, periode)
            .filter(induk__in=peta)
            .order_by("skp__pegawai__kini__nama", "urutan", "pk")[: PALING + 1]
        )
        terpotong |= len(anak) > PALING or jumlah > PALING
        anak = anak[: max(0, PALING - jumlah)] if jumlah < PALING else []
        for h in anak:
            h.turunan = []
            peta[h.induk_id].turunan.append(h)
        jumlah += len(anak)
        tingkat = anak
    return terpotong


def datar(akar_):
    """[(depth, hasil kerja)] of the drawn tree, in its order."""
    hasil, tumpuk = [], [(0, h) for h in reversed(akar_)]
    while tumpuk:
        dalam, h = tumpuk.pop()
        hasil.append((dalam, h))
        tumpuk += [(dalam + 1, a) for a in reversed(h.turunan)]
    return hasil
