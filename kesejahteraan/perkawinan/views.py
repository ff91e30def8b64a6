"""Ruang kerja perkawinan dan perceraian: perkara yang berjalan dengan batas hukumnya, dan hitungan pembagian gaji.

Only for the subbid that handles them (Kesejahteraan Pegawai) and the heads above; everything else of a case is on the page of
its usulan.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, F, OuterRef, Q
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.views.decorators.http import require_safe

from kepegawaian import akses
from kepegawaian.hak import memegang
from kepegawaian.models import NaskahPegawai
from kepegawaian.penomoran import potong
from kesejahteraan.perkawinan import pembagian
from kesejahteraan.perkawinan.forms import PembagianForm
from layanan import katalog
from layanan.models import Usulan

UNIT = ("SUB42",)
SLUG = ("lapor-kawin", "izin-beristri", "izin-cerai", "keterangan-cerai", "lapor-cerai")
KEADAAN = (("", "Berjalan"), ("hukum", "Lewat batas hukum"), ("akhir", "Berakhir"))
SIAPA = {"pns": "PNS", "bekas_istri": "Bekas istri", "anak": "Anak"}


def boleh(hak, acuan):
    """May he see the workspace: staf of the Subbid Kesejahteraan, its head, and the heads above."""
    return memegang(hak, acuan, UNIT)


def _harus_boleh(request):
    if not boleh(request.hak, request.acuan):
        raise PermissionDenied


def _sanksi():
    """Where a suspected offence is reported to the handlers of discipline; "" while that aspect has no such page."""
    for nama in ("disiplin:lapor", "disiplin:kasus_create"):
        try:
            return reverse(nama)
        except NoReverseMatch:
            continue
    return ""


@akses.peran("staf_bkd", "pejabat_bkd")
@require_safe
def perkawinan_list(request):
    """Cases by state, the nearest legal limit first; permits whose divorce nobody has reported."""
    _harus_boleh(request)
    keadaan, slug = request.GET.get("keadaan", ""), request.GET.get("layanan", "")
    semua = Usulan.objects.terlihat_oleh(request.hak).filter(layanan__in=[slug] if slug in SLUG else SLUG)
    lewat = Q(status="diproses", langkah_kini__batas_hukum__lt=request.hari_ini)
    saring = (
        ~Q(status__in=Usulan.BERJALAN)
        if keadaan == "akhir"
        else lewat
        if keadaan == "hukum"
        else Q(status__in=Usulan.BERJALAN)
    )
    daftar = semua.filter(saring).select_related("pegawai__kini__opd", "langkah_kini__jabatan")
    urut = ("-selesai_pada",) if keadaan == "akhir" else (F("langkah_kini__batas_hukum").asc(nulls_last=True), "pk")
    potongan = potong(request, daftar.order_by(*urut))
    for u in potongan.butir:
        u.layanan_nama = katalog.ambil(u.layanan).nama
    isi = {
        "potongan": potongan,
        "keadaan": KEADAAN,
        "layanan": [(s, katalog.ambil(s).nama) for s in SLUG],
        "pilih": {"keadaan": keadaan, "layanan": slug},
        "lewat": semua.filter(lewat).count(),
        "belum_lapor": _belum_lapor(),
        "hari_ini": request.hari_ini,
        "sanksi": _sanksi(),
    }
    return render(request, "kesejahteraan/perkawinan.html", isi)


def _belum_lapor(maks=20):
    """Standing permits and statements of divorce of people without a report of one since, oldest first."""
    lapor = Usulan.objects.filter(
        pegawai_id=OuterRef("pegawai_id"),
        layanan="lapor-cerai",
        dibuat_pada__gte=OuterRef("naskah__ditandatangani_pada"),
    )
    izin = NaskahPegawai.objects.filter(
        data__layanan__in=("izin-cerai", "keterangan-cerai"), naskah__status="berlaku",
        naskah__data__hasil__in=("izin", "keterangan"),
    )  # fmt: skip
    return (
        izin.exclude(Exists(lapor)).select_related("naskah", "pegawai__kini").order_by("naskah__tanggal", "pk")[:maks]
    )


@akses.peran("staf_bkd", "pejabat_bkd")
@require_safe
def pembagian_gaji(request):
    """The share of the pay by its facts (what-if): fractions, rupiah, formula. Nothing is kept or deducted."""
    _harus_boleh(request)
    form = PembagianForm(request.GET or None, initial={"anak_pns": 0, "anak_istri": 0})
    hasil = None
    if form.is_bound and form.is_valid():
        isi = form.cleaned_data
        hasil = pembagian.bagi(
            pria=True, kehendak=isi["kehendak"], alasan=isi["alasan"], istri_bersalah=isi["istri_bersalah"],
            anak_pns=isi["anak_pns"] or 0, anak_istri=isi["anak_istri"] or 0, gaji=isi["gaji"],
        )  # fmt: skip
    baris = [(SIAPA[b.siapa], SIAPA[b.penerima], b) for b in hasil.bagian] if hasil else []
    status = 422 if form.is_bound and form.errors else 200
    return render(
        request, "kesejahteraan/pembagian_gaji.html", {"form": form, "hasil": hasil, "baris": baris}, status=status
    )
