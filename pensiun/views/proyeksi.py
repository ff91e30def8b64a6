"""Proyeksi pensiun lima tahun: angka dengan daftarnya, Excel, dan PDF, pada tanggal mana pun."""

import tempfile

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kepegawaian import akses, jejak
from kepegawaian.impor.ekspor import penulis, tulis_sel
from kepegawaian.models import ProfilKini
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduhan as unduhan_xlsx
from layanan.bahan_naskah import kop_kantor
from pensiun import cetakan, proyeksi
from pensiun.filters import ProyeksiForm, masa_diminta
from pensiun.menu import PELIHAT_ANGKA, PELIHAT_NAMA

TAMPIL = 15  # rows of a table on the page; Excel and PDF have all
TABEL = (
    ("kelompok", "Menurut kelompok jabatan", "Kelompok jabatan"), ("jabatan", "Menurut jabatan", "Jabatan"),
    ("opd", "Menurut OPD", "OPD"),
)  # fmt: skip
KOLOM = ("TMT PENSIUN", "NIP", "NAMA", "GOLONGAN", "JABATAN", "KELOMPOK JABATAN", "BUP", "UNIT KERJA", "OPD")


def _form(request, *, angka=True):
    return ProyeksiForm(request.GET, hak=request.hak, acuan=request.acuan, hari_ini=request.hari_ini, angka=angka)


def _tabel(form, hasil, acuan):
    """The three tables of a Rekap, each [(name, [n], sum, key)]."""
    tahun = list(hasil.tahun)
    nama_unit = lambda i: acuan.unit[i].nama if i in acuan.unit else "OPD belum tercatat"  # noqa: E731 - one word for a table
    return {
        "per_opd": proyeksi.tabel(hasil.opd, tahun, nama_unit),
        "per_kelompok": proyeksi.tabel(hasil.kelompok, tahun, lambda k: form.nama_kelompok.get(k, k)),
        "per_jabatan": proyeksi.tabel(hasil.jabatan, tahun, str),
    }


@akses.peran(*PELIHAT_ANGKA)
@require_safe
def proyeksi_list(request):
    """Five years ahead: each month as a chart, each year by OPD, group of posts and post; every figure has its list."""
    form = _form(request)
    hasil = proyeksi.rekap(form.saringan())
    tabel = _tabel(form, hasil, request.acuan)
    isi = {
        "form": form,
        "hasil": hasil,
        "tahun": list(hasil.tahun),
        "grafik": proyeksi.grafik(hasil),
        "berdaftar": request.hak.punya(*PELIHAT_NAMA),
        "lain_hari": form.hari != request.hari_ini,
        "lewat": _lewat(request) if form.hari == request.hari_ini else 0,
        "tabel": [
            (kode, judul, kolom, tabel[f"per_{kode}"][:TAMPIL], len(tabel[f"per_{kode}"]) - TAMPIL)
            for kode, judul, kolom in TABEL
        ],
        **tabel,
    }
    return render(request, "pensiun/proyeksi_list.html", isi)


def _lewat(request):
    """How many in scope passed their BUP while their record still says active."""
    kini = ProfilKini.objects.filter(request.hak.lingkup(), aktif=True, tmt_pensiun__lte=request.hari_ini)
    return kini.filter(status__in=proyeksi.STATUS["pns"]).count()


@akses.peran(*PELIHAT_NAMA)
@require_safe
def proyeksi_orang(request):
    """The people behind a figure, in the scope of the reader."""
    form = _form(request, angka=False)
    dari, sampai, masa = masa_diminta(request.GET, form.hari)
    potongan = potong(request, proyeksi.daftar(form.saringan(), dari, sampai), None)
    unit = request.acuan.unit
    isi = {
        "form": form, "masa": masa, "potongan": potongan, "lain_hari": form.hari != request.hari_ini,
        "baris": [(o, unit.get(o.unit_id), unit.get(o.opd_id)) for o in potongan],
    }  # fmt: skip
    return render(request, "pensiun/proyeksi_orang.html", isi)


@akses.peran(*PELIHAT_ANGKA)
@require_safe
def proyeksi_ekspor(request):
    """The tables as sheets, and the names of the five years in the scope of the reader."""
    form = _form(request)
    hasil = proyeksi.rekap(form.saringan())
    tabel, unit = _tabel(form, hasil, request.acuan), request.acuan.unit
    orang = []
    if request.hak.punya(*PELIHAT_NAMA):
        orang = proyeksi.daftar(_form(request, angka=False).saringan(), *proyeksi.rentang(form.hari))
    file = tempfile.TemporaryFile()  # noqa: SIM115 - FileResponse closes it
    tahun = [str(t) for t in hasil.tahun]
    with penulis(file) as buku:
        lembar = buku.lembar("Per bulan", ("BULAN", "BANYAKNYA"))
        for bulan, n in hasil.bulan:
            tulis_sel(lembar, (proyeksi.sebut_bulan(bulan), n))
        for judul, kunci in (("OPD", "per_opd"), ("Kelompok jabatan", "per_kelompok"), ("Jabatan", "per_jabatan")):
            lembar = buku.lembar(judul, (judul.upper(), *tahun, "JUMLAH"))
            for nama, isi, jumlah, _ in tabel[kunci]:
                tulis_sel(lembar, (nama, *isi, jumlah))
        if request.hak.punya(*PELIHAT_NAMA):
            lembar, kelompok = buku.lembar("Daftar nama", KOLOM), form.nama_kelompok
            nama = lambda i: unit[i].nama if i in unit else ""  # noqa: E731 - one word for two columns
            for o in orang:
                tulis_sel(lembar, (o.tmt, o.nip, o.nama, o.golongan, o.jabatan, kelompok.get(o.kelompok, ""), o.bup,
                                   nama(o.unit_id), nama(o.opd_id)))  # fmt: skip
    _catat(request, len(orang))
    return unduhan_xlsx(file, f"proyeksi-pensiun-{form.hari:%Y%m%d}.xlsx")


def _catat(request, jumlah):
    with request.sebagai():
        saringan = request.GET.urlencode()[:300]
        jejak.catat("ekspor", ("profilkini", None), jumlah=jumlah, daftar="proyeksi pensiun", saringan=saringan)


@akses.peran(*PELIHAT_ANGKA)
@require_safe
def proyeksi_download(request):
    """The same tables as PDF; figures only."""
    form = _form(request)
    hasil = proyeksi.rekap(form.saringan())
    saring = [
        str(dict(form.fields[k].choices).get(form.cleaned_data.get(k) or "", ""))
        for k in ("opd", "kelompok", "status")
    ]
    isi = {
        "hasil": hasil, "tahun": list(hasil.tahun), "per": form.hari, "saring": [s for s in saring if s],
        "kop": kop_kantor(request.acuan, request.hari_ini, ""), "dicetak": request.hari_ini,
        "bulanan": _kisi_bulan(hasil), **_tabel(form, hasil, request.acuan),
    }  # fmt: skip
    try:
        pdf = cetakan.cetak("proyeksi_cetak", isi)
    except cetakan.PdfTidakAda as galat:
        messages.error(request, str(galat))
        return redirect(f"{reverse('pensiun:proyeksi_list')}?{request.GET.urlencode()}")
    _catat(request, hasil.jumlah)
    return cetakan.unduhan(pdf, f"proyeksi pensiun {form.hari:%Y%m%d}")


def _kisi_bulan(hasil):
    """[(year, [n of January … December, or None outside the five years], sum)] for the page of months."""
    menurut = dict(hasil.bulan)
    baris = []
    for tahun in hasil.tahun:
        isi = [next((n for b, n in menurut.items() if (b.year, b.month) == (tahun, m)), None) for m in range(1, 13)]
        baris.append((tahun, isi, sum(n or 0 for n in isi)))
    return baris
