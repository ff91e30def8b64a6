from django.db import migrations

from kepegawaian.operasi import UrutanBaku


class Migration(migrations.Migration):
    dependencies = [
        ("indeks", "0008_nilai_resmi"),
    ]

    operations = [
        UrutanBaku(
            {
                "hasilindeks": ["putaran_id", "pegawai"],
                "hasilunita": ["putaran_id", "unit"],
                "nilairesmi": ["pegawai_id", "-tahun"],
                "rataunit": ["putaran_id", "unit", "kelompok", "nilai"],
                "rekaptempo": ["putaran_id", "unit", "jenis", "bulan"],
                "rentangputaran": ["putaran_id", "dari"],
            }
        ),
    ]
