"""Akun dan penugasan bagi admin sistem; slip kode bagi yang melayani pegawainya.

The admin sees accounts and duties, not the records of pegawai. A code is readable once, on the page that
answers the POST; it is never stored or logged in clear.
"""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from kepegawaian import akses, akun, faktor, jejak
from kepegawaian.filters import AkunFilter, cari_unit
from kepegawaian.forms import PenugasanAkhirForm, PenugasanForm
from kepegawaian.hak import hitung_hak
from kepegawaian.models import FaktorKedua, Jejak, Pengguna, Penugasan, ProfilKini
from kepegawaian.penomoran import potong
from kepegawaian.views.kerangka import ambil, boleh_slip

PENCETAK = ("operator_opd", "kepala_opd", "staf_bkd", "pejabat_bkd")
SLIP_MAKS = 200


@akses.peran("admin")
def akun_list(request):
    """Accounts: search, state, last login, duties."""
    daftar = Pengguna.objects.select_related("pegawai__kini").prefetch_related("penugasan__unit")
    saring = AkunFilter(request.GET, daftar.order_by("nama_pengguna"))
    potongan = potong(request, saring.qs)
    for satu in potongan:
        satu.tugas_kini = [t for t in satu.penugasan.all() if _berjalan(t, request.hari_ini)]
    return render(request, "akun/akun_list.html", {"saring": saring, "potongan": potongan})


def _berjalan(tugas, hari_ini):
    return tugas.sejak <= hari_ini and (tugas.sampai is None or tugas.sampai >= hari_ini)


def _akun(pk):
    return get_object_or_404(Pengguna.objects.select_related("pegawai__kini"), pk=pk)


@akses.peran("admin")
def akun_detail(request, pk, form=None):
    """One account: state, duties, trail; gives a new duty (``penugasan_create``)."""
    pengguna = _akun(pk)
    tugas = list(pengguna.penugasan.select_related("unit"))
    for satu in tugas:
        satu.berjalan = _berjalan(satu, request.hari_ini)
        satu.bisa_diakhiri = satu.sampai is None or satu.sampai >= request.hari_ini
    catatan = list(Jejak.objects.filter(objek="pengguna", objek_id=pk)[:20])
    for satu in catatan:
        satu.kalimat = jejak.kalimat(satu)
    isi = {
        "akun": pengguna,
        "tugas": tugas,
        "catatan": catatan,
        "sendiri": pengguna.pk == request.user.pk,
        "faktor": FaktorKedua.objects.filter(pengguna=pengguna).first(),
        "form": form or PenugasanForm(per=request.hari_ini, initial={"sejak": request.hari_ini}),
    }
    return render(request, "akun/akun_detail.html", isi, status=422 if form else 200)


@akses.peran("admin")
@require_POST
def akun_tutup(request, pk):
    """Closes an account."""
    return _ubah(request, pk, akun.tutup, "Akun ditutup. Pemiliknya keluar pada permintaan berikutnya.")


@akses.peran("admin")
@require_POST
def akun_buka(request, pk):
    """Opens a closed account."""
    return _ubah(request, pk, akun.buka, "Akun dibuka kembali dengan kata sandi yang lama.")


def _ubah(request, pk, perbuatan, kabar):
    pengguna = _akun(pk)
    try:
        with request.sebagai():
            perbuatan(pengguna, oleh=request.user)
    except akun.AkunDitolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, kabar)
    return redirect("kepegawaian:akun_detail", pk=pk)


@akses.peran("admin")
@require_POST
def faktor_atur_ulang(request, pk):
    """Takes off the second step of somebody who lost his phone and his recovery codes."""
    pengguna = _akun(pk)
    try:
        with request.sebagai():
            faktor.atur_ulang(pengguna, oleh=request.user, pada=timezone.now())
    except faktor.FaktorDitolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Langkah kedua diatur ulang dan semua sesinya diakhiri. Pemiliknya diberi tahu.")
    return redirect("kepegawaian:akun_detail", pk=pk)


@akses.peran("admin")
@require_POST
def penugasan_create(request, pk):
    """Gives an account a duty."""
    pengguna = _akun(pk)
    form = PenugasanForm(request.POST, per=request.hari_ini)
    if not form.is_valid():
        return akun_detail(request, pk, form=form)
    try:
        with request.sebagai():
            akun.tugaskan(pengguna, oleh=request.user, **form.cleaned_data)
    except akun.AkunDitolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Tugas dicatat.")
    return redirect("kepegawaian:akun_detail", pk=pk)


@akses.peran("admin")
def penugasan_akhiri(request, pk):
    """Ends a duty on a date; the row stays as history."""
    tugas = get_object_or_404(Penugasan.objects.select_related("pengguna__pegawai__kini", "unit"), pk=pk)
    form = PenugasanAkhirForm(request.POST or None, per=request.hari_ini)
    if request.method == "POST" and form.is_valid():
        try:
            with request.sebagai():
                akun.akhiri(tugas, oleh=request.user, sampai=form.cleaned_data["sampai"])
        except akun.AkunDitolak as galat:
            form.add_error("sampai", str(galat))
        else:
            messages.success(request, "Akhir tugas dicatat.")
            return redirect("kepegawaian:akun_detail", pk=tugas.pengguna_id)
    return render(request, "akun/penugasan_akhiri.html", {"form": form, "tugas": tugas})


@akses.peran("admin")
@require_POST
@never_cache
def akun_kode(request, pk):
    """Prints a code for an account no operator serves: duties without NIP, and staff of the BKD."""
    return _cetak(request, [_akun(pk)], "kepegawaian:akun_list")


@akses.peran(*PENCETAK)
@require_POST
@never_cache
def pegawai_kode(request, nip):
    """Prints a code for one pegawai he serves."""
    pegawai = ambil(request, nip)
    if not boleh_slip(request.hak, pegawai.kini):
        messages.error(request, "Slip kode dicetak oleh operator OPD pegawai ini atau BKD.")
        return redirect("kepegawaian:pegawai_detail", nip=nip)
    orang = Pengguna.objects.select_related("pegawai__kini").filter(pegawai=pegawai)
    return _cetak(request, list(orang), "kepegawaian:slip_create")


@akses.peran(*PENCETAK)
@never_cache
def slip_create(request):
    """Slips for many: a list of people he serves, those not yet active ticked; POST prints the ticked ones."""
    daftar = _dilayani(request.hak)
    if request.method == "POST":
        nip = request.POST.getlist("id")[:SLIP_MAKS]
        orang = Pengguna.objects.select_related("pegawai__kini").filter(pegawai__kini__in=daftar.filter(nip__in=nip))
        return _cetak(request, list(orang.order_by("pegawai__kini__nama")), "kepegawaian:slip_create")
    cari = request.GET.get("unit", "").strip()
    if cari:
        daftar = daftar.filter(unit_id__in=cari_unit(request.acuan, cari))
    if request.GET.get("semua") != "1":
        daftar = daftar.filter(pegawai__pengguna__password__startswith=UNUSABLE_PASSWORD_PREFIX)
    potongan = potong(request, daftar.select_related("pegawai__pengguna", "unit").order_by("nama", "nip"))
    return render(
        request,
        "akun/slip_create.html",
        {"potongan": potongan, "cari": cari, "semua": request.GET.get("semua") == "1"},
    )


def _dilayani(hak):
    """Active people with an account whom he may serve with slips."""
    daftar = ProfilKini.objects.filter(aktif=True, pegawai__pengguna__is_active=True)
    if hak.punya("staf_bkd", "pejabat_bkd"):
        return daftar
    return daftar.filter(unit_id__in=sorted(hak.unit_operator | hak.unit_kepala_opd))


def _cetak(request, orang, balik):
    """Issues and shows codes once; whose role is wider than the printer's own is left out, and said."""
    pada, slip, ditolak = timezone.now(), [], []
    with request.sebagai():
        for pengguna in orang:
            sasaran = hitung_hak(pengguna, per=request.hari_ini, acuan=request.acuan)
            if not pengguna.is_active or not akun.boleh_terbitkan(request.hak, sasaran):
                ditolak.append(pengguna)
                continue
            sebutan = request.hak.sebutan or request.hak.nama
            kode = akun.terbitkan_kode(pengguna, acuan=request.acuan, pada=pada, lewat="slip", sebagai_jabatan=sebutan)
            slip.append({"akun": pengguna, "kode": akun.tulis_kode(kode), "sampai": pengguna.kode_sampai})
    if not slip:
        messages.error(request, "Tidak ada kode yang dapat Anda terbitkan untuk pilihan ini.")
        return redirect(balik)
    return render(
        request, "akun/slip.html", {"slip": slip, "ditolak": ditolak, "alamat": settings.ALAMAT_PORTAL.rstrip("/")}
    )
