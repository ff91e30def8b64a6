"""Evaluasi program: jangkauan, JP tiap ASN, biaya tiap JP, sebelum dan sesudah; grafik dengan tabel dan unduhannya."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from diklat.pengembangan import evaluasi
from kepegawaian import akses
from kepegawaian.views.ekspor import unduh_daftar

PEMBACA = ("staf_bkd", "pejabat_bkd", "pimpinan", "inspektorat")
KOLOM = ("OPD", "ASN", "IKUT PELATIHAN", "JANGKAUAN (%)", "JP", "JP TIAP ASN")
TAHUN_LALU = 5


def _tahun(request):
    """The year asked for, within reach; this year otherwise."""
    kini, teks = request.hari_ini.year, request.GET.get("tahun", "")
    return int(teks) if teks.isascii() and teks.isdigit() and kini - TAHUN_LALU <= int(teks) <= kini else kini


def _grafik_opd(opd):
    atas = opd[:15]
    return {"jenis": "bar", "mendatar": True, "satuan": "JP", "label": [o["nama"] for o in atas],
            "deret": [{"nama": "JP tiap ASN", "nilai": [round(o["jp_rata"], 1) for o in atas]}]}  # fmt: skip


def _grafik_tahun(isi, nama, jenis):
    """One series over the years."""
    return {
        "jenis": jenis,
        "satuan": "",
        "label": [str(t) for t, _ in isi],
        "deret": [{"nama": nama, "nilai": [n for _, n in isi]}],
    }


@akses.peran(*PEMBACA)
@require_safe
def evaluasi_program(request):
    """The year's training in figures, for the whole regency."""
    tahun, kini = _tahun(request), request.hari_ini.year
    opd, jalan = evaluasi.per_opd(tahun, request.acuan), evaluasi.per_tahun(tahun)
    asn, ikut, jp = (sum(o[k] for o in opd) for k in ("asn", "ikut", "jp"))
    dampak = evaluasi.dampak(tahun) if tahun == kini else {}
    isi = {
        "tahun": tahun, "pilihan": [kini - n for n in range(TAHUN_LALU + 1)], "opd": opd, "asn": asn, "ikut": ikut, "jp": jp,
        "jangkauan": 100 * ikut / asn if asn else 0, "jp_rata": jp / asn if asn else 0, "biaya": evaluasi.biaya(tahun),
        "dampak": [(nama, dampak[k]) for k, nama in ((True, "Ikut pelatihan"), (False, "Tidak ikut")) if k in dampak],
        "grafik_opd": _grafik_opd(opd),
        "grafik_tahun": _grafik_tahun([(t, n) for t, n, _ in jalan], "ASN yang ikut", "bar"),
        "grafik_jp": _grafik_tahun([(t, jp) for t, _, jp in jalan], "JP seluruhnya", "line"),
        "kelompok": evaluasi.per_kelompok(tahun),
    }  # fmt: skip
    isi["grafik_kelompok"] = {"jenis": "bar", "satuan": "JP", "label": [n for n, _, _ in isi["kelompok"]],
                              "deret": [{"nama": "JP", "nilai": [j for _, _, j in isi["kelompok"]]}]}  # fmt: skip
    return render(request, "diklat/pengembangan/evaluasi.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def evaluasi_ekspor(request):
    """The table of OPD as xlsx."""
    tahun = _tahun(request)
    baris = ((o["nama"], o["asn"], o["ikut"], round(o["jangkauan"], 1), o["jp"], round(o["jp_rata"], 1))
             for o in evaluasi.per_opd(tahun, request.acuan))  # fmt: skip
    return unduh_daftar(request, f"Evaluasi pelatihan {tahun}", KOLOM, baris, objek="riwayatdiklat")
