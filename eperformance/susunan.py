"""Susunan SKP dari basis data bagi ``aturan_skp``: what an SKP holds, and whether its penilai may assess it."""

from eperformance import aturan_skp
from eperformance.models import Skp
from kepegawaian.models import Jabatan

# PP 30/2019: the penilai is at least a pengawas (eselon IV); heads of a school or puskesmas that are JF are delegated.
SETARA_PENGAWAS = ("I", "II", "III", "IV")


def susun(skp, hasil=None, perilaku=None):
    """The SusunanSkp of one SKP; five to seven queries, three less when its rows (with indikator) are at hand."""
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
    return aturan_skp.SusunanSkp(
        skp.jenjang, skp.pendekatan, butir, perilaku, _atasan_sah(skp), _bertumpuk(skp), _penilai_sah(skp)
    )


def _atasan_sah(skp):
    """Is an SKP of the holder's office ditetapkan in the same year? None for the Bupati."""
    if skp.penilai_id is None:
        return None
    return Skp.objects.filter(periode=skp.periode_id, jabatan=skp.penilai_id, status__in=Skp.SAH).exists()


def _bertumpuk(skp):
    lain = Skp.objects.filter(pegawai=skp.pegawai_id, mulai__lte=skp.sampai, sampai__gte=skp.mulai)
    return lain.exclude(pk=skp.pk).exclude(status="batal").values_list("pk", flat=True).first()


def _penilai_sah(skp):
    """SKP-7: head of a unit of his own line of units, of eselon IV or above; a JF that heads a unit counts as delegated."""
    if skp.penilai_id is None:
        return True
    jabatan = Jabatan.objects.select_related("eselon").get(pk=skp.penilai_id)
    if jabatan.pk == skp.jabatan_id or not jabatan.kepala_unit:
        return False
    if jabatan.jenis != "struktural":
        return True
    kode = jabatan.eselon_id or ""
    return None if not kode else kode.split(".")[0].split("/")[0] in SETARA_PENGAWAS
