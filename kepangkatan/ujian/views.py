"""Halaman ujian: daftar, pengumuman, ruang kerja panitia, calon, nilai, kartu, daftar hadir.

Everybody reads what is announced; the acts are those of Subbid Pembinaan Karier and its heads (``perbuatan.boleh``).
"""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, F
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepangkatan.forms_ujian import LembarNilaiForm, UjianForm
from kepangkatan.menu import SEMUA
from kepangkatan.models import Ujian
from kepangkatan.ujian import calon, cetak, lembar, perbuatan
from kepangkatan.ujian.perbuatan import Ditolak
from kepegawaian import akses, jejak
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from layanan.views.usulan import pelaku

PANITIA = ("staf_bkd", "pejabat_bkd")
KOLOM = ("NOMOR", "NIP", "NAMA", "GOLONGAN", "OPD", "RUANG", "KURSI", "NILAI AKHIR", "HASIL")

# Two hundred cards are four seconds of work; more than that is printed room by room.
BATAS_PDF = 200
TERLALU_BANYAK = f"Peserta lebih dari {BATAS_PDF} orang; unduh PDF menurut ruangnya."


def _panitia(request):
    return perbuatan.boleh(request.hak, request.acuan)


def _khusus_panitia(view):
    """Decorator: 403 for those of the BKD who do not hold the exams."""

    @wraps(view)
    def bungkus(request, *args, **kwargs):
        if not _panitia(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return bungkus


def _ambil(request, pk):
    """The exam, a draft only for the panitia."""
    satu = get_object_or_404(Ujian, pk=pk)
    if satu.status == "draf" and not _panitia(request):
        raise Http404
    return satu


def _peserta(satu):
    return satu.peserta.select_related("pegawai__kini__opd")


@akses.peran(*SEMUA)
@require_safe
def ujian_list(request):
    """Exams, newest first; drafts are seen by the panitia."""
    daftar = Ujian.objects.annotate(banyak=Count("peserta"))
    potongan = potong(request, daftar if _panitia(request) else daftar.exclude(status="draf"))
    return render(request, "kepangkatan/ujian/list.html", {"potongan": potongan, "panitia": _panitia(request)})


@akses.peran(*PANITIA)
@_khusus_panitia
@require_http_methods(["GET", "HEAD", "POST"])
def ujian_form(request, pk=None):
    """A new exam, or one whose results are open; what people rely on already stays as it is."""
    satu = get_object_or_404(Ujian, pk=pk) if pk else Ujian()
    tetap = {"terdaftar": perbuatan.pendaftar(satu).count(), "terisi": perbuatan.terisi(satu)} if pk else {}
    form = UjianForm(request.POST or None, instance=satu, **tetap)
    if request.method == "POST" and form.is_valid():
        try:
            satu = perbuatan.simpan(form, oleh=pelaku(request))
        except Ditolak as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Tersimpan.")
            return redirect("kepangkatan:ujian_detail", satu.pk)
    isi = {
        "judul": "Ubah pelaksanaan ujian" if pk else "Pelaksanaan ujian baru", "form": form, "tombol": "Simpan",
        "atas": [("Ujian dinas", reverse("kepangkatan:ujian_list"))], "batal_url": reverse("kepangkatan:ujian_list"),
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)


@akses.peran(*SEMUA)
@require_safe
def ujian_detail(request, pk):
    """The announcement; for the panitia registrations, seats and scores too, for a peserta his own seat."""
    satu = _ambil(request, pk)
    isi = {"satu": satu, "layanan": perbuatan.layanan(satu), "panitia": _panitia(request)}
    isi["terbuka"] = satu.status == "diumumkan" and satu.buka <= request.hari_ini <= satu.tutup
    isi["berakhir"] = request.hari_ini > satu.tutup
    isi["milik"] = satu.peserta.filter(pegawai_id=request.hak.pegawai_id or 0).first()
    if isi["panitia"]:
        isi["materi"], isi["batas"] = perbuatan.bobot(satu)
        isi["peserta"] = potong(request, _peserta(satu))
        for p in isi["peserta"]:
            p.sel = [(m, "" if p.nilai.get(m) is None else p.nilai[m]) for m in isi["materi"]]
        if satu.status in ("draf", "diumumkan"):
            isi["pendaftar"] = potong(request, perbuatan.pendaftar(satu))
        elif satu.status == "ditutup":
            duduk = set(satu.peserta.values_list("usulan_id", flat=True))
            isi["susulan"] = [u for u in perbuatan.siap_ujian(satu) if u.pk not in duduk]
        isi["sudah_hari"] = satu.tanggal <= request.hari_ini
        isi["form"] = LembarNilaiForm()
    return render(request, "kepangkatan/ujian/detail.html", isi)


def _lakukan(request, pk, perbuatan_, kalimat):
    get_object_or_404(Ujian, pk=pk)
    try:
        hasil = perbuatan_(pk, oleh=pelaku(request))
    except Ditolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, kalimat.format(hasil))
    return redirect("kepangkatan:ujian_detail", pk)


@akses.peran(*PANITIA)
@_khusus_panitia
@require_POST
def ujian_umumkan(request, pk):
    """Opens registration."""
    return _lakukan(request, pk, perbuatan.umumkan, "Pengumuman terbit dan pendaftaran dibuka.")


@akses.peran(*PANITIA)
@_khusus_panitia
@require_POST
def ujian_tutup(request, pk):
    """Fixes the participants."""
    return _lakukan(request, pk, perbuatan.tutup, "{} peserta ditetapkan; nomor, ruang, dan kartunya siap.")


@akses.peran(*PANITIA)
@_khusus_panitia
@require_POST
def ujian_nilai(request, pk):
    """Scores typed on the page, or the sheet uploaded."""
    satu = get_object_or_404(Ujian, pk=pk)
    materi, _ = perbuatan.bobot(satu)
    peserta = list(_peserta(satu))
    if "lembar" in request.FILES:
        daftar, salah = lembar.baca(request.FILES["lembar"], peserta, materi)
    else:
        daftar, salah = _dari_layar(request, peserta, materi)
    if salah:
        messages.error(request, "Belum ada nilai yang disimpan. " + " ".join(salah[:10]))
        return redirect("kepangkatan:ujian_detail", pk)
    return _lakukan(
        request, pk, lambda kunci, oleh: perbuatan.isi_nilai(kunci, daftar, oleh=oleh), "Nilai {} peserta disimpan."
    )


def _dari_layar(request, peserta, materi):
    daftar, salah = {}, []
    for p in peserta:
        if f"{p.pk}-ada" not in request.POST:
            continue
        daftar[p.pk] = {"hadir": f"{p.pk}-absen" not in request.POST}
        for i, m in enumerate(materi):
            teks = request.POST.get(f"{p.pk}-{i}", "").strip()
            try:
                daftar[p.pk][m] = lembar.angka(teks) if teks else None
            except ValueError:
                salah.append(f"{p.nomor}, {m}: nilai 0 sampai 100.")
    return daftar, salah


@akses.peran(*PANITIA)
@_khusus_panitia
@require_POST
def ujian_hasil(request, pk):
    """Records what the scores say, through the usulan of each."""
    get_object_or_404(Ujian, pk=pk)
    try:
        hasil = perbuatan.tetapkan_hasil(pk, oleh=pelaku(request))
    except Ditolak as galat:
        messages.error(request, str(galat))
    else:
        lulus = sum(h.kata == "lulus" for h in hasil)
        messages.success(request, f"{sum(not h.sebab for h in hasil)} hasil direkam, {lulus} lulus.")
        for h in [h for h in hasil if h.sebab][:10]:
            messages.error(request, f"{h.usulan.pegawai.kini.nama_lengkap}: {h.sebab}")
    return redirect("kepangkatan:ujian_detail", pk)


@akses.peran(*PANITIA)
@_khusus_panitia
@require_safe
def ujian_ekspor(request, pk):
    """Participants with seats and results; ``?lembar=nilai``: the sheet of scores to fill in."""
    satu = get_object_or_404(Ujian, pk=pk)
    if request.GET.get("lembar") == "nilai":
        materi, _ = perbuatan.bobot(satu)
        return unduh_daftar(
            request, "Lembar nilai", lembar.kolom(materi), lembar.baris(_peserta(satu), materi), objek="ujian"
        )
    sebut = {True: "lulus", False: "tidak lulus", None: ""}
    peserta = _peserta(satu)
    if satu.status == "selesai":
        peserta = peserta.order_by(F("nilai_akhir").desc(nulls_last=True), "nomor")
    baris = (
        (p.nomor, p.pegawai.nip, p.pegawai.kini.nama_lengkap, p.pegawai.kini.golongan_id,
         p.pegawai.kini.opd.nama if p.pegawai.kini.opd else "", p.ruang, p.kursi, p.nilai_akhir, sebut[p.lulus] if p.hadir else "tidak hadir")
        for p in peserta
    )  # fmt: skip
    return unduh_daftar(request, "Peserta ujian", KOLOM, baris, objek="ujian")


@akses.peran(*PANITIA)
@_khusus_panitia
@require_safe
def ujian_hadir(request, pk):
    """Attendance list of each room, as it will be printed."""
    satu = get_object_or_404(Ujian, pk=pk)
    return render(request, "kepangkatan/ujian/hadir.html", _lembar(request, satu, _berkursi(satu)))


def _lembar(request, satu, peserta):
    """Context of a page to be printed; ``?ruang=`` keeps one room."""
    semua = list(peserta)
    ruang, pilih = list(dict.fromkeys(p.ruang for p in semua)), request.GET.get("ruang", "")
    return {
        "satu": satu, "ruang": sorted(ruang) if len(ruang) > 1 else [], "pilih": pilih,
        "peserta": [p for p in semua if not pilih or p.ruang == pilih],
    }  # fmt: skip


def _berkursi(satu):
    """Peserta by room and seat."""
    return _peserta(satu).order_by("ruang", "kursi")


def _kartu(request, pk):
    """The exam and the cards this reader may have: all of them for the panitia, his own for a peserta; else 404."""
    satu = _ambil(request, pk)
    peserta = _peserta(satu)
    if not _panitia(request):
        peserta = peserta.filter(pegawai_id=request.hak.pegawai_id or 0)
        if not peserta:
            raise Http404
    return satu, peserta


@akses.peran(*SEMUA)
@require_safe
def ujian_kartu(request, pk):
    """Cards, as they will be printed."""
    satu, peserta = _kartu(request, pk)
    return render(request, "kepangkatan/ujian/kartu.html", _lembar(request, satu, peserta))


@akses.peran(*PANITIA)
@_khusus_panitia
@require_safe
def ujian_calon(request, pk):
    """Who has the rank (or the diploma) for this exam and has not registered, with what he lacks; page and Excel."""
    satu = get_object_or_404(Ujian, pk=pk)
    buka = request.hak.penangan_disiplin
    if "lengkap" in request.GET:
        return unduh_daftar(
            request, "Calon peserta ujian", calon.KOLOM, calon.baris(satu, request.acuan, buka), objek="ujian"
        )
    potongan = potong(request, calon.daftar(satu, request.acuan))
    isi = {"satu": satu, "potongan": potongan, "nilai": calon.nilai(satu, list(potongan), request.acuan, buka)}
    return render(request, "kepangkatan/ujian/calon.html", isi)


@akses.peran(*PANITIA)
@_khusus_panitia
@require_safe
def hadir_download(request, pk):
    """The attendance list as PDF."""
    satu = get_object_or_404(Ujian, pk=pk)
    return _unduh(request, "hadir", "Daftar hadir", satu, _berkursi(satu))


@akses.peran(*SEMUA)
@require_safe
def kartu_download(request, pk):
    """The same cards as PDF."""
    satu, peserta = _kartu(request, pk)
    return _unduh(request, "kartu", "Kartu peserta", satu, peserta)


def _unduh(request, templat, judul, satu, peserta):
    """The PDF, recorded as every export; when there is none, back to a page with a sentence why."""
    isi = _lembar(request, satu, peserta)
    if not isi["peserta"]:
        messages.error(request, "Peserta belum ditetapkan; belum ada yang dapat dicetak.")
        return redirect("kepangkatan:ujian_detail", satu.pk)
    try:
        if len(isi["peserta"]) > BATAS_PDF:
            raise cetak.PdfTidakAda(TERLALU_BANYAK)
        pdf = cetak.cetak(templat, satu, isi["peserta"], acuan=request.acuan, hari_ini=request.hari_ini)
    except cetak.PdfTidakAda as galat:
        messages.error(request, str(galat))
        return redirect(f"kepangkatan:ujian_{templat}", satu.pk)
    with request.sebagai():
        jejak.catat("ekspor", satu, jumlah=len(isi["peserta"]), daftar=f"{judul.lower()} ujian")
    jawab = HttpResponse(pdf, content_type="application/pdf")
    nama = slugify(f"{judul} {satu.nama} {isi['pilih']}")[:100]
    jawab["Content-Disposition"] = f'attachment; filename="{nama}.pdf"'
    jawab["Cache-Control"] = "private, no-store"
    return jawab
