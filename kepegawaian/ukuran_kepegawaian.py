"""Ukuran kepegawaian: jam pelajaran tiap ASN dan bagian ASN yang mencapai dua puluh jam setahun.

Law: PP 11/2017 Pasal 203 ayat (4), DIK-01: at least 20 JP a year for each PNS.
"""

from django.db.models import OuterRef, Subquery, Sum
from django.db.models.functions import Coalesce

from kepegawaian.models import ProfilKini, RiwayatDiklat
from kepegawaian.ukuran import Nilai, Ukuran, bagi, daftarkan, persen

HAK_JP = 20
DASAR = "PP 11/2017 Ps. 203 ayat (4)"
KOLOM = ("NIP", "NAMA", "UNIT KERJA", "JP")


def orang(unit_ids):
    """ProfilKini of everybody in service, of these units or all."""
    semua = ProfilKini.objects.filter(aktif=True)
    return semua if unit_ids is None else semua.filter(unit_id__salah_satu=unit_ids)


def _berjam(unit_ids, mulai, sampai):
    """The people with ``jp``: hours of all training that ended in the period."""
    jam = RiwayatDiklat.objects.filter(
        pegawai_id=OuterRef("pegawai_id"), dibatalkan_pada=None, tmt__gte=mulai, tmt__lte=sampai
    )
    jumlah = jam.order_by().values("pegawai_id").annotate(n=Sum("jp")).values("n")
    return orang(unit_ids).annotate(jp=Coalesce(Subquery(jumlah), 0))


def jp_per_asn(unit_ids, mulai, sampai):
    """Hours per person: sum of JP / people in service."""
    pegawai = orang(unit_ids)
    jam = RiwayatDiklat.objects.filter(dibatalkan_pada=None, tmt__gte=mulai, tmt__lte=sampai)
    jumlah = jam.filter(pegawai_id__in=pegawai.values("pegawai_id")).aggregate(n=Sum("jp"))["n"] or 0
    banyak = pegawai.count()
    return Nilai(bagi(jumlah, banyak), jumlah, banyak)


def asn_20_jp(unit_ids, mulai, sampai):
    """Percent of people in service with at least twenty hours."""
    return persen(_berjam(unit_ids, mulai, sampai).filter(jp__gte=HAK_JP).count(), orang(unit_ids).count())


def daftar_jp(hak, unit_ids, mulai, sampai):
    """Who has how many hours, the fewest first, in the scope of the reader."""
    baris = _berjam(unit_ids, mulai, sampai).filter(hak.lingkup()).order_by("jp", "nama", "nip")
    return KOLOM, baris.values_list("nip", "nama", "unit__nama", "jp")


daftarkan(
    Ukuran(
        "jp_per_asn", "Jam pelajaran per ASN", "JP", DASAR, "jumlah JP yang selesai sejak awal tahun ÷ banyaknya ASN aktif",
        "jumlah JP", "ASN aktif", jp_per_asn, daftar_jp,
    ),
    Ukuran(
        "asn_20_jp", "ASN dengan sekurang-kurangnya 20 JP setahun", "persen", DASAR,
        "ASN dengan JP ≥ 20 sejak awal tahun ÷ banyaknya ASN aktif × 100", "ASN dengan JP ≥ 20", "ASN aktif", asn_20_jp,
        daftar_jp,
    ),
)  # fmt: skip
