"""Rencana kebutuhan tugas belajar tiap tahun (TB-06)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from diklat.models import RencanaTugasBelajar
from diklat.tugas_belajar import perbuatan
from diklat.tugas_belajar.forms import RencanaForm
from diklat.tugas_belajar.views import PEMANTAU
from kepegawaian import akses
from kepegawaian.penomoran import potong
from layanan.galat import DitolakAlur
from layanan.models import Usulan
from layanan.views.usulan import pelaku


def _terpakai(daftar):
    """{pk as text: usulan that name the row}; one query."""
    kunci = [str(r.pk) for r in daftar]
    isi = Usulan.objects.filter(
        Q(layanan="tugas-belajar") & ~Q(status__in=("ditolak", "dibatalkan")), isian__rencana__in=kunci
    )
    return dict(isi.order_by().values_list("isian__rencana").annotate(n=Count("pk")))


@akses.peran(*PEMANTAU)
@require_safe
def rencana_tb_list(request):
    """The rows of a year, with how many usulan name each."""
    kini, teks = request.hari_ini.year, request.GET.get("tahun", "")
    tahun = int(teks) if teks.isascii() and teks.isdigit() and len(teks) == 4 else kini
    potongan = potong(
        request, RencanaTugasBelajar.objects.filter(tahun=tahun, dicoret_pada=None).select_related("opd")
    )
    terpakai = _terpakai(potongan)
    for r in potongan:
        r.terpakai = terpakai.get(str(r.pk), 0)
    isi = {
        "potongan": potongan,
        "tahun": tahun,
        "pilihan": range(kini + 1, kini - 3, -1),
        "kelola": perbuatan.kelola(request.hak, request.acuan),
    }
    return render(request, "diklat/tugas_belajar/rencana_list.html", isi)


@akses.peran("staf_bkd", "pejabat_bkd")
@require_http_methods(["GET", "HEAD", "POST"])
def rencana_tb_create(request):
    """A row more."""
    if not perbuatan.kelola(request.hak, request.acuan):
        raise PermissionDenied
    form = RencanaForm(request.POST or None, initial={"tahun": request.hari_ini.year + 1})
    url = reverse("diklat:rencana_tb_list")
    if request.method == "POST" and form.is_valid():
        try:
            r = perbuatan.simpan_rencana(form.save(commit=False), oleh=pelaku(request))
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Rencana ditambah.")
            return redirect(f"{url}?tahun={r.tahun}")
    isi = {"judul": "Tambah rencana tugas belajar", "form": form, "tombol": "Tambah", "batal_url": url,
           "atas": [("Tugas belajar", reverse("diklat:tugas_belajar_list")), ("Rencana kebutuhan", url)]}  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)


@akses.peran("staf_bkd", "pejabat_bkd")
@require_POST
def rencana_tb_delete(request, pk):
    """Strikes a row out."""
    try:
        r = perbuatan.coret_rencana(pk, oleh=pelaku(request))
    except RencanaTugasBelajar.DoesNotExist:
        messages.error(request, "Rencana itu tidak ada.")
        return redirect("diklat:rencana_tb_list")
    except DitolakAlur as galat:
        raise PermissionDenied from galat
    messages.success(request, f"{r} dicoret dari rencana.")
    return redirect(f"{reverse('diklat:rencana_tb_list')}?tahun={r.tahun}")
