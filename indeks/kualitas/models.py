"""Temuan kualitas data tiap pegawai, dengan hari ditemukan dan selesainya, dan hitungan tiap malam per OPD."""

from django.db import models
from django.db.models import F, Q

from kepegawaian.models import Pegawai, UnitKerja


def _acu(model, nama="+"):
    """A foreign key without constraint: pegawai and units are never deleted, and a night writes in bulk."""
    return models.ForeignKey(
        model, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name=nama
    )


class TemuanData(models.Model):
    """Satu masalah pada data satu pegawai. Open while ``selesai`` is NULL; written by ``indeks.kualitas.hitung`` only.

    ``sejak``: the night it was first found; found again after it was mended, it is another row.
    """

    pegawai = models.ForeignKey(
        Pegawai, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="temuan_data"
    )
    kode = models.CharField(max_length=8)
    opd = _acu(UnitKerja)
    sejak = models.DateField()
    selesai = models.DateField(null=True)

    class Meta:
        ordering = ["sejak", "pk"]
        indexes = [models.Index(fields=["kode", "opd", "sejak"], condition=Q(selesai=None), name="temuan_kode")]
        constraints = [
            models.UniqueConstraint(fields=["pegawai", "kode"], condition=Q(selesai=None), name="temuan_terbuka_satu"),
            models.CheckConstraint(condition=Q(selesai=None) | Q(selesai__gte=F("sejak")), name="temuan_urut"),
        ]

    def __str__(self):
        return f"{self.pegawai_id} {self.kode}"


class RekapKualitas(models.Model):
    """Satu indikator pada satu OPD pada satu malam: ``populasi`` whom it asks, ``salah`` of them a finding.

    ``opd`` NULL: pegawai without OPD. Kept daily for a month, then the last night of each month.
    """

    tanggal = models.DateField()
    opd = _acu(UnitKerja)
    kode = models.CharField(max_length=8)
    populasi = models.PositiveIntegerField()
    salah = models.PositiveIntegerField()

    class Meta:
        ordering = ["tanggal", "opd", "kode"]
        constraints = [
            models.UniqueConstraint(
                fields=["tanggal", "opd", "kode"], nulls_distinct=False, name="rekap_kualitas_unik"
            ),
            models.CheckConstraint(condition=Q(salah__lte=F("populasi")), name="rekap_kualitas_wajar"),
        ]

    def __str__(self):
        return f"{self.tanggal} {self.opd_id} {self.kode}: {self.salah}/{self.populasi}"
