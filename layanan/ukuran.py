"""Ukuran layanan: langkah yang selesai dalam batas waktunya, dan SK yang terbit sebelum TMT.

``sk_sebelum_tmt`` makes the measure of the layanan of one aspect; the aspect registers it in its own ``ukuran.py``.
"""

from datetime import timedelta

from django.db.models import Case, Count, DateField, F, Q, Value, When
from django.db.models.functions import TruncDate

from kepegawaian.hitung import awal_hari
from kepegawaian.models import NaskahPegawai
from kepegawaian.ukuran import Ukuran, daftarkan, persen
from layanan.models import LangkahUsulan, Usulan

DASAR = "Ketentuan Portal"
KOLOM_LANGKAH = ("USULAN", "LANGKAH", "BATAS", "SELESAI", "HASIL")
KOLOM_SK = ("NIP", "NAMA", "NASKAH", "TANGGAL NASKAH", "TMT", "HASIL")


def _hasil(syarat):
    return Case(When(syarat, then=Value("tepat waktu")), default=Value("terlambat"))


def _langkah(unit_ids, mulai, sampai):
    """Finished steps of offices (of these units) that had a deadline, finished in the period."""
    langkah = LangkahUsulan.objects.filter(
        keadaan__in=("selesai", "dikembalikan", "ditolak"), batas__isnull=False, penerima__isnull=True,
        selesai_pada__gte=awal_hari(mulai), selesai_pada__lt=awal_hari(sampai + timedelta(days=1)),
    ).annotate(hari=TruncDate("selesai_pada", output_field=DateField()))  # fmt: skip
    if unit_ids is None:
        return langkah
    return langkah.filter(Q(unit_id__salah_satu=unit_ids) | Q(jabatan__unit_id__salah_satu=unit_ids))


def langkah_tepat_waktu(unit_ids, mulai, sampai):
    """Percent of steps finished not later than their SLA."""
    n = _langkah(unit_ids, mulai, sampai).aggregate(
        semua=Count("pk"), tepat=Count("pk", filter=Q(hari__lte=F("batas")))
    )
    return persen(n["tepat"], n["semua"])


def daftar_langkah(hak, unit_ids, mulai, sampai):
    """The steps of usulan the reader may open, the latest finished first."""
    boleh = hak.saring_usulan(Usulan.objects.all())
    baris = _langkah(unit_ids, mulai, sampai).filter(usulan__in=boleh).order_by("-selesai_pada", "-pk")
    kolom = ("usulan__nomor", "nama", "batas", "hari", _hasil(Q(hari__lte=F("batas"))))
    return KOLOM_LANGKAH, baris.values_list(*kolom)


def sk_sebelum_tmt(kode, nama, dasar, slug):
    """The Ukuran: percent of signed naskah of these layanan, with TMT in the period, dated not later than the TMT."""

    def baris(unit_ids, mulai, sampai):
        naskah = NaskahPegawai.objects.filter(
            naskah__usulan__usulan__layanan__in=slug, naskah__usulan__surat=False, naskah__tahap="ditandatangani",
            tmt__gte=mulai, tmt__lte=sampai,
        ).distinct()  # fmt: skip
        return naskah if unit_ids is None else naskah.filter(pegawai__kini__unit_id__salah_satu=unit_ids)

    def hitung(unit_ids, mulai, sampai):
        n = baris(unit_ids, mulai, sampai).aggregate(
            semua=Count("pk", distinct=True), tepat=Count("pk", distinct=True, filter=Q(naskah__tanggal__lte=F("tmt")))
        )
        return persen(n["tepat"], n["semua"])

    def daftar(hak, unit_ids, mulai, sampai):
        isi = baris(unit_ids, mulai, sampai).filter(hak.lingkup("pegawai__kini__")).order_by("-tmt", "pegawai__nip")
        kolom = ("pegawai__nip", "pegawai__kini__nama", "naskah__nomor", "naskah__tanggal", "tmt")
        return KOLOM_SK, isi.values_list(*kolom, _hasil(Q(naskah__tanggal__lte=F("tmt"))))

    rumus = "naskah bertanggal tidak sesudah TMT ÷ semua naskah yang ditandatangani dengan TMT pada masa itu × 100"
    return Ukuran(kode, nama, "persen", dasar, rumus, "terbit sebelum TMT", "semua naskah", hitung, daftar)


daftarkan(
    Ukuran(
        "langkah_tepat", "Langkah usulan selesai tepat waktu", "persen", DASAR,
        "langkah yang selesai tidak melewati batas waktunya ÷ semua langkah yang selesai × 100", "langkah tepat waktu",
        "langkah selesai", langkah_tepat_waktu, daftar_langkah,
    )
)  # fmt: skip
