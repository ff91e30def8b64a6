"""Pengganti penilai: siapa menilai sebuah SKP selama kantor penilainya kosong atau berhalangan. Reads only.

Law: PP 30/2019 (penilai is the atasan langsung or one he delegates to); who stands in follows ``layanan.pengalihan``: the Plt/Plh
holds the office itself, else the head above, the Bupati last. Nobody assesses himself: an office its own pegawai holds alone as
Plt/Plh counts as vacant for him.
"""

from django.db.models import Q
from django.db.models.functions import Coalesce

from eperformance.models import Skp
from layanan import pengalihan

# From ``dinilai`` on the predikat is set; keberatan has its own route.
BISA_BERALIH = (*Skp.TERBUKA, "diajukan", "ditetapkan")


def tujuan(skp, hari_ini, acuan):
    """(jabatan id or None for the Bupati, reason) who assesses this SKP on the day; "" when it is its own office.

    Returns None when nothing is to be asked: it belongs to the Bupati, or is assessed already.
    """
    asal = skp.penilai_asal_id or skp.penilai_id
    if asal is None or skp.status not in BISA_BERALIH:
        return None
    kosong, dijabat = pengalihan.kosong([asal], tanggal=hari_ini, acuan=acuan)
    if not kosong and (skp.pegawai_id, asal) not in dijabat:  # as nearly always; two queries
        return asal, ""
    alamat, sebab = pengalihan.alamat_kini(
        {"jabatan": asal}, pegawai_id=skp.pegawai_id, tanggal=hari_ini, acuan=acuan, memutus=False
    )
    return alamat.get("jabatan"), sebab.replace("adalah pemohon sendiri", "dijabat pemilik SKP sendiri.")


def calon(hari_ini, acuan):
    """Ids of the SKP of this year and the last, which may still have to be assessed, whose penilai may have to change; five
    queries."""
    lalu = hari_ini.replace(year=hari_ini.year - 1, month=1, day=1)
    semua = Skp.objects.filter(status__in=BISA_BERALIH, sampai__gte=lalu).order_by()
    semua = semua.annotate(kantor=Coalesce("penilai_asal_id", "penilai_id")).filter(kantor__isnull=False)
    kosong, dijabat = pengalihan.kosong(
        set(semua.values_list("kantor", flat=True).distinct()), tanggal=hari_ini, acuan=acuan
    )
    ids = set(semua.filter(Q(kantor__in=kosong) | Q(penilai_asal__isnull=False)).values_list("pk", flat=True))
    # Who holds the office of his own penilai (as Plt/Plh) cannot be assessed there, unless another holds it too.
    pejabat = semua.filter(pegawai_id__in=[p for p, _ in dijabat]).values_list("pk", "pegawai_id", "kantor")
    return sorted(ids | {pk for pk, pegawai, kantor in pejabat if (pegawai, kantor) in dijabat})
