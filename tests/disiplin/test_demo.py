"""Demo disiplin: kasus pada tiap langkah yang penting, hukuman yang sudah berlaku, dan laporan yang baru masuk."""

import pytest
from django.utils import timezone

from disiplin.models import KasusDisiplin, Laporan
from kepegawaian.bangkit.langsung import isi_database
from kepegawaian.models import RiwayatHukuman
from layanan.models import LangkahUsulan, Usulan
from tata_kelola.demo.babak import Pementasan
from tata_kelola.demo.disiplin import BABAK, tambah_disiplin
from tata_kelola.demo.orang import siapkan_akun

pytestmark = [pytest.mark.django_db, pytest.mark.lambat]
HARI_INI = timezone.localdate()


def test_demo_disiplin_berdiri_di_langkah_yang_dijanjikan():
    isi_database(1500, 2026, HARI_INI, proses=1, sandi="contoh")
    siapkan_akun({})
    p = Pementasan(HARI_INI, True, [])
    tambah_disiplin(p)
    p.mainkan()
    print([(b, getattr(s, "x", s)) for b, s in p.berhenti], p.detik)
    assert p.berhenti == []
    kasus = Usulan.objects.filter(layanan="hukuman-disiplin")
    berdiri = sorted(kasus.filter(status="diproses").values_list("langkah_kini__kode", flat=True))
    janji = sorted(b[1] for b in BABAK if b[1] not in ("selesai", "tidak_terbukti"))
    assert berdiri == janji, p.detik
    assert sorted(KasusDisiplin.objects.exclude(akhir="").values_list("akhir", flat=True)) == [
        "dijatuhi", "dijatuhi", "tidak_terbukti"
    ]  # fmt: skip
    assert sorted(RiwayatHukuman.objects.filter(naskah_pegawai__isnull=False).values_list("jenis_id", flat=True)) == [
        "R2",
        "S1T",
    ]
    assert LangkahUsulan.objects.filter(
        usulan__in=kasus, keadaan="menunggu", batas__lt=HARI_INI
    ).exists()  # some are late
    assert Laporan.objects.filter(status="baru").count() == 2
