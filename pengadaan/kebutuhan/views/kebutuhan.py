"""Kebutuhan pegawai: bezetting terhadap kebutuhan kini dan lima tahun ke depan, tiap unit dan jabatan."""

from functools import reduce

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kepegawaian import akses
from kepegawaian.models import Jabatan
from kepegawaian.penomoran import potong_sekali
from kepegawaian.views.ekspor import unduh_daftar
from pengadaan.kebutuhan import proyeksi
from pengadaan.kebutuhan.forms import SaringKebutuhan
from pengadaan.kebutuhan.hak import PELIHAT, lingkup_unit, unit_tulis
from pengadaan.kebutuhan.views import opd_pilihan

URUT = {"prioritas", "jabatan", "selisih", "tahun5"}
KOLOM = ("OPD", "UNIT KERJA", "JABATAN", "ESELON/JENJANG", "KELAS", "KEBUTUHAN", "PNS", "PPPK", "TERISI", "SELISIH",
         *(f"BUP {n} TH" for n in range(1, 6)), *(f"KEKURANGAN {n} TH" for n in range(1, 6)), "KEADAAN", "PRIORITAS")  # fmt: skip
BARIS_GRAFIK = 15


def _isian(request):
    """(form, what ``proyeksi.halaman`` filters by, order)."""
    form = SaringKebutuhan(request.GET, opd=opd_pilihan(request.hak, request.acuan))
    opd, urut = form.isi("opd"), request.GET.get("urut", "")
    saring = {
        "cabang": request.acuan.turunan([int(opd)]) if opd else None, "jenis": form.isi("jenis"), "kata": form.isi("q").lower().split(),
        "lampu": form.isi("lampu"), "prioritas": form.isi("prioritas"),
    }  # fmt: skip
    return form, saring, urut if urut.lstrip("-") in URUT else "prioritas"


def _halaman(request, saring, urut, mulai, banyak):
    batas = proyeksi.batas_tahun(request.hari_ini)
    return proyeksi.halaman(
        request.hari_ini, batas, lingkup_unit(request.hak), request.acuan, saring, urut, mulai, banyak
    )


def _menurut_opd(opd, acuan):
    """[(OPD, Jumlah)] most short first."""
    hasil = [(acuan.unit.get(i), jumlah) for i, jumlah in opd.items()]
    return sorted(hasil, key=lambda x: (-x[1].kurang, -x[1].proyeksi[4], x[0].nama if x[0] else ""))


@akses.peran(*PELIHAT)
@require_safe
def kebutuhan_list(request):
    """The list with its sums, the chart per OPD, and the way to an analysis where one is missing."""
    form, saring, urut = _isian(request)
    acuan, batas, semua = request.acuan, proyeksi.batas_tahun(request.hari_ini), {}

    def ambil(mulai, banyak):
        semua["halaman"] = h = _halaman(request, saring, urut, mulai, banyak)
        return h.baris, h.banyak

    potongan = potong_sekali(request, ambil)
    h = semua["halaman"]
    kode = dict(Jabatan.objects.filter(pk__in={p.jabatan_id for p in potongan}).values_list("pk", "kode"))
    boleh, opd = unit_tulis(request.hak, acuan), _menurut_opd(h.opd, acuan)
    isi = {
        "form": form, "batas": batas, "potongan": potongan, "total": reduce(proyeksi.tambah, h.opd.values(), proyeksi.KOSONG),
        "baris": [
            {"p": p, "unit": acuan.unit[p.unit_id], "lampu": proyeksi.LAMPU[p.lampu], "prioritas": proyeksi.PRIORITAS.get(p.prioritas),
             "abk": f"{reverse('pengadaan:abk_create')}?unit={acuan.unit[p.unit_id].kode}&jabatan={kode[p.jabatan_id]}"
             if p.lampu == "abu" and p.unit_id in boleh else ""}
            for p in potongan
        ],
        "rinci": request.GET.get("semua") == "1", "grafik": _grafik(opd), "opd": [x for x in opd if x[1].kurang or x[1].proyeksi[4] > 0] if len(opd) > 1 else [], "prioritas": proyeksi.PRIORITAS.items(),
    }  # fmt: skip
    return render(request, "pengadaan/kebutuhan/kebutuhan_list.html", isi)


def _grafik(opd):
    tampil = [(u, j) for u, j in opd if u][:BARIS_GRAFIK]
    return {
        "jenis": "bar", "mendatar": True, "satuan": "pegawai", "label": [u.nama for u, _ in tampil],
        "deret": [
            {"nama": "Kurang sekarang", "nilai": [j.kurang for _, j in tampil]},
            {"nama": "Kurang dalam lima tahun", "nilai": [j.proyeksi[4] for _, j in tampil]},
        ],
    }  # fmt: skip


@akses.peran(*PELIHAT)
@require_safe
def kebutuhan_ekspor(request):
    """The same rows as xlsx."""
    _, saring, urut = _isian(request)
    daftar = _halaman(request, saring, urut, 0, None).baris
    unit = request.acuan.unit
    baris = (
        (unit[unit[p.unit_id].opd_id].nama if unit[p.unit_id].opd_id else "", unit[p.unit_id].nama, p.nama, p.tingkat, p.kelas,
         p.kebutuhan, p.pns, p.pppk, p.terisi, p.selisih, *p.bup, *p.proyeksi, proyeksi.LAMPU[p.lampu][0], p.prioritas)
        for p in daftar
    )  # fmt: skip
    return unduh_daftar(request, "Kebutuhan pegawai", KOLOM, baris, objek="jabatan")
