"""Units, posts, pegawai, the cache ProfilKini, accounts and duties."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import kepegawaian.models.dasar
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kepegawaian", "0002_kode_dan_acuan"),
    ]

    operations = [
        migrations.CreateModel(
            name="UnitKerja",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kode", models.CharField(max_length=30, unique=True)),
                ("nama", models.CharField(max_length=200)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("kabupaten", "Kabupaten"),
                            ("opd", "Opd"),
                            ("sekretariat", "Sekretariat"),
                            ("bidang", "Bidang"),
                            ("subbidang", "Subbidang"),
                            ("subbagian", "Subbagian"),
                            ("bagian", "Bagian"),
                            ("uptd", "Uptd"),
                            ("puskesmas", "Puskesmas"),
                            ("sekolah", "Sekolah"),
                            ("kelurahan", "Kelurahan"),
                            ("seksi", "Seksi"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "induk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anak",
                        to="kepegawaian.unitkerja",
                    ),
                ),
                ("berlaku_sejak", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                (
                    "pengganti",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pendahulu",
                        to="kepegawaian.unitkerja",
                    ),
                ),
                (
                    "pola_kerja",
                    models.CharField(
                        choices=[("5", "Lima hari kerja"), ("6", "Enam hari kerja"), ("sif", "Kerja bergilir")],
                        default="5",
                        max_length=3,
                    ),
                ),
                ("siasn_id", models.CharField(blank=True, db_index=True, max_length=36)),
                ("dasar", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "ordering": ["nama"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("induk", models.F("id")), _negated=True), name="unit_bukan_induk_sendiri"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("berlaku_sampai__isnull", True),
                            ("berlaku_sampai__gte", models.F("berlaku_sejak")),
                            _connector="OR",
                        ),
                        name="unit_masa_wajar",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UnitKerjaPeristiwa",
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
                        to="kepegawaian.unitkerja",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("kode", models.CharField(max_length=30)),
                ("nama", models.CharField(max_length=200)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("kabupaten", "Kabupaten"),
                            ("opd", "Opd"),
                            ("sekretariat", "Sekretariat"),
                            ("bidang", "Bidang"),
                            ("subbidang", "Subbidang"),
                            ("subbagian", "Subbagian"),
                            ("bagian", "Bagian"),
                            ("uptd", "Uptd"),
                            ("puskesmas", "Puskesmas"),
                            ("sekolah", "Sekolah"),
                            ("kelurahan", "Kelurahan"),
                            ("seksi", "Seksi"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "induk",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kepegawaian.unitkerja",
                    ),
                ),
                ("berlaku_sejak", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
                (
                    "pengganti",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kepegawaian.unitkerja",
                    ),
                ),
                (
                    "pola_kerja",
                    models.CharField(
                        choices=[("5", "Lima hari kerja"), ("6", "Enam hari kerja"), ("sif", "Kerja bergilir")],
                        default="5",
                        max_length=3,
                    ),
                ),
                ("siasn_id", models.CharField(blank=True, max_length=36)),
                ("dasar", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Jabatan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kode", models.CharField(max_length=40, unique=True)),
                ("nama", models.CharField(max_length=200)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("struktural", "Struktural"),
                            ("fungsional", "Fungsional"),
                            ("pelaksana", "Pelaksana"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "eselon",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jabatan",
                        to="kepegawaian.eselon",
                    ),
                ),
                (
                    "jenjang",
                    models.CharField(
                        blank=True,
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
                (
                    "nama_jf",
                    models.CharField(blank=True, help_text="nama JF tanpa jenjang, mis. Guru", max_length=120),
                ),
                ("hasil_penyetaraan", models.BooleanField(default=False)),
                ("kelas", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("bup_kode", models.CharField(help_text="kelompok pada tabel BUP", max_length=20)),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jabatan",
                        to="kepegawaian.unitkerja",
                    ),
                ),
                ("kepala_unit", models.BooleanField(default=False)),
                ("siasn_id", models.CharField(blank=True, db_index=True, max_length=36)),
                ("berlaku_sejak", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["nama"],
                "indexes": [models.Index(django.db.models.functions.text.Upper("nama"), name="jabatan_nama_besar")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("eselon__isnull", False), ("jenis", "struktural"), ("unit__isnull", False)),
                            models.Q(
                                ("eselon__isnull", True),
                                ("jenis", "fungsional"),
                                models.Q(("jenjang", ""), _negated=True),
                            ),
                            models.Q(("eselon__isnull", True), ("jenis", "pelaksana"), ("jenjang", "")),
                            _connector="OR",
                        ),
                        name="jabatan_lengkap_menurut_jenis",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("berlaku_sampai__isnull", True), ("kepala_unit", True)),
                        fields=("unit",),
                        name="satu_kepala_tiap_unit",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="JabatanPeristiwa",
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
                        to="kepegawaian.jabatan",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("kode", models.CharField(max_length=40)),
                ("nama", models.CharField(max_length=200)),
                (
                    "jenis",
                    models.CharField(
                        choices=[
                            ("struktural", "Struktural"),
                            ("fungsional", "Fungsional"),
                            ("pelaksana", "Pelaksana"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "eselon",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kepegawaian.eselon",
                    ),
                ),
                (
                    "jenjang",
                    models.CharField(
                        blank=True,
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
                (
                    "nama_jf",
                    models.CharField(blank=True, help_text="nama JF tanpa jenjang, mis. Guru", max_length=120),
                ),
                ("hasil_penyetaraan", models.BooleanField(default=False)),
                ("kelas", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("bup_kode", models.CharField(help_text="kelompok pada tabel BUP", max_length=20)),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kepegawaian.unitkerja",
                    ),
                ),
                ("kepala_unit", models.BooleanField(default=False)),
                ("siasn_id", models.CharField(blank=True, max_length=36)),
                ("berlaku_sejak", models.DateField()),
                ("berlaku_sampai", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Pegawai",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nip", models.CharField(max_length=18, unique=True)),
                ("pns_id", models.CharField(blank=True, max_length=36, null=True, unique=True)),
                ("nip_lama", models.CharField(blank=True, max_length=9)),
                ("tempat_lahir", models.CharField(blank=True, max_length=100)),
                ("tanggal_lahir", models.DateField()),
                ("jenis_kelamin", models.CharField(choices=[("L", "Laki-laki"), ("P", "Perempuan")], max_length=1)),
                (
                    "agama",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="kepegawaian.agama"
                    ),
                ),
                (
                    "jenis_kawin",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to="kepegawaian.jeniskawin"
                    ),
                ),
                (
                    "jenis_pegawai",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="kepegawaian.jenispegawai",
                    ),
                ),
                ("nik", models.CharField(blank=True, max_length=16)),
                ("nomor_hp", models.CharField(blank=True, max_length=30)),
                ("email", models.CharField(blank=True, max_length=160)),
                ("email_gov", models.CharField(blank=True, max_length=160)),
                ("alamat", models.TextField(blank=True)),
                ("npwp", models.CharField(blank=True, max_length=30)),
                ("bpjs", models.CharField(blank=True, max_length=30)),
                ("kartu_asn", models.CharField(blank=True, max_length=40)),
                ("kpkn", models.CharField(blank=True, max_length=80)),
                ("lokasi_kerja", models.CharField(blank=True, max_length=120)),
                (
                    "tambahan",
                    models.JSONField(
                        blank=True, default=dict, help_text="kolom SIASN yang hanya disimpan dan diekspor lagi"
                    ),
                ),
            ],
            options={
                "ordering": ["nip"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("nip__regex", "^\\d{18}$")), name="nip_18_angka")
                ],
            },
        ),
        migrations.CreateModel(
            name="PegawaiPeristiwa",
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
                        to="kepegawaian.pegawai",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("nip", models.CharField(max_length=18)),
                ("pns_id", models.CharField(blank=True, max_length=36, null=True)),
                ("nip_lama", models.CharField(blank=True, max_length=9)),
                ("tempat_lahir", models.CharField(blank=True, max_length=100)),
                ("tanggal_lahir", models.DateField()),
                ("jenis_kelamin", models.CharField(choices=[("L", "Laki-laki"), ("P", "Perempuan")], max_length=1)),
                (
                    "agama",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kepegawaian.agama",
                    ),
                ),
                (
                    "jenis_kawin",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kepegawaian.jeniskawin",
                    ),
                ),
                (
                    "jenis_pegawai",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kepegawaian.jenispegawai",
                    ),
                ),
                ("nik", models.CharField(blank=True, max_length=16)),
                ("nomor_hp", models.CharField(blank=True, max_length=30)),
                ("email", models.CharField(blank=True, max_length=160)),
                ("email_gov", models.CharField(blank=True, max_length=160)),
                ("alamat", models.TextField(blank=True)),
                ("npwp", models.CharField(blank=True, max_length=30)),
                ("bpjs", models.CharField(blank=True, max_length=30)),
                ("kartu_asn", models.CharField(blank=True, max_length=40)),
                ("kpkn", models.CharField(blank=True, max_length=80)),
                ("lokasi_kerja", models.CharField(blank=True, max_length=120)),
                (
                    "tambahan",
                    models.JSONField(
                        blank=True, default=dict, help_text="kolom SIASN yang hanya disimpan dan diekspor lagi"
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ProfilKini",
            fields=[
                (
                    "pegawai",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="kini",
                        serialize=False,
                        to="kepegawaian.pegawai",
                    ),
                ),
                ("nip", models.CharField(max_length=18)),
                ("nama", models.CharField(max_length=160)),
                ("gelar_depan", models.CharField(max_length=60)),
                ("gelar_belakang", models.CharField(max_length=100)),
                ("jenis_kelamin", models.CharField(max_length=1)),
                ("tanggal_lahir", models.DateField()),
                ("status", models.CharField(max_length=8, null=True)),
                (
                    "kedudukan",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="kepegawaian.kedudukanhukum",
                    ),
                ),
                ("aktif", models.BooleanField()),
                ("tmt_kedudukan", models.DateField(null=True)),
                (
                    "unit",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.unitkerja",
                    ),
                ),
                (
                    "opd",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.unitkerja",
                    ),
                ),
                (
                    "jalur_unit",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(), null=True, size=None
                    ),
                ),
                (
                    "golongan",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="kepegawaian.golongan",
                    ),
                ),
                ("golongan_urutan", models.SmallIntegerField(null=True)),
                ("tmt_pangkat", models.DateField(null=True)),
                (
                    "jabatan",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.jabatan",
                    ),
                ),
                ("jenis_jabatan", models.CharField(max_length=10, null=True)),
                (
                    "eselon",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="kepegawaian.eselon",
                    ),
                ),
                ("jenjang", models.CharField(max_length=12, null=True)),
                ("tmt_jabatan", models.DateField(null=True)),
                (
                    "pendidikan",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="kepegawaian.tingkatpendidikan",
                    ),
                ),
                ("gaji_pokok", models.IntegerField(null=True)),
                ("mkg_bulan", models.IntegerField(null=True)),
                ("tmt_mkg_nol", models.DateField(null=True)),
                ("tmt_cpns", models.DateField(null=True)),
                ("bup", models.SmallIntegerField(null=True)),
                ("tmt_pensiun", models.DateField(null=True)),
                ("kontrak_sampai", models.DateField(null=True)),
                ("per", models.DateField()),
            ],
            options={
                "ordering": ["nama", "nip"],
                "indexes": [
                    models.Index(fields=["nama", "nip"], name="kini_nama"),
                    models.Index(fields=["aktif", "nama", "nip"], name="kini_aktif_nama"),
                    models.Index(fields=["unit", "nama"], name="kini_unit_nama"),
                    models.Index(fields=["opd", "aktif", "nama"], name="kini_opd_nama"),
                    models.Index(fields=["golongan_urutan", "nama"], name="kini_golongan"),
                    models.Index(fields=["tmt_pensiun"], name="kini_pensiun"),
                    models.Index(fields=["jabatan"], name="kini_jabatan"),
                    models.Index(fields=["nip"], name="kini_nip"),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(
                            django.db.models.functions.text.Upper("nama"), name="gin_trgm_ops"
                        ),
                        name="kini_nama_trgm",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass(models.F("nip"), name="gin_trgm_ops"),
                        name="kini_nip_trgm",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pengguna",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("nama_pengguna", models.CharField(max_length=30, unique=True)),
                ("nama", models.CharField(blank=True, help_text="hanya bagi akun tanpa pegawai", max_length=160)),
                (
                    "pegawai",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pengguna",
                        to="kepegawaian.pegawai",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("is_active", models.BooleanField(default=True)),
                ("kode_hash", models.CharField(blank=True, help_text="sidik kode sekali pakai", max_length=64)),
                ("kode_sampai", models.DateTimeField(blank=True, null=True)),
                ("kode_gagal", models.PositiveSmallIntegerField(default=0)),
                ("dibuat_pada", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["nama_pengguna"],
            },
        ),
        migrations.CreateModel(
            name="PenggunaPeristiwa",
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
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("nama_pengguna", models.CharField(max_length=30)),
                ("nama", models.CharField(blank=True, help_text="hanya bagi akun tanpa pegawai", max_length=160)),
                (
                    "pegawai",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kepegawaian.pegawai",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("is_active", models.BooleanField(default=True)),
                ("kode_hash", models.CharField(blank=True, help_text="sidik kode sekali pakai", max_length=64)),
                ("kode_sampai", models.DateTimeField(blank=True, null=True)),
                ("kode_gagal", models.PositiveSmallIntegerField(default=0)),
                ("dibuat_pada", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Penugasan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="penugasan",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "peran",
                    models.CharField(
                        choices=[
                            ("operator_opd", "Operator OPD"),
                            ("staf_bkd", "Staf BKD"),
                            ("perekam_pimpinan", "Perekam keputusan pimpinan"),
                            ("inspektorat", "Inspektorat"),
                            ("admin", "Admin sistem"),
                        ],
                        max_length=20,
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
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(help_text="nomor dan tanggal surat tugas", max_length=200)),
            ],
            options={
                "ordering": ["-sejak"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sampai__isnull", True), ("sampai__gte", models.F("sejak")), _connector="OR"
                        ),
                        name="penugasan_masa_wajar",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PenugasanPeristiwa",
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
                        to="kepegawaian.penugasan",
                    ),
                ),
                ("id", models.BigIntegerField()),
                (
                    "pengguna",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "peran",
                    models.CharField(
                        choices=[
                            ("operator_opd", "Operator OPD"),
                            ("staf_bkd", "Staf BKD"),
                            ("perekam_pimpinan", "Perekam keputusan pimpinan"),
                            ("inspektorat", "Inspektorat"),
                            ("admin", "Admin sistem"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="kepegawaian.unitkerja",
                    ),
                ),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(help_text="nomor dan tanggal surat tugas", max_length=200)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="PejabatLuar",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kantor", models.CharField(help_text="kode kantor, mis. BUPATI", max_length=20)),
                ("jabatan", models.CharField(max_length=160)),
                ("nama", models.CharField(max_length=160)),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["-sejak"],
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[
                            ("kantor", "="),
                            (models.Func("sejak", "sampai", models.Value("[]"), function="daterange"), "&&"),
                        ],
                        name="satu_pejabat_luar_tiap_kantor",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PejabatLuarPeristiwa",
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
                        to="kepegawaian.pejabatluar",
                    ),
                ),
                ("id", models.BigIntegerField()),
                ("kantor", models.CharField(help_text="kode kantor, mis. BUPATI", max_length=20)),
                ("jabatan", models.CharField(max_length=160)),
                ("nama", models.CharField(max_length=160)),
                ("sejak", models.DateField()),
                ("sampai", models.DateField(blank=True, null=True)),
                ("dasar", models.CharField(max_length=200)),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="unitkerja",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_unitkerjaperistiwa" ("berlaku_sampai", "berlaku_sejak", "dasar", "id", "induk_id", "jenis", "kode", "nama", "pengganti_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pola_kerja", "siasn_id") SELECT new_values."berlaku_sampai", new_values."berlaku_sejak", new_values."dasar", new_values."id", new_values."induk_id", new_values."jenis", new_values."kode", new_values."nama", new_values."pengganti_id", NOW(), \'insert\', new_values."id", new_values."pola_kerja", new_values."siasn_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="eefcc2a2f1d9fa9f4269f38b0eab97f3e48a951c",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_c0b4f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="kepegawaian_unitkerja",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="unitkerja",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_unitkerjaperistiwa" ("berlaku_sampai", "berlaku_sejak", "dasar", "id", "induk_id", "jenis", "kode", "nama", "pengganti_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pola_kerja", "siasn_id") SELECT new_values."berlaku_sampai", new_values."berlaku_sejak", new_values."dasar", new_values."id", new_values."induk_id", new_values."jenis", new_values."kode", new_values."nama", new_values."pengganti_id", NOW(), \'update\', new_values."id", new_values."pola_kerja", new_values."siasn_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="ef7e019cb043223017c3097bf28aafde4a339c3f",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e465d",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="kepegawaian_unitkerja",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="unitkerja",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_unitkerjaperistiwa" ("berlaku_sampai", "berlaku_sejak", "dasar", "id", "induk_id", "jenis", "kode", "nama", "pengganti_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pola_kerja", "siasn_id") SELECT old_values."berlaku_sampai", old_values."berlaku_sejak", old_values."dasar", old_values."id", old_values."induk_id", old_values."jenis", old_values."kode", old_values."nama", old_values."pengganti_id", NOW(), \'delete\', old_values."id", old_values."pola_kerja", old_values."siasn_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="04f01b1640e26adf9c00f59b906662ec0bb458d0",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d749f",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="kepegawaian_unitkerja",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="jabatan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_jabatanperistiwa" ("berlaku_sampai", "berlaku_sejak", "bup_kode", "eselon_id", "hasil_penyetaraan", "id", "jenis", "jenjang", "kelas", "kepala_unit", "kode", "nama", "nama_jf", "pgh_created_at", "pgh_label", "pgh_obj_id", "siasn_id", "unit_id") SELECT new_values."berlaku_sampai", new_values."berlaku_sejak", new_values."bup_kode", new_values."eselon_id", new_values."hasil_penyetaraan", new_values."id", new_values."jenis", new_values."jenjang", new_values."kelas", new_values."kepala_unit", new_values."kode", new_values."nama", new_values."nama_jf", NOW(), \'insert\', new_values."id", new_values."siasn_id", new_values."unit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="cea72c1ff62f03b1ac4d90883d5322505d14297f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7a2ed",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="kepegawaian_jabatan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="jabatan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_jabatanperistiwa" ("berlaku_sampai", "berlaku_sejak", "bup_kode", "eselon_id", "hasil_penyetaraan", "id", "jenis", "jenjang", "kelas", "kepala_unit", "kode", "nama", "nama_jf", "pgh_created_at", "pgh_label", "pgh_obj_id", "siasn_id", "unit_id") SELECT new_values."berlaku_sampai", new_values."berlaku_sejak", new_values."bup_kode", new_values."eselon_id", new_values."hasil_penyetaraan", new_values."id", new_values."jenis", new_values."jenjang", new_values."kelas", new_values."kepala_unit", new_values."kode", new_values."nama", new_values."nama_jf", NOW(), \'update\', new_values."id", new_values."siasn_id", new_values."unit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="cd1598c7a50f4c2f0da3e1078ece397dec526c01",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_12d01",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="kepegawaian_jabatan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="jabatan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_jabatanperistiwa" ("berlaku_sampai", "berlaku_sejak", "bup_kode", "eselon_id", "hasil_penyetaraan", "id", "jenis", "jenjang", "kelas", "kepala_unit", "kode", "nama", "nama_jf", "pgh_created_at", "pgh_label", "pgh_obj_id", "siasn_id", "unit_id") SELECT old_values."berlaku_sampai", old_values."berlaku_sejak", old_values."bup_kode", old_values."eselon_id", old_values."hasil_penyetaraan", old_values."id", old_values."jenis", old_values."jenjang", old_values."kelas", old_values."kepala_unit", old_values."kode", old_values."nama", old_values."nama_jf", NOW(), \'delete\', old_values."id", old_values."siasn_id", old_values."unit_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="84344062d8fc646ae6613cc073a52084c86c27ed",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d8e50",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="kepegawaian_jabatan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pegawai",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_pegawaiperistiwa" ("agama_id", "alamat", "bpjs", "email", "email_gov", "id", "jenis_kawin_id", "jenis_kelamin", "jenis_pegawai_id", "kartu_asn", "kpkn", "lokasi_kerja", "nik", "nip", "nip_lama", "nomor_hp", "npwp", "pgh_created_at", "pgh_label", "pgh_obj_id", "pns_id", "tambahan", "tanggal_lahir", "tempat_lahir") SELECT new_values."agama_id", new_values."alamat", new_values."bpjs", new_values."email", new_values."email_gov", new_values."id", new_values."jenis_kawin_id", new_values."jenis_kelamin", new_values."jenis_pegawai_id", new_values."kartu_asn", new_values."kpkn", new_values."lokasi_kerja", new_values."nik", new_values."nip", new_values."nip_lama", new_values."nomor_hp", new_values."npwp", NOW(), \'insert\', new_values."id", new_values."pns_id", new_values."tambahan", new_values."tanggal_lahir", new_values."tempat_lahir" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5746f8e0ce7c1724a7533a19d40a265481274d67",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_fb092",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="kepegawaian_pegawai",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pegawai",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_pegawaiperistiwa" ("agama_id", "alamat", "bpjs", "email", "email_gov", "id", "jenis_kawin_id", "jenis_kelamin", "jenis_pegawai_id", "kartu_asn", "kpkn", "lokasi_kerja", "nik", "nip", "nip_lama", "nomor_hp", "npwp", "pgh_created_at", "pgh_label", "pgh_obj_id", "pns_id", "tambahan", "tanggal_lahir", "tempat_lahir") SELECT new_values."agama_id", new_values."alamat", new_values."bpjs", new_values."email", new_values."email_gov", new_values."id", new_values."jenis_kawin_id", new_values."jenis_kelamin", new_values."jenis_pegawai_id", new_values."kartu_asn", new_values."kpkn", new_values."lokasi_kerja", new_values."nik", new_values."nip", new_values."nip_lama", new_values."nomor_hp", new_values."npwp", NOW(), \'update\', new_values."id", new_values."pns_id", new_values."tambahan", new_values."tanggal_lahir", new_values."tempat_lahir" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="f467606d85f114c4e6f7d2e5180cf75fa3aa6dd6",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_4806f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="kepegawaian_pegawai",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pegawai",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_pegawaiperistiwa" ("agama_id", "alamat", "bpjs", "email", "email_gov", "id", "jenis_kawin_id", "jenis_kelamin", "jenis_pegawai_id", "kartu_asn", "kpkn", "lokasi_kerja", "nik", "nip", "nip_lama", "nomor_hp", "npwp", "pgh_created_at", "pgh_label", "pgh_obj_id", "pns_id", "tambahan", "tanggal_lahir", "tempat_lahir") SELECT old_values."agama_id", old_values."alamat", old_values."bpjs", old_values."email", old_values."email_gov", old_values."id", old_values."jenis_kawin_id", old_values."jenis_kelamin", old_values."jenis_pegawai_id", old_values."kartu_asn", old_values."kpkn", old_values."lokasi_kerja", old_values."nik", old_values."nip", old_values."nip_lama", old_values."nomor_hp", old_values."npwp", NOW(), \'delete\', old_values."id", old_values."pns_id", old_values."tambahan", old_values."tanggal_lahir", old_values."tempat_lahir" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="13b0da9517e8d3d551d89ba6ce24af07e761dfc4",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_51093",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="kepegawaian_pegawai",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pengguna",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_penggunaperistiwa" ("dibuat_pada", "email", "id", "is_active", "kode_gagal", "kode_hash", "kode_sampai", "last_login", "nama", "nama_pengguna", "password", "pegawai_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."dibuat_pada", new_values."email", new_values."id", new_values."is_active", new_values."kode_gagal", new_values."kode_hash", new_values."kode_sampai", new_values."last_login", new_values."nama", new_values."nama_pengguna", new_values."password", new_values."pegawai_id", NOW(), \'insert\', new_values."id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="9b54462a8534e3a14cf950509d0bfaf37fc02881",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_d217f",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="kepegawaian_pengguna",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pengguna",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_penggunaperistiwa" ("dibuat_pada", "email", "id", "is_active", "kode_gagal", "kode_hash", "kode_sampai", "last_login", "nama", "nama_pengguna", "password", "pegawai_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT new_values."dibuat_pada", new_values."email", new_values."id", new_values."is_active", new_values."kode_gagal", new_values."kode_hash", new_values."kode_sampai", new_values."last_login", new_values."nama", new_values."nama_pengguna", new_values."password", new_values."pegawai_id", NOW(), \'update\', new_values."id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="e4f0ae08dd14c93b42628b8f27e3cee551e21c43",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_756bc",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="kepegawaian_pengguna",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pengguna",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_penggunaperistiwa" ("dibuat_pada", "email", "id", "is_active", "kode_gagal", "kode_hash", "kode_sampai", "last_login", "nama", "nama_pengguna", "password", "pegawai_id", "pgh_created_at", "pgh_label", "pgh_obj_id") SELECT old_values."dibuat_pada", old_values."email", old_values."id", old_values."is_active", old_values."kode_gagal", old_values."kode_hash", old_values."kode_sampai", old_values."last_login", old_values."nama", old_values."nama_pengguna", old_values."password", old_values."pegawai_id", NOW(), \'delete\', old_values."id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="b359f9cfe2f9765281a869644c239da6c531293e",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_ea01a",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="kepegawaian_pengguna",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="penugasan",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_penugasanperistiwa" ("dasar", "id", "pengguna_id", "peran", "pgh_created_at", "pgh_label", "pgh_obj_id", "sampai", "sejak", "unit_id") SELECT new_values."dasar", new_values."id", new_values."pengguna_id", new_values."peran", NOW(), \'insert\', new_values."id", new_values."sampai", new_values."sejak", new_values."unit_id" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="928583779b5561b7a7265fb6588e92c08b373081",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_31982",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="kepegawaian_penugasan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="penugasan",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_penugasanperistiwa" ("dasar", "id", "pengguna_id", "peran", "pgh_created_at", "pgh_label", "pgh_obj_id", "sampai", "sejak", "unit_id") SELECT new_values."dasar", new_values."id", new_values."pengguna_id", new_values."peran", NOW(), \'update\', new_values."id", new_values."sampai", new_values."sejak", new_values."unit_id" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="fc7188b18e274fd62f00086bc421a01ce5b8ea15",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2e115",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="kepegawaian_penugasan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="penugasan",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_penugasanperistiwa" ("dasar", "id", "pengguna_id", "peran", "pgh_created_at", "pgh_label", "pgh_obj_id", "sampai", "sejak", "unit_id") SELECT old_values."dasar", old_values."id", old_values."pengguna_id", old_values."peran", NOW(), \'delete\', old_values."id", old_values."sampai", old_values."sejak", old_values."unit_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="88cc1d2942d9f56fa650c23e55724e2681049b77",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_6bea9",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="kepegawaian_penugasan",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pejabatluar",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_pejabatluarperistiwa" ("dasar", "id", "jabatan", "kantor", "nama", "pgh_created_at", "pgh_label", "pgh_obj_id", "sampai", "sejak") SELECT new_values."dasar", new_values."id", new_values."jabatan", new_values."kantor", new_values."nama", NOW(), \'insert\', new_values."id", new_values."sampai", new_values."sejak" FROM ( SELECT new_values.* FROM new_values  ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="6096c3975950b87910f6bb5b29e44cd61da44bb7",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5c1e8",
                    referencing="REFERENCING NEW TABLE AS new_values ",
                    table="kepegawaian_pejabatluar",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pejabatluar",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_pejabatluarperistiwa" ("dasar", "id", "jabatan", "kantor", "nama", "pgh_created_at", "pgh_label", "pgh_obj_id", "sampai", "sejak") SELECT new_values."dasar", new_values."id", new_values."jabatan", new_values."kantor", new_values."nama", NOW(), \'update\', new_values."id", new_values."sampai", new_values."sejak" FROM ( SELECT new_values.* FROM old_values JOIN new_values ON (old_values."id") = (new_values."id") WHERE (old_values.* IS DISTINCT FROM new_values.*) ) AS new_values, _pgh_attached_context; RETURN NULL;',
                    hash="5402cf68927038e01a4fe88921bd9e8cd8b952bc",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_afa4f",
                    referencing="REFERENCING OLD TABLE AS old_values  NEW TABLE AS new_values ",
                    table="kepegawaian_pejabatluar",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="pejabatluar",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "kepegawaian_pejabatluarperistiwa" ("dasar", "id", "jabatan", "kantor", "nama", "pgh_created_at", "pgh_label", "pgh_obj_id", "sampai", "sejak") SELECT old_values."dasar", old_values."id", old_values."jabatan", old_values."kantor", old_values."nama", NOW(), \'delete\', old_values."id", old_values."sampai", old_values."sejak" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                    hash="8f8fef80e723bbba06ce14d95e56842d447c940a",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_0fd60",
                    referencing="REFERENCING OLD TABLE AS old_values ",
                    table="kepegawaian_pejabatluar",
                    when="AFTER",
                ),
            ),
        ),
    ]
