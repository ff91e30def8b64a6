"""Masuk, keluar, aktivasi, lupa sandi, ganti sandi: halaman akun bagi pemiliknya.

The acts stand in ``kepegawaian.akun``. An answer never tells whether an account exists.
"""

import time

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import authenticate, login, logout, update_session_auth_hash
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render, resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from kepegawaian import akses, akun, batas, faktor, jejak, oidc, sesi
from kepegawaian.acuan import acuan_kini
from kepegawaian.antrean import AntreanMati, kirim
from kepegawaian.aturan import tulis_tanggal
from kepegawaian.forms import AktivasiForm, GantiSandiForm, KodeMasukForm, LupaSandiForm, MasukForm
from kepegawaian.hak import hitung_hak
from kepegawaian.middleware import BATAS_FAKTOR
from kepegawaian.models import Pengguna
from kepegawaian.tasks import kirim_kode

MENUNGGU = "masuk_menunggu"  # in the session: who gave the right password and owes the second step
TERTAHAN = (
    "Akun ini baru saja dicoba berkali-kali dengan kata sandi yang salah. Tunggu setengah menit, lalu coba lagi, "
    "atau pilih Lupa sandi."
)
PENUH = "Terlalu banyak percobaan dari jaringan ini. Tunggu satu jam, lalu coba lagi."


def tujuan_aman(request):
    """Where to go after login: ``next`` when it lies inside the portal, else home."""
    tujuan = request.POST.get("next") or request.GET.get("next") or ""
    aman = url_has_allowed_host_and_scheme(tujuan, {request.get_host()}, require_https=request.is_secure())
    return tujuan if aman else resolve_url(settings.LOGIN_REDIRECT_URL)


@akses.terbuka(alasan="Orang yang belum masuk harus dapat masuk.")
@sensitive_post_parameters("password")
@never_cache
def masuk(request):
    """Log in. django-axes locks an account after repeated failures; both outcomes are recorded."""
    if request.user.is_authenticated:
        return redirect(tujuan_aman(request))
    form = MasukForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        nip = form.cleaned_data["username"]
        if batas.lewat_batas("masuk", alamat=request.alamat):
            form.add_error(None, "Terlalu banyak percobaan dari jaringan ini. Tunggu 15 menit, lalu coba lagi.")
        elif batas.tertahan(nip, request):
            form.add_error(None, TERTAHAN)
        elif pengguna := authenticate(request, **form.cleaned_data):
            batas.kembalikan("masuk", alamat=request.alamat)
            if berhak(pengguna):
                return lanjutkan(request, pengguna, tujuan_aman(request))
            form.add_error(None, "Akun ini sudah ditutup. Hubungi BKD bila menurut Anda ini keliru.")
        else:
            batas.catat_gagal(nip)
            _catat_gagal(request, nip)
            form.add_error(None, "NIP atau kata sandi tidak cocok. Belum punya kata sandi? Pilih Aktivasi akun.")
    lanjut = request.POST.get("next") or request.GET.get("next")
    isi = {"form": form, "next": lanjut, "oidc": settings.OIDC["nama"] if oidc.menyala() else ""}
    return render(request, "akun/masuk.html", isi)


def lanjutkan(request, pengguna, tujuan, lewat="kata sandi"):
    """Who he is has been proven once: in, or first to the second step."""
    if not faktor.terpasang(pengguna):
        return _masukkan(request, pengguna, tujuan, lewat)
    request.session.cycle_key()
    request.session[MENUNGGU] = {
        "akun": pengguna.pk, "pada": int(time.time()), "sandi": pengguna.get_session_auth_hash(),
        "tujuan": tujuan, "lewat": lewat, "gagal": 0,
    }  # fmt: skip
    return redirect("kepegawaian:masuk_kode")


def _masukkan(request, pengguna, tujuan, lewat):
    """Logs in: session, its row, the trail, the grace of an obliged second step; returns the way on."""
    acuan = acuan_kini()
    with jejak.sebagai(pengguna, request.alamat):
        login(request, pengguna, backend="kepegawaian.akun.NipBackend")
        jejak.catat("masuk", pengguna, pegawai=pengguna.pegawai_id, lewat=lewat)
        if sesi.buka(request, pengguna, acuan):
            messages.info(request, "Akun Anda masuk di terlalu banyak perangkat; yang terlama dikeluarkan.")
        hak = hitung_hak(pengguna, per=timezone.localdate(), acuan=acuan)
        if akhir := faktor.batas_pasang(pengguna, hak, acuan):
            request.session[BATAS_FAKTOR] = akhir.isoformat()
            messages.warning(
                request,
                f"Tugas Anda mewajibkan langkah kedua ketika masuk. Pasang pada Keamanan akun, paling lambat {tulis_tanggal(akhir)}.",
            )
    batas.lupakan_gagal(pengguna.nama_pengguna)
    return batas.kenali_peranti(redirect(tujuan), request, pengguna.nama_pengguna)


@akses.terbuka(alasan="Langkah kedua sesudah kata sandi yang benar, sebelum masuk.")
@sensitive_post_parameters("kode")
@never_cache
def masuk_kode(request):
    """The second step: a code of the authenticator app, or a recovery code, within five minutes and five tries."""
    tunggu = request.session.get(MENUNGGU)
    pengguna = tunggu and Pengguna.objects.filter(pk=tunggu["akun"], is_active=True).first()
    if not pengguna or time.time() - tunggu["pada"] > 300 or tunggu["sandi"] != pengguna.get_session_auth_hash():
        request.session.pop(MENUNGGU, None)
        return redirect("kepegawaian:masuk")
    form = KodeMasukForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        penuh = batas.lewat_batas("faktor", alamat=request.alamat, akun=pengguna.pk)
        if penuh or faktor.tertahan(pengguna, timezone.now()):
            form.add_error("kode", "Terlalu banyak percobaan. Tunggu 15 menit, lalu coba lagi.")
        else:
            with jejak.sebagai(pengguna, request.alamat):
                benar = faktor.periksa(pengguna, form.cleaned_data["kode"])
                if not benar:
                    jejak.catat("faktor_gagal", pengguna, pegawai=pengguna.pegawai_id)
            if benar:
                batas.kembalikan("faktor", alamat=request.alamat)
                del request.session[MENUNGGU]
                return _masukkan(request, pengguna, tunggu["tujuan"], tunggu["lewat"])
            if tunggu["gagal"] >= 4:
                request.session.pop(MENUNGGU)
                messages.error(request, "Kode salah lima kali. Mulai lagi dari kata sandi.")
                return redirect("kepegawaian:masuk")
            request.session[MENUNGGU] = tunggu | {"gagal": tunggu["gagal"] + 1}
            form.add_error("kode", "Kode tidak cocok atau sudah dipakai. Tunggu kode berikutnya, lalu coba lagi.")
    return render(request, "akun/masuk_kode.html", {"form": form})


def berhak(pengguna):
    """Has the account any role today? Asked only after the right password, so that it tells nothing."""
    return bool(hitung_hak(pengguna, per=timezone.localdate(), acuan=acuan_kini()).peran)


def _catat_gagal(request, nama):
    """Records a failure on an existing account; what was typed is not kept, it may be a password."""
    if getattr(request, "axes_locked_out", False):
        return
    pengguna = Pengguna.objects.filter(nama_pengguna=nama).only("pk", "pegawai_id").first()
    if pengguna is not None:
        with request.sebagai():
            jejak.catat("masuk_gagal", pengguna, pegawai=pengguna.pegawai_id)


@akses.pemilik_akun
@require_POST
def keluar(request):
    """Log out."""
    with request.sebagai():
        jejak.catat("keluar", request.user, pegawai=request.hak.pegawai_id)
        sesi.lupakan(request.session.session_key)
    logout(request)
    messages.success(request, "Anda sudah keluar.")
    return redirect("kepegawaian:masuk")


@akses.terbuka(alasan="Pemilik akun yang belum punya atau lupa sandi meminta kode.")
def lupa_sandi(request):
    """Asks for a code by e-mail. The answer is the same whether or not there is such an account."""
    form = LupaSandiForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        nip = form.cleaned_data["nip"]
        if not batas.lewat_batas("minta", alamat=request.alamat, nip=nip):
            pengguna = Pengguna.objects.filter(nama_pengguna=nip).only("pk").first()
            # Always one task, so that the time of the answer tells nothing; the code is born in the worker.
            try:
                kirim(kirim_kode, pengguna.pk if pengguna else 0)
            except AntreanMati:
                messages.error(request, "Kode belum dapat dikirim karena gangguan. Coba lagi beberapa menit lagi.")
                return redirect("kepegawaian:lupa_sandi")
        messages.success(
            request,
            "Bila NIP itu terdaftar dan punya alamat surel, kode sudah dikirim ke alamat itu. Periksa juga folder "
            "spam. Tidak ada surel? Minta slip kode kepada operator kepegawaian OPD Anda.",
        )
        return redirect("kepegawaian:aktivasi")
    return render(request, "akun/lupa_sandi.html", {"form": form})


@akses.terbuka(alasan="Akun diaktifkan dan sandi diatur ulang sebelum masuk, dengan kode sekali pakai.")
@sensitive_post_parameters("kode", "sandi_baru", "sandi_ulang")
@never_cache
def aktivasi(request):
    """Sets a password with NIP and code: activation and reset are one path."""
    form = AktivasiForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        isi = form.cleaned_data
        if batas.lewat_batas("kode", alamat=request.alamat, nip=isi["nip"]):
            form.add_error(None, PENUH)
        elif _pasang(request, form, isi):
            batas.kembalikan("kode", alamat=request.alamat)
            messages.success(request, "Kata sandi tersimpan. Silakan masuk.")
            return redirect("kepegawaian:masuk")
    return render(request, "akun/aktivasi.html", {"form": form})


def _pasang(request, form, isi):
    """True when the password is set; else the form says why."""
    try:
        with request.sebagai():
            pengguna = akun.pasang_sandi(
                isi["nip"], isi["kode"], isi["sandi_baru"], acuan=acuan_kini(), pada=timezone.now()
            )
    except ValidationError as galat:
        form.add_error("sandi_baru", galat)
        return False
    if pengguna is None:
        form.add_error(
            "kode",
            "NIP dan kode tidak cocok, atau kode sudah dipakai atau lewat waktu. Periksa lagi atau minta kode baru.",
        )
    return pengguna is not None


@akses.pemilik_akun
@sensitive_post_parameters("sandi_lama", "sandi_baru", "sandi_ulang")
@never_cache
def ganti_sandi(request):
    """The owner changes his password; this session stays, all others end."""
    form = GantiSandiForm(request.POST or None, pengguna=request.user)
    if request.method == "POST" and form.is_valid():
        with request.sebagai():
            lama = request.session.session_key
            akun.ganti_sandi(request.user, form.cleaned_data["sandi_baru"], kecuali=lama)
            update_session_auth_hash(request, request.user)
            sesi.pindah(request, lama)
        messages.success(request, "Kata sandi diganti. Perangkat lain yang masih masuk sudah dikeluarkan.")
        return redirect("kepegawaian:ganti_sandi")
    return render(request, "akun/ganti_sandi.html", {"form": form})
