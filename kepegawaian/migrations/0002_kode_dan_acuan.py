"""Code lists and the dated tables of law."""

import django.db.models.deletion
import kepegawaian.models.dasar
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kepegawaian", "0001_fungsi_dasar"),
    ]

    operations = [
        migrations.CreateModel(
            name="Agama",
            fields=[
                ("kode", models.CharField(max_length=8, primary_key=True, serialize=False)),
                ("nama", models.CharField(max_length=160)),
                ("berlaku_sejak", models.DateField(blank=True, null=True)),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("sumber", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["kode"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="JenisKawin",
            fields=[
                ("kode", models.CharField(max_length=8, primary_key=True, serialize=False)),
                ("nama", models.CharField(max_length=160)),
                ("berlaku_sejak", models.DateField(blank=True, null=True)),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("sumber", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["kode"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="JenisPegawai",
            fields=[
                ("kode", models.CharField(max_length=8, primary_key=True, serialize=False)),
                ("nama", models.CharField(max_length=160)),
                ("berlaku_sejak", models.DateField(blank=True, null=True)),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("sumber", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["kode"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="JenisJabatan",
            fields=[
                ("kode", models.CharField(max_length=8, primary_key=True, serialize=False)),
                ("nama", models.CharField(max_length=160)),
                ("berlaku_sejak", models.DateField(blank=True, null=True)),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("sumber", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["kode"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="JenisKP",
            fields=[
                ("kode", models.CharField(max_length=8, primary_key=True, serialize=False)),
                ("nama", models.CharField(max_length=160)),
                ("berlaku_sejak", models.DateField(blank=True, null=True)),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("sumber", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["kode"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="LatihanStruktural",
            fields=[
                ("kode", models.CharField(max_length=8, primary_key=True, serialize=False)),
                ("nama", models.CharField(max_length=160)),
                ("berlaku_sejak", models.DateField(blank=True, null=True)),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("sumber", models.CharField(blank=True, max_length=200)),
                ("jenjang", models.CharField(blank=True, help_text="PKP, PKA, PKN II, PKN I", max_length=10)),
            ],
            options={
                "ordering": ["kode"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="JenisPenghargaan",
            fields=[
                ("kode", models.CharField(max_length=8, primary_key=True, serialize=False)),
                ("nama", models.CharField(max_length=160)),
                ("berlaku_sejak", models.DateField(blank=True, null=True)),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("sumber", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["kode"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="JenisDiklat",
            fields=[
                ("kode", models.CharField(max_length=8, primary_key=True, serialize=False)),
                ("nama", models.CharField(max_length=160)),
                ("berlaku_sejak", models.DateField(blank=True, null=True)),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("sumber", models.CharField(blank=True, max_length=200)),
                ("kelompok", models.CharField(max_length=12)),
            ],
            options={
                "ordering": ["kode"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="KedudukanHukum",
            fields=[
                ("kode", models.CharField(max_length=8, primary_key=True, serialize=False)),
                ("nama", models.CharField(max_length=160)),
                ("berlaku_sejak", models.DateField(blank=True, null=True)),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("sumber", models.CharField(blank=True, max_length=200)),
                ("aktif", models.BooleanField()),
                ("akhir", models.BooleanField()),
            ],
            options={
                "ordering": ["kode"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="JenisHukuman",
            fields=[
                ("kode", models.CharField(max_length=8, primary_key=True, serialize=False)),
                ("nama", models.CharField(max_length=160)),
                ("berlaku_sejak", models.DateField(blank=True, null=True)),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("sumber", models.CharField(blank=True, max_length=200)),
                (
                    "tingkat",
                    models.CharField(
                        choices=[("ringan", "ringan"), ("sedang", "sedang"), ("berat", "berat")], max_length=6
                    ),
                ),
                ("durasi_bulan", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("tahan_kgb", models.BooleanField()),
                ("tahan_kp", models.BooleanField()),
                ("dasar_hukum", models.CharField(max_length=160)),
                ("siasn_id", models.CharField(blank=True, max_length=4)),
            ],
            options={
                "ordering": ["kode"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Regulasi",
            fields=[
                ("kode", models.CharField(max_length=60, primary_key=True, serialize=False)),
                ("judul", models.CharField(max_length=300)),
                ("tanggal_berlaku", models.DateField(blank=True, null=True)),
                ("status", models.CharField(blank=True, help_text="mis. diubah PP 17/2020", max_length=200)),
                ("catatan", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["kode"],
            },
        ),
        migrations.CreateModel(
            name="VersiAcuan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nomor", models.BigIntegerField(default=1)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("pk", 1)), name="versi_acuan_satu_baris")],
            },
        ),
        migrations.CreateModel(
            name="Golongan",
            fields=[
                ("kode", models.CharField(max_length=6, primary_key=True, serialize=False)),
                ("jenis", models.CharField(choices=[("PNS", "PNS"), ("PPPK", "PPPK")], max_length=4)),
                ("urutan", models.PositiveSmallIntegerField()),
                ("pangkat", models.CharField(blank=True, max_length=40)),
                ("siasn_id", models.CharField(blank=True, max_length=4)),
                ("dasar", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["jenis", "urutan"],
                "constraints": [models.UniqueConstraint(fields=("jenis", "urutan"), name="golongan_urutan_unik")],
            },
        ),
        migrations.CreateModel(
            name="TabelGaji",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("berlaku_sejak", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(help_text="peraturan dan pasal", max_length=200)),
                (
                    "keyakinan",
                    models.CharField(
                        choices=[("pasti", "pasti"), ("sebagian", "sebagian"), ("asumsi", "asumsi")],
                        default="pasti",
                        max_length=10,
                    ),
                ),
                (
                    "golongan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kepegawaian.golongan"
                    ),
                ),
                ("mkg", models.PositiveSmallIntegerField()),
                ("gaji", models.PositiveIntegerField()),
            ],
            options={
                "ordering": ["golongan", "mkg"],
                "constraints": [
                    models.UniqueConstraint(fields=("golongan", "mkg", "berlaku_sejak"), name="tabel_gaji_unik")
                ],
            },
        ),
        migrations.CreateModel(
            name="TabelGajiPeristiwa",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
                ("dari", models.CharField(db_default=kepegawaian.models.dasar.Alamat(), max_length=80)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kepegawaian.tabelgaji",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("berlaku_sejak", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(help_text="peraturan dan pasal", max_length=200)),
                (
                    "keyakinan",
                    models.CharField(
                        choices=[("pasti", "pasti"), ("sebagian", "sebagian"), ("asumsi", "asumsi")],
                        default="pasti",
                        max_length=10,
                    ),
                ),
                (
                    "golongan",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kepegawaian.golongan",
                    ),
                ),
                ("mkg", models.PositiveSmallIntegerField()),
                ("gaji", models.PositiveIntegerField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Eselon",
            fields=[
                ("kode", models.CharField(max_length=6, primary_key=True, serialize=False)),
                ("siasn_id", models.CharField(max_length=4)),
                ("urutan", models.PositiveSmallIntegerField()),
                ("kelompok", models.CharField(help_text="jpt_pratama, administrator, pengawas …", max_length=20)),
                (
                    "pangkat_terendah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kepegawaian.golongan"
                    ),
                ),
                (
                    "pangkat_tertinggi",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kepegawaian.golongan"
                    ),
                ),
                ("diklat", models.CharField(blank=True, max_length=10)),
                ("dasar", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["urutan"],
            },
        ),
        migrations.CreateModel(
            name="TingkatPendidikan",
            fields=[
                ("kode", models.CharField(max_length=2, primary_key=True, serialize=False)),
                ("nama", models.CharField(max_length=60)),
                ("setara", models.CharField(max_length=6)),
                ("urutan", models.PositiveSmallIntegerField()),
                ("sumber", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["urutan"],
            },
        ),
        migrations.CreateModel(
            name="PendidikanGolongan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("berlaku_sejak", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(help_text="peraturan dan pasal", max_length=200)),
                (
                    "keyakinan",
                    models.CharField(
                        choices=[("pasti", "pasti"), ("sebagian", "sebagian"), ("asumsi", "asumsi")],
                        default="pasti",
                        max_length=10,
                    ),
                ),
                ("setara", models.CharField(max_length=6)),
                ("nama", models.CharField(max_length=80)),
                (
                    "golongan_awal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kepegawaian.golongan"
                    ),
                ),
                ("mkg_awal_tahun", models.PositiveSmallIntegerField()),
                (
                    "puncak_reguler",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kepegawaian.golongan"
                    ),
                ),
                (
                    "golongan_pppk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.golongan",
                    ),
                ),
                ("bebas_ujian_dinas_1", models.BooleanField()),
                ("bebas_ujian_dinas_2", models.BooleanField()),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="PendidikanGolonganPeristiwa",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
                ("dari", models.CharField(db_default=kepegawaian.models.dasar.Alamat(), max_length=80)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kepegawaian.pendidikangolongan",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("berlaku_sejak", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(help_text="peraturan dan pasal", max_length=200)),
                (
                    "keyakinan",
                    models.CharField(
                        choices=[("pasti", "pasti"), ("sebagian", "sebagian"), ("asumsi", "asumsi")],
                        default="pasti",
                        max_length=10,
                    ),
                ),
                ("setara", models.CharField(max_length=6)),
                ("nama", models.CharField(max_length=80)),
                (
                    "golongan_awal",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kepegawaian.golongan",
                    ),
                ),
                ("mkg_awal_tahun", models.PositiveSmallIntegerField()),
                (
                    "puncak_reguler",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kepegawaian.golongan",
                    ),
                ),
                (
                    "golongan_pppk",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kepegawaian.golongan",
                    ),
                ),
                ("bebas_ujian_dinas_1", models.BooleanField()),
                ("bebas_ujian_dinas_2", models.BooleanField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="BUP",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("berlaku_sejak", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(help_text="peraturan dan pasal", max_length=200)),
                (
                    "keyakinan",
                    models.CharField(
                        choices=[("pasti", "pasti"), ("sebagian", "sebagian"), ("asumsi", "asumsi")],
                        default="pasti",
                        max_length=10,
                    ),
                ),
                ("kode", models.CharField(max_length=20)),
                ("jabatan", models.CharField(max_length=120)),
                ("tahun", models.PositiveSmallIntegerField()),
            ],
            options={
                "ordering": ["kode", "berlaku_sejak"],
                "constraints": [models.UniqueConstraint(fields=("kode", "berlaku_sejak"), name="bup_unik")],
            },
        ),
        migrations.CreateModel(
            name="BUPPeristiwa",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
                ("dari", models.CharField(db_default=kepegawaian.models.dasar.Alamat(), max_length=80)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kepegawaian.bup",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("berlaku_sejak", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(help_text="peraturan dan pasal", max_length=200)),
                (
                    "keyakinan",
                    models.CharField(
                        choices=[("pasti", "pasti"), ("sebagian", "sebagian"), ("asumsi", "asumsi")],
                        default="pasti",
                        max_length=10,
                    ),
                ),
                ("kode", models.CharField(max_length=20)),
                ("jabatan", models.CharField(max_length=120)),
                ("tahun", models.PositiveSmallIntegerField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PeriodeKP",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("berlaku_sejak", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(help_text="peraturan dan pasal", max_length=200)),
                (
                    "keyakinan",
                    models.CharField(
                        choices=[("pasti", "pasti"), ("sebagian", "sebagian"), ("asumsi", "asumsi")],
                        default="pasti",
                        max_length=10,
                    ),
                ),
                ("bulan", models.JSONField(help_text="daftar bulan 1–12; TMT selalu tanggal 1")),
            ],
            options={
                "ordering": ["berlaku_sejak"],
            },
        ),
        migrations.CreateModel(
            name="PeriodeKPPeristiwa",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
                ("dari", models.CharField(db_default=kepegawaian.models.dasar.Alamat(), max_length=80)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kepegawaian.periodekp",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("berlaku_sejak", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(help_text="peraturan dan pasal", max_length=200)),
                (
                    "keyakinan",
                    models.CharField(
                        choices=[("pasti", "pasti"), ("sebagian", "sebagian"), ("asumsi", "asumsi")],
                        default="pasti",
                        max_length=10,
                    ),
                ),
                ("bulan", models.JSONField(help_text="daftar bulan 1–12; TMT selalu tanggal 1")),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PejabatPenetapKP",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("berlaku_sejak", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(help_text="peraturan dan pasal", max_length=200)),
                (
                    "keyakinan",
                    models.CharField(
                        choices=[("pasti", "pasti"), ("sebagian", "sebagian"), ("asumsi", "asumsi")],
                        default="pasti",
                        max_length=10,
                    ),
                ),
                (
                    "golongan_min",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kepegawaian.golongan"
                    ),
                ),
                (
                    "golongan_maks",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kepegawaian.golongan"
                    ),
                ),
                ("pejabat", models.CharField(max_length=80)),
                ("kantor", models.CharField(blank=True, help_text="kode kantor bila SK dibuat portal", max_length=20)),
                ("dicetak", models.BooleanField()),
            ],
            options={
                "ordering": ["berlaku_sejak", "golongan_min__urutan"],
            },
        ),
        migrations.CreateModel(
            name="PejabatPenetapKPPeristiwa",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
                ("dari", models.CharField(db_default=kepegawaian.models.dasar.Alamat(), max_length=80)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kepegawaian.pejabatpenetapkp",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("berlaku_sejak", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(help_text="peraturan dan pasal", max_length=200)),
                (
                    "keyakinan",
                    models.CharField(
                        choices=[("pasti", "pasti"), ("sebagian", "sebagian"), ("asumsi", "asumsi")],
                        default="pasti",
                        max_length=10,
                    ),
                ),
                (
                    "golongan_min",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kepegawaian.golongan",
                    ),
                ),
                (
                    "golongan_maks",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kepegawaian.golongan",
                    ),
                ),
                ("pejabat", models.CharField(max_length=80)),
                ("kantor", models.CharField(blank=True, help_text="kode kantor bila SK dibuat portal", max_length=20)),
                ("dicetak", models.BooleanField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="HariLibur",
            fields=[
                ("tanggal", models.DateField(primary_key=True, serialize=False)),
                ("nama", models.CharField(max_length=160)),
                (
                    "jenis",
                    models.CharField(
                        choices=[("nasional", "Libur nasional"), ("cuti_bersama", "Cuti bersama")], max_length=14
                    ),
                ),
                ("dasar", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["tanggal"],
            },
        ),
        migrations.CreateModel(
            name="HariLiburPeristiwa",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
                ("dari", models.CharField(db_default=kepegawaian.models.dasar.Alamat(), max_length=80)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kepegawaian.harilibur",
                    ),
                ),
                ("tanggal", models.DateField(serialize=False)),
                ("nama", models.CharField(max_length=160)),
                (
                    "jenis",
                    models.CharField(
                        choices=[("nasional", "Libur nasional"), ("cuti_bersama", "Cuti bersama")], max_length=14
                    ),
                ),
                ("dasar", models.CharField(max_length=200)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Setelan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("berlaku_sejak", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(help_text="peraturan dan pasal", max_length=200)),
                (
                    "keyakinan",
                    models.CharField(
                        choices=[("pasti", "pasti"), ("sebagian", "sebagian"), ("asumsi", "asumsi")],
                        default="pasti",
                        max_length=10,
                    ),
                ),
                ("kunci", models.CharField(max_length=60)),
                ("nilai", models.JSONField()),
                ("uraian", models.TextField()),
            ],
            options={
                "ordering": ["kunci", "berlaku_sejak"],
                "constraints": [models.UniqueConstraint(fields=("kunci", "berlaku_sejak"), name="setelan_unik")],
            },
        ),
        migrations.CreateModel(
            name="SetelanPeristiwa",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
                ("dari", models.CharField(db_default=kepegawaian.models.dasar.Alamat(), max_length=80)),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="kepegawaian.setelan",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("berlaku_sejak", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(help_text="peraturan dan pasal", max_length=200)),
                (
                    "keyakinan",
                    models.CharField(
                        choices=[("pasti", "pasti"), ("sebagian", "sebagian"), ("asumsi", "asumsi")],
                        default="pasti",
                        max_length=10,
                    ),
                ),
                ("kunci", models.CharField(max_length=60)),
                ("nilai", models.JSONField()),
                ("uraian", models.TextField()),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tabelgaji",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_tabelgajiperistiwa" ("berlaku_sampai", "berlaku_sejak", "dasar", "gaji", "golongan_id", "id", "keyakinan", "mkg", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."berlaku_sampai", new_values."berlaku_sejak", new_values."dasar", new_values."gaji", new_values."golongan_id", new_values."id", new_values."keyakinan", new_values."mkg", NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a29c9b1b1c88e417d469d6cc7801a82aa5f2f638",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_bf11e",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="kepegawaian_tabelgaji",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tabelgaji",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_tabelgajiperistiwa" ("berlaku_sampai", "berlaku_sejak", "dasar", "gaji", "golongan_id", "id", "keyakinan", "mkg", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."berlaku_sampai", new_values."berlaku_sejak", new_values."dasar", new_values."gaji", new_values."golongan_id", new_values."id", new_values."keyakinan", new_values."mkg", NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="82fcd0ae9c2e49e058c275126d99cd8b26a07e21",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_c1653",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="kepegawaian_tabelgaji",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tabelgaji",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_tabelgajiperistiwa" ("berlaku_sampai", "berlaku_sejak", "dasar", "gaji", "golongan_id", "id", "keyakinan", "mkg", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."berlaku_sampai", old_values."berlaku_sejak", old_values."dasar", old_values."gaji", old_values."golongan_id", old_values."id", old_values."keyakinan", old_values."mkg", NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="880171ad2b6444b8ad1bdbb23054f5d21829b17a",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d410e",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="kepegawaian_tabelgaji",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="tabelgaji",
            trigger=pgtrigger.compiler.Trigger(
                name="naikkan_versi_acuan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="UPDATE kepegawaian_versiacuan SET nomor = nomor + 1 WHERE id = 1; RETURN NULL;",
                    hash="e0d26796d89965fd2323a576d00b981495ce36bf",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_naikkan_versi_acuan_ae7e4",
                    table="kepegawaian_tabelgaji",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pendidikangolongan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_pendidikangolonganperistiwa" ("bebas_ujian_dinas_1", "bebas_ujian_dinas_2", "berlaku_sampai", "berlaku_sejak", "dasar", "golongan_awal_id", "golongan_pppk_id", "id", "keyakinan", "mkg_awal_tahun", "nama", "pgh_created_at", "pgh_label", "pgh_obj_id", "puncak_reguler_id", "setara") SELECT new_values."bebas_ujian_dinas_1", new_values."bebas_ujian_dinas_2", new_values."berlaku_sampai", new_values."berlaku_sejak", new_values."dasar", new_values."golongan_awal_id", new_values."golongan_pppk_id", new_values."id", new_values."keyakinan", new_values."mkg_awal_tahun", new_values."nama", NOW(), \'insert\', new_values."id", new_values."puncak_reguler_id", new_values."setara" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="167abefb971e9e4c7a0c275683e470c383f2e627",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_785d0",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="kepegawaian_pendidikangolongan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pendidikangolongan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_pendidikangolonganperistiwa" ("bebas_ujian_dinas_1", "bebas_ujian_dinas_2", "berlaku_sampai", "berlaku_sejak", "dasar", "golongan_awal_id", "golongan_pppk_id", "id", "keyakinan", "mkg_awal_tahun", "nama", "pgh_created_at", "pgh_label", "pgh_obj_id", "puncak_reguler_id", "setara") SELECT new_values."bebas_ujian_dinas_1", new_values."bebas_ujian_dinas_2", new_values."berlaku_sampai", new_values."berlaku_sejak", new_values."dasar", new_values."golongan_awal_id", new_values."golongan_pppk_id", new_values."id", new_values."keyakinan", new_values."mkg_awal_tahun", new_values."nama", NOW(), \'update\', new_values."id", new_values."puncak_reguler_id", new_values."setara" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="49690e2450f96ec90c2fc0cc7526bc2aef7467b7",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_83836",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="kepegawaian_pendidikangolongan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pendidikangolongan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_pendidikangolonganperistiwa" ("bebas_ujian_dinas_1", "bebas_ujian_dinas_2", "berlaku_sampai", "berlaku_sejak", "dasar", "golongan_awal_id", "golongan_pppk_id", "id", "keyakinan", "mkg_awal_tahun", "nama", "pgh_created_at", "pgh_label", "pgh_obj_id", "puncak_reguler_id", "setara") SELECT old_values."bebas_ujian_dinas_1", old_values."bebas_ujian_dinas_2", old_values."berlaku_sampai", old_values."berlaku_sejak", old_values."dasar", old_values."golongan_awal_id", old_values."golongan_pppk_id", old_values."id", old_values."keyakinan", old_values."mkg_awal_tahun", old_values."nama", NOW(), \'delete\', old_values."id", old_values."puncak_reguler_id", old_values."setara" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="b3765cd40d6eb200af47688ee646051ae3ae3cd2",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b123d",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="kepegawaian_pendidikangolongan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pendidikangolongan",
            trigger=pgtrigger.compiler.Trigger(
                name="naikkan_versi_acuan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="UPDATE kepegawaian_versiacuan SET nomor = nomor + 1 WHERE id = 1; RETURN NULL;",
                    hash="7e595f492dade6285ab6c0ddcfa808bf06505eb9",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_naikkan_versi_acuan_4f49f",
                    table="kepegawaian_pendidikangolongan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bup",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_bupperistiwa" ("berlaku_sampai", "berlaku_sejak", "dasar", "id", "jabatan", "keyakinan", "kode", "pgh_created_at", "pgh_label", "pgh_obj_id", "tahun") SELECT new_values."berlaku_sampai", new_values."berlaku_sejak", new_values."dasar", new_values."id", new_values."jabatan", new_values."keyakinan", new_values."kode", NOW(), \'insert\', new_values."id", new_values."tahun" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e47a85985fa5a2055f372d932a891576b90f0be5",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0fe26",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="kepegawaian_bup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bup",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_bupperistiwa" ("berlaku_sampai", "berlaku_sejak", "dasar", "id", "jabatan", "keyakinan", "kode", "pgh_created_at", "pgh_label", "pgh_obj_id", "tahun") SELECT new_values."berlaku_sampai", new_values."berlaku_sejak", new_values."dasar", new_values."id", new_values."jabatan", new_values."keyakinan", new_values."kode", NOW(), \'update\', new_values."id", new_values."tahun" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="49d9391ef800b8b9ffe9814a20c84582a7980850",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_bfd02",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="kepegawaian_bup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bup",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_bupperistiwa" ("berlaku_sampai", "berlaku_sejak", "dasar", "id", "jabatan", "keyakinan", "kode", "pgh_created_at", "pgh_label", "pgh_obj_id", "tahun") SELECT old_values."berlaku_sampai", old_values."berlaku_sejak", old_values."dasar", old_values."id", old_values."jabatan", old_values."keyakinan", old_values."kode", NOW(), \'delete\', old_values."id", old_values."tahun" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="940646960e145263e01b808f1b45e981844d670a",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dcfb4",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="kepegawaian_bup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="bup",
            trigger=pgtrigger.compiler.Trigger(
                name="naikkan_versi_acuan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="UPDATE kepegawaian_versiacuan SET nomor = nomor + 1 WHERE id = 1; RETURN NULL;",
                    hash="30566bb8ec5baff9083ce1fe34df962de6ba0278",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_naikkan_versi_acuan_62b4b",
                    table="kepegawaian_bup",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="periodekp",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_periodekpperistiwa" ("berlaku_sampai", "berlaku_sejak", "bulan", "dasar", "id", "keyakinan", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."berlaku_sampai", new_values."berlaku_sejak", new_values."bulan", new_values."dasar", new_values."id", new_values."keyakinan", NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="1498d636c3ce8913e9f3287af532e86518a85112",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_4d0ac",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="kepegawaian_periodekp",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="periodekp",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_periodekpperistiwa" ("berlaku_sampai", "berlaku_sejak", "bulan", "dasar", "id", "keyakinan", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."berlaku_sampai", new_values."berlaku_sejak", new_values."bulan", new_values."dasar", new_values."id", new_values."keyakinan", NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="44e30c649057417446cdce3eecd98fb557c2a773",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_9c83b",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="kepegawaian_periodekp",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="periodekp",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_periodekpperistiwa" ("berlaku_sampai", "berlaku_sejak", "bulan", "dasar", "id", "keyakinan", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."berlaku_sampai", old_values."berlaku_sejak", old_values."bulan", old_values."dasar", old_values."id", old_values."keyakinan", NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="28931b11597d1c13c844c44f7416dc2dfde86a23",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_88020",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="kepegawaian_periodekp",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="periodekp",
            trigger=pgtrigger.compiler.Trigger(
                name="naikkan_versi_acuan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="UPDATE kepegawaian_versiacuan SET nomor = nomor + 1 WHERE id = 1; RETURN NULL;",
                    hash="a84c18a5601bd139045a7fdbb618705565ded418",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_naikkan_versi_acuan_0d36d",
                    table="kepegawaian_periodekp",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pejabatpenetapkp",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_pejabatpenetapkpperistiwa" ("berlaku_sampai", "berlaku_sejak", "dasar", "dicetak", "golongan_maks_id", "golongan_min_id", "id", "kantor", "keyakinan", "pejabat", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."berlaku_sampai", new_values."berlaku_sejak", new_values."dasar", new_values."dicetak", new_values."golongan_maks_id", new_values."golongan_min_id", new_values."id", new_values."kantor", new_values."keyakinan", new_values."pejabat", NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5381977978b4804bbd11ffb19a8d182b8ab5c03b",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d5172",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="kepegawaian_pejabatpenetapkp",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pejabatpenetapkp",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_pejabatpenetapkpperistiwa" ("berlaku_sampai", "berlaku_sejak", "dasar", "dicetak", "golongan_maks_id", "golongan_min_id", "id", "kantor", "keyakinan", "pejabat", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."berlaku_sampai", new_values."berlaku_sejak", new_values."dasar", new_values."dicetak", new_values."golongan_maks_id", new_values."golongan_min_id", new_values."id", new_values."kantor", new_values."keyakinan", new_values."pejabat", NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="a4897e8ce5f3e0bd8f045658d90d19d142c4d50a",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_09b11",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="kepegawaian_pejabatpenetapkp",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pejabatpenetapkp",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_pejabatpenetapkpperistiwa" ("berlaku_sampai", "berlaku_sejak", "dasar", "dicetak", "golongan_maks_id", "golongan_min_id", "id", "kantor", "keyakinan", "pejabat", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."berlaku_sampai", old_values."berlaku_sejak", old_values."dasar", old_values."dicetak", old_values."golongan_maks_id", old_values."golongan_min_id", old_values."id", old_values."kantor", old_values."keyakinan", old_values."pejabat", NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="ac7f5c8b77267e7b22f023d7bf97aea3753c158c",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d5156",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="kepegawaian_pejabatpenetapkp",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pejabatpenetapkp",
            trigger=pgtrigger.compiler.Trigger(
                name="naikkan_versi_acuan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="UPDATE kepegawaian_versiacuan SET nomor = nomor + 1 WHERE id = 1; RETURN NULL;",
                    hash="cd2800e2811d8ce2ea415c740bc66472c7f076a9",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_naikkan_versi_acuan_1e64a",
                    table="kepegawaian_pejabatpenetapkp",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="harilibur",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_hariliburperistiwa" ("dasar", "jenis", "nama", "pgh_created_at", "pgh_label", "pgh_obj_id", "tanggal") SELECT new_values."dasar", new_values."jenis", new_values."nama", NOW(), \'insert\', new_values."tanggal", new_values."tanggal" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="3def4a3268135780ec972825c0109844c9bb2743",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6d4a4",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="kepegawaian_harilibur",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="harilibur",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_hariliburperistiwa" ("dasar", "jenis", "nama", "pgh_created_at", "pgh_label", "pgh_obj_id", "tanggal") SELECT new_values."dasar", new_values."jenis", new_values."nama", NOW(), \'update\', new_values."tanggal", new_values."tanggal" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."tanggal") = (new_values."tanggal") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="864fc7345e85cc0ef76aacccb8aa9a83ff9d74b1",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_660b6",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="kepegawaian_harilibur",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="harilibur",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_hariliburperistiwa" ("dasar", "jenis", "nama", "pgh_created_at", "pgh_label", "pgh_obj_id", "tanggal") SELECT old_values."dasar", old_values."jenis", old_values."nama", NOW(), \'delete\', old_values."tanggal", old_values."tanggal" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="f8be0baafd32e97b163e9c2218b36de04fd1ab62",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f681c",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="kepegawaian_harilibur",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="harilibur",
            trigger=pgtrigger.compiler.Trigger(
                name="naikkan_versi_acuan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="UPDATE kepegawaian_versiacuan SET nomor = nomor + 1 WHERE id = 1; RETURN NULL;",
                    hash="541b0e5960e639b72575f2a763c54367a407af70",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_naikkan_versi_acuan_9b16d",
                    table="kepegawaian_harilibur",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="setelan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_setelanperistiwa" ("berlaku_sampai", "berlaku_sejak", "dasar", "id", "keyakinan", "kunci", "nilai", "pgh_created_at", "pgh_label", "pgh_obj_id", "uraian") SELECT new_values."berlaku_sampai", new_values."berlaku_sejak", new_values."dasar", new_values."id", new_values."keyakinan", new_values."kunci", new_values."nilai", NOW(), \'insert\', new_values."id", new_values."uraian" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="c2b9dfc2b6df34187b755e9630fe6ea3288b4f00",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_0a259",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="kepegawaian_setelan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="setelan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_setelanperistiwa" ("berlaku_sampai", "berlaku_sejak", "dasar", "id", "keyakinan", "kunci", "nilai", "pgh_created_at", "pgh_label", "pgh_obj_id", "uraian") SELECT new_values."berlaku_sampai", new_values."berlaku_sejak", new_values."dasar", new_values."id", new_values."keyakinan", new_values."kunci", new_values."nilai", NOW(), \'update\', new_values."id", new_values."uraian" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="0e97003bb61abd4abdd43f4224f06422944b9acb",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_a52c8",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="kepegawaian_setelan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="setelan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_setelanperistiwa" ("berlaku_sampai", "berlaku_sejak", "dasar", "id", "keyakinan", "kunci", "nilai", "pgh_created_at", "pgh_label", "pgh_obj_id", "uraian") SELECT old_values."berlaku_sampai", old_values."berlaku_sejak", old_values."dasar", old_values."id", old_values."keyakinan", old_values."kunci", old_values."nilai", NOW(), \'delete\', old_values."id", old_values."uraian" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="4de82e6d165343a7445904a03fc25fcea2a8cead",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_58644",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="kepegawaian_setelan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="setelan",
            trigger=pgtrigger.compiler.Trigger(
                name="naikkan_versi_acuan",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="UPDATE kepegawaian_versiacuan SET nomor = nomor + 1 WHERE id = 1; RETURN NULL;",
                    hash="3016539f59e01d1e8a15f2a046c32efb0f90e772",
                    level="STATEMENT",
                    operation="INSERT OR UPDATE OR DELETE",
                    pgid="pgtrigger_naikkan_versi_acuan_870fa",
                    table="kepegawaian_setelan",
                    when="AFTER",
                ),
            ),
        ),
    ]
