"""Pemberkasan calon ASN, berkasnya, usul penetapan NIP kepada BKN, dan pembatalan kelulusan dengan penggantinya.

Law: PP 11/2017 Ps. 31–33 (CPN-14); PermenPANRB 6/2024 Ps. 54.
"""

from django.db import models
from django.db.models import Q

from kepegawaian.models import Agama, JenisKawin, Naskah, Pengguna
from kepegawaian.models.dasar import lacak
from layanan.models import Usulan
from pengadaan.models.seleksi import Pelamar, Seleksi

__all__ = ["BarisUsulNip", "BerkasCalon", "PembatalanKelulusan", "Pemberkasan", "UsulNip"]


@lacak
class Pemberkasan(models.Model):
    """The papers of one who passed: his own data (DRH) and the state of the whole.

    ``dibuka`` the candidate fills; ``dikirim`` the subbid checks; ``dikembalikan`` he mends by ``tenggat``; ``lengkap`` may be
    proposed to BKN; ``mundur`` he withdrew, ``batal`` his pass was called off for another reason (in ``alasan``).
    """

    STATUS = [
        ("dibuka", "Diisi calon"), ("dikirim", "Menunggu pemeriksaan"), ("dikembalikan", "Dikembalikan"),
        ("lengkap", "Lengkap"), ("mundur", "Mengundurkan diri"), ("batal", "Kelulusan dibatalkan"),
    ]  # fmt: skip
    pelamar = models.OneToOneField(Pelamar, models.PROTECT, related_name="pemberkasan")
    status = models.CharField(max_length=12, choices=STATUS, default="dibuka")
    tenggat = models.DateField()
    alasan = models.CharField(max_length=400, blank=True, default="")
    gelar_depan = models.CharField(max_length=60, blank=True, default="")
    gelar_belakang = models.CharField(max_length=100, blank=True, default="")
    agama = models.ForeignKey(Agama, models.PROTECT, null=True, blank=True, related_name="+")
    jenis_kawin = models.ForeignKey(JenisKawin, models.PROTECT, null=True, blank=True, related_name="+")
    alamat = models.TextField(blank=True, default="")
    npwp = models.CharField(max_length=30, blank=True, default="")
    sekolah = models.CharField(max_length=200, blank=True, default="")
    tahun_lulus = models.PositiveSmallIntegerField(null=True, blank=True)
    nomor_ijazah = models.CharField(max_length=100, blank=True, default="")
    pengalaman = models.TextField(blank=True, default="")
    benar = models.BooleanField(default=False, help_text="calon menyatakan isiannya benar")
    dikirim_pada = models.DateTimeField(null=True, blank=True)
    diperiksa_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    diperiksa_pada = models.DateTimeField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pelamar__nomor_peserta"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(status__in=("dikembalikan", "mundur", "batal")) | ~Q(alasan=""),
                name="pemberkasan_beralasan",
            )
        ]

    def __str__(self):
        return f"{self.pelamar_id}:{self.status}"

    @property
    def berhenti(self):
        """He is out: withdrawn, or his pass called off."""
        return self.status in ("mundur", "batal")

    @property
    def dapat_diisi(self):
        """The candidate may still change it."""
        return self.status in ("dibuka", "dikembalikan")


class BerkasCalon(models.Model):
    """One scan of a candidate; a newer one puts ``diganti_pada`` on it. Checked piece by piece."""

    KEADAAN = [("", "Belum diperiksa"), ("sesuai", "Sesuai"), ("kembali", "Perlu diperbaiki")]
    pelamar = models.ForeignKey(Pelamar, models.PROTECT, related_name="berkas")
    kode = models.CharField(max_length=20)
    nama_asli = models.CharField(max_length=160)
    file = models.FileField(max_length=160)
    mime = models.CharField(max_length=40)
    akhiran = models.CharField(max_length=5)
    sha256 = models.CharField(max_length=64)
    diunggah_pada = models.DateTimeField()
    diganti_pada = models.DateTimeField(null=True, blank=True)
    keadaan = models.CharField(max_length=7, choices=KEADAAN, blank=True, default="")
    alasan = models.CharField(max_length=300, blank=True, default="")
    diperiksa_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, blank=True, related_name="+")
    diperiksa_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pelamar_id", "kode", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pelamar", "kode"], condition=Q(diganti_pada__isnull=True), name="berkas_calon_satu_berlaku"
            ),
            models.CheckConstraint(condition=~Q(keadaan="kembali") | ~Q(alasan=""), name="berkas_calon_beralasan"),
        ]

    def __str__(self):
        return f"{self.pelamar_id}:{self.kode}"


@lacak
class UsulNip(models.Model):
    """One letter that proposes the NIP of many to BKN."""

    seleksi = models.ForeignKey(Seleksi, models.PROTECT, related_name="usul_nip")
    nomor_surat = models.CharField(max_length=100)
    tanggal_surat = models.DateField()
    tmt = models.DateField(help_text="TMT yang diusulkan")
    dibuat_oleh = models.ForeignKey(Pengguna, models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()

    class Meta:
        ordering = ["-tanggal_surat", "-id"]
        constraints = [models.UniqueConstraint(fields=["seleksi", "nomor_surat"], name="usul_nip_surat_unik")]

    def __str__(self):
        return self.nomor_surat


@lacak
class BarisUsulNip(models.Model):
    """One candidate in such a letter, and the answer of BKN. ``naskah``: the pertek as it stands in the register of naskah.

    ``usulan``: the usulan of his SK once it is begun.
    """

    STATUS = [
        ("diusulkan", "Diusulkan ke BKN"), ("terbit", "NIP terbit"), ("btl", "Berkas tidak lengkap"),
        ("tms", "Tidak memenuhi syarat"),
    ]  # fmt: skip
    usul = models.ForeignKey(UsulNip, models.PROTECT, related_name="baris")
    pelamar = models.ForeignKey(Pelamar, models.PROTECT, related_name="usul_nip")
    status = models.CharField(max_length=10, choices=STATUS, default="diusulkan")
    nip = models.CharField(max_length=18, blank=True, default="")
    nomor_pertek = models.CharField(max_length=100, blank=True, default="")
    tanggal_pertek = models.DateField(null=True, blank=True)
    tmt = models.DateField(null=True, blank=True)
    catatan = models.CharField(max_length=400, blank=True, default="")
    dicatat_pada = models.DateTimeField(null=True, blank=True)
    naskah = models.ForeignKey(Naskah, models.PROTECT, null=True, blank=True, related_name="+")
    usulan = models.ForeignKey(Usulan, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["usul", "pelamar__nomor_peserta"]
        constraints = [
            models.UniqueConstraint(
                fields=["pelamar"], condition=Q(status__in=("diusulkan", "terbit")), name="usul_nip_satu_berjalan"
            ),
            models.CheckConstraint(
                condition=~Q(status="terbit")
                | ~Q(nip="") & ~Q(nomor_pertek="") & Q(tanggal_pertek__isnull=False, tmt__isnull=False),
                name="usul_nip_terbit_lengkap",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=("btl", "tms")) | ~Q(catatan=""), name="usul_nip_beralasan"
            ),
        ]

    def __str__(self):
        return f"{self.usul_id}:{self.pelamar_id}"


@lacak
class PembatalanKelulusan(models.Model):
    """The pass of one who filled a formasi is called off, and who comes in his place.

    ``dasar``: number and date of the letter or minutes. ``usul``: the letter that asks the Panselnas for the pengganti;
    ``nomor_persetujuan`` of its answer; ``pengumuman``: the naskah that tells both. ``pengganti`` None with a pengumuman: nobody
    of the ranking could follow.
    """

    SEBAB = [
        ("mundur", "Mengundurkan diri"), ("dianggap", "Dianggap mengundurkan diri"), ("tms", "Tidak memenuhi persyaratan"),
        ("wafat", "Meninggal dunia"),
    ]  # fmt: skip
    pelamar = models.OneToOneField(Pelamar, models.PROTECT, related_name="pembatalan")
    sebab = models.CharField(max_length=8, choices=SEBAB)
    dasar = models.CharField(max_length=400)
    dicatat_oleh = models.ForeignKey(Pengguna, models.PROTECT, null=True, related_name="+")
    dicatat_pada = models.DateTimeField()
    usul = models.ForeignKey(Naskah, models.PROTECT, null=True, blank=True, related_name="+")
    nomor_persetujuan = models.CharField(max_length=100, blank=True, default="")
    tanggal_persetujuan = models.DateField(null=True, blank=True)
    pengganti = models.OneToOneField(Pelamar, models.PROTECT, null=True, blank=True, related_name="menggantikan")
    pengumuman = models.ForeignKey(Naskah, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(pengganti__isnull=True)
                | Q(pengumuman__isnull=False, tanggal_persetujuan__isnull=False) & ~Q(nomor_persetujuan=""),
                name="pengganti_disetujui",
            )
        ]

    def __str__(self):
        return f"{self.pelamar_id}:{self.sebab}"

    @property
    def tahap(self):
        """Where it stands: dicatat, diusulkan, or diumumkan."""
        return "diumumkan" if self.pengumuman_id else "diusulkan" if self.usul_id else "dicatat"
