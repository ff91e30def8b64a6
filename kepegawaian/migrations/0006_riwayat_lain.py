"""The other riwayat."""

import django.contrib.postgres.constraints
import django.db.models.deletion
import django.db.models.functions.datetime
import kepegawaian.models.dasar
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kepegawaian", "0005_riwayat_pokok"),
    ]

    operations = [
        migrations.CreateModel(
            name="RiwayatPendidikan",
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
                (
                    "tingkat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.tingkatpendidikan",
                    ),
                ),
                ("nama", models.CharField(help_text="program studi", max_length=200)),
                ("siasn_id", models.CharField(blank=True, default="", max_length=36)),
                ("sekolah", models.CharField(blank=True, default="", max_length=200)),
                ("tahun_lulus", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("nomor_ijazah", models.CharField(blank=True, default="", max_length=100)),
                ("saat_pengangkatan", models.BooleanField(default=False)),
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
                        name="riwayatpendidikan_satu_sumber",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        fields=("pegawai", "tmt"),
                        name="pendidikan_unik",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatKinerja",
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
                ("tahun", models.PositiveSmallIntegerField()),
                (
                    "predikat",
                    models.CharField(
                        choices=[
                            ("Sangat Baik", "Sangat Baik"),
                            ("Baik", "Baik"),
                            ("Butuh Perbaikan", "Butuh Perbaikan"),
                            ("Kurang", "Kurang"),
                            ("Sangat Kurang", "Sangat Kurang"),
                        ],
                        max_length=16,
                    ),
                ),
                ("nilai", models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True)),
                ("hasil_kerja", models.CharField(blank=True, default="", max_length=30)),
                ("perilaku", models.CharField(blank=True, default="", max_length=30)),
                ("penilai_nama", models.CharField(blank=True, default="", max_length=160)),
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
                        name="riwayatkinerja_satu_sumber",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        fields=("pegawai", "tahun"),
                        name="kinerja_unik",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatHukuman",
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
                    "jenis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kepegawaian.jenishukuman"
                    ),
                ),
                ("pasal", models.CharField(blank=True, default="", max_length=200)),
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
                        name="riwayathukuman_satu_sumber",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sampai__isnull", True), ("sampai__gte", models.F("tmt")), _connector="OR"
                        ),
                        name="hukuman_masa_wajar",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        fields=("pegawai", "tmt", "jenis"),
                        name="hukuman_unik",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatPemeriksaan",
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
                ("sampai", models.DateField(blank=True, null=True)),
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
                        name="riwayatpemeriksaan_satu_sumber",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sampai__isnull", True), ("sampai__gte", models.F("tmt")), _connector="OR"
                        ),
                        name="pemeriksaan_masa_wajar",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        expressions=[
                            ("pegawai", "="),
                            (models.Func("tmt", "sampai", models.Value("[]"), function="daterange"), "&&"),
                        ],
                        name="pemeriksaan_tidak_tumpang",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatDiklat",
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
                (
                    "jenis",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kepegawaian.jenisdiklat"
                    ),
                ),
                (
                    "latihan_struktural",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.latihanstruktural",
                    ),
                ),
                ("nama", models.CharField(max_length=300)),
                ("penyelenggara", models.CharField(blank=True, default="", max_length=200)),
                ("nomor_sertifikat", models.CharField(blank=True, default="", max_length=100)),
                ("tanggal_mulai", models.DateField(blank=True, null=True)),
                ("jp", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "sesuai_jabatan",
                    models.BooleanField(blank=True, help_text="diklat fungsional sesuai jabatan", null=True),
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
                        name="riwayatdiklat_satu_sumber",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        fields=("pegawai", "tmt", "jenis", "nama", "nomor_sertifikat"),
                        name="diklat_unik",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatUjian",
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
                            ("UD1", "Ujian dinas tingkat I"),
                            ("UD2", "Ujian dinas tingkat II"),
                            ("UPKP", "Ujian penyesuaian ijazah"),
                        ],
                        max_length=4,
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
                        name="riwayatujian_satu_sumber",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        fields=("pegawai", "tmt", "jenis"),
                        name="ujian_unik",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatPenghargaan",
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
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.jenispenghargaan",
                    ),
                ),
                ("nama", models.CharField(blank=True, default="", max_length=200)),
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
                        name="riwayatpenghargaan_satu_sumber",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        fields=("pegawai", "tmt", "jenis"),
                        name="penghargaan_unik",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatAngkaKredit",
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
                    "jenis",
                    models.CharField(
                        choices=[
                            ("konversi", "Konversi"),
                            ("integrasi", "Integrasi"),
                            ("pertama", "PAK pertama"),
                            ("dasar", "AK dasar"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "jenjang",
                    models.CharField(
                        choices=[
                            ("pemula", "Pemula"),
                            ("terampil", "Terampil"),
                            ("mahir", "Mahir"),
                            ("penyelia", "Penyelia"),
                            ("ahli_pertama", "Ahli Pertama"),
                            ("ahli_muda", "Ahli Muda"),
                            ("ahli_madya", "Ahli Madya"),
                            ("ahli_utama", "Ahli Utama"),
                        ],
                        max_length=12,
                    ),
                ),
                ("jumlah", models.DecimalField(decimal_places=2, max_digits=8)),
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
                        name="riwayatangkakredit_satu_sumber",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sampai__isnull", True), ("sampai__gte", models.F("tmt")), _connector="OR"
                        ),
                        name="angka_kredit_masa_wajar",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        fields=("pegawai", "tmt", "jenis"),
                        name="angka_kredit_unik",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatKeluarga",
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
                ("anggota", models.CharField(help_text="kunci anggota di dalam keluarga pegawai ini", max_length=40)),
                (
                    "hubungan",
                    models.CharField(
                        choices=[("pasangan", "Suami/istri"), ("anak", "Anak"), ("orang_tua", "Orang tua")],
                        max_length=10,
                    ),
                ),
                ("nama", models.CharField(max_length=160)),
                ("tanggal_lahir", models.DateField(blank=True, null=True)),
                ("jenis_kelamin", models.CharField(blank=True, default="", max_length=1)),
                (
                    "keadaan",
                    models.CharField(
                        choices=[("hidup", "Hidup"), ("meninggal", "Meninggal"), ("cerai", "Cerai")],
                        default="hidup",
                        max_length=10,
                    ),
                ),
                ("tertanggung", models.BooleanField(default=False)),
                ("pekerjaan", models.CharField(blank=True, default="", max_length=100)),
                ("nomor_akta", models.CharField(blank=True, default="", max_length=100)),
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
                        name="riwayatkeluarga_satu_sumber",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        fields=("pegawai", "tmt", "anggota"),
                        name="keluarga_unik",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatTinggal",
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
                    "jenis",
                    models.CharField(
                        choices=[
                            ("CLTN", "Cuti di luar tanggungan negara"),
                            ("TUBEL", "Tugas belajar"),
                            ("MPP", "Masa persiapan pensiun"),
                        ],
                        max_length=5,
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
                        name="riwayattinggal_satu_sumber",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sampai__isnull", True), ("sampai__gte", models.F("tmt")), _connector="OR"
                        ),
                        name="tinggal_masa_wajar",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        expressions=[
                            ("pegawai", "="),
                            ("jenis", "="),
                            (models.Func("tmt", "sampai", models.Value("[]"), function="daterange"), "&&"),
                        ],
                        name="tinggal_tidak_tumpang",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RiwayatKontrak",
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
                    "golongan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.golongan",
                    ),
                ),
                ("paruh_waktu", models.BooleanField(default=False)),
                (
                    "upah",
                    models.PositiveIntegerField(
                        blank=True, help_text="upah PPPK paruh waktu, rupiah per bulan", null=True
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
                        name="riwayatkontrak_satu_sumber",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sampai__isnull", True), ("sampai__gte", models.F("tmt")), _connector="OR"
                        ),
                        name="kontrak_masa_wajar",
                    ),
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        condition=models.Q(("dibatalkan_pada__isnull", True)),
                        expressions=[
                            ("pegawai", "="),
                            (models.Func("tmt", "sampai", models.Value("[]"), function="daterange"), "&&"),
                        ],
                        name="kontrak_tidak_tumpang",
                    ),
                ],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatpendidikan",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="11c8f626f5dd3f85a1a571106fcddc7c60d17d3f",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_2697c",
                    table="kepegawaian_riwayatpendidikan",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatkinerja",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="00bd20b41f708905bf587a8a8cae2389297e3cef",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_0c364",
                    table="kepegawaian_riwayatkinerja",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayathukuman",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="ad18bba0bc36acfeef21a0f89ba0b90fac182a7d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_7f27d",
                    table="kepegawaian_riwayathukuman",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatpemeriksaan",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="639b177c2c1c1c3fbb30f0941ecced927e88a0b1",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_3cbd0",
                    table="kepegawaian_riwayatpemeriksaan",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatdiklat",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="661170b016ef3e4dc8cbe334c927a166ec14e72b",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_364b7",
                    table="kepegawaian_riwayatdiklat",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatujian",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="934410945a1329fc8719771c36845b6ba05101c6",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_fb72d",
                    table="kepegawaian_riwayatujian",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatpenghargaan",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="acfc493631c7c5ae40bb193bce6df6854db72494",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_c0588",
                    table="kepegawaian_riwayatpenghargaan",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatangkakredit",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="25b55fd0b39567bfa3ce67981d46de18d3f9f15d",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_cdc9f",
                    table="kepegawaian_riwayatangkakredit",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatkeluarga",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="f3b131cfacc74f2b123f0ed84e8b505d99594957",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_3962e",
                    table="kepegawaian_riwayatkeluarga",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayattinggal",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="40caa1dfbcab5f52791178d84e618d6c251fc125",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_c67e9",
                    table="kepegawaian_riwayattinggal",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="riwayatkontrak",
            trigger=pgtrigger.compiler.Trigger(
                name="riwayat_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE boleh text[];",
                    func="\n        boleh := ARRAY['dibatalkan_pada', 'dibatalkan_oleh_id', 'dibatalkan_sebab', 'dibatalkan_naskah_id'];\n        IF TG_OP = 'DELETE' THEN\n            RAISE EXCEPTION 'Riwayat tidak boleh dihapus.' USING ERRCODE = 'restrict_violation';\n        END IF;\n        IF OLD.dibatalkan_pada IS NOT NULL OR NEW.dibatalkan_pada IS NULL\n           OR to_jsonb(NEW) - boleh IS DISTINCT FROM to_jsonb(OLD) - boleh THEN\n            RAISE EXCEPTION 'Baris riwayat tidak boleh diubah, hanya dibatalkan satu kali.'\n                USING ERRCODE = 'restrict_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="6dfa1601b40d75ca1e0a76a9f963c48fb51808ff",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_riwayat_beku_5d596",
                    table="kepegawaian_riwayatkontrak",
                    when="BEFORE",
                ),
            ),
        ),
    ]
