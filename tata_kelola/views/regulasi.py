"""Regulasi: daftar, halaman tiap peraturan dengan segala yang bersandar padanya, dan aturan tiap layanan."""

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepegawaian.akses import masuk
from kepegawaian.models import Regulasi
from layanan import katalog
from tata_kelola import regulasi as acu


@require_safe
@masuk
def regulasi_list(request):
    """All regulations; by default those something rests on (``?semua=1`` for all)."""
    q, semua = request.GET.get("q", "").strip(), request.GET.get("semua") == "1"
    sandaran = acu.hitung_sandaran()
    baris = [
        {"regulasi": r, "aturan": sandaran[r.kode]["aturan"], "baris": sandaran[r.kode]["baris"]}
        for r in Regulasi.objects.all()
        if (semua or r.kode in sandaran) and q.lower() in f"{r.kode} {r.judul}".lower()
    ]
    baris.sort(key=lambda b: (-b["aturan"], -b["baris"], b["regulasi"].kode))
    return render(request, "tata_kelola/regulasi_list.html", {"baris": baris, "q": q, "semua": semua})


@require_safe
@masuk
def regulasi_detail(request, kode):
    """One regulation: rules, settings and table rows that rest on it, each with its confidence."""
    ini = next((r for r in Regulasi.objects.all() if acu.regulasi_slug(r.kode) == kode), None)
    if ini is None:
        raise Http404
    aturan, layanan = acu.aturan_bersandar(ini.kode)
    tabel = acu.baris_bersandar(ini.kode)
    isi = {
        "regulasi": ini,
        "aturan": aturan,
        "layanan": layanan,
        "tabel": tabel,
        "terkait": [k for k in acu.disebut(ini.status) if k != ini.kode],
        "asumsi": sum(a.syarat.keyakinan != "pasti" for a in aturan)
        + sum(b.keyakinan != "pasti" for daftar in tabel.values() for b in daftar),
    }
    return render(request, "tata_kelola/regulasi_detail.html", isi)


@require_safe
@masuk
def aturan_list(request):
    """Every layanan with its conditions and sources, then the rules that belong to a page."""
    keyakinan = request.GET.get("keyakinan", "")
    kelompok = {
        layanan: [
            acu.AturanLayanan(layanan, s) for s in layanan.semua_syarat if not keyakinan or s.keyakinan == keyakinan
        ]
        for layanan in (*katalog.semua(), *katalog.kumpulan_aturan())
    }
    return render(request, "tata_kelola/aturan_list.html", {"kelompok": kelompok, "keyakinan": keyakinan})
