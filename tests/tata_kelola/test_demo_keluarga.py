"""Demo keluarga: tiap layanan tampil pada keadaan yang dijanjikan, satu perkara lewat batas hukumnya."""

from datetime import date

import pytest
from django.utils import timezone

from kepegawaian.bangkit.langsung import isi_database
from kepegawaian.models import Pengguna, RiwayatKeluarga
from layanan.models import Usulan
from tata_kelola.demo.babak import Pementasan
from tata_kelola.demo.keluarga import tambah_keluarga
from tata_kelola.demo.orang import siapkan_akun

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]


def test_demo_keluarga_menampilkan_tiap_keadaan():
    isi_database(700, 1, date.today(), proses=1, sandi="sandi-contoh-demo")
    assert Pengguna.objects.filter(pegawai__isnull=False).exists()
    siapkan_akun({})
    p = Pementasan(timezone.localdate(), True, [])
    tambah_keluarga(p)
    p.mainkan()
    assert p.berhenti == []
    status = {slug: set() for slug in Usulan.objects.values_list("layanan", flat=True)}
    for slug, satu, langkah in Usulan.objects.values_list("layanan", "status", "langkah_kini__kode"):
        status[slug].add(langkah or satu)
    assert status["perubahan-keluarga"] == {
        "selesai",
        "dikembalikan",
        "dibatalkan",
        "draf",
        "verifikasi_bkd",
        "verifikasi_opd",
    }
    assert {"selesai", "dikembalikan", "draf", "pembinaan", "keputusan"} <= status["izin-cerai"]
    assert status["lapor-kawin"] == {"selesai", "verifikasi_bkd"}
    assert "memo_gaji" in status["lapor-cerai"]
    lewat = Usulan.objects.filter(
        layanan="izin-cerai", status="diproses", langkah_kini__batas_hukum__lt=timezone.localdate()
    )
    assert lewat.exists()
    assert RiwayatKeluarga.objects.filter(nama="Bintang Ramadhan", naskah_pegawai__isnull=False).count() == 1
