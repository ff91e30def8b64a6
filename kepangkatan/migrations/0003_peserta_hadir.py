"""Peserta ujian yang tidak hadir dibedakan dari yang nilainya kurang."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kepangkatan", "0002_ujian")]

    operations = [migrations.AddField("pesertaujian", "hadir", models.BooleanField(default=True))]
