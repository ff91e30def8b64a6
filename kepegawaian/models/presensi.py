"""Presensi: kehadiran seorang pegawai pada satu hari, koreksinya, rekap setahun, dan putusan atas gajinya.

Discipline and TPP build on it; read together with ``kepegawaian.kehadiran``, which says what a day counts as.
"""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from kepegawaian.models.dasar import Alamat, Pelaku
from kepegawaian.models.dokumen import Dosir
from kepegawaian.models.impor import BatchImpor
from kepegawaian.models.pegawai import Pegawai

PRESENSI_BEKU = pgtrigger.Trigger(
    name="presensi_beku",
    when=pgtrigger.Before,
    operation=pgtrigger.Update | pgtrigger.Delete,
    declare=[("boleh", "text[]")],
    func="""
        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_batch_id'];
        IF TG_OP = 'DELETE' THEN
            RAISE EXCEPTION 'Presensi tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';
        END IF;
        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL
           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN
            RAISE EXCEPTION 'Presensi tidak boleh diubah, hanya dibatalkan satu kali.'
                USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NEW;
    """,
)


class Presensi(models.Model):
    """Satu hari seorang pegawai; append-only. ``dibatalkan_batch``: the import that replaced or withdrew the row."""

    KEADAAN = [
        ("hadir", "Hadir"),
        ("tanpa_keterangan", "Tanpa keterangan"),
        ("izin", "Izin"),
        ("sakit", "Sakit"),
        ("cuti", "Cuti"),
        ("dinas_luar", "Dinas luar"),
    ]

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="presensi")
    tanggal = models.DateField()
    masuk = models.TimeField(null=True, blank=True)
    pulang = models.TimeField(null=True, blank=True)
    keadaan = models.CharField(max_length=16, choices=KEADAAN)
    menit_terlambat = models.PositiveSmallIntegerField(default=0)
    menit_pulang_cepat = models.PositiveSmallIntegerField(default=0)
    batch = models.ForeignKey(BatchImpor, models.PROTECT, related_name="presensi")
    dicatat_pada = models.DateTimeField(db_default=Now())
    dibatalkan_pada = models.DateTimeField(null=True, blank=True)
    dibatalkan_batch = models.ForeignKey(BatchImpor, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pegawai_id", "tanggal"]
        triggers = [PRESENSI_BEKU]
        indexes = [
            models.Index(fields=["tanggal", "pegawai"], condition=Q(dibatalkan_pada=None), name="presensi_bulan"),
            # The few days a year of absence is counted from, see ``kehadiran.hitung``.
            models.Index(
                fields=["pegawai", "tanggal"],
                condition=Q(dibatalkan_pada=None)
                & (Q(keadaan="tanpa_keterangan") | Q(menit_terlambat__gt=0) | Q(menit_pulang_cepat__gt=0)),
                name="presensi_absen",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "tanggal"], condition=Q(dibatalkan_pada__isnull=True), name="presensi_unik"
            ),
            models.CheckConstraint(
                condition=Q(keadaan="hadir") | Q(menit_terlambat=0, menit_pulang_cepat=0), name="presensi_menit_hadir"
            ),
        ]

    def __str__(self):
        return f"{self.pegawai_id} {self.tanggal} {self.keadaan}"


def beku(nama, apa, *boleh):
    """A trigger: rows are never deleted and change only once, in the columns ``boleh`` (the first from NULL); none: never."""
    larik = ", ".join(f"'{k}'" for k in boleh)
    lepas = f"OLD.{boleh[0]} IS NOT NULL OR NEW.{boleh[0]} IS NULL OR " if boleh else ""
    return pgtrigger.Trigger(
        name=nama,
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        declare=[("boleh", "text[]")],
        func=f"""
            boleh := ARRAY[{larik}]::text[];
            IF TG_OP = 'DELETE' THEN
                RAISE EXCEPTION '{apa} tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';
            END IF;
            IF {lepas}to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN
                RAISE EXCEPTION '{apa} tidak boleh diubah.' USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NEW;
        """,
    )


class KoreksiPresensi(models.Model):
    """Keadaan suatu hari menurut koreksi yang disetujui; the row of the machine stays beside it, this one counts.

    Written by ``kepegawaian.kehadiran.catat_koreksi`` only; a later correction of the day withdraws this row.
    """

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="koreksi_presensi")
    tanggal = models.DateField()
    keadaan = models.CharField(max_length=16, choices=Presensi.KEADAAN)
    masuk = models.TimeField(null=True, blank=True)
    pulang = models.TimeField(null=True, blank=True)
    menit_terlambat = models.PositiveSmallIntegerField(default=0)
    menit_pulang_cepat = models.PositiveSmallIntegerField(default=0)
    alasan = models.CharField(max_length=300)
    dasar = models.CharField(max_length=60, help_text="nomor usulan yang memutusnya")
    bukti = models.ForeignKey(Dosir, models.PROTECT, null=True, blank=True, related_name="+")
    dicatat_pada = models.DateTimeField(db_default=Now())
    dicatat_oleh_id = models.BigIntegerField(null=True, db_default=Pelaku())
    dicatat_dari = models.CharField(max_length=80, db_default=Alamat())
    dibatalkan_pada = models.DateTimeField(null=True, blank=True)
    dibatalkan_sebab = models.CharField(max_length=200, blank=True, default="")

    class Meta:
        ordering = ["pegawai_id", "tanggal", "-id"]
        triggers = [beku("koreksi_presensi_beku", "Koreksi presensi", "dibatalkan_pada", "dibatalkan_sebab")]
        constraints = [
            models.UniqueConstraint(
                fields=["pegawai", "tanggal"], condition=Q(dibatalkan_pada__isnull=True), name="koreksi_presensi_unik"
            ),
            models.CheckConstraint(
                condition=Q(keadaan="hadir") | Q(menit_terlambat=0, menit_pulang_cepat=0),
                name="koreksi_presensi_menit_hadir",
            ),
        ]

    def __str__(self):
        return f"{self.pegawai_id} {self.tanggal} {self.keadaan}"


class RekapKehadiran(models.Model):
    """Ketidakhadiran tanpa alasan sah seorang pegawai dalam satu tahun kalender (T-01); a cache, see ``kehadiran.hitung``.

    Only people with anything to count have a row. ``kode``: the type the thresholds name, "" below them; it is B3C when
    ten consecutive days (``hari_ambang``: the tenth) fall into this year. ``mungkin``: the longest run if days nobody
    recorded were absence too.
    """

    pegawai = models.ForeignKey(Pegawai, models.CASCADE, related_name="rekap_kehadiran")
    tahun = models.PositiveSmallIntegerField()
    hari = models.PositiveSmallIntegerField(help_text="hari tanpa keterangan")
    menit = models.PositiveIntegerField(help_text="menit terlambat dan pulang cepat")
    jumlah = models.PositiveSmallIntegerField(help_text="hari, ditambah menit yang sudah menjadi hari")
    kode = models.CharField(max_length=5, blank=True, default="")
    urutan = models.PositiveSmallIntegerField(default=0, help_text="berat jenis hukumannya, 0 di bawah ambang")
    capai_pada = models.DateField(null=True, blank=True, help_text="hari jenis itu tercapai")
    terakhir = models.DateField(null=True, blank=True)
    beruntun = models.PositiveSmallIntegerField(default=0)
    beruntun_dari = models.DateField(null=True, blank=True)
    beruntun_sampai = models.DateField(null=True, blank=True)
    hari_ambang = models.DateField(null=True, blank=True)
    mungkin = models.PositiveSmallIntegerField(default=0)
    dihitung_pada = models.DateTimeField()

    class Meta:
        ordering = ["-urutan", "-jumlah", "pegawai"]
        indexes = [models.Index(fields=["tahun", "-urutan", "-jumlah"], name="rekap_kehadiran_daftar")]
        constraints = [models.UniqueConstraint(fields=["pegawai", "tahun"], name="rekap_kehadiran_unik")]

    def __str__(self):
        return f"{self.pegawai_id} {self.tahun} {self.jumlah}"


class PutusanGaji(models.Model):
    """T-02: gaji dihentikan karena sepuluh hari kerja terus-menerus, dibayarkan kembali, atau disetor kembali; rahasia.

    A dated decision with its reason, for the monthly changes of pay; append-only, written by ``disiplin`` only.
    ``tmt`` is the first of the first month concerned; a henti stands until a bayar names it in ``atas``.
    """

    JENIS = [
        ("henti", "Gaji dihentikan"),
        ("bayar", "Gaji yang dihentikan dibayarkan"),
        ("setor", "Gaji yang telanjur dibayar disetor kembali"),
    ]

    pegawai = models.ForeignKey(Pegawai, models.PROTECT, related_name="putusan_gaji")
    jenis = models.CharField(max_length=5, choices=JENIS)
    tmt = models.DateField(help_text="tanggal 1 bulan pertama")
    sampai = models.DateField(null=True, blank=True, help_text="bulan terakhir yang disetor kembali")
    absen_dari = models.DateField()
    absen_sampai = models.DateField()
    hari = models.PositiveSmallIntegerField(help_text="hari kerja terus-menerus saat diputus")
    alasan = models.CharField(max_length=300)
    dasar = models.CharField(max_length=200)
    atas = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="lanjutan")
    dicatat_pada = models.DateTimeField(db_default=Now())
    dicatat_oleh_id = models.BigIntegerField(null=True, db_default=Pelaku())
    dicatat_dari = models.CharField(max_length=80, db_default=Alamat())

    class Meta:
        ordering = ["-tmt", "-id"]
        triggers = [beku("putusan_gaji_beku", "Putusan gaji")]
        constraints = [
            models.CheckConstraint(
                condition=Q(jenis="henti", atas__isnull=True) | (~Q(jenis="henti") & Q(atas__isnull=False)),
                name="putusan_gaji_atas",
            ),
            models.CheckConstraint(condition=Q(absen_sampai__gte=F("absen_dari")), name="putusan_gaji_masa_wajar"),
            models.UniqueConstraint(
                fields=["pegawai", "tmt"], condition=Q(jenis="henti"), name="putusan_gaji_henti_unik"
            ),
            models.UniqueConstraint(fields=["atas", "jenis"], name="putusan_gaji_lanjutan_unik"),
        ]

    def __str__(self):
        return f"{self.get_jenis_display()} {self.pegawai_id} {self.tmt}"
