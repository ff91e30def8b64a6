"""Peserta kegiatan Korpri: mendaftar, mundur, mengisi kehadiran; bagi petugas daftar hadir, capaian, ekspor, cetak."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import akses
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from kesejahteraan.korpri import aturan, kegiatan
from kesejahteraan.korpri.forms import FormCapaian, FormDaftar, FormKode, FormPesertaBaru
from kesejahteraan.korpri.hak import PENGELOLA
from kesejahteraan.korpri.models import KegiatanKorpri, PesertaKorpri
from kesejahteraan.korpri.views import formulir, khusus_pengelola, lakukan, pelaku
from kesejahteraan.korpri.views.kegiatan import _atas, ambil
from layanan.galat import DitolakAlur

DETAIL = "kesejahteraan:korpri_kegiatan_detail"
KOLOM = ("NIP", "NAMA", "OPD", "CABANG", "STATUS", "MENDAFTAR", "HADIR", "PERINGKAT", "CAPAIAN")
HADIR = {True: "hadir", False: "tidak hadir", None: ""}
BATAS = 500  # rows of one page with a mark each; a larger kegiatan is marked page by page


def _peserta(k):
    return k.peserta.select_related("pegawai__kini__opd", "cabang")


@akses.masuk
@require_POST
def kegiatan_daftar(request, pk):
    """I register."""
    k = ambil(request, pk)
    form = FormDaftar(request.POST, cabang=list(k.cabang.all()))
    if not form.is_valid():
        messages.error(request, "Pilih cabang lombanya.")
        return redirect(DETAIL, pk)
    try:
        p = kegiatan.daftar(pk, request.hak.pegawai_id, form.cleaned_data.get("cabang"), oleh=pelaku(request))
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        penuh = "Tempat sudah penuh; Anda menjadi cadangan dan diberi tahu bila mendapat tempat."
        messages.success(request, "Anda terdaftar." if p.status == aturan.TERDAFTAR else penuh)
    return redirect(DETAIL, pk)


@akses.masuk
@require_POST
def peserta_mundur(request, pk):
    """I withdraw; or the office takes somebody out."""
    p = get_object_or_404(PesertaKorpri, pk=pk)
    sendiri = p.pegawai_id == request.hak.pegawai_id
    if not sendiri:
        ambil(request, p.kegiatan_id)
    kembali = DETAIL if sendiri else "kesejahteraan:korpri_peserta_list"
    return lakukan(
        request, lambda: kegiatan.mundur(pk, oleh=pelaku(request)), "Pendaftaran ditarik.", kembali, p.kegiatan_id
    )


@akses.masuk
@require_POST
def kegiatan_hadir(request, pk):
    """I confirm my presence with the code shown at the place."""
    ambil(request, pk)
    form = FormKode(request.POST)
    if not form.is_valid():
        messages.error(request, "Kode kehadiran enam angka.")
        return redirect(DETAIL, pk)
    return lakukan(
        request, lambda: kegiatan.konfirmasi(pk, form.cleaned_data["kode"], oleh=pelaku(request)),
        "Kehadiran Anda tercatat.", DETAIL, pk,
    )  # fmt: skip


@akses.peran(*PENGELOLA)
@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def peserta_list(request, pk):
    """Who takes part, and from the first day on who was there: a mark for each row of the page."""
    k = get_object_or_404(KegiatanKorpri, pk=pk)
    if request.method == "POST":
        tampak = [int(x) for x in request.POST.getlist("tampak") if x.isascii() and x.isdigit()][:BATAS]
        datang = set(request.POST.getlist("hadir"))
        return lakukan(
            request, lambda: kegiatan.catat_hadir(pk, {i: str(i) in datang for i in tampak}, oleh=pelaku(request)),
            "Daftar hadir disimpan.", "kesejahteraan:korpri_peserta_list", pk,
        )  # fmt: skip
    daftar = _peserta(k).order_by("status", "pegawai__kini__nama", "pk")
    pilih = request.GET.get("status", aturan.TERDAFTAR)
    if pilih in dict(PesertaKorpri.STATUS):
        daftar = daftar.filter(status=pilih)
    isi = {
        "k": k, "potongan": potong(request, daftar), "pilih": pilih, "pilihan": PesertaKorpri.STATUS,
        "isi_hadir": k.status in ("dibuka", "selesai") and request.hari_ini >= kegiatan.hari(k.mulai),
        "dapat_tambah": not aturan.alasan_tidak_daftar(status=k.status, tutup=k.tutup, hari_ini=request.hari_ini),
        "dapat_keluar": not aturan.alasan_tidak_mundur(
            status=k.status, mulai=kegiatan.hari(k.mulai), hari_ini=request.hari_ini),
    }  # fmt: skip
    return render(request, "kesejahteraan/korpri/peserta_list.html", isi)


@akses.peran(*PENGELOLA)
@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def peserta_create(request, pk):
    """The office registers a member by NIP."""
    k, kembali = get_object_or_404(KegiatanKorpri, pk=pk), reverse("kesejahteraan:korpri_peserta_list", args=[pk])
    isi = {
        "judul": "Daftarkan anggota", "tombol": "Daftarkan", "sukses": "Anggota didaftarkan.", "atas": _atas(k),
        "penjelasan": "Bagi anggota yang diundang atau tidak dapat mendaftar sendiri.",
    }  # fmt: skip

    def simpan(f):
        isi_form = f.cleaned_data
        kegiatan.daftar(pk, isi_form["nip"].pk, isi_form.get("cabang"), oleh=pelaku(request))

    return formulir(request, FormPesertaBaru(request.POST or None, cabang=list(k.cabang.all())), simpan, isi, kembali)


@akses.peran(*PENGELOLA)
@khusus_pengelola
@require_http_methods(["GET", "HEAD", "POST"])
def capaian_update(request, pk):
    """Ranks and words of a contest."""
    k = get_object_or_404(KegiatanKorpri, pk=pk)
    peserta = list(
        _peserta(k)
        .filter(status=aturan.TERDAFTAR)
        .exclude(hadir=False)
        .order_by("cabang_id", "pegawai__kini__nama")[:BATAS]
    )
    form = FormCapaian(request.POST or None, peserta=peserta)
    if request.method == "POST" and form.is_valid():
        try:
            n = kegiatan.isi_capaian(pk, form.hasil(), oleh=pelaku(request))
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, f"Capaian {n} peserta disimpan.")
            return redirect(DETAIL, pk)
    isi = {"k": k, "form": form, "baris": form.baris(), "atas": _atas(k)}
    return render(request, "kesejahteraan/korpri/capaian_update.html", isi, status=422 if form.errors else 200)


@akses.peran(*PENGELOLA)
@khusus_pengelola
@require_safe
def peserta_ekspor(request, pk):
    """Everybody who registered, as xlsx."""
    k = get_object_or_404(KegiatanKorpri, pk=pk)
    baris = (
        (p.pegawai.nip, p.pegawai.kini.nama_lengkap, p.pegawai.kini.opd.nama if p.pegawai.kini.opd else "",
         p.cabang.nama if p.cabang else "", p.get_status_display(), kegiatan.hari(p.mendaftar_pada), HADIR[p.hadir],
         p.peringkat, p.capaian)
        for p in _peserta(k).order_by("cabang_id", "pegawai__kini__nama").iterator(chunk_size=2000)
    )  # fmt: skip
    return unduh_daftar(request, "Peserta kegiatan Korpri", KOLOM, baris, objek="kegiatankorpri")


@akses.peran(*PENGELOLA)
@khusus_pengelola
@require_safe
def peserta_cetak(request, pk):
    """The attendance list to be signed on paper."""
    k = get_object_or_404(KegiatanKorpri, pk=pk)
    peserta = _peserta(k).filter(status=aturan.TERDAFTAR).order_by("cabang_id", "pegawai__kini__nama")
    return render(
        request, "kesejahteraan/korpri/peserta_cetak.html", {"k": k, "peserta": peserta[:2000], "atas": _atas(k)}
    )
