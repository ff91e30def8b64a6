"""Demo penilaian dimainkan di atas sekelompok kecil SKP; tanpa SKP tidak terjadi apa-apa."""

from datetime import date
from types import SimpleNamespace

from eperformance import siklus
from eperformance.models import DistribusiOpd, Evaluasi, Skp
from tata_kelola.demo.kinerja_penilaian import mainkan_penilaian
from tests.eperformance.conftest import HARI_INI, isi_skp
from tests.eperformance.panggung_penilaian import bagi, periode_lalu
from tests.pabrik import buat_akun, buat_pegawai

P = SimpleNamespace(hari_ini=HARI_INI, cetak=False, tokoh=[])


def test_tanpa_skp_tidak_ada_apa_apa(orang, periode):
    mainkan_penilaian(P)
    assert not Evaluasi.objects.exists()


def test_semua_keadaan_ada(orang, periode):
    lalu = periode_lalu()
    staf = [
        buat_pegawai(batch=orang.batch, nama=f"STAF DEMO {i:02}", unit="SUB12", tmt=date(2012, 3, 1))
        for i in range(40)
    ]
    for s in staf:
        buat_akun(s)
    for satu in (lalu, periode):
        siklus.buka_banyak(satu, [s.pk for s in staf], pada=orang.oleh("kasub").kini)
        for s in Skp.objects.filter(periode=satu):
            isi_skp(s)
        Skp.objects.filter(periode=satu).update(status="ditetapkan", ditetapkan_pada=orang.oleh("kasub").kini)
    bagi(orang, lalu, "kasub", penilai="kabid")
    mainkan_penilaian(P)
    status = set(Skp.objects.filter(periode=lalu).values_list("status", flat=True))
    assert status == {"ditetapkan", "dinilai", "keberatan", "final"}
    keadaan = set(Evaluasi.objects.values_list("jenis", "status"))
    assert {
        ("tahunan", "sah"),
        ("tahunan", "draf"),
        ("tahunan", "diganti"),
        ("periodik", "sah"),
        ("periodik", "draf"),
    } <= keadaan
    d = DistribusiOpd.objects.get()
    assert not d.pelanggaran or d.alasan
