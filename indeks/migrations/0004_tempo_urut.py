"""The index of due dates sorts as the list does: by date, then by person."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indeks", "0003_urut_nilai")]

    operations = [
        migrations.RemoveIndex(model_name="jatuhtempo", name="tempo_tanggal"),
        migrations.AddIndex(
            model_name="jatuhtempo",
            index=models.Index(fields=["putaran", "jenis", "tanggal", "pegawai"], name="tempo_urut"),
        ),
    ]
