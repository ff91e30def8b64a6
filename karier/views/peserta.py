"""Peserta uji kompetensi: mendaftarkan, menilai, mengeluarkan."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from karier import uji
from karier.forms import FormNilai
from karier.models import PesertaUji
from karier.views import berdasar, pelaku
from karier.views.uji import PEMBACA, ambil_kegiatan
from kepegawaian import akses
from kepegawaian.filters import cari_orang
from kepegawaian.models import Pegawai, ProfilKini
from kepegawaian.penomoran import potong
from kepegawaian.standar import kompetensi
from layanan.galat import DitolakAlur


@akses.peran(*PEMBACA)
@require_http_methods(["GET", "POST"])
def peserta_create(request, pk):
    """Looks for PNS by name, NIP or OPD and registers those chosen."""
    k = ambil_kegiatan(request, pk, ubah=True)
    if request.method == "POST":
        nip = [n for n in request.POST.getlist("id") if n.isdigit()][: uji.MAKS_PESERTA]
        orang = Pegawai.objects.terlihat_oleh(request.hak).filter(nip__in=nip, kini__isnull=False)
        try:
            banyak = uji.daftarkan(k.pk, list(orang.select_related("kini")), oleh=pelaku(request))
        except DitolakAlur as galat:
            messages.error(request, str(galat))
        else:
            messages.success(request, f"{banyak} peserta didaftarkan.")
        return redirect("karier:uji_detail", pk=pk)
    cari = request.GET.get("q", "").strip()
    daftar = ProfilKini.objects.filter(request.hak.lingkup(), aktif=True, status="PNS", jabatan__isnull=False)
    if cari:
        daftar = daftar.filter(cari_orang(cari, nama="nama", nip="nip"))
    daftar = daftar.exclude(pegawai__in=k.peserta.values("pegawai")).select_related("jabatan", "opd").order_by("nama")
    isi = {"k": k, "q": cari, "potongan": potong(request, daftar) if cari else None}
    return render(request, "karier/peserta_create.html", isi)


def _ambil(request, pk, *, ubah=False):
    peserta = get_object_or_404(
        PesertaUji.objects.select_related("kegiatan", "pegawai__kini__jabatan", "sasaran", "usulan"), pk=pk
    )
    ambil_kegiatan(request, peserta.kegiatan_id, ubah=ubah)
    return peserta


@akses.peran(*PEMBACA)
@require_http_methods(["GET", "POST"])
def peserta_update(request, pk):
    """One peserta: conditions of the target post, and his scores."""
    p = _ambil(request, pk, ubah=request.method == "POST")
    nama = {k.kode: k.nama for k in kompetensi()}
    boleh = p.kegiatan.status in ("penilaian", "diajukan") and not uji.terkunci(p)
    form = FormNilai(request.POST or None, peserta=p, nama=nama)
    if request.method == "POST":
        if not boleh:
            raise Http404
        if form.is_valid():
            try:
                uji.nilai([form.hasil()], kegiatan_id=p.kegiatan_id, oleh=pelaku(request))
            except DitolakAlur as galat:
                form.add_error(None, str(galat))
            else:
                messages.success(request, f"Nilai {p.pegawai.kini.nama_lengkap} disimpan.")
                return redirect("karier:uji_detail", pk=p.kegiatan_id)
    isi = {
        "p": p, "syarat": berdasar(p.syarat), "form": form, "boleh": boleh,
        "kembali": reverse("karier:uji_detail", args=[p.kegiatan_id]),
        "nilai": [(nama.get(kode, kode), butuh, p.nilai.get(kode)) for kode, butuh in p.standar.items()],
    }  # fmt: skip
    return render(request, "karier/peserta_update.html", isi, status=400 if form.errors else 200)


@akses.peran(*PEMBACA)
@require_POST
def peserta_delete(request, pk):
    """Takes a peserta out of the kegiatan."""
    p = _ambil(request, pk, ubah=True)
    try:
        uji.keluarkan(p, oleh=pelaku(request))
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, f"{p.pegawai.kini.nama_lengkap} dikeluarkan dari daftar peserta.")
    return redirect("karier:uji_detail", pk=p.kegiatan_id)
