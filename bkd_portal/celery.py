"""The Celery application and its timetable (one dict); tasks live in each app's ``tasks.py``."""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bkd_portal.settings")

app = Celery("bkd_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# Asia/Jakarta. Every job is also a management command; each may be run again at any time.
app.conf.beat_schedule = {
    "segarkan-profil-kini": {"task": "kepegawaian.tasks.segarkan_semua", "schedule": crontab(hour=0, minute=10)},
    "hitung-kehadiran": {
        "task": "disiplin.tasks.hitung_kehadiran_malam",
        "schedule": crontab(hour=0, minute=40),
    },
    "finalkan-penilaian": {
        "task": "eperformance.penilaian.tasks.finalkan_penilaian",
        "schedule": crontab(hour=0, minute=20),
    },
    "bereskan-purna": {"task": "layanan.tasks.bereskan_purna", "schedule": crontab(hour=0, minute=30)},
    "hitung-indeks": {"task": "indeks.tasks.hitung_indeks", "schedule": crontab(hour=1, minute=0)},
    "sapu-indeks": {"task": "indeks.tasks.sapu_indeks", "schedule": 600.0},
    "hitung-kualitas": {"task": "indeks.tasks.hitung_kualitas", "schedule": crontab(hour=1, minute=20)},
    "hitung-periode-kp": {"task": "kepangkatan.tasks.hitung_periode_malam", "schedule": crontab(hour=1, minute=30)},
    "hitung-slks": {"task": "kesejahteraan.tasks.hitung_slks_malam", "schedule": crontab(hour=1, minute=45)},
    "sapu-slks": {"task": "kesejahteraan.tasks.sapu_slks", "schedule": 600.0},
    "sapu-periode-kp": {"task": "kepangkatan.tasks.sapu_periode", "schedule": 600.0},
    "hitung-talenta": {"task": "karier.tasks.hitung_talenta_malam", "schedule": crontab(hour=2, minute=0)},
    "hitung-kebutuhan-pelatihan": {
        "task": "diklat.tasks.hitung_kebutuhan_malam",
        "schedule": crontab(hour=2, minute=10),
    },
    "ingatkan-tugas-belajar": {"task": "diklat.tasks.ingatkan_tugas_belajar", "schedule": crontab(hour=7, minute=20)},
    "siapkan-pensiun": {"task": "pensiun.tasks.siapkan_nominatif", "schedule": crontab(hour=2, minute=30)},
    "isi-realisasi-pohon": {
        "task": "eperformance.pohon.tasks.isi_realisasi_pohon",
        "schedule": crontab(hour=2, minute=15),
    },
    "sapu-draf-skp": {"task": "eperformance.pohon.tasks.sapu_draf", "schedule": 600.0},
    "ingatkan-kontrak": {"task": "pengadaan.tasks.ingatkan_kontrak", "schedule": crontab(hour=7, minute=5)},
    "ingatkan-formasi": {"task": "pengadaan.tasks.ingatkan_formasi", "schedule": crontab(hour=7, minute=6)},
    "alihkan-langkah": {"task": "layanan.tasks.alihkan_langkah", "schedule": crontab(hour=6, minute=30)},
    "rekap-pagi": {
        "task": "layanan.tasks.rekap_pagi",
        "schedule": crontab(hour=7, minute=0),
        "options": {"expires": 6 * 3600},
    },
    "ingatkan-korpri": {"task": "kesejahteraan.tasks.ingatkan_korpri", "schedule": crontab(hour=7, minute=10)},
    "ingatkan-realisasi": {
        "task": "eperformance.realisasi.tasks.ingatkan_realisasi",
        "schedule": crontab(hour=7, minute=15),
    },
    "sapu-pantau": {"task": "eperformance.pantau.tasks.sapu_pantau", "schedule": 600.0},
    "cari-skp-pindah": {"task": "eperformance.skp.tasks.cari_skp_pindah", "schedule": crontab(hour=3, minute=0)},
    "rawat-skp": {"task": "eperformance.skp.tasks.rawat_skp", "schedule": crontab(hour=6, minute=35)},
    "ingatkan-pasca": {"task": "diklat.tasks.ingatkan_pasca", "schedule": crontab(hour=7, minute=15)},
    "sapu-kiriman": {"task": "kepegawaian.tasks.sapu_kiriman", "schedule": 60.0, "options": {"expires": 55}},
    "periksa-jejak": {"task": "kepegawaian.tasks.periksa_jejak", "schedule": crontab(hour=4, minute=0)},
    "segel-jejak": {"task": "kepegawaian.tasks.segel_jejak", "schedule": 600.0, "options": {"expires": 590}},
    "sapu-siasn": {"task": "kepegawaian.siasn.tasks.sapu_siasn", "schedule": 60.0, "options": {"expires": 55}},
    "sapu-antrean-impor": {"task": "kepegawaian.tasks.sapu_antrean_impor", "schedule": 300.0},
    "sapu-tanda-tangan": {"task": "layanan.tasks.sapu_tanda_tangan", "schedule": 300.0},
    "sapu-tpp": {"task": "penggajian.tasks.sapu_tpp", "schedule": 600.0},
    "sapu-daftar": {"task": "kepangkatan.tasks.sapu_daftar", "schedule": 600.0},
    "potret-bulanan": {"task": "tata_kelola.tasks.potret_bulan_lalu", "schedule": crontab(hour=3, minute=10)},
    "laporan-bulanan": {
        "task": "tata_kelola.tasks.laporan_bulan_lalu",
        "schedule": crontab(day_of_month="1", hour=3, minute=30),
    },
    "sapu-salinan-data": {"task": "tata_kelola.tasks.sapu_salinan_data", "schedule": 600.0},
    "bersihkan-data": {"task": "tata_kelola.tasks.bersihkan_data", "schedule": crontab(hour=3, minute=45)},
    "sapu-laporan-bulanan": {"task": "tata_kelola.tasks.sapu_laporan_bulanan", "schedule": 600.0},
    "sapu-antrean-cetak": {"task": "layanan.tasks.sapu_antrean_cetak", "schedule": 300.0},
}
