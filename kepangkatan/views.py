"""Halaman kepangkatan: penertiban angka kredit pejabat fungsional, dan ekspornya."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepangkatan.aturan.angka_kredit import sebut_jenjang
from kepangkatan.filters_ak import (
    BELUM_PAK,
    KEADAAN,
    NAIK_JENJANG,
    NAIK_PANGKAT,
    AngkaKreditFilter,
    akhir_tahun_penuh,
    daftar_ak,
)
from kepangkatan.menu import PENERTIB
from kepegawaian import akses
from kepegawaian.penomoran import BATAS_HITUNG, potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan import katalog
from layanan.wewenang import staf_pemilik

KOLOM = ("NIP", "NAMA", "JABATAN", "JENJANG", "GOLONGAN", "TMT GOLONGAN", "ANGKA KREDIT", "SAMPAI", "SYARAT PANGKAT",
         "SYARAT JENJANG", "KEADAAN", "UNIT KERJA", "OPD")  # fmt: skip
LAYANAN = {BELUM_PAK: "pak", NAIK_PANGKAT: "kp-fungsional", NAIK_JENJANG: "kenaikan-jenjang"}
URUT_PENTING = sorted(KEADAAN, key=lambda k: (BELUM_PAK, NAIK_JENJANG, NAIK_PANGKAT).index(k[0]))


def _saring(request):
    daftar = daftar_ak(request.hak, request.hari_ini).select_related("jabatan")
    return AngkaKreditFilter(request.GET, daftar, request=request)


def keadaan(p):
    """[(code, words)] of what has lapsed for one row, as the filter finds it; the most pressing first."""
    return [(kode, nama) for kode, nama in URUT_PENTING if getattr(p, f"kurang_{kode}")]


def tugas(p, layanan):
    """[(words, Layanan to propose or None)] of one row; a PAK comes before what rests on it."""
    ada = keadaan(p)
    tunggu_pak = any(kode == BELUM_PAK for kode, _ in ada)
    return [(nama, None if tunggu_pak and kode != BELUM_PAK else layanan[kode]) for kode, nama in ada]


@akses.peran(*PENERTIB)
@require_safe
def angka_kredit_list(request):
    """Pejabat fungsional whose angka kredit has lapsed, and what to do for each."""
    saring = _saring(request)
    potongan = potong(request, saring.qs, None if request.GET.get("hitung") == "semua" else BATAS_HITUNG)
    unit = request.acuan.unit
    layanan = {kode: katalog.ambil(slug) for kode, slug in LAYANAN.items()}
    for p in potongan:
        p.unit_nama = unit[p.unit_id].nama if p.unit_id in unit else ""
        p.jenjang_nama = sebut_jenjang(p.jenjang)
        p.tugas = tugas(p, layanan)
    isi = {
        "saring": saring,
        "potongan": potongan,
        "batas": BATAS_HITUNG,
        "akhir": akhir_tahun_penuh(request.hari_ini),
        "boleh": all(staf_pemilik(x, request.hak, {}, request.acuan) for x in layanan.values()),
    }
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
            "; ".join(nama for _, nama in keadaan(p)), unit.get(p.unit_id, ""), unit.get(p.opd_id, ""),
        )  # fmt: skip
