from django.db import migrations

from kepegawaian.operasi import UrutanBaku


class Migration(migrations.Migration):
    dependencies = [
        ("kepegawaian", "0032_batch_ip"),
    ]

    operations = [
        UrutanBaku(
            {
                "barisdaftar": ["daftar_id", "bagian", "nomor", "id"],
                "barisimpor": ["batch_id", "id"],
                "keberatandaftar": ["daftar_id", "tanggal", "id"],
                "kinerjaperiodik": ["pegawai_id", "-mulai"],
                "koreksipresensi": ["pegawai_id", "tanggal", "-id"],
                "pilihankabar": ["pengguna_id", "peristiwa", "saluran"],
                "presensi": ["pegawai_id", "tanggal"],
                "riwayatangkakredit": ["pegawai_id", "-tmt", "-id"],
                "riwayatcuti": ["pegawai_id", "-tmt", "-id"],
                "riwayatdiklat": ["pegawai_id", "-tmt", "-id"],
                "riwayatgaji": ["pegawai_id", "-tmt", "-id"],
                "riwayathukuman": ["pegawai_id", "-tmt", "-id"],
                "riwayatidentitas": ["pegawai_id", "-tmt", "-id"],
                "riwayatikatan": ["pegawai_id", "-tmt", "-id"],
                "riwayatjabatan": ["pegawai_id", "-tmt", "-id"],
                "riwayatkartu": ["pegawai_id", "-tmt", "-id"],
                "riwayatkedudukan": ["pegawai_id", "-tmt", "-id"],
                "riwayatkeluarga": ["pegawai_id", "-tmt", "-id"],
                "riwayatkinerja": ["pegawai_id", "-tmt", "-id"],
                "riwayatklaim": ["pegawai_id", "-tmt", "-id"],
                "riwayatkontrak": ["pegawai_id", "-tmt", "-id"],
                "riwayatmasakerja": ["pegawai_id", "-tmt", "-id"],
                "riwayatpangkat": ["pegawai_id", "-tmt", "-id"],
                "riwayatpemberhentian": ["pegawai_id", "-tmt", "-id"],
                "riwayatpemeriksaan": ["pegawai_id", "-tmt", "-id"],
                "riwayatpendidikan": ["pegawai_id", "-tmt", "-id"],
                "riwayatpenghargaan": ["pegawai_id", "-tmt", "-id"],
                "riwayatstatus": ["pegawai_id", "-tmt", "-id"],
                "riwayattinggal": ["pegawai_id", "-tmt", "-id"],
                "riwayattundakgb": ["pegawai_id", "-tmt", "-id"],
                "riwayatujian": ["pegawai_id", "-tmt", "-id"],
                "riwayatujikompetensi": ["pegawai_id", "-tmt", "-id"],
                "riwayatunit": ["pegawai_id", "-tmt", "-id"],
            }
        ),
    ]
