from django.db import migrations

from kepegawaian.operasi import UrutanBaku


class Migration(migrations.Migration):
    dependencies = [
        ("pengadaan", "0006_langkah_sekretaris"),
    ]

    operations = [
        UrutanBaku(
            {
                "berkascalon": ["pelamar_id", "kode", "-id"],
                "nilaiseleksi": ["pelamar_id", "tes", "id"],
            }
        ),
    ]
