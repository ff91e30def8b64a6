from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kepegawaian", "0029_naskah_disetujui_portal")]

    operations = [
        migrations.AlterField(
            model_name="batchimpor",
            name="jenis",
            field=models.CharField(
                choices=[("siasn", "Data pegawai"), ("presensi", "Presensi"), ("kinerja", "Kinerja periodik")],
                default="siasn",
                max_length=8,
            ),
        ),
    ]
