from django.db import migrations

from kepegawaian.operasi import UrutanBaku


class Migration(migrations.Migration):
    dependencies = [
        ("tata_kelola", "0001_catatan_tata_kelola"),
    ]

    operations = [
        UrutanBaku(
            {
                "mitigasirisiko": ["risiko_id", "tenggat", "id"],
                "nilairisiko": ["risiko_id", "-id"],
                "paguanggaran": ["simpul_id", "-id"],
                "realisasianggaran": ["simpul_id", "triwulan", "-id"],
                "tindaklanjut": ["mitigasi_id", "-id"],
            }
        ),
    ]
