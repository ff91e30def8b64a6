"""Halaman umum seleksi ASN: pengumuman, formasi, hasil menurut nomor peserta, tanpa data pribadi selebihnya.

What the law publishes of a person is his participant number and his masked name; nothing else of him leaves this page.
"""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kepegawaian import akses, dosir
from kepegawaian.penomoran import potong
from pengadaan.models import HasilSeleksi, Seleksi
from pengadaan.seleksi.hasil import samarkan

ALASAN = "Pengadaan ASN terbuka bagi umum: pengumuman, formasi, dan hasilnya diumumkan (PP 11/2017 Pasal 19 dan seterusnya)."
NAMA = dict(HasilSeleksi.KODE)


def _publik():
    return Seleksi.objects.filter(publik=True).exclude(status__in=("persiapan", "batal"))


@akses.terbuka(alasan=ALASAN)
@require_safe
def umum_list(request):
    """Selections on show, the newest first."""
    daftar = list(_publik().prefetch_related("tahap")[:20])
    return render(request, "pengadaan/seleksi/umum_list.html", {"daftar": daftar})


@akses.terbuka(alasan=ALASAN)
@require_safe
def umum_detail(request, pk):
    """One selection: stages, formasi, and once it is set the result by participant number, masked names."""
    s = get_object_or_404(_publik(), pk=pk)
    nomor = "".join(request.GET.get("nomor", "").split())[:30]
    hasil = HasilSeleksi.objects.filter(pelamar__seleksi=s).select_related(
        "pelamar", "formasi__jabatan", "formasi__unit"
    )
    cari = None
    if nomor and s.berhasil:
        cari = hasil.filter(pelamar__nomor_peserta=nomor).first()
    lulus = hasil.filter(formasi__isnull=False).order_by(
        "formasi__unit__nama", "formasi__jabatan__nama", "peringkat", "pelamar__nomor_peserta"
    )
    potongan = potong(request, lulus) if s.berhasil else None
    for h in potongan or ():
        h.samar = samarkan(h.pelamar.nama)
    isi = {
        "s": s, "tahap": list(s.tahap.select_related("seleksi")), "nomor": nomor, "cari": cari, "potongan": potongan,
        "samar": samarkan(cari.pelamar.nama) if cari else "", "hasil": NAMA[cari.kode] if cari else "",
        "formasi": list(s.formasi.select_related("jabatan", "unit").order_by("unit__nama", "jabatan__nama", "jalur")[:300]),
        "ada_pdf": bool(s.pengumuman_id and s.pengumuman.berkas_sah),
    }  # fmt: skip
    return render(request, "pengadaan/seleksi/umum_detail.html", isi)


@akses.terbuka(alasan=ALASAN)
@require_safe
def umum_pdf(request, pk):
    """The signed announcement; an unsigned one is not public."""
    s = get_object_or_404(_publik().select_related("pengumuman"), pk=pk)
    if s.pengumuman is None or not s.pengumuman.berkas_sah:
        raise Http404
    return dosir.respons(s.pengumuman.berkas_sah, f"pengumuman-{s.pk}.pdf", "application/pdf")
