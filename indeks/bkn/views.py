"""Halaman nilai BKN: sanding dengan hitungan portal tiap unit dan pegawai, dan pintu berkasnya."""

import django_filters
from django.core.exceptions import PermissionDenied
from django.db.models import F, Q
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from indeks import rekap_tampil
from indeks.bkn import impor, tampil
from indeks.bkn.forms import BerkasForm
from indeks.filters import NAMA, Saringan
from indeks.menu import PELIHAT, PENDAFTAR
from indeks.models import HasilIndeks, PutaranIndeks
from indeks.setelan import generasi_tahun
from indeks.tasks import baca_nilai_bkn
from indeks.views import hasil_terlihat, seluruh
from kepegawaian import akses
from kepegawaian.antrean import antrekan
from kepegawaian.impor.wadah import BerkasDitolak
from kepegawaian.penomoran import BATAS_HITUNG, potong
from kepegawaian.views.batch_daftar import HalamanBatch
from kepegawaian.views.ekspor import unduh_daftar

PEMBACA = ("staf_bkd", "pejabat_bkd")
BATCH = HalamanBatch(
    impor.IMPOR, baca_nilai_bkn, "indeks:bkn_batch", "indeks:bkn", ("Impor nilai BKN", "indeks:bkn_impor", "indeks:bkn_impor"),
    impor.SEBUTAN, "nilai", "nilai BKN", "Nilai dari berkas ini ditandai batal dan yang digantikannya berlaku kembali.", "ip-asn",
    lambda n: str(n).replace(".", ","),
)  # fmt: skip
BERBEDA = {
    "beda": ("Berbeda", ~Q(selisih=0)),
    "lebih": ("Portal lebih tinggi", Q(selisih__gt=0)),
    "kurang": ("BKN lebih tinggi", Q(selisih__lt=0)),
    "sama": ("Sama", Q(selisih=0)),
}


# ── beside our own ───────────────────────────────────────────────────────────────────────────────────


def _putaran(request):
    """(run in force of the year asked for, or of the latest year with official values; years): the generation of the year."""
    tahun, ada = request.GET.get("tahun", ""), tampil.tahun_ada()
    daftar = list(PutaranIndeks.objects.perorangan().filter(tahun__in=ada).order_by("-tahun", "-generasi"))
    bawaan = {t: generasi_tahun(request.acuan, t) for t in ada}
    daftar.sort(key=lambda p: (-p.tahun, p.generasi != bawaan[p.tahun]))
    pilihan = list({p.tahun: p for p in reversed(daftar)}.values())[::-1]
    return next((p for p in pilihan if not tahun or str(p.tahun) == tahun), None), pilihan, ada


@akses.peran(*PELIHAT)
@require_safe
def bkn(request):
    """The difference of both values, in all and by unit, over the people who have both."""
    putaran, pilihan, ada = _putaran(request)
    isi = {"putaran": putaran, "pilihan": pilihan, "ada": ada, "mengimpor": request.hak.punya(*PEMBACA)}
    if putaran is not None:
        lihat = seluruh(request.hak)
        semua = tampil.per_unit(putaran, request.acuan, None if lihat else request.hak.unit_lingkup)
        unit = request.acuan.unit
        if lihat:
            anak = [u for u in semua if u and unit[u].jenis == "opd"]
        else:
            anak = [u for u in semua if u in request.hak.unit_lingkup]
        baris = [semua[u] for u in anak]
        isi |= {
            "semua": semua.get(0),
            "anak": potong(request, rekap_tampil.saring_anak(baris, request.GET, kunci="selisih")),
            "banyak": len(baris),
            "lihat_orang": request.hak.punya(*PENDAFTAR),
        }
    return render(request, "indeks/bkn/banding.html", isi)


class BandingFilter(Saringan):
    """Name or NIP, OPD, kind of post, and how the two values differ."""

    URUT = {"nama": NAMA, "selisih": (F("selisih"), *NAMA)}
    BAWAAN = NAMA

    beda = django_filters.ChoiceFilter(
        label="Selisih", choices=[(k, n) for k, (n, _) in BERBEDA.items()], method="saring_beda", empty_label="Semua selisih"
    )  # fmt: skip

    class Meta:
        model = HasilIndeks
        fields = ()

    def saring_beda(self, queryset, _nama, nilai):
        """People whose values differ, and which way."""
        return queryset.filter(BERBEDA[nilai][1])


def _orang(request, putaran):
    daftar = tampil.bersanding(hasil_terlihat(request, putaran), putaran).filter(resmi__isnull=False)
    return BandingFilter(request.GET, daftar, request=request)


@akses.peran(*PENDAFTAR)
@require_safe
def bkn_pegawai(request):
    """People in scope with both values side by side."""
    putaran, pilihan, _ = _putaran(request)
    isi = {"putaran": putaran, "pilihan": pilihan, "batas": BATAS_HITUNG}
    if putaran is not None:
        isi["saring"] = _orang(request, putaran)
        isi["potongan"] = potong(request, isi["saring"].qs)
        for satu in isi["potongan"]:
            satu.unit_nama = request.acuan.unit[satu.unit_id].nama if satu.unit_id in request.acuan.unit else ""
    return render(request, "indeks/bkn/pegawai.html", isi)


@akses.peran(*PENDAFTAR)
@require_safe
def bkn_ekspor(request):
    """The list as xlsx; for external reports BKN's value stands."""
    putaran, _, _ = _putaran(request)
    if putaran is None:
        raise Http404
    nama = {u.id: u.nama for u in request.acuan.unit.values()}
    baris = (
        (h.pegawai.kini.nip, h.pegawai.kini.nama_lengkap, h.pegawai.kini.jabatan.nama if h.pegawai.kini.jabatan else "",
         nama.get(h.unit_id, ""), nama.get(h.opd_id, ""), h.resmi, h.total, h.selisih, h.resmi)
        for h in _orang(request, putaran).qs.iterator(chunk_size=2000)
    )  # fmt: skip
    return unduh_daftar(
        request, "Nilai BKN dan portal", tampil.KOLOM, baris, objek="nilairesmi", nama=f"ip-asn-bkn-{putaran.tahun}"
    )


# ── the door of files ────────────────────────────────────────────────────────────────────────────────


@akses.peran(*PEMBACA)
def bkn_impor(request):
    """Files that came in, and the form for the next one."""
    form = BerkasForm(request.POST or None, request.FILES or None, tahun_kini=request.hari_ini.year)
    tulis = request.hak.punya("staf_bkd")
    if request.method == "POST" and not tulis:
        raise PermissionDenied
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            batch = impor.unggah(
                file.file, file.name, form.cleaned_data["tahun"], request.hari_ini, request.user, alamat=request.alamat
            )  # fmt: skip
        except BerkasDitolak as galat:
            form.add_error("file", str(galat))
        else:
            antrekan(baca_nilai_bkn, batch.pk)
            return redirect("indeks:bkn_batch", batch.pk)
    isi = {"form": form, "tulis": tulis, "potongan": potong(request, BATCH.semua())}
    return render(request, "indeks/bkn/impor.html", isi, status=422 if form.errors else 200)


@akses.peran(*PEMBACA)
@require_safe
def bkn_batch(request, pk):
    """One file and its rows."""
    return BATCH.detail(request, pk, menulis=request.hak.punya("staf_bkd"))


@akses.peran("staf_bkd")
@require_POST
def bkn_baca(request, pk):
    """Reads the file once more."""
    return BATCH.baca(request, pk)


@akses.peran("staf_bkd")
@require_POST
def bkn_terapkan(request, pk):
    """Applies a previewed batch."""
    return BATCH.terapkan(request, pk)


@akses.peran("staf_bkd")
@require_POST
def bkn_batalkan(request, pk):
    """Withdraws an applied batch."""
    return BATCH.batalkan(request, pk)


@akses.peran(*PEMBACA)
@require_safe
def bkn_galat(request, pk):
    """The rows in error as xlsx."""
    return BATCH.galat(pk)
