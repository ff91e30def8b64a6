"""Kinerja dan anggaran tiap program dan kegiatan: daftar, ekspor, pagu, realisasi."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from eperformance.models import Pohon, Simpul
from eperformance.pohon.rumus import nama_masa
from eperformance.pohon.views import formulir, pelaku
from kepegawaian import akses
from kepegawaian.views.ekspor import unduh_daftar
from tata_kelola import anggaran
from tata_kelola.forms_tata import FormPagu, FormRealisasi
from tata_kelola.hak import PEMBACA, PENULIS, mengelola
from tata_kelola.models import PaguAnggaran

KOLOM = ("PROGRAM", "KEGIATAN", "UNIT", "PAGU", *(f"{apa} TW {t}" for t in ("I", "II", "III", "IV") for apa in ("RENCANA", "REALISASI")),
         "TERPAKAI", "%", "SISA", "KINERJA")  # fmt: skip


def _pohon(request):
    """(the tree of ``?tahun=``, else the one in force, else the newest; all years)."""
    semua = list(Pohon.objects.order_by("-tahun"))
    teks = request.GET.get("tahun", "")
    if teks:
        return next((p for p in semua if str(p.tahun) == teks), None) or _tidak_ada(), semua
    return next((p for p in semua if p.status == "berlaku"), semua[0] if semua else None), semua


def _tidak_ada():
    raise Http404


@akses.peran(*PEMBACA)
@require_safe
def anggaran_list(request):
    """One year: every program with its sums; ``?buka=`` a program or ``semua`` shows its kegiatan, money and indicators too."""
    pohon, semua = _pohon(request)
    isi = {"pohon": pohon, "semua": semua, "kelola": mengelola(request.hak, request.acuan)}
    if pohon is not None:
        tahun = anggaran.susun(pohon, request.hak, request.acuan, request.hari_ini)
        isi |= {
            "angka": [
                (nama, anggaran.sebut_rupiah(n), n)
                for nama, n in (("pagu", tahun.jumlah.pagu), ("realisasi", tahun.jumlah.terpakai), ("sisa", tahun.jumlah.sisa))
            ],
            "t": tahun, "buka": request.GET.get("buka", ""), "sedikit": len(tahun.program) == 1, "batas": request.acuan.entri_setelan(anggaran.SELISIH, request.hari_ini),
            "grafik": {
                "jenis": "bar", "label": [f"TW {t}" for t in ("I", "II", "III", "IV")], "satuan": "rupiah",
                "deret": [
                    {"nama": "Rencana", "nilai": [float(tahun.jumlah.rencana.get(t, 0)) for t in anggaran.TRIWULAN]},
                    {"nama": "Realisasi", "nilai": [float(tahun.jumlah.realisasi.get(t, 0)) for t in anggaran.TRIWULAN]},
                ],
            },
        }  # fmt: skip
        isi["ubah"] = isi["kelola"] and pohon.status != "arsip"
    return render(request, "tata_kelola/anggaran_list.html", isi)


@akses.peran(*PEMBACA)
@require_safe
def anggaran_ekspor(request):
    """The same as xlsx."""
    pohon, _ = _pohon(request)
    if pohon is None:
        raise Http404
    tahun = anggaran.susun(pohon, request.hak, request.acuan, request.hari_ini)

    def baris():
        for p in tahun.program:
            for k in p.anak or [p]:
                d = k.dana
                tw = [float(x) if x is not None else None for _, r, n in d.tiap_triwulan for x in (r, n)]
                yield [p.simpul.uraian, k.simpul.uraian, k.simpul.unit.nama, float(d.pagu), *tw, float(d.terpakai),
                       None if d.persen is None else float(d.persen), float(d.sisa), k.cabang.ringkas]  # fmt: skip

    return unduh_daftar(request, f"Anggaran {pohon.tahun}", KOLOM, baris(), objek="simpul")


def _simpul(request, pk):
    if not mengelola(request.hak, request.acuan):
        raise PermissionDenied
    simpul = get_object_or_404(Simpul.objects.select_related("pohon", "unit"), pk=pk)
    if simpul.jenis not in anggaran.BERPAGU or simpul.pohon.status == "arsip":
        raise Http404
    return simpul


def _kembali(simpul):
    return f"{reverse('tata_kelola:anggaran_list')}?tahun={simpul.pohon.tahun}"


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def pagu_create(request, pk):
    """Pagu and plan of a kegiatan; an amended one is a further row."""
    simpul = _simpul(request, pk)
    lama = PaguAnggaran.objects.filter(simpul=simpul).order_by("-pk").first()
    awal = {n: getattr(lama, n) for n in ("nilai", "tw1", "tw2", "tw3", "tw4", "dasar")} if lama else {}
    form, kembali = FormPagu(request.POST or None, initial=awal), _kembali(simpul)

    def simpan(f):
        d = f.cleaned_data
        tw = {t: d[f"tw{t}"] for t in anggaran.TRIWULAN}
        anggaran.catat_pagu(pk, nilai=d["nilai"], tw=tw, dasar=d["dasar"], oleh=pelaku(request))
        return redirect(kembali)

    isi = {"judul": "Ubah pagu" if lama else "Catat pagu", "tombol": "Simpan pagu", "sukses": "Pagu dicatat; yang lama tetap tersimpan.",
           "penjelasan": simpul.uraian, "atas": [(f"Anggaran {simpul.pohon.tahun}", kembali)]}  # fmt: skip
    return formulir(request, form, simpan, isi, kembali)


@akses.peran(*PENULIS)
@require_http_methods(["GET", "HEAD", "POST"])
def realisasi_create(request, pk, triwulan):
    """What was spent in one quarter."""
    simpul = _simpul(request, pk)
    if triwulan not in anggaran.TRIWULAN:
        raise Http404
    kini = anggaran.dana(simpul.pohon, request.user.pk).get(pk, anggaran.Dana())
    form, kembali = (
        FormRealisasi(request.POST or None, initial={"nilai": kini.realisasi.get(triwulan)}),
        _kembali(simpul),
    )

    def simpan(f):
        anggaran.catat_realisasi(pk, triwulan=triwulan, **f.cleaned_data, oleh=pelaku(request))
        return redirect(kembali)

    isi = {"judul": f"Realisasi {nama_masa(triwulan).lower()}", "tombol": "Simpan realisasi", "sukses": "Realisasi dicatat.",
           "penjelasan": simpul.uraian, "atas": [(f"Anggaran {simpul.pohon.tahun}", kembali)]}  # fmt: skip
    return formulir(request, form, simpan, isi, kembali)
