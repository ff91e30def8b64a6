"""Halaman umum seleksi ASN: pengumuman, formasi, hasil menurut nomor peserta, tanpa data pribadi selebihnya.

What the law publishes of a person is his participant number and his masked name; nothing else of him leaves this page.
"""

from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from kepegawaian import akses, dosir
from kepegawaian.acuan import acuan_kini, acuan_tetap
from kepegawaian.models import Naskah
from kepegawaian.penomoran import potong
from pengadaan.models import HasilSeleksi, PembatalanKelulusan, Seleksi
from pengadaan.seleksi.aturan_pengganti import SEBAB
from pengadaan.seleksi.hasil import samarkan

ALASAN = "Pengadaan ASN terbuka bagi umum: pengumuman, formasi, dan hasilnya diumumkan (PP 11/2017 Pasal 19 dan seterusnya)."
NAMA = dict(HasilSeleksi.KODE)
# Out only once it is announced.
MASIH = Q(pembatalan__isnull=True) | Q(pembatalan__pengumuman__isnull=True)


def _publik():
    return Seleksi.objects.filter(publik=True).exclude(status__in=("persiapan", "batal"))


@akses.terbuka(alasan=ALASAN)
@require_safe
def umum_list(request):
    """Selections on show, the newest first."""
    daftar = list(_publik().prefetch_related("tahap")[:20])
    return render(request, "pengadaan/seleksi/umum_list.html", {"daftar": daftar})


def _sebutan(p):
    """What became of a participant, as far as it is announced."""
    batal = getattr(p, "pembatalan", None)
    if batal and batal.pengumuman_id:
        return f"kelulusan dibatalkan, {SEBAB[batal.sebab][0]}"
    return "Lulus sebagai pengganti" if hasattr(p, "menggantikan") else NAMA[p.hasil.kode]


@akses.terbuka(alasan=ALASAN)
@require_safe
def umum_detail(request, pk):
    """One selection: stages, formasi, and once it is set the result by participant number, masked names."""
    s = get_object_or_404(_publik(), pk=pk)
    nomor = "".join(request.GET.get("nomor", "").split())[:30]
    peserta = s.pelamar.select_related("hasil", "mengisi__jabatan", "mengisi__unit", "pembatalan", "menggantikan")
    cari = peserta.filter(nomor_peserta=nomor, hasil__isnull=False).first() if nomor and s.berhasil else None
    lulus = (
        peserta.filter(mengisi__isnull=False)
        .filter(MASIH)
        .order_by("mengisi__unit__nama", "mengisi__jabatan__nama", "mengisi_id", "hasil__peringkat", "nomor_peserta")
    )
    potongan = potong(request, lulus) if s.berhasil else None
    for p in potongan or ():
        p.samar = samarkan(p.nama)
    batal = PembatalanKelulusan.objects.filter(pelamar__seleksi=s, pengumuman__isnull=False).select_related(
        "pelamar__mengisi__jabatan", "pelamar__mengisi__unit", "pengganti", "pengumuman"
    )
    isi = {
        "s": s, "tahap": s.urutan_tahap, "nomor": nomor, "cari": cari, "potongan": potongan,
        "samar": samarkan(cari.nama) if cari else "", "hasil": _sebutan(cari) if cari else "", "batal": list(batal),
        "formasi_cari": cari.mengisi if cari and not _sebutan(cari).startswith("kelulusan") else None,
        "formasi": list(s.formasi.select_related("jabatan", "unit").order_by("unit__nama", "jabatan__nama", "jalur")[:300]),
        "ada_pdf": bool(s.pengumuman_id and s.pengumuman.berkas_sah),
    }  # fmt: skip
    with acuan_tetap(acuan_kini()):  # asked once for all rows; a guest has no request.acuan
        return render(request, "pengadaan/seleksi/umum_detail.html", isi)


@akses.terbuka(alasan=ALASAN)
@require_safe
def umum_pdf(request, pk):
    """The signed announcement; an unsigned one is not public."""
    s = get_object_or_404(_publik().select_related("pengumuman"), pk=pk)
    if s.pengumuman is None or not s.pengumuman.berkas_sah:
        raise Http404
    return dosir.respons(s.pengumuman.berkas_sah, f"pengumuman-{s.pk}.pdf", "application/pdf")


@akses.terbuka(alasan=ALASAN)
@require_safe
def umum_pengganti(request, pk, naskah):
    """A signed announcement of pengganti."""
    s = get_object_or_404(_publik(), pk=pk)
    milik = PembatalanKelulusan.objects.filter(pelamar__seleksi=s)
    n = get_object_or_404(
        Naskah.objects.filter(pk__in=milik.values("pengumuman_id")).exclude(berkas_sah=""), pk=naskah
    )
    return dosir.respons(n.berkas_sah, f"pengganti-{n.pk}.pdf", "application/pdf")
