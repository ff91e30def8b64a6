"""Pohon kinerja bagi dunia akses: satu pohon yang berlaku, satu draf, satu tahun kinerja, dan nilai yang dihitung portal."""

from eperformance import periode
from eperformance.models import IndikatorPohon, PeriodeKinerja, Pohon, Simpul
from eperformance.pohon import muat, portal


def isi_pohon(d, hari_ini):
    """Trees of this year (berlaku, counted today) and of the next (draf), the year with its calendar."""
    tahun = hari_ini.year
    d.tahun_kinerja = PeriodeKinerja.objects.get(tahun=tahun)  # of ``isi_kinerja``
    muat.muat(tahun)
    muat.muat(tahun + 1)
    Pohon.objects.filter(tahun=tahun).update(status="berlaku")
    d.pohon, d.pohon_draf = Pohon.objects.get(tahun=tahun), Pohon.objects.get(tahun=tahun + 1)
    portal.hitung_sekarang(d.pohon.pk, oleh=d.oleh("kaban"))
    d.simpul = Simpul.objects.filter(pohon=d.pohon, jenis="kegiatan", unit__kode="SUB12").get()
    d.simpul_lepas = Simpul.objects.filter(pohon=d.pohon, jenis="kegiatan", unit__kode="SUB43").get()
    d.indikator = IndikatorPohon.objects.filter(simpul=d.simpul, sumber="").get()
    d.indikator_portal = IndikatorPohon.objects.get(simpul__pohon=d.pohon, sumber="jp_per_asn")


def isian_periode(d):
    """The calendar of the year, with another surat edaran."""
    awal = {n: getattr(d.tahun_kinerja, n) for n in periode.MEDAN}
    return awal | {"semula": periode.sidik(d.tahun_kinerja), "dasar": "SE uji akses"}


def isian_simpul(d, **ubah):
    """The simpul as its form sends it."""
    s = d.simpul
    isi = {"jenis": s.jenis, "uraian": "Kepangkatan lain", "kode": "", "unit": s.unit_id, "versi": d.pohon.versi}
    return isi | ubah


def isian_indikator(d):
    """An indicator as its form sends it."""
    return {
        "uraian": "Indikator uji akses", "satuan": "persen", "arah": "naik", "sumber": "", "cakupan": "unit", "tw4": "90",
        "versi": d.pohon.versi,
    }  # fmt: skip
