"""Fakta halaman pelanggaran kehadiran: siapa pada ambang mana, sudah dihukum atau sedang diperiksa, putusan gajinya.

``RekapKehadiran`` is counted at night and after each import; these pages only read it and what stands beside it.
"""

from datetime import date

from django.db.models import Case, Count, Exists, F, IntegerField, Max, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from kepegawaian.aturan_kehadiran import BERUNTUN, PERALIHAN, daftar_ambang
from kepegawaian.models import JenisHukuman, PutusanGaji, RekapKehadiran, RiwayatHukuman, RiwayatPemeriksaan

KEADAAN = [
    ("belum", "Belum ditangani"),
    ("diperiksa", "Sedang diperiksa"),
    ("dihukum", "Sudah dihukum setara"),
]


def berat(acuan, tanggal):
    """{type of penalty: weight} under the thresholds of a day, those of the transition and of Pasal 15 included."""
    hasil = {a.kode: a.urutan for a in daftar_ambang(acuan, tanggal)}
    hasil |= {PERALIHAN[k]: n for k, n in hasil.items() if k in PERALIHAN}
    return hasil | {BERUNTUN: max(hasil.values(), default=0)}


def hukuman_absen(tahun):
    """Penalties of a calendar year that may be for absence: those whose article says so, and those without an article."""
    pasal = Q(pasal="") | Q(pasal__icontains="huruf f") | Q(pasal__icontains="angka 11")
    return RiwayatHukuman.objects.filter(pasal, Q(tmt__year=tahun) | Q(tanggal_sk__year=tahun), dibatalkan_pada=None)


def capai(tahun, acuan, tanggal, *, kecuali=None):
    """RekapKehadiran of a year at a threshold or possibly at ten days, with ``dihukum`` (heaviest weight this year) and
    ``diperiksa`` (on ``tanggal``); ``kecuali``: id of the pegawai who reads, nobody handles himself."""
    akhir = min(date(tahun, 12, 31), tanggal)
    nilai = berat(acuan, akhir)
    tingkat = Case(
        *(When(jenis_id=k, then=Value(n)) for k, n in nilai.items()), default=Value(0), output_field=IntegerField()
    )
    terberat = (
        hukuman_absen(tahun).filter(pegawai_id=OuterRef("pegawai_id")).order_by().values("pegawai_id")
        .annotate(n=Max(tingkat)).values("n")
    )  # fmt: skip
    sedang = RiwayatPemeriksaan.objects.filter(
        Q(sampai__isnull=True) | Q(sampai__gte=tanggal), pegawai_id=OuterRef("pegawai_id"), tmt__lte=tanggal,
        dibatalkan_pada=None,
    )  # fmt: skip
    daftar = RekapKehadiran.objects.filter(tahun=tahun, pegawai__kini__isnull=False).exclude(pegawai_id=kecuali or 0)
    return daftar.filter(perlu_dilihat(acuan, akhir)).annotate(
        dihukum=Coalesce(Subquery(terberat), 0), diperiksa=Exists(sedang)
    )


def perlu_dilihat(acuan, tanggal):
    """Q over RekapKehadiran: at a threshold, or with so many unrecorded days that ten in a row are possible."""
    try:
        batas = acuan.setelan("ketidakhadiran_beruntun_hari", tanggal)
    except KeyError:
        return ~Q(kode="")
    return ~Q(kode="") | Q(mungkin__gte=batas)


def saring_keadaan(daftar, keadaan):
    """Narrows ``capai`` to one of KEADAAN."""
    if keadaan == "diperiksa":
        return daftar.filter(diperiksa=True)
    if keadaan == "dihukum":
        return daftar.filter(diperiksa=False, dihukum__gt=0, dihukum__gte=F("urutan"))
    return daftar.filter(diperiksa=False).exclude(dihukum__gt=0, dihukum__gte=F("urutan"))


def keadaan(rekap):
    """Key of KEADAAN of a row of ``capai``."""
    if rekap.diperiksa:
        return "diperiksa"
    return "dihukum" if rekap.dihukum and rekap.dihukum >= rekap.urutan else "belum"


def ringkas(daftar):
    """[(type, people)] of ``capai``, lightest first; one query."""
    return list(daftar.order_by("urutan", "kode").values_list("kode").annotate(n=Count("pk")))


def nama_jenis():
    """{type: name of the penalty}; one query."""
    return dict(JenisHukuman.objects.values_list("kode", "nama"))


def hukuman_orang(pegawai_id, tahun):
    """Penalties of the year of one person, with their kind."""
    return list(hukuman_absen(tahun).filter(pegawai_id=pegawai_id).select_related("jenis").order_by("tmt"))


def putusan_orang(pegawai_id, tahun=None):
    """Decisions on his salary, newest first; of a year: those of days in it."""
    baris = PutusanGaji.objects.filter(pegawai_id=pegawai_id)
    if tahun is not None:
        baris = baris.filter(Q(absen_dari__year=tahun) | Q(absen_sampai__year=tahun))
    return list(baris.order_by("-pk"))


def tahun_tersedia(hari_ini):
    """Years with a recap, newest first, the present one always."""
    ada = RekapKehadiran.objects.order_by().values_list("tahun", flat=True).distinct()
    return sorted({*ada, hari_ini.year}, reverse=True)[:6]
