"""Riwayat of identity, status, rank, post, unit, pay."""

import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.functions.datetime
import kepegawaian.models.dasar
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kepegawaian", "0004_naskah_impor_jejak"),
    ]

    operations = [
        migrations.CreateModel(
            name="RiwayatIdentitas",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)s", to="kepegawaian.pegawai"
                    ),
                ),
                ("tmt", models.DateField()),
                (
                    "naskah_pegawai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.naskahpegawai",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.batchimpor",
                    ),
                ),
                ("dicatat_pada", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("dicatat_oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
                ("dicatat_dari", models.CharField(db_default=kepegawaian.models.dasar.Alamat(), max_length=80)),
                ("dibatalkan_pada", models.DateTimeField(blank=True, null=True)),
                ("dibatalkan_oleh_id", models.BigIntegerField(blank=True, null=True)),
                ("dibatalkan_sebab", models.CharField(blank=True, default="", max_length=200)),
                (
                    "dibatalkan_naskah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.naskahpegawai",
                    ),
                ),
                ("nomor_sk", models.CharField(blank=True, default="", max_length=100)),
                ("tanggal_sk", models.DateField(blank=True, null=True)),
                ("pejabat", models.CharField(blank=True, default="", max_length=160)),
                ("nama", models.CharField(max_length=160)),
                ("gelar_depan", models.CharField(blank=True, default="", max_length=60)),
                ("gelar_belakang", models.CharField(blank=True, default="", max_length=100)),
            ],
            options={
                "ordering": ["pegawai", "-tmt", "-id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("batch__isnull", True), ("naskah_pegawai__isnull", False)),
                            models.Q(("batch__isnull", False), ("naskah_pegawai__isnull", True)),
                            _connector="OR",
                        ),
                        name="riwayatidentitas_satu_sumber",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        fields=("pegawai", "tmt"),
                        name="identitas_unik",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatStatus",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)s", to="kepegawaian.pegawai"
                    ),
                ),
                ("tmt", models.DateField()),
                (
                    "naskah_pegawai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.naskahpegawai",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.batchimpor",
                    ),
                ),
                ("dicatat_pada", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("dicatat_oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
                ("dicatat_dari", models.CharField(db_default=kepegawaian.models.dasar.Alamat(), max_length=80)),
                ("dibatalkan_pada", models.DateTimeField(blank=True, null=True)),
                ("dibatalkan_oleh_id", models.BigIntegerField(blank=True, null=True)),
                ("dibatalkan_sebab", models.CharField(blank=True, default="", max_length=200)),
                (
                    "dibatalkan_naskah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.naskahpegawai",
                    ),
                ),
                ("nomor_sk", models.CharField(blank=True, default="", max_length=100)),
                ("tanggal_sk", models.DateField(blank=True, null=True)),
                ("pejabat", models.CharField(blank=True, default="", max_length=160)),
                (
                    "status",
                    models.CharField(
                        choices=[("CPNS", "CPNS"), ("PNS", "PNS"), ("PPPK", "PPPK"), ("PPPK_PW", "PPPK paruh waktu")],
                        max_length=8,
                    ),
                ),
            ],
            options={
                "ordering": ["pegawai", "-tmt", "-id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("batch__isnull", True), ("naskah_pegawai__isnull", False)),
                            models.Q(("batch__isnull", False), ("naskah_pegawai__isnull", True)),
                            _connector="OR",
                        ),
                        name="riwayatstatus_satu_sumber",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        fields=("pegawai", "tmt"),
                        name="status_unik",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatKedudukan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)s", to="kepegawaian.pegawai"
                    ),
                ),
                ("tmt", models.DateField()),
                (
                    "naskah_pegawai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.naskahpegawai",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.batchimpor",
                    ),
                ),
                ("dicatat_pada", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("dicatat_oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
                ("dicatat_dari", models.CharField(db_default=kepegawaian.models.dasar.Alamat(), max_length=80)),
                ("dibatalkan_pada", models.DateTimeField(blank=True, null=True)),
                ("dibatalkan_oleh_id", models.BigIntegerField(blank=True, null=True)),
                ("dibatalkan_sebab", models.CharField(blank=True, default="", max_length=200)),
                (
                    "dibatalkan_naskah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.naskahpegawai",
                    ),
                ),
                ("nomor_sk", models.CharField(blank=True, default="", max_length=100)),
                ("tanggal_sk", models.DateField(blank=True, null=True)),
                ("pejabat", models.CharField(blank=True, default="", max_length=160)),
                (
                    "kedudukan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kepegawaian.kedudukanhukum"
                    ),
                ),
            ],
            options={
                "ordering": ["pegawai", "-tmt", "-id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("batch__isnull", True), ("naskah_pegawai__isnull", False)),
                            models.Q(("batch__isnull", False), ("naskah_pegawai__isnull", True)),
                            _connector="OR",
                        ),
                        name="riwayatkedudukan_satu_sumber",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        fields=("pegawai", "tmt"),
                        name="kedudukan_unik",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatPangkat",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)s", to="kepegawaian.pegawai"
                    ),
                ),
                ("tmt", models.DateField()),
                (
                    "naskah_pegawai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.naskahpegawai",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.batchimpor",
                    ),
                ),
                ("dicatat_pada", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("dicatat_oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
                ("dicatat_dari", models.CharField(db_default=kepegawaian.models.dasar.Alamat(), max_length=80)),
                ("dibatalkan_pada", models.DateTimeField(blank=True, null=True)),
                ("dibatalkan_oleh_id", models.BigIntegerField(blank=True, null=True)),
                ("dibatalkan_sebab", models.CharField(blank=True, default="", max_length=200)),
                (
                    "dibatalkan_naskah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.naskahpegawai",
                    ),
                ),
                ("nomor_sk", models.CharField(blank=True, default="", max_length=100)),
                ("tanggal_sk", models.DateField(blank=True, null=True)),
                ("pejabat", models.CharField(blank=True, default="", max_length=160)),
                (
                    "golongan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kepegawaian.golongan"
                    ),
                ),
                (
                    "jenis_kp",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.jeniskp",
                    ),
                ),
                ("mkg_tahun", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("mkg_bulan", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("nomor_pertek", models.CharField(blank=True, default="", max_length=100)),
                ("tanggal_pertek", models.DateField(blank=True, null=True)),
                ("angka_kredit", models.DecimalField(blank=True, decimal_places=2, max_digits=8, null=True)),
            ],
            options={
                "ordering": ["pegawai", "-tmt", "-id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("batch__isnull", True), ("naskah_pegawai__isnull", False)),
                            models.Q(("batch__isnull", False), ("naskah_pegawai__isnull", True)),
                            _connector="OR",
                        ),
                        name="riwayatpangkat_satu_sumber",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        fields=("pegawai", "tmt"),
                        name="pangkat_unik",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("mkg_bulan__isnull", True), ("mkg_bulan__lte", 11), _connector="OR"),
                        name="pangkat_mkg_bulan_wajar",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatJabatan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)s", to="kepegawaian.pegawai"
                    ),
                ),
                ("tmt", models.DateField()),
                (
                    "naskah_pegawai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.naskahpegawai",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.batchimpor",
                    ),
                ),
                ("dicatat_pada", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("dicatat_oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
                ("dicatat_dari", models.CharField(db_default=kepegawaian.models.dasar.Alamat(), max_length=80)),
                ("dibatalkan_pada", models.DateTimeField(blank=True, null=True)),
                ("dibatalkan_oleh_id", models.BigIntegerField(blank=True, null=True)),
                ("dibatalkan_sebab", models.CharField(blank=True, default="", max_length=200)),
                (
                    "dibatalkan_naskah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.naskahpegawai",
                    ),
                ),
                ("nomor_sk", models.CharField(blank=True, default="", max_length=100)),
                ("tanggal_sk", models.DateField(blank=True, null=True)),
                ("pejabat", models.CharField(blank=True, default="", max_length=160)),
                ("sampai", models.DateField(blank=True, null=True)),
                (
                    "penugasan",
                    models.CharField(
                        choices=[("D", "Definitif"), ("PLT", "Plt."), ("PLH", "Plh.")], default="D", max_length=3
                    ),
                ),
                (
                    "jabatan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="riwayat", to="kepegawaian.jabatan"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.unitkerja",
                    ),
                ),
                ("tmt_pelantikan", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["pegawai", "-tmt", "-id"],
                "abstract": False,
                "indexes": [
                    models.Index(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        fields=["jabatan", "-tmt"],
                        name="jabatan_pemangku",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("batch__isnull", True), ("naskah_pegawai__isnull", False)),
                            models.Q(("batch__isnull", False), ("naskah_pegawai__isnull", True)),
                            _connector="OR",
                        ),
                        name="riwayatjabatan_satu_sumber",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sampai__isnull", True), ("sampai__gte", models.F("tmt")), _connector="OR"
                        ),
                        name="jabatan_masa_wajar",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True), ("penugasan", "D")),
                        fields=("pegawai", "tmt"),
                        name="jabatan_definitif_unik",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("penugasan", "D"), ("sampai__isnull", True)),
                            models.Q(("penugasan", "D"), _negated=True),
                            _connector="OR",
                        ),
                        name="definitif_tanpa_sampai",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True), ("penugasan", "PLT")),
                        expressions=[
                            ("jabatan", "="),
                            (models.Func("tmt", "sampai", models.Value("[]"), function="daterange"), "&&"),
                        ],
                        name="satu_plt_tiap_jabatan",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(
                            ("dibatalkan_pada__isnull", True), models.Q(("penugasan", "D"), _negated=True)
                        ),
                        expressions=[
                            ("pegawai", "="),
                            ("jabatan", "="),
                            (models.Func("tmt", "sampai", models.Value("[]"), function="daterange"), "&&"),
                        ],
                        name="plt_plh_tidak_tumpang",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatUnit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)s", to="kepegawaian.pegawai"
                    ),
                ),
                ("tmt", models.DateField()),
                (
                    "naskah_pegawai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.naskahpegawai",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.batchimpor",
                    ),
                ),
                ("dicatat_pada", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("dicatat_oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
                ("dicatat_dari", models.CharField(db_default=kepegawaian.models.dasar.Alamat(), max_length=80)),
                ("dibatalkan_pada", models.DateTimeField(blank=True, null=True)),
                ("dibatalkan_oleh_id", models.BigIntegerField(blank=True, null=True)),
                ("dibatalkan_sebab", models.CharField(blank=True, default="", max_length=200)),
                (
                    "dibatalkan_naskah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.naskahpegawai",
                    ),
                ),
                ("nomor_sk", models.CharField(blank=True, default="", max_length=100)),
                ("tanggal_sk", models.DateField(blank=True, null=True)),
                ("pejabat", models.CharField(blank=True, default="", max_length=160)),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kepegawaian.unitkerja"
                    ),
                ),
            ],
            options={
                "ordering": ["pegawai", "-tmt", "-id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("batch__isnull", True), ("naskah_pegawai__isnull", False)),
                            models.Q(("batch__isnull", False), ("naskah_pegawai__isnull", True)),
                            _connector="OR",
                        ),
                        name="riwayatunit_satu_sumber",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        fields=("pegawai", "tmt"),
                        name="unit_unik",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatGaji",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)s", to="kepegawaian.pegawai"
                    ),
                ),
                ("tmt", models.DateField()),
                (
                    "naskah_pegawai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.naskahpegawai",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.batchimpor",
                    ),
                ),
                ("dicatat_pada", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("dicatat_oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
                ("dicatat_dari", models.CharField(db_default=kepegawaian.models.dasar.Alamat(), max_length=80)),
                ("dibatalkan_pada", models.DateTimeField(blank=True, null=True)),
                ("dibatalkan_oleh_id", models.BigIntegerField(blank=True, null=True)),
                ("dibatalkan_sebab", models.CharField(blank=True, default="", max_length=200)),
                (
                    "dibatalkan_naskah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.naskahpegawai",
                    ),
                ),
                ("nomor_sk", models.CharField(blank=True, default="", max_length=100)),
                ("tanggal_sk", models.DateField(blank=True, null=True)),
                ("pejabat", models.CharField(blank=True, default="", max_length=160)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("KGB", "Kenaikan gaji berkala"),
                            ("KP", "Kenaikan pangkat"),
                            ("CPNS", "Pengangkatan CPNS"),
                            ("PNS", "Pengangkatan PNS"),
                            ("KONTRAK", "Perjanjian kerja"),
                            ("PMK", "Peninjauan masa kerja"),
                            ("LAIN", "Lainnya"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "golongan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kepegawaian.golongan"
                    ),
                ),
                ("gaji_pokok", models.PositiveIntegerField()),
                ("mkg_tahun", models.PositiveSmallIntegerField()),
                ("mkg_bulan", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "ordering": ["pegawai", "-tmt", "-id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("batch__isnull", True), ("naskah_pegawai__isnull", False)),
                            models.Q(("batch__isnull", False), ("naskah_pegawai__isnull", True)),
                            _connector="OR",
                        ),
                        name="riwayatgaji_satu_sumber",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        fields=("pegawai", "tmt"),
                        name="gaji_unik",
                    ),
                    models.CheckConstraint(condition=models.Q(("mkg_bulan__lte", 11)), name="gaji_mkg_bulan_wajar"),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatMasaKerja",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="%(class)s", to="kepegawaian.pegawai"
                    ),
                ),
                ("tmt", models.DateField()),
                (
                    "naskah_pegawai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.naskahpegawai",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.batchimpor",
                    ),
                ),
                ("dicatat_pada", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("dicatat_oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
                ("dicatat_dari", models.CharField(db_default=kepegawaian.models.dasar.Alamat(), max_length=80)),
                ("dibatalkan_pada", models.DateTimeField(blank=True, null=True)),
                ("dibatalkan_oleh_id", models.BigIntegerField(blank=True, null=True)),
                ("dibatalkan_sebab", models.CharField(blank=True, default="", max_length=200)),
                (
                    "dibatalkan_naskah",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.naskahpegawai",
                    ),
                ),
                ("nomor_sk", models.CharField(blank=True, default="", max_length=100)),
                ("tanggal_sk", models.DateField(blank=True, null=True)),
                ("pejabat", models.CharField(blank=True, default="", max_length=160)),
                ("pengalaman", models.CharField(max_length=200)),
                ("bulan", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ["pegawai", "-tmt", "-id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("batch__isnull", True), ("naskah_pegawai__isnull", False)),
                            models.Q(("batch__isnull", False), ("naskah_pegawai__isnull", True)),
                            _connector="OR",
                        ),
                        name="riwayatmasakerja_satu_sumber",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        fields=("pegawai", "tmt", "pengalaman"),
                        name="masa_kerja_unik",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatidentitas",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="82722063fe173b1afc5b6623a5fb768689fda08b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_479df",
                    table="kepegawaian_riwayatidentitas",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatstatus",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="6958f06f50f8e08ea4ada1eddf232f2cd7400f1d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_4dc01",
                    table="kepegawaian_riwayatstatus",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatkedudukan",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="15e5572abef3cbf5ecc30987b6e6c4b2123aa31f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_3ce4e",
                    table="kepegawaian_riwayatkedudukan",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatpangkat",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="1e208a9f3f80cfe1b24c87826967b5824abe3e18",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_2578b",
                    table="kepegawaian_riwayatpangkat",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatpangkat",
            trigger=pgtrigger.compiler.Trigger(
                name="tanpa_golongan_setelah_berhenti",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE akhir_kini boolean;",
                    func="\n                    SELECT k.akhir INTO akhir_kini\n                    FROM kepegawaian_riwayatkedudukan r JOIN kepegawaian_kedudukanhukum k ON k.kode = r.kedudukan_id\n                    WHERE r.pegawai_id = NEW.pegawai_id AND r.dibatalkan_pada IS NULL AND r.tmt <= NEW.tmt\n                    ORDER BY r.tmt DESC LIMIT 1;\n                    IF akhir_kini THEN\n                        RAISE EXCEPTION 'Golongan TMT % jatuh setelah pegawai berhenti atau pensiun.', NEW.tmt\n                            USING ERRCODE = 'check_violation', CONSTRAINT = 'pangkat_setelah_berhenti';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="f43010cec7a1da069327e6a15157525e1aebd789",
                    operation="INSERT",
                    pgid="pgtrigger_tanpa_golongan_setelah_berhenti_88131",
                    table="kepegawaian_riwayatpangkat",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatjabatan",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="d80254c62fd4d90034c7f9fab5039039bc3ee253",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_5a93e",
                    table="kepegawaian_riwayatjabatan",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatunit",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="f3fc4bb722e815cfe5bb404f8f76f3b766ac2fff",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_26231",
                    table="kepegawaian_riwayatunit",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatgaji",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="6381fe233dc9c54569b6f44f887b53400ebb51d6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_087fa",
                    table="kepegawaian_riwayatgaji",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatmasakerja",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="fa5133728c4bc53d96ce7d7d192373a4ab3a3ab5",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_3631a",
                    table="kepegawaian_riwayatmasakerja",
                    when="BEFORE",
                ),
            ),
        ),
    ]
