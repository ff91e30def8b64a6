"""Sistem: akun, acuan, kesehatan; bagi admin, tanpa satu usulan pun untuk diputus."""

from dataclasses import dataclass, field

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Count, F, Q

from kepegawaian.models import KamusReferensi, Pengguna, Penugasan, Setelan
from tata_kelola import sehat
from tata_kelola.beranda.hitung import Hitung, Larik

UNTUK = ("admin",)
BELUM_AKTIF = Q(password__startswith=UNUSABLE_PASSWORD_PREFIX)
BATAS = 1000


@dataclass(slots=True)
class Sistem:
    """Figures of the installation; ``broker`` from the broker itself, the rest from the database."""

    akun: int
    belum_aktif: int
    ditutup: int
    penugasan: int
    asumsi: int
    referensi: int
    versi: int
    broker: sehat.Broker
    malam: object = None
    gangguan: list = field(default_factory=list)
    tugas: list = field(default_factory=list)

    @property
    def sebut_pekerja(self):
        """How many workers are connected."""
        return f"{self.broker.pekerja} tersambung"

    @property
    def uraian_antrean(self):
        """How long the queue is."""
        return f"{self.broker.antrean} pekerjaan mengantre, {self.broker.dikerjakan} sedang dikerjakan."

    @property
    def uraian_malam(self):
        """What the last nightly run did."""
        m = self.malam
        return f"{m.mulai.astimezone():%d-%m-%Y %H.%M}, tahun {m.tahun}: {m.terukur} dari {m.populasi} terukur, {m.galat} galat."

    @property
    def jenis_malam(self):
        """Kind of the tag of the last nightly run."""
        return {"selesai": "terpenuhi", "gagal": "gagal"}.get(self.malam.status, "info")


def angka(request):
    """Expressions of this section."""
    tugas = Penugasan.objects.filter(sejak__lte=request.hari_ini).filter(
        Q(sampai__isnull=True) | Q(sampai__gte=request.hari_ini)
    )
    return {
        "sistem_akun": Larik(
            Pengguna.objects.order_by().values(aktif=F("is_active"))
            .annotate(banyak=Count("pk"), belum=Count("pk", filter=BELUM_AKTIF))
        ),
        "sistem_penugasan": Larik(tugas.order_by().values(jenis=F("peran")).annotate(banyak=Count("pk"))),
        "sistem_asumsi": Hitung(Setelan.objects.filter(keyakinan="asumsi")),
        "sistem_referensi": Hitung(KamusReferensi.objects.filter(jawaban="", abaikan=False), BATAS),
    }  # fmt: skip


def susun(request, nilai, malam=None):
    """The Sistem of the values asked; asks the broker once."""
    akun = {b["aktif"]: b for b in nilai["sistem_akun"]}
    nama = dict(Penugasan.PERAN)
    return Sistem(
        akun=akun.get(True, {}).get("banyak", 0),
        belum_aktif=akun.get(True, {}).get("belum", 0),
        ditutup=akun.get(False, {}).get("banyak", 0),
        penugasan=sum(b["banyak"] for b in nilai["sistem_penugasan"]),
        asumsi=nilai["sistem_asumsi"],
        referensi=nilai["sistem_referensi"],
        versi=request.acuan.versi,
        broker=sehat.tanya_broker(),
        malam=malam,
        gangguan=sehat.gangguan(),
        tugas=[(nama.get(b["jenis"], b["jenis"]), b["banyak"]) for b in nilai["sistem_penugasan"]],
    )
