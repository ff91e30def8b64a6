"""Acara pelepasan purna tugas dan pesertanya; only ``pensiun.purna.perbuatan`` changes them."""

from django.db import models

from kepegawaian.models import Pegawai, Pengguna

ISI_SURAT = (
    "Atas nama Pemerintah Kabupaten Lamongan kami menyampaikan terima kasih dan penghargaan yang setinggi-tingginya atas "
    "pengabdian Saudara selama {masa_kerja}, terakhir sebagai {jabatan} pada {opd}.\n\n"
    "Pengalaman, keteladanan, dan karya Saudara menjadi bagian dari kemajuan daerah ini. Semoga Saudara beserta keluarga "
    "senantiasa diberi kesehatan dan kebahagiaan dalam masa purna tugas, dan tetap menyertai pembangunan Kabupaten "
    "Lamongan dengan pemikiran serta doa."
)


class Pelepasan(models.Model):
    """Satu acara bagi yang TMT pensiunnya dari ``tmt_dari`` sampai ``tmt_sampai`` (tanggal 1 tiap bulan).

    ``data``: what the letters print besides the person, frozen when the peserta are set: kop, pejabat.
    """

    STATUS = [("draf", "Draf"), ("ditetapkan", "Peserta ditetapkan"), ("selesai", "Selesai")]

    nama = models.CharField(max_length=160)
    tmt_dari = models.DateField()
    tmt_sampai = models.DateField()
    tanggal = models.DateField(help_text="hari acara")
    tempat = models.CharField(max_length=160)
    nomor_surat = models.CharField(max_length=100, blank=True)
    tanggal_surat = models.DateField(null=True, blank=True)
    isi_surat = models.TextField(default=ISI_SURAT, max_length=3000)
    status = models.CharField(max_length=10, choices=STATUS, default="draf")
    data = models.JSONField(default=dict)
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    dibuat_pada = models.DateTimeField()

    class Meta:
        ordering = ["-tanggal", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(tmt_dari__lte=models.F("tmt_sampai")), name="pelepasan_urut_tmt")
        ]

    def __str__(self):
        return self.nama


class PesertaPelepasan(models.Model):
    """Seorang yang dilepas; ``data`` as printed (nama, nip, pangkat, jabatan, unit, opd, masa_kerja); ``hadir`` None: belum dicatat."""

    pelepasan = models.ForeignKey(Pelepasan, models.PROTECT, related_name="peserta")
    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="+")
    tmt = models.DateField()
    urut = models.PositiveSmallIntegerField()
    data = models.JSONField(default=dict)
    hadir = models.BooleanField(null=True, blank=True)
    wakil = models.CharField(max_length=120, blank=True, help_text="yang hadir mewakilinya")

    class Meta:
        ordering = ["urut"]
        constraints = [
            models.UniqueConstraint(fields=["pegawai"], name="dilepas_sekali"),
            models.UniqueConstraint(fields=["pelepasan", "urut"], name="peserta_pelepasan_urut"),
        ]

    def __str__(self):
        return f"{self.pelepasan_id}/{self.urut}"
