"""Perubahan gaji sebulan: daftar bagi kantor keuangan dan bendahara gaji, dan berkas Excel-nya."""

from datetime import date

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepegawaian import akses
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import RiwayatGaji
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from penggajian import hentian, perubahan
from penggajian.filters import PerubahanFilter
from penggajian.menu import PENDAFTAR
from penggajian.views.kgb import nama_bulan

KOLOM = ("NIP", "NAMA", "OPD", "UNIT KERJA", "SEBAB", "NOMOR KEPUTUSAN", "TANGGAL KEPUTUSAN", "TMT", "GOLONGAN", "MKG TAHUN", "MKG BULAN", "GAJI POKOK LAMA", "GAJI POKOK BARU", "SELISIH SEBULAN", "RAPEL BULAN", "RAPEL GAJI POKOK", "SAMPAI", "DASAR", "KETERANGAN")  # fmt: skip
SEKALI = 2000
MUNDUR, MAJU = 12, 3


def bulan_diminta(request):
    """The month of ``?bulan=2026-12`` among those offered; the present one by default."""
    kini = request.hari_ini.replace(day=1)
    try:
        bulan = date.fromisoformat(f"{request.GET.get('bulan', '')}-01")
    except ValueError:
        return kini
    return min(max(bulan, tambah_bulan(kini, -MUNDUR)), tambah_bulan(kini, MAJU))


def _sumber(request, bulan):
    """(filter, sources as filtered, their keys in the order asked for)."""
    sebab = hentian.sebab_bagi(request.hak, request.acuan)
    saring = PerubahanFilter(request.GET, RiwayatGaji.objects.none(), request=request, sebab=sebab)
    semua = perubahan.sumber(bulan, request.hak, request.acuan, saring)
    return saring, semua, perubahan.kunci(semua, saring.urutan)


@akses.peran(*PENDAFTAR)
@require_safe
def perubahan_list(request):
    """Whose pay changes in a month, stops or begins again, on which basis, with what is to be paid back."""
    bulan, kini, unit = bulan_diminta(request), request.hari_ini.replace(day=1), request.acuan.unit
    saring, semua, kunci = _sumber(request, bulan)
    potongan = potong(request, kunci)
    isi = {
        "bulan": bulan,
        "nama_bulan": nama_bulan(bulan),
        "bulan_pilihan": [
            (f"{b:%Y-%m}", nama_bulan(b), b == bulan)
            for b in (tambah_bulan(kini, i) for i in range(MAJU, -MUNDUR - 1, -1))
        ],
        "saring": saring,
        "potongan": potongan,
        "baris": [(b, unit.get(b.pegawai.kini.opd_id)) for b in perubahan.muat(semua, potongan.butir, bulan)],
        "putusan": hentian.boleh_putusan(request.hak, request.acuan),
    }
    return render(request, "penggajian/perubahan_list.html", isi)


def _kolom(b):
    """The columns from SEBAB on, of a Perubahan or a Hentian."""
    if isinstance(b, hentian.Hentian):
        return (b.apa, b.nomor, b.tanggal, b.tmt, *(None,) * 6, b.rapel or None, None, b.sampai, b.dasar, b.keterangan)
    g = b.gaji
    return (g.get_jenis_display(), g.nomor_sk, g.tanggal_sk, g.tmt, g.golongan_id, g.mkg_tahun, g.mkg_bulan, b.lama,
            g.gaji_pokok, b.selisih, b.rapel, b.jumlah_rapel, None, "", "")  # fmt: skip


@akses.peran(*PENDAFTAR)
@require_safe
def perubahan_ekspor(request):
    """The month as xlsx for the finance office, as it is filtered."""
    bulan, unit = bulan_diminta(request), request.acuan.unit

    def nama(pk):
        return unit[pk].nama if pk in unit else ""

    _, semua, kunci = _sumber(request, bulan)
    kunci = list(kunci)
    isi = (b for i in range(0, len(kunci), SEKALI) for b in perubahan.muat(semua, kunci[i : i + SEKALI], bulan))
    baris = (
        (
            b.pegawai.nip,
            b.pegawai.kini.nama_lengkap,
            nama(b.pegawai.kini.opd_id),
            nama(b.pegawai.kini.unit_id),
            *_kolom(b),
        )
        for b in isi
    )
    return unduh_daftar(
        request, "Perubahan gaji", KOLOM, baris, objek="riwayatgaji", nama=f"perubahan-gaji-{bulan:%Y-%m}"
    )
