"""Kebutuhan pegawai: bezetting terhadap kebutuhan kini dan lima tahun ke depan, tiap unit dan jabatan."""

from collections import defaultdict

from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kepegawaian import akses
from kepegawaian.models import Jabatan
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from pengadaan.kebutuhan import proyeksi
from pengadaan.kebutuhan.forms import SaringKebutuhan
from pengadaan.kebutuhan.hak import PELIHAT, lingkup_unit, unit_tulis
from pengadaan.kebutuhan.views import opd_pilihan

URUT = {"prioritas", "jabatan", "selisih", "tahun5"}
KOLOM = ("OPD", "UNIT KERJA", "JABATAN", "ESELON/JENJANG", "KELAS", "KEBUTUHAN", "PNS", "PPPK", "TERISI", "SELISIH",
         *(f"BUP {n} TH" for n in range(1, 6)), *(f"KEKURANGAN {n} TH" for n in range(1, 6)), "KEADAAN", "PRIORITAS")  # fmt: skip
BARIS_GRAFIK = 15


def _saring(request):
    """(form, every post in scope, those the filter keeps in the order asked for); one query."""
    form = SaringKebutuhan(request.GET, opd=opd_pilihan(request.hak, request.acuan))
    unit, acuan = lingkup_unit(request.hak), request.acuan
    semua = proyeksi.susun(request.hari_ini, proyeksi.batas_tahun(request.hari_ini), unit)
    semua = [p for p in semua if p.unit_id in acuan.unit]
    daftar = semua
    if opd := form.isi("opd"):
        cabang = acuan.turunan([int(opd)])
        daftar = [p for p in daftar if p.unit_id in cabang]
    if jenis := form.isi("jenis"):
        daftar = [p for p in daftar if p.jenis == jenis]
    if kata := form.isi("q").lower().split():
        daftar = [p for p in daftar if all(k in f"{p.nama} {acuan.unit[p.unit_id].nama}".lower() for k in kata)]
    dasar = daftar
    if lampu := form.isi("lampu"):
        daftar = [p for p in daftar if p.lampu == lampu]
    if prioritas := form.isi("prioritas"):
        daftar = [p for p in daftar if str(p.prioritas or "") == prioritas]
    return form, dasar, _urut(daftar, request.GET.get("urut", ""), acuan)


def _urut(daftar, urut, acuan):
    turun, kolom = urut.startswith("-"), urut.lstrip("-")
    kunci = {
        "jabatan": lambda p: (p.nama, acuan.unit[p.unit_id].nama),
        "selisih": lambda p: (p.selisih is None, p.selisih or 0, p.nama),
        "tahun5": lambda p: (p.proyeksi[4] is None, -(p.proyeksi[4] or 0), p.nama),
    }.get(kolom, lambda p: (p.prioritas or 9, p.selisih or 0, p.nama, acuan.unit[p.unit_id].nama))
    return sorted(daftar, key=kunci, reverse=turun)


def _menurut_opd(daftar, acuan):
    """[(OPD, Jumlah)] most short first."""
    milik = defaultdict(list)
    for p in daftar:
        milik[acuan.unit[p.unit_id].opd_id].append(p)
    hasil = [(acuan.unit.get(i), proyeksi.jumlahkan(isi)) for i, isi in milik.items()]
    return sorted(hasil, key=lambda x: (-x[1].kurang, -x[1].proyeksi[4], x[0].nama if x[0] else ""))


@akses.peran(*PELIHAT)
@require_safe
def kebutuhan_list(request):
    """The list with its sums, the chart per OPD, and the way to an analysis where one is missing."""
    form, dasar, daftar = _saring(request)
    acuan, batas = request.acuan, proyeksi.batas_tahun(request.hari_ini)
    potongan = potong(request, daftar)
    kode = dict(Jabatan.objects.filter(pk__in={p.jabatan_id for p in potongan}).values_list("pk", "kode"))
    boleh, opd = unit_tulis(request.hak, acuan), _menurut_opd(dasar, acuan)
    isi = {
        "form": form, "batas": batas, "potongan": potongan, "total": proyeksi.jumlahkan(dasar),
        "baris": [
            {"p": p, "unit": acuan.unit[p.unit_id], "lampu": proyeksi.LAMPU[p.lampu], "prioritas": proyeksi.PRIORITAS.get(p.prioritas),
             "abk": f"{reverse('pengadaan:abk_create')}?unit={acuan.unit[p.unit_id].kode}&jabatan={kode[p.jabatan_id]}"
             if p.lampu == "abu" and p.unit_id in boleh else ""}
            for p in potongan
        ],
        "lampu": [(k, nama, sum(p.lampu == k for p in dasar)) for k, (nama, _) in proyeksi.LAMPU.items()],
        "grafik": _grafik(opd), "opd": opd if len(opd) > 1 else [], "prioritas": proyeksi.PRIORITAS.items(),
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
    _, _, daftar = _saring(request)
    unit = request.acuan.unit
    baris = (
        (unit[unit[p.unit_id].opd_id].nama if unit[p.unit_id].opd_id else "", unit[p.unit_id].nama, p.nama, p.tingkat, p.kelas,
         p.kebutuhan, p.pns, p.pppk, p.terisi, p.selisih, *p.bup, *p.proyeksi, proyeksi.LAMPU[p.lampu][0], p.prioritas)
        for p in daftar
    )  # fmt: skip
    return unduh_daftar(request, "Kebutuhan pegawai", KOLOM, baris, objek="jabatan")
