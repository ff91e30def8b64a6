"""Halaman realisasi dan bukti sebuah SKP. The masa stands in the URL (``?masa=``); every card is a plain form."""

from django.contrib import messages
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from eperformance.galat import DitolakKinerja
from eperformance.models import Bukti, PermintaanUmpanBalik, Skp
from eperformance.penilai import ambil_skp, menilai, terlihat
from eperformance.realisasi import bukti, isi as perbuatan, kartu as bahan, masa, umpan
from eperformance.realisasi.forms import BuktiForm, baca_kartu
from kepegawaian import akses, dosir, jejak
from layanan.views.usulan import pelaku

SEBUTAN = {"atasan": "Atasan", "rekan": "Rekan kerja", "bawahan": "Bawahan"}


def ambil_masa(skp, nomor, hari_ini):
    """The Masa asked for (any text), else the one that runs; 404 for one the SKP does not have."""
    daftar = masa.milik(skp)
    if not nomor:
        return masa.kini(daftar, hari_ini)
    m = next((m for m in daftar if str(m.nomor) == str(nomor)), None)
    if m is None:
        raise Http404
    return m


def _penulis(request, skp, u):
    """Who wrote: the atasan by name; rekan and bawahan by name for the penilai only."""
    nama = u.oleh.pegawai.kini.nama_lengkap if u.oleh.pegawai_id else u.oleh.nama
    if u.sebagai == "atasan" or menilai(request.hak, skp):
        return f"{SEBUTAN[u.sebagai]}: {nama}"
    return SEBUTAN[u.sebagai]


def susun(request, skp, m):
    """Context of the page of one masa."""
    hak = request.hak
    baca_umpan = umpan.boleh_baca(hak, skp)
    kartu, evaluasi, kata = bahan.susun(skp, m.nomor, umpan=baca_umpan)
    sebab = perbuatan.tertutup(skp, m, request.hari_ini, evaluasi)
    milik = skp.pegawai_id == hak.pegawai_id and not hak.hanya_baca
    for u in [*kata, *(u for k in kartu for u in k.umpan)]:
        u.penulis = _penulis(request, skp, u)
    return {
        "skp": skp,
        "m": m,
        "masa": [(x, x.nomor == m.nomor) for x in masa.milik(skp) if x.mulai_sudah(request.hari_ini) or x == m],
        "kartu": kartu,
        "isi_boleh": milik and not sebab,
        "sebab": sebab if milik else "",
        "milik": milik,
        "kata": kata,
        "baca_umpan": baca_umpan,
        "sah": next((e for e in evaluasi if e.status == "sah"), None),
        "batas": m.batas(skp.periode.hari_periodik),
        "penilai": menilai(hak, skp) and skp.status in Skp.SAH and m.mulai_sudah(request.hari_ini),
        "permintaan": _permintaan(skp, m) if menilai(hak, skp) else (),
    }


def _permintaan(skp, m):
    return PermintaanUmpanBalik.objects.filter(skp=skp, nomor=m.nomor).select_related("pegawai__kini").order_by("pk")


@akses.masuk
@require_safe
def skp_realisasi(request, pk):
    """Realisasi, evidence and feedback of one masa, to whoever may read the SKP."""
    skp = ambil_skp(request, pk)
    m = ambil_masa(skp, request.GET.get("masa"), request.hari_ini)
    if m is None:
        raise Http404
    return render(request, "eperformance/realisasi/skp_realisasi.html", susun(request, skp, m))


@akses.peran("asn")
@require_safe
def realisasi_saya(request):
    """On to the realisasi of the reader's SKP that runs; the address notices lead to."""
    milik = Skp.objects.filter(pegawai=request.hak.pegawai_id, status__in=Skp.SAH).order_by("-mulai")
    skp = milik.filter(mulai__lte=request.hari_ini).first() or milik.first()
    if skp is None:
        return render(request, "eperformance/realisasi/belum_ada.html")
    return redirect("eperformance:skp_realisasi", skp.pk)


def _milik(request, pk):
    """The reader's own Skp; 404 to everybody else, 403 is for those who may read it."""
    return get_object_or_404(
        Skp.objects.select_related("periode", "pegawai__kini", "jabatan", "unit", "opd", "penilai__unit"),
        pk=pk, pegawai_id=request.hak.pegawai_id or 0,
    )  # fmt: skip


@akses.masuk
@require_POST
def realisasi_simpan(request, pk, nomor, hasil):
    """Saves the fields of one card: all of them without JavaScript, one at a time by autosave (answered in JSON).

    409 with both texts where a field is newer than the page; nothing newer is overwritten.
    """
    skp = _milik(request, pk)
    m = ambil_masa(skp, nomor, request.hari_ini)
    isi = susun(request, skp, m)
    kartu = next((k for k in isi["kartu"] if k.hasil.pk == hasil), None)
    if kartu is None:
        raise Http404
    ketikan, galat = baca_kartu(kartu, request.POST)
    singkat = request.headers.get("X-Simpan") == "otomatis"
    try:
        simpanan = perbuatan.simpan(skp.pk, nomor, hasil, ketikan, oleh=pelaku(request))
    except DitolakKinerja as tolak:
        if singkat:
            return JsonResponse({"galat": str(tolak)}, status=422)
        messages.error(request, str(tolak))
        return redirect(umpan.url_realisasi(skp, nomor))
    _pasang(kartu, simpanan)
    if singkat:
        return _jawab(kartu, simpanan, galat)
    if not simpanan.bentrok and not galat:
        messages.success(request, "Realisasi disimpan.")
        return redirect(f"{umpan.url_realisasi(skp, nomor)}#h-{hasil}")
    isi |= {"bermasalah": kartu.hasil.pk, "banyak_bentrok": len(simpanan.bentrok)}
    return render(request, "eperformance/realisasi/skp_realisasi.html", isi, status=409 if simpanan.bentrok else 422)


def _pasang(kartu, simpanan):
    """Puts what was saved, and what conflicts, on the fields of the card."""
    for m in kartu.medan:
        kunci = m.indikator.pk if m.indikator else None
        if kunci in simpanan.tersimpan:
            m.r = simpanan.tersimpan[kunci]
        elif kunci in simpanan.bentrok:
            m.r = m.bentrok = simpanan.bentrok[kunci][0]


def _jawab(kartu, simpanan, galat):
    """The answer to one autosave: {kunci: {versi, persen, rumus} or {versi, tersimpan} or {galat}}."""
    medan = {}
    for m in kartu.medan:
        if m.galat:
            medan[m.kunci] = {"galat": m.galat}
        elif m.bentrok:
            medan[m.kunci] = {"versi": m.versi, "tersimpan": bahan.isi_angka(m.r.angka) if m.berangka else m.r.uraian}
        elif (m.indikator.pk if m.indikator else None) in simpanan.tersimpan:
            persen = m.persen
            medan[m.kunci] = {
                "versi": m.versi,
                "persen": "" if persen is None else f"{bahan.desimal(persen, 2)}%",
                "rumus": m.rumus,
            }
    return JsonResponse({"medan": medan}, status=409 if simpanan.bentrok else 422 if galat else 200)


# ── evidence ─────────────────────────────────────────────────────────────────────────────────────────


@akses.masuk
def bukti_create(request, pk, nomor, hasil):
    """One more piece of evidence: a file, a photograph, or a link."""
    skp = _milik(request, pk)
    m = ambil_masa(skp, nomor, request.hari_ini)
    h = get_object_or_404(skp.hasil, pk=hasil)
    form = BuktiForm(request.POST, request.FILES) if request.method == "POST" else BuktiForm()
    kembali = umpan.url_realisasi(skp, nomor)
    if request.method == "POST" and form.is_valid():
        isi, oleh = form.cleaned_data, pelaku(request)
        try:
            if file := isi["berkas"] or isi["foto"]:
                bukti.tambah_berkas(skp.pk, nomor, h.pk, isi["judul"], file, oleh=oleh)
            else:
                bukti.tambah_tautan(skp.pk, nomor, h.pk, isi["judul"], isi["tautan"], oleh=oleh)
        except DitolakKinerja as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Bukti ditambahkan.")
            return redirect(f"{kembali}#h-{h.pk}")
    konteks = {
        "judul": "Tambah bukti", "form": form, "tombol": "Simpan bukti", "batal_url": kembali,
        "penjelasan": f"{m.nama}. {h.rencana}",
        "atas": [("Realisasi dan bukti", kembali)],
    }  # fmt: skip
    return render(request, "komponen/form_halaman.html", konteks, status=422 if form.errors else 200)


@akses.masuk
@require_safe
def bukti_download(request, pk):
    """The file of a piece of evidence, to whoever may read its SKP; withdrawn ones to nobody."""
    b = get_object_or_404(
        Bukti.objects.filter(terlihat(request.hak, "hasil__skp__"), pk=pk, ditarik_pada=None)
        .exclude(berkas="")
        .select_related("hasil__skp__periode")
    )
    if b.hasil.skp.pegawai_id != request.hak.pegawai_id:
        with request.sebagai():
            jejak.catat("dosir_unduh", b, pegawai=b.hasil.skp.pegawai_id, nama=b.judul)
    return dosir.respons(b.berkas, b.nama_berkas, b.mime)


@akses.masuk
@require_POST
def bukti_tarik(request, pk):
    """Takes a piece of evidence off the page."""
    b = get_object_or_404(
        Bukti.objects.select_related("hasil__skp"), pk=pk, hasil__skp__pegawai=request.hak.pegawai_id or 0
    )
    try:
        bukti.tarik(b.pk, oleh=pelaku(request))
    except DitolakKinerja as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Bukti ditarik dari halaman ini; catatannya tetap ada.")
    return redirect(f"{reverse('eperformance:skp_realisasi', args=[b.hasil.skp_id])}?masa={b.nomor}#h-{b.hasil_id}")
