"""Jadwal dan kehadiran: sesi, QR yang ditampilkan petugas, halaman yang dibuka telepon peserta, daftar hadir."""

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from diklat.models import SesiPelatihan
from diklat.pelatihan import aturan, hadir, hak, hasil
from diklat.pelatihan.forms import FormSesi
from diklat.pelatihan.views import PEMANTAU, ambil_kegiatan, formulir, lakukan, pelaku
from kepegawaian import akses
from layanan.galat import BukanWewenang, DitolakAlur

BERUBAH = ("rencana", "nominasi", "seleksi", "persiapan", "berlangsung")


@akses.peran(*PEMANTAU)
@require_safe
def jadwal(request, pk):
    """The sessions by day with how many came; JP of the schedule beside what is written."""
    k = ambil_kegiatan(request, pk)
    sesi = list(k.sesi.annotate(hadir_n=Count("hadir")))
    menit = hasil.menit_jadwal(k)
    isi = {
        "k": k, "sesi": sesi, "lembar": "jadwal", "peserta_n": k.peserta.filter(status="peserta").count(),
        "kelola": hak.kelola(request.hak, request.acuan, k.pelatihan.kelompok), "ubah": k.tahap in BERUBAH,
        "jp": None if menit is None else aturan.jp_dari_menit(menit), "menit": menit,
    }  # fmt: skip
    return render(request, "diklat/pelatihan/jadwal.html", isi)


def _ambil(request, pk, *, ubah=False):
    s = get_object_or_404(SesiPelatihan, pk=pk)
    s.kegiatan = ambil_kegiatan(request, s.kegiatan_id, ubah=ubah)
    return s


@akses.peran(*PEMANTAU)
@require_http_methods(["GET", "HEAD", "POST"])
def sesi_form(request, pk, sesi=None):
    """A new session, or changes to one."""
    k = ambil_kegiatan(request, pk, ubah=True)
    if k.tahap not in BERUBAH:
        raise Http404
    s = get_object_or_404(k.sesi, pk=sesi) if sesi else None
    form = FormSesi(request.POST or None, instance=s, initial={} if s else {"tanggal": k.mulai, "tempat": k.tempat})

    def simpan(f):
        hadir.simpan_sesi(pk, sesi, f.cleaned_data, oleh=pelaku(request))

    kembali = reverse("diklat:jadwal", args=[pk])
    isi = {
        "judul": "Ubah sesi" if sesi else "Sesi baru", "tombol": "Simpan sesi", "sukses": "Jadwal disimpan.",
        "atas": [(k.nama, reverse("diklat:kegiatan_detail", args=[pk])), ("Jadwal", kembali)],
    }  # fmt: skip
    return formulir(request, form, simpan, isi, kembali)


@akses.peran(*PEMANTAU)
@require_POST
def sesi_delete(request, pk):
    """Takes a session out nobody attended."""
    s = _ambil(request, pk, ubah=True)
    return lakukan(
        request, lambda: hadir.hapus_sesi(s, oleh=pelaku(request)), "Sesi dihapus.", "diklat:jadwal", s.kegiatan_id
    )


@akses.peran(*PEMANTAU)
@require_http_methods(["GET", "HEAD", "POST"])
def sesi_detail(request, pk):
    """Who was there, by scan or by the hand of the staf; the list can be ticked (``POST``)."""
    s = _ambil(request, pk, ubah=request.method == "POST")
    k = s.kegiatan
    if request.method == "POST":
        ids = [int(x) for x in request.POST.getlist("hadir") if x.isdigit()]
        return lakukan(
            request, lambda: "{} ditambahkan, {} dihapus".format(*hadir.catat(pk, ids, oleh=pelaku(request))),
            "Daftar hadir disimpan: {}.", "diklat:sesi_detail", pk,
        )  # fmt: skip
    peserta = list(
        k.peserta.filter(request.hak.lingkup("pegawai__kini__"), status="peserta")
        .select_related("pegawai__kini__opd").order_by("pegawai__kini__nama", "pk")
    )  # fmt: skip
    ada = {h.peserta_id: h for h in s.hadir.all()}
    for p in peserta:
        p.catatan_hadir = ada.get(p.pk)
    isi = {
        "s": s, "k": k, "peserta": peserta, "lembar": "jadwal", "hadir_n": sum(p.catatan_hadir is not None for p in peserta),
        "kelola": hak.kelola(request.hak, request.acuan, k.pelatihan.kelompok),
        "dapat_catat": k.tahap in ("persiapan", "berlangsung", "penilaian") and s.tanggal <= request.hari_ini,
        "dapat_qr": k.tahap in ("persiapan", "berlangsung"),
    }  # fmt: skip
    return render(request, "diklat/pelatihan/sesi_detail.html", isi)


@akses.peran(*PEMANTAU)
@require_safe
def sesi_qr(request, pk):
    """The QR on the wall; the page draws itself anew before the token is stale."""
    s = _ambil(request, pk, ubah=True)
    if s.kegiatan.tahap not in ("persiapan", "berlangsung"):
        raise Http404
    detik = hadir.umur(request.hari_ini)
    alamat = request.build_absolute_uri(reverse("diklat:hadir", args=[hadir.token(s)]))
    isi = {
        "s": s, "k": s.kegiatan, "gambar": hadir.gambar(alamat), "alamat": alamat, "detik": detik,
        "segarkan": max(15, detik // 2), "hadir_n": s.hadir.count(),
        "peserta_n": s.kegiatan.peserta.filter(status="peserta").count(),
    }  # fmt: skip
    return render(request, "diklat/pelatihan/sesi_qr.html", isi)


@akses.masuk
@require_safe
def hadir_pindai(request, token):
    """What the phone opens after the scan: which session, and one button with a token of his own."""
    if not request.hak.pegawai_id:
        raise PermissionDenied
    try:
        s = SesiPelatihan.objects.select_related("kegiatan").get(pk=hadir.baca(token, request.hari_ini))
    except DitolakAlur as galat:
        return render(request, "diklat/pelatihan/hadir.html", {"galat": str(galat)}, status=410)
    except SesiPelatihan.DoesNotExist:
        raise Http404 from None
    p = s.kegiatan.peserta.filter(pegawai_id=request.hak.pegawai_id, status="peserta").first()
    isi = {
        "s": s, "k": s.kegiatan, "p": p, "sudah": p and s.hadir.filter(peserta=p).first(),
        "kunci": hadir.untuk_orang(s.pk, request.hak.pegawai_id),
    }  # fmt: skip
    return render(request, "diklat/pelatihan/hadir.html", isi)


@akses.masuk
@require_POST
def hadir_isi(request):
    """Notes the own presence."""
    try:
        ada, baru = hadir.isi(request.POST.get("kunci", ""), oleh=pelaku(request))
    except DitolakAlur as galat:
        status = 403 if isinstance(galat, BukanWewenang) else 409
        return render(request, "diklat/pelatihan/hadir.html", {"galat": str(galat)}, status=status)
    return lakukan(
        request, lambda: "dicatat" if baru else "sudah tercatat", "Kehadiran Anda {}.", "diklat:kalender_detail",
        ada.sesi.kegiatan_id,
    )  # fmt: skip
