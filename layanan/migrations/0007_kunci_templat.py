from django.db import migrations, models

import layanan.models_templat


class Migration(migrations.Migration):
    """Room for the key of a step's own letter, ``slug/langkah``."""

    dependencies = [("layanan", "0006_tanda_tangan_elektronik")]

    operations = [
        migrations.AlterField(
            model_name="versitemplat",
            name="layanan",
            field=models.CharField(choices=layanan.models_templat.pilihan_layanan, max_length=81),
        ),
    ]
