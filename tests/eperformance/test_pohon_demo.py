"""Demo pohon kinerja dimainkan atas beberapa orang: tiga tahun, tiap lampu ada, dan sekali lagi tidak menambah pohon."""

from types import SimpleNamespace

from django.urls import reverse

from eperformance.models import PeriodeKinerja, Pohon, RealisasiPohon
from tata_kelola.demo.kinerja_pohon import mainkan_pohon
from tests.eperformance.conftest import HARI_INI, TAHUN


def test_tiga_tahun_dan_tiap_lampu(orang):
    mainkan_pohon(SimpleNamespace(hari_ini=HARI_INI))
    assert dict(Pohon.objects.values_list("tahun", "status")) == {
        TAHUN - 1: "arsip", TAHUN: "berlaku", TAHUN + 1: "draf",
    }  # fmt: skip
    assert PeriodeKinerja.objects.count() == 3
    lalu = RealisasiPohon.objects.filter(indikator__simpul__pohon__tahun=TAHUN - 1)
    assert set(lalu.values_list("triwulan", flat=True)) == {1, 2, 3, 4}
    assert RealisasiPohon.objects.filter(asal="portal", indikator__simpul__pohon__tahun=TAHUN).exists()
    jawab = orang.masuk("kaban").get(reverse("eperformance:pohon_detail", args=[TAHUN]))
    angka = {k.kode: n for k, n in jawab.context["angka"]}
    assert min(angka[k] for k in ("hijau", "kuning", "merah")) > 0


def test_tanpa_subbid_evaluasi_tidak_ada_yang_dimainkan(db):
    mainkan_pohon(SimpleNamespace(hari_ini=HARI_INI))
    assert not Pohon.objects.exists()
