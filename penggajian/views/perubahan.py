"""Perubahan gaji sebulan: daftar bagi kantor keuangan dan bendahara gaji, dan berkas Excel-nya."""

from datetime import date

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepegawaian import akses
from kepegawaian.aturan import tambah_bulan
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from penggajian import perubahan
from penggajian.filters import PerubahanFilter
from penggajian.menu import PENDAFTAR
from penggajian.views.kgb import nama_bulan

KOLOM = ("NIP", "NAMA", "OPD", "UNIT KERJA", "SEBAB", "NOMOR KEPUTUSAN", "TANGGAL KEPUTUSAN", "TMT", "GOLONGAN", "MKG TAHUN", "MKG BULAN", "GAJI POKOK LAMA", "GAJI POKOK BARU", "SELISIH SEBULAN", "RAPEL BULAN", "RAPEL GAJI POKOK")  # fmt: skip
MUNDUR, MAJU = 12, 3


def bulan_diminta(request):
    """The month of ``?bulan=2026-12`` among those offered; the present one by default."""
    kini = request.hari_ini.replace(day=1)
    try:
        bulan = date.fromisoformat(f"{request.GET.get('bulan', '')}-01")
    except ValueError:
        return kini
    return min(max(bulan, tambah_bulan(kini, -MUNDUR)), tambah_bulan(kini, MAJU))


def _saring(request, bulan):
    return PerubahanFilter(
        request.GET, perubahan.daftar(bulan, request.hak.lingkup("pegawai__kini__")), request=request
    )


@akses.peran(*PENDAFTAR)
@require_safe
def perubahan_list(request):
    """Whose gaji pokok changes in a month, on which decree, with what is to be paid back."""
    bulan, kini, unit = bulan_diminta(request), request.hari_ini.replace(day=1), request.acuan.unit
    saring = _saring(request, bulan)
    potongan = potong(request, saring.qs)
    isi = {
        "bulan": bulan,
        "nama_bulan": nama_bulan(bulan),
        "bulan_pilihan": [
            (f"{b:%Y-%m}", nama_bulan(b), b == bulan)
            for b in (tambah_bulan(kini, i) for i in range(MAJU, -MUNDUR - 1, -1))
        ],
        "saring": saring,
        "potongan": potongan,
        "baris": [(perubahan.baris(g, bulan), unit.get(g.pegawai.kini.opd_id)) for g in potongan.butir],
    }
    return render(request, "penggajian/perubahan_list.html", isi)


@akses.peran(*PENDAFTAR)
@require_safe
def perubahan_ekspor(request):
    """The month as xlsx for the finance office, as it is filtered."""
    bulan, unit = bulan_diminta(request), request.acuan.unit

    def nama(pk):
        return unit[pk].nama if pk in unit else ""

    semua = (perubahan.baris(g, bulan) for g in _saring(request, bulan).qs.iterator(chunk_size=2000))
    baris = (
        (b.gaji.pegawai.nip, b.gaji.pegawai.kini.nama_lengkap, nama(b.gaji.pegawai.kini.opd_id),
         nama(b.gaji.pegawai.kini.unit_id), b.gaji.get_jenis_display(), b.gaji.nomor_sk, b.gaji.tanggal_sk, b.gaji.tmt,
         b.gaji.golongan_id, b.gaji.mkg_tahun, b.gaji.mkg_bulan, b.lama, b.gaji.gaji_pokok, b.selisih, b.rapel,
         b.jumlah_rapel)
        for b in semua
    )  # fmt: skip
    return unduh_daftar(
        request, "Perubahan gaji", KOLOM, baris, objek="riwayatgaji", nama=f"perubahan-gaji-{bulan:%Y-%m}"
    )
