"""Dasbor pimpinan, "kenapa angka ini?", dan laporan bulanan."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from eperformance.pohon.views import formulir, pelaku
from kepegawaian import akses, dosir
from kepegawaian.antrean import antrekan
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from tata_kelola import laporan, pimpinan
from tata_kelola.forms_tata import FormLaporan
from tata_kelola.hak import PEMBACA, PENULIS, mengelola
from tata_kelola.models import LaporanBulanan
from tata_kelola.tasks import cetak_laporan_bulanan

BANYAK_OPD = 15  # the lowest ones; the rest a click away
KOLOM = ("BAGIAN", "ANGKA", "NILAI", "RINCIAN", "NILAI RINCIAN", "RUMUS", "SUMBER")


def _opd(request):
    """Id of the OPD asked for, None for the whole agency; 404 for what is no OPD."""
    teks = request.GET.get("opd", "")
    if not teks:
        return None
    unit = request.acuan.unit.get(int(teks)) if teks.isascii() and teks.isdigit() and len(teks) < 10 else None
    if unit is None or unit.jenis != "opd":
        raise Http404
    return unit.id


def _papan(request):
    mentah, sejak = laporan.dasar_banding(request.hari_ini)
    opd = _opd(request)
    if opd is not None and mentah:
        mentah = {"indeks": mentah.get("opd", {}).get(str(opd))}
    return pimpinan.susun(request.hak, request.acuan, request.hari_ini, opd, dasar=mentah), sejak


@akses.peran(*PEMBACA)
@require_safe
def dasbor(request):
    """All figures of the agency or one OPD; the index by OPD with its change and the dimensions that moved it."""
    papan, sejak = _papan(request)
    opd = sorted((u for u in request.acuan.unit.values() if u.jenis == "opd"), key=lambda u: u.nama)
    pensiun = papan.angka["pensiun"].rincian
    isi = {
        "papan": papan, "opd": papan.menurut_opd[: None if request.GET.get("semua") == "opd" else BANYAK_OPD], "bagian": papan.bagian(), "sejak": sejak, "pilihan": opd, "kueri": f"?opd={papan.opd.id}" if papan.opd else "",
        "grafik": {
            "jenis": "bar", "label": [r[0] for r in pensiun], "satuan": "pegawai",
            "deret": [{"nama": "Pensiun", "nilai": list(papan.mentah["pensiun"]["tahun"].values())}],
        },
        "tren": {
            "jenis": "line", "label": [str(t) for t, _ in papan.tren], "satuan": "indeks",
            "deret": [{"nama": "Rata-rata indeks", "nilai": [None if n is None else float(n) for _, n in papan.tren]}],
        },
    }  # fmt: skip
    return render(request, "tata_kelola/dasbor.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def angka_detail(request, kode):
    """Kenapa angka ini: formula, source, what it is made of, and the list behind every part."""
    papan, sejak = _papan(request)
    if kode not in papan.angka:
        raise Http404
    isi = {
        "a": papan.angka[kode],
        "papan": papan,
        "sejak": sejak,
        "kueri": f"?opd={papan.opd.id}" if papan.opd else "",
    }
    return render(request, "tata_kelola/angka_detail.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def dasbor_ekspor(request):
    """All figures with their parts as xlsx."""
    papan, _ = _papan(request)

    def baris():
        for nama, daftar in papan.bagian():
            for a in daftar:
                yield [nama, a.nama, a.nilai, None, None, a.rumus, a.sumber]
                for r in a.rincian:
                    yield [nama, a.nama, None, r[0], r[1], None, None]

    return unduh_daftar(request, "Dasbor pimpinan", KOLOM, baris(), objek="profilkini")


# ── laporan bulanan ──────────────────────────────────────────────────────────────────────────────────


@akses.peran(*PEMBACA)
@require_safe
def laporan_list(request):
    """All reports, every version, the newest month first."""
    semua = LaporanBulanan.objects.defer("data").select_related("oleh__pegawai__kini")
    isi = {"potongan": potong(request, semua), "kelola": mengelola(request.hak, request.acuan)}
    for satu in isi["potongan"]:
        satu.sebut = laporan.sebut_bulan(satu.bulan)
    return render(request, "tata_kelola/laporan_list.html", isi)


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def laporan_create(request):
    """Freezes the figures of a month; the worker prints them."""
    if not mengelola(request.hak, request.acuan):
        raise PermissionDenied
    bulan = [(b.isoformat(), laporan.sebut_bulan(b)) for b in laporan.pilihan(request.hari_ini)]
    form = FormLaporan(request.POST or None, bulan=bulan)
    kembali = reverse("tata_kelola:laporan_list")

    def simpan(f):
        satu = laporan.minta(
            date.fromisoformat(f.cleaned_data["bulan"]), alasan=f.cleaned_data["alasan"], oleh=pelaku(request)
        )
        antrekan(cetak_laporan_bulanan, satu.pk)
        return redirect(kembali)

    isi = {
        "judul": "Buat laporan bulanan", "tombol": "Bekukan dan cetak", "sukses": "Angkanya dibekukan; PDF-nya sedang dicetak.",
        "penjelasan": "Bulan yang sudah berakhir dilaporkan menurut keadaan hari terakhirnya; bulan ini menurut keadaan sekarang (sementara). Yang sudah dibekukan tidak dapat diubah lagi.",
        "atas": [("Laporan bulanan", kembali)],
    }  # fmt: skip
    return formulir(request, form, simpan, isi, kembali)


@akses.peran(*PEMBACA)
@require_safe
def laporan_download(request, pk):
    """The PDF of a printed report."""
    satu = get_object_or_404(LaporanBulanan, pk=pk)
    if satu.status != "jadi":
        messages.info(request, "Laporan ini belum selesai dicetak; coba lagi sebentar lagi.")
        return redirect("tata_kelola:laporan_list")
    return dosir.respons(
        satu.file, f"laporan-bulanan-{satu.bulan:%Y-%m}-v{satu.versi}.pdf", "application/pdf", unduh=True
    )
