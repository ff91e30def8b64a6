from django.db import migrations

from kepegawaian.operasi import UrutanBaku


class Migration(migrations.Migration):
    dependencies = [
        ("eperformance", "0004_penilai_pengganti"),
    ]

    operations = [
        UrutanBaku(
            {
                "bukti": ["hasil_id", "nomor", "id"],
                "capaianorganisasi": ["periode_id", "opd", "nomor"],
                "catatanskp": ["skp_id", "id"],
                "distribusiopd": ["periode_id", "opd", "nomor"],
                "evaluasi": ["skp_id", "jenis", "nomor", "-id"],
                "hasilkerja": ["skp_id", "-jenis", "urutan", "id"],
                "indikator": ["hasil_id", "urutan", "id"],
                "lampiranskp": ["skp_id", "jenis", "urutan", "id"],
                "pembukaanskp": ["periode_id", "-id"],
                "peranhasil": ["induk_id", "pegawai"],
                "perilakuskp": ["skp_id", "id"],
                "realisasi": ["hasil_id", "nomor", "id"],
                "realisasipohon": ["indikator_id", "triwulan", "-id"],
                "simpul": ["pohon_id", "urutan", "id"],
                "targetpohon": ["indikator_id", "triwulan"],
                "umpanbalik": ["skp_id", "nomor", "id"],
            }
        ),
    ]
