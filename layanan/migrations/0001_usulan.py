"""The engine: usulan, steps, files, register of numbers."""

import django.db.models.deletion
import layanan.models
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kepegawaian", "0004_naskah_impor_jejak"),
    ]

    operations = [
        migrations.CreateModel(
            name="SuratPengantar",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nomor", models.CharField(max_length=100)),
                ("tanggal", models.DateField()),
                (
                    "opd",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kepegawaian.unitkerja"
                    ),
                ),
                (
                    "dibuat_oleh",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                ("dibuat_pada", models.DateTimeField(auto_now_add=True)),
            ],
            options={
                "ordering": ["-tanggal", "-id"],
                "constraints": [models.UniqueConstraint(fields=("opd", "nomor"), name="surat_pengantar_unik")],
            },
        ),
        migrations.CreateModel(
            name="Usulan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("nomor", models.CharField(max_length=20, unique=True)),
                ("layanan", models.CharField(choices=layanan.models.pilihan_layanan, max_length=40)),
                ("versi", models.PositiveSmallIntegerField(default=1)),
                (
                    "pegawai",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="usulan", to="kepegawaian.pegawai"
                    ),
                ),
                (
                    "opd",
                    models.ForeignKey(
                        help_text="OPD saat diajukan",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.unitkerja",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draf", "Draf"),
                            ("diproses", "Diproses"),
                            ("dikembalikan", "Dikembalikan"),
                            ("selesai", "Selesai"),
                            ("ditolak", "Ditolak"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="draf",
                        max_length=12,
                    ),
                ),
                ("isian", models.JSONField(default=dict)),
                ("tmt", models.DateField(blank=True, help_text="TMT yang diminta, untuk saringan", null=True)),
                ("rute", models.JSONField(default=list, help_text="graf langkah yang dibekukan saat pengajuan")),
                ("hasil_syarat", models.JSONField(default=list, help_text="jawaban syarat saat pengajuan terakhir")),
                (
                    "ringkas",
                    models.CharField(blank=True, help_text="perubahan yang diminta, satu kalimat", max_length=200),
                ),
                (
                    "versi_baris",
                    models.PositiveIntegerField(default=0, help_text="naik tiap perbuatan; formulir basi ditolak"),
                ),
                (
                    "pengantar",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="usulan",
                        to="layanan.suratpengantar",
                    ),
                ),
                (
                    "dibuat_oleh",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("dibuat_pada", models.DateTimeField()),
                ("diajukan_pada", models.DateTimeField(blank=True, null=True)),
                ("selesai_pada", models.DateTimeField(blank=True, null=True)),
                (
                    "catatan_akhir",
                    models.CharField(blank=True, help_text="alasan tolak, batal, atau pengembalian", max_length=400),
                ),
                ("pasal_tolak", models.CharField(blank=True, max_length=160)),
            ],
            options={
                "ordering": ["-dibuat_pada", "-id"],
                "indexes": [
                    models.Index(fields=["status", "layanan", "-dibuat_pada"], name="usulan_status_layanan"),
                    models.Index(fields=["pegawai", "-dibuat_pada"], name="usulan_pegawai"),
                    models.Index(fields=["opd", "status", "-dibuat_pada"], name="usulan_opd"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status__in", ("draf", "diproses", "dikembalikan"))),
                        fields=("pegawai", "layanan"),
                        name="satu_usulan_aktif",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("selesai_pada__isnull", False), ("status__in", ("selesai", "ditolak", "dibatalkan"))
                            ),
                            models.Q(("status__in", ("selesai", "ditolak", "dibatalkan")), _negated=True),
                            _connector="OR",
                        ),
                        name="usulan_akhir_bertanggal",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "ditolak"), _negated=True),
                            models.Q(("catatan_akhir", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="tolak_beralasan",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LangkahUsulan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "usulan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="langkah", to="layanan.usulan"
                    ),
                ),
                ("putaran", models.PositiveSmallIntegerField(default=1)),
                ("urutan", models.PositiveSmallIntegerField()),
                ("kode", models.CharField(max_length=40)),
                ("nama", models.CharField(max_length=120)),
                (
                    "jabatan",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.jabatan",
                    ),
                ),
                ("peran", models.CharField(blank=True, max_length=20)),
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
                (
                    "penerima",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kepegawaian.pegawai",
                    ),
                ),
                ("kantor_luar", models.CharField(blank=True, max_length=20)),
                (
                    "keadaan",
                    models.CharField(
                        choices=[
                            ("menunggu", "Menunggu"),
                            ("selesai", "Selesai"),
                            ("dikembalikan", "Dikembalikan"),
                            ("ditolak", "Ditolak"),
                            ("dibatalkan", "Dibatalkan"),
                        ],
                        default="menunggu",
                        max_length=12,
                    ),
                ),
                ("hasil", models.CharField(blank=True, max_length=40)),
                ("masuk_pada", models.DateTimeField()),
                ("batas", models.DateField(blank=True, help_text="batas SLA, hari kerja", null=True)),
                ("selesai_pada", models.DateTimeField(blank=True, null=True)),
                (
                    "oleh",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("sebagai", models.CharField(blank=True, help_text="jabatan pelaku pada saat itu", max_length=200)),
                ("catatan", models.CharField(blank=True, max_length=400)),
                ("isian", models.JSONField(default=dict, help_text="jawaban formulir langkah")),
            ],
            options={
                "ordering": ["usulan", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("keadaan", "menunggu")),
                        fields=["jabatan", "batas"],
                        name="langkah_jabatan",
                    ),
                    models.Index(
                        condition=models.Q(("keadaan", "menunggu")),
                        fields=["peran", "unit", "batas"],
                        name="langkah_peran",
                    ),
                    models.Index(
                        condition=models.Q(("keadaan", "menunggu")), fields=["kantor_luar"], name="langkah_luar"
                    ),
                    models.Index(
                        condition=models.Q(("keadaan", "menunggu")), fields=["penerima"], name="langkah_penerima"
                    ),
                    models.Index(fields=["usulan", "id"], name="langkah_usulan"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("keadaan", "menunggu")), fields=("usulan",), name="satu_langkah_menunggu"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("jabatan__isnull", False),
                                ("kantor_luar", ""),
                                ("penerima__isnull", True),
                                ("peran", ""),
                            ),
                            models.Q(
                                models.Q(("peran", ""), _negated=True),
                                ("jabatan__isnull", True),
                                ("kantor_luar", ""),
                                ("penerima__isnull", True),
                            ),
                            models.Q(
                                ("jabatan__isnull", True),
                                ("kantor_luar", ""),
                                ("penerima__isnull", False),
                                ("peran", ""),
                            ),
                            models.Q(
                                models.Q(("kantor_luar", ""), _negated=True),
                                ("jabatan__isnull", True),
                                ("penerima__isnull", True),
                                ("peran", ""),
                            ),
                            _connector="OR",
                        ),
                        name="langkah_satu_alamat",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("keadaan", "menunggu"), ("selesai_pada__isnull", True)),
                            models.Q(
                                models.Q(("keadaan", "menunggu"), _negated=True), ("selesai_pada__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="langkah_selesai_bertanggal",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Berkas",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "usulan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="berkas", to="layanan.usulan"
                    ),
                ),
                ("kode", models.CharField(max_length=40)),
                (
                    "dosir",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kepegawaian.dosir"
                    ),
                ),
                ("dipasang_pada", models.DateTimeField()),
                ("diganti_pada", models.DateTimeField(blank=True, null=True)),
                (
                    "periksa",
                    models.CharField(
                        blank=True,
                        choices=[("", "Belum diperiksa"), ("sesuai", "Sesuai"), ("tidak_sesuai", "Tidak sesuai")],
                        default="",
                        max_length=12,
                    ),
                ),
                ("catatan", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["kode", "-id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("diganti_pada__isnull", True)),
                        fields=("usulan", "kode"),
                        name="satu_berkas_tiap_kode",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NaskahUsulan",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "usulan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="naskah", to="layanan.usulan"
                    ),
                ),
                (
                    "naskah",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="usulan", to="kepegawaian.naskah"
                    ),
                ),
                ("langkah", models.CharField(max_length=40)),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("usulan", "naskah"), name="naskah_usulan_unik")],
            },
        ),
        migrations.CreateModel(
            name="RegisterNomor",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("klasifikasi", models.CharField(max_length=30)),
                ("tahun", models.PositiveSmallIntegerField()),
                ("terakhir", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ["-tahun", "klasifikasi"],
                "constraints": [models.UniqueConstraint(fields=("klasifikasi", "tahun"), name="register_unik")],
            },
        ),
        migrations.CreateModel(
            name="NomorTerpakai",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "register",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="nomor", to="layanan.registernomor"
                    ),
                ),
                ("urut", models.PositiveIntegerField()),
                ("nomor", models.CharField(max_length=100, unique=True)),
                (
                    "naskah",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nomor_register",
                        to="kepegawaian.naskah",
                    ),
                ),
                ("diambil_pada", models.DateTimeField()),
            ],
            options={
                "ordering": ["register", "urut"],
                "constraints": [models.UniqueConstraint(fields=("register", "urut"), name="nomor_urut_unik")],
            },
        ),
        migrations.CreateModel(
            name="PengaturanLangkah",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("layanan", models.CharField(choices=layanan.models.pilihan_layanan, max_length=40)),
                ("langkah", models.CharField(max_length=40)),
                (
                    "kepada",
                    models.CharField(blank=True, help_text="alamat pengganti, mis. jabatan:SEKRE", max_length=60),
                ),
                ("sla_hari_kerja", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("dipakai", models.BooleanField(default=True)),
                ("berlaku_sejak", models.DateField()),
                ("dasar", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["layanan", "langkah", "-berlaku_sejak"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("layanan", "langkah", "berlaku_sejak"), name="pengaturan_langkah_unik"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="usulan",
            name="langkah_kini",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="layanan.langkahusulan",
            ),
        ),
        migrations.AddIndex(
            model_name="usulan",
            index=models.Index(fields=["langkah_kini"], name="usulan_langkah_kini"),
        ),
        migrations.AddConstraint(
            model_name="usulan",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("langkah_kini__isnull", False), ("status", "diproses")),
                    models.Q(("status", "diproses"), _negated=True),
                    _connector="OR",
                ),
                name="usulan_diproses_punya_langkah",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="nomorterpakai",
            trigger=pgtrigger.compiler.Trigger(
                name="tambah_saja",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'Tabel % hanya boleh ditambah.', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';",
                    hash="e2efeb76465026a23e8c82d78b4c5b5810a5b5e7",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_tambah_saja_f305a",
                    table="layanan_nomorterpakai",
                    when="BEFORE",
                ),
            ),
        ),
    ]
