"""Putaran, hasil, jatuh tempo, dan rata-rata."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("kepegawaian", "0003_unit_jabatan_pegawai"),
    ]

    operations = [
        migrations.CreateModel(
            name="PutaranIndeks",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("tanggal", models.DateField()),
                ("tahun", models.PositiveSmallIntegerField()),
                ("generasi", models.CharField(max_length=1)),
                ("berjalan", models.BooleanField()),
                ("kinerja_per", models.DateField()),
                ("tempo", models.BooleanField()),
                ("versi_acuan", models.BigIntegerField()),
                ("setelan", models.JSONField()),
                (
                    "status",
                    models.CharField(
                        choices=[("berjalan", "Sedang dihitung"), ("selesai", "Selesai"), ("gagal", "Ditinggalkan")],
                        default="berjalan",
                        max_length=8,
                    ),
                ),
                ("mulai", models.DateTimeField()),
                ("selesai", models.DateTimeField(null=True)),
                ("populasi", models.PositiveIntegerField(default=0)),
                ("terukur", models.PositiveIntegerField(default=0)),
                ("galat", models.PositiveIntegerField(default=0)),
                ("kini", models.BooleanField(default=False)),
                ("tempo_kini", models.BooleanField(default=False)),
            ],
            options={
                "ordering": ["-tanggal", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "berjalan")),
                        fields=("tanggal", "generasi"),
                        name="satu_putaran_berjalan",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kini", True)), fields=("tahun", "generasi"), name="satu_putaran_kini"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("tempo_kini", True)), fields=("tempo_kini",), name="satu_tempo_kini"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JatuhTempo",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "putaran_id",
                        "pegawai_id",
                        "jenis",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("kgb", "Kenaikan gaji berkala"),
                            ("kp", "Kenaikan pangkat"),
                            ("pilihan", "Kenaikan pangkat pilihan"),
                            ("pensiun", "Pensiun (batas usia)"),
                            ("kontrak", "Akhir perjanjian kerja"),
                        ],
                        max_length=7,
                    ),
                ),
                (
                    "layanan",
                    models.CharField(help_text="slug layanan yang menjawab, kosong bila belum ada", max_length=40),
                ),
                ("tanggal", models.DateField()),
                (
                    "layak",
                    models.CharField(
                        choices=[
                            ("ya", "Syarat lengkap"),
                            ("tidak", "Belum memenuhi"),
                            ("perlu_diperiksa", "Perlu diperiksa"),
                            ("menunggu", "Menunggu waktu"),
                        ],
                        max_length=15,
                    ),
                ),
                ("keterangan", models.JSONField()),
                ("jenis_jabatan", models.CharField(max_length=10, null=True)),
                (
                    "opd",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kepegawaian.unitkerja",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="jatuh_tempo",
                        to="kepegawaian.pegawai",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kepegawaian.unitkerja",
                    ),
                ),
                (
                    "putaran",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="jatuh_tempo",
                        to="indeks.putaranindeks",
                    ),
                ),
            ],
            options={
                "ordering": ["tanggal", "pegawai"],
                "indexes": [models.Index(fields=["putaran", "jenis", "tanggal"], name="tempo_tanggal")],
            },
        ),
        migrations.CreateModel(
            name="HasilIndeks",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "putaran_id", "pegawai_id", blank=True, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("jenis_kelamin", models.CharField(max_length=1)),
                ("jenis_jabatan", models.CharField(max_length=10, null=True)),
                ("pendidikan", models.CharField(max_length=6, null=True)),
                ("kualifikasi", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ("kompetensi", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ("kinerja", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ("disiplin", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ("total", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ("kategori", models.CharField(max_length=13)),
                ("fakta", models.JSONField()),
                (
                    "opd",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kepegawaian.unitkerja",
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="hasil_indeks",
                        to="kepegawaian.pegawai",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kepegawaian.unitkerja",
                    ),
                ),
                (
                    "putaran",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="hasil",
                        to="indeks.putaranindeks",
                    ),
                ),
            ],
            options={
                "ordering": ["putaran", "pegawai"],
                "indexes": [
                    models.Index(fields=["putaran", "unit"], name="hasil_unit"),
                    models.Index(fields=["putaran", "total"], name="hasil_total"),
                ],
            },
        ),
        migrations.CreateModel(
            name="RataUnit",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kelompok",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Semua"),
                            ("kategori", "Kategori"),
                            ("jenis_kelamin", "Jenis kelamin"),
                            ("jenis_jabatan", "Jenis jabatan"),
                            ("pendidikan", "Tingkat pendidikan"),
                        ],
                        max_length=14,
                    ),
                ),
                ("nilai", models.CharField(blank=True, max_length=13)),
                ("populasi", models.PositiveIntegerField()),
                ("terukur", models.PositiveIntegerField()),
                ("jumlah", models.DecimalField(decimal_places=2, max_digits=14)),
                ("kualifikasi", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ("kompetensi", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ("kinerja", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ("disiplin", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ("total", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                (
                    "putaran",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rata", to="indeks.putaranindeks"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kepegawaian.unitkerja",
                    ),
                ),
            ],
            options={
                "ordering": ["putaran", "unit", "kelompok", "nilai"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("putaran", "unit", "kelompok", "nilai"), name="rata_unit_unik", nulls_distinct=False
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RekapTempo",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("kgb", "Kenaikan gaji berkala"),
                            ("kp", "Kenaikan pangkat"),
                            ("pilihan", "Kenaikan pangkat pilihan"),
                            ("pensiun", "Pensiun (batas usia)"),
                            ("kontrak", "Akhir perjanjian kerja"),
                        ],
                        max_length=7,
                    ),
                ),
                ("bulan", models.DateField()),
                ("jumlah", models.PositiveIntegerField()),
                (
                    "putaran",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rekap_tempo",
                        to="indeks.putaranindeks",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kepegawaian.unitkerja",
                    ),
                ),
            ],
            options={
                "ordering": ["putaran", "unit", "jenis", "bulan"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("putaran", "unit", "jenis", "bulan"), name="rekap_tempo_unik", nulls_distinct=False
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RentangPutaran",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("dari", models.BigIntegerField()),
                ("sampai", models.BigIntegerField()),
                ("selesai_pada", models.DateTimeField(null=True)),
                ("populasi", models.PositiveIntegerField(default=0)),
                ("terukur", models.PositiveIntegerField(default=0)),
                ("tempo", models.PositiveIntegerField(default=0)),
                ("galat", models.PositiveIntegerField(default=0)),
                (
                    "putaran",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rentang", to="indeks.putaranindeks"
                    ),
                ),
            ],
            options={
                "ordering": ["putaran", "dari"],
                "constraints": [models.UniqueConstraint(fields=("putaran", "dari"), name="rentang_unik")],
            },
        ),
    ]
