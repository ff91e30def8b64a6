"""Nominatif dan rekap hari ini, langsung dari ProfilKini; another date is a list that the worker makes.

The order on the page takes the keys of the DUK that ProfilKini holds; the official list takes all of them.
"""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kepangkatan.daftar import hari_ini, rekap
from kepangkatan.daftar.bentuk import hari
from kepangkatan.daftar.nominatif import STATUS
from kepangkatan.filters import NominatifFilter
from kepegawaian import akses
from kepegawaian.aturan import usia_tahun
from kepegawaian.models import ProfilKini
from kepegawaian.views.ekspor import unduh_daftar

PENDAFTAR = ("atasan", "operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "inspektorat")
PELIHAT = (*PENDAFTAR, "pimpinan")
KOLOM = ("NO", "NAMA", "NIP", "JENIS KELAMIN", "TANGGAL LAHIR", "USIA", "GOLONGAN", "TMT GOLONGAN", "PENDIDIKAN", "JABATAN",
         "ESELON", "JENJANG", "TMT JABATAN", "STATUS", "UNIT KERJA", "OPD")  # fmt: skip


# ── nominatif ────────────────────────────────────────────────────────────────────────────────────────


def _nominatif(request):
    """Active ASN in scope, as the reader filters them."""
    return NominatifFilter(request.GET, ProfilKini.objects.filter(request.hak.lingkup(), aktif=True), request=request)


@akses.peran(*PENDAFTAR)
@require_safe
def nominatif_list(request):
    """Today's nominatif, page by page; other dates through the worker."""
    saring = _nominatif(request)
    potongan = hari_ini.halaman(request, saring.qs)
    isi = {
        "saring": saring,
        "potongan": potongan,
        "baris": hari_ini.baris_html(potongan, request.hari_ini),
        "boleh": request.hak.punya("staf_bkd", "pejabat_bkd"),
    }
    return render(request, "daftar/nominatif_list.html", isi)


@akses.peran(*PENDAFTAR)
@require_safe
def nominatif_ekspor(request):
    """The same list as xlsx, all its pages."""
    per = request.hari_ini
    baris = (
        (
            nomor, p.nama_lengkap, p.nip, p.jenis_kelamin, p.tanggal_lahir, usia_tahun(p.tanggal_lahir, per),
            p.golongan_id, p.tmt_pangkat, p.pendidikan.nama if p.pendidikan else "", p.jabatan.nama if p.jabatan else "",
            p.eselon_id, p.jenjang, p.tmt_jabatan, STATUS.get(p.status, ""), p.unit.nama if p.unit else "",
            p.opd.nama if p.opd else "",
        )
        for nomor, p in enumerate(hari_ini.semua(request, _nominatif(request).qs), 1)
    )  # fmt: skip
    return unduh_daftar(request, "Daftar nominatif", KOLOM, baris, objek="profilkini")


# ── rekap ────────────────────────────────────────────────────────────────────────────────────────────


def _unit(request):
    """The unit asked for by ``?unit=`` when the reader may see its figures; None for the whole agency."""
    hak, acuan = request.hak, request.acuan
    diminta = request.GET.get("unit", "")
    unit = int(diminta) if diminta.isascii() and diminta.isdigit() and int(diminta) in acuan.unit else None
    if hak.lihat_semua or hak.punya("pimpinan"):
        return unit if unit is None or acuan.unit[unit].induk_id else None
    milik = [i for i in hak.unit_lingkup if i in acuan.unit]
    if unit in milik:
        return unit
    if not milik:
        raise PermissionDenied
    return min(milik, key=lambda i: (len(acuan.unit[i].jalur), acuan.unit[i].nama))


def _rekap(request):
    kode = request.GET.get("kategori", "")
    kode = kode if kode in rekap.KATEGORI else "golongan"
    return rekap.kini(kode, request.hari_ini, unit_id=_unit(request))


@akses.peran(*PELIHAT)
@require_safe
def rekap_list(request):
    """One category of today by OPD, or by unit below a unit."""
    unit = _unit(request)
    satu = _rekap(request)
    isi = {
        "rekap": satu,
        "bagian": rekap.bagian(satu),
        "baris": [(b, [x[0] for x in b.sel[1:]]) for b in rekap.baris(satu)],
        "kategori": rekap.KATEGORI.values(),
        "unit": request.acuan.unit.get(unit),
        "boleh_turun": {b[0] for b in satu.baris if b[0] in request.acuan.unit},
        "boleh": request.hak.punya("staf_bkd", "pejabat_bkd"),
        "susun_url": f"{reverse('daftar:daftar_create')}?jenis=rekap",
        "keadaan": hari(request.hari_ini),
    }
    return render(request, "daftar/rekap_list.html", isi)


@akses.peran(*PELIHAT)
@require_safe
def rekap_ekspor(request):
    """The category shown, as xlsx."""
    satu = _rekap(request)
    kolom = [k.judul.upper() for k in rekap.bagian(satu).kolom]
    baris = ([x[0] for x in b.sel] for b in rekap.baris(satu))
    return unduh_daftar(request, f"Rekap {satu.kategori.nama.lower()}", kolom, baris, objek="profilkini")
