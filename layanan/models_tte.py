"""Antrean tanda tangan elektronik: satu batch tiap kata sandi diketik, satu permintaan tiap naskah.

The rows are the queue's truth; Celery only carries. ``layanan.tanda_tangan`` is their only writer. No passphrase,
in clear or not, ever stands here.
"""

from django.db import models
from django.db.models import Q

from kepegawaian.models import Jabatan, Naskah, Pengguna

CARA = [("lokal", "Sertifikat elektronik kantor"), ("bsre", "BSrE")]


class BatchTte(models.Model):
    """Satu kali seorang pejabat menandatangani, satu naskah atau banyak."""

    STATUS = [
        ("antre", "Menunggu pekerja"),
        ("berjalan", "Sedang ditandatangani"),
        ("menunggu_sandi", "Menunggu kata sandi"),
        ("selesai", "Selesai"),
    ]

    oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    jabatan = models.ForeignKey(Jabatan, models.PROTECT, related_name="+")
    sebagai = models.CharField(max_length=200, help_text="jabatan pelaku pada saat itu")
    alamat = models.CharField(max_length=80, blank=True)
    cara = models.CharField(max_length=8, choices=CARA)
    status = models.CharField(max_length=16, choices=STATUS, default="antre")
    galat = models.CharField(max_length=300, blank=True, help_text="mengapa menunggu kata sandi")
    dibuat_pada = models.DateTimeField()
    diantre_pada = models.DateTimeField()
    selesai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["diantre_pada"], condition=~Q(status="selesai"), name="batch_tte_belum_selesai"),
            models.Index(fields=["oleh", "-id"], name="batch_tte_oleh"),
        ]

    def __str__(self):
        return f"TTE {self.pk}"


class PermintaanTte(models.Model):
    """Satu naskah pada sebuah batch; at most one that is not over per usulan and per naskah.

    ``usulan`` and ``langkah`` are None for a letter of a process that is no usulan (``layanan.tanda_tangan_lepas``).

    ``menunggu`` → ``dikerjakan`` (claimed by conditional UPDATE) → ``selesai`` | ``gagal`` | ``perlu_dicocokkan``
    (nobody knows whether the signer signed) | ``dilepas``. ``berkas`` and ``sidik``: what the signer gave back,
    kept before its effect, so that a worker killed in between loses nothing.
    """

    STATUS = [
        ("menunggu", "Menunggu"),
        ("dikerjakan", "Sedang ditandatangani"),
        ("selesai", "Ditandatangani"),
        ("gagal", "Tidak ditandatangani"),
        ("perlu_dicocokkan", "Perlu dicocokkan"),
        ("dilepas", "Dilepas tanpa tanda tangan"),
    ]
    HIDUP = ("menunggu", "dikerjakan", "perlu_dicocokkan")

    batch = models.ForeignKey(BatchTte, models.PROTECT, related_name="permintaan")
    usulan = models.ForeignKey("layanan.Usulan", models.PROTECT, null=True, related_name="permintaan_tte")
    langkah = models.ForeignKey("layanan.LangkahUsulan", models.PROTECT, null=True, related_name="+")
    naskah = models.ForeignKey(Naskah, models.PROTECT, related_name="permintaan_tte")
    status = models.CharField(max_length=16, choices=STATUS, default="menunggu")
    galat = models.CharField(max_length=300, blank=True)
    berkas = models.FileField(blank=True)
    sidik = models.CharField(max_length=64, blank=True)
    dimulai_pada = models.DateTimeField(null=True, blank=True)
    selesai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["batch_id", "id"]
        indexes = [
            models.Index(fields=["batch", "id"], name="permintaan_tte_batch"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["usulan"],
                condition=Q(status__in=("menunggu", "dikerjakan", "perlu_dicocokkan")),
                name="satu_permintaan_tte_hidup",
            ),
            models.UniqueConstraint(
                fields=["naskah"],
                condition=Q(status__in=("menunggu", "dikerjakan", "perlu_dicocokkan")),
                name="satu_permintaan_tte_naskah",
            ),
            models.CheckConstraint(
                condition=~Q(status="selesai") | ~Q(sidik="") & Q(selesai_pada__isnull=False),
                name="permintaan_tte_selesai_bersidik",
            ),
        ]

    def __str__(self):
        return f"{self.batch_id}:{self.naskah_id}"

    @property
    def objek(self):
        """What the Jejak of its acts is about: the usulan, or the letter itself."""
        return self.usulan or self.naskah

    @property
    def pegawai_id(self):
        """Whom the usulan is about; None for a letter of its own."""
        return self.usulan.pegawai_id if self.usulan else None
