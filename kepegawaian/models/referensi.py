"""Tabel acuan yang menjadi angka hukum; setiap baris bertanggal dan menyebut peraturannya.

Read through ``kepegawaian.acuan.Acuan`` (a frozen snapshot), changed only by ``muat_referensi`` and the
settings page. A change raises ``VersiAcuan`` by trigger, which tells every process to take a new snapshot.
"""

from django.db import models

from kepegawaian.models.dasar import UMUR_ACUAN, lacak


class Regulasi(models.Model):
    """Peraturan yang dirujuk aturan dan tabel; every ``Dasar`` in code must name one of these codes."""

    kode = models.CharField(max_length=60, primary_key=True)
    judul = models.CharField(max_length=300)
    tanggal_berlaku = models.DateField(null=True, blank=True)
    status = models.CharField(max_length=200, blank=True, help_text="mis. diubah PP 17/2020")
    catatan = models.TextField(blank=True)

    class Meta:
        ordering = ["kode"]

    def __str__(self):
        return f"{self.kode} tentang {self.judul}"


class Bertanggal(models.Model):
    """A row that holds from ``berlaku_sejak`` up to and including ``berlaku_sampai``."""

    berlaku_sejak = models.DateField()
    berlaku_sampai = models.DateField(null=True, blank=True)
    dasar = models.CharField(max_length=200, help_text="peraturan dan pasal")
    keyakinan = models.CharField(
        max_length=10, default="pasti", choices=[(k, k) for k in ("pasti", "sebagian", "asumsi")]
    )

    class Meta:
        abstract = True


class Golongan(models.Model):
    """Golongan ruang PNS I/a–IV/e dan golongan PPPK I–XVII; ``urutan`` sorts inside one ``jenis``."""

    kode = models.CharField(max_length=6, primary_key=True)
    jenis = models.CharField(max_length=4, choices=[("PNS", "PNS"), ("PPPK", "PPPK")])
    urutan = models.PositiveSmallIntegerField()
    pangkat = models.CharField(max_length=40, blank=True)
    siasn_id = models.CharField(max_length=4, blank=True)
    dasar = models.CharField(max_length=200)

    class Meta:
        ordering = ["jenis", "urutan"]
        constraints = [models.UniqueConstraint(fields=["jenis", "urutan"], name="golongan_urutan_unik")]

    def __str__(self):
        return f"{self.pangkat}, {self.kode}" if self.pangkat else f"Golongan {self.kode}"


@lacak
class TabelGaji(Bertanggal):
    """Satu sel tabel gaji pokok, rupiah per bulan, for golongan × masa kerja golongan (tahun)."""

    golongan = models.ForeignKey(Golongan, models.PROTECT, related_name="+")
    mkg = models.PositiveSmallIntegerField()
    gaji = models.PositiveIntegerField()

    class Meta:
        ordering = ["golongan", "mkg"]
        constraints = [
            models.UniqueConstraint(fields=["golongan", "mkg", "berlaku_sejak"], name="tabel_gaji_unik"),
        ]
        triggers = [UMUR_ACUAN]

    def __str__(self):
        return f"{self.golongan_id}/{self.mkg}: {self.gaji}"


class Eselon(models.Model):
    """Eselon dengan rentang pangkat dan diklat struktural yang sesuai (PP 100/2000 jo. PP 13/2002)."""

    kode = models.CharField(max_length=6, primary_key=True)
    siasn_id = models.CharField(max_length=4)
    urutan = models.PositiveSmallIntegerField()
    kelompok = models.CharField(max_length=20, help_text="jpt_pratama, administrator, pengawas …")
    pangkat_terendah = models.ForeignKey(Golongan, models.PROTECT, related_name="+")
    pangkat_tertinggi = models.ForeignKey(Golongan, models.PROTECT, related_name="+")
    diklat = models.CharField(max_length=10, blank=True)
    dasar = models.CharField(max_length=200)

    class Meta:
        ordering = ["urutan"]

    def __str__(self):
        return self.kode


class TingkatPendidikan(models.Model):
    """Tingkat pendidikan SIASN (05–50) dan padanannya pada tabel hukum (``setara``, mis. S1)."""

    kode = models.CharField(max_length=2, primary_key=True)
    nama = models.CharField(max_length=60)
    setara = models.CharField(max_length=6)
    urutan = models.PositiveSmallIntegerField()
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["urutan"]

    def __str__(self):
        return self.nama


@lacak
class PendidikanGolongan(Bertanggal):
    """Golongan awal, puncak kenaikan pangkat reguler, dan bebas ujian dinas menurut pendidikan."""

    setara = models.CharField(max_length=6)
    nama = models.CharField(max_length=80)
    golongan_awal = models.ForeignKey(Golongan, models.PROTECT, related_name="+")
    mkg_awal_tahun = models.PositiveSmallIntegerField()
    puncak_reguler = models.ForeignKey(Golongan, models.PROTECT, related_name="+")
    golongan_pppk = models.ForeignKey(Golongan, models.PROTECT, null=True, blank=True, related_name="+")
    penyesuaian_ke = models.ForeignKey(
        Golongan, models.PROTECT, null=True, blank=True, related_name="+", help_text="KP penyesuaian ijazah menjadi"
    )
    penyesuaian_dari_maks = models.ForeignKey(
        Golongan, models.PROTECT, null=True, blank=True, related_name="+", help_text="masih berpangkat paling tinggi"
    )
    bebas_ujian_dinas_1 = models.BooleanField()
    bebas_ujian_dinas_2 = models.BooleanField()

    class Meta:
        ordering = ["pk"]
        triggers = [UMUR_ACUAN]

    def __str__(self):
        return self.nama


@lacak
class BUP(Bertanggal):
    """Batas usia pensiun (tahun) menurut kelompok jabatan."""

    kode = models.CharField(max_length=20)
    jabatan = models.CharField(max_length=120)
    tahun = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["kode", "berlaku_sejak"]
        constraints = [models.UniqueConstraint(fields=["kode", "berlaku_sejak"], name="bup_unik")]
        triggers = [UMUR_ACUAN]

    def __str__(self):
        return f"{self.jabatan}: {self.tahun} tahun"


@lacak
class JenisPemberhentian(Bertanggal):
    """Jenis pemberhentian: hak pensiun, syarat usia dan masa kerja (tahun), penetap, dan kedudukan hukum sesudahnya.

    ``hak``: how the right to a pension is decided; ``usia_min`` and ``mkp_min`` only where it depends on them, ``pns_min``
    years really worked as PNS. ``siasn_jenis``: id of BKN's ref jenis_pemberhentian, empty where it has none.
    ``kedudukan``: KedudukanHukum from the TMT on, with the right and without it.
    """

    HAK = [
        ("syarat", "Bila usia dan masa kerja cukup"), ("selalu", "Tanpa syarat usia dan masa kerja"),
        ("ahli_waris", "Pensiun janda, duda, atau anak"), ("tidak", "Tidak ada"),
    ]  # fmt: skip
    STATUS = [("PNS", "PNS"), ("CPNS", "CPNS"), ("PPPK", "PPPK")]
    kode = models.CharField(max_length=20)
    nama = models.CharField(max_length=160)
    status = models.CharField(max_length=4, choices=STATUS)
    sifat = models.CharField(max_length=80)
    hak = models.CharField(max_length=10, choices=HAK)
    usia_min = models.PositiveSmallIntegerField(null=True, blank=True)
    mkp_min = models.PositiveSmallIntegerField(null=True, blank=True)
    pns_min = models.PositiveSmallIntegerField(null=True, blank=True)
    penetap = models.CharField(max_length=80)
    dokumen = models.CharField(max_length=200, blank=True)
    siasn_jenis = models.CharField(max_length=2, blank=True)
    kedudukan = models.ForeignKey("kepegawaian.KedudukanHukum", models.PROTECT, related_name="+")
    kedudukan_tanpa_hak = models.ForeignKey(
        "kepegawaian.KedudukanHukum", models.PROTECT, null=True, blank=True, related_name="+"
    )
    catatan = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["kode", "berlaku_sejak"], name="jenis_pemberhentian_unik")]
        triggers = [UMUR_ACUAN]

    def __str__(self):
        return self.nama


@lacak
class TabelAngkaKredit(Bertanggal):
    """Angka kredit satu langkah pangkat di dalam jenjang JF (PermenPANRB 1/2023; PerBKN 3/2023 Lampiran).

    ``koefisien``: credits of a year with predikat Baik. ``dasar_golongan``: what one starts with who enters the
    jenjang at this golongan. ``kumulatif``: credits since the beginning of the jenjang asked for by the step to
    ``golongan_ke``. ``kenaikan_jenjang``: credits for the next jenjang, None at the top.
    """

    jenjang = models.CharField(max_length=12)
    golongan_dari = models.ForeignKey(Golongan, models.PROTECT, related_name="+")
    golongan_ke = models.ForeignKey(Golongan, models.PROTECT, related_name="+")
    koefisien = models.DecimalField(max_digits=5, decimal_places=2)
    langkah = models.PositiveSmallIntegerField()
    dasar_golongan = models.PositiveSmallIntegerField()
    kumulatif = models.PositiveSmallIntegerField()
    kenaikan_jenjang = models.PositiveSmallIntegerField(null=True, blank=True)
    jenjang_berikut = models.CharField(max_length=12, blank=True)
    ganti_jenjang = models.BooleanField()

    class Meta:
        ordering = ["golongan_dari__urutan", "jenjang"]
        constraints = [
            models.UniqueConstraint(
                fields=["jenjang", "golongan_dari", "berlaku_sejak"], name="tabel_angka_kredit_unik"
            )
        ]
        triggers = [UMUR_ACUAN]

    def __str__(self):
        return f"{self.jenjang} {self.golongan_dari_id} ke {self.golongan_ke_id}: {self.kumulatif}"


class Kompetensi(models.Model):
    """Kompetensi jabatan ASN: manajerial dan sosial kultural menurut PermenPANRB 38/2017, teknis menurut jabatan."""

    JENIS = [("manajerial", "Manajerial"), ("sosial_kultural", "Sosial kultural"), ("teknis", "Teknis")]
    kode = models.CharField(max_length=20, primary_key=True)
    nama = models.CharField(max_length=120)
    jenis = models.CharField(max_length=16, choices=JENIS)
    uraian = models.TextField(blank=True)
    dasar = models.CharField(max_length=200)

    class Meta:
        ordering = ["jenis", "kode"]

    def __str__(self):
        return self.nama


@lacak
class PeriodeKP(Bertanggal):
    """Bulan-bulan TMT kenaikan pangkat yang sah, menurut TMT-nya."""

    bulan = models.JSONField(help_text="daftar bulan 1–12; TMT selalu tanggal 1")

    class Meta:
        ordering = ["berlaku_sejak"]
        triggers = [UMUR_ACUAN]

    def __str__(self):
        return f"sejak {self.berlaku_sejak}: {self.bulan}"


@lacak
class PejabatPenetapKP(Bertanggal):
    """Siapa menetapkan kenaikan pangkat menurut golongan baru; ``dicetak`` false: SK dari luar direkam."""

    golongan_min = models.ForeignKey(Golongan, models.PROTECT, related_name="+")
    golongan_maks = models.ForeignKey(Golongan, models.PROTECT, related_name="+")
    pejabat = models.CharField(max_length=80)
    kantor = models.CharField(max_length=20, blank=True, help_text="kode kantor bila SK dibuat portal")
    dicetak = models.BooleanField()

    class Meta:
        ordering = ["berlaku_sejak", "golongan_min__urutan"]
        triggers = [UMUR_ACUAN]

    def __str__(self):
        return f"{self.golongan_min_id}–{self.golongan_maks_id}: {self.pejabat}"


@lacak
class HariLibur(models.Model):
    """Hari libur nasional dan cuti bersama; seeded from ``holidays``, cuti bersama typed by the office."""

    tanggal = models.DateField(primary_key=True)
    nama = models.CharField(max_length=160)
    jenis = models.CharField(max_length=14, choices=[("nasional", "Libur nasional"), ("cuti_bersama", "Cuti bersama")])
    dasar = models.CharField(max_length=200)

    class Meta:
        ordering = ["tanggal"]
        triggers = [UMUR_ACUAN]

    def __str__(self):
        return f"{self.tanggal} {self.nama}"


@lacak
class Setelan(Bertanggal):
    """Setelan bertanggal, termasuk setiap nilai yang menurut sumbernya ``asumsi``."""

    kunci = models.CharField(max_length=60)
    nilai = models.JSONField()
    uraian = models.TextField()

    class Meta:
        ordering = ["kunci", "berlaku_sejak"]
        constraints = [models.UniqueConstraint(fields=["kunci", "berlaku_sejak"], name="setelan_unik")]
        triggers = [UMUR_ACUAN]

    def __str__(self):
        return f"{self.kunci} = {self.nilai}"


class VersiAcuan(models.Model):
    """Satu baris; ``nomor`` naik tiap tabel acuan berubah (trigger)."""

    nomor = models.BigIntegerField(default=1)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=1), name="versi_acuan_satu_baris")]

    def __str__(self):
        return str(self.nomor)
