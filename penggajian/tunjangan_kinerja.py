"""TPP bulan terakhir yang ditetapkan, bagi suku kompensasi indeks generasi A (``kepegawaian.tunjangan_kinerja``)."""

from kepegawaian.tunjangan_kinerja import Sumber, Tunjangan, daftarkan
from penggajian.models import HasilTpp, TppBulan


def bulan(tanggal):
    """The newest month that is ditetapkan and began by ``tanggal``; drafts may still change and do not count."""
    terakhir = TppBulan.objects.filter(status="ditetapkan", bulan__lte=tanggal).order_by("-bulan").first()
    return terakhir.bulan if terakhir else None


def baca(bulan_, dari, sampai):
    """Whose TPP was computed whole; one query."""
    baris = HasilTpp.objects.filter(
        bulan__bulan=bulan_, pegawai_id__gte=dari, pegawai_id__lte=sampai, keadaan="dibayar", kelas__isnull=False, pagu__isnull=False
    ).order_by()  # fmt: skip
    return {i: Tunjangan(*isi) for i, *isi in baris.values_list("pegawai_id", "kelas", "pagu", "rupiah")}


daftarkan(Sumber(bulan, baca))
