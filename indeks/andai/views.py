"""Halaman "bila …": seorang pegawai, dan satu unit atau kebijakan. The form is the URL; the answer comes at once."""

from decimal import Decimal

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from indeks import rekap_tampil, setelan, tampilan
from indeks.andai import hitung, kelompok
from indeks.andai.forms import KebijakanForm, OrangForm
from indeks.menu import PELIHAT
from indeks.penjelasan import jelaskan
from indeks.setelan import GalatSetelan
from indeks.tabel import DIMENSI, KATEGORI
from indeks.views import BAGIAN, putaran_dipilih, seluruh
from kepegawaian import akses, tawaran_pelatihan
from kepegawaian.penomoran import potong
from kepegawaian.profil import profil_satu
from kepegawaian.views.kerangka import ambil


@akses.masuk
@require_safe
def pegawai_andai(request, nip=None):
    """What the index of one person would be: his record as of today, what he would add, before and after."""
    pegawai = ambil(request, nip)
    p = profil_satu(pegawai.pk, per=request.hari_ini, bagian=BAGIAN)
    isi = {"pegawai": pegawai, "kini": pegawai.kini, "saya": pegawai.pk == request.hak.pegawai_id}
    try:
        a = setelan.susun(request.acuan, request.hari_ini.year, berjalan=True)
    except GalatSetelan as galat:
        return render(request, "indeks/andai/pegawai.html", isi | {"sebab": str(galat)})
    sebelum = jelaskan(p, a)
    if not sebelum.terukur:
        return render(request, "indeks/andai/pegawai.html", isi | {"sebab": sebelum.sebab})
    form = OrangForm(request.GET or None, p=p, a=a)
    isian = form.isian() if form.is_bound else hitung.Isian()
    sesudah = jelaskan(hitung.profil_bila(p, a, isian), a)
    boleh = request.hak.boleh_bagian(pegawai.pk, "hukuman")
    isi |= {
        "form": form,
        "a": a,
        "sebelum": sebelum,
        "sesudah": sesudah,
        "selisih": sesudah.total - sebelum.total,
        "kategori_jenis": tampilan.TANDA_KATEGORI.get(sesudah.kategori, "netral"),
        "dimensi": [
            (x, y, y.nilai - x.nilai)
            for x, y in zip(sebelum.dimensi, sesudah.dimensi, strict=True)
            if boleh or x.kode != "disiplin"
        ],
        "sisa": [s for s in sesudah.peningkatan if boleh or s.kode != "disiplin"],
        "diisi": isian != hitung.Isian(),
    }
    return render(request, "indeks/andai/pegawai.html", isi, status=400 if form.errors else 200)


@akses.peran(*PELIHAT)
@require_safe
def andai(request):
    """A policy over the whole, or over a unit in scope: means before and after, who must act, what it costs a point."""
    putaran = putaran_dipilih(request)
    isi = {"putaran": putaran}
    if putaran is None:
        return render(request, "indeks/andai/kebijakan.html", isi)
    a = tampilan.aturan_putaran(putaran)
    form = KebijakanForm(request.GET or None, katalog=tawaran_pelatihan.katalog(), unit=_pilihan_unit(request))
    nilai = form.nilai(a.jp_minimal)
    unit_id, unit_ids = _sasaran(request, nilai["unit"])
    menurut = "unit_id" if unit_id else "opd_id"
    k = kelompok.baca(putaran, menurut=menurut, unit_ids=unit_ids, jenis=nilai["jenis_jabatan"])
    per_unit, semua = hitung.hitung(k, a, nilai["kebijakan"], nilai["jp"], hanya_naik=nilai["hanya_naik"])
    isi |= {
        "form": form,
        "nilai": nilai,
        "unit": request.acuan.unit.get(unit_id),
        "semua": semua,
        "kategori": [(n, semua.kategori_sebelum[n], semua.kategori_sesudah[n]) for n in KATEGORI],
        "kategori_jenis": tampilan.TANDA_KATEGORI.get(a.nama_kategori(semua.rata("sesudah")), "netral") if semua.orang else "",
        "nama_kategori": a.nama_kategori(semua.rata("sesudah")) if semua.orang else "",
        "peserta": [(hitung.KEBIJAKAN[n], semua.peserta[n]) for n in nilai["kebijakan"]],
        "kurang_jp": "teknis" in nilai["kebijakan"] and nilai["jp"] < a.jp_minimal,
        "jp_minimal": a.jp_minimal,
        "biaya": _biaya(semua, nilai),
        "anak": potong(request, _baris(request, per_unit)),
        "asumsi": tampilan.asumsi(request.acuan, putaran),
        "maks": sum(m for _, m in DIMENSI.values()),
    }  # fmt: skip
    return render(request, "indeks/andai/kebijakan.html", isi, status=400 if form.errors else 200)


def _pilihan_unit(request):
    """OPD for those who see all; else the units in scope."""
    unit, dipilih = request.acuan.unit, request.GET.get("unit", "")
    if seluruh(request.hak):
        daftar = [u for u in unit.values() if u.jenis == "opd" or str(u.id) == dipilih]
        return [("", "Seluruh instansi"), *sorted(((str(u.id), u.nama) for u in daftar), key=lambda x: x[1])]
    daftar = [unit[i] for i in request.hak.unit_lingkup if i in unit]
    return [("", "Semua unit dalam cakupan"), *sorted(((str(u.id), u.nama) for u in daftar), key=lambda x: x[1])]


def _sasaran(request, unit_id):
    """(unit or None, ids of the units meant or None for all); never beyond the scope of the reader."""
    lihat = seluruh(request.hak)
    if unit_id is not None:
        if unit_id not in request.acuan.unit or not (lihat or unit_id in request.hak.unit_lingkup):
            raise Http404
        return unit_id, request.acuan.turunan({unit_id})
    if lihat:
        return None, None
    teratas = rekap_tampil.unit_teratas(request.hak, request.acuan)
    return (teratas[0] if len(teratas) == 1 else None), request.hak.unit_lingkup


def _biaya(semua, nilai):
    """What the course costs in all, and per point of the mean; None while the cost of one is unknown."""
    if nilai["biaya"] is None or "teknis" not in nilai["kebijakan"]:
        return None
    orang = semua.peserta["teknis"]
    jumlah = orang * nilai["biaya"]
    naik = Decimal(semua.sesudah - semua.sebelum) / 100
    return {"orang": orang, "jumlah": jumlah, "per_poin": round(jumlah / naik) if naik and jumlah else None}


def _baris(request, per_unit):
    """Units by what they gain, the largest first."""
    unit = request.acuan.unit
    baris = [(unit[i].nama if i in unit else "Tanpa unit", j) for i, j in per_unit.items()]
    return sorted(baris, key=lambda b: (-(b[1].naik or 0), b[0]))
