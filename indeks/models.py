"""Hasil tiap malam: putaran indeks, hasil per pegawai, jatuh tempo, dan rata-rata per unit.

``HasilIndeks`` and ``JatuhTempo`` are partitioned by putaran (migration ``0002_partisi``): a night fills a
table of its own by COPY, which is attached when it is whole, and an old night is dropped with its table,
so that a million rows are never deleted one by one. Only ``indeks.malam`` writes here.
"""

from django.db import models

from kepegawaian.models import Pegawai, UnitKerja

LAYAK = [
    ("ya", "Syarat lengkap"),
    ("tidak", "Belum memenuhi"),
    ("perlu_diperiksa", "Perlu diperiksa"),
    ("menunggu", "Menunggu waktu"),
]


class PutaranQuerySet(models.QuerySet):
    """Questions about the runs."""

    def kini(self):
        """The run that pages show: the latest one in force that measures people, or None."""
        return self.perorangan().order_by("-tanggal", "-generasi").first()

    def perorangan(self):
        """Runs in force of the generations that measure people; A has a value of units only."""
        return self.filter(kini=True).exclude(generasi="A")

    def generasi_a(self):
        """Runs in force of generation A, the latest year first."""
        return self.filter(kini=True, generasi="A").order_by("-tahun")

    def tempo_kini(self):
        """The run whose due dates are shown, or None."""
        return self.filter(tempo_kini=True).first()


class PutaranIndeks(models.Model):
    """Satu malam penghitungan: the settings it used, how far it came, and whether it is in force.

    ``berjalan``: the year had not ended, so the predikat of an earlier year may stand in. ``kinerja_per``:
    the day until which a predikat of a finished year was read. ``kini`` is true for one run of each year
    and generation; ``tempo_kini`` for one run in all.
    """

    STATUS = [("berjalan", "Sedang dihitung"), ("selesai", "Selesai"), ("gagal", "Ditinggalkan")]

    tanggal = models.DateField()
    tahun = models.PositiveSmallIntegerField()
    generasi = models.CharField(max_length=1)
    berjalan = models.BooleanField()
    kinerja_per = models.DateField()
    tempo = models.BooleanField()
    versi_acuan = models.BigIntegerField()
    setelan = models.JSONField()
    status = models.CharField(max_length=8, choices=STATUS, default="berjalan")
    mulai = models.DateTimeField()
    selesai = models.DateTimeField(null=True)
    populasi = models.PositiveIntegerField(default=0)
    terukur = models.PositiveIntegerField(default=0)
    galat = models.PositiveIntegerField(default=0)
    kini = models.BooleanField(default=False)
    tempo_kini = models.BooleanField(default=False)

    objects = PutaranQuerySet.as_manager()

    class Meta:
        ordering = ["-tanggal", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["tanggal", "generasi"], condition=models.Q(status="berjalan"), name="satu_putaran_berjalan"
            ),
            models.UniqueConstraint(
                fields=["tahun", "generasi"], condition=models.Q(kini=True), name="satu_putaran_kini"
            ),
            models.UniqueConstraint(
                fields=["tempo_kini"], condition=models.Q(tempo_kini=True), name="satu_tempo_kini"
            ),
        ]

    def __str__(self):
        return f"{self.tahun}/{self.generasi} per {self.tanggal}"

    @property
    def kueri(self):
        """Query string that keeps a page on this year and generation."""
        return f"?tahun={self.tahun}&generasi={self.generasi}"


class RentangPutaran(models.Model):
    """A range of pegawai ids of a run; finished in the same transaction as its rows are written."""

    putaran = models.ForeignKey(PutaranIndeks, models.CASCADE, related_name="rentang")
    dari = models.BigIntegerField()
    sampai = models.BigIntegerField()
    selesai_pada = models.DateTimeField(null=True)
    populasi = models.PositiveIntegerField(default=0)
    terukur = models.PositiveIntegerField(default=0)
    tempo = models.PositiveIntegerField(default=0)
    galat = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["putaran_id", "dari"]
        constraints = [models.UniqueConstraint(fields=["putaran", "dari"], name="rentang_unik")]

    def __str__(self):
        return f"{self.putaran_id}: {self.dari}–{self.sampai}"


def _acu(model):
    """A foreign key without constraint: pegawai and units are never deleted, and a night is written by COPY."""
    return models.ForeignKey(
        model, models.DO_NOTHING, null=True, db_constraint=False, db_index=False, related_name="+"
    )


def _acu_putaran(nama):
    """The run of a recap: written and deleted with it, and the first column of its unique index."""
    return models.ForeignKey(PutaranIndeks, models.CASCADE, db_constraint=False, db_index=False, related_name=nama)


class HasilIndeks(models.Model):
    """Indeks seorang pegawai pada satu putaran; scores NULL when he belongs to the population but is not measurable.

    ``fakta``: {indikator: [keadaan, skor, [id riwayat], nilai]}, and ``sebab`` or ``perkiraan`` (year of the predikat).
    """

    pk = models.CompositePrimaryKey("putaran_id", "pegawai_id")
    putaran = models.ForeignKey(
        PutaranIndeks, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="hasil"
    )
    pegawai = models.ForeignKey(
        Pegawai, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="hasil_indeks"
    )
    unit = _acu(UnitKerja)
    opd = _acu(UnitKerja)
    jenis_kelamin = models.CharField(max_length=1)
    jenis_jabatan = models.CharField(max_length=10, null=True)
    pendidikan = models.CharField(max_length=6, null=True)
    kualifikasi = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    kompetensi = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    kinerja = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    disiplin = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    total = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    kategori = models.CharField(max_length=13)
    fakta = models.JSONField()

    class Meta:
        ordering = ["putaran_id", "pegawai"]
        indexes = [
            models.Index(fields=["putaran", "unit"], name="hasil_unit"),
            models.Index("putaran", models.F("total").desc(nulls_last=True), name="hasil_urut_total"),
        ]

    def __str__(self):
        return f"{self.pegawai_id}: {self.total}"


class JatuhTempo(models.Model):
    """Satu tanggal yang akan datang bagi seorang pegawai: KGB, KP, KP pilihan, pensiun, akhir kontrak.

    ``layak``: state of the conditions near the date; ``keterangan``: {"kalimat", "kode": [syarat]}.
    """

    JENIS = [
        ("kgb", "Kenaikan gaji berkala"),
        ("kp", "Kenaikan pangkat"),
        ("pilihan", "Kenaikan pangkat pilihan"),
        ("pensiun", "Pensiun (batas usia)"),
        ("kontrak", "Akhir perjanjian kerja"),
    ]

    pk = models.CompositePrimaryKey("putaran_id", "pegawai_id", "jenis")
    putaran = models.ForeignKey(
        PutaranIndeks, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="jatuh_tempo"
    )
    pegawai = models.ForeignKey(
        Pegawai, models.DO_NOTHING, db_constraint=False, db_index=False, related_name="jatuh_tempo"
    )
    jenis = models.CharField(max_length=7, choices=JENIS)
    layanan = models.CharField(max_length=40, help_text="slug layanan yang menjawab, kosong bila belum ada")
    tanggal = models.DateField()
    layak = models.CharField(max_length=15, choices=LAYAK)
    keterangan = models.JSONField()
    unit = _acu(UnitKerja)
    opd = _acu(UnitKerja)
    jenis_jabatan = models.CharField(max_length=10, null=True)

    class Meta:
        ordering = ["tanggal", "pegawai"]
        indexes = [
            models.Index(fields=["putaran", "jenis", "tanggal", "pegawai"], name="tempo_urut"),
        ]

    def __str__(self):
        return f"{self.pegawai_id} {self.jenis} {self.tanggal}"


class RataUnit(models.Model):
    """Rata-rata satu unit beserta bawahannya pada satu putaran, tertimbang pegawai, dua desimal half-up.

    ``unit`` NULL: seluruh instansi. ``kelompok`` "": semua pegawai; otherwise a recap by kategori,
    jenis_kelamin, jenis_jabatan or pendidikan with its ``nilai``. ``jumlah``: exact sum of the totals.
    """

    KELOMPOK = [
        ("", "Semua"),
        ("kategori", "Kategori"),
        ("jenis_kelamin", "Jenis kelamin"),
        ("jenis_jabatan", "Jenis jabatan"),
        ("pendidikan", "Tingkat pendidikan"),
    ]

    putaran = _acu_putaran("rata")
    unit = _acu(UnitKerja)
    kelompok = models.CharField(max_length=14, choices=KELOMPOK, blank=True)
    nilai = models.CharField(max_length=13, blank=True)
    populasi = models.PositiveIntegerField()
    terukur = models.PositiveIntegerField()
    jumlah = models.DecimalField(max_digits=14, decimal_places=2)
    kualifikasi = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    kompetensi = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    kinerja = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    disiplin = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    total = models.DecimalField(max_digits=5, decimal_places=2, null=True)

    class Meta:
        ordering = ["putaran_id", "unit", "kelompok", "nilai"]
        constraints = [
            models.UniqueConstraint(
                fields=["putaran", "unit", "kelompok", "nilai"], nulls_distinct=False, name="rata_unit_unik"
            )
        ]

    def __str__(self):
        return f"{self.unit_id} {self.kelompok} {self.nilai}: {self.total}"


class RekapTempo(models.Model):
    """Banyaknya jatuh tempo dua tahun ke depan satu unit beserta bawahannya; ``unit`` NULL: seluruh instansi."""

    putaran = _acu_putaran("rekap_tempo")
    unit = _acu(UnitKerja)
    jenis = models.CharField(max_length=7, choices=JatuhTempo.JENIS)
    bulan = models.DateField()
    jumlah = models.PositiveIntegerField()

    class Meta:
        ordering = ["putaran_id", "unit", "jenis", "bulan"]
        constraints = [
            models.UniqueConstraint(
                fields=["putaran", "unit", "jenis", "bulan"], nulls_distinct=False, name="rekap_tempo_unik"
            )
        ]

    def __str__(self):
        return f"{self.unit_id} {self.jenis} {self.bulan}: {self.jumlah}"


from indeks.bkn.models import NilaiResmi  # noqa: E402 - a part of this app with a model of its own
from indeks.generasi_a.models import HasilUnitA  # noqa: E402 - a part of this app with a model of its own
from indeks.kualitas.models import RekapKualitas, TemuanData  # noqa: E402 - a part of this app with models of its own

__all__ = [
    "HasilIndeks", "HasilUnitA", "JatuhTempo", "NilaiResmi", "PutaranIndeks", "RataUnit", "RekapKualitas", "RekapTempo", "RentangPutaran", "TemuanData",
]  # fmt: skip
