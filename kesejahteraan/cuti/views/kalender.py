"""Kalender cuti: siapa tidak di tempat, satu bulan, dalam lingkup pembaca. One query for the leave, one for the requests."""

from calendar import Calendar
from datetime import date, timedelta

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepegawaian import akses
from kepegawaian.aturan import NAMA_BULAN, tambah_bulan
from kepegawaian.models import RiwayatCuti
from kesejahteraan.cuti import fakta
from kesejahteraan.cuti.aturan import hari
from kesejahteraan.cuti.views import PELIHAT
from layanan.models import Usulan

BANYAK = 300  # rows of one month; beyond it the reader is asked to choose a unit
HARI = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min")


def bulan_diminta(request):
    """First day of ``?bulan=2026-12``; this month by default."""
    try:
        return date.fromisoformat(f"{request.GET.get('bulan', '')}-01")
    except ValueError:
        return request.hari_ini.replace(day=1)


def unit_pilihan(request):
    """[(code, name)] of the OPD in scope, and of the units below the one that is chosen or the only one."""
    lingkup = None if request.hak.lihat_semua else request.hak.unit_lingkup
    unit = [u for u in request.acuan.unit.values() if lingkup is None or u.id in lingkup]
    kepala = [u for u in unit if u.jenis == "opd"] or unit
    return sorted(((u.kode, u.nama) for u in kepala), key=lambda u: u[1])


def sebut(jenis):
    """What others may know of a leave: that somebody is ill, not how."""
    return "Cuti sakit" if jenis.startswith("CS") else dict(RiwayatCuti.JENIS).get(jenis, "Cuti")


@akses.peran(*PELIHAT)
@require_safe
def kalender_list(request):
    """Month view: a grid for the desk, a list of days for the phone."""
    awal = bulan_diminta(request)
    akhir = tambah_bulan(awal, 1) - timedelta(days=1)
    unit = request.acuan.unit_kode.get(request.GET.get("unit", ""))
    cuti = RiwayatCuti.objects.filter(
        request.hak.lingkup("pegawai__kini__"), dibatalkan_pada__isnull=True, tmt__lte=akhir, sampai__gte=awal
    )
    minta = Usulan.objects.filter(
        request.hak.lingkup("pegawai__kini__"), layanan__in=fakta.SLUG.values(), status="diproses", tmt__lte=akhir
    )
    if unit is not None:
        turunan = request.acuan.turunan([unit.id])
        cuti, minta = (q.filter(pegawai__kini__unit_id__salah_satu=turunan) for q in (cuti, minta))
    baris = [
        {"nama": b.pegawai.kini.nama_lengkap, "nip": b.pegawai.nip, "unit": b.pegawai.kini.unit_id, "jenis": sebut(b.jenis),
         "mulai": b.tmt, "sampai": b.sampai, "menunggu": False, "luar": b.luar_negeri}
        for b in cuti.select_related("pegawai__kini").order_by("tmt", "pegawai__kini__nama")[: BANYAK + 1]
    ]  # fmt: skip
    for u in minta.select_related("pegawai__kini").order_by("tmt")[:BANYAK]:
        mulai, sampai = (fakta.tanggal_iso(u.isian.get(k)) for k in ("tmt", "sampai"))
        if mulai and sampai and sampai >= awal:
            jenis = sebut(fakta.NAMA_SLUG[u.layanan])
            baris.append({"nama": u.pegawai.kini.nama_lengkap, "nip": u.pegawai.nip, "unit": u.pegawai.kini.unit_id,
                          "jenis": jenis, "mulai": mulai, "sampai": sampai, "menunggu": True, "luar": False})  # fmt: skip
    for b in baris:
        b["unit"] = request.acuan.unit[b["unit"]].nama if b["unit"] in request.acuan.unit else ""
    isi = {
        "bulan": awal, "nama_bulan": f"{NAMA_BULAN[awal.month]} {awal.year}", "hari": HARI,
        "minggu": _minggu(awal, baris[:BANYAK], request.acuan, request.hari_ini, _pola(unit, request.acuan, awal)), "baris": baris[:BANYAK],
        "lebih": len(baris) > BANYAK, "sebelum": f"{tambah_bulan(awal, -1):%Y-%m}", "sesudah": f"{tambah_bulan(awal, 1):%Y-%m}",
        "pilihan": unit_pilihan(request), "unit": unit,
    }  # fmt: skip
    return render(request, "kesejahteraan/cuti/kalender.html", isi)


def _pola(unit, acuan, tanggal):
    """The week of the chosen unit; of everybody together the longer one."""
    return "6" if unit is None else hari.pola_unit(acuan, unit.jalur, unit.pola_kerja, tanggal)


def _minggu(awal, baris, acuan, hari_ini, pola):
    """Weeks of the month: days with who is away; days of the neighbouring months are empty."""
    hasil = []
    for minggu in Calendar().monthdatescalendar(awal.year, awal.month):
        satu = []
        for tanggal in minggu:
            dalam = tanggal.month == awal.month
            orang = [b for b in baris if b["mulai"] <= tanggal <= b["sampai"]] if dalam else []
            satu.append(
                {"tanggal": tanggal, "dalam": dalam, "orang": orang, "libur": acuan.libur.get(tanggal, ""),
                 "kerja": acuan.hari_kerja(tanggal, pola), "kini": tanggal == hari_ini}
            )  # fmt: skip
        hasil.append(satu)
    return hasil
