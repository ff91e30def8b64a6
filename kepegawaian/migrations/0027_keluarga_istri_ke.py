"""RiwayatKeluarga.istri_ke: a further wife taken with a permit (PP 10/1983 Pasal 4)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("kepegawaian", "0026_klaim_piagam"),
    ]

    operations = [
        migrations.AddField(
            model_name="riwayatkeluarga",
            name="istri_ke",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
    ]
