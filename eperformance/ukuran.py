"""Ukuran kinerja: SKP yang ditetapkan, dan pegawai dengan predikat Baik ke atas.

Law: PP 30/2019; Permen PANRB 6/2022.
"""

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Coalesce

from eperformance.models import Skp
from kepegawaian.models import KinerjaPeriodik, RiwayatKinerja
from kepegawaian.ukuran import Ukuran, daftarkan, persen
from kepegawaian.ukuran_kepegawaian import orang

DASAR = "PP 30/2019; PermenPANRB 6/2022"
BAIK = ("Sangat Baik", "Baik")


def _berskp(unit_ids, sampai):
    """People in service with ``keadaan``: the status of their newest SKP of that year."""
    skp = Skp.objects.filter(pegawai_id=OuterRef("pegawai_id"), periode__tahun=sampai.year).exclude(status="batal")
    return orang(unit_ids).annotate(keadaan=Subquery(skp.order_by("-mulai").values("status")[:1]))


def skp_ditetapkan(unit_ids, mulai, sampai):
    """Percent of people in service whose SKP of the year is ditetapkan or further."""
    return persen(_berskp(unit_ids, sampai).filter(keadaan__in=Skp.SAH).count(), orang(unit_ids).count())


def daftar_skp(hak, unit_ids, mulai, sampai):
    """Who stands where; those without an SKP first."""
    baris = _berskp(unit_ids, sampai).filter(hak.lingkup()).order_by("keadaan", "nama", "nip")
    return ("NIP", "NAMA", "UNIT KERJA", "KEADAAN SKP"), baris.values_list("nip", "nama", "unit__nama", "keadaan")


def _berpredikat(unit_ids, mulai, sampai):
    """People with ``predikat``: the annual one of the year, while there is none the latest periodic one."""
    tahunan = RiwayatKinerja.objects.filter(
        pegawai_id=OuterRef("pegawai_id"), tahun=sampai.year, dibatalkan_pada=None, tmt__lte=sampai
    )
    masa = KinerjaPeriodik.objects.filter(
        pegawai_id=OuterRef("pegawai_id"), dibatalkan_pada=None, mulai__gte=mulai, sampai__lte=sampai
    )
    predikat = Coalesce(
        Subquery(tahunan.order_by("-tmt").values("predikat")[:1]),
        Subquery(masa.order_by("-sampai", "-mulai").values("predikat")[:1]),
    )
    return orang(unit_ids).annotate(predikat=predikat).filter(predikat__isnull=False)


def predikat_baik(unit_ids, mulai, sampai):
    """Percent of the assessed people whose predikat is Baik or better."""
    semua = _berpredikat(unit_ids, mulai, sampai)
    return persen(semua.filter(predikat__in=BAIK).count(), semua.count())


def daftar_predikat(hak, unit_ids, mulai, sampai):
    """The assessed people in the scope of the reader."""
    baris = _berpredikat(unit_ids, mulai, sampai).filter(hak.lingkup()).order_by("predikat", "nama", "nip")
    return ("NIP", "NAMA", "UNIT KERJA", "PREDIKAT"), baris.values_list("nip", "nama", "unit__nama", "predikat")


daftarkan(
    Ukuran(
        "skp_ditetapkan", "Pegawai yang SKP-nya ditetapkan", "persen", DASAR,
        "pegawai dengan SKP ditetapkan ÷ banyaknya ASN aktif × 100", "SKP ditetapkan", "ASN aktif", skp_ditetapkan, daftar_skp,
    ),
    Ukuran(
        "predikat_baik", "Pegawai berpredikat Baik ke atas", "persen", DASAR,
        "pegawai berpredikat Baik atau Sangat Baik ÷ pegawai yang sudah dinilai × 100", "Baik ke atas", "dinilai",
        predikat_baik, daftar_predikat,
    ),
)  # fmt: skip
