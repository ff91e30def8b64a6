"""Kertas kegiatan yang bukan naskah: jadwal, daftar hadir, laporan; PDF dicetak saat diminta, dari keadaan saat itu.

An OPD gets the names of its own people only, as on the screen.
"""

from itertools import groupby

from django.contrib import messages
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_safe

from diklat.models import HadirSesi, Pelatihan
from diklat.pelatihan import aturan, evaluasi, hadir
from diklat.pelatihan.galat import DitolakDiklat
from diklat.pelatihan.rute import BIDANG, PEMEGANG
from diklat.pelatihan.surat import alamat_kantor
from diklat.pelatihan.views import PEMANTAU, ambil_kegiatan
from kepegawaian import akses, jejak
from layanan.bahan_naskah import kop_kantor, penanda_tangan

TANPA_PDF = "PDF belum dapat dibuat: pustaka pencetak (Pango) tidak terpasang di server ini. Cetak dari peramban Anda."
JUDUL = {"jadwal": "jadwal", "hadir": "daftar hadir", "laporan": "laporan kegiatan"}
SESI_SEBARIS = 6  # columns of sessions that fit beside the names on A4 across


def kirim_pdf(request, templat, isi, nama, kembali, *, obyek, jumlah):
    """The paper as a download, with its Jejak; back with a sentence where nothing can be printed."""
    isi = isi | {"dicetak": request.hari_ini, "kop": kop_kantor(request.acuan, request.hari_ini, None)}
    try:
        from layanan.cetak import dokumen, gaya  # noqa: PLC0415 - only this needs Pango

        huruf, lembar = gaya("css/diklat-cetak.css")
        pdf = dokumen(render_to_string(templat, isi)).write_pdf(stylesheets=lembar, font_config=huruf)
    except (ImportError, OSError):
        messages.error(request, TANPA_PDF)
        return redirect(kembali)
    with request.sebagai():
        jejak.catat("ekspor", obyek, jumlah=jumlah, daftar=nama)
    jawab = HttpResponse(pdf, content_type="application/pdf")
    jawab["Content-Disposition"] = f'attachment; filename="{nama.replace(" ", "-")}.pdf"'
    jawab["Cache-Control"] = "private, no-store"
    return jawab


@akses.peran(*PEMANTAU)
@require_safe
def kegiatan_cetak(request, pk, apa):
    """One of the papers of a kegiatan: ``jadwal``, ``hadir``, ``laporan``."""
    if apa not in JUDUL:
        raise Http404
    k = ambil_kegiatan(request, pk)
    peserta = list(
        k.peserta.filter(request.hak.lingkup("pegawai__kini__"), status="peserta")
        .select_related("pegawai__kini__opd", "pegawai__kini__jabatan").order_by("pegawai__kini__nama", "pk")
    )  # fmt: skip
    sesi = list(k.sesi.all())
    isi = {"k": k, "peserta": peserta, "sesi": sesi, "menit": sum(s.menit for s in sesi)}
    isi["jp"] = aturan.jp_dari_menit(isi["menit"])
    isi |= {"jadwal": _jadwal, "hadir": _hadir, "laporan": _laporan}[apa](request, k, peserta, sesi)
    kembali = reverse("diklat:kegiatan_detail", args=[pk])
    return kirim_pdf(
        request, f"diklat/pelatihan/{apa}_cetak.html", isi, f"{JUDUL[apa]} {k.pk}", kembali, obyek=k, jumlah=len(peserta)
    )  # fmt: skip


def _jadwal(request, k, peserta, sesi):
    return {"hari": [(t, list(isi)) for t, isi in groupby(sesi, key=lambda s: s.tanggal)], "ttd": _ttd(request)}


def _hadir(request, k, peserta, sesi):
    """[(day, its sessions, [(peserta, [HadirSesi or None])])]: a space to sign where nobody was noted yet."""
    ada = {(h.sesi_id, h.peserta_id): h for h in HadirSesi.objects.filter(sesi__kegiatan=k)}
    lembar = []
    for tanggal, isi in groupby(sesi, key=lambda s: s.tanggal):
        semua = list(isi)
        for awal in range(0, len(semua), SESI_SEBARIS):
            satu = semua[awal : awal + SESI_SEBARIS]
            lembar.append((tanggal, satu, [(p, [ada.get((s.pk, p.pk)) for s in satu]) for p in peserta]))
    return {"lembar": lembar, "ttd": _ttd(request)}


def _laporan(request, k, peserta, sesi):
    """Course, participants, results, evaluation, money, and the notes of the steps."""
    langkah = list(k.langkah.filter(keadaan="selesai").select_related("oleh"))
    for s in langkah:
        s.siapa = PEMEGANG[s.pemegang][0]
    persen = hadir.persen(k)
    for p in peserta:
        p.persen = persen.get(p.pk)
    n = k.peserta.aggregate(
        n_calon=Count("pk"), n_tms=Count("pk", filter=Q(status="tms")), n_mundur=Count("pk", filter=Q(status__in=("mundur", "dikeluarkan"))),
        n_peserta=Count("pk", filter=Q(status="peserta")), n_lulus=Count("pk", filter=Q(status="peserta", lulus=True)),
        n_gagal=Count("pk", filter=Q(status="peserta", lulus=False)),
    )  # fmt: skip
    surat = list(k.surat.select_related("naskah"))
    metode = dict(Pelatihan.METODE).get(k.metode, k.metode)
    return {
        "langkah": langkah,
        "n": n,
        "metode": metode,
        "r": evaluasi.rangkum(k),
        "surat": surat,
        "ttd": _ttd(request),
    }


def _ttd(request):
    """The Kepala Bidang under the paper; a blank space where the office is vacant."""
    try:
        return penanda_tangan(alamat_kantor(f"KEPALA-{BIDANG}"), request.hari_ini)
    except DitolakDiklat:
        return {"jabatan": PEMEGANG["kabid"][0]}
