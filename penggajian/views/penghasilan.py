"""Perkiraan penghasilan seorang pegawai, dan daftar anak yang segera keluar dari daftar gaji."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from kepegawaian import akses, jejak
from kepegawaian.filters import cari_orang
from kepegawaian.models import ProfilKini
from kepegawaian.penomoran import potong
from kepegawaian.views.ekspor import unduh_daftar
from kepegawaian.views.kerangka import ambil, baca_tanggal
from penggajian import aturan_iuran, aturan_tunjangan, penghasilan
from penggajian.filters import opd_pilihan
from penggajian.menu import PEMBACA_KELUARGA

KOLOM = ("NIP", "NAMA PEGAWAI", "UNIT KERJA", "ANAK", "TANGGAL LAHIR", "BERAKHIR", "SEBAB", "SUDAH LEWAT")


@akses.masuk
@require_safe
def penghasilan_detail(request, nip=None):
    """Each component with its formula, figure, law and confidence; the family only to who may read it."""
    pegawai = ambil(request, nip)
    tanggal = baca_tanggal(request.GET.get("per")) or request.hari_ini
    boleh = request.hak.boleh_bagian(pegawai.pk, "keluarga")
    k = penghasilan.susun_konteks(pegawai.pk, tanggal, request.acuan)
    hasil = aturan_tunjangan.perkiraan(k)
    saya = pegawai.pk == request.hak.pegawai_id
    isi = {
        "pegawai": pegawai,
        "kini": pegawai.kini,
        "saya": saya,
        "per": tanggal,
        "hari_ini": request.hari_ini,
        "p": k.profil,
        "hasil": penghasilan.tampilan(hasil, aturan_iuran.potongan(k), aturan_iuran.dibayar(k), boleh_keluarga=boleh),
        "anak": aturan_tunjangan.anak_dinilai(k) if boleh else [],
        "boleh_keluarga": boleh,
    }
    if boleh and not saya and k.profil.tanggungan:
        with request.sebagai():
            jejak.catat_sensitif(pegawai.pk, "keluarga")
    return render(request, "penggajian/penghasilan_detail.html", isi)


def _tanggungan(request):
    """Rows of the list with their people, filtered and in scope."""
    kini = ProfilKini.objects.filter(request.hak.lingkup(), aktif=True)
    q, opd = request.GET.get("q", "").strip()[:60], request.GET.get("opd", "")
    if q:
        kini = kini.filter(cari_orang(q, nama="nama", nip="nip"))
    if opd.isascii() and opd.isdigit():
        kini = kini.filter(opd_id=int(opd))
    daftar = penghasilan.keluar_daftar(kini.order_by().values("pegawai_id"), request.hari_ini, request.acuan)
    if request.GET.get("waktu") == "lewat":
        daftar = [x for x in daftar if x.lewat]
    elif request.GET.get("waktu") == "nanti":
        daftar = [x for x in daftar if not x.lewat]
    return daftar


def _dengan_orang(request, daftar):
    """Pairs (row, ProfilKini), one query."""
    orang = {k.pegawai_id: k for k in ProfilKini.objects.filter(pegawai_id__in={x.pegawai_id for x in daftar})}
    unit = request.acuan.unit
    for x in daftar:
        kini = orang[x.pegawai_id]
        yield x, kini, unit[kini.unit_id].nama if kini.unit_id in unit else ""


@akses.peran(*PEMBACA_KELUARGA)
@require_safe
def tanggungan_list(request):
    """Children on the pay list whose age or school letter ends within six months, or has ended."""
    daftar = _tanggungan(request)
    potongan = potong(request, daftar)
    isi = {
        "potongan": potongan,
        "baris": list(_dengan_orang(request, potongan.butir)),
        "lewat": sum(x.lewat for x in daftar),
        "opd": opd_pilihan(request.hak, request.acuan),
        "pilih": {k: request.GET.get(k, "") for k in ("q", "opd", "waktu")},
    }
    return render(request, "penggajian/tanggungan_list.html", isi)


@akses.peran(*PEMBACA_KELUARGA)
@require_safe
def tanggungan_ekspor(request):
    """The list as xlsx for the pay clerk."""
    baris = (
        (kini.nip, kini.nama_lengkap, unit, x.nama, x.tanggal_lahir, x.berakhir, x.sebab, "ya" if x.lewat else "")
        for x, kini, unit in _dengan_orang(request, _tanggungan(request))
    )
    return unduh_daftar(request, "Tanggungan berakhir", KOLOM, baris, objek="riwayatkeluarga")
