"""Kinerja: corong SKP tahun ini dalam satu baris, bagi atasan, kepala OPD, pejabat BKD, dan pimpinan; rinciannya di papan kinerja."""

from dataclasses import dataclass, field

from django.db.models import Count, Exists, F, OuterRef, Q

from eperformance.models import Evaluasi, PeriodeKinerja, Skp
from eperformance.pantau.daftar import lingkup
from eperformance.pantau.keadaan import HIDUP, TAHAP
from eperformance.realisasi import masa
from kepegawaian.models import ProfilKini
from tata_kelola.beranda.hitung import Hitung, Larik, baca

UNTUK = ("atasan", "kepala_opd", "pejabat_bkd", "pimpinan")
LANGKAH = (
    ("draf", "menyusun SKP"),
    ("diajukan", "diajukan"),
    ("ditetapkan", "ditetapkan"),
    ("dievaluasi", "dievaluasi masa lalu"),
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


def _dievaluasi(hari_ini):
    """Q over Skp: the last month or quarter that has ended in this year is evaluated."""
    syarat = Q(pk__in=())
    for periodik in masa.BANYAK:
        m = masa.lewat_terakhir(periodik, hari_ini)
        if m.tahun == hari_ini.year:
            sah = Evaluasi.objects.filter(skp=OuterRef("pk"), jenis="periodik", nomor=m.nomor, status="sah")
            syarat |= Q(Exists(sah), periode__periodik=periodik)
    return syarat


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
        "kinerja_dievaluasi": Hitung(skp.filter(_dievaluasi(hari_ini), status__in=Skp.SAH)),
    }


def susun(request, nilai):
    """The Corong of the values asked; None while the year is not open or he watches nobody."""
    if not nilai["kinerja_dibuka"] or not nilai["kinerja_pegawai"]:
        return None
    status = {b.keadaan: b.banyak for b in (baca(x) for x in nilai["kinerja_status"])}
    langkah = []
    for kode, nama in LANGKAH:
        n = sum(v for k, v in status.items() if k in TAHAP[kode][1])
        langkah.append((kode, nama, nilai["kinerja_dievaluasi"] if kode == "dievaluasi" else n))
    return Corong(request.hari_ini.year, nilai["kinerja_pegawai"], langkah)
