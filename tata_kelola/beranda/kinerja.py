"""Kinerja: corong SKP tahun ini dalam satu baris, bagi atasan, kepala OPD, pejabat BKD, dan pimpinan; rinciannya di papan kinerja.

One grouped count besides the number of people: the evaluation of the last masa stands on the board, it would cost the page as much again.
"""

from dataclasses import dataclass, field

from django.db.models import Count, F, Q

from eperformance.models import PeriodeKinerja, Skp
from eperformance.pantau.daftar import lingkup
from eperformance.pantau.keadaan import HIDUP, TAHAP
from kepegawaian.models import ProfilKini
from tata_kelola.beranda.hitung import Hitung, Larik, baca

UNTUK = ("atasan", "kepala_opd", "pejabat_bkd", "pimpinan")
LANGKAH = (
    ("draf", "menyusun SKP"),
    ("diajukan", "diajukan"),
    ("ditetapkan", "ditetapkan"),
    ("dinilai", "dinilai setahun"),
)


@dataclass(slots=True)
class Corong:
    """``langkah``: [(code, words, people)], each with no more people than the one before; ``tanpa``: who has no SKP."""

    tahun: int
    pegawai: int
    langkah: list = field(default_factory=list)

    @property
    def tanpa(self):
        """People without SKP."""
        return max(self.pegawai - self.langkah[0][2], 0)


def angka(request):
    """Expressions of this section."""
    hak, hari_ini = request.hak, request.hari_ini
    if hak.lihat_semua or hak.punya("pimpinan"):
        orang, milik = Q(aktif=True), Q(pegawai__kini__aktif=True)
    else:
        orang = lingkup(hak)
        milik = Q(pegawai__kini__aktif=True, pegawai__kini__unit_id__salah_satu=hak.unit_lingkup)
        milik &= ~Q(pegawai_id=hak.pegawai_id or 0)
    skp = Skp.objects.filter(
        milik, periode__tahun=hari_ini.year, status__in=HIDUP, mulai__lte=hari_ini, sampai__gte=hari_ini
    )
    return {
        "kinerja_dibuka": Hitung(PeriodeKinerja.objects.filter(tahun=hari_ini.year)),
        "kinerja_pegawai": Hitung(ProfilKini.objects.filter(orang)),
        "kinerja_status": Larik(skp.order_by().values(keadaan=F("status")).annotate(banyak=Count("pk"))),
    }


def susun(request, nilai):
    """The Corong of the values asked; None while the year is not open or he watches nobody."""
    if not nilai["kinerja_dibuka"] or not nilai["kinerja_pegawai"]:
        return None
    status = {b.keadaan: b.banyak for b in (baca(x) for x in nilai["kinerja_status"])}
    langkah = [(kode, nama, sum(v for k, v in status.items() if k in TAHAP[kode][1])) for kode, nama in LANGKAH]
    return Corong(request.hari_ini.year, nilai["kinerja_pegawai"], langkah)
