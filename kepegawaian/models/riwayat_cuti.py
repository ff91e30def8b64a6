"""Riwayat cuti: cuti yang diberikan kepada seorang pegawai (periode). Dasar: PP 11/2017 Pasal 309-341."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Q

from kepegawaian.models.riwayat_dasar import BERLAKU, MASA, BerSK, Masa, Riwayat, batas_masa


class RiwayatCuti(BerSK, Masa, Riwayat):
    """Cuti yang diberikan, dari ``tmt`` sampai ``sampai`` (keduanya termasuk). What was refused or postponed is not here.

    ``hari_kerja``: working days inside, by the week of his unit; ``hari_kerja_lanjut``: those of them that fall in the
    calendar year after that of ``tmt``. One who is called back keeps what was not taken: the row is marked batal and a
    shorter one written. Nobody is on two kinds of cuti on one day.
    """

    JENIS = [
        ("CT", "Cuti tahunan"), ("CB", "Cuti besar"), ("CS1", "Cuti sakit sampai 14 hari"),
        ("CS2", "Cuti sakit lebih dari 14 hari"), ("CS3", "Cuti sakit karena gugur kandungan"),
        ("CS4", "Cuti sakit karena kecelakaan kerja"), ("CM", "Cuti melahirkan"),
        ("CAP", "Cuti karena alasan penting"), ("CLTN", "Cuti di luar tanggungan negara"),
    ]  # fmt: skip
    jenis = models.CharField(max_length=4, choices=JENIS)
    hari_kerja = models.PositiveSmallIntegerField(default=0)
    hari_kerja_lanjut = models.PositiveSmallIntegerField(default=0)
    luar_negeri = models.BooleanField(default=False)

    class Meta(Riwayat.Meta):
        constraints = [
            *Riwayat.Meta.constraints,
            batas_masa("cuti"),
            models.CheckConstraint(condition=Q(sampai__isnull=False), name="cuti_bersampai"),
            models.CheckConstraint(condition=Q(hari_kerja_lanjut__lte=F("hari_kerja")), name="cuti_hari_lanjut_wajar"),
            ExclusionConstraint(
                name="cuti_tidak_tumpang",
                expressions=[("pegawai", RangeOperators.EQUAL), (MASA, RangeOperators.OVERLAPS)],
                condition=BERLAKU,
            ),
        ]
        indexes = [models.Index(fields=["sampai", "tmt"], condition=BERLAKU, name="cuti_masa")]
