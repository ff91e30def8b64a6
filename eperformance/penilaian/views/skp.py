"""Lembar penilaian sebuah SKP: semua evaluasinya, pernyataan pegawai, keberatan, final, dan cetakannya."""

from types import SimpleNamespace

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from eperformance.galat import DitolakKinerja
from eperformance.models import Evaluasi
from eperformance.penilai import ambil_skp, mengelola, menilai
from eperformance.penilaian import daftar, final, keberatan, masa, nilai
from eperformance.penilaian.aturan import KIN5, KUADRAN
from eperformance.penilaian.dokumen import data_penilaian, kop_umum
from eperformance.penilaian.forms import GantiForm
from eperformance.penilaian.views.layar import kuadran
from kepegawaian import akses, jejak
from kepegawaian.antrean import AntreanMati
from kepegawaian.models import Naskah, Pegawai
from layanan import alur, katalog, pratinjau
from layanan.galat import DitolakAlur
from layanan.models import Usulan
from layanan.views.usulan import pelaku


def _nomor_boleh(request, skp):
    """May he see ratings that are only a draft? The penilai himself."""
    return menilai(request.hak, skp)


@akses.masuk
@require_safe
def skp_penilaian(request, pk):
    """Ratings of all times, the feedback beside them, and what may be done now."""
    skp = ambil_skp(request, pk)
    sendiri, penilai_ = skp.pegawai_id == request.hak.pegawai_id, menilai(request.hak, skp)
    semua = list(skp.evaluasi.select_related("naskah_pegawai__naskah").order_by("jenis", "nomor", "pk"))
    tampak = ("sah", "draf") if _nomor_boleh(request, skp) else ("sah",)
    per = {(e.jenis, e.nomor): e for e in semua if e.status in tampak}
    tahunan = per.get(("tahunan", 0)) or per.get(("akhir", 0))
    rows = []
    umpan = _umpan_balik(skp, rahasia=sendiri)
    for m in masa.semua(skp.periode):
        if m.mulai <= skp.sampai and m.sampai >= skp.mulai:
            e = per.get((m.jenis(skp), m.nomor))
            lewat = e is not None and e.sah_pada is not None and timezone.localdate(e.sah_pada) > m.tenggat
            rows.append((m, e, daftar.TANDA.get(e.predikat, "netral") if e else "", umpan.get(m.nomor, ()), lewat))
    sah = tahunan is not None and tahunan.status == "sah"
    usulan = Usulan.objects.filter(
        layanan=keberatan.SLUG, pegawai=skp.pegawai_id, isian__evaluasi__in=[e.pk for e in semua]
    ).order_by("-pk").first() if sendiri or penilai_ or request.hak.lihat_semua else None  # fmt: skip
    isi = {
        "skp": skp,
        "baris": rows,
        "tahunan": tahunan,
        "putusan": tahunan.rincian.get("keberatan") if tahunan else None,
        "semula": [e for e in semua if e.status == "diganti"],
        "boleh_terima": sendiri and sah and skp.status == "dinilai" and not tahunan.diterima_pada and not tahunan.rincian.get("keberatan"),
        "boleh_keberatan": sendiri and sah and skp.status == "dinilai" and not tahunan.diterima_pada
        and not tahunan.rincian.get("keberatan") and tahunan.keberatan_sampai and request.hari_ini <= tahunan.keberatan_sampai,
        "usulan": usulan,
        "batas_perbaikan": keberatan.batas_perbaikan(usulan) if sendiri or penilai_ else None,
        "sebab_final": final.sebab_belum(skp, tahunan, request.hari_ini) if skp.status in ("dinilai", "keberatan") else "",
        "boleh_final": skp.status == "dinilai" and mengelola(request.hak, request.acuan),
        "penilai": penilai_,
        "boleh_betulkan": penilai_ and skp.status == "ditetapkan",
        "menentukan": final.menentukan(skp),
        "naskah": tahunan.naskah_pegawai.naskah if tahunan and tahunan.naskah_pegawai_id else None,
        "kuadran": kuadran(),
        "syarat": (KUADRAN, KIN5),
    }  # fmt: skip
    return render(request, "eperformance/penilaian/skp.html", isi)


def _umpan_balik(skp, *, rahasia):
    """{nomor: [(as what, text)]}; who wrote as rekan or bawahan is not told to the person himself."""
    hasil = {}
    for u in skp.umpan_balik.select_related("oleh"):
        nama = u.get_sebagai_display()
        if not rahasia or u.sebagai == "atasan":
            nama += f", {u.oleh.nama}"
        hasil.setdefault(u.nomor, []).append((nama, u.isi))
    return hasil


def _kembali(skp):
    return redirect("eperformance:skp_penilaian", pk=skp.pk)


@akses.masuk
@require_POST
def skp_terima(request, pk):
    """The pegawai accepts his yearly result."""
    skp = ambil_skp(request, pk)
    evaluasi = get_object_or_404(Evaluasi, skp=skp, jenis__in=nilai.TAHUNAN, status="sah")
    try:
        nilai.terima(evaluasi.pk, oleh=pelaku(request))
    except DitolakKinerja as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Hasil penilaian Anda nyatakan diterima.")
    return _kembali(skp)


@akses.masuk
@require_POST
def skp_keberatan(request, pk):
    """Makes the draft of the keberatan (or opens the one under way)."""
    skp = ambil_skp(request, pk)
    if skp.pegawai_id != request.hak.pegawai_id:
        raise PermissionDenied
    berjalan = Usulan.objects.filter(
        layanan=keberatan.SLUG, pegawai=skp.pegawai_id, status__in=Usulan.BERJALAN
    ).first()
    if berjalan is None:
        evaluasi = get_object_or_404(Evaluasi, skp=skp, jenis__in=nilai.TAHUNAN, status="sah")
        pegawai = Pegawai.objects.select_related("kini").get(pk=skp.pegawai_id)
        try:
            berjalan = alur.buat_draf(
                katalog.ambil(keberatan.SLUG),
                pegawai,
                oleh=pelaku(request),
                isian={"evaluasi": evaluasi.pk, "alasan": ""},
            )
        except DitolakAlur as galat:
            messages.error(request, str(galat))
            return _kembali(skp)
    return redirect("layanan:usulan_detail", nomor=berjalan.nomor)


@akses.masuk
@require_POST
def skp_final(request, pk):
    """SUB41 makes it final."""
    skp = ambil_skp(request, pk)
    if not mengelola(request.hak, request.acuan):
        raise PermissionDenied
    try:
        final.finalkan(skp.pk, oleh=pelaku(request))
    except DitolakKinerja as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Penilaian final; dokumennya sedang dicetak dan riwayat kinerjanya tercatat.")
    return _kembali(skp)


def _ambil_evaluasi(request, pk):
    """(Skp, Evaluasi) he may read: a draft only as its penilai."""
    evaluasi = get_object_or_404(Evaluasi, pk=pk)
    skp = ambil_skp(request, evaluasi.skp_id)
    if evaluasi.status == "draf" and not menilai(request.hak, skp):
        raise Http404
    return skp, evaluasi


@akses.masuk
def evaluasi_ganti(request, pk):
    """The penilai corrects a periodic evaluation he has set."""
    skp, evaluasi = _ambil_evaluasi(request, pk)
    if not menilai(request.hak, skp) or evaluasi.jenis != "periodik" or evaluasi.status != "sah":
        raise Http404
    form = GantiForm(request.POST or None, initial={"hasil": evaluasi.hasil, "perilaku": evaluasi.perilaku})
    atas = reverse("eperformance:skp_penilaian", args=[skp.pk])
    if request.method == "POST" and form.is_valid():
        try:
            nilai.ganti_periodik(evaluasi.pk, **form.cleaned_data, oleh=pelaku(request))
        except DitolakKinerja as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Penilaian dibetulkan; yang semula tetap tercatat.")
            return redirect(atas)
    isi = {
        "judul": f"Betulkan penilaian {masa.satu(skp.periode, evaluasi.nomor).nama}", "form": form, "tombol": "Simpan pembetulan",
        "penjelasan": f"{skp.pegawai.kini.nama_lengkap}. Predikat sekarang {evaluasi.predikat}; TPP bulan yang belum ditetapkan memakai yang baru.",
        "batal_url": atas, "atas": [("Penilaian SKP", atas)],
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", isi, status=422 if form.errors else 200)


@akses.masuk
@require_POST
def evaluasi_cetak(request, pk):
    """Asks the worker for the PDF of an evaluation that is set; the page then waits for it."""
    skp, evaluasi = _ambil_evaluasi(request, pk)
    if evaluasi.status == "draf":
        messages.error(request, "Penilaian ini belum ditetapkan.")
        return _kembali(skp)
    data = data_penilaian(skp, evaluasi, request.hari_ini, kop_umum(request.acuan, request.hari_ini, skp.opd.nama))
    lembar = Naskah(perihal="Evaluasi Kinerja Pegawai", nomor="")
    isi = render_to_string(
        "naskah/penilaian_kinerja.html", {"n": lembar, "d": data, "qr": "", "alamat_verifikasi": ""}
    )
    try:
        kode = pratinjau.minta_pdf(_pemilik(evaluasi), isi, request.user.pk)
    except AntreanMati as galat:
        messages.error(request, str(galat))
        return _kembali(skp)
    with request.sebagai():
        jejak.catat("kinerja_cetak", evaluasi, pegawai=skp.pegawai_id, tahun=skp.periode.tahun)
    return redirect("eperformance:evaluasi_unduh", pk=evaluasi.pk, kode=kode)


def _pemilik(evaluasi):
    """What the cached print belongs to."""
    return SimpleNamespace(pk=f"evaluasi-{evaluasi.pk}")


@akses.masuk
@require_safe
def evaluasi_unduh(request, pk, kode):
    """The PDF when it is printed, else the page that waits for it; only for the account that asked."""
    skp, evaluasi = _ambil_evaluasi(request, pk)
    keadaan = pratinjau.hasil(kode, _pemilik(evaluasi), request.user.pk)
    if keadaan is None:
        messages.error(request, "Cetakan itu sudah tidak tersimpan. Cetak lagi.")
        return _kembali(skp)
    if "pdf" not in keadaan or request.htmx:
        isi = {
            "skp": skp,
            "evaluasi": evaluasi,
            "kode": kode,
            "keadaan": keadaan,
            "nama": masa.satu(skp.periode, evaluasi.nomor).nama,
        }
        nama = "_cetak.html" if request.htmx else "cetak.html"
        return render(request, f"eperformance/penilaian/{nama}", isi)
    nama = f"evaluasi-kinerja-{skp.pegawai.nip}-{skp.periode.tahun}-{evaluasi.nomor}.pdf"
    return HttpResponse(
        keadaan["pdf"], content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{nama}"', "Cache-Control": "private, no-store",
                 "X-Content-Type-Options": "nosniff"},
    )  # fmt: skip
