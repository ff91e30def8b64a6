"""Tanda tangan elektronik: konfirmasi, satu kata sandi, hasil tiap naskah, dan pencocokan yang tidak pasti."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Prefetch, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from kepegawaian import akses
from kepegawaian.penomoran import potong
from layanan import forms, katalog, tanda_tangan, tanda_tangan_surat
from layanan.galat import DitolakAlur
from layanan.models import BatchTte, NaskahUsulan, PermintaanTte, Usulan
from layanan.tampilan import halaman_usulan
from layanan.tte.galat import GalatTte
from layanan.views.pilihan import baca_pilihan
from layanan.views.usulan import ambil_usulan, pelaku
from layanan.wewenang import cara_tte, pengurus_tte

TOLAK = (DitolakAlur, GalatTte)


@akses.masuk
@require_POST
def kotak_tandatangani(request):
    """The one confirmation: what will be signed, each with its present version, and one passphrase field."""
    return _konfirmasi(request, forms.FormTandaTanganBanyak())


def _konfirmasi(request, form, status=200):
    pilihan = baca_pilihan(request)
    if not pilihan:
        messages.error(request, "Pilih naskah lebih dulu.")
        return redirect("layanan:kotak_list")
    daftar = _menunggu(request, pilihan)
    baris, lain, milik = [], [], {}
    for nomor, versi in pilihan:
        usulan = daftar.get(nomor)
        if usulan is None or not usulan.naskah_siap:
            lain.append((nomor, "tidak menunggu tanda tangan elektronik Anda."))
            continue
        usulan.kunci, usulan.senaskah = f"{nomor}:{versi}", []
        pertama = milik.setdefault(usulan.naskah_siap.pk, usulan)
        (baris if pertama is usulan else pertama.senaskah).append(usulan)
    return render(
        request,
        "layanan/tte_konfirmasi.html",
        {"baris": baris, "lain": lain, "form": form, "kantor": baris[0].langkah_kini.jabatan if baris else None},
        status=status,
    )


def _menunggu(request, pilihan):
    """{nomor: Usulan} of the chosen ones that wait for an electronic signature of the reader."""
    daftar = (
        Usulan.objects.menunggu(request.hak)
        .filter(nomor__in=[n for n, _ in pilihan], langkah_kini__aksi=katalog.TANDA_TANGAN)
        .select_related("langkah_kini__jabatan", "pegawai__kini")
        .prefetch_related("naskah__naskah")
    )
    hasil = {}
    for usulan in daftar:
        if cara_tte(usulan.langkah_kini, request.hak):
            siap = [t.naskah for t in usulan.naskah.all() if t.naskah.tahap == "tercetak" and not t.surat]
            usulan.naskah_siap = siap[-1] if siap else None
            hasil[usulan.nomor] = usulan
    return hasil


@akses.masuk
@require_POST
@sensitive_post_parameters("sandi")
def tte_create(request):
    """Signs the confirmed ones: claims them in one act, then shows the batch with its results."""
    form = forms.FormTandaTanganBanyak(request.POST)
    if not form.is_valid():
        return _konfirmasi(request, form, status=422)
    pilihan = baca_pilihan(request)
    daftar = {
        u.nomor: u
        for u in Usulan.objects.menunggu(request.hak)
        .filter(nomor__in=[n for n, _ in pilihan])
        .select_related("langkah_kini__jabatan")
    }
    for nomor, _ in pilihan:
        if nomor not in daftar:
            messages.error(request, f"{nomor}: sudah tidak menunggu Anda.")
    try:
        batch, gagal = tanda_tangan.minta(
            [(daftar[n], v) for n, v in pilihan if n in daftar], oleh=pelaku(request), sandi=form.cleaned_data["sandi"]
        )
    except GalatTte as galat:
        form.add_error("sandi", str(galat))
        return _konfirmasi(request, form, status=422)
    except DitolakAlur as galat:
        messages.error(request, str(galat))
        return redirect("layanan:kotak_list")
    for nomor, sebab in gagal:
        messages.error(request, f"{nomor}: {sebab}")
    return redirect("layanan:tte_detail", pk=batch.pk)


@akses.masuk
@require_POST
@sensitive_post_parameters("sandi")
def usulan_tandatangani(request, nomor):
    """Signs one usulan from its own page; the same act with a batch of one."""
    usulan = ambil_usulan(request, nomor)
    form = forms.FormTandaTangan(request.POST, auto_id="id_tandatangani_%s")
    if not form.is_valid():
        return halaman_usulan(request, usulan, form_perbuatan=form, status=422)
    isi = form.cleaned_data
    try:
        batch, _ = tanda_tangan.minta([(usulan, isi["versi"])], oleh=pelaku(request), sandi=isi["sandi"])
    except GalatTte as galat:
        form.add_error("sandi", str(galat))
        return halaman_usulan(request, usulan, form_perbuatan=form, status=422)
    except DitolakAlur as galat:
        messages.error(request, str(galat))
        return redirect("layanan:usulan_detail", nomor=nomor)
    return redirect("layanan:tte_detail", pk=batch.pk)


@akses.masuk
def tte_list(request):
    """Batches of the offices I sign for or look after; those that need somebody first."""
    hak = request.hak
    milik = Q(oleh_id=hak.pengguna_id) | Q(jabatan_id__in=hak.jabatan_ids)
    if unit := hak.unit_operator | hak.unit_staf:
        milik |= Q(jabatan__unit_id__in=unit)
    if hak.hanya_baca:
        milik = Q(pk__in=())
    daftar = BatchTte.objects.filter(milik).select_related("jabatan", "oleh__pegawai__kini")
    daftar = daftar.annotate(
        banyak=Count("permintaan"),
        jadi=Count("permintaan", filter=Q(permintaan__status="selesai")),
        ragu=Count("permintaan", filter=Q(permintaan__status="perlu_dicocokkan")),
    ).order_by("-id")
    return render(request, "layanan/tte_list.html", {"potongan": potong(request, daftar)})


def _batch(request, pk):
    batch = get_object_or_404(BatchTte.objects.select_related("jabatan", "oleh"), pk=pk)
    if not pengurus_tte(batch, request.hak):
        raise Http404
    return batch


@akses.masuk
def tte_detail(request, pk):
    """One batch: where each naskah stands, and what the official must do when it waits for him."""
    return _halaman_batch(request, _batch(request, pk))


def _halaman_batch(request, batch, form=None, status=200):
    senaskah = NaskahUsulan.objects.filter(surat=False).select_related("usulan")
    baris = batch.permintaan.select_related("usulan__pegawai__kini", "naskah").prefetch_related(
        Prefetch("naskah__usulan", senaskah)
    )
    baris = list(baris)
    surat = NaskahUsulan.objects.filter(surat=True, naskah__in=[p.naskah_id for p in baris if not p.usulan_id])
    tentang = {s.naskah_id: s.usulan for s in surat.select_related("usulan__pegawai__kini")}
    for p in baris:
        p.tentang = p.usulan or tentang.get(p.naskah_id)
    isi = {
        "batch": batch,
        "baris": baris,
        "form": form or forms.FormTandaTanganBanyak(),
        "milik_saya": batch.oleh_id == request.user.pk,
        "bergerak": batch.status in ("antre", "berjalan"),
    }
    isi["jadi"] = sum(p.status == "selesai" for p in isi["baris"])
    isi["sisa"] = sum(p.status == "menunggu" for p in isi["baris"])
    return render(request, "layanan/tte_detail.html", isi, status=status)


@akses.masuk
@require_POST
@sensitive_post_parameters("sandi")
def tte_lanjutkan(request, pk):
    """The passphrase once more for what is left of a batch."""
    batch = _batch(request, pk)
    form = forms.FormTandaTanganBanyak(request.POST)
    if not form.is_valid():
        return _halaman_batch(request, batch, form, status=422)
    try:
        tanda_tangan.mulai_lagi(batch, oleh=pelaku(request), sandi=form.cleaned_data["sandi"])
    except GalatTte as galat:
        form.add_error("sandi", str(galat))
        return _halaman_batch(request, batch, form, status=422)
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    return redirect("layanan:tte_detail", pk=pk)


@akses.masuk
@require_POST
def tte_lepas(request, pk):
    """Lets go of what is left of a batch; the usulan wait for a signature as before."""
    batch = _batch(request, pk)
    try:
        tanda_tangan.lepas_sisa(batch, oleh=pelaku(request))
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Yang belum ditandatangani dilepas dan kembali menunggu di kotak kerja.")
    return redirect("layanan:tte_detail", pk=pk)


@akses.masuk
def tte_cocokkan(request, pk):
    """Settles one doubtful signature: upload the signed file found at the signer, or release it for a new try."""
    p = get_object_or_404(
        PermintaanTte.objects.select_related("batch__jabatan", "usulan__pegawai__kini", "naskah"), pk=pk
    )
    if not pengurus_tte(p.batch, request.hak):
        raise Http404
    unggah, lepas = forms.FormCocokkanUnggah(), forms.FormCocokkanLepas()
    if request.method == "POST":
        aksi = request.POST.get("aksi")
        form = (
            forms.FormCocokkanLepas(request.POST) if aksi == "lepas" else forms.FormCocokkanUnggah(None, request.FILES)
        )
        if aksi == "lepas":
            lepas = form
        else:
            unggah = form
        if form.is_valid() and _cocokkan(request, p, aksi, form.cleaned_data):
            return redirect("layanan:tte_detail", pk=p.batch_id)
    return render(request, "layanan/tte_cocokkan.html", {"p": p, "unggah": unggah, "lepas": lepas})


def _cocokkan(request, p, aksi, isi):
    try:
        if aksi == "lepas":
            tanda_tangan.cocokkan_lepas(p, oleh=pelaku(request), alasan=isi["alasan"])
        else:
            tanda_tangan.cocokkan_unggah(p, isi["berkas"], oleh=pelaku(request))
    except TOLAK as galat:
        messages.error(request, str(galat))
        return False
    messages.success(request, "Dilepas untuk dicoba lagi." if aksi == "lepas" else "Naskah berlaku dengan berkas itu.")
    return True


# ── letters of a step ────────────────────────────────────────────────────────────────────────────────


@akses.masuk
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_post_parameters("sandi")
def surat_tandatangani(request):
    """Letters of a step that wait for the reader's own electronic signature: chosen ones are signed with one passphrase."""
    if not tanda_tangan_surat.kantor_saya(request.hak):
        raise PermissionDenied
    form = forms.FormTandaTanganBanyak(request.POST or None)
    pilih = [int(x) for x in request.POST.getlist("id") if x.isdigit()]
    if request.method == "POST" and form.is_valid():
        try:
            batch, gagal = tanda_tangan_surat.tandatangani(
                pilih, oleh=pelaku(request), sandi=form.cleaned_data["sandi"]
            )
        except GalatTte as galat:
            form.add_error("sandi", str(galat))
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            for nomor, sebab in gagal:
                messages.error(request, f"{nomor}: {sebab}")
            return redirect("layanan:tte_detail", pk=batch.pk)
    daftar = list(tanda_tangan_surat.menunggu_saya(request.hak)[:100])
    isi = {"daftar": daftar, "form": form, "pilih": pilih}
    return render(request, "layanan/surat_tandatangani.html", isi, status=422 if form.errors else 200)
