"""Halaman kepangkatan: penertiban angka kredit pejabat fungsional, dan ekspornya."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepangkatan.aturan.angka_kredit import sebut_jenjang
from kepangkatan.filters_ak import BELUM_PAK, KEADAAN, NAIK_JENJANG, AngkaKreditFilter, akhir_tahun_penuh, daftar_ak
from kepangkatan.menu import PENERTIB
from kepegawaian import akses
from kepegawaian.penomoran import BATAS_HITUNG, potong
from kepegawaian.views.ekspor import unduh_daftar

KOLOM = ("NIP", "NAMA", "JABATAN", "JENJANG", "GOLONGAN", "TMT GOLONGAN", "ANGKA KREDIT", "SAMPAI", "SYARAT PANGKAT",
         "SYARAT JENJANG", "KEADAAN", "UNIT KERJA", "OPD")  # fmt: skip


def _saring(request):
    daftar = daftar_ak(request.hak, request.hari_ini).select_related("jabatan")
    return AngkaKreditFilter(request.GET, daftar, request=request)


def keadaan(p, hari_ini):
    """What has lapsed for one row, in words; the most pressing first."""
    nama = dict(KEADAAN)
    hasil = []
    if p.ak_sampai is None or p.ak_sampai < akhir_tahun_penuh(hari_ini):
        hasil.append(nama[BELUM_PAK])
    if p.ak_jumlah is not None and not p.berjalan:
        if p.ak_jenjang is not None and p.ak_jumlah >= p.ak_jenjang:
            hasil.append(nama[NAIK_JENJANG])
        elif p.ak_pangkat is not None and not p.ak_ganti and p.ak_jumlah >= p.ak_pangkat:
            hasil.append("Cukup untuk naik pangkat, belum diusulkan")
    return hasil


@akses.peran(*PENERTIB)
@require_safe
def angka_kredit_list(request):
    """Pejabat fungsional whose angka kredit has lapsed, and what to do for each."""
    saring = _saring(request)
    potongan = potong(request, saring.qs, None if request.GET.get("hitung") == "semua" else BATAS_HITUNG)
    unit = request.acuan.unit
    for p in potongan:
        p.unit_nama = unit[p.unit_id].nama if p.unit_id in unit else ""
        p.jenjang_nama = sebut_jenjang(p.jenjang)
        p.keadaan = keadaan(p, request.hari_ini)
        p.tujuan = "pak" if p.keadaan[:1] == [dict(KEADAAN)[BELUM_PAK]] else "kp-fungsional"
    isi = {"saring": saring, "potongan": potongan, "batas": BATAS_HITUNG, "akhir": akhir_tahun_penuh(request.hari_ini)}
    return render(request, "kepangkatan/angka_kredit_list.html", isi)


@akses.peran(*PENERTIB)
@require_safe
def angka_kredit_ekspor(request):
    """The list as it is filtered, all its pages."""
    return unduh_daftar(request, "Penertiban angka kredit", KOLOM, _baris(request), objek="profilkini")


def _baris(request):
    unit = {u.id: u.nama for u in request.acuan.unit.values()}
    for p in _saring(request).qs.iterator(chunk_size=2000):
        yield (
            p.nip, p.nama_lengkap, p.jabatan.nama if p.jabatan else "", sebut_jenjang(p.jenjang), p.golongan_id,
            p.tmt_pangkat, p.ak_jumlah, p.ak_sampai, p.ak_pangkat, p.ak_jenjang,
            "; ".join(keadaan(p, request.hari_ini)), unit.get(p.unit_id, ""), unit.get(p.opd_id, ""),
        )  # fmt: skip
