"""Unit kerja (SOTK): pohon, kepala, banyaknya pegawai, jabatan kosong. Open to every account with a role."""

from django.http import Http404
from django.shortcuts import render

from kepegawaian import akses
from kepegawaian.models import UnitKerja
from kepegawaian.penomoran import potong
from kepegawaian.sotk import namai, susun_pohon
from kepegawaian.views.pegawai import PELIHAT


@akses.masuk
def unit_list(request):
    """The whole regency: its OPD, each a link to its own tree."""
    akar = next((u.id for u in request.acuan.unit.values() if u.induk_id is None), None)
    return _halaman(request, akar, dalam=1)


@akses.masuk
def unit_detail(request, pk):
    """One unit and what is below it."""
    if pk not in request.acuan.unit:
        raise Http404
    return _halaman(request, pk, dalam=None)


def _halaman(request, akar, dalam):
    hak, unit = request.hak, request.acuan.unit
    isi = {
        "pohon": None,
        "jalur": [],
        "terlepas": 0,
        "boleh_daftar": frozenset(),
        "kode": hak.punya("admin", "staf_bkd"),
    }
    if akar is not None:
        isi["pohon"] = susun_pohon(request.acuan, akar, per=request.hari_ini, dalam=dalam)
        isi["potongan"] = potong(request, _cari(isi["pohon"].rumpun, request.GET.get("q", "")))
        namai(isi["potongan"])
        isi["jalur"] = [unit[i] for i in unit[akar].jalur[:-1]]
    if hak.punya("admin", "staf_bkd"):
        # Units whose parents form a loop are no part of the tree; those who can mend it must know.
        isi["terlepas"] = UnitKerja.objects.count() - len(unit)
    if hak.punya(*PELIHAT):
        isi["boleh_daftar"] = frozenset(unit) if hak.lihat_semua else hak.unit_lingkup
    return render(request, "kepegawaian/unit_list.html", isi)


def _cari(rumpun, teks):
    """Of many schools or puskesmas those whose name has these words."""
    kata = teks.upper().split()
    return [s for s in rumpun if all(k in s.unit.nama.upper() for k in kata)]
