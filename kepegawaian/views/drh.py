"""Daftar riwayat hidup seorang pegawai di layar dan sebagai PDF."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from kepegawaian import akses, jejak
from kepegawaian.drh import PdfTidakAda, cetak_pdf, susun_drh
from kepegawaian.profil import profil_satu
from kepegawaian.ringkasan import pangkat
from kepegawaian.views.kerangka import alamat, ambil, kerangka

BAGIAN = ("pangkat", "unit", "jabatan")


def _isi(request, pegawai):
    """Context of both; reading the family of another person is recorded."""
    hak, per = request.hak, request.hari_ini
    keluarga = hak.boleh_bagian(pegawai.pk, "keluarga")
    if keluarga and pegawai.pk != hak.pegawai_id:
        with request.sebagai():
            jejak.catat_sensitif(pegawai.pk, "keluarga")
    profil = profil_satu(pegawai.pk, per=per, bagian=BAGIAN)
    kontak = hak.boleh_bagian(pegawai.pk, "kontak")
    return susun_drh(pegawai, per, keluarga=keluarga) | {
        "pegawai": pegawai, "kini": pegawai.kini, "profil": profil, "pangkat_kini": pangkat(profil), "per": per,
        "boleh_kontak": kontak, "tempat": request.acuan.setelan("kop_tempat", per), "dicetak": timezone.now(),
    }  # fmt: skip


@akses.masuk
@require_safe
def drh_detail(request, nip=None):
    """The form on screen, as it will be printed."""
    pegawai = ambil(request, nip)
    isi = kerangka(request, pegawai, nip, "drh") | _isi(request, pegawai) | {"unduh_url": alamat(nip, "drh_unduh")}
    return render(request, "kepegawaian/drh_detail.html", isi)


@akses.masuk
@require_safe
def drh_download(request, nip=None):
    """The form as PDF; where PDF cannot be made, one sentence says what to do instead."""
    pegawai = ambil(request, nip)
    try:
        pdf = cetak_pdf(_isi(request, pegawai))
    except PdfTidakAda:
        isi = kerangka(request, pegawai, nip, "drh") | {"kembali_url": alamat(nip, "drh")}
        return render(request, "kepegawaian/drh_tanpa_pdf.html", isi, status=503)
    with request.sebagai():
        jejak.catat("ekspor", pegawai, pegawai=pegawai, jumlah=1, daftar="daftar riwayat hidup")
    jawab = HttpResponse(pdf, content_type="application/pdf")
    jawab["Content-Disposition"] = f'attachment; filename="DRH {pegawai.nip}.pdf"'
    jawab["Cache-Control"] = "private, no-store"
    return jawab
