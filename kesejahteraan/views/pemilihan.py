"""Halaman pemilihan PNS berprestasi: daftar, pengumuman, ruang kerja panitia, juri dan lembar nilainya.

Everybody reads what is announced; the acts are those of Subbid Kesejahteraan and its heads (``pemilihan.boleh``); a juror
with an account fills in his own sheet and sees nobody else's.
"""

from functools import wraps

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import akses
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from kesejahteraan.penghargaan import pemilihan
from kesejahteraan.penghargaan.forms import JuriForm, PemilihanForm
from kesejahteraan.penghargaan.menu import SEMUA
from kesejahteraan.penghargaan.models import Juri, NilaiJuri, Pemilihan
from kesejahteraan.penghargaan.pemilihan import Ditolak
from layanan import katalog
from layanan.views.usulan import pelaku

PANITIA = ("staf_bkd", "pejabat_bkd")
KOLOM = ("PERINGKAT", "NIP", "NAMA", "OPD", "NILAI AKHIR", "HASIL")
SEBUT = {True: "terpilih", False: "tidak terpilih", None: ""}


def _panitia(request):
    return pemilihan.boleh(request.hak, request.acuan)


def _khusus_panitia(view):
    """Decorator: 403 for those of the BKD who do not run the selection."""

    @wraps(view)
    def bungkus(request, *args, **kwargs):
        if not _panitia(request):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return bungkus


def _ambil(request, pk):
    """The selection, a draft only for the panitia."""
    satu = get_object_or_404(Pemilihan, pk=pk)
    if satu.status == "draf" and not _panitia(request):
        raise Http404
    return satu


@akses.peran(*SEMUA)
@require_safe
def pemilihan_list(request):
    """Selections, newest first; drafts are seen by the panitia."""
    daftar, panitia = Pemilihan.objects.annotate(banyak=Count("peserta")), _panitia(request)
    potongan = potong(request, daftar if panitia else daftar.exclude(status="draf"))
    return render(request, "kesejahteraan/pemilihan/list.html", {"potongan": potongan, "panitia": panitia})


@akses.peran(*PANITIA)
@_khusus_panitia
@require_http_methods(["GET", "HEAD", "POST"])
def pemilihan_form(request, pk=None):
    """A new selection, or one before judging."""
    satu = get_object_or_404(Pemilihan, pk=pk) if pk else Pemilihan(tahun=request.hari_ini.year)
    form = PemilihanForm(request.POST or None, instance=satu)
    if request.method == "POST" and form.is_valid():
        try:
            satu = pemilihan.simpan(form, oleh=pelaku(request))
        except Ditolak as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Tersimpan.")
            return redirect("kesejahteraan:pemilihan_detail", satu.pk)
    return _formulir(request, form, "Ubah pemilihan" if pk else "Pemilihan baru", "Simpan")


def _formulir(request, form, judul, tombol, satu=None):
    url = (
        reverse("kesejahteraan:pemilihan_detail", args=[satu.pk]) if satu else reverse("kesejahteraan:pemilihan_list")
    )
    atas = [("PNS berprestasi", reverse("kesejahteraan:pemilihan_list"))] + ([(satu.nama, url)] if satu else [])
    isi = {"judul": judul, "form": form, "tombol": tombol, "atas": atas, "batal_url": url}
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)


@akses.peran(*SEMUA)
@require_safe
def pemilihan_detail(request, pk):
    """The announcement and, once set, who was chosen; for the panitia proposals, jury, scores and ranks."""
    satu, panitia = _ambil(request, pk), _panitia(request)
    isi = {
        "satu": satu,
        "panitia": panitia,
        "layanan": katalog.ambil(pemilihan.SLUG),
        "berakhir": request.hari_ini > satu.tutup,
    }
    isi["terbuka"] = satu.status == "dibuka" and satu.buka <= request.hari_ini <= satu.tutup
    isi["lembar_saya"] = satu.juri.filter(pengguna_id=request.user.pk).first() if satu.status == "penilaian" else None
    peserta = satu.peserta.select_related("pegawai__kini__opd", "usulan")
    isi["terpilih"] = list(peserta.filter(terpilih=True)) if satu.status == "selesai" else []
    if panitia:
        isi["juri"] = list(satu.juri.annotate(terisi=Count("lembar")).select_related("pengguna"))
        isi["peserta"] = list(peserta)
        isi["sudah_hari"] = request.hari_ini >= satu.wawancara
        isi["bobot"] = satu.kriteria or request.acuan.setelan("teladan_bobot", satu.wawancara)
        if satu.status in ("draf", "dibuka"):
            isi["pendaftar"] = potong(request, pemilihan.pendaftar(satu))
    return render(request, "kesejahteraan/pemilihan/detail.html", isi)


def _lakukan(request, pk, perbuatan, kalimat):
    get_object_or_404(Pemilihan, pk=pk)
    try:
        hasil = perbuatan(pk, oleh=pelaku(request))
    except Ditolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, kalimat.format(hasil))
    return redirect("kesejahteraan:pemilihan_detail", pk)


@akses.peran(*PANITIA)
@_khusus_panitia
@require_POST
def pemilihan_buka(request, pk):
    """Opens the proposals."""
    return _lakukan(request, pk, pemilihan.buka, "Pengumuman terbit dan usul perangkat daerah dibuka.")


@akses.peran(*PANITIA)
@_khusus_panitia
@require_POST
def pemilihan_tutup(request, pk):
    """Fixes the candidates and the criteria."""
    return _lakukan(request, pk, pemilihan.tutup, "{} calon ditetapkan; juri dapat mulai menilai.")


@akses.peran(*PANITIA)
@_khusus_panitia
@require_POST
def pemilihan_hasil(request, pk):
    """Records what the ranking says, through the usulan of each."""
    get_object_or_404(Pemilihan, pk=pk)
    try:
        hasil = pemilihan.tetapkan_hasil(pk, oleh=pelaku(request))
    except Ditolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, f"{sum(not h.sebab for h in hasil)} hasil direkam, "
                         f"{sum(h.kata == 'terpilih' for h in hasil)} terpilih.")  # fmt: skip
        for h in [h for h in hasil if h.sebab][:10]:
            messages.error(request, f"{h.usulan.pegawai.kini.nama_lengkap}: {h.sebab}")
    return redirect("kesejahteraan:pemilihan_detail", pk)


@akses.peran(*PANITIA)
@_khusus_panitia
@require_safe
def pemilihan_ekspor(request, pk):
    """Candidates with scores, ranks and results."""
    satu = get_object_or_404(Pemilihan, pk=pk)
    baris = (
        (p.peringkat, p.pegawai.nip, p.pegawai.kini.nama_lengkap, p.pegawai.kini.opd.nama if p.pegawai.kini.opd else "",
         p.nilai_akhir, SEBUT[p.terpilih])
        for p in satu.peserta.select_related("pegawai__kini__opd")
    )  # fmt: skip
    return unduh_daftar(request, "Calon PNS berprestasi", KOLOM, baris, objek="pemilihan")


@akses.peran(*PANITIA)
@_khusus_panitia
@require_http_methods(["GET", "HEAD", "POST"])
def juri_create(request, pk):
    """One more juror."""
    satu, form = get_object_or_404(Pemilihan, pk=pk), JuriForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        d = form.cleaned_data
        try:
            pemilihan.tambah_juri(pk, d["nama"], d["unsur"], d["pengguna"], oleh=pelaku(request))
        except Ditolak as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Juri tersimpan.")
            return redirect("kesejahteraan:pemilihan_detail", pk)
    return _formulir(request, form, "Juri baru", "Simpan juri", satu)


@akses.peran(*PANITIA)
@_khusus_panitia
@require_POST
def juri_delete(request, pk):
    """Takes a juror out who has given no score."""
    juri = get_object_or_404(Juri, pk=pk)
    try:
        pemilihan.hapus_juri(pk, oleh=pelaku(request))
    except Ditolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Juri dikeluarkan.")
    return redirect("kesejahteraan:pemilihan_detail", juri.pemilihan_id)


@akses.peran(*SEMUA)
@require_http_methods(["GET", "HEAD", "POST"])
def juri_nilai(request, pk):
    """The sheet of one juror: himself, or the panitia from his paper."""
    saring = Q() if _panitia(request) else Q(pengguna_id=request.user.pk)
    juri = get_object_or_404(Juri.objects.select_related("pemilihan").filter(saring), pk=pk)
    satu = juri.pemilihan
    peserta = list(satu.peserta.select_related("pegawai__kini__opd", "usulan"))
    lama = dict(NilaiJuri.objects.filter(juri=juri).values_list("peserta_id", "nilai"))
    salah = {}
    if request.method == "POST":
        daftar, salah = _baca_nilai(request, peserta, satu.kriteria)
        if not salah:
            try:
                n = pemilihan.isi_nilai(pk, daftar, oleh=pelaku(request))
            except Ditolak as galat:
                messages.error(request, str(galat))
            else:
                messages.success(request, f"Nilai {n} calon disimpan.")
            return redirect("kesejahteraan:juri_nilai", pk)
    for p in peserta:
        p.kunci = str(p.pk)
        p.sel = [
            (
                i,
                k,
                request.POST.get(f"{p.pk}-{i}", "") if salah else lama.get(p.pk, {}).get(k),
                salah.get((p.pk, i), ""),
            )
            for i, k in enumerate(satu.kriteria)
        ]
    isi = {"juri": juri, "satu": satu, "peserta": peserta, "salah": len(salah)}
    return render(request, "kesejahteraan/pemilihan/juri.html", isi, status=422 if salah else 200)


def _baca_nilai(request, peserta, kriteria):
    """({peserta id: {kriteria: score or None}}, {(peserta id, index): sentence})."""
    daftar, salah = {}, {}
    for p in peserta:
        daftar[p.pk] = {}
        for i, k in enumerate(kriteria):
            teks = request.POST.get(f"{p.pk}-{i}", "").strip().replace(",", ".")
            try:
                angka = float(teks) if teks else None
            except ValueError:
                angka = -1
            if angka is not None and not 0 <= angka <= 100:
                salah[p.pk, i] = "0 sampai 100"
            daftar[p.pk][k] = angka
    return daftar, salah
