"""TPP: bulan-bulannya, hasil tiap orang dengan penjelasan, penetapan, dan berkas bagi kantor keuangan."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from kepegawaian import akses
from kepegawaian.antrean import antrekan
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from penggajian import tpp
from penggajian.filters import HasilTppFilter
from penggajian.forms import BulanForm
from penggajian.menu import PENDAFTAR
from penggajian.models import HasilTpp, TppBulan
from penggajian.tasks import hitung_tpp
from penggajian.views.kgb import nama_bulan

KOLOM = ("NIP", "NAMA", "GOLONGAN", "KELAS JABATAN", "JABATAN", "OPD", "PAGU", "CAPAIAN KINERJA %", "CAPAIAN DISIPLIN %", "POTONGAN HUKUMAN %", "TAMBAHAN PLT", "TPP", "KEADAAN", "YANG KURANG")  # fmt: skip
JENIS_TANDA = {"antre": "info", "draf": "perhatian", "gagal": "gagal", "ditetapkan": "terpenuhi"}
TANDA_HASIL = {"dibayar": "terpenuhi", "tidak_berhak": "netral", "belum_lengkap": "perhatian"}


def boleh_kelola(request, **lain):
    """Staf and head of SUB41, and the heads above."""
    return tpp.mengelola(request.hak, request.acuan, **lain)


def ambil_bulan(request, pk):
    """A month the reader may see: a draft only who sees everybody."""
    daftar = TppBulan.objects.all() if request.hak.lihat_semua else TppBulan.objects.filter(status="ditetapkan")
    return get_object_or_404(daftar, pk=pk)


def _hiasi(satu):
    satu.nama = nama_bulan(satu.bulan)
    satu.tanda = JENIS_TANDA[satu.status]
    return satu


@akses.peran(*PENDAFTAR)
@require_safe
def tpp_list(request):
    """Every month, newest first, and what the office has not configured for the next one."""
    return _halaman_daftar(request, BulanForm(hari_ini=request.hari_ini, nama=nama_bulan))


def _halaman_daftar(request, form, status=200):
    daftar = TppBulan.objects.all() if request.hak.lihat_semua else TppBulan.objects.filter(status="ditetapkan")
    potongan = potong(request, daftar.order_by("-bulan"))
    isi = {
        "potongan": potongan,
        "bulan": [_hiasi(b) for b in potongan.butir],
        "boleh": boleh_kelola(request),
        "lihat_semua": request.hak.lihat_semua,
        "form": form,
    }
    if request.hak.lihat_semua:
        konfigurasi, _ = tpp.konfigurasi_pada(request.hari_ini.replace(day=1), request.acuan)
        isi["kurang"] = tpp.kurang_konfigurasi(konfigurasi)
    return render(request, "penggajian/tpp_list.html", isi, status=status)


@akses.peran("staf_bkd", "pejabat_bkd")
@require_POST
def tpp_hitung(request):
    """Queues a month; a draft is computed anew."""
    if not boleh_kelola(request):
        raise PermissionDenied
    form = BulanForm(request.POST, hari_ini=request.hari_ini, nama=nama_bulan)
    if not form.is_valid():
        return _halaman_daftar(request, form, status=422)
    try:
        satu = tpp.minta(form.cleaned_data["bulan"], oleh=request.user, alamat=request.alamat)
        antrekan(hitung_tpp, satu.pk, request.user.pk, request.alamat)
    except tpp.TppDitolak as galat:
        messages.error(request, str(galat))
        return redirect("penggajian:tpp_list")
    messages.success(request, f"TPP {nama_bulan(satu.bulan)} sedang dihitung. Hasilnya diberitahukan pada lonceng.")
    return redirect("penggajian:tpp_detail", satu.pk)


def _saring(request, satu):
    daftar = HasilTpp.objects.filter(request.hak.lingkup("pegawai__kini__"), bulan=satu, pegawai__kini__isnull=False)
    return HasilTppFilter(request.GET, daftar.select_related("pegawai__kini"), request=request)


@akses.peran(*PENDAFTAR)
@require_safe
def tpp_detail(request, pk):
    """One month: sums for those who see everybody, its people in scope, what is missing."""
    satu = _hiasi(ambil_bulan(request, pk))
    saring = _saring(request, satu)
    potongan = potong(request, saring.qs)
    for h in potongan:
        h.tanda = TANDA_HASIL[h.keadaan]
    isi = {
        "satu": satu,
        "saring": saring,
        "potongan": potongan,
        "unit": request.acuan.unit,
        "lihat_semua": request.hak.lihat_semua,
        "boleh": boleh_kelola(request) and satu.status != "ditetapkan",
        "boleh_tetapkan": boleh_kelola(request, menetapkan=True) and satu.status == "draf",
    }
    return render(request, "penggajian/tpp_detail.html", isi)


@akses.peran(*PENDAFTAR)
@require_safe
def tpp_ekspor(request, pk):
    """The month as xlsx for the finance office, as it is filtered; a draft says so in its name."""
    satu = ambil_bulan(request, pk)
    unit, sebutan = request.acuan.unit, dict(HasilTpp.KEADAAN)
    baris = (
        (h.pegawai.kini.nip, h.pegawai.kini.nama_lengkap, h.golongan, h.kelas, h.jabatan,
         unit[h.opd_id].nama if h.opd_id in unit else "", h.pagu, h.kinerja, h.disiplin,
         h.potongan if request.hak.boleh_bagian(h.pegawai_id, "hukuman") else None,
         h.plt, h.rupiah, sebutan[h.keadaan], "; ".join(h.kurang))
        for h in _saring(request, satu).qs.iterator(chunk_size=2000)
    )  # fmt: skip
    nama = f"tpp-{satu.bulan:%Y-%m}" + ("" if satu.status == "ditetapkan" else "-draf")
    return unduh_daftar(request, "TPP", KOLOM, baris, objek="hasiltpp", nama=nama)


@akses.peran("pejabat_bkd")
@require_POST
def tpp_tetapkan(request, pk):
    """Freezes the draft; only the head of SUB41 or one above."""
    if not boleh_kelola(request, menetapkan=True):
        raise PermissionDenied
    get_object_or_404(TppBulan, pk=pk)
    try:
        satu = tpp.tetapkan(pk, oleh=request.user, alamat=request.alamat)
        messages.success(request, f"TPP {nama_bulan(satu.bulan)} ditetapkan; angkanya tidak berubah lagi.")
    except tpp.TppDitolak as galat:
        messages.error(request, str(galat))
    return redirect("penggajian:tpp_detail", pk)


@akses.masuk
@require_safe
def tpp_saya(request):
    """One's own results of the months that are ditetapkan."""
    if not request.hak.pegawai_id:
        raise Http404
    daftar = HasilTpp.objects.filter(pegawai_id=request.hak.pegawai_id, bulan__status="ditetapkan")
    potongan = potong(request, daftar.select_related("bulan").order_by("-bulan__bulan"))
    for h in potongan:
        h.nama_bulan, h.tanda = nama_bulan(h.bulan.bulan), TANDA_HASIL[h.keadaan]
    return render(request, "penggajian/tpp_saya.html", {"potongan": potongan})


@akses.masuk
@require_safe
def hasil_detail(request, pk):
    """The result of one person, line by line; what rests on discipline only for himself and the handlers."""
    boleh = request.hak.lingkup("pegawai__kini__")
    if not request.hak.lihat_semua:
        boleh &= Q(bulan__status="ditetapkan")
    h = get_object_or_404(HasilTpp.objects.filter(boleh).select_related("bulan", "pegawai__kini"), pk=pk)
    terbuka = request.hak.boleh_bagian(h.pegawai_id, "hukuman")
    isi = {
        "h": h,
        "kini": h.pegawai.kini,
        "saya": h.pegawai_id == request.hak.pegawai_id,
        "satu": _hiasi(h.bulan),
        "tanda": TANDA_HASIL[h.keadaan],
        "baris": [b for b in h.rincian if terbuka or not _tertutup(h, b)],
        "syarat": {s.kode: s for s in tpp.aturan.SYARAT},
    }
    return render(request, "penggajian/tpp_hasil.html", isi)


def _tertutup(h, baris):
    """A line that tells of a penalty: the cut itself, and the sum whose formula names it."""
    return baris["rahasia"] or (baris["kode"] == "TPP" and h.potongan > 0)
