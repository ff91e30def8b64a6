"""Halaman keluarga: daftar yang sudah terisi, dan satu formulir pendek bagi tiap perubahan yang langsung diajukan."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from kepegawaian import akses, dosir, jejak
from kepegawaian.profil import profil_satu
from kepegawaian.views.kerangka import ambil
from kesejahteraan.keluarga import aturan, daftar
from kesejahteraan.keluarga.forms import UbahForm
from layanan import alur, berkas, katalog
from layanan.galat import DitolakAlur
from layanan.models import Usulan
from layanan.views.usulan import pelaku
from layanan.wewenang import boleh_mengusulkan

SLUG = "perubahan-keluarga"
PERKARA = ("lapor-kawin", "izin-cerai", "keterangan-cerai", "lapor-cerai", "izin-beristri")


def _milik(request, nip):
    """The pegawai of the page, whose family the reader may see; 403 to an atasan."""
    pegawai = ambil(request, nip)
    if not request.hak.boleh_bagian(pegawai.pk, "keluarga"):
        raise PermissionDenied
    return pegawai


def _alamat(nip, nama, *lain):
    """Path of a page of this pegawai; ``nip`` None: of one's own. ``nama``: detail | ubah."""
    if nip:
        return reverse(f"kesejahteraan:keluarga_{nama}", args=[nip, *lain])
    return reverse(f"kesejahteraan:keluarga_saya{'_ubah' if nama == 'ubah' else ''}", args=lain)


@akses.masuk
@require_safe
def keluarga_detail(request, nip=None):
    """Everybody in the family with what may be told of him; what runs already; the other services of marriage."""
    pegawai = _milik(request, nip)
    if pegawai.pk != request.hak.pegawai_id:
        with request.sebagai():
            jejak.catat_sensitif(pegawai.pk, "keluarga")
    boleh = boleh_mengusulkan(katalog.ambil(SLUG), pegawai, request.hak)
    berjalan = Usulan.objects.terlihat_oleh(request.hak).filter(
        pegawai=pegawai, layanan__in=(SLUG, *PERKARA), status__in=Usulan.BERJALAN
    )
    isi = {
        "pegawai": pegawai,
        "kini": pegawai.kini,
        "saya": pegawai.pk == request.hak.pegawai_id,
        "kelompok": [
            (
                nama,
                [
                    (a, [(n, f"{_alamat(nip, 'ubah', kode)}?anggota={a.baris.anggota}") for kode, n in a.ubah])
                    for a in orang
                ],
            )
            for nama, orang in daftar.susun(pegawai.pk, request.hari_ini, request.acuan)
        ],
        "boleh": boleh,
        "baru": [(aturan.NAMA[kode], _alamat(nip, "ubah", kode)) for kode in aturan.BARU],
        "perkara": [
            la
            for la in map(katalog.ambil, PERKARA)
            if boleh_mengusulkan(la, pegawai, request.hak)
            and (la.slug != "izin-beristri" or pegawai.jenis_kelamin == "L")
        ],
        "berjalan": berjalan.select_related("langkah_kini").order_by("pk"),
    }
    return render(request, "kesejahteraan/keluarga.html", isi)


@akses.masuk
def keluarga_ubah(request, jenis, nip=None):
    """One change with its evidence: draft, document and submission in one press (POST)."""
    pegawai = _milik(request, nip)
    if jenis not in aturan.NAMA:
        raise Http404
    layanan = katalog.ambil(SLUG)
    if not boleh_mengusulkan(layanan, pegawai, request.hak):
        raise PermissionDenied
    konteks = katalog.Konteks(profil_satu(pegawai.pk, per=request.hari_ini), {}, request.hari_ini, request.acuan)
    anggota = "" if jenis in aturan.BARU else request.POST.get("anggota") or request.GET.get("anggota", "")
    satu = next((t for t in konteks.profil.tanggungan if t.anggota == anggota), None)
    if jenis not in aturan.BARU and (satu is None or satu.hubungan not in aturan.TENTANG[jenis]):
        raise Http404
    data = request.POST.copy() if request.method == "POST" else None
    if data is not None:
        data["jenis"], data["anggota"] = jenis, anggota
    form = UbahForm(data, request.FILES or None, konteks=konteks, jenis=jenis, anggota=anggota)
    if request.method == "POST" and form.is_valid() and (usulan := _kirim(request, layanan, pegawai, form)):
        return redirect("layanan:usulan_detail", nomor=usulan.nomor)
    kini = pegawai.kini
    isi = {
        "judul": f"{aturan.NAMA[jenis]}{f': {satu.nama}' if satu else ''}",
        "penjelasan": f"Bagi {kini.nama_lengkap}. Bukti yang diperlukan: {aturan.BUKTI[jenis].lower()}. Sesudah dikirim, operator "
        "perangkat daerah dan BKD memeriksanya; riwayat keluarga berubah begitu buktinya diverifikasi.",
        "form": form,
        "tombol": "Kirim",
        "batal_url": _alamat(nip, "detail"),
        "atas": [("Keluarga", _alamat(nip, "detail"))],
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)


def _kirim(request, layanan, pegawai, form):
    """The submitted Usulan; None with the reason on the form when the act refuses, and then nothing is left behind."""
    isian = {k: v for k, v in form.cleaned_data.items() if k != "berkas"}
    try:
        with transaction.atomic():
            usulan = alur.buat_draf(layanan, pegawai, oleh=pelaku(request), isian=isian)
            usulan = berkas.pasang(
                usulan,
                layanan.dokumen[0].kode,
                form.cleaned_data["berkas"],
                oleh=pelaku(request),
                versi=usulan.versi_baris,
            )
            usulan = alur.ajukan(usulan, oleh=pelaku(request), versi=usulan.versi_baris)
    except dosir.BerkasDitolak as galat:
        form.add_error("berkas", str(galat))
    except DitolakAlur as galat:
        form.add_error(None, str(galat))
    else:
        messages.success(request, f"Terkirim dengan nomor {usulan.nomor}. Anda diberi tahu begitu tercatat.")
        return usulan
    return None
