"""Naskah, documents, imports, audit, notices."""

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.utils.timezone
import kepegawaian.models.dasar
import kepegawaian.models.dokumen
import kepegawaian.models.naskah
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kepegawaian", "0003_unit_jabatan_pegawai"),
    ]

    operations = [
        migrations.CreateModel(
            name="Naskah",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("jenis", models.CharField(help_text="sk, surat, berita_acara …", max_length=30)),
                ("perihal", models.CharField(max_length=200)),
                (
                    "asal",
                    models.CharField(
                        choices=[("register", "Register portal"), ("luar", "Naskah dari luar")], max_length=8
                    ),
                ),
                ("nomor", models.CharField(max_length=100)),
                ("tanggal", models.DateField()),
                (
                    "penetap",
                    models.CharField(help_text="pejabat yang menetapkan, sebagaimana tercetak", max_length=160),
                ),
                ("penandatangan", models.CharField(blank=True, max_length=160)),
                ("templat", models.CharField(blank=True, max_length=80)),
                ("data", models.JSONField(default=dict)),
                (
                    "tahap",
                    models.CharField(
                        choices=[
                            ("menunggu_cetak", "Menunggu cetak"),
                            ("tercetak", "Tercetak, menunggu tanda tangan"),
                            ("gagal_cetak", "Gagal dicetak"),
                            ("ditandatangani", "Sudah ditandatangani"),
                            ("batal", "Batal sebelum ditandatangani"),
                        ],
                        default="menunggu_cetak",
                        max_length=16,
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Belum berlaku"),
                            ("berlaku", "Berlaku"),
                            ("diubah", "Diubah"),
                            ("dicabut", "Dicabut"),
                        ],
                        default="",
                        max_length=8,
                    ),
                ),
                (
                    "token",
                    models.CharField(
                        default=kepegawaian.models.naskah.token_baru, editable=False, max_length=32, unique=True
                    ),
                ),
                ("berkas_cetak", models.FileField(blank=True, upload_to="naskah/%Y/%m/")),
                ("hash_cetak", models.CharField(blank=True, max_length=64)),
                ("berkas_sah", models.FileField(blank=True, upload_to="naskah-sah/%Y/%m/")),
                ("hash_sah", models.CharField(blank=True, max_length=64)),
                ("dibuat_pada", models.DateTimeField()),
                ("dicetak_pada", models.DateTimeField(blank=True, null=True)),
                ("ditandatangani_pada", models.DateTimeField(blank=True, null=True)),
                ("galat_cetak", models.CharField(blank=True, max_length=300)),
                (
                    "digantikan_oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="menggantikan",
                        to="kepegawaian.naskah",
                    ),
                ),
            ],
            options={
                "ordering": ["-tanggal", "-id"],
                "indexes": [
                    models.Index(fields=["tahap", "dibuat_pada"], name="naskah_tahap"),
                    models.Index(django.db.models.functions.text.Upper("nomor"), name="naskah_nomor_besar"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("asal", "register")), fields=("nomor",), name="nomor_register_unik"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("tahap", "ditandatangani"), _negated=True),
                            models.Q(
                                models.Q(("berkas_sah", ""), _negated=True), ("ditandatangani_pada__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="naskah_sah_punya_berkas",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NaskahPegawai",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "naskah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="isi", to="kepegawaian.naskah"
                    ),
                ),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="naskah", to="kepegawaian.pegawai"
                    ),
                ),
                ("tmt", models.DateField(blank=True, null=True)),
                ("data", models.JSONField(default=dict)),
                ("diterapkan_pada", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("naskah", "pegawai"), name="satu_isi_tiap_pegawai")],
            },
        ),
        migrations.CreateModel(
            name="Dosir",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="dosir", to="kepegawaian.pegawai"
                    ),
                ),
                ("jenis", models.CharField(help_text="kode dokumen, mis. sk_pangkat", max_length=40)),
                ("nama_asli", models.CharField(max_length=160)),
                ("file", models.FileField(max_length=160, upload_to=kepegawaian.models.dokumen.letak_dosir)),
                ("akhiran", models.CharField(max_length=5)),
                ("mime", models.CharField(max_length=40)),
                ("ukuran", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("riwayat_jenis", models.CharField(blank=True, max_length=20)),
                ("riwayat_id", models.BigIntegerField(blank=True, null=True)),
                ("diunggah_pada", models.DateTimeField(default=django.utils.timezone.now)),
                ("oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
            ],
            options={
                "ordering": ["-diunggah_pada"],
                "indexes": [
                    models.Index(fields=["riwayat_jenis", "riwayat_id"], name="dosir_riwayat"),
                    models.Index(fields=["pegawai", "jenis"], name="dosir_pegawai_jenis"),
                ],
            },
        ),
        migrations.CreateModel(
            name="BatchImpor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nama_berkas", models.CharField(max_length=200)),
                ("file", models.FileField(max_length=200, upload_to="impor/%Y/%m/")),
                ("sha256", models.CharField(db_index=True, max_length=64)),
                ("per_tanggal", models.DateField()),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("diunggah", "Diunggah"),
                            ("membaca", "Sedang dibaca"),
                            ("pratinjau", "Siap ditinjau"),
                            ("menerapkan", "Sedang diterapkan"),
                            ("diterapkan", "Diterapkan"),
                            ("dibatalkan", "Dibatalkan"),
                            ("gagal", "Gagal"),
                        ],
                        default="diunggah",
                        max_length=12,
                    ),
                ),
                ("pesan", models.CharField(blank=True, max_length=400)),
                ("kemajuan", models.PositiveIntegerField(default=0)),
                ("jumlah", models.PositiveIntegerField(default=0)),
                ("ringkasan", models.JSONField(default=dict)),
                (
                    "oleh",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("diunggah_pada", models.DateTimeField(auto_now_add=True)),
                ("diterapkan_pada", models.DateTimeField(blank=True, null=True)),
                ("dibatalkan_pada", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="BarisImpor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="baris", to="kepegawaian.batchimpor"
                    ),
                ),
                ("lembar", models.CharField(max_length=40)),
                ("nomor", models.PositiveIntegerField(help_text="nomor baris pada lembar, dari 1")),
                ("nip", models.CharField(blank=True, max_length=40)),
                ("nama", models.CharField(blank=True, max_length=160)),
                (
                    "hasil",
                    models.CharField(
                        choices=[("baru", "Baru"), ("berubah", "Berubah"), ("sama", "Sama"), ("galat", "Galat")],
                        max_length=8,
                    ),
                ),
                ("perubahan", models.JSONField(default=list, help_text="[{kolom, lama, baru}]")),
                ("galat", models.JSONField(default=list, help_text="[{kolom, sebab, perbaikan}]")),
                (
                    "catatan",
                    models.JSONField(default=list, help_text="hal yang perlu diketahui tetapi tidak menolak baris"),
                ),
                ("nilai", models.JSONField(default=dict, help_text="nilai baris yang sudah bersih, untuk diterapkan")),
            ],
            options={
                "ordering": ["batch", "id"],
                "indexes": [models.Index(fields=["batch", "hasil", "id"], name="baris_batch_hasil")],
            },
        ),
        migrations.CreateModel(
            name="KamusReferensi",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("jenis", models.CharField(help_text="unit, jabatan, pendidikan, agama …", max_length=30)),
                ("teks", models.CharField(max_length=300)),
                ("siasn_id", models.CharField(blank=True, max_length=36)),
                ("jawaban", models.CharField(blank=True, help_text="kunci utama pada tabel referensi", max_length=60)),
                ("abaikan", models.BooleanField(default=False)),
                ("jumlah", models.PositiveIntegerField(default=0)),
                (
                    "dijawab_oleh",
                    models.ForeignKey(
                        blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("dijawab_pada", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["jenis", "teks"],
                "constraints": [models.UniqueConstraint(fields=("jenis", "teks", "siasn_id"), name="kamus_unik")],
            },
        ),
        migrations.CreateModel(
            name="SelisihSiasn",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="selisih", to="kepegawaian.pegawai"
                    ),
                ),
                ("kolom", models.CharField(max_length=30)),
                ("nilai_siasn", models.CharField(max_length=300)),
                ("nilai_portal", models.CharField(max_length=300)),
                ("batch", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="kepegawaian.batchimpor")),
                ("per_tanggal", models.DateField()),
            ],
            options={
                "ordering": ["pegawai", "kolom"],
                "constraints": [models.UniqueConstraint(fields=("pegawai", "kolom"), name="selisih_unik")],
            },
        ),
        migrations.CreateModel(
            name="Jejak",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("pada", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
                ("sebagai", models.CharField(blank=True, help_text="jabatan pelaku pada saat itu", max_length=200)),
                ("dari", models.CharField(db_default=kepegawaian.models.dasar.Alamat(), max_length=80)),
                ("aksi", models.CharField(max_length=40)),
                ("objek", models.CharField(max_length=30)),
                ("objek_id", models.BigIntegerField(null=True)),
                (
                    "pegawai",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.pegawai",
                    ),
                ),
                ("data", models.JSONField(default=dict)),
            ],
            options={
                "ordering": ["-id"],
                "indexes": [
                    models.Index(fields=["objek", "objek_id"], name="jejak_objek"),
                    models.Index(fields=["pegawai", "-id"], name="jejak_pegawai"),
                    models.Index(fields=["oleh_id", "-id"], name="jejak_oleh"),
                    django.contrib.postgres.indexes.BrinIndex(fields=["pada"], name="jejak_pada"),
                ],
            },
        ),
        migrations.CreateModel(
            name="AksesSensitif",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("pada", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("oleh_id", models.BigIntegerField(db_default=kepegawaian.models.dasar.Pelaku(), null=True)),
                ("dari", models.CharField(db_default=kepegawaian.models.dasar.Alamat(), max_length=80)),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kepegawaian.pegawai"
                    ),
                ),
                ("data", models.CharField(max_length=40)),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Pemberitahuan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "pengguna",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pemberitahuan",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("pada", models.DateTimeField()),
                ("judul", models.CharField(max_length=160)),
                ("isi", models.CharField(blank=True, max_length=400)),
                ("url", models.CharField(blank=True, max_length=200)),
                ("kunci", models.CharField(max_length=80)),
                ("dibaca_pada", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-pada", "-id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("dibaca_pada__isnull", True)),
                        fields=["pengguna"],
                        name="pemberitahuan_belum_dibaca",
                    )
                ],
                "constraints": [models.UniqueConstraint(fields=("pengguna", "kunci"), name="pemberitahuan_sekali")],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="naskah",
            trigger=pgtrigger.compiler.Trigger(
                name="isi_beku",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.nomor IS DISTINCT FROM NEW.nomor OR OLD.tanggal IS DISTINCT FROM NEW.tanggal OR OLD.data IS DISTINCT FROM NEW.data OR OLD.jenis IS DISTINCT FROM NEW.jenis OR OLD.asal IS DISTINCT FROM NEW.asal OR OLD.token IS DISTINCT FROM NEW.token OR (OLD.tahap = 'ditandatangani' AND NEW.tahap <> 'ditandatangani'))",
                    func="RAISE EXCEPTION 'Isi naskah % sudah beku.', OLD.nomor USING ERRCODE = 'restrict_violation';",
                    hash="0cc8d731cc4d539fa7c16620031401b14ba320e0",
                    operation="UPDATE",
                    pgid="pgtrigger_isi_beku_83e62",
                    table="kepegawaian_naskah",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="naskah",
            trigger=pgtrigger.compiler.Trigger(
                name="jangan_hapus",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;",
                    hash="873dd9a118d34ca5e1b7667ae2ba3571fff86bf2",
                    operation="DELETE",
                    pgid="pgtrigger_jangan_hapus_57814",
                    table="kepegawaian_naskah",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="jejak",
            trigger=pgtrigger.compiler.Trigger(
                name="tambah_saja",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Tabel % hanya boleh ditambah.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="0945a6a33de8a7691f741318ed39dba15ee9cb67",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_tambah_saja_47db4",
                    table="kepegawaian_jejak",
                    when="BEFORE",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="aksessensitif",
            trigger=pgtrigger.compiler.Trigger(
                name="tambah_saja",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Tabel % hanya boleh ditambah.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="60c5817b61ecfa5998b7ef2e8477400288bb1024",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_tambah_saja_88bad",
                    table="kepegawaian_aksessensitif",
                    when="BEFORE",
                ),
            ),
        ),
    ]
