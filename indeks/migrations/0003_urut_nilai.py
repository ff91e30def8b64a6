"""The index of scores sorts as the list does: highest first, unmeasured people last."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indeks", "0002_partisi")]

    operations = [
        migrations.RemoveIndex(model_name="hasilindeks", name="hasil_total"),
        migrations.AddIndex(
            model_name="hasilindeks",
            index=models.Index(
                models.F("putaran"), models.OrderBy(models.F("total"), descending=True, nulls_last=True),
                name="hasil_urut_total",
            ),
        ),
    ]  # fmt: skip
