"""Sumber tugas dari hitungan malam: pindaian wajib yang belum ada pada dosir menjelang KGB atau kenaikan pangkat sendiri.

Only documents every applicant needs (without ``bila``) are named: whether the others apply is known with the usulan.
"""

from datetime import timedelta

from django.db.models import F
from django.urls import reverse

from indeks.models import JatuhTempo, PutaranIndeks
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.hitung import Larik, baca
from kepegawaian.models import Dosir
from kepegawaian.tugas import Butir, Sumber, daftarkan
from layanan import katalog

DEPAN_HARI = 183


@daftarkan
class PindaianKurang(Sumber):
    """Own due dates of the next half year whose compulsory scans are missing."""

    kode = "pindaian"
    untuk = ("asn",)

    def angka(self, hak, hari_ini):
        """Own due dates, and kinds of riwayat that have a scan."""
        tempo = JatuhTempo.objects.filter(
            putaran__in=PutaranIndeks.objects.filter(tempo_kini=True).values("pk")[:1], pegawai_id=hak.pegawai_id or 0,
            tanggal__range=(hari_ini, hari_ini + timedelta(days=DEPAN_HARI)),
        )  # fmt: skip
        dosir = Dosir.objects.filter(pegawai_id=hak.pegawai_id or 0).order_by().values(macam=F("riwayat_jenis"))
        return {
            "tempo": Larik(tempo.order_by("tanggal").values(slug=F("layanan"), kapan=F("tanggal"))),
            "dosir": Larik(dosir.distinct()),
        }

    def susun(self, nilai, hak, hari_ini, acuan):
        """One row a due date."""
        ada = {b["macam"] for b in nilai["dosir"]}
        for b in (baca(x, tanggal_=("kapan",)) for x in nilai["tempo"]):
            try:
                layanan = katalog.ambil(b.slug)
            except KeyError:
                continue
            perlu = [d.nama for d in layanan.dokumen if d.wajib and d.dosir and d.bila is None and d.dosir not in ada]
            if perlu:
                yield Butir(
                    f"Serahkan pindaian untuk {layanan.nama}", url=reverse("kepegawaian:saya_dosir"), tombol="Lihat dosir",
                    uraian=f"Belum ada: {', '.join(perlu)}. Serahkan kepada operator OPD Anda.", ikon="file-earmark-plus",
                    tenggat=layanan.tenggat_usul(b.kapan, acuan),
                    akibat=f"Tanpa berkas itu kenaikan TMT {tulis_tanggal(b.kapan)} tidak dapat diusulkan.",
                )  # fmt: skip
