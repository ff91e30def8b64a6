"""Saldo cuti tahunan: daftar pegawai dalam lingkup, buku seorang pegawai, dan catatan dari kertas."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from kepegawaian import akses
from kepegawaian.models import ProfilKini, RiwayatCuti
from kepegawaian.penomoran import potong
from kesejahteraan.cuti import catatan, fakta
from kesejahteraan.cuti.aturan import hari, saldo
from kesejahteraan.cuti.forms import angka
from kesejahteraan.cuti.models import CatatanCuti
from kesejahteraan.cuti.views import PELIHAT
from kesejahteraan.cuti.views.permintaan import buku, jenis_bagi
from layanan.galat import DitolakAlur
from layanan.views.usulan import pelaku


class FormCatatan(forms.Form):
    """A number of the ledger and the paper it stands on."""

    tahun = angka("Tahun", min_value=2017, max_value=2100)
    jenis = forms.ChoiceField(label="Apa yang dicatat", choices=CatatanCuti.JENIS)
    hari = angka("Hari kerja", min_value=0, max_value=24)
    sumber = forms.CharField(
        label="Menurut surat atau formulir", max_length=200, help_text="Misalnya: formulir cuti 851/12/2025."
    )

    def __init__(self, *args, hari_ini, **kwargs):
        super().__init__(*args, **kwargs)
        self.hari_ini = hari_ini

    def clean_tahun(self):
        """Not ahead of this year."""
        tahun = self.cleaned_data["tahun"]
        if tahun > self.hari_ini.year:
            raise forms.ValidationError("Tahun itu belum tiba.")
        return tahun


@akses.peran(*PELIHAT)
@require_safe
def saldo_list(request):
    """This year's balance of everybody in scope, by name; found by name or NIP."""
    daftar = (
        ProfilKini.objects.filter(request.hak.lingkup(), aktif=True)
        .select_related("unit", "jabatan")
        .order_by("nama", "pk")
    )
    cari = request.GET.get("q", "").strip()
    if cari:
        tanpa_spasi = "".join(cari.split())
        daftar = (
            daftar.filter(nip__startswith=tanpa_spasi)
            if tanpa_spasi.isdigit()
            else daftar.filter(nama__icontains=cari)
        )
    potongan = potong(request, daftar)
    orang = {}
    for kini in potongan:
        unit = request.acuan.unit.get(kini.unit_id)
        pola = hari.pola_unit(
            request.acuan, unit.jalur if unit else (), unit.pola_kerja if unit else "5", request.hari_ini
        )
        orang[kini.pegawai_id] = (kini.tmt_cpns, pola)
    isi, a = fakta.buku(orang, request.acuan, request.hari_ini), saldo.aturan_pada(request.acuan, request.hari_ini)
    for kini in potongan:
        kini.saldo = saldo.saldo(request.hari_ini.year, isi[kini.pegawai_id], a)
    return render(
        request, "kesejahteraan/cuti/saldo_list.html",
        {"potongan": potongan, "cari": cari, "tahun": request.hari_ini.year,
         "sejak": request.acuan.setelan("cuti_dicatat_sejak", request.hari_ini)[:4]},
    )  # fmt: skip


def _detail(request, nip, form=None, status=200):
    pegawai = akses.ambil_pegawai(request, nip)
    tahun, isi, pola = buku(pegawai.kini, request.acuan, request.hari_ini)
    lalu = saldo.saldo(request.hari_ini.year - 2, isi, saldo.aturan_pada(request.acuan, request.hari_ini))
    boleh = catatan.boleh_mencatat(request.hak, pegawai.kini)
    if form is None and boleh:
        form = FormCatatan(hari_ini=request.hari_ini, initial={"tahun": request.hari_ini.year - 1})
    return render(
        request, "kesejahteraan/cuti/saldo_detail.html",
        {"pegawai": pegawai, "kini": pegawai.kini, "tahun": [(s, isi[s.tahun]) for s in (lalu, *tahun)],
         "pola": hari.POLA[pola], "boleh": boleh, "form": form,
         "catatan": CatatanCuti.objects.filter(pegawai=pegawai, dibatalkan_pada__isnull=True).select_related("dicatat_oleh"),
         "cuti": RiwayatCuti.objects.filter(pegawai=pegawai, dibatalkan_pada__isnull=True).order_by("-tmt")[:20],
         "jenis": [j for j in jenis_bagi(pegawai, request.hak) if pegawai.pk != request.hak.pegawai_id]},
        status=status,
    )  # fmt: skip


@akses.peran(*PELIHAT)
@require_safe
def saldo_detail(request, nip):
    """The ledger of one person: years, leave, and what was recorded from paper."""
    return _detail(request, nip)


@akses.peran("operator_opd", "staf_bkd")
@require_POST
def catatan_create(request, nip):
    """Records a number from the paper."""
    pegawai = akses.ambil_pegawai(request, nip)
    if not catatan.boleh_mencatat(request.hak, pegawai.kini):
        raise PermissionDenied
    form = FormCatatan(request.POST, hari_ini=request.hari_ini)
    if form.is_valid():
        try:
            catatan.catat(pegawai, **form.cleaned_data, oleh=pelaku(request))
        except DitolakAlur as galat:
            form.add_error(None, str(galat))
        else:
            messages.success(request, "Catatan disimpan; saldonya dihitung kembali.")
            return redirect("kesejahteraan:cuti_saldo_detail", nip=nip)
    return _detail(request, nip, form, 422)


@akses.peran("operator_opd", "staf_bkd")
@require_POST
def catatan_batalkan(request, nip, pk):
    """Takes back a record."""
    pegawai = akses.ambil_pegawai(request, nip)
    if not catatan.boleh_mencatat(request.hak, pegawai.kini):
        raise PermissionDenied
    try:
        catatan.batalkan(pegawai, pk, oleh=pelaku(request))
    except DitolakAlur as galat:
        messages.error(request, str(galat))
    else:
        messages.success(request, "Catatan dibatalkan.")
    return redirect(reverse("kesejahteraan:cuti_saldo_detail", args=[nip]))
