"""Abdi Negara: bagi pembaca daftar, satu tulisan, dan edisi; bagi penulis draf dan pengirimannya; bagi redaksi putusannya."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import akses, dosir
from kepegawaian.penomoran import potong
from kesejahteraan.korpri import redaksi
from kesejahteraan.korpri.forms import FormPutusan, FormTulisan
from kesejahteraan.korpri.hak import PENGELOLA
from kesejahteraan.korpri.models import TulisanKorpri
from kesejahteraan.korpri.views import formulir, kelola, khusus_pengelola, lakukan, pelaku
from layanan.galat import DitolakAlur

DETAIL = "kesejahteraan:korpri_tulisan_detail"
TANDA = {"draf": "netral", "diajukan": "info", "dikembalikan": "perhatian", "terbit": "terpenuhi", "ditarik": "gagal"}


def ambil(request, pk):
    """The tulisan: published for everybody, else for its author and the editors (who do not read a draft)."""
    t = get_object_or_404(TulisanKorpri.objects.select_related("penulis__kini", "opd", "edisi"), pk=pk)
    milik = t.penulis_id == request.hak.pegawai_id
    if t.status != "terbit" and not milik and (t.status == "draf" or not kelola(request)):
        raise Http404
    return t


def _atas(t=None):
    atas = [("Abdi Negara", reverse("kesejahteraan:korpri_tulisan_list"))]
    return [*atas, (t.judul, reverse(DETAIL, args=[t.pk]))] if t else atas


@akses.masuk
@require_safe
def tulisan_list(request):
    """What is published, newest first; ``?q=`` words, ``?jenis=`` artikel or inovasi."""
    daftar = TulisanKorpri.objects.filter(status="terbit").select_related("penulis__kini", "opd")
    q, jenis = request.GET.get("q", "").strip()[:80], request.GET.get("jenis", "")
    for kata in q.split():
        daftar = daftar.filter(
            Q(judul__icontains=kata) | Q(ringkasan__icontains=kata) | Q(isi__icontains=kata)
            | Q(penulis__kini__nama__icontains=kata)
        )  # fmt: skip
    if jenis in dict(TulisanKorpri.JENIS):
        daftar = daftar.filter(jenis=jenis)
    isi = {
        "potongan": potong(request, daftar.defer("isi")), "q": q, "jenis": jenis, "pilihan": TulisanKorpri.JENIS,
        "kelola": kelola(request), "penulis": request.hak.punya("asn"),
    }  # fmt: skip
    return render(request, "kesejahteraan/korpri/tulisan_list.html", isi)


@akses.masuk
@require_safe
def tulisan_saya(request):
    """What I have written, in every state."""
    daftar = TulisanKorpri.objects.filter(penulis_id=request.hak.pegawai_id or 0).defer("isi").order_by("-id")
    potongan = potong(request, daftar)
    for t in potongan:
        t.tanda = TANDA[t.status]
    return render(
        request, "kesejahteraan/korpri/tulisan_saya.html", {"potongan": potongan, "penulis": request.hak.punya("asn")}
    )


@akses.masuk
@require_safe
def tulisan_detail(request, pk):
    """One tulisan; for its author and the editors with its state and what they may do."""
    t = ambil(request, pk)
    milik, boleh = t.penulis_id == request.hak.pegawai_id, kelola(request)
    isi = {
        "t": t, "tanda": TANDA[t.status], "milik": milik, "alinea": [a for a in t.isi.replace("\r", "").split("\n\n") if a.strip()],
        "dapat_ubah": milik and t.status in redaksi.MILIK_PENULIS, "redaksi": boleh and not milik, "kelola": boleh,
    }  # fmt: skip
    return render(request, "kesejahteraan/korpri/tulisan_detail.html", isi)


@akses.masuk
@require_safe
def tulisan_gambar(request, pk):
    """The picture of a tulisan the reader may open."""
    t = ambil(request, pk)
    if not t.gambar:
        raise Http404
    return dosir.respons(t.gambar, f"abdi-negara-{t.pk}", t.gambar_mime)


@akses.peran("asn")
@require_http_methods(["GET", "HEAD", "POST"])
def tulisan_create(request):
    """A new draft."""
    form = FormTulisan(request.POST or None, request.FILES or None)
    isi = {
        "judul": "Tulis untuk Abdi Negara", "tombol": "Simpan draf", "sukses": "Draf disimpan; periksa, lalu kirim ke redaksi.",
        "penjelasan": "Artikel atau inovasi Anda dibaca semua anggota Korpri sesudah disetujui redaksi.", "atas": _atas(),
    }  # fmt: skip

    def simpan(f):
        t = redaksi.simpan(None, f.cleaned_data, f.cleaned_data["gambar"], oleh=pelaku(request))
        return redirect(DETAIL, t.pk)

    return formulir(request, form, simpan, isi, reverse("kesejahteraan:korpri_tulisan_list"))


@akses.masuk
@require_http_methods(["GET", "HEAD", "POST"])
def tulisan_update(request, pk):
    """The author changes his draft; an editor what waits or stands."""
    t = ambil(request, pk)
    milik = t.penulis_id == request.hak.pegawai_id
    if milik and t.status in redaksi.MILIK_PENULIS:
        perbuatan = redaksi.simpan
    elif kelola(request) and t.status in ("diajukan", "terbit"):
        perbuatan = redaksi.sunting
    else:
        raise Http404
    ada = bool(t.gambar)
    form = FormTulisan(request.POST or None, request.FILES or None, initial=FormTulisan.awal(t), ada_gambar=ada)
    isi = {
        "judul": "Ubah tulisan" if milik else "Sunting tulisan", "tombol": "Simpan", "sukses": "Tulisan disimpan.",
        "atas": _atas(t), "penjelasan": "" if milik else "Naskah asli penulis tetap tersimpan pada riwayatnya.",
    }  # fmt: skip

    def simpan(f):
        d = f.cleaned_data
        perbuatan(t.pk, d, d["gambar"], oleh=pelaku(request), versi=t.versi, hapus_gambar=d.get("hapus_gambar", False))

    return formulir(request, form, simpan, isi, reverse(DETAIL, args=[pk]))


def _versi(request):
    """The version the page showed; an impossible one when it is no number."""
    teks = request.POST.get("versi", "")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 9 else -1


@akses.masuk
@require_POST
def tulisan_ajukan(request, pk):
    """The author hands it to the editors."""
    ambil(request, pk)
    return lakukan(
        request, lambda: redaksi.ajukan(pk, oleh=pelaku(request), versi=_versi(request)),
        "Tulisan dikirim ke redaksi; hasilnya diberitahukan kepada Anda.", DETAIL, pk,
    )  # fmt: skip


@akses.masuk
@require_POST
def tulisan_ambil(request, pk):
    """The author takes it back."""
    ambil(request, pk)
    return lakukan(
        request, lambda: redaksi.batal_ajukan(pk, oleh=pelaku(request), versi=_versi(request)),
        "Tulisan kembali menjadi draf.", DETAIL, pk,
    )  # fmt: skip


@akses.peran(*PENGELOLA)
@khusus_pengelola
@require_safe
def redaksi_list(request):
    """What waits for the editors, the oldest first; ``?status=`` another state."""
    pilihan = [p for p in TulisanKorpri.STATUS if p[0] != "draf"]
    status = request.GET.get("status", "diajukan")
    status = status if status in dict(pilihan) else "diajukan"
    daftar = TulisanKorpri.objects.filter(status=status).defer("isi").select_related("penulis__kini", "opd", "edisi")
    daftar = daftar.order_by("diajukan_pada" if status == "diajukan" else "-diajukan_pada", "pk")
    isi = {"potongan": potong(request, daftar), "status": status, "pilihan": pilihan}
    return render(request, "kesejahteraan/korpri/redaksi_list.html", isi)


@akses.peran(*PENGELOLA)
@khusus_pengelola
@require_POST
def tulisan_putuskan(request, pk):
    """Publish, return or withdraw."""
    get_object_or_404(TulisanKorpri.objects.exclude(status="draf"), pk=pk)
    form = FormPutusan(request.POST)
    if not form.is_valid():
        messages.error(request, "Putusan tidak terbaca; muat ulang halaman.")
        return redirect(DETAIL, pk)
    d = form.cleaned_data
    kata = {
        "terbit": "Tulisan terbit.",
        "dikembalikan": "Tulisan dikembalikan kepada penulis.",
        "ditarik": "Tulisan ditarik.",
    }
    try:
        redaksi.putuskan(pk, d["keputusan"], d["catatan"], oleh=pelaku(request), versi=d["versi"])
    except DitolakAlur as galat:
        messages.error(request, str(galat))
        return redirect(DETAIL, pk)
    messages.success(request, kata[d["keputusan"]])
    return redirect("kesejahteraan:korpri_redaksi_list")
