"""Kepatuhan internal: SOP dan SLA tiap layanan dan bulan, langkah di baliknya, dan daftar periksa regulasi."""

from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_http_methods, require_safe

from eperformance.pohon.views import formulir, pelaku
from kepegawaian import akses
from kepegawaian.aturan import tambah_bulan
from kepegawaian.models import Regulasi
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan import katalog
from layanan.views.katalog import ambil_layanan
from tata_kelola import kepatuhan, regulasi as acu, tinjauan
from tata_kelola.forms_tata import FormTinjauan
from tata_kelola.hak import PEMBACA, PENULIS, mengelola

KOLOM = ("LAYANAN", "LANGKAH SELESAI", "TEPAT WAKTU", "% TEPAT", "LEWAT SLA", "LEWAT BATAS PERATURAN", "DIKEMBALIKAN",
         "DIALIHKAN KE ATAS", "LEWAT HARI INI")  # fmt: skip
KOLOM_TINJAUAN = (
    "KODE",
    "JUDUL",
    "KEADAAN",
    "ATURAN BERLAKU",
    "BARIS TABEL DAN SETELAN",
    "DITINJAU",
    "DITINJAU LAGI",
    "CATATAN",
)


def masa(request):
    """How many months are shown: 3, 6 (default) or 12."""
    teks = request.GET.get("bulan", "")
    return int(teks) if teks in {str(n) for n in kepatuhan.MASA} else 6


def alamat_langkah(**saring):
    """The list behind a figure, its filter only: the template knows the page."""
    return urlencode({k: v for k, v in saring.items() if v not in ("", None)})


@akses.peran(*PEMBACA)
@require_safe
def kepatuhan_list(request):
    """All layanan with a step that ended in these months, the least adherent first; every figure has its list."""
    banyak = masa(request)
    _, bulan = kepatuhan.rentang(request.hari_ini, banyak)
    semua, baris = kepatuhan.menurut_layanan(request.hari_ini, banyak, request.hak.rahasia_tertutup)
    potongan = potong(request, baris)
    isi = {
        "semua": semua, "potongan": potongan, "baris": [_sel(b, bulan) for b in potongan], "bulan": bulan, "banyak": banyak,
        "masa": kepatuhan.MASA, "jumlah": _sel(semua, bulan),
        "target": request.acuan.entri_setelan(kepatuhan.TARGET, request.hari_ini),
        "tampil": request.GET.get("tampil", ""), "usulan": request.hak.lihat_semua, "tertutup": len(request.hak.rahasia_tertutup),
        "grafik": {
            "jenis": "line", "label": [b.strftime("%m-%Y") for b in bulan], "satuan": "persen", "maks": 100,
            "deret": [{"nama": "Tepat waktu (%)", "nilai": [_persen(semua.bulan.get(b)) for b in bulan]}],
        },
    }  # fmt: skip
    return render(request, "tata_kelola/kepatuhan_list.html", isi)


def _persen(patuh):
    return None if patuh is None or patuh.persen is None else float(patuh.persen)


def _sel(b, bulan, **lain):
    """A BarisPatuh with the filters of the lists behind its figures."""
    saring = {"layanan": b.kode} | lain
    url = {h: alamat_langkah(**saring, masa=len(bulan), hasil=h) for h in ("", *kepatuhan.HASIL)}
    sel = [(awal, b.bulan.get(awal), alamat_langkah(**saring, bulan=f"{awal:%Y-%m}")) for awal in bulan]
    return {"b": b, "j": b.jumlah, "url": url | {"semua": url.pop("")}, "bulan": sel}


@akses.peran(*PEMBACA)
@require_safe
def kepatuhan_ekspor(request):
    """The table as xlsx."""
    _, baris = kepatuhan.menurut_layanan(request.hari_ini, masa(request), request.hak.rahasia_tertutup)
    isi = (
        [
            b.nama,
            j.langkah,
            j.tepat,
            None if j.persen is None else float(j.persen),
            j.lewat,
            j.hukum,
            j.kembali,
            j.alih,
            b.menunggu_lewat,
        ]
        for b in baris
        for j in [b.jumlah]
    )
    return unduh_daftar(request, "Kepatuhan SLA", KOLOM, isi, objek="usulan")


@akses.peran(*PEMBACA)
@require_safe
def kepatuhan_detail(request, slug):
    """One layanan, step by step; its SOP is its map."""
    layanan, banyak = ambil_layanan(slug), masa(request)
    if slug in request.hak.rahasia_tertutup:
        raise Http404
    _, bulan = kepatuhan.rentang(request.hari_ini, banyak)
    semua, langkah = kepatuhan.menurut_langkah(layanan, request.hari_ini, banyak)
    isi = {
        "layanan": layanan, "bulan": bulan, "banyak": banyak, "masa": kepatuhan.MASA,
        "jumlah": _sel(semua, bulan),
        "baris": [_sel(b, bulan, layanan=slug, langkah=b.kode) for b in langkah],
        "target": request.acuan.entri_setelan(kepatuhan.TARGET, request.hari_ini),
    }  # fmt: skip
    return render(request, "tata_kelola/kepatuhan_detail.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def kepatuhan_langkah(request):
    """The steps behind a figure, those of usulan the reader may open; how many others there are is said."""
    saring, boleh, semua = _saringan(request)
    potongan = potong(request, boleh)
    ada = semua.order_by().count()
    isi = {
        "potongan": potongan, "saring": saring, "hasil": kepatuhan.HASIL, "lain": 0 if potongan.lebih else ada - potongan.jumlah,
        "ada": ada, "layanan": [(la.slug, la.nama) for la in katalog.semua() if la.slug not in request.hak.rahasia_tertutup],
        "judul": dict(katalog.pilihan()).get(saring["layanan"], "Semua layanan"),
    }  # fmt: skip
    return render(request, "tata_kelola/kepatuhan_langkah.html", isi)


def _saringan(request):
    """({filter of the URL}, steps the reader may open, all steps); an unknown value filters nothing.

    ``bulan``: one month; ``masa``: so many months up to today; ``dari`` and ``sampai``: any days.
    """
    teks = request.GET.get("masa", "")
    dari, _ = kepatuhan.rentang(request.hari_ini, int(teks) if teks in {str(n) for n in kepatuhan.MASA} else 6)
    sampai = request.hari_ini
    if bulan := kepatuhan.baca_bulan(request.GET.get("bulan", "")):
        dari, sampai = bulan, tambah_bulan(bulan, 1) - timedelta(days=1)
    saring = {
        "dari": _tanggal(request.GET.get("dari", ""), dari), "sampai": _tanggal(request.GET.get("sampai", ""), sampai),
        "layanan": request.GET.get("layanan", ""), "langkah": request.GET.get("langkah", "")[:40],
        "hasil": request.GET.get("hasil", ""),
    }  # fmt: skip
    return saring, *kepatuhan.daftar(request.hak, **saring)


def _tanggal(teks, bawaan):
    try:
        return date.fromisoformat(teks)
    except ValueError:
        return bawaan


# ── daftar periksa regulasi ──────────────────────────────────────────────────────────────────────────


@akses.peran(*PEMBACA)
@require_safe
def tinjauan_list(request):
    """The checklist: every regulation something rests on, what is out of force or due for review first."""
    semua = tinjauan.daftar(request.hari_ini)
    hitung, berubah = tinjauan.ringkas(semua)
    pilih, q = request.GET.get("keadaan", ""), request.GET.get("q", "").strip()
    baris = [
        b for b in semua
        if pilih in ("", b.keadaan) and q.lower() in f"{b.regulasi.kode} {b.regulasi.judul}".lower()
    ]  # fmt: skip
    isi = {
        "potongan": potong(request, baris), "pilih": pilih, "q": q, "berubah": berubah,
        "keadaan": [(k, kata, jenis, hitung[k]) for k, (kata, jenis) in tinjauan.KEADAAN.items()],
        "kelola": mengelola(request.hak, request.acuan),
    }  # fmt: skip
    return render(request, "tata_kelola/tinjauan_list.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def tinjauan_ekspor(request):
    """The whole checklist as xlsx."""
    isi = (
        [b.regulasi.kode, b.regulasi.judul, b.kata[0], b.aturan, b.baris, t.tanggal if t else None,
         t.tinjau_lagi if t else None, t.catatan if t else b.regulasi.status]
        for b in tinjauan.daftar(request.hari_ini)
        for t in [b.tinjauan]
    )  # fmt: skip
    return unduh_daftar(request, "Daftar periksa regulasi", KOLOM_TINJAUAN, isi, objek="regulasi")


def ambil_regulasi(kode):
    """The Regulasi of a slug; 404 without one."""
    ini = next((r for r in Regulasi.objects.all() if acu.regulasi_slug(r.kode) == kode), None)
    if ini is None:
        raise Http404
    return ini


@akses.peran(*PEMBACA)
@require_safe
def tinjauan_detail(request, kode):
    """The reviews of one regulation, and what must change once it is no longer in force."""
    ini = ambil_regulasi(kode)
    riwayat = list(tinjauan.riwayat(ini))
    aturan, tabel = tinjauan.harus_berubah(ini.kode, request.hari_ini)
    keadaan = tinjauan.keadaan(ini, riwayat[0] if riwayat else None, request.hari_ini)
    isi = {
        "regulasi": ini, "riwayat": riwayat, "aturan": aturan, "tabel": tabel, "keadaan": keadaan,
        "kata": tinjauan.KEADAAN[keadaan], "banyak": len(aturan) + sum(len(b) for b in tabel.values()),
        "kelola": mengelola(request.hak, request.acuan),
    }  # fmt: skip
    return render(request, "tata_kelola/tinjauan_detail.html", isi)


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def tinjauan_create(request, kode):
    """Records one review."""
    if not mengelola(request.hak, request.acuan):
        raise PermissionDenied
    ini = ambil_regulasi(kode)
    awal = {
        "tanggal": request.hari_ini,
        "tinjau_lagi": tinjauan.tinjau_lagi_bawaan(request.hari_ini),
        "hasil": "berlaku",
    }
    form = FormTinjauan(request.POST or None, initial=awal, kecuali=ini.kode)
    kembali = reverse("tata_kelola:tinjauan_detail", args=[ini.kode])

    def simpan(f):
        tinjauan.tinjau(ini, **f.cleaned_data, oleh=pelaku(request))
        return redirect(kembali)

    isi = {
        "judul": f"Tinjau {ini.kode}", "tombol": "Catat tinjauan", "sukses": "Tinjauan dicatat.", "penjelasan": ini.judul,
        "atas": [("Daftar periksa regulasi", reverse("tata_kelola:tinjauan_list")), (ini.kode, kembali)],
    }  # fmt: skip
    return formulir(request, form, simpan, isi, kembali)
