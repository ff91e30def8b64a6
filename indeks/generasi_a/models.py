"""Hasil generasi A per unit; a part of the app ``indeks`` with a model of its own. Written by ``indeks.generasi_a.malam`` only."""

from django.db import models

from kepegawaian.models import UnitKerja


class HasilUnitA(models.Model):
    """Cacah mentah dan suku generasi A satu unit beserta bawahannya pada satu putaran; ``unit`` NULL: seluruh instansi.

    Terms are NULL where unknown; ``idxpro`` too, and then it lies between ``bawah`` and ``atas``. ``kompensasi``: the
    worksheet, [{kelompok, jumlah, tertinggi, terendah, total, delta}]. ``galat``: why the worksheet could not be computed.
    """

    putaran = models.ForeignKey(
        "indeks.PutaranIndeks", models.CASCADE, db_constraint=False, db_index=False, related_name="hasil_a"
    )
    unit = models.ForeignKey(
        UnitKerja, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )
    jumlah = models.PositiveIntegerField()
    kompeten = models.PositiveIntegerField()
    tidak_kompeten = models.PositiveIntegerField()
    ppk_orang = models.PositiveIntegerField()
    ppk_jumlah = models.DecimalField(max_digits=14, decimal_places=2)
    ringan = models.PositiveIntegerField()
    sedang = models.PositiveIntegerField()
    berat = models.PositiveIntegerField()
    kompensasi = models.JSONField(default=list)
    gaps = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    kj = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    delta_int = models.DecimalField(max_digits=9, decimal_places=4, null=True)
    delta_ext = models.DecimalField(max_digits=9, decimal_places=4, null=True)
    delta_si = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    indiscpl = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    idxpro = models.DecimalField(max_digits=7, decimal_places=4, null=True)
    persen = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    bawah = models.DecimalField(max_digits=5, decimal_places=2)
    atas = models.DecimalField(max_digits=5, decimal_places=2)
    galat = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ["putaran_id", "unit"]
        constraints = [
            models.UniqueConstraint(fields=["putaran", "unit"], nulls_distinct=False, name="hasil_unit_a_unik")
        ]

    def __str__(self):
        return f"{self.unit_id}: {self.persen}"

    @property
    def belum_kompeten(self):
        """People whose competence is not known."""
        return self.jumlah - self.kompeten - self.tidak_kompeten

    @property
    def pelanggaran(self):
        """Penalties of all levels."""
        return self.ringan + self.sedang + self.berat
