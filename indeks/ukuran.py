"""Ukuran indeks: rata-rata Indeks Profesionalitas ASN pada putaran terbaru."""

from django.db.models import Count, Sum
from django.urls import reverse

from indeks.models import HasilIndeks, PutaranIndeks
from kepegawaian.ukuran import Nilai, Ukuran, bagi, daftarkan


def rata_indeks(unit_ids, mulai, sampai):
    """Mean total of the measured people of the newest run of that year up to ``sampai``."""
    putaran = PutaranIndeks.objects.perorangan().filter(tahun=sampai.year).order_by("-tanggal", "-generasi").first()
    if putaran is None or putaran.tanggal > sampai:
        putaran = PutaranIndeks.objects.filter(status="selesai", tahun=sampai.year, tanggal__lte=sampai).exclude(
            generasi="A"
        )
        putaran = putaran.order_by("-tanggal", "-generasi").first()
    if putaran is None:
        return Nilai(None)
    hasil = HasilIndeks.objects.filter(putaran=putaran, total__isnull=False)
    if unit_ids is not None:
        hasil = hasil.filter(unit_id__salah_satu=unit_ids)
    n = hasil.aggregate(jumlah=Sum("total"), orang=Count("total"))
    return Nilai(bagi(n["jumlah"], n["orang"]), n["jumlah"], n["orang"], reverse("indeks:hasil_list") + putaran.kueri)


daftarkan(
    Ukuran(
        "indeks_asn", "Indeks Profesionalitas ASN", "indeks", "PermenPANRB 38/2018; PerBKN 8/2019",
        "jumlah indeks ASN yang terukur ÷ banyaknya ASN yang terukur", "jumlah indeks", "ASN terukur", rata_indeks,
    )
)  # fmt: skip
