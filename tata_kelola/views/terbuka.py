"""Data terbuka (halaman umum) dan CSV-nya; aggregate, k-anonymous and of the last month, so nobody has to log in."""

import csv

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from kepegawaian.acuan import acuan_kini
from kepegawaian.akses import terbuka as umum
from kepegawaian.impor.ekspor import aman
from tata_kelola import terbuka


@umum(alasan="data terbuka: daftar himpunan agregat k-anonim, tanpa nama")
@require_safe
def terbuka_list(request):
    """The data sets, each with its address."""
    acuan, hari_ini = acuan_kini(), timezone.localdate()
    isi = {"himpunan": list(terbuka.HIMPUNAN.values()), "k": acuan.setelan(terbuka.K, hari_ini)}
    return render(request, "tata_kelola/terbuka_list.html", isi)


@umum(alasan="data terbuka: satu himpunan agregat k-anonim, tanpa nama")
@require_safe
def terbuka_detail(request, kode):
    """One data set as a table."""
    if kode not in terbuka.HIMPUNAN:
        raise Http404
    himpunan, baris, k, per = terbuka.susun(kode, acuan_kini())
    isi = {"h": himpunan, "baris": [(b[0], b[1:-1], b[-1]) for b in baris], "k": k, "jumlah": sum(b[-1] for b in baris), "per": per,
           "kolom": ["perangkat daerah" if n == "opd" else n.replace("_", " ") for n in himpunan.kolom]}  # fmt: skip
    return render(request, "tata_kelola/terbuka_detail.html", isi)


@umum(alasan="data terbuka: unduhan CSV agregat k-anonim, tanpa nama")
@cache_control(public=True, max_age=3600)
@require_safe
def terbuka_download(request, kode):
    """One data set as CSV, UTF-8; its name says the day it stands for."""
    if kode not in terbuka.HIMPUNAN:
        raise Http404
    himpunan, baris, _, per = terbuka.susun(kode, acuan_kini())
    jawab = HttpResponse(content_type="text/csv; charset=utf-8")
    jawab["Content-Disposition"] = f'attachment; filename="asn-{kode}{f"-{per:%Y%m%d}" if per else ""}.csv"'
    tulis = csv.writer(jawab)
    tulis.writerow([*himpunan.kolom, "jumlah"])
    tulis.writerows([aman(sel) if isinstance(sel, str) else sel for sel in satu] for satu in baris)
    return jawab
