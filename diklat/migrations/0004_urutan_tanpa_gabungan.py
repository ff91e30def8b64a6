from django.db import migrations

from kepegawaian.operasi import UrutanBaku


class Migration(migrations.Migration):
    dependencies = [
        ("diklat", "0003_dampak_tahun"),
    ]

    operations = [
        UrutanBaku(
            {
                "laporansemester": ["tugas_belajar_id", "semester", "-putaran"],
            }
        ),
    ]
