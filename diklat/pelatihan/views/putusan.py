"""Halaman putusan: daftar calon yang disetujui Sekretaris Daerah, lalu Bupati, dengan yang perlu ditimbang."""

from django.db.models import F
from django.http import Http404
from django.shortcuts import render
from django.views.decorators.http import require_safe

from diklat.pelatihan import hak, rute
from diklat.pelatihan.kegiatan import langkah_kini
from diklat.pelatihan.views import PEMANTAU, ambil_kegiatan, berdasar
from kepegawaian import akses


@akses.peran(*PEMANTAU, *hak.PEMUTUS)
@require_safe
def putusan_detail(request, pk):
    """The list to decide on, for the one whose decision it waits for now; 404 to everybody else."""
    k = ambil_kegiatan(request, pk)
    kini = langkah_kini(k)
    if kini is None or kini.pemegang not in rute.PEMUTUS:
        raise Http404
    if not hak.memegang_langkah(request.hak, request.acuan, kini.pemegang, k.pelatihan.kelompok):
        raise Http404
    calon = list(
        k.peserta.filter(status="ms")
        .select_related("pegawai__kini__opd", "pegawai__kini__jabatan")
        .order_by(F("urutan").asc(nulls_last=True), "pk")
    )
    for n, p in enumerate(calon, 1):
        p.masuk = n <= k.kuota
        p.ragu = [x for x in berdasar(p.syarat) if x["jawaban"] == "perlu_diperiksa"]
    isi = {
        "k": k, "kini": kini, "calon": calon, "masuk": sum(p.masuk for p in calon), "siapa": rute.PEMEGANG[kini.pemegang][0],
        "lama": k.langkah.filter(keadaan="selesai", tahap="seleksi").select_related("oleh"),
        "biaya": k.butir.anggaran if k.biaya is None and k.butir else k.biaya,
        "nota": k.surat.filter(kode="nota_dinas").select_related("naskah").last(),
    }  # fmt: skip
    return render(request, "diklat/pelatihan/putusan_detail.html", isi)
