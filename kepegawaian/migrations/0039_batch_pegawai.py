"""Whose value of SIASN a batch of kind ws holds, so that it can be found and undone."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kepegawaian", "0038_saringan_tersimpan"),
    ]

    operations = [
        migrations.AddField(
            model_name="batchimpor",
            name="pegawai",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="kepegawaian.pegawai",
            ),
        ),
    ]
