"""Halaman pelepasan purna tugas: daftar acara, peserta dan kehadiran, surat dan piagam.

The acts are those of Subbid Pensiun and its heads (``perbuatan.boleh``); others read who of their scope takes part.
"""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import akses, jejak
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan.views.usulan import pelaku
from pensiun import cetakan
from pensiun.menu import BKD, PELIHAT_ANGKA, PELIHAT_NAMA
from pensiun.models import Pelepasan, PesertaPelepasan
from pensiun.purna import perbuatan
from pensiun.purna.forms import PelepasanForm
from pensiun.purna.perbuatan import Ditolak

KOLOM = ("NO", "NIP", "NAMA", "PANGKAT", "JABATAN", "UNIT KERJA", "OPD", "TMT PENSIUN", "HADIR", "WAKIL")
CETAKAN = {"surat": "Surat ucapan terima kasih", "piagam": "Piagam purna tugas", "hadir": "Daftar hadir"}
# Letters and certificates one PDF may hold; more are printed OPD by OPD.
BATAS_PDF = 200
TERLALU_BANYAK = f"Peserta lebih dari {BATAS_PDF} orang; pilih OPD-nya, lalu cetak satu per satu."


def _panitia(request):
    return perbuatan.boleh(request.hak, request.acuan)


def _khusus_panitia(view):
    """Decorator: 403 for those of the BKD who do not prepare ceremonies."""

    @wraps(view)
    def bungkus(request, *args, **kwargs):
        if not _panitia(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return bungkus


def _ambil(request, pk):
    """The ceremony, a draft only for those who prepare it."""
    satu = get_object_or_404(Pelepasan, pk=pk)
    if satu.status == "draf" and not _panitia(request):
        raise Http404
    return satu


def _peserta(request, satu):
    """Peserta in the scope of the reader, of one OPD when the URL says so."""
    peserta = satu.peserta.filter(request.hak.lingkup("pegawai__kini__")).select_related("pegawai")
    if opd := request.GET.get("opd", "")[:200]:
        peserta = peserta.filter(data__opd=opd)
    return peserta


@akses.peran(*PELIHAT_ANGKA)
@require_safe
def pelepasan_list(request):
    """Ceremonies, newest first; drafts are seen by those who prepare them."""
    panitia = _panitia(request)
    daftar = Pelepasan.objects.annotate(
        banyak=Count("peserta"), datang=Count("peserta", filter=Q(peserta__hadir=True))
    )
    isi = {"potongan": potong(request, daftar if panitia else daftar.exclude(status="draf")), "panitia": panitia}
    return render(request, "pensiun/pelepasan_list.html", isi)


@akses.peran(*PELIHAT_ANGKA)
@require_safe
def pelepasan_detail(request, pk):
    """One ceremony: who is to come, or who came; the acts for those who prepare it."""
    satu, panitia = _ambil(request, pk), _panitia(request)
    isi = {"satu": satu, "panitia": panitia, "berdaftar": request.hak.punya(*PELIHAT_NAMA),
           "sudah_hari": satu.tanggal <= request.hari_ini}  # fmt: skip
    if panitia and satu.status != "selesai":
        isi["calon_potongan"] = potong(request, perbuatan.calon(satu))
        isi["calon"] = [(k, perbuatan.tmt_calon(k)) for k in isi["calon_potongan"]]
    if satu.status != "draf" and isi["berdaftar"]:
        isi["potongan"] = potong(request, _peserta(request, satu), None)
        opd = satu.peserta.filter(request.hak.lingkup("pegawai__kini__")).order_by()
        isi["opd"] = sorted(set(opd.values_list("data__opd", flat=True)))
        isi["pilih_opd"] = request.GET.get("opd", "")
    if satu.status != "draf":
        isi["jumlah"] = satu.peserta.aggregate(
            semua=Count("pk"), datang=Count("pk", filter=Q(hadir=True)), tidak=Count("pk", filter=Q(hadir=False)),
        )  # fmt: skip
    return render(request, "pensiun/pelepasan_detail.html", isi)


@akses.peran(*BKD)
@_khusus_panitia
@require_http_methods(["GET", "HEAD", "POST"])
def pelepasan_form(request, pk=None):
    """A new ceremony, or one that is not closed."""
    satu = get_object_or_404(Pelepasan, pk=pk) if pk else Pelepasan()
    form = PelepasanForm(request.POST or None, instance=satu)
    if request.method == "POST" and form.is_valid():
        try:
            satu = perbuatan.simpan(form, oleh=pelaku(request))
        except Ditolak as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Tersimpan.")
            return redirect("pensiun:pelepasan_detail", satu.pk)
    url = reverse("pensiun:pelepasan_list")
    isi = {
        "judul": "Ubah acara pelepasan" if pk else "Acara pelepasan baru", "form": form, "tombol": "Simpan",
        "atas": [("Pelepasan purna tugas", url)], "batal_url": url,
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)


def _lakukan(request, pk, perbuatan_, kalimat):
    get_object_or_404(Pelepasan, pk=pk)
    try:
        hasil = perbuatan_(pk, oleh=pelaku(request))
    except Ditolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, kalimat.format(hasil))
    return redirect("pensiun:pelepasan_detail", pk)


@akses.peran(*BKD)
@_khusus_panitia
@require_POST
def pelepasan_tetapkan(request, pk):
    """Fixes who takes part and invites them."""
    return _lakukan(request, pk, perbuatan.tetapkan, "{} peserta ditetapkan; surat dan piagamnya siap dicetak.")


@akses.peran(*BKD)
@_khusus_panitia
@require_POST
def pelepasan_hadir(request, pk):
    """Attendance of the rows on the page."""
    jawab, daftar = {"ya": True, "tidak": False}, {}
    for kunci in request.POST.getlist("peserta"):
        if kunci.isascii() and kunci.isdigit():
            wakil = request.POST.get(f"wakil-{kunci}", "").strip()
            daftar[int(kunci)] = (jawab.get(request.POST.get(f"hadir-{kunci}", "")), wakil)
    return _lakukan(
        request, pk, lambda satu, oleh: perbuatan.catat_hadir(satu, daftar, oleh=oleh), "Kehadiran {} peserta dicatat."
    )


@akses.peran(*BKD)
@_khusus_panitia
@require_POST
def pelepasan_selesai(request, pk):
    """Closes the ceremony."""
    return _lakukan(request, pk, perbuatan.selesaikan, "Acara {} ditutup.")


@akses.peran(*PELIHAT_NAMA)
@require_safe
def pelepasan_ekspor(request, pk):
    """Peserta in scope as xlsx."""
    satu = _ambil(request, pk)
    sebut = {True: "ya", False: "tidak", None: ""}
    baris = (
        (p.urut, p.pegawai.nip, p.data["nama"], p.data["pangkat"], p.data["jabatan"], p.data["unit"], p.data["opd"], p.tmt,
         sebut[p.hadir], p.wakil)
        for p in _peserta(request, satu)
    )  # fmt: skip
    return unduh_daftar(request, "Peserta pelepasan", KOLOM, baris, objek="pelepasan")


@akses.peran(*BKD)
@_khusus_panitia
@require_safe
def pelepasan_download(request, pk, jenis):
    """All letters, all certificates, or the attendance list as one PDF; ``?opd=`` keeps one OPD."""
    satu = _ambil(request, pk)
    peserta = list(_peserta(request, satu))
    galat = "" if peserta else "Peserta belum ditetapkan; belum ada yang dapat dicetak."
    if len(peserta) > BATAS_PDF and jenis != "hadir":
        galat = TERLALU_BANYAK
    return _unduh(request, satu, peserta, jenis, galat, reverse("pensiun:pelepasan_detail", args=[pk]))


@akses.masuk
@require_safe
def peserta_download(request, pk, jenis):
    """One letter or certificate, for the person himself and for those who prepare the ceremony."""
    p = get_object_or_404(PesertaPelepasan.objects.select_related("pelepasan", "pegawai"), pk=pk)
    if jenis == "hadir" or not (_panitia(request) or p.pegawai_id == request.hak.pegawai_id):
        raise Http404
    return _unduh(request, p.pelepasan, [p], jenis, "", reverse("pensiun:perkiraan_saya"))


def _unduh(request, satu, peserta, jenis, galat, kembali):
    """The PDF, recorded as every export; when there is none, back with a sentence why."""
    try:
        if galat:
            raise cetakan.PdfTidakAda(galat)
        isi = {"satu": satu, "d": satu.data, "dicetak": request.hari_ini,
               "peserta": [(p, paragraf(satu, p)) for p in peserta]}  # fmt: skip
        pdf = cetakan.cetak(f"{jenis}_cetak", isi)
    except cetakan.PdfTidakAda as sebab:
        messages.error(request, str(sebab))
        return redirect(kembali)
    with request.sebagai():
        jejak.catat("ekspor", satu, jumlah=len(peserta), daftar=f"{CETAKAN[jenis].lower()} pelepasan")
    return cetakan.unduhan(pdf, f"{CETAKAN[jenis]} {satu.nama} {request.GET.get('opd', '')}")


def paragraf(satu, peserta):
    """Paragraphs of the letter of one person."""
    isi = {k: peserta.data[k] for k in ("jabatan", "masa_kerja", "opd")}
    return [p.strip() for p in satu.isi_surat.format(**isi).split("\n\n") if p.strip()]
