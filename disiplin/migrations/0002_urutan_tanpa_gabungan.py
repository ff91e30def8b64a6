from django.db import migrations

from kepegawaian.operasi import UrutanBaku


class Migration(migrations.Migration):
    dependencies = [
        ("disiplin", "0001_kasus_disiplin"),
    ]

    operations = [
        UrutanBaku(
            {
                "tanyajawab": ["bap_id", "urut"],
            }
        ),
    ]
