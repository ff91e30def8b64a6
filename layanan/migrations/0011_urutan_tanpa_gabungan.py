from django.db import migrations

from kepegawaian.operasi import UrutanBaku


class Migration(migrations.Migration):
    dependencies = [
        ("layanan", "0010_tte_surat_lepas"),
    ]

    operations = [
        UrutanBaku(
            {
                "langkahusulan": ["usulan_id", "id"],
                "permintaantte": ["batch_id", "id"],
            }
        ),
    ]
