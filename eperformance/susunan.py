"""Susunan SKP dari basis data bagi ``aturan_skp``: what an SKP holds, and whether its penilai may assess it."""

from django.db.models import Exists, Subquery

from eperformance import aturan_skp
from eperformance.models import Skp

# PP 30/2019: the penilai is at least a pengawas (eselon IV); heads of a school or puskesmas that are JF are delegated.
SETARA_PENGAWAS = ("I", "II", "III", "IV")


def pertanyaan(skp):
    """What the rules ask of other SKP, as expressions for ``tanya``: {name: expression}."""
    kantor = [j for j in (skp.penilai_asal_id, skp.penilai_id) if j]
    atasan = Skp.objects.filter(periode=skp.periode_id, jabatan__in=kantor, status__in=Skp.SAH)
    lain = Skp.objects.filter(pegawai=skp.pegawai_id, mulai__lte=skp.sampai, sampai__gte=skp.mulai)
    lain = lain.exclude(pk=skp.pk).exclude(status="batal").order_by("pk")
    return {"t_atasan": Exists(atasan), "t_bertumpuk": Subquery(lain.values("pk")[:1])}


def tanya(skp, angka):
    """Answers all expressions in one query: {name: value}."""
    return Skp.objects.filter(pk=skp.pk).order_by().values(**angka).get()


def susun(skp, hasil=None, perilaku=None, fakta=None):
    """The SusunanSkp of one SKP; ``hasil`` (with indikator), ``perilaku``, ``fakta`` (of ``pertanyaan``) when they are at hand."""
    isi = skp.hasil.all().prefetch_related("indikator") if hasil is None else hasil
    butir = tuple(
        aturan_skp.Butir(
            h.rencana, h.jenis, h.induk_id is not None, h.simpul_id is not None,
            frozenset(i.aspek for i in h.indikator.all() if i.aspek and (i.target or i.target_angka is not None)),
            any(i.uraian for i in h.indikator.all()),
        )
        for h in isi
    )  # fmt: skip
    perilaku = frozenset(
        p.nilai for p in (skp.perilaku.all() if perilaku is None else perilaku) if p.ekspektasi.strip()
    )
    fakta = tanya(skp, pertanyaan(skp)) if fakta is None else fakta
    atasan_sah = None if skp.penilai_id is None else fakta["t_atasan"]  # the Bupati makes none
    return aturan_skp.SusunanSkp(
        skp.jenjang, skp.pendekatan, butir, perilaku, atasan_sah, fakta["t_bertumpuk"], _penilai_sah(skp)
    )


def _penilai_sah(skp):
    """SKP-7: head of a unit of his own line of units, of eselon IV or above; a JF that heads a unit counts as delegated."""
    jabatan = skp.penilai
    if jabatan is None:
        return True
    if jabatan.pk == skp.jabatan_id or not jabatan.kepala_unit:
        return False
    if jabatan.jenis != "struktural":
        return True
    kode = jabatan.eselon_id or ""
    return None if not kode else kode.split(".")[0].split("/")[0] in SETARA_PENGAWAS
