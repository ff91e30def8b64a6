"""Demo SKP over a small made-up office: every state there can be, links that are true, nothing that breaks."""

from collections import Counter
from types import SimpleNamespace

from eperformance.models import CatatanSkp, HasilKerja, PeranHasil, Skp
from tata_kelola.demo.kinerja_skp import mainkan_skp
from tests.eperformance.conftest import HARI_INI, TAHUN, orang  # noqa: F401 - a fixture
from tests.pabrik import buat_akun, buat_pegawai


def test_demo_skp_memainkan_tiap_keadaan(orang):  # noqa: F811 - the fixture
    for n in range(14):
        buat_akun(
            buat_pegawai(
                nama=f"STAF {n:02}",
                unit="SUB12",
                batch=orang.batch,
                tmt=orang.pela.nip and HARI_INI.replace(year=2010, month=3, day=1),
            )
        )
    mainkan_skp(SimpleNamespace(hari_ini=HARI_INI, tokoh=[orang.pela.nip]))
    kini = Counter(Skp.objects.filter(periode__tahun=TAHUN).values_list("status", flat=True))
    assert {"draf", "ditetapkan", "diajukan", "dikembalikan", "batal"} <= set(kini)
    assert Skp.objects.filter(periode__tahun=TAHUN - 1, status="ditetapkan").exists()
    assert CatatanSkp.objects.exists()
    assert PeranHasil.objects.filter(hasil__isnull=False).exists()
    salah = HasilKerja.objects.filter(induk__isnull=False).exclude(induk__skp__jabatan__isnull=False)
    assert not salah.exists()
