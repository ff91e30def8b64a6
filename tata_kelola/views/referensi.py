"""Referensi untuk dibaca: golongan, gaji, BUP, eselon, pendidikan, hukuman disiplin, periode dan penetap KP."""

from datetime import date

from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepegawaian.akses import masuk
from tata_kelola import referensi


@require_safe
@masuk
def referensi_list(request):
    """The tables one can read."""
    return render(request, "tata_kelola/referensi_list.html", {"daftar": referensi.DAFTAR})


@require_safe
@masuk
def referensi_detail(request, kunci):
    """One table with source and confidence of every row."""
    tabel = referensi.PER_KUNCI.get(kunci)
    if tabel is None:
        raise Http404
    baris = [
        {"sel": list(zip(tabel.kolom, sel, strict=True)), "berlaku": berlaku, "dasar": dasar, "keyakinan": keyakinan}
        for sel, berlaku, dasar, keyakinan in tabel.baris()
    ]
    isi = {"tabel": tabel, "baris": baris, "bertanggal": any(b["berlaku"] for b in baris), "daftar": referensi.DAFTAR}
    return render(request, "tata_kelola/referensi_detail.html", isi)


@require_safe
@masuk
def gaji_detail(request):
    """The pay table of a version (``?jenis=PNS&sejak=2024-01-01``), one group of golongan at a time for PNS."""
    versi = referensi.versi_gaji()
    if not versi:
        raise Http404
    jenis = request.GET.get("jenis") if request.GET.get("jenis") in ("PNS", "PPPK") else "PNS"
    tanggal = [sejak for j, sejak in versi if j == jenis]
    try:
        sejak = date.fromisoformat(request.GET.get("sejak", ""))
    except ValueError:
        sejak = None
    if sejak not in tanggal:
        sejak = tanggal[0] if tanggal else None
    kelompok = request.GET.get("kelompok", "")
    kelompok = kelompok if jenis == "PNS" and kelompok in ("I", "II", "III", "IV") else ""
    isi = {
        "versi": versi,
        "kisi": referensi.kisi_gaji(jenis, sejak, kelompok),
        "kelompok": kelompok,
        "pilihan_kelompok": ("I", "II", "III", "IV"),
        "daftar": referensi.DAFTAR,
    }
    return render(request, "tata_kelola/gaji_detail.html", isi)
