"""OPD saya: angka pegawai dan usulan perangkat daerah, yang dikembalikan lebih dulu."""

from dataclasses import dataclass, field

from django.db.models import Count, F, Q

from kepegawaian.models import ProfilKini
from kepegawaian.templatetags.portal import angka as tulis_angka
from layanan.models import Usulan
from tata_kelola.beranda.hitung import Hitung, Larik, baca
from tata_kelola.beranda.kotak import nama_layanan

UNTUK = ("operator_opd", "kepala_opd")
BANYAK = 5
BATAS_HITUNG = 10_000


@dataclass(slots=True)
class Opd:
    """Figures of the units served; ``opd_id`` for links when they lie in one OPD."""

    nama: str
    opd_id: int | None
    pegawai: int
    status: dict
    lewat: int
    operator: bool = False
    dikembalikan: list = field(default_factory=list)

    @property
    def pegawai_teks(self):
        """Number of people as shown; counting stops somewhere, so that the page costs the same in any regency."""
        return f"lebih dari {tulis_angka(BATAS_HITUNG)}" if self.pegawai > BATAS_HITUNG else tulis_angka(self.pegawai)

    @property
    def saringan(self):
        """Query string that keeps lists to this OPD."""
        return f"&opd={self.opd_id}" if self.opd_id else ""


def unit_dilayani(hak):
    """Units whose people he serves as operator or heads as kepala OPD."""
    return hak.unit_operator | hak.unit_kepala_opd


def _usulan(request):
    """Usulan of the people he serves: what his list shows when it is kept to the OPD."""
    milik = Usulan.objects.filter(pegawai__kini__unit_id__salah_satu=unit_dilayani(request.hak), tertutup=False)
    return milik.exclude(layanan__in=request.hak.rahasia_tertutup) if request.hak.rahasia_tertutup else milik


def _opd(request):
    """The Unit of the one OPD his units lie in, or None."""
    opd = {request.acuan.unit[u].opd_id for u in unit_dilayani(request.hak) if u in request.acuan.unit} - {None}
    return request.acuan.unit.get(opd.pop()) if len(opd) == 1 else None


def angka(request):
    """Expressions of this section."""
    usulan = _usulan(request)
    lewat = Q(status="diproses", langkah_kini__batas__lt=request.hari_ini)
    return {
        "opd_pegawai": Hitung(
            ProfilKini.objects.filter(unit_id__salah_satu=unit_dilayani(request.hak), aktif=True), BATAS_HITUNG
        ),
        "opd_status": Larik(
            usulan.filter(status__in=Usulan.BERJALAN).order_by().values(keadaan=F("status"))
            .annotate(banyak=Count("pk"), lewat=Count("pk", filter=lewat))
        ),
        "opd_dikembalikan": Larik(
            usulan.filter(status="dikembalikan").order_by("dibuat_pada").values(
                nomor_=F("nomor"), slug=F("layanan"), orang=F("pegawai__kini__nama"), sebab=F("catatan_akhir"),
            )[:BANYAK]
        ),
    }  # fmt: skip


def susun(request, nilai):
    """The Opd of the values asked."""
    opd = _opd(request)
    dikembalikan = [baca(b) for b in nilai["opd_dikembalikan"]]
    for satu in dikembalikan:
        satu.layanan = nama_layanan(satu.slug)
    return Opd(
        nama=_nama(request, opd),
        opd_id=opd.id if opd else None,
        pegawai=nilai["opd_pegawai"],
        status={b["keadaan"]: b["banyak"] for b in nilai["opd_status"]},
        lewat=sum(b["lewat"] for b in nilai["opd_status"]),
        operator="operator_opd" in request.hak.peran,
        dikembalikan=dikembalikan,
    )


def _nama(request, opd):
    """Name of the highest unit served."""
    unit = [request.acuan.unit[u] for u in unit_dilayani(request.hak) if u in request.acuan.unit]
    teratas = min(unit, key=lambda u: len(u.jalur), default=None)
    return teratas.nama if teratas else opd.nama if opd else ""
