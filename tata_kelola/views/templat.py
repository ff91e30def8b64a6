"""Templat naskah: dibaca petugas BKD, disusun pejabat, admin, dan staf pemilik layanan, diberlakukan orang lain."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kepegawaian import jejak
from kepegawaian.akses import peran
from kepegawaian.aturan import tulis_tanggal
from layanan import lembar, templat_kantor
from layanan.galat import DitolakAlur
from layanan.models import VersiTemplat
from layanan.pelaku import Pelaku
from tata_kelola import templat
from tata_kelola.templat_form import FormBerlakukan, FormCabut, FormTemplat
from tata_kelola.views.setelan import PEMBACA, PENGUBAH


def _layanan(slug):
    try:
        return lembar.ambil(slug)
    except KeyError as galat:
        raise Http404 from galat


def _keadaan(request, layanan):
    versi = VersiTemplat.objects.filter(layanan=layanan.slug).select_related(
        "dibuat_oleh__pegawai__kini", "disetujui_oleh__pegawai__kini"
    )
    return templat.keadaan(layanan, list(versi.order_by("-versi")), request.hari_ini)


def _pelaku(request):
    return Pelaku(request.user, request.hak, request.alamat)


@require_safe
@peran(*PEMBACA)
def templat_list(request):
    """Every decree and letter with parts, with the version in force, what is to come, and its konsep."""
    return render(request, "tata_kelola/templat_list.html", {"daftar": templat.semua(request.hari_ini)})


@require_safe
@peran(*PEMBACA)
def templat_detail(request, layanan):
    """The wording in force today and all versions of one layanan."""
    la = _layanan(layanan)
    satu = _keadaan(request, la)
    _versi, teks = templat_kantor.teks_berlaku(la, request.hari_ini, request.acuan)
    isi = {
        "layanan": la,
        "satu": satu,
        "bagian": [(b, teks[b.kode]) for b in la.naskah.bagian],
        "boleh_susun": templat_kantor.boleh_menyusun(la, request.hak),
    }
    return render(request, "tata_kelola/templat_detail.html", isi)


@require_http_methods(["GET", "POST"])
@peran("staf_bkd", *PENGUBAH)
def templat_update(request, layanan):
    """Writes the konsep; ``?usulan=`` shows the names with the values of that usulan."""
    la = _layanan(layanan)
    if not templat_kantor.boleh_menyusun(la, request.hak):
        raise PermissionDenied
    satu = _keadaan(request, la)
    awal = {f"bagian_{k}": v for k, v in templat.isi_awal(la, satu, request.hari_ini, request.acuan).items()}
    if satu.konsep:
        awal |= {"alasan": satu.konsep.alasan, "semula": templat_kantor.sidik(satu.konsep.bagian)}
    form = FormTemplat(request.POST or None, layanan=la, initial=awal)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            versi = templat_kantor.simpan(
                la, form.teks, alasan=data["alasan"], semula=data["semula"], oleh=_pelaku(request)
            )
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(
                request, f"Konsep versi {versi.versi} tersimpan. Lihat pada usulan nyata sebelum berlaku."
            )
            return redirect("tata_kelola:templat_versi", la.slug, versi.versi)
    daftar, usulan = _usulan_nilai(request, la)
    nama, sebab = templat.nama_dengan_nilai(la, usulan, request.hari_ini)
    isi = {"layanan": la, "satu": satu, "form": form, "nama": nama, "usulan": usulan, "daftar": daftar, "sebab": sebab}
    return render(request, "tata_kelola/templat_update.html", isi, status=400 if form.errors else 200)


def _usulan_nilai(request, la):
    """(usulan to choose from, the chosen one or None); reading its values is recorded."""
    daftar = templat.usulan_contoh(la, request.hak)
    usulan = next((u for u in daftar if u.nomor == request.GET.get("usulan")), None)
    if usulan is not None:
        with request.sebagai():
            jejak.catat("naskah_pratinjau", usulan, pegawai=usulan.pegawai_id, usulan=usulan.nomor)
    return daftar, usulan


@require_safe
@peran(*PEMBACA)
def templat_versi(request, layanan, versi):
    """One version: what differs from the wording in force, its preview, and the acts."""
    return _halaman_versi(request, layanan, versi)


def _halaman_versi(request, slug, nomor, *, form=None, status=200):
    la = _layanan(slug)
    satu = _keadaan(request, la)
    versi = next((v for v in (satu.kini, satu.konsep, *satu.nanti, *satu.lalu) if v and v.versi == nomor), None)
    if versi is None:
        raise Http404
    kini, teks = templat_kantor.teks_berlaku(la, request.hari_ini, request.acuan)
    pembanding = {} if kini == versi else teks
    susun = templat_kantor.boleh_menyusun(la, request.hak)
    halangan = templat_kantor.halangan(versi, request.hak) if versi.status == "konsep" else ""
    isi = {
        "layanan": la,
        "versi": versi,
        "sebutan": f"Versi {nomor}",
        "penulis": templat.sebut_akun(versi.dibuat_oleh),
        "penyetuju": templat.sebut_akun(versi.disetujui_oleh),
        "kini": kini,
        "banding": templat.banding(la, pembanding or versi.bagian, versi.bagian),
        "berbeda": bool(pembanding),
        "usulan": templat.usulan_contoh(la, request.hak) if susun else [],
        "kueri_lembar": "".join(f"&{k}={v}" for k, v in templat_kantor.kueri(la.slug)),
        "boleh_susun": susun,
        "halangan": halangan,
        "dilihat": versi.status == "konsep" and templat_kantor.sudah_dipratinjau(versi),
        "form": form or _form(request, versi, halangan),
    }
    return render(request, "tata_kelola/templat_versi.html", isi, status=status)


def _form(request, versi, halangan):
    """The form of the act this reader may do on the version, or None."""
    if versi.status == "konsep" and not halangan:
        awal = {"berlaku_sejak": request.hari_ini, "dilihat": templat_kantor.sidik(versi.bagian)}
        return FormBerlakukan(initial=awal)
    boleh = request.hak.punya(*PENGUBAH) and not request.hak.hanya_baca
    masih = versi.berlaku_sampai is None or versi.berlaku_sampai >= request.hari_ini
    return FormCabut() if versi.status == "berlaku" and boleh and masih else None


@require_POST
@peran(*PENGUBAH)
def templat_berlakukan(request, layanan, versi):
    """Puts a konsep into force from a date on."""
    la, form = _layanan(layanan), FormBerlakukan(request.POST)
    if not form.is_valid():
        return _halaman_versi(request, layanan, versi, form=form, status=400)
    data = form.cleaned_data
    try:
        templat_kantor.berlakukan(
            la, versi, sejak=data["berlaku_sejak"], dilihat=data["dilihat"], oleh=_pelaku(request)
        )
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, f"Templat versi {versi} berlaku sejak {tulis_tanggal(data['berlaku_sejak'])}.")
    return redirect("tata_kelola:templat_versi", la.slug, versi)


@require_POST
@peran(*PENGUBAH)
def templat_cabut(request, layanan, versi):
    """Revokes a version in force or still to come."""
    la, form = _layanan(layanan), FormCabut(request.POST)
    if not form.is_valid():
        return _halaman_versi(request, layanan, versi, form=form, status=400)
    try:
        templat_kantor.cabut(la, versi, alasan=form.cleaned_data["alasan"], oleh=_pelaku(request))
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, f"Templat versi {versi} dicabut.")
    return redirect("tata_kelola:templat_versi", la.slug, versi)
