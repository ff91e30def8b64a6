"""Papan kinerja: berapa yang sampai tahap mana, siapa terlambat, predikat tiap unit, dan indikator pohon kinerja."""

from dataclasses import dataclass

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from eperformance.aturan import PREDIKAT
from eperformance.models import PeriodeKinerja
from eperformance.pantau import bahan, lampu
from eperformance.pantau.daftar import lengkapi, lingkup, q_terlambat
from eperformance.pantau.keadaan import CORONG, TERLAMBAT, pilihan_masa, tinjau
from eperformance.pantau.views import PEMANTAU, alamat_daftar, pilihan_tahun
from eperformance.pohon import susunan
from kepegawaian import akses
from kepegawaian.models import ProfilKini
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar

BANYAK_LAMBAT = 8
WARNA = (6, 1, 2, 4, 5)  # colours of the chart: green, laut, amber, red, grey
BATANG = 15  # units in the chart; the table has all
KOLOM = (
    "UNIT",
    *(n.upper() for _, n, _ in CORONG),
    *(n.upper() for n in TERLAMBAT.values()),
    *(p.upper() for p in PREDIKAT),
)


@dataclass(slots=True)
class Pandang:
    """What of the regency a reader looks at.

    ``unit``: ids of the units, None for everybody; ``akar``: units whose children are the rows (None: OPD are); ``tautan``: may
    he open the people behind the numbers; ``kecuali``: himself, who is not his own staff.
    """

    unit: frozenset | None
    akar: tuple | None
    tautan: bool
    kecuali: int | None
    nama: str
    unit_id: int | None = None


def pandang(request):
    """The Pandang of a reader; ``?unit=`` goes down into a unit of his scope, 404 for any other."""
    hak, unit = request.hak, request.acuan.unit
    luas = hak.lihat_semua or hak.punya("pimpinan")
    diminta = request.GET.get("unit", "")
    if diminta:
        satu = unit.get(int(diminta)) if diminta.isascii() and diminta.isdigit() else None
        if satu is None or not (luas or satu.id in hak.unit_lingkup):
            raise Http404
        dalam = request.acuan.turunan([satu.id])
        tautan = hak.lihat_semua or dalam <= hak.unit_lingkup
        kecuali = None if hak.lihat_semua or not tautan else hak.pegawai_id
        return Pandang(dalam, (satu.id,), tautan, kecuali, satu.nama, satu.id)
    if luas:
        return Pandang(None, None, hak.lihat_semua, None, "Seluruh perangkat daerah")
    akar = tuple(i for i in hak.unit_lingkup if i in unit and unit[i].induk_id not in hak.unit_lingkup)
    nama = unit[akar[0]].nama if len(akar) == 1 else f"{len(akar)} unit kerja"
    return Pandang(hak.unit_lingkup, akar, True, hak.pegawai_id, nama)


def hitung(t, p, acuan):
    """(Hitungan of all, [Hitungan of the rows]) of a Pandang; one query."""
    baris = bahan.hitung(t, unit=p.unit, semua=p.unit is None, kecuali=p.kecuali)
    kelompok = bahan.menurut_opd(acuan) if p.akar is None else bahan.menurut_anak(acuan, p.akar)
    semua, menurut = bahan.lipat(t, baris, kelompok)
    return semua, bahan.urut(acuan, menurut)


def _saringan(p, h, acuan):
    """Filter of the list behind a row: an OPD, a unit with those below it, or the people of the unit itself."""
    if h.unit_id not in acuan.unit:
        return None
    if p.akar is None:
        return {"opd": h.unit_id} if acuan.unit[h.unit_id].jenis == "opd" else {"unit": h.unit_id}
    return {"unit": h.unit_id} | ({"sendiri": 1} if h.unit_id in p.akar else {})


def _baris(t, p, daftar, acuan):
    """Rows for the template: figures, the address of the people behind them ("" without), and of the next level."""
    anak = {u.induk_id for u in acuan.unit.values()}
    for h in daftar:
        saring = _saringan(p, h, acuan)
        yield {
            "h": h,
            "url": alamat_daftar(t, **saring) if p.tautan and saring else "",
            "turun": h.unit_id if h.unit_id in anak and h.unit_id not in (p.akar or ()) else None,
            "persen": [(k, h.persen(k)) for k in ("ditetapkan", "dievaluasi")],
        }


def _singkat(nama):
    """A name short enough for the axis of a chart; its end tells units of one office apart."""
    return nama if len(nama) <= 36 else f"{nama[:18].rstrip()}…{nama[-16:].lstrip()}"


def _grafik(daftar):
    """Stacked bars of predikat, the units with most people assessed first."""
    pilih = sorted((h for h in daftar if h.dinilai), key=lambda h: (-h.dinilai, h.nama))[:BATANG]
    return {
        "jenis": "bar", "mendatar": True, "tumpuk": True, "satuan": "pegawai", "label": [_singkat(h.nama) for h in pilih],
        "deret": [{"nama": p, "nilai": [h.predikat[p] for h in pilih], "warna": w} for p, w in zip(PREDIKAT, WARNA, strict=True)],
    }  # fmt: skip


def _lambat(request, t, p):
    """The first people who are late, for whoever may read names."""
    orang = ProfilKini.objects.filter(lingkup(request.hak)).filter(q_terlambat(t, "semua"))
    if p.unit is not None:
        orang = orang.filter(unit_id__salah_satu=p.unit)
    return list(lengkapi(t, list(orang.order_by("nama")[:BANYAK_LAMBAT]), request.acuan))


@akses.peran(*PEMANTAU)
@require_safe
def papan(request):
    """The board of a year and masa: of one's staff, one's OPD, or the whole regency."""
    semua_tahun = list(PeriodeKinerja.objects.all())
    t = tinjau(request.GET, request.hari_ini, semua_tahun)
    if t is None:
        return render(request, "eperformance/pantau/papan_kosong.html")
    p, acuan = pandang(request), request.acuan
    semua, daftar = hitung(t, p, acuan)
    potongan = potong(request, daftar)
    atas = alamat_daftar(t, unit=p.unit_id) if p.tautan else ""
    milik = next((k for k in request.hak.kantor if k.kepala and k.unit_id), None)
    isi = {
        "t": t,
        "p": p,
        "tahun_pilihan": pilihan_tahun(semua_tahun, t),
        "masa_pilihan": [(n, nama, n == t.nomor) for n, nama in pilihan_masa(t.periode, request.hari_ini)],
        "semua": semua,
        "url": atas,
        "potongan": potongan,
        "baris": list(_baris(t, p, potongan.butir, acuan)),
        "judul_baris": "Perangkat daerah" if p.akar is None else "Unit",
        "lambat": _lambat(request, t, p) if p.tautan and semua.lambat else [],
        "grafik": _grafik(daftar),
        "lampu": lampu.baris(t.periode.tahun, acuan.setelan(susunan.AMBANG, request.hari_ini))
        if p.unit is None
        else [],
        "milik": milik if p.unit_id != getattr(milik, "unit_id", None) and p.unit is None else None,
        "naik": p.unit_id and (acuan.unit[p.unit_id].induk_id if p.unit_id in acuan.unit else None),
        "laporan": request.hak.punya("staf_bkd", "pejabat_bkd", "inspektorat"),
    }
    return render(request, "eperformance/pantau/papan.html", isi)


@akses.peran(*PEMANTAU)
@require_safe
def papan_ekspor(request):
    """The figures of the board as xlsx, a row a unit."""
    t = tinjau(request.GET, request.hari_ini)
    if t is None:
        raise Http404
    semua, daftar = hitung(t, pandang(request), request.acuan)
    baris = (
        (h.nama or "Jumlah", *(n for _, _, n, _ in h.corong), *(h.terlambat[k] for k in TERLAMBAT),
         *(n for _, n in h.daftar_predikat))
        for h in [*daftar, semua]
    )  # fmt: skip
    nama = f"papan-kinerja-{t.periode.tahun}-{t.nomor}"
    return unduh_daftar(request, "Papan kinerja", KOLOM, baris, objek="skp", nama=nama)
