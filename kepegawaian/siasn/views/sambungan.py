"""Sambungan SIASN: keadaan layanan dan token, pengambilan massal, antrean kirim, dan daftar yang berbeda."""

from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST, require_safe

from kepegawaian import akses, jejak
from kepegawaian.antrean import antrekan
from kepegawaian.models import AmbilSiasn, JawabanSiasn, KirimSiasn, Pegawai
from kepegawaian.penomoran import potong
from kepegawaian.siasn import ambil, kirim, muatan, peta, sakelar, token
from kepegawaian.siasn.forms import BERBEDA, AmbilForm, KirimFilter, SelisihFilter, TokenForm
from kepegawaian.siasn.galat import TerimaDitolak
from kepegawaian.siasn.tasks import ambil_siasn, kirim_siasn
from kepegawaian.siasn.views.orang import alamat
from kepegawaian.templatetags.portal import waktu

PEMBACA = ("staf_bkd", "pejabat_bkd", "inspektorat", "admin")
LEWAT = timedelta(minutes=30)  # so long after its time a row should have left by itself
JENIS_TANDA = {"terkirim": "terpenuhi", "ditolak": "gagal", "ditinjau": "perhatian", "mengirim": "info"}


def _jenis(hak):
    """Kinds a run of this clerk may fetch: hukuman only its handlers."""
    return [j for j in peta.JENIS if j.bagian != "hukuman" or hak.penangan_disiplin]


def _terlihat(daftar, hak):
    """Rows about persons in scope; those about hukuman for its handlers only."""
    daftar = daftar.filter(pegawai__in=Pegawai.objects.terlihat_oleh(hak))
    return daftar if hak.penangan_disiplin else daftar.exclude(jenis="hukdis")


@require_safe
@akses.peran(*PEMBACA)
def sambungan(request):
    """Service, tokens, last success; runs; the queue with its filters. The admin sees no rows about persons."""
    hak = request.hak
    isi = {
        "menyala": sakelar.menyala(), "boleh_kirim": sakelar.boleh_kirim(), "layanan": sakelar.keadaan(),
        "token": token.keadaan(), "ubah": hak.punya("staf_bkd"), "tempel": hak.punya("staf_bkd", "admin"),
        "form_token": TokenForm(), "orang": hak.lihat_semua,
    }  # fmt: skip
    isi["perlu_tempel"] = any(t["perlu"] and t["tempel"] and not t["ada"] for t in isi["token"])
    isi["bisa_tempel"] = any(t["perlu"] and t["nama"] == "SSO SIASN" for t in isi["token"])
    if hak.lihat_semua:
        isi |= _antrean(request) | {"form_ambil": AmbilForm(hari_ini=request.hari_ini, jenis=_jenis(hak))}
        isi["contoh"] = JawabanSiasn.objects.filter(sumber="contoh", terbaru=True).exists()
        # Off, what waits and what was fetched stays readable.
        isi["tampil"] = isi["menyala"] or bool(isi["pengambilan"] or isi["potongan"].butir or isi["tersaring"])
    return render(request, "siasn/sambungan.html", isi)


def _antrean(request):
    hak = request.hak
    semua = _terlihat(KirimSiasn.objects.all(), hak)
    angka = dict(semua.order_by().values_list("status").annotate(Count("pk")))
    saring = KirimFilter(request.GET, semua.select_related("pegawai__kini", "oleh__pegawai__kini"))
    potongan, lewat = potong(request, saring.qs), timezone.now() - LEWAT
    for k in potongan:
        k.lewat = k.status in KirimSiasn.JALAN and k.berikut_pada < lewat
        k.nama_jenis, k.tanda = peta.TABEL[k.jenis].nama, JENIS_TANDA.get(k.status, "netral")
        k.url, k.kata = alamat(k.pegawai.nip, k.jenis), k.get_status_display()
        k.kata = k.kata[:1].lower() + k.kata[1:]
    pengambilan = list(AmbilSiasn.objects.select_related("unit", "pegawai__kini")[:10])
    for a in pengambilan:
        a.siapa = a.pegawai.kini.nama if a.pegawai_id else ambil.sebut(a)
    return {
        "saring": saring, "potongan": potongan, "angka": [(nama, angka.get(k, 0), k) for k, nama in KirimSiasn.STATUS],
        "pengambilan": pengambilan, "tersaring": any(request.GET.get(k) for k in ("status", "jenis", "q")),
        "beda": _terlihat(JawabanSiasn.objects.filter(BERBEDA, terbaru=True), hak).values("pegawai")[:1001].count(),
    }  # fmt: skip


@require_safe
@akses.peran("staf_bkd", "pejabat_bkd", "inspektorat")
def selisih_list(request):
    """Persons and kinds that differ from SIASN as fetched."""
    daftar = _terlihat(JawabanSiasn.objects.filter(BERBEDA, terbaru=True), request.hak).defer("isi", "baris")
    saring = SelisihFilter(request.GET, daftar.select_related("pegawai__kini__unit").order_by("pegawai__kini__nama", "pegawai_id", "jenis"))  # fmt: skip
    potongan = potong(request, saring.qs)
    for j in potongan:
        j.nama_jenis, j.url = peta.TABEL[j.jenis].nama, alamat(j.pegawai.nip, j.jenis)
    return render(
        request, "siasn/selisih_list.html", {"saring": saring, "potongan": potongan, "menyala": sakelar.menyala()}
    )


@require_safe
@akses.peran(*PEMBACA)
def peta_list(request):
    """Which field of SIASN is which of ours, kind by kind: the tables of ``peta`` as they are used."""
    return render(
        request, "siasn/peta_list.html", {"daftar": [(j, _baris_peta(j), j.kode in muatan.SUSUN) for j in peta.JENIS]}
    )


def _baris_peta(jenis):
    """[(names at SIASN, column of ours, list of codes, taken over or only compared)]."""
    if jenis.kode == "data-utama":
        kolom = [(", ".join(n), sebutan, daftar, "dapat diterima") for _, sebutan, n, daftar in peta.UTAMA]
        return kolom + [(", ".join(n), sebutan, daftar, "hanya dibandingkan") for sebutan, n, _, daftar in peta.PROFIL]
    cara = "dapat diterima" if jenis.terima else "hanya dibandingkan"
    hasil = [
        (", ".join(m.nama) if m.nama[0][0] != "_" else "dihitung dari beberapa isian", m.judul, m.acuan, cara)
        for m in jenis.medan
    ]
    return hasil + [(f"tetap: {isi}", judul, "", cara) for judul, isi in jenis.tetap]


@sensitive_post_parameters("token")
@require_POST
@akses.peran("staf_bkd", "admin")
def token_tempel(request):
    """Keeps a pasted SSO token; the jejak says who, never what."""
    form = TokenForm(request.POST)
    if not sakelar.menyala():
        messages.error(request, sakelar.MATI)
    elif not form.is_valid():
        messages.error(request, "Tempel tokennya lebih dahulu.")
    else:
        try:
            sampai = token.tempel(form.cleaned_data["token"], request.hak.nip or request.user.nama_pengguna)
        except ValueError as galat:
            messages.error(request, str(galat))
        else:
            with request.sebagai():
                jejak.catat("siasn_token", ("siasn", None))
            messages.success(
                request, f"Token disimpan sampai {waktu(sampai)}. Pekerjaan yang tertunda berlanjut sendiri."
            )
    return redirect("siasn:sambungan")


@require_POST
@akses.peran("staf_bkd", "admin")
def token_buang(request):
    """Forgets the SSO token."""
    if not sakelar.menyala():
        messages.error(request, sakelar.MATI)
        return redirect("siasn:sambungan")
    token.buang("sso")
    with request.sebagai():
        jejak.catat("siasn_token_buang", ("siasn", None))
    messages.success(request, "Token SSO dibuang.")
    return redirect("siasn:sambungan")


@require_POST
@akses.peran("staf_bkd")
def ambil_create(request):
    """Begins a run over a unit or everybody."""
    form = AmbilForm(request.POST, hari_ini=request.hari_ini, jenis=_jenis(request.hak))
    if not form.is_valid():
        messages.error(
            request, next((e for k in ("unit",) for e in form.errors.get(k, ())), "Pilih sedikitnya satu jenis data.")
        )
        return redirect("siasn:sambungan")
    try:
        with request.sebagai():
            satu = ambil.minta(jenis=form.cleaned_data["jenis"], unit=form.cleaned_data["unit"], oleh=request.user)
            antrekan(ambil_siasn, satu.pk)
    except TerimaDitolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, f"Pengambilan dimulai bagi {satu.jumlah} orang; halaman ini boleh ditinggalkan.")
    return redirect("siasn:sambungan")


@require_POST
@akses.peran("staf_bkd")
def ambil_henti(request, pk):
    """Stops a run; what was fetched stays."""
    get_object_or_404(AmbilSiasn, pk=pk)
    with request.sebagai():
        berhenti = ambil.hentikan(pk)
    messages.success(request, "Pengambilan dihentikan.") if berhenti else messages.info(
        request, "Pengambilan itu sudah berakhir."
    )
    return redirect("siasn:sambungan")


@require_POST
@akses.peran("staf_bkd")
def ambil_lanjut(request, pk):
    """Lets a paused run go on now."""
    get_object_or_404(AmbilSiasn, pk=pk)
    if ambil.lepaskan(pk):
        antrekan(ambil_siasn, pk)
        messages.success(request, "Pengambilan dilanjutkan.")
    else:
        messages.info(request, "Pengambilan itu tidak sedang tertunda.")
    return redirect("siasn:sambungan")


def _kiriman(request, pk):
    satu = get_object_or_404(_terlihat(KirimSiasn.objects.all(), request.hak), pk=pk)
    if satu.pegawai_id == request.hak.pegawai_id:
        raise PermissionDenied
    return satu


@require_POST
@akses.peran("staf_bkd")
def kirim_ulang(request, pk):
    """Tries one row again, with what portal and SIASN say today."""
    _kiriman(request, pk)
    try:
        with request.sebagai():
            satu = kirim.ulangi(pk, oleh=request.user)
            antrekan(kirim_siasn, [satu.pk])
    except TerimaDitolak as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Dicoba lagi; hasilnya tampil di sini sesaat lagi.")
    return redirect("siasn:sambungan")


@require_POST
@akses.peran("staf_bkd")
def kirim_batal(request, pk):
    """Takes one row out of the queue."""
    _kiriman(request, pk)
    with request.sebagai():
        batal = kirim.batalkan(pk)
    messages.success(request, "Kiriman dibatalkan.") if batal else messages.error(request, "Kiriman itu sedang atau sudah dikirim, jadi tidak dapat dibatalkan.")  # fmt: skip
    return redirect("siasn:sambungan")
