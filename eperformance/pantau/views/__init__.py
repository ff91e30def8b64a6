"""Halaman pantau, satu berkas satu pokok: papan, daftar, laporan, ekinerja."""

from urllib.parse import urlencode

from django.urls import reverse

PEMANTAU = ("atasan", "operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd", "pimpinan", "inspektorat")
# Lists of people by name: each within his scope; pimpinan reads figures.
PENDAFTAR = tuple(p for p in PEMANTAU if p != "pimpinan")


def alamat_daftar(t, **saring):
    """Address of the people behind a number, with its filter."""
    isi = {"tahun": t.periode.tahun, "masa": t.nomor} | {k: v for k, v in saring.items() if v not in (None, "")}
    return f"{reverse('eperformance:pantau_list')}?{urlencode(isi)}"


def pilihan_tahun(semua, t):
    """[(year, chosen)]."""
    return [(p.tahun, p.pk == t.periode.pk) for p in semua]
