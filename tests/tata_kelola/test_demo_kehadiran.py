"""Demo kehadiran: tiap ambang, koreksi pada tiap keadaan dan langkah, gaji dihentikan dan dibayarkan, lewat pintu sesungguhnya."""

from datetime import date

import pytest

from kepegawaian.bangkit.langsung import isi_database
from kepegawaian.models import Pegawai, Pengguna, PutusanGaji, RekapKehadiran
from layanan.models import Usulan
from tata_kelola.demo.babak import Pementasan
from tata_kelola.demo.kehadiran import BABAK, _hari_kerja, isi_kehadiran

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
HARI_INI = date.today()


def test_demo_kehadiran_menampilkan_tiap_keadaan():
    isi_database(600, 1, HARI_INI, proses=1)
    Pengguna.objects.bulk_create(
        Pengguna(nama_pengguna=nip, pegawai_id=pk, password="!")
        for pk, nip in Pegawai.objects.values_list("pk", "nip")
    )
    p = Pementasan(HARI_INI, False, [])
    isi_kehadiran(p)
    assert p.berhenti == []
    if len(_hari_kerja(HARI_INI)) < 40:
        pytest.skip("Awal tahun: belum cukup hari kerja bagi tiap ambang.")
    kode = set(RekapKehadiran.objects.exclude(kode="").values_list("kode", flat=True))
    assert kode == {"R1", "R2", "R3", "S1", "S2", "S3", "B1", "B2", "B3", "B3C"}
    ragu = RekapKehadiran.objects.get(beruntun__lt=10, mungkin__gte=10)
    assert ragu.kode == "R3"
    assert RekapKehadiran.objects.filter(hari=0, menit__gte=1350, kode="R1").exists(), "menit saja mencapai ambang"
    usulan = Usulan.objects.filter(layanan="koreksi-presensi")
    assert usulan.count() == len(BABAK)
    assert set(usulan.values_list("status", flat=True)) == {
        "draf",
        "diproses",
        "dikembalikan",
        "selesai",
        "ditolak",
        "dibatalkan",
    }
    diproses = usulan.filter(status="diproses").values_list("langkah_kini__kode", flat=True)
    assert sorted(diproses) == ["putusan_atasan", "putusan_bkd", "putusan_bkd"]
    assert list(PutusanGaji.objects.order_by("pk").values_list("jenis", flat=True)) == ["henti", "henti", "bayar"]
