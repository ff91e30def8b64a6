"""Naskah whose approvals the portal recorded; predikat of an SKP of a part of a year. Choices only."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kepegawaian", "0028_kinerja_periodik")]

    operations = [
        migrations.AlterField(
            model_name="naskah",
            name="cara_tanda_tangan",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "–"),
                    ("basah", "Basah"),
                    ("lokal", "Sertifikat elektronik kantor"),
                    ("bsre", "BSrE"),
                    ("portal", "Disetujui di portal"),
                ],
                default="",
                max_length=8,
            ),
        ),
        migrations.AlterField(
            model_name="kinerjaperiodik",
            name="periodik",
            field=models.CharField(
                choices=[("0", "Masa SKP sebagian tahun"), ("1", "Bulanan"), ("2", "Triwulan")], max_length=1
            ),
        ),
    ]
